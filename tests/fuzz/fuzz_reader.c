/* SPDX-License-Identifier: MIT */
/* Any text: the lines that the reader splits itself are what libcsv makes of them. */
#include "reader_compare.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char separators[] = {',', ';', '\t', '|'};
    struct arena arena = {0};
    if (size < 1 || memchr(data, '\0', size)) {
        return 0;
    }
    str text = str_copy(&arena, (str){(const char *)data + 1, size - 1});
    if (!reader_compare(&arena, text, separators[data[0] % sizeof separators])) {
        abort();
    }
    arena_finish(&arena);
    return 0;
}
