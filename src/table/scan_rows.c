/* SPDX-License-Identifier: MIT */
/*
 * From rows to sums: for each task the filters, the key, the sum, the cells.
 * A row that does not pass costs its filters and no more.
 */
#include "scan_internal.h"

#include "table/cell.h"
#include "table/status.h"

enum { MARGIN = 16, WHOLE_DIGITS_MAX = 19, PLACES_MAX = 9, BATCH_ROWS = 1024 };

/* Rows of one task that are done together, column by column. */
struct scan_batch {
    size_t count;
    uint32_t rows[BATCH_ROWS]; /* index of the end of the first field */
    uint32_t periods[BATCH_ROWS]; /* words */
    uint32_t groups[BATCH_ROWS];
    uint32_t sums[BATCH_ROWS];
    int64_t units[BATCH_ROWS];
    uint8_t places[BATCH_ROWS];
};

void scan_scratch_create(struct arena *arena, struct scan_worker *worker,
                         size_t row_bytes_max)
{
    worker->scratch_bytes = 2 * row_bytes_max;
    worker->scratch = arena_array(arena, char, worker->scratch_bytes + (size_t)2 * MARGIN);
}

void scan_worker_create(struct scan_worker *worker, const struct scan_plan *plan,
                        enum split_kind kind, size_t row_bytes_max)
{
    *worker = (struct scan_worker){.plan = plan, .numbers = numbers_with(kind)};
    struct arena *arena = &worker->arena;
    worker->sums = arena_array(arena, struct scan_sums, plan->task_count);
    worker->seen = arena_array(arena, bool, plan->word_count);
    worker->is_complete = arena_array(arena, bool, plan->task_count);
    worker->batch = arena_new(arena, struct scan_batch);
    scan_scratch_create(arena, worker, row_bytes_max);
    for (size_t i = 0; i < plan->task_count; i++) {
        struct scan_sums *sums = &worker->sums[i];
        sums->arena = arena;
        sums->measure_count = plan->tasks[i].measure_count;
        sums->groups = scan_words_create(arena);
        sums->spellings = scan_words_create(arena);
        if (plan->tasks[i].by == SCAN_NO_COLUMN) {
            scan_words_add(arena, &sums->groups, S("")); /* the one group, word 0 */
        }
    }
}

/* --- fields --------------------------------------------------------------------------- */

/* Between its quotes; doubled ones are made single in the scratch. */
static __attribute__((noinline)) str unquote(struct scan_worker *worker, str field)
{
    str inner = str_slice(field, 1, field.length - 1);
    if (!memchr(inner.at, '"', inner.length)) {
        return inner;
    }
    if (inner.length > worker->scratch_bytes - worker->scratch_used) {
        worker->scratch_used = 0; /* what is there is of rows that are done */
    }
    char *to = worker->scratch + MARGIN + worker->scratch_used;
    str plain = {to, 0};
    for (size_t i = 0; i < inner.length; i++) {
        *to++ = inner.at[i];
        i += inner.at[i] == '"';
    }
    plain.length = (size_t)(to - plain.at);
    worker->scratch_used += plain.length;
    return plain;
}

static inline str field_at(struct scan_worker *worker, const struct scan_rows *rows,
                           size_t end)
{
    uint32_t from = (rows->ends - 1)[end] + 1;
    uint32_t to = rows->ends[end];
    if (rows->has_returns && to > from && rows->text[to - 1] == '\r') {
        to--; /* it is outside of quotes, so it belongs to the line end */
    }
    str field = {rows->text + from, to - from};
    return *field.at == '"' ? unquote(worker, field) : field;
}

str scan_field(struct scan_worker *worker, const struct scan_rows *rows, size_t end)
{
    return field_at(worker, rows, end);
}

/* --- filters -------------------------------------------------------------------------- */

