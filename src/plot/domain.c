/* SPDX-License-Identifier: MIT */
#include "domain.h"

#include <math.h>

#include "encode_column.h"
#include "literal.h"
#include "sort_rule.h"

/* --- given --------------------------------------------------------------------------- */

/* `domain` of one unit as a list; NULL where it has none, or one of a selection. */
static const struct node *given_list(const struct channel *def, const struct node **with)
{
    const struct node *domain = def->scale && def->scale->kind == NODE_MAP
                                    ? node_find(def->scale, S("domain"))
                                    : NULL;
    if (domain && domain->kind == NODE_MAP) {
        *with = node_find(domain, S("unionWith"));
        return NULL;
    }
    return domain && domain->kind == NODE_LIST ? domain : NULL;
}

static bool is_unaggregated(const struct channel *def)
{
    const struct node *domain = def->scale && def->scale->kind == NODE_MAP
                                    ? node_find(def->scale, S("domain"))
                                    : NULL;
    return domain && domain->kind == NODE_SCALAR &&
           str_equal(domain->text, S("unaggregated"));
}

/* --- continuous ---------------------------------------------------------------------- */

struct reach {
    double low, high;
};

static void reach_number(struct reach *reach, double value)
{
    if (!isnan(value)) {
        reach->low = fmin(reach->low, value);
        reach->high = fmax(reach->high, value);
    }
}

static void reach_column(struct arena *arena, struct reach *reach,
                         const struct frame *frame, str name)
{
    const struct datum *column = encode_find(arena, frame, name);
    for (size_t row = 0; row < frame->rows; row++) {
        if (datum_is_valid(column[row])) {
            reach_number(reach, datum_to_number(column[row]));
        }
    }
}

static bool shows_ends(const struct model *unit, enum channel_name name)
{
    const struct encoding *encoding = &unit->encodings[name];
    return encoding->def->time_unit.parts && encoding->def->type == TYPE_TEMPORAL &&
           encoding->end.length && !isnan(model_band_position(unit, name));
}

/* What one channel of a unit adds to a continuous domain. */
static void reach_channel(struct maker *maker, struct reach *reach,
                          const struct model *unit, enum channel_name name,
                          const struct cell *cell)
{
    struct arena *arena = maker->arena;
    const struct encoding *encoding = &unit->encodings[name];
    if (encoding->def->source == CHANNEL_DATUM) {
        reach_number(reach, datum_to_number(encoding->def->datum));
        return;
    }
    if (encoding->has_bin) {
        reach_number(reach, encoding->bin.start);
        reach_number(reach, encoding->bin.stop);
        return;
    }
    if (encoding->def->aggregate != AGGREGATE_NONE && is_unaggregated(encoding->def)) {
        reach_column(arena, reach, cell_select(arena, unit->raw, cell),
                     encoding->def->field);
        return;
    }
    const struct frame *frame = cell_select(arena, unit->shown, cell);
    if (encoding->stack_end.length) {
        reach_column(arena, reach, frame, encoding->stack_start);
        reach_column(arena, reach, frame, encoding->stack_end);
    } else if (encoding->rect_end.length) {
        reach_column(arena, reach, frame, encoding->rect_start);
        reach_column(arena, reach, frame, encoding->rect_end);
    } else {
        reach_column(arena, reach, frame, encoding->field);
        if (shows_ends(unit, name)) {
            reach_column(arena, reach, frame, encoding->end);
        }
    }
}

static void reach_unit(struct maker *maker, struct reach *reach, const struct model *unit,
                       enum channel_name name, const struct cell *cell)
{
    const struct stacking *stacking = &unit->stacking;
    if (stacking->is_stacked && stacking->channel == name &&
        stacking->offset == STACK_NORMALIZE) {
        reach_number(reach, 0);
        reach_number(reach, 1);
        return;
    }
    reach_channel(maker, reach, unit, name, cell);
    enum channel_name second = channel_second(name);
    if (second != CHANNEL_COUNT && model_has(unit, second)) {
        reach_channel(maker, reach, unit, second, cell);
    }
}

static void push_given(struct maker *maker, struct domain *domain, const struct node *list,
                       const struct channel *def)
{
    for (size_t i = 0; i < list->count; i++) {
        double value = datum_to_number(literal_datum(maker->arena, list->at[i], def));
        *arena_push(maker->arena, &domain->numbers) = value;
    }
}

