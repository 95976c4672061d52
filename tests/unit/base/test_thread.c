/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/thread.h"

#include <stdatomic.h>

struct tally {
    atomic_size_t runs[THREADS_MAX];
};

static void count_run(void *context, size_t index)
{
    struct tally *tally = context;
    atomic_fetch_add(&tally->runs[index], 1);
}

static void test_each_job_runs_once(void **state)
{
    (void)state;
    for (size_t count = 1; count <= THREADS_MAX; count *= 2) {
        struct tally tally = {0};
        thread_run(count, count_run, &tally);
        for (size_t i = 0; i < THREADS_MAX; i++) {
            assert_int_equal(atomic_load(&tally.runs[i]), i < count);
        }
    }
}

static void test_the_environment_says_how_many_threads_there_are(void **state)
{
    (void)state;
    setenv("YTTERBY_THREADS", "7", 1);
    assert_int_equal(thread_count(), 7);
    setenv("YTTERBY_THREADS", "0", 1);
    assert_int_equal(thread_count(), 1);
    setenv("YTTERBY_THREADS", "1000", 1);
    assert_int_equal(thread_count(), THREADS_MAX);
    setenv("YTTERBY_THREADS", "many", 1);
    assert_true(thread_count() >= 1);
    unsetenv("YTTERBY_THREADS");
    assert_true(thread_count() >= 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_job_runs_once),
        unit_case(test_the_environment_says_how_many_threads_there_are),
    };
    return unit_run(tests);
}
