/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "axis.h"
#include "font_choice.h"
#include "guides.h"
#include "text_lines.h"

static const double stagger_gap = 3; /* between names of one row */
static const double stagger_overhang = 12; /* of a name beyond an end of the axis */
static const double stagger_room = 36; /* that is worth cutting a name for */

/* --- how labels are turned and aligned
 * --------------------------------------------------------- */

static double normal_angle(double degrees)
{
    double angle = fmod(degrees, 360);
    return angle < 0 ? angle + 360 : angle;
}

static double label_angle(const struct axis *axis, bool *is_set)
{
    double angle;
    *is_set = bag_number(&axis->bag, S("labelAngle"), &angle);
    if (*is_set) {
        return normal_angle(angle);
    }
    bool is_name = axis->def->type == TYPE_NOMINAL || axis->def->type == TYPE_ORDINAL;
    *is_set = axis->is_x && is_name && !axis->def->time_unit.parts;
    return *is_set ? 270 : 0;
}

/* Turned labels hang from their tick by one end. */
static enum text_align turned_align(const struct axis *axis, double angle)
{
    double start = axis->is_x ? 0 : 90;
    enum guide_side main = axis->is_x ? SIDE_BOTTOM : SIDE_LEFT;
    if (fmod(angle + start, 180) == 0) {
        return ALIGN_CENTER;
    }
    bool is_after = start < angle && angle < 180 + start;
    return is_after == (axis->side == main) ? ALIGN_LEFT : ALIGN_RIGHT;
}

static int turned_baseline(const struct axis *axis, double angle)
{
    if (axis->is_x) {
        bool is_upright = (angle > 45 && angle < 135) || (angle > 225 && angle < 315);
        if (is_upright) {
            return BASELINE_MIDDLE;
        }
        bool is_level = angle <= 45 || angle >= 315;
        return is_level == (axis->side == SIDE_TOP) ? BASELINE_BOTTOM : BASELINE_TOP;
    }
    if (angle <= 45 || angle >= 315 || (angle >= 135 && angle <= 225)) {
        return BASELINE_MIDDLE;
    }
    return (angle >= 45 && angle <= 135) == (axis->side == SIDE_LEFT) ? BASELINE_TOP
                                                                      : BASELINE_BOTTOM;
}

static enum text_align side_align(const struct axis *axis)
{
    return axis->is_x ? ALIGN_CENTER : axis->side == SIDE_LEFT ? ALIGN_RIGHT : ALIGN_LEFT;
}

static int side_baseline(const struct axis *axis)
{
    return !axis->is_x              ? BASELINE_MIDDLE
           : axis->side == SIDE_TOP ? BASELINE_BOTTOM
                                    : BASELINE_TOP;
}

static void set_alignment(const struct axis *axis, struct item *item)
{
    bool is_turned;
    double angle = label_angle(axis, &is_turned);
    item->angle = angle;
    item->align = is_turned ? turned_align(axis, angle) : side_align(axis);
    if (is_turned && axis->is_x && angle == 0) {
        item->align = ALIGN_CENTER;
    }
    item->baseline = is_turned ? turned_baseline(axis, angle) : side_baseline(axis);
    str align = bag_text_or(&axis->bag, S("labelAlign"), S(""));
    item->align = str_equal(align, S("left"))     ? ALIGN_LEFT
                  : str_equal(align, S("right"))  ? ALIGN_RIGHT
                  : str_equal(align, S("center")) ? ALIGN_CENTER
                                                  : item->align;
    str baseline = bag_text_or(&axis->bag, S("labelBaseline"), S(""));
    item->baseline = str_equal(baseline, S("top"))          ? BASELINE_TOP
                     : str_equal(baseline, S("middle"))     ? BASELINE_MIDDLE
                     : str_equal(baseline, S("bottom"))     ? BASELINE_BOTTOM
                     : str_equal(baseline, S("alphabetic")) ? BASELINE_ALPHABETIC
                                                            : item->baseline;
}

