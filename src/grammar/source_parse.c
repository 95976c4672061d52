/* SPDX-License-Identifier: MIT */
/*
 * Types of columns: those that `format.parse` gives, and for separated texts a guess: all
 * numbers, or all true and false. Codes such as 0101 stay text, and so do dates: whatever
 * needs a date reads it.
 */
#include "source_internal.h"

#include "argument.h"
#include "base/compiler.h"
#include "base/real.h"
#include "grammar/time_parse.h"

#include <math.h>

static bool is_nothing(struct datum datum)
{
    return datum.kind == DATUM_NONE || (datum.kind == DATUM_TEXT && !datum.text.length);
}

/* --- guessing ----------------------------------------------------------------------------
 */

/* 0101 is a code, 0 and 0.5 are numbers. */
static bool is_code(str text)
{
    return text.length > 1 && text.at[0] == '0' && text.at[1] >= '0' && text.at[1] <= '9';
}

static bool guess_number(struct datum datum, struct datum *guess)
{
    double number;
    str text = str_trim(datum.text);
    if (!text.length) { /* nothing, as Vega has it */
        *guess = datum_none();
        return true;
    }
    if (str_equal(text, S("NaN"))) {
        *guess = datum_number(NAN);
        return true;
    }
    if (is_code(text) || !real_parse(text, &number)) {
        return false;
    }
    *guess = datum_number(number);
    return true;
}

static bool guess_flag(struct datum datum, struct datum *guess)
{
    bool is_true = str_equal(datum.text, S("true"));
    *guess = is_nothing(datum) ? datum_none() : datum_flag(is_true);
    return is_nothing(datum) || is_true || str_equal(datum.text, S("false"));
}

/* The whole column as `guess` has it, or NULL where a cell is something else. */
static struct datum *guess_column(struct arena *arena, const struct datum *column,
                                  size_t rows,
                                  bool (*guess)(struct datum datum, struct datum *guessed))
{
    struct datum guessed;
    bool has_any = false;
    for (size_t row = 0; row < rows && row < 100; row++) { /* most fail at once */
        if (column[row].kind == DATUM_TEXT && !guess(column[row], &guessed)) {
            return NULL;
        }
    }
    struct datum *typed = arena_array(arena, struct datum, rows);
    for (size_t row = 0; row < rows; row++) {
        typed[row] = column[row];
        if (column[row].kind == DATUM_TEXT && !guess(column[row], &typed[row])) {
            return NULL;
        }
        has_any = has_any || typed[row].kind != DATUM_NONE;
    }
    return has_any ? typed : NULL;
}

/* 1,234.5 but not "1,2,3". */
static bool is_grouped_number(str text)
{
    size_t commas = 0;
    size_t digits = 0;
    for (size_t i = 0; i < text.length && text.at[i] != '.'; i++) {
        if (text.at[i] == ',') {
            if (!digits || (commas && digits != 3)) {
                return false;
            }
            commas++;
            digits = 0;
        } else if (text.at[i] >= '0' && text.at[i] <= '9') {
            digits++;
        } else if (i || text.at[i] != '-') {
            return false;
        }
    }
    return commas && digits == 3;
}

/* All numbers, but for the commas in some: most likely meant as numbers. */
static void warn_of_grouping(const struct field *field, size_t rows,
                             const struct source *text, struct warnings *warnings)
{
    str example = S("");
    for (size_t row = 0; row < rows; row++) {
        struct datum datum = field->at[row];
        struct datum unused;
        if (datum.kind != DATUM_TEXT || guess_number(datum, &unused)) {
            continue;
        }
        if (!is_grouped_number(datum.text)) {
            return;
        }
        example = example.length ? example : datum.text;
    }
    if (example.length && warnings) {
        warning_add(warnings, (struct place){.file = text ? text->path : S("")},
                    "column \"%.*s\" is text, because of the commas in \"%.*s\"",
                    STR_ARG(field->name), STR_ARG(example));
    }
}

