/* SPDX-License-Identifier: MIT */
/*
 * Processes: other programs, and this one on files of its own, in a temporary folder.
 *
 * What a process prints goes nowhere; what it complains of is printed where it fails.
 */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include "archive/edition.h"
#include "base/file.h"

struct process {
    struct arena *arena;
    str shared; /* its YTTERBY_SHARE; or empty */
    str root; /* what was below it is below `folder`/files; or empty */
    struct {
        char **at;
        size_t count, capacity;
    } words;
    str folder; /* temporary, for its complaints; or empty: they go nowhere */
};

/* A program that is looked for as the shell does. */
struct process process_of(struct arena *arena, str program);

/* This program, with what comes with it in `folder`/share. */
struct process process_self(struct arena *arena, str folder, const char *command);

void process_word(struct process *process, str word);
void process_option(struct process *process, const char *name,
                    str value); /* if not empty */

/* The briefing of an edition below the folder and the options that it was built with, but
 * for the day as of which. */
void process_issue(struct process *process, const struct edition *edition, str as_of);

/* Runs it to its end; ERROR_CHECK where it fails. */
NODISCARD bool process_finish(struct process *process, struct error *error);

/* A new folder in $TMPDIR or /tmp, which is the caller's to remove. */
NODISCARD bool temporary_folder(struct arena *arena, str *folder, struct error *error);

#endif
