/* SPDX-License-Identifier: MIT */
/* What the files of the briefing module share. */
#ifndef DOCUMENT_BRIEFING_INTERNAL_H
#define DOCUMENT_BRIEFING_INTERNAL_H

#include "document/briefing.h"

/* Index of the source of that name, or source_count. */
size_t briefing_source_index(const struct briefing *briefing, str name);

/* True if an entry of `checks:` names a check; else an error with the nearest name. */
NODISCARD bool briefing_check_is_known(const struct node *node, struct error *error);

/* Reads the events of a file into `facts`: those up to facts->as_of, and all kinds. */
NODISCARD bool briefing_events(struct arena *arena, str path, struct facts *facts,
                               struct warnings *warnings, struct error *error);

#endif
