/* SPDX-License-Identifier: MIT */
/* Base64 (RFC 4648, 4): bytes as text, in one line. */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/buffer.h"

void base64_add(struct buffer *out, str bytes);

#endif
