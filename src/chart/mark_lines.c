/* SPDX-License-Identifier: MIT */
/*
 * Lines, each named at its right end. Nothing is joined over a gap: a month
 * alone is a dot, a combined period a short dashed stroke at its average.
 * What is not simply reported is dashed, with hollow dots.
 */
#include "mark.h"
#include "panel.h"

#include "base/buffer.h"
#include "chart/label.h"
#include "expression/trace_log.h"
#include "table/status.h"

#include <math.h>

static const double label_gap = 5; /* from the last point to its label */
static const double end_radius = 2;

struct line {
    const struct chart_line *source;
    struct slots slots;
    size_t last; /* slot of the last value; slots.count if there is none */
    color color, text_color;
    double width;
    bool is_context;
    struct text_block label; /* one line, or name and figure on two */
    double label_y; /* its middle */
};

struct lines {
    const struct canvas *canvas;
    struct line *at;
    size_t count;
    struct domain domain;
    double label_column;
};

/* --- data ----------------------------------------------------------------------------- */

static struct domain find_domain(const struct canvas *canvas, const struct slots *slots,
                                 size_t count)
{
    struct ratio low = {0, 1};
    struct ratio high = {0, 1};
    bool has_any = false;
    for (size_t i = 0; i < count; i++) {
        slots_range(&slots[i], &low, &high, &has_any);
    }
    struct domain domain = {.low = ratio_to_double(low), .high = ratio_to_double(high)};
    domain.figures = figure_style_of(canvas->chart, slots, count);
    domain.is_diverging = domain.low < 0;
    domain.figures.has_plus = domain.is_diverging;
    domain.is_broken = domain.low >= 0.4 * domain.high && domain.low < domain.high;
    if (!domain.is_broken) {
        domain.low = fmin(domain.low, 0);
        domain.high = fmax(domain.high, 0);
    }
    return domain;
}

static void set_look(const struct canvas *canvas, struct line *line, int entity)
{
    const struct theme *theme = canvas->theme;
    line->is_context = entity < 0 || !theme->palette_count;
    if (line->is_context) {
        line->color = canvas_color(canvas, COLOR_CONTEXT_LINE);
        line->text_color = canvas_color(canvas, COLOR_SECONDARY);
        line->width = 0.9;
        return;
    }
    line->text_color = theme->palette_text[(size_t)entity % theme->palette_count];
    line->color = canvas_entity(canvas, entity);
    line->width = 1.75;
}

static size_t last_value(const struct slots *slots)
{
    for (size_t i = slots->count; i-- > 0;) {
        if (slots_has_value(slots, i)) {
            return i;
        }
    }
    return slots->count;
}

/* --- end labels ----------------------------------------------------------------------- */

/* "United States 656"; with its month where that is not the last one: "(Sep)". */
static str label_text(const struct lines *lines, const struct line *line, bool is_stacked)
{
    struct arena *arena = lines->canvas->arena;
    str name = line->source->label;
    if (line->last == line->slots.count) {
        return name;
    }
    struct observation last = line->slots.at[line->last];
    str figure =
        canvas_figure(lines->canvas, line->source->series, last, lines->domain.figures);
    struct buffer text = {.arena = arena};
    buffer_print(&text, "%.*s%c%.*s", STR_ARG(name), is_stacked ? '\n' : ' ',
                 STR_ARG(figure));
    if (line->last + 1 < line->slots.count) {
        str month =
            language_month_short(arena, lines->canvas->chart->language, last.period);
        buffer_print(&text, "\u00A0(%.*s)", STR_ARG(month));
    }
    str label = buffer_text(&text);
    trace_log_move(lines->canvas->chart->log, figure, str_after(label, name.length + 1));
    return label;
}

static struct text_block set_label(const struct canvas *canvas, str text, color ink)
{
    struct text_style style = canvas->theme->styles[STYLE_LABEL];
    style.color = ink;
    struct text_span span = {.text = text, .style = style, .place = canvas->chart->place};
    return font_block(canvas->arena, canvas->fonts, &span, 1, (struct text_layout){0},
                      canvas->error);
}

/* One line each if they take less than a third of the width, else name above figure. */
static void make_labels(struct lines *lines)
{
    for (int is_stacked = 0; is_stacked < 2; is_stacked++) {
        lines->label_column = 0;
        for (size_t i = 0; i < lines->count; i++) {
            struct line *line = &lines->at[i];
            str text = label_text(lines, line, is_stacked);
            line->label = set_label(lines->canvas, text, line->text_color);
            lines->label_column =
                fmax(lines->label_column, line->label.width + label_gap + 5);
        }
        if (lines->label_column <= lines->canvas->width / 3) {
            return;
        }
    }
}

