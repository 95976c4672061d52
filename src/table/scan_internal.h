/* SPDX-License-Identifier: MIT */
/*
 * What the files of the scanner share.
 *
 *   scan_plan    queries and schema to what must be done with each row
 *   scan_words   small dictionaries that are asked for each row
 *   scan_number  cells to numbers
 *   scan_fields  cells without their quotes
 *   scan_rows    rows of a block to sums
 *   scan_measures  the numbers of these rows
 *   scan_keys    whether a key of them is repeated
 *   scan_sums    the sums of one thread, by group and period
 *   scan_watch   the rows of some cells
 *   scan_merge   the sums of all threads as one
 *   scan_result  and these as the tables of the queries
 *   scan_block   a piece of a file
 *   scan_range   where the rows of a part of a file start, and their sums
 *   scan_parse   the same through libcsv, row by row
 *   scan         files, ranges and threads
 */
#ifndef TABLE_SCAN_INTERNAL_H
#define TABLE_SCAN_INTERNAL_H

#include "table/scan.h"

#include <stdatomic.h>
#include <string.h>

/* --- cells ---------------------------------------------------------------------------- */

/* Cells of a column, as they stand in a block: those that end at text[ends[rows[i]]]. */
struct scan_cells {
    const char *text; /* with 16 readable bytes before and behind it */
    const uint32_t
        *ends; /* of the column in the first row; ends[-1] is the offset before */
    const uint32_t *rows;
    size_t count;
    bool has_returns; /* carriage returns behind them, which belong to the line end */
};

static inline str scan_cell(const struct scan_cells *cells, size_t index)
{
    const uint32_t *end = cells->ends + cells->rows[index];
    uint32_t from = end[-1] + 1;
    uint32_t to = *end;
    if (cells->has_returns && to > from && cells->text[to - 1] == '\r') {
        to--;
    }
    return (str){cells->text + from, to - from};
}

/* --- words ---------------------------------------------------------------------------- */

struct scan_word {
    uint64_t heads[2]; /* its first 16 bytes, the rest zero: no text has a NUL */
    str text;
    bool is_wanted; /* in a filter: a row with it passes */
    bool is_asked; /* in a filter: the query names it, it must occur */
    uint32_t period; /* in `by`: the last row with it had this word of the periods, */
    uint32_t sum; /* and went into this sum */
};

/* Sparse, so that most words that are not in it meet a free slot at once. */
struct scan_words {
    struct scan_word *at;
    size_t count, capacity;
    uint32_t *slots; /* word + 1, 0 is free */
    unsigned slot_bits; /* 0 as long as there are no slots */
};

enum { SCAN_NO_WORD = UINT32_MAX };

/* Up to 8 bytes from `at`; all 8 are readable, but those behind `length` do not count. */
static inline uint64_t scan_head(const char *at, size_t length)
{
    uint64_t head;
    memcpy(&head, at, sizeof head);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    head = __builtin_bswap64(head);
#endif
    return length < 8 ? head & (((uint64_t)1 << 8 * length) - 1) : head;
}

static inline size_t scan_words_slot(const struct scan_words *words, uint64_t head,
                                     size_t length)
{
    uint64_t hash = (head ^ (uint64_t)length << 56) * 0x9E3779B97F4A7C15U;
    return (size_t)(hash >> (64 - words->slot_bits));
}

static inline bool scan_word_is(const struct scan_word *word, uint64_t head, str text)
{
    if (word->heads[0] != head || word->text.length != text.length) {
        return false;
    }
    return text.length <= 8 ||
           (word->heads[1] == scan_head(text.at + 8, text.length - 8) &&
            (text.length <= 16 || !memcmp(word->text.at, text.at, text.length)));
}

/* Its index, or SCAN_NO_WORD. 16 bytes from the start of the text on are readable. */
static inline uint32_t scan_words_find(const struct scan_words *words, str text)
{
    uint64_t head = scan_head(text.at, text.length);
    size_t mask = ((size_t)1 << words->slot_bits) - 1;
    size_t slot = scan_words_slot(words, head, text.length);
    for (; words->slots[slot]; slot = (slot + 1) & mask) {
        uint32_t word = words->slots[slot] - 1;
        if (scan_word_is(&words->at[word], head, text)) {
            return word;
        }
    }
    return SCAN_NO_WORD;
}

/*
 * The words of cells from `first` on, until one that is quoted or has more than 16 bytes:
 * the index of that, or how many cells there are.
 */
