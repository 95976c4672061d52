/* SPDX-License-Identifier: MIT */
/*
 * Heat: a tint for each class of numbers of a column.
 *
 *   heat: true                          # up to five classes between round numbers
 *   heat: {classes: 4, middle: 0}       # two hues, apart at the middle
 *   heat: {bounds: [0, 10, 20]}
 *
 * A column of changes is apart at zero unless it says `middle: none`. Sums
 * have no tint: they are of another order than their parts.
 */
#include "directive_table_internal.h"

#include <stdlib.h>

enum { CLASSES_USUAL = 5, BOUNDS_MAX = TABLE_HEAT_CLASSES_MAX - 1 };

struct heat_reader {
    struct table_reader *reader;
    const struct table_column_reader *column;
    const struct node *node;
    struct ratio low, high; /* of the numbers */
    struct ratio middle;
    struct decimal bounds[BOUNDS_MAX];
    size_t classes; /* that are wanted */
    int bound_count;
    bool has_numbers;
    bool has_middle;
};

/* --- the numbers ---------------------------------------------------------------------- */

static bool is_part(const struct table_source *row)
{
    return !row->is_total && !row->is_rest && !row->is_group && !row->is_subtotal;
}

/* The number of a row as it is printed, without its rounding; false where it has none. */
static bool number_of(const struct heat_reader *heat, size_t row, struct ratio *number)
{
    const struct table_column_reader *column = heat->column;
    const struct table_source *source = &heat->reader->rows.at[row];
    if (!is_part(source) || column->is_blank[row]) {
        return false;
    }
    struct value value =
        value_number(heat->reader->arena, &column->values[row], source->issue);
    if (value.kind != VALUE_NUMBER || !ratio_is_valid(value.number)) {
        return false;
    }
    *number = ratio_divide(value.number, ratio_from(column->divisor));
    return true;
}

static void find_range(struct heat_reader *heat)
{
    for (size_t i = 0; i < heat->reader->rows.count; i++) {
        struct ratio number;
        if (!number_of(heat, i, &number)) {
            continue;
        }
        bool is_first = !heat->has_numbers;
        heat->low = is_first || ratio_compare(number, heat->low) < 0 ? number : heat->low;
        heat->high =
            is_first || ratio_compare(number, heat->high) > 0 ? number : heat->high;
        heat->has_numbers = true;
    }
}

