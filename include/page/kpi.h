/* SPDX-License-Identifier: MIT */
/*
 * Key figures: a strip of tiles between thin rules. Each has a label, a large
 * number with its unit and flag, up to two changes and a sparkline; the parts
 * stand on common lines across the strip.
 */
#ifndef PAGE_KPI_H
#define PAGE_KPI_H

#include "page/flow.h"

/* Sets the strip into `width`. False and an error if a number is wider than its tile. */
NODISCARD bool kpi_set(const struct setting *setting, const struct block *block,
                       double width, struct flow_block *strip);

/* What the flags of its figures mean, each once: "e derived"; or empty. */
str kpi_key(const struct setting *setting, const struct block *block);

#endif
