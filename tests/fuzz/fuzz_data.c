/* SPDX-License-Identifier: MIT */
/* Any bytes as data of a chart (JSON, CSV, a topology), and as a formula, a format, a date
 * and a time unit. For libFuzzer. */
#include "base/compiler.h"
#include "grammar/clock.h"
#include "grammar/format.h"
#include "grammar/formula.h"
#include "grammar/geography.h"
#include "grammar/source.h"
#include "grammar/time_parse.h"
#include "grammar/time_unit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct node *scalar(struct arena *arena, str text, str key)
{
    struct source *source = arena_new(arena, struct source);
    struct node *node = arena_new(arena, struct node);
    *source = (struct source){S("fuzz"), text};
    *node = (struct node){
        .kind = NODE_SCALAR, .source = source, .text = text, .key = key, .is_quoted = true};
    return node;
}

static struct node *map(struct arena *arena, const struct source *source, str key)
{
    struct node *node = arena_new(arena, struct node);
    *node = (struct node){.kind = NODE_MAP, .source = source, .key = key};
    return node;
}

static void put(struct arena *arena, struct node *into, str key, str text)
{
    struct node *node = arena_new(arena, struct node);
    *node = *scalar(arena, text, key);
    *arena_push(arena, into) = node;
}

/* As `values` in a format. */
static const struct frame *read_as(struct arena *arena, str text, str type)
{
    static const struct source nowhere = {.path = {"fuzz", 4}};
    struct warnings warnings = {.arena = arena};
    const struct environment environment = {.folder = S("/nonexistent"),
                                            .warnings = &warnings};
    struct error error = {0};
    struct node *of = map(arena, &nowhere, S(""));
    struct node *format = map(arena, &nowhere, S("format"));
    put(arena, format, S("type"), type);
    put(arena, format, S("feature"), S("a"));
    put(arena, of, S("values"), text);
    *arena_push(arena, of) = format;
    const struct frame *frame = source_read(arena, of, &environment, &error);
    if (!frame && !error.kind) {
        __builtin_trap(); /* a failure without an error */
    }
    return frame;
}

static void evaluate(struct arena *arena, str text, const struct frame *frame)
{
    struct error error = {0};
    const struct formula *formula = formula_read(arena, scalar(arena, text, S("")), &error);
    if (!formula && !error.kind) {
        __builtin_trap();
    }
    if (formula) {
        const struct formula_scope scope = {.frame = frame};
        datum_to_text(arena, formula_evaluate(arena, formula, &scope));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const types[] = {"json", "csv", "topojson"};
    struct arena arena = {0};
    str text = str_copy(&arena, (str){(const char *)data, size});
    const struct frame *row = NULL;
    struct time_unit unit;
    double time;
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        const struct frame *frame = read_as(&arena, text, str_from(types[i]));
        if (frame) {
            geography_rows(&arena, frame);
            row = frame->rows ? frame : row;
        }
    }
    evaluate(&arena, text, row);
    format_number(&arena, NULL, text, -1234.5);
    format_time(&arena, NULL, text, 1234567890123.0);
    time_parse(text, text, &time);
    if (clock_parse(text, &time)) {
        clock_print(&arena, time);
    }
    if (time_unit_parse(text, &unit)) {
        time_unit_next(unit, time_unit_floor(unit, 1234567890123.0));
    }
    arena_finish(&arena);
    return 0;
}
