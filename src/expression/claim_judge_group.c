/* SPDX-License-Identifier: MIT */
/*
 * Ranks and orders. Members whose figures are not known may stand anywhere, as
 * far as what is left of the total for them goes.
 */
#include "claim_internal.h"

#include "base/number.h"
#include "expression/group.h"

enum { UNKNOWN_SHOWN_MAX = 3 };

/* The ranks that a member can have. */
struct ranks {
    size_t best, worst;
    size_t unknown; /* members without a figure that may be above it */
    str names; /* of some of them */
    struct ratio left; /* for those together; not valid where the total is not known */
};

static void add_unknown(const struct judge *judge, str name, struct ranks *ranks)
{
    if (ranks->unknown < UNKNOWN_SHOWN_MAX) {
        ranks->names = str_print(judge->arena, "%.*s%s%.*s", STR_ARG(ranks->names),
                                 ranks->unknown ? ", " : "", STR_ARG(name));
    }
    ranks->unknown++;
}

/* What the total leaves for those that are not known, at most. Where one is below zero,
 * others may be, and the rest as far above the total. */
static struct ratio left_of(const struct series_group *group, struct period period)
{
    struct observation total =
        group->total ? series_at(group->total, period) : (struct observation){0};
    struct ratio left = total.possible.high;
    for (size_t i = 0; observation_has_value(total) && i < group->count; i++) {
        struct observation part = series_at(&group->at[i], period);
        if (observation_has_value(part)) {
            bool is_negative = ratio_sign(part.value) < 0;
            left =
                is_negative ? (struct ratio){0} : ratio_subtract(left, part.possible.low);
        }
    }
    return observation_has_value(total) ? left : (struct ratio){0};
}

static struct ranks ranks_of(const struct judge *judge, const struct value *member)
{
    const struct series_group *group = member->group;
    struct period period = judge->claim->period;
    struct observation own = series_at(member->series, period);
    struct ranks ranks = {.best = 1, .worst = 1, .left = left_of(group, period)};
    for (size_t i = 0; i < group->count; i++) {
        struct observation other = series_at(&group->at[i], period);
        if (str_equal(group->at[i].name, member->series->name)) {
            continue;
        }
        if (!observation_has_value(other)) {
            add_unknown(judge, group->at[i].name, &ranks);
            continue;
        }
        ranks.best += judge_is_above(other, own);
        ranks.worst += !judge_is_above(own, other);
    }
    bool can_be_above =
        !ratio_is_valid(ranks.left) || ratio_compare(ranks.left, own.possible.low) > 0;
    ranks.unknown = can_be_above ? ranks.unknown : 0;
    ranks.worst += ranks.unknown;
    return ranks;
}

static bool expect_member(const struct judge *judge, const struct value *value)
{
    if (value->kind == VALUE_NONE || value->group) {
        return true;
    }
    node_error(judge->claim->of, judge->error, "rank is said of a member of a group");
    return error_hint(judge->error, "as in partners[\"Germany\"]");
}

/* "not known: India, Vietnam, which have up to 2,906 t together" */
static str doubt(const struct judge *judge, const struct ranks *ranks, str unit)
{
    if (!ranks->unknown) {
        return S("others are as large, as far as the rounding goes");
    }
    str left = {0};
    bool is_one = ranks->unknown == 1;
    if (ratio_is_valid(ranks->left)) {
        str amount = claim_amount(judge->arena, ranks->left, 0, unit);
        left = str_print(judge->arena, ", which %s up to %.*s%s", is_one ? "has" : "have",
                         STR_ARG(amount), is_one ? "" : " together");
    }
    return str_print(judge->arena, "not known: %.*s%s%.*s", STR_ARG(ranks->names),
                     ranks->unknown > UNKNOWN_SHOWN_MAX ? " and others" : "",
                     STR_ARG(left));
}

/* It cannot have the rank, or it has one rank for certain. */
static bool say_certain_rank(const struct judge *judge, str name, const struct ranks *ranks,
                             size_t rank)
{
    bool is_one = ranks->best == ranks->worst;
    str ordinal = number_ordinal(judge->arena, ranks->best);
    str amount = judge_amount(judge, &judge->judgement->value);
    str when = judge_when(judge->arena, judge->claim->period);
    return judge_say(judge, is_one && rank == ranks->best ? VERDICT_TRUE : VERDICT_FALSE,
                     "%.*s was %s%.*s %.*s, with %.*s", STR_ARG(name),
                     is_one ? "" : "at best ", STR_ARG(ordinal), STR_ARG(when),
                     STR_ARG(amount));
}

static bool say_open_rank(const struct judge *judge, str name, const struct ranks *ranks)
{
    const struct value *own = &judge->judgement->value;
    str ordinal = number_ordinal(judge->arena, ranks->best);
    str amount = judge_amount(judge, own);
    str when = judge_when(judge->arena, judge->claim->period);
    str others = doubt(judge, ranks, own->unit);
    return judge_say(judge, VERDICT_UNDECIDABLE,
                     "%.*s, with %.*s, was %.*s of those known %.*s; %.*s", STR_ARG(name),
                     STR_ARG(amount), STR_ARG(ordinal), STR_ARG(when), STR_ARG(others));
}

