/* SPDX-License-Identifier: MIT */
#include "deliver/delivery.h"

#include <stdio.h>

enum {
    GIVE_UP_SECONDS = 5 * 24 * 60 * 60,
    FAULTS_MAX = 3,
    JITTER_PERCENT = 20,
    MINUTE_MS = 60 * 1000,
};

/* One item on its way. */
struct errand {
    struct delivery *delivery;
    const struct delivery_issue *issue;
    const struct delivery_item *item;
    struct arena arena; /* emptied after it */
    struct ledger_row row;
    struct error *error; /* of the run: what stops everything */
    struct error ledger_error; /* of hand_over() */
};

int64_t delivery_backoff(size_t attempts, uint64_t salt)
{
    static const int64_t seconds[] = {60, 300, 900, 3600, 14400};
    size_t last = COUNT_OF(seconds) - 1;
    size_t step = attempts ? attempts - 1 : 0;
    int64_t wait = seconds[step < last ? step : last];
    int64_t percent = (int64_t)((salt + attempts * 7) % (2 * JITTER_PERCENT + 1));
    return wait + wait * (percent - JITTER_PERCENT) / 100;
}

static int64_t now(const struct delivery *delivery)
{
    return delivery->world.now_ms(delivery->world.context) / 1000;
}

/* --- what a transport asks ------------------------------------------------------------ */

static bool hand_over(void *context)
{
    struct errand *errand = context;
    return ledger_hand_over(errand->delivery->ledger, errand->row.id, now(errand->delivery),
                            &errand->ledger_error);
}

static bool is_aborted(void *context)
{
    const struct errand *errand = context;
    const struct delivery_world *world = &errand->delivery->world;
    return world->interruptions(world->context) > 1;
}

/* --- one message ---------------------------------------------------------------------- */

/* What enrolling would make of the row, where nothing is sent and so nothing is enrolled.
 */
static void plan_row(struct errand *errand)
{
    const struct ledger_entry *entry = &errand->item->entry;
    struct ledger_row *row = &errand->row;
    if (entry->is_reopened[row->state] || row->state == LEDGER_SUPPRESSED) {
        row->state = LEDGER_PENDING;
        row->next_at = now(errand->delivery);
        row->reply = (str){0};
    }
    if (entry->suppression.length && row->state == LEDGER_PENDING) {
        row->state = LEDGER_SUPPRESSED;
        row->reply = entry->suppression;
    }
}

static bool find_row(struct errand *errand)
{
    const struct delivery *delivery = errand->delivery;
    const struct ledger_entry *entry = &errand->item->entry;
    bool is_found = false;
    if (delivery->ledger && !ledger_find(&errand->arena, delivery->ledger, &entry->key,
                                         &errand->row, &is_found, errand->error)) {
        return false;
    }
    if (!is_found) {
        errand->row = (struct ledger_row){.key = entry->key,
                                          .address = entry->address,
                                          .state = LEDGER_PENDING,
                                          .made_at = now(delivery),
                                          .next_at = now(delivery)};
    }
    if (!delivery->transport) {
        plan_row(errand);
    }
    return true;
}

/* Counts the item where it stands, and tells. */
static bool report(struct errand *errand, const struct mailed *mailed,
                   const struct error *problem, bool is_tried)
{
    struct delivery *delivery = errand->delivery;
    const struct ledger_row *row = &errand->row;
    struct delivery_event event = {errand->item, row, mailed, problem, is_tried};
    delivery->states[row->state]++;
    delivery->unmade += problem != NULL;
    if (row->state == LEDGER_PENDING && !problem &&
        (!delivery->next_at || row->next_at < delivery->next_at)) {
        delivery->next_at = row->next_at;
    }
    return errand->issue->report(errand->issue->context, &event, errand->error);
}

/* What the reply makes of the row. */
static struct ledger_settlement settlement_of(struct errand *errand,
                                              const struct transport_reply *reply)
{
    static const enum ledger_state states[] = {
        [TRANSPORT_TAKEN] = LEDGER_SENT,
        [TRANSPORT_LATER] = LEDGER_PENDING,
        [TRANSPORT_REFUSED] = LEDGER_FAILED,
        [TRANSPORT_UNKNOWN] = LEDGER_UNKNOWN,
    };
    const struct ledger_row *row = &errand->row;
    int64_t time = now(errand->delivery);
    struct ledger_settlement settlement = {row->id, states[reply->outcome], reply->text,
                                           time};
    if (reply->outcome == TRANSPORT_LATER) {
        size_t attempts = row->attempts + 1;
        settlement.next_at =
            time + delivery_backoff(attempts, str_hash(row->key.recipient));
        if (row->first_at && time - row->first_at >= GIVE_UP_SECONDS) {
            settlement.state = LEDGER_FAILED;
            settlement.reply = str_print(&errand->arena, "given up after %zu tries: %.*s",
                                         attempts, STR_ARG(reply->text));
        }
    }
    return settlement;
}

/* Three faults in a row that are not about the message: the rest would share them. */
static void count_faults(struct delivery *delivery, const struct transport_reply *reply)
{
    if (!reply->is_general) {
        delivery->faults = 0;
        return;
    }
    snprintf(delivery->fault, sizeof delivery->fault, "%.*s", STR_ARG(reply->text));
    delivery->last_fault = str_from(delivery->fault);
    if (++delivery->faults >= FAULTS_MAX) {
        delivery->why_stopped = delivery->last_fault;
    }
}

