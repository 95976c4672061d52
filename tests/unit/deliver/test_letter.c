/* SPDX-License-Identifier: MIT */
#include "lettering.h"

#include "../export/judge.h"

#include <string.h>

static const char body[] =
    "# Magnet exports fell 5.2%\n\n"
    "> Shipments were up 15.8% on a year before. Since January they come to 45,290 t. A\n"
    "> third sentence is not in the letter.\n\n"
    "A paragraph.\n\n"
    "```kpi\n"
    "- {label: Rare-earth magnets, value: total}\n"
    "- {label: To the United States, value: us}\n"
    "```\n\n"
    "```table\n"
    "data: partners\n"
    "columns:\n"
    "  - {title: Destination, value: row.name}\n"
    "  - {title: October, value: row, unit: t}\n"
    "  - {title: on year, value: row.yoy, unit: \"%\", spanner: Change}\n"
    "  - {title: Past, value: row, kind: spark, last: 3 months}\n"
    "title: Who bought\n"
    "total: true\n"
    "rest: true\n"
    "source: \"Source: customs.\"\n"
    "```\n\n"
    "- The first thing.\n"
    "- The second, with *emphasis* and [a link](https://example.org/).\n"
    "- The third.\n"
    "- A fourth is not in the letter.\n\n"
    "```note Method\n"
    "Figures of customs, in tonnes. More is in the briefing.\n"
    "```\n";

static const struct letter *letter_of(struct arena *arena, const char *mail,
                                      const char *markdown)
{
    struct lettering lettering = {0};
    lettering_open(arena, &lettering, false);
    const struct letter *letter = lettering_letter(arena, &lettering, mail, markdown);
    assert_string_equal(lettering.error.message, "");
    return letter;
}

/* "exit line:column message" of a `mail:` that gives no letter. */
static str mail_error(struct arena *arena, const char *mail)
{
    struct lettering lettering = {0};
    lettering_open(arena, &lettering, false);
    assert_null(lettering_letter(arena, &lettering, mail, body));
    return str_print(arena, "%d %zu:%zu %s", error_exit_status(&lettering.error),
                     lettering.error.place.line, lettering.error.place.column,
                     lettering.error.message);
}

static str html_of(struct arena *arena, const struct letter *letter)
{
    struct error error = {0};
    str html = {0};
    if (!letter_html(arena, letter, &html, &error)) {
        fail_msg("%s", error.message);
    }
    return html;
}

/* As tests/golden/deliver/NAME says; with UPDATE=1 the file is written. */
static void assert_golden(struct arena *arena, str text, const char *name)
{
    struct error error = {0};
    struct source source = {0};
    str path = str_print(arena, "tests/golden/deliver/%s", name);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, text, &error));
    }
    assert_true(file_read(arena, path, &source, &error));
    assert_string_equal(str_c(arena, text), str_c(arena, source.text));
}

/* --- from a document -------------------------------------------------------------- */

static void test_a_letter_has_the_first_of_each_kind_of_block(void **state)
{
    const struct letter *letter = letter_of(*state, "{}", body);
    assert_str(letter->subject, "Magnet exports fell 5.2%");
    assert_str(letter->summary,
               "Shipments were up 15.8% on a year before. Since January they "
               "come to 45,290 t.");
    assert_int_equal(letter->kpi_count, 2);
    assert_str(letter->kpis[0].number, "5,473");
    assert_int_equal(letter->bullet_count, 3);
    assert_str(letter->bullets[1], "The second, with emphasis and a link.");
    assert_str(letter->method, "Figures of customs, in tonnes.");
    assert_str(letter->source, "Source: customs.");
    assert_str(letter->key, "e derived");
}

static void test_the_table_is_without_sparklines(void **state)
{
    const struct letter *letter = letter_of(*state, "{}", body);
    assert_int_equal(letter->table->column_count, 3);
    assert_str(letter->table->columns[2].head, "on year");
}

