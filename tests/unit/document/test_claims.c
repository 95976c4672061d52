/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "document/claims.h"

#define QUERIES \
    BRIEFING_DATA "queries:\n" \
                  "  total: {from: trade, where: {partner: World}}\n" \
                  "  germany: {from: trade, where: {partner: Germany}}\n"

/* What is said of a claims file: its text, or "exit place message | hint". */
static str said(struct folder *folder, const struct claims_options *options,
                const char *yaml)
{
    struct arena *arena = &folder->arena;
    folder_write(folder, "briefing.md", yaml); /* gone with the folder; the name is free */
    folder->error = (struct error){0};
    const struct claims_file *file = claims_file_read(
        arena, str_from(folder_file(folder, "briefing.md")), options, &folder->error);
    const struct judgement *judgements =
        file ? claims_file_judge(arena, file, options, &folder->warnings, &folder->error)
             : NULL;
    return judgements ? claims_print(arena, &file->claims, judgements)
                      : folder_error(folder);
}

static str said_plainly(struct folder *folder, const char *yaml)
{
    struct claims_options options = {0};
    return said(folder, &options, yaml);
}

static void test_a_file_names_its_data(void **state)
{
    assert_str(said_plainly(*state, QUERIES
                            "period: 2025-10\nsource: News\nclaims:\n"
                            "- {id: 1, says: one, of: total, figure: 5473 t}\n"
                            "- {id: two, says: two, of: germany, figure: 5473 t}\n"),
               "1    true           one\n"
               "                    total was 5,473 t in October 2025\n"
               "two  wrong series   two\n"
               "                    germany was 1,118 t in October 2025; 5473 t is "
               "total in October 2025\n"
               "2 claims: 1 true, 1 of the wrong series\n");
}

static void test_a_claim_is_judged_as_of_its_day(void **state)
{
    assert_str(said_plainly(*state,
                            QUERIES "as-of: 2025-10-25\nperiod: 2025-10\nclaims:\n"
                                    "- {id: 1, says: x, of: total, figure: 5473 t}\n"
                                    "- {id: 2, says: x, of: total, figure: 5473 t,"
                                    " as-of: 2025-11-20}\n"
                                    "- {id: 3, says: x, of: total, figure: 5473 t,"
                                    " as-of: 2020-01-01}\n"),
               "1  not decidable  x\n"
               "                  \"total\": October 2025 is not in the data\n"
               "2  true           x\n"
               "                  total was 5,473 t in October 2025\n"
               "3  not decidable  x\n"
               "                  \"total\": October 2025 is not in the data\n"
               "3 claims: 1 true, 2 not decidable\n");
}

static void test_the_day_of_the_command_line_goes_before_that_of_the_file(void **state)
{
    struct claims_options options = {.load = {.as_of = {2025, 11, 20}}};
    assert_str(said(*state, &options,
                    QUERIES "as-of: 2025-10-25\nperiod: 2025-10\nclaims:\n"
                            "- {id: 1, says: x, of: total, figure: 5473 t}\n"),
               "1  true           x\n"
               "                  total was 5,473 t in October 2025\n"
               "1 claim: 1 true\n");
}

static void test_what_was_expected_is_said_where_it_differs(void **state)
{
    assert_str(said_plainly(*state, QUERIES
                            "period: 2025-10\nclaims:\n"
                            "- {id: 1, says: x, of: total, figure: 1 t, expected: false}\n"
                            "- {id: 2, says: x, of: total, figure: 1 t, expected: true}\n"
                            "- {id: 3, says: x, of: total, figure: 1 t, allow: true,"
                            " reason: quoted}\n"),
               "1  false          x\n"
               "                  total was 5,473 t in October 2025\n"
               "2  false          x\n"
               "                  total was 5,473 t in October 2025\n"
               "                  expected: true\n"
               "3  false          x\n"
               "                  total was 5,473 t in October 2025\n"
               "                  allowed: quoted\n"
               "3 claims: 3 false; 1 not as expected\n");
}

static void test_other_data_may_take_the_place_of_its_own(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "events.csv",
                 "partner,period,tonnes,yoy,released\n"
                 "World,2025-10,7,,\nGermany,2025-10,1,,\n");
    str file = str_from(folder_file(folder, "events.csv"));
    str named = str_print(&folder->arena, "trade=%.*s", STR_ARG(file));
    str wrong = S("other=x.csv");
    const char *yaml = QUERIES "period: 2025-10\nclaims:\n"
                               "- {id: 1, says: x, of: total, figure: 7 t}\n";
    const char *expected = "1  true           x\n"
                           "                  total was 7 t in October 2025\n"
                           "1 claim: 1 true\n";
    assert_str(said(folder, &(struct claims_options){.data = &file, .data_count = 1}, yaml),
               expected);
    assert_str(
        said(folder, &(struct claims_options){.data = &named, .data_count = 1}, yaml),
        expected);
    assert_str(
        said(folder, &(struct claims_options){.data = &wrong, .data_count = 1}, yaml),
        "66 other=x.csv:0:0+0 cannot be read: No such file or directory");
    assert_str(said(folder, &(struct claims_options){.data = &file, .data_count = 1},
                    "claims:\n- {id: a, says: b, needs: c}\n"),
               str_print(&folder->arena,
                         "64 :0:0+0 --data %.*s: it is not clear which data these are | %s "
                         "names no data",
                         STR_ARG(file), folder_file(folder, "briefing.md"))
                   .at);
}

