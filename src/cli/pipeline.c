/* SPDX-License-Identifier: MIT */
#include "cli/pipeline.h"

#include "base/buffer.h"
#include "base/shared.h"
#include "export/drawing.h"
#include "export/pdf.h"
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

static const struct theme *load_theme(struct arena *arena, const struct briefing *briefing,
                                      struct error *error)
{
    str path = briefing->theme.length ? briefing->theme
                                      : shared_path(arena, S("themes/house.yaml"));
    struct source *source = arena_new(arena, struct source);
    struct theme *theme = arena_new(arena, struct theme);
    if (!file_read(arena, path, source, error)) {
        return NULL;
    }
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    return node && theme_read(arena, node, theme, error) ? theme : NULL;
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

/*
 * rare-earths-2025-10.pdf: a file `briefing.md` is called after its folder. A briefing
 * without data has no period; an issue in another language than its own has that one's
 * tag: rare-earths-2025-10-de.pdf.
 */
static str file_name(struct arena *arena, str path, const struct briefing *briefing,
                     const struct facts *facts)
{
    str stem = stem_of(path_name(path));
    str folder = path_name(path_folder(path));
    struct buffer name = {.arena = arena};
    if (str_equal(stem, S("briefing")) && folder.length && !str_starts(folder, S("."))) {
        stem = folder;
    }
    buffer_add(&name, stem);
    if (period_is_set(facts->issue)) {
        buffer_print(&name, "-%.*s", STR_ARG(period_print(arena, facts->issue)));
    }
    if (facts->scope.language != briefing->language) {
        buffer_print(&name, "-%.*s", STR_ARG(language_tag(facts->scope.language)));
    }
    buffer_add(&name, S(".pdf"));
    return buffer_text(&name);
}

/* Where the numbers of the pages come from, as a file to attach. */
static bool trace(struct arena *arena, const struct briefing *briefing,
                  const struct facts *facts, const struct pages *pages,
                  struct pipeline_result *result, struct pdf_attachments *attachments,
                  struct error *error)
{
    static const struct trace_options options = {.rows_max = TRACE_ROWS_MAX};
    if (!facts->scope.log) {
        return true;
    }
    struct trace_texts texts = pages_texts(arena, pages);
    result->trace =
        trace_build(arena, briefing, facts, facts->scope.log, &texts, &options, error);
    if (!result->trace) {
        return false;
    }
    result->trace_name =
        str_print(arena, "%.*s.trace.json", STR_ARG(stem_of(result->name)));
    result->trace_json = trace_json(arena, result->trace);
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

/* Pages to bytes: the fonts are open as long as the glyphs are needed. */
static bool render(struct arena *arena, const struct briefing *briefing,
                   const struct facts *facts, const struct document *document,
                   const struct theme *theme, struct fonts *fonts,
                   struct pipeline_result *result, struct error *error)
{
    struct pdf_attachments attachments = {0};
    const struct pages *pages = pages_layout(arena, document, theme, fonts, error);
    if (!pages) {
        return false;
    }
    result->page_count = pages->count;
    stage_done(result, STAGE_LAYOUT);

    if (!trace(arena, briefing, facts, pages, result, &attachments, error)) {
        return false;
    }
    stage_done(result, STAGE_TRACE);

    str drawing;
    if (!drawing_pdf(arena, pages->at, pages->count, fonts, &drawing, error)) {
        return false;
    }
    stage_done(result, STAGE_DRAW);

    if (!pdf_bind(arena, pages, drawing, &attachments, &result->pdf, error)) {
        return false;
    }
    stage_done(result, STAGE_BIND);
    return true;
}

bool pipeline_run(struct arena *arena, str briefing_path,
                  const struct briefing_options *options, struct pipeline_result *result,
                  struct warnings *warnings, struct error *error)
{
    stage_done(result, STAGE_START);
    const struct briefing *briefing = briefing_read(arena, briefing_path, error);
    const struct theme *theme = briefing ? load_theme(arena, briefing, error) : NULL;
    const struct facts *facts =
        theme ? briefing_load(arena, briefing, options, warnings, error) : NULL;
    if (!facts) {
        return false;
    }
    stage_done(result, STAGE_LOAD);

    if (!briefing_check(arena, briefing, facts, warnings, error)) {
        return false;
    }
    const struct document *document =
        briefing_document(arena, briefing, facts, warnings, error);
    if (!document) {
        return false;
    }
    result->unbound = document->unbound;
    stage_done(result, STAGE_SERIES);

    struct fonts *fonts = theme_fonts(theme, language_tag(facts->scope.language), error);
    if (!fonts) {
        return false;
    }
    result->name = file_name(arena, briefing_path, briefing, facts);
    bool is_rendered =
        render(arena, briefing, facts, document, theme, fonts, result, error);
    fonts_destroy(fonts);
    return is_rendered;
}
