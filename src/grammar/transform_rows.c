/* SPDX-License-Identifier: MIT */
/* Transforms that make more rows, or fewer, or take fields from other data. */
#include "grammar/group.h"
#include "grammar/source.h"
#include "grammar/statistics.h"
#include "transform_internal.h"

#include <math.h>

const struct frame *transform_fold(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct str_list fields = {NULL, 0, 0};
    str key = S("key");
    str value = S("value");
    if (!argument_texts(arena, transform->node, S("fold"), &fields, transform->error) ||
        !transform_as(transform, &key, &value)) {
        return NULL;
    }
    size_t count = transform->frame->rows * fields.count;
    size_t *rows = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        rows[i] = i / fields.count;
    }
    struct frame *folded = arena_new(arena, struct frame);
    *folded = frame_select(arena, transform->frame, rows, count);
    struct datum *keys = frame_add(arena, folded, key);
    struct datum *values = frame_add(arena, folded, value);
    for (size_t field = 0; field < fields.count; field++) {
        const struct datum *column =
            frame_column(arena, transform->frame, fields.at[field]);
        for (size_t row = 0; row < transform->frame->rows; row++) {
            keys[row * fields.count + field] = datum_text(fields.at[field]);
            values[row * fields.count + field] = column[row];
        }
    }
    return folded;
}

static size_t item_count(struct datum datum)
{
    return datum.kind == DATUM_LIST ? datum.list->count : 0;
}

static struct datum item_at(struct datum datum, size_t index)
{
    return index < item_count(datum) ? datum.list->at[index] : datum_none();
}

/* How many rows a row becomes: the most items that one of its lists has. */
static size_t flat_count(const struct datum *const *columns, size_t count, size_t row)
{
    size_t most = 0;
    for (size_t field = 0; field < count; field++) {
        size_t items = item_count(columns[field][row]);
        most = items > most ? items : most;
    }
    return most;
}

const struct frame *transform_flatten(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct str_list fields = {NULL, 0, 0};
    struct str_list names = {NULL, 0, 0};
    struct {
        size_t *at;
        size_t count, capacity;
    } rows = {NULL, 0, 0}, items = {NULL, 0, 0};
    if (!argument_texts(arena, transform->node, S("flatten"), &fields, transform->error) ||
        !argument_texts(arena, transform->node, S("as"), &names, transform->error)) {
        return NULL;
    }
    const struct datum **columns = arena_array(arena, const struct datum *, fields.count);
    for (size_t field = 0; field < fields.count; field++) {
        columns[field] = frame_column(arena, transform->frame, fields.at[field]);
    }
    for (size_t row = 0; row < transform->frame->rows; row++) {
        size_t count = flat_count(columns, fields.count, row);
        for (size_t item = 0; item < count; item++) {
            *arena_push(arena, &rows) = row;
            *arena_push(arena, &items) = item;
        }
    }
    struct frame *flat = arena_new(arena, struct frame);
    *flat = frame_select(arena, transform->frame, rows.at, rows.count);
    for (size_t field = 0; field < fields.count; field++) {
        struct datum *column = frame_add(
            arena, flat, field < names.count ? names.at[field] : fields.at[field]);
        for (size_t row = 0; row < rows.count; row++) {
            column[row] = item_at(columns[field][rows.at[row]], items.at[row]);
        }
    }
    return flat;
}

/* A fixed choice of rows, each as likely as any other, in their order. */
const struct frame *transform_sample(const struct transform *transform)
{
    size_t wanted;
    size_t rows_left = transform->frame->rows;
    if (!node_count(transform->key, &wanted, transform->error)) {
        return NULL;
    }
    if (wanted >= rows_left) {
        return transform->frame;
    }
    if (transform->environment->warnings) {
        warning_add(transform->environment->warnings, node_place(transform->key),
                    "the sample is the same at every run: %zu of %zu rows", wanted,
                    rows_left);
    }
    size_t *rows = arena_array(transform->arena, size_t, wanted);
    size_t count = 0;
    uint64_t state = 1;
    for (size_t row = 0; count < wanted; row++, rows_left--) {
        state = state * 6364136223846793005U + 1442695040888963407U; /* Knuth's MMIX */
        if ((state >> 33) % rows_left < wanted - count) {
            rows[count++] = row;
        }
    }
    struct frame *sample = arena_new(transform->arena, struct frame);
    *sample = frame_select(transform->arena, transform->frame, rows, count);
    return sample;
}

/* --- quantile
 * ----------------------------------------------------------------------------- */

static struct statistics_sample sorted_sample(struct arena *arena,
                                              const struct datum *column,
                                              const struct groups *groups, size_t group)
{
    size_t count = group_size(groups, group);
    struct statistics_sample sample = {arena_array(arena, double, count), 0};
    for (size_t i = 0; i < count; i++) {
        struct datum datum = column[group_row(groups, group, i)];
        bool is_empty = datum.kind == DATUM_TEXT && !datum.text.length;
        double number = datum_to_number(datum);
        if (datum.kind != DATUM_NONE && !is_empty && !isnan(number)) {
            sample.at[sample.count++] = number;
        }
    }
    statistics_sort(sample);
    return sample;
}

