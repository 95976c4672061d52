/* SPDX-License-Identifier: MIT */
/* Whether words tell a unit. Private to the layer. */
#ifndef CHART_UNIT_WORD_H
#define CHART_UNIT_WORD_H

#include "base/language.h"

/* Whether a text has the unit as a word of its own: then the axis need not repeat it. */
bool unit_word_is_in(str text, const struct language *language, str unit);

#endif
