/* SPDX-License-Identifier: MIT */
/* A transform is a function of this: a row of the table of transform.c. */
#ifndef GRAMMAR_TRANSFORM_INTERNAL_H
#define GRAMMAR_TRANSFORM_INTERNAL_H

#include "argument.h"
#include "grammar/order.h"
#include "grammar/transform.h"

struct transform {
    struct arena *arena;
    const struct node *node; /* the map */
    const struct node *key; /* the value of the key that names it */
    const struct frame *frame;
    const struct environment *environment;
    struct error *error;
};

typedef const struct frame *transform_function(const struct transform *transform);

transform_function transform_aggregate;
transform_function transform_bin;
transform_function transform_calculate;
transform_function transform_density;
transform_function transform_filter;
transform_function transform_flatten;
transform_function transform_fold;
transform_function transform_impute;
transform_function transform_join_aggregate;
transform_function transform_loess;
transform_function transform_lookup;
transform_function transform_pivot;
transform_function transform_quantile;
transform_function transform_regression;
transform_function transform_sample;
transform_function transform_stack;
transform_function transform_time_unit;
transform_function transform_window;

/* The text of the key that names the transform: the field that it is about. */
NODISCARD bool transform_field(const struct transform *transform, str *field);

NODISCARD bool transform_groupby(const struct transform *transform,
                                 struct str_list *groupby);

struct sort_keys {
    struct sort_key *at;
    size_t count, capacity;
};

/* `sort`: [{field, order}, ...] */
NODISCARD bool transform_sort(const struct transform *transform, struct sort_keys *sort);

/* Two names of results, from `as`; those that it does not give stay. */
NODISCARD bool transform_as(const struct transform *transform, str *first, str *second);

/* Numbers of the pairs of two fields of a group, without those of which one is none. */
struct points {
    double *x, *y;
    size_t count;
};

struct points transform_points(struct arena *arena, const struct datum *x,
                               const struct datum *y, const size_t *rows, size_t count);

/* Rows that a transform makes: the keys of their group, and two numbers. */
struct made_rows {
    struct made_row {
        size_t group;
        double first, second;
    } * at;
    size_t count, capacity;
};

struct groups;
const struct frame *transform_made_frame(const struct transform *transform,
                                         const struct groups *groups,
                                         const struct str_list *groupby,
                                         const struct made_rows *rows, str first,
                                         str second);

#endif
