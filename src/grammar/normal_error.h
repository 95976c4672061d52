/* SPDX-License-Identifier: MIT */
/* Error bars and bands: the summaries that both are drawn from. */
#ifndef GRAMMAR_NORMAL_ERROR_H
#define GRAMMAR_NORMAL_ERROR_H

#include "composite.h"

/*
 * The transforms that make the columns lower_FIELD and upper_FIELD: from raw data a center
 * and an extent (mean and stderr, stdev, ci; median and iqr), else from x2, y2 or xError,
 * yError. NULL and an error.
 */
struct node *normal_error_transforms(struct composite *composite);

#endif
