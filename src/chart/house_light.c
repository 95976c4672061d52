/* SPDX-License-Identifier: MIT */
/* What is lit and what is hatched: the items of the plot are painted anew. */
#include "house.h"

#include "grammar/clock.h"
#include "table/status.h"

#include <math.h>

/* --- highlight ------------------------------------------------------------------------ */

static bool is_same(struct datum a, struct datum b)
{
    bool are_times = a.kind == DATUM_TIME && b.kind == DATUM_TEXT;
    return !are_times &&
           (datum_equal(a, b) ||
            (a.kind == DATUM_NUMBER && b.kind == DATUM_NUMBER && a.number == b.number));
}

/* Index among what is to be lit, or its count. */
static size_t lit_index(const struct chart_keys *keys, struct datum name)
{
    size_t index = 0;
    while (index < keys->highlight.count && !is_same(name, keys->highlight.at[index])) {
        index++;
    }
    return index;
}

/* By the field that `highlight` names, else by what names the marks. */
static const struct datum *lit_column(const struct house *house,
                                      const struct item_group *group)
{
    str field = house->canvas->chart->keys.highlight_field;
    size_t index = field.length ? frame_find(group->frame, field) : group->frame->count;
    return index < group->frame->count ? group->frame->at[index].at
                                       : house_read(house, group).name;
}

struct datum house_month(struct period period)
{
    struct period first = {period.first, 1};
    return datum_time(clock_day(period_year(first), period_month_of_year(first) - 1, 1));
}

/* Index of the item at a place; the count if there is none. */
static size_t item_at(const struct item_group *group, const struct reading *reading,
                      struct datum place)
{
    size_t index = 0;
    while (index < group->items.count &&
           datum_compare(reading->place[group->items.at[index].row], place) != 0) {
        index++;
    }
    return index;
}

size_t house_lit_item(const struct house *house, const struct item_group *group,
                      const struct reading *reading)
{
    struct period issue = house->canvas->chart->issue;
    size_t last = 0;
    if (!reading->place) {
        return group->items.count;
    }
    for (size_t i = 1; i < group->items.count; i++) {
        if (datum_compare(reading->place[group->items.at[i].row],
                          reading->place[group->items.at[last].row]) > 0) {
            last = i;
        }
    }
    bool are_months =
        group->items.count && reading->place[group->items.at[last].row].kind == DATUM_TIME;
    return period_is_set(issue) && are_months ? item_at(group, reading, house_month(issue))
                                              : last;
}

size_t house_year_ago_item(const struct house *house, const struct item_group *group,
                           const struct reading *reading)
{
    size_t lit = house_lit_item(house, group, reading);
    if (lit >= group->items.count) {
        return group->items.count;
    }
    struct datum month = reading->place[group->items.at[lit].row];
    if (month.kind != DATUM_TIME) {
        return group->items.count;
    }
    struct clock clock = clock_at(month.number);
    double before = clock_day(clock.year - 1, clock.month, 1);
    return item_at(group, reading, datum_time(before));
}

static void paint(struct item_group *group, struct item *item, color hue, bool is_context)
{
    bool is_line = group->kind == ITEM_LINE || group->kind == ITEM_RULE;
    if (item->paint.has_fill && !is_line) {
        item->paint.fill = hue;
    }
    if (item->paint.has_stroke && (is_line || !item->paint.has_fill)) {
        item->paint.stroke = hue;
    }
    if (is_line && is_context) {
        item->paint.stroke_width = fmin(item->paint.stroke_width, 0.9);
    }
}

static color hue_of(const struct house *house, const struct item_group *group, size_t index,
                    bool is_lit)
{
    bool is_line = group->kind == ITEM_LINE;
    if (!is_lit) {
        return canvas_color(house->canvas, is_line ? COLOR_CONTEXT_LINE : COLOR_CONTEXT);
    }
    return index ? canvas_entity(house->canvas, (int)index)
                 : canvas_color(house->canvas, COLOR_FOCUS);
}

/* Marks that have hues of their own keep them: those that are not lit are paler. */
static void pale(const struct house *house, struct item *item, bool is_lit)
{
    color paper = canvas_color(house->canvas, COLOR_PAPER);
    double part = is_lit ? 1 : 0.55;
    item->paint.fill = color_mix(paper, item->paint.fill, part);
    item->paint.stroke = color_mix(paper, item->paint.stroke, part);
}

