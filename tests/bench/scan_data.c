/* SPDX-License-Identifier: MIT */
/*
 * Trade statistics made up for the benchmark: scan_data ROWS writes the same
 * bytes on every machine. The months come one after the other, as files of
 * customs offices have them; within a month partner, product, flow and reporter
 * come in no order, and none twice together. All else is drawn anew for each
 * row. About 74 bytes a row, of which two texts, the second now and then quoted
 * for its comma.
 */
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    MONTHS = 60,
    PARTNERS = 220,
    PRODUCTS = 400,
    REPORTERS = 6,
    KEY_BITS = 20, /* fewer than all combinations with two flows */
};

/* Knuth's linear congruence (MMIX), its upper bits. */
static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)((*state >> 33) % below);
}

/* Numbers below 2^KEY_BITS in another order. */
static uint32_t shuffle(uint32_t number)
{
    const uint32_t mask = (1 << KEY_BITS) - 1;
    for (size_t i = 0; i < 3; i++) {
        number = (number * 0x9E3779B1U + 1) & mask;
        number ^= number >> KEY_BITS / 2;
    }
    return number;
}

static void print_row(uint64_t *state, size_t month, uint32_t key)
{
    static const char *const reporters[REPORTERS] = {"CHN", "JPN", "USA",
                                                     "DEU", "KOR", "VNM"};
    static const char *const regimes[] = {"ordinary trade by sea", "inward processing",
                                          "\"border trade, small\"", "bonded warehouse"};
    static const char *const places[] = {"Guangdong",           "Zhejiang",
                                         "\"Jiangsu, Suzhou\"", "Shandong",
                                         "Fujian province",     "\"Sichuan, Chengdu\"",
                                         "Inner Mongolia",      "Shanghai port"};
    uint32_t partner = key % PARTNERS;
    uint32_t product = key / PARTNERS % PRODUCTS;
    uint32_t side = key / PARTNERS / PRODUCTS;
    uint32_t magnitude = draw(state, 4);
    static const uint32_t most[] = {1000, 100000, 10000000, 1000000000};
    uint32_t grams = draw(state, most[magnitude]);
    uint32_t dollars = draw(state, most[magnitude]);
    printf("%zu-%02zu,%s,%c%c%c,%06u,%c,%u.%03u,%u,%s,%s\n", 2020 + month / 12,
           month % 12 + 1, reporters[side % REPORTERS], (char)('A' + partner / 26),
           (char)('A' + partner % 26), (char)('A' + partner % 7), 850000 + 13 * product,
           side / REPORTERS ? 'X' : 'M', grams / 1000, grams % 1000, dollars,
           regimes[draw(state, COUNT_OF(regimes))], places[draw(state, COUNT_OF(places))]);
}

int main(int argc, char **argv)
{
    size_t rows;
    if (argc != 2 || !str_to_size(str_from(argv[1]), &rows)) {
        fputs("scan_data ROWS\n", stderr);
        return EXIT_FAILURE;
    }
    if (rows > ((size_t)MONTHS << KEY_BITS)) {
        fputs("there are not so many keys\n", stderr);
        return EXIT_FAILURE;
    }
    uint64_t state = 1;
    size_t month = 0;
    size_t first = 0;
    puts("period,reporter,partner,product,flow,quantity,value,regime,place");
    for (size_t row = 0; row < rows; row++) {
        if (row * MONTHS / rows > month) {
            month = row * MONTHS / rows;
            first = row;
        }
        print_row(&state, month, shuffle((uint32_t)(row - first)));
    }
    return ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
