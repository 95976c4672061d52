/* SPDX-License-Identifier: MIT */
/* Letters as HTML: one column of rows, each a part of the letter. */
#include "letter_internal.h"

#include "html.h"

#define LAYOUT \
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" " \
    "border=\"0\">"
#define SMALL HTML_SANS "font-size:12px;line-height:18px;"
#define BODY HTML_SANS "font-size:16px;line-height:24px;"

static void begin_part(struct html *html, int above)
{
    buffer_print(&html->out, "<tr><td class=\"wide\" style=\"padding:%dpx 16px 0 16px\">",
                 above);
}

static void end_part(struct html *html)
{
    html_raw(html, "</td></tr>\n");
}

/* --- head --------------------------------------------------------------------------- */

static void add_masthead(struct html *html, const struct letter *letter)
{
    buffer_print(&html->out,
                 "<tr><td style=\"background-color:%.*s;height:4px;line-height:4px;"
                 "font-size:4px\">&nbsp;</td></tr>\n",
                 STR_ARG(html->accent));
    begin_part(html, 14);
    html_raw(html, LAYOUT "<tr>");
    html_element(html, "td", INK_TEXT,
                 HTML_SANS "font-size:14px;line-height:20px;font-weight:bold;",
                 letter->masthead);
    html_open(html, "td", INK_SECONDARY, HTML_SANS "font-size:14px;line-height:20px;",
              "align=\"right\"");
    html_text(html, letter->issue);
    html_raw(html, "</td></tr></table>");
    end_part(html);
}

static void add_headline(struct html *html, const struct letter *letter)
{
    begin_part(html, 18);
    html_element(html, "h1", INK_TEXT,
                 "margin:0;" HTML_SERIF "font-size:24px;line-height:30px;font-weight:bold;",
                 letter->headline);
    if (letter->summary.length) {
        html_element(html, "p", INK_TEXT, "margin:10px 0 0 0;" BODY, letter->summary);
    }
    end_part(html);
}

/* --- key figures -------------------------------------------------------------------- */

static void add_flag(struct html *html, str flag)
{
    if (flag.length) {
        html_raw(html, "<sup style=\"font-size:60%;line-height:0\">");
        html_text(html, flag);
        html_raw(html, "</sup>");
    }
}

static void add_changes(struct html *html, const struct kpi *kpi)
{
    bool has_one = false;
    for (size_t i = 0; i < COUNT_OF(kpi->changes); i++) {
        if (kpi->changes[i].text.length) {
            html_raw(html, has_one ? " &nbsp;" : "");
            html_change(html, kpi->changes[i].sign, kpi->changes[i].text);
            has_one = true;
        }
    }
}

static void add_kpi(struct html *html, const struct kpi *kpi)
{
    html_open_ruled(html, "td", INK_TEXT, BORDER_ABOVE, "padding:8px 8px 12px 0;" HTML_SANS,
                    "width=\"50%\" valign=\"top\"");
    html_element(html, "div", INK_SECONDARY, "font-size:13px;line-height:18px;",
                 kpi->label);
    html_open(html, "div", INK_TEXT, "font-size:26px;line-height:32px;font-weight:bold;",
              "");
    html_text(html, kpi->number);
    html_open(html, "span", INK_TEXT, "font-size:15px;font-weight:normal;", "");
    html_raw(html, kpi->unit.length ? "&nbsp;" : "");
    html_text(html, kpi->unit);
    html_raw(html, "</span>");
    add_flag(html, kpi->flag);
    html_raw(html, "</div>");
    html_open(html, "div", INK_SECONDARY, "font-size:13px;line-height:18px;", "");
    add_changes(html, kpi);
    html_raw(html, "</div></td>");
}

static void add_kpis(struct html *html, const struct letter *letter)
{
    if (!letter->kpi_count) {
        return;
    }
    begin_part(html, 18);
    html_raw(html, LAYOUT);
    for (size_t i = 0; i < letter->kpi_count; i += 2) {
        html_raw(html, "<tr>");
        add_kpi(html, &letter->kpis[i]);
        if (i + 1 < letter->kpi_count) {
            add_kpi(html, &letter->kpis[i + 1]);
        } else {
            html_open_ruled(html, "td", INK_TEXT, BORDER_ABOVE, "", "width=\"50%\"");
            html_raw(html, "&nbsp;</td>");
        }
        html_raw(html, "</tr>");
    }
    html_raw(html, "</table>");
    end_part(html);
}

/* --- chart -------------------------------------------------------------------------- */

/* As wide as the column: the image has a margin of its own. */
static void add_chart(struct html *html, const struct letter *letter)
{
    const struct letter_image *chart = &letter->chart;
    if (!chart->png.length) {
        return;
    }
    html_raw(html, "<tr><td style=\"padding:12px 0 0 0\"><img src=\"cid:");
    html_text(html, chart->content_id);
    buffer_print(&html->out, "\" width=\"%d\" height=\"%d\" alt=\"", chart->width,
                 chart->height);
    html_text(html, chart->alt);
    buffer_print(&html->out,
                 "\" style=\"display:block;width:100%%;max-width:%dpx;height:auto;"
                 "border:0;" HTML_SANS "font-size:14px;line-height:20px;"
                 "color:%.*s;background-color:#FFFFFF\">",
                 LETTER_WIDTH, STR_ARG(html->inks[INK_TEXT]));
    end_part(html);
}

/* --- table, bullets and links ------------------------------------------------------- */

static void add_table(struct html *html, const struct letter *letter)
{
    if (letter->table && letter->table->column_count) {
        begin_part(html, 18);
        letter_table_html(html, letter);
        end_part(html);
    }
}

