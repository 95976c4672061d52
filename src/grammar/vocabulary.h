/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary: which keys a map of a specification may have, and of what type each is.
 * Checking (vocabulary_check.c) and the schema for editors (schema.c) read the same tables.
 *
 * A type is a text: alternatives between bars.
 *
 *   number, text, flag, null, color     scalars; text is any that is not null
 *   any                                 whatever stands there
 *   'word'                              that word
 *   @set                                one of a set of words
 *   [type]                              a list
 *   {type}                              a map with any keys
 *   Name                                a map of that name
 *
 * Where several maps could stand, the one whose first key is there is meant, else the one
 * that knows most of the keys. {expr: ...} and {signal: ...} may stand for any scalar.
 */
#ifndef GRAMMAR_VOCABULARY_H
#define GRAMMAR_VOCABULARY_H

#include "base/node.h"

enum key_use {
    KEY_USED,
    KEY_NEEDED,
    KEY_INTERACTIVE, /* ignored: one warning says so for all */
    KEY_IGNORED, /* without a warning: it changes nothing that is printed */
    KEY_REFUSED, /* `note` is the reason */
};

struct vocabulary_key {
    const char *name, *type;
    enum key_use use;
    const char *note; /* a description for editors, or the reason */
};

struct vocabulary_map {
    const char *name;
    const struct vocabulary_key *keys;
    size_t count;
    const char *also; /* a map whose keys it has too; or NULL */
};

struct vocabulary_maps {
    const struct vocabulary_map *at;
    size_t count;
};

/* Tables by what they are about; vocabulary_maps() is all of them. */
struct vocabulary_maps vocabulary_views(void);
struct vocabulary_maps vocabulary_data(void);
struct vocabulary_maps vocabulary_transforms(void);
struct vocabulary_maps vocabulary_channels(void);
struct vocabulary_maps vocabulary_marks(void);
struct vocabulary_maps vocabulary_guides(void);
struct vocabulary_maps vocabulary_scales(void);
struct vocabulary_maps vocabulary_config(void);
struct vocabulary_maps vocabulary_house(void);

enum { VOCABULARY_TABLES = 9 };
struct vocabulary_maps vocabulary_table(size_t index);

/* NULL if there is no map of that name. */
const struct vocabulary_map *vocabulary_map_named(str name);
/* NULL if the map does not know the key. */
const struct vocabulary_key *vocabulary_key_of(const struct vocabulary_map *map, str name);

/* Words of a set ("@aggregate"), parted by spaces; empty if there is none. */
str vocabulary_set(str name);
/* By number, for who lists them; false behind the last. */
bool vocabulary_set_at(size_t index, str *name, str *words);

/* The next alternative of a type: cut off its start; false at its end. */
bool vocabulary_alternative(str *type, str *alternative);

/* Whether the map's name is in the type, within lists too. */
bool vocabulary_type_names(str type, str map);

/* Checks a whole specification. False and an error with the path; warnings may be NULL. */
NODISCARD bool vocabulary_check(struct arena *arena, const struct node *specification,
                                struct warnings *warnings, struct error *error);

/* The file of a look: a config, and what it extends. */
NODISCARD bool vocabulary_check_look(struct arena *arena, const struct node *look,
                                     struct error *error);

#endif
