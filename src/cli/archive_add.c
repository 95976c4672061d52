/* SPDX-License-Identifier: MIT */
/* An issue as an edition: what it was made from, what was made, and by what. */
#include "archive_internal.h"

#include "issue_inputs.h"

#include "archive/index.h"
#include "archive/parts.h"
#include "base/deflate.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/version.h"
#include "document/claims.h"
#include "export/svg.h"

#include <stdlib.h>

enum { CHAIN_NAME_MAX = 150 };

struct keeping {
    const struct cli_run *run;
    const struct pipeline_issue *issue;
    const struct pipeline_result *result;
    const struct trace *trace;
    struct edition edition;
    struct archive_files files;
};

static void keep(struct keeping *keeping, str path, const char *role, str bytes)
{
    *arena_push(keeping->run->arena, &keeping->files) =
        (struct archive_file){path, str_from(role), bytes};
}

/* --- inputs ------------------------------------------------------------------------------
 */

static bool is_packed(str path)
{
    return str_ends(path, S(".gz")) || str_ends(path, S(".zst")) ||
           str_ends(path, S(".png")) || str_ends(path, S(".jpg")) ||
           str_ends(path, S(".pdf"));
}

/* The trace knows what was read: another file than that must not be kept in its place. */
static bool is_as_read(const struct keeping *keeping, const struct issue_input *input,
                       str sha256)
{
    struct arena *arena = keeping->run->arena;
    for (size_t i = 0; i < keeping->trace->files.count; i++) {
        const struct trace_file *file = &keeping->trace->files.at[i];
        str path = path_join(arena, path_folder(keeping->issue->path), file->path);
        if (file->sha256.length && str_equal(path_absolute(arena, path), input->place)) {
            return str_equal(file->sha256, sha256);
        }
    }
    return true;
}

static bool keep_input(struct keeping *keeping, const struct issue_input *input)
{
    const struct cli_run *run = keeping->run;
    struct source source;
    if (!file_read(run->arena, input->found, &source, run->error)) {
        return false;
    }
    struct edition_input entry = {
        .path = input->path,
        .role = input->role,
        .sha256 = hash_sha256(run->arena, source.text),
        .bytes = source.text.length,
    };
    if (!is_as_read(keeping, input, entry.sha256)) {
        return error_at(run->error, ERROR_RETRY, (struct place){.file = input->found},
                        "it changed while the issue was made; nothing was archived");
    }
    bool packs = str_equal(input->role, S("data")) && !is_packed(input->path);
    entry.file =
        str_print(run->arena, "inputs/%.*s%s", STR_ARG(input->path), packs ? ".gz" : "");
    keep(keeping, entry.file, "input",
         packs ? deflate_pack_gzip(run->arena, source.text) : source.text);
    *arena_push(run->arena, &keeping->edition.inputs) = entry;
    return true;
}

static bool keep_inputs(struct keeping *keeping)
{
    const struct cli_run *run = keeping->run;
    struct issue_inputs inputs = {0};
    if (!issue_inputs(run->arena, keeping->issue, &inputs, run->error)) {
        return false;
    }
    keeping->edition.briefing_path = inputs.at[0].path;
    keeping->edition.root = inputs.root;
    for (size_t i = 0; i < inputs.count; i++) {
        if (!keep_input(keeping, &inputs.at[i])) {
            return false;
        }
    }
    return true;
}

/* --- what was made
 * ------------------------------------------------------------------------ */

static void keep_results(struct keeping *keeping)
{
    struct arena *arena = keeping->run->arena;
    const struct briefing *briefing = keeping->issue->briefing;
    for (size_t i = 0; i < briefing->query_count; i++) {
        const struct table *result = keeping->issue->facts->results[i];
        if (result) {
            keep(keeping,
                 str_print(arena, "results/%.*s.csv", STR_ARG(briefing->queries[i].name)),
                 "results", table_print(arena, result));
        }
    }
}

/* What the text claims, with the verdicts: a file for each list of claims. */
static void keep_claims(struct keeping *keeping)
{
    struct arena *arena = keeping->run->arena;
    const struct judged_claims_list *judged = &keeping->issue->document->judged;
    for (size_t i = 0; i < judged->count; i++) {
        keep(keeping, str_print(arena, "claims/%zu.json", i + 1), "claims",
             claims_json(arena, judged->at[i].claims, judged->at[i].judgements));
    }
}

