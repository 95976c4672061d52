/* SPDX-License-Identifier: MIT */
/*
 * Box plots: box from quartile to quartile, tick at the median, whiskers to the extremes
 * ("min-max") or to the last data within `extent` times the box's height (Tukey), and
 * points for what lies beyond.
 */
#include "composite.h"
#include "config.h"
#include "rewrite.h"

struct boxplot {
    struct composite composite;
    bool is_tukey;
    str extent; /* the factor, as it was written */
    const struct node *plain; /* the encoding without colour and size */
    const struct node *color, *size; /* channels, or NULL */
};

static void take_extent(struct boxplot *boxplot)
{
    const struct node *extent = composite_property(&boxplot->composite, S("extent"));
    boxplot->is_tukey = extent && !rewrite_is_text(extent, S("min-max"));
    boxplot->extent = boxplot->is_tukey ? extent->text : (str){0};
}

static void add_quartiles(struct boxplot *boxplot, struct node *list)
{
    str field = boxplot->composite.field;
    composite_aggregate(&boxplot->composite, list, S("q1"), field, S("lower_box"));
    composite_aggregate(&boxplot->composite, list, S("q3"), field, S("upper_box"));
}

/* --- marks ---------------------------------------------------------------------------- */

static struct node *part_mark(const struct boxplot *boxplot, str word)
{
    struct node *mark = composite_new_mark(&boxplot->composite, word);
    rewrite_set(boxplot->composite.arena, mark, S("invalid"),
                node_find(boxplot->composite.mark, S("invalid")));
    return mark;
}

static const struct node *tick_mark(const struct boxplot *boxplot)
{
    const struct composite *composite = &boxplot->composite;
    struct node *tick = part_mark(boxplot, S("tick"));
    rewrite_set_text(composite->arena, tick, S("orient"),
                     composite->is_vertical ? S("horizontal") : S("vertical"));
    return tick;
}

static const struct node *end_mark(const struct boxplot *boxplot)
{
    struct arena *arena = boxplot->composite.arena;
    struct node *tick = rewrite_merge(arena, tick_mark(boxplot), NULL);
    rewrite_set_text(arena, tick, S("color"), S("black"));
    rewrite_set(arena, tick, S("opacity"), rewrite_plain(arena, tick, S("1")));
    return tick;
}

static const struct node *sized(const struct boxplot *boxplot, const struct node *mark)
{
    const struct composite *composite = &boxplot->composite;
    struct node *copy = rewrite_merge(composite->arena, mark, NULL);
    const struct node *size = composite_property(composite, S("size"));
    rewrite_set(composite->arena, copy, S("size"), rewrite_is_true(size) ? size : NULL);
    return copy;
}

static const struct node *box_mark(const struct boxplot *boxplot)
{
    struct node *bar = part_mark(boxplot, S("bar"));
    rewrite_set_text(boxplot->composite.arena, bar, S("orient"),
                     boxplot->composite.is_vertical ? S("vertical") : S("horizontal"));
    return sized(boxplot, bar);
}

static const struct node *median_mark(const struct boxplot *boxplot)
{
    const struct composite *composite = &boxplot->composite;
    struct node *tick =
        rewrite_merge(composite->arena, sized(boxplot, tick_mark(boxplot)), NULL);
    rewrite_set(
        composite->arena, tick, S("color"),
        rewrite_find(config_member(composite->normal->config, S("boxplot"), S("median")),
                     S("color")));
    return tick;
}

/* A box without height would hide a white median: there it takes the box's colour. */
static const struct node *median_encoding(const struct boxplot *boxplot)
{
    const struct composite *composite = &boxplot->composite;
    struct arena *arena = composite->arena;
    struct node *condition = boxplot->color ? rewrite_merge(arena, boxplot->color, NULL)
                                            : rewrite_map(arena, composite->mark);
    if (!boxplot->color) {
        const struct node *box = rewrite_find(
            config_member(composite->normal->config, S("boxplot"), S("box")), S("color"));
        const struct node *usual =
            config_member(composite->normal->config, S("mark"), S("color"));
        rewrite_set(arena, condition, S("value"), box ? box : usual);
    }
    rewrite_set_text(arena, condition, S("test"),
                     str_print(arena, "%.*s >= %.*s",
                               STR_ARG(composite_column(composite, S("lower_box"))),
                               STR_ARG(composite_column(composite, S("upper_box")))));
    struct node *color = rewrite_map(arena, composite->mark);
    rewrite_set(arena, color, S("condition"), condition);
    struct node *encoding = rewrite_merge(arena, boxplot->plain, NULL);
    rewrite_set(arena, encoding, S("size"), boxplot->size);
    rewrite_set(arena, encoding, S("color"), color);
    return encoding;
}

