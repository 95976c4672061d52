/* SPDX-License-Identifier: MIT */
/*
 * Sentences: findings as the press of each language writes them.
 *
 * Each language is one constant table (sentence_en.c, sentence_de.c ...) of
 * patterns; what they have in common is in sentence.c. A sentence says what
 * is, never why. It has its full stop. `language` may be NULL: English.
 */
#ifndef SERIES_SENTENCE_H
#define SERIES_SENTENCE_H

#include "base/language.h"
#include "series/finding.h"

/*
 * What a series is called in a sentence, as in the middle of one: "exports to the United
 * States", "die Ausfuhren in die USA". The first letter of a sentence becomes a capital.
 */
struct sentence_subject {
    str text;
    bool is_plural;
};

/* What authors call their queries and the members of groups, in one language. */
struct sentence_subjects {
    struct sentence_subject_entry {
        str query; /* "total", "partners" */
        str member; /* "Germany"; empty: of the query, or of all members of the group */
        struct sentence_subject subject; /* "exports to {member}" of all members */
    } * at;
    size_t count, capacity;
    struct {
        struct sentence_name {
            str word, text; /* of the data, and what {member} becomes: "Deutschland" */
        } * at;
        size_t count, capacity;
    } names;
};

/* That of the query or member: its entry, else that of all members of the group, else the
 * name. `subjects` may be NULL. */
struct sentence_subject sentence_subject(struct arena *arena,
                                         const struct sentence_subjects *subjects,
                                         str query, str member);

/* Who says it: `subjects` may be NULL, then names are what is said. */
struct sentence_speaker {
    const struct language *language;
    const struct sentence_subjects *subjects;
};

/*
 * How sentences begin, so that those in a row do not begin alike: with the subject, the
 * month, what it is compared with, the figure.
 */
enum sentence_start {
    SENTENCE_SUBJECT,
    SENTENCE_MONTH,
    SENTENCE_COMPARISON,
    SENTENCE_FIGURE,
    SENTENCE_STARTS,
};

/* Begins as `start` says where the language has such a sentence for the kind, else as the
 * next one. */
str sentence_of(struct arena *arena, const struct sentence_speaker *speaker,
                const struct finding *finding, enum sentence_start start);

/* One for each finding; none begins as the one before, as far as the language has a choice.
 */
str *sentence_list(struct arena *arena, const struct sentence_speaker *speaker,
                   const struct finding *findings, size_t count);

/* Sentences in a row: "A. B." */
str sentence_paragraph(struct arena *arena, const struct language *language,
                       const str *sentences, size_t count);

/*
 * Phrases that fit into a sentence of the author's; empty where there is nothing to say.
 * In English:
 *
 *   since:   "the highest since January", "the highest since January 2024" (another
 *            year than the period's), "the lowest in at least six months"
 *   streak:  of two and more: "the second consecutive monthly fall", "at least the
 *            third consecutive monthly rise" where it is not exact; "annual" for rates
 *            on the year
 *   verb:    of a rate of change in per cent, by what is printed with one decimal:
 *            "was unchanged" (0.0), "edged up" (< 0.5), "rose", "jumped" (>= 20),
 *            "doubled" (exactly 100), "more than doubled"; "slipped" (> -2), "fell",
 *            "plunged" (<= -20), "collapsed" (<= -80)
 *   headline: what stands behind the subject; of a level with its rate on the previous
 *            month:
 *            "fell 5.2% to 5,473 t in October, the second consecutive monthly fall",
 *            "rose 12.4% to 6,150 t in November, the highest since January",
 *            "more than doubled to 3,188 t in June", "was unchanged at 12 t in May"
 *
 * Where the month or the one before is below zero, it is "rose to" or "fell to", without
 * a size. A headline ends with how far back a rise is a high (a fall a low) if that is
 * three months or more, and at least twice the length of the streak; else with the streak.
 * It is empty for a period that is not a month, or without a rate. `is_plural` is the
 * number of the subject that the author writes before it.
 */
str sentence_since(struct arena *arena, const struct language *language, struct since since,
                   struct period period);
str sentence_streak(struct arena *arena, const struct language *language,
                    struct streak streak, enum rate_base base);
str sentence_verb(struct arena *arena, const struct language *language, struct ratio rate);
str sentence_headline(struct arena *arena, const struct language *language,
                      const struct series *series, struct period period, bool is_plural);

/* The headline behind the subject that the query has, without a full stop: "Exports of
 * magnets fell 5.2% to 5,473 t in October". */
str sentence_title(struct arena *arena, const struct sentence_speaker *speaker, str query,
                   const struct series *series, struct period period);

#endif
