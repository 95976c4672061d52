/* SPDX-License-Identifier: MIT */
/* Colours as CSS writes them (CSS Color 4, the forms of level 3), and lists of families. */
#ifndef GRAMMAR_CSS_H
#define GRAMMAR_CSS_H

#include "scene/geometry.h"

/*
 * Names, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(), transparent.
 * `opacity` is 0 to 1. False for anything else.
 */
bool css_color(str text, color *parsed, double *opacity);

#endif