const struct frame *transform_quantile(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct str_list groupby = {NULL, 0, 0};
    struct number_list parts = {NULL, 0, 0};
    struct made_rows made = {NULL, 0, 0};
    double step = 0.01;
    str field;
    str prob = S("prob");
    str value = S("value");
    if (!transform_field(transform, &field) || !transform_groupby(transform, &groupby) ||
        !argument_numbers(arena, transform->node, S("probs"), &parts, transform->error) ||
        !argument_number(transform->node, S("step"), &step, transform->error) ||
        !transform_as(transform, &prob, &value)) {
        return NULL;
    }
    if (!(step > 1e-5)) {
        node_error(argument_find(transform->node, S("step")), transform->error,
                   "the \"step\" of quantiles is above 0.00001");
        return NULL;
    }
    bool is_given = argument_find(transform->node, S("probs")) != NULL;
    double count = is_given ? 0.0 : ceil((1.0 - 1e-14 - step / 2.0) / step);
    for (size_t i = 0; (double)i < count; i++) {
        *arena_push(arena, &parts) = step / 2.0 + (double)i * step;
    }
    struct groups groups = group_rows(arena, transform->frame, groupby.at, groupby.count);
    const struct datum *column = frame_column(arena, transform->frame, field);
    for (size_t group = 0; group < groups.count; group++) {
        struct statistics_sample sample = sorted_sample(arena, column, &groups, group);
        for (size_t i = 0; i < parts.count; i++) {
            *arena_push(arena, &made) = (struct made_row){
                group, parts.at[i], statistics_quantile(sample, parts.at[i])};
        }
    }
    return transform_made_frame(transform, &groups, &groupby, &made, prob, value);
}

/* --- lookup
 * ------------------------------------------------------------------------------- */

struct lookup {
    str field; /* of our rows */
    str key; /* of theirs */
    struct str_list fields; /* that are taken; none: the whole row */
    struct str_list as;
    const struct node *otherwise; /* or NULL */
    const struct frame *other;
};

static bool read_lookup(const struct transform *transform, struct lookup *lookup)
{
    struct error *error = transform->error;
    const struct node *from = argument_find(transform->node, S("from"));
    if (!from) {
        return node_error(transform->node, error, "\"from\" is missing here");
    }
    if (!node_expect(from, NODE_MAP, error)) {
        return false;
    }
    const struct node *data = argument_find(from, S("data"));
    lookup->otherwise = argument_find(transform->node, S("default"));
    if (!data) {
        node_error(from, error, "a lookup is from \"data\"");
        return error_hint(error,
                          "what a reader selects cannot be looked up in a chart that "
                          "stands still");
    }
    if (!transform_field(transform, &lookup->field) ||
        !argument_required(from, S("key"), &lookup->key, error) ||
        !argument_texts(transform->arena, from, S("fields"), &lookup->fields, error) ||
        !argument_texts(transform->arena, transform->node, S("as"), &lookup->as, error)) {
        return false;
    }
    lookup->other = source_read(transform->arena, data, transform->environment, error);
    return lookup->other != NULL;
}

/* Row of the other data by its key, of which a later one wins; 1 and "1" are the same. */
static size_t *find_rows(const struct transform *transform, const struct lookup *lookup)
{
    struct arena *arena = transform->arena;
    struct words keys = {NULL, 0, 0, NULL, 0};
    const struct datum *theirs = frame_column(arena, lookup->other, lookup->key);
    const struct datum *ours = frame_column(arena, transform->frame, lookup->field);
    size_t *row_of = arena_array(arena, size_t, lookup->other->rows);
    size_t *found = arena_array(arena, size_t, transform->frame->rows);
    for (size_t row = 0; row < lookup->other->rows; row++) {
        row_of[words_add(arena, &keys, datum_to_text(arena, theirs[row]))] = row;
    }
    for (size_t row = 0; row < transform->frame->rows; row++) {
        uint32_t word = words_find(&keys, datum_to_text(arena, ours[row]));
        found[row] = word == UINT32_MAX ? SIZE_MAX : row_of[word];
    }
    return found;
}

/* A value of other data: its way to the exact number leads through their list. */
static struct datum taken(const struct frame *other, const struct frame *frame,
                          struct datum datum)
{
    datum.exact = other->exacts == frame->exacts ? datum.exact : 0;
    return datum;
}

const struct frame *transform_lookup(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct lookup lookup = {.otherwise = NULL};
    if (!read_lookup(transform, &lookup) || !lookup.other) {
        return NULL;
    }
    const size_t *found = find_rows(transform, &lookup);
    struct datum otherwise =
        lookup.otherwise ? datum_from_node(arena, lookup.otherwise) : datum_none();
    struct frame *frame = arena_new(arena, struct frame);
    *frame = frame_copy(arena, transform->frame);
    size_t count = lookup.fields.count ? lookup.fields.count : 1;
    for (size_t i = 0; i < count; i++) {
        bool is_whole = !lookup.fields.count;
        str usual = is_whole ? S("_lookup") : lookup.fields.at[i];
        const struct datum *values =
            is_whole ? NULL : frame_column(arena, lookup.other, lookup.fields.at[i]);
        struct datum *column =
            arena_array(arena, struct datum, frame->rows); /* may be the key's own name */
        for (size_t row = 0; row < frame->rows; row++) {
            column[row] = found[row] == SIZE_MAX ? otherwise
                          : is_whole ? frame_row(arena, lookup.other, found[row])
                                     : taken(lookup.other, frame, values[found[row]]);
        }
        frame_set(arena, frame, i < lookup.as.count ? lookup.as.at[i] : usual, column);
    }
    return frame;
}
