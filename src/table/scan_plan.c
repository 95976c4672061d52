/* SPDX-License-Identifier: MIT */
/*
 * What a query means for a row that is still bytes: the masks of
 * table/selection.h as sets of words. Whatever would be an error there, or
 * cannot be known without reading all cells, is a reason not to scan.
 */
#include "scan_internal.h"

#include <strings.h>

struct planner {
    struct arena *arena;
    struct scan_plan *plan;
    const char *reason; /* the first */
};

static bool refuse(struct planner *planner, const char *reason)
{
    planner->reason = planner->reason ? planner->reason : reason;
    return false;
}

/* --- columns -------------------------------------------------------------------------- */

/* Columns of these names hold notes, whatever is in them (see table/schema.h). */
static bool is_note(str name)
{
    static const str notes[] = {S("source"), S("note")};
    for (size_t i = 0; i < COUNT_OF(notes); i++) {
        if (name.length == notes[i].length &&
            !strncasecmp(name.at, notes[i].at, name.length)) {
            return true;
        }
    }
    return false;
}

static const char *describe(const struct schema *schema, str name, struct column *column)
{
    const struct schema_column *said = schema_find(schema, name);
    *column = (struct column){.name = name, .role = ROLE_NOTE};
    if (!said) {
        return is_note(name) ? NULL : "the schema does not say what each column is";
    }
    column->role = said->role;
    column->unit = said->unit;
    column->aggregates = said->aggregates;
    if (said->role == ROLE_RATE) {
        return "there are published rates";
    }
    return said->role == ROLE_RELEASED ? "there are release dates" : NULL;
}

static bool is_repeated(const str *names, size_t index)
{
    size_t i = 0;
    while (i < index && !str_equal(names[i], names[index])) {
        i++;
    }
    return i < index;
}

static size_t count_known(const str *names, size_t count, const struct schema *schema)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        known += schema_find(schema, names[i]) != NULL;
    }
    return known;
}

const char *scan_plan_columns(struct arena *arena, const str *names, size_t count,
                              const struct schema *schema, struct table *columns)
{
    static const enum column_type types[] = {
        [ROLE_DIMENSION] = COLUMN_TEXT, [ROLE_PERIOD] = COLUMN_PERIOD,
        [ROLE_MEASURE] = COLUMN_NUMBER, [ROLE_STATUS] = COLUMN_TEXT,
        [ROLE_NOTE] = COLUMN_TEXT,
    };
    columns->columns = arena_array(arena, struct column, count);
    columns->column_count = count;
    if (count < 2 || count_known(names, count, schema) != schema->count) {
        return "the header lacks columns";
    }
    for (size_t i = 0; i < count; i++) {
        struct column *column = &columns->columns[i];
        const char *reason = is_repeated(names, i) ? "two columns have one name"
                                                   : describe(schema, names[i], column);
        if (reason || !str_trim(names[i]).length) {
            return reason ? reason : "a column has no name";
        }
        column->type = types[column->role];
    }
    return NULL;
}

/* SCAN_NO_COLUMN if there is none of that name. */
static uint32_t find_name(const struct scan_plan *plan, str name)
{
    const struct column *column = table_column(plan->columns, name);
    return column ? (uint32_t)(column - plan->columns->columns) : SCAN_NO_COLUMN;
}

static uint32_t find_role(const struct scan_plan *plan, enum column_role role)
{
    const struct column *column = table_role(plan->columns, role);
    return column ? (uint32_t)(column - plan->columns->columns) : SCAN_NO_COLUMN;
}

/* --- filters -------------------------------------------------------------------------- */

static const struct query_filter *filter_on(const struct query *query, str column)
{
    for (size_t i = 0; i < query->filter_count; i++) {
        if (str_equal(query->filters[i].column, column)) {
            return &query->filters[i];
        }
    }
    return NULL;
}

static struct scan_filter *add_filter(struct arena *arena, struct scan_task *task,
                                      uint32_t column)
{
    struct scan_filter *filter = &task->filters[task->filter_count++];
    filter->column = column;
    filter->is_open = true;
    filter->words = scan_words_create(arena);
    return filter;
}

static struct scan_word *add_word(const struct planner *planner, struct scan_filter *filter,
                                  str word)
{
    uint32_t added = scan_words_add(planner->arena, &filter->words, word);
    return &filter->words.at[added];
}

