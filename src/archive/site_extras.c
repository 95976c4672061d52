/* SPDX-License-Identifier: MIT */
/* What stands beside the pages: feed, search, style. */
#include "site_internal.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/node.h"
#include "export/markup.h"

enum { FEED_MAX = 30 };

/* --- feed (RFC 4287)
 * ---------------------------------------------------------------------- */

/* Without an address of the site, entries are known by their seals. */
static void add_id(struct buffer *out, const struct site *site,
                   const struct site_edition *edition)
{
    str url = site->options->url;
    if (url.length) {
        buffer_print(out, "%.*s%s", STR_ARG(url), str_ends(url, S("/")) ? "" : "/");
        site_url(out, edition->name);
        buffer_add(out, S("/index.html"));
    } else {
        buffer_print(out, "urn:sha256:%.*s", STR_ARG(edition->seal));
    }
}

static void add_feed_entry(struct buffer *out, const struct site *site,
                           const struct site_edition *edition)
{
    str title = edition->edition->title.length ? edition->edition->title : edition->name;
    buffer_add(out, S("<entry>\n"));
    site_element(out, "title", title);
    buffer_add(out, S("<id>"));
    add_id(out, site, edition);
    buffer_add(out, S("</id>\n<link href=\""));
    if (site->options->url.length) {
        add_id(out, site, edition);
    } else {
        site_url(out, edition->name);
        buffer_add(out, S("/index.html"));
    }
    buffer_print(out, "\"/>\n<updated>%.*sT00:00:00Z</updated>\n",
                 STR_ARG(edition->edition->archived));
    site_element(out, "summary",
                 str_print(site->arena, "%.*s, %.*s", STR_ARG(edition->edition->series),
                           STR_ARG(edition->edition->period)));
    buffer_add(out, S("</entry>\n"));
}

/* Editions by the day that they were archived, the latest first. */
static void latest_editions(const struct site *site, const struct site_edition **latest,
                            size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < site->editions.count; i++) {
        const struct site_edition *edition = &site->editions.at[i];
        size_t at = *count < FEED_MAX ? (*count)++ : *count - 1;
        if (at == FEED_MAX - 1 && latest[at] &&
            str_compare(latest[at]->edition->archived, edition->edition->archived) > 0) {
            continue;
        }
        while (at && str_compare(latest[at - 1]->edition->archived,
                                 edition->edition->archived) <= 0) {
            latest[at] = latest[at - 1];
            at--;
        }
        latest[at] = edition;
    }
}

static bool write_feed(struct site *site)
{
    const struct site_edition *latest[FEED_MAX] = {0};
    size_t count;
    struct buffer out = {.arena = site->arena};
    latest_editions(site, latest, &count);
    str title = site->options->title.length ? site->options->title : S("Archive");
    buffer_add(&out, S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                       "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"));
    site_element(&out, "title", title);
    buffer_add(&out, S("<author>"));
    site_element(&out, "name", title);
    buffer_add(&out, S("</author>\n<id>"));
    markup_text(&out, site->options->url.length
                          ? site->options->url
                          : str_print(site->arena, "urn:sha256:%.*s",
                                      STR_ARG(hash_sha256(site->arena, title))));
    buffer_print(&out, "</id>\n<updated>%.*sT00:00:00Z</updated>\n",
                 STR_ARG(count ? latest[0]->edition->archived : S("1970-01-01")));
    for (size_t i = 0; i < count; i++) {
        add_feed_entry(&out, site, latest[i]);
    }
    buffer_add(&out, S("</feed>\n"));
    return site_put(site, S("feed.xml"), buffer_text(&out));
}

/* --- search
 * -------------------------------------------------------------------------------- */

/* The headline and all findings, as one text to look through. */
static bool searched_text(struct site *site, const struct site_edition *edition, str *text)
{
    struct buffer out = {.arena = site->arena};
    const struct node *list;
    buffer_print(&out, "%.*s %.*s %.*s", STR_ARG(edition->edition->title),
                 STR_ARG(edition->edition->series), STR_ARG(edition->name));
    *text = buffer_text(&out);
    if (edition->is_removed) {
        return true;
    }
    if (!site_findings(site, edition, &list)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        const struct node *sentence = node_find(list->at[i], S("sentence"));
        if (sentence) {
            buffer_print(&out, " %.*s", STR_ARG(sentence->text));
        }
    }
    *text = buffer_text(&out);
    return true;
}

static const char search_script[] =
    ";\n"
    "(function () {\n"
    "  var form = document.getElementById('search');\n"
    "  var words = document.getElementById('words');\n"
    "  var count = document.getElementById('count');\n"
    "  var found = document.getElementById('found');\n"
    "  function item(edition) {\n"
    "    var li = document.createElement('li');\n"
    "    var period = document.createElement('span');\n"
    "    var link = document.createElement('a');\n"
    "    period.className = 'period';\n"
    "    period.textContent = edition.period;\n"
    "    link.href = edition.path;\n"
    "    link.textContent = edition.title;\n"
    "    li.append(period, link);\n"
    "    return li;\n"
    "  }\n"
    "  function search() {\n"
    "    var wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);\n"
    "    var hits = wanted.length ? editions.filter(function (edition) {\n"
    "      var text = edition.text.toLowerCase();\n"
    "      return wanted.every(function (word) { return text.includes(word); });\n"
    "    }) : [];\n"
    "    found.replaceChildren.apply(found, hits.map(item));\n"
    "    count.textContent = wanted.length ? hits.length + ' of ' + editions.length + "
    "' editions' : '';\n"
    "  }\n"
    "  form.hidden = false;\n"
    "  words.addEventListener('input', search);\n"
    "  form.addEventListener('submit', function (event) { event.preventDefault(); });\n"
    "  search();\n"
    "})();\n";

