/* SPDX-License-Identifier: MIT */
/*
 * Claims files: what texts say of data, and the data.
 *
 *   data:                              # as in the front matter of a briefing; paths are
 *     trade: {files: published.csv}    # relative to this file
 *   queries:
 *     total: {from: trade, where: {series: magnets, partner: World}}
 *   as-of: 2026-04-30                  # for claims without a day of their own
 *   period: 2025-10                    # for claims without a period of their own
 *   source: News, 20 November 2025     # for claims without one
 *   claims:
 *     - {id: 1, says: 5473 tons were exported in October, of: total, figure: 5473 t}
 *
 * The grammar of a claim is that of expression/claim.h. `parameters` are as in a
 * briefing. In `where`, `period` is the latest month of the first query; in a claim it
 * is the claim's.
 */
#ifndef DOCUMENT_CLAIMS_H
#define DOCUMENT_CLAIMS_H

#include "document/briefing.h"
#include "expression/claim.h"

/* What the command line says of the data. */
struct claims_options {
    const str *data; /* "FILE" or a pattern for the only source, "NAME=FILE": replace
                         its files */
    size_t data_count;
    str briefing; /* the data and queries of this one; empty: those of the claims file */
    struct briefing_options load; /* as_of goes before that of the file */
};

struct claims_file {
    const struct briefing *briefing; /* the data and queries */
    struct date as_of;
    struct claims claims;
};

const struct claims_file *claims_file_read(struct arena *arena, str path,
                                           const struct claims_options *options,
                                           struct error *error);

/* One judgement for each claim; NULL and an error where one cannot be judged at all. */
const struct judgement *claims_file_judge(struct arena *arena,
                                          const struct claims_file *file,
                                          const struct claims_options *options,
                                          struct warnings *warnings, struct error *error);

/*
 * C1-05  true          exports of magnets fell 5.2% on the month
 *                      total.mom was −5.2% in October 2025
 * ...
 * 34 claims: 25 true, 2 false, 7 not decidable
 */
str claims_print(struct arena *arena, const struct claims *claims,
                 const struct judgement *judgements);

/* The same for machines; see the manual page. */
str claims_json(struct arena *arena, const struct claims *claims,
                const struct judgement *judgements);

/* ERROR_CHECK at the first claim that is not good (claim_is_good), with their number. */
NODISCARD bool claims_hold(const struct claims *claims, const struct judgement *judgements,
                           struct error *error);

#endif
