/* SPDX-License-Identifier: MIT */
/* Transforms, and the parts that channels share with them. */
#include "vocabulary.h"

#define PREDICATE "text|And|Or|Not|Predicate|Selected"

static const struct vocabulary_key filter_keys[] = {
    {.name = "filter", .type = PREDICATE, .use = KEY_NEEDED},
};

static const struct vocabulary_key predicate_keys[] = {
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "timeUnit", .type = "text|TimeUnitParts"},
    {.name = "equal", .type = "any"},
    {.name = "lt", .type = "any"},
    {.name = "lte", .type = "any"},
    {.name = "gt", .type = "any"},
    {.name = "gte", .type = "any"},
    {.name = "oneOf", .type = "[any]"},
    {.name = "range", .type = "[any]|{any}"},
    {.name = "valid", .type = "flag"},
};

static const struct vocabulary_key selected_keys[] = {
    {.name = "param", .type = "text", .use = KEY_NEEDED},
    {.name = "empty", .type = "flag"},
};

static const struct vocabulary_key and_keys[] = {
    {.name = "and", .type = "[" PREDICATE "]", .use = KEY_NEEDED},
};

static const struct vocabulary_key or_keys[] = {
    {.name = "or", .type = "[" PREDICATE "]", .use = KEY_NEEDED},
};

static const struct vocabulary_key not_keys[] = {
    {.name = "not", .type = PREDICATE, .use = KEY_NEEDED},
};

