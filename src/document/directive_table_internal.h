/* SPDX-License-Identifier: MIT */
/* What the files of the table directive share. */
#ifndef DOCUMENT_DIRECTIVE_TABLE_INTERNAL_H
#define DOCUMENT_DIRECTIVE_TABLE_INTERNAL_H

#include "expression/value.h"

/* A column of numbers, of which one is the total of the others. */
struct table_parts {
    const struct value *at; /* by row: VALUE_NUMBER, or VALUE_NONE */
    size_t count;
    size_t total; /* its row */
    int places; /* or FIGURE_USUAL_PLACES: those of the numbers */
};

/*
 * Whether parts in per cent or points that add up exactly to their total do not do so
 * once each is rounded by itself. shown[count] then has the numbers to print instead
 * (base/apportion.h).
 */
bool table_parts_drift(struct arena *arena, const struct table_parts *parts,
                       struct ratio *shown);

#endif
