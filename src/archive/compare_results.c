/* SPDX-License-Identifier: MIT */
/* Cells of two results of one query. */
#include "archive/compare.h"

#include "table/reader.h"

/* A result by its cells: "member|period|measure" to the text. */
struct cells {
    struct arena *arena;
    struct str_list header;
    size_t period, status; /* their columns; header.count: there is none */
    struct words keys;
    struct str_list texts, statuses; /* by the code of the key */
    struct {
        struct cell_key {
            str member, period, measure;
        } * at;
        size_t count, capacity;
    } parts;
};

static size_t find_column(const struct cells *cells, str name)
{
    size_t i = 0;
    while (i < cells->header.count && !str_equal(cells->header.at[i], name)) {
        i++;
    }
    return i;
}

static void take_header(struct cells *cells, const struct reader_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        *arena_push(cells->arena, &cells->header) = str_copy(cells->arena, row->fields[i]);
    }
    cells->period = find_column(cells, S("period"));
    cells->status = find_column(cells, S("status"));
}

static str cell_name(struct arena *arena, struct cell_key key)
{
    return str_print(arena, "%.*s\n%.*s\n%.*s", STR_ARG(key.member), STR_ARG(key.period),
                     STR_ARG(key.measure));
}

static void take_cell(struct cells *cells, const struct reader_row *row, size_t column)
{
    struct arena *arena = cells->arena;
    bool has_member = cells->period > 0;
    struct cell_key key = {
        .member = has_member ? str_copy(arena, row->fields[0]) : (str){0},
        .period = str_copy(arena, row->fields[cells->period]),
        .measure = cells->header.at[column],
    };
    words_add(arena, &cells->keys, cell_name(arena, key));
    *arena_push(arena, &cells->parts) = key;
    *arena_push(arena, &cells->texts) = str_copy(arena, row->fields[column]);
    *arena_push(arena, &cells->statuses) =
        cells->status < row->count ? str_copy(arena, row->fields[cells->status]) : (str){0};
}

/* The columns behind the period but the status are figures. */
static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct cells *cells = context;
    (void)error;
    if (!cells->header.count) {
        take_header(cells, row);
        return true;
    }
    for (size_t i = cells->period + 1; i < row->count && i < cells->header.count; i++) {
        if (i != cells->status) {
            take_cell(cells, row, i);
        }
    }
    return true;
}

static bool read_cells(const struct source *source, struct cells *cells,
                       struct error *error)
{
    struct reader_facts facts = {0};
    return reader_run(cells->arena, source, ',', take_row, cells, &facts, error);
}

static struct ratio number_of(str text)
{
    struct decimal decimal;
    return decimal_parse(text, &decimal) ? ratio_from_decimal(decimal) : (struct ratio){0};
}

static str text_at(const struct cells *cells, struct cell_key key)
{
    uint32_t code = words_find(&cells->keys, cell_name(cells->arena, key));
    return code == UINT32_MAX ? (str){0} : cells->texts.at[code];
}

/* How large a change is, and how large beside the total of its period. */
static void measure_change(const struct cells *after, str total, struct cell_change *change)
{
    struct ratio before = number_of(change->before);
    struct ratio now = number_of(change->after);
    if (!ratio_is_valid(before) || !ratio_is_valid(now)) {
        return;
    }
    change->size = ratio_subtract(now, before);
    struct cell_key key = {total, change->period, change->measure};
    struct ratio whole = number_of(text_at(after, key));
    if (total.length && ratio_is_valid(whole) && ratio_sign(whole)) {
        change->share = ratio_multiply(ratio_divide(change->size, whole), ratio_from(100));
    }
}

static void compare_cell(const struct cells *before, size_t at, const struct cells *after,
                         str query, str total, struct comparison *comparison)
{
    struct cell_key key = before->parts.at[at];
    uint32_t code = words_find(&after->keys, before->keys.at[at]);
    bool is_there = code != UINT32_MAX;
    struct cell_change change = {
        .query = query,
        .member = key.member,
        .period = key.period,
        .measure = key.measure,
        .before = before->texts.at[at],
        .after = is_there ? after->texts.at[code] : (str){0},
    };
    comparison->cell_count += is_there;
    if (!str_equal(change.before, change.after)) {
        measure_change(after, total, &change);
    } else if (is_there && change.before.length &&
               !str_equal(before->statuses.at[at], after->statuses.at[code])) {
        change.is_status = true;
        change.before = before->statuses.at[at];
        change.after = after->statuses.at[code];
    } else {
        return;
    }
    *arena_push(before->arena, &comparison->cells) = change;
}

bool compare_results(struct arena *arena, str query, str total, const struct source *before,
                     const struct source *after, struct comparison *comparison,
                     struct error *error)
{
    struct cells old = {.arena = arena};
    struct cells new = {.arena = arena};
    if (!read_cells(before, &old, error) || !read_cells(after, &new, error)) {
        return false;
    }
    for (size_t i = 0; i < old.parts.count; i++) {
        compare_cell(&old, i, &new, query, total, comparison);
    }
    return true;
}
