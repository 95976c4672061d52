/* SPDX-License-Identifier: MIT */
/* Views of the normal form to struct view. */
#ifndef GRAMMAR_VIEW_READ_H
#define GRAMMAR_VIEW_READ_H

#include "channel.h"

struct view_reader {
    struct arena *arena;
    struct channel_reader channels;
    struct error *error;
};

const struct view *view_build(const struct view_reader *reader, const struct node *node);

#endif
