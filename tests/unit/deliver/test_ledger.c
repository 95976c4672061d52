/* SPDX-License-Identifier: MIT */
#include "ledgers.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

static bool claim(struct arena *arena, struct ledger *ledger, const char *address,
                  int64_t now)
{
    struct error error = {0};
    struct ledger_claim wanted = {row_of(arena, ledger, address).id, S("1a2b@example.org"),
                                  S("c0ffee")};
    bool is_claimed = false;
    assert_true(ledger_claim(ledger, &wanted, now, &is_claimed, &error));
    return is_claimed;
}

static void settle(struct arena *arena, struct ledger *ledger, const char *address,
                   enum ledger_state state, int64_t now, int64_t next)
{
    struct error error = {0};
    struct ledger_settlement settlement = {row_of(arena, ledger, address).id, state,
                                           S("250 2.0.0 Ok"), next};
    assert_true(ledger_settle(ledger, &settlement, now, &error));
}

static void test_a_row_goes_from_pending_to_sent(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    enroll(ledger, entry_of("a@example.org"), 1000);
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_PENDING);
    assert_int_equal(row.made_at, 1000);

    assert_true(claim(*state, ledger, "a@example.org", 1001));
    row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_SENDING);
    assert_int_equal(row.attempts, 1);
    assert_int_equal(row.first_at, 1001);
    assert_false(row.is_handed_over);

    assert_true(ledger_hand_over(ledger, row.id, 1002, &error));
    assert_true(row_of(*state, ledger, "a@example.org").is_handed_over);

    settle(*state, ledger, "a@example.org", LEDGER_SENT, 1003, 0);
    row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_SENT);
    assert_int_equal(row.changed_at, 1003);
    assert_str(row.reply, "250 2.0.0 Ok");
    assert_str(row.message_id, "1a2b@example.org");
    assert_str(row.content, "c0ffee");
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_enrolling_again_changes_nothing(void **state)
{
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    enroll(ledger, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, ledger, "a@example.org", 1001));
    settle(*state, ledger, "a@example.org", LEDGER_SENT, 1003, 0);
    enroll(ledger, entry_of("a@example.org"), 2000);
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_SENT);
    assert_int_equal(row.made_at, 1000);
    assert_false(claim(*state, ledger, "a@example.org", 2001));
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_an_issue_is_its_period_parameters_and_edition(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    struct ledger_entry entries[4];
    for (size_t i = 0; i < COUNT_OF(entries); i++) {
        entries[i] = entry_of("a@example.org");
    }
    entries[1].key.period = S("2025-11");
    entries[2].key.parameters = S("country=Germany");
    entries[3].key.edition = 2;
    assert_true(ledger_enroll(ledger, entries, COUNT_OF(entries), 1000, &error));
    struct ledger_rows rows = {0};
    struct ledger_key all = {.briefing = S("rare-earths")};
    assert_true(ledger_list(*state, ledger, &all, &rows, &error));
    assert_int_equal(rows.count, 4);
    rows.count = 0;
    struct ledger_key october = {
        .briefing = S("rare-earths"), .period = S("2025-10"), .edition = 1};
    assert_true(ledger_list(*state, ledger, &october, &rows, &error));
    assert_int_equal(rows.count, 2);
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_only_one_of_two_senders_gets_a_row(void **state)
{
    str folder = make_folder(*state);
    struct ledger *one = open_ledger(*state, folder);
    struct ledger *two = open_ledger(*state, folder);
    enroll(one, entry_of("a@example.org"), 1000);
    enroll(two, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, one, "a@example.org", 1001));
    assert_false(claim(*state, two, "a@example.org", 1001));
    ledger_close(one);
    ledger_close(two);
    remove_folder(*state, folder);
}

