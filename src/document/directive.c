/* SPDX-License-Identifier: MIT */
/* The table of directives, and what they share in reading their content. */
#include "directive_internal.h"

#include "document/unbound.h"
#include "expression/expression.h"

static const struct {
    const char *name;
    directive_reader *read;
} directives[] = {
    {"chart", directive_chart},
    {"table", directive_table},
    {"kpi", directive_kpi},
    {"events", directive_events},
    {"findings", directive_findings},
    {"claims", directive_claims},
    {"revisions", directive_revisions},
    {"note", directive_note},
    {"box", directive_box},
    {"pull", directive_pull},
    {"row", directive_row},
    {"column", directive_column},
    {"contents", directive_contents},
    {"if", directive_if},
    {"pagebreak", directive_page_break},
    {"import-report", directive_import_report},
};

static directive_reader *find_directive(str name)
{
    for (size_t i = 0; i < COUNT_OF(directives); i++) {
        if (str_equal(name, str_from(directives[i].name))) {
            return directives[i].read;
        }
    }
    return NULL;
}

bool directive_is_known(str name)
{
    return find_directive(name);
}

str directive_nearest(str name)
{
    enum { LENGTH_MIN = 4 }; /* languages of listings have short names too */
    str names[COUNT_OF(directives)];
    for (size_t i = 0; i < COUNT_OF(directives); i++) {
        names[i] = str_from(directives[i].name);
    }
    size_t nearest = name.length < LENGTH_MIN ? COUNT_OF(names)
                                              : str_nearest(name, names, COUNT_OF(names));
    return nearest < COUNT_OF(names) ? names[nearest] : S("");
}

/* A directive that shows nothing is told to the heading that it stands below. */
static void note_loss(const struct blocks *blocks, size_t before)
{
    struct block *last = before ? blocks->at[before - 1] : NULL;
    if (last && blocks->count == before && last->kind == BLOCK_HEADING) {
        last->has_lost = true;
    }
}

/* Gives the id that the directive's YAML has to the exhibit that it made. */
static bool name_exhibit(struct markdown *markdown, const struct node *id,
                         const struct blocks *blocks, size_t first, struct error *error)
{
    struct block *exhibit = NULL;
    for (size_t i = first; i < blocks->count && !exhibit; i++) {
        enum block_kind kind = blocks->at[i]->kind;
        exhibit = kind == BLOCK_CHART || kind == BLOCK_TABLE ? blocks->at[i] : NULL;
    }
    str text;
    if (!exhibit) {
        return node_error(id, error, "only charts and tables have an id");
    }
    if (!node_text(id, &text, error)) {
        return false;
    }
    if (!reference_is_id(text)) {
        node_error(id, error, "\"%.*s\" is no id", STR_ARG(text));
        return error_hint(error,
                          "an id has ASCII letters, digits, hyphens and underscores");
    }
    return references_add_exhibit(markdown->arena, &markdown->references, exhibit, text) ||
           node_error(id, error, "the id \"%.*s\" is taken", STR_ARG(text));
}

bool directive_read(const struct directive_input *input, str name, struct blocks *blocks,
                    struct error *error)
{
    struct markdown *markdown = input->markdown;
    directive_reader *read = find_directive(name);
    size_t first = blocks->count;
    if (!read) {
        return error_at(error, ERROR_CONFIG, input->place, "there is no directive \"%.*s\"",
                        STR_ARG(name));
    }
    if (!read(input, blocks, error)) {
        return false;
    }
    note_loss(blocks, first);
    const struct node *id = markdown->id;
    markdown->id = NULL;
    return !id || name_exhibit(markdown, id, blocks, first, error);
}

struct block *directive_block(const struct directive_input *input, enum block_kind kind,
                              struct blocks *blocks)
{
    struct arena *arena = input->markdown->arena;
    struct block *block = arena_new(arena, struct block);
    block->kind = kind;
    block->place = input->place;
    *arena_push(arena, blocks) = block;
    return block;
}