static bool plan_filter(struct planner *planner, const struct query_filter *where,
                        struct scan_task *task)
{
    uint32_t index = find_name(planner->plan, where->column);
    const struct column *columns = planner->plan->columns->columns;
    if (index == SCAN_NO_COLUMN || columns[index].type != COLUMN_TEXT) {
        return refuse(planner, "\"where\" names a column that has no words");
    }
    for (size_t i = 0; i < task->filter_count; i++) {
        if (task->filters[i].column == index) {
            return refuse(planner, "\"where\" names a column twice");
        }
    }
    struct scan_filter *filter = add_filter(planner->arena, task, index);
    filter->is_open = where->is_exclusion;
    for (size_t i = 0; i < where->count; i++) {
        struct scan_word *word = add_word(planner, filter, where->values[i]);
        word->is_wanted = !where->is_exclusion;
        word->is_asked = true;
    }
    return true;
}

static struct scan_filter *filter_of(struct arena *arena, struct scan_task *task,
                                     uint32_t column)
{
    for (size_t i = 0; i < task->filter_count; i++) {
        if (task->filters[i].column == column) {
            return &task->filters[i];
        }
    }
    return add_filter(arena, task, column);
}

/* Groups are parts: aggregates of `by` stay out unless `where` names them. */
static void drop_aggregates(const struct planner *planner, struct scan_task *task,
                            const struct column *by)
{
    const struct query_filter *where = filter_on(task->query, by->name);
    if (where && !where->is_exclusion) {
        return; /* only what it names passes anyway */
    }
    struct scan_filter *filter = filter_of(planner->arena, task, task->by);
    for (size_t i = 0; i < by->aggregates.count; i++) {
        add_word(planner, filter, by->aggregates.at[i])->is_wanted = false;
    }
}

static bool plan_total(struct planner *planner, struct scan_task *task,
                       const struct column *by)
{
    str total = task->query->total;
    if (!total.length) {
        return true;
    }
    if (words_find(&by->aggregates, total) == UINT32_MAX) {
        return refuse(planner, "\"total\" is not an aggregate");
    }
    struct scan_filter *filter = filter_of(planner->arena, task, task->by);
    struct scan_word *word = add_word(planner, filter, total);
    word->is_wanted = true;
    word->is_asked = true;
    return true;
}

static bool plan_by(struct planner *planner, struct scan_task *task)
{
    task->by = SCAN_NO_COLUMN;
    if (!task->query->by.length) {
        return true;
    }
    task->by = find_name(planner->plan, task->query->by);
    const struct column *columns = planner->plan->columns->columns;
    if (task->by == SCAN_NO_COLUMN || columns[task->by].role != ROLE_DIMENSION) {
        return refuse(planner, "\"by\" is not a dimension");
    }
    const struct column *by = &columns[task->by];
    if (by->aggregates.count) {
        drop_aggregates(planner, task, by);
    }
    return plan_total(planner, task, by);
}

/* --- tasks ---------------------------------------------------------------------------- */

static bool plan_classes(struct planner *planner, struct scan_task *task)
{
    const struct table *columns = planner->plan->columns;
    for (uint32_t i = 0; i < columns->column_count; i++) {
        const struct words *aggregates = &columns->columns[i].aggregates;
        if (!aggregates->count || i == task->by) {
            continue;
        }
        if (task->class_count == SCAN_CLASSES_MAX) {
            return refuse(planner, "many columns have aggregates");
        }
        struct scan_class *class = &task->classes[task->class_count++];
        class->column = i;
        class->aggregates = scan_words_create(planner->arena);
        for (size_t k = 0; k < aggregates->count; k++) {
            scan_words_add(planner->arena, &class->aggregates, aggregates->at[k]);
        }
    }
    return true;
}

static bool is_one_word(const struct scan_task *task, uint32_t column)
{
    for (size_t i = 0; i < task->filter_count; i++) {
        const struct scan_filter *filter = &task->filters[i];
        if (filter->column == column) {
            return !filter->is_open && filter->words.count == 1;
        }
    }
    return false;
}

/* The dimensions in which rows with one key for all others can differ. */
static void plan_keys(const struct planner *planner, struct scan_task *task)
{
    const struct table *columns = planner->plan->columns;
    bool is_by_alone = true;
    task->keys = arena_array(planner->arena, uint32_t, columns->column_count);
    for (uint32_t i = 0; i < columns->column_count; i++) {
        if (columns->columns[i].role == ROLE_DIMENSION && !is_one_word(task, i)) {
            task->keys[task->key_count++] = i;
            is_by_alone &= i == task->by;
        }
    }
    task->is_key_whole = is_by_alone;
    task->has_prints = !is_by_alone;
}

static bool plan_task(struct planner *planner, const struct query *query,
                      struct scan_task *task)
{
    enum { BY_FILTER = 1 };
    struct scan_plan *plan = planner->plan;
    task->query = query;
    task->filters =
        arena_array(planner->arena, struct scan_filter, query->filter_count + BY_FILTER);
    for (size_t i = 0; i < query->filter_count; i++) {
        if (!plan_filter(planner, &query->filters[i], task)) {
            return false;
        }
    }
    if (!plan_by(planner, task) || !plan_classes(planner, task)) {
        return false;
    }
    for (size_t i = 0; i < task->filter_count; i++) {
        struct scan_filter *filter = &task->filters[i];
        filter->seen = plan->word_count;
        plan->word_count += filter->words.count;
    }
    plan_keys(planner, task);
    return true;
}