static struct lines lines_create(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct lines lines = {.canvas = canvas};
    lines.at = arena_array(canvas->arena, struct line, chart->lines.count);
    struct slots *shown = arena_array(canvas->arena, struct slots, chart->lines.count);
    for (size_t i = 0; i < chart->lines.count; i++) {
        const struct chart_line *source = &chart->lines.at[i];
        struct slots slots = slots_create(canvas->arena, source->series, chart->window);
        if (slots_gap(&slots, 0) < slots.count) {
            shown[lines.count] = slots;
            struct line *line = &lines.at[lines.count++];
            *line = (struct line){source, .slots = slots, .last = last_value(&slots)};
            set_look(canvas, line, source->entity);
        }
    }
    lines.domain = find_domain(canvas, shown, lines.count);
    make_labels(&lines);
    return lines;
}

double lines_height(const struct canvas *canvas)
{
    return panel_height(canvas, mark_plot_height(canvas->chart));
}

/* --- lines ---------------------------------------------------------------------------- */

static point point_of(const struct panel *panel, const struct line *line, size_t slot)
{
    return (point){panel_x(panel, (double)slot + 0.5),
                   panel_y_of(panel, line->slots.at[slot].value)};
}

static bool is_uncertain(const struct line *line, size_t slot)
{
    return status_is_uncertain(line->slots.at[slot].status);
}

/* The stretches between neighbouring months that are, or are not, certain at both ends. */
static struct path stretches(const struct panel *panel, const struct line *line,
                             bool is_certain)
{
    struct arena *arena = panel->canvas->arena;
    struct path path = {0};
    size_t end = line->slots.count; /* where the path has got to */
    for (size_t i = 1; i < line->slots.count; i++) {
        bool is_joined =
            slots_has_value(&line->slots, i - 1) && slots_has_value(&line->slots, i);
        bool is_solid = !is_uncertain(line, i - 1) && !is_uncertain(line, i);
        if (!is_joined || is_solid != is_certain) {
            continue;
        }
        if (end != i - 1) {
            path_move(arena, &path, point_of(panel, line, i - 1));
        }
        path_line(arena, &path, point_of(panel, line, i));
        end = i;
    }
    return path;
}

static struct paint line_paint(const struct line *line)
{
    return (struct paint){
        .stroke = line->color, .stroke_width = line->width, .has_round_ends = true};
}

static void draw_stretches(const struct panel *panel, const struct line *line)
{
    struct scene *scene = panel->canvas->scene;
    struct paint paint = line_paint(line);
    struct path solid = stretches(panel, line, true);
    if (solid.count) {
        scene_path(scene, &solid, paint);
    }
    struct path dashed = stretches(panel, line, false);
    if (dashed.count) {
        paint.has_round_ends = false;
        paint.dash[0] = 3;
        paint.dash[1] = 2;
        scene_path(scene, &dashed, paint);
    }
}

static void draw_spans(const struct panel *panel, const struct line *line)
{
    struct paint paint = {.stroke = line->color, .stroke_width = 0.9, .dash = {1.5, 1.5}};
    for (size_t i = 0; i < line->slots.spans.count; i++) {
        const struct slot_span *span = &line->slots.spans.at[i];
        double y = panel_y_of(panel, span->level);
        double first = (double)span->first;
        scene_line(panel->canvas->scene, (point){panel_x(panel, first + 0.15), y},
                   (point){panel_x(panel, first + (double)span->count - 0.15), y}, paint);
    }
}

static bool is_alone(const struct line *line, size_t slot)
{
    const struct slots *slots = &line->slots;
    return (!slot || !slots_has_value(slots, slot - 1)) &&
           (slot + 1 == slots->count || !slots_has_value(slots, slot + 1));
}

