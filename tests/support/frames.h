/* SPDX-License-Identifier: MIT */
/*
 * Frames in tests: from rows in YAML, and as text, one line for each row:
 *
 *   frames_of(arena, "[{a: 1, b: x}, {a: 2}]")      a=1 b=x
 *                                                   a=2 b=undefined
 */
#ifndef SUPPORT_FRAMES_H
#define SUPPORT_FRAMES_H

#include "unit.h"

#include "base/buffer.h"
#include "grammar/format.h"
#include "grammar/source.h"
#include "grammar/transform.h"

static inline const struct node *frames_node(struct arena *arena, const char *yaml)
{
    struct error error = {.kind = ERROR_NONE};
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("chart.yaml"), str_from(yaml)};
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    if (!node) {
        fail_msg("%s", error.message);
    }
    return node;
}

static inline struct environment *frames_environment(struct arena *arena)
{
    struct environment *environment = arena_new(arena, struct environment);
    environment->warnings = arena_new(arena, struct warnings);
    environment->warnings->arena = arena;
    environment->folder = S(".");
    return environment;
}

static inline const struct frame *frames_of(struct arena *arena, const char *rows)
{
    struct error error = {.kind = ERROR_NONE};
    const char *data = str_c(arena, str_print(arena, "values: %s", rows));
    const struct frame *frame =
        source_read(arena, frames_node(arena, data), frames_environment(arena), &error);
    if (!frame) {
        fail_msg("%s", error.message);
    }
    return frame;
}

/* Numbers to six significant digits. */
static inline str frames_datum(struct arena *arena, struct datum datum)
{
    struct buffer out = {.arena = arena};
    switch ((enum datum_kind)datum.kind) {
    case DATUM_NUMBER:
        return format_number(arena, NULL, S("~g"), datum.number);
    case DATUM_TIME:
        return format_time(arena, NULL, S("%Y-%m-%d"), datum.number);
    case DATUM_LIST:
        buffer_add(&out, S("["));
        for (size_t i = 0; i < datum.list->count; i++) {
            buffer_add(&out, i ? S(",") : S(""));
            buffer_add(&out, frames_datum(arena, datum.list->at[i]));
        }
        buffer_add(&out, S("]"));
        return buffer_text(&out);
    case DATUM_MAP:
        buffer_add(&out, S("{"));
        for (size_t i = 0; i < datum.map->count; i++) {
            buffer_print(&out, "%s%.*s:", i ? "," : "", STR_ARG(datum.map->at[i].name));
            buffer_add(&out, frames_datum(arena, datum.map->at[i].value));
        }
        buffer_add(&out, S("}"));
        return buffer_text(&out);
    default:
        return datum_to_text(arena, datum);
    }
}

static inline str frames_text(struct arena *arena, const struct frame *frame)
{
    struct buffer out = {.arena = arena};
    for (size_t row = 0; row < frame->rows; row++) {
        for (size_t field = 0; field < frame->count; field++) {
            buffer_print(&out, "%s%.*s=", field ? " " : "", STR_ARG(frame->at[field].name));
            buffer_add(&out, frames_datum(arena, frame->at[field].at[row]));
        }
        buffer_add(&out, S("\n"));
    }
    return buffer_text(&out);
}

/* The rows after a transform, in YAML too. */
static inline str frames_after(struct arena *arena, const char *rows, const char *transform)
{
    struct error error = {.kind = ERROR_NONE};
    const struct frame *frame =
        transform_apply(arena, frames_node(arena, transform), frames_of(arena, rows),
                        frames_environment(arena), &error);
    if (!frame) {
        fail_msg("%s", error.message);
    }
    return frames_text(arena, frame);
}

/* What is wrong with a transform, and where: "1:12: message (hint)". */
static inline str frames_refusal(struct arena *arena, const char *rows,
                                 const char *transform)
{
    struct error error = {.kind = ERROR_NONE};
    assert_null(transform_apply(arena, frames_node(arena, transform),
                                frames_of(arena, rows), frames_environment(arena), &error));
    return str_print(arena, "%zu:%zu: %s%s%s%s", error.place.line, error.place.column,
                     error.message, error.hint[0] ? " (" : "", error.hint,
                     error.hint[0] ? ")" : "");
}

#endif
