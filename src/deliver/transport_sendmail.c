/* SPDX-License-Identifier: MIT */
/*
 * A local mailer, run as `sendmail -t -i`. It gets the message as a complete file on its
 * standard input: were that a pipe, and we died, it would take half a message for a whole
 * one. It stands in a process group of its own, so that Ctrl-C does not reach it.
 */
#include "transport_internal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_SECONDS = 600 };

static struct transport_reply not_started(struct arena *arena, const char *what, int cause)
{
    return (struct transport_reply){
        TRANSPORT_LATER, true,
        reply_text(arena, str_print(arena, "%s: %s", what, strerror(cause)))};
}

static bool write_all(int fd, str bytes)
{
    while (bytes.length) {
        ssize_t put = write(fd, bytes.at, bytes.length);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        bytes = str_after(bytes, (size_t)put);
    }
    return lseek(fd, 0, SEEK_SET) == 0;
}

/* With the message on descriptor 0 and `output` on 1 and 2. errno's value, or 0. */
static int start(char *const *arguments, int input, int output, pid_t *process)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, 0);
    posix_spawn_file_actions_adddup2(&files, output, 1);
    posix_spawn_file_actions_adddup2(&files, output, 2);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    int cause = posix_spawn(process, arguments[0], &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return cause;
}

static bool is_over(time_t deadline)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec >= deadline;
}

/* Whether it is known how it ended. If we are told to stop before, or it takes too long,
 * it is ended, with all that it started. */
static bool wait_for(pid_t process, const struct transport_watch *watch, int *status)
{
    static const struct timespec moment = {.tv_nsec = 2000000};
    struct timespec start;
    pid_t ended;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while ((ended = waitpid(process, status, WNOHANG)) == 0 ||
           (ended < 0 && errno == EINTR)) {
        if (watch->is_aborted(watch->context) || is_over(start.tv_sec + ANSWER_SECONDS)) {
            kill(-process, SIGKILL);
        }
        nanosleep(&moment, NULL);
    }
    return ended == process;
}

/* sysexits.h: what is wrong with the message or its recipient will stay so. Not so what is
 * unavailable, or a host that is not found: relaying mailers say that of their relay. */
static struct transport_reply judge(struct arena *arena, int status, str said)
{
    if (!WIFEXITED(status)) {
        return (struct transport_reply){
            TRANSPORT_UNKNOWN, true,
            str_print(arena, "the mailer was ended by signal %d", WTERMSIG(status))};
    }
    int code = WEXITSTATUS(status);
    if (code == EX_OK) {
        return (struct transport_reply){TRANSPORT_TAKEN, false,
                                        said.length ? reply_text(arena, said)
                                                    : S("taken by the mailer")};
    }
    bool is_refused = code == EX_DATAERR || code == EX_NOUSER;
    return (struct transport_reply){
        is_refused ? TRANSPORT_REFUSED : TRANSPORT_LATER,
        !is_refused && code != EX_TEMPFAIL,
        reply_text(arena, str_print(arena, "the mailer ended with %d%s%.*s", code,
                                    said.length ? ": " : "", STR_ARG(said)))};
}

static str first_line(struct arena *arena, int fd)
{
    char text[512];
    ssize_t length = pread(fd, text, sizeof text, 0);
    str said = {text, length > 0 ? (size_t)length : 0};
    return str_copy(arena, str_slice(said, 0, str_find(said, '\n')));
}

static char *argument(struct arena *arena, str text)
{
    char *copy = arena_array(arena, char, text.length + 1);
    memcpy(copy, text.at, text.length);
    return copy;
}

static struct transport_reply run(struct arena *arena,
                                  const struct transport_settings *settings,
                                  const struct envelope *envelope, int input, int output,
                                  const struct transport_watch *watch)
{
    char *arguments[] = {argument(arena, settings->target), argument(arena, S("-t")),
                         argument(arena, S("-i")),          argument(arena, S("-f")),
                         argument(arena, envelope->sender), NULL};
    if (!write_all(input, envelope->bytes)) {
        return not_started(arena, "the message cannot be kept for the mailer", errno);
    }
    if (!watch->hand_over(watch->context)) {
        return (struct transport_reply){TRANSPORT_LATER, true, S("not handed over")};
    }
    pid_t process;
    int cause = start(arguments, input, output, &process);
    if (cause) {
        return not_started(arena, arguments[0], cause);
    }
    int status;
    if (!wait_for(process, watch, &status)) {
        return (struct transport_reply){TRANSPORT_UNKNOWN, true,
                                        S("how the mailer ended is not known")};
    }
    return judge(arena, status, first_line(arena, output));
}

struct transport_reply sendmail_send(struct arena *arena,
                                     const struct transport_settings *settings,
                                     const struct envelope *envelope,
                                     const struct transport_watch *watch)
{
    int input = memfd_create("message", MFD_CLOEXEC);
    int output = memfd_create("reply", MFD_CLOEXEC);
    struct transport_reply reply =
        input >= 0 && output >= 0
            ? run(arena, settings, envelope, input, output, watch)
            : not_started(arena, "there is no memory for the message", errno);
    if (input >= 0) {
        close(input);
    }
    if (output >= 0) {
        close(output);
    }
    return reply;
}
