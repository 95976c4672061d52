/* SPDX-License-Identifier: MIT */
/* A scale from its plan, its domain, and the room that its view has. */
#ifndef PLOT_SCALE_MAKE_H
#define PLOT_SCALE_MAKE_H

#include "domain.h"

struct scale_room {
    double width, height;
    const struct scale *base; /* of xOffset and yOffset: x and y of the view; or NULL */
};

struct scale *scale_make(struct maker *maker, const struct scale_plan *plan,
                         const struct domain *domain, const struct scale_room *room,
                         struct error *error);

/* Paddings of bands, as part of a step. */
void scale_paddings(const struct maker *maker, const struct scale_plan *plan, double *inner,
                    double *outer);

/* --- range (scale_range.c, scale_colors.c): called by scale_make() ------------------- */

void scale_set_range(struct maker *maker, const struct scale_plan *plan,
                     const struct scale_room *room, struct scale *scale);
bool scale_set_colors(struct maker *maker, const struct scale_plan *plan,
                      struct scale *scale, struct error *error);

/* How many things a scale that breaks a domain into classes chooses from. */
size_t scale_class_count(const struct maker *maker, const struct scale_plan *plan,
                         const struct scale *scale);

/* Sets the breaks between `count` classes. */
void scale_set_classes(struct arena *arena, struct scale *scale, size_t count);

/* "house:focus", a CSS colour, or the name of a theme's colour. */
bool plot_color(const struct maker *maker, str text, color *out);

#endif
