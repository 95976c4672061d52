/* SPDX-License-Identifier: MIT */
#include "table/cell.h"
#include "table/numeral.h"
#include "table/schema.h"

#include <strings.h>

struct known_name {
    str name;
    enum column_role role;
    enum rate_base rate;
    bool is_plainly; /* the name can mean nothing else: a cell that does not fit is odd */
};

static const struct known_name known_names[] = {
    {S("period"), ROLE_PERIOD, RATE_NONE, true},
    {S("time_period"), ROLE_PERIOD, RATE_NONE, true},
    {S("date"), ROLE_PERIOD, RATE_NONE, false},
    {S("year"), ROLE_PERIOD, RATE_NONE, false},
    {S("month"), ROLE_PERIOD, RATE_NONE, false},
    {S("status"), ROLE_STATUS, RATE_NONE, false},
    {S("obs_status"), ROLE_STATUS, RATE_NONE, true},
    {S("released"), ROLE_RELEASED, RATE_NONE, true},
    {S("mom"), ROLE_RATE, RATE_PREVIOUS, true},
    {S("yoy"), ROLE_RATE, RATE_YEAR_AGO, true},
    {S("hs"), ROLE_DIMENSION, RATE_NONE, true},
    {S("hs2"), ROLE_DIMENSION, RATE_NONE, true},
    {S("hs4"), ROLE_DIMENSION, RATE_NONE, true},
    {S("hs6"), ROLE_DIMENSION, RATE_NONE, true},
    {S("hs8"), ROLE_DIMENSION, RATE_NONE, true},
    {S("hs10"), ROLE_DIMENSION, RATE_NONE, true},
    {S("product"), ROLE_DIMENSION, RATE_NONE, true},
    {S("partner"), ROLE_DIMENSION, RATE_NONE, true},
    {S("reporter"), ROLE_DIMENSION, RATE_NONE, true},
    {S("source"), ROLE_NOTE, RATE_NONE, true},
    {S("note"), ROLE_NOTE, RATE_NONE, true},
};

static bool is_name(str name, str known)
{
    return name.length == known.length && !strncasecmp(name.at, known.at, known.length);
}

static const struct known_name *find_known(str name)
{
    for (size_t i = 0; i < COUNT_OF(known_names); i++) {
        if (is_name(name, known_names[i].name)) {
            return &known_names[i];
        }
    }
    return NULL;
}

/* ="0101" and '850511000': a spreadsheet was told that this is text. */
static bool is_wrapped(str text)
{
    return text.length && (text.at[0] == '=' || text.at[0] == '\'') &&
           numeral_unwrap(text).length < text.length;
}

/* 010121 is a code: as a number it would lose its zero. */
static bool is_code(str text)
{
    return is_wrapped(text) ||
           (text.length > 1 && text.at[0] == '0' && text.at[1] >= '0' && text.at[1] <= '9');
}

static bool suits(enum column_role role, str word)
{
    bool is_number = role == ROLE_MEASURE || role == ROLE_RATE;
    return cell_suits(role, word) && !(is_number && is_code(word));
}

struct fit {
    size_t suited; /* words that suit the role and are more than a mark */
    size_t odd_count; /* words that do not suit it */
    size_t near_count; /* of those: numbers but for their spelling, as 1.5E+06 */
    uint32_t odd; /* the first of them */
};

static struct fit fit_of(const struct words *words, enum column_role role)
{
    struct fit fit = {0};
    for (size_t code = 0; code < words->count; code++) {
        if (!suits(role, words->at[code])) {
            fit.odd = fit.odd_count++ ? fit.odd : (uint32_t)code;
            fit.near_count += numeral_oddity(words->at[code]) != NULL;
        } else if (cell_state_of_number(words->at[code]) == CELL_VALUE) {
            fit.suited++;
        }
    }
    return fit;
}

static size_t first_row_of(const struct table *table, const struct column *column,
                           uint32_t code)
{
    size_t row = 0;
    while (row + 1 < table->row_count && column->codes[row] != code) {
        row++;
    }
    return row;
}

static const char *cells_of(enum column_role role)
{
    switch (role) {
    case ROLE_MEASURE:
    case ROLE_RATE:
        return "numbers";
    case ROLE_RELEASED:
        return "dates";
    case ROLE_PERIOD:
        return "periods";
    default:
        return "statuses";
    }
}