/* Names to the left of their axis that begin on one line. */
static void align_left(struct axis *axis, struct item_group *group, struct error *error)
{
    double widest = 0;
    for (size_t i = 0; i < group->items.count; i++) {
        widest =
            fmax(widest,
                 guide_item_bounds(axis->maker, group, &group->items.at[i], error).width);
    }
    for (size_t i = 0; i < group->items.count; i++) {
        group->items.at[i].x -= widest;
    }
}

/* --- labels that overlap
 * ----------------------------------------------------------------------- */

struct shown {
    rect box;
    size_t index;
};

static bool overlaps(rect a, rect b, double separation)
{
    return separation > fmax(b.x - (a.x + a.width), a.x - (b.x + b.width)) &&
           separation > fmax(b.y - (a.y + a.height), a.y - (b.y + b.height));
}

static bool any_overlap(const struct shown *shown, size_t count, double separation)
{
    for (size_t i = 1; i < count; i++) {
        if (overlaps(shown[i - 1].box, shown[i].box, separation)) {
            return true;
        }
    }
    return false;
}

static size_t every_other(struct shown *shown, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i += 2) {
        shown[kept++] = shown[i];
    }
    return kept;
}

static size_t first_come(struct shown *shown, size_t count, double separation)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (!kept || !overlaps(shown[kept - 1].box, shown[i].box, separation)) {
            shown[kept++] = shown[i];
        }
    }
    return kept;
}

enum overlap_rule { OVERLAP_SHOW, OVERLAP_PARITY, OVERLAP_GREEDY };

static enum overlap_rule overlap_rule(const struct axis *axis)
{
    const struct node *given = bag_find(&axis->bag, S("labelOverlap"));
    if (given && given->kind == NODE_SCALAR) {
        bool is_shown =
            str_equal(given->text, S("false")) || str_equal(given->text, S("null"));
        return is_shown                              ? OVERLAP_SHOW
               : str_equal(given->text, S("greedy")) ? OVERLAP_GREEDY
                                                     : OVERLAP_PARITY;
    }
    bool is_name = axis->def->type == TYPE_NOMINAL || axis->def->type == TYPE_ORDINAL;
    bool is_sorted_by = axis->def->sort == SORT_FIELD || axis->def->sort == SORT_CHANNEL ||
                        axis->def->sort == SORT_LIST;
    if (is_name && !(axis->def->time_unit.parts && !is_sorted_by)) {
        return OVERLAP_SHOW;
    }
    enum scale_type type = axis->request->scale->type;
    return type == SCALE_LOG || type == SCALE_SYMLOG ? OVERLAP_GREEDY : OVERLAP_PARITY;
}

static bool is_staggered(const struct axis *axis)
{
    bool is_name = axis->def->type == TYPE_NOMINAL || axis->def->type == TYPE_ORDINAL;
    return axis->is_x && is_name && !axis->def->time_unit.parts &&
           bag_flag_or(&axis->bag, S("labelStagger"), false);
}

/* Names are cut where they would stick out of the axis further than a little. */
static void cut_at_ends(const struct axis *axis, struct item_group *group)
{
    for (size_t i = 0; is_staggered(axis) && i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        double at = item->x - axis->shift;
        double room = 2 * (fmin(at, axis->length - at) + stagger_overhang);
        item->limit = fmin(item->limit, fmax(room, stagger_room));
    }
}

/* The least room that a name has in one of so many rows: up to the next name of that row.
 */
static double room_in_rows(const rect *boxes, size_t count, size_t rows)
{
    double least = (double)INFINITY;
    for (size_t i = rows; i < count; i++) {
        double left = boxes[i - rows].x + boxes[i - rows].width / 2;
        double right = boxes[i].x + boxes[i].width / 2;
        least = fmin(least, right - left - stagger_gap);
    }
    return least;
}

