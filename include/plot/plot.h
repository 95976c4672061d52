/* SPDX-License-Identifier: MIT */
/*
 * Plots: a specification with its data, laid out: views with their scales, guides
 * and items, ready to be drawn, and to be decorated by who knows the house's rules.
 *
 * plot_make() is a list of steps: data and transforms of each view; what encodings imply
 * (bins, time units, aggregates, stacks, sorts); domains; scales; sizes; items; guides;
 * where views stand. Positions of items are those of Vega and Vega-Lite 6 to half a point
 * where the look is the same.
 */
#ifndef PLOT_PLOT_H
#define PLOT_PLOT_H

#include "plot/item.h"
#include "plot/scale.h"
#include "scene/theme.h"

/* An axis or legend, made but not drawn: drawn below (`grid`) and above the marks. */
struct guide;
struct guides {
    struct guide **at;
    size_t count, capacity;
};

struct plot_views {
    struct plot_view **at;
    size_t count, capacity;
};

/* A rectangle with marks in it, or a box of such. */
struct plot_view {
    const struct view *view;
    struct plot_view *parent;
    rect area; /* of the marks: width and height of the view, where it stands in the plot */
    rect bounds; /* with its guides and titles */
    struct scale *scales[CHANNEL_COUNT]; /* shared ones are the same pointer; or NULL */
    struct item_groups groups; /* in drawing order; those of its layers */
    struct guides guides;
    struct plot_views views; /* of concat and facet: the cells, in reading order */
    struct datum row, column, facet; /* the cell's, of a facet */
    bool is_layered; /* its children share the area */
};

struct plot {
    struct arena *arena;
    const struct specification *specification;
    const struct theme *theme;
    struct fonts *fonts;
    struct plot_view *view; /* the outermost */
    double width, height; /* with guides; without padding */
};

struct plot_options {
    const struct theme *theme; /* fonts and colours by name: "house:focus" */
    double width, height; /* of the container; 0: as the specification says */
};

struct plot *plot_make(struct arena *arena, const struct specification *specification,
                       const struct plot_options *options, struct fonts *fonts,
                       struct error *error);

void plot_draw(const struct plot *plot, struct scene *scene, point at, struct error *error);

/*
 * The views with their items as JSON, for comparison with Vega's scenegraph
 * (tests/conformance); `ytterby chart -o FILE.json` writes it. Numbers with up to three
 * decimals, positions from the top left corner of their view, y downwards, cells of facets
 * and concatenations as views of their own in drawing order, layers as one view:
 *
 *   {"views": [{"width": 200, "height": 200,
 *     "marks": [
 *       {"type": "rect", "items": [{"x", "y", "width", "height", "fill": "#4c78a8"}, ...]},
 *       {"type": "line", "items": [{"x", "y"}, ..., {"defined": false}, ...]},  one per
 * line
 *       {"type": "area", "items": [{"x", "y", "x2", "y2"}, ...]},               one per
 * area
 *       {"type": "symbol", "items": [{"x", "y", "size", "shape"}, ...]},
 *       {"type": "rule", "items": [{"x", "y", "x2", "y2"}, ...]},
 *       {"type": "text", "items": [{"x", "y", "text"}, ...]},                   dx, dy
 * added
 *       {"type": "arc", "items": [{"x", "y", "startAngle", "endAngle", "innerRadius",
 *                                  "outerRadius"}, ...]},
 *       {"type": "trail", "items": [{"x", "y", "size"}, ...]},
 *       {"type": "shape", "items": [{"bounds": [x1, y1, x2, y2]}, ...]}],
 *     "axes": [{"orient": "bottom", "title": "a",
 *               "labels": [{"text": "0", "at": 0}, ...]}],                      those shown
 *     "legends": [{"title": "b", "labels": ["x", ...]}]}]}
 */
str plot_json(struct arena *arena, const struct plot *plot);

#endif
