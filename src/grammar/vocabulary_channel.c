/* SPDX-License-Identifier: MIT */
/* Channels of an encoding. */
#include "vocabulary.h"

#define FIELD "text|RepeatRef"

static const char interactive[] = "a still chart has no pointer";

static const struct vocabulary_key field_keys[] = {
    {.name = "field", .type = FIELD},
    {.name = "aggregate", .type = "@aggregate|Argument|null"},
    {.name = "bin", .type = "flag|BinParts|'binned'|null"},
    {.name = "timeUnit", .type = "text|TimeUnitParts|null"},
    {.name = "type", .type = "@type"},
    {.name = "title", .type = "text|[text]|null"},
    {.name = "bandPosition", .type = "number"},
    {.name = "band", .type = "number", .use = KEY_IGNORED},
    {.name = "datum", .type = "any"},
};

static const struct vocabulary_key repeat_ref_keys[] = {
    {.name = "repeat", .type = "'row'|'column'|'repeat'|'layer'", .use = KEY_NEEDED},
};

static const struct vocabulary_key sort_by_keys[] = {
    {.name = "field", .type = FIELD},
    {.name = "op", .type = "@aggregate"},
    {.name = "order", .type = "'ascending'|'descending'|null"},
    {.name = "encoding", .type = "@channel"},
};

