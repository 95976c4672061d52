/* SPDX-License-Identifier: MIT */
#include "table/notice.h"

#include <assert.h>

/* --- figures ------------------------------------------------------------------------ */

struct notice_figure notice_cell(const struct column *column, size_t row)
{
    struct notice_figure figure = {true, (enum cell_state)column->states[row], {0}};
    if (figure.state == CELL_VALUE) {
        figure.number = column_number(column, row);
    }
    return figure;
}

struct notice_figure notice_number(struct decimal number)
{
    return (struct notice_figure){true, CELL_VALUE, number};
}

struct notice_figure notice_units(int128 units, int places)
{
    while (places && units % 10 == 0) {
        units /= 10;
        places--;
    }
    return notice_number((struct decimal){units, places});
}

/* a - b in the decimals of the finer one; not set where that does not fit. */
static struct notice_figure subtract(struct decimal a, struct decimal b)
{
    int places = a.places > b.places ? a.places : b.places;
    struct decimal difference = {.places = places};
    if (!decimal_widen(&a, places) || !decimal_widen(&b, places) ||
        __builtin_sub_overflow(a.units, b.units, &difference.units)) {
        return (struct notice_figure){0};
    }
    return notice_number(difference);
}

void notice_compare(struct notice *notice, const struct column *old_column, size_t old_row,
                    const struct column *column, size_t row)
{
    struct notice_figure before = notice_cell(old_column, old_row);
    struct notice_figure now = notice_cell(column, row);
    notice->measure = column->name;
    notice->unit = column->unit;
    notice->figures[0] = before;
    notice->figures[1] = now;
    if (before.state == CELL_VALUE && now.state == CELL_VALUE) {
        notice->figures[2] = subtract(now.number, before.number);
    }
}

/* --- kinds -------------------------------------------------------------------------- */

static const struct {
    const char *name, *count_name;
    const char *figure_names[NOTICE_FIGURES];
    enum notice_weight weight;
} kinds[NOTICE_KIND_COUNT] = {
    [NOTICE_WARNING] = {"warning", "times", {NULL}, NOTICE_DOUBT},
    [NOTICE_CUT] = {"cut", "rows", {NULL}, NOTICE_DOUBT},
    [NOTICE_EXCLUDED] = {"excluded", "rows", {NULL}, NOTICE_INFORMATION},
    [NOTICE_OVERLAP] = {"overlap", "rows", {NULL}, NOTICE_INFORMATION},
    [NOTICE_GONE] = {"gone", NULL, {"value"}, NOTICE_DOUBT},
    [NOTICE_REVISED] = {"revised", NULL, {"old", "new", "difference"}, NOTICE_INFORMATION},
    [NOTICE_ADDED] = {"added", NULL, {"value"}, NOTICE_INFORMATION},
    [NOTICE_EXCESS] = {"excess", "parts", {"total", "sum", "residual"}, NOTICE_DOUBT},
    [NOTICE_RESIDUAL] = {"residual",
                         "parts",
                         {"total", "sum", "residual"},
                         NOTICE_INFORMATION},
    [NOTICE_UNIT_VALUE] = {"unit_value",
                           NULL,
                           {"value", "quantity", "unit_value", "usual"},
                           NOTICE_DOUBT},
    [NOTICE_NO_QUANTITY] = {"no_quantity", "rows", {NULL}, NOTICE_INFORMATION},
    [NOTICE_SHIFT] = {"shift", "months", {"before", "after"}, NOTICE_DOUBT},
    [NOTICE_BREAK] = {"break", NULL, {NULL}, NOTICE_DOUBT},
    [NOTICE_MONTH] = {"month", "months", {NULL}, NOTICE_DOUBT},
    [NOTICE_GAP] = {"gap", "months", {NULL}, NOTICE_INFORMATION},
    [NOTICE_VINTAGE] = {"vintage", NULL, {"old", "new", "difference"}, NOTICE_INFORMATION},
};

const char *notice_name(enum notice_kind kind)
{
    return kinds[kind].name;
}

enum notice_weight notice_weight(enum notice_kind kind)
{
    return kinds[kind].weight;
}

const char *notice_count_name(enum notice_kind kind)
{
    return kinds[kind].count_name;
}

const char *notice_figure_name(enum notice_kind kind, size_t index)
{
    assert(index < NOTICE_FIGURES);
    return kinds[kind].figure_names[index];
}
