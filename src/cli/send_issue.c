/* SPDX-License-Identifier: MIT */
/* The issues of a run: who shares one, and how it becomes messages. */
#include "send_internal.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

/* --- groups --------------------------------------------------------------------------- */

static str name_of(str parameter)
{
    return str_slice(parameter, 0, str_find(parameter, '='));
}

/* A later "name=value" replaces an earlier one. */
static void put_parameter(struct arena *arena, struct str_list *list, str parameter)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(name_of(list->at[i]), name_of(parameter))) {
            list->at[i] = parameter;
            return;
        }
    }
    *arena_push(arena, list) = parameter;
}

static bool is_default(const struct briefing *briefing, str parameter)
{
    for (size_t i = 0; i < briefing->parameters.count; i++) {
        const struct briefing_parameter *known = &briefing->parameters.at[i];
        if (str_equal(known->name, name_of(parameter))) {
            return str_equal(known->text, str_after(parameter, known->name.length + 1));
        }
    }
    return false;
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const str *)a, *(const str *)b);
}

/* With each '=' of its value doubled: a value with " name=" in it cannot be taken for two
 * parameters. */
static str marked(struct arena *arena, str parameter)
{
    struct buffer out = {.arena = arena};
    size_t value = name_of(parameter).length + 1;
    buffer_add(&out, str_slice(parameter, 0, value));
    for (size_t i = value; i < parameter.length; i++) {
        buffer_add(&out, parameter.at[i] == '=' ? S("==") : str_slice(parameter, i, i + 1));
    }
    return buffer_text(&out);
}

/* Two ways to say the same parameters must be the same issue for the ledger: only those
 * that differ from the briefing's count, in the order of their names. */
static str canonical(struct arena *arena, const struct briefing *briefing,
                     const struct str_list *options)
{
    str *kept = arena_array(arena, str, options->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < options->count; i++) {
        if (!is_default(briefing, options->at[i])) {
            kept[count++] = marked(arena, options->at[i]);
        }
    }
    qsort(kept, count, sizeof *kept, by_bytes);
    return str_join(arena, kept, count, S(" "));
}

void send_group_recipients(struct send *send)
{
    struct arena *arena = send->run->arena;
    const struct briefing_options *said = &send->input->briefing;
    struct words known = {0};
    for (size_t i = 0; i < send->recipients.count; i++) {
        const struct recipient *recipient = &send->recipients.at[i];
        struct str_list options = {0};
        for (size_t j = 0; j < said->parameter_count; j++) {
            put_parameter(arena, &options, said->parameters[j]);
        }
        for (size_t j = 0;
             send->briefing->mail.has_own_issues && j < recipient->parameters.count; j++) {
            put_parameter(arena, &options, recipient->parameters.at[j]);
        }
        str parameters = canonical(arena, send->briefing, &options);
        uint32_t code = words_add(arena, &known, parameters);
        if (code == send->groups.count) {
            *arena_push(arena, &send->groups) =
                (struct send_group){.parameters = parameters, .options = options};
        }
        *arena_push(arena, &send->groups.at[code].recipients) = recipient;
    }
}

/* --- an issue ------------------------------------------------------------------------- */

struct issue {
    struct send *send;
    struct send_group *group;
    struct arena arena; /* of all that follows */
    struct warnings warnings;
    struct pipeline_issue pipeline;
    struct pipeline_result result;
    struct mailing mailing;
    bool is_loaded, is_made;
    struct error problem; /* why it is not */
    bool is_told; /* the problem, once for all who share the issue */
};

/* The language of a recipient is no parameter of the briefing. */
static void set_options(struct arena *arena, const struct str_list *said,
                        struct briefing_options *options)
{
    struct str_list parameters = {0};
    for (size_t i = 0; i < said->count; i++) {
        str parameter = said->at[i];
        if (str_equal(name_of(parameter), S("language"))) {
            options->language = language_find(str_after(parameter, S("language=").length));
        } else {
            *arena_push(arena, &parameters) = parameter;
        }
    }
    options->parameters = parameters.at;
    options->parameter_count = parameters.count;
}

static bool load(struct issue *issue)
{
    struct send *send = issue->send;
    struct briefing_options options = send->input->briefing;
    set_options(&issue->arena, &issue->group->options, &options);
    if (period_is_set(issue->group->period)) {
        options.period = issue->group->period;
    }
    issue->warnings.arena = &issue->arena;
    issue->is_loaded =
        pipeline_load(&issue->arena, send->input->arguments[0], &options, &issue->pipeline,
                      &issue->result, &issue->warnings, &issue->problem);
    return issue->is_loaded;
}

/* The first message of an issue pays for it. */
static bool make(struct issue *issue)
{
    if (issue->is_made || issue->problem.kind || (!issue->is_loaded && !load(issue)) ||
        !pipeline_make(&issue->arena, &issue->pipeline, &issue->result, &issue->warnings,
                       &issue->problem)) {
        return issue->is_made;
    }
    struct letter_input input = {issue->pipeline.briefing, issue->pipeline.facts,
                                 issue->pipeline.document, issue->pipeline.theme,
                                 issue->pipeline.fonts,    issue->result.name};
    const struct letter *letter =
        letter_from_document(&issue->arena, &input, &issue->problem);
    issue->mailing = (struct mailing){
        .briefing = issue->pipeline.briefing,
        .name = issue->send->name,
        .issue = period_print(&issue->arena, issue->pipeline.facts->issue),
        .letter = letter,
        .pdf = issue->result.pdf,
        .pdf_name = issue->result.name,
        .unsubscribe_key = issue->send->unsubscribe_key,
    };
    issue->is_made = letter != NULL;
    if (issue->is_made) {
        issue->mailing.content = mailing_content(&issue->arena, &issue->mailing);
    }
    return issue->is_made;
}

