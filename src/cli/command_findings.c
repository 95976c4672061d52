/* SPDX-License-Identifier: MIT */
/* What can be said of a briefing's queries, what is not said, and why. */
#include "archive_internal.h"

#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/json.h"

struct report {
    struct arena *arena;
    const struct facts *facts;
    const struct findings *findings;
    const str *sentences; /* of those that are said */
};

/* --- as a table ----------------------------------------------------------------- */

static void add_spaces(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_byte(out, ' ');
    }
}

/* A name that is longer pushes its own line only. */
enum { NAME_WIDTH_MOST = 40 };

/* The names of all findings are one column, as wide as the longest of them. */
static size_t name_width(const struct report *report)
{
    size_t width = 0;
    for (size_t i = 0; i < report->findings->count; i++) {
        str name = finding_name(report->arena, &report->findings->at[i]);
        size_t characters = str_characters(name);
        width = characters > width ? characters : width;
    }
    return width < NAME_WIDTH_MOST ? width : NAME_WIDTH_MOST;
}

/* "score  name  " with the text behind it; an empty score leaves its column free. */
static void add_line(struct buffer *out, const char *score, str name, size_t width,
                     str text)
{
    buffer_print(out, "%5s  %.*s", score, STR_ARG(name));
    size_t characters = str_characters(name);
    add_spaces(out, (characters < width ? width - characters : 0) + 2);
    buffer_print(out, "%.*s\n", STR_ARG(text));
}

static str as_table(const struct report *report)
{
    struct buffer out = {.arena = report->arena};
    const struct findings *findings = report->findings;
    size_t width = name_width(report);
    str period = period_name(report->arena, report->facts->issue);
    buffer_print(&out, "%.*s: %zu finding%s, %zu withheld\n", STR_ARG(period),
                 findings->said, findings->said == 1 ? "" : "s",
                 findings->count - findings->said);
    for (size_t i = 0; i < findings->said; i++) {
        const struct finding *finding = &findings->at[i];
        char score[16];
        snprintf(score, sizeof score, "%.1f", finding->salience.score);
        buffer_add(&out, S("\n"));
        add_line(&out, score, finding_name(report->arena, finding), width,
                 report->sentences[i]);
        add_line(&out, "", S(""), width, finding_reason(report->arena, finding));
    }
    for (size_t i = findings->said; i < findings->count; i++) {
        const struct finding *finding = &findings->at[i];
        buffer_add(&out, i == findings->said ? S("\nwithheld\n") : S(""));
        add_line(&out, "", finding_name(report->arena, finding), width, finding->withheld);
    }
    return buffer_text(&out);
}

/* --- as JSON -------------------------------------------------------------------- */

static void add_number(struct json *json, const char *key, struct observation observation)
{
    if (observation_has_value(observation)) {
        json_key(json, key);
        json_ratio(json, observation.value);
    }
}

static void add_names(struct json *json, const struct report *report,
                      const struct finding *finding)
{
    json_member_text(json, "name", finding_name(report->arena, finding));
    json_member_text(json, "query", finding->query);
    json_member_some_text(json, "member", finding->member);
    json_member_text(json, "kind", finding_kind_name(finding->kind));
    json_member_text(json, "period", period_print(report->arena, finding->period));
}

static void add_data(struct json *json, const struct report *report,
                     const struct finding *finding)
{
    json_member_text(json, "unit", finding->series->unit);
    add_number(json, "value", finding->value);
    add_number(json, "comparator", finding->comparator);
    add_number(json, "percent", finding->rate);
    if (finding->count) {
        json_member_count(json, "count", finding->count);
    }
    if (finding->streak.count) {
        json_member_count(json, "streak", finding->streak.count);
    }
    if (period_is_set(finding->since.month)) {
        json_member_text(json, "since", period_print(report->arena, finding->since.month));
    }
    json_member_flag(json, "complete", finding->is_complete);
}

static void add_said(struct json *json, const struct report *report, size_t index)
{
    const struct finding *finding = &report->findings->at[index];
    double tenths = finding->salience.score * 10;
    json_object(json);
    add_names(json, report, finding);
    json_key(json, "score");
    json_decimal(json, (struct decimal){.units = (int128)(tenths + 0.5), .places = 1});
    json_member_text(json, "sentence", report->sentences[index]);
    json_member_text(json, "reason", finding_reason(report->arena, finding));
    add_data(json, report, finding);
    json_end(json);
}

static str as_json(const struct report *report)
{
    struct buffer out = {.arena = report->arena};
    struct json json = {.out = &out};
    const struct findings *findings = report->findings;
    json_object(&json);
    json_member_text(&json, "period", period_print(report->arena, report->facts->issue));
    json_member_text(&json, "language", language_tag(report->facts->scope.language));
    json_key(&json, "findings");
    json_array(&json);
    for (size_t i = 0; i < findings->said; i++) {
        add_said(&json, report, i);
    }
    json_end(&json);
    json_key(&json, "withheld");
    json_array(&json);
    for (size_t i = findings->said; i < findings->count; i++) {
        json_object(&json);
        add_names(&json, report, &findings->at[i]);
        json_member_text(&json, "reason", findings->at[i].withheld);
        json_end(&json);
    }
    json_end(&json);
    json_end(&json);
    buffer_add(&out, S("\n"));
    return buffer_text(&out);
}

static struct report make_report(struct arena *arena, const struct facts *facts)
{
    const struct scope *scope = &facts->scope;
    const struct findings *findings =
        findings_make(arena, scope->inputs, facts->issue, scope->options, NULL);
    const struct sentence_speaker speaker = {scope->language, scope->subjects};
    return (struct report){
        .arena = arena,
        .facts = facts,
        .findings = findings,
        .sentences = sentence_list(arena, &speaker, findings->at, findings->said),
    };
}

str findings_json(struct arena *arena, const struct facts *facts)
{
    struct report report = make_report(arena, facts);
    return as_json(&report);
}

bool command_findings(const struct cli_run *run, const struct cli_input *input)
{
    const struct briefing *briefing;
    const struct facts *facts =
        pipeline_facts(run->arena, input->arguments[0], &input->briefing, &briefing,
                       run->warnings, run->error);
    if (!facts) {
        return false;
    }
    if (!briefing->query_count) {
        return error_at(run->error, ERROR_CONFIG,
                        (struct place){.file = briefing->source.path},
                        "the briefing has no queries, and so no findings");
    }
    struct report report = make_report(run->arena, facts);
    return cli_print(input->is_json ? as_json(&report) : as_table(&report), run->error);
}
