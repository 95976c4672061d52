/* SPDX-License-Identifier: MIT */
/*
 * A walk over the labels of a chart: none overlaps another, and none touches a mark, unless
 * it has a halo, or stands within the mark and can be read on it. Grid lines, leaders and
 * pale grounds (bands, land) are no marks: a label may stand on them.
 */
#ifndef TESTS_SUPPORT_LABELS_H
#define TESTS_SUPPORT_LABELS_H

#include "unit.h"

#include "scene/scene.h"

#include <math.h>

#define LABELS_MARK_STROKE 0.8 /* thinner lines are grid, hatching and leaders */
#define LABELS_MARK_CONTRAST 1.5 /* to the paper; what is paler is ground */
#define LABELS_READABLE 3.0 /* contrast of a label within a mark */
#define LABELS_CURVE_STEPS 8

/* Items `first` to `end` of a scene, which are one chart. */
struct labels_walk {
    const char *name; /* in messages */
    const struct scene *scene;
    size_t first, end;
};

/* From the capitals' top to the baseline, without an indent; what is turned has none that
 * is upright. */
static inline rect labels_ink(const struct scene_item *item)
{
    bool has_runs = item->line.run_count > 0;
    double height = has_runs ? 0.7 * item->line.runs[0].size : 0;
    double indent = has_runs ? item->line.runs[0].x : 0;
    rect upright = {item->at.x + indent, item->at.y - height, item->line.width - indent,
                    height};
    return item->angle != 0 ? scene_item_bounds(item) : upright;
}

/* --- paths ---------------------------------------------------------------------------- */

/* What a path shares with a rectangle whose middle is `probe`. */
struct labels_meeting {
    rect ink;
    point probe, start, pen;
    bool is_crossed;
    size_t crossings; /* of a ray from the probe to the right */
};

/* Liang and Barsky: does some part of the segment lie within the rectangle? */
static inline bool labels_segment_meets(rect area, point from, point to)
{
    double enter = 0;
    double leave = 1;
    const double steps[] = {from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y};
    const double rooms[] = {from.x - area.x, area.x + area.width - from.x, from.y - area.y,
                            area.y + area.height - from.y};
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        if (steps[i] == 0 && rooms[i] < 0) {
            return false;
        }
        if (steps[i] < 0) {
            enter = fmax(enter, rooms[i] / steps[i]);
        } else if (steps[i] > 0) {
            leave = fmin(leave, rooms[i] / steps[i]);
        }
    }
    return enter < leave;
}

static inline void labels_segment(struct labels_meeting *meeting, point to)
{
    point from = meeting->pen;
    point probe = meeting->probe;
    meeting->is_crossed |= labels_segment_meets(meeting->ink, from, to);
    bool is_across = (from.y > probe.y) != (to.y > probe.y);
    double along = is_across ? (probe.y - from.y) / (to.y - from.y) : 0;
    meeting->crossings += is_across && from.x + along * (to.x - from.x) > probe.x;
    meeting->pen = to;
}

static inline void labels_curve(struct labels_meeting *meeting, const point *at)
{
    point from = meeting->pen;
    for (int i = 1; i <= LABELS_CURVE_STEPS; i++) {
        double t = (double)i / LABELS_CURVE_STEPS;
        double s = 1 - t;
        double a = s * s * s;
        double b = 3 * s * s * t;
        double c = 3 * s * t * t;
        double d = t * t * t;
        labels_segment(meeting,
                       (point){a * from.x + b * at[0].x + c * at[1].x + d * at[2].x,
                               a * from.y + b * at[0].y + c * at[1].y + d * at[2].y});
    }
}

static inline struct labels_meeting labels_meet(rect ink, const struct scene_item *item)
{
    struct labels_meeting meeting = {
        .ink = {ink.x - item->at.x, ink.y - item->at.y, ink.width, ink.height}};
    meeting.probe.x = meeting.ink.x + ink.width / 2;
    meeting.probe.y = meeting.ink.y + ink.height / 2;
    for (size_t i = 0; i < item->path.count; i++) {
        const struct path_step *step = &item->path.at[i];
        switch (step->verb) {
        case PATH_MOVE:
            meeting.start = meeting.pen = step->at[0];
            break;
        case PATH_LINE:
            labels_segment(&meeting, step->at[0]);
            break;
        case PATH_CURVE:
            labels_curve(&meeting, step->at);
            break;
        case PATH_CLOSE:
            labels_segment(&meeting, meeting.start);
            break;
        }
    }
    return meeting;
}

/* --- the walk ------------------------------------------------------------------------- */

static inline bool labels_stands_out(color hue)
{
    return color_contrast(hue, (color){255, 255, 255}) >= LABELS_MARK_CONTRAST;
}

static inline bool labels_is_filled(const struct scene_item *item)
{
    return item->kind == SCENE_PATH && item->paint.has_fill;
}

static inline void labels_clear_of_mark(const struct labels_walk *walk,
                                        const struct scene_item *label,
                                        const struct scene_item *mark)
{
    const struct paint *paint = &mark->paint;
    bool is_filled = paint->has_fill && labels_stands_out(paint->fill);
    bool is_line =
        paint->stroke_width >= LABELS_MARK_STROKE && labels_stands_out(paint->stroke);
    if (!is_filled && !is_line) {
        return;
    }
    struct labels_meeting meeting = labels_meet(rect_inset(labels_ink(label), 0.25), mark);
    bool is_within = is_filled && meeting.crossings % 2;
    color ink = label->line.run_count ? label->line.runs[0].color : (color){0, 0, 0};
    bool is_readable = color_contrast(ink, paint->fill) >= LABELS_READABLE;
    if (meeting.is_crossed || (is_within && !is_readable)) {
        fail_msg("%s: \"%.*s\" at %.1f, %.1f stands on a mark", walk->name,
                 STR_ARG(label->line.text), label->at.x, label->at.y);
    }
}

/* The last mark that a label is wholly within hides those below it. */
static inline size_t labels_ground(const struct labels_walk *walk, size_t label)
{
    rect ink = labels_ink(&walk->scene->at[label]);
    for (size_t i = label; i > walk->first; i--) {
        const struct scene_item *item = &walk->scene->at[i - 1];
        struct labels_meeting meeting = {0};
        if (labels_is_filled(item)) {
            meeting = labels_meet(rect_inset(ink, 0.25), item);
        }
        if (!meeting.is_crossed && meeting.crossings % 2) {
            return i - 1;
        }
    }
    return walk->first;
}

static inline void labels_clear_of_label(const struct labels_walk *walk,
                                         const struct scene_item *label,
                                         const struct scene_item *other)
{
    if (rect_overlaps(labels_ink(label), rect_inset(labels_ink(other), 0.1))) {
        fail_msg("%s: \"%.*s\" meets \"%.*s\"", walk->name, STR_ARG(label->line.text),
                 STR_ARG(other->line.text));
    }
}

static inline void labels_walk(const struct labels_walk *walk)
{
    for (size_t i = walk->first; i < walk->end; i++) {
        const struct scene_item *label = &walk->scene->at[i];
        bool is_label = label->kind == SCENE_TEXT;
        size_t ground = is_label ? labels_ground(walk, i) : 0;
        for (size_t k = walk->first; is_label && k < walk->end; k++) {
            const struct scene_item *other = &walk->scene->at[k];
            if (other->kind == SCENE_TEXT && k < i) {
                labels_clear_of_label(walk, label, other);
            } else if (other->kind == SCENE_PATH && label->halo == 0 && k >= ground) {
                labels_clear_of_mark(walk, label, other);
            }
        }
    }
}

#endif
