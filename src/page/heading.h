/* SPDX-License-Identifier: MIT */
/*
 * Headings: the headline, its deck, and the headings of sections. A heading
 * stands close to what follows and keeps it on its page.
 */
#ifndef PAGE_HEADING_H
#define PAGE_HEADING_H

#include "page/flow.h"

struct flow_block heading_set(const struct setting *setting, const struct block *block,
                              double width);
struct flow_block heading_set_deck(const struct setting *setting, const struct block *block,
                                   double width);

#endif
