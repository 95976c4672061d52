/* SPDX-License-Identifier: MIT */
#include "model.h"

#include <math.h>

#include "encode.h"
#include "grammar/group.h"
#include "grammar/source.h"
#include "grammar/transform.h"
#include "implied_parse.h"

/* --- transforms below a facet: what counts rows does so within each cell ------------- */

/* Bins keep the extent of all cells; what looks at one row only does not care. */
static bool is_per_row(const struct node *transform)
{
    static const str keys[] = {S("bin"),    S("calculate"), S("filter"), S("timeUnit"),
                               S("lookup"), S("fold"),      S("flatten")};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (node_find(transform, keys[i])) {
            return true;
        }
    }
    return false;
}

static void append_column(struct datum *to, const struct frame *part, str name)
{
    size_t field = frame_find(part, name);
    for (size_t row = 0; field < part->count && row < part->rows; row++) {
        to[row] = part->at[field].at[row];
    }
}

/* Rows of all parts, which agree in their fields or lack them. */
static const struct frame *frames_join(struct arena *arena, const struct frame **parts,
                                       size_t count, const struct exacts *exacts)
{
    size_t rows = 0;
    for (size_t i = 0; i < count; i++) {
        rows += parts[i]->rows;
    }
    struct frame *joined = frame_new(arena, rows);
    joined->exacts = exacts;
    size_t before = 0;
    for (size_t i = 0; i < count; before += parts[i++]->rows) {
        for (size_t field = 0; field < parts[i]->count; field++) {
            str name = parts[i]->at[field].name;
            size_t at = frame_find(joined, name);
            struct datum *column =
                at < joined->count ? joined->at[at].at : frame_add(arena, joined, name);
            append_column(column + before, parts[i], name);
        }
    }
    return joined;
}

/* What tells cells apart stays with the rows that a transform made of them. */
static const struct frame *keep_facets(struct arena *arena, const struct frame *made,
                                       const struct frame *cell,
                                       const struct str_list *fields)
{
    struct frame *kept = arena_new(arena, struct frame);
    *kept = frame_copy(arena, made);
    for (size_t i = 0; i < fields->count; i++) {
        if (frame_find(kept, fields->at[i]) == kept->count && cell->rows) {
            struct datum value = frame_column(arena, cell, fields->at[i])[0];
            struct datum *column = frame_add(arena, kept, fields->at[i]);
            for (size_t row = 0; row < kept->rows; row++) {
                column[row] = value;
            }
        }
    }
    return kept;
}

static const struct frame *transform_cells(struct maker *maker,
                                           const struct node *transform,
                                           const struct frame *frame,
                                           const struct str_list *fields,
                                           struct error *error)
{
    struct arena *arena = maker->arena;
    struct groups cells = group_rows(arena, frame, fields->at, fields->count);
    const struct frame **parts = arena_array(arena, const struct frame *, cells.count);
    for (size_t i = 0; i < cells.count; i++) {
        struct frame cell =
            frame_select(arena, frame, cells.rows + cells.starts[i], group_size(&cells, i));
        const struct frame *made = transform_apply(
            arena, transform, &cell, &maker->specification->environment, error);
        if (!made) {
            return NULL;
        }
        parts[i] = keep_facets(arena, made, &cell, fields);
    }
    return frames_join(arena, parts, cells.count, frame->exacts);
}

static const struct frame *apply_transforms(struct maker *maker, const struct model *model,
                                            const struct frame *frame, struct error *error)
{
    const struct view *view = model->view;
    for (size_t i = 0; i < view->transforms.count && frame; i++) {
        const struct node *transform = view->transforms.at[i];
        frame = model->facet_fields.count && !is_per_row(transform)
                    ? transform_cells(maker, transform, frame, &model->facet_fields, error)
                    : transform_apply(maker->arena, transform, frame,
                                      &maker->specification->environment, error);
    }
    return frame;
}

