/* SPDX-License-Identifier: MIT */
/* `send`: the plan, the preview, the status, and the sending. */
#include "send_internal.h"

#include "base/buffer.h"
#include "base/file.h"
#include "deliver/interruption.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- what is asked for ---------------------------------------------------------------- */

static bool check_options(const struct send_options *options, struct error *error)
{
    if (options->wants_status && (options->is_sending || options->preview.length)) {
        return error_set(error, ERROR_USAGE, "--status does nothing else");
    }
    if (options->wants_status &&
        (options->retry_failed || options->resend_unknown || options->resend ||
         options->to.count || options->groups.count || options->limit)) {
        error_set(error, ERROR_USAGE, "--status shows all rows and changes none");
        return error_hint(error, "--period and --edition narrow it down");
    }
    if (options->preview.length && options->is_sending) {
        return error_set(error, ERROR_USAGE,
                         "--preview sends nothing: one of it and --send");
    }
    if (options->wait_minutes && !options->is_sending) {
        return error_set(error, ERROR_USAGE, "--wait waits between tries of --send");
    }
    if (options->resend && !options->to.count && !options->groups.count) {
        error_set(error, ERROR_USAGE, "--resend wants --to or --group");
        return error_hint(error, "a corrected issue goes to all as --edition=2");
    }
    return true;
}

/* The same file has the same name from wherever it is called: the ledger depends on it. */
static str real_path(struct arena *arena, str path)
{
    char real[PATH_MAX];
    return realpath(str_c(arena, path), real) ? str_copy(arena, str_from(real)) : path;
}

static bool read_briefing(struct send *send)
{
    const struct cli_run *run = send->run;
    str path = send->input->arguments[0];
    send->briefing = briefing_read(run->arena, path, run->error);
    if (!send->briefing) {
        return false;
    }
    const struct briefing_mail *mail = &send->briefing->mail;
    if (!mail->node) {
        error_at(run->error, ERROR_CONFIG, (struct place){.file = path},
                 "this briefing has no \"mail:\"");
        return error_hint(run->error, "its front matter says from whom, to whom and how: "
                                      "mail: {from: ..., recipients: ..., transport: ...}");
    }
    send->path = real_path(run->arena, path);
    send->name = mail->list_id.length ? mail->list_id : pipeline_briefing_name(send->path);
    return true;
}

/* A list-id is whose the writers say it is. */
static bool check_name(const struct send *send)
{
    const struct cli_run *run = send->run;
    struct ledger *ledger = send->delivery.ledger;
    return !ledger || send->briefing->mail.list_id.length ||
           ledger_check_name(run->arena, ledger, send->name, send->path, run->error);
}

/* --- to whom and how ------------------------------------------------------------------ */

/* Those of --to; one that is not there is an error. */
static bool keep_addressed(struct send *send)
{
    const struct str_list *to = &send->options->to;
    struct arena *arena = send->run->arena;
    struct recipients kept = {.refusals = send->recipients.refusals};
    for (size_t i = 0; i < to->count; i++) {
        str wanted = address_key(arena, to->at[i]);
        size_t before = kept.count;
        for (size_t j = 0; j < send->recipients.count; j++) {
            const struct recipient *recipient = &send->recipients.at[j];
            if (str_equal(wanted, address_key(arena, recipient->address))) {
                *arena_push(arena, &kept) = *recipient;
            }
        }
        if (kept.count == before) {
            return error_set(send->run->error, ERROR_USAGE,
                             "\"%.*s\" is not among the recipients", STR_ARG(to->at[i]));
        }
    }
    if (to->count) {
        send->recipients = kept;
    }
    return true;
}

static bool read_recipients(struct send *send)
{
    const struct cli_run *run = send->run;
    const struct briefing_mail *mail = &send->briefing->mail;
    struct recipients all = {0};
    struct recipient_selection selection = {
        .briefing = pipeline_briefing_name(send->path),
        .groups = send->options->groups.count ? send->options->groups : mail->groups,
        .has_own_issues = mail->has_own_issues,
        .of = send->briefing,
    };
    if (!mail->recipients.length) {
        return node_error(mail->node, run->error, "mail has no recipients");
    }
    if (!recipients_read(run->arena, mail->recipients, &all, run->error) ||
        !recipients_select(run->arena, &all, &selection, &send->recipients, run->error) ||
        !keep_addressed(send)) {
        return false;
    }
    for (size_t i = 0; i < send->recipients.refusals.count; i++) {
        const struct recipient_refusal *refusal = &send->recipients.refusals.at[i];
        struct error error = {0};
        error_at(&error, ERROR_DATA, refusal->place, "%.*s", STR_ARG(refusal->message));
        error_print(stderr, &error);
    }
    return !mail->suppressions.length || address_list_read(run->arena, mail->suppressions,
                                                           &send->suppressions, run->error);
}

