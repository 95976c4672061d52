/* SPDX-License-Identifier: MIT */
/* A ledger in a folder of its own, for tests. */
#ifndef UNIT_DELIVER_LEDGERS_H
#define UNIT_DELIVER_LEDGERS_H

#include "unit.h"

#include "base/file.h"
#include "deliver/ledger.h"

#include <stdio.h>
#include <unistd.h>

static inline str make_folder(struct arena *arena)
{
    char name[] = "/tmp/ytterby-test-XXXXXX";
    assert_non_null(mkdtemp(name));
    return str_copy(arena, str_from(name));
}

static inline void remove_folder(struct arena *arena, str folder)
{
    struct path_list files = {0};
    struct error error = {0};
    assert_true(
        file_match(arena, str_print(arena, "%.*s/*", STR_ARG(folder)), &files, &error));
    for (size_t i = 0; i < files.count; i++) {
        if (unlink(files.at[i].at)) {
            remove_folder(arena, files.at[i]);
        }
    }
    rmdir(folder.at);
}

static inline struct ledger *open_ledger(struct arena *arena, str folder)
{
    struct error error = {0};
    struct ledger *ledger = ledger_open(arena, folder, 1000, &error);
    assert_string_equal(error.message, "");
    assert_non_null(ledger);
    return ledger;
}

static inline struct ledger_entry entry_of(const char *address)
{
    return (struct ledger_entry){.key = {.briefing = S("rare-earths"),
                                         .period = S("2025-10"),
                                         .edition = 1,
                                         .recipient = str_from(address)},
                                 .address = str_from(address)};
}

static inline void enroll(struct ledger *ledger, struct ledger_entry entry, int64_t now)
{
    struct error error = {0};
    assert_true(ledger_enroll(ledger, &entry, 1, now, &error));
}

static inline struct ledger_row row_of(struct arena *arena, struct ledger *ledger,
                                       const char *address)
{
    struct error error = {0};
    struct ledger_row row = {0};
    struct ledger_key key = entry_of(address).key;
    bool is_found = false;
    assert_true(ledger_find(arena, ledger, &key, &row, &is_found, &error));
    assert_true(is_found);
    return row;
}

#endif
