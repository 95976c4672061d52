/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "font_choice.h"
#include "layout.h"
#include "text_lines.h"

struct title {
    struct maker *maker;
    const struct plot_view *view;
    struct bag bag;
    struct str_list text, subtitle;
    rect frame; /* along which it is anchored */
};

static struct title title_of(struct maker *maker, const struct plot_view *view)
{
    struct title title = {.maker = maker, .view = view};
    const struct node *node = view->view->title;
    title.bag = view_title_bag(maker->specification, view->view);
    if (node && node->kind == NODE_MAP) {
        title.text = text_lines_of(maker->arena, node_find(node, S("text")));
        title.subtitle = text_lines_of(maker->arena, node_find(node, S("subtitle")));
    } else {
        title.text = text_lines_of(maker->arena, node);
    }
    return title;
}

static const struct text_style *style_of(const struct title *title, str style,
                                         const char *prefix, double size)
{
    struct bag bag = view_style_bag(title->maker->specification, style);
    color ink = guide_color(title->maker, &bag, S("fill"), (color){0, 0, 0});
    const struct text_style *usual =
        font_of_bag(title->maker, &bag, "", bag_number_or(&bag, S("fontSize"), size), ink);
    struct bag own = title->bag;
    return font_override(title->maker, usual, &own, prefix);
}

/* Lines that are wider than the frame are broken evenly, where the look asks for it. */
static struct str_list wrapped(const struct title *title, const struct str_list *lines,
                               const struct text_style *style, struct error *error)
{
    struct arena *arena = title->maker->arena;
    struct str_list broken = {0};
    if (!bag_flag_or(&title->bag, S("wrap"), false)) {
        return *lines;
    }
    for (size_t i = 0; i < lines->count; i++) {
        struct text_span span = {.text = lines->at[i], .style = *style};
        struct text_layout layout = {.width = fmax(title->frame.width, 40),
                                     .is_balanced = true};
        struct text_block block =
            font_block(arena, title->maker->fonts, &span, 1, layout, error);
        for (size_t j = 0; j < block.line_count; j++) {
            *arena_push(arena, &broken) = block.lines[j].text;
        }
    }
    return broken;
}

/* Where along the frame: its start, middle or end. */
static double anchor_of(const struct title *title, enum text_align *align)
{
    bool is_composed =
        title->view->view->kind == VIEW_CONCAT || title->view->view->kind == VIEW_FACET;
    str usual = is_composed ? S("start") : S("middle");
    const struct node *node = title->view->view->title;
    struct bag own = {0};
    bag_add(&own, node && node->kind == NODE_MAP ? node : NULL);
    str word = bag_text_or(&own, S("anchor"), S(""));
    if (!word.length) {
        word = is_composed ? usual : bag_text_or(&title->bag, S("anchor"), usual);
    }
    bool is_start = str_equal(word, S("start")), is_end = str_equal(word, S("end"));
    *align = is_start ? ALIGN_LEFT : is_end ? ALIGN_RIGHT : ALIGN_CENTER;
    double part = is_start ? 0 : is_end ? 1 : 0.5;
    return title->frame.x + title->frame.width * part;
}

static void add_lines(const struct title *title, struct guide *guide, str description,
                      struct str_list lines, const struct text_style *style, point at,
                      enum text_align align, double line_height)
{
    struct item_group *group =
        guide_group(title->maker->arena, &guide->parts, ITEM_TEXT, description);
    struct item *item = guide_item(title->maker->arena, group);
    item->x = at.x + bag_number_or(&title->bag, S("dx"), 0);
    item->y = at.y + bag_number_or(&title->bag, S("dy"), 0);
    item->text = lines;
    item->font = style;
    item->paint = guide_fill(style->color, 1);
    item->line_height = line_height;
    item->align = align;
    item->baseline = BASELINE_TOP;
    item->limit = bag_number_or(&title->bag, S("limit"), 0);
}

/* From a line of the frame upwards (or below it): title, then subtitle. */
static void add_block(const struct title *title, struct guide *guide, rect *bounds,
                      struct error *error)
{
    const struct text_style *style = style_of(title, S("group-title"), "", 13);
    const struct text_style *detail = style_of(title, S("group-subtitle"), "subtitle", 12);
    struct str_list text = wrapped(title, &title->text, style, error);
    struct str_list subtitle = wrapped(title, &title->subtitle, detail, error);
    double line = bag_number_or(&title->bag, S("lineHeight"), style->size + 2);
    double detail_line =
        bag_number_or(&title->bag, S("subtitleLineHeight"), detail->size + 2);
    double gap = bag_number_or(&title->bag, S("subtitlePadding"), 3);
    double offset = bag_number_or(&title->bag, S("offset"), 4);
    double height = text.count ? style->size + line * (double)(text.count - 1) : 0;
    double detail_height =
        subtitle.count ? gap + detail->size + detail_line * (double)(subtitle.count - 1)
                       : 0;
    bool is_below = str_equal(bag_text_or(&title->bag, S("orient"), S("top")), S("bottom"));
    double top = is_below ? bounds->y + bounds->height + offset
                          : bounds->y - offset - height - detail_height;
    enum text_align align;
    double x = anchor_of(title, &align) - title->view->area.x;
    point at = {x, top - title->view->area.y};
    if (text.count) {
        add_lines(title, guide, S("title-text"), text, style, at, align, line);
    }
    if (subtitle.count) {
        at.y += height + gap;
        add_lines(title, guide, S("title-subtitle"), subtitle, detail, at, align,
                  detail_line);
    }
}

bool title_add(struct maker *maker, struct plot_view *view, rect *bounds,
               struct error *error)
{
    struct title title = title_of(maker, view);
    if (!title.text.count && !title.subtitle.count) {
        return true;
    }
    bool is_composed = view->view->kind == VIEW_CONCAT || view->view->kind == VIEW_FACET;
    str frame = bag_text_or(&title.bag, S("frame"), is_composed ? S("bounds") : S("group"));
    title.frame = str_equal(frame, S("group")) && !is_composed ? view->area : *bounds;
    struct guide *guide = arena_new(maker->arena, struct guide);
    guide->kind = GUIDE_TITLE;
    guide->is_above = true;
    add_block(&title, guide, bounds, error);
    guide->bounds = guide_bounds(maker, &guide->parts, error);
    *arena_push(maker->arena, &view->guides) = guide;
    *bounds =
        rect_union(*bounds, rect_moved(guide->bounds, (point){view->area.x, view->area.y}));
    return !error->kind;
}
