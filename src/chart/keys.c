/* SPDX-License-Identifier: MIT */
#include "chart/keys.h"

#include "base/buffer.h"
#include "grammar/clock.h"

/* --- texts ---------------------------------------------------------------------------- */

/* A text, or lines of one; what is no text is empty. */
static str text_of(struct arena *arena, const struct node *node)
{
    struct buffer text = {.arena = arena};
    if (!node || node->kind == NODE_MAP) {
        return (str){0};
    }
    if (node->kind == NODE_SCALAR) {
        return node->text;
    }
    for (size_t i = 0; i < node->count; i++) {
        buffer_add(&text, i ? S(" ") : S(""));
        buffer_add(&text, node->at[i]->text);
    }
    return buffer_text(&text);
}

/* Vega-Lite's title has its subtitle in itself. */
static void read_texts(struct arena *arena, const struct node *house,
                       struct chart_keys *keys)
{
    const struct node *title = node_find(house, S("title"));
    bool is_map = title && title->kind == NODE_MAP;
    keys->title = text_of(arena, is_map ? node_find(title, S("text")) : title);
    keys->subtitle = text_of(arena, node_find(house, S("subtitle")));
    if (!keys->subtitle.length && is_map) {
        keys->subtitle = text_of(arena, node_find(title, S("subtitle")));
    }
    keys->notes = text_of(arena, node_find(house, S("notes")));
    keys->source = text_of(arena, node_find(house, S("source")));
    keys->alt = text_of(arena, node_find(house, S("alt")));
}

/* --- words ---------------------------------------------------------------------------- */

static bool is_word(const struct node *node, const char *word)
{
    return node && node->kind == NODE_SCALAR && str_equal(node->text, str_from(word));
}

static void read_size(const struct node *node, struct chart_keys *keys)
{
    static const char *const names[] = {
        [CHART_THIRD] = "third",
        [CHART_HALF] = "half",
        [CHART_TWO_THIRDS] = "twothirds",
        [CHART_FULL] = "full",
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (is_word(node, names[i])) {
            keys->has_size = true;
            keys->size = (enum chart_size)i;
        }
    }
}

static void read_labels(const struct node *node, struct chart_keys *keys)
{
    static const char *const names[] = {
        [CHART_LABELS_NONE] = "none",         [CHART_LABELS_END] = "end",
        [CHART_LABELS_LAST] = "last",         [CHART_LABELS_ALL] = "all",
        [CHART_LABELS_EXTREMES] = "extremes",
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (is_word(node, names[i])) {
            keys->labels = (enum chart_labels)i;
        }
    }
    if (is_word(node, "true")) {
        keys->labels = CHART_LABELS_END;
    }
}

static void read_status(struct arena *arena, const struct node *node,
                        struct chart_keys *keys)
{
    if (!node || is_word(node, "null") || is_word(node, "false")) {
        return;
    }
    bool is_map = node->kind == NODE_MAP;
    const struct node *field = is_map ? node_find(node, S("field")) : node;
    const struct node *letters = is_map ? node_find(node, S("hatch")) : NULL;
    keys->status_field = is_word(node, "true") || !field ? S("status") : field->text;
    struct buffer all = {.arena = arena};
    for (size_t i = 0; letters && i < letters->count; i++) {
        buffer_add(&all, str_slice(letters->at[i]->text, 0, 1));
    }
    keys->status_letters = buffer_text(&all);
}

/* --- highlight ------------------------------------------------------------------------ */

static void light(struct arena *arena, struct chart_keys *keys, const struct node *node)
{
    if (!node) {
        return;
    }
    if (node->kind == NODE_LIST) {
        for (size_t i = 0; i < node->count; i++) {
            light(arena, keys, node->at[i]);
        }
    } else {
        *arena_push(arena, &keys->highlight) = datum_from_node(arena, node);
    }
}

static void read_highlight(struct arena *arena, const struct node *node,
                           struct chart_keys *keys)
{
    if (!node || is_word(node, "false") || is_word(node, "null")) {
        return;
    }
    keys->has_highlight = true;
    if (node->kind == NODE_MAP) {
        const struct node *field = node_find(node, S("field"));
        keys->highlight_field = field ? field->text : S("");
        light(arena, keys, node_find(node, S("equal")));
        light(arena, keys, node_find(node, S("oneOf")));
    } else if (!is_word(node, "true")) {
        light(arena, keys, node);
    }
}

