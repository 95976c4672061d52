/* SPDX-License-Identifier: MIT */
/* Phrases of the import report that its text and the briefing's directive share. */
#include "table/inspect.h"

#include "base/buffer.h"
#include "base/number.h"
#include "table/describe.h"

static const char *separator_name(char separator)
{
    switch (separator) {
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "pipe";
    default:
        return "comma";
    }
}

static void add_line_ends(struct buffer *out, const struct load_file *file)
{
    static const char *const names[] = {"LF", "CRLF", "CR"};
    const bool has[] = {file->has_lf, file->has_crlf, file->has_cr};
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (has[i]) {
            buffer_print(out, "%s%s", count++ ? " and " : ", ", names[i]);
        }
    }
    buffer_add(out, count > 1 ? S(" mixed") : S(""));
}

str inspect_dialect(struct arena *arena, const struct load_file *file)
{
    struct buffer out = {.arena = arena};
    buffer_print(&out, "%s", separator_name(file->separator));
    add_line_ends(&out, file);
    if (file->header_line > 1) {
        str rows = describe_count(arena, file->preamble_rows, "row");
        buffer_print(&out, ", header in line %zu below %.*s", file->header_line,
                     STR_ARG(rows));
    }
    if (file->is_header_trailing || file->is_row_trailing) {
        const char *where = !file->is_row_trailing      ? "the header"
                            : !file->is_header_trailing ? "each row"
                                                        : "header and rows";
        buffer_print(&out, ", one more at the end of %s", where);
    }
    return buffer_text(&out);
}

str inspect_place(struct arena *arena, const struct validation *validation,
                  struct place place)
{
    bool is_only = validation->report->count == 1 &&
                   str_equal(validation->report->at[0].path, place.file);
    if (!place.line) {
        return place.file;
    }
    return is_only ? str_print(arena, "line %zu", place.line)
                   : str_print(arena, "%.*s:%zu", STR_ARG(place.file), place.line);
}

static str grouped(struct arena *arena, size_t count)
{
    return number_print(arena, ratio_from((int64_t)count), (struct number_style){0});
}

static void add_part(struct buffer *out, size_t count, const char *what)
{
    if (count) {
        str number = grouped(out->arena, count);
        buffer_print(out, ", %.*s %s", STR_ARG(number), what);
    }
}

str inspect_parts(struct arena *arena, const struct validation_parts *parts)
{
    struct buffer out = {.arena = arena};
    str compared = grouped(arena, parts->compared);
    buffer_print(&out, "%.*s, %.*s: %.*s compared", STR_ARG(parts->dimension),
                 STR_ARG(parts->measure), STR_ARG(compared));
    add_part(&out, parts->equal, "equal");
    add_part(&out, parts->rounded, "within rounding");
    add_part(&out, parts->above, "with parts above the total");
    add_part(&out, parts->below, "with parts below it");
    return buffer_text(&out);
}

str inspect_comparison(struct arena *arena, const struct validation *validation)
{
    struct buffer out = {.arena = arena};
    str both = describe_count(arena, validation->comparison.matched_count, "row");
    buffer_print(&out, "%.*s in both", STR_ARG(both));
    add_part(&out, validation->counts[NOTICE_REVISED], "figures revised");
    add_part(&out, validation->counts[NOTICE_GONE], "gone");
    add_part(&out, validation->counts[NOTICE_ADDED], "added");
    add_part(&out, validation->comparison.later_count,
             "of periods that the older one lacks");
    add_part(&out, validation->comparison.earlier_count,
             "in the older one alone, of periods that this one lacks");
    return buffer_text(&out);
}
