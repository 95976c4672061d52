/* SPDX-License-Identifier: MIT */
/*
 * Geometry in PostScript points (1/72 inch), x to the right, y downwards from
 * the top left corner; and colours of sRGB.
 */
#ifndef SCENE_GEOMETRY_H
#define SCENE_GEOMETRY_H

#include "base/str.h"

typedef struct point {
    double x, y;
} point;

typedef struct rect {
    double x, y, width, height;
} rect;

typedef struct color {
    uint8_t red, green, blue;
} color;

bool rect_overlaps(rect a, rect b); /* share more than an edge */
rect rect_inset(rect rectangle, double by);

bool color_parse(str text, color *parsed); /* "#0B5C94" */
color color_mix(color a, color b, double part_of_b);

/* WCAG 2.2: relative luminance 0 to 1, and the contrast of two colours 1 to 21. */
double color_luminance(color c);
double color_contrast(color a, color b);

#endif