/* --- the tree ------------------------------------------------------------------------ */

static const struct frame *model_data(struct maker *maker, const struct model *model,
                                      struct error *error)
{
    const struct view *view = model->view;
    const struct environment *environment = &maker->specification->environment;
    if (view->data) {
        const struct frame *frame =
            source_read(maker->arena, view->data, environment, error);
        return frame ? implied_parse(maker->arena, frame, view) : NULL;
    }
    if (model->parent && !view->has_no_data) {
        return model->parent->frame;
    }
    return frame_new(maker->arena, view->has_no_data ? 0 : 1);
}

static bool make_children(struct maker *maker, struct model *model, struct error *error);

static struct model *make_one(struct maker *maker, const struct view *view,
                              struct model *parent, struct error *error)
{
    struct model *model = arena_new(maker->arena, struct model);
    model->view = view;
    model->parent = parent;
    if (parent) {
        model->facet_fields = parent->facet_fields;
        model->facet_fields.capacity = 0; /* a list of its own once it grows */
    }
    model->frame = model_data(maker, model, error);
    if (!model->frame) {
        return NULL;
    }
    model->frame = apply_transforms(maker, model, model->frame, error);
    if (!model->frame) {
        return NULL;
    }
    bool is_made = view->kind == VIEW_UNIT    ? encode_unit(maker, model, error)
                   : view->kind == VIEW_FACET ? encode_facet(maker, model, error)
                                              : true;
    return is_made && make_children(maker, model, error) ? model : NULL;
}

static bool make_children(struct maker *maker, struct model *model, struct error *error)
{
    const struct views *views = &model->view->views;
    for (size_t i = 0; i < views->count; i++) {
        struct model *child = make_one(maker, views->at[i], model, error);
        if (!child) {
            return false;
        }
        *arena_push(maker->arena, &model->children) = child;
    }
    return true;
}

struct model *model_make(struct maker *maker, struct error *error)
{
    return make_one(maker, maker->specification->view, NULL, error);
}

void model_units(struct arena *arena, struct model *model, struct models *units)
{
    if (model->view->kind == VIEW_UNIT) {
        *arena_push(arena, units) = model;
    }
    for (size_t i = 0; i < model->children.count; i++) {
        model_units(arena, model->children.at[i], units);
    }
}

/* --- questions ----------------------------------------------------------------------- */

bool model_is_path(const struct model *unit)
{
    enum mark_type mark = unit->view->mark;
    return mark == MARK_LINE || mark == MARK_AREA || mark == MARK_TRAIL;
}

bool model_is_rect(const struct model *unit)
{
    enum mark_type mark = unit->view->mark;
    return mark == MARK_BAR || mark == MARK_RECT || mark == MARK_IMAGE ||
           mark == MARK_ARC || mark == MARK_TICK;
}

const struct channel *model_channel(const struct model *unit, enum channel_name name)
{
    return name == CHANNEL_COUNT ? NULL : &unit->view->channels[name];
}

bool model_has(const struct model *unit, enum channel_name name)
{
    return name != CHANNEL_COUNT && unit->encodings[name].def;
}

bool model_has_field(const struct model *unit, enum channel_name name)
{
    return model_has(unit, name) && unit->encodings[name].field.length;
}

double model_band_position(const struct model *unit, enum channel_name name)
{
    const struct encoding *encoding = &unit->encodings[name];
    if (!encoding->def) {
        return (double)NAN;
    }
    if (!isnan(encoding->def->band_position)) {
        return encoding->def->band_position;
    }
    enum channel_name second = channel_second(name);
    bool has_second =
        second != CHANNEL_COUNT && unit->view->channels[second].source != CHANNEL_ABSENT;
    if (encoding->def->time_unit.parts && !has_second) {
        return bag_number_or(&unit->mark, S("timeUnitBandPosition"), (double)NAN);
    }
    return encoding->has_bin ? 0.5 : (double)NAN;
}