/* Of a preview: the same files for the same data, whenever it is made. */
static int64_t preview_date(const struct facts *facts)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    size_t seconds = 0;
    if (epoch && str_to_size(str_from(epoch), &seconds)) {
        return (int64_t)seconds;
    }
    return date_is_set(facts->release) ? date_to_epoch_days(facts->release) * 24 * 60 * 60
                                       : 0;
}

static bool compose(void *context, struct arena *arena, const struct delivery_item *item,
                    int64_t date, struct mailed *mailed, struct error *error)
{
    struct issue *issue = context;
    if (!make(issue)) {
        *error = issue->problem;
        return false;
    }
    if (issue->send->options->preview.length) {
        date = preview_date(issue->pipeline.facts);
    }
    return mailing_compose(arena, &issue->mailing, item->recipient, date, mailed, error);
}

/* Messages that cannot be made are told at once: the issue's texts do not outlive it. */
static void tell_problem(struct issue *issue, const struct error *problem, size_t messages)
{
    struct send *send = issue->send;
    if (!send->problems.count) {
        send->problems.kind = problem->kind;
    }
    send->problems.count += messages;
    if (!issue->is_told) {
        error_print(stderr, problem);
    }
    issue->is_told = issue->problem.kind != ERROR_NONE;
}

static bool report(void *context, const struct delivery_event *event, struct error *error)
{
    struct issue *issue = context;
    struct send *send = issue->send;
    if (event->problem) {
        tell_problem(issue, event->problem, 1);
    }
    if (event->mailed && send->options->preview.length &&
        !send_preview(send, issue->mailing.letter, event, error)) {
        return false;
    }
    send_keep_message(send, event);
    struct send_line line = {event->row, event->item, event->mailed, event->problem,
                             event->is_tried};
    return send_report_add(&send->report, &line, error);
}

static void print_new_warnings(struct send *send, const struct warnings *warnings)
{
    struct arena arena = {0};
    struct warnings fresh = {.arena = &arena};
    for (size_t i = 0; i < warnings->count; i++) {
        size_t known = send->warned.count;
        str message = warnings->at[i].message;
        if (words_find(&send->warned, message) == UINT32_MAX) {
            words_add(send->run->arena, &send->warned, str_copy(send->run->arena, message));
        }
        if (send->warned.count > known) {
            *arena_push(&arena, &fresh) = warnings->at[i];
        }
    }
    warnings_print(stderr, &fresh);
    arena_finish(&arena);
}

static str suppression_of(const struct send *send, const struct recipient *recipient)
{
    const struct briefing_mail *mail = &send->briefing->mail;
    if (address_list_has(&send->suppressions, recipient->address)) {
        return S("the address is among the suppressions");
    }
    if (mail->allow_domains.entries.count &&
        !address_list_has(&mail->allow_domains, recipient->address)) {
        return S("the domain is not among allow-domains");
    }
    return (str){0};
}

/* The period is known: the ledger can be asked. */
static void make_items(struct issue *issue)
{
    struct send *send = issue->send;
    struct send_group *group = issue->group;
    struct arena *arena = send->run->arena;
    struct period period = issue->pipeline.facts->issue;
    str printed = period_is_set(period) ? period_print(arena, period) : (str){0};
    group->period = period;
    group->items = arena_array(arena, struct delivery_item, group->recipients.count);
    for (size_t i = 0; i < group->recipients.count; i++) {
        const struct recipient *recipient = group->recipients.at[i];
        struct ledger_entry entry = {
            .key = {send->name, printed, group->parameters,
                    send->options->edition ? send->options->edition : 1,
                    address_key(arena, recipient->address)},
            .address = recipient->address,
            .suppression = suppression_of(send, recipient),
            .is_reopened = {[LEDGER_FAILED] = send->options->retry_failed,
                            [LEDGER_UNKNOWN] = send->options->resend_unknown,
                            [LEDGER_SENT] = send->options->resend},
        };
        group->items[i] = (struct delivery_item){recipient, entry};
    }
}

static bool run_issue(struct issue *issue, struct error *error)
{
    struct send *send = issue->send;
    struct send_group *group = issue->group;
    if (!group->items && load(issue)) {
        make_items(issue);
    }
    if (!group->items) {
        tell_problem(issue, &issue->problem, group->recipients.count);
        return true;
    }
    struct delivery_issue work = {group->items, group->recipients.count, compose, report,
                                  issue};
    bool is_done = delivery_run(&send->delivery, &work, error);
    for (size_t i = 0; i < work.count; i++) { /* a later pass must not send again */
        memset(group->items[i].entry.is_reopened, 0,
               sizeof group->items[i].entry.is_reopened);
    }
    return is_done;
}

bool send_group_run(struct send *send, struct send_group *group, struct error *error)
{
    struct issue issue = {.send = send, .group = group};
    bool is_done = run_issue(&issue, error);
    print_new_warnings(send, &issue.warnings);
    pipeline_issue_finish(&issue.pipeline);
    arena_finish(&issue.arena);
    return is_done;
}