/* A preview needs no transport; a plan and a sending do. */
static bool read_transport(struct send *send)
{
    const struct briefing_mail *mail = &send->briefing->mail;
    struct error *error = send->run->error;
    if (mail->transport) {
        return transport_read(send->run->arena, mail->transport,
                              path_folder(send->input->arguments[0]), &send->transport,
                              error);
    }
    if (send->options->preview.length) {
        return true;
    }
    node_error(mail->node, error, "mail has no transport");
    return error_hint(error,
                      "for instance transport: {smtp: smtp://relay.example.org:587}");
}

/* --- the world ------------------------------------------------------------------------ */

static int64_t now_ms(void *context)
{
    (void)context;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void wait(void *context, int64_t milliseconds)
{
    (void)context;
    interruption_wait(milliseconds);
}

static size_t interruptions(void *context)
{
    (void)context;
    return interruption_count();
}

enum { PAUSE_MS = 1000, FAULT_PAUSE_MS = 60 * 1000 };

/* --- passes --------------------------------------------------------------------------- */

static bool run_groups(struct send *send)
{
    for (size_t i = 0; i < send->groups.count; i++) {
        if (!send_group_run(send, &send->groups.at[i], send->run->error)) {
            return false;
        }
    }
    return true;
}

/* How long to wait for the next pass, or -1: that is later than asked for. A server that
 * could not be spoken to is left alone for a while, though others are due. */
static int64_t wait_for_next(const struct send *send, int64_t until_ms)
{
    const struct delivery *delivery = &send->delivery;
    int64_t now = now_ms(NULL);
    int64_t least = now + (delivery->why_stopped.length ? FAULT_PAUSE_MS : PAUSE_MS);
    int64_t next = delivery->next_at * 1000 > least ? delivery->next_at * 1000 : least;
    bool is_wanted = send->options->wait_minutes && delivery->next_at && next <= until_ms &&
                     now <= until_ms &&
                     !delivery->world.interruptions(delivery->world.context);
    if (!is_wanted || (send->options->limit && delivery->tried >= send->options->limit)) {
        return -1;
    }
    return next - now;
}

/* Each pass counts and prints anew: the last is how things stand. */
static bool run_passes(struct send *send)
{
    struct delivery *delivery = &send->delivery;
    int64_t until_ms = now_ms(NULL) + (int64_t)send->options->wait_minutes * 60 * 1000;
    for (;;) {
        size_t recovered;
        if (!ledger_recover(delivery->ledger, now_ms(NULL) / 1000, &recovered,
                            send->run->error) ||
            !run_groups(send)) {
            return false;
        }
        int64_t milliseconds = wait_for_next(send, until_ms);
        if (milliseconds < 0) {
            return true;
        }
        interruption_wait(milliseconds);
        memset(delivery->states, 0, sizeof delivery->states);
        delivery->unmade = 0;
        delivery->next_at = 0;
        delivery->faults = 0;
        delivery->why_stopped = (str){0};
        send->problems.count = 0;
        send_report_begin(&send->report);
    }
}

static bool is_of_this_run(const struct send *send, str period)
{
    for (size_t i = 0; i < send->groups.count; i++) {
        const struct send_group *group = &send->groups.at[i];
        if (group->items && str_equal(group->items[0].entry.key.period, period)) {
            return true;
        }
    }
    return false;
}

/* "latest" moves on when new data come: what is pending of an older issue would be
 * forgotten. */
static bool warn_of_backlog(struct send *send)
{
    const struct cli_run *run = send->run;
    struct ledger_backlog backlog = {0};
    if (!send->delivery.ledger) {
        return true;
    }
    if (!ledger_backlog(run->arena, send->delivery.ledger, send->name, &backlog,
                        run->error)) {
        return false;
    }
    for (size_t i = 0; i < backlog.count; i++) {
        str period = backlog.at[i].period;
        if (!is_of_this_run(send, period)) {
            warning_add(run->warnings, (struct place){0},
                        "%zu of %.*s are still pending: --period=%.*s sends them",
                        backlog.at[i].count, STR_ARG(period), STR_ARG(period));
        }
    }
    return true;
}

/* --- how it ended --------------------------------------------------------------------- */

static bool conclude(const struct send *send)
{
    const size_t *states = send->delivery.states;
    struct error *error = send->run->error;
    size_t later = states[LEDGER_PENDING] + states[LEDGER_SENDING];
    size_t refused = send->recipients.refusals.count;
    if (send->problems.count) {
        return error_set(error, send->problems.kind, "%zu message%s cannot be made",
                         send->problems.count, send->problems.count == 1 ? "" : "s");
    }
    if (send->options->is_sending && later) {
        str why = send->delivery.why_stopped.length ? send->delivery.why_stopped
                                                    : send->delivery.last_fault;
        return error_set(error, ERROR_RETRY, "%zu of %zu are due later%s%.*s", later,
                         send->report.count, why.length ? ": " : "", STR_ARG(why));
    }
    if (states[LEDGER_FAILED] + states[LEDGER_UNKNOWN] + refused == 0) {
        return true;
    }
    size_t lost = states[LEDGER_FAILED] + states[LEDGER_UNKNOWN];
    error_set(error, ERROR_CHECK, "%zu failed, %zu unknown, %zu refused in the list",
              states[LEDGER_FAILED], states[LEDGER_UNKNOWN], refused);
    return error_hint(error, "%s",
                      lost ? "--retry-failed and --resend-unknown try again"
                           : "correct the list, and run this again");
}

static bool plan(struct send *send)
{
    const struct cli_run *run = send->run;
    struct delivery *delivery = &send->delivery;
    str folder;
    bool is_preview = send->options->preview.length > 0;
    bool is_done = is_preview ||
                   (ledger_folder(run->arena, send->options->state, &folder, run->error) &&
                    ledger_look(run->arena, folder, &delivery->ledger, run->error));
    is_done = is_done && check_name(send) && run_groups(send) && warn_of_backlog(send);
    ledger_close(delivery->ledger);
    return is_done;
}

static bool send_all(struct send *send)
{
    const struct cli_run *run = send->run;
    struct delivery *delivery = &send->delivery;
    struct interruption interruption;
    str folder;
    if (!ledger_folder(run->arena, send->options->state, &folder, run->error)) {
        return false;
    }
    delivery->ledger = ledger_open(run->arena, folder, now_ms(NULL) / 1000, run->error);
    delivery->transport = delivery->ledger && check_name(send)
                              ? transport_open(run->arena, &send->transport, run->error)
                              : NULL;
    bool is_done = false;
    if (delivery->transport) {
        interruption_begin(&interruption);
        is_done = run_passes(send) && warn_of_backlog(send) &&
                  send_keep_ledger(send, delivery->ledger);
        interruption_end(&interruption);
    }
    transport_close(delivery->transport);
    ledger_close(delivery->ledger);
    return is_done;
}

bool command_send(const struct cli_run *run, const struct cli_input *input)
{
    struct send send = {.run = run, .input = input, .options = &input->send};
    if (!check_options(&input->send, run->error) || !read_briefing(&send)) {
        return false;
    }
    if (input->send.wants_status) {
        return send_status(run, input, send.name);
    }
    const struct briefing_mail *mail = &send.briefing->mail;
    if (!read_recipients(&send) || !read_transport(&send) ||
        !mailing_key(run->arena, mail, &send.unsubscribe_key, run->error)) {
        return false;
    }
    send_group_recipients(&send);
    send.delivery = (struct delivery){.settings = &send.transport,
                                      .from = mail->from.address,
                                      .world = {now_ms, wait, interruptions, NULL},
                                      .limit = input->send.limit};
    send.report = (struct send_report){
        .arena = run->arena,
        .is_json = input->is_json,
        .mode = input->send.is_sending ? "send" : "plan",
        .briefing = send.name,
        .transport = input->send.preview.length
                         ? S("")
                         : transport_name(run->arena, &send.transport),
    };
    send_report_begin(&send.report);
    return (input->send.is_sending ? send_all(&send) : plan(&send)) &&
           send_report_end(&send.report, run->error) && conclude(&send);
}
