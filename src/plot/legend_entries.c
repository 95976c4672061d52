/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "calendar_step.h"
#include "grammar/formula.h"
#include "legend.h"
#include "literal.h"
#include "steps.h"

static const char *const dash = " \xE2\x80\x93 ";

static void push(const struct legend *legend, struct legend_entries *entries,
                 struct datum value, str text)
{
    *arena_push(legend->maker->arena, entries) = (struct legend_entry){value, text};
}

static struct label_format format_of(const struct legend *legend, double count)
{
    return label_format_guide(legend->maker, legend->def, &legend->bag, legend->scale,
                              count);
}

/* "10 - 20", "< 10" and ">= 20" between breaks. */
static void push_range(const struct legend *legend, struct legend_entries *entries,
                       const struct label_format *format, double low, double high)
{
    struct arena *arena = legend->maker->arena;
    str from = isfinite(low) ? label_format_print(format, datum_number(low), NULL) : S("");
    str to = isfinite(high) ? label_format_print(format, datum_number(high), NULL) : S("");
    str text = from.length && to.length
                   ? str_print(arena, "%.*s%s%.*s", STR_ARG(from), dash, STR_ARG(to))
               : to.length ? str_print(arena, "< %.*s", STR_ARG(to))
                           : str_print(arena, "\xE2\x89\xA5 %.*s", STR_ARG(from));
    double within = isfinite(low) ? low : isfinite(high) ? high - fabs(high) - 1 : 0;
    push(legend, entries, datum_number(within), text);
}

static void push_classes(const struct legend *legend, struct legend_entries *entries)
{
    const struct scale *scale = legend->scale;
    struct label_format format = format_of(legend, 30);
    double below = -(double)INFINITY;
    for (size_t i = 0; i < scale->domain_count; i++) {
        push_range(legend, entries, &format, below, scale->domain[i]);
        below = scale->domain[i];
    }
    push_range(legend, entries, &format, below, (double)INFINITY);
}

static void push_bins(const struct legend *legend, struct legend_entries *entries)
{
    const struct scale *scale = legend->scale;
    struct label_format format = format_of(legend, (double)scale->bin_count);
    for (size_t i = 0; i + 1 < scale->bin_count; i++) {
        push_range(legend, entries, &format, scale->bins[i], scale->bins[i + 1]);
    }
}

static void push_given(const struct legend *legend, struct legend_entries *entries,
                       const struct node *values)
{
    struct label_format format = format_of(legend, (double)values->count);
    for (size_t i = 0; i < values->count; i++) {
        struct datum value =
            literal_datum(legend->maker->arena, values->at[i], legend->def);
        push(legend, entries, value, label_format_print(&format, value, NULL));
    }
}

static void push_steps(const struct legend *legend, struct legend_entries *entries)
{
    const struct scale *scale = legend->scale;
    struct arena *arena = legend->maker->arena;
    double low = scale->domain[0], high = scale->domain[scale->domain_count - 1];
    double count = bag_number_or(&legend->bag, S("tickCount"), 5);
    struct label_format format = format_of(legend, count);
    struct doubles values;
    if (scale_is_time(scale)) {
        values = calendar_steps(arena, calendar_step_for(low, high, count), fmin(low, high),
                                fmax(low, high));
    } else if (scale->type == SCALE_LOG) {
        values = steps_log(arena, low, high, scale->base, count);
    } else {
        values = steps_linear(arena, low, high, count);
    }
    for (size_t i = 0; i < values.count; i++) {
        struct datum value =
            scale_is_time(scale) ? datum_time(values.at[i]) : datum_number(values.at[i]);
        push(legend, entries, value, label_format_print(&format, value, NULL));
    }
}

static void push_values(const struct legend *legend, struct legend_entries *entries)
{
    struct label_format format = format_of(legend, 10);
    for (size_t i = 0; i < legend->scale->values.count; i++) {
        struct datum value = legend->scale->values.at[i];
        push(legend, entries, value, label_format_print(&format, value, NULL));
    }
}

static void rewrite(const struct legend *legend, struct legend_entries *entries)
{
    struct arena *arena = legend->maker->arena;
    const struct node *expression = bag_find(&legend->bag, S("labelExpr"));
    struct error ignored = {0};
    const struct formula *formula =
        expression && expression->kind == NODE_SCALAR && expression->text.length
            ? formula_read(arena, expression, &ignored)
            : NULL;
    if (!formula) {
        return;
    }
    struct frame *frame = frame_new(arena, entries->count);
    struct datum *values = frame_add(arena, frame, S("value"));
    struct datum *labels = frame_add(arena, frame, S("label"));
    struct datum *indices = frame_add(arena, frame, S("index"));
    for (size_t i = 0; i < entries->count; i++) {
        values[i] = entries->at[i].value;
        labels[i] = datum_text(entries->at[i].text);
        indices[i] = datum_number((double)i);
    }
    for (size_t i = 0; i < entries->count; i++) {
        struct formula_scope scope = {.environment =
                                          &legend->maker->specification->environment,
                                      .frame = frame,
                                      .row = i};
        entries->at[i].text =
            datum_to_text(arena, formula_evaluate(arena, formula, &scope));
    }
}

struct legend_entries legend_entries_find(const struct legend *legend)
{
    struct legend_entries entries = {0};
    const struct node *values = bag_find(&legend->bag, S("values"));
    if (values && values->kind == NODE_LIST) {
        push_given(legend, &entries, values);
    } else if (scale_is_discretizing(legend->scale)) {
        push_classes(legend, &entries);
    } else if (legend->scale->bins && !legend->is_gradient) {
        push_bins(legend, &entries);
    } else if (scale_is_discrete(legend->scale)) {
        push_values(legend, &entries);
    } else if (legend->scale->domain_count) {
        push_steps(legend, &entries);
    }
    rewrite(legend, &entries);
    return entries;
}
