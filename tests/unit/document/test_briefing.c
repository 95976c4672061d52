/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "document/inline.h"

#include <sys/stat.h>

#define TOTAL "queries:\n  total: {from: trade, where: {partner: World}}\n"

static str read_error(struct folder *folder, const char *front)
{
    return folder_read(folder, front, "") ? S("no error") : folder_error(folder);
}

static str load_error(struct folder *folder, const char *front)
{
    return folder_load(folder, front, "") ? S("no error") : folder_error(folder);
}

static const struct value *name_of(const struct facts *facts, const char *name)
{
    for (size_t i = 0; i < facts->scope.count; i++) {
        if (str_equal(facts->scope.at[i].name, str_from(name))) {
            return &facts->scope.at[i].value;
        }
    }
    fail_msg("%s is not in scope", name);
    return NULL;
}

static void test_the_front_matter_is_typed_and_paths_start_at_the_briefing(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_read(folder,
                            "title: NO\norganisation: O\nauthor: A\nsubject: S\n"
                            "keywords: K\nlanguage: en-GB\ntheme: house.yaml\n"
                            "events: events.csv\nperiod: 2025-10\n"
                            "parameters: {focus: 010121}\n" BRIEFING_DATA TOTAL,
                            "# Body\n"));
    const struct briefing *briefing = folder->briefing;
    assert_str(node_find(briefing->front, S("title"))->text, "NO");
    assert_str(briefing->language_tag, "en-GB");
    assert_ptr_equal(briefing->language, language_english());
    assert_str(briefing->theme, folder_file(folder, "house.yaml"));
    assert_str(briefing->events, folder_file(folder, "events.csv"));
    assert_true(period_equal(briefing->period, period_month(2025, 10)));
    assert_str(briefing->parameters.at[0].text, "010121");
    assert_int_equal(briefing->sources[0].load.files.count, 1);
    assert_str(briefing->sources[0].load.files.at[0], folder_file(folder, "trade.csv"));
    assert_str(briefing->queries[0].name, "total");
    assert_str(str_after(briefing->source.text, briefing->body), "# Body\n");
}

static void test_the_front_matter_says_how_the_pages_are(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_read(folder, "paper: Letter\ncontents: false\ncover: true\n", ""));
    assert_str(folder->briefing->paper, "Letter");
    assert_int_equal(folder->briefing->contents, PART_NEVER);
    assert_int_equal(folder->briefing->cover, PART_ALWAYS);
    assert_true(folder_read(folder, "title: T\n", ""));
    assert_int_equal(folder->briefing->paper.length, 0);
    assert_int_equal(folder->briefing->cover, PART_BY_LENGTH);
    assert_str(
        read_error(folder, "paper: Leter\n"),
        "78 briefing.md:2:8+5 \"Leter\" is not a known paper | did you mean \"Letter\"?");
    folder->error = (struct error){0};
    assert_str(read_error(folder, "cover: perhaps\n"),
               "78 briefing.md:2:8+7 \"perhaps\" is not true or false");
}

static void test_a_briefing_without_front_matter_is_refused(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "briefing.md", "# Title\n");
    str path = str_from(folder_file(folder, "briefing.md"));
    assert_null(briefing_read(&folder->arena, path, &folder->error));
    assert_str(
        folder_error(folder),
        "78 briefing.md:1:1+7 the briefing has no front matter | begin with a line of "
        "three hyphens, the keys, and another one");
    folder->error = (struct error){0};
    folder_write(folder, "briefing.md", "---\ntitle: x\n");
    assert_null(briefing_read(&folder->arena, path, &folder->error));
    assert_str(folder_error(folder),
               "78 briefing.md:1:1+3 the front matter is not closed | "
               "end it with a line of three hyphens");
    folder->error = (struct error){0};
    folder_write(folder, "briefing.md", "---\ntitle: \xFF\n---\n");
    assert_null(briefing_read(&folder->arena, path, &folder->error));
    assert_str(folder_error(folder), "78 briefing.md:2:8+1 the briefing is not UTF-8 here");
}