size_t scan_words_find_cells(const struct scan_words *words, const struct scan_cells *cells,
                             size_t first, uint32_t *found);

/* Its index; adds the word if it is new. Any text will do. */
uint32_t scan_words_add(struct arena *arena, struct scan_words *words, str text);

/* Makes an empty dictionary, in which scan_words_find() may look. */
struct scan_words scan_words_create(struct arena *arena);

/* --- numbers -------------------------------------------------------------------------- */

enum { SCAN_ODD = 0xFF, SCAN_PLACES_MAX = 9 };

/*
 * Reads plain numbers of at most 16 digits: units[i] / 10^places[i]. Any other
 * cell has SCAN_ODD places; it may be a number too.
 */
typedef void numbers_function(const struct scan_cells *cells, int64_t *units,
                              uint8_t *places);

numbers_function *numbers_with(enum split_kind kind);
numbers_function numbers_plain, numbers_avx2, numbers_avx512;

/*
 * For 16 bytes, the last of them the digits of a number with so many places: which byte
 * comes to each place, so that the digits before the point move up over it; 128 is zero.
 */
extern const uint8_t scan_moves[SCAN_PLACES_MAX + 1][16];

/* --- the plan ------------------------------------------------------------------------- */

enum { SCAN_NO_COLUMN = UINT32_MAX, SCAN_CLASSES_MAX = 4 };

struct scan_filter {
    uint32_t column;
    struct scan_words words;
    bool is_open; /* rows with other words pass */
    size_t seen; /* where its words begin in a thread's flags */
};

/* A dimension whose aggregates must not meet its parts in a sum. */
struct scan_class {
    uint32_t column;
    struct scan_words aggregates;
};

/* Queries that take the same rows in the same groups, each with a measure of its own. */
struct scan_task {
    const struct query *query; /* the first of them */
    struct scan_filter *filters;
    size_t filter_count;
    uint32_t by; /* or SCAN_NO_COLUMN */
    uint32_t *measures;
    size_t measure_count;
    struct scan_class classes[SCAN_CLASSES_MAX];
    size_t class_count;
    bool is_key_whole; /* group and period tell all rows apart */
    bool has_prints; /* else scan_keys_add() keeps what does: */
    uint32_t *keys; /* the dimensions in which rows can differ */
    size_t key_count;
};

struct scan_plan {
    const struct table *columns; /* without rows */
    uint32_t period, status; /* or SCAN_NO_COLUMN */
    struct scan_task *tasks;
    size_t task_count;
    struct {
        size_t task, measure;
    } * queries; /* which sums are whose */
    size_t word_count; /* of all filters */
    bool *is_needed; /* by column: a query looks at it */
};

/* NULL, or why these columns or queries cannot be scanned. */
const char *scan_plan_create(struct arena *arena, const struct table *columns,
                             const struct query *queries, size_t query_count,
                             struct scan_plan *plan);

/* NULL, or why these names are no regular header. `columns` gets roles and names. */
const char *scan_plan_columns(struct arena *arena, const str *names, size_t count,
                              const struct schema *schema, struct table *columns);

/* --- sums ----------------------------------------------------------------------------- */

struct scan_part {
    int128 units;
    uint64_t width; /* column_width() of all cells: at most 2^32 cells of 10^9 units */
    uint8_t places; /* the most decimals among the cells */
    uint8_t state; /* enum cell_state */
};

struct scan_sum {
    uint32_t by, period; /* words */
    uint32_t range; /* of the first row, and */
    uint32_t line; /* its line, from 0 in what the range reads */
    uint32_t classes[SCAN_CLASSES_MAX]; /* SCAN_NO_WORD, or an aggregate */
    char status;
};

struct scan_sums {
    struct arena *arena;
    size_t measure_count;
    size_t row_count; /* that went into them */
    struct scan_words groups, spellings; /* of `by` and of the period */
    struct {
        struct period *at; /* of each spelling */
        size_t count, capacity;
    } periods;
    struct scan_sum *at;
    size_t count, capacity;
    struct scan_part *parts; /* measure_count for each sum; as many as the capacity */
    uint32_t *slots; /* sum + 1, 0 is free */
    size_t slot_count;
};

struct scan_sums scan_sums_create(struct arena *arena, size_t measure_count);

