/* SPDX-License-Identifier: MIT */
/* Fills the patterns of phrasebooks. They are constants, and checked by a test: what is not
 * known in them is a mistake of ours. */
#include "sentence_internal.h"

#include "base/buffer.h"

#include <assert.h>

struct writer {
    const struct pattern_values *values;
    struct buffer *out;
};

static void write_pattern(const struct writer *writer, str pattern);

static enum move move_of(struct ratio rate)
{
    static const struct {
        int tenths_most; /* of the rate as it is printed */
        enum move move;
    } moves[] = {
        {-800, MOVE_COLLAPSED}, {-200, MOVE_PLUNGED}, {-20, MOVE_FELL}, {-1, MOVE_SLIPPED},
        {0, MOVE_UNCHANGED},    {4, MOVE_EDGED_UP},   {199, MOVE_ROSE},
    };
    if (ratio_compare(rate, ratio_from(100)) >= 0) {
        bool is_more = ratio_compare(rate, ratio_from(100)) > 0;
        return is_more ? MOVE_MORE_THAN_DOUBLED : MOVE_DOUBLED;
    }
    int128 tenths = ratio_round(rate, 1).units;
    for (size_t i = 0; i < COUNT_OF(moves); i++) {
        if (tenths <= moves[i].tenths_most) {
            return moves[i].move;
        }
    }
    return MOVE_JUMPED;
}

static bool is_below_zero(struct observation observation)
{
    return observation_has_value(observation) && ratio_sign(observation.value) < 0;
}

enum move pattern_move(const struct finding *finding)
{
    enum move move = move_of(finding->rate.value);
    if (move == MOVE_UNCHANGED ||
        (!is_below_zero(finding->value) && !is_below_zero(finding->comparator))) {
        return move;
    }
    return ratio_sign(finding->rate.value) > 0 ? MOVE_BARE_RISE : MOVE_BARE_FALL;
}

/* --- slots ---------------------------------------------------------------------- */

static void add(const struct writer *writer, str text)
{
    buffer_add(writer->out, text);
}

static void add_pattern(const struct writer *writer, const char *pattern)
{
    write_pattern(writer, str_from(pattern));
}

/* A level in tonnes has no decimals, unless it would be printed as nothing at all. */
static void add_level(const struct writer *writer, struct observation level)
{
    enum { PLACES_MOST = 6 };
    str unit = writer->values->finding->series->unit;
    struct number_style style = {.places = observation_places(level, unit)};
    while (style.places < PLACES_MOST && ratio_sign(level.value) &&
           !ratio_round(level.value, style.places).units) {
        style.places++;
    }
    add(writer, language_amount(writer->out->arena, writer->values->language, level.value,
                                style, unit));
}

static void add_per_cent(const struct writer *writer, struct observation rate)
{
    struct number_style style = {.places = observation_places(rate, S("%"))};
    add(writer, language_amount(writer->out->arena, writer->values->language,
                                ratio_absolute(rate.value), style, S("%")));
}

/* The month, with its year where it is not that of the finding. */
static void add_month(const struct writer *writer, struct period month)
{
    const struct pattern_values *values = writer->values;
    bool is_near = period_year(month) == period_year(values->finding->period);
    add(writer, is_near ? language_month(writer->out->arena, values->language, month)
                        : language_period(writer->out->arena, values->language, month));
}

static void add_words(const struct writer *writer, size_t count)
{
    add(writer, language_in_words(writer->out->arena, writer->values->language, count));
}

static void add_ordinal(const struct writer *writer, size_t count)
{
    add(writer, language_ordinal(writer->out->arena, writer->values->language, count));
}

static void add_number(const struct writer *writer, size_t count)
{
    buffer_print(writer->out, "%zu", count);
}

static void subject(const struct writer *writer)
{
    add(writer, writer->values->subject.text);
}

static void other(const struct writer *writer)
{
    add(writer, writer->values->other.text);
}

static const struct move_words *words_of(const struct writer *writer)
{
    return &writer->values->book->moves[pattern_move(writer->values->finding)];
}

static void verb(const struct writer *writer)
{
    add_pattern(writer, words_of(writer)->verb);
}

static void by(const struct writer *writer)
{
    add_pattern(writer, words_of(writer)->by);
}

static void to(const struct writer *writer)
{
    add_pattern(writer, words_of(writer)->to);
}

static void tail(const struct writer *writer)
{
    add_pattern(writer, words_of(writer)->tail);
}

static void value(const struct writer *writer)
{
    add_level(writer, writer->values->finding->value);
}

static void was(const struct writer *writer)
{
    add_level(writer, writer->values->finding->comparator);
}

static void rate(const struct writer *writer)
{
    add_per_cent(writer, writer->values->finding->rate);
}

