/* SPDX-License-Identifier: MIT */
#include "scale_type.h"

#include "scale_plan.h"

static const str type_names[] = {
    [SCALE_LINEAR] = S("linear"),
    [SCALE_LOG] = S("log"),
    [SCALE_POW] = S("pow"),
    [SCALE_SQRT] = S("sqrt"),
    [SCALE_SYMLOG] = S("symlog"),
    [SCALE_IDENTITY] = S("identity"),
    [SCALE_TIME] = S("time"),
    [SCALE_UTC] = S("utc"),
    [SCALE_BAND] = S("band"),
    [SCALE_POINT] = S("point"),
    [SCALE_ORDINAL] = S("ordinal"),
    [SCALE_BIN_ORDINAL] = S("bin-ordinal"),
    [SCALE_QUANTILE] = S("quantile"),
    [SCALE_QUANTIZE] = S("quantize"),
    [SCALE_THRESHOLD] = S("threshold"),
};

bool scale_type_is_discrete(enum scale_type type)
{
    return type == SCALE_BAND || type == SCALE_POINT || type == SCALE_ORDINAL ||
           type == SCALE_BIN_ORDINAL;
}

bool scale_type_is_continuous(enum scale_type type)
{
    return !scale_type_is_discrete(type);
}

/* Channels that show words or patterns. */
static bool is_discrete_channel(enum channel_name name)
{
    return name == CHANNEL_SHAPE || name == CHANNEL_STROKE_DASH;
}

static bool stands_in_band(enum mark_type mark)
{
    return mark == MARK_RECT || mark == MARK_BAR || mark == MARK_IMAGE ||
           mark == MARK_RULE || mark == MARK_TICK;
}

static bool has_relative_size(const struct model *unit, enum channel_name name)
{
    const struct node *size =
        bag_find(&unit->mark, name == CHANNEL_X ? S("width") : S("height"));
    return channel_is_position(name) && size && size->kind == NODE_MAP &&
           node_find(size, S("band"));
}

static bool has_tick_band(const struct channel *def)
{
    struct bag guide = {0};
    bag_add(&guide, def->guide);
    return bag_find(&guide, S("tickBand")) != NULL;
}

static enum scale_type type_of_discrete(const struct model *unit, enum channel_name name)
{
    if (channel_is_color(name) || is_discrete_channel(name)) {
        return SCALE_ORDINAL;
    }
    bool is_place =
        channel_is_position(name) || name == CHANNEL_X_OFFSET || name == CHANNEL_Y_OFFSET;
    bool is_polar = name == CHANNEL_THETA || name == CHANNEL_RADIUS;
    enum channel_name offset = channel_offset(name);
    bool has_offset = offset != CHANNEL_COUNT && model_has(unit, offset);
    bool is_band = (is_place && (stands_in_band(unit->view->mark) || has_offset)) ||
                   (is_polar && unit->view->mark == MARK_ARC) ||
                   has_relative_size(unit, name) ||
                   (channel_is_position(name) && has_tick_band(unit->encodings[name].def));
    return is_band ? SCALE_BAND : SCALE_POINT;
}

static enum scale_type default_type(const struct model *unit, enum channel_name name)
{
    const struct channel *def = unit->encodings[name].def;
    switch (def->type) {
    case TYPE_NOMINAL:
    case TYPE_ORDINAL:
        return type_of_discrete(unit, name);
    case TYPE_TEMPORAL:
        return is_discrete_channel(name) ? SCALE_ORDINAL
               : def->time_unit.is_utc   ? SCALE_UTC
                                         : SCALE_TIME;
    default:
        if (channel_is_color(name) && unit->encodings[name].has_bin) {
            return SCALE_BIN_ORDINAL;
        }
        return is_discrete_channel(name) ? SCALE_ORDINAL : SCALE_LINEAR;
    }
}

/* Positions have no ordinal scale; words have only scales that choose from lists. */
static bool suits_channel(enum scale_type type, enum channel_name name)
{
    bool is_choice = type == SCALE_ORDINAL || type == SCALE_QUANTILE ||
                     type == SCALE_QUANTIZE || type == SCALE_THRESHOLD;
    bool is_place = channel_is_position(name) || name == CHANNEL_X_OFFSET ||
                    name == CHANNEL_Y_OFFSET || name == CHANNEL_THETA ||
                    name == CHANNEL_RADIUS;
    if (is_place) {
        return !is_choice && type != SCALE_BIN_ORDINAL;
    }
    if (channel_is_color(name)) {
        return type != SCALE_BAND;
    }
    return is_discrete_channel(name) ? is_choice : type != SCALE_BIN_ORDINAL;
}

/* Times have no logarithm, names only lists. */
static bool suits_data(enum scale_type type, const struct channel *def)
{
    if (def->source != CHANNEL_FIELD) {
        return true;
    }
    switch (def->type) {
    case TYPE_NOMINAL:
    case TYPE_ORDINAL:
        return type == SCALE_ORDINAL || type == SCALE_BAND || type == SCALE_POINT;
    case TYPE_TEMPORAL:
        return type == SCALE_TIME || type == SCALE_UTC;
    case TYPE_QUANTITATIVE:
        return type <= SCALE_IDENTITY || type >= SCALE_BIN_ORDINAL;
    default:
        return true;
    }
}

bool scale_type_for(const struct model *unit, enum channel_name name, enum scale_type *type,
                    bool *is_given, struct error *error)
{
    const struct channel *def = unit->encodings[name].def;
    const struct node *given = def->scale && def->scale->kind == NODE_MAP
                                   ? node_find(def->scale, S("type"))
                                   : NULL;
    *type = default_type(unit, name);
    *is_given = false;
    if (!given || given->kind != NODE_SCALAR || str_equal(given->text, S("null"))) {
        return true;
    }
    size_t index;
    if (!node_choice(given, type_names, COUNT_OF(type_names), &index, error)) {
        return false;
    }
    enum scale_type wanted = (enum scale_type)index;
    if (suits_channel(wanted, name) && suits_data(wanted, def)) {
        *type = wanted;
        *is_given = true;
    }
    return true;
}
