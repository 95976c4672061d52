/* SPDX-License-Identifier: MIT */
/* Shares that add up in print. Those of October 2025: 20.43, 11.99, 10.40 and 57.19%. */
#include "blocks.h"

static const struct table_block *table_of(struct arena *arena, const char *format,
                                          const char *more)
{
    str text = str_print(arena,
                         "```table\n{data: partners, total: true, rest: true%s, columns:"
                         " [{value: row.name}, {value: row.share(partners.total), format:"
                         " %s}]}\n```\n",
                         more, format);
    return blocks_of(arena, text.at).at[0]->table;
}

/* The second column: "20.4 12.0 67.6 100.0". */
static str shares_of(struct arena *arena, const struct table_block *table)
{
    str *texts = arena_array(arena, str, table->count);
    for (size_t i = 0; i < table->count; i++) {
        texts[i] = table->at[i].cells[1].text;
    }
    return str_join(arena, texts, table->count, S(" "));
}

static void test_shares_that_add_up_by_themselves_are_left_alone(void **state)
{
    const struct table_block *table = table_of(*state, "num(0)", "");
    assert_str(shares_of(*state, table), "20 12 68 100");
    assert_str(table->notes, "");
}

static void test_a_part_gives_way_so_that_shares_add_up(void **state)
{
    const struct table_block *table = table_of(*state, "num(2)", ", notes: Note.");
    assert_str(shares_of(*state, table), "20.43 11.98 67.59 100.00");
    assert_str(table->notes, "Note. Rounded so that the parts add up to the total.");
}

static void test_a_table_may_say_that_shares_need_not_add_up(void **state)
{
    const struct table_block *table = table_of(*state, "num(2)", ", adjust: false");
    assert_str(shares_of(*state, table), "20.43 11.99 67.59 100.00");
    assert_str(table->notes, "Shares may not add up because of rounding.");
}

static void test_without_a_total_nothing_is_adjusted(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "```table\n{data: partners, rest: true, columns: [{value: row.name},"
                " {value: row.share(partners.total), format: num(2)}]}\n```\n");
    assert_str(shares_of(*state, blocks.at[0]->table), "20.43 11.99 67.59");
}

static void test_amounts_are_printed_as_elsewhere(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "```table\n{data: partners, rest: true, total: true, columns:"
                          " [{value: row.name}, {value: row}]}\n```\n");
    assert_str(shares_of(*state, blocks.at[0]->table), "1,118 656 3,699 5,473");
}

static void test_adjust_is_true_or_false(void **state)
{
    assert_error(
        *state, "```table\n{data: partners, adjust: maybe, columns: [{value: row}]}\n```\n",
        "78 2:26+5 \"maybe\" is not true or false");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_shares_that_add_up_by_themselves_are_left_alone),
        unit_case(test_a_part_gives_way_so_that_shares_add_up),
        unit_case(test_a_table_may_say_that_shares_need_not_add_up),
        unit_case(test_without_a_total_nothing_is_adjusted),
        unit_case(test_amounts_are_printed_as_elsewhere),
        unit_case(test_adjust_is_true_or_false),
    };
    return unit_run(tests);
}
