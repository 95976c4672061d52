/* SPDX-License-Identifier: MIT */
/*
 * Tab: the short bar in the focus colour that stands above every exhibit, and
 * above the name of the series on the first page.
 */
#ifndef CHART_TAB_H
#define CHART_TAB_H

#include "scene/scene.h"
#include "scene/theme.h"

/* An artifact; `at` is its top left corner. */
void tab_draw(struct scene *scene, const struct theme *theme, point at);

/*
 * The head of an exhibit: the tab, and beside it the number ("Figure 2", in
 * STYLE_SOURCE; it may be empty). `at` is the top left corner of the exhibit,
 * whose title begins TAB_TITLE_TOP below it.
 */
#define TAB_TITLE_TOP 7.0

void tab_draw_numbered(struct scene *scene, const struct theme *theme, struct fonts *fonts,
                       const struct text_line *number, point at);

#endif