static bool is_same_filter(const struct query_filter *a, const struct query_filter *b)
{
    bool is_same = str_equal(a->column, b->column) && a->count == b->count &&
                   a->is_exclusion == b->is_exclusion;
    for (size_t i = 0; is_same && i < a->count; i++) {
        is_same = str_equal(a->values[i], b->values[i]);
    }
    return is_same;
}

/* Whether both take the same rows in the same groups. */
static bool is_same_task(const struct query *a, const struct query *b)
{
    bool is_same = str_equal(a->by, b->by) && str_equal(a->total, b->total) &&
                   a->filter_count == b->filter_count;
    for (size_t i = 0; is_same && i < a->filter_count; i++) {
        is_same = is_same_filter(&a->filters[i], &b->filters[i]);
    }
    return is_same;
}

static size_t find_task(const struct scan_plan *plan, const struct query *query)
{
    size_t task = 0;
    while (task < plan->task_count && !is_same_task(plan->tasks[task].query, query)) {
        task++;
    }
    return task;
}

static uint32_t find_measure(struct planner *planner, const struct query *query)
{
    const struct table *columns = planner->plan->columns;
    uint32_t measure = query->measure.length ? find_name(planner->plan, query->measure)
                                             : find_role(planner->plan, ROLE_MEASURE);
    size_t count = 0;
    for (size_t i = 0; i < columns->column_count; i++) {
        count += columns->columns[i].role == ROLE_MEASURE;
    }
    bool is_measure =
        measure != SCAN_NO_COLUMN && columns->columns[measure].role == ROLE_MEASURE;
    if (!is_measure || (!query->measure.length && count > 1)) {
        refuse(planner, "\"measure\" is not one column of numbers");
        return SCAN_NO_COLUMN;
    }
    return measure;
}

static bool plan_query(struct planner *planner, const struct query *queries,
                       size_t query_count, size_t index)
{
    struct scan_plan *plan = planner->plan;
    const struct query *query = &queries[index];
    uint32_t measure = find_measure(planner, query);
    if (measure == SCAN_NO_COLUMN) {
        return false;
    }
    size_t at = find_task(plan, query);
    struct scan_task *task = &plan->tasks[at];
    if (at == plan->task_count) {
        if (!plan_task(planner, query, task)) {
            return false;
        }
        task->measures = arena_array(planner->arena, uint32_t, query_count);
        plan->task_count++;
    }
    size_t place = 0;
    while (place < task->measure_count && task->measures[place] != measure) {
        place++;
    }
    if (place == task->measure_count) {
        task->measures[task->measure_count++] = measure;
    }
    plan->queries[index].task = at;
    plan->queries[index].measure = place;
    return true;
}

static void note_needed(struct arena *arena, struct scan_plan *plan)
{
    plan->is_needed = arena_array(arena, bool, plan->columns->column_count);
    bool *is_needed = plan->is_needed;
    is_needed[plan->period] = true;
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct scan_task *task = &plan->tasks[i];
        for (size_t k = 0; k < task->filter_count; k++) {
            is_needed[task->filters[k].column] = true;
        }
        for (size_t k = 0; k < task->class_count; k++) {
            is_needed[task->classes[k].column] = true;
        }
        for (size_t k = 0; k < task->measure_count; k++) {
            is_needed[task->measures[k]] = true;
        }
        for (size_t k = 0; k < task->key_count; k++) {
            is_needed[task->keys[k]] = true;
        }
        if (task->by != SCAN_NO_COLUMN) {
            is_needed[task->by] = true;
        }
    }
    if (plan->status != SCAN_NO_COLUMN) {
        is_needed[plan->status] = true;
    }
}

const char *scan_plan_create(struct arena *arena, const struct table *columns,
                             const struct query *queries, size_t query_count,
                             struct scan_plan *plan)
{
    struct planner planner = {.arena = arena, .plan = plan};
    *plan = (struct scan_plan){
        .columns = columns,
        .tasks = arena_array(arena, struct scan_task, query_count),
    };
    plan->queries = arena_allocate(arena, query_count, sizeof *plan->queries);
    plan->period = find_role(plan, ROLE_PERIOD);
    plan->status = find_role(plan, ROLE_STATUS);
    if (plan->period == SCAN_NO_COLUMN) {
        return "there is no column of periods";
    }
    for (size_t i = 0; i < query_count; i++) {
        if (!plan_query(&planner, queries, query_count, i)) {
            return planner.reason;
        }
    }
    note_needed(arena, plan);
    return NULL;
}
