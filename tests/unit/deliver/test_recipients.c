/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "base/file.h"
#include "deliver/recipients.h"

#include <unistd.h>

struct list {
    struct recipients recipients;
    struct error error;
};

/* Reads the text as a file of that ending. */
static struct list read_list(struct arena *arena, const char *ending, str text)
{
    struct list list = {0};
    char folder[] = "/tmp/ytterby-list-XXXXXX";
    assert_non_null(mkdtemp(folder));
    str path = str_print(arena, "%s/list.%s", folder, ending);
    assert_true(file_write(path, text, &list.error));
    if (!recipients_read(arena, path, &list.recipients, &list.error)) {
        assert_true(list.error.kind != ERROR_NONE);
    }
    unlink(path.at);
    rmdir(folder);
    return list;
}

static void print_list(struct buffer *out, const char *name, const struct str_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        buffer_print(out, " %s:%.*s", name, STR_ARG(list->at[i]));
    }
}

/* Recipients and refusals, a line each; an error instead. */
static str shown(struct arena *arena, const struct list *list)
{
    struct buffer out = {.arena = arena};
    if (list->error.kind) {
        const struct error *error = &list->error;
        return str_print(arena, "%d %zu:%zu+%zu %s%s%s", error_exit_status(error),
                         error->place.line, error->place.column, error->place.width,
                         error->message, error->hint[0] ? " | " : "", error->hint);
    }
    for (size_t i = 0; i < list->recipients.count; i++) {
        const struct recipient *recipient = &list->recipients.at[i];
        buffer_print(&out, "%zu: %.*s|%.*s|%.*s|%s", recipient->place.line,
                     STR_ARG(recipient->address), STR_ARG(recipient->name),
                     STR_ARG(recipient->language),
                     recipient_format_name(recipient->format));
        print_list(&out, "group", &recipient->groups);
        print_list(&out, "briefing", &recipient->briefings);
        print_list(&out, "p", &recipient->parameters);
        buffer_add_byte(&out, '\n');
    }
    for (size_t i = 0; i < list->recipients.refusals.count; i++) {
        const struct recipient_refusal *refusal = &list->recipients.refusals.at[i];
        buffer_print(&out, "refused %zu:%zu+%zu %.*s: %.*s\n", refusal->place.line,
                     refusal->place.column, refusal->place.width, STR_ARG(refusal->address),
                     STR_ARG(refusal->message));
    }
    return buffer_text(&out);
}

static void assert_csv(void **state, str text, const char *expected)
{
    struct list list = read_list(*state, "csv", text);
    assert_str(shown(*state, &list), expected);
}

static void assert_yaml(void **state, str text, const char *expected)
{
    struct list list = read_list(*state, "yaml", text);
    assert_str(shown(*state, &list), expected);
}

/* --- files ---------------------------------------------------------------------------- */

static void test_a_csv_file_is_a_list(void **state)
{
    assert_csv(state,
               S("address,name,language,format,groups,briefings,country,product\n"
                 "anna@example.org,Anna Berg,en,pdf,desk; board,rare-earths,Germany,\n"
                 "taro@example.com,山田 太郎,ja,link,,,Japan,magnets\n"
                 "bo@example.net,,,html,,,,\n"),
               "2: anna@example.org|Anna Berg|en|pdf group:desk group:board "
               "briefing:rare-earths p:country=Germany\n"
               "3: taro@example.com|山田 太郎|ja|link p:country=Japan p:product=magnets\n"
               "4: bo@example.net|||html\n");
}

static void test_only_the_address_is_needed(void **state)
{
    assert_csv(state, S("address\nanna@example.org\nbo@example.org\n"),
               "2: anna@example.org|||pdf\n3: bo@example.org|||pdf\n");
}

static void test_a_csv_file_may_have_any_dialect_that_tables_have(void **state)
{
    assert_csv(state,
               S("\xEF\xBB\xBF"
                 "Address;Name\r\nanna@example.org;\"Berg; \"\"Anna\"\"\"\r\n\r\n;\r\n"),
               "2: anna@example.org|Berg; \"Anna\"||pdf\n");
    assert_csv(state, S("address\tname\nanna@example.org\tM\xFCller\n"),
               "2: anna@example.org|Müller||pdf\n");
}

