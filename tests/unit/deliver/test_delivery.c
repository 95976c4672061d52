/* SPDX-License-Identifier: MIT */
/*
 * Delivery with a clock of its own, and a mailer that is a shell script: what it does with
 * a message is in the address, as later@example.org.
 */
#include "ledgers.h"

#include "deliver/delivery.h"

#include <string.h>
#include <sys/stat.h>

enum { ITEMS_MAX = 8 };

static const char mailer[] = "#!/bin/sh\n"
                             "to=$(sed -n 's/^To: //p' | tr -d '\\r')\n"
                             "case $to in\n"
                             "later*) echo 451 later; exit 75 ;;\n"
                             "nobody*) echo 550 nobody; exit 67 ;;\n"
                             "broken*) echo cannot start; exit 78 ;;\n"
                             "lost*) kill -9 $$ ;;\n"
                             "down*) echo no relay; exit 68 ;;\n"
                             "*) echo \"$to\" >>\"${0%/*}/taken\"; echo 250 queued ;;\n"
                             "esac\n";

struct post {
    struct arena *arena;
    str folder;
    struct ledger *ledger;
    struct transport_settings settings;
    struct delivery delivery;
    int64_t now_ms, waited_ms;
    int64_t clock_change_ms; /* with each message that is made */
    size_t interruptions;
    struct recipient recipients[ITEMS_MAX];
    struct delivery_item items[ITEMS_MAX];
    size_t count, composed;
};

static int64_t now_ms(void *context)
{
    return ((struct post *)context)->now_ms;
}

static void wait(void *context, int64_t milliseconds)
{
    struct post *post = context;
    post->now_ms += milliseconds;
    post->waited_ms += milliseconds;
}

static size_t interruptions(void *context)
{
    return ((struct post *)context)->interruptions;
}

static bool compose(void *context, struct arena *arena, const struct delivery_item *item,
                    int64_t date, struct mailed *mailed, struct error *error)
{
    struct post *post = context;
    str address = item->recipient->address;
    (void)date;
    post->composed++;
    post->now_ms += post->clock_change_ms;
    if (str_starts(address, S("unmade"))) {
        return error_set(error, ERROR_CONFIG, "a value is missing");
    }
    *mailed = (struct mailed){
        .id = str_print(arena, "%zu@example.org", post->composed),
        .content = S("c0ffee"),
        .bytes = str_print(arena, "To: %.*s\r\n\r\nhello\r\n", STR_ARG(address)),
    };
    return true;
}

static bool report(void *context, const struct delivery_event *event, struct error *error)
{
    (void)context, (void)event, (void)error;
    return true;
}

static void add(struct post *post, const char *address)
{
    size_t i = post->count++;
    post->recipients[i].address = str_from(address);
    post->items[i] = (struct delivery_item){&post->recipients[i], entry_of(address)};
}

static struct post *open_post(struct arena *arena)
{
    struct post *post = arena_new(arena, struct post);
    struct error error = {0};
    post->arena = arena;
    post->folder = make_folder(arena);
    post->ledger = open_ledger(arena, post->folder);
    post->now_ms = 1000 * 1000;
    post->settings = (struct transport_settings){
        .kind = TRANSPORT_SENDMAIL,
        .target = path_join(arena, post->folder, S("mailer")),
    };
    assert_true(file_write(post->settings.target, str_from(mailer), &error));
    assert_int_equal(chmod(post->settings.target.at, 0755), 0);
    return post;
}

static void close_post(struct post *post)
{
    ledger_close(post->ledger);
    remove_folder(post->arena, post->folder);
}

/* One pass, as a process of its own would do it. */
static bool run(struct post *post, size_t limit, struct error *error)
{
    struct delivery_issue issue = {post->items, post->count, compose, report, post};
    post->delivery = (struct delivery){
        .ledger = post->ledger,
        .settings = &post->settings,
        .from = S("desk@example.org"),
        .world = {now_ms, wait, interruptions, post},
        .limit = limit,
    };
    post->delivery.transport = transport_open(post->arena, &post->settings, error);
    return delivery_run(&post->delivery, &issue, error);
}

static void pass(struct post *post)
{
    struct error error = {0};
    assert_true(run(post, 0, &error));
}

/* What the mailer has taken: one address a line. */
static str taken(struct post *post)
{
    struct source source;
    struct error error = {0};
    str path = path_join(post->arena, post->folder, S("taken"));
    return file_exists(path) && file_read(post->arena, path, &source, &error) ? source.text
                                                                              : S("");
}

static struct ledger_row row(struct post *post, const char *address)
{
    return row_of(post->arena, post->ledger, address);
}

