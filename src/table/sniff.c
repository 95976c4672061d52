/* SPDX-License-Identifier: MIT */
#include "table/sniff.h"

#include <strings.h>

struct kind {
    str start;
    const char *what, *hint;
};

static const char save_hint[] = "save its sheet as CSV (UTF-8) first";
static const char page_hint[] =
    "look at it in a browser: portals answer so where they want a login or know no data";
static const char json_hint[] = "save the answer as CSV, or ask the service for CSV";

static const struct kind kinds[] = {
    {S("PK\x03\x04"), "a workbook (.xlsx, .ods) or another zip archive", save_hint},
    {S("\xD0\xCF\x11\xE0"), "a workbook of old Excel (.xls)", save_hint},
    {S("%PDF-"), "a PDF", "take the data from where the PDF has them"},
    {S("<!doctype"), "a web page", page_hint},
    {S("<html"), "a web page", page_hint},
    {S("<?xml"), "XML", "ask the service for CSV"},
    {S("{\""), "JSON", json_hint},
    {S("[{"), "JSON", json_hint},
    {S("[["), "JSON", json_hint},
};

static bool starts_with(str text, str start)
{
    return text.length >= start.length && !strncasecmp(text.at, start.at, start.length);
}

bool sniff_accepts(const struct source *bytes, struct error *error)
{
    static const str mark = S("\xEF\xBB\xBF");
    str text = bytes->text;
    text = str_trim(str_after(text, str_starts(text, mark) ? mark.length : 0));
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (starts_with(text, kinds[i].start)) {
            error_at(error, ERROR_DATA, (struct place){.file = bytes->path},
                     "this is %s, not CSV", kinds[i].what);
            return error_hint(error, "%s", kinds[i].hint);
        }
    }
    return true;
}
