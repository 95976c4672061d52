/* SPDX-License-Identifier: MIT */
#include "page/setting.h"

#include "note.h"

/* Marks of footnotes, as parts of the size of the text. */
#define MARK_SIZE 0.66
#define MARK_RISE 0.33

bool setting_failed(const struct setting *setting)
{
    return setting->error->kind != ERROR_NONE;
}

const struct text_style *setting_style(const struct setting *setting,
                                       enum theme_style style)
{
    return &setting->theme->styles[style];
}

struct text_style setting_style_in(const struct setting *setting, enum theme_style style,
                                   enum theme_color ink)
{
    struct text_style tinted = setting->theme->styles[style];
    tinted.color = setting->theme->colors[ink];
    return tinted;
}

struct paint setting_rule(const struct setting *setting, double width, enum theme_color ink)
{
    return (struct paint){
        .stroke_width = width,
        .stroke = setting->theme->colors[ink],
    };
}

struct text_line setting_line(const struct setting *setting, str text,
                              const struct text_style *style, struct place place)
{
    if (!text.length || setting_failed(setting)) {
        return (struct text_line){0};
    }
    struct text_line line =
        font_line(setting->arena, setting->fonts, text, style, setting->error);
    if (setting_failed(setting) && !setting->error->place.file.length) {
        setting->error->place = place;
    }
    return line;
}

static struct text_block set(const struct setting *setting, const struct text_span *spans,
                             size_t count, struct text_layout layout)
{
    if (!count || setting_failed(setting)) {
        return (struct text_block){0};
    }
    return font_block(setting->arena, setting->fonts, spans, count, layout, setting->error);
}

struct text_block setting_block(const struct setting *setting, str text,
                                const struct text_style *style, struct text_layout layout,
                                struct place place)
{
    struct text_span span = {.text = text, .style = *style, .place = place};
    return set(setting, &span, text.length > 0, layout);
}

static struct text_span span_of(const struct setting *setting,
                                const struct inline_span *from,
                                const struct text_style *style)
{
    struct text_span span = {
        .text = from->text,
        .style = *style,
        .link = from->link,
        .place = from->place,
    };
    if (from->is_code) {
        span.is_whole = true;
        const struct text_style *code = setting_style(setting, STYLE_CODE);
        span.style.family = code->family;
        span.style.size = style->size * 0.95;
    }
    if (from->is_strong) {
        span.style.weight = WEIGHT_BOLD;
    }
    if (from->is_emphasis) {
        span.style.is_italic = !style->is_italic;
    }
    if (from->note && setting->notes) {
        span.link = setting->notes->links.at[from->note - 1];
        span.rise = MARK_RISE * style->size;
        span.style.size = MARK_SIZE * style->size;
    }
    if (span.link.length) {
        span.style.color = setting->theme->colors[COLOR_UP_TEXT];
    }
    return span;
}

struct text_block setting_spans(const struct setting *setting,
                                const struct inline_spans *spans,
                                const struct text_style *style, struct text_layout layout)
{
    struct text_span *made = arena_array(setting->arena, struct text_span, spans->count);
    size_t count = 0;
    for (size_t i = 0; i < spans->count; i++) {
        if (spans->at[i].text.length) {
            made[count++] = span_of(setting, &spans->at[i], style);
        }
    }
    return set(setting, made, count, layout);
}

struct text_block setting_heading_link(const struct setting *setting,
                                       const struct block *heading,
                                       const struct text_style *style,
                                       struct text_layout layout)
{
    const struct inline_spans *spans = &heading->spans;
    str link = str_print(setting->arena, "#%.*s", STR_ARG(heading->anchor));
    struct text_span *made = arena_array(setting->arena, struct text_span, spans->count);
    size_t count = 0;
    for (size_t i = 0; i < spans->count; i++) {
        if (spans->at[i].text.length && !spans->at[i].note) {
            made[count] = span_of(setting, &spans->at[i], style);
            made[count].style.color = style->color;
            made[count++].link = link;
        }
    }
    return set(setting, made, count, layout);
}

struct text_block setting_link(const struct setting *setting, str text,
                               const struct text_style *style, str link, struct place place)
{
    struct text_span span = {.text = text, .style = *style, .link = link, .place = place};
    return set(setting, &span, text.length > 0, (struct text_layout){0});
}

void setting_draw_line(struct scene *scene, const struct text_line *line,
                       double line_height, point at)
{
    struct text_line copy = *line;
    struct text_block block = {
        .lines = &copy,
        .line_count = 1,
        .width = line->width,
        .height = line_height,
        .line_height = line_height,
    };
    scene_block(scene, &block, at, ALIGN_LEFT);
}
