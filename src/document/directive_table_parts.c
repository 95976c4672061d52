/* SPDX-License-Identifier: MIT */
/* Shares and contributions in a table: parts whose printed numbers add up. */
#include "directive_table_internal.h"

#include "base/apportion.h"
#include "document/figure.h"

/* Amounts are printed as they are everywhere else in the text. */
static bool is_part_unit(str unit)
{
    return str_equal(unit, S("%")) || str_equal(unit, S("pp"));
}

/* The decimals of all numbers; false where they do not have the same. */
static bool find_places(const struct table_parts *parts, int *places)
{
    *places = parts->places == FIGURE_USUAL_PLACES ? parts->at[parts->total].places
                                                   : parts->places;
    for (size_t i = 0; i < parts->count; i++) {
        bool is_number = parts->at[i].kind == VALUE_NUMBER;
        if (is_number &&
            (!is_part_unit(parts->at[i].unit) ||
             (parts->places == FIGURE_USUAL_PLACES && parts->at[i].places != *places))) {
            return false;
        }
    }
    return true;
}

/* The parts that are known, by row; false where they are not exactly the total. */
static bool collect(const struct table_parts *parts, struct ratio *known, size_t *rows,
                    size_t *count)
{
    struct ratio sum = ratio_from(0);
    *count = 0;
    for (size_t i = 0; i < parts->count; i++) {
        if (i != parts->total && parts->at[i].kind == VALUE_NUMBER) {
            known[*count] = parts->at[i].number;
            rows[(*count)++] = i;
            sum = ratio_add(sum, parts->at[i].number);
        }
    }
    const struct value *total = &parts->at[parts->total];
    return total->kind == VALUE_NUMBER && ratio_is_valid(sum) &&
           ratio_is_valid(total->number) && ratio_compare(sum, total->number) == 0;
}

bool table_parts_drift(struct arena *arena, const struct table_parts *parts,
                       struct ratio *shown)
{
    struct ratio *known = arena_array(arena, struct ratio, parts->count);
    struct decimal *rounded = arena_array(arena, struct decimal, parts->count);
    size_t *rows = arena_array(arena, size_t, parts->count);
    size_t count;
    int places;
    if (!find_places(parts, &places) || !collect(parts, known, rows, &count) ||
        !apportion(arena, known, count, places, rounded)) {
        return false;
    }
    bool drifts = false;
    for (size_t i = 0; i < parts->count; i++) {
        shown[i] = parts->at[i].number;
    }
    for (size_t i = 0; i < count; i++) {
        drifts |= ratio_round(known[i], places).units != rounded[i].units;
        shown[rows[i]] = ratio_from_decimal(rounded[i]);
    }
    return drifts;
}