/* Looks at all filters, and notes which of their words have occurred. */
static bool passes(struct scan_worker *worker, const struct scan_task *task,
                   const struct scan_rows *rows, size_t first)
{
    bool has_passed = true;
    for (size_t i = 0; i < task->filter_count; i++) {
        const struct scan_filter *filter = &task->filters[i];
        str text = field_at(worker, rows, first + filter->column);
        uint32_t word = scan_words_find(&filter->words, text);
        if (word == SCAN_NO_WORD) {
            has_passed &= filter->is_open;
        } else {
            has_passed &= filter->words.at[word].is_wanted;
            worker->seen[filter->seen + word] = true;
        }
    }
    return has_passed;
}

static bool has_all_words(const struct scan_worker *worker, const struct scan_task *task)
{
    for (size_t i = 0; i < task->filter_count; i++) {
        const struct scan_filter *filter = &task->filters[i];
        for (size_t k = 0; k < filter->words.count; k++) {
            if (filter->words.at[k].is_asked && !worker->seen[filter->seen + k]) {
                return false;
            }
        }
    }
    return true;
}

/* --- cells ---------------------------------------------------------------------------- */

static void add_units(struct scan_part *part, int128 units, unsigned places)
{
    static const int64_t powers[PLACES_MAX + 1] = {
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    if (places != part->places) {
        uint8_t before = part->places;
        part->places = places > before ? (uint8_t)places : before;
        part->units *= powers[part->places - before];
        units *= powers[part->places - places];
    }
    part->units += units;
}

/*
 * With so few digits no sum can overflow, in whatever order it is made: 10^28
 * a cell, and a file has fewer than 2^32 lines.
 */
static bool is_small(struct decimal number)
{
    static const uint64_t limit = 10000000000000000000U; /* WHOLE_DIGITS_MAX */
    int128 whole = number.units < 0 ? -number.units : number.units;
    for (int i = 0; i < number.places; i++) {
        whole /= 10;
    }
    return number.places <= PLACES_MAX && whole < (int128)limit;
}

/* A cell that is no short number: a mark of nothing, a long number, or neither. */
static __attribute__((noinline)) const char *add_odd_cell(struct scan_part *part, str text)
{
    struct decimal number;
    enum cell_state state = cell_state_of_number(text);
    if (state != CELL_VALUE) {
        part->state = state > part->state ? (uint8_t)state : part->state;
        return NULL;
    }
    if (!decimal_parse(text, &number)) {
        return "a number is not plain";
    }
    if (!is_small(number)) {
        return "a number has too many digits";
    }
    add_units(part, number.units, (unsigned)number.places);
    return NULL;
}

static const char *add_cells(struct scan_worker *worker, const struct scan_rows *rows,
                             const struct scan_sums *sums, size_t measure, uint32_t column)
{
    struct scan_batch *batch = worker->batch;
    struct scan_cells cells = {
        .text = rows->text,
        .ends = rows->ends,
        .rows = batch->rows,
        .count = batch->count,
        .column = column,
        .has_returns = rows->has_returns,
    };
    struct scan_part *parts = sums->parts + measure;
    size_t stride = sums->measure_count;
    worker->numbers(&cells, batch->units, batch->places);
    for (size_t i = 0; i < cells.count; i++) {
        struct scan_part *part = &parts[batch->sums[i] * stride];
        part->cell_count++;
        if (batch->places[i] != SCAN_ODD) {
            add_units(part, batch->units[i], batch->places[i]);
            continue;
        }
        str text = field_at(worker, rows, batch->rows[i] + column);
        const char *reason = add_odd_cell(part, text);
        if (reason) {
            return reason;
        }
    }
    return NULL;
}

/* --- sums ----------------------------------------------------------------------------- */

/* The line of a row in its range, from 0. */
static size_t line_of(const struct scan_worker *worker, const struct scan_rows *rows,
                      uint32_t row)
{
    const char *start = rows->text + ((rows->ends - 1)[row] + 1);
    return rows->line + (rows->has_breaks
                             ? scan_block_feeds(rows->text, (size_t)(start - rows->text))
                             : row / worker->plan->columns->column_count);
}

/* Aggregates of other dimensions than `by` are told apart from each other and the rest. */
static const char *check_classes(struct scan_worker *worker, const struct scan_task *task,
                                 const struct scan_rows *rows, uint32_t row,
                                 const struct scan_sum *sum)
{
    for (size_t i = 0; i < task->class_count; i++) {
        str text = field_at(worker, rows, row + task->classes[i].column);
        if (sum->classes[i] != scan_words_find(&task->classes[i].aggregates, text)) {
            return "an aggregate and its parts would be added up";
        }
    }
    return NULL;
}

/* 'A', which all sums start with, is the strongest. */
static const char *add_status(struct scan_sum *sum, str text)
{
    if (!text.length) {
        return NULL;
    }
    if (!cell_is_status(text)) {
        return "a status is no letter";
    }
    sum->status = status_weaker(*text.at, sum->status);
    return NULL;
}

static void start_sum(struct scan_worker *worker, const struct scan_task *task,
                      const struct scan_rows *rows, uint32_t row, struct scan_sum *sum)
{
    sum->range = rows->range;
    sum->line = (uint32_t)line_of(worker, rows, row);
    for (size_t i = 0; i < task->class_count; i++) {
        str text = field_at(worker, rows, row + task->classes[i].column);
        sum->classes[i] = scan_words_find(&task->classes[i].aggregates, text);
    }
}

/* The word of a period; SCAN_NO_WORD if it is none. */
static inline uint32_t period_of(struct scan_sums *sums, str text)
{
    uint32_t word = scan_words_find(&sums->spellings, text);
    struct period period;
    if (word == SCAN_NO_WORD && period_parse(text, &period)) {
        word = scan_words_add(sums->arena, &sums->spellings, text);
        *(struct period *)arena_push(sums->arena, &sums->periods) = period;
    }
    return word;
}

static inline uint32_t group_of(struct scan_sums *sums, str text)
{
    uint32_t word = scan_words_find(&sums->groups, text);
    return word != SCAN_NO_WORD ? word : scan_words_add(sums->arena, &sums->groups, text);
}

static inline bool is_same_text(str a, str b)
{
    return a.length == b.length && scan_head(a.at, a.length) == scan_head(b.at, b.length) &&
           (a.length <= 8 || !memcmp(a.at, b.at, a.length));
}

/* Files have their periods one after the other: each is mostly that of the row before. */
static bool find_periods(struct scan_worker *worker, const struct scan_rows *rows,
                         struct scan_sums *sums)
{
    struct scan_batch *batch = worker->batch;
    const size_t column = worker->plan->period;
    const size_t count = batch->count;
    uint32_t period = SCAN_NO_WORD;
    str last = {0};
    for (size_t i = 0; i < count; i++) {
        str text = field_at(worker, rows, batch->rows[i] + column);
        if (period == SCAN_NO_WORD || !is_same_text(text, last)) {
            period = period_of(sums, text);
            last = text;
            if (period == SCAN_NO_WORD) {
                return false;
            }
        }
        batch->periods[i] = period;
    }
    return true;
}

static void find_groups(struct scan_worker *worker, const struct scan_rows *rows,
                        struct scan_sums *sums, uint32_t column)
{
    struct scan_batch *batch = worker->batch;
    const size_t count = batch->count;
    for (size_t i = 0; i < count; i++) {
        str text = field_at(worker, rows, batch->rows[i] + (size_t)column);
        batch->groups[i] = group_of(sums, text);
    }
}

/* So the sum of a group is mostly its last one. */
static void find_sums(struct scan_worker *worker, const struct scan_task *task,
                      const struct scan_rows *rows, struct scan_sums *sums)
{
    struct scan_batch *batch = worker->batch;
    for (size_t i = 0; i < batch->count; i++) {
        uint32_t by = batch->groups[i];
        uint32_t period = batch->periods[i];
        struct scan_word *group = &sums->groups.at[by];
        if (group->period != period) {
            size_t count = sums->count;
            group->sum = scan_sums_find(sums, by, period);
            group->period = period;
            if (sums->count > count) {
                start_sum(worker, task, rows, batch->rows[i], &sums->at[group->sum]);
            }
        }
        batch->sums[i] = group->sum;
    }
}

/* What few files have: aggregates beside parts, and statuses. */
static const char *check_rows(struct scan_worker *worker, const struct scan_task *task,
                              const struct scan_rows *rows, struct scan_sums *sums)
{
    struct scan_batch *batch = worker->batch;
    uint32_t status = worker->plan->status;
    const char *reason = NULL;
    if (!task->class_count && status == SCAN_NO_COLUMN) {
        return NULL;
    }
    for (size_t i = 0; i < batch->count && !reason; i++) {
        struct scan_sum *sum = &sums->at[batch->sums[i]];
        reason = check_classes(worker, task, rows, batch->rows[i], sum);
        if (!reason && status != SCAN_NO_COLUMN) {
            reason = add_status(sum, field_at(worker, rows, batch->rows[i] + status));
        }
    }
    return reason;
}

/* --- blocks --------------------------------------------------------------------------- */

static const char *add_batch(struct scan_worker *worker, const struct scan_task *task,
                             const struct scan_rows *rows, struct scan_sums *sums)
{
    if (!find_periods(worker, rows, sums)) {
        return "a period is not plain";
    }
    if (task->by != SCAN_NO_COLUMN) {
        find_groups(worker, rows, sums, task->by);
    } else {
        memset(worker->batch->groups, 0, sizeof worker->batch->groups); /* the one group */
    }
    find_sums(worker, task, rows, sums);
    const char *reason = check_rows(worker, task, rows, sums);
    for (size_t i = 0; i < task->measure_count && !reason; i++) {
        reason = add_cells(worker, rows, sums, i, task->measures[i]);
    }
    return reason;
}

/* Of the rows of the batch those that pass one filter. */
static void narrow(struct scan_worker *worker, const struct scan_filter *filter,
                   const struct scan_rows *rows)
{
    struct scan_batch *batch = worker->batch;
    const size_t column = filter->column;
    const size_t all = batch->count;
    const bool is_open = filter->is_open;
    size_t count = 0;
    for (size_t i = 0; i < all; i++) {
        uint32_t row = batch->rows[i];
        uint32_t word =
            scan_words_find(&filter->words, field_at(worker, rows, row + column));
        batch->rows[count] = row;
        count += word == SCAN_NO_WORD ? is_open : filter->words.at[word].is_wanted;
    }
    batch->count = count;
}

/*
 * The next rows, and of them those that pass. Until a thread has met all the words
 * that a task asks for, it looks at all filters of a row, even if one has refused it.
 */
static void choose_rows(struct scan_worker *worker, size_t index,
                        const struct scan_rows *rows, uint32_t *row, uint32_t end)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    const uint32_t field_count = (uint32_t)worker->plan->columns->column_count;
    struct scan_batch *batch = worker->batch;
    bool is_complete = worker->is_complete[index];
    batch->count = 0;
    for (; *row < end && batch->count < BATCH_ROWS; *row += field_count) {
        batch->rows[batch->count] = *row;
        batch->count += is_complete || passes(worker, task, rows, *row);
    }
    for (size_t i = 0; is_complete && i < task->filter_count; i++) {
        narrow(worker, &task->filters[i], rows);
    }
}

static const char *add_rows(struct scan_worker *worker, size_t index,
                            const struct scan_rows *rows)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    uint32_t end = (uint32_t)(rows->count * worker->plan->columns->column_count);
    const char *reason = NULL;
    for (uint32_t row = 0; row < end && !reason;) {
        choose_rows(worker, index, rows, &row, end);
        if (worker->batch->count) {
            reason = add_batch(worker, task, rows, &worker->sums[index]);
        }
    }
    worker->is_complete[index] = worker->is_complete[index] || has_all_words(worker, task);
    return reason;
}

const char *scan_rows_add(struct scan_worker *worker, const struct scan_rows *rows)
{
    const char *reason = NULL;
    for (size_t task = 0; task < worker->plan->task_count && !reason; task++) {
        reason = add_rows(worker, task, rows);
    }
    return reason;
}
