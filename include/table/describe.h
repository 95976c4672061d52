/* SPDX-License-Identifier: MIT */
/* What a column holds, in a few words: "46.4 to 58152 t, up to 3 decimals". */
#ifndef TABLE_DESCRIBE_H
#define TABLE_DESCRIBE_H

#include "table/coverage.h"

str describe_column(struct arena *arena, const struct column *column, size_t row_count);

/* "12 rows", "1 row": the count grouped as everywhere in a report. */
str describe_count(struct arena *arena, size_t count, const char *noun);

/* "2024-12 to 2025-01, 2025-03"; of many gaps the first, and the count of all months. */
str describe_gaps(struct arena *arena, const struct coverage *coverage);

/* In one line, cut after so many characters. */
str describe_word(struct arena *arena, str word, size_t characters);

#endif