/* Whether the member has the rank. */
static bool say_rank(const struct judge *judge, const struct value *member, size_t rank)
{
    struct ranks ranks = ranks_of(judge, member);
    str name = member->series->name;
    bool is_possible = rank >= ranks.best && rank <= ranks.worst;
    judge->judgement->value = value_at(judge->arena, member->series, judge->claim->period);
    return !is_possible || ranks.best == ranks.worst
               ? say_certain_rank(judge, name, &ranks, rank)
               : say_open_rank(judge, name, &ranks);
}

bool judge_rank(const struct judge *judge)
{
    struct value member;
    if (!judge_series(judge, &member) || !expect_member(judge, &member)) {
        return false;
    }
    struct value own = value_number(judge->arena, &member, judge->claim->period);
    if (own.kind == VALUE_NONE) {
        return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(own.text));
    }
    return say_rank(judge, &member, judge->claim->count);
}

/* --- orders ----------------------------------------------------------------------------
 */

static bool find_group(const struct judge *judge, struct value *group)
{
    if (!judge_evaluate(judge, &judge->scope, group)) {
        return false;
    }
    return group->kind == VALUE_GROUP ||
           node_error(judge->claim->of, judge->error, "%.*s is said of a group, not %s",
                      STR_ARG(judge->claim->statement->key), value_kind_name(group->kind));
}

/* The members of the list; one without a figure keeps the claim open. */
static bool find_members(const struct judge *judge, const struct series_group *group,
                         struct value *members, bool *is_open)
{
    const struct node *list = judge->claim->statement;
    for (size_t i = 0; i < list->count; i++) {
        if (!group_member(judge->arena, group, list->at[i]->text, node_place(list->at[i]),
                          &members[i], judge->error)) {
            return false;
        }
    }
    for (size_t i = 0; i < list->count && !*is_open; i++) {
        struct value own = value_number(judge->arena, &members[i], judge->claim->period);
        if (own.kind == VALUE_NONE) {
            *is_open = true;
            return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(own.text));
        }
    }
    return true;
}

/* Judges two neighbours; false where they stand in that order for certain. */
static bool say_pair(const struct judge *judge, const struct value *first,
                     const struct value *second)
{
    struct period period = judge->claim->period;
    struct observation a = series_at(first->series, period);
    struct observation b = series_at(second->series, period);
    if (judge_is_above(a, b)) {
        return false;
    }
    struct value left = value_at(judge->arena, first->series, period);
    struct value right = value_at(judge->arena, second->series, period);
    str left_amount = judge_amount(judge, &left);
    str right_amount = judge_amount(judge, &right);
    str when = judge_when(judge->arena, period);
    str left_name = first->series->name;
    str right_name = second->series->name;
    return judge_say(judge, judge_is_above(b, a) ? VERDICT_FALSE : VERDICT_UNDECIDABLE,
                     "%.*s had %.*s %.*s, %.*s %.*s", STR_ARG(left_name),
                     STR_ARG(left_amount), STR_ARG(when), STR_ARG(right_name),
                     STR_ARG(right_amount));
}

static bool say_order(const struct judge *judge, const struct value *members, size_t count)
{
    str *parts = arena_array(judge->arena, str, count);
    for (size_t i = 0; i < count; i++) {
        struct value own = value_at(judge->arena, members[i].series, judge->claim->period);
        str amount = judge_amount(judge, &own);
        parts[i] = str_print(judge->arena, "%.*s %.*s", STR_ARG(members[i].series->name),
                             STR_ARG(amount));
    }
    str list = str_join(judge->arena, parts, count, S(", "));
    str when = judge_when(judge->arena, judge->claim->period);
    return judge_say(judge, VERDICT_TRUE, "%.*s: %.*s", STR_ARG(when), STR_ARG(list));
}

bool judge_order(const struct judge *judge)
{
    struct value group;
    size_t count = judge->claim->statement->count;
    struct value *members = arena_array(judge->arena, struct value, count);
    bool is_open = false;
    if (!find_group(judge, &group) ||
        !find_members(judge, group.group, members, &is_open)) {
        return false;
    }
    if (is_open) {
        return true;
    }
    for (size_t i = 0; i + 1 < count; i++) {
        if (say_pair(judge, &members[i], &members[i + 1])) {
            return true;
        }
    }
    for (size_t i = 0; judge->claim->kind == CLAIM_TOP && i < count; i++) {
        if (!say_rank(judge, &members[i], i + 1) ||
            judge->judgement->verdict != VERDICT_TRUE) {
            return judge->error->kind == ERROR_NONE;
        }
    }
    return say_order(judge, members, count);
}
