/* SPDX-License-Identifier: MIT */
#include "vocabulary.h"

static const struct {
    str name, words;
} sets[] = {
    {S("@type"), S("quantitative temporal ordinal nominal geojson Q T O N q t o n")},
    {S("@aggregate"),
     S("count valid missing distinct sum product mean average variance variancep stdev "
       "stdevp stderr median q1 q3 ci0 ci1 min max argmin argmax values exponential "
       "exponentialb boxplot errorbar errorband")},
    {S("@window"), S("row_number rank dense_rank percent_rank cume_dist ntile lag lead "
                     "first_value last_value nth_value next_value prev_value")},
    {S("@mark"),
     S("arc area bar circle errorband errorbar boxplot geoshape image line point rect "
       "rule square text tick trail")},
    {S("@plainMark"),
     S("arc area bar circle geoshape image line point rect rule square text "
       "tick trail")},
    {S("@channel"),
     S("x y x2 y2 xOffset yOffset theta theta2 radius radius2 longitude latitude "
       "longitude2 latitude2 color fill stroke opacity fillOpacity strokeOpacity "
       "strokeWidth strokeDash size angle shape text order detail key tooltip href url "
       "description xError xError2 yError yError2 facet row column time")},
    {S("@orient"), S("left right top bottom")},
    {S("@legendOrient"),
     S("none left right top bottom top-left top-right bottom-left bottom-right")},
    {S("@direction"), S("horizontal vertical")},
    {S("@align"), S("left center right")},
    {S("@baseline"), S("alphabetic top middle bottom line-top line-bottom")},
    {S("@anchor"), S("start middle end")},
    {S("@layout"), S("all each none")},
    {S("@weight"), S("normal bold lighter bolder")},
    {S("@cap"), S("butt round square")},
    {S("@join"), S("miter round bevel")},
    {S("@interpolate"),
     S("basis basis-open basis-closed bundle cardinal cardinal-open cardinal-closed "
       "catmull-rom linear linear-closed monotone natural step step-before step-after")},
    {S("@invalid"), S("filter break-paths-filter-domains break-paths-show-domains "
                      "break-paths-show-path-domains show")},
    {S("@scale"), S("linear log pow sqrt symlog identity sequential time utc quantile "
                    "quantize threshold bin-ordinal ordinal point band")},
    {S("@interval"), S("millisecond second minute hour day week month year quarter")},
    {S("@projection"),
     S("albers albersUsa azimuthalEqualArea azimuthalEquidistant conicConformal "
       "conicEqualArea conicEquidistant equalEarth equirectangular gnomonic identity "
       "mercator naturalEarth1 orthographic stereographic transverseMercator mollweide")},
    {S("@colorSpace"), S("rgb lab hcl hsl hsl-long hcl-long cubehelix cubehelix-long")},
    {S("@range"), S("width height symbol category ordinal ramp diverging heatmap")},
    {S("@autosize"), S("pad none fit fit-x fit-y")},
    {S("@impute"), S("value mean median min max")},
    {S("@regression"), S("linear log exp pow quad poly")},
    {S("@parse"), S("boolean number date string")},
};

str vocabulary_set(str name)
{
    for (size_t i = 0; i < COUNT_OF(sets); i++) {
        if (str_equal(name, sets[i].name)) {
            return sets[i].words;
        }
    }
    return (str){0};
}

bool vocabulary_set_at(size_t index, str *name, str *words)
{
    if (index >= COUNT_OF(sets)) {
        return false;
    }
    *name = sets[index].name;
    *words = sets[index].words;
    return true;
}

struct vocabulary_maps vocabulary_table(size_t index)
{
    static struct vocabulary_maps (*const tables[VOCABULARY_TABLES])(void) = {
        vocabulary_views,    vocabulary_data,   vocabulary_transforms,
        vocabulary_channels, vocabulary_marks,  vocabulary_guides,
        vocabulary_scales,   vocabulary_config, vocabulary_house,
    };
    return tables[index]();
}

const struct vocabulary_map *vocabulary_map_named(str name)
{
    for (size_t table = 0; table < VOCABULARY_TABLES; table++) {
        struct vocabulary_maps maps = vocabulary_table(table);
        for (size_t i = 0; i < maps.count; i++) {
            if (str_equal(name, str_from(maps.at[i].name))) {
                return &maps.at[i];
            }
        }
    }
    return NULL;
}

const struct vocabulary_key *vocabulary_key_of(const struct vocabulary_map *map, str name)
{
    for (size_t i = 0; i < map->count; i++) {
        if (str_equal(name, str_from(map->keys[i].name))) {
            return &map->keys[i];
        }
    }
    const struct vocabulary_map *also =
        map->also ? vocabulary_map_named(str_from(map->also)) : NULL;
    return also ? vocabulary_key_of(also, name) : NULL;
}

bool vocabulary_alternative(str *type, str *alternative)
{
    size_t depth = 0, end = 0;
    while (end < type->length && (depth || type->at[end] != '|')) {
        char c = type->at[end];
        depth += c == '[' || c == '{';
        depth -= c == ']' || c == '}';
        end++;
    }
    *alternative = str_slice(*type, 0, end);
    *type = str_after(*type, end + 1);
    return alternative->length > 0;
}

bool vocabulary_type_names(str type, str map)
{
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        bool is_container =
            str_starts(alternative, S("[")) || str_starts(alternative, S("{"));
        str inner = str_slice(alternative, 1, alternative.length - 1);
        if (is_container ? vocabulary_type_names(inner, map)
                         : str_equal(alternative, map)) {
            return true;
        }
    }
    return false;
}
