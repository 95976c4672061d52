/* SPDX-License-Identifier: MIT */
/* The functions behind the table of properties in property.c; each is documented there. */
#ifndef EXPRESSION_PROPERTY_INTERNAL_H
#define EXPRESSION_PROPERTY_INTERNAL_H

#include "expression/call.h"

/* property_series.c */
call_function property_previous, property_year_ago, property_mom, property_yoy,
    property_mom_computed, property_yoy_computed, property_change, property_change_year,
    property_to_date, property_share;

/* property_issue.c */
call_function property_number, property_at, property_rank, property_maximum,
    property_minimum, property_residual, property_series_name, property_series_unit;

/* property_finding.c */
call_function property_high, property_low, property_high_or_low, property_streak,
    property_first_after, property_headline, property_verb, property_length,
    property_since_period, property_streak_period, property_is_exact;

#endif
