/* SPDX-License-Identifier: MIT */
/* What the files of the site share. */
#ifndef ARCHIVE_SITE_INTERNAL_H
#define ARCHIVE_SITE_INTERNAL_H

#include "archive_internal.h"

#include "archive/site.h"
#include "base/buffer.h"
#include "base/node.h"

struct site_edition {
    str name; /* "rare-earths/2025-10/1" */
    str folder; /* of the bag */
    str seal;
    const struct edition *edition;
    bool is_removed;
};

struct site {
    struct arena *arena;
    str archive;
    const struct site_options *options;
    struct site_counts *counts;
    struct error *error;
    struct {
        struct site_edition *at; /* by briefing, period, number */
        size_t count, capacity;
    } editions;
    struct words files; /* of the site, as they are made */
};

/* A file of the site: written where it is not there with these bytes. */
NODISCARD bool site_put(struct site *site, str path, str bytes);

/* A file that an edition keeps; false and an error where it cannot be read, or is not what
 * was archived: what is damaged is not published. */
NODISCARD bool site_read(struct site *site, const struct site_edition *edition, str path,
                         str *bytes);

/* The findings of an edition; NULL where it has none. */
NODISCARD bool site_findings(struct site *site, const struct site_edition *edition,
                             const struct node **list);

/* The briefing that an edition is of. */
str site_briefing(const struct site_edition *edition);

/* From an edition on to the last of its briefing that is not removed. */
const struct site_edition *site_latest(const struct site *site,
                                       const struct site_edition *edition);

/* The beginning and the end of a page; `root` leads to the site's folder: "../../../". */
void site_open(struct buffer *out, const struct site *site, str title, str root);
void site_close(struct buffer *out);

/* <tag>text</tag>, escaped. */
void site_element(struct buffer *out, const char *tag, str text);

/* <a href="...">text</a>; each part of the path escaped as URLs want it. */
void site_link(struct buffer *out, str root, str path, str text);
void site_url(struct buffer *out, str path);

/* A list entry: the headline as a link, with period and day. */
void site_entry(struct buffer *out, const struct site_edition *edition, str root);

NODISCARD bool site_edition_page(struct site *site, size_t index);
NODISCARD bool site_indexes(struct site *site);
NODISCARD bool site_extras(struct site *site); /* feed, search, style */

#endif
