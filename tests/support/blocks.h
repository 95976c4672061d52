/* SPDX-License-Identifier: MIT */
/* What tests of Markdown and directives share: blocks from text, and errors as one line. */
#ifndef SUPPORT_BLOCKS_H
#define SUPPORT_BLOCKS_H

#include "facts.h"
#include "unit.h"

/* The blocks of a body; an error fails the test with its message. */
static inline struct blocks blocks_of(struct arena *arena, const char *text)
{
    struct blocks blocks = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    if (!facts_read_markdown(arena, str_from(text), &blocks, &warnings, &error)) {
        fail_msg("%zu:%zu: %s", error.place.line, error.place.column, error.message);
    }
    assert_int_equal(warnings.count, 0);
    return blocks;
}

/* "line:column+width message" of the only warning that the body gives. */
static inline str warning_of(struct arena *arena, const char *text)
{
    struct blocks blocks = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    if (!facts_read_markdown(arena, str_from(text), &blocks, &warnings, &error)) {
        fail_msg("%zu:%zu: %s", error.place.line, error.place.column, error.message);
    }
    if (warnings.count != 1) {
        return str_print(arena, "%zu warnings", warnings.count);
    }
    const struct warning *warning = &warnings.at[0];
    return str_print(arena, "%zu:%zu+%zu %.*s", warning->place.line, warning->place.column,
                     warning->place.width, STR_ARG(warning->message));
}

/* "exit line:column+width message | hint" of the error that the body gives. */
static inline str error_of(struct arena *arena, const char *text)
{
    struct blocks blocks = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    if (facts_read_markdown(arena, str_from(text), &blocks, &warnings, &error)) {
        return S("no error");
    }
    return str_print(arena, "%d %zu:%zu+%zu %s%s%s", error_exit_status(&error),
                     error.place.line, error.place.column, error.place.width, error.message,
                     error.hint[0] ? " | " : "", error.hint);
}

#define assert_error(arena, text, expected) assert_str(error_of(arena, text), expected)

static inline str block_text(struct arena *arena, const struct block *block)
{
    return inline_text(arena, &block->spans);
}

#endif
