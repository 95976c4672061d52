/* SPDX-License-Identifier: MIT */
/* Functions of lists; some are of texts too. */
#include "formula_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "grammar/order.h"

#include <math.h>

static const struct datum_list *list_at(const struct call *call, size_t index)
{
    static const struct datum_list empty = {NULL, 0, 0};
    struct datum datum = call_at(call, index);
    return datum.kind == DATUM_LIST ? datum.list : &empty;
}

static struct datum_list *new_list(const struct call *call)
{
    return arena_new(call->arena, struct datum_list);
}

static struct datum length(const struct call *call)
{
    return datum_at(call_at(call, 0), S("length"));
}

static struct datum extent(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    struct datum low = datum_undefined();
    struct datum high = datum_undefined();
    for (size_t i = 0; i < list->count; i++) {
        if (datum_is_valid(list->at[i])) {
            bool is_first = low.kind == DATUM_NONE;
            low = is_first || datum_compare(list->at[i], low) < 0 ? list->at[i] : low;
            high = is_first || datum_compare(list->at[i], high) > 0 ? list->at[i] : high;
        }
    }
    struct datum_list *both = new_list(call);
    *arena_push(call->arena, both) = low;
    *arena_push(call->arena, both) = high;
    return datum_list_of(both);
}

static double number_of(const struct datum_list *list, size_t index)
{
    return index < list->count ? datum_to_number(list->at[index]) : (double)NAN;
}

/* A range of the same width within [low, high]. */
static struct datum clamp_range(const struct call *call)
{
    const struct datum_list *range = list_at(call, 0);
    double low = fmin(number_of(range, 0), number_of(range, 1));
    double high = fmax(number_of(range, 0), number_of(range, 1));
    double least = call_number(call, 1);
    double most = call_number(call, 2);
    double span = high - low;
    if (span >= most - least) {
        low = least;
        high = most;
    } else {
        low = fmin(fmax(low, least), most - span);
        high = low + span;
    }
    struct datum_list *both = new_list(call);
    *arena_push(call->arena, both) = datum_number(low);
    *arena_push(call->arena, both) = datum_number(high);
    return datum_list_of(both);
}

/* Where a text stands in another, in characters; -1: nowhere. */
static double text_index(str text, str part, bool is_last)
{
    double found = -1.0;
    double character = 0.0;
    for (size_t at = 0; at + part.length <= text.length;) {
        if (str_equal(str_slice(text, at, at + part.length), part)) {
            found = character;
            if (!is_last) {
                break;
            }
        }
        uint32_t code;
        size_t bytes = str_decode(text, at, &code);
        at += bytes ? bytes : 1;
        character += 1.0;
    }
    return found;
}

static struct datum index_of_item(const struct call *call, bool is_last)
{
    if (call_at(call, 0).kind == DATUM_TEXT) {
        return datum_number(text_index(call->at[0].text, call_text(call, 1), is_last));
    }
    const struct datum_list *list = list_at(call, 0);
    double found = -1.0;
    for (size_t i = 0; i < list->count && (is_last || found < 0.0); i++) {
        found = datum_equal(list->at[i], call_at(call, 1)) ? (double)i : found;
    }
    return datum_number(found);
}

static struct datum index_of(const struct call *call)
{
    return index_of_item(call, false);
}

static struct datum last_index_of(const struct call *call)
{
    return index_of_item(call, true);
}

/* An argument that is true unless it is given and is not. */
static bool is_unless_given(const struct call *call, size_t index)
{
    struct datum datum = call_at(call, index);
    return datum.kind == DATUM_NONE || datum_to_flag(datum);
}

/* inrange(value, [a, b], is the left end in?, is the right end in?) */
static struct datum in_range(const struct call *call)
{
    const struct datum_list *range = list_at(call, 1);
    double value = call_number(call, 0);
    double low = number_of(range, 0);
    double high = number_of(range, range->count ? range->count - 1 : 0);
    if (high < low) {
        double swap = low;
        low = high;
        high = swap;
    }
    bool has_left = is_unless_given(call, 2);
    bool has_right = is_unless_given(call, 3);
    return datum_flag((has_left ? low <= value : low < value) &&
                      (has_right ? value <= high : value < high));
}

static struct datum join(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    str between = call->count > 1 ? call_text(call, 1) : S(",");
    struct buffer out = {.arena = call->arena};
    for (size_t i = 0; i < list->count; i++) {
        buffer_add(&out, i ? between : S(""));
        bool is_none = list->at[i].kind == DATUM_NONE;
        buffer_add(&out, is_none ? S("") : datum_to_text(call->arena, list->at[i]));
    }
    return datum_text(buffer_text(&out));
}

/* Of the first and last number of a list, at a part of the way. */
static struct datum lerp(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    double low = number_of(list, 0);
    double high = number_of(list, list->count ? list->count - 1 : 0);
    double part = call_number(call, 1);
    return datum_number(part > 0.0 ? (part < 1.0 ? low + part * (high - low) : high) : low);
}

static struct datum peek(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    return list->count ? list->at[list->count - 1] : datum_undefined();
}

