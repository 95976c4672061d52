/* SPDX-License-Identifier: MIT */
/*
 * The same sums through libcsv, on one thread, as if the splitters refused the file:
 *
 *   scan_parsed FILE PRODUCTS     850013,850130 or "all"
 *
 * Prints partner,period,quantity,value.
 */
#include "scan_compare.h"

#include <stdio.h>
#include <stdlib.h>

static const char schema[] =
    "{period: period, reporter: dimension, partner: dimension, product: dimension,"
    " flow: dimension, quantity: measure, value: measure, regime: note, place: note}";

static void print(struct arena *arena, const struct table *quantities,
                  const struct table *values)
{
    const struct column *quantity = table_column(quantities, S("quantity"));
    const struct column *value = table_column(values, S("value"));
    const struct column *period = table_role(values, ROLE_PERIOD);
    for (size_t row = 0; row < values->row_count; row++) {
        str partner = column_text(&values->columns[0], row);
        str month = period_print(arena, period->periods[row]);
        str first = decimal_print(arena, column_number(quantity, row));
        str second = decimal_print(arena, column_number(value, row));
        printf("%.*s,%.*s,%.*s,%.*s\n", STR_ARG(partner), STR_ARG(month), STR_ARG(first),
               STR_ARG(second));
    }
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct compare compare;
    struct path_list files = {0};
    const struct scan_options options = {.threads = 1, .is_parsed = true};
    if (argc != 3) {
        fputs("scan_parsed FILE PRODUCTS\n", stderr);
        return EXIT_FAILURE;
    }
    bool is_all = str_equal(str_from(argv[2]), S("all"));
    str where = is_all ? S("") : str_print(&arena, "where: {product: [%s]}, ", argv[2]);
    str queries = str_print(&arena,
                            "{a: {from: trade, %.*sby: partner, measure: quantity},"
                            " b: {from: trade, %.*sby: partner, measure: value}}",
                            STR_ARG(where), STR_ARG(where));
    *arena_push(&arena, &files) = str_from(argv[1]);
    if (!compare_create(&arena, schema, str_c(&arena, queries), &compare) ||
        !scan_query(&arena, S("trade"), &files, &compare.schema, compare.queries,
                    compare.query_count, &options, &compare.scan)) {
        fprintf(stderr, "%s\n", compare.scan.reason ? compare.scan.reason : "wrong query");
        return EXIT_FAILURE;
    }
    print(&arena, compare.scan.results[0], compare.scan.results[1]);
    arena_finish(&arena);
    return EXIT_SUCCESS;
}
