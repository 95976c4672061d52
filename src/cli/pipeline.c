/* SPDX-License-Identifier: MIT */
#include "cli/pipeline.h"

#include "pipeline_theme.h"

#include "base/buffer.h"
#include "export/drawing.h"
#include "export/exhibit_files.h"
#include "export/pdf.h"
#include "export/webpage.h"
#include "page/draft.h"
#include "page/page.h"
#include "scene/theme.h"

#include <time.h>

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Gives the time since the last call to a stage. */
static void stage_done(struct pipeline_result *result, enum pipeline_stage stage)
{
    double before = 0;
    for (size_t i = 0; i < stage; i++) {
        before += result->seconds[i];
    }
    result->seconds[stage] = cpu_seconds() - before;
}

/* The name without what stands after its last dot. */
static str stem_of(str name)
{
    size_t end = name.length;
    while (end && name.at[end - 1] != '.') {
        end--;
    }
    return end > 1 ? str_slice(name, 0, end - 1) : name;
}

str pipeline_briefing_name(str path)
{
    str stem = stem_of(path_name(path));
    str folder = path_name(path_folder(path));
    return str_equal(stem, S("briefing")) && folder.length && !str_starts(folder, S("."))
               ? folder
               : stem;
}

/*
 * rare-earths-2025-10.pdf. A briefing without data has no period; an issue in another
 * language than its own has that one's tag: rare-earths-2025-10-de.pdf.
 */
static str file_name(struct arena *arena, const struct pipeline_issue *issue)
{
    const struct facts *facts = issue->facts;
    struct buffer name = {.arena = arena};
    buffer_add(&name, issue->name);
    if (period_is_set(facts->issue)) {
        buffer_print(&name, "-%.*s", STR_ARG(period_print(arena, facts->issue)));
    }
    if (facts->scope.language != issue->briefing->language) {
        buffer_print(&name, "-%.*s", STR_ARG(language_tag(facts->scope.language)));
    }
    buffer_add(&name, S(".pdf"));
    return buffer_text(&name);
}

/* Where the numbers of the pages come from, as a file to attach. */
static bool trace(struct arena *arena, const struct pipeline_issue *issue,
                  const struct pages *pages, struct pipeline_result *result,
                  struct pdf_attachments *attachments, struct error *error)
{
    static const struct trace_options options = {.rows_max = TRACE_ROWS_MAX};
    struct trace_log *log = issue->facts->scope.log;
    if (!log) {
        return true;
    }
    struct arena scratch = {0}; /* a long table has a hundred thousand steps */
    struct trace_texts texts = pages_texts(&scratch, pages);
    const struct trace *made =
        trace_build(&scratch, issue->briefing, issue->facts, log, &texts, &options, error);
    result->trace_json = made ? trace_json(arena, made) : S("");
    arena_finish(&scratch);
    if (!made) {
        return false;
    }
    result->trace_name =
        str_print(arena, "%.*s.trace.json", STR_ARG(stem_of(result->name)));
    *arena_push(arena, attachments) = (struct pdf_attachment){
        .name = result->trace_name,
        .type = S("application/json"),
        .description = S("Where each number comes from: ytterby trace"),
        .relationship = S("Supplement"),
        .date = pages->document->date,
        .bytes = result->trace_json,
    };
    return true;
}

static bool load_sheet(struct arena *arena, str path, struct place place,
                       struct letterhead_file *file, struct error *error)
{
    struct error problem = {0};
    file->place = place;
    if (path.length && !file_read(arena, path, &file->source, &problem)) {
        return error_at(error, problem.kind, place,
                        "the letterhead \"%.*s\" cannot be read", STR_ARG(path));
    }
    return true;
}

static bool load_letterhead(struct arena *arena, const struct briefing_letterhead *from,
                            struct letterhead *letterhead, struct error *error)
{
    return load_sheet(arena, from->first, from->first_place, &letterhead->first, error) &&
           load_sheet(arena, from->following, from->following_place, &letterhead->following,
                      error);
}

static const struct pages *lay_out(struct arena *arena, const struct pipeline_issue *issue,
                                   const struct output_options *output, struct error *error)
{
    const struct pages *pages =
        pages_layout(arena, issue->document, issue->theme, issue->fonts, error);
    return pages && output->is_draft
               ? draft_stamp(arena, pages, issue->theme, issue->fonts, error)
               : pages;
}

/* Pages to bytes: the fonts are open as long as the glyphs are needed. */
static bool render_pdf(struct arena *arena, const struct pipeline_issue *issue,
                       const struct output_options *output, struct pipeline_result *result,
                       struct error *error)
{
    struct pdf_attachments attachments = {0};
    struct letterhead letterhead = {0};
    const struct pdf_options options = {&attachments, output->passwords, &letterhead};
    const struct pages *pages = lay_out(arena, issue, output, error);
    if (!pages ||
        !load_letterhead(arena, &issue->briefing->letterhead, &letterhead, error)) {
        return false;
    }
    result->page_count = pages->count;
    stage_done(result, STAGE_LAYOUT);

