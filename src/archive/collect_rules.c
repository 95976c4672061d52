/* SPDX-License-Identifier: MIT */
/* How long editions stay: retention and holds. */
#include "archive/collect.h"

#include "archive_internal.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/node.h"

/* "10 years", "18 months". */
static bool read_retention(const struct node *node, size_t *months, struct error *error)
{
    str text;
    str unit;
    size_t number;
    if (!node_text(node, &text, error)) {
        return false;
    }
    bool is_number =
        str_to_size(str_cut(text, ' ', &unit), &number) && number && number <= 12000;
    bool is_years = str_equal(unit, S("years")) || str_equal(unit, S("year"));
    bool is_months = str_equal(unit, S("months")) || str_equal(unit, S("month"));
    *months = is_years ? number * 12 : number;
    return (is_number && (is_years || is_months)) ||
           node_error(node, error, "\"%.*s\" is no time such as 10 years or 18 months",
                      STR_ARG(text));
}

static bool read_settings(struct arena *arena, str archive, struct archive_rules *rules,
                          struct error *error)
{
    static const str keys[] = {S("retention")};
    struct source *source = arena_new(arena, struct source);
    str path = archive_in(arena, archive, S("archive.yaml"));
    if (!file_exists(path)) {
        return true;
    }
    const struct node *map = file_read(arena, path, source, error)
                                 ? node_load(arena, source, 0, source->text.length, error)
                                 : NULL;
    if (!map || !node_knows(map, keys, COUNT_OF(keys), error)) {
        return false;
    }
    const struct node *retention = node_find(map, keys[0]);
    return !retention || read_retention(retention, &rules->retention_months, error);
}

/* --- holds
 * -------------------------------------------------------------------------------- */

static str holds_path(struct arena *arena, str archive)
{
    return archive_in(arena, archive, S("holds"));
}

static bool read_holds(struct arena *arena, str archive, struct archive_rules *rules,
                       struct error *error)
{
    struct source source;
    str path = holds_path(arena, archive);
    if (!file_exists(path)) {
        return true;
    }
    if (!file_read(arena, path, &source, error)) {
        return false;
    }
    str text = source.text;
    while (text.length) {
        str line = str_cut(text, '\n', &text);
        struct archive_hold hold;
        hold.name = str_cut(line, '\t', &line);
        hold.date = str_cut(line, '\t', &hold.reason);
        if (hold.name.length) {
            *arena_push(arena, &rules->holds) = hold;
        }
    }
    return true;
}

bool archive_rules_read(struct arena *arena, str archive, struct archive_rules *rules,
                        struct error *error)
{
    *rules = (struct archive_rules){.retention_months = RETENTION_FOREVER};
    return read_settings(arena, archive, rules, error) &&
           read_holds(arena, archive, rules, error);
}

static bool write_holds(struct arena *arena, str archive, const struct archive_rules *rules,
                        struct error *error)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < rules->holds.count; i++) {
        const struct archive_hold *hold = &rules->holds.at[i];
        buffer_print(&out, "%.*s\t%.*s\t%.*s\n", STR_ARG(hold->name), STR_ARG(hold->date),
                     STR_ARG(hold->reason));
    }
    return file_write(holds_path(arena, archive), buffer_text(&out), error);
}

/* Changes the list of holds under the archive's lock. */
static bool change_holds(struct arena *arena, str archive, const struct archive_hold *added,
                         str lifted, struct error *error)
{
    struct archive_rules rules;
    int lock = archive_lock(arena, archive, false, error);
    if (lock < 0) {
        return false;
    }
    bool is_done = archive_rules_read(arena, archive, &rules, error);
    size_t kept = 0;
    for (size_t i = 0; is_done && i < rules.holds.count; i++) {
        if (!lifted.length || !str_equal(rules.holds.at[i].name, lifted)) {
            rules.holds.at[kept++] = rules.holds.at[i];
        }
    }
    if (is_done && lifted.length && kept == rules.holds.count) {
        is_done = error_set(error, ERROR_NO_INPUT, "there is no hold on \"%.*s\"",
                            STR_ARG(lifted));
    }
    if (is_done) {
        rules.holds.count = kept;
        if (added) {
            *arena_push(arena, &rules.holds) = *added;
        }
        is_done = write_holds(arena, archive, &rules, error);
    }
    archive_unlock(lock);
    return is_done;
}

static bool is_one_line(str text)
{
    return str_find(text, '\n') == text.length && str_find(text, '\t') == text.length;
}

bool archive_hold(struct arena *arena, str archive, struct archive_hold hold,
                  struct error *error)
{
    if (!is_one_line(hold.reason) || !hold.reason.length) {
        return error_set(error, ERROR_USAGE, "a hold has a reason, on one line");
    }
    return change_holds(arena, archive, &hold, (str){0}, error);
}

bool archive_release(struct arena *arena, str archive, str name, struct error *error)
{
    return change_holds(arena, archive, NULL, name, error);
}

const struct archive_hold *archive_rules_hold(const struct archive_rules *rules,
                                              str edition)
{
    for (size_t i = 0; i < rules->holds.count; i++) {
        str name = rules->holds.at[i].name;
        bool is_below = str_starts(edition, name) && edition.length > name.length &&
                        edition.at[name.length] == '/';
        if (is_below || str_equal(edition, name)) {
            return &rules->holds.at[i];
        }
    }
    return NULL;
}
