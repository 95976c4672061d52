/* SPDX-License-Identifier: MIT */
/*
 * Sums of parts against published totals.
 *
 * A row takes part as a total, as a part, or as both (8505 of 850511 and under
 * TOTAL). The total and its parts are the same in all other dimensions and in
 * the period; a dimension that only says the same in other words, such as the
 * names of codes, does not count as another one.
 */
#include "validate_internal.h"

#include "table/keys.h"

#include <stdlib.h>

struct member {
    uint32_t row;
    uint32_t total; /* code of the total that the row is, or is a part of */
    uint32_t group; /* the first member with the same total, frame and period */
    bool is_total;
};

/* A total and its parts; numbers in the decimals of the measure. */
struct sum {
    uint32_t total_row; /* + 1; 0 for none */
    uint32_t parts; /* with a value */
    uint32_t empty; /* parts that are missing or suppressed */
    bool is_overflow;
    int128 units;
    uint128 rounding; /* twice the most that the rounding of all figures can make */
};

struct residual {
    const struct sum *sum;
    uint128 size; /* of the difference */
};

struct totals {
    struct validation *validation;
    struct arena *arena; /* for as long as the dimension is looked at */
    const struct column *dimension, *measure;
    bool has_levels; /* there are totals of several kinds among its words */
    struct member *members;
    size_t member_count;
    struct sum *sums; /* by group */
    struct residual *residuals;
    size_t residual_count;
    struct validation_parts *counts;
};

/* --- who belongs to which total ----------------------------------------------------- */

static void add_member(struct totals *totals, size_t row, uint32_t total, bool is_total)
{
    totals->members[totals->member_count++] =
        (struct member){.row = (uint32_t)row, .total = total, .is_total = is_total};
}

static void find_members(struct totals *totals, const uint32_t *parents)
{
    const struct column *dimension = totals->dimension;
    size_t row_count = totals->validation->latest->row_count;
    bool *is_parent = arena_array(totals->arena, bool, dimension->words.count);
    size_t parent_count = 0;
    for (size_t code = 0; code < dimension->words.count; code++) {
        if (parents[code] != UINT32_MAX) {
            parent_count += !is_parent[parents[code]];
            is_parent[parents[code]] = true;
        }
    }
    totals->has_levels = parent_count > 1;
    totals->members = arena_array(totals->arena, struct member, 2 * row_count);
    for (size_t row = 0; row < row_count; row++) {
        uint32_t code = dimension->codes[row];
        if (is_parent[code]) {
            add_member(totals, row, code, true);
        }
        if (parents[code] != UINT32_MAX) {
            add_member(totals, row, parents[code], false);
        }
    }
}

/*
 * Whether each word of the dimension goes with one word of the column, in all rows: the
 * name of a code, or the level of a nomenclature. A column with fewer words counts only
 * beside levels: elsewhere that may be chance, as where each partner has one flow.
 */
static bool says_the_same(const struct totals *totals, const struct column *column)
{
    const struct column *dimension = totals->dimension;
    size_t row_count = totals->validation->latest->row_count;
    if (column->words.count > dimension->words.count ||
        (column->words.count < dimension->words.count && !totals->has_levels)) {
        return false;
    }
    uint32_t *twins = arena_array(totals->arena, uint32_t, dimension->words.count);
    for (size_t row = 0; row < row_count; row++) {
        uint32_t *twin = &twins[dimension->codes[row]];
        *twin = *twin ? *twin : column->codes[row] + 1;
        if (*twin != column->codes[row] + 1) {
            return false;
        }
    }
    return true;
}

/* Whether totals and parts must have the same in that column. */
static bool is_frame(const struct totals *totals, const struct column *column)
{
    return column->role == ROLE_PERIOD ||
           (column->role == ROLE_DIMENSION && column != totals->dimension &&
            column->words.count > 1 && !says_the_same(totals, column));
}

static struct column gather(const struct totals *totals, const struct column *column)
{
    struct column gathered = {.type = column->type};
    column_reserve(totals->arena, &gathered, totals->member_count);
    for (size_t i = 0; i < totals->member_count; i++) {
        size_t row = totals->members[i].row;
        if (column->type == COLUMN_PERIOD) {
            gathered.periods[i] = column->periods[row];
        } else {
            gathered.codes[i] = column->codes[row];
        }
    }
    return gathered;
}

