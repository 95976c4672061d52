/* SPDX-License-Identifier: MIT */
/* Every page of every shipped briefing, in all months and languages. */
#include "sample.h"
#include "walk.h"

#include "document/briefing.h"

#include <string.h>

/* Fonts of East Asia and others are not on every machine. */
static struct fonts *fonts_of(const struct language *language)
{
    struct error error = {0};
    return theme_fonts(&sample_theme, language_tag(language), &error);
}

/* The pages of an issue; NULL where the month is not in the data, the briefing does not
 * speak the language, or a font is missing. */
static const struct pages *pages_of(struct arena *arena, const struct briefing *briefing,
                                    struct period month, const struct language *language,
                                    struct fonts *fonts)
{
    struct briefing_options options = {.period = month, .language = language};
    struct warnings warnings = {.arena = arena};
    struct error error = {0};
    const struct facts *facts = briefing_load(arena, briefing, &options, &warnings, &error);
    if (!facts) {
        bool has_no_words = strstr(error.message, "is not there in") != NULL;
        assert_true(has_no_words || error.kind == ERROR_RETRY);
        return NULL;
    }
    const struct document *document =
        briefing_document(arena, briefing, facts, &warnings, &error);
    assert_string_equal(error.message, "");
    const struct pages *pages = pages_layout(arena, document, &sample_theme, fonts, &error);
    if (!pages) {
        assert_non_null(strstr(error.message, "glyph"));
    }
    return pages;
}

static size_t walk_briefing(str path, const struct language *language)
{
    size_t issues = 0;
    struct fonts *fonts = fonts_of(language);
    for (int month = 0; month < 36; month++) {
        struct arena arena = {0};
        struct error error = {0};
        struct period period = {period_month(2024, 1).first + month, 1};
        const struct briefing *briefing = briefing_read(&arena, path, &error);
        assert_string_equal(error.message, "");
        const struct pages *pages = pages_of(&arena, briefing, period, language, fonts);
        if (pages) {
            str name = str_print(&arena, "%.*s of %.*s in %.*s", STR_ARG(path),
                                 STR_ARG(period_print(&arena, period)),
                                 STR_ARG(language_name(language)));
            walk_pages(&arena, str_c(&arena, name), &sample_theme, pages);
            issues++;
        }
        arena_finish(&arena);
    }
    fonts_destroy(fonts);
    return issues;
}

static void test_the_pages_of_every_shipped_briefing_are_in_order(void **state)
{
    struct path_list paths = {0};
    struct error error = {0};
    assert_true(file_match(*state, S("templates/*/briefing.md"), &paths, &error));
    assert_true(paths.count > 0);
    for (size_t i = 0; i < paths.count; i++) {
        assert_true(walk_briefing(paths.at[i], language_english()) >= 10);
        for (size_t k = 1; k < language_count(); k++) {
            walk_briefing(paths.at[i], language_at(k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_pages_of_every_shipped_briefing_are_in_order),
    };
    return sample_run(tests);
}