static void test_each_gets_it_once_however_often_it_is_run(void **state)
{
    struct post *post = open_post(*state);
    add(post, "a@example.org");
    add(post, "b@example.org");
    pass(post);
    assert_int_equal(post->delivery.states[LEDGER_SENT], 2);
    assert_int_equal(post->delivery.tried, 2);
    pass(post);
    assert_int_equal(post->delivery.tried, 0);
    assert_int_equal(post->composed, 2);
    assert_str(taken(post), "a@example.org\nb@example.org\n");
    assert_str(row(post, "a@example.org").reply, "250 queued");
    close_post(post);
}

static void test_a_bad_address_in_the_middle_stops_nobody(void **state)
{
    struct post *post = open_post(*state);
    add(post, "a@example.org");
    add(post, "nobody@example.org");
    add(post, "b@example.org");
    pass(post);
    assert_str(taken(post), "a@example.org\nb@example.org\n");
    assert_int_equal(row(post, "nobody@example.org").state, LEDGER_FAILED);
    assert_str(row(post, "nobody@example.org").reply,
               "the mailer ended with 67: 550 nobody");
    post->now_ms += 100 * 1000 * 1000;
    pass(post);
    assert_int_equal(post->delivery.tried, 0);
    close_post(post);
}

static void test_what_may_pass_later_is_tried_when_it_is_due(void **state)
{
    struct post *post = open_post(*state);
    add(post, "later@example.org");
    pass(post);
    struct ledger_row first = row(post, "later@example.org");
    assert_int_equal(first.state, LEDGER_PENDING);
    assert_int_equal(first.attempts, 1);
    assert_true(first.next_at >= 1000 + 48 && first.next_at <= 1000 + 72);
    assert_int_equal(post->delivery.next_at, first.next_at);
    pass(post);
    assert_int_equal(post->delivery.tried, 0);
    post->now_ms = first.next_at * 1000;
    pass(post);
    assert_int_equal(post->delivery.tried, 1);
    assert_int_equal(row(post, "later@example.org").attempts, 2);
    close_post(post);
}

static void test_after_five_days_it_has_failed(void **state)
{
    struct post *post = open_post(*state);
    add(post, "later@example.org");
    pass(post);
    post->now_ms += (int64_t)5 * 24 * 60 * 60 * 1000;
    pass(post);
    assert_int_equal(row(post, "later@example.org").state, LEDGER_FAILED);
    assert_str(row(post, "later@example.org").reply,
               "given up after 2 tries: the mailer ended with 75: 451 later");
    close_post(post);
}

static void test_what_was_lost_after_the_hand_over_is_unknown_and_stays_so(void **state)
{
    struct post *post = open_post(*state);
    add(post, "lost@example.org");
    add(post, "a@example.org");
    pass(post);
    assert_int_equal(row(post, "lost@example.org").state, LEDGER_UNKNOWN);
    assert_str(row(post, "lost@example.org").reply, "the mailer was ended by signal 9");
    post->now_ms += 100 * 1000 * 1000;
    pass(post);
    assert_int_equal(post->delivery.tried, 0);
    assert_str(taken(post), "a@example.org\n");
    close_post(post);
}

static void test_three_general_faults_in_a_row_end_the_run(void **state)
{
    struct post *post = open_post(*state);
    add(post, "broken1@example.org");
    add(post, "broken2@example.org");
    add(post, "broken3@example.org");
    add(post, "a@example.org");
    pass(post);
    assert_int_equal(post->delivery.tried, 3);
    assert_str(post->delivery.why_stopped, "the mailer ended with 78: cannot start");
    assert_int_equal(row(post, "a@example.org").state, LEDGER_PENDING);
    assert_int_equal(row(post, "a@example.org").attempts, 0);
    close_post(post);
}

static void test_a_message_that_goes_through_ends_a_row_of_faults(void **state)
{
    struct post *post = open_post(*state);
    add(post, "broken1@example.org");
    add(post, "broken2@example.org");
    add(post, "a@example.org");
    add(post, "broken3@example.org");
    add(post, "b@example.org");
    pass(post);
    assert_str(taken(post), "a@example.org\nb@example.org\n");
    close_post(post);
}

static void test_the_limit_leaves_the_rest_for_another_run(void **state)
{
    struct post *post = open_post(*state);
    struct error error = {0};
    add(post, "a@example.org");
    add(post, "b@example.org");
    assert_true(run(post, 1, &error));
    assert_str(post->delivery.why_stopped, "the limit is reached");
    assert_str(taken(post), "a@example.org\n");
    pass(post);
    assert_str(taken(post), "a@example.org\nb@example.org\n");
    close_post(post);
}

