/* SPDX-License-Identifier: MIT */
/* The only includer of jansson. */
#include "table/datapackage.h"

#include "base/file.h"

#include <jansson.h>

struct package {
    struct arena *arena;
    struct source source;
    struct error *error;
};

/* A copy of a text member, or empty. */
static str text_of(const struct package *package, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_string(value)
               ? str_copy(package->arena,
                          (str){json_string_value(value), json_string_length(value)})
               : (str){0};
}

static bool refuse(const struct package *package, const char *what)
{
    return error_at(package->error, ERROR_CONFIG,
                    (struct place){.file = package->source.path}, "%s", what);
}

/* --- fields ------------------------------------------------------------------------- */

static bool is_one_of(str word, const str *words, size_t count)
{
    size_t i = 0;
    while (i < count && !str_equal(word, words[i])) {
        i++;
    }
    return i < count;
}

static enum column_role role_of(str type, bool has_period)
{
    static const str numbers[] = {S("number"), S("integer")};
    static const str times[] = {S("year"), S("yearmonth"), S("date"), S("datetime")};
    if (is_one_of(type, numbers, COUNT_OF(numbers))) {
        return ROLE_MEASURE;
    }
    if (is_one_of(type, times, COUNT_OF(times))) {
        return has_period ? ROLE_NOTE : ROLE_PERIOD;
    }
    return ROLE_DIMENSION;
}

static void add_field(const struct package *package, const json_t *field,
                      struct profile *profile, bool *has_period)
{
    struct profile_column *column = arena_push(package->arena, &profile->columns);
    str decimal = text_of(package, field, "decimalChar");
    column->name = text_of(package, field, "name");
    column->role = role_of(text_of(package, field, "type"), *has_period);
    column->is_guessed = str_equal(text_of(package, field, "type"), S("any"));
    column->factor = (struct decimal){1, 0};
    column->decimal = (char)(decimal.length ? decimal.at[0] : '\0');
    *arena_push(package->arena, &column->from) = column->name;
    *arena_push(package->arena, &profile->recognise) = column->name;
    *has_period |= column->role == ROLE_PERIOD;
}

static void add_fields(const struct package *package, const json_t *schema,
                       struct profile *profile)
{
    size_t index;
    const json_t *item;
    bool has_period = false;
    json_array_foreach(json_object_get(schema, "missingValues"), index, item)
    {
        if (json_is_string(item)) {
            *arena_push(package->arena, &profile->missing) =
                str_copy(package->arena, str_from(json_string_value(item)));
        }
    }
    json_array_foreach(json_object_get(schema, "fields"), index, item)
    {
        add_field(package, item, profile, &has_period);
    }
}

/* --- dialects ----------------------------------------------------------------------- */

/* A member that says of the file what is not so in any file that can be read. */
static bool expect_text(const struct package *package, const json_t *dialect,
                        const char *key, const char *wanted)
{
    str text = text_of(package, dialect, key);
    return !text.length || str_equal(text, str_from(wanted)) ||
           error_at(package->error, ERROR_CONFIG,
                    (struct place){.file = package->source.path},
                    "the dialect's %s is \"%.*s\": only %s can be read", key, STR_ARG(text),
                    wanted);
}

/* Quotes are doubled within quotes (RFC 4180). Rows above the header are found by the
 * loader, and blanks around cells never count. */
static bool read_dialect(const struct package *package, const json_t *dialect,
                         struct profile *profile)
{
    str delimiter = text_of(package, dialect, "delimiter");
    profile->separator = (char)(delimiter.length ? delimiter.at[0] : '\0');
    if (json_is_false(json_object_get(dialect, "header"))) {
        return refuse(package, "a file without a header cannot be read");
    }
    if (json_is_false(json_object_get(dialect, "doubleQuote")) ||
        text_of(package, dialect, "escapeChar").length) {
        return refuse(package, "the dialect escapes quotes: only quotes that are doubled "
                               "can be read");
    }
    return expect_text(package, dialect, "quoteChar", "\"");
}

/* --- resources ---------------------------------------------------------------------- */

static bool is_resource_of(const struct package *package, const json_t *resource, str name)
{
    const json_t *paths = json_object_get(resource, "path");
    size_t index;
    const json_t *path;
    if (json_is_string(paths)) {
        return str_equal(text_of(package, resource, "path"), name);
    }
    json_array_foreach(paths, index, path)
    {
        if (json_is_string(path) && str_equal(str_from(json_string_value(path)), name)) {
            return true;
        }
    }
    return false;
}

static const struct profile *profile_of(const struct package *package,
                                        const json_t *resource)
{
    struct profile *profile = arena_new(package->arena, struct profile);
    if (!read_dialect(package, json_object_get(resource, "dialect"), profile)) {
        return NULL;
    }
    profile->name = S("datapackage");
    profile->title = text_of(package, resource, "title");
    profile->encoding = text_of(package, resource, "encoding");
    add_fields(package, json_object_get(resource, "schema"), profile);
    return profile;
}

static bool find_resource(const struct package *package, const json_t *root, str name,
                          const struct profile **profile)
{
    size_t index;
    const json_t *resource;
    json_array_foreach(json_object_get(root, "resources"), index, resource)
    {
        const json_t *schema = json_object_get(resource, "schema");
        if (is_resource_of(package, resource, name) &&
            json_array_size(json_object_get(schema, "fields"))) {
            *profile = profile_of(package, resource);
            return *profile;
        }
    }
    return true;
}

static bool read_package(const struct package *package, str name,
                         const struct profile **profile)
{
    json_error_t problem;
    str text = package->source.text;
    json_t *root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, &problem);
    if (!root) {
        struct place place = {.file = package->source.path,
                              .line = problem.line > 0 ? (size_t)problem.line : 0,
                              .column = problem.column > 0 ? (size_t)problem.column : 0};
        return error_at(package->error, ERROR_CONFIG, place, "this is not JSON: %s",
                        problem.text);
    }
    bool is_read = find_resource(package, root, name, profile);
    json_decref(root);
    return is_read;
}

/* The package whose file that is, in which the data have that path. */
static bool read_at(struct package *package, str file, str data,
                    const struct profile **profile)
{
    return !file_exists(file) ||
           (file_read(package->arena, file, &package->source, package->error) &&
            read_package(package, data, profile));
}

bool datapackage_find(struct arena *arena, str path, const struct profile **profile,
                      struct error *error)
{
    struct package package = {.arena = arena, .error = error};
    str folder = path_folder(path);
    str folder_name = path_name(folder);
    bool has_above = folder_name.length && !str_equal(folder_name, S("."));
    str beside = path_join(arena, folder, S("datapackage.json"));
    str above = path_join(arena, folder, S("../datapackage.json"));
    *profile = NULL;
    return read_at(&package, beside, path_name(path), profile) &&
           (*profile || !has_above ||
            read_at(&package, above, path_join(arena, folder_name, path_name(path)),
                    profile));
}
