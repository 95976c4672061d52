/* SPDX-License-Identifier: MIT */
/* A group at the issue, ranked: the bars of a horizontal bar chart. */
#include "directive_chart_internal.h"

#include "expression/expression.h"

static bool read_change(const struct chart_reader *reader, enum rate_base *base)
{
    static const str names[] = {S("mom"), S("yoy")};
    static const enum rate_base bases[] = {RATE_PREVIOUS, RATE_YEAR_AGO};
    const struct node *node = node_find(reader->map, S("change"));
    size_t choice = 1;
    if (node && !node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    *base = bases[choice];
    return true;
}

/* NULL and an error where `data` is no group. */
static const struct series_group *read_group(const struct chart_reader *reader)
{
    const struct node *data = node_find(reader->map, S("data"));
    struct value value = {0};
    if (!data) {
        error_at(reader->error, ERROR_CONFIG, reader->input->place,
                 "the chart has no data");
        return NULL;
    }
    if (!expression_node(reader->arena, data, &reader->markdown->facts->scope, &value,
                         reader->error)) {
        return NULL;
    }
    if (value.kind != VALUE_GROUP) {
        node_error(data, reader->error, "horizontal bars rank a group, not %s",
                   value_kind_name(value.kind));
        return NULL;
    }
    return value.group;
}

/*
 * The rank at an earlier period is known only if all members of the group were
 * known then: one that was not could have been ahead.
 */
static size_t rank_before(const struct series_group *group, const struct series *series,
                          struct period period)
{
    for (size_t i = 0; i < group->count; i++) {
        if (!observation_has_value(series_at(&group->at[i], period))) {
            return 0;
        }
    }
    return group_rank(group, series, period);
}

static bool add_bar(const struct chart_reader *reader, const struct series *series,
                    enum rate_base base, struct chart *chart, struct chart_bar bar)
{
    bar.name = series->name;
    bar.series = series;
    bar.changes = operator_rate(reader->arena, series, base);
    bar.value = series_at(series, chart->issue);
    bar.change = series_at(bar.changes, chart->issue);
    if (!directive_label(reader->input, &reader->labels, series->name, &bar.label,
                         reader->error)) {
        return false;
    }
    *arena_push(reader->arena, &chart->bars) = bar;
    return true;
}

static bool add_bars(const struct chart_reader *reader, const struct series_group *group,
                     enum rate_base base, struct chart *chart)
{
    struct ranking ranking = group_ranking(reader->arena, group, chart->issue);
    chart->group = group;
    chart->before = period_shift(chart->issue, base == RATE_PREVIOUS ? -1 : -12);
    for (size_t i = 0; i < ranking.count; i++) {
        struct chart_bar bar = {
            .rank = group_rank(group, ranking.at[i], chart->issue),
            .rank_before = rank_before(group, ranking.at[i], chart->before),
        };
        if (!add_bar(reader, ranking.at[i], base, chart, bar)) {
            return false;
        }
        chart->unit = ranking.at[i]->unit;
    }
    if (ranking.rest &&
        !add_bar(reader, ranking.rest, base, chart, (struct chart_bar){.is_rest = true})) {
        return false;
    }
    return !group->total ||
           add_bar(reader, group->total, base, chart, (struct chart_bar){.is_total = true});
}

/* Without names to highlight all bars have the focus colour. */
static bool color_bars(const struct chart_reader *reader, struct chart *chart)
{
    struct highlight highlight;
    if (!directive_highlight(reader, &highlight)) {
        return false;
    }
    for (size_t i = 0; highlight.is_set && i < chart->bars.count; i++) {
        struct chart_bar *bar = &chart->bars.at[i];
        bool is_lit = highlight_lights(&highlight, bar->label, bar->name);
        bar->entity = is_lit ? markdown_entity(reader->markdown, bar->label) : CONTEXT;
    }
    highlight_warn(reader, &highlight);
    return true;
}

bool directive_bars(const struct chart_reader *reader, struct chart *chart)
{
    enum rate_base base;
    const struct series_group *group = read_group(reader);
    if (!group || !read_change(reader, &base)) {
        return false;
    }
    chart->change_head =
        language_phrase(chart->language,
                        base == RATE_PREVIOUS ? PHRASE_HEAD_ON_MONTH : PHRASE_HEAD_ON_YEAR);
    directive_labels_meet(&reader->labels, group);
    return add_bars(reader, group, base, chart) && color_bars(reader, chart);
}
