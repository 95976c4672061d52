/* SPDX-License-Identifier: MIT */
/* Names and values at the right end of lines, areas and stacks. */
#include "house.h"

#include "chart/label.h"
#include "expression/trace_log.h"
#include "grammar/clock.h"

#include <math.h>
#include <string.h>

static const double name_part = 0.35; /* of the chart's width; longer names are cut */
static const double label_gap = 5; /* from the last point of a line to its label */

/* Dark enough to be read on the paper: 4.5 to 1. */
color house_legible(const struct canvas *canvas, color hue)
{
    color paper = canvas_color(canvas, COLOR_PAPER);
    color ink = canvas_color(canvas, COLOR_INK);
    for (int tenth = 0; tenth <= 10; tenth++) {
        color mixed = color_mix(hue, ink, tenth / 10.0);
        if (color_contrast(mixed, paper) >= 4.5) {
            return mixed;
        }
    }
    return ink;
}

bool house_has_end_labels(const struct house *house)
{
    return house->canvas->chart->keys.labels == CHART_LABELS_END && house->views.count == 1;
}

/* --- what is labelled ----------------------------------------------------------------- */

/* The last point of a line; of one that has only combined months the last of these. */
static const struct item *end_of(const struct item_group *group,
                                 const struct reading *reading)
{
    const struct item *end = NULL;
    bool is_defined = false;
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        bool has_value =
            reading->value && isfinite(datum_to_number(reading->value[item->row]));
        if (item->is_defined || (has_value && !is_defined)) {
            end = item;
            is_defined |= item->is_defined;
        }
    }
    return end;
}

/* "(Sep)" behind the figure of a line that ends before the window does; or empty. */
static str month_note(const struct house *house, const struct reading *reading,
                      const struct item *item)
{
    const struct chart *chart = house->canvas->chart;
    if (!period_is_set(chart->window) || !reading->place) {
        return S("");
    }
    struct datum place = reading->place[item->row];
    struct datum last = house_month(period_last_month(chart->window));
    if (place.kind != DATUM_TIME || datum_compare(place, last) >= 0) {
        return S("");
    }
    struct clock clock = clock_at(place.number);
    struct period month = period_month((int)clock.year, clock.month + 1);
    str name = language_month_short(house->canvas->arena, chart->language, month);
    return str_print(house->canvas->arena, "\u00A0(%.*s)", STR_ARG(name));
}

/* Parts that stand on each other: upright bars and areas that have names of their own. */
static bool is_stack(const struct item_group *group, const struct reading *reading)
{
    bool is_filled = group->kind == ITEM_RECT || group->kind == ITEM_AREA;
    bool has_name = reading->name && reading->name != reading->place;
    bool is_beside = group->unit->channels[CHANNEL_X_OFFSET].source != CHANNEL_ABSENT;
    return is_filled && has_name && !is_beside && !reading->is_along_x && reading->value &&
           reading->place;
}

static bool is_normalized(const struct item_group *group)
{
    const struct channel *y = &group->unit->channels[CHANNEL_Y];
    return y->has_stack && y->stack == STACK_NORMALIZE;
}

/* "Germany 1,118"; without a name of its own the line has its value only. What is drawn as
 * a share has its name only: the axis says how much. */
static str end_text(const struct house *house, const struct item_group *group,
                    const struct item *item, bool is_stacked)
{
    struct arena *arena = house->canvas->arena;
    struct reading reading = house_read(house, group);
    bool has_name = reading.name && reading.name != reading.place;
    bool has_figure =
        reading.value && item->is_defined && !(has_name && is_normalized(group));
    str figure =
        has_figure ? house_figure(house, group, &reading, reading.value[item->row]) : S("");
    str name = has_name ? datum_to_text(arena, reading.name[item->row]) : S("");
    name =
        canvas_fit(house->canvas, STYLE_LABEL, name, name_part * house->canvas->width).text;
    str space = !has_name || !has_figure ? S("") : is_stacked ? S("\n") : S(" ");
    str note = has_figure ? month_note(house, &reading, item) : S("");
    str text = str_print(arena, "%.*s%.*s%.*s%.*s", STR_ARG(name), STR_ARG(space),
                         STR_ARG(figure), STR_ARG(note));
    trace_log_move(house->canvas->chart->log, figure,
                   str_after(text, name.length + space.length));
    return text;
}

