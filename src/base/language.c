/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

#include "base/buffer.h"

#include <string.h>
#include <strings.h>

/* --- which languages there are -------------------------------------------------------- */

static const struct language *(*const languages[])(void) = {
    language_english, language_german, language_french, language_japanese,
    language_chinese, language_korean, language_arabic, language_hebrew,
};

bool language_is_right_to_left(const struct language *language)
{
    return language && language->is_right_to_left;
}

size_t language_count(void)
{
    return COUNT_OF(languages);
}

const struct language *language_at(size_t index)
{
    return languages[index]();
}

const struct language *language_or_english(const struct language *language)
{
    return language ? language : language_english();
}

static bool is_subtag(str text, const char *subtag)
{
    return text.length == strlen(subtag) && !strncasecmp(text.at, subtag, text.length);
}

/* Traditional characters are other ones: text in them would be a mixture. */
static bool is_traditional(str subtags)
{
    static const char *const others[] = {"Hant", "TW", "HK", "MO"};
    while (subtags.length) {
        str subtag = str_cut(subtags, '-', &subtags);
        for (size_t i = 0; i < COUNT_OF(others); i++) {
            if (is_subtag(subtag, others[i])) {
                return true;
            }
        }
    }
    return false;
}

const struct language *language_find(str tag)
{
    str subtags;
    str primary = str_cut(tag, '-', &subtags);
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (is_subtag(primary, language->tag)) {
            bool is_other = language == language_chinese() && is_traditional(subtags);
            return is_other ? NULL : language;
        }
    }
    return NULL;
}

str language_tag(const struct language *language)
{
    return str_from(language_or_english(language)->tag);
}

str language_name(const struct language *language)
{
    return str_from(language_or_english(language)->name);
}

/* --- patterns ------------------------------------------------------------------------- */

str language_fill(struct arena *arena, const char *pattern, const char *letters,
                  const str *values)
{
    struct buffer out = {.arena = arena};
    for (const char *at = pattern; *at; at++) {
        const char *letter = at[0] == '{' && at[2] == '}' ? strchr(letters, at[1]) : NULL;
        if (letter) {
            buffer_add(&out, values[letter - letters]);
            at += 2;
        } else {
            buffer_add_byte(&out, *at);
        }
    }
    return buffer_text(&out);
}

static str fill_xy(struct arena *arena, const char *pattern, str x, str y)
{
    return language_fill(arena, pattern, "xy", (const str[]){x, y});
}

str language_phrase(const struct language *language, enum phrase phrase)
{
    return str_from(language_or_english(language)->phrases[phrase]);
}

str language_say(struct arena *arena, const struct language *language, enum phrase phrase,
                 str x, str y)
{
    return fill_xy(arena, language_or_english(language)->phrases[phrase], x, y);
}

/* --- numbers -------------------------------------------------------------------------- */

str language_number(struct arena *arena, const struct language *language,
                    struct ratio number, struct number_style style)
{
    return number_print_marks(arena, number, style, language_or_english(language)->marks);
}

str language_point(const struct language *language)
{
    return str_from(language_or_english(language)->marks.point);
}

static const struct language_unit *find_unit(const struct language *language, str unit)
{
    const struct language_unit *units = language_or_english(language)->units;
    for (size_t i = 0; i < LANGUAGE_UNITS_MAX && units[i].unit; i++) {
        if (str_equal(unit, str_from(units[i].unit))) {
            return &units[i];
        }
    }
    return NULL;
}

str language_unit(const struct language *language, str unit)
{
    const struct language_unit *known = find_unit(language, unit);
    return known ? str_from(known->word) : unit;
}

static str join_unit(struct arena *arena, const struct language *language, str number,
                     str word)
{
    if (!word.length) {
        return number;
    }
    language = language_or_english(language);
    bool is_percent = str_equal(word, S("%"));
    return fill_xy(arena, is_percent ? language->percent : language->amount, number, word);
}

str language_with_unit(struct arena *arena, const struct language *language, str number,
                       str unit)
{
    return join_unit(arena, language, number, language_unit(language, unit));
}

/* 1.9 point, 2 points: by what is printed. */
static bool is_singular(struct ratio number, int places)
{
    struct ratio printed = ratio_from_decimal(ratio_round(number, places));
    return ratio_compare(ratio_absolute(printed), ratio_from(2)) < 0;
}

str language_amount(struct arena *arena, const struct language *language,
                    struct ratio number, struct number_style style, str unit)
{
    str digits = language_number(arena, language, number, style);
    const struct language_unit *known = find_unit(language, unit);
    bool has_singular = known && known->singular && is_singular(number, style.places);
    return has_singular ? join_unit(arena, language, digits, str_from(known->singular))
                        : language_with_unit(arena, language, digits, unit);
}

struct language_scale language_scale_for(const struct language *language,
                                         struct ratio number)
{
    const struct language_scale *scales = language_or_english(language)->scales;
    struct ratio size = ratio_absolute(number);
    for (size_t i = 0; i < LANGUAGE_SCALES_MAX && scales[i].word; i++) {
        if (ratio_compare(size, ratio_from(scales[i].from)) >= 0) {
            return scales[i];
        }
    }
    return (struct language_scale){.divisor = 1, .word = ""};
}

str language_with_scale(struct arena *arena, const struct language *language, str number,
                        const char *word)
{
    return join_unit(arena, language, number, str_from(word));
}

str language_word_or(struct arena *arena, const char *const *words, size_t count,
                     size_t number, const char *pattern)
{
    str digits = str_print(arena, "%zu", number);
    return number < count && words[number] ? str_from(words[number])
                                           : fill_xy(arena, pattern, digits, S(""));
}

str language_ordinal(struct arena *arena, const struct language *language, size_t number)
{
    return language_or_english(language)->ordinal(arena, number);
}

str language_in_words(struct arena *arena, const struct language *language, size_t number)
{
    return language_or_english(language)->in_words(arena, number);
}

/* --- words ---------------------------------------------------------------------------- */

static str list(struct arena *arena, const struct language *language, enum phrase last,
                const str *items, size_t count)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        enum phrase before = i + 1 == count ? last : PHRASE_COMMA;
        buffer_add(&out, i ? language_phrase(language, before) : S(""));
        buffer_add(&out, items[i]);
    }
    return buffer_text(&out);
}

str language_list_and(struct arena *arena, const struct language *language,
                      const str *items, size_t count)
{
    return list(arena, language, PHRASE_AND, items, count);
}

str language_list_or(struct arena *arena, const struct language *language, const str *items,
                     size_t count)
{
    return list(arena, language, PHRASE_OR, items, count);
}

str language_status(const struct language *language, char letter)
{
    const struct language_status *statuses = language_or_english(language)->statuses;
    for (size_t i = 0; i < LANGUAGE_STATUSES_MAX && statuses[i].word; i++) {
        if (statuses[i].letter == letter) {
            return str_from(statuses[i].word);
        }
    }
    return S("");
}
