/* SPDX-License-Identifier: MIT */
#include "definition.h"

#include "config.h"
#include "rewrite.h"

bool definition_is_field(const struct node *definition)
{
    return definition && definition->kind == NODE_MAP &&
           (node_find(definition, S("field")) ||
            rewrite_is_text(node_find(definition, S("aggregate")), S("count")));
}

static bool is_datum(const struct node *definition)
{
    return rewrite_find(definition, S("datum")) != NULL;
}

bool definition_is_data(const struct node *definition)
{
    return definition_is_field(definition) || is_datum(definition);
}

bool definition_is_value(const struct node *definition)
{
    return rewrite_find(definition, S("value")) != NULL;
}

/* --- bins and aggregates -------------------------------------------------------------- */

bool definition_is_binned(const struct node *definition)
{
    const struct node *bin = rewrite_find(definition, S("bin"));
    return rewrite_is_text(bin, S("binned")) ||
           rewrite_is_text(rewrite_find(bin, S("binned")), S("true"));
}

bool definition_has_bins(const struct node *definition)
{
    return rewrite_is_true(rewrite_find(definition, S("bin"))) &&
           !definition_is_binned(definition);
}

str definition_aggregate(const struct node *definition)
{
    return rewrite_text_of(definition, S("aggregate"));
}

static bool takes_row(const struct node *aggregate)
{
    return rewrite_find(aggregate, S("argmax")) || rewrite_find(aggregate, S("argmin"));
}

/* --- types ---------------------------------------------------------------------------- */

static enum channel_type type_named(str word)
{
    static const struct {
        str word, letter;
        enum channel_type type;
    } types[] = {
        {S("quantitative"), S("q"), TYPE_QUANTITATIVE},
        {S("temporal"), S("t"), TYPE_TEMPORAL},
        {S("ordinal"), S("o"), TYPE_ORDINAL},
        {S("nominal"), S("n"), TYPE_NOMINAL},
        {S("geojson"), S("geojson"), TYPE_GEOJSON},
    };
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        bool is_letter = word.length == 1 && (word.at[0] | 32) == types[i].letter.at[0];
        if (is_letter || str_equal(word, types[i].word)) {
            return types[i].type;
        }
    }
    return TYPE_NONE;
}

/* What the scale's type says about the data; TYPE_NONE where it says nothing. */
static enum channel_type type_of_scale(str word)
{
    static const str numbers[] = {
        S("linear"),    S("log"),      S("pow"),      S("sqrt"),     S("symlog"),
        S("threshold"), S("quantile"), S("quantize"), S("identity"),
    };
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        if (str_equal(word, numbers[i])) {
            return TYPE_QUANTITATIVE;
        }
    }
    bool is_time = str_equal(word, S("time")) || str_equal(word, S("utc"));
    return is_time ? TYPE_TEMPORAL : TYPE_NONE;
}

static enum channel_type type_of_channel(str channel)
{
    static const struct {
        str channel;
        enum channel_type type;
    } types[] = {
        {S("latitude"), TYPE_QUANTITATIVE}, {S("longitude"), TYPE_QUANTITATIVE},
        {S("row"), TYPE_NOMINAL},           {S("column"), TYPE_NOMINAL},
        {S("facet"), TYPE_NOMINAL},         {S("shape"), TYPE_NOMINAL},
        {S("strokeDash"), TYPE_NOMINAL},    {S("order"), TYPE_ORDINAL},
    };
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (str_equal(channel, types[i].channel)) {
            return types[i].type;
        }
    }
    return TYPE_NONE;
}

static enum channel_type default_type(const struct node *definition, str channel)
{
    const struct node *aggregate = rewrite_find(definition, S("aggregate"));
    const struct node *sort = rewrite_find(definition, S("sort"));
    enum channel_type type = type_of_channel(channel);
    if (type != TYPE_NONE) {
        return type;
    }
    if (sort && sort->kind == NODE_LIST) {
        return TYPE_ORDINAL;
    }
    if (rewrite_is_true(rewrite_find(definition, S("timeUnit")))) {
        return TYPE_TEMPORAL;
    }
    if (rewrite_is_true(rewrite_find(definition, S("bin"))) ||
        (rewrite_is_true(aggregate) && !takes_row(aggregate))) {
        return TYPE_QUANTITATIVE;
    }
    type = type_of_scale(rewrite_text_of(rewrite_find(definition, S("scale")), S("type")));
    return type != TYPE_NONE ? type : TYPE_NOMINAL;
}

/* Numbers are quantitative, texts nominal, dates temporal. */
static enum channel_type type_of_datum(const struct node *datum)
{
    struct arena scratch = {0};
    enum channel_type type = TYPE_NONE;
    if (datum->kind == NODE_MAP) {
        type = TYPE_TEMPORAL;
    } else if (datum->kind == NODE_SCALAR) {
        uint8_t kind = datum_from_node(&scratch, datum).kind;
        type = kind == DATUM_NUMBER ? TYPE_QUANTITATIVE : TYPE_NOMINAL;
    }
    arena_finish(&scratch);
    return type;
}

enum channel_type definition_type(const struct node *definition, str channel)
{
    str given = rewrite_text_of(definition, S("type"));
    str aggregate = definition_aggregate(definition);
    if (str_equal(aggregate, S("count")) || str_equal(aggregate, S("valid")) ||
        str_equal(aggregate, S("missing")) || str_equal(aggregate, S("distinct"))) {
        return TYPE_QUANTITATIVE;
    }
    enum channel_type type = type_named(given);
    if (type != TYPE_NONE) {
        return type;
    }
    const struct node *datum = rewrite_find(definition, S("datum"));
    return datum ? type_of_datum(datum) : default_type(definition, channel);
}

