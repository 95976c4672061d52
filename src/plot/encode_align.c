/* SPDX-License-Identifier: MIT */
#include "encode_align.h"

#include "datum_index.h"
#include "encode_column.h"
#include "literal.h"

static const struct node *color_domain(const struct model *unit, const struct channel **def)
{
    *def = unit->encodings[CHANNEL_FILL].def;
    *def = *def ? *def : unit->encodings[CHANNEL_COLOR].def;
    bool is_name = *def && (*def)->source == CHANNEL_FIELD && (*def)->type == TYPE_NOMINAL;
    if (!is_name || !(*def)->scale || (*def)->scale->kind != NODE_MAP) {
        return NULL;
    }
    const struct node *domain = node_find((*def)->scale, S("domain"));
    return domain && domain->kind == NODE_LIST ? domain : NULL;
}

static struct encoding *offset_encoding(struct model *unit)
{
    struct encoding *x = &unit->encodings[CHANNEL_X_OFFSET];
    struct encoding *y = &unit->encodings[CHANNEL_Y_OFFSET];
    struct encoding *offset = x->def ? x : y;
    bool is_free = offset->def && offset->def->source == CHANNEL_FIELD &&
                   offset->def->sort == SORT_DEFAULT;
    return is_free ? offset : NULL;
}

static void sort_by_list(struct arena *arena, struct encoding *encoding,
                         const struct node *list)
{
    struct channel *sorted = arena_new(arena, struct channel);
    *sorted = *encoding->def;
    sorted->sort = SORT_LIST;
    sorted->sort_list = list;
    encoding->def = sorted;
}

static void add_order(struct maker *maker, struct model *unit, struct frame *frame,
                      const struct channel *def, const struct node *domain)
{
    struct arena *arena = maker->arena;
    struct datum_index listed = {0};
    for (size_t i = 0; i < domain->count; i++) {
        datum_index_add(arena, &listed, literal_datum(arena, domain->at[i], def));
    }
    str name = str_print(arena, "_%.*s_sort_index", STR_ARG(def->field));
    const struct datum *column = encode_find(arena, frame, def->field);
    struct datum *places = frame_add(arena, frame, name);
    for (size_t row = 0; row < frame->rows; row++) {
        size_t place = datum_index_find(&listed, column[row]);
        places[row] = datum_number(place == SIZE_MAX ? -1 : (double)place);
    }
    *arena_push(arena, &unit->order) =
        (struct sort_key){name, unit->orient != ORIENT_HORIZONTAL};
}

void encode_align(struct maker *maker, struct model *unit, struct frame *frame)
{
    const struct channel *def;
    const struct node *domain = color_domain(unit, &def);
    if (!domain || unit->view->orders.count) {
        return;
    }
    struct encoding *offset = offset_encoding(unit);
    if (offset) {
        sort_by_list(maker->arena, offset, domain);
    } else if (unit->stacking.is_stacked) {
        add_order(maker, unit, frame, def, domain);
    }
}
