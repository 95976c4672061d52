/* SPDX-License-Identifier: MIT */
#include "archive/verify.h"

#include "archive_internal.h"

#include "archive/disk.h"
#include "base/file.h"
#include "base/hash.h"

struct verifier {
    struct arena *arena;
    str archive;
    struct verify_report *report;
};

static void problem(const struct verifier *verifier, str edition, str text)
{
    *arena_push(verifier->arena, &verifier->report->problems) =
        (struct verify_problem){edition, text};
}

/* What an error says, as a problem. */
static void problem_of(const struct verifier *verifier, str edition,
                       const struct error *error)
{
    problem(verifier, edition,
            str_print(verifier->arena, "%.*s: %s", STR_ARG(path_name(error->place.file)),
                      error->message));
}

/* --- editions ---------------------------------------------------------------------------
 */

static str bag_problem_text(struct arena *arena, const struct bag_problem *found)
{
    static const char *const words[] = {
        [BAG_DAMAGED] = "is damaged",         [BAG_MISSING] = "is missing",
        [BAG_ADDED] = "does not belong here", [BAG_MALFORMED] = "cannot be read",
        [BAG_UNREADABLE] = "cannot be read",
    };
    return str_print(arena, "%.*s %s%s%.*s", STR_ARG(found->path), words[found->kind],
                     found->detail.length ? ": " : "", STR_ARG(found->detail));
}

static void verify_bag(const struct verifier *verifier, str name, str folder)
{
    struct bag_problems problems = {0};
    struct bag_files payload = {0};
    struct error error = {0};
    bag_verify(verifier->arena, folder, &problems);
    for (size_t i = 0; i < problems.count; i++) {
        problem(verifier, name, bag_problem_text(verifier->arena, &problems.at[i]));
    }
    if (bag_payload(verifier->arena, folder, &payload, &error)) {
        verifier->report->files += payload.count;
    }
}

/* Whether the bag's manifest and its edition.json agree on what is in it. */
static void verify_list(const struct verifier *verifier, str name,
                        const struct edition *edition, str folder)
{
    struct error error = {0};
    struct bag_files payload = {0};
    struct words known = {0};
    if (!bag_payload(verifier->arena, folder, &payload, &error)) {
        return; /* that is told already */
    }
    for (size_t i = 0; i < payload.count; i++) {
        words_add(verifier->arena, &known,
                  str_print(verifier->arena, "%.*s %.*s", STR_ARG(payload.at[i].sha256),
                            STR_ARG(payload.at[i].path)));
    }
    for (size_t i = 0; i < edition->files.count; i++) {
        const struct edition_file *file = &edition->files.at[i];
        str line = str_print(verifier->arena, "%.*s data/%.*s", STR_ARG(file->sha256),
                             STR_ARG(file->path));
        verifier->report->bytes += file->bytes;
        if (words_find(&known, line) == UINT32_MAX) {
            problem(verifier, name,
                    str_print(verifier->arena, "the manifest knows %.*s otherwise",
                              STR_ARG(file->path)));
        }
    }
    if (payload.count != edition->files.count + 1) {
        problem(verifier, name, S("the manifest has other files than edition.json"));
    }
}

/* Of a removed edition the manifests still prove its edition.json. */
static void verify_rest(const struct verifier *verifier, str name, str folder)
{
    struct bag_problems problems = {0};
    bag_verify(verifier->arena, folder, &problems);
    for (size_t i = 0; i < problems.count; i++) {
        const struct bag_problem *found = &problems.at[i];
        bool is_removed = found->kind == BAG_MISSING &&
                          str_starts(found->path, S("data/")) &&
                          !str_equal(found->path, S("data/edition.json"));
        bool is_mark = found->kind == BAG_ADDED && str_equal(found->path, REMOVED_MARK);
        if (!is_removed && !is_mark) {
            problem(verifier, name, bag_problem_text(verifier->arena, found));
        }
    }
}

static struct edition *verify_edition(const struct verifier *verifier,
                                      const struct archive_entry *entry)
{
    struct arena *arena = verifier->arena;
    struct error error = {0};
    str folder = archive_folder(arena, verifier->archive, entry->edition);
    if (entry->is_removed) {
        verifier->report->removed++;
        verify_rest(verifier, entry->edition, folder);
    } else {
        verifier->report->editions++;
        verify_bag(verifier, entry->edition, folder);
    }
    struct edition *edition =
        archive_read(arena, verifier->archive, entry->edition, &error);
    if (!edition) {
        problem_of(verifier, entry->edition, &error);
        return NULL;
    }
    if (!str_equal(edition_name(arena, edition), entry->edition)) {
        problem(verifier, entry->edition,
                str_print(arena, "it says of itself that it is %.*s",
                          STR_ARG(edition_name(arena, edition))));
    }
    if (!entry->is_removed) {
        verify_list(verifier, entry->edition, edition, folder);
    }
    return edition;
}

/* --- chains ------------------------------------------------------------------------------
 */

/* An edition with its seal as it is now. */
struct chained {
    const struct archive_entry *entry;
    const struct edition *edition;
    str seal; /* empty: it has none */
    bool is_met;
};

struct chained_editions {
    struct chained *at;
    size_t count, capacity;
};

static struct chained *chained_find(const struct chained_editions *editions, str name)
{
    for (size_t i = 0; i < editions->count; i++) {
        if (str_equal(editions->at[i].entry->edition, name)) {
            return &editions->at[i];
        }
    }
    return NULL;
}

