/* SPDX-License-Identifier: MIT */
/*
 * Configuration trees: what a YAML text says, with the place of every part.
 *
 * Scalars are text; whoever reads one says what type it must have, so that
 * `NO` stays Norway and `010121` stays a code. Accessors set an error that
 * points at the node. Anchors and aliases are refused, as are duplicate keys
 * and trees deeper than NODE_DEPTH_MAX.
 */
#ifndef BASE_NODE_H
#define BASE_NODE_H

#include "base/decimal.h"
#include "base/error.h"
#include "base/period.h"

enum { NODE_DEPTH_MAX = 32 };

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    const struct source *source;
    size_t offset; /* in the source; of its quote if it has one */
    bool is_quoted; /* a scalar in quotes: never empty-as-null */
    str text; /* NODE_SCALAR */

    /* NODE_LIST: items. NODE_MAP: values, whose key is in the item. */
    struct node **at;
    size_t count, capacity;
    str key; /* of this node in its map, or empty */
    size_t key_offset; /* where the key stands */
};

/*
 * Reads the YAML in source->text[offset, offset + length). NULL and an
 * error on failure; an empty text is an empty map.
 */
const struct node *node_load(struct arena *arena, const struct source *source,
                             size_t offset, size_t length, struct error *error);

/* The same of JSON (RFC 8259), which is read faster, and to the letter. Texts are quoted
 * scalars; numbers, true, false and null are scalars without quotes. */
const struct node *node_load_json(struct arena *arena, const struct source *source,
                                  size_t offset, size_t length, struct error *error);

/* By the name of the file: JSON where it ends in ".json", else YAML; of a text without
 * such a name JSON where it begins as an object or array of JSON does. */
const struct node *node_load_any(struct arena *arena, const struct source *source,
                                 struct error *error);

struct place node_place(const struct node *node);
struct place node_key_place(const struct node *node);

/* Value of `key` in a map, or NULL. */
const struct node *node_find(const struct node *map, str key);

/* error_at() of the node, as ERROR_CONFIG. Returns false. */
bool node_error(const struct node *node, struct error *error, const char *format, ...)
    PRINTF_LIKE(3);

/* Each is true and fills *out, or sets an error that says what was expected. */
NODISCARD bool node_expect(const struct node *node, enum node_kind kind,
                           struct error *error);
NODISCARD bool node_text(const struct node *node, str *out, struct error *error);
NODISCARD bool node_flag(const struct node *node, bool *out, struct error *error);
NODISCARD bool node_count(const struct node *node, size_t *out, struct error *error);
NODISCARD bool node_decimal(const struct node *node, struct decimal *out,
                            struct error *error);
NODISCARD bool node_date(const struct node *node, struct date *out, struct error *error);
NODISCARD bool node_period(const struct node *node, struct period *out,
                           struct error *error);

/* Index of the scalar among `names`; an unknown one is an error with the nearest. */
NODISCARD bool node_choice(const struct node *node, const str *names, size_t count,
                           size_t *out, struct error *error);

/* True if every key of the map is among `names`; else an error with the nearest. */
NODISCARD bool node_knows(const struct node *map, const str *names, size_t count,
                          struct error *error);

#endif
