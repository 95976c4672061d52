/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "encode_column.h"
#include "font_choice.h"
#include "grammar/format.h"
#include "items.h"
#include "label_format.h"

struct texts {
    const struct unit_view *view;
    struct visual text, size, angle;
    struct spot theta, radius;
    const struct datum *ends; /* of bins */
    struct label_format format;
    struct mark_property align, baseline, turn, dx, dy;
    double limit, line_height;
};

static int baseline_of(str word)
{
    return str_equal(word, S("top"))           ? BASELINE_TOP
           : str_equal(word, S("bottom"))      ? BASELINE_BOTTOM
           : str_equal(word, S("alphabetic"))  ? BASELINE_ALPHABETIC
           : str_equal(word, S("line-top"))    ? BASELINE_LINE_TOP
           : str_equal(word, S("line-bottom")) ? BASELINE_LINE_BOTTOM
                                               : BASELINE_MIDDLE;
}

static enum text_align align_of(str word)
{
    return str_equal(word, S("left"))    ? ALIGN_LEFT
           : str_equal(word, S("right")) ? ALIGN_RIGHT
                                         : ALIGN_CENTER;
}

struct texts *texts_make(const struct unit_view *view)
{
    struct arena *arena = view->maker->arena;
    const struct bag *mark = &view->unit->mark;
    struct texts *texts = arena_new(arena, struct texts);
    texts->view = view;
    texts->text = visual_of(view, CHANNEL_TEXT);
    texts->size = visual_of(view, CHANNEL_SIZE);
    texts->angle = visual_of(view, CHANNEL_ANGLE);
    texts->theta = spot_point(view, CHANNEL_THETA, DEFAULT_NOWHERE);
    texts->radius = spot_point(view, CHANNEL_RADIUS, DEFAULT_NOWHERE);
    const struct encoding *encoding = &view->unit->encodings[CHANNEL_TEXT];
    if (encoding->has_bin) {
        texts->ends = encode_find(arena, view->frame, encoding->end);
    }
    texts->format = label_format_text(view->maker, encoding->def);
    texts->align = mark_property(view, S("align"));
    texts->baseline = mark_property(view, S("baseline"));
    texts->turn = mark_property(view, S("angle"));
    texts->dx = mark_property(view, S("dx"));
    texts->dy = mark_property(view, S("dy"));
    texts->limit = bag_number_or(mark, S("limit"), 0);
    texts->line_height = bag_number_or(mark, S("lineHeight"), 0);
    return texts;
}

/* A list is lines; so are the parts of a text between the mark's `lineBreak`. */
static struct str_list lines_of(const struct texts *texts, struct datum datum)
{
    struct arena *arena = texts->view->maker->arena;
    struct str_list lines = {0};
    for (size_t i = 0; datum.kind == DATUM_LIST && i < datum.list->count; i++) {
        *arena_push(arena, &lines) = datum_to_text(arena, datum.list->at[i]);
    }
    if (datum.kind == DATUM_LIST) {
        return lines;
    }
    str text = datum_to_text(arena, datum);
    str mark = bag_text_or(&texts->view->unit->mark, S("lineBreak"), S(""));
    if (mark.length != 1) {
        *arena_push(arena, &lines) = text;
        return lines;
    }
    while (text.length) {
        str rest;
        *arena_push(arena, &lines) = str_cut(text, mark.at[0], &rest);
        text = rest;
    }
    return lines;
}

struct str_list texts_lines(const struct texts *texts, size_t row)
{
    struct arena *arena = texts->view->maker->arena;
    struct datum datum;
    const struct channel *decides = visual_decides(&texts->text, row, &datum);
    if (!decides) {
        const struct node *own = bag_find(&texts->view->unit->mark, S("text"));
        return own ? lines_of(texts, datum_from_node(arena, own)) : (struct str_list){0};
    }
    if (decides->source == CHANNEL_VALUE) {
        return datum.kind == DATUM_NONE ? (struct str_list){0} : lines_of(texts, datum);
    }
    if (texts->ends && datum_is_valid(datum)) {
        str low = label_format_print(&texts->format, datum, NULL);
        str high = label_format_print(&texts->format, texts->ends[row], NULL);
        datum = datum_text(
            str_print(arena, "%.*s \xE2\x80\x93 %.*s", STR_ARG(low), STR_ARG(high)));
    } else if (datum.kind != DATUM_LIST) {
        datum = datum_text(label_format_print(&texts->format, datum,
                                              frame_exact(texts->view->frame, datum)));
    }
    return lines_of(texts, datum);
}

/* Round the middle of a pie, from 12 o'clock. */
static void move_polar(const struct texts *texts, size_t row, struct item *item)
{
    const double quarter = 1.57079632679489661923;
    double theta = texts->theta.kind == SPOT_NONE ? 0 : spot_at(&texts->theta, row);
    double radius = texts->radius.kind == SPOT_NONE ? 0 : spot_at(&texts->radius, row);
    if (texts->radius.kind != SPOT_NONE) {
        item->x += radius * cos(theta - quarter);
        item->y += radius * sin(theta - quarter);
    }
}

void texts_style(const struct texts *texts, size_t row, struct item *item)
{
    const struct bag *mark = &texts->view->unit->mark;
    double usual = bag_number_or(mark, S("fontSize"), 11);
    usual = bag_number_or(mark, S("size"), usual);
    double size = visual_number(&texts->size, row, usual);
    struct font_choice choice = {
        .font = bag_text_or(mark, S("font"), S("")),
        .size = size,
        .weight = bag_find(mark, S("fontWeight")),
        .is_italic = str_equal(bag_text_or(mark, S("fontStyle"), S("")), S("italic")),
        .color = item->paint.fill,
    };
    item->font = font_choose(texts->view->maker, choice);
    item->line_height = texts->line_height > 0 ? texts->line_height : size + 2;
    item->align = align_of(mark_property_text(&texts->align, row, S("center")));
    item->baseline = baseline_of(mark_property_text(&texts->baseline, row, S("middle")));
    double turn = mark_property_number(&texts->turn, row, 0);
    item->angle = visual_number(&texts->angle, row, turn);
    item->dx = mark_property_number(&texts->dx, row, 0);
    item->dy = mark_property_number(&texts->dy, row, 0);
    item->limit = texts->limit;
    move_polar(texts, row, item);
}