/* What a link says of an edition against what that one is; `from` is who says it. */
static void check_link(const struct verifier *verifier, const struct chained *found,
                       const struct edition_link *link, str from)
{
    struct arena *arena = verifier->arena;
    if (!str_equal(found->seal, link->seal)) {
        problem(verifier, link->edition,
                str_print(arena, "its seal is %.12s..., but %.*s knows it as %.12s...",
                          found->seal.length ? found->seal.at : "missing     ",
                          STR_ARG(from), link->seal.at));
    }
    if (found->edition && found->edition->sequence != link->sequence) {
        problem(verifier, link->edition,
                str_print(arena, "it is number %zu, but %.*s knows it as %zu",
                          found->edition->sequence, STR_ARG(from), link->sequence));
    }
}

/* From a link to the first edition, or to one whose edition.json cannot be read. */
static void follow(const struct verifier *verifier, const struct chained_editions *editions,
                   struct edition_link link, str from)
{
    while (link.edition.length) {
        struct chained *found = chained_find(editions, link.edition);
        if (!found || found->is_met) {
            problem(verifier, from,
                    str_print(verifier->arena, "%.*s, to which it leads, %s",
                              STR_ARG(link.edition), found ? "leads to it" : "is missing"));
            return;
        }
        found->is_met = true;
        check_link(verifier, found, &link, from);
        from = link.edition;
        link = found->edition ? found->edition->previous : (struct edition_link){0};
    }
}

static void verify_chain(const struct verifier *verifier, str briefing,
                         const struct chained_editions *editions)
{
    struct error error = {0};
    struct edition_link head;
    str from = str_print(verifier->arena, "%.*s/head", STR_ARG(briefing));
    if (!archive_head(verifier->arena, verifier->archive, briefing, &head, &error)) {
        problem_of(verifier, briefing, &error);
        return;
    }
    if (head.sequence) {
        *arena_push(verifier->arena, &verifier->report->heads) = head;
    }
    follow(verifier, editions, head, from);
    for (size_t i = 0; i < editions->count; i++) {
        if (!editions->at[i].is_met) {
            problem(verifier, editions->at[i].entry->edition,
                    S("no other edition and no head knows it: it stands beside the chain, "
                      "or the chain is broken"));
        }
    }
}

static str seal_of(const struct verifier *verifier, const struct archive_entry *entry)
{
    struct error error = {0};
    str seal;
    str folder = archive_folder(verifier->arena, verifier->archive, entry->edition);
    return bag_seal(verifier->arena, folder, &seal, &error) ? seal : (str){0};
}

static str briefing_of(str edition)
{
    return str_slice(edition, 0, str_find(edition, '/'));
}

static bool verify_briefing(const struct verifier *verifier, str briefing,
                            struct error *error)
{
    struct chained_editions editions = {0};
    struct archive_entries entries = {0};
    if (!archive_list(verifier->arena, verifier->archive, briefing, &entries, error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct archive_entry *entry = &entries.at[i];
        *arena_push(verifier->arena, &editions) = (struct chained){
            entry, verify_edition(verifier, entry), seal_of(verifier, entry), false};
    }
    verify_chain(verifier, briefing, &editions);
    return true;
}

/* --- objects
 * ------------------------------------------------------------------------------ */

/* Files of editions are second names of objects and verified there: what is left are
 * objects whose bytes differ from their name, and things that are no objects. */
static void verify_objects(const struct verifier *verifier)
{
    struct arena *arena = verifier->arena;
    struct error error = {0};
    struct disk_entries entries = {0};
    str folder = archive_in(arena, verifier->archive, S("objects"));
    if (!disk_list(arena, folder, &entries, &error)) {
        problem_of(verifier, S(""), &error);
        return;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct disk_entry *entry = &entries.at[i];
        str sha256;
        size_t bytes;
        if (entry->kind == DISK_FOLDER ||
            str_starts(path_name(entry->path), S(DISK_DRAFT))) {
            continue;
        }
        str wanted =
            str_print(arena, "%.2s%.*s", entry->path.at, STR_ARG(path_name(entry->path)));
        bool is_object = entry->kind == DISK_FILE &&
                         hash_file(arena, archive_in(arena, folder, entry->path), &sha256,
                                   &bytes, &error) &&
                         str_equal(sha256, wanted);
        if (!is_object) {
            problem(verifier, S(""),
                    str_print(arena, "objects/%.*s is damaged, or no object",
                              STR_ARG(entry->path)));
        }
    }
}

/* --- all ----------------------------------------------------------------------------- */

static bool verify_one(const struct verifier *verifier, str name, struct error *error)
{
    struct archive_entries entries = {0};
    if (!archive_list(verifier->arena, verifier->archive, briefing_of(name), &entries,
                      error)) {
        return false;
    }
    const struct archive_entry *entry = archive_find(&entries, name, error);
    if (entry) {
        verify_edition(verifier, entry);
    }
    return entry;
}

bool archive_verify(struct arena *arena, str archive, str name,
                    struct verify_report *report, struct error *error)
{
    struct verifier verifier = {arena, archive, report};
    struct str_list briefings = {0};
    if (str_find(name, '/') < name.length) {
        return verify_one(&verifier, name, error);
    }
    if (name.length) {
        return verify_briefing(&verifier, name, error);
    }
    if (!archive_briefings(arena, archive, &briefings, error)) {
        return false;
    }
    for (size_t i = 0; i < briefings.count; i++) {
        if (!verify_briefing(&verifier, briefings.at[i], error)) {
            return false;
        }
    }
    verify_objects(&verifier);
    return true;
}