static void test_a_file_without_data_judges_what_needs_none(void **state)
{
    assert_str(said_plainly(*state, "claims:\n- {id: a, says: b, weekday: Monday,"
                                    " date: 2026-01-12}\n"),
               "a  true           b\n"
               "                  12 January 2026 is a Monday\n"
               "1 claim: 1 true\n");
}

static void test_what_a_terminal_would_obey_does_not_reach_it(void **state)
{
    assert_str(said_plainly(*state, "\xEF\xBB\xBF"
                                    "claims:\r\n- id: \"a\\e[31m\"\r\n"
                                    "  says: \"x\\ty\\nz\"\r\n  needs: y\r\n"),
               "a?[31m  not decidable  x y z\n"
               "                       the data do not have y\n"
               "1 claim: 1 not decidable\n");
}

static void test_mistakes_of_the_file_are_errors(void **state)
{
    assert_str(said_plainly(*state, "period: 2025-10\n"),
               "78 briefing.md:1:1+1 the file has no claims");
    assert_str(said_plainly(*state, "claim: []\n"),
               "78 briefing.md:1:1+5 unknown key \"claim\" | did you mean \"claims\"?");
    assert_str(said_plainly(*state, "- a\n"),
               "78 briefing.md:1:1+1 this is a list, expected a map of keys and values");
    assert_str(
        said_plainly(*state, "period: Oct\nclaims: []\n"),
        "78 briefing.md:1:9+3 \"Oct\" is not a period such as 2025-10 or 2025-01..03");
    assert_str(said_plainly(*state, "claims:\n- {id: a, says: b, of: x, figure: 1,"
                                    " period: 2025}\n"),
               "78 briefing.md:2:24+1 nothing is named \"x\" | known are: language, as_of, "
               "release, period");
    assert_str(said_plainly(*state, ""), "78 briefing.md:1:1+0 the file has no claims");
}

static void test_json_has_all_that_is_known(void **state)
{
    struct folder *folder = *state;
    struct claims_options options = {0};
    folder_write(folder, "briefing.md",
                 QUERIES "period: 2025-10\nclaims:\n"
                         "- {id: a, says: b, of: total, figure: 1118 t, source: News,"
                         " as-of: 2025-11-20, expected: wrong-series}\n");
    const struct claims_file *file =
        claims_file_read(&folder->arena, str_from(folder_file(folder, "briefing.md")),
                         &options, &folder->error);
    const struct judgement *judgements = claims_file_judge(
        &folder->arena, file, &options, &folder->warnings, &folder->error);
    assert_str(
        claims_json(&folder->arena, &file->claims, judgements),
        "{\n  \"format\": \"ytterby-claims-1\",\n  \"claims\": [\n    {\n"
        "      \"id\": \"a\",\n      \"says\": \"b\",\n      \"source\": \"News\",\n"
        "      \"statement\": \"figure: 1118 t\",\n      \"of\": \"total\",\n"
        "      \"period\": \"2025-10\",\n      \"as_of\": \"2025-11-20\",\n"
        "      \"verdict\": \"wrong-series\",\n"
        "      \"why\": \"total was 5,473 t in October 2025; 1118 t is "
        "germany in October 2025\",\n"
        "      \"value\": {\n        \"number\": 5473,\n"
        "        \"low\": 5472.5,\n        \"high\": 5473.5,\n"
        "        \"unit\": \"t\"\n      },\n"
        "      \"belongs_to\": \"germany in October 2025\",\n"
        "      \"expected\": \"wrong-series\",\n      \"good\": true\n    }\n  ]\n}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_case(test_a_file_names_its_data),
        folder_case(test_a_claim_is_judged_as_of_its_day),
        folder_case(test_the_day_of_the_command_line_goes_before_that_of_the_file),
        folder_case(test_what_was_expected_is_said_where_it_differs),
        folder_case(test_other_data_may_take_the_place_of_its_own),
        folder_case(test_a_file_without_data_judges_what_needs_none),
        folder_case(test_what_a_terminal_would_obey_does_not_reach_it),
        folder_case(test_mistakes_of_the_file_are_errors),
        folder_case(test_json_has_all_that_is_known),
    };
    return unit_run(tests);
}