static void test_a_long_table_keeps_five_rows_and_its_total(void **state)
{
    struct table_row rows[9] = {0};
    struct table_cell cells[9][7] = {0};
    struct table_column columns[7] = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        rows[i].cells = cells[i];
        cells[i][0].text = str_print(*state, "row %zu", i);
    }
    rows[7].is_rest = true;
    rows[8].is_total = true;
    struct table_block table = {
        .columns = columns, .column_count = 7, .at = rows, .count = 9};
    struct block block = {.kind = BLOCK_TABLE, .table = &table};
    struct block *blocks[] = {&block};
    struct lettering lettering = {0};
    lettering_open(*state, &lettering, false);
    struct briefing briefing = {0};
    struct document document = {
        .language_tag = S("en"), .title = S("T"), .blocks = {blocks, 1, 1}};
    struct letter_input input = {.briefing = &briefing,
                                 .facts = facts_create(*state),
                                 .document = &document,
                                 .theme = &lettering.theme};
    const struct letter *letter = letter_from_document(*state, &input, &lettering.error);
    assert_int_equal(letter->table->column_count, LETTER_COLUMNS_MAX);
    assert_int_equal(letter->table->count, 6);
    assert_str(letter->table->at[4].cells[0].text, "row 4");
    assert_true(letter->table->at[5].is_total);
    assert_contains(*state, letter_text(*state, letter), "\n5 of 8 rows\n");
    assert_contains(*state, html_of(*state, letter), ">5 of 8 rows<");
}

static void test_without_a_deck_the_first_paragraph_is_the_summary(void **state)
{
    assert_str(
        letter_of(*state, "{}", "# Title\n\nU.S. imports rose. J. Smith said 5.2%. No.\n")
            ->summary,
        "U.S. imports rose. J. Smith said 5.2%.");
    assert_str(
        letter_of(*state, "{}", "# Title\n\n輸出は減少した。前年比では増加した。三文目。\n")
            ->summary,
        "輸出は減少した。前年比では増加した。");
    assert_str(letter_of(*state, "{}", "# Title\n")->summary, "");
}

/* --- mail: ------------------------------------------------------------------------ */

static void test_texts_of_mail_are_filled_with_the_issue(void **state)
{
    const struct letter *letter =
        letter_of(*state,
                  "{subject: \"{{ total | amount }} in {{ period | month }}\",\n"
                  " preheader: Magnets,\n"
                  " link: \"https://example.org/{{ period.year }}/{name}\"}",
                  body);
    assert_str(letter->subject, "5,473 t in October");
    assert_str(letter->preheader, "Magnets");
    assert_str(letter->link, "https://example.org/2025/rare-earths-2025-10.pdf");
}

static void test_what_an_issue_puts_into_a_link_is_encoded(void **state)
{
    const struct letter *letter = letter_of(
        *state, "{link: \"https://example.org/{{ focus }} {{ markup }}/a%20b?c=d#e\"}",
        body);
    assert_str(letter->link,
               "https://example.org/Germany%20*not*%20%3Cb%3Emarkup%3C/b%3E/a%20b?c=d#e");
    assert_null(link_problem(letter->link));
}

static void test_the_preheader_is_the_beginning_of_the_summary(void **state)
{
    assert_str(
        letter_of(*state, "{}", body)->preheader,
        "Shipments were up 15.8% on a year before. Since January they come to 45,290 t.");
    assert_str(
        letter_of(*state, "{}",
                  "# T\n\nA first sentence that is far too long to be shown as a whole "
                  "beside the subject of a mail, is it not?\n")
            ->preheader,
        "A first sentence that is far too long to be shown as a whole beside the subject "
        "of a…");
}

static void test_a_summary_ends_where_its_sentences_do(void **state)
{
    static const struct {
        const char *text, *summary;
    } texts[] = {
        {"Am 7. November sanken die Ausfuhren, z. B. nach Japan. Das ist viel. Mehr.",
         "Am 7. November sanken die Ausfuhren, z. B. nach Japan. Das ist viel."},
        {"The U.S. took 5.2. Japan took 7 t. Others took more.",
         "The U.S. took 5.2. Japan took 7 t."},
        {"It rose by approx. five tonnes in 2025. It fell! It rose.",
         "It rose by approx. five tonnes in 2025. It fell!"},
        {"「減った。」と述べた。輸出は増えた。続く。",
         "「減った。」と述べた。輸出は増えた。"},
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        str paragraph = str_print(*state, "# T\n\n%s\n", texts[i].text);
        assert_str(letter_of(*state, "{}", paragraph.at)->summary, texts[i].summary);
    }
}

