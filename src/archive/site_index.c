/* SPDX-License-Identifier: MIT */
/* The pages that lead to editions: of all briefings, and of each. */
#include "site_internal.h"

/* The latest first; a heading for each year of the issues. */
static void add_years(struct buffer *out, const struct site *site, size_t first, size_t end,
                      str root, const char *heading)
{
    str year = {0};
    for (size_t i = end; i-- > first;) {
        const struct site_edition *edition = &site->editions.at[i];
        str other = str_slice(edition->edition->period, 0, 4);
        if (!str_equal(other, year)) {
            buffer_add(out, year.length ? S("</ul>\n") : S(""));
            year = other;
            site_element(out, heading, year);
            buffer_add(out, S("<ul class=\"editions\">\n"));
        }
        site_entry(out, edition, root);
    }
    buffer_add(out, year.length ? S("</ul>\n") : S(""));
}

static size_t end_of_briefing(const struct site *site, size_t first)
{
    size_t end = first;
    while (end < site->editions.count &&
           str_equal(site_briefing(&site->editions.at[end]),
                     site_briefing(&site->editions.at[first]))) {
        end++;
    }
    return end;
}

/* What a briefing calls itself in its latest edition. */
static str series_of(const struct site *site, size_t first)
{
    const struct site_edition *latest = site_latest(site, &site->editions.at[first]);
    str series = latest->edition->series;
    return series.length ? series : site_briefing(latest);
}

static bool write_briefing(struct site *site, size_t first, size_t end)
{
    struct buffer out = {.arena = site->arena};
    str title = series_of(site, first);
    str name = site_briefing(&site->editions.at[first]);
    site_open(&out, site, title, S("../"));
    site_element(&out, "h1", title);
    add_years(&out, site, first, end, S("../"), "h2");
    site_close(&out);
    site->counts->pages++;
    return site_put(site, str_print(site->arena, "%.*s/index.html", STR_ARG(name)),
                    buffer_text(&out));
}

static const char search_form[] =
    "<form role=\"search\" id=\"search\" hidden>\n"
    "<label for=\"words\">Search headlines and findings</label>\n"
    "<input type=\"search\" id=\"words\" autocomplete=\"off\">\n"
    "<p id=\"count\" role=\"status\"></p>\n<ul id=\"found\" "
    "class=\"editions\"></ul>\n</form>\n"
    "<script src=\"search.js\"></script>\n";

bool site_indexes(struct site *site)
{
    struct buffer out = {.arena = site->arena};
    str title = site->options->title.length ? site->options->title : S("Archive");
    site_open(&out, site, title, S(""));
    site_element(&out, "h1", title);
    buffer_add(&out, str_from(search_form));
    for (size_t first = 0; first < site->editions.count;) {
        size_t end = end_of_briefing(site, first);
        str name = site_briefing(&site->editions.at[first]);
        buffer_add(&out, S("<h2>"));
        site_link(&out, S(""), str_print(site->arena, "%.*s/index.html", STR_ARG(name)),
                  series_of(site, first));
        buffer_add(&out, S("</h2>\n"));
        add_years(&out, site, first, end, S(""), "h3");
        if (!write_briefing(site, first, end)) {
            return false;
        }
        first = end;
    }
    site_close(&out);
    site->counts->pages++;
    return site_put(site, S("index.html"), buffer_text(&out));
}