/* Several given ones are joined. */
static void keep_ends(struct domain *domain)
{
    struct reach reach = {(double)INFINITY, -(double)INFINITY};
    for (size_t i = 0; i < domain->numbers.count; i++) {
        reach_number(&reach, domain->numbers.at[i]);
    }
    domain->numbers.at[0] = reach.low;
    domain->numbers.at[1] = reach.high;
    domain->numbers.count = 2;
}

static void make_continuous(struct maker *maker, const struct scale_plan *plan,
                            const struct cell *cell, struct domain *domain)
{
    size_t given = 0;
    bool is_union = false;
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct node *with = NULL;
        const struct node *list = given_list(plan_def(plan, i), &with);
        bool is_counted = list || (with && with->kind == NODE_LIST);
        if (is_counted) {
            push_given(maker, domain, list ? list : with, plan_def(plan, i));
            is_union = is_union || !list;
            given++;
        }
    }
    domain->is_given = given > 0;
    if (given && !is_union) {
        if (given > 1 && domain->numbers.count > 2) {
            keep_ends(domain);
        }
        return;
    }
    struct reach reach = {(double)INFINITY, -(double)INFINITY};
    for (size_t i = 0; i < plan->units.count; i++) {
        reach_unit(maker, &reach, plan->units.at[i], plan->channel, cell);
    }
    if (reach.low <= reach.high) {
        *arena_push(maker->arena, &domain->numbers) = reach.low;
        *arena_push(maker->arena, &domain->numbers) = reach.high;
    }
    if (is_union && domain->numbers.count > 2) {
        keep_ends(domain);
    }
}

/* --- quantiles: all values ------------------------------------------------------------ */

static void make_sample(struct maker *maker, const struct scale_plan *plan,
                        const struct cell *cell, struct domain *domain)
{
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct model *unit = plan->units.at[i];
        const struct frame *frame = cell_select(maker->arena, unit->shown, cell);
        const struct datum *column =
            encode_find(maker->arena, frame, unit->encodings[plan->channel].field);
        for (size_t row = 0; row < frame->rows; row++) {
            if (datum_is_valid(column[row])) {
                *arena_push(maker->arena, &domain->numbers) = datum_to_number(column[row]);
            }
        }
    }
}

/* --- discrete ------------------------------------------------------------------------ */

static str values_column(const struct encoding *encoding)
{
    return encoding->range.length ? encoding->range : encoding->field;
}

static bool is_same_source(const struct model *a, const struct model *b)
{
    bool is_own = a->view->transforms.count || b->view->transforms.count || a->view->data ||
                  b->view->data;
    return a == b || (!is_own && a->parent == b->parent);
}

static bool is_sorted_by_field(const struct sort_rule *rule)
{
    return rule->kind == RULE_AGGREGATE;
}

/* Of several units: what they agree about, else by value. Units that sort by nothing have
 * no say. */
static struct sort_rule common_rule(const struct scale_plan *plan, size_t *decisive)
{
    struct sort_rule common = {.kind = RULE_NONE};
    *decisive = 0;
    bool is_one_source = true;
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct channel *def = plan_def(plan, i);
        if (def->source != CHANNEL_FIELD) {
            is_one_source = false;
            continue;
        }
        struct sort_rule rule = sort_rule_for(plan->units.at[i], def);
        if (rule.kind == RULE_NONE) {
            continue;
        }
        if (common.kind == RULE_NONE) {
            common = rule;
            *decisive = i;
        } else if (!sort_rule_equal(&common, &rule)) {
            common = (struct sort_rule){.kind = RULE_VALUE};
        }
        is_one_source =
            is_one_source && is_same_source(plan->units.at[i], plan->units.at[*decisive]);
    }
    bool can_join = common.op == AGGREGATE_MIN || common.op == AGGREGATE_MAX ||
                    common.op == AGGREGATE_COUNT;
    if (is_sorted_by_field(&common) && !is_one_source && !can_join) {
        common = (struct sort_rule){.kind = RULE_VALUE};
    }
    return common;
}

