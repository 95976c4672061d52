/* SPDX-License-Identifier: MIT */
/*
 * The key-figures strip: a list of
 *
 *   {label, value, format, unit, changes: [mom, yoy], spark: 25 months}
 */
#include "directive_internal.h"

#include "document/figure.h"
#include "expression/expression.h"
#include "expression/trace_log.h"

enum { CHANGES_MAX = 2 };

struct reader {
    const struct directive_input *input;
    struct arena *arena;
    struct error *error;
};

static struct period issue_of(const struct reader *reader)
{
    return reader->input->markdown->facts->issue;
}

/* "−5.2% m/m"; nothing where the rate is not known. */
static void set_change(const struct reader *reader, struct kpi *kpi, size_t index,
                       const struct series *series, enum rate_base base)
{
    const struct series *rates = operator_rate(reader->arena, series, base);
    struct observation rate = series_at(rates, issue_of(reader));
    if (!observation_has_value(rate)) {
        return;
    }
    const struct language *language = reader->input->markdown->language;
    struct number_style style = {.places = observation_places(rate, S("%")),
                                 .has_plus = true};
    kpi->changes[index].sign =
        ratio_sign(ratio_from_decimal(ratio_round(rate.value, style.places)));
    kpi->changes[index].text = language_say(
        reader->arena, language, base == RATE_PREVIOUS ? PHRASE_ON_MONTH : PHRASE_ON_YEAR,
        language_amount(reader->arena, language, rate.value, style, S("%")), S(""));
    trace_log_observation(reader->input->markdown->facts->scope.log, rates, rate,
                          kpi->changes[index].text, reader->input->place);
}

/* A rate of a rate says nothing; January to a month has no such period before it. */
static void set_usual_changes(const struct reader *reader, const struct series *series,
                              struct kpi *kpi)
{
    if (!series || series->is_rate) {
        return;
    }
    if (!series->is_to_date) {
        set_change(reader, kpi, 0, series, RATE_PREVIOUS);
    }
    set_change(reader, kpi, 1, series, RATE_YEAR_AGO);
}

static bool read_changes(const struct reader *reader, const struct node *node,
                         const struct series *series, struct kpi *kpi)
{
    static const str names[] = {S("mom"), S("yoy")};
    static const enum rate_base bases[] = {RATE_PREVIOUS, RATE_YEAR_AGO};
    if (!node) {
        set_usual_changes(reader, series, kpi);
        return true;
    }
    if (!node_expect(node, NODE_LIST, reader->error)) {
        return false;
    }
    if (node->count > CHANGES_MAX || (node->count && !series)) {
        return node_error(node, reader->error,
                          series ? "at most two changes fit" : "only a series has changes");
    }
    for (size_t i = 0; i < node->count; i++) {
        size_t choice;
        if (!node_choice(node->at[i], names, COUNT_OF(names), &choice, reader->error)) {
            return false;
        }
        set_change(reader, kpi, i, series, bases[choice]);
    }
    return true;
}

static bool read_spark(const struct reader *reader, const struct node *node,
                       const struct series *series, struct kpi *kpi)
{
    if (!node) {
        return true;
    }
    kpi->spark = series;
    return series ? directive_window(reader->input, node, DIRECTIVE_MONTHS, &kpi->window,
                                     reader->error)
                  : node_error(node, reader->error, "only a series has a sparkline");
}

static bool read_number(const struct reader *reader, const struct node *node,
                        struct value *value, struct kpi *kpi)
{
    const struct node *expression = node_find(node, S("value"));
    const struct node *format_node = node_find(node, S("format"));
    struct figure_format format = {.places = FIGURE_USUAL_PLACES};
    if (!expression) {
        return node_error(node, reader->error, "a key figure needs a value");
    }
    if (!expression_node(reader->arena, expression, &reader->input->markdown->facts->scope,
                         value, reader->error) ||
        (format_node && !figure_format_read(format_node, &format, reader->error))) {
        return false;
    }
    struct value number = value_number(reader->arena, value, issue_of(reader));
    if (number.kind != VALUE_NUMBER && number.kind != VALUE_NONE) {
        return node_error(expression, reader->error,
                          "a key figure is a number or a series, not %s",
                          value_kind_name(number.kind));
    }
    struct figure figure =
        figure_from_value(reader->arena, reader->input->markdown->language, number, format);
    kpi->number = figure.text;
    kpi->flag = figure.flag;
    kpi->unit = figure.has_value
                    ? language_unit(reader->input->markdown->language, number.unit)
                    : S("");
    return true;
}

static bool read_kpi(const struct reader *reader, const struct node *node, struct kpi *kpi)
{
    static const str keys[] = {S("label"), S("value"),   S("format"),
                               S("unit"),  S("changes"), S("spark")};
    struct value value = {0};
    if (!node_knows(node, keys, COUNT_OF(keys), reader->error) ||
        !read_number(reader, node, &value, kpi)) {
        return false;
    }
    if (!node_find(node, S("label"))) {
        return node_error(node, reader->error, "a key figure needs a label");
    }
    const struct series *series = value.kind == VALUE_SERIES ? value.series : NULL;
    return directive_text(reader->input, node, S("label"), &kpi->label, reader->error) &&
           directive_text(reader->input, node, S("unit"), &kpi->unit, reader->error) &&
           read_changes(reader, node_find(node, S("changes")), series, kpi) &&
           read_spark(reader, node_find(node, S("spark")), series, kpi);
}

bool directive_kpi(const struct directive_input *input, struct blocks *blocks,
                   struct error *error)
{
    struct reader reader = {input, input->markdown->arena, error};
    const struct node *list = directive_node(input, error);
    if (!list || !node_expect(list, NODE_LIST, error)) {
        return false;
    }
    if (!list->count || list->count > BLOCK_KPIS_MAX) {
        return node_error(list, error, "a strip has one to %d key figures, not %zu",
                          BLOCK_KPIS_MAX, list->count);
    }
    struct block *block = directive_block(input, BLOCK_KPIS, blocks);
    block->kpis = arena_array(reader.arena, struct kpi, list->count);
    block->kpi_count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        if (!read_kpi(&reader, list->at[i], &block->kpis[i])) {
            return false;
        }
    }
    return true;
}