/* --- annotations ---------------------------------------------------------------------- */

/* Dates are times; other texts and numbers are themselves. */
static struct datum place_of(struct arena *arena, const struct node *node)
{
    double milliseconds;
    if (!node) {
        return datum_none();
    }
    struct datum datum = datum_from_node(arena, node);
    bool is_date = node->kind == NODE_SCALAR && node->text.length > 4 &&
                   str_find(node->text, '-') == 4 && clock_parse(node->text, &milliseconds);
    return is_date ? datum_time(milliseconds) : datum;
}

static bool read_kind(const struct node *node, struct annotation *annotation,
                      const struct node **at)
{
    static const struct {
        const char *name;
        enum annotation_kind kind;
    } kinds[] = {
        {"event", ANNOTATION_EVENT},
        {"span", ANNOTATION_SPAN},
        {"ref", ANNOTATION_REFERENCE},
        {"since", ANNOTATION_SINCE},
    };
    const struct node *kind = node_find(node, S("kind"));
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const struct node *own = node_find(node, str_from(kinds[i].name));
        if (own || is_word(kind, kinds[i].name)) {
            annotation->kind = kinds[i].kind;
            *at = own;
            return true;
        }
    }
    return false;
}

static void read_place(struct arena *arena, const struct node *node, const struct node *at,
                       struct annotation *annotation)
{
    annotation->x = place_of(arena, node_find(node, S("x")));
    annotation->x2 = place_of(arena, node_find(node, S("x2")));
    annotation->y = place_of(arena, node_find(node, S("y")));
    if (at && at->kind == NODE_LIST && at->count == 2) {
        annotation->x = place_of(arena, at->at[0]);
        annotation->x2 = place_of(arena, at->at[1]);
    } else if (at && annotation->kind == ANNOTATION_REFERENCE) {
        annotation->y = place_of(arena, at);
    } else if (at) {
        annotation->x = place_of(arena, at);
    }
}

static bool read_annotation(struct arena *arena, const struct node *node,
                            struct chart_keys *keys, struct error *error)
{
    struct annotation annotation = {.text = text_of(arena, node_find(node, S("text"))),
                                    .place = node_place(node)};
    const struct node *at = NULL;
    if (node->kind != NODE_MAP || !read_kind(node, &annotation, &at)) {
        node_error(node, error, "this is no annotation");
        return error_hint(error, "known are: event, span, ref, since");
    }
    read_place(arena, node, at, &annotation);
    bool is_span = annotation.kind == ANNOTATION_SPAN;
    if (!datum_is_valid(annotation.x) && !datum_is_valid(annotation.y)) {
        return node_error(node, error, "the annotation has nothing to stand at");
    }
    if (is_span && !datum_is_valid(annotation.x2)) {
        return node_error(node, error, "a span needs a start and an end");
    }
    *arena_push(arena, &keys->annotations) = annotation;
    return true;
}

static bool read_annotations(struct arena *arena, const struct node *list,
                             struct chart_keys *keys, struct error *error)
{
    for (size_t i = 0; list && i < list->count; i++) {
        if (!read_annotation(arena, list->at[i], keys, error)) {
            return false;
        }
    }
    return true;
}

bool chart_keys_read(struct arena *arena, const struct specification *specification,
                     struct chart_keys *keys, struct error *error)
{
    const struct node *house = specification->house;
    *keys = (struct chart_keys){0};
    read_texts(arena, house, keys);
    read_size(node_find(house, S("size")), keys);
    read_labels(node_find(house, S("labels")), keys);
    read_status(arena, node_find(house, S("status")), keys);
    read_highlight(arena, node_find(house, S("highlight")), keys);
    keys->has_since_line = is_word(node_find(house, S("since")), "true");
    const struct node *compare = node_find(house, S("compare"));
    keys->has_year_ago = is_word(compare, "year-ago") || is_word(compare, "true");
    return read_annotations(arena, node_find(house, S("annotations")), keys, error);
}
