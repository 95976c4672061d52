/* SPDX-License-Identifier: MIT */
/* What findings and records ask of a series. */
#ifndef SERIES_SERIES_INTERNAL_H
#define SERIES_SERIES_INTERNAL_H

#include "series/series.h"

/*
 * Whether a period without a figure is known to be below the value: it is part of a longer
 * one that as a whole is below, in a series of amounts, none below zero.
 */
bool series_is_below(const struct series *series, struct period period, struct ratio value);

#endif
