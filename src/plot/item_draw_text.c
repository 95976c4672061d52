/* SPDX-License-Identifier: MIT */
#include "item_draw.h"

#include "base/buffer.h"

#include <math.h>

/* From the point that is given to the baseline, in parts of the size; Vega's numbers. */
static double baseline_below(const struct item *item)
{
    double size = item->font->size;
    switch (item->baseline) {
    case BASELINE_TOP:
        return 0.79 * size;
    case BASELINE_MIDDLE:
        return 0.30 * size;
    case BASELINE_BOTTOM:
        return -0.21 * size;
    case BASELINE_LINE_TOP:
        return 0.29 * size + 0.5 * item->line_height;
    case BASELINE_LINE_BOTTOM:
        return 0.29 * size - 0.5 * item->line_height;
    case BASELINE_ALPHABETIC:
        break;
    }
    return 0;
}

static struct text_style style_of(const struct item *item)
{
    static const color white = {255, 255, 255};
    struct text_style style = *item->font;
    double opacity = item->paint.opacity * item->paint.fill_opacity;
    style.color = color_mix(white, item->paint.fill, fmin(1, opacity));
    return style;
}

static struct text_line line_of(const struct item_brush *brush,
                                const struct text_style *style, str text)
{
    return font_line(brush->arena, brush->fonts, text, style, brush->error);
}

/* Bytes of the first `count` characters. */
static size_t characters_length(str text, size_t count)
{
    size_t length = 0;
    uint32_t character;
    while (count-- > 0 && length < text.length) {
        size_t step = str_decode(text, length, &character);
        length += step ? step : 1;
    }
    return length;
}

static str shortened(struct arena *arena, str text, size_t characters)
{
    struct buffer buffer = {.arena = arena};
    buffer_add(&buffer, str_slice(text, 0, characters_length(text, characters)));
    buffer_add(&buffer, S("\xE2\x80\xA6"));
    return buffer_text(&buffer);
}

/* The longest beginning that fits in the limit together with "...". */
static struct text_line line_within(const struct item_brush *brush,
                                    const struct text_style *style, str text, double limit)
{
    struct text_line line = line_of(brush, style, text);
    if (!(limit > 0) || line.width <= limit) {
        return line;
    }
    size_t fits = 0;
    size_t too_many = str_characters(text);
    while (fits + 1 < too_many) {
        size_t middle = fits + (too_many - fits) / 2;
        line = line_of(brush, style, shortened(brush->arena, text, middle));
        if (line.width <= limit) {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    return line_of(brush, style, shortened(brush->arena, text, fits));
}

/* `by` is from the item's point, before it is turned about that. */
static void draw_line(const struct item_brush *brush, const struct item *item,
                      const struct text_line *line, point by)
{
    point at = brush_point(brush, item->x, item->y);
    bool has_halo = item->paint.has_stroke && item->paint.stroke_width > 0;
    if (item->angle != 0) {
        double along = cos(item->angle * M_PI / 180);
        double down = sin(item->angle * M_PI / 180);
        point turned = {at.x + by.x * along - by.y * down,
                        at.y + by.x * down + by.y * along};
        scene_text_turned(brush->scene, line, turned, item->align, item->angle);
    } else if (has_halo) {
        scene_text_halo(brush->scene, line, (point){at.x + by.x, at.y + by.y}, item->align,
                        item->paint.stroke_width / 2);
    } else {
        scene_text(brush->scene, line, (point){at.x + by.x, at.y + by.y}, item->align);
    }
}

static void draw_text(const struct item_brush *brush, const struct item *item)
{
    struct text_style style = style_of(item);
    point by = {item->dx, item->dy + baseline_below(item)};
    for (size_t i = 0; i < item->text.count; i++) {
        if (item->text.at[i].length) {
            struct text_line line =
                line_within(brush, &style, item->text.at[i], item->limit);
            draw_line(brush, item, &line, by);
        }
        by.y += item->line_height;
    }
}

void item_draw_texts(const struct item_brush *brush)
{
    const struct items *items = &brush->group->items;
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->at[i];
        if (item->font && item->paint.has_fill && item->paint.opacity > 0) {
            draw_text(brush, item);
        }
    }
}
