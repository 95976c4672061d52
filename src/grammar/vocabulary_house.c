/* SPDX-License-Identifier: MIT */
/* Keys of our own, which Vega-Lite ignores. */
#include "vocabulary.h"

static const struct vocabulary_key house_keys[] = {
    {.name = "subtitle",
     .type = "text|[text]",
     .note = "what is shown: measure, place, unit, period"},
    {.name = "source",
     .type = "text|[text]",
     .note = "where the data are from, printed below"},
    {.name = "notes",
     .type = "text|[text]",
     .note = "what else a reader must know, printed below"},
    {.name = "alt", .type = "text", .note = "what is read out in the place of the chart"},
    {.name = "number", .type = "text|flag", .note = "of the figure"},
    {.name = "size",
     .type = "'third'|'half'|'twothirds'|'full'",
     .note = "columns of the page"},
    {.name = "annotations",
     .type = "[Event|Span|Reference|Since|Annotation]",
     .note = "what is written at a date or a value"},
    {.name = "events",
     .type = "flag|[any]",
     .note = "events of the briefing, or which of them"},
    {.name = "highlight",
     .type = "flag|text|Highlight|[text]",
     .note = "what is in the focus colour; the rest is grey"},
    {.name = "labels",
     .type = "flag|'end'|'last'|'all'|'extremes'|'none'|null|{any}",
     .note = "which values are printed at their marks"},
    {.name = "status",
     .type = "flag|text|Status|null",
     .note = "the field whose E, P, F and I are hatched"},
    {.name = "last",
     .type = "text|number",
     .note = "how much of the time is shown: 25 months"},
    {.name = "from", .type = "text", .note = "the first month that is shown"},
    {.name = "compare",
     .type = "'year-ago'|null|flag",
     .note = "the month a year before, in the second blue"},
    {.name = "since",
     .type = "flag",
     .note = "a line back to the latest value at least as high"},
    {.name = "change",
     .type = "text|flag|null",
     .note = "what is printed beside ranked bars"},
};

static const struct vocabulary_key event_keys[] = {
    {.name = "event", .type = "text", .use = KEY_NEEDED},
    {.name = "text", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key span_keys[] = {
    {.name = "span", .type = "[any]", .use = KEY_NEEDED},
    {.name = "text", .type = "text"},
};

static const struct vocabulary_key reference_keys[] = {
    {.name = "ref", .type = "any", .use = KEY_NEEDED},
    {.name = "text", .type = "text"},
};

static const struct vocabulary_key since_keys[] = {
    {.name = "since", .type = "any", .use = KEY_NEEDED},
    {.name = "text", .type = "text"},
};

static const struct vocabulary_key annotation_keys[] = {
    {.name = "kind", .type = "'event'|'span'|'ref'|'since'", .use = KEY_NEEDED},
    {.name = "x", .type = "any"},
    {.name = "x2", .type = "any"},
    {.name = "y", .type = "any"},
    {.name = "y2", .type = "any"},
    {.name = "text", .type = "text"},
};

static const struct vocabulary_key highlight_keys[] = {
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "equal", .type = "any"},
    {.name = "oneOf", .type = "[any]"},
};

static const struct vocabulary_key status_keys[] = {
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "hatch", .type = "[text]"},
};

static const struct vocabulary_map maps[] = {
    {"House", house_keys, COUNT_OF(house_keys), NULL},
    {"Event", event_keys, COUNT_OF(event_keys), NULL},
    {"Span", span_keys, COUNT_OF(span_keys), NULL},
    {"Reference", reference_keys, COUNT_OF(reference_keys), NULL},
    {"Since", since_keys, COUNT_OF(since_keys), NULL},
    {"Annotation", annotation_keys, COUNT_OF(annotation_keys), NULL},
    {"Highlight", highlight_keys, COUNT_OF(highlight_keys), NULL},
    {"Status", status_keys, COUNT_OF(status_keys), NULL},
};

struct vocabulary_maps vocabulary_house(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