static void test_a_yaml_file_is_a_list(void **state)
{
    assert_yaml(state,
                S("- {address: anna@example.org, name: Anna Berg, groups: [desk, board]}\n"
                  "- address: taro@example.com\n"
                  "  format: link\n"
                  "  language: ja\n"
                  "  briefings: rare-earths; magnets\n"
                  "  country: NO\n"),
                "1: anna@example.org|Anna Berg||pdf group:desk group:board\n"
                "2: taro@example.com||ja|link briefing:rare-earths briefing:magnets "
                "p:country=NO\n");
}

static void test_a_file_that_is_no_list_is_an_error(void **state)
{
    assert_csv(state, S("email,name\nanna@example.org,Anna\n"),
               "65 1:1+5 the list has no column \"address\" | the first row names the "
               "columns: address,name,language,format,groups,briefings and parameters");
    assert_csv(state, S("address,name,Name\nanna@example.org,a,b\n"),
               "65 1:14+4 the column is here twice");
    assert_csv(state, S("address,country,country\nanna@example.org,a,b\n"),
               "65 1:17+7 the column is here twice");
    assert_csv(state, S("address,,name\nanna@example.org,a,b\n"),
               "65 1:9+0 a column of the header has no name");
    assert_csv(state, S("address\n"), "65 0:0+0 the list has no recipients");
    assert_csv(state, S("address,name\nanna@example.org,\"Anna\n"),
               "65 2:18+1 a quote is opened here and never closed | a field with quotes in "
               "it is written \"like \"\"this\"\"\"");
    assert_yaml(state, S("address: anna@example.org\n"),
                "78 1:1+1 this is a map of keys and values, expected a list");
    assert_yaml(state, S("- {name: Anna, address: a@example.org, Name: Bo}\n"),
                "78 1:40+4 the key is here twice");
    assert_yaml(state, S("- {address: a@example.org, name: [a]}\n"),
                "78 1:34+1 \"name\" is a list, expected a single value");
}

static void test_a_file_that_is_missing_is_an_error(void **state)
{
    struct recipients recipients = {0};
    struct error error = {0};
    assert_false(recipients_read(*state, S("/nowhere/list.csv"), &recipients, &error));
    assert_int_equal(error_exit_status(&error), 66);
}

/* --- rows ----------------------------------------------------------------------------- */

static void test_a_bad_row_does_not_stop_the_others(void **state)
{
    assert_csv(
        state,
        S("address,name,language,format\n"
          "anna@example.org,Anna,,\n"
          "bo@@example.org,Bo,,\n"
          "cy@example.org,Cy,english,\n"
          "di@example.org,Di,,PDF\n"
          "ed@example.org,Berg, Ed,en,pdf\n"
          "flo@example.org\n"
          ",Gil,,\n"
          "hal@example.org,Hal,,\n"),
        "2: anna@example.org|Anna||pdf\n"
        "9: hal@example.org|Hal||pdf\n"
        "refused 3:1+15 bo@@example.org: the address \"bo@@example.org\" has more "
        "than one @\n"
        "refused 4:19+7 cy@example.org: the language \"english\" is no tag such as en "
        "or zh-CN\n"
        "refused 5:20+3 di@example.org: the format \"PDF\" is none of pdf, link, "
        "html\n"
        "refused 6:1+14 ed@example.org: the row has 5 fields, the header 4\n"
        "refused 7:1+15 flo@example.org: the row has 1 field, the header 4\n"
        "refused 8:1+0 : the address is empty\n");
}

