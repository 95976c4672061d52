/* SPDX-License-Identifier: MIT */
/*
 * The files that an issue was made from. Those of the user stand below their common folder
 * ("files/..."), those that come with the program below "share/...".
 */
#ifndef CLI_ISSUE_INPUTS_H
#define CLI_ISSUE_INPUTS_H

#include "cli/pipeline.h"

struct issue_input {
    str path; /* "files/templates/rare-earths/briefing.md" */
    str role; /* "briefing", "texts", "theme", "events", "data", "package", "profile",
                 "look", "font", "image", "letterhead" */
    str found; /* where it is on this machine */
    str place; /* the same, from the root on, as the names say */
    bool is_shared; /* it was looked for in what comes with the program */
};

struct issue_inputs {
    struct issue_input *at; /* the briefing is the first */
    size_t count, capacity;
    str root; /* the common folder, where a path begins at the machine's root; or empty */
};

NODISCARD bool issue_inputs(struct arena *arena, const struct pipeline_issue *issue,
                            struct issue_inputs *inputs, struct error *error);

#endif
