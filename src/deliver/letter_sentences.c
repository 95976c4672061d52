/* SPDX-License-Identifier: MIT */
/* Where sentences end, as far as it can be told without a dictionary. What is in doubt goes
 * on: a summary of three sentences is better than half a one. */
#include "letter_internal.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* The letters and digits that the dot follows. */
static str word_before(str text, size_t dot)
{
    size_t start = dot;
    while (start && (is_letter(text.at[start - 1]) || is_digit(text.at[start - 1]))) {
        start--;
    }
    return str_slice(text, start, dot);
}

/* The 7 of "am 7. Mai", but not the 2 of "fell by 5.2." */
static bool is_ordinal(str text, size_t dot)
{
    str word = word_before(text, dot);
    bool is_number = word.length == 1 || word.length == 2;
    for (size_t i = 0; i < word.length; i++) {
        is_number = is_number && is_digit(word.at[i]);
    }
    size_t start = dot - word.length;
    return is_number && (!start || text.at[start - 1] == ' ');
}

/* The letters of "U.S.", "J. Smith" and "z. B.", but not the unit of "5 t." */
static bool is_abbreviation(str text, size_t dot)
{
    str word = word_before(text, dot);
    str rest = str_after(text, dot + 1);
    bool is_first_of_two = rest.length > 2 && is_letter(rest.at[1]) && rest.at[2] == '.';
    return word.length == 1 && is_letter(word.at[0]) &&
           (!is_small(word.at[0]) || is_first_of_two);
}

/* Behind the sentence that ends at `at` in Latin script; 0 if none does. */
static size_t latin_end(str text, size_t at)
{
    str rest = str_after(text, at);
    bool is_stop = rest.at[0] == '.' || rest.at[0] == '!' || rest.at[0] == '?';
    if (!is_stop || rest.length == 1) {
        return is_stop ? at + 1 : 0;
    }
    bool goes_on =
        rest.at[1] != ' ' || (rest.length > 2 && is_small(rest.at[2])) ||
        (rest.at[0] == '.' && (is_ordinal(text, at) || is_abbreviation(text, at)));
    return goes_on ? 0 : at + 1;
}

/* The same in East Asian script, where a quotation has a stop of its own. */
static size_t wide_end(str text, size_t at)
{
    static const str stops[] = {S("\u3002"), S("\uFF01"), S("\uFF1F")};
    static const str closings[] = {S("\u300D"), S("\u300F"), S("\uFF09"), S("\u201D")};
    str rest = str_after(text, at);
    size_t length = 0;
    for (size_t i = 0; i < COUNT_OF(stops); i++) {
        length = str_starts(rest, stops[i]) ? stops[i].length : length;
    }
    for (size_t i = 0; i < COUNT_OF(closings) && length; i++) {
        length = str_starts(str_after(rest, length), closings[i]) ? 0 : length;
    }
    return length ? at + length : 0;
}

str letter_sentences(str text, size_t count)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t end = latin_end(text, i);
        end = end ? end : wide_end(text, i);
        if (end && --count == 0) {
            return str_slice(text, 0, end);
        }
    }
    return text;
}