/* A share that the finding's is compared with. */
static void share_before(const struct writer *writer)
{
    add_per_cent(writer, writer->values->finding->comparator);
}

/* "2.6": the value as a multiple of what it is compared with. */
static void times(const struct writer *writer)
{
    struct ratio multiple = ratio_divide(
        ratio_add(writer->values->finding->rate.value, ratio_from(100)), ratio_from(100));
    struct number_style style = {.places = 1};
    add(writer,
        language_number(writer->out->arena, writer->values->language, multiple, style));
}

static void month(const struct writer *writer)
{
    const struct pattern_values *values = writer->values;
    add(writer,
        language_month(writer->out->arena, values->language, values->finding->period));
}

static void then(const struct writer *writer)
{
    add_month(writer, writer->values->finding->comparator.period);
}

static void month_before(const struct writer *writer)
{
    add_month(writer, period_shift(writer->values->finding->period, -1));
}

static void year_before(const struct writer *writer)
{
    add_month(writer, period_shift(writer->values->finding->period, -12));
}

static void year_name(const struct writer *writer, int year)
{
    add(writer, language_period(writer->out->arena, writer->values->language,
                                period_of_months(year, 1, 12)));
}

static void this_year(const struct writer *writer)
{
    year_name(writer, period_year(writer->values->finding->period));
}

static void last_year(const struct writer *writer)
{
    year_name(writer, period_year(writer->values->finding->period) - 1);
}

static void since(const struct writer *writer)
{
    add_month(writer, writer->values->finding->since.month);
}

/* The first month of the data, with its year. */
static void start(const struct writer *writer)
{
    const struct pattern_values *values = writer->values;
    int months = 1 - (int)values->finding->count;
    add(writer, language_period(writer->out->arena, values->language,
                                period_shift(values->finding->period, months)));
}

static void count(const struct writer *writer)
{
    add_words(writer, writer->values->finding->count);
}

static void count_number(const struct writer *writer)
{
    add_number(writer, writer->values->finding->count);
}

/* One less: the months before the first shipment. */
static void empty(const struct writer *writer)
{
    add_words(writer, writer->values->finding->count - 1);
}

static void empty_number(const struct writer *writer)
{
    add_number(writer, writer->values->finding->count - 1);
}

static void nth(const struct writer *writer)
{
    add_ordinal(writer, writer->values->finding->streak.count);
}

/* The ordinal in another case than the first: "zweiten", but "13." */
static void nth_oblique(const struct writer *writer)
{
    nth(writer);
    str text = buffer_text(writer->out);
    add(writer, str_ends(text, S(".")) ? S("") : S("n"));
}

static void nth_number(const struct writer *writer)
{
    add_number(writer, writer->values->finding->streak.count);
}

static void streak_in_words(const struct writer *writer)
{
    add_words(writer, writer->values->finding->streak.count);
}

static void rank(const struct writer *writer)
{
    add_ordinal(writer, writer->values->finding->count);
}

static void rank_number(const struct writer *writer)
{
    add_number(writer, writer->values->finding->count);
}

static void rank_before(const struct writer *writer)
{
    add_ordinal(writer, writer->values->finding->before);
}

static void rank_before_number(const struct writer *writer)
{
    add_number(writer, writer->values->finding->before);
}

static const struct {
    const char *name;
    void (*write)(const struct writer *writer);
} slots[] = {
    {"S", subject},
    {"O", other},
    {"verb", verb},
    {"by", by},
    {"to", to},
    {"tail", tail},
    {"value", value},
    {"was", was},
    {"rate", rate},
    {"share before", share_before},
    {"times", times},
    {"month", month},
    {"then", then},
    {"month before", month_before},
    {"year before", year_before},
    {"this year", this_year},
    {"last year", last_year},
    {"since", since},
    {"start", start},
    {"count", count},
    {"count 1", count_number},
    {"empty", empty},
    {"empty 1", empty_number},
    {"nth", nth},
    {"nth 1", nth_number},
    {"nth n", nth_oblique},
    {"streak", streak_in_words},
    {"rank", rank},
    {"rank 1", rank_number},
    {"rank before", rank_before},
    {"rank before 1", rank_before_number},
};

static void write_slot(const struct writer *writer, str name)
{
    for (size_t i = 0; i < COUNT_OF(slots); i++) {
        if (str_equal(name, str_from(slots[i].name))) {
            slots[i].write(writer);
            return;
        }
    }
    assert(!"a slot that is not known");
}

/* --- alternatives --------------------------------------------------------------- */

