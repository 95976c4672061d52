/* SPDX-License-Identifier: MIT */
/* Data and how files are read. */
#include "vocabulary.h"

#define FORMAT "Format|null"

static const struct vocabulary_key url_keys[] = {
    {.name = "url",
     .type = "text",
     .use = KEY_NEEDED,
     .note = "a file, from the folder on"},
    {.name = "name", .type = "text"},
    {.name = "format", .type = FORMAT},
};

static const struct vocabulary_key values_keys[] = {
    {.name = "values", .type = "any", .use = KEY_NEEDED},
    {.name = "name", .type = "text"},
    {.name = "format", .type = FORMAT},
};

static const struct vocabulary_key named_keys[] = {
    {.name = "name", .type = "text", .use = KEY_NEEDED, .note = "a data set or a query"},
    {.name = "format", .type = FORMAT},
};

static const struct vocabulary_key sequence_keys[] = {
    {.name = "sequence", .type = "Range", .use = KEY_NEEDED},
    {.name = "name", .type = "text"},
};

static const struct vocabulary_key range_keys[] = {
    {.name = "start", .type = "number", .use = KEY_NEEDED},
    {.name = "stop", .type = "number", .use = KEY_NEEDED},
    {.name = "step", .type = "number"},
    {.name = "as", .type = "text"},
};

static const struct vocabulary_key graticule_keys[] = {
    {.name = "graticule", .type = "flag|Meridians", .use = KEY_NEEDED},
    {.name = "name", .type = "text"},
};

static const struct vocabulary_key meridian_keys[] = {
    {.name = "extent", .type = "[[number]]"},
    {.name = "extentMajor", .type = "[[number]]"},
    {.name = "extentMinor", .type = "[[number]]"},
    {.name = "precision", .type = "number"},
    {.name = "step", .type = "[number]"},
    {.name = "stepMajor", .type = "[number]"},
    {.name = "stepMinor", .type = "[number]"},
};

static const struct vocabulary_key sphere_keys[] = {
    {.name = "sphere", .type = "flag|{any}", .use = KEY_NEEDED},
    {.name = "name", .type = "text"},
};

static const struct vocabulary_key format_keys[] = {
    {.name = "type", .type = "'csv'|'tsv'|'dsv'|'json'|'topojson'"},
    {.name = "parse", .type = "'auto'|{text|null}|null"},
    {.name = "delimiter", .type = "text"},
    {.name = "header", .type = "[text]"},
    {.name = "property", .type = "text"},
    {.name = "feature", .type = "text"},
    {.name = "mesh", .type = "text"},
    {.name = "filter", .type = "text|null"},
};

static const struct vocabulary_map maps[] = {
    {"Url", url_keys, COUNT_OF(url_keys), NULL},
    {"Values", values_keys, COUNT_OF(values_keys), NULL},
    {"Named", named_keys, COUNT_OF(named_keys), NULL},
    {"Sequence", sequence_keys, COUNT_OF(sequence_keys), NULL},
    {"Range", range_keys, COUNT_OF(range_keys), NULL},
    {"Graticule", graticule_keys, COUNT_OF(graticule_keys), NULL},
    {"Meridians", meridian_keys, COUNT_OF(meridian_keys), NULL},
    {"Sphere", sphere_keys, COUNT_OF(sphere_keys), NULL},
    {"Format", format_keys, COUNT_OF(format_keys), NULL},
};

struct vocabulary_maps vocabulary_data(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
