/* SPDX-License-Identifier: MIT */
/* What a theme should be, and is told if it is not: readable to every reader, and printed.
 */
#include "scene/theme.h"
#include "scene/vision.h"

/* WCAG 2.2, 1.4.3: text, and text of 18 points, or bold of 14. */
static const double contrast_least = 4.5;
static const double contrast_large = 3;
enum { LARGE = 18, LARGE_BOLD = 14 };

/* Colours of a palette nearer than this are taken for one another. */
static const double distance_least = 8;
/* Of the first ones, which most charts have; the others are told by labels and dashes. */
static const double grey_least = 5;
enum { GREY_COLORS = 4 };

static void check_text(const struct theme *theme, struct warnings *warnings)
{
    color paper = theme->colors[COLOR_PAPER];
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct text_style *style = &theme->styles[i];
        bool is_large = style->size >= LARGE ||
                        (style->size >= LARGE_BOLD && style->weight >= WEIGHT_BOLD);
        double least = is_large ? contrast_large : contrast_least;
        double contrast = color_contrast(style->color, paper);
        if (contrast < least) {
            str name = theme_style_name((enum theme_style)i);
            warning_add(
                warnings, theme->styles_place,
                "text in the style \"%.*s\" has a contrast of %.1f; %.1f is the least",
                STR_ARG(name), contrast, least);
        }
    }
    for (size_t i = 0; i < theme->palette_count; i++) {
        double contrast = color_contrast(theme->palette_text[i], paper);
        if (contrast < contrast_least) {
            warning_add(
                warnings, theme->palette_text_place,
                "colour %zu of \"palette-text\" has a contrast of %.1f; %.1f is the "
                "least",
                i + 1, contrast, contrast_least);
        }
    }
}

/* The two of the first `count` colours of the palette that are nearest to each other. */
static void check_palette(const struct theme *theme, enum vision vision, size_t count,
                          double least, struct warnings *warnings)
{
    double nearest = least;
    size_t one = 0;
    size_t other = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            double distance = vision_distance(theme->palette[i], theme->palette[k], vision);
            if (distance < nearest) {
                nearest = distance;
                one = i + 1;
                other = k + 1;
            }
        }
    }
    if (one) {
        warning_add(
            warnings, theme->palette_place,
            "colours %zu and %zu of the palette are alike%.*s: %.1f apart, and %.0f "
            "is the least",
            one, other, STR_ARG(vision_name(vision)), nearest, least);
    }
}

static void check_up_and_down(const struct theme *theme, enum vision vision,
                              struct warnings *warnings)
{
    double distance =
        vision_distance(theme->colors[COLOR_UP], theme->colors[COLOR_DOWN], vision);
    if (distance < distance_least) {
        warning_add(warnings, theme->colors_place,
                    "\"up\" and \"down\" are alike%.*s: %.1f apart, and %.0f is the least",
                    STR_ARG(vision_name(vision)), distance, distance_least);
    }
}

void theme_check(const struct theme *theme, struct warnings *warnings)
{
    size_t first = theme->palette_count < GREY_COLORS ? theme->palette_count : GREY_COLORS;
    check_text(theme, warnings);
    for (enum vision vision = VISION_NORMAL; vision < VISION_GREY; vision++) {
        check_palette(theme, vision, theme->palette_count, distance_least, warnings);
        check_up_and_down(theme, vision, warnings);
    }
    check_palette(theme, VISION_GREY, first, grey_least, warnings);
}