static void find_groups(struct totals *totals)
{
    const struct table *table = totals->validation->latest;
    size_t count = totals->member_count;
    struct column *columns =
        arena_array(totals->arena, struct column, table->column_count + 1);
    struct keys keys = keys_create(totals->arena, table, count);
    struct column *total = &columns[table->column_count];
    column_reserve(totals->arena, total, count);
    for (size_t i = 0; i < count; i++) {
        total->codes[i] = totals->members[i].total;
    }
    keys_use(&keys, total);
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_frame(totals, &table->columns[i])) {
            columns[i] = gather(totals, &table->columns[i]);
            keys_use(&keys, &columns[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        totals->members[i].group = (uint32_t)keys_add(&keys, i);
    }
}

/* --- sums --------------------------------------------------------------------------- */

/* Twice half a unit of the last digit that the figure was published with. */
static uint128 rounding_of(const struct column *measure, size_t row)
{
    uint128 units = 1;
    for (int place = measure->cell_places[row]; place < measure->places; place++) {
        units *= 10;
    }
    return units;
}

static void add_part(struct sum *sum, const struct column *measure, size_t row)
{
    if (measure->states[row] != CELL_VALUE) {
        sum->empty++;
        return;
    }
    sum->parts++;
    sum->rounding += rounding_of(measure, row);
    sum->is_overflow |=
        __builtin_add_overflow(sum->units, measure->units[row], &sum->units);
}

static void add_up(struct totals *totals)
{
    for (size_t i = 0; i < totals->member_count; i++) {
        const struct member *member = &totals->members[i];
        struct sum *sum = &totals->sums[member->group];
        if (member->is_total) {
            sum->total_row = member->row + 1;
        } else {
            add_part(sum, totals->measure, member->row);
        }
    }
}

static void judge(struct totals *totals, const struct sum *sum)
{
    int128 difference;
    size_t row = sum->total_row - 1;
    if (!sum->total_row || !sum->parts || totals->measure->states[row] != CELL_VALUE ||
        sum->is_overflow ||
        __builtin_sub_overflow(totals->measure->units[row], sum->units, &difference)) {
        return;
    }
    uint128 size = difference < 0 ? -(uint128)difference : (uint128)difference;
    bool is_rounding = size <= (sum->rounding + rounding_of(totals->measure, row)) / 2;
    totals->counts->compared++;
    totals->counts->equal += !size;
    totals->counts->rounded += size && is_rounding;
    totals->counts->above += !is_rounding && difference < 0;
    totals->counts->below += !is_rounding && difference > 0;
    if (!is_rounding) {
        totals->residuals[totals->residual_count++] = (struct residual){sum, size};
    }
}

static int compare_residuals(const void *left, const void *right)
{
    const struct residual *a = left;
    const struct residual *b = right;
    int order = (a->size < b->size) - (a->size > b->size);
    return order ? order
                 : (a->sum->total_row > b->sum->total_row) -
                       (a->sum->total_row < b->sum->total_row);
}

static void add_notice(const struct totals *totals, const struct sum *sum)
{
    size_t row = sum->total_row - 1;
    const struct column *measure = totals->measure;
    bool is_excess = sum->units > measure->units[row];
    struct notice *notice = validate_add_row(
        totals->validation, is_excess ? NOTICE_EXCESS : NOTICE_RESIDUAL, row);
    if (!notice) {
        return;
    }
    notice->measure = measure->name;
    notice->unit = measure->unit;
    notice->text = totals->dimension->name;
    notice->count = sum->parts;
    notice->empty = sum->empty;
    notice->figures[0] = notice_cell(measure, row);
    notice->figures[1] = notice_units(sum->units, measure->places);
    notice->figures[2] = notice_units(measure->units[row] - sum->units, measure->places);
}

static void check_measure(struct totals *totals, const struct column *measure)
{
    struct arena scratch = {0};
    totals->measure = measure;
    totals->sums = arena_array(&scratch, struct sum, totals->member_count);
    totals->residuals = arena_array(&scratch, struct residual, totals->member_count);
    totals->residual_count = 0;
    totals->counts = arena_push(totals->validation->arena, &totals->validation->parts);
    totals->counts->dimension = totals->dimension->name;
    totals->counts->measure = measure->name;
    add_up(totals);
    for (size_t i = 0; i < totals->member_count; i++) {
        judge(totals, &totals->sums[i]);
    }
    if (totals->residual_count) {
        qsort(totals->residuals, totals->residual_count, sizeof *totals->residuals,
              compare_residuals);
    }
    for (size_t i = 0; i < totals->residual_count; i++) {
        add_notice(totals, totals->residuals[i].sum);
    }
    arena_finish(&scratch);
}

static void check_dimension(struct validation *validation, const struct column *dimension)
{
    struct arena scratch = {0};
    const struct table *table = validation->latest;
    const uint32_t *parents = validate_families(&scratch, dimension);
    if (parents) {
        struct totals totals = {
            .validation = validation, .arena = &scratch, .dimension = dimension};
        find_members(&totals, parents);
        find_groups(&totals);
        for (size_t i = 0; i < table->column_count; i++) {
            if (table->columns[i].role == ROLE_MEASURE) {
                check_measure(&totals, &table->columns[i]);
            }
        }
    }
    arena_finish(&scratch);
}

void validate_totals(struct validation *validation)
{
    const struct table *table = validation->latest;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].role == ROLE_DIMENSION) {
            check_dimension(validation, &table->columns[i]);
        }
    }
}
