/* SPDX-License-Identifier: MIT */
/* Definitions of channels to struct channel, with what Vega-Lite settles for them. */
#ifndef GRAMMAR_CHANNEL_H
#define GRAMMAR_CHANNEL_H

#include "grammar/view.h"

struct channel_reader {
    struct arena *arena;
    const struct node *root; /* the specification as it was written: for paths */
    const struct environment *environment;
    struct error *error;
};

/* `word` is the channel's, or row, column, facet. */
NODISCARD bool channel_read(const struct channel_reader *reader, str word,
                            const struct node *definition, struct channel *channel);

/* One definition or a list of them. */
NODISCARD bool channel_read_list(const struct channel_reader *reader, str word,
                                 const struct node *definition, struct channel_list *list);

/* CHANNEL_COUNT if the word is none. */
enum channel_name channel_named(str word);

#endif