/* An uncertain point has a hollow dot already. */
static bool is_hollow(const struct house *house, const struct item_group *group,
                      const struct item *item)
{
    struct reading reading = house_read(house, group);
    return reading.status && house_is_uncertain(house, &reading, item->row);
}

static color end_ink(const struct house *house, const struct item_group *group, color hue)
{
    const struct theme *theme = house->canvas->theme;
    const struct chart_line *line = house_line(house, group);
    if (!line) {
        return house_legible(house->canvas, hue);
    }
    return line->entity < 0 || !theme->palette_count
               ? canvas_color(house->canvas, COLOR_SECONDARY)
               : theme->palette_text[(size_t)line->entity % theme->palette_count];
}

/* In one line, or name and figure on two. */
static struct text_block set_text(const struct house *house, color ink, str text)
{
    const struct canvas *canvas = house->canvas;
    struct text_style style = canvas->theme->styles[STYLE_LABEL];
    style.color = ink;
    struct text_span span = {.text = text, .style = style, .place = canvas->chart->place};
    return font_block(canvas->arena, canvas->fonts, &span, 1, (struct text_layout){0},
                      canvas->error);
}

static void add_label(struct house *house, const struct item_group *group,
                      const struct item *item, point tip, bool is_stacked)
{
    bool is_line = group->kind == ITEM_LINE;
    color hue = is_line ? item->paint.stroke : item->paint.fill;
    str text = end_text(house, group, item, is_stacked);
    point corner = house->views.at[0].at;
    struct house_label *label = arena_push(house->canvas->arena, &house->labels);
    *label = (struct house_label){
        .item = *item,
        .text = set_text(house, end_ink(house, group, hue), text),
        .hue = hue,
        .has_dot = is_line && item->is_defined && !is_hollow(house, group, item),
        .tip = {corner.x + tip.x, corner.y + tip.y},
    };
}

/* The parts of the last stack, in their middle. */
static void add_stack(struct house *house, const struct item_group *group,
                      const struct reading *reading, bool is_stacked)
{
    const struct item *last = NULL;
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        bool is_later = !last || item->x > last->x;
        last = item->is_defined && is_later ? item : last;
    }
    for (size_t i = 0; last && i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        bool is_in_last = datum_equal(reading->place[item->row], reading->place[last->row]);
        if (item->is_defined && is_in_last && fabs(item->y2 - item->y) > 0) {
            double right = group->kind == ITEM_RECT ? item->x2 : item->x;
            point tip = {right, (item->y + item->y2) / 2};
            add_label(house, group, item, tip, is_stacked);
        }
    }
}

static void add_labels(struct house *house, bool is_stacked)
{
    const struct item_groups *groups = &house->views.at[0].view->groups;
    for (size_t i = 0; i < groups->count; i++) {
        const struct item_group *group = &groups->at[i];
        struct reading reading = house_read(house, group);
        const struct item *item = end_of(group, &reading);
        if (is_stack(group, &reading)) {
            add_stack(house, group, &reading, is_stacked);
        } else if (group->kind == ITEM_LINE && item) {
            add_label(house, group, item, (point){item->x, item->y}, is_stacked);
        }
    }
}

/* Of the lit ones the highest, then of the others. */
static bool is_before(const struct house *house, const struct house_label *a,
                      const struct house_label *b)
{
    color context = canvas_color(house->canvas, COLOR_CONTEXT_LINE);
    bool a_is_lit = memcmp(&a->hue, &context, sizeof context) != 0;
    bool b_is_lit = memcmp(&b->hue, &context, sizeof context) != 0;
    return a_is_lit != b_is_lit ? a_is_lit : a->tip.y < b->tip.y;
}

/* More labels than there is room for: the least of them go. */
static void keep_what_fits(const struct house *house, struct house_labels *labels)
{
    double room = house->views.at[0].view->area.height + 4;
    double step = house->canvas->theme->styles[STYLE_LABEL].line_height - 0.5;
    size_t most = room > step ? (size_t)(room / step) : 1;
    if (labels->count <= most) {
        return;
    }
    for (size_t i = 1; i < labels->count; i++) {
        struct house_label label = labels->at[i];
        size_t at = i < most ? i : most;
        for (; at > 0 && is_before(house, &label, &labels->at[at - 1]); at--) {
            if (at < most) {
                labels->at[at] = labels->at[at - 1];
            }
        }
        if (at < most) {
            labels->at[at] = label;
        }
    }
    labels->count = most;
}

