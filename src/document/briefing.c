/* SPDX-License-Identifier: MIT */
/* The front matter: from YAML to struct briefing, with every key known and typed. */
#include "document/briefing.h"

#include "base/buffer.h"
#include "briefing_internal.h"
#include "expression/translation.h"

struct reader {
    struct arena *arena;
    struct briefing *briefing;
    str folder; /* of the briefing: what relative paths start from */
    struct error *error;
    bool can_lack_files; /* others may take their place: whoever loads them will see */
};

/* Where the YAML between the two lines of hyphens stands, and the Markdown after it. */
struct front_matter {
    size_t yaml, yaml_length, body;
};

static str line_at(str text, size_t offset)
{
    str rest = str_after(text, offset);
    return str_slice(rest, 0, str_find(rest, '\n'));
}

static bool is_marker(str line)
{
    return str_starts(line, S("---")) && str_trim(line).length == 3;
}

static bool find_front_matter(const struct source *source, struct front_matter *found,
                              struct error *error)
{
    str text = source->text;
    size_t start = str_starts(text, S("\xEF\xBB\xBF")) ? 3 : 0;
    str line = line_at(text, start);
    if (!is_marker(line)) {
        error_at(error, ERROR_CONFIG, place_in(source, start, line.length),
                 "the briefing has no front matter");
        return error_hint(error,
                          "begin with a line of three hyphens, the keys, and another one");
    }
    size_t offset = start + line.length + 1;
    found->yaml = offset;
    for (; offset < text.length; offset += line.length + 1) {
        line = line_at(text, offset);
        if (is_marker(line)) {
            found->yaml_length = offset - found->yaml;
            found->body = offset + line.length + 1;
            found->body = found->body < text.length ? found->body : text.length;
            return true;
        }
    }
    error_at(error, ERROR_CONFIG, place_in(source, start, 3),
             "the front matter is not closed");
    return error_hint(error, "end it with a line of three hyphens");
}