static bool are_clear(const rect *boxes, size_t count, size_t rows)
{
    for (size_t i = rows; i < count; i++) {
        if (overlaps(boxes[i - rows], boxes[i], stagger_gap)) {
            return false;
        }
    }
    return true;
}

/* Names that would overlap stand in rows below each other, as few as will do; in many rows
 * those that are too long are cut. False where there is no room even for that. */
static bool stagger(const struct axis *axis, struct item_group *group, struct error *error)
{
    enum { ROWS_MAX = 4 };
    if (!is_staggered(axis)) {
        return false;
    }
    size_t count = group->items.count;
    rect *boxes = arena_array(axis->maker->arena, rect, count);
    for (size_t i = 0; i < count; i++) {
        boxes[i] = guide_item_bounds(axis->maker, group, &group->items.at[i], error);
    }
    size_t rows = 2;
    while (rows < ROWS_MAX && !are_clear(boxes, count, rows)) {
        rows++;
    }
    double room =
        are_clear(boxes, count, rows) ? (double)INFINITY : room_in_rows(boxes, count, rows);
    if (room < stagger_room) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct item *item = &group->items.at[i];
        double down = (double)(i % rows) * item->line_height;
        item->y += axis->side == SIDE_TOP ? -down : down;
        item->limit = fmin(item->limit, room);
    }
    return true;
}

/* Hides labels until none overlaps; of two that remain the first and last are shown. */
static void hide_overlaps(struct axis *axis, struct item_group *group, struct error *error)
{
    enum overlap_rule rule = overlap_rule(axis);
    double separation = bag_number_or(&axis->bag, S("labelSeparation"), 0);
    size_t total = 0;
    struct shown *shown = arena_array(axis->maker->arena, struct shown, group->items.count);
    for (size_t i = 0; i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        if (item->text.count) {
            shown[total++] =
                (struct shown){guide_item_bounds(axis->maker, group, item, error), i};
        }
    }
    if (rule == OVERLAP_SHOW || total < 2 || !any_overlap(shown, total, separation) ||
        stagger(axis, group, error) || total < 3) {
        return;
    }
    size_t last = shown[total - 1].index, count = total;
    do {
        count = rule == OVERLAP_GREEDY ? first_come(shown, count, separation)
                                       : every_other(shown, count);
    } while (count >= 3 && rule == OVERLAP_PARITY && any_overlap(shown, count, separation));
    for (size_t i = 0; i < group->items.count; i++) {
        group->items.at[i].is_defined = false;
    }
    bool has_last = shown[count - 1].index == last;
    for (size_t i = 0; i < count; i++) {
        group->items.at[shown[i].index].is_defined = true;
    }
    if (count < 3 && !has_last) {
        group->items.at[shown[count - 1].index].is_defined = count == 1;
        group->items.at[last].is_defined = true;
    }
}

/* --- labels
 * ---------------------------------------------------------------------------------------
 */

/* Labels at the ends are moved inwards, so that they do not stick out. */
static void flush_ends(const struct axis *axis, struct item_group *group)
{
    bool is_number =
        axis->def->type == TYPE_QUANTITATIVE || axis->def->type == TYPE_TEMPORAL;
    double within = axis->is_x && is_number && !axis->ticks.are_months ? 1 : 0;
    const struct node *given = bag_find(&axis->bag, S("labelFlush"));
    if (given && !bag_number(&axis->bag, S("labelFlush"), &within)) {
        bool flag = within > 0;
        bag_flag(&axis->bag, S("labelFlush"), &flag);
        within = flag ? 1 : 0;
    }
    if (within <= 0 || bag_find(&axis->bag, S("labelAlign"))) {
        return;
    }
    for (size_t i = 0; i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        double at = axis->is_x ? item->x - axis->shift : item->y - axis->shift;
        bool is_start = fabs(at) < within, is_end = fabs(at - axis->length) < within;
        if (axis->is_x && item->angle == 0 && is_start != is_end) {
            item->align = is_start ? ALIGN_LEFT : ALIGN_RIGHT;
        }
    }
}

