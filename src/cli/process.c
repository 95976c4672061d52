/* SPDX-License-Identifier: MIT */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *word_of(struct arena *arena, str word)
{
    char *text = arena_array(arena, char, word.length + 1);
    memcpy(text, word.at, word.length);
    return text;
}

void process_word(struct process *process, str word)
{
    *arena_push(process->arena, &process->words) = word_of(process->arena, word);
}

void process_option(struct process *process, const char *name, str value)
{
    if (value.length) {
        process_word(process, str_print(process->arena, "--%s=%.*s", name, STR_ARG(value)));
    }
}

struct process process_of(struct arena *arena, str program)
{
    struct process process = {.arena = arena};
    process_word(&process, program);
    return process;
}

struct process process_self(struct arena *arena, str folder, const char *command)
{
    struct process process = process_of(arena, S("/proc/self/exe"));
    str rest = str_from(command);
    while (rest.length) {
        process_word(&process, str_cut(rest, ' ', &rest));
    }
    process.folder = folder;
    process.shared = path_join(arena, folder, S("share"));
    return process;
}

/* The theme that it was set in, whoever had chosen it. */
static str theme_of(const struct process *process, const struct edition *edition)
{
    for (size_t i = 0; i < edition->inputs.count; i++) {
        if (str_equal(edition->inputs.at[i].role, S("theme"))) {
            return path_join(process->arena, process->folder, edition->inputs.at[i].path);
        }
    }
    return (str){0};
}

void process_issue(struct process *process, const struct edition *edition, str as_of)
{
    process_word(process,
                 path_join(process->arena, process->folder, edition->briefing_path));
    process->root = edition->root;
    process_option(process, "name", edition->options.name);
    process_option(process, "period", edition->options.period);
    process_option(process, "as-of", as_of);
    process_option(process, "lang", edition->options.language);
    process_option(process, "paper", edition->options.paper);
    process_option(process, "theme", theme_of(process, edition));
    for (size_t i = 0; i < edition->options.parameters.count; i++) {
        process_option(process, "parameter", edition->options.parameters.at[i]);
    }
}

/* Sets a variable of an environment that has none of that name; not to nothing. */
static void set_variable(const struct process *process, char **next, const char *name,
                         str value)
{
    while (*next) {
        next++;
    }
    if (value.length) {
        *next = word_of(process->arena,
                        str_print(process->arena, "%s=%.*s", name, STR_ARG(value)));
    }
}

/* The environment, but for what would lead the program elsewhere. */
static char **environment(const struct process *process)
{
    static const str ours[] = {S("YTTERBY_SHARE="), S(MOVED_FROM "="), S(MOVED_TO "=")};
    size_t count = 0;
    while (environ[count]) {
        count++;
    }
    char **variables =
        arena_array(process->arena, char *, count + COUNT_OF(ours) + 1); /* and a NULL */
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_ours = false;
        for (size_t j = 0; j < COUNT_OF(ours); j++) {
            is_ours = is_ours || str_starts(str_from(environ[i]), ours[j]);
        }
        if (!is_ours) {
            variables[kept++] = environ[i];
        }
    }
    set_variable(process, variables, "YTTERBY_SHARE", process->shared);
    if (process->root.length) {
        set_variable(process, variables, MOVED_FROM, process->root);
        set_variable(process, variables, MOVED_TO,
                     path_join(process->arena, process->folder, S("files")));
    }
    return variables;
}

static pid_t start(struct process *process, const char *complaints,
                   const posix_spawnattr_t *attributes, struct error *error)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints,
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int problem = posix_spawnp(&child, process->words.at[0], &actions, attributes,
                               process->words.at, environment(process));
    posix_spawn_file_actions_destroy(&actions);
    if (problem) {
        error_set(error, ERROR_UNAVAILABLE, "%s cannot be run: %s", process->words.at[0],
                  strerror(problem));
        return -1;
    }
    return child;
}

/* *status is as a shell has it. */
static bool wait_for(pid_t child, int *status, struct error *error)
{
    int state;
    while (waitpid(child, &state, 0) < 0) {
        if (errno != EINTR) {
            return error_set(error, ERROR_SOFTWARE, "waiting failed: %s", strerror(errno));
        }
    }
    *status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
    return true;
}

/* Starts it and waits. An interrupt is for the process: this one lives on, to remove what
 * it has made. */
static bool run(struct process *process, const char *complaints, int *status,
                struct error *error)
{
    const struct sigaction ignored = {.sa_handler = SIG_IGN};
    struct sigaction before;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    sigaction(SIGINT, &ignored, &before);
    sigemptyset(&defaults);
    if (before.sa_handler != SIG_IGN) {
        sigaddset(&defaults, SIGINT);
    }
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = start(process, complaints, &attributes, error);
    bool is_done = child >= 0 && wait_for(child, status, error);
    posix_spawnattr_destroy(&attributes);
    sigaction(SIGINT, &before, NULL);
    return is_done;
}

bool process_finish(struct process *process, struct error *error)
{
    str complaints = process->folder.length
                         ? path_join(process->arena, process->folder, S("complaints"))
                         : S("/dev/null");
    struct source said = {0};
    struct error unreadable = {0};
    int status = 0;
    *arena_push(process->arena, &process->words) = NULL;
    if (!run(process, str_c(process->arena, complaints), &status, error)) {
        return false;
    }
    if (status && process->folder.length &&
        file_read(process->arena, complaints, &said, &unreadable)) {
        fwrite(said.text.at, 1, said.text.length, stderr);
    }
    return !status ||
           error_set(error, ERROR_CHECK, "%s ends with %d",
                     process->folder.length ? "the build" : process->words.at[0], status);
}

bool temporary_folder(struct arena *arena, str *folder, struct error *error)
{
    const char *place = getenv("TMPDIR");
    str pattern = str_print(arena, "%s/ytterby-XXXXXX", place && *place ? place : "/tmp");
    char *name = word_of(arena, pattern);
    *folder = str_from(name);
    return mkdtemp(name) || error_at(error, ERROR_CREATE, (struct place){.file = pattern},
                                     "cannot be made: %s", strerror(errno));
}
