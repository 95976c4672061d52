/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the body of a briefing: blocks, or an error with a message.
 *
 *   make fuzz
 */
#include "facts.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct blocks blocks = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    str text = {(const char *)data, size};
    bool is_read = facts_read_markdown(&arena, text, &blocks, &warnings, &error);
    if (is_read == (error.kind != ERROR_NONE)) {
        abort(); /* a failure without an error, or an error without a failure */
    }
    arena_finish(&arena);
    return 0;
}