bool definition_is_continuous(const struct node *definition, str channel)
{
    if (!definition_is_data(definition)) {
        return false;
    }
    enum channel_type type = definition_type(definition, channel);
    return type == TYPE_TEMPORAL || (type == TYPE_QUANTITATIVE &&
                                     !rewrite_is_true(rewrite_find(definition, S("bin"))));
}

/* --- columns and titles --------------------------------------------------------------- */

/* "yearmonth" of a word or of {unit:}; empty where the data are in such units already. */
static str time_unit_word(const struct node *definition)
{
    const struct node *unit = rewrite_find(definition, S("timeUnit"));
    str word = unit && unit->kind == NODE_MAP ? rewrite_text_of(unit, S("unit"))
                                              : rewrite_text_of(definition, S("timeUnit"));
    bool is_binned = str_starts(word, S("binned")) ||
                     rewrite_is_text(rewrite_find(unit, S("binned")), S("true"));
    return is_binned ? (str){0} : word;
}

str definition_column(struct arena *arena, const struct node *definition)
{
    const struct node *aggregate = rewrite_find(definition, S("aggregate"));
    str field = rewrite_text_of(definition, S("field"));
    str unit = time_unit_word(definition);
    if (str_equal(definition_aggregate(definition), S("count"))) {
        return S("__count");
    }
    if (takes_row(aggregate)) {
        bool is_most = rewrite_find(aggregate, S("argmax"));
        str by = rewrite_text_of(aggregate, is_most ? S("argmax") : S("argmin"));
        return str_print(arena, "%s_%.*s", is_most ? "argmax" : "argmin", STR_ARG(by));
    }
    if (definition_has_bins(definition)) {
        return str_print(arena, "bin_%.*s", STR_ARG(field));
    }
    str function = aggregate ? definition_aggregate(definition) : unit;
    return function.length
               ? str_print(arena, "%.*s_%.*s", STR_ARG(function), STR_ARG(field))
               : field;
}

/* "yearmonthdate" is "year-month-date". */
static str time_unit_parts(struct arena *arena, str word)
{
    static const str parts[] = {
        S("utc"),   S("year"),    S("quarter"),   S("month"),
        S("week"),  S("date"),    S("dayofyear"), S("day"),
        S("hours"), S("minutes"), S("seconds"),   S("milliseconds"),
    };
    struct str_list found = {0};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (str_starts(word, parts[i])) {
            word = str_after(word, parts[i].length);
            if (i) {
                *arena_push(arena, &found) = parts[i];
            }
            i = 0;
        }
    }
    return str_join(arena, found.at, found.count, S("-"));
}

static str title_case(struct arena *arena, str word)
{
    char *copy = arena_array(arena, char, word.length + 1);
    for (size_t i = 0; i < word.length; i++) {
        bool is_small = word.at[i] >= 'a' && word.at[i] <= 'z';
        copy[i] = (char)(i == 0 && is_small ? word.at[i] - 'a' + 'A' : word.at[i]);
    }
    return (str){copy, word.length};
}

static str upper_case(struct arena *arena, str word)
{
    char *copy = arena_array(arena, char, word.length + 1);
    for (size_t i = 0; i < word.length; i++) {
        bool is_small = word.at[i] >= 'a' && word.at[i] <= 'z';
        copy[i] = (char)(is_small ? word.at[i] - 'a' + 'A' : word.at[i]);
    }
    return (str){copy, word.length};
}

static str row_title(struct arena *arena, const struct node *aggregate, str field,
                     bool is_functional)
{
    bool is_most = rewrite_find(aggregate, S("argmax"));
    str by = rewrite_text_of(aggregate, is_most ? S("argmax") : S("argmin"));
    return is_functional ? str_print(arena, "%.*s for arg%s(%.*s)", STR_ARG(field),
                                     is_most ? "max" : "min", STR_ARG(by))
                         : str_print(arena, "%.*s for %s %.*s", STR_ARG(field),
                                     is_most ? "max" : "min", STR_ARG(by));
}

static str functional_title(struct arena *arena, const struct node *definition, str field)
{
    str aggregate = definition_aggregate(definition), unit = time_unit_word(definition);
    str function = aggregate.length ? aggregate : unit;
    function = !function.length && definition_has_bins(definition) ? S("bin") : function;
    return function.length ? str_print(arena, "%.*s(%.*s)",
                                       STR_ARG(upper_case(arena, function)), STR_ARG(field))
                           : field;
}

static str verbal_title(struct arena *arena, const struct node *definition, str field)
{
    str aggregate = definition_aggregate(definition), unit = time_unit_word(definition);
    if (definition_has_bins(definition)) {
        return str_print(arena, "%.*s (binned)", STR_ARG(field));
    }
    if (unit.length) {
        return str_print(arena, "%.*s (%.*s)", STR_ARG(field),
                         STR_ARG(time_unit_parts(arena, unit)));
    }
    return aggregate.length
               ? str_print(arena, "%.*s of %.*s", STR_ARG(title_case(arena, aggregate)),
                           STR_ARG(field))
               : field;
}

str definition_title(struct arena *arena, const struct node *config,
                     const struct node *definition)
{
    str style = rewrite_text_of(config, S("fieldTitle"));
    str field = rewrite_text_of(definition, S("field"));
    const struct node *aggregate = rewrite_find(definition, S("aggregate"));
    bool is_functional = str_equal(style, S("functional"));
    if (str_equal(style, S("plain"))) {
        return field;
    }
    if (takes_row(aggregate)) {
        return row_title(arena, aggregate, field, is_functional);
    }
    if (is_functional) {
        return functional_title(arena, definition, field);
    }
    return str_equal(definition_aggregate(definition), S("count"))
               ? rewrite_text_of(config, S("countTitle"))
               : verbal_title(arena, definition, field);
}
