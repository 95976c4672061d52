/* SPDX-License-Identifier: MIT */
/*
 * Sites: an archive as pages that any web server can serve, and that can be read from a
 * disk.
 *
 *   index.html                 all briefings, by year, with a search
 *   BRIEFING/index.html        the editions of one
 *   BRIEFING/PERIOD/NUMBER/    an edition: headline, charts, findings, what was revised
 * since, its files with their hashes feed.xml                   the latest editions (Atom,
 * RFC 4287) search.js, style.css
 *
 * Everything can be read without a script; the search is the only one. What is there
 * already with the same bytes is not written again. Pages of editions that are gone are
 * removed.
 */
#ifndef ARCHIVE_SITE_H
#define ARCHIVE_SITE_H

#include "archive/archive.h"

struct site_options {
    str folder;
    str url; /* where it will be, for the feed; or empty */
    str title; /* or empty: "Archive" */
};

struct site_counts {
    size_t pages, written, removed;
};

NODISCARD bool archive_site(struct arena *arena, str archive,
                            const struct site_options *options, struct site_counts *counts,
                            struct error *error);

#endif
