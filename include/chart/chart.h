/* SPDX-License-Identifier: MIT */
/*
 * Charts: a specification with its data, drawn into a scene.
 *
 * What an author writes shortly (columns, lines of series) becomes a specification first
 * (short_form.h). That is laid out by plot; the house's rules (src/chart/house.h) light,
 * hatch, label and annotate it; the caption stands around it. Ranked bars and sparklines
 * are drawn by files of their own (the table in mark.c). Lengths are in points.
 *
 * Rules of the look: bars start at zero; the value axis stands at the right
 * in a gutter of its own, its grid lines horizontal; lines are labelled at
 * their end, never by a legend; estimated and provisional values ('E', 'P',
 * 'F', 'I') are hatched and keyed; a missing month is a gap with "n.a.",
 * never joined over; a combined period is one wide mark at its monthly
 * average, used only for months without a value of their own; the latest
 * value is printed; policy events are ruled and labelled where they fall.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "base/language.h"
#include "base/node.h"
#include "chart/keys.h"
#include "scene/scene.h"
#include "scene/theme.h"
#include "series/operator.h"
#include "series/series.h"

struct trace_log;

enum chart_mark {
    CHART_PLOT, /* whatever its specification says */
    CHART_BARS, /* `mark: {type: bar, orient: horizontal}`: ranked, with changes */
    CHART_SPARKLINE, /* in tables and key figures: no axes */

    /* Asked for in a short form, of which short_form_specify() makes a plot before anything
     * is measured or drawn. */
    CHART_COLUMNS, /* `mark: bar` over time; changes diverge from zero */
    CHART_LINES, /* `mark: line` */
    CHART_MARK_COUNT,
};

struct chart_event {
    struct date date;
    str kind;
    str label;
};

struct chart_events {
    struct chart_event *at;
    size_t count, capacity;
};

struct chart_line {
    const struct series *series;
    str label;
    int entity; /* index of its colour in the palette; 0 is the focus, -1 context grey */
};

struct chart_lines {
    struct chart_line *at;
    size_t count, capacity;
};

/* One bar of a ranking. */
struct chart_bar {
    str name; /* in the data */
    str label;
    const struct series *series, *changes; /* that the two below are of */
    struct observation value;
    struct observation change; /* per cent, printed beside it; or absent */
    size_t rank; /* now; equal values share one */
    size_t rank_before; /* a year (or month) ago; 0 is unknown */
    bool is_rest; /* below the rule, no bar on the ranking's scale */
    bool is_total;
    int entity; /* as of a line */
};

struct chart_bars {
    struct chart_bar *at;
    size_t count, capacity;
};

struct chart {
    enum chart_mark mark;
    enum chart_size size;
    const struct language *language; /* NULL is English */
    struct place place; /* of the directive */
    str number; /* "Figure 2", or empty */
    str title, subtitle, notes, source, alt;
    str unit; /* of the values: "t", "%" */
    struct period window; /* the months shown */
    struct period issue; /* the month that is lit and labelled; the window's last */
    struct chart_lines lines; /* all marks but CHART_BARS; columns take the first */
    struct chart_bars bars;
    const struct series_group *group; /* that the bars rank */
    struct period before; /* that changes and ranks are compared with */
    str change_head; /* heading of the change column of CHART_BARS: "on year" */
    struct chart_events events;
    bool has_year_ago; /* columns: the month a year before in the second blue, labelled */
    bool has_since_line; /* columns: dotted from the last back to the latest at least as
                            high */
    bool has_entities; /* lines have the colours of their entities */
    bool is_level; /* columns: values in "%" are shares, not changes with signs */
    double plot_height; /* 0: by the size */
    const struct specification *specification; /* CHART_PLOT */
    struct chart_keys keys; /* CHART_PLOT: of the specification */
    struct trace_log *log; /* notes the figures that are printed; or NULL */
};

/*
 * The chart of a specification with its keys of our own. What only a briefing knows
 * (number, events, log) is added by who asks. NULL and an error.
 */
struct chart *chart_from_specification(struct arena *arena,
                                       const struct specification *specification,
                                       const struct language *language,
                                       struct error *error);

/*
 * Height of the parts of a chart at a width, so that neighbours can align:
 * title and subtitle, the panel with its axis, notes and source.
 */
struct chart_measure {
    double head, panel, foot;
};

struct chart_measure chart_measure(struct arena *arena, const struct chart *chart,
                                   double width, const struct theme *theme,
                                   struct fonts *fonts, struct error *error);

/*
 * Draws with parts of at least the given heights. The scene is width by
 * (head + panel + foot), a TAG_FIGURE group with the alternative text that
 * chart_alt() gives if the author gave none; title, subtitle and source are
 * text inside TAG_CAPTION. NULL and an error if a glyph is missing or there
 * is nothing to draw.
 */
const struct scene *chart_draw(struct arena *arena, const struct chart *chart, double width,
                               struct chart_measure parts, const struct theme *theme,
                               struct fonts *fonts, struct error *error);

/* Of a chart that stands alone: as its size says, or as its views are where they are wider.
 */
double chart_width(struct arena *arena, const struct chart *chart,
                   const struct theme *theme, struct fonts *fonts, struct error *error);

/* "Column chart of ...; latest ...; high ...; low ...": from the data, at most 300
 * characters. */
str chart_alt(struct arena *arena, const struct chart *chart);

/* The notes of an exhibit: its key, then what the author has to say; each may be empty. */
str chart_notes(struct arena *arena, const struct language *language, str key, str notes);

/* A line of `height` without axes, the last point lit; for tables and key figures. */
void chart_sparkline(struct scene *scene, const struct series *series, struct period window,
                     rect area, const struct theme *theme, color lit);

#endif
