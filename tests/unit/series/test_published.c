/* SPDX-License-Identifier: MIT */
/* What the press said of the figures in data/rare-earths, from the file itself. */
#include "figures.h"

#include "series/sentence.h"

#include "table/load.h"

static const struct node *yaml(struct arena *arena, const char *text)
{
    struct error error = {0};
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(text)};
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_non_null(node);
    return node;
}

static const struct table *trade_as_of(struct arena *arena, const char *day)
{
    static const char layout[] = "series: dimension\n"
                                 "partner: {role: dimension, aggregates: [World, EU27]}\n"
                                 "period: period\n"
                                 "tonnes: {role: measure, unit: t}\n"
                                 "mom: {role: rate, base: previous}\n"
                                 "yoy: {role: rate, base: year-ago}\n"
                                 "status: status\n"
                                 "released: released\n"
                                 "source: note\n";
    struct error error = {0};
    struct schema schema = {0};
    struct warnings warnings = {.arena = arena};
    struct path_list files = {0};
    struct date date;
    *arena_push(arena, &files) = S("data/rare-earths/published.csv");
    assert_true(date_parse(str_from(day), &date));
    assert_true(schema_read(arena, yaml(arena, layout), &schema, &error));
    const struct table *table =
        table_load(arena, S("trade"), &files, &schema, NULL, &warnings, &error);
    assert_non_null(table);
    return table_as_of(arena, table, date);
}

static const struct series *shipped(struct arena *arena, const char *day,
                                    const char *series, const char *partner)
{
    str text = str_print(
        arena,
        "total: {from: trade, where: {series: \"%s\", partner: %s}, measure: tonnes}",
        series, partner);
    struct error error = {0};
    struct query query = {0};
    const struct node *queries = yaml(arena, text.at);
    assert_true(query_read(arena, queries->at[0], &query, &error));
    const struct table *result = query_run(arena, &query, trade_as_of(arena, day), &error);
    assert_non_null(result);
    return series_from_table(arena, &query, result);
}

static void test_october_2025_is_told_as_the_press_told_it(void **state)
{
    const struct series *world = shipped(*state, "2025-11-20", "magnets", "World");
    struct period october = period_of("2025-10");
    assert_str(sentence_headline(*state, NULL, world, october, false),
               "fell 5.2% to 5,473\u00A0t in October, the second consecutive monthly fall");
    const struct series *annual = operator_rate(*state, world, RATE_YEAR_AGO);
    assert_at(*state, annual, "2025-10", 1, "2025-10 15.8 A");
    const struct series *to_date = operator_to_date(*state, world);
    assert_at(*state, to_date, "2025-10", 0, "2025-01..10 45290 A");
    assert_at(*state, operator_year_ago(*state, to_date), "2025-10", 0,
              "2025-01..10 47778 A");
    assert_at(*state, operator_rate(*state, to_date, RATE_YEAR_AGO), "2025-10", 1,
              "2025-01..10 -5.2 A");
    struct cover cover;
    assert_true(series_cover(*state, world, period_to_date(october), COVER_FINE, &cover));
    assert_str(decimal_print(*state, ratio_round(cover.sum, 3)), "45288.623");
}

static void test_the_destinations_of_october_2025_agree_with_the_press(void **state)
{
    static const struct {
        const char *series, *partner, *level, *monthly, *annual;
    } cases[] = {
        {"magnets", "United States", "656 A", "56.1 A", "4.5 A"},
        {"magnets", "Germany", "1118 A", "-13.2 A", "55.9 A"},
        {"magnets", "South Korea", "569 A", "-33.4 A", "31.3 A"},
        {"magnets", "Japan", "226 A", "-0.9 A", "30.2 A"},
        {"magnets, powders and alloys", "Japan", "538 A", "-25.5 A", "-18.3 A"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct series *series =
            shipped(*state, "2025-11-20", cases[i].series, cases[i].partner);
        const char *const expected[] = {cases[i].level, cases[i].monthly, cases[i].annual};
        struct observation seen[] = {
            series_at(series, period_of("2025-10")),
            series_at(operator_rate(*state, series, RATE_PREVIOUS), period_of("2025-10")),
            series_at(operator_rate(*state, series, RATE_YEAR_AGO), period_of("2025-10")),
        };
        for (size_t k = 0; k < COUNT_OF(seen); k++) {
            str text = shown(*state, seen[k], k ? 1 : 0);
            assert_str(str_after(text, sizeof "2025-10"), expected[k]);
        }
    }
}

static void test_a_high_is_claimed_only_as_far_back_as_was_known(void **state)
{
    const struct series *series = shipped(*state, "2025-11-20", "magnets", "United States");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-10"), false),
               "jumped 56.1% to 656\u00A0t in October, the highest in at least six months");
    series = shipped(*state, "2025-12-20", "magnets", "World");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-11"), false),
               "rose 12.4% to 6,150\u00A0t in November, the highest in at least eight "
               "months");
    series = shipped(*state, "2026-04-20", "magnets", "World");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-11"), false),
               "rose 12.4% to 6,150\u00A0t in November, the highest since January");
}

static void test_december_2025_compares_like_with_like(void **state)
{
    const struct series *products =
        shipped(*state, "2026-01-20", "rare-earth products", "World");
    assert_str(sentence_headline(*state, NULL, products, period_of("2025-12"), false),
               "fell 3.1% to 6,745\u00A0t in December");
    const struct series *magnets = shipped(*state, "2026-01-20", "magnets", "World");
    assert_str(sentence_headline(*state, NULL, magnets, period_of("2025-12"), false),
               "fell 3.2% to 5,952\u00A0t in December");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_october_2025_is_told_as_the_press_told_it),
        unit_case(test_the_destinations_of_october_2025_agree_with_the_press),
        unit_case(test_a_high_is_claimed_only_as_far_back_as_was_known),
        unit_case(test_december_2025_compares_like_with_like),
    };
    return unit_run(tests);
}
