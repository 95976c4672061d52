/* SPDX-License-Identifier: MIT */
/* Properties of groups, and of their members as such. */
#include "property_internal.h"

#include "expression/group.h"

bool property_top(const struct call *call, struct value *result, struct error *error)
{
    struct decimal nth = ratio_round(call->argument.number, 0);
    struct ratio exact = ratio_from_decimal(nth);
    if (nth.units < 1 || ratio_compare(exact, call->argument.number) != 0) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "\"top\" wants a whole number from 1");
    }
    *result = group_top(call->arena, call->operand.group, call->issue, (uint128)nth.units);
    return true;
}

bool property_leader(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = group_top(call->arena, call->operand.group, call->issue, 1);
    return true;
}

bool property_group_count(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    *result = value_from_count(group_count(call->operand.group, call->issue));
    return true;
}

bool property_total(const struct call *call, struct value *result, struct error *error)
{
    const struct series_group *group = call->operand.group;
    if (!group->total) {
        return call_error(call, error, "\"%.*s\" has no total", STR_ARG(group->name));
    }
    *result = value_from_series(group->total);
    return true;
}

/* As a part of the total it can have a share and a contribution, like a member. */
bool property_rest(const struct call *call, struct value *result, struct error *error)
{
    const struct series_group *group = call->operand.group;
    if (!group->rest.length || !group->total) {
        call_error(call, error, "\"%.*s\" has no rest", STR_ARG(group->name));
        return error_hint(error, "name it in the query, as in rest: Other, with the total");
    }
    struct ranking ranking = group_ranking(call->arena, group, call->issue);
    if (!ranking.rest) {
        str issue = period_name(call->arena, call->issue);
        *result = value_none(call->arena, "\"%.*s\" shows nothing for %.*s",
                             STR_ARG(group->name), STR_ARG(issue));
        return true;
    }
    *result = value_from_series(ranking.rest);
    result->group = group;
    return true;
}

bool property_concentration(const struct call *call, struct value *result,
                            struct error *error)
{
    return property_give_series(call,
                                operator_concentration(call->arena, call->operand.group),
                                RATE_NONE, result, error);
}

bool property_equivalent(const struct call *call, struct value *result, struct error *error)
{
    const struct series *concentration =
        operator_concentration(call->arena, call->operand.group);
    return property_give_series(call, operator_equivalent(call->arena, concentration),
                                RATE_NONE, result, error);
}

/* --- ranks ------------------------------------------------------------------------------
 */

static bool expect_member(const struct call *call, struct error *error)
{
    const struct value *member = &call->operand;
    for (size_t i = 0; member->group && i < member->group->count; i++) {
        if (str_equal(member->group->at[i].name, member->series->name)) {
            return true;
        }
    }
    return call_error(call, error, "\"%.*s\" is not a member of a group",
                      STR_ARG(value_name(member)));
}

static struct value rank_at(const struct call *call, struct period period)
{
    const struct value *member = &call->operand;
    size_t nth = group_rank(member->group, member->series, period);
    if (!nth) {
        return value_at(call->arena, member->series, period);
    }
    struct value rank = value_from_count(nth);
    rank.possible = group_rank_possible(member->group, member->series, period);
    return rank;
}

bool property_rank(const struct call *call, struct value *result, struct error *error)
{
    if (!expect_member(call, error)) {
        return false;
    }
    *result = rank_at(call, call->issue);
    return true;
}

/* Places gained: from the fifth to the third are two. */
static bool rank_change(const struct call *call, int months, struct value *result,
                        struct error *error)
{
    if (!expect_member(call, error)) {
        return false;
    }
    struct value now = rank_at(call, call->issue);
    struct value before = rank_at(call, period_shift(call->issue, -months));
    *result = now.kind == VALUE_NONE ? now : before;
    if (now.kind == VALUE_NUMBER && before.kind == VALUE_NUMBER) {
        *result = value_from_number(ratio_subtract(before.number, now.number), S(""));
        result->possible = interval_subtract(before.possible, now.possible);
    }
    return true;
}

bool property_rank_change(const struct call *call, struct value *result,
                          struct error *error)
{
    return rank_change(call, call->issue.months, result, error);
}

bool property_rank_change_year(const struct call *call, struct value *result,
                               struct error *error)
{
    return rank_change(call, 12, result, error);
}
