/* SPDX-License-Identifier: MIT */
/*
 * Keys of a specification that Vega-Lite ignores: what the house adds to its plot.
 *
 *   title: a claim          subtitle, source, notes, alt: texts
 *   size: third | half | twothirds | full
 *   labels: end | last | extremes | all        which values are printed at their marks
 *   highlight: [Germany] | {field, equal}      lit; the rest is grey
 *   status: obs_status | {field, hatch: [E]}   what is hatched or hollow
 *   since: true             a line back to the latest value at least as high
 *   compare: year-ago       the mark of a year before, in the second blue
 *   annotations:
 *     - {event: 2025-04-04, text: Export licences}
 *     - {span: [2025-01, 2025-03], text: Shutdown}
 *     - {ref: 100, text: 2024 average}         across, at a value
 *     - {since: 2025-01, text: highest since}  dotted, from there to the last mark
 *     - {kind: event, x, x2, y, text}          the same in the words of others
 */
#ifndef CHART_KEYS_H
#define CHART_KEYS_H

#include "base/error.h"
#include "grammar/view.h"

enum chart_size { CHART_THIRD, CHART_HALF, CHART_TWO_THIRDS, CHART_FULL };

enum chart_labels {
    CHART_LABELS_NONE,
    CHART_LABELS_END, /* of lines and stacks: name and value at their right end */
    CHART_LABELS_LAST,
    CHART_LABELS_EXTREMES, /* the greatest, the least and the last */
    CHART_LABELS_ALL,
};

enum annotation_kind {
    ANNOTATION_EVENT,
    ANNOTATION_SPAN,
    ANNOTATION_REFERENCE,
    ANNOTATION_SINCE,
};

struct annotation {
    enum annotation_kind kind;
    struct datum x, x2, y; /* DATUM_NONE where it has none */
    str text;
    struct place place;
};

struct annotations {
    struct annotation *at;
    size_t count, capacity;
};

struct chart_keys {
    str title, subtitle, notes, source, alt;
    bool has_size;
    enum chart_size size;
    enum chart_labels labels;
    bool has_highlight;
    str highlight_field; /* or empty: whatever names the marks */
    struct datum_list highlight;
    str status_field; /* or empty */
    str status_letters; /* "EPFI": those that are hatched; empty: all uncertain ones */
    bool has_since_line, has_year_ago;
    struct annotations annotations;
};

/* Their types were checked when the specification was read. False and an error where an
 * annotation has nothing to stand at. */
NODISCARD bool chart_keys_read(struct arena *arena,
                               const struct specification *specification,
                               struct chart_keys *keys, struct error *error);

#endif
