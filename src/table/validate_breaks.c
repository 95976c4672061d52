/* SPDX-License-Identifier: MIT */
/* Series breaks: those that the source marks, and levels that shift from one year to the
 * next. */
#include "validate_internal.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR = 12 };

static const int128 greatest = (int128)1 << 120; /* ten times of it still fits */

/* The first month of a year that lies wholly above or below the year before. */
struct shift {
    uint32_t row, before; /* its row, and that of the month before it */
    uint32_t measure; /* column */
    int128 medians[2]; /* twice the median of the year before, and after */
    int128 gap; /* between the two years */
    double size; /* factor: orders what is shown, is never printed */
};

struct shifts {
    struct validation *validation;
    const struct column *measure;
    struct shift *at;
    size_t count, capacity;
};

/* --- marked by the source ------------------------------------------------------------ */

static void add_marked(struct validation *validation)
{
    const struct column *status = table_role(validation->latest, ROLE_STATUS);
    uint32_t code = status ? words_find(&status->words, S("B")) : UINT32_MAX;
    for (size_t row = 0; code != UINT32_MAX && row < validation->latest->row_count; row++) {
        if (status->codes[row] == code) {
            (void)validate_add_row(validation, NOTICE_BREAK, row);
        }
    }
}

/* --- seen in the numbers ------------------------------------------------------------- */

static int compare_numbers(const void *left, const void *right)
{
    const int128 *a = left;
    const int128 *b = right;
    return (*a > *b) - (*a < *b);
}

struct year {
    const struct history_entry *entries;
    int128 least, greatest;
};

static struct year look_at_year(const struct column *measure,
                                const struct history_entry *entries)
{
    int128 first = measure->units[entries[0].row];
    struct year year = {entries, first, first};
    for (size_t i = 1; i < YEAR; i++) {
        int128 units = measure->units[entries[i].row];
        year.least = units < year.least ? units : year.least;
        year.greatest = units > year.greatest ? units : year.greatest;
    }
    return year;
}

/* Twice the median. */
static int128 twice_median(const struct column *measure, const struct year *year)
{
    int128 sorted[YEAR];
    for (size_t i = 0; i < YEAR; i++) {
        sorted[i] = measure->units[year->entries[i].row];
    }
    qsort(sorted, YEAR, sizeof *sorted, compare_numbers);
    return sorted[YEAR / 2 - 1] + sorted[YEAR / 2];
}

/* Compares the years on both sides of an entry; false where they overlap or are near. */
static bool compare_years(const struct column *measure, const struct history_entry *entry,
                          struct shift *shift)
{
    struct year before = look_at_year(measure, entry - YEAR);
    struct year after = look_at_year(measure, entry);
    bool is_up = after.least > before.greatest;
    const struct year *low = is_up ? &before : &after;
    const struct year *high = is_up ? &after : &before;
    if (low->least < 0 || low->greatest >= high->least || high->greatest > greatest) {
        return false;
    }
    int128 low_median = twice_median(measure, low);
    int128 high_median = twice_median(measure, high);
    if (!low_median || high_median / 2 < low_median) {
        return false;
    }
    *shift = (struct shift){
        .row = entry->row,
        .before = entry[-1].row,
        .measure = shift->measure,
        .medians = {is_up ? low_median : high_median, is_up ? high_median : low_median},
        .gap = high->least - low->greatest,
        .size = (double)high_median / (double)low_median,
    };
    return true;
}

static bool follows(const struct column *measure, const struct history_entry *entry)
{
    return entry->period.months == 1 && entry[-1].period.months == 1 &&
           entry->period.first == entry[-1].period.first + 1 &&
           measure->states[entry->row] == CELL_VALUE &&
           measure->states[entry[-1].row] == CELL_VALUE;
}

/* Of shifts less than a year apart the one with the widest gap stays. */
static void keep(struct shifts *shifts, struct shift shift, size_t *last, size_t index)
{
    bool is_near = *last && index - *last < YEAR;
    *last = index;
    if (!is_near) {
        *arena_push(shifts->validation->arena, shifts) = shift;
    } else if (shift.gap > shifts->at[shifts->count - 1].gap) {
        shifts->at[shifts->count - 1] = shift;
    }
}

static void check_history(struct shifts *shifts, const struct history *history)
{
    size_t run = 1; /* months in a row that have a value, up to entry i */
    size_t last = 0;
    for (size_t i = 1; i < history->count; i++) {
        run = follows(shifts->measure, &history->at[i]) ? run + 1 : 1;
        struct shift shift = {
            .measure = (uint32_t)(shifts->measure - shifts->validation->latest->columns)};
        size_t middle = i + 1 - YEAR; /* where the second of two whole years starts */
        if (run >= 2 * (size_t)YEAR &&
            compare_years(shifts->measure, &history->at[middle], &shift)) {
            keep(shifts, shift, &last, middle);
        }
    }
}

/* What has shifted farthest first. */
static int compare_shifts(const void *left, const void *right)
{
    const struct shift *a = left;
    const struct shift *b = right;
    int order = (a->size < b->size) - (a->size > b->size);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

/* Half of twice the median: one more decimal. */
static struct notice_figure median_figure(int128 twice, int places)
{
    return notice_units(twice * 5, places + 1);
}

static void add_notice(struct validation *validation, const struct shift *shift)
{
    const struct column *measure = &validation->latest->columns[shift->measure];
    struct notice *notice = validate_add_row(validation, NOTICE_SHIFT, shift->row);
    if (notice) {
        notice->other = table_place(validation->latest, shift->before);
        notice->measure = measure->name;
        notice->unit = measure->unit;
        notice->count = YEAR;
        notice->figures[0] = median_figure(shift->medians[0], measure->places);
        notice->figures[1] = median_figure(shift->medians[1], measure->places);
    }
}

void validate_breaks(struct validation *validation)
{
    struct shifts shifts = {.validation = validation};
    add_marked(validation);
    for (size_t i = 0; i < validation->latest->column_count; i++) {
        shifts.measure = &validation->latest->columns[i];
        for (size_t k = 0;
             shifts.measure->role == ROLE_MEASURE && k < validation->histories.count; k++) {
            check_history(&shifts, &validation->histories.at[k]);
        }
    }
    if (shifts.count) {
        qsort(shifts.at, shifts.count, sizeof *shifts.at, compare_shifts);
    }
    for (size_t i = 0; i < shifts.count; i++) {
        add_notice(validation, &shifts.at[i]);
    }
}
