/* SPDX-License-Identifier: MIT */
/*
 * Concentration: the sum of the squares of shares (Herfindahl and Hirschman).
 *
 * What is not known by member, the rest, might be one more member or very many
 * small ones: its squares add up to something between nothing and its own
 * square. All squares are taken over one denominator, the square of the total,
 * so that they fit; to take the total apart from its parts is what makes the
 * interval wider than it need be.
 */
#include "operator_internal.h"

#include "table/status.h"

static const struct operand zero = {{0, 1}, {{0, 1}, {0, 1}}, 'A'};

/* Of what is known by member. */
struct parts {
    struct operand sum, squares;
    size_t known, unknown;
};

static bool is_negative(struct operand operand)
{
    return ratio_is_valid(operand.value) && ratio_sign(operand.value) < 0;
}

/* Of a number that is not below zero. */
static struct operand square(struct operand operand)
{
    operand.value = ratio_multiply(operand.value, operand.value);
    if (ratio_sign(operand.possible.low) < 0) {
        operand.possible.low = ratio_from(0);
    }
    operand.possible = interval_multiply(operand.possible, operand.possible);
    return operand;
}

static struct parts parts_at(struct arena *arena, const struct derivation *how,
                             struct period period, struct precedents *used)
{
    struct parts parts = {.sum = zero, .squares = zero};
    for (size_t i = 0; i < how->group->count; i++) {
        struct operand part = operand_at(arena, &how->group->at[i], period, used);
        if (is_negative(part)) {
            part.value = (struct ratio){0};
            parts.sum = operand_add(parts.sum, part);
        } else if (ratio_is_valid(part.value) || ratio_is_overflow(part.value)) {
            parts.sum = operand_add(parts.sum, part);
            parts.squares = operand_add(parts.squares, square(part));
            parts.known++;
        } else {
            parts.unknown++;
        }
    }
    return parts;
}

/* The squares that the rest can have: none, up to its own. No rest is below zero. */
static struct interval squares_of_rest(struct interval rest)
{
    if (!interval_is_valid(rest) || ratio_sign(rest.high) < 0) {
        return (struct interval){0};
    }
    struct ratio most = ratio_multiply(rest.high, rest.high);
    return interval_between(ratio_from(0), most);
}

/* What the parts are shares of, their sum, where all are known. */
static struct operand total_of(const struct parts *parts)
{
    struct operand total = parts->sum;
    if (parts->unknown) {
        total.value = (struct ratio){0};
    }
    return total;
}

/* The same where it is known itself. Parts are above it by their rounding at most. */
static struct operand total_with_rest(struct operand total, struct parts *parts)
{
    struct operand rest = operand_subtract(total, parts->sum);
    if (!ratio_is_valid(parts->sum.value)) {
        return parts->sum; /* one is below zero, or they are too large */
    }
    if (ratio_is_valid(rest.value) && ratio_sign(rest.value) <= 0) {
        bool is_below = ratio_sign(rest.possible.high) < 0;
        total.value = is_below ? (struct ratio){0} : parts->sum.value;
    } else {
        parts->squares.status = status_weaker(parts->squares.status, 'E');
    }
    parts->squares.possible =
        interval_add(parts->squares.possible, squares_of_rest(rest.possible));
    return total;
}

static struct ratio nearest_in(struct interval interval, struct ratio number)
{
    if (!interval_is_valid(interval) || !ratio_is_valid(number)) {
        return number;
    }
    struct ratio at_least = ratio_compare(number, interval.low) < 0 ? interval.low : number;
    return ratio_compare(at_least, interval.high) > 0 ? interval.high : at_least;
}

/*
 * 10,000 times squares in a square: at most that, where they are of parts of it. Parts
 * that are rounded above their total can give a number that none of theirs can have.
 */
static struct operand index_of(struct operand squares, struct operand total)
{
    const struct ratio most = ratio_from(10000);
    struct operand index = operand_scale(operand_divide(squares, square(total)), most);
    if (interval_is_valid(index.possible) && ratio_compare(index.possible.high, most) > 0) {
        index.possible.high = most;
    }
    index.value = nearest_in(index.possible, index.value);
    return index;
}

static struct observation concentration_at(struct arena *arena,
                                           const struct derivation *how,
                                           struct period period, struct precedents *used)
{
    struct parts parts = parts_at(arena, how, period, used);
    struct operand total =
        how->group->total
            ? total_with_rest(operand_at(arena, how->of, period, used), &parts)
            : total_of(&parts);
    if (!parts.known) {
        total.value = (struct ratio){0};
    }
    return operator_result(period, index_of(parts.squares, total));
}

/* The periods of the total, or of any member. */
static void fill(struct arena *arena, struct series *result,
                 const struct series_group *group)
{
    if (group->total) {
        operator_fill(arena, result, group->total);
        return;
    }
    for (size_t i = 0; i < group->count; i++) {
        for (size_t k = 0; k < group->at[i].count; k++) {
            struct period period = group->at[i].at[k].period;
            if (!series_find(result, period)) {
                series_add(arena, result,
                           concentration_at(arena, result->derivation, period, NULL));
            }
        }
    }
}

const struct series *operator_concentration(struct arena *arena,
                                            const struct series_group *group)
{
    struct series *like = arena_new(arena, struct series);
    *like = (struct series){.name = group->name, .is_rate = true};
    const struct derivation how = {
        .formula = "sum of (x(t) / y(t))^2 * 10,000 over the members x of the total y",
        .of = group->total ? group->total : like,
        .group = group,
        .at = concentration_at,
    };
    struct series *result = operator_create(arena, like, S(""), &how);
    fill(arena, result, group);
    return result;
}

static struct observation equivalent_at(struct arena *arena, const struct derivation *how,
                                        struct period period, struct precedents *used)
{
    struct ratio most = ratio_from(10000);
    struct operand all = {most, interval_of(most), 'A'};
    struct operand index = operand_at(arena, how->of, period, used);
    return operator_result(period, operand_divide(all, index));
}

const struct series *operator_equivalent(struct arena *arena,
                                         const struct series *concentration)
{
    const struct derivation how = {
        .formula = "10,000 / x(t)", .of = concentration, .at = equivalent_at};
    struct series *result = operator_create(arena, concentration, S(""), &how);
    operator_fill(arena, result, concentration);
    return result;
}