static void test_a_missing_briefing_is_no_input(void **state)
{
    struct folder *folder = *state;
    str path = str_from(folder_file(folder, "absent.md"));
    assert_null(briefing_read(&folder->arena, path, &folder->error));
    assert_str(folder_error(folder),
               "66 absent.md:0:0+0 cannot be read: No such file or directory");
}

static void test_unknown_keys_and_wrong_types_are_errors(void **state)
{
    assert_str(read_error(*state, "titel: x\n"),
               "78 briefing.md:2:1+5 unknown key \"titel\" | did you mean \"title\"?");
    assert_str(read_error(*state, "title: [x]\n"),
               "78 briefing.md:2:8+1 \"title\" is a list, expected a single value");
    assert_str(read_error(*state, "period: 2025-Q4\n"),
               "78 briefing.md:2:9+7 the period of an issue is a month or latest");
    assert_str(read_error(*state, "period: soon\n"),
               "78 briefing.md:2:9+4 \"soon\" is not a period such as 2025-10 or "
               "2025-01..03");
    assert_str(read_error(*state, "checks: [no-stale-perod]\n"),
               "78 briefing.md:2:10+14 there is no check \"no-stale-perod\" | did you mean "
               "\"no-stale-period\"?");
    assert_str(read_error(*state, "parameters: {period: x}\n"),
               "78 briefing.md:2:14+6 the name \"period\" is taken");
}

static void test_names_are_such_that_expressions_can_say_them(void **state)
{
    static const struct {
        const char *front, *place;
    } cases[] = {
        {"parameters: {my-focus: x}\n", "2:14+8 \"my-focus\""},
        {"parameters: {2nd: x}\n", "2:14+3 \"2nd\""},
        {"parameters: {p\u00E9riode: x}\n", "2:14+7 \"p\u00E9riode\""},
        {"queries: {not: {from: trade}}\n", "2:11+3 \"not\""},
        {"queries: {\"a b\": {from: trade}}\n", "2:11+3 \"a b\""},
    };
    struct folder *folder = *state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        str expected = str_print(
            &folder->arena,
            "78 briefing.md:%s cannot be a name | a name has ASCII letters, "
            "digits and underscores, begins with no digit, and is not and, or, not",
            cases[i].place);
        assert_str(read_error(folder, cases[i].front), expected.at);
    }
}

static void test_sources_must_be_there(void **state)
{
    struct folder *folder = *state;
    str expected = str_print(&folder->arena, "66 briefing.md:2:23+11 no file matches %s",
                             folder_file(folder, "none*.csv"));
    assert_str(read_error(folder, "data: {trade: {files: \"none*.csv\"}}\n"), expected.at);
    assert_str(read_error(*state, "data: {trade: {schema: {}}}\n"),
               "78 briefing.md:2:15+1 the data \"trade\" name no files");
    assert_str(read_error(*state, "data: {trade: {files: trade.csv, decimal: point}}\n"),
               "78 briefing.md:2:43+5 \"point\" is not a known decimal | known are: ., ,");
    assert_str(
        read_error(*state, BRIEFING_DATA "queries: {total: {from: trad}}\n"),
        "78 briefing.md:4:25+4 there are no data \"trad\" | did you mean \"trade\"?");
}

static void test_a_folder_may_have_a_name_that_looks_like_a_pattern(void **state)
{
    struct folder *folder = *state;
    static const char *const names[] = {"a[1]/briefing.md", "a[1]/t[2].csv", "a[1]/u.csv"};
    assert_int_equal(mkdir(folder_file(folder, "a[1]"), 0777), 0);
    folder_write(folder, names[0],
                 "---\ndata: {trade: {files: [\"t[2].csv\", \"u*.csv\"]}}\n---\n");
    folder_write(folder, names[1], BRIEFING_TRADE);
    folder_write(folder, names[2], BRIEFING_TRADE);
    const struct briefing *briefing = briefing_read(
        &folder->arena, str_from(folder_file(folder, names[0])), &folder->error);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        unlink(folder_file(folder, names[i]));
    }
    rmdir(folder_file(folder, "a[1]"));
    assert_non_null(briefing);
    const struct path_list *files = &briefing->sources[0].load.files;
    assert_int_equal(files->count, 2);
    assert_str(files->at[0], folder_file(folder, names[1]));
    assert_str(files->at[1], folder_file(folder, names[2]));
}

