/* SPDX-License-Identifier: MIT */
/* libcsv on one thread: reads a file and counts its fields, and does nothing with them. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static void count_field(void *text, size_t length, void *context)
{
    size_t *count = context;
    (void)text;
    (void)length;
    ++*count;
}

static void end_row(int end, void *context)
{
    (void)end;
    (void)context;
}

int main(int argc, char **argv)
{
    static char block[256 * 1024];
    struct csv_parser parser;
    size_t count = 0;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI)) {
        fputs("scan_libcsv FILE\n", stderr);
        return EXIT_FAILURE;
    }
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;) {
        if (csv_parse(&parser, block, got, count_field, end_row, &count) != got) {
            return EXIT_FAILURE;
        }
    }
    csv_fini(&parser, count_field, end_row, &count);
    csv_free(&parser);
    fclose(file);
    printf("%zu fields\n", count);
    return EXIT_SUCCESS;
}