static void test_what_mail_says_wrong_is_an_error_with_its_place(void **state)
{
    assert_str(mail_error(*state, "{subject: \"{{ totl }}\"}"),
               "78 1:15 nothing is named \"totl\"");
    assert_str(mail_error(*state, "{subject: \"a\\r\\nBcc: eve@example.net\"}"),
               "78 1:11 this text has a line break");
    assert_str(mail_error(*state, "{preheader: \"a\\0b\"}"),
               "78 1:13 this text has a control character");
    assert_str(mail_error(*state, "{subject: \" \"}"), "78 1:11 the subject is empty");
    assert_str(mail_error(*state, "{link: \"javascript:alert(1)\"}"),
               "78 1:8 \"javascript:alert(1)\" is no link to http:// or https://");
    assert_str(mail_error(*state, "{link: \"mailto:a@example.org\"}"),
               "78 1:8 \"mailto:a@example.org\" is no link to http:// or https://");
    assert_str(mail_error(*state, "{link: \"https://\"}"),
               "78 1:8 \"https://\" has no host");
    assert_str(mail_error(*state, "{link: \"https://example.org/{nam}\"}"),
               "78 1:8 \"https://example.org/%7Bnam%7D\" has another {name} than {name}");
    assert_str(mail_error(*state, str_print(*state, "{subject: %0501d}", 1).at),
               "78 1:11 the subject has 501 bytes; it may have 500");
}

/* --- text and HTML ---------------------------------------------------------------- */

static struct letter whole_letter(struct arena *arena)
{
    struct letter letter =
        *letter_of(arena, "{link: \"https://example.org/{name}\"}", body);
    letter.pdf = LETTER_PDF_ATTACHED;
    letter.unsubscribe = S("https://example.org/leave?who=anna%40example.org");
    letter.chart = (struct letter_image){
        .png = S("PNG"),
        .width = 600,
        .height = 400,
        .alt = S("Column chart of exports; latest 5,473 t in October 2025."),
        .content_id = S("chart.1@example.org"),
        .title = S("October was the lowest month since June"),
    };
    return letter;
}

static void test_the_text_is_a_letter_of_its_own(void **state)
{
    struct letter letter = whole_letter(*state);
    assert_golden(*state, letter_text(*state, &letter), "letter.txt");
}

static void test_the_button_can_be_read_in_any_colour(void **state)
{
    struct letter letter = whole_letter(*state);
    letter.look.focus = (color){0x00, 0x50, 0x90};
    assert_contains(*state, html_of(*state, &letter), "color:#FFFFFF;text-decoration:none");
    letter.look.focus = (color){0xFF, 0xE0, 0x00};
    letter.look.ink = (color){0x11, 0x11, 0x11};
    assert_contains(*state, html_of(*state, &letter), "color:#111111;text-decoration:none");
}

static void test_the_html_is_as_the_golden_one(void **state)
{
    struct letter letter = whole_letter(*state);
    assert_golden(*state, html_of(*state, &letter), "letter.html");
}

/* Widths as a terminal shows them, with wide characters in every place. */
static void test_no_line_of_the_text_is_wider_than_72_columns(void **state)
{
    struct letter letter = whole_letter(*state);
    str wide = S("中国の希土類磁石の輸出は前月比で減少し、前年同月比では増加しました。輸出"
                 "先別に見ると、"
                 "ドイツ向けが首位を維持しました。");
    struct kpi kpis[2] = {letter.kpis[0], letter.kpis[1]};
    struct table_block table = *letter.table;
    struct table_row row = table.at[0];
    struct table_cell cells[3] = {row.cells[0], row.cells[1], row.cells[2]};
    letter.headline = letter.summary = letter.bullets[0] = letter.method = wide;
    kpis[0].label = kpis[1].label = wide;
    letter.kpis = kpis;
    cells[0].text = wide;
    row.cells = cells;
    table.at = &row;
    table.count = 1;
    letter.table = &table;
    str text = letter_text(*state, &letter);
    str found =
        judge(*state, text,
              "python3 -c 'import sys, unicodedata\n"
              "w = lambda s: sum(2 if unicodedata.east_asian_width(c) in \"WF\" else 1\n"
              "                  for c in s)\n"
              "lines = open(sys.argv[1], encoding=\"utf-8\").read().split(\"\\n\")\n"
              "print(max(w(l) for l in lines if \"://\" not in l) <= 72)\n"
              "print(any(l != l.rstrip() for l in lines))'",
              "");
    assert_str(found, "True\nFalse\n");
}

