/* SPDX-License-Identifier: MIT */
/* The fonts of the house, opened for one test, and styles of theirs. */
#ifndef SCENE_FONT_FIXTURE_H
#define SCENE_FONT_FIXTURE_H

#include "near.h"

#include "scene/font.h"

static const str fixture_folders[] = {
    S("/usr/share/fonts/truetype/paratype"),
    S("/usr/share/fonts/truetype/roboto/unhinted"),
};

static inline struct fonts *fixture_fonts(void)
{
    static const str families[] = {S("PT Serif"), S("Roboto"), S("Roboto Condensed")};
    struct font_options options = {
        .families = families,
        .family_count = COUNT_OF(families),
        .folders = fixture_folders,
        .folder_count = COUNT_OF(fixture_folders),
    };
    struct error error = {0};
    struct fonts *fonts = fonts_create(&options, &error);
    assert_string_equal(error.message, "");
    assert_non_null(fonts);
    return fonts;
}

static inline struct text_style fixture_style(const char *family, double size, int weight)
{
    return (struct text_style){
        .family = str_from(family),
        .size = size,
        .weight = weight,
        .line_height = size * 1.25,
    };
}

#endif