static void draw_dots(const struct panel *panel, const struct line *line)
{
    struct paint full = {.has_fill = true, .fill = line->color};
    struct paint hollow = {.has_fill = true,
                           .fill = canvas_color(panel->canvas, COLOR_PAPER),
                           .stroke = line->color,
                           .stroke_width = line->is_context ? 0.7 : 1};
    for (size_t i = 0; i < line->slots.count; i++) {
        if (!slots_has_value(&line->slots, i)) {
            continue;
        }
        point at = point_of(panel, line, i);
        if (is_uncertain(line, i)) {
            scene_circle(panel->canvas->scene, at, line->is_context ? 1.2 : 1.5, hollow);
        } else if (i == line->last) {
            scene_circle(panel->canvas->scene, at, line->is_context ? 1.5 : end_radius,
                         full);
        } else if (is_alone(line, i)) {
            scene_circle(panel->canvas->scene, at, line->is_context ? 1 : 1.4, full);
        }
    }
}

/* Context first, then from the last to the first, so that the first lies on top. */
static void draw_lines(const struct lines *lines, const struct panel *panel)
{
    for (int is_front = 0; is_front < 2; is_front++) {
        for (size_t i = lines->count; i-- > 0;) {
            const struct line *line = &lines->at[i];
            if (line->is_context != !is_front) {
                continue;
            }
            draw_stretches(panel, line);
            draw_spans(panel, line);
            draw_dots(panel, line);
        }
    }
}

static double end_y(const struct lines *lines, const struct panel *panel, size_t index)
{
    const struct line *line = &lines->at[index];
    if (line->last < line->slots.count) {
        return point_of(panel, line, line->last).y;
    }
    size_t spans = line->slots.spans.count;
    return spans ? panel_y_of(panel, line->slots.spans.at[spans - 1].level)
                 : panel->plot.y + panel->plot.height;
}

static void place_labels(struct lines *lines, const struct panel *panel)
{
    struct arena *arena = lines->canvas->arena;
    struct label_box *boxes = arena_array(arena, struct label_box, lines->count);
    for (size_t i = 0; i < lines->count; i++) {
        boxes[i].wanted = end_y(lines, panel, i);
        boxes[i].size = lines->at[i].label.height - 1;
    }
    label_dodge(arena, boxes, lines->count, panel->plot.y - 4,
                panel->plot.y + panel->plot.height - 1, 0.5);
    for (size_t i = 0; i < lines->count; i++) {
        lines->at[i].label_y = boxes[i].placed;
    }
}

/* From the last point to a label that had to move, or whose line ended before. */
static void draw_leader(const struct panel *panel, const struct line *line, double label_x)
{
    if (line->last == line->slots.count) {
        return;
    }
    point from = point_of(panel, line, line->last);
    bool has_moved = fabs(line->label_y - from.y) > 0.6 * line->label.line_height;
    bool is_early = line->last + 1 < line->slots.count;
    if (!has_moved && !is_early) {
        return;
    }
    struct path path = {0};
    struct arena *arena = panel->canvas->arena;
    double elbow = panel_x(panel, (double)line->slots.count - 0.5);
    path_move(arena, &path, (point){from.x + end_radius + 0.5, from.y});
    if (is_early) {
        path_line(arena, &path, (point){elbow, from.y});
    }
    path_line(arena, &path, (point){label_x - 1, line->label_y});
    struct paint paint = {.stroke = line->color, .stroke_width = 0.4};
    paint.dash[0] = paint.dash[1] = is_early ? 1 : 0;
    scene_path(panel->canvas->scene, &path, paint);
}

static void draw_label(const struct panel *panel, const struct line *line, double label_x)
{
    double half_cap = canvas_half_cap(panel->canvas, STYLE_LABEL);
    double above = (double)(line->label.line_count - 1) * line->label.line_height / 2;
    for (size_t i = 0; i < line->label.line_count; i++) {
        double y = line->label_y - above + (double)i * line->label.line_height + half_cap;
        canvas_text(panel->canvas, &line->label.lines[i], (point){label_x, y}, ALIGN_LEFT);
    }
}

void lines_draw(const struct canvas *canvas, rect area)
{
    struct lines lines = lines_create(canvas);
    struct panel panel = panel_create(canvas, area, lines.domain, lines.label_column);
    place_labels(&lines, &panel);
    double label_x =
        panel_x(&panel, (double)canvas->chart->window.months - 0.5) + label_gap;
    panel_draw_ground(&panel);
    panel_draw_frame(&panel, true);
    draw_lines(&lines, &panel);
    for (size_t i = 0; i < lines.count; i++) {
        draw_leader(&panel, &lines.at[i], label_x);
    }
    for (size_t i = 0; i < lines.count; i++) {
        draw_label(&panel, &lines.at[i], label_x);
    }
}