static void keep_outputs(struct keeping *keeping)
{
    const struct pipeline_result *result = keeping->result;
    const struct facts *facts = keeping->issue->facts;
    if (keeping->issue->briefing->query_count) {
        keep(keeping, S("findings.json"), "findings",
             findings_json(keeping->run->arena, facts));
    }
    keep_claims(keeping);
    keep(keeping, result->name, "pdf", result->pdf);
    keep(keeping, result->trace_name, "trace", result->trace_json);
    keep(keeping, result->html_name, "html", result->html);
}

/* The charts as pictures, for the site: outlines, so that they look the same everywhere. */
static bool keep_charts(struct keeping *keeping, const struct blocks *blocks, size_t *count)
{
    const struct cli_run *run = keeping->run;
    const struct pipeline_issue *issue = keeping->issue;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        str svg;
        if (!keep_charts(keeping, &block->children, count)) {
            return false;
        }
        if (!block->chart) {
            continue;
        }
        const struct scene *scene =
            chart_draw(run->arena, block->chart, issue->theme->content_width,
                       (struct chart_measure){0}, issue->theme, issue->fonts, run->error);
        if (!scene || !svg_draw(run->arena, scene, issue->fonts, (struct svg_options){0},
                                &svg, run->error)) {
            return false;
        }
        keep(keeping, str_print(run->arena, "charts/%zu.svg", ++*count), "chart", svg);
    }
    return true;
}

/* --- the edition
 * -------------------------------------------------------------------------- */

/* A name that the disk takes; of one that is too long the beginning, and its hash. */
static str short_name(struct arena *arena, str name)
{
    size_t end = CHAIN_NAME_MAX;
    if (name.length <= end) {
        return name;
    }
    while (((unsigned char)name.at[end] & 0xC0) == 0x80) {
        end--; /* not within a character */
    }
    return str_print(arena, "%.*s~%.12s", (int)end, name.at, hash_sha256(arena, name).at);
}

/* Issues of one briefing that differ by more than the period have chains of their own. */
static str chain_name(const struct keeping *keeping)
{
    struct arena *arena = keeping->run->arena;
    const struct pipeline_issue *issue = keeping->issue;
    struct buffer name = {.arena = arena};
    buffer_add(&name, issue->name);
    if (issue->facts->scope.language != issue->briefing->language) {
        buffer_print(&name, ",%.*s", STR_ARG(language_tag(issue->facts->scope.language)));
    }
    for (size_t i = 0; i < keeping->edition.options.parameters.count; i++) {
        str parameter = keeping->edition.options.parameters.at[i];
        buffer_add_byte(&name, ',');
        for (size_t j = 0; j < parameter.length; j++) {
            bool is_plain = parameter.at[j] != '/' && (unsigned char)parameter.at[j] >= ' ';
            buffer_add(&name, is_plain ? str_slice(parameter, j, j + 1) : S("_"));
        }
    }
    return short_name(arena, buffer_text(&name));
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const str *)a, *(const str *)b);
}

static void describe(struct keeping *keeping, const struct briefing_options *options)
{
    struct arena *arena = keeping->run->arena;
    const struct facts *facts = keeping->issue->facts;
    struct edition *edition = &keeping->edition;
    edition->options.name = keeping->issue->name;
    edition->program = S("ytterby " YTTERBY_VERSION);
    edition->archived = date_print(arena, archive_today());
    edition->title = keeping->issue->document->title;
    edition->series = keeping->issue->document->series_title;
    edition->period = S("undated");
    if (period_is_set(facts->issue)) {
        edition->period = period_print(arena, facts->issue);
        edition->options.period = edition->period;
    }
    if (date_is_set(options->as_of)) {
        edition->options.as_of = date_print(arena, options->as_of);
    }
    edition->options.paper = options->paper;
    if (options->language) {
        edition->options.language = language_tag(options->language);
    }
    for (size_t i = 0; i < options->parameter_count; i++) {
        *arena_push(arena, &edition->options.parameters) = options->parameters[i];
    }
    if (options->parameter_count) {
        qsort(edition->options.parameters.at, options->parameter_count, sizeof(str),
              by_bytes);
    }
    edition->briefing = chain_name(keeping);
}