static void add_values(struct maker *maker, struct datum_index *values,
                       const struct encoding *encoding, const struct frame *frame)
{
    if (encoding->def->source == CHANNEL_DATUM) {
        datum_index_add(maker->arena, values, encoding->def->datum);
        return;
    }
    const struct datum *column = encode_find(maker->arena, frame, values_column(encoding));
    for (size_t row = 0; row < frame->rows; row++) {
        datum_index_add(maker->arena, values, column[row]);
    }
}

static struct datum_index *index_of(struct arena *arena, const struct datum_list *values)
{
    struct datum_index *index = arena_new(arena, struct datum_index);
    for (size_t i = 0; i < values->count; i++) {
        datum_index_add(arena, index, values->at[i]);
    }
    return index;
}

static bool take_given_values(struct maker *maker, const struct scale_plan *plan,
                              struct domain *domain)
{
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct node *with = NULL;
        const struct node *list = given_list(plan_def(plan, i), &with);
        for (size_t j = 0; list && j < list->count; j++) {
            datum_index_add(maker->arena, domain->values,
                            literal_datum(maker->arena, list->at[j], plan_def(plan, i)));
        }
        domain->is_given = domain->is_given || list;
    }
    return domain->is_given;
}

/* Bins in the order of their starts, whatever their words are. */
static struct sort_rule rule_of_bins(const struct encoding *encoding, struct sort_rule rule)
{
    if (encoding->range.length && rule.kind == RULE_VALUE) {
        rule.kind = RULE_AGGREGATE;
        rule.op = AGGREGATE_MIN;
        rule.field = encoding->field;
    }
    return rule;
}

static void make_discrete(struct maker *maker, const struct scale_plan *plan,
                          const struct cell *cell, struct domain *domain)
{
    struct arena *arena = maker->arena;
    domain->values = arena_new(arena, struct datum_index);
    if (take_given_values(maker, plan, domain)) {
        return;
    }
    size_t decisive;
    struct sort_rule rule = common_rule(plan, &decisive);
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct model *unit = plan->units.at[i];
        const struct frame *frame = is_sorted_by_field(&rule) ? unit->raw : unit->shown;
        add_values(maker, domain->values, &unit->encodings[plan->channel],
                   cell_select(arena, frame, cell));
        enum channel_name second = channel_second(plan->channel);
        if (second != CHANNEL_COUNT && model_has(unit, second)) {
            add_values(maker, domain->values, &unit->encodings[second],
                       cell_select(arena, unit->shown, cell));
        }
    }
    const struct model *unit = plan->units.at[decisive];
    const struct encoding *encoding = &unit->encodings[plan->channel];
    if (encoding->def->source == CHANNEL_FIELD) {
        rule = rule_of_bins(encoding, rule);
        sort_rule_apply(arena, &rule, encoding->def, &domain->values->values,
                        cell_select(arena, unit->raw, cell), values_column(encoding));
    }
    domain->values = index_of(arena, &domain->values->values);
}

/* --- bins of colours ------------------------------------------------------------------ */

static void make_bins(struct maker *maker, const struct scale_plan *plan,
                      struct domain *domain)
{
    const struct bin *bin = &plan->units.at[0]->encodings[plan->channel].bin;
    domain->numbers =
        steps_sequence(maker->arena, bin->start, bin->stop + bin->step / 2, bin->step);
}

bool domain_make(struct maker *maker, const struct scale_plan *plan,
                 const struct cell *cell, struct domain *domain, struct error *error)
{
    *domain = (struct domain){0};
    if (plan->type == SCALE_BIN_ORDINAL) {
        make_bins(maker, plan, domain);
    } else if (scale_type_is_discrete(plan->type)) {
        make_discrete(maker, plan, cell, domain);
    } else {
        make_continuous(maker, plan, cell, domain);
        if (plan->type == SCALE_QUANTILE && !domain->is_given) {
            domain->numbers.count = 0;
            make_sample(maker, plan, cell, domain);
        }
    }
    for (size_t i = 0; i < domain->numbers.count; i++) {
        if (isnan(domain->numbers.at[i])) {
            const struct node *given = plan_find(plan, S("domain"));
            return given ? node_error(given, error,
                                      "a domain of numbers or times, found "
                                      "something else")
                         : error_set(error, ERROR_CONFIG, "a scale without a domain");
        }
    }
    return true;
}
