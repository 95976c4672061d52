/* SPDX-License-Identifier: MIT */
/* What `send` prints: a line for each message, or one JSON object. */
#include "send_internal.h"

#include "base/buffer.h"

#include <string.h>
#include <time.h>

str send_time(struct arena *arena, int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm parts;
    char text[32];
    if (!gmtime_r(&time, &parts)) {
        return S("?");
    }
    size_t length = strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return str_copy(arena, (str){text, length});
}

static const char *pdf_words(enum letter_pdf pdf)
{
    static const char *const words[] = {
        [LETTER_PDF_ATTACHED] = "attached",
        [LETTER_PDF_LINKED] = "linked",
        [LETTER_PDF_TOO_LARGE] = "too large",
        [LETTER_PDF_NONE] = "none",
    };
    return words[pdf];
}

/* --- text ----------------------------------------------------------------------------- */

static str heading_of(struct arena *arena, const struct ledger_key *key)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, key->briefing);
    if (key->period.length) {
        buffer_print(&out, " %.*s", STR_ARG(key->period));
    }
    if (key->edition > 1) {
        buffer_print(&out, ", edition %zu", key->edition);
    }
    if (key->parameters.length) {
        buffer_print(&out, ", %.*s", STR_ARG(key->parameters));
    }
    return buffer_text(&out);
}

/* What there is to say behind the address and state. */
static str detail_of(struct arena *arena, const struct send_line *line)
{
    const struct ledger_row *row = line->row;
    const struct mailed *mailed = line->is_tried ? NULL : line->mailed;
    if (line->problem) {
        return str_print(arena, "cannot be made: %s", line->problem->message);
    }
    if (mailed) {
        return str_print(arena, "%zu kB, PDF %s: \"%.*s\"",
                         (mailed->bytes.length + 500) / 1000, pdf_words(mailed->pdf),
                         STR_ARG(mailed->subject));
    }
    if (row->state == LEDGER_PENDING && row->attempts) {
        return str_print(arena, "tried %zu time%s, next %.*s: %.*s", row->attempts,
                         row->attempts == 1 ? "" : "s",
                         STR_ARG(send_time(arena, row->next_at)), STR_ARG(row->reply));
    }
    if (row->state != LEDGER_PENDING && row->changed_at && !line->is_tried) {
        return str_print(arena, "%.*s: %.*s", STR_ARG(send_time(arena, row->changed_at)),
                         STR_ARG(row->reply));
    }
    return row->reply;
}

static bool print_line(struct send_report *report, const struct send_line *line,
                       struct error *error)
{
    struct arena arena = {0};
    struct buffer out = {.arena = &arena};
    str heading = heading_of(&arena, &line->row->key);
    if (!str_equal(heading, report->heading)) {
        buffer_print(&out, "%.*s\n", STR_ARG(heading));
        report->heading = str_copy(report->arena, heading);
    }
    str detail = detail_of(&arena, line);
    buffer_print(&out, "  %-10s  ", ledger_state_name(line->row->state));
    buffer_print(&out, detail.length ? "%-32.*s  " : "%.*s", STR_ARG(line->row->address));
    buffer_add(&out, detail);
    buffer_add(&out, S("\n"));
    bool is_done = cli_print(buffer_text(&out), error);
    arena_finish(&arena);
    return is_done;
}

static bool print_summary(struct send_report *report, struct error *error)
{
    struct buffer out = {.arena = report->arena};
    buffer_print(&out, "%zu message%s", report->count, report->count == 1 ? "" : "s");
    const char *between = ": ";
    for (size_t i = 0; i < LEDGER_STATE_COUNT; i++) {
        if (report->states[i]) {
            buffer_print(&out, "%s%zu %s", between, report->states[i],
                         ledger_state_name((enum ledger_state)i));
            between = ", ";
        }
    }
    buffer_add(&out, S("\n"));
    if (report->bytes) {
        buffer_add(&out, S("nothing was sent"));
    }
    if (report->bytes && report->transport.length) {
        buffer_print(&out, ": --send sends %zu kB by %.*s", (report->bytes + 500) / 1000,
                     STR_ARG(report->transport));
    }
    buffer_add(&out, report->bytes ? S("\n") : S(""));
    return cli_print(buffer_text(&out), error);
}

