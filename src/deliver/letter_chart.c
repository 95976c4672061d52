/* SPDX-License-Identifier: MIT */
/*
 * The lead chart as an image: white whatever the reader's screen is, since black labels
 * would vanish on a dark one.
 */
#include "letter_internal.h"

#include "base/hash.h"
#include "export/drawing.h"

#include <math.h>

enum {
    PADDING = 16, /* pixels as shown, within the border */
    PIXELS = 2, /* of the image for one as shown */
    ID_LENGTH = 16,
};

/* Of the grid: text of 7.5 pt is then 15 pixels high at full width, 9 on a telephone. */
enum { GRID_COLUMNS = 7 };

static const struct scene *draw_panel(struct arena *arena, const struct scene *chart,
                                      const struct theme *theme, double pixel)
{
    double inset = PADDING * pixel;
    struct scene *panel =
        scene_create(arena, chart->width + 2 * inset, chart->height + 2 * inset);
    /* the border lies on the outermost pixels as shown */
    rect border = {pixel / 2, pixel / 2, panel->width - pixel, panel->height - pixel};
    struct paint line = {.stroke_width = pixel, .stroke = theme->colors[COLOR_GRID]};
    scene_group_begin(panel, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_rect(panel, border, line);
    scene_group_end(panel);
    scene_append(panel, chart, (point){inset, inset});
    return panel;
}

bool letter_draw_chart(struct arena *arena, const struct chart *chart,
                       const struct theme *theme, struct fonts *fonts, str id_domain,
                       struct letter_image *image, struct error *error)
{
    struct chart copy = *chart;
    copy.size = CHART_HALF; /* its title is smaller than the headline */
    copy.number = S("");
    copy.plot_height = 0;
    double needed =
        chart_width(arena, &copy, theme, fonts, error); /* of views side by side */
    double width = fmax(theme_columns(theme, GRID_COLUMNS), needed);
    const struct scene *scene =
        chart_draw(arena, &copy, width, (struct chart_measure){0}, theme, fonts, error);
    if (!scene) {
        return false;
    }
    double pixel = width / (LETTER_WIDTH - 2 * PADDING);
    const struct scene *panel = draw_panel(arena, scene, theme, pixel);
    if (!drawing_png(arena, panel, fonts, PIXELS / pixel, &image->png, error)) {
        return false;
    }
    str digest = hash_parts(arena, &image->png, 1);
    image->width = LETTER_WIDTH;
    image->height = (int)lround(panel->height / pixel);
    image->alt = chart->alt.length ? chart->alt : chart_alt(arena, chart);
    image->title = chart->title;
    image->content_id =
        str_print(arena, "chart.%.*s@%.*s", ID_LENGTH, digest.at, STR_ARG(id_domain));
    return true;
}
