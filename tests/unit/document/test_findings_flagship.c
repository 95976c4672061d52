/* SPDX-License-Identifier: MIT */
/*
 * Twelve issues of the flagship in every language, to be read: the headline and the five
 * most salient findings, as tests/golden/sentences/LANGUAGE.txt has them. UPDATE=1 writes
 * those files.
 */
#include "base/buffer.h"
#include "base/file.h"
#include "document/briefing.h"
#include "unit.h"

#define BRIEFING "templates/rare-earths/briefing.md"

static const struct {
    const char *period, *as_of;
} issues[] = {
    {"2024-08", "2024-09-25"}, {"2024-09", "2024-10-25"}, {"2024-10", "2024-11-25"},
    {"2025-05", "2025-06-25"}, {"2025-06", "2025-07-25"}, {"2025-07", "2025-08-25"},
    {"2025-08", "2025-09-25"}, {"2025-09", "2025-10-25"}, {"2025-10", "2025-11-25"},
    {"2025-11", "2025-12-25"}, {"2025-12", "2026-01-25"}, {"2026-03", "2026-04-25"},
};

static void add_issue(struct buffer *out, size_t index, const struct language *language)
{
    struct arena *arena = out->arena;
    struct error error = {0};
    struct warnings warnings = {.arena = arena};
    struct briefing_options options = {.language = language};
    assert_true(period_parse(str_from(issues[index].period), &options.period));
    assert_true(date_parse(str_from(issues[index].as_of), &options.as_of));
    const struct briefing *briefing = briefing_read(arena, S(BRIEFING), &error);
    const struct facts *facts =
        briefing ? briefing_load(arena, briefing, &options, &warnings, &error) : NULL;
    if (!facts) {
        fail_msg("%s", error.message);
    }
    const struct scope *scope = &facts->scope;
    const struct series *series = scope->inputs->at[0].series;
    const struct findings *findings =
        findings_make(arena, scope->inputs, facts->issue, scope->options, NULL);
    const struct findings_wish wish = {.count = FINDINGS_COUNT};
    const struct findings chosen = findings_choose(arena, findings, &wish);
    const struct sentence_speaker speaker = {language, scope->subjects};
    const str *sentences = sentence_list(arena, &speaker, chosen.at, chosen.count);
    str title = sentence_title(arena, &speaker, S("total"), series, facts->issue);
    buffer_print(out, "%s%s\n  %.*s\n", index ? "\n" : "", issues[index].period,
                 STR_ARG(title));
    for (size_t i = 0; i < chosen.count; i++) {
        buffer_print(out, "  - %.*s\n", STR_ARG(sentences[i]));
    }
}

static void check_language(struct arena *arena, const struct language *language)
{
    struct error error = {0};
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < COUNT_OF(issues); i++) {
        add_issue(&out, i, language);
    }
    str path = str_print(arena, "tests/golden/sentences/%.*s.txt",
                         STR_ARG(language_tag(language)));
    if (getenv("UPDATE")) {
        assert_true(file_write(path, buffer_text(&out), &error));
    }
    struct source golden;
    if (!file_read(arena, path, &golden, &error)) {
        fail_msg("%s: run with UPDATE=1 to write it", error.message);
    }
    if (!str_equal(golden.text, buffer_text(&out))) {
        fail_msg("%s differs; UPDATE=1 rewrites it", path.at);
    }
}

static void test_the_sentences_of_twelve_issues_are_those_of_the_golden_files(void **state)
{
    for (size_t i = 0; i < language_count(); i++) {
        bool is_written = !str_equal(language_tag(language_at(i)), S("he"));
        if (is_written) {
            check_language(*state, language_at(i));
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_sentences_of_twelve_issues_are_those_of_the_golden_files),
    };
    return unit_run(tests);
}
