/* SPDX-License-Identifier: MIT */
#include "table/cell.h"

enum column_type cell_type(enum column_role role)
{
    static const enum column_type types[] = {
        [ROLE_DIMENSION] = COLUMN_TEXT, [ROLE_PERIOD] = COLUMN_PERIOD,
        [ROLE_MEASURE] = COLUMN_NUMBER, [ROLE_RATE] = COLUMN_NUMBER,
        [ROLE_STATUS] = COLUMN_TEXT,    [ROLE_RELEASED] = COLUMN_DATE,
        [ROLE_NOTE] = COLUMN_TEXT,
    };
    return types[role];
}

static bool is_one_of(str text, const str *words, size_t count)
{
    size_t i = 0;
    while (i < count && !str_equal(text, words[i])) {
        i++;
    }
    return i < count;
}

enum cell_state cell_state_of_number(str text)
{
    static const str missing[] = {S(""), S("n.a."), S("NA"), S("..")};
    static const str suppressed[] = {S("c"), S("x")};
    return is_one_of(text, missing, COUNT_OF(missing))         ? CELL_MISSING
           : is_one_of(text, suppressed, COUNT_OF(suppressed)) ? CELL_SUPPRESSED
                                                               : CELL_VALUE;
}

bool cell_is_status(str text)
{
    return text.length == 1 && text.at[0] >= 'A' && text.at[0] <= 'Z';
}

bool cell_suits(enum column_role role, str text)
{
    struct period period;
    struct decimal decimal;
    struct date date;
    switch (role) {
    case ROLE_PERIOD:
        return period_parse(text, &period);
    case ROLE_MEASURE:
    case ROLE_RATE:
        return cell_state_of_number(text) != CELL_VALUE || decimal_parse(text, &decimal);
    case ROLE_RELEASED:
        return !text.length || date_parse(text, &date);
    case ROLE_STATUS:
        return !text.length || cell_is_status(text);
    case ROLE_DIMENSION:
    case ROLE_NOTE:
        break;
    }
    return true;
}

/* --- numbers that are none ---------------------------------------------------------- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The text without its commas, or with a point for its only one. */
static str replace_commas(struct arena *arena, str text, bool is_decimal)
{
    char *end = arena_array(arena, char, text.length + 1);
    str replaced = {end, 0};
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] != ',') {
            *end++ = text.at[i];
        } else if (is_decimal) {
            *end++ = '.';
        }
    }
    replaced.length = (size_t)(end - replaced.at);
    return replaced;
}

/* 1,234 or 12,345,678.9: a comma before each third digit, counted from the point. */
static bool is_grouped(str text)
{
    str digits = str_slice(text, 0, str_find(text, '.'));
    if (digits.length && (digits.at[0] == '-' || digits.at[0] == '+')) {
        digits = str_after(digits, 1);
    }
    for (size_t i = 0; i < digits.length; i++) {
        bool is_comma_due = (digits.length - i) % 4 == 0;
        if (is_comma_due ? digits.at[i] != ',' : !is_digit(digits.at[i])) {
            return false;
        }
    }
    return digits.length > 4 && digits.length % 4 != 0;
}

static bool hint_at_commas(struct arena *arena, str text, struct error *error)
{
    str ungrouped = replace_commas(arena, text, false);
    str pointed = replace_commas(arena, text, true);
    struct decimal number;
    bool can_group = is_grouped(text) && decimal_parse(ungrouped, &number);
    bool can_point = decimal_parse(pointed, &number);
    if (can_group && can_point) {
        return error_hint(error,
                          "write %.*s if the comma groups thousands, %.*s if it is a "
                          "decimal comma",
                          STR_ARG(ungrouped), STR_ARG(pointed));
    }
    if (can_group) {
        return error_hint(error, "thousands are not grouped: write %.*s",
                          STR_ARG(ungrouped));
    }
    return can_point ? error_hint(error, "decimals stand after a point: write %.*s",
                                  STR_ARG(pointed))
                     : false;
}