/* One line each if they take less than a third of the width, else name above figure. */
void house_make_end_labels(struct house *house)
{
    for (int is_stacked = 0; is_stacked < 2; is_stacked++) {
        house->labels = (struct house_labels){0};
        house->label_column = 0;
        if (!house_has_end_labels(house)) {
            return;
        }
        add_labels(house, is_stacked);
        keep_what_fits(house, &house->labels);
        for (size_t i = 0; i < house->labels.count; i++) {
            double width = house->labels.at[i].text.width + label_gap + 5;
            house->label_column = fmax(house->label_column, width);
        }
        if (house->label_column <= house->canvas->width / 3) {
            return;
        }
    }
}

/* --- where they stand ----------------------------------------------------------------- */

static void place_end_labels(const struct house *house)
{
    const struct house_view *view = &house->views.at[0];
    struct house_labels labels = house->labels;
    struct label_box *boxes =
        arena_array(house->canvas->arena, struct label_box, labels.count);
    for (size_t i = 0; i < labels.count; i++) {
        boxes[i] = (struct label_box){.wanted = labels.at[i].tip.y,
                                      .size = labels.at[i].text.height - 1};
    }
    label_dodge(house->canvas->arena, boxes, labels.count, view->at.y - 4,
                view->at.y + view->view->area.height - 1, 0.5);
    for (size_t i = 0; i < labels.count; i++) {
        labels.at[i].placed = boxes[i].placed;
    }
}

/* From the last point to a label that had to move, or whose line ends before the others. */
static void draw_leader(const struct house *house, const struct house_label *label,
                        point at, double label_x)
{
    const struct canvas *canvas = house->canvas;
    bool has_moved = fabs(label->placed - label->tip.y) > 0.6 * label->text.line_height;
    bool is_early = label->tip.x + 2 * label_gap < label_x;
    if (!label->item.is_defined || (!has_moved && !is_early)) {
        return;
    }
    struct path path = {0};
    struct paint paint = {.stroke = label->hue, .stroke_width = 0.4};
    path_move(
        canvas->arena, &path,
        (point){at.x + label->tip.x + (label->has_dot ? 2.5 : 0.5), at.y + label->tip.y});
    if (is_early) {
        paint.dash[0] = paint.dash[1] = 1;
        path_line(canvas->arena, &path,
                  (point){at.x + label_x - label_gap, at.y + label->tip.y});
    }
    path_line(canvas->arena, &path, (point){at.x + label_x - 1, at.y + label->placed});
    scene_path(canvas->scene, &path, paint);
}

static void draw_end_dot(const struct house *house, const struct house_label *label,
                         point at)
{
    struct paint full = {.has_fill = true, .fill = label->hue};
    bool is_context = label->item.paint.stroke_width < 1;
    if (label->has_dot) {
        scene_circle(house->canvas->scene,
                     (point){at.x + label->tip.x, at.y + label->tip.y},
                     is_context ? 1.5 : 2, full);
    }
}

static void draw_end_text(const struct house *house, const struct house_label *label,
                          point at)
{
    const struct text_block *text = &label->text;
    double above = (double)(text->line_count - 1) * text->line_height / 2;
    for (size_t i = 0; i < text->line_count; i++) {
        double y = label->placed - above + (double)i * text->line_height +
                   canvas_half_cap(house->canvas, STYLE_LABEL);
        canvas_text(house->canvas, &text->lines[i], (point){at.x, at.y + y}, ALIGN_LEFT);
    }
}

/* Where labels begin: behind the last point, or the last month. */
static double labels_left(const struct house *house)
{
    const struct house_view *view = &house->views.at[0];
    const struct scale *scale = view->view->scales[CHANNEL_X];
    double left = 0;
    for (size_t i = 0; i < house->labels.count; i++) {
        left = fmax(left, house->labels.at[i].tip.x);
    }
    if (scale && scale_is_discrete(scale) && scale->values.count) {
        struct datum last = scale->values.at[scale->values.count - 1];
        left = fmax(left, view->at.x + house_x(view, last));
    }
    return left + label_gap;
}

void house_draw_end_labels(const struct house *house, point at)
{
    if (!house->labels.count) {
        return;
    }
    place_end_labels(house);
    double left = labels_left(house);
    for (size_t i = 0; i < house->labels.count; i++) {
        draw_end_dot(house, &house->labels.at[i], at);
        draw_leader(house, &house->labels.at[i], at, left);
    }
    for (size_t i = 0; i < house->labels.count; i++) {
        draw_end_text(house, &house->labels.at[i], (point){at.x + left, at.y});
    }
}
