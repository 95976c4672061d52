/* SPDX-License-Identifier: MIT */
/*
 * Phrasebooks: what a language says of findings, as patterns.
 *
 *   {slot}      what the finding has there; see the table of slots in pattern.c
 *   [k:a|b|c]   one of several texts, which may hold slots themselves, by the key k:
 *     n         the number of the subject: singular, plural
 *     s         the sign of the finding: up, down, neither
 *     m         the move of the rate: with a size, to the double or more, unchanged
 *     e         exact, at least
 *     w         of a sum to date: part of the year, the whole year
 *     l         the leader a month before: not known, the same, another one
 *     p         a part: up to 100%, more
 *     d         a multiple: the double, more
 *     c, z      Arabic and Hebrew have a form of the noun by {count}, by {empty}: one, two,
 *               three to ten, eleven to 99, a round hundred
 *     k         what stands before ends: in a consonant, in a vowel (Korean particles)
 *     r         the same, where an ending in rieul is as one in a vowel
 *
 * A key that has fewer texts than it needs takes the last one.
 *
 * Of what is or was below zero a rate says nothing: such a finding takes a pattern without
 * {rate}, so every kind that tells a change has one.
 */
#ifndef SERIES_SENTENCE_INTERNAL_H
#define SERIES_SENTENCE_INTERNAL_H

#include "series/sentence.h"

/* By the rate as it is printed, from a fall of 80% or more to a rise above 100%. */
enum move {
    MOVE_COLLAPSED, /* <= -80 */
    MOVE_PLUNGED, /* <= -20 */
    MOVE_FELL,
    MOVE_SLIPPED, /* > -2 */
    MOVE_UNCHANGED, /* 0.0 */
    MOVE_EDGED_UP, /* < 0.5 */
    MOVE_ROSE,
    MOVE_JUMPED, /* >= 20 */
    MOVE_DOUBLED, /* exactly 100 */
    MOVE_MORE_THAN_DOUBLED,
    MOVE_BARE_FALL, /* of what is or was below zero: a rate would say nothing */
    MOVE_BARE_RISE,
    MOVE_COUNT,
};

/* "rose" " 5.2%" "to": {verb}, {by}, {to}, and {tail} for what stands behind the level. */
struct move_words {
    const char *verb, *by, *to, *tail;
};

struct phrasebook {
    const char *stop, *between; /* of sentences: ".", " " */
    bool has_capitals; /* sentences begin with one */
    const char *const *openers; /* words that subjects may begin with, and that are small
                                   within a sentence; NULL ends them */
    struct move_words moves[MOVE_COUNT];
    const char *sentences[FINDING_KIND_COUNT][SENTENCE_STARTS];
    const char *since; /* the highest since January */
    const char *streaks[3]; /* by enum rate_base */
    const char *verb; /* of a rate by itself: "{verb}" */
    const char *headline; /* without the clause */
    const char *clause; /* what stands before it: ", " */
    const char *behind_subject; /* what stands between subject and headline: " " */
};

const struct phrasebook *sentence_english(void); /* sentence_en.c */
const struct phrasebook *sentence_german(void);
const struct phrasebook *sentence_french(void);
const struct phrasebook *sentence_japanese(void);
const struct phrasebook *sentence_chinese(void);
const struct phrasebook *sentence_korean(void);
const struct phrasebook *sentence_arabic(void);
const struct phrasebook *sentence_hebrew(void);

/* What a pattern is filled with. */
struct pattern_values {
    const struct language *language;
    const struct phrasebook *book;
    const struct finding *finding;
    struct sentence_subject subject, other;
};

/* The move of its rate; a bare one where the level or what it is compared with is below
 * zero. */
enum move pattern_move(const struct finding *finding);

str pattern_say(struct arena *arena, const struct pattern_values *values,
                const char *pattern);

#endif
