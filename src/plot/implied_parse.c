/* SPDX-License-Identifier: MIT */
#include "implied_parse.h"

static void note_channel(struct arena *arena, struct str_list *fields,
                         const struct channel *channel, enum channel_type type)
{
    bool is_time = type == TYPE_TEMPORAL || channel->time_unit.parts ||
                   str_equal(channel->format_type, S("time"));
    if (channel->source == CHANNEL_FIELD && channel->field.length && is_time) {
        *arena_push(arena, fields) = channel->field;
    }
    for (size_t i = 0; i < channel->rules.count; i++) {
        const struct channel *rule = channel->rules.at[i].channel;
        if (rule) {
            note_channel(arena, fields, rule, rule->type);
        }
    }
}

/* x2 has the type of x. */
static enum channel_type type_of(const struct view *view, enum channel_name name)
{
    const struct channel *channels = view->channels;
    switch (name) {
    case CHANNEL_X2:
        return channels[CHANNEL_X].type;
    case CHANNEL_Y2:
        return channels[CHANNEL_Y].type;
    default:
        return channels[name].type;
    }
}

static void note_view(struct arena *arena, struct str_list *fields, const struct view *view)
{
    for (size_t i = 0; view->kind == VIEW_UNIT && i < CHANNEL_COUNT; i++) {
        note_channel(arena, fields, &view->channels[i],
                     type_of(view, (enum channel_name)i));
    }
    for (size_t i = 0; i < view->details.count; i++) {
        note_channel(arena, fields, &view->details.at[i], view->details.at[i].type);
    }
    for (size_t i = 0; i < view->unseen.count; i++) {
        note_channel(arena, fields, &view->unseen.at[i], view->unseen.at[i].type);
    }
    for (size_t i = 0; i < view->orders.count; i++) {
        note_channel(arena, fields, &view->orders.at[i], view->orders.at[i].type);
    }
    const struct channel *facets[] = {&view->row, &view->column, &view->facet};
    for (size_t i = 0; view->kind == VIEW_FACET && i < COUNT_OF(facets); i++) {
        note_channel(arena, fields, facets[i], facets[i]->type);
    }
    for (size_t i = 0; i < view->views.count; i++) {
        if (!view->views.at[i]->data && !view->views.at[i]->has_no_data) {
            note_view(arena, fields, view->views.at[i]);
        }
    }
}

static bool has_other_than_times(const struct datum *column, size_t rows)
{
    for (size_t row = 0; row < rows; row++) {
        if (column[row].kind != DATUM_TIME && column[row].kind != DATUM_NONE) {
            return true;
        }
    }
    return false;
}

static void read_times(struct arena *arena, struct frame *frame, str field)
{
    const struct datum *column = frame_path(arena, frame, field);
    if (!column || !has_other_than_times(column, frame->rows)) {
        return;
    }
    struct datum *times = arena_array(arena, struct datum, frame->rows);
    for (size_t row = 0; row < frame->rows; row++) {
        bool is_empty = column[row].kind == DATUM_NONE ||
                        (column[row].kind == DATUM_TEXT && !column[row].text.length);
        if (!is_empty) {
            times[row] = datum_time(datum_to_time(column[row]));
            times[row].exact = column[row].exact;
        }
    }
    frame_set(arena, frame, field, times);
}

const struct frame *implied_parse(struct arena *arena, const struct frame *frame,
                                  const struct view *view)
{
    struct str_list fields = {0};
    note_view(arena, &fields, view);
    if (!fields.count) {
        return frame;
    }
    struct frame *parsed = arena_new(arena, struct frame);
    *parsed = frame_copy(arena, frame);
    for (size_t i = 0; i < fields.count; i++) {
        read_times(arena, parsed, fields.at[i]);
    }
    return parsed;
}