static void light_group(const struct house *house, struct item_group *group)
{
    const struct chart_keys *keys = &house->canvas->chart->keys;
    const struct datum *column = lit_column(house, group);
    struct reading reading = house_read(house, group);
    bool is_marked = group->kind != ITEM_TEXT && group->kind != ITEM_RULE;
    if (!is_marked || !group->items.count || (!column && keys->highlight.count)) {
        return;
    }
    size_t lit = house_lit_item(house, group, &reading);
    bool has_hues = group->columns[CHANNEL_COLOR].length ||
                    group->unit->channels[CHANNEL_COLOR].rules.count;
    for (size_t i = 0; i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        size_t index = keys->highlight.count ? lit_index(keys, column[item->row]) : 0;
        bool is_lit = keys->highlight.count ? index < keys->highlight.count : i == lit;
        if (has_hues && !keys->highlight.count) {
            pale(house, item, is_lit);
        } else {
            paint(group, item, hue_of(house, group, index, is_lit), !is_lit);
        }
    }
}

static bool is_group_lit(const struct house *house, const struct item_group *group)
{
    const struct datum *column = lit_column(house, group);
    const struct chart_keys *keys = &house->canvas->chart->keys;
    return !column || !group->items.count ||
           lit_index(keys, column[group->items.at[0].row]) < keys->highlight.count;
}

/* Lines that are lit lie on the others. */
static void raise_lit(struct house *house, struct item_groups *groups)
{
    struct item_groups sorted = {0};
    for (int is_front = 0; is_front < 2; is_front++) {
        for (size_t i = 0; i < groups->count; i++) {
            bool is_context =
                groups->at[i].kind == ITEM_LINE && !is_group_lit(house, &groups->at[i]);
            if (is_context != (bool)is_front) {
                *arena_push(house->canvas->arena, &sorted) = groups->at[i];
            }
        }
    }
    *groups = sorted;
}

/* --- lines of series ------------------------------------------------------------------ */

const struct chart_line *house_line(const struct house *house,
                                    const struct item_group *group)
{
    const struct chart *chart = house->canvas->chart;
    bool is_line = group->mark == MARK_LINE && group->items.count;
    if (!chart->has_entities || !is_line) {
        return NULL;
    }
    size_t column = frame_find(group->frame, S("line"));
    if (column == group->frame->count) {
        return NULL;
    }
    double index = datum_to_number(group->frame->at[column].at[group->items.at[0].row]);
    bool is_known = index >= 0 && index < (double)chart->lines.count;
    return is_known ? &chart->lines.at[(size_t)index] : NULL;
}

static void color_line(const struct house *house, struct item_group *group)
{
    const struct chart_line *line = house_line(house, group);
    bool is_context = line && line->entity < 0;
    for (size_t i = 0; line && i < group->items.count; i++) {
        color hue = is_context ? canvas_color(house->canvas, COLOR_CONTEXT_LINE)
                               : canvas_entity(house->canvas, line->entity);
        paint(group, &group->items.at[i], hue, is_context);
    }
}

/* Context first, then from the last to the first, so that the first lies on top. */
static void color_lines(const struct house *house, struct item_groups *groups)
{
    struct item_groups sorted = {0};
    for (int is_front = 0; is_front < 2; is_front++) {
        for (size_t i = groups->count; i-- > 0;) {
            const struct chart_line *line = house_line(house, &groups->at[i]);
            bool is_context = line && line->entity < 0;
            if (is_context != (bool)is_front) {
                color_line(house, &groups->at[i]);
                *arena_push(house->canvas->arena, &sorted) = groups->at[i];
            }
        }
    }
    *groups = sorted;
}

/* --- the month of a year before ------------------------------------------------------- */

static void light_year_ago(const struct house *house, struct item_group *group)
{
    struct reading reading = house_read(house, group);
    if (group->kind == ITEM_RECT && reading.place && group->items.count) {
        size_t index = house_year_ago_item(house, group, &reading);
        if (index < group->items.count) {
            group->items.at[index].paint.fill = canvas_color(house->canvas, COLOR_COMPARE);
        }
    }
}

void house_light(struct house *house)
{
    const struct chart_keys *keys = &house->canvas->chart->keys;
    for (size_t v = 0; v < house->views.count; v++) {
        struct item_groups *groups = &house->views.at[v].view->groups;
        if (house->canvas->chart->has_entities) {
            color_lines(house, groups);
        }
        for (size_t i = 0; i < groups->count && keys->has_highlight; i++) {
            light_group(house, &groups->at[i]);
        }
        for (size_t i = 0; i < groups->count && keys->has_year_ago; i++) {
            light_year_ago(house, &groups->at[i]);
        }
        if (keys->highlight.count) {
            raise_lit(house, groups);
        }
    }
}

/* --- status --------------------------------------------------------------------------- */

bool house_is_uncertain(const struct house *house, const struct reading *reading,
                        size_t row)
{
    const struct chart_keys *keys = &house->canvas->chart->keys;
    struct datum status = reading->status[row];
    if (status.kind != DATUM_TEXT || !status.text.length) {
        return false;
    }
    char letter = *status.text.at;
    return keys->status_letters.length
               ? str_find(keys->status_letters, letter) < keys->status_letters.length
               : status_is_uncertain(letter);
}