static const struct vocabulary_key position_channel_keys[] = {
    {.name = "axis", .type = "Axis|flag|null"},
    {.name = "stack", .type = "'zero'|'center'|'normalize'|flag|null"},
    {.name = "impute", .type = "ImputeParts|null"},
    {.name = "value", .type = "any"},
    {.name = "scale", .type = "Scale|null"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
};

static const struct vocabulary_key second_channel_keys[] = {
    {.name = "value", .type = "any"},
};

static const struct vocabulary_key polar_channel_keys[] = {
    {.name = "stack", .type = "'zero'|'center'|'normalize'|flag|null"},
    {.name = "value", .type = "any"},
    {.name = "scale", .type = "Scale|null"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
};

static const struct vocabulary_key offset_channel_keys[] = {
    {.name = "value", .type = "number"},
    {.name = "scale", .type = "Scale|null"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
};

static const struct vocabulary_key mark_channel_keys[] = {
    {.name = "legend", .type = "Legend|flag|null"},
    {.name = "value", .type = "any"},
    {.name = "scale", .type = "Scale|null"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
    {.name = "condition", .type = "Condition|[Condition]"},
};

static const struct vocabulary_key text_channel_keys[] = {
    {.name = "format", .type = "text|{any}"},
    {.name = "formatType", .type = "text"},
    {.name = "value", .type = "any"},
    {.name = "condition", .type = "Condition|[Condition]"},
};

static const struct vocabulary_key detail_channel_keys[] = {
    {.name = "sort", .type = "'ascending'|'descending'|null"},
};

static const struct vocabulary_key order_channel_keys[] = {
    {.name = "sort", .type = "'ascending'|'descending'|null"},
    {.name = "value", .type = "any"},
    {.name = "condition", .type = "Condition|[Condition]"},
};

static const struct vocabulary_key facet_channel_keys[] = {
    {.name = "header", .type = "Header|null"},
    {.name = "align", .type = "@layout|Grid"},
    {.name = "bounds", .type = "'full'|'flush'"},
    {.name = "center", .type = "flag|Grid"},
    {.name = "spacing", .type = "number|Grid"},
    {.name = "columns", .type = "number"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
};

static const struct vocabulary_key impute_parts_keys[] = {
    {.name = "frame", .type = "[number|null]|null"},
    {.name = "keyvals", .type = "[any]|Range"},
    {.name = "method", .type = "@impute"},
    {.name = "value", .type = "any"},
};

static const struct vocabulary_key condition_keys[] = {
    {.name = "test", .type = "text|And|Or|Not|Predicate|Selected"},
    {.name = "param", .type = "text"},
    {.name = "empty", .type = "flag"},
    {.name = "value", .type = "any"},
    {.name = "legend", .type = "Legend|flag|null"},
    {.name = "axis", .type = "Axis|null"},
    {.name = "format", .type = "text|{any}"},
    {.name = "formatType", .type = "text"},
    {.name = "scale", .type = "Scale|null"},
    {.name = "sort", .type = "'ascending'|'descending'|text|SortBy|[any]|null"},
};

static const struct vocabulary_key encoding_keys[] = {
    {.name = "x", .type = "PositionChannel|null"},
    {.name = "y", .type = "PositionChannel|null"},
    {.name = "x2", .type = "SecondChannel|null"},
    {.name = "y2", .type = "SecondChannel|null"},
    {.name = "theta2", .type = "SecondChannel|null"},
    {.name = "radius2", .type = "SecondChannel|null"},
    {.name = "longitude2", .type = "SecondChannel|null"},
    {.name = "latitude2", .type = "SecondChannel|null"},
    {.name = "xError", .type = "SecondChannel|null"},
    {.name = "xError2", .type = "SecondChannel|null"},
    {.name = "yError", .type = "SecondChannel|null"},
    {.name = "yError2", .type = "SecondChannel|null"},
    {.name = "xOffset", .type = "OffsetChannel|null"},
    {.name = "yOffset", .type = "OffsetChannel|null"},
    {.name = "theta", .type = "PolarChannel|null"},
    {.name = "radius", .type = "PolarChannel|null"},
    {.name = "longitude", .type = "PolarChannel|null"},
    {.name = "latitude", .type = "PolarChannel|null"},
    {.name = "color", .type = "MarkChannel|null|color"},
    {.name = "fill", .type = "MarkChannel|null|color"},
    {.name = "stroke", .type = "MarkChannel|null|color"},
    {.name = "opacity", .type = "MarkChannel|null|number"},
    {.name = "fillOpacity", .type = "MarkChannel|null|number"},
    {.name = "strokeOpacity", .type = "MarkChannel|null|number"},
    {.name = "strokeWidth", .type = "MarkChannel|null|number"},
    {.name = "strokeDash", .type = "MarkChannel|null"},
    {.name = "size", .type = "MarkChannel|null|number"},
    {.name = "angle", .type = "MarkChannel|null|number"},
    {.name = "shape", .type = "MarkChannel|null|text"},
    {.name = "text", .type = "TextChannel|null|text"},
    {.name = "detail", .type = "DetailChannel|[DetailChannel]|null"},
    {.name = "order", .type = "OrderChannel|[OrderChannel]|null"},
    {.name = "row", .type = "FacetChannel|null"},
    {.name = "column", .type = "FacetChannel|null"},
    {.name = "facet", .type = "FacetChannel|null"},
    {.name = "tooltip", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "href", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "url", .type = "any", .use = KEY_IGNORED},
    {.name = "key", .type = "any", .use = KEY_IGNORED},
    {.name = "description", .type = "any", .use = KEY_IGNORED},
    {.name = "time",
     .type = "any",
     .use = KEY_REFUSED,
     .note = "a still chart has no time to play"},
};

static const struct vocabulary_map maps[] = {
    {"Field", field_keys, COUNT_OF(field_keys), NULL},
    {"RepeatRef", repeat_ref_keys, COUNT_OF(repeat_ref_keys), NULL},
    {"SortBy", sort_by_keys, COUNT_OF(sort_by_keys), NULL},
    {"PositionChannel", position_channel_keys, COUNT_OF(position_channel_keys), "Field"},
    {"SecondChannel", second_channel_keys, COUNT_OF(second_channel_keys), "Field"},
    {"PolarChannel", polar_channel_keys, COUNT_OF(polar_channel_keys), "Field"},
    {"OffsetChannel", offset_channel_keys, COUNT_OF(offset_channel_keys), "Field"},
    {"MarkChannel", mark_channel_keys, COUNT_OF(mark_channel_keys), "Field"},
    {"TextChannel", text_channel_keys, COUNT_OF(text_channel_keys), "Field"},
    {"DetailChannel", detail_channel_keys, COUNT_OF(detail_channel_keys), "Field"},
    {"OrderChannel", order_channel_keys, COUNT_OF(order_channel_keys), "Field"},
    {"FacetChannel", facet_channel_keys, COUNT_OF(facet_channel_keys), "Field"},
    {"ImputeParts", impute_parts_keys, COUNT_OF(impute_parts_keys), NULL},
    {"Condition", condition_keys, COUNT_OF(condition_keys), "Field"},
    {"Encoding", encoding_keys, COUNT_OF(encoding_keys), NULL},
};

struct vocabulary_maps vocabulary_channels(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
