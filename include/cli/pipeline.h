/* SPDX-License-Identifier: MIT */
/*
 * The pipeline: from a briefing to the bytes of its PDF. Each step is plain
 * data to plain data; pipeline.c reads as the program's table of contents.
 */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include "document/trace.h"

/* Where the time goes, in seconds of CPU. */
enum pipeline_stage {
    STAGE_START, /* process start to the first line of the pipeline */
    STAGE_LOAD, /* briefing and data files to tables */
    STAGE_SERIES, /* queries and operators to blocks */
    STAGE_LAYOUT, /* fonts, charts and pages to scenes */
    STAGE_TRACE, /* where the numbers on the pages come from */
    STAGE_DRAW, /* scenes to Cairo's PDF */
    STAGE_BIND, /* Cairo's PDF to libharu's */
    STAGE_COUNT,
};

struct pipeline_result {
    str name; /* of the file: rare-earths-2025-10.pdf */
    str pdf;
    struct trace *trace; /* of its numbers, where the options have a log */
    str trace_name, trace_json; /* ... and as the file that is attached to the PDF */
    struct unbound_numbers unbound; /* of the author's text */
    size_t page_count;
    double seconds[STAGE_COUNT];
};

/* Everything but writing the file. */
NODISCARD bool pipeline_run(struct arena *arena, str briefing_path,
                            const struct briefing_options *options,
                            struct pipeline_result *result, struct warnings *warnings,
                            struct error *error);

#endif
