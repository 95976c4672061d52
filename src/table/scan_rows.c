/* SPDX-License-Identifier: MIT */
/*
 * From rows to sums: for each task the filters, the key, the sum, the cells.
 * A row that does not pass costs its filters and no more.
 */
#include "scan_internal.h"

#include "table/cell.h"
#include "table/status.h"

void scan_worker_create(struct scan_worker *worker, const struct scan_plan *plan,
                        const struct scan_options *options,
                        struct scan_print_budget *budget)
{
    *worker = (struct scan_worker){
        .plan = plan,
        .options = options,
        .numbers = numbers_with(options->kind),
        .budget = budget,
    };
    struct arena *arena = &worker->arena;
    worker->sums = arena_array(arena, struct scan_sums, plan->task_count);
    worker->seen = arena_array(arena, bool, plan->word_count);
    worker->is_complete = arena_array(arena, bool, plan->task_count);
    worker->prints = arena_array(arena, struct scan_prints *, plan->task_count);
    worker->batch = arena_new(arena, struct scan_batch);
    scan_scratch_create(arena, worker, options->block_bytes + options->row_bytes_max);
    for (size_t i = 0; i < plan->task_count; i++) {
        struct scan_sums *sums = &worker->sums[i];
        *sums = scan_sums_create(arena, plan->tasks[i].measure_count);
        if (plan->tasks[i].by == SCAN_NO_COLUMN) {
            scan_words_add(arena, &sums->groups, S("")); /* the one group, word 0 */
        }
    }
}

/* The words of all cells of a column. */
static void find_words(struct scan_worker *worker, const struct scan_words *words,
                       const struct scan_cells *cells)
{
    uint32_t *found = worker->batch->words;
    for (size_t i = 0; (i = scan_words_find_cells(words, cells, i, found)) < cells->count;
         i++) {
        found[i] = scan_words_find(words, scan_text(worker, scan_cell(cells, i)));
    }
}

/* --- filters -------------------------------------------------------------------------- */

/* Looks at all filters, and notes which of their words have occurred. */
static bool passes(struct scan_worker *worker, const struct scan_task *task,
                   const struct scan_rows *rows, uint32_t first)
{
    bool has_passed = true;
    for (size_t i = 0; i < task->filter_count; i++) {
        const struct scan_filter *filter = &task->filters[i];
        str text = scan_field(worker, rows, first + filter->column);
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

/* --- sums ----------------------------------------------------------------------------- */

size_t scan_rows_line(const struct scan_worker *worker, const struct scan_rows *rows,
                      uint32_t row)
{
    const char *start = rows->text + ((rows->ends - 1)[row] + 1);
    if (rows->lines) {
        return rows->line + rows->lines[row / worker->plan->columns->column_count];
    }
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
        str text = scan_field(worker, rows, row + task->classes[i].column);
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
    sum->line = (uint32_t)scan_rows_line(worker, rows, row);
    for (size_t i = 0; i < task->class_count; i++) {
        str text = scan_field(worker, rows, row + task->classes[i].column);
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

/* Files have their periods one after the other: each is mostly that of the row before. */
static __attribute__((noinline)) bool find_periods(struct scan_worker *worker,
                                                   const struct scan_rows *rows,
                                                   struct scan_sums *sums)
{
    struct scan_batch *batch = worker->batch;
    const struct scan_cells cells = scan_cells_of(worker, rows, worker->plan->period);
    const size_t count = cells.count;
    uint32_t period = SCAN_NO_WORD;
    uint64_t head = 0;
    size_t length = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        str cell = scan_cell(&cells, i);
        bool is_last =
            cell.length == length && length <= 8 && scan_head(cell.at, cell.length) == head;
        if (!is_last) {
            period = period_of(sums, scan_text(worker, cell));
            length = cell.length;
            head = scan_head(cell.at, cell.length);
            if (period == SCAN_NO_WORD) {
                return false;
            }
        }
        batch->periods[i] = period;
    }
    return true;
}

/* The sum of a group is mostly its last one. */
static inline uint32_t sum_of(struct scan_sums *sums, uint32_t by, uint32_t period)
{
    struct scan_word *group = &sums->groups.at[by];
    if (__builtin_expect(group->period != period, 0)) {
        group->sum = scan_sums_find(sums, by, period);
        group->period = period;
    }
    return group->sum;
}

static __attribute__((noinline)) void find_sums(struct scan_worker *worker,
                                                const struct scan_task *task,
                                                const struct scan_rows *rows,
                                                struct scan_sums *sums)
{
    struct scan_batch *batch = worker->batch;
    const size_t count = batch->count;
    size_t known = sums->count;
    for (size_t i = 0; i < count; i++) {
        batch->sums[i] = sum_of(sums, batch->words[i], batch->periods[i]);
        if (__builtin_expect(sums->count > known, 0)) {
            start_sum(worker, task, rows, batch->rows[i], &sums->at[known++]);
        }
    }
    sums->row_count += count;
}

/* The words of `by`, of which new ones come up. */
static void find_groups(struct scan_worker *worker, const struct scan_rows *rows,
                        struct scan_sums *sums, uint32_t column)
{
    struct scan_batch *batch = worker->batch;
    const struct scan_cells cells = scan_cells_of(worker, rows, column);
    find_words(worker, &sums->groups, &cells);
    for (size_t i = 0; i < cells.count; i++) {
        if (__builtin_expect(batch->words[i] == SCAN_NO_WORD, 0)) {
            str text = scan_text(worker, scan_cell(&cells, i));
            batch->words[i] = scan_words_add(sums->arena, &sums->groups, text);
        }
    }
}

/* What few files have: aggregates beside parts, and statuses. */
static __attribute__((noinline)) const char *check_rows(struct scan_worker *worker,
                                                        const struct scan_task *task,
                                                        const struct scan_rows *rows,
                                                        struct scan_sums *sums)
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
            reason = add_status(sum, scan_field(worker, rows, batch->rows[i] + status));
        }
    }
    return reason;
}

