/* SPDX-License-Identifier: MIT */
/* The functions behind the table of properties in property.c; each is documented there. */
#ifndef EXPRESSION_PROPERTY_INTERNAL_H
#define EXPRESSION_PROPERTY_INTERNAL_H

#include "expression/call.h"

/* What is computed from the operand, as its property; ERROR_DATA where it overflowed. */
bool property_give_series(const struct call *call, const struct series *series,
                          enum rate_base base, struct value *result, struct error *error);

/* Why a property has nothing to give: there is no number at the issue, or it is not what
 * is asked for, as "is zero". */
struct value property_none(const struct call *call, const char *what);

/* The argument as a whole number from 1 to `most`, 0 and an error for any other one; or as
 * a period. */
int property_whole_argument(const struct call *call, int most, struct error *error);
bool property_period_argument(const struct call *call, struct period *period,
                              struct error *error);

/* property_series.c */
call_function property_previous, property_year_ago, property_mom, property_yoy,
    property_mom_computed, property_yoy_computed, property_change, property_change_year,
    property_to_date, property_quarter, property_qoq, property_sum, property_mean,
    property_annualised, property_index;

/* property_compare.c */
call_function property_share, property_share_of_year, property_contribution,
    property_contribution_year, property_unit_value, property_usual, property_usual_mean,
    property_usual_minimum, property_usual_maximum, property_against_usual;

/* property_group.c */
call_function property_top, property_leader, property_group_count, property_total,
    property_rest, property_concentration, property_equivalent, property_rank,
    property_rank_change, property_rank_change_year;

/* property_record.c */
call_function property_record, property_first_in, property_is_high, property_is_certain,
    property_record_count, property_record_first, property_record_before, property_at_least,
    property_at_most;

/* property_issue.c */
call_function property_number, property_at, property_maximum, property_minimum,
    property_residual, property_series_name, property_series_label, property_series_unit,
    property_word;

/* property_finding.c */
call_function property_high, property_low, property_high_or_low, property_streak,
    property_first_after, property_headline, property_title, property_finding,
    property_verb, property_length, property_since_period, property_streak_period,
    property_is_exact;

#endif
