/* SPDX-License-Identifier: MIT */
/*
 * What an edition is, in the words of others: RO-Crate 1.1 (JSON-LD), with data/ as the
 * crate. The issue is a data set of its files, made by one action: from what, by what.
 * Hashes are not said again: the bag's manifest has them.
 */
#include "archive_internal.h"

#include "base/json.h"

#define CRATE_NAME "ro-crate-metadata.json"
#define LIBRARY "#library/" /* beginnings of identifiers */
#define FONT "#font/"

struct crate {
    struct arena *arena;
    const struct edition *edition;
    const struct archive_files *files;
    struct json json;
};

/* --- identifiers
 * -------------------------------------------------------------------------- */

/* RFC 3986's unreserved bytes and the slash; all others are percent-encoded. */
static str reference(struct arena *arena, const char *prefix, str name)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, str_from(prefix));
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.at[i];
        bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= 'a' && byte <= 'z') ||
                        str_find(S("-._~/"), byte) < S("-._~/").length;
        if (is_plain) {
            buffer_add_byte(&out, byte);
        } else {
            buffer_print(&out, "%%%02X", (unsigned char)byte);
        }
    }
    return buffer_text(&out);
}

/* {"@id": ...}: how one entity names another. */
static void write_link(struct crate *crate, str id)
{
    json_object(&crate->json);
    json_member_text(&crate->json, "@id", id);
    json_end(&crate->json);
}

static void write_member_link(struct crate *crate, const char *key, str id)
{
    json_key(&crate->json, key);
    write_link(crate, id);
}

static void begin_entity(struct crate *crate, str id, const char *type, str name)
{
    json_object(&crate->json);
    json_member_text(&crate->json, "@id", id);
    json_member_text(&crate->json, "@type", str_from(type));
    json_member_some_text(&crate->json, "name", name);
}

static bool is_input(const struct archive_file *file)
{
    return str_equal(file->role, S("input"));
}

static bool has_inputs(const struct crate *crate)
{
    for (size_t i = 0; i < crate->files->count; i++) {
        if (is_input(&crate->files->at[i])) {
            return true;
        }
    }
    return false;
}

static void link_files(struct crate *crate, const char *key, bool are_inputs)
{
    json_key(&crate->json, key);
    json_array(&crate->json);
    for (size_t i = 0; i < crate->files->count; i++) {
        if (is_input(&crate->files->at[i]) == are_inputs) {
            write_link(crate, reference(crate->arena, "", crate->files->at[i].path));
        }
    }
    json_end(&crate->json);
}

static void link_parts(struct crate *crate, const char *key, const char *prefix,
                       const struct edition_parts *parts)
{
    if (!parts->count) {
        return;
    }
    json_key(&crate->json, key);
    json_array(&crate->json);
    for (size_t i = 0; i < parts->count; i++) {
        write_link(crate, reference(crate->arena, prefix, parts->at[i].name));
    }
    json_end(&crate->json);
}

/* --- entities
 * ----------------------------------------------------------------------------- */

static void write_descriptor(struct crate *crate)
{
    begin_entity(crate, S(CRATE_NAME), "CreativeWork", S(""));
    write_member_link(crate, "about", S("./"));
    write_member_link(crate, "conformsTo", S("https://w3id.org/ro/crate/1.1"));
    json_end(&crate->json);
}

static void write_root(struct crate *crate, str organisation)
{
    const struct edition *edition = crate->edition;
    str series = edition->series.length ? edition->series : edition->briefing;
    begin_entity(crate, S("./"), "Dataset",
                 edition->title.length ? edition->title : series);
    json_member_text(&crate->json, "description",
                     str_print(crate->arena,
                               "%.*s, %.*s: what was sent, and what it was made from",
                               STR_ARG(series), STR_ARG(edition->period)));
    json_member_text(&crate->json, "datePublished", edition->archived);
    if (organisation.length) {
        write_member_link(crate, "publisher", S("#organisation"));
    }
    write_member_link(crate, "mentions", S("#making"));
    json_key(&crate->json, "hasPart");
    json_array(&crate->json);
    for (size_t i = 0; i < crate->files->count; i++) {
        write_link(crate, reference(crate->arena, "", crate->files->at[i].path));
    }
    write_link(crate, S("edition.json"));
    json_end(&crate->json);
    json_end(&crate->json);
}