static void test_a_row_is_not_claimed_before_its_time(void **state)
{
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    enroll(ledger, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, ledger, "a@example.org", 1001));
    settle(*state, ledger, "a@example.org", LEDGER_PENDING, 1002, 1062);
    assert_false(claim(*state, ledger, "a@example.org", 1061));
    assert_true(claim(*state, ledger, "a@example.org", 1062));
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.attempts, 2);
    assert_int_equal(row.first_at, 1001);
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_a_time_that_a_wrong_clock_set_is_not_waited_for(void **state)
{
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    enroll(ledger, entry_of("a@example.org"), 2000000000);
    enroll(ledger, entry_of("b@example.org"), 1000 + LEDGER_WAIT_MAX);
    assert_true(claim(*state, ledger, "a@example.org", 1000));
    assert_false(claim(*state, ledger, "b@example.org", 1000));
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_a_name_is_that_of_one_file_as_long_as_it_is_there(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    str first = path_join(*state, folder, S("first.md"));
    struct ledger *ledger = open_ledger(*state, folder);
    assert_true(file_write(first, S("a"), &error));
    assert_true(ledger_check_name(*state, ledger, S("monthly"), first, &error));
    assert_true(ledger_check_name(*state, ledger, S("monthly"), first, &error));
    assert_false(ledger_check_name(*state, ledger, S("monthly"), S("/b.md"), &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    error = (struct error){0};
    assert_int_equal(unlink(first.at), 0);
    assert_true(ledger_check_name(*state, ledger, S("monthly"), S("/b.md"), &error));
    ledger_close(ledger);
    remove_folder(*state, folder);
}

/* A living sender's rows are its own; so are those whose fate it has to tell. */
static void test_rows_of_the_living_are_left_to_them(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *one = open_ledger(*state, folder);
    struct ledger *two = open_ledger(*state, folder);
    enroll(one, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, one, "a@example.org", 1001));
    size_t count;
    assert_true(ledger_recover(two, 1002, &count, &error));
    assert_int_equal(count, 0);
    assert_true(ledger_recover(one, 1002, &count, &error));
    assert_int_equal(count, 0);
    assert_int_equal(row_of(*state, two, "a@example.org").state, LEDGER_SENDING);
    ledger_close(one);
    ledger_close(two);
    remove_folder(*state, folder);
}

/* A process that is killed says no goodbye: one that claims two rows, hands one over. */
static void claim_and_die(str folder)
{
    struct arena arena = {0};
    struct error error = {0};
    struct ledger *ledger = open_ledger(&arena, folder);
    enroll(ledger, entry_of("a@example.org"), 1000);
    enroll(ledger, entry_of("b@example.org"), 1000);
    bool is_good =
        claim(&arena, ledger, "a@example.org", 1001) &&
        claim(&arena, ledger, "b@example.org", 1001) &&
        ledger_hand_over(ledger, row_of(&arena, ledger, "b@example.org").id, 1002, &error);
    if (is_good) {
        kill(getpid(), SIGKILL);
    }
    _exit(1);
}

static void test_rows_of_the_dead_are_pending_or_unknown(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    pid_t child = fork();
    if (child == 0) {
        claim_and_die(folder);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));

    struct ledger *ledger = open_ledger(*state, folder);
    size_t count;
    assert_true(ledger_recover(ledger, 2000, &count, &error));
    assert_int_equal(count, 2);
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_PENDING);
    assert_str(row.reply, "the sender died before the message was handed over");
    row = row_of(*state, ledger, "b@example.org");
    assert_int_equal(row.state, LEDGER_UNKNOWN);
    assert_str(row.reply, "the sender died after the message was handed over");
    assert_true(claim(*state, ledger, "a@example.org", 2000));
    assert_false(claim(*state, ledger, "b@example.org", 2000));
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_only_what_is_named_is_opened_again(void **state)
{
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    enroll(ledger, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, ledger, "a@example.org", 1001));
    settle(*state, ledger, "a@example.org", LEDGER_UNKNOWN, 1002, 0);
    struct ledger_entry entry = entry_of("a@example.org");
    entry.is_reopened[LEDGER_FAILED] = true;
    enroll(ledger, entry, 2000);
    assert_int_equal(row_of(*state, ledger, "a@example.org").state, LEDGER_UNKNOWN);
    entry.is_reopened[LEDGER_UNKNOWN] = true;
    enroll(ledger, entry, 2000);
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_PENDING);
    assert_int_equal(row.attempts, 0);
    assert_false(row.is_handed_over);
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_a_suppression_holds_as_long_as_it_is_listed(void **state)
{
    str folder = make_folder(*state);
    struct ledger *ledger = open_ledger(*state, folder);
    struct ledger_entry entry = entry_of("a@example.org");
    entry.suppression = S("the address is among the suppressions");
    enroll(ledger, entry, 1000);
    struct ledger_row row = row_of(*state, ledger, "a@example.org");
    assert_int_equal(row.state, LEDGER_SUPPRESSED);
    assert_str(row.reply, "the address is among the suppressions");
    assert_false(claim(*state, ledger, "a@example.org", 1001));
    enroll(ledger, entry_of("a@example.org"), 2000);
    assert_int_equal(row_of(*state, ledger, "a@example.org").state, LEDGER_PENDING);
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_what_is_not_ours_cannot_be_settled(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *one = open_ledger(*state, folder);
    struct ledger *two = open_ledger(*state, folder);
    enroll(one, entry_of("a@example.org"), 1000);
    assert_true(claim(*state, one, "a@example.org", 1001));
    int64_t id = row_of(*state, two, "a@example.org").id;
    assert_false(ledger_hand_over(two, id, 1002, &error));
    assert_int_equal(error.kind, ERROR_SOFTWARE);
    struct ledger_settlement settlement = {id, LEDGER_SENT, S("250"), 0};
    error = (struct error){0};
    assert_false(ledger_settle(two, &settlement, 1002, &error));
    assert_int_equal(row_of(*state, one, "a@example.org").state, LEDGER_SENDING);
    ledger_close(one);
    ledger_close(two);
    remove_folder(*state, folder);
}

static void test_the_ledger_is_for_its_owner_alone(void **state)
{
    str parent = make_folder(*state);
    str folder = path_join(*state, parent, S("state"));
    ledger_close(open_ledger(*state, folder));
    struct stat status;
    assert_int_equal(stat(str_c(*state, folder), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    str file = path_join(*state, folder, S("ledger.sqlite"));
    assert_int_equal(stat(str_c(*state, file), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    remove_folder(*state, parent);
}

static void test_looking_makes_no_ledger(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *ledger;
    assert_true(ledger_look(*state, folder, &ledger, &error));
    assert_null(ledger);
    assert_int_equal(rmdir(folder.at), 0); /* it is empty */
}

/* A sender that died while it made the ledger, or is about to. */
static void test_a_ledger_that_is_not_yet_made_is_none(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    struct ledger *ledger;
    assert_true(file_write(path_join(*state, folder, S("ledger.sqlite")), S(""), &error));
    assert_true(ledger_look(*state, folder, &ledger, &error));
    assert_null(ledger);
    ledger_close(open_ledger(*state, folder));
    assert_true(ledger_look(*state, folder, &ledger, &error));
    assert_non_null(ledger);
    ledger_close(ledger);
    remove_folder(*state, folder);
}

static void test_a_file_that_is_no_ledger_is_refused(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    str path = path_join(*state, folder, S("ledger.sqlite"));
    assert_true(file_write(path, S("this is no database, however long it may be"), &error));
    assert_null(ledger_open(*state, folder, 1000, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_string_equal(error.message, "the ledger: file is not a database");
    remove_folder(*state, folder);
}

static void test_the_folder_is_the_option_or_that_of_the_user(void **state)
{
    struct error error = {0};
    str folder;
    setenv("XDG_STATE_HOME", "/var/state", 1);
    setenv("HOME", "/home/anna", 1);
    assert_true(ledger_folder(*state, S("here"), &folder, &error));
    assert_str(folder, "here");
    assert_true(ledger_folder(*state, S(""), &folder, &error));
    assert_str(folder, "/var/state/ytterby");
    unsetenv("XDG_STATE_HOME");
    assert_true(ledger_folder(*state, S(""), &folder, &error));
    assert_str(folder, "/home/anna/.local/state/ytterby");
    unsetenv("HOME");
    assert_false(ledger_folder(*state, S(""), &folder, &error));
    assert_string_equal(error.message, "there is no folder for the ledger");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_row_goes_from_pending_to_sent),
        unit_case(test_enrolling_again_changes_nothing),
        unit_case(test_an_issue_is_its_period_parameters_and_edition),
        unit_case(test_only_one_of_two_senders_gets_a_row),
        unit_case(test_a_row_is_not_claimed_before_its_time),
        unit_case(test_rows_of_the_living_are_left_to_them),
        unit_case(test_rows_of_the_dead_are_pending_or_unknown),
        unit_case(test_only_what_is_named_is_opened_again),
        unit_case(test_a_suppression_holds_as_long_as_it_is_listed),
        unit_case(test_what_is_not_ours_cannot_be_settled),
        unit_case(test_the_ledger_is_for_its_owner_alone),
        unit_case(test_looking_makes_no_ledger),
        unit_case(test_a_ledger_that_is_not_yet_made_is_none),
        unit_case(test_a_time_that_a_wrong_clock_set_is_not_waited_for),
        unit_case(test_a_name_is_that_of_one_file_as_long_as_it_is_there),
        unit_case(test_a_file_that_is_no_ledger_is_refused),
        unit_case(test_the_folder_is_the_option_or_that_of_the_user),
    };
    return unit_run(tests);
}
