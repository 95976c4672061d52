/* SPDX-License-Identifier: MIT */
#include "grammar/bag.h"

#include "base/real.h"
#include "grammar/css.h"
#include "rewrite.h"

void bag_add(struct bag *bag, const struct node *map)
{
    if (map && map->kind == NODE_MAP && bag->count < BAG_NODES_MAX) {
        bag->at[bag->count++] = map;
    }
}

const struct node *bag_find(const struct bag *bag, str key)
{
    for (size_t i = 0; i < bag->count; i++) {
        const struct node *found = node_find(bag->at[i], key);
        if (found) {
            return found;
        }
    }
    return NULL;
}

bool bag_is_null(const struct bag *bag, str key)
{
    const struct node *node = bag_find(bag, key);
    return node && !rewrite_is_true(node);
}

const struct node *bag_expression(const struct bag *bag, str key)
{
    const struct node *node = bag_find(bag, key);
    const struct node *text = rewrite_find(node, S("expr"));
    return text ? text : rewrite_find(node, S("signal"));
}

/* A scalar that is not null. */
static const struct node *scalar(const struct bag *bag, str key)
{
    const struct node *node = bag_find(bag, key);
    return node && node->kind == NODE_SCALAR && !rewrite_is_null(node) ? node : NULL;
}

bool bag_number(const struct bag *bag, str key, double *out)
{
    const struct node *node = scalar(bag, key);
    double number;
    if (!node || !real_parse(node->text, &number)) {
        return false;
    }
    *out = number;
    return true;
}

bool bag_flag(const struct bag *bag, str key, bool *out)
{
    const struct node *node = scalar(bag, key);
    bool is_true = rewrite_is_text(node, S("true"));
    if (!is_true && !rewrite_is_text(node, S("false"))) {
        return false;
    }
    *out = is_true;
    return true;
}

bool bag_text(const struct bag *bag, str key, str *out)
{
    const struct node *node = scalar(bag, key);
    if (node) {
        *out = node->text;
    }
    return node;
}

bool bag_color(const struct bag *bag, str key, color *out)
{
    const struct node *node = scalar(bag, key);
    double opacity;
    return node && css_color(node->text, out, &opacity) && opacity > 0;
}

double bag_number_or(const struct bag *bag, str key, double otherwise)
{
    double number;
    return bag_number(bag, key, &number) ? number : otherwise;
}

bool bag_flag_or(const struct bag *bag, str key, bool otherwise)
{
    bool flag;
    return bag_flag(bag, key, &flag) ? flag : otherwise;
}

str bag_text_or(const struct bag *bag, str key, str otherwise)
{
    str text;
    return bag_text(bag, key, &text) ? text : otherwise;
}
