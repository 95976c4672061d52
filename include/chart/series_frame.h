/* SPDX-License-Identifier: MIT */
/*
 * Series as the rows of a specification: one for each series and month of a window, also
 * where there is no value, so that a gap stays one.
 *
 *   month   time    the first day
 *   value   number  exact (frame_exact), or none
 *   name    text    what the series is called in the chart
 *   status  text    SDMX OBS_STATUS: "A", "E" ...
 *   months  number  1; of a combined period how many it stands for, at their average
 *   unit    text
 *   line    number  which of the series, from 0: two may have one name
 *
 * A combined period (January to February) is one row at its first month, where none of its
 * months has a value of its own; its other months have no rows.
 */
#ifndef CHART_SERIES_FRAME_H
#define CHART_SERIES_FRAME_H

#include "chart/chart.h"
#include "grammar/frame.h"

const struct frame *frame_from_lines(struct arena *arena, const struct chart_lines *lines,
                                     struct period window);

#endif
