/* SPDX-License-Identifier: MIT */
/*
 * A folder of messages, NAME.eml, for another program to take or for the archive. A
 * message has the same name each time: while it is there, it is there once.
 */
#include "transport_internal.h"

#include "base/file.h"

struct transport_reply spool_send(struct arena *arena,
                                  const struct transport_settings *settings,
                                  const struct envelope *envelope,
                                  const struct transport_watch *watch)
{
    str path = str_print(arena, "%.*s/%.*s.eml", STR_ARG(settings->target),
                         STR_ARG(envelope->name));
    struct error error = {0};
    if (file_exists(path)) {
        return (struct transport_reply){
            TRANSPORT_TAKEN, false,
            reply_text(arena, str_print(arena, "was in the spool: %.*s", STR_ARG(path)))};
    }
    if (!watch->hand_over(watch->context)) {
        return (struct transport_reply){TRANSPORT_LATER, true, S("not handed over")};
    }
    if (!file_write(path, envelope->bytes, &error)) {
        return (struct transport_reply){
            TRANSPORT_LATER, true,
            reply_text(arena, str_print(arena, "%.*s %s", STR_ARG(path), error.message))};
    }
    return (struct transport_reply){TRANSPORT_TAKEN, false, reply_text(arena, path)};
}
