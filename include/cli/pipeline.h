/* SPDX-License-Identifier: MIT */
/*
 * The pipeline: from a briefing to the bytes of its PDF. Each step is plain
 * data to plain data; pipeline.c reads as the program's table of contents.
 */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include "document/trace.h"
#include "export/pdf_read.h"

/* Where the time goes, in seconds of CPU. */
enum pipeline_stage {
    STAGE_START, /* process start to the first line of the pipeline */
    STAGE_LOAD, /* briefing and data files to tables */
    STAGE_SERIES, /* queries and operators to blocks */
    STAGE_LAYOUT, /* fonts, charts and pages to scenes */
    STAGE_TRACE, /* where the numbers on the pages come from */
    STAGE_DRAW, /* scenes to Cairo's PDF */
    STAGE_BIND, /* Cairo's PDF to libharu's */
    STAGE_HTML, /* the document to HTML */
    STAGE_COUNT,
};

/* What is made of an issue. */
struct output_options {
    bool has_pdf, has_html;
    bool is_draft; /* the word stands across the pages */
    const struct pdf_passwords *passwords; /* of the PDF; NULL: it is not encrypted */
};

struct pipeline_result {
    str name; /* of the file: rare-earths-2025-10.pdf */
    str pdf; /* empty if it is not wanted; so with the trace */
    str html_name, html; /* the same document, if it is wanted */
    str trace_name, trace_json; /* of its numbers, where the options have a log: the file
                                   that is attached to the PDF */
    struct unbound_numbers unbound; /* of the author's text */
    size_t page_count;
    double seconds[STAGE_COUNT];
};

/* An issue with what made it, for those who need more than the PDF. */
struct pipeline_issue {
    str path; /* of the briefing */
    str name; /* of the issue's files, without the period */
    const struct briefing *briefing;
    const struct theme *theme;
    const struct facts *facts;
    const struct document *document;
    bool ignores_checks; /* as in the options */
    struct fonts *fonts; /* open until pipeline_issue_finish() */
    const struct output_options *output; /* NULL: the PDF */
};

/* rare-earths: the file's stem; a file `briefing.md` is called after its folder. */
str pipeline_briefing_name(str path);

/* The data of a briefing, without its look; *briefing is set too. NULL and an error. */
const struct facts *pipeline_facts(struct arena *arena, str briefing_path,
                                   const struct briefing_options *options,
                                   const struct briefing **briefing,
                                   struct warnings *warnings, struct error *error);

/* The first half: the briefing and its data. Then the period is known. */
NODISCARD bool pipeline_load(struct arena *arena, str briefing_path,
                             const struct briefing_options *options,
                             struct pipeline_issue *issue, struct pipeline_result *result,
                             struct warnings *warnings, struct error *error);

/* The second: document, pages, PDF. */
NODISCARD bool pipeline_make(struct arena *arena, struct pipeline_issue *issue,
                             struct pipeline_result *result, struct warnings *warnings,
                             struct error *error);

void pipeline_issue_finish(struct pipeline_issue *issue);

/* Both: everything but writing the files. */
NODISCARD bool pipeline_run(struct arena *arena, str briefing_path,
                            const struct briefing_options *options,
                            const struct output_options *output,
                            struct pipeline_result *result, struct warnings *warnings,
                            struct error *error);

#endif