/* The first month may be wider than its slot: it begins where the axis does, and the next
 * one gives way where it would touch it. */
static void keep_months_inside(const struct axis *axis, struct item_group *group,
                               struct error *error)
{
    double end = -1;
    bool is_level = axis->is_x && axis->ticks.are_months;
    for (size_t i = 0; is_level && i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        rect bounds = guide_item_bounds(axis->maker, group, item, error);
        if (!item->text.count || item->angle != 0) {
            continue;
        }
        double inwards = fmax(0, -bounds.x);
        item->x += inwards;
        item->is_defined = bounds.x + inwards > end;
        end = item->is_defined ? bounds.x + inwards + bounds.width + 1 : end;
    }
}

static void note_labels(const struct axis *axis, const struct item_group *group,
                        struct guide *guide)
{
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        *arena_push(axis->maker->arena, &guide->labels) = (struct guide_label){
            .text = axis->ticks.at[i].text,
            .at = axis->ticks.at[i].at,
            .is_hidden = !item->is_defined,
        };
    }
}

static const struct text_style *label_font(const struct axis *axis)
{
    struct bag style = view_style_bag(axis->maker->specification, S("guide-label"));
    color ink = guide_color(axis->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual =
        font_of_bag(axis->maker, &style, "", bag_number_or(&style, S("fontSize"), 10), ink);
    return font_override(axis->maker, usual, &axis->bag, "label");
}

static double tick_length(const struct axis *axis)
{
    bool has_ticks = bag_flag_or(&axis->bag, S("ticks"), true);
    return has_ticks ? fmax(0, bag_number_or(&axis->bag, S("tickSize"), 5)) : 0;
}

bool axis_add_labels(struct axis *axis, struct guide *guide, struct error *error)
{
    if (!bag_flag_or(&axis->bag, S("labels"), true)) {
        return true;
    }
    struct arena *arena = axis->maker->arena;
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, S("axis-label"));
    const struct text_style *font = label_font(axis);
    double across = tick_length(axis) + bag_number_or(&axis->bag, S("labelPadding"), 2);
    double offset = bag_number_or(&axis->bag, S("labelOffset"), 0);
    for (size_t i = 0; i < axis->ticks.count; i++) {
        const struct axis_tick *tick = &axis->ticks.at[i];
        struct item *item = guide_item(arena, group);
        point at = axis_point(axis, tick->at + offset, across);
        item->x = at.x;
        item->y = at.y;
        item->text = text_lines(arena, tick->text);
        item->font = font;
        item->paint =
            guide_fill(font->color, bag_number_or(&axis->bag, S("labelOpacity"), 1));
        item->line_height = bag_number_or(&axis->bag, S("labelLineHeight"), font->size + 2);
        item->limit = bag_number_or(&axis->bag, S("labelLimit"), 180);
        set_alignment(axis, item);
    }
    str align = bag_text_or(&axis->bag, S("labelAlign"), S(""));
    if (axis->side == SIDE_LEFT && str_equal(align, S("left"))) {
        align_left(axis, group, error);
    }
    cut_at_ends(axis, group);
    flush_ends(axis, group);
    keep_months_inside(axis, group, error);
    if (!axis->ticks.are_months) { /* those were chosen by the room that they have */
        hide_overlaps(axis, group, error);
    }
    note_labels(axis, group, guide);
    return !error->kind;
}

/* --- title
 * ------------------------------------------------------------------------------------------
 */