/* --- round bounds --------------------------------------------------------------------- */

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`. */
static struct decimal round_step(struct ratio least)
{
    static const int64_t tenths[] = {10, 20, 25, 50};
    enum { PLACES_MAX = 6 };
    const struct ratio one = ratio_from(1);
    const struct ratio ten = ratio_from(10);
    struct ratio power = ratio_divide(one, ratio_from(1000000));
    for (int places = PLACES_MAX;; places--) {
        for (size_t i = 0; i < COUNT_OF(tenths); i++) {
            struct ratio step =
                ratio_divide(ratio_multiply(power, ratio_from(tenths[i])), ten);
            if (!ratio_is_valid(step) || ratio_compare(step, least) >= 0) {
                bool has_half = tenths[i] == 25;
                int shown = places + has_half;
                return ratio_round(step, shown > 0 ? shown : 0);
            }
        }
        power = ratio_multiply(power, ten);
    }
}

/* The largest multiple of the step that is not above the number. */
static int128 multiple_below(struct ratio number, struct decimal step)
{
    struct ratio times = ratio_divide(number, ratio_from_decimal(step));
    struct decimal whole = ratio_round(times, 0);
    bool is_above = ratio_compare(ratio_from_decimal(whole), times) > 0;
    return whole.units - is_above;
}

static void add_bound(struct heat_reader *heat, struct decimal step, int128 times)
{
    if (heat->bound_count < BOUNDS_MAX) {
        heat->bounds[heat->bound_count++] =
            (struct decimal){step.units * times, step.places};
    }
}

/* Bounds within the range, all a step apart. */
static void choose_bounds(struct heat_reader *heat)
{
    struct ratio range = ratio_subtract(heat->high, heat->low);
    if (ratio_sign(range) <= 0) {
        return;
    }
    struct ratio classes = ratio_from((int64_t)heat->classes);
    struct decimal step = round_step(ratio_divide(range, classes));
    int128 first = multiple_below(heat->low, step) + 1;
    int128 last = multiple_below(heat->high, step);
    for (int128 times = first; times <= last; times++) {
        add_bound(heat, step, times);
    }
}

/* The same number of bounds on both sides of the middle, which is one too. */
static void choose_diverging(struct heat_reader *heat)
{
    struct ratio above = ratio_absolute(ratio_subtract(heat->high, heat->middle));
    struct ratio below = ratio_absolute(ratio_subtract(heat->low, heat->middle));
    struct ratio reach = ratio_compare(above, below) > 0 ? above : below;
    if (ratio_sign(reach) <= 0) {
        return;
    }
    int128 steps = (int128)(heat->classes + 1) / 2 - 1;
    struct decimal step =
        round_step(ratio_divide(reach, ratio_from((int64_t)(heat->classes + 1) / 2)));
    struct decimal middle = ratio_round(heat->middle, step.places);
    for (int128 i = -steps; i <= steps; i++) {
        heat->bounds[heat->bound_count++] =
            (struct decimal){middle.units + step.units * i, step.places};
    }
}

/* --- what the author says ------------------------------------------------------------- */

static bool read_bounds(struct heat_reader *heat, const struct node *list)
{
    struct error *error = heat->reader->error;
    if (!node_expect(list, NODE_LIST, error)) {
        return false;
    }
    if (!list->count || list->count > BOUNDS_MAX) {
        return node_error(list, error, "there can be 1 to %d bounds", BOUNDS_MAX);
    }
    for (size_t i = 0; i < list->count; i++) {
        struct decimal *bound = &heat->bounds[i];
        if (!node_decimal(list->at[i], bound, error)) {
            return false;
        }
        if (i &&
            ratio_compare(ratio_from_decimal(bound[-1]), ratio_from_decimal(*bound)) >= 0) {
            return node_error(list->at[i], error, "bounds go up");
        }
        heat->bound_count++;
    }
    return true;
}

static bool read_middle(struct heat_reader *heat, const struct node *node)
{
    str text;
    struct decimal middle;
    if (!node_text(node, &text, heat->reader->error)) {
        return false;
    }
    heat->has_middle = !str_equal(text, S("none"));
    if (!heat->has_middle) {
        return true;
    }
    if (!node_decimal(node, &middle, heat->reader->error)) {
        return false;
    }
    heat->middle = ratio_from_decimal(middle);
    return true;
}

static bool read_map(struct heat_reader *heat)
{
    static const str keys[] = {S("classes"), S("bounds"), S("middle")};
    const struct node *node = heat->node;
    const struct node *classes = node_find(node, S("classes"));
    const struct node *bounds = node_find(node, S("bounds"));
    const struct node *middle = node_find(node, S("middle"));
    if (!node_knows(node, keys, COUNT_OF(keys), heat->reader->error) ||
        (classes && !node_count(classes, &heat->classes, heat->reader->error)) ||
        (bounds && !read_bounds(heat, bounds)) || (middle && !read_middle(heat, middle))) {
        return false;
    }
    return (heat->classes >= 2 && heat->classes <= TABLE_HEAT_CLASSES_MAX) ||
           node_error(classes, heat->reader->error, "there can be 2 to %d classes",
                      TABLE_HEAT_CLASSES_MAX);
}

/* --- classes -------------------------------------------------------------------------- */

static void set_scale(const struct heat_reader *heat, struct table_heat *scale)
{
    const struct language *language = table_language(heat->reader);
    scale->class_count = heat->bound_count + 1;
    for (int i = 0; i < heat->bound_count; i++) {
        struct ratio bound = ratio_from_decimal(heat->bounds[i]);
        struct number_style style = {.places = heat->bounds[i].places,
                                     .has_plus = heat->column->format.has_plus};
        scale->bounds[i] = language_number(heat->reader->arena, language, bound, style);
        bool is_below = heat->has_middle && ratio_compare(bound, heat->middle) <= 0;
        scale->neutral = is_below ? i + 2 : scale->neutral;
    }
}

static int class_of(const struct heat_reader *heat, struct ratio number)
{
    int class = 1;
    for (int i = 0; i < heat->bound_count; i++) {
        class += ratio_compare(number, ratio_from_decimal(heat->bounds[i])) >= 0;
    }
    return class;
}

static bool read_heat(struct heat_reader *heat)
{
    bool is_wanted = true;
    if (heat->node->kind == NODE_MAP) {
        return read_map(heat);
    }
    return node_flag(heat->node, &is_wanted, heat->reader->error) && is_wanted;
}

bool table_heat_read(struct table_reader *reader, const struct table_column_reader *column,
                     size_t index)
{
    struct table_column *out = column->column;
    struct heat_reader heat = {
        .reader = reader,
        .column = column,
        .node = node_find(column->node, S("heat")),
        .has_middle = out->kind == FIELD_CHANGE,
        .middle = ratio_from(0),
        .classes = CLASSES_USUAL,
    };
    if (!heat.node) {
        return true;
    }
    if (out->kind != FIELD_FIGURE && out->kind != FIELD_CHANGE) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(heat.node),
                        "only a column of numbers has heat");
    }
    if (!read_heat(&heat)) {
        return !reader->error->kind;
    }
    find_range(&heat);
    if (!heat.bound_count && heat.has_numbers) {
        (heat.has_middle ? choose_diverging : choose_bounds)(&heat);
    }
    if (!heat.bound_count) {
        return true; /* there is nothing to tell apart */
    }
    set_scale(&heat, &out->heat);
    for (size_t row = 0; row < reader->rows.count; row++) {
        struct ratio number;
        if (number_of(&heat, row, &number)) {
            reader->table->at[row].cells[index].heat = class_of(&heat, number);
        }
    }
    return true;
}