static str media_type(str path)
{
    static const struct {
        str ending, type;
    } types[] = {
        {S(".csv"), S("text/csv")},          {S(".json"), S("application/json")},
        {S(".pdf"), S("application/pdf")},   {S(".gz"), S("application/gzip")},
        {S(".zst"), S("application/zstd")},  {S(".md"), S("text/markdown")},
        {S(".yaml"), S("application/yaml")}, {S(".yml"), S("application/yaml")},
        {S(".html"), S("text/html")},        {S(".svg"), S("image/svg+xml")},
        {S(".txt"), S("text/plain")},
    };
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (str_ends(path, types[i].ending)) {
            return types[i].type;
        }
    }
    return (str){0};
}

static void write_file(struct crate *crate, const struct archive_file *file)
{
    begin_entity(crate, reference(crate->arena, "", file->path), "File",
                 path_name(file->path));
    json_member_text(&crate->json, "contentSize",
                     str_print(crate->arena, "%zu", file->bytes.length));
    json_member_some_text(&crate->json, "encodingFormat", media_type(file->path));
    json_member_text(&crate->json, "description", file->role);
    json_end(&crate->json);
}

static void write_action(struct crate *crate)
{
    begin_entity(crate, S("#making"), "CreateAction",
                 str_print(crate->arena, "Making %.*s for %.*s",
                           STR_ARG(crate->edition->briefing),
                           STR_ARG(crate->edition->period)));
    write_member_link(crate, "instrument", S("#program"));
    if (has_inputs(crate)) {
        link_files(crate, "object", true);
    }
    link_files(crate, "result", false);
    json_end(&crate->json);
}

/* "ytterby 0.1.0", with what else the bytes depend on. */
static void write_program(struct crate *crate)
{
    str version;
    str name = str_cut(crate->edition->program, ' ', &version);
    begin_entity(crate, S("#program"), "SoftwareApplication", name);
    json_member_some_text(&crate->json, "softwareVersion", version);
    link_parts(crate, "softwareRequirements", LIBRARY, &crate->edition->libraries);
    link_parts(crate, "hasPart", FONT, &crate->edition->fonts);
    json_end(&crate->json);
}

static void write_parts(struct crate *crate, const char *prefix, const char *type,
                        const struct edition_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct edition_part *part = &parts->at[i];
        begin_entity(crate, reference(crate->arena, prefix, part->name), type, part->name);
        json_member_text(&crate->json, "identifier",
                         str_print(crate->arena, "sha256:%.*s", STR_ARG(part->sha256)));
        json_end(&crate->json);
    }
}

static void write_graph(struct crate *crate, str organisation)
{
    json_array(&crate->json);
    write_descriptor(crate);
    write_root(crate, organisation);
    for (size_t i = 0; i < crate->files->count; i++) {
        write_file(crate, &crate->files->at[i]);
    }
    begin_entity(crate, S("edition.json"), "File", S("edition.json"));
    json_member_text(&crate->json, "encodingFormat", S("application/json"));
    json_end(&crate->json);
    write_action(crate);
    write_program(crate);
    write_parts(crate, LIBRARY, "SoftwareApplication", &crate->edition->libraries);
    write_parts(crate, FONT, "CreativeWork", &crate->edition->fonts);
    if (organisation.length) {
        begin_entity(crate, S("#organisation"), "Organization", organisation);
        json_end(&crate->json);
    }
    json_end(&crate->json);
}

void archive_keep_crate(struct arena *arena, const struct edition *edition,
                        str organisation, struct archive_files *files)
{
    struct buffer out = {.arena = arena};
    struct crate crate = {.arena = arena,
                          .edition = edition,
                          .files = files,
                          .json = {.out = &out, .flat_depth = 3}};
    json_object(&crate.json);
    json_member_text(&crate.json, "@context", S("https://w3id.org/ro/crate/1.1/context"));
    json_key(&crate.json, "@graph");
    write_graph(&crate, organisation);
    json_end(&crate.json);
    buffer_add_byte(&out, '\n');
    *arena_push(arena, files) =
        (struct archive_file){S(CRATE_NAME), S(ARCHIVE_METADATA), buffer_text(&out)};
}
