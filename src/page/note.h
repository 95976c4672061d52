/* SPDX-License-Identifier: MIT */
/*
 * Footnotes: set once for the document, and drawn below a short rule at the
 * foot of the page on which the text first refers to them. A mark in the text
 * links to its note, and the note's number links back.
 */
#ifndef PAGE_NOTE_H
#define PAGE_NOTE_H

#include "base/words.h"
#include "page/setting.h"

struct note {
    struct text_block number, text;
};

struct notes {
    struct note *at;
    size_t count;
    double indent; /* of their texts */
    struct words links; /* "#note-1": what marks in the text lead to, by note */
};

/* Notes by their index. */
struct note_list {
    size_t *at;
    size_t count, capacity;
};

/* NULL for none. The error of the setting is sticky. */
const struct notes *notes_set(const struct setting *setting,
                              const struct footnotes *footnotes);

/* Adds the notes that a line of text refers to. */
void notes_in_line(const struct setting *setting, const struct text_line *line,
                   struct note_list *list);
void notes_in_block(const struct setting *setting, const struct text_block *block,
                    struct note_list *list);

/* Marks the places in a line or block, whose top left corner is at `at`, that its notes
 * lead back to. */
void notes_mark_line(const struct setting *setting, struct scene *scene,
                     const struct text_line *line, point at);
void notes_mark_block(const struct setting *setting, struct scene *scene,
                      const struct text_block *block, point at);

/* Height of the foot of a page, from the space above the rule on, once these notes stand
 * below those that make it `foot` high; 0 is a page without any. */
double notes_foot(const struct setting *setting, double foot,
                  const struct note_list *notes);

/* Draws notes from `at` on, the top left corner of the foot. */
void notes_draw(const struct setting *setting, struct scene *scene, const size_t *notes,
                size_t count, point at);

#endif
