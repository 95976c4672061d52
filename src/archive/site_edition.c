/* SPDX-License-Identifier: MIT */
/* The page of an edition. */
#include "site_internal.h"

#include "archive/compare.h"
#include "base/node.h"
#include "export/markup.h"

#define ROOT S("../../../")

enum { FINDINGS_SHOWN = 6 }; /* the rest can be opened */

/* --- what it is
 * ------------------------------------------------------------------------------ */

static void add_term(struct buffer *out, const char *term, str value)
{
    if (value.length) {
        buffer_print(out, "<div><dt>%s</dt><dd>", term);
        markup_text(out, value);
        buffer_add(out, S("</dd></div>\n"));
    }
}

static void add_terms(struct buffer *out, const struct site_edition *edition)
{
    const struct edition *kept = edition->edition;
    buffer_add(out, S("<dl>\n"));
    add_term(out, "Period", kept->period);
    add_term(out, "Data as of", kept->options.as_of);
    add_term(out, "Archived", kept->archived);
    add_term(out, "Edition", edition->name);
    add_term(out, "Made by", kept->program);
    buffer_print(out, "<div><dt>Seal</dt><dd><code>%.*s</code></dd></div>\n</dl>\n",
                 STR_ARG(edition->seal));
}

/* The editions before and after it in the chain. */
static void add_neighbours(struct buffer *out, const struct site *site,
                           const struct site_edition *edition)
{
    buffer_add(out, S("<nav aria-label=\"Editions\" class=\"neighbours\">"));
    if (edition->edition->previous.sequence) {
        str name = edition->edition->previous.edition;
        buffer_add(out, S("Before: "));
        site_link(out, ROOT, str_print(out->arena, "%.*s/index.html", STR_ARG(name)), name);
    }
    for (size_t i = 0; i < site->editions.count; i++) {
        const struct site_edition *other = &site->editions.at[i];
        if (str_equal(other->edition->previous.edition, edition->name)) {
            buffer_add(out, edition->edition->previous.sequence ? S(" · ") : S(""));
            buffer_add(out, S("After: "));
            site_link(out, ROOT,
                      str_print(out->arena, "%.*s/index.html", STR_ARG(other->name)),
                      other->name);
        }
    }
    buffer_add(out, S("</nav>\n"));
}

/* --- charts
 * ----------------------------------------------------------------------------------- */

/* What stands between two texts, the first time; or nothing. */
static str between(str text, str open, str close)
{
    for (size_t i = 0; i + open.length <= text.length; i++) {
        if (str_equal(str_slice(text, i, i + open.length), open)) {
            str rest = str_after(text, i + open.length);
            size_t start = str_find(rest, '>') + 1;
            rest = str_after(rest, start);
            for (size_t end = 0; end + close.length <= rest.length; end++) {
                if (str_equal(str_slice(rest, end, end + close.length), close)) {
                    return str_slice(rest, 0, end);
                }
            }
        }
    }
    return (str){0};
}

static bool add_charts(struct buffer *out, struct site *site,
                       const struct site_edition *edition)
{
    bool has_heading = false;
    for (size_t i = 0; i < edition->edition->files.count; i++) {
        const struct edition_file *file = &edition->edition->files.at[i];
        str svg;
        if (!str_equal(file->role, S("chart"))) {
            continue;
        }
        if (!site_read(site, edition, file->path, &svg)) {
            return false;
        }
        if (!has_heading) {
            buffer_add(out, S("<h2>Charts</h2>\n"));
            has_heading = true;
        }
        buffer_add(out, S("<figure><img src=\""));
        site_url(out, file->path);
        /* The description is escaped in the picture as it is here. */
        str description = between(svg, S("<desc"), S("</desc>"));
        buffer_print(out, "\" alt=\"%.*s\"></figure>\n", STR_ARG(description));
    }
    return true;
}

/* --- findings
 * ----------------------------------------------------------------------------------- */

