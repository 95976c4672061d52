/* SPDX-License-Identifier: MIT */
/* A profile from its YAML: one function per kind of value, one row per key. */
#include "table/profile.h"

#include "base/file.h"

struct reading {
    struct arena *arena;
    struct error *error;
};

static bool read_names(const struct reading *reading, const struct node *node,
                       struct profile_names *names)
{
    str name;
    if (node->kind != NODE_LIST) {
        if (!node_text(node, &name, reading->error)) {
            return false;
        }
        *arena_push(reading->arena, names) = name;
        return true;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!node_text(node->at[i], &name, reading->error)) {
            return false;
        }
        *arena_push(reading->arena, names) = name;
    }
    return true;
}

static bool read_mark(const struct reading *reading, const struct node *node, char *mark)
{
    str text;
    if (!node_text(node, &text, reading->error)) {
        return false;
    }
    *mark = (char)(text.length ? text.at[0] : '\0');
    return text.length == 1 ||
           node_error(node, reading->error, "one character is expected here");
}

/* Whether the text is that one word that is allowed. */
static bool read_word(const struct reading *reading, const struct node *node, str allowed,
                      bool *is_set)
{
    size_t choice;
    *is_set = node_choice(node, &allowed, 1, &choice, reading->error);
    return *is_set;
}

/* --- columns ------------------------------------------------------------------------ */

static bool read_role(const struct reading *reading, const struct node *node,
                      struct profile_column *column)
{
    static const str names[] = {S("dimension"), S("period"),   S("measure"),
                                S("status"),    S("released"), S("note")};
    static const enum column_role roles[] = {ROLE_DIMENSION, ROLE_PERIOD,   ROLE_MEASURE,
                                             ROLE_STATUS,    ROLE_RELEASED, ROLE_NOTE};
    size_t choice;
    if (!node_choice(node, names, COUNT_OF(names), &choice, reading->error)) {
        return false;
    }
    column->role = roles[choice];
    return true;
}

static bool read_take(const struct reading *reading, const struct node *node,
                      struct profile_column *column)
{
    static const str names[] = {S("code"), S("name"), S("unit"), S("level"), S("id")};
    size_t choice;
    if (!node_choice(node, names, COUNT_OF(names), &choice, reading->error)) {
        return false;
    }
    column->take = (enum profile_take)(TAKE_CODE + choice);
    return true;
}

static bool read_words(const struct reading *reading, const struct node *node,
                       struct profile_column *column)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        struct profile_word word = {.from = node->at[i]->key};
        if (!node_text(node->at[i], &word.to, reading->error)) {
            return false;
        }
        *arena_push(reading->arena, &column->words) = word;
    }
    return true;
}

static bool read_factor(const struct reading *reading, const struct node *node,
                        struct decimal *factor)
{
    if (!node_decimal(node, factor, reading->error)) {
        return false;
    }
    return factor->units > 0 ||
           node_error(node, reading->error, "a factor is a number above 0");
}

static bool read_measure(const struct reading *reading, const struct node *node,
                         struct profile_measure *measure)
{
    static const str keys[] = {S("name"), S("unit"), S("factor")};
    measure->word = node->key;
    measure->factor = (struct decimal){1, 0};
    if (node->kind == NODE_SCALAR && str_equal(node->text, S("no"))) {
        return true;
    }
    if (!node_expect(node, NODE_MAP, reading->error) ||
        !node_knows(node, keys, COUNT_OF(keys), reading->error)) {
        return false;
    }
    const struct node *name = node_find(node, S("name"));
    const struct node *unit = node_find(node, S("unit"));
    const struct node *factor = node_find(node, S("factor"));
    if (!name) {
        return node_error(node, reading->error, "the name of the measure is not said");
    }
    return node_text(name, &measure->name, reading->error) &&
           (!unit || node_text(unit, &measure->unit, reading->error)) &&
           (!factor || read_factor(reading, factor, &measure->factor));
}

static bool read_measures(const struct reading *reading, const struct node *node,
                          struct profile_column *column)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_measure(reading, node->at[i],
                          arena_push(reading->arena, &column->measures))) {
            return false;
        }
    }
    return true;
}

