/* SPDX-License-Identifier: MIT */
/* Validations for tests: of CSV texts, and their notices as lines of text. */
#ifndef VALIDATING_H
#define VALIDATING_H

#include "loading.h"

#include "base/buffer.h"
#include "table/validation.h"

static inline const struct validation *validating(void **state, const char *schema,
                                                  const char *csv)
{
    struct loading *loading = arena_new(*state, struct loading);
    const struct table *table;
    *loading = loading_of(state, schema, csv, &table);
    assert_string_equal(loading->error.message, "");
    return validation_run(*state, table, &loading->report, &loading->warnings, NULL);
}

/* Of what changed since an older text. */
static inline const struct validation *validating_since(void **state, const char *older,
                                                        const char *csv)
{
    struct loading *loading = arena_new(*state, struct loading);
    const struct table *table;
    const struct table *before = loading_table(state, NULL, older);
    *loading = loading_of(state, NULL, csv, &table);
    assert_string_equal(loading->error.message, "");
    assert_true(validation_can_compare(table, before, &loading->error));
    return validation_run(*state, table, &loading->report, &loading->warnings, before);
}

/* Of a file of ../shared/data, which may be absent: NULL. */
static inline const struct validation *validating_shared(void **state, const char *name)
{
    struct loading *loading = arena_new(*state, struct loading);
    struct load_source source = {.name = S("trade")};
    str path = str_print(*state, "../shared/data/%s", name);
    if (!file_exists(path)) {
        return NULL;
    }
    loading->warnings.arena = *state;
    *arena_push(*state, &source.files) = path;
    source.profile_folder = S("templates/profiles");
    source.is_inspection = true;
    const struct table *table = table_load_source(*state, &source, &loading->report,
                                                  &loading->warnings, &loading->error);
    assert_string_equal(loading->error.message, "");
    return validation_run(*state, table, &loading->report, &loading->warnings, NULL);
}

/* "5: sentence; see 3" for each notice of the kind. */
static inline str notices_of(const struct validation *validation, enum notice_kind kind)
{
    struct arena *arena = validation->arena;
    struct buffer out = {.arena = arena};
    struct notice_range range = validation_notices(validation, kind);
    for (size_t i = 0; i < range.count; i++) {
        const struct notice *notice = &range.first[i];
        str sentence = notice_sentence(arena, notice);
        buffer_print(&out, "%zu: %.*s", notice->place.line, STR_ARG(sentence));
        if (notice->other.file.length) {
            buffer_print(&out, "; see %zu", notice->other.line);
        }
        buffer_add_byte(&out, '\n');
    }
    return buffer_text(&out);
}

#endif
