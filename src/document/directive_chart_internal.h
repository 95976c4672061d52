/* SPDX-License-Identifier: MIT */
/* What the files of the chart directive share. */
#ifndef DOCUMENT_DIRECTIVE_CHART_INTERNAL_H
#define DOCUMENT_DIRECTIVE_CHART_INTERNAL_H

#include "document/markdown.h"

struct chart_reader {
    const struct directive_input *input;
    struct markdown *markdown;
    struct arena *arena;
    const struct node *map; /* the directive's keys */
    struct error *error;
};

/* `data`, one expression or a list of them, as lines; `labels`, `highlight`. */
NODISCARD bool directive_lines(const struct chart_reader *reader, struct chart *chart);

/* `data`, a group, as ranked bars; `labels`, `change`. */
NODISCARD bool directive_bars(const struct chart_reader *reader, struct chart *chart);

#endif