static bool add_findings(struct buffer *out, struct site *site,
                         const struct site_edition *edition)
{
    const struct node *list;
    if (!site_findings(site, edition, &list)) {
        return false;
    }
    if (!list || !list->count) {
        return true;
    }
    buffer_add(out, S("<h2>Findings</h2>\n<ul>\n"));
    for (size_t i = 0; i < list->count; i++) {
        const struct node *sentence = node_find(list->at[i], S("sentence"));
        if (i == FINDINGS_SHOWN) {
            buffer_print(out, "</ul>\n<details><summary>%zu more</summary>\n<ul>\n",
                         list->count - i);
        }
        if (sentence) {
            site_element(out, "li", sentence->text);
        }
    }
    buffer_add(out, list->count > FINDINGS_SHOWN ? S("</ul>\n</details>\n") : S("</ul>\n"));
    return true;
}

/* --- revisions
 * ------------------------------------------------------------------------------------ */

/* Cells of its results that the latest edition of the briefing has otherwise. */
static bool compare_with(struct site *site, const struct site_edition *edition,
                         const struct site_edition *latest, struct comparison *comparison)
{
    for (size_t i = 0; i < edition->edition->files.count; i++) {
        const struct edition_file *file = &edition->edition->files.at[i];
        struct source before = {.path = file->path};
        struct source after = {.path = file->path};
        str name = path_name(file->path);
        bool is_kept = false;
        for (size_t j = 0; j < latest->edition->files.count; j++) {
            is_kept |= str_equal(latest->edition->files.at[j].path, file->path);
        }
        if (!str_equal(file->role, S("results")) || !is_kept) {
            continue;
        }
        if (!site_read(site, edition, file->path, &before.text) ||
            !site_read(site, latest, file->path, &after.text) ||
            !compare_results(site->arena, str_slice(name, 0, name.length - 4), S(""),
                             &before, &after, comparison, site->error)) {
            return false;
        }
    }
    return true;
}

static void add_cell(struct buffer *out, const struct cell_change *cell)
{
    buffer_add(out, S("<tr><th scope=\"row\">"));
    markup_text(out, cell->query);
    markup_text(out, cell->member.length ? S(" ") : S(""));
    markup_text(out, cell->member);
    buffer_print(out, "</th><td>%.*s</td><td>%.*s</td><td class=\"number\">",
                 STR_ARG(cell->period),
                 STR_ARG(cell->is_status ? S("status") : cell->measure));
    markup_text(out, cell->before.length ? cell->before : S("–"));
    buffer_add(out, S("</td><td class=\"number\">"));
    markup_text(out, cell->after.length ? cell->after : S("–"));
    buffer_add(out, S("</td></tr>\n"));
}

static bool add_revisions(struct buffer *out, struct site *site,
                          const struct site_edition *edition)
{
    const struct site_edition *latest = site_latest(site, edition);
    struct comparison comparison = {0};
    if (latest == edition) {
        return true;
    }
    if (!compare_with(site, edition, latest, &comparison)) {
        return false;
    }
    buffer_add(out, S("<h2>Revised since</h2>\n<p>Compared with "));
    site_link(out, ROOT, str_print(site->arena, "%.*s/index.html", STR_ARG(latest->name)),
              latest->name);
    buffer_print(out, ": %zu of %zu figures are others.</p>\n", comparison.cells.count,
                 comparison.cell_count);
    if (!comparison.cells.count) {
        return true;
    }
    buffer_add(out,
               S("<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                 "aria-label=\"Revised figures\"><table>\n"
                 "<thead><tr><th scope=\"col\">Series</th><th scope=\"col\">Period</th>"
                 "<th scope=\"col\">Measure</th>"
                 "<th scope=\"col\" class=\"number\">Then</th>"
                 "<th scope=\"col\" class=\"number\">Now</th></tr></thead>\n<tbody>\n"));
    for (size_t i = 0; i < comparison.cells.count; i++) {
        add_cell(out, &comparison.cells.at[i]);
    }
    buffer_add(out, S("</tbody></table></div>\n"));
    return true;
}

/* --- files
 * ------------------------------------------------------------------------------------------
 */

static void add_file(struct buffer *out, str path, size_t bytes, str sha256, bool is_there)
{
    buffer_add(out, S("<tr><th scope=\"row\">"));
    if (is_there) {
        site_link(out, S(""), path, path);
    } else {
        markup_text(out, path);
    }
    buffer_print(out, "</th><td class=\"number\">%zu</td><td><code>%.*s</code></td></tr>\n",
                 bytes, STR_ARG(sha256));
}

