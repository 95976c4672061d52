/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const struct block *kpis_of(struct arena *arena, const char *yaml)
{
    struct blocks blocks = blocks_of(arena, str_print(arena, "```kpi\n%s\n```\n", yaml).at);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(blocks.at[0]->kind, BLOCK_KPIS);
    return blocks.at[0];
}

static str kpi_error(struct arena *arena, const char *yaml)
{
    return error_of(arena, str_print(arena, "```kpi\n%s\n```\n", yaml).at);
}

static void test_a_key_figure_has_number_unit_and_changes_in_words(void **state)
{
    const struct block *block =
        kpis_of(*state, "- {label: \"To {{ focus }}\", value: total, spark: 19 months}");
    const struct kpi *kpi = &block->kpis[0];
    assert_int_equal(block->kpi_count, 1);
    assert_str(kpi->label, "To Germany");
    assert_str(kpi->number, "5,473");
    assert_str(kpi->unit, "t");
    assert_str(kpi->flag, "");
    assert_str(kpi->changes[0].text, "\u22125.2% m/m");
    assert_int_equal(kpi->changes[0].sign, -1);
    assert_str(kpi->changes[1].text, "+15.8% y/y");
    assert_int_equal(kpi->changes[1].sign, 1);
    assert_str(kpi->spark->name, "total");
    assert_int_equal(kpi->window.months, 19);
}

static void test_a_change_that_is_not_known_is_left_out(void **state)
{
    const struct kpi *kpi =
        &kpis_of(*state, "- {label: US, value: us, unit: tonnes, format: num(1)}")->kpis[0];
    assert_str(kpi->number, "656.0");
    assert_str(kpi->unit, "tonnes");
    assert_str(kpi->flag, "e");
    assert_str(kpi->changes[0].text, "");
    assert_str(kpi->changes[1].text, "");
    assert_null(kpi->spark);
}

static void test_a_rate_has_its_decimals_and_no_changes_unless_asked(void **state)
{
    const struct kpi *kpi =
        &kpis_of(*state, "- {label: Growth, value: total.mom}")->kpis[0];
    assert_str(kpi->number, "\u22125.2");
    assert_str(kpi->unit, "%");
    assert_str(kpi->changes[0].text, "");
    assert_str(kpi->changes[1].text, "");
}

static void test_a_rate_that_was_published_whole_stays_whole(void **state)
{
    const struct block *block = kpis_of(*state, "- {label: a, value: coarse}\n"
                                                "- {label: b, value: coarse.yoy}");
    assert_str(block->kpis[0].changes[1].text, "+25% y/y");
    assert_str(block->kpis[1].number, "25");
}

static void test_the_author_chooses_the_changes(void **state)
{
    const struct kpi *kpi =
        &kpis_of(*state, "- {label: a, value: total, changes: [yoy]}")->kpis[0];
    assert_str(kpi->changes[0].text, "+15.8% y/y");
    assert_str(kpi->changes[1].text, "");
    kpi = &kpis_of(*state, "- {label: a, value: total, changes: []}")->kpis[0];
    assert_str(kpi->changes[0].text, "");
}

static void test_a_missing_figure_says_so(void **state)
{
    const struct kpi *kpi =
        &kpis_of(*state, "- {label: a, value: 'partners[\"Vietnam\"]'}")->kpis[0];
    assert_str(kpi->number, "n.a.");
    assert_str(kpi->unit, "");
}

static void test_key_figures_must_have_what_they_need(void **state)
{
    assert_str(kpi_error(*state, "- {value: total}"),
               "78 2:3+1 a key figure needs a label");
    assert_str(kpi_error(*state, "- {label: a}"), "78 2:3+1 a key figure needs a value");
    assert_str(kpi_error(*state, "label: a"),
               "78 2:1+1 this is a map of keys and values, expected a list");
    assert_str(kpi_error(*state, "[]"), "78 2:1+1 a strip has one to 6 key figures, not 0");
    assert_str(kpi_error(*state, "- {label: a, value: period}"),
               "78 2:21+6 a key figure is a number or a series, not a period");
    assert_str(kpi_error(*state, "- {label: a, value: '1 + 1', spark: 2 years}"),
               "78 2:37+7 only a series has a sparkline");
    assert_str(kpi_error(*state, "- {label: a, value: '1 + 1', changes: [yoy]}"),
               "78 2:39+1 only a series has changes");
    assert_str(kpi_error(*state, "- {label: a, value: total, changes: [rolling]}"),
               "78 2:38+7 \"rolling\" is not known here | known are: mom, yoy");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_key_figure_has_number_unit_and_changes_in_words),
        unit_case(test_a_change_that_is_not_known_is_left_out),
        unit_case(test_a_rate_has_its_decimals_and_no_changes_unless_asked),
        unit_case(test_a_rate_that_was_published_whole_stays_whole),
        unit_case(test_the_author_chooses_the_changes),
        unit_case(test_a_missing_figure_says_so),
        unit_case(test_key_figures_must_have_what_they_need),
    };
    return unit_run(tests);
}
