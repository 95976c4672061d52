/* SPDX-License-Identifier: MIT */
/*
 * Errors and warnings, each with its place in a file and a hint.
 *
 * A function that can fail takes `struct error *error` last and returns
 * false or NULL after setting it; the first error set is kept. Callers that
 * unwind may add a frame of context. The kind decides the exit status
 * (sysexits.h). An error owns its texts, except the views of its place,
 * which live in the arena of the run. A message that is too long is cut after
 * a whole character.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/words.h"

#include <stdio.h>

enum error_kind {
    ERROR_NONE,
    ERROR_CHECK, /*  1: a check or claim failed */
    ERROR_USAGE, /* 64: the command line */
    ERROR_DATA, /* 65: what a data file says */
    ERROR_NO_INPUT, /* 66: a file that cannot be read */
    ERROR_UNAVAILABLE, /* 69: a library or server that is needed is not there */
    ERROR_SOFTWARE, /* 70: a library failed, or a bug of ours */
    ERROR_CREATE, /* 73: an output that cannot be made */
    ERROR_WRITE, /* 74: writing failed half way; disk full */
    ERROR_RETRY, /* 75: not yet; try again later */
    ERROR_CONFIG, /* 78: a briefing, theme or directive */
    ERROR_KIND_COUNT,
};

/* A place in a text file; line and column count from 1, in characters, 0 is unknown. */
struct place {
    str file;
    size_t line, column;
    size_t width; /* characters to underline; 0 is one */
    str text; /* the whole line, or empty where it is not at hand */
};

struct error {
    enum error_kind kind;
    struct place place;
    char message[512];
    char hint[256];
};

/* All three return false, so that a failing function can end in `return error_set(...)`. */
bool error_set(struct error *error, enum error_kind kind, const char *format, ...)
    PRINTF_LIKE(3);
bool error_at(struct error *error, enum error_kind kind, struct place place,
              const char *format, ...) PRINTF_LIKE(4);
bool error_hint(struct error *error, const char *format, ...) PRINTF_LIKE(2);

/* "did you mean ...?" if one of the candidates is near `word`, else their list if it is
 * short. */
bool error_suggest(struct error *error, str word, const str *candidates, size_t count);

/* Puts "context: " before the message of an error that is set. Returns false. */
bool error_context(struct error *error, const char *format, ...) PRINTF_LIKE(2);

int error_exit_status(const struct error *error);

/* file:line:column: error: message, the line with a caret, and the hint. */
void error_print(FILE *stream, const struct error *error);

/* A file that was read: its name as the user gave it, and its bytes. */
struct source {
    str path;
    str text;
};

struct place place_in(const struct source *source, size_t offset, size_t length);

/* Warnings of one run: the same message is kept once, with a count and its first place. */
struct warning {
    struct place place;
    str message;
    size_t count;
};

struct warnings {
    struct arena *arena;
    struct warning *at;
    size_t count, capacity;
    struct words messages; /* each has the index of its warning */
};

void warning_add(struct warnings *warnings, struct place place, const char *format, ...)
    PRINTF_LIKE(3);
void warnings_print(FILE *stream, const struct warnings *warnings);

#endif