static bool find_parts(struct keeping *keeping)
{
    const struct cli_run *run = keeping->run;
    struct edition *edition = &keeping->edition;
    if (!parts_of_process(run->arena, &edition->libraries, run->error)) {
        return false;
    }
    for (size_t i = 0; i < fonts_count(keeping->issue->fonts); i++) {
        str path = fonts_face(keeping->issue->fonts, i).path;
        if (!parts_add(run->arena, &edition->fonts, path, run->error)) {
            return false;
        }
    }
    return true;
}

const struct output_options archive_output = {.has_pdf = true, .has_html = true};

bool archive_keep(const struct cli_run *run, const struct pipeline_issue *issue,
                  const struct pipeline_result *result,
                  const struct briefing_options *options, str archive,
                  struct archive_added *added)
{
    struct keeping keeping = {.run = run, .issue = issue, .result = result};
    const struct source json = {result->trace_name, result->trace_json};
    keeping.trace = trace_read(run->arena, &json, run->error);
    if (!keeping.trace) {
        return false;
    }
    describe(&keeping, options);
    if (!keep_inputs(&keeping) || !find_parts(&keeping)) {
        return false;
    }
    keep_results(&keeping);
    keep_outputs(&keeping);
    size_t charts = 0;
    if (!keep_charts(&keeping, &issue->document->blocks, &charts)) {
        return false;
    }
    archive_keep_crate(run->arena, &keeping.edition, issue->document->organisation,
                       &keeping.files);
    const struct bag_label labels[] = {
        {S("Source-Organization"), issue->document->organisation},
        {S("External-Description"), issue->document->title},
        {S("Bagging-Date"), keeping.edition.archived},
        {S("Bag-Software-Agent"), keeping.edition.program},
    };
    if (!archive_add(run->arena, archive, &keeping.edition, &keeping.files, labels,
                     COUNT_OF(labels), added, run->error)) {
        return false;
    }
    struct error stale = {0}; /* the edition is safe: an index is no reason to fail */
    if (!added->is_known && !index_add(run->arena, archive, added->link.edition, &stale)) {
        warning_add(run->warnings, stale.place, "the index lacks %.*s: %s",
                    STR_ARG(added->link.edition), stale.message);
    }
    return true;
}

/* --- the command
 * -------------------------------------------------------------------------- */

static str added_text(struct arena *arena, const struct archive_added *added)
{
    return str_print(
        arena, "%.*s%s\nseal %.*s\n", STR_ARG(added->link.edition),
        added->is_known
            ? ": archived already, nothing is new"
            : str_print(arena, ": %zu kB new", (added->bytes_new + 500) / 1000).at,
        STR_ARG(added->link.seal));
}

static str added_json(struct arena *arena, const struct archive_added *added)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out};
    json_object(&json);
    json_member_text(&json, "edition", added->link.edition);
    json_member_text(&json, "seal", added->link.seal);
    json_member_count(&json, "sequence", added->link.sequence);
    json_member_flag(&json, "new", !added->is_known);
    json_member_count(&json, "bytes_new", added->bytes_new);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

bool command_archive_add(const struct cli_run *run, const struct cli_input *input)
{
    struct trace_log log = {.arena = run->arena};
    struct briefing_options options = input->briefing;
    struct pipeline_issue issue = {0};
    struct pipeline_result result = {0};
    struct archive_added added;
    options.log = &log;
    issue.output = &archive_output;
    bool is_kept =
        pipeline_load(run->arena, input->arguments[0], &options, &issue, &result,
                      run->warnings, run->error) &&
        pipeline_make(run->arena, &issue, &result, run->warnings, run->error) &&
        archive_keep(run, &issue, &result, &input->briefing, archive_option(input), &added);
    pipeline_issue_finish(&issue);
    if (is_kept && input->archive.sign_with.length) {
        is_kept = archive_sign(run, archive_option(input), added.link.edition,
                               input->archive.sign_with);
    }
    return is_kept && cli_print(input->is_json ? added_json(run->arena, &added)
                                               : added_text(run->arena, &added),
                                run->error);
}
