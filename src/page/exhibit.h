/* SPDX-License-Identifier: MIT */
/*
 * Exhibits: charts and tables, alone or side by side in a row.
 *
 * Alone, a chart is as wide as its size says. In a row, charts share the
 * heights of their heads, panels and feet, so that their baselines are one
 * line, and tables begin their rows below the same head. A row's charts take
 * the columns of their sizes and tables the fewest that hold them, where that
 * leaves at least three columns for each of the rest; otherwise all share the
 * width alike. The author may give the widths of all cells. Text between two
 * exhibits of a row is one cell; so is a column, whatever stands in it.
 */
#ifndef PAGE_EXHIBIT_H
#define PAGE_EXHIBIT_H

#include "page/flow.h"

NODISCARD bool exhibit_set_chart(const struct setting *setting, const struct block *block,
                                 double width, struct flow_block *made);
NODISCARD bool exhibit_set_table(const struct setting *setting, const struct block *block,
                                 double width, struct flow_block *made);
NODISCARD bool exhibit_set_row(const struct setting *setting, const struct block *block,
                               double width, struct flow_block *made);

/* Marks where links to a chart or table lead, if it has an id. */
void exhibit_mark(const struct block *block, struct scene *scene, point at);

/* Columns of the grid that a chart of a size spans. */
int exhibit_columns(enum chart_size size);

/* Says of the figure or table drawn from item `first` on what it shows: its data are bound
 * to it. */
void exhibit_show(const struct block *block, struct scene *scene, size_t first);

#endif
