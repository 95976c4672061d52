/* SPDX-License-Identifier: MIT */
#include "html.h"

#include "base/address.h"

/* What a dark screen shows: notes on accessibility ask for 4.5:1 at least. */
static const color dark_paper = {0x12, 0x12, 0x12};
static const color dark_text = {0xE8, 0xEC, 0xEF};
static const color dark_secondary = {0xB9, 0xC1, 0xC8};
static const color dark_rule = {0x3A, 0x41, 0x49};
static const double contrast_least = 4.5;

static const char *const ink_classes[INK_COUNT] = {
    [INK_TEXT] = "ink",  [INK_SECONDARY] = "sec", [INK_UP] = "up",
    [INK_DOWN] = "down", [INK_ACCENT] = "accent",
};

static str hexadecimal(struct arena *arena, color c)
{
    return str_print(arena, "#%02X%02X%02X", c.red, c.green, c.blue);
}

static color readable_on(color ground, color ink)
{
    const color white = {0xFF, 0xFF, 0xFF};
    bool is_white = color_contrast(white, ground) >= contrast_least ||
                    color_contrast(white, ground) >= color_contrast(ink, ground);
    return is_white ? white : ink;
}

struct html html_create(struct arena *arena, const struct letter_look *look)
{
    struct html html = {.out = {.arena = arena}};
    html.inks[INK_TEXT] = hexadecimal(arena, look->ink);
    html.inks[INK_SECONDARY] = hexadecimal(arena, look->secondary);
    html.inks[INK_UP] = hexadecimal(arena, look->up);
    html.inks[INK_DOWN] = hexadecimal(arena, look->down);
    html.inks[INK_ACCENT] = html.accent = hexadecimal(arena, look->focus);
    html.on_accent = hexadecimal(arena, readable_on(look->focus, look->ink));
    html.rule = hexadecimal(arena, look->rule);
    html.panel = hexadecimal(arena, look->panel);
    return html;
}

void html_raw(struct html *html, const char *markup)
{
    buffer_add(&html->out, str_from(markup));
}

void html_text(struct html *html, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        switch (text.at[i]) {
        case '&':
            html_raw(html, "&amp;");
            break;
        case '<':
            html_raw(html, "&lt;");
            break;
        case '>':
            html_raw(html, "&gt;");
            break;
        case '"':
            html_raw(html, "&quot;");
            break;
        case '\'':
            html_raw(html, "&#39;");
            break;
        default:
            buffer_add_byte(&html->out, text.at[i]);
        }
    }
}

void html_open(struct html *html, const char *tag, enum html_ink ink, const char *css,
               const char *attributes)
{
    buffer_print(&html->out, "<%s class=\"%s\" style=\"%scolor:%.*s\"%s%s>", tag,
                 ink_classes[ink], css, STR_ARG(html->inks[ink]), *attributes ? " " : "",
                 attributes);
}

void html_open_ruled(struct html *html, const char *tag, enum html_ink ink,
                     enum html_border border, const char *css, const char *attributes)
{
    static const struct {
        const char *class, *property;
    } borders[BORDER_COUNT] = {
        [BORDER_ABOVE] = {"rule", "border-top"},
        [BORDER_BELOW] = {"rule", "border-bottom"},
        [BORDER_HEAD] = {"line", "border-bottom"},
    };
    str hue = border == BORDER_HEAD ? html->inks[INK_TEXT] : html->rule;
    buffer_print(
        &html->out, "<%s class=\"%s %s\" style=\"%s:1px solid %.*s;%scolor:%.*s\"%s%s>",
        tag, ink_classes[ink], borders[border].class, borders[border].property,
        STR_ARG(hue), css, STR_ARG(html->inks[ink]), *attributes ? " " : "", attributes);
}

void html_element(struct html *html, const char *tag, enum html_ink ink, const char *css,
                  str text)
{
    html_open(html, tag, ink, css, "");
    html_text(html, text);
    buffer_print(&html->out, "</%s>", tag);
}

