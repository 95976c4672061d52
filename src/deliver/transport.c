/* SPDX-License-Identifier: MIT */
#include "transport_internal.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/secret.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { REPLY_LENGTH_MAX = 500, SENDER_DIGITS = 16 };

str reply_text(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    text = str_trim(text);
    for (size_t i = 0; i < text.length && i < REPLY_LENGTH_MAX; i++) {
        bool is_printable = text.at[i] >= ' ' && text.at[i] < 0x7F;
        char byte = '?';
        if (is_printable) {
            byte = text.at[i];
        }
        buffer_add_byte(&out, byte);
    }
    return buffer_text(&out);
}

str transport_sender(struct arena *arena, const struct transport_settings *settings,
                     str from, str name)
{
    str pattern = settings->sender.length ? settings->sender : from;
    str mark = S("{hash}");
    for (size_t i = 0; i + mark.length <= pattern.length; i++) {
        if (str_starts(str_after(pattern, i), mark)) {
            return str_print(arena, "%.*s%.*s%.*s", STR_ARG(str_slice(pattern, 0, i)),
                             STR_ARG(str_slice(name, 0, SENDER_DIGITS)),
                             STR_ARG(str_after(pattern, i + mark.length)));
        }
    }
    return pattern;
}

str transport_name(struct arena *arena, const struct transport_settings *settings)
{
    static const char *const before[] = {[TRANSPORT_SMTP] = "",
                                         [TRANSPORT_SENDMAIL] = "sendmail ",
                                         [TRANSPORT_SPOOL] = "spool "};
    return str_print(arena, "%s%.*s", before[settings->kind], STR_ARG(settings->target));
}

/* --- the secret ----------------------------------------------------------------------- */

static bool read_secret(struct arena *arena, const struct transport_settings *settings,
                        str *secret, struct error *error)
{
    if (!settings->user.length) {
        return true;
    }
    if (settings->password_file.length) {
        struct str_list lines = {0};
        if (!secret_read(arena, settings->password_file, &lines, error)) {
            return false;
        }
        *secret = lines.at[0];
        return true;
    }
    *secret = str_from(getenv(str_c(arena, settings->password_variable)));
    return secret->length ||
           error_set(error, ERROR_CONFIG, "the variable %.*s, for the password, is not set",
                     STR_ARG(settings->password_variable));
}

/* --- what all have -------------------------------------------------------------------- */

struct transport *transport_open(struct arena *arena,
                                 const struct transport_settings *settings,
                                 struct error *error)
{
    struct transport *transport = arena_new(arena, struct transport);
    transport->settings = settings;
    if (settings->kind == TRANSPORT_SPOOL) {
        return file_make_folder(settings->target, error) ? transport : NULL;
    }
    if (settings->kind == TRANSPORT_SMTP) {
        str secret = {0};
        if (!read_secret(arena, settings, &secret, error)) {
            return NULL;
        }
        transport->smtp = smtp_open(arena, settings, secret, error);
        return transport->smtp ? transport : NULL;
    }
    return transport;
}

struct transport_reply transport_send(struct arena *arena, struct transport *transport,
                                      const struct envelope *envelope,
                                      const struct transport_watch *watch)
{
    switch (transport->settings->kind) {
    case TRANSPORT_SENDMAIL:
        return sendmail_send(arena, transport->settings, envelope, watch);
    case TRANSPORT_SPOOL:
        return spool_send(arena, transport->settings, envelope, watch);
    default:
        return smtp_send(arena, transport->smtp, envelope, watch);
    }
}

void transport_close(struct transport *transport)
{
    if (transport) {
        smtp_close(transport->smtp);
        transport->smtp = NULL;
    }
}
