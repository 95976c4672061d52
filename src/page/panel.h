/* SPDX-License-Identifier: MIT */
/*
 * Panels: notes and code listings on a tint.
 *
 * A note (definitions, method, revisions) is small type under its title, in
 * two columns where it is wide and long. A listing keeps its line ends.
 */
#ifndef PAGE_PANEL_H
#define PAGE_PANEL_H

#include "page/flow.h"

NODISCARD bool panel_set_note(const struct setting *setting, const struct block *block,
                              double width, struct flow_block *made);
NODISCARD bool panel_set_listing(const struct setting *setting, const struct block *block,
                                 double width, struct flow_block *made);

#endif
