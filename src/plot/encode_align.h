/* SPDX-License-Identifier: MIT */
/*
 * Where a colour's domain is given, what has these colours is stacked, or stands side by
 * side, in that order.
 */
#ifndef PLOT_ENCODE_ALIGN_H
#define PLOT_ENCODE_ALIGN_H

#include "model.h"

void encode_align(struct maker *maker, struct model *unit, struct frame *frame);

#endif
