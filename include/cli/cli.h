/* SPDX-License-Identifier: MIT */
/*
 * The command line: `ytterby COMMAND [OPTION...] ARGUMENT...`
 *
 * A command is one row of the table in cli.c: its name, its options, its help
 * and its function. Results go to standard output; errors and warnings to
 * standard error. The exit status is that of sysexits.h (base/error.h).
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/error.h"
#include "cli/pipeline.h"
#include "document/briefing.h"

int cli_main(int argc, char **argv);

/* What `inspect` adds; empty where an option was not given. */
struct inspect_options {
    str profile, encoding, decimal;
    str against; /* an older file of the same data */
    str briefing; /* the arguments are sources of it, not files */
    enum overlap_rule on_overlap;
    struct {
        struct load_assumption *at;
        size_t count, capacity;
    } assumptions;
};

/* What `send` adds. */
struct send_options {
    bool is_sending, wants_status;
    bool retry_failed, resend_unknown, resend;
    str preview; /* a folder, or empty */
    struct str_list to, groups; /* addresses, names; empty: all */
    str state; /* a folder, or empty */
    size_t limit; /* of messages; 0 is none */
    size_t edition; /* 0: it was not said */
    size_t wait_minutes; /* how long the next try is waited for */
    struct archive_files
        *kept; /* gets the messages that leave, and the ledger's rows; or NULL */
    str kept_folder; /* they are put there as they leave, lest the run dies; or empty */
};

/* What `check` adds, besides `briefing` and `is_json` above. */
struct check_options {
    str *data; /* "NAME=FILE" or "FILE" */
    size_t data_count;
};

/* What the commands of `archive` add. */
struct archive_options {
    str folder; /* of the archive */
    str edition; /* `query`: whose data are asked; or empty */
    bool is_removing; /* gc does what it would do */
    str url, title; /* of a site */
    str sign_with, signed_by; /* minisign keys, secret and public; or empty */
};

/* What `chart` adds, besides `data` of `check` and the output. */
struct chart_options {
    str look; /* a name or a file; empty: the house's */
    str data_folder; /* empty: that of the specification */
    double scale; /* pixels per point of a PNG; 0: two */
    double width, height; /* of the container; 0: as the specification says */
    bool wants_schema;
};

/* What the options of a command said. */
struct cli_input {
    str *arguments; /* what is no option */
    size_t argument_count;
    struct briefing_options briefing;
    str format; /* as written: "pdf,html"; of a chart "svg"; or empty */
    struct output_options output;
    bool is_encrypted; /* with the passwords of this file, or of the environment */
    str password_file;
    str folder; /* -o; "." without it */
    bool has_timings;
    bool wants_all; /* long lists whole */
    bool is_json;
    bool wants_help;
    struct inspect_options inspect;
    struct check_options check;
    struct send_options send;
    struct archive_options archive;
    struct chart_options chart;
};

/* What every command works with: `warnings` are printed when it is done. */
struct cli_run {
    struct arena *arena;
    struct warnings *warnings;
    struct error *error;
};

typedef bool cli_command(const struct cli_run *run, const struct cli_input *input);

cli_command command_build;
cli_command command_chart;
cli_command command_check;
cli_command command_query;
cli_command command_findings;
cli_command command_inspect;
cli_command command_trace;
cli_command command_send;
cli_command command_run;
cli_command command_archive_add;
cli_command command_archive_list;
cli_command command_archive_show;
cli_command command_archive_verify;
cli_command command_archive_extract;
cli_command command_archive_export;
cli_command command_archive_rebuild;
cli_command command_archive_diff;
cli_command command_archive_vintages;
cli_command command_archive_site;
cli_command command_archive_reindex;
cli_command command_archive_find;
cli_command command_archive_compare;
cli_command command_archive_gc;
cli_command command_archive_hold;
cli_command command_archive_release;

/* Writes to standard output; ERROR_WRITE if it cannot take it. */
NODISCARD bool cli_print(str text, struct error *error);

#endif