/* Names that expressions use: letters, digits and underscores, and no operator. */
static bool is_name(str text)
{
    static const str operators[] = {S("and"), S("or"), S("not")};
    for (size_t i = 0; i < COUNT_OF(operators); i++) {
        if (str_equal(text, operators[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        bool is_letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
        if (!is_letter && (i == 0 || byte < '0' || byte > '9')) {
            return false;
        }
    }
    return text.length > 0;
}

static bool is_taken(const struct briefing *briefing, str name)
{
    static const str own[] = {S("period"), S("as_of"), S("release"), S("language"),
                              S("row")};
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        if (str_equal(name, own[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < briefing->parameters.count; i++) {
        if (str_equal(name, briefing->parameters.at[i].name)) {
            return true;
        }
    }
    return briefing->texts && node_find(briefing->texts, name);
}

/* A query, parameter or text, which expressions will call by the key of `node`. */
static bool check_name(const struct reader *reader, const struct node *node)
{
    str name = node->key;
    if (!is_name(name)) {
        error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                 "\"%.*s\" cannot be a name", STR_ARG(name));
        return error_hint(reader->error,
                          "a name has ASCII letters, digits and underscores, begins "
                          "with no digit, and is not and, or, not");
    }
    if (is_taken(reader->briefing, name)) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                        "the name \"%.*s\" is taken", STR_ARG(name));
    }
    return true;
}

static bool read_text(const struct reader *reader, const struct node *front, str key,
                      str *text)
{
    const struct node *node = node_find(front, key);
    return !node || node_text(node, text, reader->error);
}

static bool read_path(const struct reader *reader, const struct node *front, str key,
                      str *path)
{
    if (!read_text(reader, front, key, path)) {
        return false;
    }
    if (path->length) {
        *path = path_join(reader->arena, reader->folder, *path);
    }
    return true;
}

/* The name of a theme that is shipped has neither slash nor dot; a path has. */
static bool read_theme(const struct reader *reader, const struct node *front)
{
    struct briefing *briefing = reader->briefing;
    const struct node *node = node_find(front, S("theme"));
    if (!node) {
        return true;
    }
    briefing->theme_place = node_place(node);
    if (!node_text(node, &briefing->theme, reader->error)) {
        return false;
    }
    str theme = briefing->theme;
    bool is_path =
        str_find(theme, '/') < theme.length || str_find(theme, '.') < theme.length;
    return !is_path || read_path(reader, front, S("theme"), &briefing->theme);
}

static bool read_paths(const struct reader *reader, const struct node *front)
{
    return read_theme(reader, front) &&
           read_path(reader, front, S("events"), &reader->briefing->events);
}

static bool read_language(const struct reader *reader, const struct node *front)
{
    struct briefing *briefing = reader->briefing;
    const struct node *node = node_find(front, S("language"));
    if (node && !node_text(node, &briefing->language_tag, reader->error)) {
        return false;
    }
    briefing->language = node ? language_find(briefing->language_tag) : language_english();
    return briefing->language ||
           (node_error(node, reader->error, "no language is called \"%.*s\"",
                       STR_ARG(briefing->language_tag)),
            error_hint(reader->error, "known are: " LANGUAGE_TAGS));
}

/* Translations: a map, or the path of a file that is one; *map is NULL without the key. */
static bool read_translation(const struct reader *reader, const struct node *front, str key,
                             const struct node **map)
{
    *map = node_find(front, key);
    if (*map && (*map)->kind == NODE_SCALAR) {
        str path = path_join(reader->arena, reader->folder, (*map)->text);
        struct source *source = arena_new(reader->arena, struct source);
        if (!file_read(reader->arena, path, source, reader->error)) {
            return false;
        }
        *map = node_load(reader->arena, source, 0, source->text.length, reader->error);
        return *map && translation_check(*map, reader->error);
    }
    return !*map || translation_check(*map, reader->error);
}

static bool read_translations(const struct reader *reader, const struct node *front)
{
    const struct node *texts;
    const struct node *names;
    if (!read_translation(reader, front, S("texts"), &texts) ||
        !read_translation(reader, front, S("names"), &names)) {
        return false;
    }
    for (size_t i = 0; texts && i < texts->count; i++) {
        if (!check_name(reader, texts->at[i])) {
            return false;
        }
    }
    reader->briefing->texts = texts;
    reader->briefing->names = names;
    return true;
}

static bool read_period(const struct reader *reader, const struct node *front)
{
    const struct node *node = node_find(front, S("period"));
    if (!node || (node->kind == NODE_SCALAR && str_equal(node->text, S("latest")))) {
        return true;
    }
    if (!node_period(node, &reader->briefing->period, reader->error)) {
        return false;
    }
    return reader->briefing->period.months == 1 ||
           node_error(node, reader->error, "the period of an issue is a month or latest");
}

static bool read_parameters(const struct reader *reader, const struct node *front)
{
    const struct node *map = node_find(front, S("parameters"));
    if (map && !node_expect(map, NODE_MAP, reader->error)) {
        return false;
    }
    for (size_t i = 0; map && i < map->count; i++) {
        struct briefing_parameter parameter = {.name = map->at[i]->key};
        if (!check_name(reader, map->at[i]) ||
            !node_text(map->at[i], &parameter.text, reader->error)) {
            return false;
        }
        *arena_push(reader->arena, &reader->briefing->parameters) = parameter;
    }
    return true;
}

/* `path` with what does not come from the pattern made safe from the matching. */
static str pattern_of(struct arena *arena, str path, str pattern)
{
    while (!str_ends(path, pattern)) {
        pattern = str_after(pattern, 1);
    }
    struct buffer safe = {.arena = arena};
    for (size_t i = 0; i + pattern.length < path.length; i++) {
        bool is_special = str_find(S("*?[\\"), path.at[i]) < 4;
        buffer_add(&safe, is_special ? S("\\") : S(""));
        buffer_add_byte(&safe, path.at[i]);
    }
    buffer_add(&safe, pattern);
    return buffer_text(&safe);
}

/* A file, or the files that a pattern matches. */
static bool read_pattern(const struct reader *reader, const struct node *node,
                         struct path_list *files)
{
    str pattern;
    if (!node_text(node, &pattern, reader->error)) {
        return false;
    }
    size_t before = files->count;
    str path = path_join(reader->arena, reader->folder, pattern);
    if (!file_exists(path) &&
        !file_match(reader->arena, pattern_of(reader->arena, path, pattern), files,
                    reader->error)) {
        return false;
    }
    if (file_exists(path) || (reader->can_lack_files && files->count == before)) {
        *arena_push(reader->arena, files) = path;
    }
    return files->count > before ||
           error_at(reader->error, ERROR_NO_INPUT, node_place(node), "no file matches %.*s",
                    STR_ARG(path));
}

static bool read_files(const struct reader *reader, const struct node *source,
                       struct path_list *files)
{
    const struct node *node = node_find(source, S("files"));
    if (!node) {
        return node_error(source, reader->error, "the data \"%.*s\" name no files",
                          STR_ARG(source->key));
    }
    if (node->kind != NODE_LIST) {
        return read_pattern(reader, node, files);
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_pattern(reader, node->at[i], files)) {
            return false;
        }
    }
    return node->count || node_error(node, reader->error, "the list of files is empty");
}

static bool read_source(const struct reader *reader, const struct node *node,
                        struct briefing_source *source)
{
    static const str keys[] = {S("files"),   S("profile"),    S("schema"), S("encoding"),
                               S("decimal"), S("on-overlap"), S("assume")};
    source->name = source->load.name = node->key;
    source->node = node;
    return node_knows(node, keys, COUNT_OF(keys), reader->error) &&
           load_source_read(reader->arena, node, reader->folder, &source->load,
                            reader->error) &&
           read_files(reader, node, &source->load.files);
}

static bool read_sources(const struct reader *reader, const struct node *front)
{
    const struct node *map = node_find(front, S("data"));
    if (!map) {
        return true;
    }
    if (!node_expect(map, NODE_MAP, reader->error)) {
        return false;
    }
    struct briefing *briefing = reader->briefing;
    briefing->sources = arena_array(reader->arena, struct briefing_source, map->count);
    briefing->source_count = map->count;
    for (size_t i = 0; i < map->count; i++) {
        if (!read_source(reader, map->at[i], &briefing->sources[i])) {
            return false;
        }
    }
    return true;
}

static bool check_from(const struct reader *reader, const struct query *query)
{
    const struct briefing *briefing = reader->briefing;
    if (briefing_source_index(briefing, query->from) < briefing->source_count) {
        return true;
    }
    const str *names = briefing_source_names(reader->arena, briefing);
    const struct node *from = node_find(query->node, S("from"));
    node_error(from ? from : query->node, reader->error, "there are no data \"%.*s\"",
               STR_ARG(query->from));
    return error_suggest(reader->error, query->from, names, briefing->source_count);
}

static bool read_queries(const struct reader *reader, const struct node *front)
{
    const struct node *map = node_find(front, S("queries"));
    if (!map) {
        return true;
    }
    if (!node_expect(map, NODE_MAP, reader->error)) {
        return false;
    }
    struct briefing *briefing = reader->briefing;
    briefing->queries = arena_array(reader->arena, struct query, map->count);
    briefing->query_count = map->count;
    for (size_t i = 0; i < map->count; i++) {
        struct query *query = &briefing->queries[i];
        if (!check_name(reader, map->at[i]) ||
            !query_read(reader->arena, map->at[i], query, reader->error) ||
            !check_from(reader, query)) {
            return false;
        }
    }
    return true;
}

static bool read_checks(const struct reader *reader, const struct node *front)
{
    const struct node *list = node_find(front, S("checks"));
    if (list && !node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        if (!briefing_check_is_known(list->at[i], reader->error)) {
            return false;
        }
        *arena_push(reader->arena, &reader->briefing->checks) = list->at[i];
    }
    return true;
}

/* Numbers that may stand in the text as they are. */
static bool read_literals(const struct reader *reader, const struct node *front)
{
    const struct node *list = node_find(front, S("literals"));
    if (list && !node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        str text;
        if (!node_text(list->at[i], &text, reader->error)) {
            return false;
        }
        words_add(reader->arena, &reader->briefing->literals, text);
    }
    return true;
}

static bool read_mail(const struct reader *reader, const struct node *front)
{
    const struct node *node = node_find(front, S("mail"));
    return !node || briefing_read_mail(reader->arena, node, reader->folder,
                                       &reader->briefing->mail, reader->error);
}

static bool read_calendar(const struct reader *reader, const struct node *front)
{
    const struct node *node = node_find(front, S("calendar"));
    return !node ||
           calendar_read(reader->arena, node, &reader->briefing->calendar, reader->error);
}

static bool read_front(const struct reader *reader, const struct node *front)
{
    static const str keys[] = {
        S("title"),       S("organisation"), S("author"), S("subject"),
        S("keywords"),    S("language"),     S("theme"),  S("period"),
        S("events"),      S("parameters"),   S("data"),   S("queries"),
        S("checks"),      S("texts"),        S("names"),  S("findings"),
        S("labels"),      S("literals"),     S("mail"),   S("paper"),
        S("provisional"), S("contents"),     S("cover"),  S("letterhead"),
        S("calendar"),
    };
    reader->briefing->front = front;
    return node_knows(front, keys, COUNT_OF(keys), reader->error) &&
           read_paths(reader, front) &&
           briefing_read_pages(reader->arena, front, reader->briefing, reader->error) &&
           read_language(reader, front) && read_translations(reader, front) &&
           read_period(reader, front) && read_parameters(reader, front) &&
           read_sources(reader, front) && read_queries(reader, front) &&
           read_checks(reader, front) && read_literals(reader, front) &&
           read_mail(reader, front) && read_calendar(reader, front);
}

static bool check_text(const struct source *source, struct error *error)
{
    size_t bad = str_invalid_at(source->text);
    return bad == source->text.length ||
           error_at(error, ERROR_CONFIG, place_in(source, bad, 1),
                    "the briefing is not UTF-8 here");
}

const struct briefing *briefing_read(struct arena *arena, str path, struct error *error)
{
    struct briefing *briefing = arena_new(arena, struct briefing);
    struct front_matter found = {0};
    if (!file_read(arena, path, &briefing->source, error) ||
        !check_text(&briefing->source, error) ||
        !find_front_matter(&briefing->source, &found, error)) {
        return NULL;
    }
    briefing->body = found.body;
    const struct node *front =
        node_load(arena, &briefing->source, found.yaml, found.yaml_length, error);
    struct reader reader = {.arena = arena,
                            .briefing = briefing,
                            .folder = path_folder(briefing->source.path),
                            .error = error};
    return front && read_front(&reader, front) ? briefing : NULL;
}

const struct briefing *briefing_from_node(struct arena *arena, const struct source *source,
                                          const struct node *map, bool can_lack_files,
                                          struct error *error)
{
    struct briefing *briefing = arena_new(arena, struct briefing);
    briefing->source = *source;
    briefing->body = source->text.length;
    briefing->language = language_english();
    struct reader reader = {.arena = arena,
                            .briefing = briefing,
                            .folder = path_folder(source->path),
                            .error = error,
                            .can_lack_files = can_lack_files};
    return read_parameters(&reader, map) && read_sources(&reader, map) &&
                   read_queries(&reader, map)
               ? briefing
               : NULL;
}

size_t briefing_source_index(const struct briefing *briefing, str name)
{
    size_t index = 0;
    while (index < briefing->source_count &&
           !str_equal(briefing->sources[index].name, name)) {
        index++;
    }
    return index;
}

str *briefing_source_names(struct arena *arena, const struct briefing *briefing)
{
    str *names = arena_array(arena, str, briefing->source_count);
    for (size_t i = 0; i < briefing->source_count; i++) {
        names[i] = briefing->sources[i].name;
    }
    return names;
}
