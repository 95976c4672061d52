/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/pdf_object.h"

static void assert_bytes(str bytes, const void *expected, size_t length)
{
    assert_int_equal(bytes.length, length);
    assert_memory_equal(bytes.at, expected, length);
}

static void test_ascii_text_stays_as_it_is(void **state)
{
    assert_str(pdf_text(*state, S("Exports (t)"))->text, "Exports (t)");
}

static void test_other_text_is_utf_16_with_surrogates(void **state)
{
    static const unsigned char expected[] = {0xFE, 0xFF, 0x01, 0x60, 0x20,
                                             0x13, 0xD8, 0x3E, 0xDD, 0xF2};
    str text = pdf_text(*state, S("Š–\xF0\x9F\xA7\xB2"))->text;
    assert_bytes(text, expected, sizeof expected);
}

static void test_bytes_that_are_no_text_become_the_replacement_character(void **state)
{
    static const unsigned char expected[] = {0xFE, 0xFF, 0xFF, 0xFD, 0x00, 'a'};
    assert_bytes(pdf_text(*state, S("\xC3"
                                    "a"))
                     ->text,
                 expected, sizeof expected);
}

static void test_an_entry_is_replaced_where_it_stands_and_removed(void **state)
{
    struct pdf_object *dict = pdf_dict(*state);
    pdf_put(*state, dict, S("A"), pdf_integer(*state, 1));
    pdf_put(*state, dict, S("B"), pdf_integer(*state, 2));
    pdf_put(*state, dict, S("A"), pdf_integer(*state, 3));
    assert_int_equal(dict->count, 2);
    assert_int_equal(dict->at[0].value->integer, 3);
    pdf_remove(dict, S("A"));
    pdf_remove(dict, S("C"));
    assert_int_equal(dict->count, 1);
    assert_null(pdf_find(dict, S("A")));
    assert_int_equal(pdf_find(dict, S("B"))->integer, 2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_ascii_text_stays_as_it_is),
        unit_case(test_other_text_is_utf_16_with_surrogates),
        unit_case(test_bytes_that_are_no_text_become_the_replacement_character),
        unit_case(test_an_entry_is_replaced_where_it_stands_and_removed),
    };
    return unit_run(tests);
}
