/* SPDX-License-Identifier: MIT */
/*
 * Times read by a specifier of d3-time-format: "%d/%m/%Y %H:%M". English names of months
 * and days; what is not in the text is the first of 1900, as d3 has it.
 */
#ifndef GRAMMAR_TIME_PARSE_H
#define GRAMMAR_TIME_PARSE_H

#include "base/str.h"

/* False if the text is not as the specifier says. */
bool time_parse(str text, str specifier, double *milliseconds);

#endif
