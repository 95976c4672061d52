/* SPDX-License-Identifier: MIT */
/* Secrets: passwords come from files that nobody else may read, never from arguments,
 * which others can see while a program runs. */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/error.h"

/* The lines of a file. ERROR_CONFIG if others may read it, or its first line is empty. */
NODISCARD bool secret_read(struct arena *arena, str path, struct str_list *lines,
                           struct error *error);

#endif
