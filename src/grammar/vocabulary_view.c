/* SPDX-License-Identifier: MIT */
/* Views and how they are composed, and what stands on the outermost one. */
#include "vocabulary.h"

static const char interactive[] = "a still chart has no pointer";

#define VIEW "Unit|Layer|Facet|Repeat|HConcat|VConcat|Concat"

/* What any view may have. */
static const struct vocabulary_key view_keys[] = {
    {.name = "name", .type = "text"},
    {.name = "description", .type = "text", .note = "what is read out instead"},
    {.name = "title", .type = "text|[text]|null|Title"},
    {.name = "data", .type = "Url|Values|Sequence|Graticule|Sphere|Named|text|null"},
    {.name = "transform",
     .type =
         "[Filter|Calculate|Aggregate|JoinAggregate|Bin|TimeUnit|Window|Stack|Fold|"
         "Pivot|Lookup|Impute|Flatten|Density|Quantile|Regression|Loess|Extent|Sample]"},
    {.name = "resolve", .type = "Resolve"},
};

static const struct vocabulary_key frame_keys[] = {
    {.name = "width", .type = "number|'container'|Step"},
    {.name = "height", .type = "number|'container'|Step"},
    {.name = "view", .type = "Frame"},
    {.name = "projection", .type = "Projection"},
    {.name = "encoding", .type = "Encoding"},
};

static const struct vocabulary_key unit_keys[] = {
    {.name = "mark", .type = "@mark|Mark|BoxPlot|ErrorBar|ErrorBand", .use = KEY_NEEDED},
    {.name = "params", .type = "[Selection|Variable]"},
    {.name = "align", .type = "@layout|Grid"},
    {.name = "bounds", .type = "'full'|'flush'"},
    {.name = "center", .type = "flag|Grid"},
    {.name = "spacing", .type = "number|Grid"},
    {.name = "columns", .type = "number"},
};

static const struct vocabulary_key layer_keys[] = {
    {.name = "layer", .type = "[" VIEW "]", .use = KEY_NEEDED},
    {.name = "params", .type = "[Selection|Variable]"},
};

static const struct vocabulary_key layout_keys[] = {
    {.name = "align", .type = "@layout|Grid"},
    {.name = "bounds", .type = "'full'|'flush'"},
    {.name = "center", .type = "flag|Grid"},
    {.name = "spacing", .type = "number|Grid"},
    {.name = "params", .type = "[Selection|Variable]"},
};

static const struct vocabulary_key facet_keys[] = {
    {.name = "facet", .type = "RowColumn|FacetChannel", .use = KEY_NEEDED},
    {.name = "spec", .type = VIEW, .use = KEY_NEEDED},
    {.name = "columns", .type = "number"},
};

static const struct vocabulary_key row_column_keys[] = {
    {.name = "row", .type = "FacetChannel"},
    {.name = "column", .type = "FacetChannel"},
};

static const struct vocabulary_key repeat_keys[] = {
    {.name = "repeat", .type = "[text]|Repeated", .use = KEY_NEEDED},
    {.name = "spec", .type = VIEW, .use = KEY_NEEDED},
    {.name = "columns", .type = "number"},
};

static const struct vocabulary_key repeated_keys[] = {
    {.name = "layer", .type = "[text]"},
    {.name = "row", .type = "[text]"},
    {.name = "column", .type = "[text]"},
};

static const struct vocabulary_key hconcat_keys[] = {
    {.name = "hconcat", .type = "[" VIEW "]", .use = KEY_NEEDED},
};

static const struct vocabulary_key vconcat_keys[] = {
    {.name = "vconcat", .type = "[" VIEW "]", .use = KEY_NEEDED},
};

static const struct vocabulary_key concat_keys[] = {
    {.name = "concat", .type = "[" VIEW "]", .use = KEY_NEEDED},
    {.name = "columns", .type = "number"},
};

/* Of the outermost view, besides the house's (vocabulary_house.c). */
static const struct vocabulary_key top_keys[] = {
    {.name = "$schema", .type = "text"},
    {.name = "background", .type = "color|null"},
    {.name = "padding", .type = "number|Padding"},
    {.name = "autosize", .type = "@autosize|Autosize|null"},
    {.name = "config", .type = "Config"},
    {.name = "datasets", .type = "{any}"},
    {.name = "usermeta", .type = "any", .use = KEY_IGNORED},
};

