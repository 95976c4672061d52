/* SPDX-License-Identifier: MIT */
/*
 * Libraries that only some commands need, loaded when they start: linked, they and the
 * twenty that they bring would cost every `build` milliseconds.
 *
 * A file that uses one names its functions once, in a list that makes both the struct of
 * pointers and the names to look up:
 *
 *   #define FUNCTIONS(X) X(sqlite3_open_v2) X(sqlite3_close)
 *   struct sqlite { LIBRARY_POINTERS(FUNCTIONS) };
 *   static const char *const names[] = {LIBRARY_NAMES(FUNCTIONS)};
 *
 *   library_load("libsqlite3.so.0", names, COUNT_OF(names), &sqlite, error)
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/error.h"

#define LIBRARY_POINTER(function) __typeof__(function) *function;
#define LIBRARY_NAME(function) #function,
#define LIBRARY_POINTERS(functions) functions(LIBRARY_POINTER)
#define LIBRARY_NAMES(functions) functions(LIBRARY_NAME)

/*
 * Fills `pointers`, a struct of nothing but `count` function pointers in the order of
 * `names`. ERROR_UNAVAILABLE where the library or one of them is missing. It stays loaded.
 */
NODISCARD bool library_load(const char *file, const char *const *names, size_t count,
                            void *pointers, struct error *error);

#endif