static void test_the_issue_is_the_latest_month_known_that_day(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, ""));
    assert_true(period_equal(folder->facts->issue, period_month(2025, 11)));
    folder->options.as_of = (struct date){2025, 11, 20};
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, ""));
    assert_true(period_equal(folder->facts->issue, period_month(2025, 10)));
    assert_int_equal(name_of(folder->facts, "as_of")->date.day, 20);
    folder->options.period = period_month(2025, 9);
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, ""));
    assert_true(period_equal(folder->facts->issue, period_month(2025, 9)));
    assert_true(
        period_equal(name_of(folder->facts, "period")->period, folder->facts->issue));
}

static void test_a_month_that_is_not_published_is_to_be_tried_again(void **state)
{
    struct folder *folder = *state;
    folder->options.as_of = (struct date){2025, 11, 20};
    folder->options.period = period_month(2025, 11);
    assert_str(load_error(folder, BRIEFING_DATA TOTAL),
               "75 briefing.md:5:3+5 \"total\" has no figure for November 2025 yet | the "
               "latest month there: October 2025");
}

static void test_the_release_is_that_of_the_issues_rows(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, ""));
    assert_str(date_print(&folder->arena, folder->facts->release), "2025-11-20");
    assert_int_equal(name_of(folder->facts, "as_of")->kind, VALUE_NONE);
    assert_int_equal(name_of(folder->facts, "release")->date.month, 11);
}

static void test_parameters_fill_filters_and_the_command_line_wins(void **state)
{
    static const char front[] =
        "parameters: {focus: Germany}\n" BRIEFING_DATA
        "queries:\n  one: {from: trade, where: {partner: \"{{ focus }}\"}}\n";
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_true(folder_load(folder, front, ""));
    assert_int_equal(name_of(folder->facts, "one")->series->count, 2);
    static const str japan[] = {{"focus=Japan", 11}};
    folder->options.parameters = japan;
    folder->options.parameter_count = 1;
    assert_true(folder_load(folder, front, ""));
    assert_int_equal(name_of(folder->facts, "one")->series->count, 1);
    assert_str(name_of(folder->facts, "focus")->text, "Japan");
    static const str wrong[] = {{"focs=Japan", 10}};
    folder->options.parameters = wrong;
    assert_str(load_error(folder, front),
               "64 briefing.md:0:0+0 there is no parameter \"focs\" | did you mean "
               "\"focus\"?");
}

static void test_a_query_by_is_a_group_with_its_total(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_true(folder_load(folder,
                            BRIEFING_DATA "queries: {partners: {from: trade, by: partner,"
                                          " total: World, top: 5, rest: Other}}\n",
                            ""));
    const struct value *value = name_of(folder->facts, "partners");
    assert_int_equal(value->kind, VALUE_GROUP);
    assert_int_equal(value->group->count, 2);
    assert_str(value->group->at[0].name, "Germany");
    struct observation total = series_at(value->group->total, period_month(2025, 10));
    assert_str(decimal_print(&folder->arena, ratio_round(total.value, 0)), "5473");
}

static void test_members_and_totals_that_are_not_known_yet_are_none(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "trade.csv",
                 "partner,period,tonnes,yoy,released\nGermany,2025-10,5,,2025-11-01\n"
                 "Peru,2025-10,1,,2025-12-01\nWorld,2025-10,9,,2025-12-01\n");
    folder->options.as_of = (struct date){2025, 11, 20};
    assert_true(folder_load(folder,
                            BRIEFING_DATA "queries: {partners: {from: trade, by: partner,"
                                          " total: World}}\n",
                            "{{ partners[\"Peru\"] | num ?? \"n.a.\" }},"
                            " {{ partners.total | num ?? \"n.a.\" }}\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_non_null(document);
    assert_str(inline_text(&folder->arena, &document->blocks.at[0]->spans), "n.a., n.a.");
}

static void test_no_window_begins_before_the_calendar(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "trade.csv",
                 "partner,period,tonnes,yoy,released\nWorld,0005-02,9,,2025-12-01\n");
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL,
                            "```chart\n{mark: bar, data: total, title: T,"
                            " last: 10 years}\n```\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_non_null(document);
    struct period window = document->blocks.at[0]->chart->window;
    assert_str(period_print(&folder->arena, window), "0001-01..0005-02");
}

