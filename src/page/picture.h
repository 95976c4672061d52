/* SPDX-License-Identifier: MIT */
/*
 * Pictures: images as figures, with their caption below. One is as wide as its pixels at
 * PICTURE_PIXELS to the point, but no wider than its place, and no higher than a page.
 */
#ifndef PAGE_PICTURE_H
#define PAGE_PICTURE_H

#include "page/flow.h"

#define PICTURE_PIXELS 2.0

NODISCARD bool picture_set(const struct setting *setting, const struct block *block,
                           double width, struct flow_block *made);

#endif
