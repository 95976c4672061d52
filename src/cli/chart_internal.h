/* SPDX-License-Identifier: MIT */
/* From a specification to the bytes of a picture. */
#ifndef CLI_CHART_INTERNAL_H
#define CLI_CHART_INTERNAL_H

#include "cli/cli.h"
#include "grammar/environment.h"
#include "scene/theme.h"

enum chart_format {
    CHART_PDF, /* one page, tagged, as those of briefings are */
    CHART_SVG,
    CHART_PNG,
    CHART_JSON, /* where the marks are: plot_json() */
};

/* What all charts of a run have in common. */
struct chart_maker {
    struct arena *arena;
    const struct chart_options *options;
    const struct node *look;
    const struct theme *theme;
    struct fonts *fonts;
    struct environment environment; /* the data sets that were given by --data */
};

/* False and an error: finish it all the same. */
NODISCARD bool chart_maker_open(struct chart_maker *maker, const struct cli_run *run,
                                const struct cli_input *input);
void chart_maker_finish(struct chart_maker *maker);

/* `path` is the specification's: its data are looked for from there. */
NODISCARD bool chart_make(const struct chart_maker *maker, const struct node *node,
                          str path, enum chart_format format, str *bytes,
                          struct error *error);

#endif
