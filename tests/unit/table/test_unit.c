/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "table/unit.h"

static void assert_unit(const char *word, const char *name)
{
    const struct unit *unit = unit_find(str_from(word));
    assert_non_null(unit);
    assert_str(unit->name, name);
}

static void test_units_of_one_kind_are_one(void **state)
{
    (void)state;
    assert_unit("千克", "kg");
    assert_unit("Kilogram", "kg");
    assert_unit("KG", "kg");
    assert_unit("吨", "kg");
    assert_unit("万吨", "kg");
    assert_unit("NO", "pieces");
    assert_unit("个", "pieces");
    assert_unit("头", "head");
    assert_null(unit_find(S("furlong")));
    assert_null(unit_find(S("")));
}

static str converted(struct arena *arena, const char *text, struct decimal factor)
{
    struct decimal number;
    assert_true(decimal_parse(str_from(text), &number));
    return unit_convert(&number, factor) ? decimal_print(arena, number) : S("no");
}

static void test_conversion_is_exact(void **state)
{
    assert_str(converted(*state, "1772.90", (struct decimal){100, 0}), "177290");
    assert_str(converted(*state, "1772.905", (struct decimal){100, 0}), "177290.5");
    assert_str(converted(*state, "12", (struct decimal){1000, 0}), "12000");
    assert_str(converted(*state, "12", (struct decimal){1, 3}), "0.012");
    assert_str(converted(*state, "-0.5", (struct decimal){10000000, 0}), "-5000000");
}

static void test_what_does_not_fit_never_wraps(void **state)
{
    const char *most = "170141183460469231731687303715884105727";
    assert_str(converted(*state, most, (struct decimal){1000, 0}), "no");
    assert_str(converted(*state, "0.000000000000000001", (struct decimal){1, 3}), "no");
    assert_str(converted(*state, most, (struct decimal){1, 0}), most);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_units_of_one_kind_are_one),
        unit_case(test_conversion_is_exact),
        unit_case(test_what_does_not_fit_never_wraps),
    };
    return unit_run(tests);
}