/* --- layers --------------------------------------------------------------------------- */

static void add_whiskers(const struct boxplot *boxplot, struct node *layers)
{
    const struct node *rule = part_mark(boxplot, S("rule"));
    const struct node *end = end_mark(boxplot), *encoding = boxplot->plain;
    const struct composite_part parts[] = {
        {S("rule"), rule, S("lower_whisker"), S("lower_box"), encoding},
        {S("rule"), rule, S("upper_box"), S("upper_whisker"), encoding},
        {S("ticks"), end, S("lower_whisker"), S(""), encoding},
        {S("ticks"), end, S("upper_whisker"), S(""), encoding},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        composite_add_part(&boxplot->composite, layers, &parts[i]);
    }
}

static struct node *box_layers(const struct boxplot *boxplot)
{
    const struct composite *composite = &boxplot->composite;
    struct node *layers = rewrite_list(composite->arena, composite->unit);
    if (!boxplot->is_tukey) {
        add_whiskers(boxplot, layers);
    }
    const struct composite_part box = {S("box"), box_mark(boxplot), S("lower_box"),
                                       S("upper_box"), composite->encoding};
    const struct composite_part median = {S("median"), median_mark(boxplot), S("mid_box"),
                                          S(""), median_encoding(boxplot)};
    composite_add_part(composite, layers, &box);
    composite_add_part(composite, layers, &median);
    return layers;
}

/* The five figures of each group. */
static struct node *summary(struct boxplot *boxplot)
{
    struct composite *composite = &boxplot->composite;
    struct node *transforms = rewrite_list(composite->arena, composite->unit);
    struct node *all = rewrite_list(composite->arena, composite->unit);
    rewrite_add_all(composite->arena, all, composite->aggregates);
    add_quartiles(boxplot, all);
    composite_aggregate(composite, all, S("median"), composite->field, S("mid_box"));
    composite_aggregate(composite, all, S("min"), composite->field,
                        boxplot->is_tukey ? S("min") : S("lower_whisker"));
    composite_aggregate(composite, all, S("max"), composite->field,
                        boxplot->is_tukey ? S("max") : S("upper_whisker"));
    struct composite with = *composite;
    with.aggregates = all;
    rewrite_add_all(composite->arena, transforms, composite->transforms);
    composite_add_summary(&with, transforms);
    return transforms;
}

static struct node *layered(const struct boxplot *boxplot, struct node *transforms,
                            struct node *layers)
{
    struct node *view = rewrite_map(boxplot->composite.arena, boxplot->composite.unit);
    rewrite_set(boxplot->composite.arena, view, S("transform"), transforms);
    rewrite_set(boxplot->composite.arena, view, S("layer"), layers);
    return view;
}

/* --- Tukey's whiskers and what lies beyond
 * ------------------------------------------------- */

struct fences {
    str low, high, value; /* formulas */
};

static str fence(const struct boxplot *boxplot, str from, const char *sign)
{
    const struct composite *composite = &boxplot->composite;
    str low = composite_column(composite, S("lower_box"));
    str high = composite_column(composite, S("upper_box"));
    return str_print(composite->arena, "%.*s %s %.*s * (%.*s - %.*s)", STR_ARG(from), sign,
                     STR_ARG(boxplot->extent), STR_ARG(high), STR_ARG(low));
}

static struct fences fences_of(const struct boxplot *boxplot)
{
    const struct composite *composite = &boxplot->composite;
    return (struct fences){
        .low = fence(boxplot, composite_column(composite, S("lower_box")), "-"),
        .high = fence(boxplot, composite_column(composite, S("upper_box")), "+"),
        .value = composite_access(composite->arena, composite->field),
    };
}

static struct node *filter(const struct boxplot *boxplot, str formula)
{
    struct arena *arena = boxplot->composite.arena;
    struct node *list = rewrite_list(arena, boxplot->composite.unit);
    struct node *transform = rewrite_map(arena, boxplot->composite.unit);
    rewrite_set_text(arena, transform, S("filter"), formula);
    rewrite_add(arena, list, transform);
    return list;
}