static void test_no_cell_may_end_a_header(void **state)
{
    assert_csv(state,
               S("address,name,groups,country\n"
                 "\"anna@example.org\r\nBcc: eve@example.net\",Anna,,\n"
                 "bo@example.org,\"Bo\nBcc: eve@example.net\",,\n"
                 "cy@example.org,\"Cy\r\n folded\",,\n"
                 "di@example.org,Di,\"desk\nboard\",\n"
                 "ed@example.org,Ed,,\"Germany\r\nX-Evil: yes\"\n"
                 "\"flo@example.org\n\",Flo,,\n"
                 "gil@example.org,Gil \x1B[2J,,\n"),
               "refused 2:1+17 anna@example.org\\x0D\\x0ABcc: eve@example.net: the address "
               "has a control character\n"
               "refused 4:16+3 bo@example.org: \"name\" has a line break\n"
               "refused 6:16+3 cy@example.org: \"name\" has a line break\n"
               "refused 8:19+5 di@example.org: \"groups\" has a line break\n"
               "refused 10:20+8 ed@example.org: \"country\" has a line break\n"
               "refused 12:1+16 flo@example.org\\x0A: the address has a control character\n"
               "refused 14:17+8 gil@example.org: \"name\" has a control character\n");
    assert_yaml(
        state,
        S("- {address: \"anna@example.org\\r\\nBcc: eve@example.net\"}\n"
          "- {address: bo@example.org, name: \"Bo\\0\"}\n"
          "- {address: cy@example.org, country: \"x\\u2028y\"}\n"),
        "refused 1:13+40 anna@example.org\\x0D\\x0ABcc: eve@example.net: the address "
        "has a control character\n"
        "refused 2:35+5 bo@example.org: \"name\" has a control character\n"
        "refused 3:38+7 cy@example.org: \"country\" has a control character\n");
}

static void test_a_cell_has_at_most_500_bytes(void **state)
{
    str csv = str_print(*state,
                        "address,name\na@example.org,%0500d\nb@example.org,%0501d\n", 1, 1);
    struct list list = read_list(*state, "csv", csv);
    assert_int_equal(list.recipients.count, 1);
    assert_str(list.recipients.refusals.at[0].message, "\"name\" has more than 500 bytes");
}

static void test_a_nul_in_a_csv_file_is_an_error(void **state)
{
    struct list list = read_list(*state, "csv", S("address,name\na@example.org,x\0y\n"));
    assert_int_equal(error_exit_status(&list.error), 65);
}

/* --- selection ------------------------------------------------------------------------ */

static str selected(struct arena *arena, str csv, struct recipient_selection selection)
{
    struct list list = read_list(arena, "csv", csv);
    struct list picked = {0};
    assert_int_equal(list.error.kind, ERROR_NONE);
    if (!recipients_select(arena, &list.recipients, &selection, &picked.recipients,
                           &picked.error)) {
        assert_true(picked.error.kind != ERROR_NONE);
    }
    return shown(arena, &picked);
}

static struct str_list names(struct arena *arena, const char *name)
{
    struct str_list list = {0};
    *arena_push(arena, &list) = str_from(name);
    return list;
}

static void test_a_selection_is_by_briefing_and_group(void **state)
{
    str csv = S("address,groups,briefings\n"
                "anna@example.org,desk,rare-earths\n"
                "bo@example.org,board;desk,\n"
                "cy@example.org,board,magnets\n"
                "di@example.org,,\n"
                "ed@@example.org,,\n");
    struct recipient_selection selection = {.briefing = S("rare-earths")};
    assert_str(selected(*state, csv, selection),
               "2: anna@example.org|||pdf group:desk briefing:rare-earths\n"
               "3: bo@example.org|||pdf group:board group:desk\n"
               "5: di@example.org|||pdf\n"
               "refused 6:1+15 ed@@example.org: the address \"ed@@example.org\" has more "
               "than one @\n");
    selection.groups = names(*state, "board");
    assert_true(str_starts(selected(*state, csv, selection),
                           S("3: bo@example.org|||pdf group:board group:desk\nrefused 6")));
}

static void test_a_group_of_nobody_is_an_error(void **state)
{
    struct recipient_selection selection = {.groups = names(*state, "dsek")};
    assert_str(selected(*state, S("address,groups\nanna@example.org,desk\n"), selection),
               "78 0:0+0 no recipient is in the group \"dsek\" | did you mean \"desk\"?");
}

static void test_an_address_that_is_there_twice_is_an_error(void **state)
{
    struct recipient_selection selection = {.briefing = S("a")};
    assert_str(
        selected(*state,
                 S("address\nanna@example.org\nbo@example.org\n"
                   "Anna@Example.org\n"),
                 selection),
        "65 4:0+0 the address \"Anna@Example.org\" is here twice: it is also in line 2");
    assert_str(
        selected(*state,
                 S("address,country\nanna@example.org,DE\n"
                   "anna@example.org,FR\n"),
                 selection),
        "65 3:0+0 the address \"anna@example.org\" is here twice: it is also in line 2");
    assert_str(selected(*state,
                        S("address,briefings\nanna@example.org,a\n"
                          "anna@example.org,b\n"),
                        selection),
               "2: anna@example.org|||pdf briefing:a\n");
}