/* The sum of these words; sums->count grows if it is new, and is the caller's to fill. */
uint32_t scan_sums_find(struct scan_sums *sums, uint32_t by, uint32_t period);

static inline struct scan_part *scan_sums_parts(const struct scan_sums *sums, size_t sum)
{
    return &sums->parts[sum * sums->measure_count];
}

/* No sum overflows, in whatever order it is made: see is_small() in scan_measures.c. */
void scan_part_add(struct scan_part *part, struct scan_part other);

/* --- rows ----------------------------------------------------------------------------- */

/* A row of a watched cell, as one thread has met it. */
struct scan_watched {
    uint32_t watch, range;
    size_t line; /* from 0 in the range */
    str text;
    char status;
};
struct scan_print_budget;

/* What one thread has. */
struct scan_worker {
    const struct scan_plan *plan;
    const struct scan_options *options;
    struct {
        struct scan_watched *at;
        size_t count, capacity;
    } watched;
    struct {
        uint32_t *at; /* of each sum of the first task its watch, or SCAN_NO_WORD */
        size_t count, capacity;
    } watches;
    struct arena arena;
    struct scan_sums *sums; /* by task */
    bool *seen; /* words of filters that have occurred */
    bool *is_complete; /* by task: all asked words have */
    struct scan_prints **prints; /* by task */
    struct scan_print_budget *budget;
    numbers_function *numbers;
    struct scan_batch *batch; /* rows that are done together */
    char *scratch; /* fields with doubled quotes in them: twice a row has room */
    size_t scratch_bytes, scratch_used;
};

void scan_worker_create(struct scan_worker *worker, const struct scan_plan *plan,
                        const struct scan_options *options,
                        struct scan_print_budget *budget);

/* Room for what scan_field() makes of a row that is no longer. */
void scan_scratch_create(struct arena *arena, struct scan_worker *worker,
                         size_t row_bytes_max);

/* Whole rows of a block. ends[-1] is the offset before the first, UINT32_MAX. */
struct scan_rows {
    const char *text; /* with 16 readable bytes before and behind it */
    const uint32_t *ends;
    size_t count;
    uint32_t range;
    size_t line; /* of the first, from 0 in the range */
    bool has_breaks; /* line feeds inside of quotes */
    bool has_returns; /* carriage returns before those that end rows */
    const uint32_t *lines; /* of each row after the first, or NULL: see has_breaks */
};

/* NULL, or why the rows are not regular. */
const char *scan_rows_add(struct scan_worker *worker, const struct scan_rows *rows);

/*
 * Rows of one task that are done together, column by column. They are few, so that they
 * stay in the first cache meanwhile.
 */
enum { SCAN_BATCH_ROWS = 256 };

struct scan_batch {
    size_t count;
    uint32_t rows[SCAN_BATCH_ROWS]; /* index of the end of the first field */
    uint32_t words[SCAN_BATCH_ROWS]; /* of one column */
    uint32_t periods[SCAN_BATCH_ROWS]; /* words */
    uint32_t sums[SCAN_BATCH_ROWS];
    int64_t units[SCAN_BATCH_ROWS];
    uint8_t places[SCAN_BATCH_ROWS];
};

/* Rows: the indices of the ends of their first fields. */
struct scan_span {
    uint32_t from, to, step;
};

/*
 * Adds the rows to the batch whose cell is a wanted word, until it is full or a cell is
 * quoted or has more than 16 bytes; returns the row after. The cells have no returns.
 */
uint32_t scan_words_choose(const struct scan_words *words, const struct scan_cells *cells,
                           struct scan_span span, struct scan_batch *batch);

/* A column of the batch. */
struct scan_cells scan_cells_of(const struct scan_worker *worker,
                                const struct scan_rows *rows, size_t column);

/* A cell that is quoted without its quotes: valid until the next one. */
str scan_unquote(struct scan_worker *worker, str field);

static inline str scan_text(struct scan_worker *worker, str cell)
{
    return *cell.at == '"' ? scan_unquote(worker, cell) : cell;
}

/* The text of the field that ends at rows->ends[end]. */
str scan_field(struct scan_worker *worker, const struct scan_rows *rows, uint32_t end);

/* Adds the numbers of the batch to its sums. NULL, or why they are not regular. */
const char *scan_measures_add(struct scan_worker *worker, const struct scan_rows *rows,
                              const struct scan_sums *sums, size_t measure,
                              uint32_t column);

/* --- keys ------------------------------------------------------------------------------
 */