static bool is_input(const struct edition_file *file)
{
    return str_equal(file->role, S("input"));
}

/* Copies what was made beside the page. */
static bool copy_files(struct site *site, const struct site_edition *edition)
{
    for (size_t i = 0; i < edition->edition->files.count; i++) {
        const struct edition_file *file = &edition->edition->files.at[i];
        str bytes;
        str path = archive_in(site->arena, edition->name, file->path);
        if (!is_input(file) && (!site_read(site, edition, file->path, &bytes) ||
                                !site_put(site, path, bytes))) {
            return false;
        }
    }
    return true;
}

static void add_files(struct buffer *out, const struct site_edition *edition)
{
    const struct edition *kept = edition->edition;
    buffer_add(out, S("<h2>Files</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                      "aria-label=\"Files\"><table>\n<thead><tr><th scope=\"col\">File</th>"
                      "<th scope=\"col\" class=\"number\">Bytes</th>"
                      "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n"));
    for (size_t i = 0; i < kept->files.count; i++) {
        const struct edition_file *file = &kept->files.at[i];
        if (!is_input(file)) {
            add_file(out, file->path, file->bytes, file->sha256, !edition->is_removed);
        }
    }
    buffer_add(out,
               S("</tbody></table></div>\n<details><summary>What it was made from"
                 "</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                 "aria-label=\"Inputs\"><table>\n<thead><tr><th scope=\"col\">File</th>"
                 "<th scope=\"col\" class=\"number\">Bytes</th>"
                 "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n"));
    for (size_t i = 0; i < kept->inputs.count; i++) {
        const struct edition_input *input = &kept->inputs.at[i];
        add_file(out, input->path, input->bytes, input->sha256, false);
    }
    buffer_add(out, S("</tbody></table></div></details>\n"));
}

/* --- the page
 * ----------------------------------------------------------------------------------------
 */

/* The briefing itself, first of all. */
static void add_downloads(struct buffer *out, const struct site_edition *edition)
{
    buffer_add(out, S("<p class=\"downloads\">"));
    for (size_t i = 0; i < edition->edition->files.count; i++) {
        const struct edition_file *file = &edition->edition->files.at[i];
        if (str_equal(file->role, S("pdf")) || str_equal(file->role, S("html"))) {
            site_link(out, S(""), file->path,
                      str_print(out->arena, "%s, %zu kB",
                                str_equal(file->role, S("pdf")) ? "Briefing as PDF"
                                                                : "Briefing as a web page",
                                (file->bytes + 500) / 1000));
            buffer_add(out, S(" "));
        }
    }
    buffer_add(out, S("</p>\n"));
}

bool site_edition_page(struct site *site, size_t index)
{
    const struct site_edition *edition = &site->editions.at[index];
    struct buffer out = {.arena = site->arena};
    str title = edition->edition->title.length ? edition->edition->title : edition->name;
    site_open(&out, site, title, ROOT);
    buffer_add(&out, S("<p class=\"series\">"));
    site_link(&out, ROOT,
              str_print(site->arena, "%.*s/index.html", STR_ARG(site_briefing(edition))),
              edition->edition->series.length ? edition->edition->series
                                              : site_briefing(edition));
    buffer_add(&out, S("</p>\n"));
    site_element(&out, "h1", title);
    add_neighbours(&out, site, edition);
    if (edition->is_removed) {
        buffer_add(&out,
                   S("<p>Its files were removed when their retention had ended; their "
                     "hashes remain.</p>\n"));
    } else {
        add_downloads(&out, edition);
    }
    add_terms(&out, edition);
    bool is_good = edition->is_removed ||
                   (add_charts(&out, site, edition) && add_findings(&out, site, edition) &&
                    add_revisions(&out, site, edition) && copy_files(site, edition));
    add_files(&out, edition);
    site_close(&out);
    site->counts->pages++;
    return is_good &&
           site_put(site, archive_in(site->arena, edition->name, S("index.html")),
                    buffer_text(&out));
}