static void test_one_address_may_have_several_issues_of_its_own(void **state)
{
    struct briefing_parameter parameters[] = {{S("country"), S("World")}};
    struct briefing briefing = {.parameters = {parameters, 1, 1}};
    struct recipient_selection selection = {.has_own_issues = true, .of = &briefing};
    assert_str(selected(*state,
                        S("address,country\nanna@example.org,DE\n"
                          "anna@example.org,FR\n"),
                        selection),
               "2: anna@example.org|||pdf p:country=DE\n"
               "3: anna@example.org|||pdf p:country=FR\n");
    assert_str(
        selected(*state,
                 S("address,country\nanna@example.org,DE\n"
                   "anna@example.org,DE\n"),
                 selection),
        "65 3:0+0 the address \"anna@example.org\" is here twice: it is also in line "
        "2 | both would get the same issue: their parameters are equal");
    assert_str(
        selected(*state,
                 S("address,country\nanna@example.org,World\n"
                   "anna@example.org,\n"),
                 selection),
        "65 3:0+0 the address \"anna@example.org\" is here twice: it is also in line "
        "2 | both would get the same issue: their parameters are equal");
    assert_str(selected(*state, S("address,contry\nanna@example.org,DE\n"), selection),
               "65 1:9+6 the briefing has no parameter \"contry\" | did you mean "
               "\"country\"?");
}

static void test_a_language_makes_an_issue_where_each_has_its_own(void **state)
{
    str csv = S("address,language\nanna@example.org,de-AT\nbo@example.org,\n"
                "cy@example.org,en\n");
    struct briefing briefing = {.language = language_english()};
    struct recipient_selection selection = {.has_own_issues = true, .of = &briefing};
    assert_str(selected(*state, csv, selection),
               "2: anna@example.org||de-AT|pdf p:language=de\n"
               "3: bo@example.org|||pdf\n"
               "4: cy@example.org||en|pdf\n");
    selection.has_own_issues = false;
    assert_str(selected(*state, csv, selection), "2: anna@example.org||de-AT|pdf\n"
                                                 "3: bo@example.org|||pdf\n"
                                                 "4: cy@example.org||en|pdf\n");
}

static void test_a_long_text_is_not_in_a_message(void **state)
{
    str csv = str_print(*state,
                        "address,language,format\na@example.org,%0101d,\n"
                        "b@example.org,,%0101d\n",
                        1, 1);
    struct list list = read_list(*state, "csv", csv);
    assert_str(list.recipients.refusals.at[0].message,
               "the language is no tag such as en or zh-CN");
    assert_str(list.recipients.refusals.at[1].message,
               "the format is none of pdf, link, html");
}

static void test_a_map_without_an_address_does_not_stop_the_others(void **state)
{
    assert_yaml(state, S("- {name: Anna}\n- {address: bo@example.org}\n"),
                "2: bo@example.org|||pdf\n"
                "refused 1:3+1 : the recipient has no address\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_csv_file_is_a_list),
        unit_case(test_only_the_address_is_needed),
        unit_case(test_a_csv_file_may_have_any_dialect_that_tables_have),
        unit_case(test_a_yaml_file_is_a_list),
        unit_case(test_a_file_that_is_no_list_is_an_error),
        unit_case(test_a_file_that_is_missing_is_an_error),
        unit_case(test_a_bad_row_does_not_stop_the_others),
        unit_case(test_no_cell_may_end_a_header),
        unit_case(test_a_cell_has_at_most_500_bytes),
        unit_case(test_a_nul_in_a_csv_file_is_an_error),
        unit_case(test_a_selection_is_by_briefing_and_group),
        unit_case(test_a_group_of_nobody_is_an_error),
        unit_case(test_an_address_that_is_there_twice_is_an_error),
        unit_case(test_one_address_may_have_several_issues_of_its_own),
        unit_case(test_a_language_makes_an_issue_where_each_has_its_own),
        unit_case(test_a_long_text_is_not_in_a_message),
        unit_case(test_a_map_without_an_address_does_not_stop_the_others),
    };
    return unit_run(tests);
}
