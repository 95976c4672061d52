/* SPDX-License-Identifier: MIT */
/* Which of two rows of one key was released later. `released` is the column of that. */
#ifndef TABLE_VINTAGE_INTERNAL_H
#define TABLE_VINTAGE_INTERNAL_H

#include "table/table.h"

/* At the end of the day; all rows are where it is not set. */
bool vintage_is_known(const struct column *released, size_t row, struct date day);

/* A row without a date is older than any with one. */
bool vintage_is_later(const struct column *released, size_t row, size_t other);

#endif