static bool write_search(struct site *site)
{
    struct buffer out = {.arena = site->arena};
    struct json json = {.out = &out, .flat_depth = 2};
    buffer_add(&out, S("var editions = "));
    json_array(&json);
    for (size_t i = site->editions.count; i--;) {
        const struct site_edition *edition = &site->editions.at[i];
        struct buffer path = {.arena = site->arena};
        str text;
        if (!searched_text(site, edition, &text)) {
            return false;
        }
        site_url(&path, edition->name);
        buffer_add(&path, S("/index.html"));
        json_object(&json);
        json_member_text(&json, "period", edition->edition->period);
        json_member_text(&json, "title",
                         edition->edition->title.length ? edition->edition->title
                                                        : edition->name);
        json_member_text(&json, "path", buffer_text(&path));
        json_member_text(&json, "text", text);
        json_end(&json);
    }
    json_end(&json);
    buffer_add(&out, str_from(search_script));
    return site_put(site, S("search.js"), buffer_text(&out));
}

/* --- style
 * --------------------------------------------------------------------------------- */

static const char style[] =
    ":root{--ink:#1a1a1a;--secondary:#4a5560;--rule:#c9d0d6;--panel:#f4f6f8;"
    "--focus:#0b5c94}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:#fff;color:var(--ink);font:1.0625rem/1.5 \"PT "
    "Serif\",Georgia,"
    "serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}\n"
    "header,main{max-width:46rem;margin:0 auto;padding:0 1rem}\n"
    "header{padding-top:1.5rem}\n"
    "header nav{border-bottom:1px solid var(--ink);padding-bottom:.4rem;font:700 .9rem "
    "Roboto,Arial,sans-serif}\n"
    "header a{color:var(--ink);text-decoration:none}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;top:.5rem;background:#fff;padding:.3rem .6rem}\n"
    "a{color:var(--focus)}\n"
    ":focus-visible{outline:2px solid var(--focus);outline-offset:2px}\n"
    "h1{font-size:clamp(1.5rem,6vw,2.1rem);line-height:1.18;margin:1rem 0;"
    "text-wrap:balance}\n"
    "h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .5rem}\n"
    "h3{font-size:1.05rem;margin:1.2rem 0 .4rem;color:var(--secondary)}\n"
    ".series{margin:1.5rem 0 -.5rem;color:var(--secondary);font:.9rem Roboto,Arial,"
    "sans-serif}\n"
    "ul.editions{list-style:none;padding:0;margin:0 0 1rem}\n"
    "ul.editions li{display:grid;grid-template-columns:minmax(4.8rem,auto) 1fr;gap:.8rem;"
    "padding:.45rem 0;border-bottom:1px solid var(--rule)}\n"
    ".period,.day,dt,dd,.neighbours,.downloads,table,label,#count{font-family:\"Roboto "
    "Condensed\",\"Arial Narrow\",Arial,sans-serif}\n"
    ".period{color:var(--secondary)}\n"
    ".day{color:var(--secondary);font-size:.85rem;white-space:nowrap}\n"
    ".removed a{color:var(--secondary)}\n"
    ".neighbours,.day,.downloads{margin:.5rem 0}\n"
    ".downloads a{display:inline-block;margin:.2rem .6rem .2rem 0;padding:.45rem .8rem;"
    "background:var(--focus);color:#fff;text-decoration:none}\n"
    "dl{background:var(--panel);padding:.8rem 1rem;margin:1rem 0}\n"
    "dl div{display:grid;grid-template-columns:6rem 1fr;gap:.8rem}\n"
    "dt{color:var(--secondary)}\n"
    "dd{margin:0}\n"
    "code{font:.8rem/1.4 \"PT Mono\",Consolas,monospace;overflow-wrap:anywhere}\n"
    "figure{margin:1.2rem 0}\n"
    "figure img{max-width:100%;height:auto;display:block}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}\n"
    "th,td{text-align:left;font-weight:400;padding:.3rem .8rem .3rem 0;"
    "border-bottom:1px solid var(--rule);vertical-align:baseline}\n"
    "thead th{border-bottom:1.5px solid var(--ink);color:var(--secondary)}\n"
    "td.number,th.number{text-align:right}\n"
    "summary{margin:1.2rem 0;cursor:pointer;color:var(--focus)}\n"
    "form{background:var(--panel);padding:.8rem 1rem;margin:1rem 0}\n"
    "form[hidden]{display:none}\n"
    "label{display:block;color:var(--secondary)}\n"
    "input{width:100%;font:inherit;padding:.4rem .6rem;border:1px solid #5b6670}\n"
    "#count{margin:.4rem 0 0}\n#count:empty,#found:empty{display:none}\n"
    "@media print{header,.downloads,.neighbours,form{display:none}body{font-size:10pt}}\n";

bool site_extras(struct site *site)
{
    return write_feed(site) && write_search(site) &&
           site_put(site, S("style.css"), str_from(style));
}
