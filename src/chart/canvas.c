/* SPDX-License-Identifier: MIT */
#include "canvas.h"

#include "expression/trace_log.h"

color canvas_color(const struct canvas *canvas, enum theme_color name)
{
    return canvas->theme->colors[name];
}

color canvas_entity(const struct canvas *canvas, int entity)
{
    const struct theme *theme = canvas->theme;
    size_t hue = theme->palette_count ? (size_t)entity % theme->palette_count : 0;
    bool is_visible =
        color_contrast(theme->palette[hue], canvas_color(canvas, COLOR_PAPER)) >= 3;
    return is_visible ? theme->palette[hue] : theme->palette_text[hue];
}

struct paint canvas_stroke(const struct canvas *canvas, enum theme_color name, double width)
{
    return (struct paint){.stroke = canvas_color(canvas, name), .stroke_width = width};
}

str canvas_figure(const struct canvas *canvas, const struct series *series,
                  struct observation observation, struct figure_style style)
{
    const struct chart *chart = canvas->chart;
    str text = figure_print(canvas->arena, observation.value, style);
    trace_log_observation(chart->log, series, observation, text, chart->place);
    return text;
}

struct text_line canvas_line(const struct canvas *canvas, enum theme_style style, str text)
{
    return canvas_line_in(canvas, style, canvas->theme->styles[style].color, text);
}

struct text_line canvas_line_in(const struct canvas *canvas, enum theme_style style,
                                color ink, str text)
{
    struct text_style text_style = canvas->theme->styles[style];
    text_style.color = ink;
    return font_line(canvas->arena, canvas->fonts, text, &text_style, canvas->error);
}

struct text_line canvas_fit(const struct canvas *canvas, enum theme_style style, str text,
                            double width)
{
    struct text_line line = canvas_line(canvas, style, text);
    while (line.width > width && text.length > 1) {
        do {
            text.length--;
        } while (text.length > 1 && ((unsigned char)text.at[text.length] & 0xC0U) == 0x80U);
        str shorter = str_trim(text);
        line = canvas_line(canvas, style,
                           str_print(canvas->arena, "%.*s\u2026", STR_ARG(shorter)));
    }
    return line;
}

struct text_block canvas_block(const struct canvas *canvas, enum theme_style style,
                               str text, struct text_layout layout)
{
    struct text_span span = {
        .text = text, .style = canvas->theme->styles[style], .place = canvas->chart->place};
    return font_block(canvas->arena, canvas->fonts, &span, 1, layout, canvas->error);
}

double canvas_half_cap(const struct canvas *canvas, enum theme_style style)
{
    const struct text_style *text_style = &canvas->theme->styles[style];
    return font_cap_height(canvas->fonts, text_style) * text_style->size / 2;
}

void canvas_text(const struct canvas *canvas, const struct text_line *line, point at,
                 enum text_align align)
{
    const double halo = 1.5; /* a stroke of 3 pt, half of it outside the letters */
    scene_text_halo(canvas->scene, line, at, align, halo);
}

void canvas_bar(const struct canvas *canvas, rect bar, color hue, bool is_hatched)
{
    const double line_width = 0.7;
    if (!is_hatched) {
        scene_rect(canvas->scene, bar, (struct paint){.has_fill = true, .fill = hue});
        return;
    }
    struct paint tint = {.has_fill = true,
                         .fill = color_mix(canvas_color(canvas, COLOR_PAPER), hue, 0.2)};
    struct paint line = {.stroke = hue, .stroke_width = line_width};
    scene_rect(canvas->scene, bar, tint);
    scene_hatch(canvas->scene, bar, 3, line);
    if (bar.height > line_width && bar.width > line_width) {
        scene_rect(canvas->scene, rect_inset(bar, line_width / 2), line);
    }
}

void canvas_arrow(const struct canvas *canvas, point center, int sign, color hue)
{
    const double half_width = 2.5;
    double half_height = 2.25 * sign; /* y grows downwards: the tip of "up" is above */
    struct path path = {0};
    path_move(canvas->arena, &path, (point){center.x, center.y - half_height});
    path_line(canvas->arena, &path, (point){center.x + half_width, center.y + half_height});
    path_line(canvas->arena, &path, (point){center.x - half_width, center.y + half_height});
    path_close(canvas->arena, &path);
    scene_path(canvas->scene, &path, (struct paint){.has_fill = true, .fill = hue});
}
