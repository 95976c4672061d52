/* SPDX-License-Identifier: MIT */
/* Members of a group that belong together, added up. */
#include "operator_internal.h"

/* A member without a row has nothing to add; one that is missing leaves no sum. */
static struct observation subtotal_at(struct arena *arena, const struct derivation *how,
                                      struct period period, struct precedents *used)
{
    struct operand sum = {.value = {.denominator = 0}, .status = 'M'};
    bool is_begun = false;
    for (size_t i = 0; i < how->group->count; i++) {
        const struct series *member = &how->group->at[i];
        if (series_at(member, period).state == OBSERVATION_ABSENT) {
            continue;
        }
        struct operand part = operand_at(arena, member, period, used);
        sum = is_begun ? operand_add(sum, part) : part;
        is_begun = true;
    }
    return operator_result(period, sum);
}

const struct series *operator_subtotal(struct arena *arena,
                                       const struct series_group *members)
{
    const struct derivation how = {
        .formula = "the sum of the members at t", .group = members, .at = subtotal_at};
    const struct series *like = &members->at[0];
    struct series *result = operator_create(arena, like, like->unit, &how);
    result->name = members->name;
    result->member = S("");
    for (size_t i = 0; i < members->count && !like->is_rate; i++) {
        const struct series *member = &members->at[i];
        for (size_t at = 0; at < member->count; at++) {
            struct period period = member->at[at].period;
            if (!series_find(result, period)) {
                series_add(arena, result, subtotal_at(arena, &how, period, NULL));
            }
        }
    }
    return result;
}
