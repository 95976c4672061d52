/* SPDX-License-Identifier: MIT */
/*
 * Unit values far from the series' own history.
 *
 * The usual unit value of a series is its median. How far its months lie from
 * it is the median of their factors (the larger of the two divided by the
 * smaller): the exponential of the median absolute deviation of logarithms,
 * without a logarithm. A month is far beyond the sixth power of that factor,
 * and at least at twice or half of the usual.
 */
#include "validate_internal.h"

#include <stdlib.h>
#include <string.h>

enum { HISTORY_LEAST = 8, DEVIATIONS = 6, SIGNIFICANT_LEAST = 1000, PLACES_MAX = 9 };

static const double factor_least = 2;

struct unit_value {
    uint32_t row;
    double value; /* by quantity: chooses what is shown, is never printed */
};

struct outlier {
    uint32_t row, usual; /* the row that has the median */
    double size; /* of the trade */
};

struct pair {
    struct validation *validation;
    const struct column *value, *quantity;
    struct unit_value *scratch; /* room for the longest series */
    double *factors;
    struct {
        struct outlier *at;
        size_t count, capacity;
    } outliers;
};

/* --- which columns ------------------------------------------------------------------ */

static bool has_word(str text, const char *const *words, size_t count)
{
    struct arena scratch = {0};
    const char *copy = str_c(&scratch, text);
    bool is_there = false;
    for (size_t i = 0; i < count && !is_there; i++) {
        is_there = strcasestr(copy, words[i]);
    }
    arena_finish(&scratch);
    return is_there;
}

static bool is_money(const struct column *column)
{
    static const char *const units[] = {"USD",  "EUR", "JPY", "CNY",    "RMB",
                                        "GBP",  "KRW", "$",   "€",      "yen",
                                        "yuan", "元",  "£",   "dollar", "euro"};
    static const char *const names[] = {"value", "usd", "eur", "dollar", "yuan"};
    return column->unit.length ? has_word(column->unit, units, COUNT_OF(units))
                               : has_word(column->name, names, COUNT_OF(names));
}

static bool is_weight(const struct column *column)
{
    static const char *const words[] = {"kg", "tonne", "weight", "wgt", "千克", "吨"};
    return str_equal(column->unit, S("t")) ||
           has_word(column->unit.length ? column->unit : column->name, words,
                    COUNT_OF(words));
}

static bool is_quantity(const struct column *column)
{
    static const char *const names[] = {"quantity", "qty"};
    return is_weight(column) || has_word(column->name, names, COUNT_OF(names));
}

static const struct column *find_measure(const struct table *table,
                                         bool (*suits)(const struct column *))
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE && suits(column)) {
            return column;
        }
    }
    return NULL;
}

/* --- which rows --------------------------------------------------------------------- */

