/* SPDX-License-Identifier: MIT */
/* DateTime objects of specifications: {year: 2025, month: oct, date: 4}. */
#ifndef GRAMMAR_DATE_TIME_H
#define GRAMMAR_DATE_TIME_H

#include "grammar/datum.h"

/* True if the map has nothing but parts of a date. Months count from 1 or are names,
 * quarters from 1, days of the week from 1 (Monday) or are names; a date without a year
 * is in 2012, as Vega-Lite has it. */
bool date_time_read(struct datum map, double *milliseconds);

#endif
