/* SPDX-License-Identifier: MIT */
/* Where properties are looked for: what is nearest to the part first. */
#include "config.h"
#include "definition.h"
#include "grammar/view.h"
#include "rewrite.h"

static void add_section(struct bag *bag, const struct specification *specification,
                        str section)
{
    bag_add(bag, config_section(specification->config, section));
}

static void add_style(struct bag *bag, const struct specification *specification, str style)
{
    bag_add(bag, config_section(config_section(specification->config, S("style")), style));
}

/* `style` of a part: a word or a list, whose last goes before the others. */
static void add_styles(struct bag *bag, const struct specification *specification,
                       const struct node *style)
{
    if (!style || rewrite_is_null(style)) {
        return;
    }
    if (style->kind == NODE_SCALAR) {
        add_style(bag, specification, style->text);
    }
    for (size_t i = style->kind == NODE_LIST ? style->count : 0; i > 0; i--) {
        add_style(bag, specification, style->at[i - 1]->text);
    }
}

struct bag view_mark_bag(const struct specification *specification, const struct view *unit)
{
    struct bag bag = {0};
    str word = mark_word(unit->mark);
    bag_add(&bag, unit->mark_node);
    add_styles(&bag, specification, rewrite_find(unit->mark_node, S("style")));
    add_style(&bag, specification, word);
    add_section(&bag, specification, word);
    add_section(&bag, specification, S("mark"));
    return bag;
}

struct bag view_scale_bag(const struct specification *specification,
                          const struct channel *channel)
{
    struct bag bag = {0};
    bag_add(&bag, channel->scale);
    add_section(&bag, specification, S("scale"));
    return bag;
}

/* --- axes -------------------------------------------------------------------------------
 */

enum { SECTION_NAMES_MAX = 7, SECTION_NAME_MAX = 24 };

/* Config sections of an axis, the nearest first: axisXBand ... axis. */
struct section_names {
    char at[SECTION_NAMES_MAX][SECTION_NAME_MAX];
    size_t count;
};

static void add_name(struct section_names *names, const char *channel, const char *kind)
{
    snprintf(names->at[names->count++], SECTION_NAME_MAX, "axis%s%s", channel, kind);
}

static const char *side_word(str orient)
{
    static const struct {
        str orient;
        const char *word;
    } sides[] = {{S("top"), "Top"},
                 {S("bottom"), "Bottom"},
                 {S("left"), "Left"},
                 {S("right"), "Right"}};
    for (size_t i = 0; i < COUNT_OF(sides); i++) {
        if (str_equal(orient, sides[i].orient)) {
            return sides[i].word;
        }
    }
    return "";
}

static struct section_names section_names_of(const struct channel *channel,
                                             const char *letter, str orient, bool is_band)
{
    struct section_names names = {0};
    bool is_quantitative = channel->type == TYPE_QUANTITATIVE;
    bool is_temporal = channel->type == TYPE_TEMPORAL;
    const char *kind = is_band || (!is_quantitative && !is_temporal) ? "Discrete"
                       : is_temporal                                 ? "Temporal"
                                                                     : "Quantitative";
    bool is_discrete = is_band || (!is_quantitative && !is_temporal);
    const char *finer = is_band ? "Band" : "Point";
    if (is_discrete) {
        add_name(&names, letter, finer);
    }
    add_name(&names, letter, kind);
    if (is_discrete) {
        add_name(&names, "", finer);
    }
    add_name(&names, "", kind);
    add_name(&names, letter, "");
    if (*side_word(orient)) {
        add_name(&names, "", side_word(orient));
    }
    add_name(&names, "", "");
    return names;
}

struct bag view_axis_bag(const struct specification *specification,
                         const struct channel *channel, enum channel_name name, str orient,
                         bool is_band)
{
    struct bag bag = {0};
    const struct section_names names =
        section_names_of(channel, name == CHANNEL_X ? "X" : "Y", orient, is_band);
    bag_add(&bag, channel->guide);
    add_styles(&bag, specification, rewrite_find(channel->guide, S("style")));
    for (size_t i = 0; i < names.count; i++) {
        add_section(&bag, specification, str_from(names.at[i]));
    }
    for (size_t i = 0; i < names.count; i++) {
        const struct node *section =
            config_section(specification->config, str_from(names.at[i]));
        add_styles(&bag, specification, rewrite_find(section, S("style")));
    }
    return bag;
}

/* --- other guides -----------------------------------------------------------------------
 */

struct bag view_legend_bag(const struct specification *specification,
                           const struct channel *channel)
{
    struct bag bag = {0};
    bag_add(&bag, channel->guide);
    add_section(&bag, specification, S("legend"));
    return bag;
}

struct bag view_header_bag(const struct specification *specification,
                           const struct channel *channel, enum header_name name)
{
    static const str sections[] = {
        [HEADER_ROW] = S("headerRow"),
        [HEADER_COLUMN] = S("headerColumn"),
        [HEADER_FACET] = S("headerFacet"),
    };
    struct bag bag = {0};
    bag_add(&bag, channel->guide);
    add_section(&bag, specification, sections[name]);
    add_section(&bag, specification, S("header"));
    return bag;
}

struct bag view_title_bag(const struct specification *specification,
                          const struct view *view)
{
    struct bag bag = {0};
    bool is_map = view->title && view->title->kind == NODE_MAP;
    bag_add(&bag, view->title);
    add_styles(&bag, specification, is_map ? node_find(view->title, S("style")) : NULL);
    add_section(&bag, specification, S("title"));
    return bag;
}

struct bag view_frame_bag(const struct specification *specification,
                          const struct view *view)
{
    struct bag bag = {0};
    const struct node *style = rewrite_find(view->view_style, S("style"));
    bag_add(&bag, view->view_style);
    add_styles(&bag, specification, style);
    add_section(&bag, specification, S("view"));
    if (!style) {
        add_style(&bag, specification, S("cell"));
    }
    return bag;
}

struct bag view_style_bag(const struct specification *specification, str style)
{
    struct bag bag = {0};
    add_style(&bag, specification, style);
    return bag;
}

struct bag view_config_bag(const struct specification *specification, str section)
{
    struct bag bag = {0};
    if (section.length) {
        add_section(&bag, specification, section);
    } else {
        bag_add(&bag, specification->config);
    }
    return bag;
}

str view_channel_title(struct arena *arena, const struct specification *specification,
                       const struct channel *channel)
{
    return definition_is_field(channel->node)
               ? definition_title(arena, specification->config, channel->node)
               : (str){0};
}
