/* SPDX-License-Identifier: MIT */
/*
 * Members of groups, as values. A member knows its group, so that it can be
 * ranked and its share of the group's total taken.
 */
#ifndef EXPRESSION_GROUP_H
#define EXPRESSION_GROUP_H

#include "expression/value.h"

/*
 * The member of the name; VALUE_NONE for a word of the dimension that has no rows here, as
 * before its first release. False, and an error at `place`, for any other name.
 */
NODISCARD bool group_member(struct arena *arena, const struct series_group *group, str name,
                            struct place place, struct value *member, struct error *error);

/* The member that is nth by size at the period, from 1; VALUE_NONE if there are fewer. */
struct value group_top(struct arena *arena, const struct series_group *group,
                       struct period period, uint128 nth);

/* Members that have a number at the period. */
size_t group_count(const struct series_group *group, struct period period);

#endif
