/* SPDX-License-Identifier: MIT */
/* One text read in two ways: plain lines split by the reader, and all of them by libcsv. */
#ifndef SUPPORT_READER_COMPARE_H
#define SUPPORT_READER_COMPARE_H

#include "base/buffer.h"
#include "table/reader.h"

static inline bool reader_compare_print(void *context, const struct reader_row *row,
                                        struct error *error)
{
    (void)error;
    struct buffer *out = context;
    buffer_print(out, "%zu%s:", row->line, row->is_after_blank ? " after a blank" : "");
    for (size_t i = 0; i < row->count; i++) {
        buffer_print(out, "[%zu ", row->fields[i].length);
        buffer_add(out, row->fields[i]);
        buffer_add_byte(out, ']');
    }
    buffer_add_byte(out, '\n');
    return true;
}

/* All that the reader says of the text. */
static inline str reader_compare_read(struct arena *arena, str text, char separator,
                                      bool is_all_parsed)
{
    struct source source = {S("in.csv"), text};
    struct reader_facts facts = {0};
    struct error error = {0};
    struct buffer out = {.arena = arena};
    struct reader *reader =
        reader_create(arena, separator, reader_compare_print, &out, &facts, &error);
    if (is_all_parsed) {
        reader_parse_all(reader);
    }
    bool is_read = reader_feed(reader, &source) && reader_finish(reader);
    reader_destroy(reader);
    buffer_print(&out, "%d %zu lines, CRLF %d, LF %d, %s at %zu:%zu\n", is_read,
                 facts.lines, facts.has_crlf, facts.has_lf, error.message, error.place.line,
                 error.place.column);
    return buffer_text(&out);
}

static inline bool reader_compare(struct arena *arena, str text, char separator)
{
    return str_equal(reader_compare_read(arena, text, separator, false),
                     reader_compare_read(arena, text, separator, true));
}

#endif
