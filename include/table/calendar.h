/* SPDX-License-Identifier: MIT */
/*
 * Calendar: periods as the files of the world spell them.
 *
 *   months     202510, 2025-10, 2025/10, 2025.10, 2025M10, 2025-M10, 2025年10月,
 *              October 2025, Oct-25, 2025 Oct; the first of a month: 20251001, 2025-10-01
 *   quarters   2025-Q4, 2025Q4, Q4 2025
 *   halves     2025-S2, 2025-H2, 2025H2
 *   years      2025, 202552 (Comext, Comtrade), 2025年, 2010 [YR2010]
 *   runs       2025-01..10, 2025年1-2月, Jan-Feb 2025, January to October 2025
 *
 * What could be two periods is none, and a hint says why: 2016.1 is January,
 * or October after a spreadsheet took its zero. Weeks and days are none either.
 */
#ifndef TABLE_CALENDAR_H
#define TABLE_CALENDAR_H

#include "base/error.h"
#include "base/period.h"

bool calendar_parse(str text, struct period *period);

/* Why a text is no period: a hint for the error, or the accepted spellings. */
bool calendar_hint(str text, struct error *error);

/* "Jan", "January", "january", "1", "01", "1月" to 1. */
bool calendar_month(str text, int *month);

#endif