void html_change(struct html *html, int sign, str text)
{
    if (!sign) {
        html_text(html, text);
        return;
    }
    html_open(html, "span", sign > 0 ? INK_UP : INK_DOWN, "white-space:nowrap;", "");
    html_raw(html, "<span aria-hidden=\"true\">");
    html_raw(html, sign > 0 ? "&#9650; " : "&#9660; ");
    html_raw(html, "</span>");
    html_text(html, text);
    html_raw(html, "</span>");
}

void html_link(struct html *html, str link, enum html_ink ink, const char *css, str text)
{
    if (link_problem(link)) {
        html_text(html, text);
        return;
    }
    html_raw(html, "<a href=\"");
    html_text(html, link);
    buffer_print(&html->out, "\" class=\"%s\" style=\"%scolor:%.*s\">", ink_classes[ink],
                 css, STR_ARG(html->inks[ink]));
    html_text(html, text);
    html_raw(html, "</a>");
}

/* --- head --------------------------------------------------------------------------- */

/* The same hue, as light as a dark paper needs it. */
static color lighten(color hue)
{
    const color white = {0xFF, 0xFF, 0xFF};
    for (int part = 0; part < 20; part++) {
        color lighter = color_mix(hue, white, part / 20.0);
        if (color_contrast(lighter, dark_paper) >= contrast_least) {
            return lighter;
        }
    }
    return white;
}

static void add_dark(struct html *html, const char *selector, const char *property,
                     color value)
{
    str text = hexadecimal(html->out.arena, value);
    buffer_print(&html->out, "%s{%s:%.*s !important}", selector, property, STR_ARG(text));
}

/* The only style sheet: what cannot stand in an element. */
static void add_styles(struct html *html, const struct letter_look *look)
{
    html_raw(html,
             "<style>:root{color-scheme:light dark;supported-color-schemes:light dark}"
             "@media (max-width:480px){.wide{padding-left:12px !important;"
             "padding-right:12px !important}}"
             "@media (prefers-color-scheme:dark){");
    add_dark(html, "body,.paper", "background-color", dark_paper);
    add_dark(html, ".ink", "color", dark_text);
    add_dark(html, ".sec", "color", dark_secondary);
    add_dark(html, ".up", "color", lighten(look->up));
    add_dark(html, ".down", "color", lighten(look->down));
    add_dark(html, ".accent", "color", lighten(look->focus));
    add_dark(html, ".rule", "border-color", dark_rule);
    add_dark(html, ".line", "border-color", dark_secondary);
    html_raw(html, "}</style>\n");
}

/* Shown beside the subject in a list of mails; nothing of the body shall follow it there.
 */
static void add_preheader(struct html *html, str preheader)
{
    enum { FILLER = 80 };
    html_raw(html,
             "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">");
    html_text(html, preheader);
    for (size_t i = 0; i < FILLER; i++) {
        html_raw(html, "&#847;&nbsp;");
    }
    html_raw(html, "</div>\n");
}

void html_head(struct html *html, const struct letter *letter)
{
    html_raw(html, "<!DOCTYPE html>\n<html lang=\"");
    html_text(html, letter->language_tag);
    bool is_mirrored = language_is_right_to_left(language_find(letter->language_tag));
    html_raw(html, is_mirrored ? "\" dir=\"rtl" : "");
    html_raw(html, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
                   "<meta name=\"format-detection\" content=\"telephone=no,date=no,"
                   "address=no,email=no\">\n<title>");
    html_text(html, letter->subject);
    html_raw(html, "</title>\n");
    add_styles(html, &letter->look);
    buffer_print(&html->out,
                 "</head>\n<body style=\"margin:0;padding:0;background-color:%.*s\">\n",
                 STR_ARG(html->panel));
    add_preheader(html, letter->preheader);
}