static void add_outliers(const struct boxplot *boxplot, struct fences fences,
                         struct node *layers)
{
    const struct composite *composite = &boxplot->composite;
    struct arena *arena = composite->arena;
    if (!composite_wants(composite, S("outliers"))) {
        return;
    }
    static const str tooltip[] = {S("tooltip")}; /* of the groups */
    struct node *encoding = rewrite_map(arena, composite->unit);
    rewrite_set(arena, encoding, composite->axis,
                composite_position(composite, composite->field));
    encoding =
        rewrite_merge(arena, encoding, rewrite_without(arena, boxplot->plain, tooltip, 1));
    rewrite_set(arena, encoding, S("color"), boxplot->color);
    struct node *layer = rewrite_map(arena, composite->unit);
    rewrite_set(arena, layer, S("transform"),
                filter(boxplot, str_print(arena, "(%.*s < %.*s) || (%.*s > %.*s)",
                                          STR_ARG(fences.value), STR_ARG(fences.low),
                                          STR_ARG(fences.value), STR_ARG(fences.high))));
    rewrite_set(arena, layer, S("mark"),
                composite_part_mark(composite, S("outliers"),
                                    composite_new_mark(composite, S("point"))));
    rewrite_set(arena, layer, S("encoding"), encoding);
    rewrite_add(arena, layers, layer);
}

/* The ends of the whiskers of each group, of the data between the fences. */
static struct node *whisker_view(struct boxplot *boxplot, struct fences fences)
{
    struct composite *composite = &boxplot->composite;
    struct arena *arena = composite->arena;
    struct node *transforms =
        filter(boxplot, str_print(arena, "(%.*s <= %.*s) && (%.*s <= %.*s)",
                                  STR_ARG(fences.low), STR_ARG(fences.value),
                                  STR_ARG(fences.value), STR_ARG(fences.high)));
    struct node *ends = rewrite_list(arena, composite->unit);
    str low = str_print(arena, "lower_box_%.*s", STR_ARG(composite->alias));
    str high = str_print(arena, "upper_box_%.*s", STR_ARG(composite->alias));
    composite_aggregate(composite, ends, S("min"), composite->field, S("lower_whisker"));
    composite_aggregate(composite, ends, S("max"), composite->field, S("upper_whisker"));
    composite_aggregate(composite, ends, S("min"), low, S("lower_box"));
    composite_aggregate(composite, ends, S("max"), high, S("upper_box"));
    rewrite_add_all(arena, ends, composite->aggregates);
    struct composite with = *composite;
    with.aggregates = ends;
    composite_add_summary(&with, transforms);
    struct node *layers = rewrite_list(arena, composite->unit);
    add_whiskers(boxplot, layers);
    return layered(boxplot, transforms, layers);
}

static struct node *tukey_view(struct boxplot *boxplot)
{
    struct composite *composite = &boxplot->composite;
    struct arena *arena = composite->arena;
    struct fences fences = fences_of(boxplot);
    struct node *transforms = rewrite_list(arena, composite->unit);
    struct node *join = rewrite_map(arena, composite->unit);
    struct node *quartiles = rewrite_list(arena, composite->unit);
    struct node *layers = rewrite_list(arena, composite->unit);
    add_quartiles(boxplot, quartiles);
    rewrite_set(arena, join, S("joinaggregate"), quartiles);
    rewrite_set(arena, join, S("groupby"), composite->groupby);
    rewrite_add_all(arena, transforms, composite->transforms);
    rewrite_add(arena, transforms, join);
    add_outliers(boxplot, fences, layers);
    rewrite_add(arena, layers, whisker_view(boxplot, fences));
    return layered(boxplot, transforms, layers);
}

const struct node *normal_boxplot(const struct normal *normal, const struct node *unit)
{
    static const str styled[] = {S("color"), S("size")};
    struct boxplot boxplot = {0};
    struct composite *composite = &boxplot.composite;
    if (!composite_read(composite, normal, unit)) {
        return NULL;
    }
    take_extent(&boxplot);
    boxplot.color = node_find(composite->encoding, S("color"));
    boxplot.size = node_find(composite->encoding, S("size"));
    boxplot.plain =
        rewrite_without(normal->arena, composite->encoding, styled, COUNT_OF(styled));
    struct node *whole = composite_outer(composite);
    if (!boxplot.is_tukey) {
        struct node *transforms = rewrite_list(normal->arena, unit);
        rewrite_add_all(normal->arena, transforms, node_find(unit, S("transform")));
        rewrite_add_all(normal->arena, transforms, summary(&boxplot));
        rewrite_set(normal->arena, whole, S("transform"), transforms);
        rewrite_set(normal->arena, whole, S("layer"), box_layers(&boxplot));
        return whole;
    }
    struct node *layers = rewrite_list(normal->arena, unit);
    rewrite_add(normal->arena, layers, tukey_view(&boxplot));
    rewrite_add(normal->arena, layers,
                layered(&boxplot, summary(&boxplot), box_layers(&boxplot)));
    rewrite_set(normal->arena, whole, S("layer"), layers);
    return whole;
}
