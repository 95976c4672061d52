/* SPDX-License-Identifier: MIT */
/* Marks and their properties. */
#include "vocabulary.h"

static const char interactive[] = "a still chart has no pointer";

static const struct vocabulary_key mark_keys[] = {
    {.name = "type", .type = "@plainMark", .use = KEY_NEEDED},
};

static const struct vocabulary_key mark_style_keys[] = {
    {.name = "style", .type = "text|[text]"},
    {.name = "point", .type = "flag|'transparent'|MarkStyle|null"},
    {.name = "line", .type = "flag|MarkStyle|null"},
    {.name = "band", .type = "number", .use = KEY_IGNORED},
    {.name = "x", .type = "number|'width'"},
    {.name = "x2", .type = "number|'width'"},
    {.name = "y", .type = "number|'height'"},
    {.name = "y2", .type = "number|'height'"},
    {.name = "xOffset", .type = "number"},
    {.name = "yOffset", .type = "number"},
    {.name = "x2Offset", .type = "number"},
    {.name = "y2Offset", .type = "number"},
    {.name = "radius", .type = "number"},
    {.name = "radius2", .type = "number"},
    {.name = "theta", .type = "number"},
    {.name = "theta2", .type = "number"},
    {.name = "startAngle", .type = "number"},
    {.name = "endAngle", .type = "number"},
    {.name = "innerRadius", .type = "number"},
    {.name = "outerRadius", .type = "number"},
    {.name = "padAngle", .type = "number"},
    {.name = "thetaOffset", .type = "number"},
    {.name = "theta2Offset", .type = "number"},
    {.name = "radiusOffset", .type = "number"},
    {.name = "radius2Offset", .type = "number"},
    {.name = "tension", .type = "number"},
    {.name = "size", .type = "number"},
    {.name = "cornerRadius", .type = "number"},
    {.name = "cornerRadiusEnd", .type = "number"},
    {.name = "cornerRadiusTopLeft", .type = "number"},
    {.name = "cornerRadiusTopRight", .type = "number"},
    {.name = "cornerRadiusBottomLeft", .type = "number"},
    {.name = "cornerRadiusBottomRight", .type = "number"},
    {.name = "thickness", .type = "number"},
    {.name = "bandSize", .type = "number"},
    {.name = "binSpacing", .type = "number"},
    {.name = "continuousBandSize", .type = "number"},
    {.name = "minBandSize", .type = "number"},
    {.name = "timeUnitBandPosition", .type = "number"},
    {.name = "timeUnitBandSize", .type = "number"},
    {.name = "discreteBandSize", .type = "number|Band"},
    {.name = "width", .type = "number|Band"},
    {.name = "height", .type = "number|Band"},
};

static const struct vocabulary_key mark_paint_keys[] = {
    {.name = "color", .type = "color|null|Gradient"},
    {.name = "fill", .type = "color|null|Gradient"},
    {.name = "stroke", .type = "color|null|Gradient"},
    {.name = "opacity", .type = "number"},
    {.name = "fillOpacity", .type = "number"},
    {.name = "strokeOpacity", .type = "number"},
    {.name = "strokeWidth", .type = "number"},
    {.name = "strokeDashOffset", .type = "number"},
    {.name = "strokeMiterLimit", .type = "number"},
    {.name = "strokeOffset", .type = "number"},
    {.name = "strokeDash", .type = "[number]|null"},
    {.name = "strokeCap", .type = "@cap"},
    {.name = "strokeJoin", .type = "@join"},
    {.name = "filled", .type = "flag"},
    {.name = "orient", .type = "@direction"},
    {.name = "interpolate", .type = "@interpolate"},
    {.name = "invalid", .type = "@invalid|null"},
    {.name = "shape", .type = "text"},
    {.name = "order", .type = "flag|null"},
    {.name = "clip", .type = "flag"},
};

static const struct vocabulary_key mark_text_keys[] = {
    {.name = "text", .type = "text|[text]|number"},
    {.name = "align", .type = "@align"},
    {.name = "baseline", .type = "@baseline"},
    {.name = "font", .type = "text"},
    {.name = "fontStyle", .type = "text"},
    {.name = "fontWeight", .type = "@weight|number"},
    {.name = "lineBreak", .type = "text"},
    {.name = "ellipsis", .type = "text"},
    {.name = "dir", .type = "'ltr'|'rtl'", .use = KEY_IGNORED},
    {.name = "dx", .type = "number"},
    {.name = "dy", .type = "number"},
    {.name = "angle", .type = "number"},
    {.name = "fontSize", .type = "number"},
    {.name = "limit", .type = "number"},
    {.name = "lineHeight", .type = "number"},
};

