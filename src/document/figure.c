/* SPDX-License-Identifier: MIT */
#include "document/figure.h"

#include "expression/trace_log.h"
#include "table/status.h"

/* The digits between the parentheses of "num(1)"; none is `places`. */
static bool parse_places(str arguments, int *places)
{
    size_t number;
    if (!arguments.length) {
        return true;
    }
    if (!str_starts(arguments, S("(")) || !str_ends(arguments, S(")")) ||
        !str_to_size(str_slice(arguments, 1, arguments.length - 1), &number) ||
        number > DECIMAL_PLACES_MAX) {
        return false;
    }
    *places = (int)number;
    return true;
}

bool figure_format_read(const struct node *node, struct figure_format *format,
                        struct error *error)
{
    static const struct {
        const char *name;
        struct figure_format format;
    } formats[] = {
        {"num", {0, false}},
        {"pct", {1, false}},
        {"signed", {1, true}},
    };
    str text;
    if (!node_text(node, &text, error)) {
        return false;
    }
    str name = str_slice(text, 0, str_find(text, '('));
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (str_equal(name, str_from(formats[i].name))) {
            *format = formats[i].format;
            return parse_places(str_after(text, name.length), &format->places) ||
                   node_error(node, error, "\"%.*s\" is not a format such as %.*s(1)",
                              STR_ARG(text), STR_ARG(name));
        }
    }
    node_error(node, error, "there is no format \"%.*s\"", STR_ARG(name));
    return error_hint(error, "known are: num(places), pct(places), signed(places)");
}

/* "e" for 'E'; empty for a normal observation. */
static str flag_of(struct arena *arena, char status)
{
    char flag = status_flag(status);
    return flag ? str_print(arena, "%c", flag) : S("");
}

struct figure figure_from_value(struct arena *arena, const struct language *language,
                                struct value number, struct figure_format format)
{
    if (number.kind != VALUE_NUMBER || !ratio_is_valid(number.number)) {
        return (struct figure){.text = language_phrase(language, PHRASE_NOT_AVAILABLE),
                               .flag = S("")};
    }
    bool is_usual = format.places == FIGURE_USUAL_PLACES;
    struct number_style style = {.places = is_usual ? number.places : format.places,
                                 .has_plus = format.has_plus};
    struct decimal rounded = ratio_round(number.number, style.places);
    str text = language_number(arena, language, number.number, style);
    trace_log_value(&number, text);
    return (struct figure){
        .text = text,
        .flag = flag_of(arena, number.status),
        .sign = (rounded.units > 0) - (rounded.units < 0),
        .has_value = true,
    };
}
