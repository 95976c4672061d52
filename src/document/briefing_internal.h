/* SPDX-License-Identifier: MIT */
/* What the files of the briefing module share. */
#ifndef DOCUMENT_BRIEFING_INTERNAL_H
#define DOCUMENT_BRIEFING_INTERNAL_H

#include "document/briefing.h"

/* True if an entry of `checks:` names a check; else an error with the nearest name. */
NODISCARD bool briefing_check_is_known(const struct node *node, struct error *error);

/* Reads `paper`, `contents`, `cover` and `letterhead`. */
NODISCARD bool briefing_read_pages(struct arena *arena, const struct node *front,
                                   struct briefing *briefing, struct error *error);

/* Reads `mail:`, whose paths are relative to `folder`. */
NODISCARD bool briefing_read_mail(struct arena *arena, const struct node *node, str folder,
                                  struct briefing_mail *mail, struct error *error);

/* Reads the events of a file into `facts`: those up to facts->as_of, and all kinds. */
NODISCARD bool briefing_events(struct arena *arena, str path, struct facts *facts,
                               struct warnings *warnings, struct error *error);

/* Sets what findings are made of and said with, from `findings` and `labels` of the front
 * matter. */
NODISCARD bool briefing_findings(struct arena *arena, const struct briefing *briefing,
                                 struct facts *facts, struct error *error);

/* The query with the expressions in its `where` filled in. */
NODISCARD bool briefing_fill_query(struct arena *arena, const struct query *query,
                                   const struct scope *scope, struct query *filled,
                                   struct error *error);

/*
 * Whether a source is so large that its queries are better scanned (see table/scan.h),
 * and nothing in the briefing is about its single rows.
 */
bool briefing_scan_suits(const struct briefing *briefing,
                         const struct briefing_source *source);

/*
 * Sets the result of the query `index` and, in the same pass, those of all later ones of
 * its source that can be filled in already. Gives the columns of the source, without rows;
 * NULL if it must be loaded.
 */
const struct table *briefing_scan(struct arena *arena, const struct briefing *briefing,
                                  struct facts *facts, size_t index,
                                  struct warnings *warnings);

#endif
