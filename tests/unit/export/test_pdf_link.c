/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/pdf_link.h"

/* One page of 200 x 100 with a link; contents as if it had been read. */
static bool add_link(struct arena *arena, const char *target, const char *mark,
                     struct pdf_contents *contents, struct error *error)
{
    struct scene *scene = scene_create(arena, 200, 100);
    scene_link(scene, (rect){10, 20, 30, 5}, str_from(target));
    scene_mark(scene, (point){0, 40}, str_from(mark));
    struct pages pages = {0};
    *arena_push(arena, &pages) = scene;
    *arena_push(arena, &contents->pages) = pdf_make_indirect(contents, pdf_dict(arena));
    struct pdf_links links = {0};
    bool is_added = pdf_links_add(arena, contents, &pages, &links, error);
    assert_int_equal(links.count, is_added);
    return is_added;
}

static const struct pdf_object *first_link(const struct pdf_contents *contents)
{
    const struct pdf_object *links = pdf_find(contents->pages.at[0], S("Annots"));
    assert_non_null(links);
    assert_int_equal(links->count, 1);
    return links->at[0].value;
}

static void test_an_area_is_counted_from_the_bottom_of_the_page(void **state)
{
    struct pdf_contents contents = {0};
    struct error error = {0};
    assert_true(add_link(*state, "https://example.org", "m", &contents, &error));
    const struct pdf_object *area = pdf_find(first_link(&contents), S("Rect"));
    static const double corners[] = {10, 75, 40, 80};
    for (size_t i = 0; i < 4; i++) {
        assert_true(area->at[i].value->real == corners[i]);
    }
}

static void test_an_address_keeps_its_delimiters_and_escapes_the_rest(void **state)
{
    struct pdf_contents contents = {0};
    struct error error = {0};
    assert_true(
        add_link(*state, "https://a.b/c(d)?x=1&y=\"é\" z#f%20", "m", &contents, &error));
    const struct pdf_object *action = pdf_find(first_link(&contents), S("A"));
    assert_str(pdf_find(action, S("URI"))->text,
               "https://a.b/c(d)?x=1&y=%22%C3%A9%22%20z#f%20");
}

static void test_a_name_leads_to_the_height_of_its_mark(void **state)
{
    struct pdf_contents contents = {0};
    struct error error = {0};
    assert_true(add_link(*state, "#method", "method", &contents, &error));
    const struct pdf_object *destination = pdf_find(first_link(&contents), S("Dest"));
    assert_ptr_equal(destination->at[0].value, contents.pages.at[0]);
    assert_str(destination->at[1].value->text, "XYZ");
    assert_true(destination->at[3].value->real == 60);
}

static void test_a_name_without_a_mark_is_an_error(void **state)
{
    struct pdf_contents contents = {0};
    struct error error = {0};
    assert_false(add_link(*state, "#methods", "method", &contents, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message, "the link \"#methods\" leads nowhere");
    assert_string_equal(error.hint, "did you mean \"method\"?");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_an_area_is_counted_from_the_bottom_of_the_page),
        unit_case(test_an_address_keeps_its_delimiters_and_escapes_the_rest),
        unit_case(test_a_name_leads_to_the_height_of_its_mark),
        unit_case(test_a_name_without_a_mark_is_an_error),
    };
    return unit_run(tests);
}