static const struct vocabulary_key step_keys[] = {
    {.name = "step", .type = "number", .use = KEY_NEEDED},
    {.name = "for", .type = "'position'|'offset'"},
};

static const struct vocabulary_key grid_keys[] = {
    {.name = "row", .type = "number|flag|@layout"},
    {.name = "column", .type = "number|flag|@layout"},
};

static const struct vocabulary_key padding_keys[] = {
    {.name = "top", .type = "number"},
    {.name = "right", .type = "number"},
    {.name = "bottom", .type = "number"},
    {.name = "left", .type = "number"},
};

static const struct vocabulary_key autosize_keys[] = {
    {.name = "type", .type = "@autosize"},
    {.name = "contains", .type = "'content'|'padding'"},
    {.name = "resize", .type = "flag", .use = KEY_IGNORED},
};

static const struct vocabulary_key resolve_keys[] = {
    {.name = "scale", .type = "{'shared'|'independent'}"},
    {.name = "axis", .type = "{'shared'|'independent'}"},
    {.name = "legend", .type = "{'shared'|'independent'}"},
};

static const struct vocabulary_key variable_keys[] = {
    {.name = "name", .type = "text", .use = KEY_NEEDED},
    {.name = "value", .type = "any"},
    {.name = "expr", .type = "text"},
    {.name = "bind", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "react", .type = "flag", .use = KEY_IGNORED},
};

static const struct vocabulary_key selection_keys[] = {
    {.name = "select",
     .type = "'point'|'interval'|{any}",
     .use = KEY_INTERACTIVE,
     .note = interactive},
    {.name = "name", .type = "text", .use = KEY_NEEDED},
    {.name = "value", .type = "any"},
    {.name = "views", .type = "[text]"},
    {.name = "bind", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
};

static const struct vocabulary_key frame_style_keys[] = {
    {.name = "fill", .type = "color|null"},
    {.name = "fillOpacity", .type = "number"},
    {.name = "stroke", .type = "color|null"},
    {.name = "strokeWidth", .type = "number"},
    {.name = "strokeOpacity", .type = "number"},
    {.name = "strokeDash", .type = "[number]|null"},
    {.name = "strokeDashOffset", .type = "number"},
    {.name = "strokeCap", .type = "@cap"},
    {.name = "strokeJoin", .type = "@join"},
    {.name = "strokeMiterLimit", .type = "number"},
    {.name = "opacity", .type = "number"},
    {.name = "cornerRadius", .type = "number"},
    {.name = "style", .type = "text|[text]"},
    {.name = "cursor", .type = "text", .use = KEY_IGNORED},
};

static const struct vocabulary_map maps[] = {
    {"Unit", unit_keys, COUNT_OF(unit_keys), "Sized"},
    {"Layer", layer_keys, COUNT_OF(layer_keys), "Sized"},
    {"Facet", facet_keys, COUNT_OF(facet_keys), "Composed"},
    {"Repeat", repeat_keys, COUNT_OF(repeat_keys), "Composed"},
    {"HConcat", hconcat_keys, COUNT_OF(hconcat_keys), "Composed"},
    {"VConcat", vconcat_keys, COUNT_OF(vconcat_keys), "Composed"},
    {"Concat", concat_keys, COUNT_OF(concat_keys), "Composed"},
    {"View", view_keys, COUNT_OF(view_keys), NULL},
    {"Sized", frame_keys, COUNT_OF(frame_keys), "View"},
    {"Composed", layout_keys, COUNT_OF(layout_keys), "View"},
    {"Top", top_keys, COUNT_OF(top_keys), "House"},
    {"RowColumn", row_column_keys, COUNT_OF(row_column_keys), NULL},
    {"Repeated", repeated_keys, COUNT_OF(repeated_keys), NULL},
    {"Step", step_keys, COUNT_OF(step_keys), NULL},
    {"Grid", grid_keys, COUNT_OF(grid_keys), NULL},
    {"Padding", padding_keys, COUNT_OF(padding_keys), NULL},
    {"Autosize", autosize_keys, COUNT_OF(autosize_keys), NULL},
    {"Resolve", resolve_keys, COUNT_OF(resolve_keys), NULL},
    {"Variable", variable_keys, COUNT_OF(variable_keys), NULL},
    {"Selection", selection_keys, COUNT_OF(selection_keys), NULL},
    {"Frame", frame_style_keys, COUNT_OF(frame_style_keys), NULL},
};

struct vocabulary_maps vocabulary_views(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
