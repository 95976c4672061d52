/* SPDX-License-Identifier: MIT */
/*
 * Threads: one job, several times at once, and nothing else. Jobs share what
 * their context points at and settle between themselves who does what.
 */
#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <stddef.h>

enum { THREADS_MAX = 64 };

/*
 * The processors that this process may use, or what the environment says in
 * YTTERBY_THREADS; 1 to THREADS_MAX.
 */
size_t thread_count(void);

typedef void thread_job(void *context, size_t index);

/*
 * Runs job(context, 0) to job(context, count - 1) and returns when all are
 * done. The first runs in the calling thread; one for which the system has no
 * thread left runs there too, later.
 */
void thread_run(size_t count, thread_job *job, void *context);

#endif