/* --- JSON ----------------------------------------------------------------------------- */

static void add_time(struct json *json, const char *key, int64_t seconds)
{
    if (seconds) {
        struct arena arena = {0};
        json_member_text(json, key, send_time(&arena, seconds));
        arena_finish(&arena);
    }
}

static void add_text(struct json *json, const char *key, str text)
{
    if (text.length) {
        json_member_text(json, key, text);
    }
}

static void add_key(struct json *json, const struct ledger_row *row)
{
    json_member_text(json, "address", row->address);
    json_member_text(json, "briefing", row->key.briefing);
    add_text(json, "period", row->key.period);
    add_text(json, "parameters", row->key.parameters);
    json_member_count(json, "edition", row->key.edition);
}

static void add_message(struct json *json, const struct send_line *line)
{
    const struct ledger_row *row = line->row;
    json_object(json);
    add_key(json, row);
    json_member_text(json, "state", str_from(ledger_state_name(row->state)));
    json_member_count(json, "attempts", row->attempts);
    json_key(json, "tried_now");
    json_flag(json, line->is_tried);
    if (line->item) {
        json_member_text(json, "format",
                         str_from(recipient_format_name(line->item->recipient->format)));
    }
    if (line->mailed) {
        add_text(json, "subject", line->mailed->subject);
        json_member_text(json, "pdf", str_from(pdf_words(line->mailed->pdf)));
        json_member_count(json, "bytes", line->mailed->bytes.length);
    }
    if (line->problem) {
        json_member_text(json, "problem", str_from(line->problem->message));
    }
    add_text(json, "reply", row->reply);
    add_text(json, "message_id", line->mailed ? line->mailed->id : row->message_id);
    add_text(json, "content", line->mailed ? line->mailed->content : row->content);
    add_time(json, "first_tried", row->first_at);
    add_time(json, "changed", row->changed_at);
    if (row->state == LEDGER_PENDING) {
        add_time(json, "next_try", row->next_at);
    }
    json_end(json);
}

static bool end_json(struct send_report *report, struct error *error)
{
    struct json *json = &report->json;
    json_end(json);
    json_key(json, "counts");
    json_object(json);
    for (size_t i = 0; i < LEDGER_STATE_COUNT; i++) {
        json_member_count(json, ledger_state_name((enum ledger_state)i), report->states[i]);
    }
    json_end(json);
    json_end(json);
    buffer_add(&report->text, S("\n"));
    return cli_print(buffer_text(&report->text), error);
}

/* --- both ----------------------------------------------------------------------------- */

void send_report_begin(struct send_report *report)
{
    memset(report->states, 0, sizeof report->states);
    report->count = 0;
    report->bytes = 0;
    if (!report->is_json) {
        return;
    }
    report->text = (struct buffer){.arena = report->arena};
    report->json = (struct json){.out = &report->text};
    struct json *json = &report->json;
    json_object(json);
    json_member_text(json, "format", S("ytterby-send-1"));
    json_member_text(json, "mode", str_from(report->mode));
    json_member_text(json, "briefing", report->briefing);
    add_text(json, "transport", report->transport);
    json_key(json, "messages");
    json_array(json);
}

bool send_report_add(struct send_report *report, const struct send_line *line,
                     struct error *error)
{
    report->count++;
    report->states[line->row->state]++;
    if (line->mailed && !line->is_tried) {
        report->bytes += line->mailed->bytes.length;
    }
    if (report->is_json) {
        add_message(&report->json, line);
        return true;
    }
    return print_line(report, line, error);
}

bool send_report_end(struct send_report *report, struct error *error)
{
    return report->is_json ? end_json(report, error) : print_summary(report, error);
}
