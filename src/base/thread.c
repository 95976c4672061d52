/* SPDX-License-Identifier: MIT */
#include "base/thread.h"

#include "base/str.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

size_t thread_count(void)
{
    size_t count = 0;
    cpu_set_t processors;
    if (!str_to_size(str_from(getenv("YTTERBY_THREADS")), &count) &&
        !sched_getaffinity(0, sizeof processors, &processors)) {
        count = (size_t)CPU_COUNT(&processors);
    }
    return count < 1 ? 1 : count < THREADS_MAX ? count : THREADS_MAX;
}

struct worker {
    pthread_t thread;
    bool is_started;
    thread_job *job;
    void *context;
    size_t index;
};

static void *run_worker(void *argument)
{
    struct worker *worker = argument;
    worker->job(worker->context, worker->index);
    return NULL;
}

void thread_run(size_t count, thread_job *job, void *context)
{
    assert(count <= THREADS_MAX);
    struct worker workers[THREADS_MAX];
    for (size_t i = 1; i < count; i++) {
        struct worker *worker = &workers[i];
        *worker = (struct worker){.job = job, .context = context, .index = i};
        worker->is_started = !pthread_create(&worker->thread, NULL, run_worker, worker);
    }
    job(context, 0);
    for (size_t i = 1; i < count; i++) {
        if (workers[i].is_started) {
            pthread_join(workers[i].thread, NULL);
        } else {
            job(context, i);
        }
    }
}
