/* SPDX-License-Identifier: MIT */
#include "deliver/interruption.h"

#include <stdbool.h>
#include <time.h>

static const int signals[INTERRUPTION_SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE,
                                                  SIGCHLD};

/* A handler can reach nothing else. Blocked signals would do without, but two of them that
 * wait become one. */
static volatile sig_atomic_t signal_count;

static void count_signal(int number)
{
    (void)number;
    signal_count = signal_count + 1;
}

/* As nohup wants it. An ignored SIGCHLD would hide how the mailer ended. */
static bool is_left_ignored(int number, const struct sigaction *before)
{
    return before->sa_handler == SIG_IGN && number != SIGCHLD;
}

void interruption_begin(struct interruption *interruption)
{
    signal_count = 0;
    for (size_t i = 0; i < INTERRUPTION_SIGNALS; i++) {
        struct sigaction action = {.sa_flags = SA_RESTART};
        action.sa_handler = signals[i] == SIGPIPE   ? SIG_IGN
                            : signals[i] == SIGCHLD ? SIG_DFL
                                                    : count_signal;
        sigaction(signals[i], &action, &interruption->before[i]);
        if (is_left_ignored(signals[i], &interruption->before[i])) {
            sigaction(signals[i], &interruption->before[i], NULL);
        }
    }
}

void interruption_end(const struct interruption *interruption)
{
    for (size_t i = 0; i < INTERRUPTION_SIGNALS; i++) {
        sigaction(signals[i], &interruption->before[i], NULL);
    }
}

size_t interruption_count(void)
{
    return (size_t)signal_count;
}

void interruption_wait(int64_t milliseconds)
{
    static const struct timespec moment = {.tv_nsec = 50000000};
    struct timespec start;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        nanosleep(&moment, NULL);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (!interruption_count() &&
             (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000 <
                 milliseconds);
}
