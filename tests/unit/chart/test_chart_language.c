/* SPDX-License-Identifier: MIT */
/* Charts in other languages than English: their figures, months, keys and descriptions. */
#include "chart_fixture.h"

#include "base/file.h"

static const double values[] = {4725, 4794, 5580, 6357, NONE, NONE, 2627,
                                1238, 3188, 5577, 6146, 5774, 5473};

/* Thirteen columns with an event, a gap, derived and combined months. */
static struct chart *columns(struct arena *arena, const char *tag)
{
    struct series *series = fixture_series(arena, values, 13, "EEEAAAAAAAAAA");
    series_add(arena, series, fixture_value(period_of_months(2025, 2, 3), 9100, 'A'));
    struct chart *chart = fixture_chart(arena, CHART_COLUMNS, series, 13);
    chart->language = language_find(str_from(tag));
    chart->subtitle = S("");
    chart->has_year_ago = true;
    chart->has_since_line = true;
    chart->number = language_say(arena, chart->language, PHRASE_FIGURE, S("1"), S(""));
    fixture_event(arena, chart, 4, 4, "MOFCOM 18");
    return chart;
}

/* The scene as tests/golden/chart/NAME.txt says; with UPDATE=1 the file is written. */
static void assert_golden(struct arena *arena, const struct scene *scene, const char *name)
{
    struct error error = {0};
    struct source expected;
    str path = str_print(arena, "tests/golden/chart/%s.txt", name);
    str printed = scene_print(arena, scene);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, printed, &error));
        return;
    }
    if (!file_read(arena, path, &expected, &error)) {
        fail_msg("%s: run with UPDATE=1 to write it", error.message);
    }
    assert_string_equal(str_c(arena, printed), str_c(arena, expected.text));
}

static void test_german_columns_look_as_agreed(void **state)
{
    struct error error = {0};
    const struct scene *scene = fixture_draw(*state, columns(*state, "de"), 246, &error);
    assert_string_equal(error.message, "");
    assert_golden(*state, scene, "columns-de");
}

static void test_japanese_columns_look_as_agreed(void **state)
{
    if (!file_exists(S("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"))) {
        skip(); /* the package fonts-noto-cjk */
    }
    struct theme theme = fixture_theme();
    const struct font_fallbacks sans = {{S("Noto Sans CJK JP")}, 1};
    theme.fallbacks[0] = (struct theme_fallback){S("ja"), {sans, sans}};
    theme.fallback_count = 1;
    theme.fallback_folders[0] = S("/usr/share/fonts/opentype/noto");
    theme.fallback_folder_count = 1;
    struct error error = {0};
    struct fonts *fonts = theme_fonts(&theme, S("ja"), &error);
    assert_string_equal(error.message, "");
    const struct chart *chart = fixture_specified(*state, columns(*state, "ja"));
    struct chart_measure parts = chart_measure(*state, chart, 246, &theme, fonts, &error);
    const struct scene *scene =
        chart_draw(*state, chart, 246, parts, &theme, fonts, &error);
    assert_string_equal(error.message, "");
    assert_golden(*state, scene, "columns-ja");
    fonts_destroy(fonts);
}

static void test_the_alternative_text_is_in_the_language(void **state)
{
    static const struct {
        const char *tag, *alt;
    } cases[] = {
        {"en",
         "Column chart of Exports slipped again, October 2024 to October 2025; latest "
         "5,473\u00a0t in October 2025; high 6,357\u00a0t in January 2025; low "
         "1,238\u00a0t in May 2025."},
        {"de", "Säulendiagramm: Exports slipped again, Oktober 2024 bis Oktober 2025; "
               "zuletzt 5.473\u00a0t im Oktober 2025; Höchstwert 6.357\u00a0t im Januar "
               "2025; Tiefstwert 1.238\u00a0t im Mai 2025."},
        {"fr",
         "Diagramme en colonnes\u00a0: Exports slipped again, octobre 2024 à octobre "
         "2025\u202f; dernière valeur 5\u202f473\u00a0t en octobre 2025\u202f; maximum "
         "6\u202f357\u00a0t en janvier 2025\u202f; minimum 1\u202f238\u00a0t en mai "
         "2025."},
        {"ja",
         "縦棒グラフ：Exports slipped again、2024年10月〜2025年10月、直近は2025年10月の"
         "5,473トン、最高は2025年1月の6,357トン、最低は2025年5月の1,238トン。"},
        {"zh", "柱形图：Exports slipped again，2024年10月至2025年10月；最新2025年10月为"
               "5,473吨；最高2025年1月为6,357吨；最低2025年5月为1,238吨。"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(
            chart_alt(*state, fixture_specified(*state, columns(*state, cases[i].tag))),
            cases[i].alt);
    }
}

static void test_bars_are_headed_and_told_in_the_language(void **state)
{
    struct chart *chart = fixture_chart(*state, CHART_BARS, NULL, 13);
    chart->language = language_find(S("de"));
    chart->subtitle = S("");
    *arena_push(*state, &chart->bars) = (struct chart_bar){
        .label = S("Deutschland"),
        .value = fixture_value(chart->issue, 1118, 'A'),
        .change = fixture_value(chart->issue, 55.9, 'A'),
        .rank = 1,
        .rank_before = 2,
    };
    *arena_push(*state, &chart->bars) = (struct chart_bar){
        .label = S("Vietnam"), .value = fixture_value(chart->issue, 415, 'E'), .rank = 2};
    struct error error = {0};
    const struct scene *scene = fixture_draw(*state, chart, 246, &error);
    assert_string_equal(error.message, "");
    const char *printed = str_c(*state, scene_print(*state, scene));
    static const char *const texts[] = {"\"Rang\"", "\"1.118\"", "\"+55,9\u00a0%\"",
                                        "\"k.\u00a0A.\"", "\"Schraffiert: abgeleitet.\""};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (!strstr(printed, texts[i])) {
            fail_msg("%s is not in the chart", texts[i]);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_german_columns_look_as_agreed),
        unit_case(test_japanese_columns_look_as_agreed),
        unit_case(test_the_alternative_text_is_in_the_language),
        unit_case(test_bars_are_headed_and_told_in_the_language),
    };
    return unit_run(tests);
}
