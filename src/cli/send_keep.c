/* SPDX-License-Identifier: MIT */
/* What of a mailing is kept in the archive: the messages as they left, and the ledger's
 * rows. */
#include "send_internal.h"

#include "archive/archive.h"
#include "archive/disk.h"
#include "base/deflate.h"

/* A Message-ID is of letters and digits, points and an @; anything else is none in a name.
 */
static str file_name(struct arena *arena, str id)
{
    struct buffer name = {.arena = arena};
    buffer_add(&name, S("mail/"));
    for (size_t i = 0; i < id.length; i++) {
        char byte = id.at[i];
        bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= 'a' && byte <= 'z') || byte == '.' || byte == '-' ||
                        byte == '@';
        buffer_add(&name, is_plain ? str_slice(id, i, i + 1) : S("_"));
    }
    buffer_add(&name, S(".eml.gz"));
    return buffer_text(&name);
}

/* Where the next run finds it if this one dies; it is in memory too, and so no failure. */
static void keep_aside(const struct send *send, const struct archive_file *file)
{
    struct error lost = {0};
    str folder = send->options->kept_folder;
    str path = path_join(send->run->arena, folder, path_name(file->path));
    bool is_aside = folder.length && file_make_folder(folder, &lost) &&
                    disk_put(path, file->bytes, &lost);
    (void)is_aside;
}

bool send_keep_read(struct arena *arena, str folder, struct archive_files *kept,
                    struct error *error)
{
    struct disk_entries entries = {0};
    if (!file_exists(folder)) {
        return true;
    }
    if (!disk_list(arena, folder, &entries, error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        struct source source;
        str name = entries.at[i].path;
        if (!str_ends(name, S(".eml.gz"))) {
            continue; /* one that was being written */
        }
        if (!file_read(arena, path_join(arena, folder, name), &source, error)) {
            return false;
        }
        *arena_push(arena, kept) = (struct archive_file){
            .path = path_join(arena, S("mail"), name),
            .role = S("message"),
            .bytes = source.text,
        };
    }
    return true;
}

/* In the place of one of the same name: that was tried again. */
static struct archive_file *place_of(struct arena *arena, struct archive_files *kept,
                                     str path)
{
    for (size_t i = 0; i < kept->count; i++) {
        if (str_equal(kept->at[i].path, path)) {
            return &kept->at[i];
        }
    }
    return arena_push(arena, kept);
}

void send_keep_message(const struct send *send, const struct delivery_event *event)
{
    struct arena *arena = send->run->arena;
    bool has_left = event->row->state == LEDGER_SENT || event->row->state == LEDGER_UNKNOWN;
    if (send->options->kept && event->mailed && event->is_tried && has_left) {
        struct archive_file file = {
            .path = file_name(arena, event->mailed->id),
            .role = S("message"),
            .bytes = deflate_pack_gzip(arena, event->mailed->bytes),
        };
        keep_aside(send, &file);
        *place_of(arena, send->options->kept, file.path) = file;
    }
}

/* A field of CSV, in quotes as the server's replies need them. */
static void add_field(struct buffer *out, str text)
{
    buffer_add(out, S(",\""));
    for (size_t i = 0; i < text.length; i++) {
        buffer_add(out, text.at[i] == '"' ? S("\"\"") : str_slice(text, i, i + 1));
    }
    buffer_add(out, S("\""));
}

bool send_keep_ledger(const struct send *send, struct ledger *ledger)
{
    const struct cli_run *run = send->run;
    struct ledger_rows rows = {0};
    struct ledger_key key = {.briefing = send->name, .edition = send->options->edition};
    struct buffer out = {.arena = run->arena};
    if (period_is_set(send->input->briefing.period)) {
        key.period = period_print(run->arena, send->input->briefing.period);
    }
    if (!send->options->kept || !send->options->kept->count) {
        return true;
    }
    if (!ledger_list(run->arena, ledger, &key, &rows, run->error)) {
        return false;
    }
    buffer_add(&out,
               S("changed,state,attempts,address,parameters,message_id,content,reply\n"));
    for (size_t i = 0; i < rows.count; i++) {
        const struct ledger_row *row = &rows.at[i];
        buffer_add(&out, send_time(run->arena, row->changed_at));
        add_field(&out, str_from(ledger_state_name(row->state)));
        buffer_print(&out, ",%zu", row->attempts);
        add_field(&out, row->address);
        add_field(&out, row->key.parameters);
        add_field(&out, row->message_id);
        add_field(&out, row->content);
        add_field(&out, row->reply);
        buffer_add_byte(&out, '\n');
    }
    *arena_push(run->arena, send->options->kept) =
        (struct archive_file){S("ledger.csv"), S("ledger"), buffer_text(&out)};
    return true;
}
