/* SPDX-License-Identifier: MIT */
/* Sentences: which pattern, for which subject, and how it begins. */
#include "sentence_internal.h"

#include "base/buffer.h"
#include "series/operator.h"

#include <string.h>

static const struct phrasebook *book_of(const struct language *language)
{
    static const struct {
        const char *tag;
        const struct phrasebook *(*book)(void);
    } books[] = {
        {"de", sentence_german},  {"fr", sentence_french}, {"ja", sentence_japanese},
        {"zh", sentence_chinese}, {"ko", sentence_korean}, {"ar", sentence_arabic},
        {"he", sentence_hebrew},
    };
    for (size_t i = 0; language && i < COUNT_OF(books); i++) {
        if (str_equal(language_tag(language), str_from(books[i].tag))) {
            return books[i].book();
        }
    }
    return sentence_english();
}

/* --- subjects ------------------------------------------------------------------- */

static const struct sentence_subject_entry *
find_subject(const struct sentence_subjects *subjects, str query, str member)
{
    for (size_t i = 0; subjects && i < subjects->count; i++) {
        const struct sentence_subject_entry *entry = &subjects->at[i];
        if (str_equal(entry->query, query) && str_equal(entry->member, member)) {
            return entry;
        }
    }
    return NULL;
}

static str name_of(const struct sentence_subjects *subjects, str word)
{
    for (size_t i = 0; subjects && i < subjects->names.count; i++) {
        if (str_equal(subjects->names.at[i].word, word)) {
            return subjects->names.at[i].text;
        }
    }
    return word;
}

/* "exports to {member}" with the name in it. */
static str with_member(struct arena *arena, str text, str name)
{
    const str mark = S("{member}");
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        bool is_mark = str_starts(str_after(text, i), mark);
        buffer_add(&out, is_mark ? name : str_slice(text, i, i + 1));
        i += is_mark ? mark.length : 1;
    }
    return buffer_text(&out);
}

struct sentence_subject sentence_subject(struct arena *arena,
                                         const struct sentence_subjects *subjects,
                                         str query, str member)
{
    const struct sentence_subject_entry *own = find_subject(subjects, query, member);
    if (own) {
        return own->subject;
    }
    str name = name_of(subjects, member.length ? member : query);
    const struct sentence_subject_entry *of_all =
        member.length ? find_subject(subjects, query, S("")) : NULL;
    struct sentence_subject subject =
        of_all ? of_all->subject : (struct sentence_subject){.text = name};
    if (of_all) {
        subject.text = with_member(arena, subject.text, name);
    }
    return subject;
}

/* --- letters -------------------------------------------------------------------- */

/* Small letters of ASCII and Latin-1 have their capitals 32 places before them. */
static str with_capital(struct arena *arena, str text)
{
    uint32_t letter = 0;
    size_t length = str_decode(text, 0, &letter);
    bool is_small = (letter >= 'a' && letter <= 'z') ||
                    (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7);
    if (!length || !is_small) {
        return text;
    }
    char capital[4];
    str first = {capital, str_encode(letter - 32, capital)};
    return str_print(arena, "%.*s%.*s", STR_ARG(first), STR_ARG(str_after(text, length)));
}

/* Authors may write "Die Ausfuhren": within a sentence the article is small. */
static struct sentence_subject within(struct arena *arena, const struct phrasebook *book,
                                      struct sentence_subject subject)
{
    str rest;
    str first = str_cut(subject.text, ' ', &rest);
    for (size_t i = 0; book->openers && book->openers[i]; i++) {
        str opener = str_from(book->openers[i]);
        str capital = with_capital(arena, opener);
        bool is_elided = str_ends(opener, S("’")); /* l’Allemagne */
        if (str_equal(first, capital) || (is_elided && str_starts(first, capital))) {
            subject.text = str_print(arena, "%.*s%.*s", STR_ARG(opener),
                                     STR_ARG(str_after(subject.text, capital.length)));
            return subject;
        }
    }
    return subject;
}