static size_t choose_move(const struct finding *finding)
{
    switch (pattern_move(finding)) {
    case MOVE_UNCHANGED:
        return 2;
    case MOVE_DOUBLED:
    case MOVE_MORE_THAN_DOUBLED:
        return 1;
    default:
        return 0;
    }
}

/* Which form of a noun stands with a number in Arabic. */
static size_t noun_form(size_t number)
{
    size_t last = number % 100;
    if (number == 1 || number == 2) {
        return number - 1;
    }
    return last >= 3 && last <= 10 ? 2 : last >= 11 ? 3 : 4;
}

enum ending { ENDS_IN_VOWEL, ENDS_IN_RIEUL, ENDS_IN_CONSONANT };

/* How a text ends when it is read in Korean. */
static enum ending ending_of(str text)
{
    static const enum ending digits[] = {
        ENDS_IN_CONSONANT, ENDS_IN_RIEUL, ENDS_IN_VOWEL,     ENDS_IN_CONSONANT,
        ENDS_IN_VOWEL,     ENDS_IN_VOWEL, ENDS_IN_CONSONANT, ENDS_IN_RIEUL,
        ENDS_IN_RIEUL,     ENDS_IN_VOWEL,
    };
    enum { FIRST_SYLLABLE = 0xAC00, LAST_SYLLABLE = 0xD7A3, FINALS = 28, RIEUL = 8 };
    size_t at = text.length;
    while (at > 0 && ((unsigned char)text.at[--at] & 0xC0U) == 0x80U) {
    }
    uint32_t last = 0;
    str_decode(text, at, &last);
    if (last >= '0' && last <= '9') {
        return digits[last - '0'];
    }
    uint32_t final = (last - FIRST_SYLLABLE) % FINALS;
    if (last < FIRST_SYLLABLE || last > LAST_SYLLABLE || !final) {
        return ENDS_IN_VOWEL;
    }
    return final == RIEUL ? ENDS_IN_RIEUL : ENDS_IN_CONSONANT;
}

static size_t choose(const struct writer *writer, char key)
{
    const struct pattern_values *values = writer->values;
    const struct finding *finding = values->finding;
    switch (key) {
    case 'n':
        return values->subject.is_plural;
    case 's':
        return finding->sign > 0 ? 0 : finding->sign < 0 ? 1 : 2;
    case 'm':
        return choose_move(finding);
    case 'e':
        return !finding->is_complete;
    case 'w':
        return period_month_of_year(finding->period) == 12;
    case 'l':
        return finding->count < 2 ? finding->count : 2;
    case 'p':
        return ratio_compare(finding->rate.value, ratio_from(100)) > 0;
    case 'd':
        return pattern_move(finding) != MOVE_DOUBLED;
    case 'c':
        return noun_form(finding->count);
    case 'z':
        return noun_form(finding->count - 1);
    case 'k':
        return ending_of(buffer_text(writer->out)) == ENDS_IN_VOWEL;
    case 'r':
        return ending_of(buffer_text(writer->out)) != ENDS_IN_CONSONANT;
    default:
        assert(!"a key that is not known");
        return 0;
    }
}

/* Bytes of a group in brackets, with both of them. */
static size_t group_length(str text)
{
    size_t depth = 0;
    size_t length = 0;
    do {
        depth += text.at[length] == '[';
        depth -= text.at[length] == ']';
        length++;
    } while (depth && length < text.length);
    assert(!depth);
    return length;
}

/* "a|b|c": the alternative of the number, or the last one. */
static str alternative(str texts, size_t number)
{
    size_t from = 0;
    for (size_t i = 0; i < texts.length; i++) {
        if (texts.at[i] == '[') {
            i += group_length(str_after(texts, i)) - 1;
        } else if (texts.at[i] == '|') {
            if (!number--) {
                return str_slice(texts, from, i);
            }
            from = i + 1;
        }
    }
    return str_after(texts, from);
}

static void write_pattern(const struct writer *writer, str pattern)
{
    for (size_t i = 0; i < pattern.length;) {
        str rest = str_after(pattern, i);
        if (rest.at[0] == '{') {
            size_t length = str_find(rest, '}');
            write_slot(writer, str_slice(rest, 1, length));
            i += length + 1;
        } else if (rest.at[0] == '[') {
            size_t length = group_length(rest);
            str texts = str_slice(rest, 3, length - 1); /* behind "[k:" */
            write_pattern(writer, alternative(texts, choose(writer, rest.at[1])));
            i += length;
        } else {
            buffer_add_byte(writer->out, rest.at[0]);
            i++;
        }
    }
}

str pattern_say(struct arena *arena, const struct pattern_values *values,
                const char *pattern)
{
    struct buffer out = {.arena = arena};
    struct writer writer = {values, &out};
    add_pattern(&writer, pattern);
    return buffer_text(&out);
}
