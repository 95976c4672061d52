/* SPDX-License-Identifier: MIT */
/* What the transports share: each is a file with three functions. */
#ifndef DELIVER_TRANSPORT_INTERNAL_H
#define DELIVER_TRANSPORT_INTERNAL_H

#include "deliver/transport.h"

struct transport {
    const struct transport_settings *settings;
    struct smtp *smtp;
};

struct smtp *smtp_open(struct arena *arena, const struct transport_settings *settings,
                       str secret, struct error *error);
struct transport_reply smtp_send(struct arena *arena, struct smtp *smtp,
                                 const struct envelope *envelope,
                                 const struct transport_watch *watch);
void smtp_close(struct smtp *smtp);

struct transport_reply sendmail_send(struct arena *arena,
                                     const struct transport_settings *settings,
                                     const struct envelope *envelope,
                                     const struct transport_watch *watch);

struct transport_reply spool_send(struct arena *arena,
                                  const struct transport_settings *settings,
                                  const struct envelope *envelope,
                                  const struct transport_watch *watch);

/* One line of at most 500 bytes in which control characters are '?'. */
str reply_text(struct arena *arena, str text);

#endif