static const struct vocabulary_key calculate_keys[] = {
    {.name = "calculate", .type = "text", .use = KEY_NEEDED},
    {.name = "as", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key aggregate_keys[] = {
    {.name = "aggregate", .type = "[Measure]", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
};

static const struct vocabulary_key measure_keys[] = {
    {.name = "op", .type = "@aggregate", .use = KEY_NEEDED},
    {.name = "field", .type = "text|null"},
    {.name = "as", .type = "text"},
};

static const struct vocabulary_key join_aggregate_keys[] = {
    {.name = "joinaggregate", .type = "[Measure]", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
};

static const struct vocabulary_key bin_keys[] = {
    {.name = "bin", .type = "flag|BinParts", .use = KEY_NEEDED},
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "as", .type = "text|[text]", .use = KEY_NEEDED},
};

static const struct vocabulary_key time_unit_keys[] = {
    {.name = "timeUnit", .type = "text|TimeUnitParts", .use = KEY_NEEDED},
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "as", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key window_keys[] = {
    {.name = "window", .type = "[WindowMeasure]", .use = KEY_NEEDED},
    {.name = "frame", .type = "[number|null]"},
    {.name = "groupby", .type = "[text]"},
    {.name = "sort", .type = "[SortField]"},
    {.name = "ignorePeers", .type = "flag"},
};

static const struct vocabulary_key window_measure_keys[] = {
    {.name = "op", .type = "@aggregate|@window", .use = KEY_NEEDED},
    {.name = "field", .type = "text|null"},
    {.name = "param", .type = "number"},
    {.name = "as", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key sort_field_keys[] = {
    {.name = "field", .type = "text", .use = KEY_NEEDED},
    {.name = "order", .type = "'ascending'|'descending'|null"},
};

static const struct vocabulary_key stack_keys[] = {
    {.name = "stack", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "offset", .type = "'zero'|'center'|'normalize'"},
    {.name = "sort", .type = "[SortField]"},
    {.name = "as", .type = "text|[text]", .use = KEY_NEEDED},
};

static const struct vocabulary_key fold_keys[] = {
    {.name = "fold", .type = "[text]", .use = KEY_NEEDED},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key pivot_keys[] = {
    {.name = "pivot", .type = "text", .use = KEY_NEEDED},
    {.name = "value", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "limit", .type = "number"},
    {.name = "op", .type = "@aggregate"},
};

static const struct vocabulary_key lookup_keys[] = {
    {.name = "lookup", .type = "text", .use = KEY_NEEDED},
    {.name = "from", .type = "LookupTable|LookupSelection", .use = KEY_NEEDED},
    {.name = "as", .type = "text|[text]"},
    {.name = "default", .type = "any"},
};

static const struct vocabulary_key lookup_table_keys[] = {
    {.name = "data",
     .type = "Url|Values|Sequence|Graticule|Sphere|Named|text",
     .use = KEY_NEEDED},
    {.name = "key", .type = "text", .use = KEY_NEEDED},
    {.name = "fields", .type = "[text]"},
};

static const struct vocabulary_key lookup_selection_keys[] = {
    {.name = "param", .type = "text", .use = KEY_NEEDED},
    {.name = "key", .type = "text", .use = KEY_NEEDED},
    {.name = "fields", .type = "[text]"},
};

static const struct vocabulary_key impute_keys[] = {
    {.name = "impute", .type = "text", .use = KEY_NEEDED},
    {.name = "key", .type = "text", .use = KEY_NEEDED},
    {.name = "keyvals", .type = "[any]|Range"},
    {.name = "groupby", .type = "[text]"},
    {.name = "method", .type = "@impute"},
    {.name = "value", .type = "any"},
    {.name = "frame", .type = "[number|null]|null"},
};

static const struct vocabulary_key flatten_keys[] = {
    {.name = "flatten", .type = "[text]", .use = KEY_NEEDED},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key density_keys[] = {
    {.name = "density", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "cumulative", .type = "flag"},
    {.name = "counts", .type = "flag"},
    {.name = "bandwidth", .type = "number"},
    {.name = "extent", .type = "[number]"},
    {.name = "minsteps", .type = "number"},
    {.name = "maxsteps", .type = "number"},
    {.name = "steps", .type = "number"},
    {.name = "resolve", .type = "'independent'|'shared'"},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key quantile_keys[] = {
    {.name = "quantile", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "probs", .type = "[number]"},
    {.name = "step", .type = "number"},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key regression_keys[] = {
    {.name = "regression", .type = "text", .use = KEY_NEEDED},
    {.name = "on", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "method", .type = "@regression"},
    {.name = "order", .type = "number"},
    {.name = "extent", .type = "[number]"},
    {.name = "params", .type = "flag"},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key loess_keys[] = {
    {.name = "loess", .type = "text", .use = KEY_NEEDED},
    {.name = "on", .type = "text", .use = KEY_NEEDED},
    {.name = "groupby", .type = "[text]"},
    {.name = "bandwidth", .type = "number"},
    {.name = "as", .type = "[text]"},
};

static const struct vocabulary_key extent_keys[] = {
    {.name = "extent", .type = "text", .use = KEY_NEEDED},
    {.name = "param", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key sample_keys[] = {
    {.name = "sample", .type = "number", .use = KEY_NEEDED},
};

static const struct vocabulary_key argument_keys[] = {
    {.name = "argmin", .type = "text"},
    {.name = "argmax", .type = "text"},
    {.name = "exponential",
     .type = "number",
     .use = KEY_REFUSED,
     .note = "weights over time are not known here"},
};

static const struct vocabulary_key bin_parts_keys[] = {
    {.name = "maxbins", .type = "number"},
    {.name = "step", .type = "number"},
    {.name = "steps", .type = "[number]"},
    {.name = "minstep", .type = "number"},
    {.name = "nice", .type = "flag"},
    {.name = "base", .type = "number"},
    {.name = "divide", .type = "[number]"},
    {.name = "anchor", .type = "number"},
    {.name = "extent", .type = "[number]|Selected|{any}"},
    {.name = "binned", .type = "flag"},
};

static const struct vocabulary_key time_unit_parts_keys[] = {
    {.name = "unit", .type = "text"},      {.name = "step", .type = "number"},
    {.name = "maxbins", .type = "number"}, {.name = "utc", .type = "flag"},
    {.name = "binned", .type = "flag"},
};

static const struct vocabulary_map maps[] = {
    {"Filter", filter_keys, COUNT_OF(filter_keys), NULL},
    {"Predicate", predicate_keys, COUNT_OF(predicate_keys), NULL},
    {"Selected", selected_keys, COUNT_OF(selected_keys), NULL},
    {"And", and_keys, COUNT_OF(and_keys), NULL},
    {"Or", or_keys, COUNT_OF(or_keys), NULL},
    {"Not", not_keys, COUNT_OF(not_keys), NULL},
    {"Calculate", calculate_keys, COUNT_OF(calculate_keys), NULL},
    {"Aggregate", aggregate_keys, COUNT_OF(aggregate_keys), NULL},
    {"Measure", measure_keys, COUNT_OF(measure_keys), NULL},
    {"JoinAggregate", join_aggregate_keys, COUNT_OF(join_aggregate_keys), NULL},
    {"Bin", bin_keys, COUNT_OF(bin_keys), NULL},
    {"TimeUnit", time_unit_keys, COUNT_OF(time_unit_keys), NULL},
    {"Window", window_keys, COUNT_OF(window_keys), NULL},
    {"WindowMeasure", window_measure_keys, COUNT_OF(window_measure_keys), NULL},
    {"SortField", sort_field_keys, COUNT_OF(sort_field_keys), NULL},
    {"Stack", stack_keys, COUNT_OF(stack_keys), NULL},
    {"Fold", fold_keys, COUNT_OF(fold_keys), NULL},
    {"Pivot", pivot_keys, COUNT_OF(pivot_keys), NULL},
    {"Lookup", lookup_keys, COUNT_OF(lookup_keys), NULL},
    {"LookupTable", lookup_table_keys, COUNT_OF(lookup_table_keys), NULL},
    {"LookupSelection", lookup_selection_keys, COUNT_OF(lookup_selection_keys), NULL},
    {"Impute", impute_keys, COUNT_OF(impute_keys), NULL},
    {"Flatten", flatten_keys, COUNT_OF(flatten_keys), NULL},
    {"Density", density_keys, COUNT_OF(density_keys), NULL},
    {"Quantile", quantile_keys, COUNT_OF(quantile_keys), NULL},
    {"Regression", regression_keys, COUNT_OF(regression_keys), NULL},
    {"Loess", loess_keys, COUNT_OF(loess_keys), NULL},
    {"Extent", extent_keys, COUNT_OF(extent_keys), NULL},
    {"Sample", sample_keys, COUNT_OF(sample_keys), NULL},
    {"Argument", argument_keys, COUNT_OF(argument_keys), NULL},
    {"BinParts", bin_parts_keys, COUNT_OF(bin_parts_keys), NULL},
    {"TimeUnitParts", time_unit_parts_keys, COUNT_OF(time_unit_parts_keys), NULL},
};

struct vocabulary_maps vocabulary_transforms(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
