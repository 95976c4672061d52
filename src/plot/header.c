/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "font_choice.h"
#include "grammar/formula.h"
#include "guides.h"
#include "label_format.h"
#include "layout.h"
#include "text_lines.h"

/* The headers of one of row, column and facet. */
struct header {
    struct maker *maker;
    const struct channel *def;
    struct bag bag;
    bool is_row;
    enum guide_side label_side, title_side;
};

static struct header header_of(struct maker *maker, const struct channel *def,
                               enum header_name name)
{
    struct header header = {.maker = maker, .def = def, .is_row = name == HEADER_ROW};
    header.bag = view_header_bag(maker->specification, def, name);
    str usual = header.is_row ? S("left") : S("top");
    usual = bag_text_or(&header.bag, S("orient"), usual);
    header.label_side = guide_side_named(bag_text_or(&header.bag, S("labelOrient"), usual));
    header.title_side = guide_side_named(bag_text_or(&header.bag, S("titleOrient"), usual));
    return header;
}

static const struct text_style *font_of(const struct header *header, const char *prefix)
{
    bool is_label = prefix[0] == 'l';
    struct bag style = view_style_bag(header->maker->specification,
                                      is_label ? S("guide-label") : S("guide-title"));
    color ink = guide_color(header->maker, &style, S("fill"), (color){0, 0, 0});
    double size = bag_number_or(&style, S("fontSize"), is_label ? 10 : 11);
    const struct text_style *usual = font_of_bag(header->maker, &style, "", size, ink);
    return font_override(header->maker, usual, &header->bag, prefix);
}

/* --- texts
 * ------------------------------------------------------------------------------------ */

static str label_text(const struct header *header, struct datum value)
{
    struct arena *arena = header->maker->arena;
    struct label_format format = label_format_text(header->maker, header->def);
    str text = label_format_print(&format, value, NULL);
    const struct node *expression = bag_find(&header->bag, S("labelExpr"));
    struct error ignored = {0};
    const struct formula *formula =
        expression && expression->kind == NODE_SCALAR && expression->text.length
            ? formula_read(arena, expression, &ignored)
            : NULL;
    if (!formula) {
        return text;
    }
    struct frame *frame = frame_new(arena, 1);
    frame_add(arena, frame, S("value"))[0] = value;
    frame_add(arena, frame, S("label"))[0] = datum_text(text);
    struct formula_scope scope = {.environment = &header->maker->specification->environment,
                                  .frame = frame};
    return datum_to_text(arena, formula_evaluate(arena, formula, &scope));
}

static bool has_labels(const struct header *header)
{
    return !header->def->has_no_guide && bag_flag_or(&header->bag, S("labels"), true);
}

static struct str_list title_lines(const struct header *header)
{
    struct str_list lines = {0};
    if (header->def->has_title || header->def->has_no_title || header->def->has_no_guide) {
        return header->def->has_title ? header->def->title : lines;
    }
    if (bag_is_null(&header->bag, S("title"))) {
        return lines;
    }
    str title =
        view_channel_title(header->maker->arena, header->maker->specification, header->def);
    return text_lines(header->maker->arena, title);
}

/* --- places
 * ------------------------------------------------------------------------------------- */

static bool is_level(enum guide_side side)
{
    return side == SIDE_TOP || side == SIDE_BOTTOM;
}

/* One text on a side of `along`, `away` from it; the last of them keeps its bounds. */
static struct item *add_text(const struct header *header, struct guide *guide,
                             const char *prefix, enum guide_side side,
                             struct str_list lines, rect along, double away)
{
    struct arena *arena = header->maker->arena;
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, str_print(arena, "header-%s", prefix));
    struct item *item = guide_item(arena, group);
    str word = bag_text_or(&header->bag, str_print(arena, "%sAnchor", prefix), S("middle"));
    bool is_start = str_equal(word, S("start")), is_end = str_equal(word, S("end"));
    double part = is_start ? 0 : is_end ? 1 : 0.5;
    double angle = is_level(side) ? 0 : side == SIDE_LEFT ? -90 : 90;
    item->angle = bag_number_or(&header->bag, str_print(arena, "%sAngle", prefix), angle);
    bool is_turned = !is_level(side) && item->angle != 0;
    double along_y = side == SIDE_LEFT && is_turned ? 1 - part : part;
    item->x = side == SIDE_LEFT    ? along.x - away
              : side == SIDE_RIGHT ? along.x + along.width + away
                                   : along.x + along.width * part;
    item->y = side == SIDE_TOP      ? along.y - away
              : side == SIDE_BOTTOM ? along.y + along.height + away
                                    : along.y + along.height * along_y;
    item->align = is_start ? ALIGN_LEFT : is_end ? ALIGN_RIGHT : ALIGN_CENTER;
    item->baseline = side == SIDE_BOTTOM ? BASELINE_TOP : BASELINE_BOTTOM;
    if (!is_level(side) && !is_turned) {
        item->align = side == SIDE_LEFT ? ALIGN_RIGHT : ALIGN_LEFT;
        item->baseline = BASELINE_MIDDLE;
    }
    item->text = lines;
    item->font = font_of(header, prefix);
    item->paint = guide_fill(item->font->color, 1);
    item->line_height = bag_number_or(
        &header->bag, str_print(arena, "%sLineHeight", prefix), item->font->size + 2);
    item->limit = bag_number_or(&header->bag, str_print(arena, "%sLimit", prefix), 0);
    return item;
}

