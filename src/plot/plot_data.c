/* SPDX-License-Identifier: MIT */
#include "plot/plot_data.h"

#include "encode_column.h"

struct gathering {
    struct arena *arena;
    const struct specification *specification;
    const struct model *unit;
    struct plot_table *table;
};

/* --- the columns of a unit ------------------------------------------------------------ */

static const struct plot_column *find_column(const struct plot_table *table, str name)
{
    for (size_t i = 0; i < table->count; i++) {
        if (str_equal(table->at[i].name, name)) {
            return &table->at[i];
        }
    }
    return NULL;
}

static str title_of(const struct gathering *gathering, const struct channel *def, str name)
{
    if (def->has_title && def->title.count) {
        return str_join(gathering->arena, def->title.at, def->title.count, S(" "));
    }
    if (def->time_unit.parts) {
        return def->field; /* "month (year-month)" is for axes */
    }
    str title = view_channel_title(gathering->arena, gathering->specification, def);
    return title.length ? title : name;
}

static void add_column(const struct gathering *gathering, const struct channel *def,
                       str name, str title)
{
    if (!name.length || find_column(gathering->table, name)) {
        return;
    }
    *arena_push(gathering->arena, gathering->table) = (struct plot_column){
        .name = name,
        .title = title.length ? title : name,
        .type = def ? def->type : TYPE_NOMINAL,
        .unit = def ? def->time_unit : (struct time_unit){0},
        .at = encode_find(gathering->arena, gathering->unit->frame, name),
    };
}

/* A bin is its two ends; the end of a month goes without saying. */
static void add_encoding(const struct gathering *gathering, const struct encoding *encoding)
{
    const struct channel *def = encoding->def;
    if (!def || def->source != CHANNEL_FIELD || def->type == TYPE_GEOJSON) {
        return;
    }
    add_column(gathering, def, encoding->field, title_of(gathering, def, encoding->field));
    if (encoding->has_bin) {
        add_column(gathering, def, encoding->end, S(""));
    }
}

/* What tells the panels apart goes first. */
static void add_facets(const struct gathering *gathering)
{
    for (const struct model *at = gathering->unit->parent; at; at = at->parent) {
        add_encoding(gathering, &at->row);
        add_encoding(gathering, &at->column);
        add_encoding(gathering, &at->facet);
    }
}

/* Shapes of a map are no figures, but have names. */
static void add_places(const struct gathering *gathering)
{
    static const str names[] = {S("id"), S("properties.name")};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (frame_path(gathering->arena, gathering->unit->frame, names[i])) {
            add_column(gathering, NULL, names[i], S(""));
        }
    }
}

static void add_details(const struct gathering *gathering)
{
    const struct channel_list *defs = &gathering->unit->view->details;
    for (size_t i = 0; i < gathering->unit->details.count; i++) {
        const struct channel *def = i < defs->count ? &defs->at[i] : NULL;
        add_column(gathering, def, gathering->unit->details.at[i], S(""));
    }
}

static struct plot_table table_of(struct arena *arena,
                                  const struct specification *specification,
                                  const struct model *unit)
{
    struct plot_table table = {
        .view = unit->view, .rows = unit->frame->rows, .frame = unit->frame};
    struct gathering gathering = {arena, specification, unit, &table};
    bool shows_any = false;
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        const struct channel *def = unit->encodings[i].def;
        shows_any = shows_any || (def && def->source == CHANNEL_FIELD);
    }
    if (!shows_any) {
        return table;
    }
    add_facets(&gathering);
    if (unit->view->mark == MARK_GEOSHAPE) {
        add_places(&gathering);
    }
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        add_encoding(&gathering, &unit->encodings[i]);
    }
    add_details(&gathering);
    return table;
}

/* --- one table for what shows the same rows ------------------------------------------- */

static bool is_same_column(const struct plot_column *a, const struct plot_column *b,
                           size_t rows)
{
    size_t row = a->at == b->at ? rows : 0;
    while (row < rows && datum_is_same(a->at[row], b->at[row])) {
        row++;
    }
    return row == rows;
}

/* Columns of one name must agree, and there must be one: it tells the rows apart. */
static bool shows_same_rows(const struct plot_table *a, const struct plot_table *b)
{
    bool has_common = false;
    for (size_t i = 0; i < b->count && a->rows == b->rows; i++) {
        const struct plot_column *known = find_column(a, b->at[i].name);
        if (known && !is_same_column(known, &b->at[i], a->rows)) {
            return false;
        }
        has_common = has_common || known;
    }
    return has_common;
}

/* Index of the table of the same rows; the count if there is none. */
static size_t find_same(const struct plot_tables *tables, const struct plot_table *table)
{
    size_t i = 0;
    while (i < tables->count && !shows_same_rows(&tables->at[i], table)) {
        i++;
    }
    return i;
}

static void merge(struct arena *arena, struct plot_tables *tables,
                  const struct plot_table *table)
{
    size_t same = find_same(tables, table);
    if (same == tables->count) {
        *arena_push(arena, tables) = *table;
        return;
    }
    for (size_t i = 0; i < table->count; i++) {
        if (!find_column(&tables->at[same], table->at[i].name)) {
            *arena_push(arena, &tables->at[same]) = table->at[i];
        }
    }
}

bool plot_data(struct arena *arena, const struct specification *specification,
               struct plot_tables *tables, struct error *error)
{
    struct maker maker = {.arena = arena, .specification = specification};
    maker.scale_config = view_config_bag(specification, S("scale"));
    maker.view_config = view_config_bag(specification, S("view"));
    struct model *root = model_make(&maker, error);
    struct models units = {0};
    if (!root) {
        return false;
    }
    model_units(arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        struct plot_table table = table_of(arena, specification, units.at[i]);
        if (table.count) {
            merge(arena, tables, &table);
        }
    }
    return true;
}
