/* SPDX-License-Identifier: MIT */
/*
 * Covers: a period as the sum of observations that lie end to end.
 *
 * The best cover of the months from any boundary on is one piece and the best
 * cover of what remains. Observations are sorted by start, so one pass from
 * the last to the first finds the remainder ready; longer ones of the same
 * start come first, and only a better one replaces them.
 */
#include "operator_internal.h"

#include "table/status.h"

/* The best cover from a boundary between months to the end of the period. */
struct tail {
    bool is_covered;
    size_t pieces, derived;
    const struct observation *first; /* NULL at the end of the period */
};

static bool is_better(struct tail a, struct tail b, enum cover_grain grain)
{
    if (!b.is_covered) {
        return true;
    }
    if (grain == COVER_FINE && a.pieces != b.pieces) {
        return a.pieces > b.pieces;
    }
    return a.derived != b.derived ? a.derived < b.derived : a.pieces < b.pieces;
}

static bool is_piece(const struct observation *observation, struct period period,
                     enum cover_grain grain)
{
    return observation_has_value(*observation) &&
           period_contains(period, observation->period) &&
           !(grain == COVER_FINE && period_equal(observation->period, period));
}

/* Best tails by month of the period; the last one, of no months, covers nothing with
 * nothing. */
static const struct tail *find_tails(struct arena *arena, const struct series *series,
                                     struct period period, enum cover_grain grain)
{
    struct tail *tails = arena_array(arena, struct tail, (size_t)period.months + 1);
    tails[period.months].is_covered = true;
    size_t end = series_index(series, (struct period){period_end(period), 0});
    for (size_t i = end; i > 0 && series->at[i - 1].period.first >= period.first; i--) {
        const struct observation *piece = &series->at[i - 1];
        if (!is_piece(piece, period, grain)) {
            continue;
        }
        struct tail tail = tails[period_end(piece->period) - period.first];
        tail.pieces++;
        tail.derived += piece->status == 'E';
        tail.first = piece;
        struct tail *best = &tails[piece->period.first - period.first];
        if (tail.is_covered && is_better(tail, *best, grain)) {
            *best = tail;
        }
    }
    return tails;
}

bool series_cover(struct arena *arena, const struct series *series, struct period period,
                  enum cover_grain grain, struct cover *cover)
{
    *cover = (struct cover){.sum = ratio_from(0), .status = 'A'};
    cover->possible = interval_of(cover->sum);
    const struct tail *tails = find_tails(arena, series, period, grain);
    const struct observation *piece = tails[0].first;
    cover->at = arena_array(arena, const struct observation *, tails[0].pieces);
    while (piece) {
        cover->at[cover->count++] = piece;
        cover->sum = ratio_add(cover->sum, piece->value);
        cover->possible = interval_add(cover->possible, piece->possible);
        cover->status = status_weaker(cover->status, piece->status);
        piece = tails[period_end(piece->period) - period.first].first;
    }
    return cover->count > 0;
}

/* --- sums ------------------------------------------------------------------------------
 */

/* Of one piece the published figure itself. */
static struct observation sum_at(struct arena *arena, const struct derivation *how,
                                 struct period period, struct precedents *used)
{
    const struct observation *published = series_find(how->of, period);
    struct operand sum = operand_cover(arena, how->of, period, used);
    return published && observation_has_value(*published) ? *published
                                                          : operator_result(period, sum);
}

const struct series *operator_to_date(struct arena *arena, const struct series *series)
{
    const struct derivation how = {
        .formula = "x(January) + ... + x(t)", .of = series, .at = sum_at};
    if (series->is_to_date) {
        return series;
    }
    struct series *result = operator_create(arena, series, series->unit, &how);
    result->is_to_date = true;
    result->rates[RATE_YEAR_AGO] = series->rates[RATE_YEAR_AGO];
    struct period span = operator_span(series);
    for (int i = 0; !series->is_rate && i < span.months; i++) {
        struct period month = {span.first + i, 1};
        series_add(arena, result, sum_at(arena, &how, period_to_date(month), NULL));
    }
    return result;
}

const struct series *operator_quarterly(struct arena *arena, const struct series *series)
{
    const struct derivation how = {
        .formula = "x(first month of the quarter) + x(second) + x(third)",
        .of = series,
        .at = sum_at};
    if (series->is_quarterly) {
        return series;
    }
    struct series *result = operator_create(arena, series, series->unit, &how);
    result->is_quarterly = true;
    result->rates[RATE_PREVIOUS] = series->rates[RATE_PREVIOUS];
    result->rates[RATE_YEAR_AGO] = series->rates[RATE_YEAR_AGO];
    bool has_quarters = !series->is_rate && !series->is_to_date;
    struct period span = operator_span(series);
    for (int first = (span.first + 2) / 3 * 3;
         has_quarters && first + 3 <= period_end(span); first += 3) {
        series_add(arena, result, sum_at(arena, &how, (struct period){first, 3}, NULL));
    }
    return result;
}
