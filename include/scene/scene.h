/* SPDX-License-Identifier: MIT */
/*
 * Scene: a plain list of drawing commands, in drawing order.
 *
 * Charts and pages are scenes. Nothing here knows a library: exporters walk
 * the list. Groups carry the structure of the document (the standard types
 * of PDF, ISO 32000-1 14.8.4) and alternative text; they nest. What is
 * decoration stands in a TAG_ARTIFACT group. A scene lives in its arena and
 * cannot fail.
 */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "scene/font.h"
#include "scene/geometry.h"
#include "scene/image.h"

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
    enum path_verb verb;
    point at[3]; /* PATH_CURVE: two controls, then the end; else the first only */
};

struct path {
    struct path_step *at;
    size_t count, capacity;
};

void path_move(struct arena *arena, struct path *path, point to);
void path_line(struct arena *arena, struct path *path, point to);
void path_curve(struct arena *arena, struct path *path, point a, point b, point to);
void path_close(struct arena *arena, struct path *path);
void path_rect(struct arena *arena, struct path *path, rect rectangle);
void path_circle(struct arena *arena, struct path *path, point center, double radius);
void path_append(struct arena *arena, struct path *path, const struct path *other,
                 point by);

/* How a path is painted: filled first, then stroked. Corners are mitred. */
struct paint {
    bool has_fill;
    color fill;
    double stroke_width; /* 0: no stroke */
    color stroke;
    double dash[2]; /* on, off; {0, 0} is solid */
    bool has_round_ends; /* caps and joins */
    double transparency; /* 0 is opaque, 1 is not there; of fill and stroke each */
};

enum scene_role {
    TAG_ARTIFACT, /* headers, footers, rules, grid lines */
    TAG_DOCUMENT,
    TAG_SECTION,
    TAG_HEADING, /* level 1 to 6 */
    TAG_PARAGRAPH,
    TAG_FIGURE, /* has alt */
    TAG_CAPTION,
    TAG_TABLE,
    TAG_TABLE_ROW,
    TAG_TABLE_HEAD, /* TH; scope */
    TAG_TABLE_CELL, /* TD */
    TAG_LIST,
    TAG_LIST_ITEM,
    TAG_NOTE,
    TAG_CONTENTS, /* a table of contents */
    TAG_CONTENTS_ITEM,
    TAG_COUNT,
};

enum table_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

struct scene_tag {
    enum scene_role role;
    int level; /* TAG_HEADING */
    enum table_scope scope; /* TAG_TABLE_HEAD */
    int columns; /* TAG_TABLE_HEAD: that it stands over, where they are several */
    str alt; /* TAG_FIGURE */
    const void *shows; /* TAG_FIGURE, TAG_TABLE: the block whose data it shows, or NULL */
    rect frame; /* where a page is mirrored, what is in it is moved with it, as it is */
};

enum scene_kind {
    SCENE_PATH,
    SCENE_TEXT,
    SCENE_IMAGE,
    SCENE_CLIP_BEGIN, /* to a path; nests */
    SCENE_CLIP_END,
    SCENE_GROUP_BEGIN,
    SCENE_GROUP_END,
    SCENE_LINK, /* an area that leads to a target: https://..., mailto:..., #name */
    SCENE_MARK, /* a named place that links and the outline lead to */
};

/* Only the members of its kind are there. */
struct scene_item {
    enum scene_kind kind;
    point at; /* where its own origin is put */
    union {
        struct {
            struct path path; /* SCENE_PATH, SCENE_CLIP_BEGIN */
            struct paint paint; /* SCENE_PATH */
        };
        struct {
            struct text_line line; /* SCENE_TEXT: `at` is the start of the baseline */
            double halo; /* SCENE_TEXT: width of a white outline below it, or 0 */
            double angle; /* SCENE_TEXT: degrees that it is turned clockwise about `at` */
        };
        struct {
            const struct image *image; /* SCENE_IMAGE */
            rect frame; /* that it fills */
        };
        struct scene_tag tag; /* SCENE_GROUP_BEGIN */
        struct {
            rect area; /* SCENE_LINK */
            str target; /* SCENE_LINK, SCENE_MARK */
        };
    };
};

struct scene {
    struct arena *arena;
    double width, height;
    struct scene_item *at;
    size_t count, capacity;
};

struct scene *scene_create(struct arena *arena, double width, double height);

/* Room for so many items in an empty scene: what is known of its like saves growing. */
void scene_reserve(struct scene *scene, size_t count);

void scene_path(struct scene *scene, const struct path *path, struct paint paint);
void scene_rect(struct scene *scene, rect rectangle, struct paint paint);
void scene_line(struct scene *scene, point from, point to, struct paint paint);
void scene_circle(struct scene *scene, point center, double radius, struct paint paint);

enum text_align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* `at` is the left end, middle or right end of the baseline. */
void scene_text(struct scene *scene, const struct text_line *line, point at,
                enum text_align align);
/* The halo is there only where something drawn before would touch the text: it is costly.
 */
void scene_text_halo(struct scene *scene, const struct text_line *line, point at,
                     enum text_align align, double halo);

/* The same turned clockwise about `at`, by degrees. */
void scene_text_turned(struct scene *scene, const struct text_line *line, point at,
                       enum text_align align, double angle);

/*
 * Lines from the top edge `at` on, with the links of their runs; returns the
 * bottom edge. The baseline of line i is at.y + line_height * (i +
 * SCENE_BASELINE_IN_LINE), whatever the fonts are, so that blocks of the same
 * line height side by side stand on the same lines.
 */
#define SCENE_BASELINE_IN_LINE 0.75

double scene_block(struct scene *scene, const struct text_block *block, point at,
                   enum text_align align);

void scene_image(struct scene *scene, const struct image *image, rect frame);

void scene_clip_begin(struct scene *scene, const struct path *path);
void scene_clip_end(struct scene *scene);
void scene_group_begin(struct scene *scene, struct scene_tag tag);
void scene_group_end(struct scene *scene);
void scene_link(struct scene *scene, rect area, str target);
void scene_mark(struct scene *scene, point at, str name);

/* 45 degree lines clipped to a rectangle: what is provisional or estimated. */
void scene_hatch(struct scene *scene, rect rectangle, double pitch, struct paint stroke);

/* Adds all of `other`, moved by `by`. */
void scene_append(struct scene *scene, const struct scene *other, point by);

/* Bounds of what an item draws; empty for groups, clips and marks. */
rect scene_item_bounds(const struct scene_item *item);

/* The scene as text, one command a line, two decimals: what golden tests compare. */
str scene_print(struct arena *arena, const struct scene *scene);

#endif
