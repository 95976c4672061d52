/* SPDX-License-Identifier: MIT */
/* Values that a specification has where data could stand: in domains, axis values, datum.
 */
#ifndef PLOT_LITERAL_H
#define PLOT_LITERAL_H

#include "grammar/view.h"

/* As the channel's type has it: times of dates, of {year: ..., month: ...}, and of the
 * number of a month where the channel shows months. */
struct datum literal_datum(struct arena *arena, const struct node *node,
                           const struct channel *def);

/* Milliseconds of {year, quarter, month, date, day, hours, minutes, seconds, milliseconds};
 * NaN if it is no such map. */
double literal_time(const struct node *map);

#endif