static void test_everything_in_the_html_is_escaped(void **state)
{
    static const str evil = {"<script>alert('&')</script>\"", 28};
    static const char escaped[] =
        "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;&quot;";
    struct letter letter = whole_letter(*state);
    struct kpi kpi = {.label = evil,
                      .number = evil,
                      .unit = evil,
                      .flag = evil,
                      .changes = {{1, evil}, {-1, evil}}};
    struct table_cell cells[] = {{.text = evil, .flag = evil}, {.text = evil, .sign = 1}};
    struct table_row rows[] = {{.cells = cells}};
    struct table_column columns[] = {{.head = evil, .unit = evil, .spanner = evil},
                                     {.kind = FIELD_CHANGE}};
    struct table_block table = {.columns = columns,
                                .column_count = 2,
                                .at = rows,
                                .count = 1,
                                .title = evil,
                                .subtitle = evil};
    letter.language_tag = letter.subject = letter.preheader = letter.masthead =
        letter.issue = letter.organisation = letter.headline = letter.summary = letter.key =
            letter.pdf_name = letter.method = letter.source = letter.release =
                letter.bullets[0] = letter.bullets[1] = letter.bullets[2] = evil;
    letter.chart.alt = letter.chart.content_id = evil;
    letter.kpis = &kpi;
    letter.kpi_count = 1;
    letter.table = &table;
    const char *html = str_c(*state, html_of(*state, &letter));
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "alert('"));
    size_t found = 0;
    for (const char *at = html; (at = strstr(at, escaped)); at++) {
        found++;
    }
    assert_int_equal(found, 32); /* each of the texts above in its place */
}

static void test_links_lead_to_the_web_and_to_mail_only(void **state)
{
    struct letter letter = whole_letter(*state);
    static const char *const links[] = {"javascript:alert(1)", "data:text/html,x",
                                        "//a.org", "https://a.org/\" onclick=\"x"};
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        letter.link = letter.unsubscribe = str_from(links[i]);
        assert_false(contains(*state, html_of(*state, &letter), "<a "));
    }
    letter.unsubscribe = S("mailto:leave@example.org?subject=a&body=b");
    assert_contains(*state, html_of(*state, &letter),
                    "<a href=\"mailto:leave@example.org?subject=a&amp;body=b\"");
}

static str repeated(struct arena *arena, size_t length)
{
    char *text = arena_array(arena, char, length);
    memset(text, 'x', length);
    return (str){text, length};
}

static void test_html_that_gmail_would_cut_loses_the_table_and_the_bullets(void **state)
{
    struct letter letter = whole_letter(*state);
    struct table_block table = *letter.table;
    letter.table = &table;
    table.title = repeated(*state, 95 * 1000);
    str html = html_of(*state, &letter);
    assert_true(html.length < LETTER_HTML_MAX);
    assert_false(contains(*state, html, "Destination"));
    assert_contains(*state, html, "The first thing.");

    letter.bullets[2] = repeated(*state, 95 * 1000);
    html = html_of(*state, &letter);
    assert_true(html.length < LETTER_HTML_MAX);
    assert_false(contains(*state, html, "The first thing."));

    struct error error = {0};
    letter.headline = repeated(*state, 100 * 1000);
    assert_false(letter_html(*state, &letter, &html, &error));
    assert_int_equal(error_exit_status(&error), 78);
    assert_true(str_ends(str_from(error.message), S("; beyond 100000 Gmail cuts it off")));
}

/* The width that the page needs in a frame of a width, and the colours of its headline, as
 * Chromium has them. */
static str shown_by_chromium(struct arena *arena, str html, int width, bool is_dark)
{
    static const char frame[] =
        "<meta name=color-scheme content=\\\"light dark\\\"><body><iframe width=%d "
        "height=4000 src=%s "
        "style=border:0 onload=\\\"let d = this.contentDocument, c = e => "
        "getComputedStyle(d.querySelector(e)); document.title = '[' + "
        "d.documentElement.scrollWidth + ' ' + c('h1').color + ' on ' + "
        "c('.paper').backgroundColor + ']'\\\"></iframe>";
    str command = str_print(
        arena,
        "chromium --version >/dev/null 2>&1; show() { cp $1 $1.html; "
        "printf \"%s\" %d $1.html >$1-frame.html; "
        "chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files "
        "--blink-settings=preferredColorScheme=%d --dump-dom file://$1-frame.html "
        "2>/dev/null | grep -o '\\[[0-9]* rgb.*)\\]'; rm $1.html $1-frame.html; }; show",
        frame, width, is_dark ? 0 : 1);
    return judge(arena, html, command.at, "");
}

static void test_the_html_fits_a_telephone_and_a_dark_screen(void **state)
{
    struct letter letter = whole_letter(*state);
    str html = html_of(*state, &letter);
    assert_str(shown_by_chromium(*state, html, 375, false),
               "[375 rgb(26, 26, 26) on rgb(255, 255, 255)]\n");
    assert_str(shown_by_chromium(*state, html, 600, false),
               "[600 rgb(26, 26, 26) on rgb(255, 255, 255)]\n");
    assert_str(shown_by_chromium(*state, html, 375, true),
               "[375 rgb(232, 236, 239) on rgb(18, 18, 18)]\n");
}

