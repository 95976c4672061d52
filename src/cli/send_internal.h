/* SPDX-License-Identifier: MIT */
/*
 * What the files of `send` share. A run has the recipients in groups that share an issue;
 * one issue is in memory at a time.
 */
#ifndef CLI_SEND_INTERNAL_H
#define CLI_SEND_INTERNAL_H

#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/json.h"
#include "deliver/delivery.h"

/* --- send_report.c: what is printed --------------------------------------------------- */

/* What is known of one message; `mailed` and `item` may be missing. */
struct send_line {
    const struct ledger_row *row;
    const struct delivery_item *item;
    const struct mailed *mailed;
    const struct error *problem;
    bool is_tried;
};

/* Lines are printed as they come; with --json all is printed at the end. */
struct send_report {
    struct arena *arena;
    bool is_json;
    const char *mode; /* "plan", "send", "status" */
    str briefing, transport;
    size_t states[LEDGER_STATE_COUNT];
    size_t count, bytes;
    str heading; /* the last that was printed */
    struct buffer text; /* of the messages, in JSON */
    struct json json;
};

void send_report_begin(struct send_report *report); /* or again, for another pass */
NODISCARD bool send_report_add(struct send_report *report, const struct send_line *line,
                               struct error *error);
NODISCARD bool send_report_end(struct send_report *report, struct error *error);

/* 2026-11-22T04:53:51Z */
str send_time(struct arena *arena, int64_t seconds);

/* Those who get the same issue. */
struct send_group {
    str parameters; /* "country=Germany product=magnets", sorted; what the ledger calls it
                     */
    struct str_list options; /* the same, as -p */
    struct {
        const struct recipient **at;
        size_t count, capacity;
    } recipients;
    struct period period; /* once it is known, so that a later pass makes the same */
    struct delivery_item *items; /* once the period is known */
};

struct send {
    const struct cli_run *run;
    const struct cli_input *input;
    const struct send_options *options;
    const struct briefing *briefing;
    str path; /* of the briefing, absolute */
    str name; /* of it, in ledger and messages */
    str unsubscribe_key;
    struct address_list suppressions;
    struct transport_settings transport;
    struct recipients recipients; /* selected */
    struct {
        struct send_group *at;
        size_t count, capacity;
    } groups;
    struct delivery delivery;
    struct words warned; /* warnings that were printed */
    struct {
        size_t count;
        enum error_kind kind; /* of the first */
    } problems; /* messages that cannot be made */
    struct send_report report;
};

/* --- send_issue.c: groups and their issues -------------------------------------------- */

/* Puts the selected recipients into groups. */
void send_group_recipients(struct send *send);

/* All that is due of one group, with its issue. */
NODISCARD bool send_group_run(struct send *send, struct send_group *group,
                              struct error *error);

/* --- send_keep.c: for the archive --------------------------------------------------------
 */

/* Keeps a message that has left, where that is asked for. */
void send_keep_message(const struct send *send, const struct delivery_event *event);

/* What a run that died before it was archived has put into the folder. */
NODISCARD bool send_keep_read(struct arena *arena, str folder, struct archive_files *kept,
                              struct error *error);

/* Keeps the rows of the issue, where a message was kept. */
NODISCARD bool send_keep_ledger(const struct send *send, struct ledger *ledger);

/* --- send_status.c -------------------------------------------------------------------- */

/* --status: the rows of the ledger. */
NODISCARD bool send_status(const struct cli_run *run, const struct cli_input *input,
                           str briefing);

/* --- send_preview.c ------------------------------------------------------------------- */

/* Writes the files of a message: .eml, .txt, .html, and the .png of its chart. */
NODISCARD bool send_preview(const struct send *send, const struct letter *letter,
                            const struct delivery_event *event, struct error *error);

#endif
