/* SPDX-License-Identifier: MIT */
/*
 * Domains: what data a scale has to show, taken from all units that share it: given, or
 * the least and greatest values, or the distinct ones in the order that `sort` says.
 */
#ifndef PLOT_DOMAIN_H
#define PLOT_DOMAIN_H

#include "cell.h"
#include "datum_index.h"
#include "scale_plan.h"
#include "steps.h"

struct domain {
    bool is_given; /* `scale.domain` */
    struct doubles numbers; /* continuous: the ends, or more where given */
    struct datum_index *values; /* discrete */
};

/* False and an error where a given domain is none. */
bool domain_make(struct maker *maker, const struct scale_plan *plan,
                 const struct cell *cell, struct domain *domain, struct error *error);

#endif
