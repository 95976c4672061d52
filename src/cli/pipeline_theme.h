/* SPDX-License-Identifier: MIT */
/*
 * Which theme an issue has: --theme, else the briefing's `theme:`, else the house's. A word
 * is the name of one that is shipped (house, newspaper, office); what has a slash or a dot
 * is a file. What is hard to read in it is warned of.
 */
#ifndef CLI_PIPELINE_THEME_H
#define CLI_PIPELINE_THEME_H

#include "document/briefing.h"
#include "scene/theme.h"

/* The briefing may be NULL. */
const struct theme *pipeline_theme(struct arena *arena, const struct briefing *briefing,
                                   const struct briefing_options *options,
                                   struct warnings *warnings, struct error *error);

#endif