static void test_events_are_those_up_to_the_day(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "events.csv",
                 "date,kind,label,source\n2026-01-12,meeting,G7,x\n"
                 "2025-10-09,control,Wider controls,x\n2025-04-04,control,Licences,x\n");
    folder->options.as_of = (struct date){2025, 11, 20};
    assert_true(folder_load(folder, "events: events.csv\n" BRIEFING_DATA TOTAL, ""));
    assert_int_equal(folder->facts->events.count, 2);
    assert_str(folder->facts->events.at[0].label, "Licences");
    assert_str(folder->facts->events.at[1].kind, "control");
    assert_int_equal(folder->facts->event_kinds.count, 2);
    folder_write(folder, "events.csv", "date,kind,label\n2025-13-01,control,x\n");
    assert_false(folder_load(folder, "events: events.csv\n" BRIEFING_DATA TOTAL, ""));
    assert_int_equal(error_exit_status(&folder->error), 65);
    assert_int_equal(folder->error.place.line, 2);
}

static void test_queries_are_found_by_name(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, ""));
    const struct table *table =
        briefing_query(folder->briefing, folder->facts, S("total"), &folder->error);
    assert_int_equal(table->row_count, 5);
    assert_null(briefing_query(folder->briefing, folder->facts, S("totl"), &folder->error));
    assert_str(folder_error(folder), "64 briefing.md:0:0+0 there is no query \"totl\" | "
                                     "did you mean \"total\"?");
}

static void test_the_document_says_what_it_is_and_never_asks_the_clock(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_true(folder_load(folder, "title: Monthly\norganisation: O\n" BRIEFING_DATA TOTAL,
                            "# {{ total | num }} t\n\n> Deck\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_non_null(document);
    assert_str(document->title, "5,473 t");
    assert_str(document->series_title, "Monthly");
    assert_str(document->organisation, "O");
    assert_str(document->language_tag, "en");
    assert_str(document->issue, "October 2025");
    assert_str(document->release, "Data as published 20 November 2025");
    assert_str(date_print(&folder->arena, document->date), "2025-11-20");
    assert_int_equal(document->blocks.count, 2);
}

static void test_the_day_of_the_document_is_the_as_of_day(void **state)
{
    struct folder *folder = *state;
    folder->options.as_of = (struct date){2025, 11, 30};
    assert_true(folder_load(folder, BRIEFING_DATA TOTAL, "Text\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_str(document->release, "Data as published 30 November 2025");
    assert_str(document->title, "");
}

static void test_a_briefing_without_data_is_a_text(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_load(folder, "title: T\n", "Text\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_str(document->title, "T");
    assert_str(document->issue, "");
    assert_str(document->release, "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_the_front_matter_is_typed_and_paths_start_at_the_briefing),
        folder_case(test_the_front_matter_says_how_the_pages_are),
        folder_case(test_a_briefing_without_front_matter_is_refused),
        folder_case(test_a_missing_briefing_is_no_input),
        folder_case(test_unknown_keys_and_wrong_types_are_errors),
        folder_case(test_sources_must_be_there),
        folder_case(test_names_are_such_that_expressions_can_say_them),
        folder_case(test_a_folder_may_have_a_name_that_looks_like_a_pattern),
        folder_case(test_the_issue_is_the_latest_month_known_that_day),
        folder_case(test_a_month_that_is_not_published_is_to_be_tried_again),
        folder_case(test_the_release_is_that_of_the_issues_rows),
        folder_case(test_parameters_fill_filters_and_the_command_line_wins),
        folder_case(test_a_query_by_is_a_group_with_its_total),
        folder_case(test_members_and_totals_that_are_not_known_yet_are_none),
        folder_case(test_no_window_begins_before_the_calendar),
        folder_case(test_events_are_those_up_to_the_day),
        folder_case(test_queries_are_found_by_name),
        folder_case(test_the_document_says_what_it_is_and_never_asks_the_clock),
        folder_case(test_the_day_of_the_document_is_the_as_of_day),
        folder_case(test_a_briefing_without_data_is_a_text),
    };
    return unit_run(tests);
}
