/* SPDX-License-Identifier: MIT */
/*
 * Charts, in Vega-Lite's words: a whole specification (directive_plot.c), or one of three
 * short forms, columns, lines and ranked bars of series. The bars of a group are in
 * directive_bars.c, the lines of series and their colours in directive_lines.c.
 */
#include "directive_chart_internal.h"

#include "chart/short_form.h"

static const str keys[] = {
    S("mark"),    S("data"),   S("last"),   S("from"),      S("title"),  S("subtitle"),
    S("notes"),   S("source"), S("alt"),    S("size"),      S("events"), S("annotations"),
    S("compare"), S("since"),  S("labels"), S("highlight"), S("change"), S("height"),
};

/* --- mark and window ------------------------------------------------------------------ */

static bool read_mark_type(const struct node *type, enum chart_mark *mark,
                           struct error *error)
{
    static const str names[] = {S("bar"), S("line")};
    size_t choice;
    if (!node_choice(type, names, COUNT_OF(names), &choice, error)) {
        return false;
    }
    *mark = choice == 0 ? CHART_COLUMNS : CHART_LINES;
    return true;
}

static bool read_orient(const struct node *orient, enum chart_mark *mark,
                        struct error *error)
{
    static const str names[] = {S("vertical"), S("horizontal")};
    size_t choice;
    if (!node_choice(orient, names, COUNT_OF(names), &choice, error)) {
        return false;
    }
    if (choice == 1 && *mark != CHART_COLUMNS) {
        return node_error(orient, error, "only bars can be horizontal");
    }
    *mark = choice == 1 ? CHART_BARS : *mark;
    return true;
}

static bool read_mark(const struct chart_reader *reader, struct chart *chart)
{
    static const str parts[] = {S("type"), S("orient")};
    const struct node *mark = node_find(reader->map, S("mark"));
    if (!mark) {
        error_at(reader->error, ERROR_CONFIG, reader->input->place,
                 "the chart has no mark");
        return error_hint(reader->error, "known are: bar, line, "
                                         "{type: bar, orient: horizontal}");
    }
    if (mark->kind != NODE_MAP) {
        return read_mark_type(mark, &chart->mark, reader->error);
    }
    const struct node *type = node_find(mark, S("type"));
    const struct node *orient = node_find(mark, S("orient"));
    if (!node_knows(mark, parts, COUNT_OF(parts), reader->error)) {
        return false;
    }
    if (!type) {
        return node_error(mark, reader->error, "the mark has no type");
    }
    return read_mark_type(type, &chart->mark, reader->error) &&
           (!orient || read_orient(orient, &chart->mark, reader->error));
}

static bool read_from(const struct chart_reader *reader, const struct node *from,
                      struct chart *chart)
{
    struct period first;
    if (!node_period(from, &first, reader->error)) {
        return false;
    }
    if (first.first > chart->issue.first) {
        return node_error(from, reader->error, "this is after the issue");
    }
    chart->window = (struct period){first.first, period_end(chart->issue) - first.first};
    return true;
}

static bool read_window(const struct chart_reader *reader, struct chart *chart)
{
    const struct node *last = node_find(reader->map, S("last"));
    const struct node *from = node_find(reader->map, S("from"));
    if (last && from) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(from),
                        "\"from\" and \"last\" exclude each other");
    }
    return directive_window(reader->input, last, DIRECTIVE_MONTHS, &chart->window,
                            reader->error) &&
           (!from || read_from(reader, from, chart));
}

/* --- events --------------------------------------------------------------------------- */

static bool read_events(const struct chart_reader *reader, struct chart *chart)
{
    const struct node *node = node_find(reader->map, S("events"));
    if (!node) {
        return true;
    }
    bool has_events = true;
    bool is_list = node->kind == NODE_LIST;
    if (!is_list && !node_flag(node, &has_events, reader->error)) {
        return false;
    }
    return !has_events ||
           directive_event_list(reader->input, node, is_list ? node : NULL, chart->window,
                                &chart->events, reader->error);
}

/* The window moves on from month to month: an annotation that it has left is left out. */
static bool read_annotation(const struct chart_reader *reader, const struct node *node,
                            struct chart *chart)
{
    static const str parts[] = {S("event"), S("text")};
    struct chart_event event = {.kind = S("annotation")};
    if (!node_knows(node, parts, COUNT_OF(parts), reader->error)) {
        return false;
    }
    const struct node *date = node_find(node, S("event"));
    if (!date || !node_find(node, S("text"))) {
        return node_error(node, reader->error, "an annotation needs an event and a text");
    }
    if (!node_date(date, &event.date, reader->error) ||
        !directive_text(reader->input, node, S("text"), &event.label, reader->error)) {
        return false;
    }
    struct period month = period_month(event.date.year, event.date.month);
    if (period_contains(chart->window, month)) {
        *arena_push(reader->arena, &chart->events) = event;
    }
    return true;
}

static bool read_annotations(const struct chart_reader *reader, struct chart *chart)
{
    const struct node *list = node_find(reader->map, S("annotations"));
    if (!list) {
        return true;
    }
    if (!node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!read_annotation(reader, list->at[i], chart)) {
            return false;
        }
    }
    return true;
}

/* --- the rest of the keys ------------------------------------------------------------- */

