/* SPDX-License-Identifier: MIT */
/* What the files of the chart directive share. */
#ifndef DOCUMENT_DIRECTIVE_CHART_INTERNAL_H
#define DOCUMENT_DIRECTIVE_CHART_INTERNAL_H

#include "directive_internal.h"

struct chart_reader {
    const struct directive_input *input;
    struct markdown *markdown;
    struct arena *arena;
    const struct node *map; /* the directive's keys */
    struct labels labels;
    struct error *error;
};

enum { CONTEXT = -1, FOCUS = 0 }; /* entities that are no member of a group */

/* The look of the house, read once for all charts. NULL and an error. */
const struct node *directive_look(const struct chart_reader *reader);

/* `highlight`: the names in colour; all others are grey context. */
struct highlight {
    bool is_set;
    struct {
        const struct node *node;
        str text; /* as written */
        str label; /* as charts have it, in the language of the issue */
        bool is_met;
    } * names;
    size_t count;
};

NODISCARD bool directive_highlight(const struct chart_reader *reader,
                                   struct highlight *highlight);
bool highlight_lights(struct highlight *highlight, str label, str name);

/* One month's chart may lack a name that another month's has: a warning, no error. */
void highlight_warn(const struct chart_reader *reader, const struct highlight *highlight);

/* What an expression or a list of them yields, as lines of one unit. */
NODISCARD bool directive_series(const struct chart_reader *reader, const struct node *data,
                                struct chart *chart);

/* `data`, one expression or a list of them, as lines; `labels`, `highlight`. */
NODISCARD bool directive_lines(const struct chart_reader *reader, struct chart *chart);

/* `data`, a group, as ranked bars; `labels`, `change`, `highlight`. */
NODISCARD bool directive_bars(const struct chart_reader *reader, struct chart *chart);

/* Is it a specification in Vega-Lite's words, not one of our three short forms? */
bool directive_is_plot(const struct node *map);

/* A specification whose data may be expressions: rows of chart/series_frame.h. */
NODISCARD bool directive_plot(const struct chart_reader *reader, struct chart *chart);

#endif
