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
    for (size_t i = series->count; i > 0; i--) {
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
    *cover = (struct cover){.sum = ratio_from(0), .rounding = ratio_from(0), .status = 'A'};
    const struct tail *tails = find_tails(arena, series, period, grain);
    const struct observation *piece = tails[0].first;
    while (piece) {
        *arena_push(arena, cover) = *piece;
        cover->sum = ratio_add(cover->sum, piece->value);
        cover->rounding = ratio_add(cover->rounding, piece->rounding);
        cover->status = status_weaker(cover->status, piece->status);
        piece = tails[period_end(piece->period) - period.first].first;
    }
    return cover->count > 0;
}

static struct observation cover_sum(struct arena *arena, const struct series *series,
                                    struct period period)
{
    struct cover cover;
    if (!series_cover(arena, series, period, COVER_COARSE, &cover)) {
        return operator_result(period, (struct ratio){0}, 'M');
    }
    if (cover.count == 1) {
        return cover.at[0];
    }
    struct observation sum = operator_result(period, cover.sum, cover.status);
    sum.rounding = cover.rounding;
    return sum;
}

const struct series *operator_to_date(struct arena *arena, const struct series *series)
{
    if (series->is_to_date) {
        return series;
    }
    struct series *result = operator_series(arena, series, series->unit);
    result->is_to_date = true;
    result->rates[RATE_YEAR_AGO] = series->rates[RATE_YEAR_AGO];
    if (series->is_rate || !series->count) {
        return result;
    }
    int end = 0;
    for (size_t i = 0; i < series->count; i++) {
        int end_here = period_end(series->at[i].period);
        end = end_here > end ? end_here : end;
    }
    for (int month = series->at[0].period.first; month < end; month++) {
        struct period to_date = period_to_date((struct period){month, 1});
        series_add(arena, result, cover_sum(arena, series, to_date));
    }
    return result;
}
