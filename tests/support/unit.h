/* SPDX-License-Identifier: MIT */
/* What every unit test starts with: cmocka, and an arena as the state of each test. */
#ifndef SUPPORT_UNIT_H
#define SUPPORT_UNIT_H

#include "base/arena.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static inline int unit_setup(void **state)
{
    /* Tests run in the sources, wherever they were built: what comes with the program is
     * there. */
    setenv("YTTERBY_SHARE", "templates", 0);
    *state = calloc(1, sizeof(struct arena));
    return *state ? 0 : -1;
}

static inline int unit_teardown(void **state)
{
    arena_finish(*state);
    free(*state);
    return 0;
}

#define unit_case(function) \
    cmocka_unit_test_setup_teardown(function, unit_setup, unit_teardown)
#define unit_run(tests) cmocka_run_group_tests(tests, NULL, NULL)

/* Compares a view with a literal; the message shows both. */
#define assert_str(view, expected) \
    do { \
        struct arena unit_arena = {0}; \
        assert_string_equal(str_c(&unit_arena, view), expected); \
        arena_finish(&unit_arena); \
    } while (0)

#endif
