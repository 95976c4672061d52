/* SPDX-License-Identifier: MIT */
/* Error bands: an area (a rectangle where there is one axis) between the ends, and lines
 * along them where they are wanted. */
#include "normal_error.h"
#include "rewrite.h"

static const struct node *curve_mark(const struct composite *composite, bool has_both_axes,
                                     str along, str across)
{
    static const str curve[] = {S("interpolate"), S("tension")};
    struct node *mark = composite_new_mark(composite, has_both_axes ? along : across);
    for (size_t i = 0; i < COUNT_OF(curve) && has_both_axes; i++) {
        rewrite_set(composite->arena, mark, curve[i], node_find(composite->mark, curve[i]));
    }
    return mark;
}

const struct node *normal_errorband(const struct normal *normal, const struct node *unit)
{
    struct composite composite;
    if (!composite_read(&composite, normal, unit)) {
        return NULL;
    }
    struct node *transforms = normal_error_transforms(&composite);
    if (!transforms) {
        return NULL;
    }
    const struct node *encoding = node_find(unit, S("encoding"));
    bool has_both = node_find(encoding, S("x")) && node_find(encoding, S("y"));
    const struct node *band = curve_mark(&composite, has_both, S("area"), S("rect"));
    const struct node *border = curve_mark(&composite, has_both, S("line"), S("rule"));
    const struct composite_part parts[] = {
        {S("band"), band, S("lower"), S("upper"), composite.encoding},
        {S("borders"), border, S("lower"), S(""), composite.encoding},
        {S("borders"), border, S("upper"), S(""), composite.encoding},
    };
    struct node *layers = rewrite_list(normal->arena, unit);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        composite_add_part(&composite, layers, &parts[i]);
    }
    struct node *whole = composite_outer(&composite);
    rewrite_set(normal->arena, whole, S("transform"), transforms);
    rewrite_set(normal->arena, whole, S("layer"), layers);
    return whole;
}
