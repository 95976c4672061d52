/* SPDX-License-Identifier: MIT */
/* All functions by name, and what they read their arguments with. */
#include "formula_internal.h"

#include "base/compiler.h"

enum { FUNCTIONS_MAX = 200 };

static size_t list_all(const struct function **all)
{
    const struct functions tables[] = {formula_math(), formula_text(), formula_list(),
                                       formula_time(), formula_type(), formula_color()};
    size_t count = 0;
    for (size_t table = 0; table < COUNT_OF(tables); table++) {
        for (size_t i = 0; i < tables[table].count && count < FUNCTIONS_MAX; i++) {
            all[count++] = &tables[table].at[i];
        }
    }
    return count;
}

const struct function *function_find(str name)
{
    const struct function *all[FUNCTIONS_MAX];
    size_t count = list_all(all);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(name, str_from(all[i]->name))) {
            return all[i];
        }
    }
    return NULL;
}

bool function_suggest(str name, struct error *error)
{
    const struct function *all[FUNCTIONS_MAX];
    str names[FUNCTIONS_MAX];
    size_t count = list_all(all);
    for (size_t i = 0; i < count; i++) {
        names[i] = str_from(all[i]->name);
    }
    return error_suggest(error, name, names, count);
}

struct datum call_at(const struct call *call, size_t index)
{
    return index < call->count ? call->at[index] : datum_undefined();
}

double call_number(const struct call *call, size_t index)
{
    return datum_to_number(call_at(call, index));
}

double call_number_or(const struct call *call, size_t index, double otherwise)
{
    return call_at(call, index).kind == DATUM_NONE ? otherwise : call_number(call, index);
}

str call_text(const struct call *call, size_t index)
{
    return datum_to_text(call->arena, call_at(call, index));
}

const struct language *call_language(const struct call *call)
{
    return call->scope->environment ? call->scope->environment->language : NULL;
}
