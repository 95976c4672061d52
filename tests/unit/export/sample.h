/* SPDX-License-Identifier: MIT */
/* Pages for the tests of export: text, tags, links, marks and a chart-like figure. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "page/page.h"

#include <stdlib.h>

static inline struct fonts *sample_fonts(void)
{
    const str families[] = {S("PT Serif"), S("Roboto Condensed")};
    const str folders[] = {S("/usr/share/fonts/truetype/paratype"),
                           S("/usr/share/fonts/truetype/roboto/unhinted")};
    struct error error = {0};
    struct font_options options = {
        .families = families,
        .family_count = COUNT_OF(families),
        .folders = folders,
        .folder_count = COUNT_OF(folders),
    };
    struct fonts *fonts = fonts_create(&options, &error);
    if (!fonts) {
        error_print(stderr, &error);
        abort();
    }
    return fonts;
}

static inline struct text_line sample_line(struct arena *arena, struct fonts *fonts,
                                           const char *text)
{
    struct error error = {0};
    struct text_style style = {.family = S("PT Serif"), .size = 10, .weight = 400};
    struct text_line line = font_line(arena, fonts, str_from(text), &style, &error);
    if (error.kind) {
        error_print(stderr, &error);
        abort();
    }
    return line;
}

static inline void sample_text(struct scene *scene, struct fonts *fonts,
                               enum scene_role role, const char *text, point at)
{
    struct text_line line = sample_line(scene->arena, fonts, text);
    scene_group_begin(scene, (struct scene_tag){.role = role, .level = 1});
    scene_text(scene, &line, at, ALIGN_LEFT);
    scene_group_end(scene);
}

/* Columns with halo labels, a hatch and grid lines; its caption is an element of its own.
 */
static inline void sample_figure(struct scene *scene, struct fonts *fonts, point at,
                                 const char *alt)
{
    struct paint grid = {.stroke_width = 0.5, .stroke = {200, 205, 210}};
    struct paint column = {.has_fill = true, .fill = {11, 92, 148}};
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = str_from(alt)});
    sample_text(scene, fonts, TAG_CAPTION, "Exports slipped again", at);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    for (int line = 0; line < 5; line++) {
        double y = at.y + 20 + 25 * line;
        scene_line(scene, (point){at.x, y}, (point){at.x + 240, y}, grid);
    }
    scene_group_end(scene);
    for (int bar = 0; bar < 25; bar++) {
        double height = 40 + 53 * bar % 60;
        rect area = {at.x + 9.5 * bar, at.y + 120 - height, 7, height};
        scene_rect(scene, area, column);
    }
    scene_hatch(scene, (rect){at.x, at.y + 60, 7, 60}, 3, grid);
    struct text_line label = sample_line(scene->arena, fonts, "5,473");
    scene_text_halo(scene, &label, (point){at.x + 120, at.y + 60}, ALIGN_CENTER, 1.5);
    scene_group_end(scene);
}

static inline void sample_row(struct scene *scene, struct fonts *fonts, double y,
                              const char *name, const char *value)
{
    scene_group_begin(scene, (struct scene_tag){.role = TAG_TABLE_ROW});
    struct text_line head = sample_line(scene->arena, fonts, name);
    scene_group_begin(scene,
                      (struct scene_tag){.role = TAG_TABLE_HEAD, .scope = SCOPE_ROW});
    scene_text(scene, &head, (point){50, y}, ALIGN_LEFT);
    scene_group_end(scene);
    sample_text(scene, fonts, TAG_TABLE_CELL, value, (point){200, y});
    scene_group_end(scene);
}

/* A paragraph that is a link as a whole. */
static inline void sample_link(struct scene *scene, struct fonts *fonts, const char *text,
                               const char *target, rect area)
{
    struct text_line line = sample_line(scene->arena, fonts, text);
    for (size_t i = 0; i < line.run_count; i++) {
        line.runs[i].link = i ? S("") : str_from(target);
    }
    scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
    scene_text(scene, &line, (point){area.x, area.y + 10}, ALIGN_LEFT);
    scene_link(scene, area, str_from(target));
    scene_group_end(scene);
}

static inline const struct scene *sample_page(struct arena *arena, struct fonts *fonts,
                                              size_t number)
{
    struct scene *scene = scene_create(arena, 595.28, 841.89);
    struct text_line running = sample_line(arena, fonts, "Rare earths monthly");
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_text(scene, &running, (point){50, 30}, ALIGN_LEFT);
    scene_group_end(scene);

    scene_group_begin(scene, (struct scene_tag){.role = TAG_DOCUMENT});
    str name = str_print(arena, "part-%zu", number);
    scene_mark(scene, (point){50, 50}, name);
    sample_text(scene, fonts, TAG_HEADING,
                str_c(arena, str_print(arena, "Heading of page %zu", number)),
                (point){50, 60});
    sample_text(scene, fonts, TAG_PARAGRAPH,
                "China shipped 5,473\xC2\xA0t, down 5.2% on the month.", (point){50, 90});
    sample_text(scene, fonts, TAG_PARAGRAPH, "Café, Škoda, 2024–2025, −5.2%, Ω and № 7.",
                (point){50, 110});
    sample_figure(scene, fonts, (point){50, 150},
                  "Columns: exports fell to 5,473 t in Škofja");
    sample_figure(scene, fonts, (point){310, 150}, "Columns: the same (again)");
    scene_group_begin(scene, (struct scene_tag){.role = TAG_TABLE});
    sample_row(scene, fonts, 320, "Germany", "1,118");
    sample_row(scene, fonts, 340, "South Korea", "569");
    scene_group_end(scene);
    sample_link(scene, fonts, "The source is the customs office.",
                "https://example.org/a(b)?x=1&y=<2> \xC3\xA9", (rect){50, 390, 100, 14});
    sample_link(scene, fonts, "The first part.", "#part-0", (rect){50, 420, 100, 14});
    scene_group_end(scene);
    return scene;
}

static inline struct document *sample_document(struct arena *arena)
{
    struct document *document = arena_new(arena, struct document);
    *document = (struct document){
        .language_tag = S("en"),
        .title = S("Škoda & <Volvo>: exports \"fell\""),
        .subject = S("Exports & imports"),
        .keywords = S("magnets, <rare> earths"),
        .author = S("Institut für Ω"),
        .date = {2025, 11, 20},
    };
    return document;
}

static inline struct pages *sample_pages(struct arena *arena, struct fonts *fonts,
                                         size_t count)
{
    struct pages *pages = arena_new(arena, struct pages);
    pages->document = sample_document(arena);
    for (size_t page = 0; page < count; page++) {
        *arena_push(arena, pages) = sample_page(arena, fonts, page);
        *arena_push(arena, &pages->outline) = (struct outline_entry){
            .level = page ? 2 : 1,
            .title = str_print(arena, "Überschrift %zu – \xF0\x9F\xA7\xB2", page),
            .page = page,
            .y = 50,
        };
    }
    return pages;
}

#endif
