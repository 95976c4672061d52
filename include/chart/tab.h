/* SPDX-License-Identifier: MIT */
/*
 * Tab: the short bar in the focus colour that stands above every exhibit, and
 * above the name of the series on the first page.
 */
#ifndef CHART_TAB_H
#define CHART_TAB_H

#include "base/language.h"
#include "scene/scene.h"
#include "scene/theme.h"

/* An artifact; `at` is its top left corner. */
void tab_draw(struct scene *scene, const struct theme *theme, point at);

/*
 * The head of an exhibit: the tab, and beside it the number ("Figure 2", in
 * STYLE_SOURCE; it may be empty). `at` is the top left corner of the exhibit,
 * whose title begins tab_title_top() below it: lower in scripts that run from right
 * to left, whose letters reach higher and lower than Latin ones.
 */
double tab_title_top(const struct language *language);

void tab_draw_numbered(struct scene *scene, const struct theme *theme, struct fonts *fonts,
                       const struct text_line *number, point at);

#endif
