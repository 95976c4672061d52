/* SPDX-License-Identifier: MIT */
/*
 * Sniffing: files that are called .csv and are something else.
 *
 * A portal that asks for a login answers with a page, a limit that was passed
 * with JSON, and a workbook keeps its own format under any name. Their first
 * bytes say so.
 */
#ifndef TABLE_SNIFF_H
#define TABLE_SNIFF_H

#include "base/error.h"

/* False and ERROR_DATA, with what to do about it, if the bytes are no text of rows. */
NODISCARD bool sniff_accepts(const struct source *bytes, struct error *error);

#endif
