/* SPDX-License-Identifier: MIT */
/* Properties that say what a period is among all of the data. */
#include "property_internal.h"

bool property_record(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct record *record = arena_new(call->arena, struct record);
    *record = record_at(call->arena, call->operand.series, call->issue);
    if (record->sign) {
        *result = (struct value){
            .kind = VALUE_RECORD, .record = record, .series = call->operand.series};
        return true;
    }
    *result = property_none(call, "is not known to set a record");
    return true;
}

bool property_is_high(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    bool is_high = call->operand.kind == VALUE_SINCE ? call->operand.since.is_high
                                                     : call->operand.record->sign > 0;
    *result = value_from_flag(is_high);
    return true;
}

bool property_is_certain(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_flag(call->operand.record->is_certain);
    return true;
}

bool property_record_count(const struct call *call, struct value *result,
                           struct error *error)
{
    (void)error;
    *result = value_from_count(call->operand.record->count);
    return true;
}

bool property_record_first(const struct call *call, struct value *result,
                           struct error *error)
{
    (void)error;
    *result = value_from_period(call->operand.record->first);
    return true;
}

/* The record until then. */
bool property_record_before(const struct call *call, struct value *result,
                            struct error *error)
{
    (void)error;
    struct observation before = call->operand.record->before;
    *result = observation_has_value(before)
                  ? value_from_observation(before, call->operand.series->unit)
                  : value_none(call->arena, "the figures before are known together only");
    return true;
}

bool property_first_in(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct first_in first = record_first_in(call->operand.series, call->issue);
    if (first.count) {
        *result = value_from_count(first.count);
        return true;
    }
    *result = property_none(call, "is not the first after zeros");
    return true;
}

/* --- what a number can stand for ---------------------------------------------------------
 */

static bool give_end(const struct call *call, struct ratio end, struct value *result)
{
    *result = call->operand;
    result->number = end;
    result->possible = interval_of(end);
    if (!ratio_is_valid(end)) {
        *result = value_none(call->arena, "the bounds of this number are not known");
    }
    return true;
}

bool property_at_least(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    return give_end(call, call->operand.possible.low, result);
}

bool property_at_most(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    return give_end(call, call->operand.possible.high, result);
}