static double title_anchor(const struct axis *axis, enum text_align *align)
{
    str word = bag_text_or(&axis->bag, S("titleAnchor"), S(""));
    bool is_start = str_equal(word, S("start")), is_end = str_equal(word, S("end"));
    bool is_flipped = axis->side == SIDE_LEFT; /* reads upwards */
    double at = is_start ? 0 : is_end ? axis->length : axis->length / 2;
    *align = is_start ? ALIGN_LEFT : is_end ? ALIGN_RIGHT : ALIGN_CENTER;
    return axis->is_x || (!is_start && !is_end) ? at : is_flipped ? axis->length - at : at;
}

static const struct text_style *title_font(const struct axis *axis)
{
    struct bag style = view_style_bag(axis->maker->specification, S("guide-title"));
    color ink = guide_color(axis->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual =
        font_of_bag(axis->maker, &style, "", bag_number_or(&style, S("fontSize"), 11), ink);
    return font_override(axis->maker, usual, &axis->bag, "title");
}

/* How far what is there already reaches outwards from the side. */
static double reach(const struct axis *axis, const struct guide *guide, struct error *error)
{
    rect bounds = guide_bounds(axis->maker, &guide->parts, error);
    if (bounds.width <= 0 && bounds.height <= 0) {
        return 0;
    }
    double reached = axis->side == SIDE_LEFT  ? -bounds.x
                     : axis->side == SIDE_TOP ? -bounds.y
                     : axis->side == SIDE_RIGHT
                         ? bounds.x + bounds.width - axis->request->width
                         : bounds.y + bounds.height - axis->request->height;
    double least = bag_number_or(&axis->bag, S("minExtent"), 0);
    double most = bag_number_or(&axis->bag, S("maxExtent"), 200);
    return fmin(fmax(reached, least), most);
}

bool axis_add_title(struct axis *axis, struct guide *guide, struct error *error)
{
    bool is_given;
    struct str_list lines =
        guides_title(axis->maker, axis->request->plan, axis->request->units, &is_given);
    if (!is_given && bag_is_null(&axis->bag, S("title"))) {
        return true;
    }
    if (!lines.count) {
        return true;
    }
    struct arena *arena = axis->maker->arena;
    double away =
        reach(axis, guide, error) + bag_number_or(&axis->bag, S("titlePadding"), 4);
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, S("axis-title"));
    struct item *item = guide_item(arena, group);
    enum text_align align;
    point at = axis_point(axis, title_anchor(axis, &align), away);
    item->x = bag_number_or(&axis->bag, S("titleX"), at.x);
    item->y = bag_number_or(&axis->bag, S("titleY"), at.y);
    item->text = lines;
    item->font = title_font(axis);
    item->paint =
        guide_fill(item->font->color, bag_number_or(&axis->bag, S("titleOpacity"), 1));
    item->line_height =
        bag_number_or(&axis->bag, S("titleLineHeight"), item->font->size + 2);
    item->limit = bag_number_or(&axis->bag, S("titleLimit"), 0);
    item->align = align;
    item->angle = bag_number_or(&axis->bag, S("titleAngle"),
                                axis->side == SIDE_LEFT    ? -90
                                : axis->side == SIDE_RIGHT ? 90
                                                           : 0);
    item->baseline = axis->side == SIDE_BOTTOM ? BASELINE_TOP : BASELINE_BOTTOM;
    str word = bag_text_or(&axis->bag, S("titleAlign"), S(""));
    item->align = str_equal(word, S("left"))     ? ALIGN_LEFT
                  : str_equal(word, S("right"))  ? ALIGN_RIGHT
                  : str_equal(word, S("center")) ? ALIGN_CENTER
                                                 : item->align;
    word = bag_text_or(&axis->bag, S("titleBaseline"), S(""));
    item->baseline = str_equal(word, S("top"))      ? BASELINE_TOP
                     : str_equal(word, S("middle")) ? BASELINE_MIDDLE
                     : str_equal(word, S("bottom")) ? BASELINE_BOTTOM
                                                    : item->baseline;
    guide->title = str_join(arena, lines.at, lines.count, S("\n"));
    return !error->kind;
}