/* The starts of two messages are a rate's share of a minute apart; not more where the
 * clock was set back. */
static void keep_rate(struct delivery *delivery)
{
    const struct delivery_world *world = &delivery->world;
    if (delivery->settings->rate && delivery->last_start_ms) {
        int64_t share = MINUTE_MS / (int64_t)delivery->settings->rate;
        int64_t wait = delivery->last_start_ms + share - world->now_ms(world->context);
        if (wait > 0) {
            world->wait(world->context, wait < share ? wait : share);
        }
    }
    delivery->last_start_ms = world->now_ms(world->context);
}

/* The local part of the Message-ID. */
static str name_of(str id)
{
    return str_slice(id, 0, str_find(id, '@'));
}

static bool send_claimed(struct errand *errand, const struct mailed *mailed)
{
    struct delivery *delivery = errand->delivery;
    struct transport_watch watch = {hand_over, is_aborted, errand};
    struct envelope envelope = {
        .sender = transport_sender(&errand->arena, delivery->settings, delivery->from,
                                   name_of(mailed->id)),
        .recipient = errand->item->entry.address,
        .name = name_of(mailed->id),
        .bytes = mailed->bytes,
    };
    delivery->tried++;
    struct transport_reply reply =
        transport_send(&errand->arena, delivery->transport, &envelope, &watch);
    if (errand->ledger_error.kind) {
        *errand->error = errand->ledger_error;
        return false;
    }
    count_faults(delivery, &reply);
    struct ledger_settlement settlement = settlement_of(errand, &reply);
    if (!ledger_settle(delivery->ledger, &settlement, now(delivery), errand->error)) {
        return error_context(errand->error, "the message to %.*s is %s (%.*s)",
                             STR_ARG(errand->item->entry.address),
                             ledger_state_name(settlement.state), STR_ARG(reply.text));
    }
    return true;
}

static bool claim_and_send(struct errand *errand, const struct mailed *mailed)
{
    struct delivery *delivery = errand->delivery;
    struct ledger_claim claim = {errand->row.id, mailed->id, mailed->content};
    bool is_claimed;
    if (!ledger_claim(delivery->ledger, &claim, now(delivery), &is_claimed,
                      errand->error) ||
        (is_claimed && !send_claimed(errand, mailed)) || !find_row(errand)) {
        return false;
    }
    return report(errand, is_claimed ? mailed : NULL, NULL, is_claimed);
}

/* --- the items ------------------------------------------------------------------------ */

/* Why no more is sent, or empty. */
static str reason_to_stop(const struct delivery *delivery)
{
    const struct delivery_world *world = &delivery->world;
    if (delivery->why_stopped.length) {
        return delivery->why_stopped;
    }
    if (world->interruptions(world->context)) {
        return S("interrupted");
    }
    return delivery->limit && delivery->tried >= delivery->limit ? S("the limit is reached")
                                                                 : (str){0};
}

/* Whether the row is to be sent now; waits for its turn. */
static bool is_to_be_sent(struct errand *errand)
{
    struct delivery *delivery = errand->delivery;
    if (errand->row.state != LEDGER_PENDING ||
        !ledger_is_due(&errand->row, now(delivery))) {
        return false;
    }
    delivery->why_stopped = reason_to_stop(delivery);
    if (!delivery->why_stopped.length) {
        keep_rate(delivery);
        delivery->why_stopped = reason_to_stop(delivery);
    }
    return !delivery->why_stopped.length;
}

static bool run_errand(struct errand *errand)
{
    const struct delivery_issue *issue = errand->issue;
    bool is_sending = errand->delivery->transport != NULL;
    if (!find_row(errand)) {
        return false;
    }
    if (is_sending ? !is_to_be_sent(errand) : errand->row.state != LEDGER_PENDING) {
        return report(errand, NULL, NULL, false);
    }
    struct mailed mailed;
    struct error problem = {0};
    int64_t date = errand->row.first_at ? errand->row.first_at : now(errand->delivery);
    if (!issue->compose(issue->context, &errand->arena, errand->item, date, &mailed,
                        &problem)) {
        return report(errand, NULL, &problem, false);
    }
    return is_sending ? claim_and_send(errand, &mailed)
                      : report(errand, &mailed, NULL, false);
}

static bool enroll(struct delivery *delivery, const struct delivery_issue *issue,
                   struct error *error)
{
    struct arena arena = {0};
    struct ledger_entry *entries = arena_array(&arena, struct ledger_entry, issue->count);
    for (size_t i = 0; i < issue->count; i++) {
        entries[i] = issue->items[i].entry;
    }
    bool is_done =
        ledger_enroll(delivery->ledger, entries, issue->count, now(delivery), error);
    arena_finish(&arena);
    return is_done;
}

bool delivery_run(struct delivery *delivery, const struct delivery_issue *issue,
                  struct error *error)
{
    if (delivery->transport && !enroll(delivery, issue, error)) {
        return false;
    }
    bool is_done = true;
    for (size_t i = 0; i < issue->count && is_done; i++) {
        struct errand errand = {
            .delivery = delivery, .issue = issue, .item = &issue->items[i], .error = error};
        is_done = run_errand(&errand);
        arena_finish(&errand.arena);
    }
    return is_done;
}
