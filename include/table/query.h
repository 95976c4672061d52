/* SPDX-License-Identifier: MIT */
/*
 * Queries: which rows of a table, summed by what.
 *
 *   total:    {from: trade, where: {series: magnets, partner: World}, measure: tonnes}
 *   partners: {from: trade, where: {series: magnets}, by: partner, measure: tonnes,
 *              total: World, top: 5, rest: Other destinations}
 *
 * `by` may be a list of dimensions: a group is then each combination of their words that
 * there is, named "Asia · Japan" after them, and `total` the name of the sum of all.
 *
 * The result is a table with the columns [by,] period, measure, rates, status,
 * sorted by group (first appearance) and period; origins are those of the
 * first row that went into each sum. Sums are exact; the status of a sum is
 * the weakest of its parts (E before P before A); a sum with a missing part
 * is missing, with a suppressed part suppressed (also where another part is
 * missing). Rates are kept only where a result row is made from one row. Of
 * several vintages of a key the latest counts, as in table_as_of().
 *
 * Aggregates are never added to parts: with `by`, words of the dimension that
 * its schema calls aggregates are left out unless `where` names them; a sum in
 * which an aggregate and other words of another dimension would meet in one
 * period is ERROR_CONFIG. The rows of `total` come out as one more group,
 * whatever `where` says about the words of `by`.
 *
 * `top` and `rest` are applied by the series layer, at the period.
 */
#ifndef TABLE_QUERY_H
#define TABLE_QUERY_H

#include "base/node.h"
#include "table/table.h"

struct query_filter {
    str column;
    struct place place;
    str *values;
    struct place *places; /* of each value */
    size_t count;
    bool is_exclusion; /* where: {partner: {not: [World, EU27]}} */
};

struct query {
    str name;
    const struct node *node;
    str from;
    struct query_filter *filters;
    size_t filter_count;
    str by; /* empty: one group; of several dimensions "region, partner" */
    const str *parts; /* the dimensions of `by`, one or more */
    size_t part_count;
    str measure; /* empty: the only measure of the table */
    str total; /* with `by`: the aggregate that the parts are parts of, or empty */
    size_t top; /* with `by`: 0 is all */
    str rest; /* with `total`: name of total less the shown parts, or empty */
};

/* Between the words of a group's several dimensions: "Asia · Japan". */
#define QUERY_PART_GAP " \u00B7 "

/* The word that a group has of the dimension parts[part]. */
str query_part(const struct query *query, str group, size_t part);

/* One entry of `queries:`. */
NODISCARD bool query_read(struct arena *arena, const struct node *node, struct query *query,
                          struct error *error);

/*
 * A value of `where` that is in no row of the files is an error with the
 * nearest word; one that table_as_of() left without rows gives an empty result.
 */
const struct table *query_run(struct arena *arena, const struct query *query,
                              const struct table *table, struct error *error);

/* The table as CSV (RFC 4180, LF), each number as in the file; suppressed is c. */
str table_print(struct arena *arena, const struct table *table);

#endif
