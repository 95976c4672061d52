/* SPDX-License-Identifier: MIT */
/*
 * Tagging: which of Cairo's structure tags begin and end at each item of a
 * scene. Knows Cairo's rules, but not its functions.
 *
 * Cairo 1.16 marks content only in elements that have no children. Content
 * that stands beside children (the words of a paragraph around its link) is
 * put into a Span. What is in no element, or in an artifact, has no tag.
 * Levels of headings are those of heading_level.h.
 */
#ifndef EXPORT_TAGGING_H
#define EXPORT_TAGGING_H

#include "export/heading_level.h"
#include "scene/scene.h"

struct tag_change {
    bool is_begin;
    const char *name;
};

struct open_group {
    const char *tags[2]; /* outer and inner; NULL where there is none */
    bool is_artifact;
    bool wraps_content; /* it has children, and may have content beside them */
};

/* A zeroed struct with its arena set is the start of a document. */
struct tagging {
    struct arena *arena;
    struct tag_change *at; /* to be made before the item; whoever makes them empties it */
    size_t count, capacity;
    struct {
        struct open_group *at;
        size_t count, capacity;
    } groups;
    size_t artifact_depth;
    bool is_span_open;
    struct heading_levels levels;
};

/* Adds the changes at an item. Items come in order; groups are balanced. */
void tagging_item(struct tagging *tagging, const struct scene *scene, size_t index);

/* Adds the changes before and after a run of an item's text: a link is an element. */
void tagging_run_begin(struct tagging *tagging, const struct text_run *run);
void tagging_run_end(struct tagging *tagging, const struct text_run *run);

#endif
