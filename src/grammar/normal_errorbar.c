/* SPDX-License-Identifier: MIT */
/* Error bars: a rule between the ends, and ticks at them where they are wanted. */
#include "normal_error.h"
#include "rewrite.h"

static void set_from(struct arena *arena, struct node *mark, str key,
                     const struct composite *composite, str from)
{
    rewrite_set(arena, mark, key, node_find(composite->mark, from));
}

static const struct node *tick_mark(const struct composite *composite)
{
    struct node *tick = composite_new_mark(composite, S("tick"));
    rewrite_set_text(composite->arena, tick, S("orient"),
                     composite->is_vertical ? S("horizontal") : S("vertical"));
    set_from(composite->arena, tick, S("thickness"), composite, S("thickness"));
    set_from(composite->arena, tick, S("size"), composite, S("size"));
    return tick;
}

const struct node *normal_errorbar(const struct normal *normal, const struct node *unit)
{
    static const str size[] = {S("size")};
    struct composite composite;
    if (!composite_read(&composite, normal, unit)) {
        return NULL;
    }
    struct node *transforms = normal_error_transforms(&composite);
    if (!transforms) {
        return NULL;
    }
    struct node *rule = composite_new_mark(&composite, S("rule"));
    set_from(normal->arena, rule, S("size"), &composite, S("thickness"));
    const struct node *tick = tick_mark(&composite);
    const struct node *encoding =
        rewrite_without(normal->arena, composite.encoding, size, 1);
    const struct composite_part parts[] = {
        {S("ticks"), tick, S("lower"), S(""), encoding},
        {S("ticks"), tick, S("upper"), S(""), encoding},
        {S("rule"), rule, S("lower"), S("upper"), encoding},
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