static int compare_values(const void *left, const void *right)
{
    const struct unit_value *a = left;
    const struct unit_value *b = right;
    int order = (a->value > b->value) - (a->value < b->value);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static int compare_factors(const void *left, const void *right)
{
    const double *a = left;
    const double *b = right;
    return (*a > *b) - (*a < *b);
}

static double factor_between(double a, double b)
{
    return a > b ? a / b : b / a;
}

/* Rows with both above zero; returns how many. */
static size_t collect(const struct pair *pair, const struct history *history)
{
    size_t count = 0;
    for (size_t i = 0; i < history->count; i++) {
        uint32_t row = history->at[i].row;
        bool is_whole = pair->value->states[row] == CELL_VALUE &&
                        pair->quantity->states[row] == CELL_VALUE &&
                        pair->value->units[row] > 0 && pair->quantity->units[row] > 0;
        if (is_whole) {
            double value = (double)pair->value->units[row];
            pair->scratch[count++] =
                (struct unit_value){row, value / (double)pair->quantity->units[row]};
        }
    }
    return count;
}

static void check_history(struct pair *pair, const struct history *history)
{
    size_t count = collect(pair, history);
    if (count < HISTORY_LEAST) {
        return;
    }
    qsort(pair->scratch, count, sizeof *pair->scratch, compare_values);
    struct unit_value usual = pair->scratch[(count - 1) / 2];
    for (size_t i = 0; i < count; i++) {
        pair->factors[i] = factor_between(pair->scratch[i].value, usual.value);
    }
    qsort(pair->factors, count, sizeof *pair->factors, compare_factors);
    double limit = 1;
    for (size_t i = 0; i < DEVIATIONS; i++) {
        limit *= pair->factors[(count - 1) / 2];
    }
    limit = limit < factor_least ? factor_least : limit;
    for (size_t i = 0; i < count; i++) {
        uint32_t row = pair->scratch[i].row;
        if (factor_between(pair->scratch[i].value, usual.value) > limit) {
            double size = (double)pair->value->units[row];
            *arena_push(pair->validation->arena, &pair->outliers) =
                (struct outlier){row, usual.row, size};
        }
    }
}

/* --- what is said ------------------------------------------------------------------- */

static struct ratio unit_value_at(const struct pair *pair, size_t row)
{
    return ratio_divide(ratio_from_decimal(column_number(pair->value, row)),
                        ratio_from_decimal(column_number(pair->quantity, row)));
}

/* Decimals that show four digits of the number. */
static int places_of(struct ratio number)
{
    int places = 0;
    while (places < PLACES_MAX && ratio_round(number, places).units < SIGNIFICANT_LEAST) {
        places++;
    }
    return places;
}

static void add_notice(const struct pair *pair, const struct outlier *outlier)
{
    struct ratio value = unit_value_at(pair, outlier->row);
    struct ratio usual = unit_value_at(pair, outlier->usual);
    struct notice *notice =
        ratio_is_valid(value) && ratio_is_valid(usual)
            ? validate_add_row(pair->validation, NOTICE_UNIT_VALUE, outlier->row)
            : NULL;
    if (!notice) {
        return;
    }
    str unit = pair->value->unit;
    bool has_units = unit.length && pair->quantity->unit.length;
    notice->other = table_place(pair->validation->latest, outlier->usual);
    notice->measure = pair->value->name;
    notice->text = pair->quantity->name;
    notice->unit = has_units ? str_print(pair->validation->arena, "%.*s/%.*s",
                                         STR_ARG(unit), STR_ARG(pair->quantity->unit))
                             : (str){0};
    notice->figures[0] = notice_cell(pair->value, outlier->row);
    notice->figures[1] = notice_cell(pair->quantity, outlier->row);
    notice->figures[2] = notice_number(ratio_round(value, places_of(value)));
    notice->figures[3] = notice_number(ratio_round(usual, places_of(usual)));
}

/* The largest trade first. */
static int compare_outliers(const void *left, const void *right)
{
    const struct outlier *a = left;
    const struct outlier *b = right;
    int order = (a->size < b->size) - (a->size > b->size);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static void check_empty_quantities(const struct pair *pair)
{
    size_t row_count = pair->validation->latest->row_count;
    size_t count = 0;
    size_t first = 0;
    for (size_t row = 0; row < row_count; row++) {
        if (pair->value->states[row] == CELL_VALUE && pair->value->units[row] > 0 &&
            pair->quantity->states[row] == CELL_VALUE && pair->quantity->units[row] == 0) {
            first = count++ ? first : row;
        }
    }
    struct notice *notice =
        count ? validate_add_row(pair->validation, NOTICE_NO_QUANTITY, first) : NULL;
    if (notice) {
        notice->count = count;
        notice->measure = pair->value->name;
        notice->text = pair->quantity->name;
    }
}

static size_t longest(const struct histories *histories)
{
    size_t count = 0;
    for (size_t i = 0; i < histories->count; i++) {
        count = histories->at[i].count > count ? histories->at[i].count : count;
    }
    return count;
}

void validate_unit_values(struct validation *validation)
{
    const struct table *table = validation->latest;
    const struct column *weight = find_measure(table, is_weight);
    size_t room = longest(&validation->histories);
    struct pair pair = {
        .validation = validation,
        .value = find_measure(table, is_money),
        .quantity = weight ? weight : find_measure(table, is_quantity),
        .scratch = arena_array(validation->arena, struct unit_value, room),
        .factors = arena_array(validation->arena, double, room),
    };
    if (!pair.value || !pair.quantity || pair.value == pair.quantity) {
        return;
    }
    for (size_t i = 0; i < validation->histories.count; i++) {
        check_history(&pair, &validation->histories.at[i]);
    }
    if (pair.outliers.count) {
        qsort(pair.outliers.at, pair.outliers.count, sizeof *pair.outliers.at,
              compare_outliers);
    }
    for (size_t i = 0; i < pair.outliers.count; i++) {
        add_notice(&pair, &pair.outliers.at[i]);
    }
    check_empty_quantities(&pair);
}
