/* SPDX-License-Identifier: MIT */
/* The names in which authors speak of findings: queries, members, kinds. */
#ifndef DOCUMENT_FINDING_NAMES_H
#define DOCUMENT_FINDING_NAMES_H

#include "document/briefing.h"

struct finding_names {
    struct arena *arena;
    const struct briefing *briefing;
    const struct facts *facts;
};

/* What a query of the briefing is: a series or a group. */
const struct value *finding_names_value(const struct finding_names *names, str query);

/* True for a query, and for a member of it that is a word of the data; empty and "*" are
 * any member. Else an error at the place with the nearest name. */
NODISCARD bool finding_names_member(const struct finding_names *names, struct place place,
                                    str query, str member, struct error *error);

/* True for a kind or a family of kinds. */
NODISCARD bool finding_names_kind(const struct finding_names *names, struct place place,
                                  str kind, struct error *error);

#endif
