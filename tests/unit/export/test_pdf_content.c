/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/export/pdf_content.h"

static str tokens(struct arena *arena, const char *content)
{
    struct str_list list = {0};
    size_t at = 0;
    for (str token; (token = pdf_content_token(str_from(content), &at)).length;) {
        *arena_push(arena, &list) = token;
    }
    return str_join(arena, list.at, list.count, S("|"));
}

static void test_tokens_are_names_numbers_strings_and_operators(void **state)
{
    assert_str(tokens(*state, "/P <</MCID 0/X<AB>>>BDC 1 -.5 Td[(a\\)(b))-3]TJ"),
               "/P|<<|/MCID|0|/X|<AB>|>>|BDC|1|-.5|Td|[|(a\\)(b))|-3|]|TJ");
}

static void test_comments_and_images_in_the_stream_are_passed_over(void **state)
{
    assert_str(tokens(*state, "q % EMC (\n1 w BI /W 1 ID (\x01 BDC\nEI Q"),
               "q|1|w|BI|/W|1|ID|EI|Q");
}

static void test_marks_go_with_their_operands_and_nothing_else(void **state)
{
    str plain = pdf_content_without_marks(
        *state, S("q /P <</MCID 0 /A true>> BDC BT (EMC) Tj ET EMC /X MP 1 0 0 rg Q"));
    assert_str(plain, "q BT (EMC) Tj ET 1 0 0 rg Q\n");
}

static void test_an_operator_is_found_but_not_in_strings_and_names(void **state)
{
    static const str inks[] = {S("k"), S("K")};
    assert_true(pdf_content_has(S("0 0 0 1 k f"), inks, 2));
    assert_false(pdf_content_has(S("/k gs (k) Tj 1 kk"), inks, 2));
    (void)state;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_tokens_are_names_numbers_strings_and_operators),
        unit_case(test_comments_and_images_in_the_stream_are_passed_over),
        unit_case(test_marks_go_with_their_operands_and_nothing_else),
        unit_case(test_an_operator_is_found_but_not_in_strings_and_names),
    };
    return unit_run(tests);
}
