/* SPDX-License-Identifier: MIT */
#include "figures.h"

#include "series/mismatch.h"

/* One filter for each query that is given as "column=word,word", "column!=word". */
static struct query *query_of(struct arena *arena, const char *from, const char *filters)
{
    struct query *query = arena_new(arena, struct query);
    query->from = str_from(from);
    query->filters = arena_array(arena, struct query_filter, 4);
    for (str rest = str_from(filters); rest.length;) {
        str values;
        str column = str_cut(str_trim(str_cut(rest, ';', &rest)), '=', &values);
        struct query_filter *filter = &query->filters[query->filter_count++];
        filter->is_exclusion = column.at[column.length - 1] == '!';
        filter->column = str_slice(column, 0, column.length - filter->is_exclusion);
        filter->values = arena_array(arena, str, 4);
        while (values.length) {
            filter->values[filter->count++] = str_cut(values, ',', &values);
        }
    }
    return query;
}

static struct series of_query(struct arena *arena, const char *unit, const char *from,
                              const char *filters)
{
    return (struct series){.unit = str_from(unit),
                           .measure = str_from(unit),
                           .query = query_of(arena, from, filters)};
}

/* "flow: export, import", or empty. */
static str shown_mismatch(struct arena *arena, struct mismatch mismatch)
{
    return mismatch.what.length
               ? str_print(arena, "%.*s: %.*s / %.*s", STR_ARG(mismatch.what),
                           STR_ARG(mismatch.left), STR_ARG(mismatch.right))
               : S("");
}

static str in_total(struct arena *arena, struct series part, struct series total)
{
    return shown_mismatch(arena, mismatch_in_total(arena, &part, &total));
}

static str of_rows(struct arena *arena, const char *value, const char *quantity)
{
    struct series a = of_query(arena, "USD", "trade", value);
    struct series b = of_query(arena, "kg", "trade", quantity);
    return shown_mismatch(arena, mismatch_of_rows(arena, &a, &b));
}

static void test_a_part_has_the_unit_the_measure_and_the_flow_of_its_total(void **state)
{
    struct series part = of_query(*state, "t", "trade", "flow=export;partner=Japan");
    struct series total = of_query(*state, "t", "trade", "flow=export;partner=World");
    assert_str(in_total(*state, part, total), "");
    struct series imports = of_query(*state, "t", "trade", "flow=import;partner=World");
    assert_str(in_total(*state, part, imports), "flow: export / import");
    struct series both = of_query(*state, "t", "trade", "flow=import,export");
    assert_str(in_total(*state, part, both), "flow: export / import, export");
    struct series any = of_query(*state, "t", "trade", "partner=World");
    assert_str(in_total(*state, part, any), "");
    struct series value = of_query(*state, "USD", "trade", "flow=export");
    assert_str(in_total(*state, part, value), "unit: t / USD");
    struct series gross = total;
    gross.measure = S("gross");
    assert_str(in_total(*state, part, gross), "measure: t / gross");
    struct query *elsewhere = query_of(*state, "others", "flow=export");
    gross.query = elsewhere; /* other files have other names */
    assert_str(in_total(*state, part, gross), "");
    gross.query = NULL;
    assert_str(in_total(*state, part, gross), "");
}

static void test_a_unit_value_is_of_the_same_rows(void **state)
{
    assert_str(of_rows(*state, "partner=Japan", "partner=Japan"), "");
    assert_str(of_rows(*state, "partner=Japan", "partner=World"), "partner: Japan / World");
    assert_str(of_rows(*state, "flow=export;partner=Japan", "partner=Japan"),
               "flow: export / any");
    assert_str(of_rows(*state, "partner=Japan", "partner=Japan;flow=import"),
               "flow: any / import");
    assert_str(of_rows(*state, "partner=A,B", "partner=B,A"), "");
    assert_str(of_rows(*state, "partner=A,B", "partner=A"), "partner: A, B / A");
    assert_str(of_rows(*state, "partner!=A", "partner!=A"), "");
    assert_str(of_rows(*state, "partner!=A", "partner=A"), "partner: not A / A");
    assert_str(of_rows(*state, "partner!=A,B", "partner!=A"), "partner: not A, B / not A");
}

static void test_from_two_sources_only_common_columns_must_agree(void **state)
{
    struct series value = of_query(*state, "USD", "values", "partner=Japan;product=8505");
    struct series weight = of_query(*state, "kg", "weights", "partner=Japan");
    struct mismatch none = mismatch_of_rows(*state, &value, &weight);
    assert_int_equal(none.what.length, 0);
    struct series other = of_query(*state, "kg", "weights", "partner=World");
    assert_str(shown_mismatch(*state, mismatch_of_rows(*state, &value, &other)),
               "partner: Japan / World");
}

static void test_a_member_is_fixed_to_its_word(void **state)
{
    struct query *query = query_of(*state, "trade", "");
    query->by = S("partner");
    struct series value = {.unit = S("USD"), .query = query, .member = S("Japan")};
    struct series weight = {.unit = S("kg"), .query = query, .member = S("Japan")};
    assert_int_equal(mismatch_of_rows(*state, &value, &weight).what.length, 0);
    weight.member = S("Germany");
    assert_str(shown_mismatch(*state, mismatch_of_rows(*state, &value, &weight)),
               "partner: Japan / Germany");
    struct series japan = of_query(*state, "kg", "trade", "partner=Japan");
    assert_int_equal(mismatch_of_rows(*state, &value, &japan).what.length, 0);
}

static void test_a_unit_value_has_two_units(void **state)
{
    struct series value = of_query(*state, "t", "trade", "");
    assert_str(shown_mismatch(*state, mismatch_of_rows(*state, &value, &value)),
               "unit: t / t");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_part_has_the_unit_the_measure_and_the_flow_of_its_total),
        unit_case(test_a_unit_value_is_of_the_same_rows),
        unit_case(test_from_two_sources_only_common_columns_must_agree),
        unit_case(test_a_member_is_fixed_to_its_word),
        unit_case(test_a_unit_value_has_two_units),
    };
    return unit_run(tests);
}
