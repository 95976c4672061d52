/* SPDX-License-Identifier: MIT */
#include "site_internal.h"

#include "archive/disk.h"
#include "base/file.h"
#include "base/hash.h"
#include "export/markup.h"

#define SITE_LIST S(".site") /* the files of the site, a line each */

/* --- files
 * --------------------------------------------------------------------------------- */

bool site_put(struct site *site, str path, str bytes)
{
    struct source source;
    struct error absent = {0};
    str whole = archive_in(site->arena, site->options->folder, path);
    words_add(site->arena, &site->files, path);
    if (file_exists(whole) && file_read(site->arena, whole, &source, &absent) &&
        str_equal(source.text, bytes)) {
        return true;
    }
    site->counts->written++;
    return file_make_folder(path_folder(whole), site->error) &&
           file_write(whole, bytes, site->error);
}

static const struct edition_file *kept_file(const struct edition *edition, str path)
{
    for (size_t i = 0; i < edition->files.count; i++) {
        if (str_equal(edition->files.at[i].path, path)) {
            return &edition->files.at[i];
        }
    }
    return NULL;
}

bool site_read(struct site *site, const struct site_edition *edition, str path, str *bytes)
{
    struct source source;
    str whole =
        str_print(site->arena, "%.*s/data/%.*s", STR_ARG(edition->folder), STR_ARG(path));
    if (!file_read(site->arena, whole, &source, site->error)) {
        return false;
    }
    const struct edition_file *file = kept_file(edition->edition, path);
    if (file && !str_equal(hash_sha256(site->arena, source.text), file->sha256)) {
        error_at(site->error, ERROR_DATA, (struct place){.file = whole},
                 "it is not what was archived");
        return error_hint(site->error,
                          "ytterby archive verify %.*s names all that is damaged",
                          STR_ARG(edition->name));
    }
    *bytes = source.text;
    return true;
}

bool site_findings(struct site *site, const struct site_edition *edition,
                   const struct node **list)
{
    *list = NULL;
    struct source *source = arena_new(site->arena, struct source);
    source->path = S("findings.json");
    if (!kept_file(edition->edition, source->path)) {
        return true;
    }
    const struct node *map =
        site_read(site, edition, source->path, &source->text)
            ? node_load(site->arena, source, 0, source->text.length, site->error)
            : NULL;
    *list = map ? node_find(map, S("findings")) : NULL;
    return map;
}

/* Removes what the site had last time and has no longer, and only that. */
static bool remove_old(struct site *site)
{
    struct source source = {0};
    struct error absent = {0};
    str list = archive_in(site->arena, site->options->folder, SITE_LIST);
    if (!file_exists(list) || !file_read(site->arena, list, &source, &absent)) {
        return true;
    }
    str text = source.text;
    while (text.length) {
        str path = str_cut(text, '\n', &text);
        bool is_ours = path.length && words_find(&site->files, path) == UINT32_MAX &&
                       str_find(path, '\\') == path.length && path.at[0] != '/' &&
                       !str_starts(path, S("../"));
        if (!is_ours) {
            continue;
        }
        site->counts->removed++;
        if (!disk_remove(archive_in(site->arena, site->options->folder, path),
                         site->error)) {
            return false;
        }
    }
    return true;
}

static bool write_list(struct site *site)
{
    struct buffer out = {.arena = site->arena};
    for (size_t i = 0; i < site->files.count; i++) {
        buffer_print(&out, "%.*s\n", STR_ARG(site->files.at[i]));
    }
    str list = archive_in(site->arena, site->options->folder, SITE_LIST);
    return file_write(list, buffer_text(&out), site->error);
}

/* --- editions
 * ------------------------------------------------------------------------------- */

str site_briefing(const struct site_edition *edition)
{
    return str_slice(edition->name, 0, str_find(edition->name, '/'));
}

const struct site_edition *site_latest(const struct site *site,
                                       const struct site_edition *edition)
{
    const struct site_edition *latest = edition;
    for (size_t i = 0; i < site->editions.count; i++) {
        const struct site_edition *other = &site->editions.at[i];
        if (!other->is_removed && str_equal(site_briefing(other), site_briefing(edition)) &&
            other->edition->sequence > latest->edition->sequence) {
            latest = other;
        }
    }
    return latest;
}