/* Keys that only some marks can draw. */
static bool check_keys(const struct chart_reader *reader, enum chart_mark mark)
{
    static const struct {
        const char *key;
        bool marks[CHART_MARK_COUNT];
    } limited[] = {
        {"compare", {[CHART_COLUMNS] = true}},
        {"since", {[CHART_COLUMNS] = true}},
        {"change", {[CHART_BARS] = true}},
        {"highlight", {[CHART_LINES] = true, [CHART_BARS] = true}},
        {"events", {[CHART_COLUMNS] = true, [CHART_LINES] = true}},
        {"annotations", {[CHART_COLUMNS] = true, [CHART_LINES] = true}},
        {"last", {[CHART_COLUMNS] = true, [CHART_LINES] = true}},
        {"from", {[CHART_COLUMNS] = true, [CHART_LINES] = true}},
    };
    for (size_t i = 0; i < COUNT_OF(limited); i++) {
        const struct node *node = node_find(reader->map, str_from(limited[i].key));
        if (node && !limited[i].marks[mark]) {
            return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                            "this mark has no \"%s\"", limited[i].key);
        }
    }
    return true;
}

static bool read_compare(const struct chart_reader *reader, struct chart *chart)
{
    static const str names[] = {S("year-ago")};
    const struct node *node = node_find(reader->map, S("compare"));
    size_t choice;
    chart->has_year_ago = node;
    return !node || node_choice(node, names, COUNT_OF(names), &choice, reader->error);
}

static bool read_size(const struct chart_reader *reader, struct chart *chart)
{
    static const str names[] = {
        [CHART_THIRD] = S("third"),
        [CHART_HALF] = S("half"),
        [CHART_TWO_THIRDS] = S("twothirds"),
        [CHART_FULL] = S("full"),
    };
    const struct node *node = node_find(reader->map, S("size"));
    size_t choice = reader->markdown->is_in_row ? CHART_HALF : CHART_FULL;
    if (node && !node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    chart->size = (enum chart_size)choice;
    return true;
}

static bool read_height(const struct chart_reader *reader, struct chart *chart)
{
    const struct node *node = node_find(reader->map, S("height"));
    struct decimal height = {0};
    if (!node) {
        return true;
    }
    if (!node_decimal(node, &height, reader->error)) {
        return false;
    }
    chart->plot_height = ratio_to_double(ratio_from_decimal(height));
    return chart->plot_height > 0 ||
           node_error(node, reader->error, "the height must be above zero");
}

static bool read_caption(const struct chart_reader *reader, struct chart *chart)
{
    struct caption caption = {0};
    if (!directive_caption(reader->input, reader->map, &caption, reader->error) ||
        !directive_text(reader->input, reader->map, S("alt"), &chart->alt, reader->error)) {
        return false;
    }
    chart->title = caption.title;
    chart->subtitle = caption.subtitle;
    chart->notes = caption.notes;
    chart->source = caption.source;
    return chart->title.length || error_at(reader->error, ERROR_CONFIG,
                                           reader->input->place, "the chart has no title");
}

static bool read_short_form(struct chart_reader *reader, struct chart *chart)
{
    return node_knows(reader->map, keys, COUNT_OF(keys), reader->error) &&
           directive_labels(reader->input, reader->map, &reader->labels, reader->error) &&
           read_mark(reader, chart) && check_keys(reader, chart->mark) &&
           read_window(reader, chart) && read_caption(reader, chart) &&
           read_size(reader, chart) && read_height(reader, chart) &&
           read_compare(reader, chart) &&
           directive_flag(reader->map, S("since"), &chart->has_since_line, reader->error) &&
           read_events(reader, chart) && read_annotations(reader, chart) &&
           (chart->mark == CHART_BARS ? directive_bars(reader, chart)
                                      : directive_lines(reader, chart)) &&
           (chart->mark == CHART_BARS ||
            (directive_look(reader) &&
             short_form_specify(reader->arena, chart, directive_look(reader),
                                reader->markdown->warnings, reader->error)));
}

/* A specification with data of its own can stand in a briefing that has no period. */
static bool needs_window(const struct chart_reader *reader, const struct chart *chart)
{
    return period_is_set(chart->issue) || node_find(reader->map, S("last")) ||
           node_find(reader->map, S("from")) || node_find(reader->map, S("events"));
}

/* Names of series are labels here, too, where they are a map; else which values are. */
static bool read_plot(struct chart_reader *reader, struct chart *chart)
{
    const struct node *labels = node_find(reader->map, S("labels"));
    bool has_names = labels && labels->kind == NODE_MAP;
    return (!has_names ||
            directive_labels(reader->input, reader->map, &reader->labels, reader->error)) &&
           (!needs_window(reader, chart) || read_window(reader, chart)) &&
           directive_plot(reader, chart) && read_caption(reader, chart) &&
           read_size(reader, chart) && read_events(reader, chart);
}

bool directive_chart(const struct directive_input *input, struct blocks *blocks,
                     struct error *error)
{
    struct markdown *markdown = input->markdown;
    struct chart_reader reader = {
        .input = input, .markdown = markdown, .arena = markdown->arena, .error = error};
    reader.map = directive_node(input, error);
    if (!reader.map || !node_expect(reader.map, NODE_MAP, error)) {
        return false;
    }
    struct chart *chart = arena_new(markdown->arena, struct chart);
    chart->place = input->place;
    chart->issue = markdown->facts->issue;
    chart->log = markdown->facts->scope.log;
    chart->language = markdown->language;
    bool is_read = directive_is_plot(reader.map) ? read_plot(&reader, chart)
                                                 : read_short_form(&reader, chart);
    if (!is_read) {
        return false;
    }
    directive_labels_warn(input, &reader.labels);
    chart->number =
        language_say(markdown->arena, markdown->language, PHRASE_FIGURE,
                     str_print(markdown->arena, "%zu", ++markdown->figures), S(""));
    directive_block(input, BLOCK_CHART, blocks)->chart = chart;
    return true;
}