static bool read_column_key(const struct reading *reading, const struct node *node,
                            struct profile_column *column)
{
    str key = node->key;
    struct profile_names *names = str_equal(key, S("from"))         ? &column->from
                                  : str_equal(key, S("year"))       ? &column->year
                                  : str_equal(key, S("month"))      ? &column->month
                                  : str_equal(key, S("by"))         ? &column->by
                                  : str_equal(key, S("aggregates")) ? &column->aggregates
                                                                    : NULL;
    if (names) {
        return read_names(reading, node, names);
    }
    if (str_equal(key, S("role"))) {
        return read_role(reading, node, column);
    }
    if (str_equal(key, S("take"))) {
        return read_take(reading, node, column);
    }
    if (str_equal(key, S("words"))) {
        return read_words(reading, node, column);
    }
    if (str_equal(key, S("measures"))) {
        return read_measures(reading, node, column);
    }
    if (str_equal(key, S("unit"))) {
        return node_text(node, &column->unit, reading->error);
    }
    if (str_equal(key, S("factor"))) {
        return read_factor(reading, node, &column->factor);
    }
    if (str_equal(key, S("parts"))) {
        return read_word(reading, node, S("prefix"), &column->has_prefix_parts);
    }
    if (str_equal(key, S("zero"))) {
        return read_word(reading, node, S("missing"), &column->is_zero_missing);
    }
    if (str_equal(key, S("flags"))) {
        return node_flag(node, &column->has_flags, reading->error);
    }
    return node_flag(node, &column->is_required, reading->error);
}

static bool read_column(const struct reading *reading, const struct node *node,
                        struct profile_column *column)
{
    static const str keys[] = {S("from"),  S("year"),     S("month"),      S("by"),
                               S("role"),  S("take"),     S("words"),      S("unit"),
                               S("zero"),  S("factor"),   S("aggregates"), S("parts"),
                               S("flags"), S("measures"), S("required")};
    column->name = node->key;
    column->factor = (struct decimal){1, 0};
    if (!node_expect(node, NODE_MAP, reading->error) ||
        !node_knows(node, keys, COUNT_OF(keys), reading->error)) {
        return false;
    }
    if (!node_find(node, S("role"))) {
        return node_error(node, reading->error, "the role of \"%.*s\" is not said",
                          STR_ARG(node->key));
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_column_key(reading, node->at[i], column)) {
            return false;
        }
    }
    return true;
}

static bool read_columns(const struct reading *reading, const struct node *node,
                         struct profile *profile)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_column(reading, node->at[i],
                         arena_push(reading->arena, &profile->columns))) {
            return false;
        }
    }
    return true;
}

/* --- rows --------------------------------------------------------------------------- */

static bool read_keep(const struct reading *reading, const struct node *node,
                      struct profile *profile)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        struct profile_rule rule = {.field = node->at[i]->key, .is_keep = true};
        if (!read_names(reading, node->at[i], &rule.words)) {
            return false;
        }
        str words = str_join(reading->arena, rule.words.at, rule.words.count, S(" or "));
        rule.reason = str_print(reading->arena, "%.*s is not %.*s", STR_ARG(rule.field),
                                STR_ARG(words));
        *arena_push(reading->arena, &profile->rules) = rule;
    }
    return true;
}

static bool read_drop_of(const struct reading *reading, const struct node *field,
                         struct profile *profile)
{
    if (!node_expect(field, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < field->count; i++) {
        struct profile_rule rule = {.field = field->key};
        *arena_push(reading->arena, &rule.words) = field->at[i]->key;
        if (!node_text(field->at[i], &rule.reason, reading->error)) {
            return false;
        }
        *arena_push(reading->arena, &profile->rules) = rule;
    }
    return true;
}

static bool read_drop(const struct reading *reading, const struct node *node,
                      struct profile *profile)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_drop_of(reading, node->at[i], profile)) {
            return false;
        }
    }
    return true;
}

