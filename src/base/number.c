/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include "base/buffer.h"

/* 1234567.8 to 1,234,567.8 */
static void add_grouped(struct buffer *out, str digits, struct number_marks marks)
{
    size_t whole = str_find(digits, '.');
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) {
            buffer_add(out, str_from(marks.group));
        }
        buffer_add_byte(out, digits.at[i]);
    }
    if (whole < digits.length) {
        buffer_add(out, str_from(marks.point));
        buffer_add(out, str_after(digits, whole + 1));
    }
}

str number_print_marks(struct arena *arena, struct ratio number, struct number_style style,
                       struct number_marks marks)
{
    struct decimal rounded = ratio_round(number, style.places);
    bool is_negative = rounded.units < 0;
    str digits = decimal_print(arena, rounded);
    struct buffer out = {.arena = arena};
    buffer_add(&out, str_from(marks.before ? marks.before : ""));
    if (is_negative) {
        buffer_add(&out, S("\u2212"));
    } else if (style.has_plus && rounded.units > 0) {
        buffer_add_byte(&out, '+');
    }
    marks.group = style.is_ungrouped ? "" : marks.group;
    add_grouped(&out, str_after(digits, is_negative), marks);
    return buffer_text(&out);
}

str number_print(struct arena *arena, struct ratio number, struct number_style style)
{
    return number_print_marks(arena, number, style,
                              (struct number_marks){.point = ".", .group = ","});
}

str number_ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {"zeroth", "first", "second", "third",
                                        "fourth", "fifth", "sixth",  "seventh",
                                        "eighth", "ninth", "tenth"};
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    if (number < COUNT_OF(words)) {
        return str_from(words[number]);
    }
    size_t last = number % 10;
    bool is_teen = number / 10 % 10 == 1;
    return str_print(arena, "%zu%s", number, endings[is_teen || last > 3 ? 0 : last]);
}

str number_in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    return number < COUNT_OF(words) ? str_from(words[number])
                                    : str_print(arena, "%zu", number);
}