    if (!trace(arena, issue, pages, result, &attachments, error)) {
        return false;
    }
    exhibit_files_add(arena, issue->document, &attachments);
    exhibit_files_add_source(arena, &issue->briefing->source, issue->document->date,
                             &attachments);
    stage_done(result, STAGE_TRACE);

    str drawing;
    if (!drawing_pdf(arena, pages->at, pages->count, issue->fonts, &drawing, error)) {
        return false;
    }
    stage_done(result, STAGE_DRAW);

    if (!pdf_bind(arena, pages, drawing, options, &result->pdf, error)) {
        return false;
    }
    stage_done(result, STAGE_BIND);
    return true;
}

static bool render_html(struct arena *arena, const struct pipeline_issue *issue,
                        const struct output_options *output, struct pipeline_result *result,
                        struct error *error)
{
    result->html_name = str_print(arena, "%.*s.html", STR_ARG(stem_of(result->name)));
    const struct webpage_options options = {.is_draft = output->is_draft};
    if (!webpage_write(arena, issue->document, issue->theme, issue->fonts, options,
                       &result->html, error)) {
        return false;
    }
    stage_done(result, STAGE_HTML);
    return true;
}

/* The PDF first: its pages name the places of what cannot be set. */
static bool render(struct arena *arena, const struct pipeline_issue *issue,
                   struct pipeline_result *result, struct error *error)
{
    static const struct output_options usual = {.has_pdf = true};
    const struct output_options *output = issue->output ? issue->output : &usual;
    return (!output->has_pdf || render_pdf(arena, issue, output, result, error)) &&
           (!output->has_html || render_html(arena, issue, output, result, error));
}

const struct facts *pipeline_facts(struct arena *arena, str briefing_path,
                                   const struct briefing_options *options,
                                   const struct briefing **briefing,
                                   struct warnings *warnings, struct error *error)
{
    *briefing = briefing_read(arena, briefing_path, error);
    return *briefing ? briefing_load(arena, *briefing, options, warnings, error) : NULL;
}

bool pipeline_load(struct arena *arena, str briefing_path,
                   const struct briefing_options *options, struct pipeline_issue *issue,
                   struct pipeline_result *result, struct warnings *warnings,
                   struct error *error)
{
    stage_done(result, STAGE_START);
    issue->path = briefing_path;
    issue->name =
        options->name.length ? options->name : pipeline_briefing_name(briefing_path);
    issue->ignores_checks = options->ignores_checks;
    issue->briefing = briefing_read(arena, briefing_path, error);
    issue->theme = issue->briefing
                       ? pipeline_theme(arena, issue->briefing, options, warnings, error)
                       : NULL;
    issue->facts = issue->theme
                       ? briefing_load(arena, issue->briefing, options, warnings, error)
                       : NULL;
    if (!issue->facts) {
        return false;
    }
    stage_done(result, STAGE_LOAD);
    return true;
}

bool pipeline_make(struct arena *arena, struct pipeline_issue *issue,
                   struct pipeline_result *result, struct warnings *warnings,
                   struct error *error)
{
    struct error failure = {0};
    if (!briefing_check(arena, issue->briefing, issue->facts, warnings,
                        issue->ignores_checks ? &failure : error) &&
        !issue->ignores_checks) {
        return false;
    }
    issue->document =
        briefing_document(arena, issue->briefing, issue->facts, warnings, error);
    if (!issue->document) {
        return false;
    }
    result->unbound = issue->document->unbound;
    stage_done(result, STAGE_SERIES);

    issue->fonts =
        theme_fonts(issue->theme, language_tag(issue->facts->scope.language), error);
    result->name = file_name(arena, issue);
    return issue->fonts && render(arena, issue, result, error);
}

void pipeline_issue_finish(struct pipeline_issue *issue)
{
    if (issue->fonts) {
        fonts_destroy(issue->fonts);
    }
    *issue = (struct pipeline_issue){0};
}

bool pipeline_run(struct arena *arena, str briefing_path,
                  const struct briefing_options *options,
                  const struct output_options *output, struct pipeline_result *result,
                  struct warnings *warnings, struct error *error)
{
    struct pipeline_issue issue = {.output = output};
    bool is_made =
        pipeline_load(arena, briefing_path, options, &issue, result, warnings, error) &&
        pipeline_make(arena, &issue, result, warnings, error);
    pipeline_issue_finish(&issue);
    return is_made;
}