/* --- sentences ------------------------------------------------------------------ */

/* Whether its rate says nothing, so that its verb must. */
static bool is_bare(const struct finding *finding)
{
    if (!observation_has_value(finding->rate)) {
        return false;
    }
    enum move move = pattern_move(finding);
    return move == MOVE_BARE_FALL || move == MOVE_BARE_RISE;
}

static bool tells_rate(const char *pattern)
{
    return strstr(pattern, "{rate}") != NULL;
}

/* Of the patterns for the kind the first from the start on that does for the finding. */
static const char *pattern_of(const struct phrasebook *book, const struct finding *finding,
                              enum sentence_start *start)
{
    const char *const *patterns = book->sentences[finding->kind];
    bool avoids_rate = is_bare(finding);
    for (size_t i = 0; i < (size_t)2 * SENTENCE_STARTS; i++) {
        size_t candidate = (*start + i) % SENTENCE_STARTS;
        const char *pattern = patterns[candidate];
        bool is_last_resort = i >= SENTENCE_STARTS; /* a share is a rate, too */
        if (pattern && (is_last_resort || !avoids_rate || !tells_rate(pattern))) {
            *start = (enum sentence_start)candidate;
            return pattern;
        }
    }
    return "";
}

/* What a query or a member is called within a sentence. */
static struct sentence_subject named(struct arena *arena,
                                     const struct sentence_speaker *speaker, str query,
                                     str member, str alias)
{
    const struct sentence_subjects *subjects = speaker->subjects;
    bool has_own = find_subject(subjects, query, member);
    struct sentence_subject subject =
        !has_own && alias.length && find_subject(subjects, alias, S(""))
            ? sentence_subject(arena, subjects, alias, S(""))
            : sentence_subject(arena, subjects, query, member);
    return within(arena, book_of(speaker->language), subject);
}

str sentence_of(struct arena *arena, const struct sentence_speaker *speaker,
                const struct finding *finding, enum sentence_start start)
{
    const struct phrasebook *book = book_of(speaker->language);
    struct pattern_values values = {
        .language = speaker->language, .book = book, .finding = finding};
    values.subject = named(arena, speaker, finding->query, finding->member, finding->alias);
    if (finding->other) {
        values.other = named(arena, speaker, finding->query, finding->other->name,
                             finding->other_alias);
    }
    const char *pattern = pattern_of(book, finding, &start);
    str text = pattern_say(arena, &values, pattern);
    if (book->has_capitals) {
        text = with_capital(arena, text);
    }
    return str_print(arena, "%.*s%s", STR_ARG(text), book->stop);
}

/* The start for the sentence at a place in a list: not that of the one before. */
static enum sentence_start start_at(const struct phrasebook *book,
                                    const struct finding *finding, size_t place,
                                    enum sentence_start before)
{
    enum sentence_start start = (enum sentence_start)(place % SENTENCE_STARTS);
    (void)pattern_of(book, finding, &start);
    if (place && start == before) {
        start = (enum sentence_start)((start + 1) % SENTENCE_STARTS);
        (void)pattern_of(book, finding, &start);
    }
    return start;
}

str *sentence_list(struct arena *arena, const struct sentence_speaker *speaker,
                   const struct finding *findings, size_t count)
{
    const struct phrasebook *book = book_of(speaker->language);
    str *sentences = arena_array(arena, str, count + 1);
    enum sentence_start start = SENTENCE_SUBJECT;
    for (size_t i = 0; i < count; i++) {
        start = start_at(book, &findings[i], i, start);
        sentences[i] = sentence_of(arena, speaker, &findings[i], start);
    }
    return sentences;
}

str sentence_paragraph(struct arena *arena, const struct language *language,
                       const str *sentences, size_t count)
{
    return str_join(arena, sentences, count, str_from(book_of(language)->between));
}