static void test_an_interruption_leaves_the_rest_pending(void **state)
{
    struct post *post = open_post(*state);
    add(post, "a@example.org");
    post->interruptions = 1;
    pass(post);
    assert_str(post->delivery.why_stopped, "interrupted");
    assert_int_equal(row(post, "a@example.org").state, LEDGER_PENDING);
    close_post(post);
}

static void test_the_rate_spreads_the_starts(void **state)
{
    struct post *post = open_post(*state);
    add(post, "a@example.org");
    add(post, "b@example.org");
    add(post, "c@example.org");
    post->settings.rate = 30;
    pass(post);
    assert_int_equal(post->waited_ms, 2 * 2000);
    close_post(post);
}

static void test_a_clock_set_back_does_not_stretch_the_rate(void **state)
{
    struct post *post = open_post(*state);
    add(post, "a@example.org");
    add(post, "b@example.org");
    post->settings.rate = 30;
    post->clock_change_ms = -3600;
    pass(post);
    assert_true(post->waited_ms <= 2000);
    close_post(post);
}

/* msmtp ends so without a network. */
static void test_a_mailer_that_finds_no_host_is_tried_again(void **state)
{
    struct post *post = open_post(*state);
    add(post, "down@example.org");
    pass(post);
    assert_int_equal(row(post, "down@example.org").state, LEDGER_PENDING);
    assert_str(post->delivery.last_fault, "the mailer ended with 68: no relay");
    close_post(post);
}

static void test_a_message_that_cannot_be_made_stops_nobody(void **state)
{
    struct post *post = open_post(*state);
    add(post, "unmade@example.org");
    add(post, "a@example.org");
    pass(post);
    assert_int_equal(post->delivery.unmade, 1);
    assert_int_equal(row(post, "unmade@example.org").state, LEDGER_PENDING);
    assert_int_equal(row(post, "unmade@example.org").attempts, 0);
    assert_int_equal(post->delivery.next_at, 0);
    assert_str(taken(post), "a@example.org\n");
    close_post(post);
}

static void test_a_plan_sends_and_writes_nothing(void **state)
{
    struct post *post = open_post(*state);
    struct error error = {0};
    add(post, "a@example.org");
    add(post, "b@example.org");
    post->items[1].entry.suppression = S("the address is among the suppressions");
    struct delivery_issue issue = {post->items, post->count, compose, report, post};
    post->delivery = (struct delivery){.ledger = post->ledger,
                                       .settings = &post->settings,
                                       .world = {now_ms, wait, interruptions, post}};
    assert_true(delivery_run(&post->delivery, &issue, &error));
    assert_int_equal(post->delivery.states[LEDGER_PENDING], 1);
    assert_int_equal(post->delivery.states[LEDGER_SUPPRESSED], 1);
    assert_int_equal(post->composed, 1);
    struct ledger_rows rows = {0};
    assert_true(
        ledger_list(post->arena, post->ledger, &(struct ledger_key){0}, &rows, &error));
    assert_int_equal(rows.count, 0);
    close_post(post);
}

static void test_backoff_grows_and_stays_within_a_fifth(void **state)
{
    (void)state;
    static const int64_t middle[] = {60, 300, 900, 3600, 14400, 14400, 14400};
    for (size_t i = 0; i < COUNT_OF(middle); i++) {
        for (uint64_t salt = 0; salt < 100; salt++) {
            int64_t wait = delivery_backoff(i + 1, salt);
            assert_true(wait >= middle[i] * 8 / 10 && wait <= middle[i] * 12 / 10);
        }
    }
    assert_int_not_equal(delivery_backoff(5, 1), delivery_backoff(5, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_each_gets_it_once_however_often_it_is_run),
        unit_case(test_a_bad_address_in_the_middle_stops_nobody),
        unit_case(test_what_may_pass_later_is_tried_when_it_is_due),
        unit_case(test_after_five_days_it_has_failed),
        unit_case(test_what_was_lost_after_the_hand_over_is_unknown_and_stays_so),
        unit_case(test_three_general_faults_in_a_row_end_the_run),
        unit_case(test_a_message_that_goes_through_ends_a_row_of_faults),
        unit_case(test_the_limit_leaves_the_rest_for_another_run),
        unit_case(test_an_interruption_leaves_the_rest_pending),
        unit_case(test_the_rate_spreads_the_starts),
        unit_case(test_a_clock_set_back_does_not_stretch_the_rate),
        unit_case(test_a_mailer_that_finds_no_host_is_tried_again),
        unit_case(test_a_message_that_cannot_be_made_stops_nobody),
        unit_case(test_a_plan_sends_and_writes_nothing),
        unit_case(test_backoff_grows_and_stays_within_a_fifth),
    };
    return unit_run(tests);
}
