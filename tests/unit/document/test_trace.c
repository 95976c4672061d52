/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "base/buffer.h"
#include "document/trace.h"

static const char briefing[] =
    "---\ntitle: T\nperiod: 2025-10\n" BRIEFING_DATA "queries:\n"
    "  total: {from: trade, where: {partner: World}}\n"
    "  partners: {from: trade, by: partner, total: World}\n"
    "---\n"
    "{{ total | amount }}, {{ total.yoy | delta }}, in {{ period | month_year }} 17.\n"
    "{{ partners[\"Japan\"].share | num(1) }} and {{ total.mom | delta }}\n";

/* The trace of the document, as if all of its text stood on page 2. */
static struct trace *trace_of(struct folder *folder)
{
    struct arena *arena = &folder->arena;
    struct trace_log log = {.arena = arena};
    struct trace_texts texts = {0};
    static const struct trace_options options = {0};
    folder->options.log = &log;
    folder_write(folder, "briefing.md", briefing);
    folder->briefing =
        briefing_read(arena, str_from(folder_file(folder, "briefing.md")), &folder->error);
    folder->facts = briefing_load(arena, folder->briefing, &folder->options,
                                  &folder->warnings, &folder->error);
    const struct document *document = briefing_document(
        arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_string_equal(folder->error.message, "");
    const struct inline_spans *spans = &document->blocks.at[0]->spans;
    for (size_t i = 0; i < spans->count; i++) {
        *arena_push(arena, &texts) = (struct trace_text){2, spans->at[i].text};
    }
    struct trace *trace = trace_build(arena, folder->briefing, folder->facts, &log, &texts,
                                      &options, &folder->error);
    assert_non_null(trace);
    return trace;
}

static void test_numbers_have_ids_in_reading_order_and_dates_have_none(void **state)
{
    struct folder *folder = *state;
    const struct trace *trace = trace_of(folder);
    assert_str(trace_list(&folder->arena, trace, 0),
               "p2#1    5,473\u00A0t                 total | amount\n"
               "p2#2    up 15.8%                total.yoy | delta\n"
               "p2#3    4.1                     partners[\"Japan\"].share | num(1)\n"
               "p2#4    down 5.2%               total.mom | delta\n");
    assert_str(trace_list(&folder->arena, trace, 1), "");
    const struct trace_number *number = &trace->numbers.at[1];
    assert_int_equal(number->line, 10);
    assert_int_equal(number->column, 26);
}

static void test_a_step_is_there_once(void **state)
{
    struct folder *folder = *state;
    const struct trace *trace = trace_of(folder);
    size_t totals = 0;
    for (size_t i = 0; i < trace->steps.count; i++) {
        const struct trace_step *step = &trace->steps.at[i];
        totals +=
            str_equal(step->name, S("total")) && str_equal(step->period, S("2025-10"));
    }
    assert_int_equal(totals, 1);
    const struct trace_step *yoy = &trace->steps.at[trace->numbers.at[1].step];
    const struct trace_step *mom = &trace->steps.at[trace->numbers.at[3].step];
    assert_int_equal(yoy->operands.at[0], trace->numbers.at[0].step);
    assert_int_equal(mom->operands.at[0], trace->numbers.at[0].step);
    assert_str(mom->value, "-15050/2887");
}

static void test_a_cell_has_its_query_and_its_row(void **state)
{
    struct folder *folder = *state;
    const struct trace *trace = trace_of(folder);
    const struct trace_step *total = &trace->steps.at[trace->numbers.at[0].step];
    assert_str(total->value, "5473");
    assert_str(total->low, "5472.5");
    assert_int_equal(total->row_count, 1);
    assert_int_equal(total->rows.at[0].line, 5);
    assert_str(total->rows.at[0].text, "5473");
    assert_str(total->rows.at[0].released, "2025-11-20");
    const struct trace_query *query = &trace->queries.at[total->query];
    assert_str(query->name, "total");
    assert_str(query->where, "partner: World");
    assert_str(trace->files.at[total->rows.at[0].file].path, "trade.csv");
    assert_int_equal(trace->files.at[0].sha256.length, 64);
}

static void test_json_is_read_back_as_it_was(void **state)
{
    struct folder *folder = *state;
    struct arena *arena = &folder->arena;
    str json = trace_json(arena, trace_of(folder));
    struct source source = {S("out.trace.json"), json};
    const struct trace *read = trace_read(arena, &source, &folder->error);
    assert_non_null(read);
    assert_true(str_equal(trace_json(arena, read), json));
}

static void test_a_picked_number_has_only_its_own_steps(void **state)
{
    struct folder *folder = *state;
    const struct trace *trace = trace_of(folder);
    const struct trace *picked =
        trace_pick(&folder->arena, trace, &trace->numbers.at[3], 1);
    assert_int_equal(picked->numbers.count, 1);
    assert_int_equal(picked->steps.count, 3);
    assert_str(picked->steps.at[0].name, "total.mom");
    assert_str(picked->steps.at[picked->steps.at[0].operands.at[1]].period, "2025-09");
}

static void test_an_unknown_id_has_the_nearest(void **state)
{
    struct folder *folder = *state;
    struct error error = {0};
    assert_null(trace_find(&folder->arena, trace_of(folder), S("p2#9"), &error));
    assert_string_equal(error.message, "no number here has the id \"p2#9\"");
    assert_string_equal(error.hint, "did you mean \"p2#1\"?");
}

/* --- files of other origin --------------------------------------------------------------
 */

static void assert_refused(void **state, const char *members, const char *message)
{
    struct folder *folder = *state;
    struct error error = {0};
    struct source source = {
        S("x.trace.json"),
        str_print(&folder->arena, "{\"format\": \"ytterby-trace-1\", %s}", members)};
    assert_null(trace_read(&folder->arena, &source, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_string_equal(error.message, message);
}

static void test_what_does_not_fit_together_is_refused(void **state)
{
    assert_refused(state, "\"numbers\": [{\"id\": \"p1#1\", \"step\": 0}]",
                   "this is no index");
    assert_refused(state, "\"numbers\": [{\"id\": \"p1#1\"}]",
                   "this is no number: it has no step");
    assert_refused(state, "\"steps\": {}", "this is no list");
    assert_refused(state, "\"steps\": [3]", "this is no object");
    assert_refused(state, "\"steps\": [{\"query\": 1}]", "this is no index");
    assert_refused(state, "\"steps\": [{\"possible\": [1]}]", "this is no interval");
    assert_refused(state, "\"steps\": [{\"rows\": [{\"line\": 1}]}]",
                   "this is no row: it has no file");
}

static void test_steps_without_an_order_are_refused(void **state)
{
    const char *message = "this is no trace: its steps have no order";
    assert_refused(state, "\"steps\": [{\"operands\": [0]}]", message);
    assert_refused(state, "\"steps\": [{\"operands\": [1]}, {\"operands\": [0]}]", message);
    assert_refused(state, "\"steps\": [{\"operands\": [7]}]", message);
    struct folder *folder = *state;
    struct buffer steps = {.arena = &folder->arena};
    for (int i = 1; i < 1000; i++) { /* deeper than anything that is built */
        buffer_print(&steps, "{\"operands\": [%d]}, ", i);
    }
    assert_refused(state,
                   str_print(&folder->arena, "\"steps\": [%.*s {\"name\": \"x\"}]",
                             STR_ARG(buffer_text(&steps)))
                       .at,
                   message);
}

/* 2^200 ways lead through these steps, and each step is printed once. */
static void test_a_tree_is_no_larger_than_its_steps(void **state)
{
    struct folder *folder = *state;
    struct arena *arena = &folder->arena;
    struct buffer json = {.arena = arena};
    buffer_add(&json, S("{\"format\": \"ytterby-trace-1\", \"steps\": ["));
    for (int i = 1; i < 200; i++) {
        buffer_print(&json, "{\"operands\": [%d, %d]}, ", i, i);
    }
    buffer_add(&json, S("{}], \"numbers\": [{\"id\": \"p1#1\", \"step\": 0}]}"));
    struct source source = {S("x.trace.json"), buffer_text(&json)};
    const struct trace *trace = trace_read(arena, &source, &folder->error);
    assert_non_null(trace);
    str tree = trace_tree(arena, trace, &trace->numbers.at[0], true);
    size_t lines = 0;
    for (size_t i = 0; i < tree.length; i++) {
        lines += tree.at[i] == '\n';
    }
    assert_true(lines < 5000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_numbers_have_ids_in_reading_order_and_dates_have_none),
        folder_case(test_a_step_is_there_once),
        folder_case(test_a_cell_has_its_query_and_its_row),
        folder_case(test_json_is_read_back_as_it_was),
        folder_case(test_a_picked_number_has_only_its_own_steps),
        folder_case(test_an_unknown_id_has_the_nearest),
        folder_case(test_what_does_not_fit_together_is_refused),
        folder_case(test_steps_without_an_order_are_refused),
        folder_case(test_a_tree_is_no_larger_than_its_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
