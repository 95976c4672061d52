/* SPDX-License-Identifier: MIT */
/* What the files of the message module share. */
#ifndef DELIVER_MESSAGE_INTERNAL_H
#define DELIVER_MESSAGE_INTERNAL_H

#include "deliver/message.h"

/*
 * The message as bytes, without looking at what it says: message_compose() has checked
 * every value. `boundary` is what the boundaries of its parts begin with.
 */
NODISCARD bool message_write(struct arena *arena, const struct message *message,
                             str boundary, str *bytes, struct error *error);

#endif