/*
 * All words suit the role. Where only a few do not, all are nearly numbers, or the name
 * promised it, a warning.
 */
static bool is_fit(const struct table *table, const struct column *column,
                   enum column_role role, bool is_expected, struct warnings *warnings)
{
    struct fit fit = fit_of(&column->words, role);
    if (!fit.odd_count) {
        return fit.suited > 0;
    }
    bool is_near = role == ROLE_MEASURE && fit.near_count == fit.odd_count;
    if (is_expected || is_near || fit.suited > 9 * fit.odd_count) {
        size_t row = first_row_of(table, column, fit.odd);
        warning_add(warnings, table_place(table, row),
                    "the column \"%.*s\" is not read as %s, since it holds \"%.*s\"",
                    STR_ARG(column->name), cells_of(role),
                    STR_ARG(column->words.at[fit.odd]));
    }
    return false;
}

static bool is_free(const struct table *table, enum column_role role)
{
    bool is_unique = role == ROLE_PERIOD || role == ROLE_STATUS || role == ROLE_RELEASED;
    return !is_unique || !table_role(table, role);
}

static bool is_empty(const struct column *column)
{
    for (size_t code = 0; code < column->words.count; code++) {
        if (column->words.at[code].length) {
            return false;
        }
    }
    return true;
}

static enum column_role role_of(const struct table *table, const struct column *column,
                                enum rate_base *rate, struct warnings *warnings)
{
    const struct known_name *known = find_known(column->name);
    if (known && known->role == ROLE_NOTE) {
        return ROLE_NOTE;
    }
    if (is_empty(column)) {
        return ROLE_NOTE;
    }
    if (known && is_free(table, known->role) &&
        is_fit(table, column, known->role, known->is_plainly, warnings)) {
        *rate = known->rate;
        return known->role;
    }
    return is_fit(table, column, ROLE_MEASURE, false, warnings) ? ROLE_MEASURE
                                                                : ROLE_DIMENSION;
}

/* Words that stand for all others in the files of the world's customs offices. */
static void warn_of_aggregates(const struct table *table, const struct column *column,
                               struct warnings *warnings)
{
    static const str words[] = {S("World"), S("WORLD"), S("WLD"),  S("W00"),
                                S("Total"), S("TOTAL"), S("EU27"), S("EU27_2020")};
    for (size_t i = 0; column->words.count > 1 && i < COUNT_OF(words); i++) {
        uint32_t code = words_find(&column->words, words[i]);
        if (code != UINT32_MAX) {
            size_t row = first_row_of(table, column, code);
            warning_add(warnings, table_place(table, row),
                        "\"%.*s\" in the column \"%.*s\" looks like a sum of others: the "
                        "schema can call it an aggregate",
                        STR_ARG(words[i]), STR_ARG(column->name));
        }
    }
}

/* Every cell is read again as the type of its role; all its words are known to suit. */
static void retype(struct arena *arena, size_t row_count, struct column *column)
{
    struct column text = *column;
    struct error error = {0};
    column->type = cell_type(column->role);
    column->words = (struct words){0};
    column_reserve(arena, column, row_count);
    for (size_t row = 0; row < row_count && !error.kind; row++) {
        if (!cell_read(arena, column, row, column_text(&text, row), &error)) {
            *column = text;
        }
    }
}

/* The words without what a spreadsheet wrapped around them. */
static void unwrap(struct arena *arena, size_t row_count, struct column *column)
{
    bool has_wrapped = false;
    struct words wrapped = column->words;
    for (size_t code = 0; code < wrapped.count; code++) {
        has_wrapped |= is_wrapped(wrapped.at[code]);
    }
    if (!has_wrapped) {
        return;
    }
    column->words = (struct words){0};
    for (size_t row = 0; row < row_count; row++) {
        str word = wrapped.at[column->codes[row]];
        word = is_wrapped(word) ? numeral_unwrap(word) : word;
        column->codes[row] = words_add(arena, &column->words, word);
    }
}

void schema_guess(struct arena *arena, const struct table *table, struct column *column,
                  struct warnings *warnings)
{
    column->role = role_of(table, column, &column->rate, warnings);
    if (column->role == ROLE_DIMENSION) {
        unwrap(arena, table->row_count, column);
        warn_of_aggregates(table, column, warnings);
    }
    if (cell_type(column->role) != COLUMN_TEXT) {
        retype(arena, table->row_count, column);
    }
}