static bool is_plain_number(str text)
{
    size_t digits = 0;
    size_t points = 0;
    for (size_t i = 0; i < text.length; i++) {
        digits += is_digit(text.at[i]);
        points += text.at[i] == '.';
    }
    size_t signs = text.length && (text.at[0] == '-' || text.at[0] == '+');
    return digits && points <= 1 && digits + points + signs == text.length;
}

static bool refuse_number(struct arena *arena, str text, struct error *error)
{
    struct decimal number;
    str point = S(".");
    bool has_loose_point = str_ends(text, point) || str_find(text, '.') == 0;
    if (is_plain_number(text) && !has_loose_point) {
        error_set(error, ERROR_DATA, "the number %.*s has too many digits", STR_ARG(text));
        return error_hint(error, "at most %d decimals and 38 digits are read",
                          DECIMAL_PLACES_MAX);
    }
    error_set(error, ERROR_DATA, "\"%.*s\" is not a number", STR_ARG(text));
    hint_at_commas(arena, text, error);
    if (decimal_parse(str_trim(text), &number)) {
        return error_hint(error, "there are spaces around the number");
    }
    return error_hint(error, "numbers are written 1234.5; a missing one is an empty cell, "
                             "n.a., NA or .., a suppressed one is c or x");
}

/* --- reading ------------------------------------------------------------------------ */

static bool read_number(struct arena *arena, struct column *column, size_t row, str text,
                        struct error *error)
{
    struct decimal number = {0};
    enum cell_state state = cell_state_of_number(text);
    if (state == CELL_VALUE && !decimal_parse(text, &number)) {
        return refuse_number(arena, text, error);
    }
    column->states[row] = (uint8_t)state;
    column->units[row] = number.units;
    column->cell_places[row] = (uint8_t)number.places;
    column->places = number.places > column->places ? number.places : column->places;
    return true;
}

static bool read_text(struct arena *arena, struct column *column, size_t row, str text,
                      struct error *error)
{
    if (column->role == ROLE_STATUS && !cell_suits(ROLE_STATUS, text)) {
        error_set(error, ERROR_DATA, "\"%.*s\" is not a status", STR_ARG(text));
        return error_hint(error, "a status is one letter as in SDMX: A normal, E estimated "
                                 "or derived, P provisional");
    }
    column->states[row] = text.length ? CELL_VALUE : CELL_MISSING;
    column->codes[row] = words_add(arena, &column->words, text);
    return true;
}

static bool read_period(struct column *column, size_t row, str text, struct error *error)
{
    if (period_parse(text, &column->periods[row])) {
        return true;
    }
    if (text.length) {
        error_set(error, ERROR_DATA, "\"%.*s\" is not a period", STR_ARG(text));
    } else {
        error_set(error, ERROR_DATA, "the period is missing");
    }
    return error_hint(error, "periods are written 2025-10, 2025-Q4, 2025-H1, 2025 or "
                             "2025-01..10");
}

static bool read_date(struct column *column, size_t row, str text, struct error *error)
{
    if (!text.length) {
        column->states[row] = CELL_MISSING;
        return true;
    }
    if (date_parse(text, &column->dates[row])) {
        return true;
    }
    error_set(error, ERROR_DATA, "\"%.*s\" is not a date", STR_ARG(text));
    return error_hint(error, "dates are written 2025-11-20");
}

bool cell_read(struct arena *arena, struct column *column, size_t row, str text,
               struct error *error)
{
    switch (column->type) {
    case COLUMN_NUMBER:
        return read_number(arena, column, row, text, error);
    case COLUMN_PERIOD:
        return read_period(column, row, text, error);
    case COLUMN_DATE:
        return read_date(column, row, text, error);
    case COLUMN_TEXT:
        break;
    }
    return read_text(arena, column, row, text, error);
}

bool cells_align(struct column *column, size_t row_count, size_t *row, struct error *error)
{
    for (*row = 0; *row < row_count; ++*row) {
        struct decimal number = {column->units[*row], column->cell_places[*row]};
        if (number.places != column->places && !decimal_widen(&number, column->places)) {
            return error_set(error, ERROR_DATA,
                             "this number has no room for the %d decimal%s of its column",
                             column->places, column->places == 1 ? "" : "s");
        }
        column->units[*row] = number.units;
    }
    return true;
}
