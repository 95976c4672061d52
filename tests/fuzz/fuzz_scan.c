/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a large file: what is scanned is what libcsv and query_run() give.
 *
 *   clang -g -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_scan.c
 *
 * The first three bytes choose the queries, the number of threads, the instructions or
 * libcsv, and the bytes of a block and of a range, so that rows lie across both at any
 * place.
 */
#include "scan_compare.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CHOICE_BYTES = 3, HAS_HEADER = 0x20, TAKES_ALL = 0x40, IS_PARSED = 0x80 };

static const char schema[] =
    "{period: period, partner: {role: dimension, aggregates: [World, EU]},"
    " product: {role: dimension, aggregates: [TOTAL]}, value: {role: measure, unit: t},"
    " kg: {role: measure, unit: kg}, status: status}";

/* Each row goes into one of these: no cell stays unseen. */
static const char all_queries[] =
    "{a: {from: trade, measure: value, where: {partner: {not: [World]}}},"
    " b: {from: trade, measure: kg, where: {partner: {not: [World]}}},"
    " c: {from: trade, measure: value, where: {partner: World}},"
    " d: {from: trade, measure: kg, where: {partner: World}}}";

static const char some_queries[] =
    "{a: {from: trade, measure: value, where: {product: [A, B]}, by: partner},"
    " b: {from: trade, measure: kg, by: partner, total: World},"
    " c: {from: trade, measure: kg, where: {product: {not: TOTAL}, partner: {not: [World, "
    "EU]}}},"
    " d: {from: trade, measure: value, where: {product: A}, by: partner},"
    " e: {from: trade, measure: value, where: {partner: World}, by: product}}";

static str with_header(struct arena *arena, str rows)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, S("period,partner,product,value,kg,status\n"
                        "2001-01,World,A,1,2.5,\n2001-02,EU,B,3,,E\n"
                        "2001-03,Japan,TOTAL,-4.25,1,\n")); /* the words that are asked */
    buffer_add(&text, rows);
    return buffer_text(&text);
}

/* Schema and queries are read once: the rest of a run is quicker. */
static const struct compare *compare_with(bool takes_all)
{
    static struct arena lasting;
    static struct compare compares[2];
    struct compare *compare = &compares[takes_all];
    if (!compare->query_count &&
        !compare_create(&lasting, schema, takes_all ? all_queries : some_queries,
                        compare)) {
        abort();
    }
    return compare;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    if (size < CHOICE_BYTES) {
        return 0;
    }
    bool takes_all = data[0] & TAKES_ALL;
    struct compare compare = *compare_with(takes_all);
    compare.arena = &arena;
    enum split_kind kind = (enum split_kind)(SPLIT_PLAIN + (data[0] >> 2) % 4);
    compare.options = (struct scan_options){
        .threads = 1 + data[0] % 3,
        .kind = split_with(kind) ? kind : SPLIT_PLAIN,
        .block_bytes = 1 + (size_t)data[1],
        .range_bytes = 1 + (size_t)data[2],
        .row_bytes_max = 1000,
        .is_parsed = data[0] & IS_PARSED,
    };
    str text =
        str_copy(&arena, (str){(const char *)data + CHOICE_BYTES, size - CHOICE_BYTES});
    text = data[0] & HAS_HEADER ? with_header(&arena, text) : text;
    enum compare_verdict verdict = compare_run(&compare, &text, 1);
    if (verdict == COMPARE_DIFFERENT || (verdict == COMPARE_ONLY_SCANNED && takes_all)) {
        abort();
    }
    arena_finish(&arena);
    return 0;
}