/* How many are kept, by all threads and for all tasks. */
struct scan_print_budget {
    atomic_size_t count;
    size_t most;
};

/* Keeps the prints of the batch, if there are not too many yet. */
void scan_keys_add(struct scan_worker *worker, size_t task, const struct scan_rows *rows);

/* The line of a row in its range, from 0; `row` is the end of its first field. */
size_t scan_rows_line(const struct scan_worker *worker, const struct scan_rows *rows,
                      uint32_t row);

/* --- watched cells -------------------------------------------------------------------- */

/* Notes a row of the first task, which went into a sum, if that is watched. */
void scan_watch_row(struct scan_worker *worker, const struct scan_rows *rows, uint32_t row,
                    uint32_t sum);

struct scan_total;

/* What all threads have met, in the order of the files. */
void scan_watch_collect(struct arena *arena, const struct scan_total *total,
                        struct scan *scan);

/* --- blocks and ranges ---------------------------------------------------------------- */

struct scan_input {
    int descriptor;
    size_t size;
    size_t start; /* of the first row below the header */
    size_t header_lines;
    size_t row_bytes; /* of a row, about */
};

struct scan_range {
    uint32_t file;
    bool is_certain; /* that a row starts at `from` */
    size_t from, to;
    size_t start, end; /* of its rows; both `to` or more if it has none */
    size_t rows, lines;
    bool has_returns, has_feeds; /* as in table/scan_split.h */
    const char *reason; /* why it is not regular */
};

/* The block of one thread. */
struct scan_block {
    char *text;
    size_t capacity, count;
    uint32_t *ends; /* ends[-1] is there */
    size_t offset; /* of the text in its file */
};

/* Room for so many bytes, and for the ends that may be in them. */
void scan_block_create(struct arena *arena, size_t capacity, struct scan_block *block);

/* Reads on behind what is there. False where that fails; a file that has shrunk does. */
NODISCARD bool scan_block_fill(struct scan_block *block, const struct scan_input *input,
                               size_t most);

/* Whether the block ends where the file does. */
bool scan_block_is_last(const struct scan_block *block, const struct scan_input *input);

/* The last line of a file need not end: it is given the line feed that it lacks. */
void scan_block_close(struct scan_block *block, const struct scan_input *input);

/* Each row has its fields, so that the last of them ends it. */
bool scan_block_has_width(const struct scan_block *block, size_t rows, size_t field_count);

size_t scan_block_feeds(const char *text, size_t length);

/* Drops the rows that are done and moves what is left to the front. */
void scan_block_drop(struct scan_block *block, size_t bytes);

/* Whether both files have the same bytes. */
bool scan_input_equals(const struct scan_input *first, const struct scan_input *second);

struct scan_job {
    const struct scan_plan *plan;
    const struct scan_options *options; /* complete */
    const struct scan_input *input;
    uint32_t range; /* its index */
};

/* Reasons that are no more than the splitters': libcsv may read the row. */
extern const char scan_misshapen[], scan_ragged[], scan_long[];

/* Adds up the rows of a range. NULL, or why they are not regular. */
const char *scan_range_read(const struct scan_job *job, struct scan_range *range,
                            struct scan_worker *worker, struct scan_block *block);

/* As scan_range_read(), but through libcsv, which reads more: the range is all of a file.
 */
const char *scan_range_parse(const struct scan_job *job, struct scan_range *range,
                             struct scan_worker *worker, struct scan_block *block);

/* --- results -------------------------------------------------------------------------- */

/* Where the rows of a range are. */
struct scan_origin {
    uint32_t file;
    size_t first_line; /* of the range, from 1 */
};

struct scan_total {
    const struct scan_plan *plan;
    bool has_prints; /* of all rows of the tasks that keep them */
    struct scan_worker *workers;
    size_t worker_count;
    const struct scan_origin *ranges;
};

/* The sums of all threads for a task. NULL, or why table_load() would not let them through.
 */
const char *scan_merge(struct arena *arena, const struct scan_total *total, size_t task,
                       struct scan_sums *merged);

/* False if two rows that a task took may have the same key. */
bool scan_keys_differ(const struct scan_total *total, size_t task);

/* NULL, or why the sums are not what table_load() would have let through. */
const char *scan_result(struct arena *arena, const struct scan_total *total,
                        const struct query *queries, size_t query_count,
                        const struct table **results);

#endif