static struct datum span(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    double width =
        list->count ? number_of(list, list->count - 1) - number_of(list, 0) : 0.0;
    return datum_number(isnan(width) ? 0.0 : width);
}

static struct datum pluck(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    struct str_list path = path_split(call->arena, call_text(call, 1));
    struct datum_list *plucked = new_list(call);
    for (size_t i = 0; i < list->count; i++) {
        struct datum datum = list->at[i];
        for (size_t part = 0; part < path.count; part++) {
            datum = datum_at(datum, path.at[part]);
        }
        *arena_push(call->arena, plucked) = datum;
    }
    return datum_list_of(plucked);
}

static struct datum reverse(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    struct datum_list *reversed = new_list(call);
    for (size_t i = list->count; i > 0; i--) {
        *arena_push(call->arena, reversed) = list->at[i - 1];
    }
    return datum_list_of(reversed);
}

static struct datum sort(const struct call *call)
{
    const struct datum_list *list = list_at(call, 0);
    struct frame *frame = frame_new(call->arena, list->count);
    frame_set(call->arena, frame, S("item"), list->at);
    const struct sort_key key = {.field = S("item")};
    const struct frame *sorted = frame_sort(call->arena, frame, &key, 1);
    struct datum_list *items = new_list(call);
    items->at = sorted->at[0].at;
    items->count = items->capacity = list->count;
    return datum_list_of(items);
}

/* sequence(stop), sequence(start, stop, step), as d3's range. */
static struct datum sequence(const struct call *call)
{
    const size_t most = 1000000;
    double start = call->count > 1 ? call_number(call, 0) : 0.0;
    double stop = call->count > 1 ? call_number(call, 1) : call_number(call, 0);
    double step = call_number_or(call, 2, 1.0);
    double count = ceil((stop - start) / step);
    struct datum_list *items = new_list(call);
    for (size_t i = 0; (double)i < count && i < most; i++) {
        *arena_push(call->arena, items) = datum_number(start + (double)i * step);
    }
    return datum_list_of(items);
}

/* An index from the end where it is below zero, within [0, count]. */
static size_t slice_end(double index, size_t count)
{
    double at = index < 0.0 ? (double)count + index : index;
    return at > 0.0 ? (at < (double)count ? (size_t)at : count) : 0;
}

/* Byte offset of a character. */
static size_t character_at(str text, size_t character)
{
    size_t at = 0;
    for (; character && at < text.length; character--) {
        uint32_t code;
        size_t bytes = str_decode(text, at, &code);
        at += bytes ? bytes : 1;
    }
    return at;
}

static struct datum slice(const struct call *call)
{
    struct datum of = call_at(call, 0);
    bool is_text = of.kind == DATUM_TEXT;
    const struct datum_list *list = list_at(call, 0);
    size_t count = is_text ? str_characters(of.text) : list->count;
    size_t from = slice_end(call_number_or(call, 1, 0.0), count);
    size_t to = slice_end(call_number_or(call, 2, (double)count), count);
    to = to < from ? from : to;
    if (is_text) {
        return datum_text(
            str_slice(of.text, character_at(of.text, from), character_at(of.text, to)));
    }
    struct datum_list *items = new_list(call);
    for (size_t i = from; i < to && i < list->count; i++) {
        *arena_push(call->arena, items) = list->at[i];
    }
    return datum_list_of(items);
}

/* data("name"): the rows of a named data set. */
static struct datum data(const struct call *call)
{
    struct datum_list *rows = new_list(call);
    const struct environment *environment = call->scope->environment;
    str name = call_text(call, 0);
    for (size_t i = 0; environment && i < environment->datasets.count; i++) {
        const struct dataset *set = &environment->datasets.at[i];
        if (str_equal(set->name, name) && set->frame) {
            for (size_t row = 0; row < set->frame->rows; row++) {
                *arena_push(call->arena, rows) = frame_row(call->arena, set->frame, row);
            }
        }
    }
    return datum_list_of(rows);
}

struct functions formula_list(void)
{
    static const struct function functions[] = {
        {.name = "clampRange", .least = 3, .most = 3, .of = clamp_range},
        {.name = "data", .least = 1, .most = 1, .of = data},
        {.name = "extent", .least = 1, .most = 1, .of = extent},
        {.name = "indexof", .least = 2, .most = 2, .of = index_of},
        {.name = "inrange", .least = 2, .most = 4, .of = in_range},
        {.name = "join", .least = 1, .most = 2, .of = join},
        {.name = "lastindexof", .least = 2, .most = 2, .of = last_index_of},
        {.name = "length", .least = 1, .most = 1, .of = length},
        {.name = "lerp", .least = 2, .most = 2, .of = lerp},
        {.name = "peek", .least = 1, .most = 1, .of = peek},
        {.name = "pluck", .least = 2, .most = 2, .of = pluck},
        {.name = "reverse", .least = 1, .most = 1, .of = reverse},
        {.name = "sequence", .least = 1, .most = 3, .of = sequence},
        {.name = "slice", .least = 1, .most = 3, .of = slice},
        {.name = "sort", .least = 1, .most = 1, .of = sort},
        {.name = "span", .least = 1, .most = 1, .of = span},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
