/* SPDX-License-Identifier: MIT */
/*
 * Translations: what the author says in several languages, so that one briefing
 * gives issues in each of them.
 *
 *   texts:                                     # {{ lead }} is the one of the issue
 *     lead: {en: "Exports were {{ total.yoy | delta }}.", de: "..."}
 *   names:                                     # words of the data
 *     Germany: {de: Deutschland, ja: ドイツ}
 *
 * Each may also be the path of a file with that map: one for the translators. Texts may
 * hold expressions and other texts. Languages are tags as "de". A text
 * must be there in the language of the issue; a name that is not stays as it is
 * in the data.
 */
#ifndef EXPRESSION_TRANSLATION_H
#define EXPRESSION_TRANSLATION_H

#include "base/node.h"
#include "expression/value.h"

/* Whether a map has the form above: maps by names and by languages that are known. */
NODISCARD bool translation_check(const struct node *map, struct error *error);

/* Whether each text of the map is there in the language; an error at the first that is
 * not. */
NODISCARD bool translation_check_language(const struct node *texts,
                                          const struct language *language,
                                          struct error *error);

/* The text of that name in the scope's language, or NULL. */
const struct node *translation_find(const struct scope *scope, str name);

/* The text with its values. A text within texts within texts ... is an error at last. */
NODISCARD bool translation_text(struct arena *arena, const struct node *text,
                                const struct scope *scope, struct value *value,
                                struct error *error);

/* A word of the data in the scope's language. */
str translation_name(const struct scope *scope, str word);

#endif
