/* SPDX-License-Identifier: MIT */
#include "table/dialect.h"

/* --- separator ---------------------------------------------------------------------- */

enum { SEPARATOR_COUNT = 4, LINES_LOOKED_AT = 50 };

/* Where two serve alike: a tab is hardly ever text, a comma often is. */
static const char separators[SEPARATOR_COUNT] = {'\t', ';', '|', ','};

struct counts {
    size_t of[SEPARATOR_COUNT];
};

/* Counts the separators outside quotes of the row at *offset, and goes to the next row. */
static struct counts count_row(str text, size_t *offset)
{
    struct counts counts = {0};
    bool is_quoted = false;
    for (; *offset < text.length; ++*offset) {
        char byte = text.at[*offset];
        if (byte == '"') {
            is_quoted = !is_quoted;
        } else if (byte == '\n' && !is_quoted) {
            ++*offset;
            break;
        }
        for (size_t i = 0; i < SEPARATOR_COUNT && !is_quoted; i++) {
            counts.of[i] += byte == separators[i];
        }
    }
    return counts;
}

/* In how many rows the separator stands as often as in the row where it does so most. */
static size_t agreement(const struct counts *rows, size_t row_count, size_t separator)
{
    size_t most = 0;
    for (size_t row = 0; row < row_count; row++) {
        size_t same = 0;
        for (size_t other = 0; other < row_count; other++) {
            same += rows[row].of[separator] > 0 &&
                    rows[other].of[separator] == rows[row].of[separator];
        }
        most = same > most ? same : most;
    }
    return most;
}

char dialect_separator(str text)
{
    struct counts rows[LINES_LOOKED_AT];
    size_t row_count = 0;
    for (size_t offset = 0; offset < text.length && row_count < LINES_LOOKED_AT;) {
        rows[row_count++] = count_row(text, &offset);
    }
    size_t best = 0;
    char separator = ',';
    for (size_t i = 0; i < SEPARATOR_COUNT; i++) {
        size_t rows_agreed = agreement(rows, row_count, i);
        if (rows_agreed > best) {
            best = rows_agreed;
            separator = separators[i];
        }
    }
    return separator;
}

/* --- first rows --------------------------------------------------------------------- */

struct heading {
    struct arena *arena;
    struct dialect_head *head;
};

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    (void)error;
    struct heading *heading = context;
    struct dialect_head *head = heading->head;
    str *fields = arena_array(heading->arena, str, row->count);
    for (size_t i = 0; i < row->count; i++) {
        fields[i] = str_copy(heading->arena, str_trim(row->fields[i]));
    }
    head->at[head->count++] =
        (struct reader_row){row->line, fields, row->count, row->is_after_blank};
    return head->count < DIALECT_ROWS_MAX;
}

bool dialect_read(struct arena *arena, const struct source *text, char separator,
                  struct dialect_head *head, struct error *error)
{
    struct heading heading = {arena, head};
    struct reader_facts facts = {0};
    head->count = 0;
    return reader_run(arena, text, separator, take_row, &heading, &facts, error);
}

/* --- header ------------------------------------------------------------------------- */

static size_t filled(const struct reader_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        count += str_trim(row->fields[i]).length > 0;
    }
    return count;
}

size_t dialect_header(const struct dialect_head *head)
{
    size_t row = 0;
    while (row < head->count && filled(&head->at[row]) <= 1) {
        row++;
    }
    bool has_rows_below = row + 1 < head->count && head->at[row].count > 1;
    return has_rows_below ? row : 0;
}

size_t dialect_width(const struct reader_row *header)
{
    bool is_trailing =
        header->count > 1 && !str_trim(header->fields[header->count - 1]).length;
    return header->count - is_trailing;
}