static void add_bullets(struct html *html, const struct letter *letter)
{
    if (!letter->bullet_count) {
        return;
    }
    begin_part(html, 18);
    html_raw(html, "<ul style=\"margin:0;padding:0 0 0 20px\">");
    for (size_t i = 0; i < letter->bullet_count; i++) {
        html_element(html, "li", INK_TEXT, "margin:0 0 6px 0;" BODY, letter->bullets[i]);
    }
    html_raw(html, "</ul>");
    end_part(html);
}

/* A cell with a colour of its own is a button in every mail program. */
static void add_button(struct html *html, const struct letter *letter)
{
    if (link_problem(letter->link)) {
        return;
    }
    begin_part(html, 16);
    buffer_print(&html->out,
                 "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" "
                 "border=\"0\"><tr><td bgcolor=\"%.*s\" style=\"border-radius:3px;"
                 "background-color:%.*s\"><a href=\"",
                 STR_ARG(html->accent), STR_ARG(html->accent));
    html_text(html, letter->link);
    buffer_print(&html->out,
                 "\" style=\"display:inline-block;padding:11px 22px;" HTML_SANS
                 "font-size:16px;line-height:22px;font-weight:bold;color:%.*s;"
                 "text-decoration:none\">",
                 STR_ARG(html->on_accent));
    html_text(html, letter_phrase(letter, PHRASE_READ_BRIEFING));
    html_raw(html, "</a></td></tr></table>");
    end_part(html);
}

static void add_whole(struct html *html, const struct letter *letter)
{
    add_button(html, letter);
    bool is_attached = letter->pdf == LETTER_PDF_ATTACHED;
    if (!is_attached && letter->pdf != LETTER_PDF_TOO_LARGE) {
        return;
    }
    begin_part(html, 12);
    html_open(html, "p", INK_SECONDARY,
              "margin:0;" HTML_SANS "font-size:14px;line-height:20px;", "");
    html_text(html, letter_phrase(letter, is_attached ? PHRASE_ATTACHED
                                                      : PHRASE_TOO_LARGE_TO_ATTACH));
    html_raw(html, " ");
    html_text(html, is_attached ? letter->pdf_name : S(""));
    html_raw(html, "</p>");
    end_part(html);
}

/* --- foot --------------------------------------------------------------------------- */

static void add_small(struct html *html, str text)
{
    if (text.length) {
        html_element(html, "p", INK_SECONDARY, "margin:0 0 4px 0;" SMALL, text);
    }
}

static void add_foot(struct html *html, const struct letter *letter)
{
    html_raw(html, "<tr><td class=\"wide\" style=\"padding:24px 16px 28px 16px\">");
    html_open_ruled(html, "div", INK_SECONDARY, BORDER_ABOVE, "padding:10px 0 0 0;", "");
    add_small(html, letter->table ? S("") : letter->key);
    add_small(html, letter->source);
    add_small(html, letter->method);
    add_small(html, letter->release);
    add_small(html, letter->organisation);
    if (letter->unsubscribe.length) {
        html_open(html, "p", INK_SECONDARY, "margin:0;" SMALL, "");
        html_link(html, letter->unsubscribe, INK_SECONDARY, "text-decoration:underline;",
                  letter_phrase(letter, PHRASE_UNSUBSCRIBE));
        html_raw(html, "</p>");
    }
    html_raw(html, "</div>");
    end_part(html);
}

/* --- the whole ---------------------------------------------------------------------- */

/* Outlook knows no greatest width: it gets a table of that width. */
static void begin_page(struct html *html)
{
    html_raw(html, LAYOUT "<tr><td align=\"center\">\n");
    buffer_print(&html->out,
                 "<!--[if mso]><table role=\"presentation\" width=\"%d\"><tr><td>"
                 "<![endif]-->\n"
                 "<table role=\"presentation\" class=\"paper\" width=\"100%%\" "
                 "cellpadding=\"0\" cellspacing=\"0\" border=\"0\" align=\"center\" "
                 "bgcolor=\"#FFFFFF\" style=\"max-width:%dpx;"
                 "background-color:#FFFFFF;text-align:left\">\n",
                 LETTER_WIDTH, LETTER_WIDTH);
}

static void end_page(struct html *html)
{
    html_raw(html, "</table>\n<!--[if mso]></td></tr></table><![endif]-->\n"
                   "</td></tr></table>\n</body>\n</html>\n");
}

static str make(struct arena *arena, const struct letter *letter)
{
    struct html html = html_create(arena, &letter->look);
    html_head(&html, letter);
    begin_page(&html);
    add_masthead(&html, letter);
    add_headline(&html, letter);
    add_kpis(&html, letter);
    add_chart(&html, letter);
    add_table(&html, letter);
    add_bullets(&html, letter);
    add_whole(&html, letter);
    add_foot(&html, letter);
    end_page(&html);
    return buffer_text(&html.out);
}

bool letter_html(struct arena *arena, const struct letter *letter, str *html,
                 struct error *error)
{
    struct letter shorter = *letter;
    *html = make(arena, &shorter);
    if (html->length > LETTER_HTML_MAX) {
        shorter.table = NULL;
        *html = make(arena, &shorter);
    }
    if (html->length > LETTER_HTML_MAX) {
        shorter.bullet_count = 0;
        *html = make(arena, &shorter);
    }
    if (html->length > LETTER_HTML_MAX) {
        error_set(error, ERROR_CONFIG,
                  "the mail's HTML has %zu bytes; beyond %d Gmail cuts it off",
                  html->length, LETTER_HTML_MAX);
        return error_hint(error, "shorten the headline, the deck or the key figures");
    }
    return true;
}