/* The side of `bounds` at which something stands. */
static rect strip(rect bounds, rect cell, enum guide_side side)
{
    return is_level(side) ? (rect){cell.x, bounds.y, cell.width, bounds.height}
                          : (rect){bounds.x, cell.y, bounds.width, cell.height};
}

static void add_labels(const struct header *header, struct plot_view *facet,
                       struct guide *guide, rect bounds)
{
    point corner = {-facet->area.x, -facet->area.y};
    double padding = bag_number_or(&header->bag, S("labelPadding"), 10);
    for (size_t i = 0; i < facet->views.count; i++) {
        const struct plot_view *cell = facet->views.at[i];
        struct datum value = header->is_row ? cell->row : cell->column;
        bool is_first = true;
        for (size_t j = 0; j < i; j++) {
            const struct plot_view *before = facet->views.at[j];
            is_first = is_first &&
                       !datum_is_same(header->is_row ? before->row : before->column, value);
        }
        if (is_first) {
            str text = label_text(header, value);
            rect along = strip(bounds, cell->area, header->label_side);
            add_text(header, guide, "label", header->label_side,
                     text_lines(header->maker->arena, text), rect_moved(along, corner),
                     padding);
        }
    }
}

static bool add_side(struct maker *maker, struct plot_view *facet,
                     const struct channel *def, enum header_name name, struct guide *guide,
                     rect *bounds, struct error *error)
{
    if (def->source != CHANNEL_FIELD) {
        return true;
    }
    struct header header = header_of(maker, def, name);
    point corner = {facet->area.x, facet->area.y};
    point back = {-corner.x, -corner.y};
    if (has_labels(&header) && name != HEADER_FACET) {
        add_labels(&header, facet, guide, *bounds);
        *bounds = rect_union(*bounds,
                             rect_moved(guide_bounds(maker, &guide->parts, error), corner));
    }
    struct str_list lines = title_lines(&header);
    if (lines.count) {
        rect along = strip(*bounds, facet->area, header.title_side);
        add_text(&header, guide, "title", header.title_side, lines, rect_moved(along, back),
                 bag_number_or(&header.bag, S("titlePadding"), 10));
        *bounds = rect_union(*bounds,
                             rect_moved(guide_bounds(maker, &guide->parts, error), corner));
    }
    return !error->kind;
}

bool header_add(struct maker *maker, struct plot_view *facet, rect *bounds,
                struct error *error)
{
    struct guide *guide = arena_new(maker->arena, struct guide);
    guide->kind = GUIDE_HEADER;
    guide->is_above = true;
    const struct view *view = facet->view;
    if (!add_side(maker, facet, &view->column, HEADER_COLUMN, guide, bounds, error) ||
        !add_side(maker, facet, &view->row, HEADER_ROW, guide, bounds, error) ||
        !add_side(maker, facet, &view->facet, HEADER_FACET, guide, bounds, error)) {
        return false;
    }
    guide->bounds = guide_bounds(maker, &guide->parts, error);
    *arena_push(maker->arena, &facet->guides) = guide;
    return true;
}

bool header_add_cell(struct maker *maker, const struct view *facet, struct plot_view *cell,
                     rect *bounds, struct error *error)
{
    struct header header = header_of(maker, &facet->facet, HEADER_FACET);
    if (!has_labels(&header)) {
        return true;
    }
    struct guide *guide = arena_new(maker->arena, struct guide);
    guide->kind = GUIDE_HEADER;
    guide->is_above = true;
    point corner = {cell->area.x, cell->area.y};
    rect along = strip(*bounds, cell->area, header.label_side);
    str text = label_text(&header, cell->facet);
    add_text(&header, guide, "label", header.label_side, text_lines(maker->arena, text),
             rect_moved(along, (point){-corner.x, -corner.y}),
             bag_number_or(&header.bag, S("labelPadding"), 10));
    guide->bounds = guide_bounds(maker, &guide->parts, error);
    *arena_push(maker->arena, &cell->guides) = guide;
    *bounds = rect_union(*bounds, rect_moved(guide->bounds, corner));
    return !error->kind;
}
