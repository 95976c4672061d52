/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "page/grid.h"

#include <math.h>

#define SPACE_ABOVE 20.0
#define SPACE_BELOW 18.0
#define CAPTION_GAP 5.0

/* More pixels than print shows are averaged, but for files that are kept as they are. */
#define PIXELS_SHOWN (300.0 / 72)

struct picture {
    const struct image *image;
    str alt;
    double width, height; /* of the image */
    struct text_block caption;
};

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    (void)part;
    const struct picture *picture = block->content;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = picture->alt});
    scene_image(scene, picture->image, (rect){at.x, at.y, picture->width, picture->height});
    if (picture->caption.line_count) {
        point below = {at.x, at.y + picture->height + CAPTION_GAP};
        scene_group_begin(scene, (struct scene_tag){.role = TAG_CAPTION});
        scene_block(scene, &picture->caption, below, ALIGN_LEFT);
        scene_group_end(scene);
    }
    scene_group_end(scene);
}

static const struct flow_class picture_class = {
    .name = "image",
    .fit = flow_fit_whole,
    .draw = draw,
};

static const struct image *without_excess(const struct setting *setting,
                                          const struct image *image, double width)
{
    double excess = (double)image->width / (width * PIXELS_SHOWN);
    return excess >= 2 && !image->is_plain_jpeg
               ? image_reduce(setting->arena, image, (size_t)excess)
               : image;
}

bool picture_set(const struct setting *setting, const struct block *block, double width,
                 struct flow_block *made)
{
    const struct theme *theme = setting->theme;
    struct picture *picture = arena_new(setting->arena, struct picture);
    double ratio = (double)block->image->height / (double)block->image->width;
    width = fmin(width, (double)block->image->width / PICTURE_PIXELS);
    picture->alt = block->text;
    picture->caption =
        setting_spans(setting, &block->spans, setting_style(setting, STYLE_SOURCE),
                      (struct text_layout){.width = fmax(width, theme_columns(theme, 4))});
    double caption =
        picture->caption.height > 0 ? picture->caption.height + CAPTION_GAP : 0;
    double room = (double)(theme->lines - 1) * theme->baseline - caption;
    picture->width = fmin(width, room / ratio);
    picture->height = picture->width * ratio;
    picture->image = without_excess(setting, block->image, picture->width);
    *made = (struct flow_block){
        .kind = &picture_class,
        .content = picture,
        .source = block,
        .units = 1,
        .height = picture->height + caption,
        .space_above = SPACE_ABOVE,
        .space_below = SPACE_BELOW,
    };
    return !setting_failed(setting);
}
