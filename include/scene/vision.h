/* SPDX-License-Identifier: MIT */
/*
 * Vision: how far apart two colours are to an eye.
 *
 * Distances are those of OKLab (Björn Ottosson, 2020), times a hundred; black and white are
 * 100 apart. Colour blindness is that of Machado, Oliveira and Fernandes (2009) at its
 * severest, in linear light. In grey, as on paper of an office printer, lightness is all.
 */
#ifndef SCENE_VISION_H
#define SCENE_VISION_H

#include "scene/geometry.h"

enum vision {
    VISION_NORMAL,
    VISION_PROTANOPIA,
    VISION_DEUTERANOPIA,
    VISION_TRITANOPIA,
    VISION_GREY,
    VISION_COUNT,
};

/* "to readers with deuteranopia", as the end of a sentence; empty for the normal one. */
str vision_name(enum vision vision);

double vision_distance(color a, color b, enum vision vision);

#endif
