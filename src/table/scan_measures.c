/* SPDX-License-Identifier: MIT */
/* The numbers of a batch of rows, added to the sums of these rows. */
#include "scan_internal.h"

#include "table/cell.h"

enum { WHOLE_DIGITS_MAX = 19 };

static inline void add_units(struct scan_part *part, int128 units, unsigned places)
{
    if (__builtin_expect(places == part->places, 1)) {
        part->units += units;
        part->width++;
    } else {
        scan_part_add(part, (struct scan_part){units, 1, (uint8_t)places, CELL_VALUE});
    }
}

/*
 * With so few digits no sum can overflow, in whatever order it is made: 10^28
 * a cell, and a file has fewer than 2^32 lines.
 */
static bool is_small(struct decimal number)
{
    static const uint64_t limit = 10000000000000000000U; /* WHOLE_DIGITS_MAX */
    int128 whole = number.units < 0 ? -number.units : number.units;
    for (int i = 0; i < number.places; i++) {
        whole /= 10;
    }
    return number.places <= SCAN_PLACES_MAX && whole < (int128)limit;
}

/* A cell that is no short number: a mark of nothing, a long number, or neither. */
static __attribute__((noinline)) const char *add_odd_cell(struct scan_part *part, str text)
{
    struct decimal number;
    enum cell_state state = cell_state_of_number(text);
    if (state != CELL_VALUE) {
        scan_part_add(part, (struct scan_part){0, 1, 0, (uint8_t)state});
        return NULL;
    }
    if (!decimal_parse(text, &number)) {
        return "a number is not plain";
    }
    if (!is_small(number)) {
        return "a number has too many digits";
    }
    add_units(part, number.units, (unsigned)number.places);
    return NULL;
}

const char *scan_measures_add(struct scan_worker *worker, const struct scan_rows *rows,
                              const struct scan_sums *sums, size_t measure, uint32_t column)
{
    struct scan_batch *batch = worker->batch;
    const struct scan_cells cells = scan_cells_of(worker, rows, column);
    struct scan_part *parts = sums->parts + measure;
    size_t stride = sums->measure_count;
    worker->numbers(&cells, batch->units, batch->places);
    for (size_t i = 0; i < cells.count; i++) {
        struct scan_part *part = &parts[batch->sums[i] * stride];
        if (__builtin_expect(batch->places[i] != SCAN_ODD, 1)) {
            add_units(part, batch->units[i], batch->places[i]);
            continue;
        }
        const char *reason = add_odd_cell(part, scan_text(worker, scan_cell(&cells, i)));
        if (reason) {
            return reason;
        }
    }
    return NULL;
}
