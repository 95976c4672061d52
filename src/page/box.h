/* SPDX-License-Identifier: MIT */
/*
 * Boxes and pull figures: what stands out of the text between rules.
 *
 * A box is a story beside the story: its title and any blocks, which break
 * over pages as they do elsewhere. A pull figure is a number in large type
 * with a few words on what it is.
 */
#ifndef PAGE_BOX_H
#define PAGE_BOX_H

#include "page/flow.h"

NODISCARD bool box_set(const struct setting *setting, const struct block *block,
                       double width, struct flow_block *made);
NODISCARD bool box_set_pull(const struct setting *setting, const struct block *block,
                            double width, struct flow_block *made);

#endif