/* --- blocks --------------------------------------------------------------------------- */

static const char *add_batch(struct scan_worker *worker, size_t index,
                             const struct scan_rows *rows)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    struct scan_sums *sums = &worker->sums[index];
    if (!find_periods(worker, rows, sums)) {
        return "a period is not plain";
    }
    if (task->by != SCAN_NO_COLUMN) {
        find_groups(worker, rows, sums, task->by);
    } else {
        memset(worker->batch->words, 0, sizeof worker->batch->words); /* the one group */
    }
    find_sums(worker, task, rows, sums);
    if (task->has_prints) {
        scan_keys_add(worker, index, rows);
    }
    const char *reason = check_rows(worker, task, rows, sums);
    for (size_t i = 0; i < task->measure_count && !reason; i++) {
        reason = scan_measures_add(worker, rows, sums, i, task->measures[i]);
    }
    if (worker->options->watch_count && task == worker->plan->tasks) {
        for (size_t i = 0; i < worker->batch->count; i++) {
            scan_watch_row(worker, rows, worker->batch->rows[i], worker->batch->sums[i]);
        }
    }
    return reason;
}

/* Of the rows of the batch those that pass one filter. */
static __attribute__((noinline)) void narrow(struct scan_worker *worker,
                                             const struct scan_filter *filter,
                                             const struct scan_rows *rows)
{
    struct scan_batch *batch = worker->batch;
    const struct scan_word *at = filter->words.at;
    const struct scan_cells cells = scan_cells_of(worker, rows, filter->column);
    const bool is_open = filter->is_open;
    size_t count = 0;
    find_words(worker, &filter->words, &cells);
    for (size_t i = 0; i < cells.count; i++) {
        uint32_t word = batch->words[i];
        batch->rows[count] = batch->rows[i];
        count += word == SCAN_NO_WORD ? is_open : at[word].is_wanted;
    }
    batch->count = count;
}

static void take_rows(struct scan_batch *batch, uint32_t row, uint32_t field_count,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        batch->rows[i] = row + (uint32_t)i * field_count;
    }
    batch->count = count;
}

/* Until a thread has met all the words that a task asks for, it looks at all filters of a
 * row, even if one has refused it. */
static void look_closely(struct scan_worker *worker, const struct scan_task *task,
                         const struct scan_rows *rows)
{
    struct scan_batch *batch = worker->batch;
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++) {
        uint32_t row = batch->rows[i];
        batch->rows[count] = row;
        count += passes(worker, task, rows, row);
    }
    batch->count = count;
}

/* The next rows that pass a filter which only words open; the row after. */
static uint32_t choose_words(struct scan_worker *worker, const struct scan_filter *filter,
                             const struct scan_rows *rows, struct scan_span span)
{
    struct scan_batch *batch = worker->batch;
    const struct scan_cells cells = scan_cells_of(worker, rows, filter->column);
    batch->count = 0;
    while (span.from < span.to && batch->count < SCAN_BATCH_ROWS) {
        span.from = scan_words_choose(&filter->words, &cells, span, batch);
        if (span.from < span.to && batch->count < SCAN_BATCH_ROWS) {
            str text = scan_field(worker, rows, span.from + filter->column);
            uint32_t word = scan_words_find(&filter->words, text);
            batch->rows[batch->count] = span.from;
            batch->count += word != SCAN_NO_WORD && filter->words.at[word].is_wanted;
            span.from += span.step;
        }
    }
    return span.from;
}

/* Whether choose_words() may be asked first. */
static bool has_plain_filter(const struct scan_worker *worker, size_t index,
                             const struct scan_rows *rows)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    return worker->is_complete[index] && task->filter_count && !task->filters[0].is_open &&
           !scan_cells_of(worker, rows, task->filters[0].column).has_returns;
}

/* The next rows, and of them those that pass; the row after. */
static uint32_t choose_rows(struct scan_worker *worker, size_t index,
                            const struct scan_rows *rows, struct scan_span span)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    uint32_t left = (span.to - span.from) / span.step;
    uint32_t count = left < SCAN_BATCH_ROWS ? left : SCAN_BATCH_ROWS;
    uint32_t next = span.from + count * span.step;
    size_t done = 0;
    if (has_plain_filter(worker, index, rows)) {
        next = choose_words(worker, &task->filters[0], rows, span);
        done = 1;
    } else {
        take_rows(worker->batch, span.from, span.step, count);
    }
    if (!worker->is_complete[index]) {
        look_closely(worker, task, rows);
        return next;
    }
    for (size_t i = done; i < task->filter_count; i++) {
        narrow(worker, &task->filters[i], rows);
    }
    return next;
}

static const char *add_rows(struct scan_worker *worker, size_t index,
                            const struct scan_rows *rows)
{
    const struct scan_task *task = &worker->plan->tasks[index];
    uint32_t field_count = (uint32_t)worker->plan->columns->column_count;
    struct scan_span span = {0, (uint32_t)rows->count * field_count, field_count};
    const char *reason = NULL;
    while (span.from < span.to && !reason) {
        span.from = choose_rows(worker, index, rows, span);
        if (worker->batch->count) {
            reason = add_batch(worker, index, rows);
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