/* `id: us` is taken out of a directive's keys: it is for all exhibits. */
static const struct node *take_id(struct markdown *markdown, const struct node *map)
{
    const struct node *id = map->kind == NODE_MAP ? node_find(map, S("id")) : NULL;
    if (!id) {
        return map;
    }
    markdown->id = id;
    struct node *rest = arena_new(markdown->arena, struct node);
    *rest = *map;
    rest->at = arena_array(markdown->arena, struct node *, map->count);
    rest->count = 0;
    for (size_t i = 0; i < map->count; i++) {
        if (map->at[i] != id) {
            rest->at[rest->count++] = map->at[i];
        }
    }
    return rest;
}

const struct node *directive_node(const struct directive_input *input, struct error *error)
{
    if (input->info_length) {
        error_at(error, ERROR_CONFIG,
                 place_in(input->source, input->info, input->info_length),
                 "nothing may follow the name of this directive");
        return NULL;
    }
    const struct node *node = node_load(input->markdown->arena, input->source,
                                        input->offset, input->length, error);
    return node ? take_id(input->markdown, node) : NULL;
}

bool directive_text(const struct directive_input *input, const struct node *map, str key,
                    str *text, struct error *error)
{
    const struct node *node = node_find(map, key);
    if (node) {
        unbound_in_node(input->markdown, node);
    }
    return !node || expression_fill_node(input->markdown->arena, node,
                                         &input->markdown->facts->scope, text, error);
}

bool directive_flag(const struct node *map, str key, bool *flag, struct error *error)
{
    const struct node *node = node_find(map, key);
    return !node || node_flag(node, flag, error);
}

bool directive_caption(const struct directive_input *input, const struct node *map,
                       struct caption *caption, struct error *error)
{
    return directive_text(input, map, S("title"), &caption->title, error) &&
           directive_text(input, map, S("subtitle"), &caption->subtitle, error) &&
           directive_text(input, map, S("notes"), &caption->notes, error) &&
           directive_text(input, map, S("source"), &caption->source, error);
}

void directive_add_table(const struct directive_input *input, struct table_block *table,
                         const struct caption *caption, struct blocks *blocks)
{
    struct markdown *markdown = input->markdown;
    str number = str_print(markdown->arena, "%zu", ++markdown->tables);
    table->number =
        language_say(markdown->arena, markdown->language, PHRASE_TABLE, number, S(""));
    table->title = caption->title;
    table->subtitle = caption->subtitle;
    table->notes = caption->notes;
    table->source = caption->source;
    directive_block(input, BLOCK_TABLE, blocks)->table = table;
}

/* "25 months" to 25. */
static bool parse_months(str text, size_t *months)
{
    enum { MONTHS_MAX = 1200 };
    str unit;
    size_t number;
    if (!str_to_size(str_cut(text, ' ', &unit), &number) || !number ||
        number > MONTHS_MAX) {
        return false;
    }
    bool is_years = str_equal(unit, S("years")) || str_equal(unit, S("year"));
    *months = is_years ? number * 12 : number;
    return is_years || str_equal(unit, S("months")) || str_equal(unit, S("month"));
}

bool directive_window(const struct directive_input *input, const struct node *node,
                      size_t months, struct period *window, struct error *error)
{
    struct period issue = input->markdown->facts->issue;
    if (!period_is_set(issue)) {
        return error_at(error, ERROR_CONFIG, input->place,
                        "the briefing has no period: it has no queries");
    }
    if (node) {
        str text;
        if (!node_text(node, &text, error)) {
            return false;
        }
        if (!parse_months(text, &months)) {
            return node_error(node, error,
                              "\"%.*s\" is not a length such as 25 months or 3 years",
                              STR_ARG(text));
        }
    }
    int first = period_end(issue) - (int)months;
    int january = period_month(1, 1).first;
    window->first = first > january ? first : january;
    window->months = period_end(issue) - window->first;
    return true;
}

bool directive_refuse(const struct node *node, const struct value *value,
                      const char *wanted, struct error *error)
{
    return value->kind == VALUE_NONE ? error_at(error, ERROR_CHECK, node_place(node),
                                                "%.*s", STR_ARG(value->text))
                                     : node_error(node, error, "%s, not %s", wanted,
                                                  value_kind_name(value->kind));
}
