/* SPDX-License-Identifier: MIT */
/*
 * Short forms: the charts of a briefing that name only their mark and their series, as
 * specifications that an author could have written. What follows is the same for both.
 */
#ifndef CHART_SHORT_FORM_H
#define CHART_SHORT_FORM_H

#include "chart/chart.h"

struct warnings;

/*
 * The specification of `mark: bar` over time, or of `mark: line`, from what the chart is
 * asked to show (lines, window, issue, unit, has_year_ago, has_since_line, is_level): the
 * chart is a CHART_PLOT then. The rows are those of chart/series_frame.h. False and an
 * error, which is not the author's fault. `look` is that of the house (grammar/look.h).
 */
NODISCARD bool short_form_specify(struct arena *arena, struct chart *chart,
                                  const struct node *look, struct warnings *warnings,
                                  struct error *error);

#endif