static const struct vocabulary_key mark_ignored_keys[] = {
    {.name = "tooltip", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "href", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "cursor", .type = "any", .use = KEY_IGNORED},
    {.name = "aria", .type = "any", .use = KEY_IGNORED},
    {.name = "ariaRole", .type = "any", .use = KEY_IGNORED},
    {.name = "ariaRoleDescription", .type = "any", .use = KEY_IGNORED},
    {.name = "description", .type = "any", .use = KEY_IGNORED},
    {.name = "url", .type = "any", .use = KEY_IGNORED},
    {.name = "aspect", .type = "any", .use = KEY_IGNORED},
    {.name = "smooth", .type = "any", .use = KEY_IGNORED},
    {.name = "blend",
     .type = "'normal'|text|null",
     .use = KEY_REFUSED,
     .note = "colours are not blended"},
    {.name = "time",
     .type = "any",
     .use = KEY_REFUSED,
     .note = "a still chart has no time to play"},
};

static const struct vocabulary_key box_plot_keys[] = {
    {.name = "type", .type = "'boxplot'", .use = KEY_NEEDED},
};

static const struct vocabulary_key box_plot_parts_keys[] = {
    {.name = "extent", .type = "number|'min-max'"},
    {.name = "size", .type = "number"},
    {.name = "box", .type = "flag|MarkStyle|null"},
    {.name = "median", .type = "flag|MarkStyle|null"},
    {.name = "outliers", .type = "flag|MarkStyle|null"},
    {.name = "rule", .type = "flag|MarkStyle|null"},
    {.name = "ticks", .type = "flag|MarkStyle|null"},
};

static const struct vocabulary_key error_bar_keys[] = {
    {.name = "type", .type = "'errorbar'", .use = KEY_NEEDED},
};

static const struct vocabulary_key error_bar_parts_keys[] = {
    {.name = "extent", .type = "'ci'|'stderr'|'stdev'|'iqr'"},
    {.name = "center", .type = "'mean'|'median'"},
    {.name = "thickness", .type = "number"},
    {.name = "size", .type = "number"},
    {.name = "rule", .type = "flag|MarkStyle|null"},
    {.name = "ticks", .type = "flag|MarkStyle|null"},
};

static const struct vocabulary_key error_band_keys[] = {
    {.name = "type", .type = "'errorband'", .use = KEY_NEEDED},
};

static const struct vocabulary_key error_band_parts_keys[] = {
    {.name = "extent", .type = "'ci'|'stderr'|'stdev'|'iqr'"},
    {.name = "center", .type = "'mean'|'median'"},
    {.name = "interpolate", .type = "@interpolate"},
    {.name = "tension", .type = "number"},
    {.name = "band", .type = "flag|MarkStyle|null"},
    {.name = "borders", .type = "flag|MarkStyle|null"},
};

static const struct vocabulary_key composite_mark_keys[] = {
    {.name = "clip", .type = "flag"},
    {.name = "color", .type = "color|null|Gradient"},
    {.name = "opacity", .type = "number"},
    {.name = "orient", .type = "@direction"},
    {.name = "style", .type = "text|[text]"},
    {.name = "tooltip", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "aria", .type = "any", .use = KEY_IGNORED},
    {.name = "invalid", .type = "@invalid|null"},
};

static const struct vocabulary_key band_keys[] = {
    {.name = "band", .type = "number", .use = KEY_NEEDED},
};

static const struct vocabulary_key gradient_keys[] = {
    {.name = "gradient",
     .type = "any",
     .use = KEY_REFUSED,
     .note = "the house draws no gradients: use a colour"},
    {.name = "stops", .type = "any"},
    {.name = "x1", .type = "number"},
    {.name = "y1", .type = "number"},
    {.name = "x2", .type = "number"},
    {.name = "y2", .type = "number"},
    {.name = "r1", .type = "number"},
    {.name = "r2", .type = "number"},
    {.name = "id", .type = "text"},
};

static const struct vocabulary_map maps[] = {
    {"Mark", mark_keys, COUNT_OF(mark_keys), "MarkStyle"},
    {"MarkStyle", mark_style_keys, COUNT_OF(mark_style_keys), "MarkPaint"},
    {"MarkPaint", mark_paint_keys, COUNT_OF(mark_paint_keys), "MarkText"},
    {"MarkText", mark_text_keys, COUNT_OF(mark_text_keys), "MarkIgnored"},
    {"MarkIgnored", mark_ignored_keys, COUNT_OF(mark_ignored_keys), NULL},
    {"BoxPlot", box_plot_keys, COUNT_OF(box_plot_keys), "BoxPlotParts"},
    {"BoxPlotParts", box_plot_parts_keys, COUNT_OF(box_plot_parts_keys), "CompositeMark"},
    {"ErrorBar", error_bar_keys, COUNT_OF(error_bar_keys), "ErrorBarParts"},
    {"ErrorBarParts", error_bar_parts_keys, COUNT_OF(error_bar_parts_keys),
     "CompositeMark"},
    {"ErrorBand", error_band_keys, COUNT_OF(error_band_keys), "ErrorBandParts"},
    {"ErrorBandParts", error_band_parts_keys, COUNT_OF(error_band_parts_keys),
     "CompositeMark"},
    {"CompositeMark", composite_mark_keys, COUNT_OF(composite_mark_keys), NULL},
    {"Band", band_keys, COUNT_OF(band_keys), NULL},
    {"Gradient", gradient_keys, COUNT_OF(gradient_keys), NULL},
};

struct vocabulary_maps vocabulary_marks(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