/* The stretches of a line that are, or are not, certain at both ends. */
static struct items stretches(struct arena *arena, const struct items *items,
                              const bool *uncertain, bool is_certain)
{
    struct items kept = {0};
    size_t end = items->count; /* where the line has got to */
    for (size_t i = 1; i < items->count; i++) {
        const struct item *from = &items->at[i - 1];
        const struct item *to = &items->at[i];
        bool is_solid = !uncertain[i - 1] && !uncertain[i];
        if (!from->is_defined || !to->is_defined || is_solid != is_certain) {
            continue;
        }
        if (end != i - 1) {
            struct item gap = *from;
            gap.is_defined = false;
            *arena_push(arena, &kept) = gap;
            *arena_push(arena, &kept) = *from;
        }
        *arena_push(arena, &kept) = *to;
        end = i;
    }
    return kept;
}

/* Solid, dashed and, at uncertain points, hollow. */
static void split_line(struct arena *arena, const struct item_group *line,
                       const bool *uncertain, struct item_groups *out)
{
    static const double dash[] = {3, 2};
    struct item_group solid = *line;
    struct item_group dashed = *line;
    struct item_group dots = *line;
    solid.items = stretches(arena, &line->items, uncertain, true);
    dashed.items = stretches(arena, &line->items, uncertain, false);
    dots.items = (struct items){0};
    dots.kind = ITEM_SYMBOL;
    for (size_t i = 0; i < dashed.items.count; i++) {
        dashed.items.at[i].paint.dash = dash;
        dashed.items.at[i].paint.dash_count = 2;
        dashed.items.at[i].paint.has_round_cap = false;
        dashed.items.at[i].paint.has_round_join = false;
    }
    for (size_t i = 0; i < line->items.count; i++) {
        if (uncertain[i] && line->items.at[i].is_defined) {
            struct item *dot = arena_push(arena, &dots.items);
            *dot = line->items.at[i];
            bool is_context = dot->paint.stroke_width < 1;
            dot->size = is_context ? 5.8 : 9;
            dot->paint.is_hatched = true;
            dot->paint.stroke_width = is_context ? 0.7 : 1;
        }
    }
    *arena_push(arena, out) = solid;
    *arena_push(arena, out) = dashed;
    *arena_push(arena, out) = dots;
}

/* A point whose neighbours are missing is a dot: of a line alone nothing would be seen. */
static void take_lone_dots(struct arena *arena, struct item_group *line,
                           const bool *uncertain, struct item_groups *out)
{
    struct item_group dots = *line;
    dots.kind = ITEM_SYMBOL;
    dots.items = (struct items){0};
    bool was_defined = false;
    for (size_t i = 0; i < line->items.count; i++) {
        struct item *item = &line->items.at[i];
        bool is_next = i + 1 < line->items.count && item[1].is_defined;
        bool is_lone = item->is_defined && !was_defined && !is_next && !uncertain[i];
        was_defined = item->is_defined;
        if (is_lone) {
            struct item *dot = arena_push(arena, &dots.items);
            *dot = *item;
            dot->size = item->paint.stroke_width < 1 ? 4 : 8;
            dot->paint.has_fill = true;
            dot->paint.fill = item->paint.stroke;
            dot->paint.fill_opacity = 1;
            dot->paint.has_stroke = false;
            item->is_defined = false;
        }
    }
    if (dots.items.count) {
        *arena_push(arena, out) = dots;
    }
}

static void hatch_group(const struct house *house, struct item_group *group,
                        struct item_groups *out)
{
    struct arena *arena = house->canvas->arena;
    struct reading reading = house_read(house, group);
    bool *uncertain = arena_array(arena, bool, group->items.count);
    bool has_any = false;
    for (size_t i = 0; reading.status && i < group->items.count; i++) {
        uncertain[i] = house_is_uncertain(house, &reading, group->items.at[i].row);
        has_any |= uncertain[i];
    }
    if (group->kind == ITEM_LINE) {
        take_lone_dots(arena, group, uncertain, out);
    }
    if (has_any && group->kind == ITEM_LINE) {
        split_line(arena, group, uncertain, out);
        return;
    }
    bool is_hatchable = group->kind != ITEM_TEXT && group->kind != ITEM_RULE;
    for (size_t i = 0; i < group->items.count && is_hatchable; i++) {
        group->items.at[i].paint.is_hatched |= uncertain[i];
    }
    *arena_push(arena, out) = *group;
}

void house_hatch(struct house *house)
{
    if (!house->canvas->chart->keys.status_field.length) {
        return;
    }
    for (size_t v = 0; v < house->views.count; v++) {
        struct item_groups *groups = &house->views.at[v].view->groups;
        struct item_groups out = {0};
        for (size_t i = 0; i < groups->count; i++) {
            hatch_group(house, &groups->at[i], &out);
        }
        *groups = out;
    }
}