static void guess_types(struct arena *arena, struct frame *frame, const struct node *parse,
                        const struct source *text, struct warnings *warnings)
{
    for (size_t i = 0; i < frame->count; i++) {
        struct field *field = &frame->at[i];
        if (parse && node_find(parse, field->name)) {
            continue;
        }
        struct datum *typed = guess_column(arena, field->at, frame->rows, guess_flag);
        typed = typed ? typed : guess_column(arena, field->at, frame->rows, guess_number);
        if (typed) {
            field->at = typed;
        } else {
            warn_of_grouping(field, frame->rows, text, warnings);
        }
    }
}

/* --- as it is told -----------------------------------------------------------------------
 */

enum parse_type { PARSE_NUMBER, PARSE_FLAG, PARSE_DATE, PARSE_TEXT, PARSE_TIME };

static bool read_type(const struct node *node, enum parse_type *type, str *specifier,
                      struct error *error)
{
    static const str words[] = {{"number", 6}, {"boolean", 7}, {"date", 4}, {"string", 6}};
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    str rest;
    str word = str_cut(node->text, ':', &rest);
    if (rest.length && (str_equal(word, S("date")) || str_equal(word, S("utc")))) {
        bool is_quoted = rest.length > 1 && (rest.at[0] == '\'' || rest.at[0] == '"') &&
                         rest.at[rest.length - 1] == rest.at[0];
        *specifier = is_quoted ? str_slice(rest, 1, rest.length - 1) : rest;
        *type = PARSE_TIME;
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (str_equal(node->text, words[i])) {
            *type = (enum parse_type)i;
            return true;
        }
    }
    node_error(node, error, "\"%.*s\" is not a type of data", STR_ARG(node->text));
    return error_hint(error,
                      "expected number, boolean, date, string, or \"date:'%%d/%%m/%%Y'\"");
}

static struct datum as_type(struct arena *arena, struct datum datum, enum parse_type type,
                            str specifier)
{
    double time;
    if (is_nothing(datum)) {
        return datum.kind == DATUM_NONE ? datum : datum_none();
    }
    switch (type) {
    case PARSE_NUMBER:
        return datum.kind == DATUM_NUMBER ? datum : datum_number(datum_to_number(datum));
    case PARSE_FLAG: {
        bool is_false = datum.kind == DATUM_TEXT && (str_equal(datum.text, S("false")) ||
                                                     str_equal(datum.text, S("0")));
        return datum_flag(!is_false && datum_to_flag(datum));
    }
    case PARSE_DATE:
        return datum_time(datum_to_time(datum));
    case PARSE_TEXT:
        return datum_text(datum_to_text(arena, datum));
    case PARSE_TIME:
        break;
    }
    bool is_time = time_parse(datum_to_text(arena, datum), specifier, &time);
    return is_time ? datum_time(time) : datum_none();
}

static bool parse_field(struct arena *arena, struct frame *frame, const struct node *node,
                        struct error *error)
{
    enum parse_type type = PARSE_TEXT;
    str specifier = S("");
    if (!read_type(node, &type, &specifier, error)) {
        return false;
    }
    const struct datum *column = frame_path(arena, frame, node->key);
    if (!column) {
        return true; /* as Vega: a field of no row */
    }
    struct datum *typed = arena_array(arena, struct datum, frame->rows);
    for (size_t row = 0; row < frame->rows; row++) {
        typed[row] = as_type(arena, column[row], type, specifier);
    }
    frame_set(arena, frame, node->key, typed);
    return true;
}

bool source_parse(struct arena *arena, struct frame *frame, const struct node *format,
                  bool is_guessed, const struct source *text, struct warnings *warnings,
                  struct error *error)
{
    const struct node *given = format ? node_find(format, S("parse")) : NULL;
    bool is_off = given && argument_is_null(given); /* parse: null */
    bool is_auto = given && given->kind == NODE_SCALAR && str_equal(given->text, S("auto"));
    const struct node *parse = is_off || is_auto ? NULL : given;
    if (is_guessed && !is_off) {
        guess_types(arena, frame, parse, text, warnings);
    }
    if (parse && !node_expect(parse, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; parse && i < parse->count; i++) {
        if (!argument_is_null(parse->at[i]) &&
            !parse_field(arena, frame, parse->at[i], error)) {
            return false;
        }
    }
    return true;
}
