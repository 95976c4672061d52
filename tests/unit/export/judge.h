/* SPDX-License-Identifier: MIT */
/* Other programs as judges of a PDF: what they print, standard error included. */
#ifndef JUDGE_H
#define JUDGE_H

#include "base/buffer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static inline str judge_run(struct arena *arena, const char *command)
{
    struct buffer output = {.arena = arena};
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    char part[4096];
    size_t length;
    while ((length = fread(part, 1, sizeof part, pipe)) > 0) {
        buffer_add(&output, (str){part, length});
    }
    pclose(pipe);
    return buffer_text(&output);
}

/* `before` FILE `after`. Skips the test, and says so, where the program is missing. */
static inline str judge(struct arena *arena, str pdf, const char *before, const char *after)
{
    str rest;
    str program = str_cut(str_from(before), ' ', &rest);
    str found = judge_run(
        arena, str_c(arena, str_print(arena, "command -v %.*s", STR_ARG(program))));
    if (!found.length) {
        fprintf(stderr, "skipped: %.*s is not installed\n", STR_ARG(program));
        skip();
    }
    char path[] = "/tmp/ytterby-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, pdf.at, pdf.length), (int)pdf.length);
    close(fd);
    str command = str_print(arena, "LC_ALL=C.UTF-8 %s %s %s 2>&1", before, path, after);
    str output = judge_run(arena, str_c(arena, command));
    unlink(path);
    return output;
}

static inline bool contains(struct arena *arena, str text, const char *part)
{
    return strstr(str_c(arena, text), part);
}

static inline void assert_contains_at(struct arena *arena, str text, const char *part,
                                      const char *file, int line)
{
    if (!contains(arena, text, part)) {
        print_error("\"%s\" is not in:\n%.*s\n", part, STR_ARG(text));
        _fail(file, line);
    }
}

#define assert_contains(arena, text, part) \
    assert_contains_at(arena, text, part, __FILE__, __LINE__)

#endif
