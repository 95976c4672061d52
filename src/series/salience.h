/* SPDX-License-Identifier: MIT */
/* Salience: which findings matter, measured by what is usual in the series itself. */
#ifndef SERIES_SALIENCE_H
#define SERIES_SALIENCE_H

#include "series/findings.h"

/* What was usual in a series in the five years before the period. */
struct history {
    double month, year; /* medians of the absolute changes in %; 0 if too few are known */
    double level; /* mean of the known months */
};

struct history salience_history(const struct series *series, struct period period);

/* Sets the score of a finding as if it were the only one about its series, which is
 * `weight` of the largest one of its unit. */
void salience_rate(struct finding *finding, const struct history *history, double weight,
                   double largest);

/* Lowers the scores of `count` findings about one series where they say the same. */
void salience_demote(struct finding *findings, size_t count);

#endif
