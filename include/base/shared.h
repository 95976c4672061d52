/* SPDX-License-Identifier: MIT */
/*
 * What comes with the program: themes and profiles. It is in share/ytterby of
 * a folder above the program where that is installed, and in templates where
 * it was built in its sources; or where $YTTERBY_SHARE says.
 */
#ifndef BASE_SHARED_H
#define BASE_SHARED_H

#include "base/str.h"

/* The path of `name`, as "themes/house.yaml"; where there is none, one that names the
 * place. */
str shared_path(struct arena *arena, str name);

#endif
