/* SPDX-License-Identifier: MIT */
/* Messages as files, to be looked at. */
#include "send_internal.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"

enum { NAME_LENGTH_MAX = 200, DIGITS = 8 };

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '.' || byte == '@' || byte == '-' ||
           byte == '+' || byte == '=' || byte == '_';
}

/* anna@example.org, or anna@example.org_country=Germany where that tells two apart. A name
 * that a file cannot have is told from its like by a digest. */
static str stem_of(struct arena *arena, const struct ledger_entry *entry)
{
    str name =
        str_print(arena, "%.*s%s%.*s", STR_ARG(entry->key.recipient),
                  entry->key.parameters.length ? "_" : "", STR_ARG(entry->key.parameters));
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < name.length && i < NAME_LENGTH_MAX; i++) {
        buffer_add_byte(&out, name.at[i]);
        if (!is_plain(name.at[i])) {
            out.at[i] = '_';
        }
    }
    str stem = buffer_text(&out);
    return str_equal(stem, name) ? stem
                                 : str_print(arena, "%.*s_%.*s", STR_ARG(stem), DIGITS,
                                             hash_parts(arena, &name, 1).at);
}

/* A browser knows no parts of a message: the chart is the file beside it. */
static str with_chart_file(struct arena *arena, str html, str content_id, str file)
{
    struct buffer out = {.arena = arena};
    str link = str_print(arena, "cid:%.*s", STR_ARG(content_id));
    for (size_t i = 0; i < html.length;) {
        if (content_id.length && str_starts(str_after(html, i), link)) {
            buffer_add(&out, file);
            i += link.length;
        } else {
            buffer_add_byte(&out, html.at[i++]);
        }
    }
    return buffer_text(&out);
}

bool send_preview(const struct send *send, const struct letter *letter,
                  const struct delivery_event *event, struct error *error)
{
    struct arena arena = {0};
    str stem = stem_of(&arena, &event->item->entry);
    str chart = str_print(&arena, "%.*s.png", STR_ARG(stem));
    const struct {
        const char *ending;
        str bytes;
    } files[] = {
        {"eml", event->mailed->bytes},
        {"txt", event->mailed->text},
        {"html",
         with_chart_file(&arena, event->mailed->html, letter->chart.content_id, chart)},
        {"png", letter->chart.png},
    };
    bool is_done = file_make_folder(send->options->preview, error);
    for (size_t i = 0; i < COUNT_OF(files) && is_done; i++) {
        str path = str_print(&arena, "%.*s/%.*s.%s", STR_ARG(send->options->preview),
                             STR_ARG(stem), files[i].ending);
        is_done = !files[i].bytes.length || file_write(path, files[i].bytes, error);
    }
    arena_finish(&arena);
    return is_done;
}
