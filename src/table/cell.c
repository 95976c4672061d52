/* SPDX-License-Identifier: MIT */
#include "table/cell.h"

#include "table/calendar.h"
#include "table/numeral.h"

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

enum cell_state cell_state_of_number(str text)
{
    return numeral_is_missing(text)      ? CELL_MISSING
           : numeral_is_suppressed(text) ? CELL_SUPPRESSED
                                         : CELL_VALUE;
}

/* 5.2% in a column of rates is 5.2. */
static str number_text(enum column_role role, str text)
{
    str trimmed = str_trim(text);
    bool is_per_cent = role == ROLE_RATE && trimmed.length > 1 && str_ends(trimmed, S("%"));
    return is_per_cent ? str_slice(trimmed, 0, trimmed.length - 1) : text;
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
    char mark;
    switch (role) {
    case ROLE_PERIOD:
        return calendar_parse(text, &period);
    case ROLE_MEASURE:
    case ROLE_RATE:
        return cell_state_of_number(text) != CELL_VALUE ||
               numeral_parse(number_text(role, text), '\0', &decimal, &mark);
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

/* What 1,234 says with the comma as either mark. */
static bool hint_at_comma(struct arena *arena, str text, struct error *error)
{
    struct decimal number;
    char mark;
    if (!numeral_is_ambiguous(text) || !numeral_parse(text, '.', &number, &mark)) {
        return false;
    }
    str grouped = decimal_print(arena, number);
    if (!numeral_parse(text, ',', &number, &mark)) {
        return false;
    }
    str pointed = decimal_print(arena, number);
    return error_hint(error,
                      "%.*s if the comma groups thousands, %.*s if it is a decimal comma: "
                      "say decimal: \".\" or \",\"",
                      STR_ARG(grouped), STR_ARG(pointed));
}

/* What a formula leaves where it failed. */
static bool is_spreadsheet_error(str text)
{
    static const str errors[] = {S("#DIV/0!"), S("#REF!"),  S("#VALUE!"), S("#NAME?"),
                                 S("#NUM!"),   S("#NULL!"), S("#####")};
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        if (str_starts(text, errors[i])) {
            return true;
        }
    }
    return false;
}

static bool is_plain_number(str text)
{
    size_t digits = 0;
    size_t points = 0;
    for (size_t i = 0; i < text.length; i++) {
        digits += text.at[i] >= '0' && text.at[i] <= '9';
        points += text.at[i] == '.';
    }
    size_t signs = text.length && (text.at[0] == '-' || text.at[0] == '+');
    return digits && points <= 1 && digits + points + signs == text.length;
}

static bool refuse_number(struct arena *arena, const struct column *column, str text,
                          struct error *error)
{
    str point = S(".");
    bool has_loose_point = str_ends(text, point) || str_find(text, '.') == 0;
    if (is_plain_number(text) && !has_loose_point && column->decimal_mark != ',') {
        error_set(error, ERROR_DATA, "the number %.*s has too many digits", STR_ARG(text));
        return error_hint(error, "at most %d decimals and 38 digits are read",
                          DECIMAL_PLACES_MAX);
    }
    error_set(error, ERROR_DATA, "\"%.*s\" is not a number", STR_ARG(text));
    const char *oddity = numeral_oddity(text);
    if (oddity) {
        return error_hint(error, "%s", oddity);
    }
    if (is_spreadsheet_error(text)) {
        return error_hint(error, "a formula failed in the spreadsheet that wrote the file");
    }
    if (column->decimal_mark) {
        return error_hint(error, "its decimal mark is said to be \"%c\"",
                          column->decimal_mark);
    }
    hint_at_comma(arena, text, error);
    return error_hint(error, "numbers are written 1234.5; a missing one is an empty cell, "
                             "n.a., NA or .., a suppressed one is c or x");
}

/* --- reading ------------------------------------------------------------------------ */

/* 1.5 and 2,5 in one column: then 1.234 could be either. */
static bool check_mark(struct column *column, str text, char mark, int places,
                       struct error *error)
{
    if (mark && column->decimal_used && mark != column->decimal_used) {
        error_set(error, ERROR_DATA, "\"%.*s\" has a decimal %s, numbers above it a %s",
                  STR_ARG(text), mark == ',' ? "comma" : "point",
                  mark == ',' ? "point" : "comma");
        return error_hint(error, "say which it is: decimal: \".\" or \",\"");
    }
    if (mark) {
        column->decimal_used = mark;
        column->has_other_decimals |= places != 3;
    }
    return true;
}

/* Most numbers are plain; the rest are looked at closely. */
static bool parse_number(struct arena *arena, struct column *column, str text,
                         struct decimal *number, struct error *error)
{
    char mark = '\0';
    if (column->decimal_mark != ',' && decimal_parse(text, number)) {
        mark = number->places ? '.' : '\0';
    } else if (!numeral_parse(text, column->decimal_mark, number, &mark)) {
        return refuse_number(arena, column, text, error);
    }
    return check_mark(column, text, mark, number->places, error);
}

static bool read_number(struct arena *arena, struct column *column, size_t row, str text,
                        struct error *error)
{
    struct decimal number = {0};
    text = number_text(column->role, text);
    enum cell_state state = cell_state_of_number(text);
    if (state == CELL_VALUE && !parse_number(arena, column, text, &number, error)) {
        return false;
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
    if (calendar_parse(text, &column->periods[row])) {
        return true;
    }
    if (text.length) {
        error_set(error, ERROR_DATA, "\"%.*s\" is not a period", STR_ARG(text));
    } else {
        error_set(error, ERROR_DATA, "the period is missing");
    }
    return calendar_hint(text, error);
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
