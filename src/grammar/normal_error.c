/* SPDX-License-Identifier: MIT */
#include "normal_error.h"

#include "config.h"
#include "rewrite.h"

static const struct node *range_channel(const struct composite *composite,
                                        const char *suffix)
{
    str name = str_print(composite->arena, "%.*s%s", STR_ARG(composite->axis), suffix);
    return node_find(node_find(composite->unit, S("encoding")), name);
}

static str field_of(const struct composite *composite, const struct node *definition)
{
    return composite_access(composite->arena, rewrite_text_of(definition, S("field")));
}

static void calculate(const struct composite *composite, struct node *transforms, str a,
                      const char *sign, str b, str prefix)
{
    str formula =
        b.length ? str_print(composite->arena, "%.*s %s %.*s", STR_ARG(a), sign, STR_ARG(b))
                 : a;
    rewrite_add(composite->arena, transforms,
                composite_calculate(composite, formula, prefix));
}

/* --- from raw data -------------------------------------------------------------------- */

static void add_spread(struct composite *composite, struct node *after, str center,
                       str extent)
{
    composite_aggregate(composite, composite->aggregates, extent, composite->field,
                        S("extent"));
    composite_aggregate(composite, composite->aggregates, center, composite->field,
                        S("center"));
    str middle = composite_column(composite, S("center"));
    str spread = composite_column(composite, S("extent"));
    /* One value has no spread: it is not drawn. */
    spread = str_print(composite->arena, "(isValid(%.*s) ? %.*s : NaN)", STR_ARG(spread),
                       STR_ARG(spread));
    calculate(composite, after, middle, "+", spread, S("upper"));
    calculate(composite, after, middle, "-", spread, S("lower"));
}

static void add_ends(struct composite *composite, str low, str high, str center)
{
    composite_aggregate(composite, composite->aggregates, low, composite->field,
                        S("lower"));
    composite_aggregate(composite, composite->aggregates, high, composite->field,
                        S("upper"));
    composite_aggregate(composite, composite->aggregates, center, composite->field,
                        S("center"));
}

static void summarise(struct composite *composite, struct node *after)
{
    str center = rewrite_text_of(composite->mark, S("center"));
    str extent = rewrite_text_of(composite->mark, S("extent"));
    if (!center.length && extent.length) {
        center = str_equal(extent, S("iqr")) ? S("median") : S("mean");
    }
    if (!center.length) {
        const struct node *usual =
            config_member(composite->normal->config, S("errorbar"), S("center"));
        center = usual ? usual->text : S("mean");
    }
    if (!extent.length) {
        extent = str_equal(center, S("mean")) ? S("stderr") : S("iqr");
    }
    if (str_equal(extent, S("ci"))) {
        add_ends(composite, S("ci0"), S("ci1"), S("mean"));
    } else if (str_equal(extent, S("iqr"))) {
        add_ends(composite, S("q1"), S("q3"), S("median"));
    } else {
        add_spread(composite, after, center, extent);
    }
}

/* --- from data that are summarised
 * -------------------------------------------------------- */

static void add_given_range(const struct composite *composite, struct node *after,
                            const struct node *second)
{
    calculate(composite, after, field_of(composite, second), "", (str){0}, S("upper"));
    calculate(composite, after, field_of(composite, composite->definition), "", (str){0},
              S("lower"));
}

static void add_given_error(const struct composite *composite, struct node *after,
                            const struct node *error)
{
    const struct node *below = range_channel(composite, "Error2");
    str value = field_of(composite, composite->definition);
    str above = field_of(composite, error);
    calculate(composite, after, value, "+", above, S("upper"));
    /* A second error is given with its sign. */
    calculate(composite, after, value, below ? "+" : "-",
              below ? field_of(composite, below) : above, S("lower"));
}

struct node *normal_error_transforms(struct composite *composite)
{
    const struct node *second = range_channel(composite, "2");
    const struct node *error = range_channel(composite, "Error");
    struct node *after = rewrite_list(composite->arena, composite->unit);
    if (second && error) {
        node_error(error, composite->normal->error,
                   "a range is given by %.*s2 or by %.*sError, not by both",
                   STR_ARG(composite->axis), STR_ARG(composite->axis));
        return NULL;
    }
    if (second) {
        add_given_range(composite, after, second);
    } else if (error) {
        add_given_error(composite, after, error);
    } else {
        summarise(composite, after);
    }
    struct node *all = rewrite_list(composite->arena, composite->unit);
    rewrite_add_all(composite->arena, all, node_find(composite->unit, S("transform")));
    rewrite_add_all(composite->arena, all, composite->transforms);
    composite_add_summary(composite, all);
    rewrite_add_all(composite->arena, all, after);
    return all;
}
