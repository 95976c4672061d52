/* SPDX-License-Identifier: MIT */
#include "grammar/frame.h"

#include <string.h>

size_t frame_find(const struct frame *frame, str name)
{
    size_t at = 0;
    while (at < frame->count && !str_equal(frame->at[at].name, name)) {
        at++;
    }
    return at;
}

struct frame frame_copy(struct arena *arena, const struct frame *frame)
{
    struct frame copy = *frame;
    copy.capacity = frame->count + 4; /* as many as most transforms add */
    copy.at = arena_array(arena, struct field, copy.capacity);
    if (frame->count) {
        memcpy(copy.at, frame->at, frame->count * sizeof *frame->at);
    }
    return copy;
}

struct frame *frame_new(struct arena *arena, size_t rows)
{
    struct frame *frame = arena_new(arena, struct frame);
    frame->rows = rows;
    return frame;
}

void frame_set(struct arena *arena, struct frame *frame, str name, struct datum *column)
{
    size_t at = frame_find(frame, name);
    if (at == frame->count) {
        arena_push(arena, frame)->name = name;
    }
    frame->at[at].at = column;
}

struct datum *frame_add(struct arena *arena, struct frame *frame, str name)
{
    struct datum *column = arena_array(arena, struct datum, frame->rows);
    frame_set(arena, frame, name, column);
    return column;
}

struct frame frame_select(struct arena *arena, const struct frame *frame,
                          const size_t *rows, size_t count)
{
    struct frame selected = frame_copy(arena, frame);
    selected.rows = count;
    for (size_t field = 0; field < frame->count; field++) {
        struct datum *column = arena_array(arena, struct datum, count);
        for (size_t row = 0; row < count; row++) {
            column[row] = frame->at[field].at[rows[row]];
        }
        selected.at[field].at = column;
    }
    return selected;
}

struct datum frame_row(struct arena *arena, const struct frame *frame, size_t row)
{
    struct datum_map *map = arena_new(arena, struct datum_map);
    map->at = arena_array(arena, struct datum_member, frame->count);
    map->count = map->capacity = frame->count;
    for (size_t field = 0; field < frame->count; field++) {
        map->at[field] =
            (struct datum_member){frame->at[field].name, frame->at[field].at[row]};
    }
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

const struct exact *frame_exact(const struct frame *frame, struct datum datum)
{
    bool is_known = datum.exact && frame->exacts && datum.exact <= frame->exacts->count;
    return is_known ? &frame->exacts->at[datum.exact - 1] : NULL;
}

/* --- paths -------------------------------------------------------------------------- */

/* What stands up to the mark that ends it, without backslashes. */
static str take_name(struct arena *arena, str path, size_t *at, const char *ends)
{
    char *name = arena_array(arena, char, path.length + 1);
    size_t length = 0;
    for (; *at < path.length && !strchr(ends, path.at[*at]); ++*at) {
        if (path.at[*at] == '\\' && *at + 1 < path.length) {
            ++*at;
        }
        name[length++] = path.at[*at];
    }
    return (str){name, length};
}

/* [0], ['a'], ["a"] */
static str take_brackets(struct arena *arena, str path, size_t *at)
{
    char first = str_byte(path, *at);
    bool is_quoted = first == '\'' || first == '"';
    const char ends[] = {(char)(is_quoted ? first : ']'), '\0'};
    *at += is_quoted;
    str name = take_name(arena, path, at, ends);
    *at += is_quoted;
    *at += *at < path.length; /* the bracket */
    return name;
}

struct str_list path_split(struct arena *arena, str path)
{
    struct str_list parts = {NULL, 0, 0};
    size_t at = 0;
    while (at < path.length) {
        if (path.at[at] == '[') {
            at++;
            *arena_push(arena, &parts) = take_brackets(arena, path, &at);
        } else {
            *arena_push(arena, &parts) = take_name(arena, path, &at, ".[");
        }
        at += at < path.length && path.at[at] == '.';
    }
    return parts;
}

/* Of a list, a text (its length), or a map. */
struct datum datum_at(struct datum datum, str name)
{
    size_t index;
    if (datum.kind == DATUM_LIST && str_equal(name, S("length"))) {
        return datum_number((double)datum.list->count);
    }
    if (datum.kind == DATUM_LIST && str_to_size(name, &index)) {
        return index < datum.list->count ? datum.list->at[index] : datum_undefined();
    }
    if (datum.kind == DATUM_TEXT && str_equal(name, S("length"))) {
        return datum_number((double)str_characters(datum.text));
    }
    return datum_member(datum, name);
}

const struct datum *frame_path(struct arena *arena, const struct frame *frame, str path)
{
    size_t field = frame_find(frame, path);
    if (field < frame->count) {
        return frame->at[field].at;
    }
    struct str_list parts = path_split(arena, path);
    field = parts.count ? frame_find(frame, parts.at[0]) : frame->count;
    if (field == frame->count || parts.count == 1) {
        return field == frame->count ? NULL : frame->at[field].at;
    }
    struct datum *column = arena_array(arena, struct datum, frame->rows);
    bool has_any = !frame->rows;
    for (size_t row = 0; row < frame->rows; row++) {
        struct datum datum = frame->at[field].at[row];
        for (size_t part = 1; part < parts.count; part++) {
            datum = datum_at(datum, parts.at[part]);
        }
        column[row] = datum;
        has_any = has_any || datum.kind != DATUM_NONE;
    }
    return has_any ? column : NULL;
}

const struct datum *frame_column(struct arena *arena, const struct frame *frame, str path)
{
    const struct datum *column = frame_path(arena, frame, path);
    return column ? column : arena_array(arena, struct datum, frame->rows);
}