/* --- phrases -------------------------------------------------------------------- */

/* A high or low over fewer months is no news. */
enum { SINCE_MONTHS_MIN = 3 };

str sentence_since(struct arena *arena, const struct language *language, struct since since,
                   struct period period)
{
    if (!since.months) {
        return S("");
    }
    const struct finding finding = {
        .period = period,
        .since = since,
        .sign = since.is_high ? 1 : -1,
        .count = since.months + 1,
        .is_complete = period_is_set(since.month),
    };
    const struct phrasebook *book = book_of(language);
    const struct pattern_values values = {
        .language = language, .book = book, .finding = &finding};
    return pattern_say(arena, &values, book->since);
}

str sentence_streak(struct arena *arena, const struct language *language,
                    struct streak streak, enum rate_base base)
{
    if (streak.count < 2) {
        return S("");
    }
    const struct finding finding = {
        .streak = streak, .sign = streak.sign, .is_complete = streak.is_exact};
    const struct phrasebook *book = book_of(language);
    const struct pattern_values values = {
        .language = language, .book = book, .finding = &finding};
    return pattern_say(arena, &values, book->streaks[base]);
}

str sentence_verb(struct arena *arena, const struct language *language, struct ratio rate)
{
    const struct finding finding = {.rate = {.state = OBSERVATION_VALUE, .value = rate}};
    const struct phrasebook *book = book_of(language);
    const struct pattern_values values = {
        .language = language, .book = book, .finding = &finding};
    return pattern_say(arena, &values, book->verb);
}

/* What makes the move remarkable, or empty. */
static str clause_of(struct arena *arena, const struct language *language,
                     const struct series *series, const struct series *rates,
                     struct period period)
{
    struct streak streak = finding_streak(rates, period);
    struct since since = streak.sign > 0 ? finding_high_since(series, period)
                                         : finding_low_since(series, period);
    bool is_far = since.months >= SINCE_MONTHS_MIN && since.months >= 2 * streak.count;
    return is_far ? sentence_since(arena, language, since, period)
                  : sentence_streak(arena, language, streak, RATE_PREVIOUS);
}

str sentence_headline(struct arena *arena, const struct language *language,
                      const struct series *series, struct period period, bool is_plural)
{
    const struct series *rates = operator_rate(arena, series, RATE_PREVIOUS);
    const struct finding finding = {
        .kind = FINDING_CHANGE_MONTH,
        .series = series,
        .period = period,
        .value = series_at(series, period),
        .comparator = series_at(series, period_shift(period, -1)),
        .rate = series_at(rates, period),
    };
    if (period.months != 1 || !observation_has_value(finding.rate)) {
        return S("");
    }
    const struct phrasebook *book = book_of(language);
    const struct pattern_values values = {.language = language,
                                          .book = book,
                                          .finding = &finding,
                                          .subject = {.is_plural = is_plural}};
    str headline = pattern_say(arena, &values, book->headline);
    str clause = pattern_move(&finding) == MOVE_UNCHANGED
                     ? S("")
                     : clause_of(arena, language, series, rates, period);
    return clause.length ? str_print(arena, "%.*s%s%.*s", STR_ARG(headline), book->clause,
                                     STR_ARG(clause))
                         : headline;
}

str sentence_title(struct arena *arena, const struct sentence_speaker *speaker, str query,
                   const struct series *series, struct period period)
{
    const struct phrasebook *book = book_of(speaker->language);
    struct sentence_subject subject = named(arena, speaker, query, S(""), S(""));
    str headline =
        sentence_headline(arena, speaker->language, series, period, subject.is_plural);
    if (!headline.length) {
        return headline;
    }
    str title = str_print(arena, "%.*s%s%.*s", STR_ARG(subject.text), book->behind_subject,
                          STR_ARG(headline));
    return book->has_capitals ? with_capital(arena, title) : title;
}
