/* SPDX-License-Identifier: MIT */
/*
 * Data of exhibits: the figures behind a chart, or those of a table, as rows of text. The
 * same rows are attached to the PDF as a file of comma-separated values, to be computed
 * with, and stand below the chart in HTML, to be read.
 */
#ifndef EXPORT_EXHIBIT_DATA_H
#define EXPORT_EXHIBIT_DATA_H

#include "document/block.h"

enum data_use {
    DATA_TO_READ, /* as the pages print it, in the language of the issue */
    DATA_TO_COMPUTE, /* 2025-10 and -1234.5, with all the decimals that were published */
};

struct data_row {
    str *cells; /* one per column; empty: there is nothing */
};

struct exhibit_data {
    str *heads;
    size_t column_count;
    struct data_row *at;
    size_t count, capacity;
};

/*
 * A chart over time has a row for each month of its window, and for months that were
 * only published together; one for each bar, a ranking. A column of letters of OBS_STATUS
 * stands beside figures that are not all normal.
 */
const struct exhibit_data *
exhibit_data_of_chart(struct arena *arena, const struct chart *chart, enum data_use use);

/* The cells as printed, numbers without what parts their thousands. */
const struct exhibit_data *exhibit_data_of_table(struct arena *arena,
                                                 const struct table_block *table,
                                                 const struct language *language);

/* Comma-separated values (RFC 4180), with the heads as the first line. */
str exhibit_data_csv(struct arena *arena, const struct exhibit_data *data);

#endif
