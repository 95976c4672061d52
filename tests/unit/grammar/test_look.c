/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/file.h"
#include "grammar/look.h"

static void test_the_house_extends_vega(void **state)
{
    struct error error = {0};
    const struct node *look = look_load(*state, S("templates/looks/house.yaml"), &error);
    assert_string_equal(error.message, "");
    assert_null(node_find(look, S("extends")));
    const struct node *axis = node_find(look, S("axis"));
    assert_str(node_find(axis, S("tickRule"))->text, "wilkinson");
    assert_str(node_find(axis, S("labelLimit"))->text, "180");
    assert_str(node_find(node_find(look, S("title")), S("anchor"))->text, "start");
    assert_str(node_find(node_find(look, S("errorbar")), S("center"))->text, "mean");
}

static void test_a_look_that_is_not_there_is_an_error(void **state)
{
    struct error error = {0};
    assert_null(look_load(*state, S("economist"), &error));
    assert_string_equal(error.message, "there is no look \"economist\"");
    assert_string_equal(error.hint, "known are: house, vega; or the path of a file");
    assert_int_equal(error.kind, ERROR_USAGE);
    error = (struct error){0};
    assert_null(look_load(*state, S("nowhere/look.yaml"), &error));
    assert_int_equal(error.kind, ERROR_NO_INPUT);
}

static void test_the_keys_of_a_look_are_those_of_a_config(void **state)
{
    struct error error = {0};
    str path = S("out/test-look-keys.yaml");
    assert_true(file_write(path, S("extends: vega\naxis: {gridColour: red}\n"), &error));
    assert_null(look_load(*state, path, &error));
    remove(path.at);
    assert_string_equal(error.message, "$.axis: unknown key \"gridColour\"");
    assert_string_equal(error.hint, "did you mean \"gridColor\"?");
    assert_int_equal(error.place.line, 2);
}

static void test_a_look_does_not_extend_itself(void **state)
{
    struct error error = {0};
    str path = S("out/test-look-itself.yaml");
    assert_true(file_write(path, S("extends: ./test-look-itself.yaml\n"), &error));
    assert_null(look_load(*state, path, &error));
    remove(path.at);
    assert_string_equal(error.message, "a look extends another one, and not itself");
    assert_int_equal(error.place.line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_house_extends_vega),
        unit_case(test_a_look_that_is_not_there_is_an_error),
        unit_case(test_the_keys_of_a_look_are_those_of_a_config),
        unit_case(test_a_look_does_not_extend_itself),
    };
    return unit_run(tests);
}
