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
    {"note", directive_note},
    {"row", directive_row},
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

bool directive_read(const struct directive_input *input, str name, struct blocks *blocks,
                    struct error *error)
{
    directive_reader *read = find_directive(name);
    return read ? read(input, blocks, error)
                : error_at(error, ERROR_CONFIG, input->place,
                           "there is no directive \"%.*s\"", STR_ARG(name));
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

const struct node *directive_node(const struct directive_input *input, struct error *error)
{
    if (input->info_length) {
        error_at(error, ERROR_CONFIG,
                 place_in(input->source, input->info, input->info_length),
                 "nothing may follow the name of this directive");
        return NULL;
    }
    return node_load(input->markdown->arena, input->source, input->offset, input->length,
                     error);
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