static bool read_editions(struct site *site)
{
    struct archive_entries entries = {0};
    if (!archive_list(site->arena, site->archive, S(""), &entries, site->error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        if (archive_is_sent(entries.at[i].edition)) {
            continue; /* addresses are nobody else's */
        }
        struct site_edition edition = {
            .name = entries.at[i].edition,
            .folder = archive_folder(site->arena, site->archive, entries.at[i].edition),
            .is_removed = entries.at[i].is_removed,
        };
        edition.edition =
            archive_read(site->arena, site->archive, edition.name, site->error);
        if (!edition.edition ||
            !bag_seal(site->arena, edition.folder, &edition.seal, site->error)) {
            return false;
        }
        *arena_push(site->arena, &site->editions) = edition;
    }
    return true;
}

/* --- pages
 * ---------------------------------------------------------------------------------- */

void site_element(struct buffer *out, const char *tag, str text)
{
    buffer_print(out, "<%s>", tag);
    markup_text(out, text);
    buffer_print(out, "</%s>\n", tag);
}

void site_url(struct buffer *out, str path)
{
    for (size_t i = 0; i < path.length; i++) {
        unsigned char byte = (unsigned char)path.at[i];
        bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' ||
                        byte == '_' || byte == '/';
        if (is_plain) {
            buffer_add_byte(out, (char)byte);
        } else {
            buffer_print(out, "%%%02X", byte);
        }
    }
}

void site_link(struct buffer *out, str root, str path, str text)
{
    buffer_print(out, "<a href=\"%.*s", STR_ARG(root));
    site_url(out, path);
    buffer_add(out, S("\">"));
    markup_text(out, text);
    buffer_add(out, S("</a>"));
}

void site_open(struct buffer *out, const struct site *site, str title, str root)
{
    buffer_add(out,
               S("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" "
                 "content=\"width=device-width, initial-scale=1\">\n"));
    site_element(out, "title", title);
    buffer_print(out,
                 "<link rel=\"stylesheet\" href=\"%.*sstyle.css\">\n"
                 "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Editions\" "
                 "href=\"%.*sfeed.xml\">\n</head>\n<body>\n"
                 "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
                 "<header><nav aria-label=\"Archive\">",
                 STR_ARG(root), STR_ARG(root));
    site_link(out, root, S("index.html"),
              site->options->title.length ? site->options->title : S("Archive"));
    buffer_add(out, S("</nav></header>\n<main id=\"main\">\n"));
}

void site_close(struct buffer *out)
{
    buffer_add(out, S("</main>\n</body>\n</html>\n"));
}

void site_entry(struct buffer *out, const struct site_edition *edition, str root)
{
    const struct edition *kept = edition->edition;
    str title = kept->title.length ? kept->title : edition->name;
    buffer_print(out, "<li%s><span class=\"period\">%.*s",
                 edition->is_removed ? " class=\"removed\"" : "", STR_ARG(kept->period));
    if (kept->number > 1) {
        buffer_print(out, ", edition %zu", kept->number);
    }
    buffer_add(out, S("</span><span>"));
    site_link(out, root, str_print(out->arena, "%.*s/index.html", STR_ARG(edition->name)),
              title);
    buffer_print(out, " <span class=\"day\">%s %.*s</span></span></li>\n",
                 edition->is_removed ? "removed; archived" : "archived",
                 STR_ARG(kept->archived));
}

bool archive_site(struct arena *arena, str archive, const struct site_options *options,
                  struct site_counts *counts, struct error *error)
{
    struct site site = {.arena = arena,
                        .archive = archive,
                        .options = options,
                        .counts = counts,
                        .error = error};
    *counts = (struct site_counts){0};
    if (!read_editions(&site) || !file_make_folder(options->folder, error)) {
        return false;
    }
    for (size_t i = 0; i < site.editions.count; i++) {
        if (!site_edition_page(&site, i)) {
            return false;
        }
    }
    return site_indexes(&site) && site_extras(&site) && remove_old(&site) &&
           write_list(&site);
}