static bool read_wide(const struct reading *reading, const struct node *node,
                      struct profile *profile)
{
    static const str keys[] = {S("as"), S("measures"), S("packed")};
    struct profile_wide *wide = &profile->wide;
    if (!node_expect(node, NODE_MAP, reading->error) ||
        !node_knows(node, keys, COUNT_OF(keys), reading->error)) {
        return false;
    }
    const struct node *as = node_find(node, S("as"));
    const struct node *measures = node_find(node, S("measures"));
    const struct node *packed = node_find(node, S("packed"));
    if (!as || !measures) {
        return node_error(node, reading->error, "wide wants \"as\" and \"measures\"");
    }
    if (!node_text(as, &wide->as, reading->error) ||
        !node_expect(measures, NODE_MAP, reading->error) ||
        (packed && !node_flag(packed, &wide->is_packed, reading->error))) {
        return false;
    }
    for (size_t i = 0; i < measures->count; i++) {
        struct profile_measure_pattern pattern = {.column = measures->at[i]->key};
        if (!node_text(measures->at[i], &pattern.pattern, reading->error)) {
            return false;
        }
        *arena_push(reading->arena, wide) = pattern;
    }
    return true;
}

static bool read_expect(const struct reading *reading, const struct node *node,
                        struct profile *profile)
{
    if (!node_expect(node, NODE_MAP, reading->error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        struct profile_word *word = arena_push(reading->arena, &profile->expect);
        word->from = node->at[i]->key;
        if (!node_text(node->at[i], &word->to, reading->error)) {
            return false;
        }
    }
    return true;
}

/* --- the whole ---------------------------------------------------------------------- */

static bool read_marks(const struct reading *reading, const struct node *node,
                       struct profile *profile)
{
    const struct node *separator = node_find(node, S("separator"));
    const struct node *decimal = node_find(node, S("decimal"));
    const struct node *missing = node_find(node, S("missing"));
    const struct node *recognise = node_find(node, S("recognise"));
    return (!separator || read_mark(reading, separator, &profile->separator)) &&
           (!decimal || read_mark(reading, decimal, &profile->decimal)) &&
           (!missing || read_names(reading, missing, &profile->missing)) &&
           (!recognise || read_names(reading, recognise, &profile->recognise));
}

static bool read_rows(const struct reading *reading, const struct node *node,
                      struct profile *profile)
{
    const struct node *keep = node_find(node, S("keep"));
    const struct node *drop = node_find(node, S("drop"));
    const struct node *wide = node_find(node, S("wide"));
    const struct node *merge = node_find(node, S("merge"));
    const struct node *zeros = node_find(node, S("unpublished"));
    const struct node *others = node_find(node, S("others"));
    return (!keep || read_keep(reading, keep, profile)) &&
           (!drop || read_drop(reading, drop, profile)) &&
           (!wide || read_wide(reading, wide, profile)) &&
           (!merge || node_flag(merge, &profile->is_merged, reading->error)) &&
           (!zeros ||
            read_word(reading, zeros, S("zeros"), &profile->has_unpublished_zeros)) &&
           (!others || read_word(reading, others, S("dimension"), &profile->has_others));
}

static bool read_profile(const struct reading *reading, const struct node *node,
                         struct profile *profile)
{
    static const str keys[] = {S("title"),   S("encoding"),   S("separator"), S("decimal"),
                               S("missing"), S("recognise"),  S("expect"),    S("columns"),
                               S("others"),  S("wide"),       S("keep"),      S("drop"),
                               S("merge"),   S("unpublished")};
    if (!node_expect(node, NODE_MAP, reading->error) ||
        !node_knows(node, keys, COUNT_OF(keys), reading->error)) {
        return false;
    }
    const struct node *title = node_find(node, S("title"));
    const struct node *encoding = node_find(node, S("encoding"));
    const struct node *columns = node_find(node, S("columns"));
    const struct node *expect = node_find(node, S("expect"));
    return (!title || node_text(title, &profile->title, reading->error)) &&
           (!encoding || node_text(encoding, &profile->encoding, reading->error)) &&
           (!expect || read_expect(reading, expect, profile)) &&
           read_marks(reading, node, profile) && read_rows(reading, node, profile) &&
           (!columns || read_columns(reading, columns, profile));
}

const struct profile *profile_read(struct arena *arena, str path, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    struct profile *profile = arena_new(arena, struct profile);
    struct reading reading = {arena, error};
    if (!file_read(arena, path, source, error)) {
        return NULL;
    }
    str file = path_name(source->path);
    profile->name = str_slice(file, 0, file.length - (str_ends(file, S(".yaml")) ? 5 : 0));
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    return node && read_profile(&reading, node, profile) ? profile : NULL;
}