static void test_the_letter_says_where_the_pdf_is(void **state)
{
    struct letter letter = whole_letter(*state);
    static const struct {
        enum letter_pdf pdf;
        const char *says;
    } cases[] = {
        {LETTER_PDF_ATTACHED, "The full briefing is attached: rare-earths-2025-10.pdf"},
        {LETTER_PDF_TOO_LARGE,
         "The full briefing is too large to be attached to this mail."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        letter.pdf = cases[i].pdf;
        assert_contains(*state, letter_text(*state, &letter), cases[i].says);
        assert_contains(*state, html_of(*state, &letter), cases[i].says);
    }
    letter.pdf = LETTER_PDF_LINKED;
    assert_false(contains(*state, letter_text(*state, &letter), "attached"));
    assert_contains(
        *state, letter_text(*state, &letter),
        "Read the full briefing:\nhttps://example.org/rare-earths-2025-10.pdf\n");
}

static void test_the_fixed_words_have_languages(void **state)
{
    struct letter letter = whole_letter(*state);
    static const struct {
        str language;
        const char *word;
    } languages[] = {
        {S("de-AT"), "Vollständigen Bericht lesen"},
        {S("fr"), "Lire la note complète"},
        {S("ja"), "レポート全文を読む"},
        {S("zh-CN"), "阅读完整简报"},
        {S("en-GB"), "Read the full briefing"},
    };
    for (size_t i = 0; i < COUNT_OF(languages); i++) {
        letter.language = language_find(languages[i].language);
        assert_contains(*state, html_of(*state, &letter), languages[i].word);
        assert_contains(*state, letter_text(*state, &letter), languages[i].word);
    }
}

/* --- chart ------------------------------------------------------------------------ */

static size_t big_endian(const char *bytes)
{
    size_t number = 0;
    for (size_t i = 0; i < 4; i++) {
        number = number << 8 | (unsigned char)bytes[i];
    }
    return number;
}

static void test_the_chart_is_1200_pixels_wide_with_its_alternative_text(void **state)
{
    struct lettering lettering = {0};
    lettering_open(*state, &lettering, true);
    const struct letter *letter = lettering_letter(
        *state, &lettering, "{}",
        "# T\n\n```chart\nmark: bar\ndata: total\nlast: 3 months\ntitle: Exports slipped\n"
        "subtitle: China, tonnes\nsource: \"Source: customs.\"\n```\n");
    fonts_destroy(lettering.fonts);
    assert_string_equal(lettering.error.message, "");
    const struct letter_image *chart = &letter->chart;
    assert_int_equal(big_endian(chart->png.at + 16), 2 * LETTER_WIDTH);
    assert_int_equal(big_endian(chart->png.at + 20) / 2, chart->height);
    assert_int_equal(chart->width, LETTER_WIDTH);
    assert_true(chart->png.length < 100 * 1000);
    assert_true(str_starts(chart->alt, S("Column chart of China, tonnes")));
    assert_str(chart->title, "Exports slipped");
    assert_str(letter->source, "Source: customs.");
    assert_true(str_ends(chart->content_id, S("@example.org")));
    assert_contains(
        *state, html_of(*state, letter),
        str_print(*state, "<img src=\"cid:%.*s\" width=\"600\"", STR_ARG(chart->content_id))
            .at);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_letter_has_the_first_of_each_kind_of_block),
        unit_case(test_the_table_is_without_sparklines),
        unit_case(test_a_long_table_keeps_five_rows_and_its_total),
        unit_case(test_without_a_deck_the_first_paragraph_is_the_summary),
        unit_case(test_texts_of_mail_are_filled_with_the_issue),
        unit_case(test_what_an_issue_puts_into_a_link_is_encoded),
        unit_case(test_the_preheader_is_the_beginning_of_the_summary),
        unit_case(test_a_summary_ends_where_its_sentences_do),
        unit_case(test_what_mail_says_wrong_is_an_error_with_its_place),
        unit_case(test_the_text_is_a_letter_of_its_own),
        unit_case(test_the_button_can_be_read_in_any_colour),
        unit_case(test_the_html_is_as_the_golden_one),
        unit_case(test_no_line_of_the_text_is_wider_than_72_columns),
        unit_case(test_everything_in_the_html_is_escaped),
        unit_case(test_links_lead_to_the_web_and_to_mail_only),
        unit_case(test_html_that_gmail_would_cut_loses_the_table_and_the_bullets),
        unit_case(test_the_html_fits_a_telephone_and_a_dark_screen),
        unit_case(test_the_letter_says_where_the_pdf_is),
        unit_case(test_the_fixed_words_have_languages),
        unit_case(test_the_chart_is_1200_pixels_wide_with_its_alternative_text),
    };
    return unit_run(tests);
}
