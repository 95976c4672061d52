/* SPDX-License-Identifier: MIT */
/*
 * What an edition would say on the data of a later one: which figures were revised since,
 * which printed numbers change with them, and which sentences no longer hold.
 *
 * The texts, theme and options are those of the first edition, the data files those of the
 * second, as of its day. That is built and kept in a temporary archive, and compared with
 * the first edition.
 */
#include "archive_internal.h"
#include "process.h"

#include "archive/compare.h"
#include "archive/disk.h"
#include "base/json.h"
#include "base/number.h"

#include <stdlib.h>

struct diff {
    const struct cli_run *run;
    struct archive_choice before, after, revised; /* `revised` is built here */
    str folder; /* temporary */
    struct comparison comparison;
};

/* --- the first edition on the data of the second
 * -------------------------------------------- */

static bool is_data(const struct edition_input *input)
{
    return str_equal(input->role, S("data")) || str_equal(input->role, S("package"));
}

/* Puts a data file of the second edition where the briefing of the first looks for it. */
static bool replace_data(struct diff *diff, const struct edition_input *input, str from)
{
    struct arena *arena = diff->run->arena;
    str way =
        path_from(arena, path_folder(diff->after.edition->briefing_path), input->path);
    str folder =
        path_join(arena, diff->folder, path_folder(diff->before.edition->briefing_path));
    str target = path_join(arena, folder, way);
    struct source source;
    if (!str_starts(target, diff->folder) || str_ends(target, S("/.."))) {
        return error_set(diff->run->error, ERROR_DATA, "%.*s has its data elsewhere",
                         STR_ARG(diff->after.name));
    }
    return file_read(arena, path_join(arena, from, input->path), &source,
                     diff->run->error) &&
           file_make_folder(path_folder(target), diff->run->error) &&
           file_write(target, source.text, diff->run->error);
}

/* The first edition's data, which its briefing must not find where the second has none. */
static bool remove_data(const struct diff *diff)
{
    const struct edition *before = diff->before.edition;
    for (size_t i = 0; i < before->inputs.count; i++) {
        const struct edition_input *input = &before->inputs.at[i];
        if (is_data(input) &&
            !disk_remove(path_join(diff->run->arena, diff->folder, input->path),
                         diff->run->error)) {
            return false;
        }
    }
    return true;
}

static bool prepare(struct diff *diff)
{
    struct arena *arena = diff->run->arena;
    str from = path_join(arena, diff->folder, S("after"));
    if (!archive_unpack_inputs(arena, &diff->before, diff->folder, diff->run->error) ||
        !archive_unpack_inputs(arena, &diff->after, from, diff->run->error) ||
        !remove_data(diff)) {
        return false;
    }
    const struct edition *after = diff->after.edition;
    for (size_t i = 0; i < after->inputs.count; i++) {
        if (is_data(&after->inputs.at[i]) &&
            !replace_data(diff, &after->inputs.at[i], from)) {
            return false;
        }
    }
    return true;
}

static bool build_revised(struct diff *diff)
{
    struct arena *arena = diff->run->arena;
    const struct edition *edition = diff->before.edition;
    str archive = path_join(arena, diff->folder, S("archive"));
    struct process process = process_self(arena, diff->folder, "archive add");
    process_issue(&process, edition, diff->after.edition->options.as_of);
    process_option(&process, "archive", archive);
    process_word(&process, S("--no-checks")); /* the issue is stale by intent */
    if (!process_finish(&process, diff->run->error)) {
        error_context(diff->run->error, "%.*s cannot be built on the data of %.*s",
                      STR_ARG(diff->before.name), STR_ARG(diff->after.name));
        return error_hint(diff->run->error,
                          "the files that its briefing names must be among those of %.*s",
                          STR_ARG(diff->after.name));
    }
    struct archive_entries entries = {0};
    return archive_list(arena, archive, S(""), &entries, diff->run->error) &&
           archive_choose(arena, archive, entries.at[0].edition, &diff->revised,
                          diff->run->error);
}

/* --- comparing ---------------------------------------------------------------------------
 */

static bool read_kept(struct diff *diff, const struct archive_choice *choice, str path,
                      struct source *source)
{
    str whole = str_print(diff->run->arena, "%.*s/data/%.*s", STR_ARG(choice->folder),
                          STR_ARG(path));
    return file_read(diff->run->arena, whole, source, diff->run->error);
}

static const struct edition_file *file_with_role(const struct edition *edition, str role)
{
    for (size_t i = 0; i < edition->files.count; i++) {
        if (str_equal(edition->files.at[i].role, role)) {
            return &edition->files.at[i];
        }
    }
    return NULL;
}

static struct trace *read_trace(struct diff *diff, const struct archive_choice *choice)
{
    struct source *source = arena_new(diff->run->arena, struct source);
    const struct edition_file *file = file_with_role(choice->edition, S("trace"));
    if (!file) {
        error_set(diff->run->error, ERROR_DATA, "%.*s has no trace", STR_ARG(choice->name));
        return NULL;
    }
    return read_kept(diff, choice, file->path, source)
               ? trace_read(diff->run->arena, source, diff->run->error)
               : NULL;
}

/* The word that the query calls its total, as the trace has it. */
static str total_of(const struct trace *trace, str query)
{
    for (size_t i = 0; i < trace->queries.count; i++) {
        if (str_equal(trace->queries.at[i].name, query)) {
            return trace->queries.at[i].total;
        }
    }
    return (str){0};
}

static bool compare_query(struct diff *diff, const struct trace *trace, str path)
{
    struct source before;
    struct source after;
    str query = path_name(path);
    query = str_slice(query, 0, query.length - S(".csv").length);
    return read_kept(diff, &diff->before, path, &before) &&
           read_kept(diff, &diff->revised, path, &after) &&
           compare_results(diff->run->arena, query, total_of(trace, query), &before, &after,
                           &diff->comparison, diff->run->error);
}

static bool compare(struct diff *diff)
{
    const struct edition *edition = diff->before.edition;
    struct trace *before = read_trace(diff, &diff->before);
    struct trace *after = before ? read_trace(diff, &diff->revised) : NULL;
    if (!after) {
        return false;
    }
    for (size_t i = 0; i < edition->files.count; i++) {
        if (str_equal(edition->files.at[i].role, S("results")) &&
            !compare_query(diff, before, edition->files.at[i].path)) {
            return false;
        }
    }
    compare_numbers(diff->run->arena, before, after, &diff->comparison);
    return true;
}

/* --- as text
 * ------------------------------------------------------------------------------ */

static str or_nothing(str text)
{
    return text.length ? text : S("no figure");
}

static void add_cell(struct arena *arena, struct buffer *out,
                     const struct cell_change *cell)
{
    buffer_print(out, "  %.*s%s%.*s, %.*s, %.*s: %.*s, now %.*s", STR_ARG(cell->query),
                 cell->member.length ? " " : "", STR_ARG(cell->member),
                 STR_ARG(cell->period), cell->is_status ? 6 : (int)cell->measure.length,
                 cell->is_status ? "status" : cell->measure.at,
                 STR_ARG(or_nothing(cell->before)), STR_ARG(or_nothing(cell->after)));
    if (ratio_is_valid(cell->size)) {
        struct decimal decimal;
        int places = decimal_parse(cell->after, &decimal) ? decimal.places : 0;
        str size = number_print(arena, cell->size,
                                (struct number_style){.places = places, .has_plus = true});
        buffer_print(out, " (%.*s", STR_ARG(size));
        if (ratio_is_valid(cell->share)) {
            str share = number_print(arena, cell->share,
                                     (struct number_style){.places = 2, .has_plus = true});
            buffer_print(out, ", %.*s%% of the total", STR_ARG(share));
        }
        buffer_add(out, S(")"));
    }
    buffer_add(out, S("\n"));
}

/* What has become of a printed number or sentence. */
enum fate { FATE_NUMBER, FATE_SENTENCE, FATE_GONE, FATE_NEW, FATE_COUNT };

static enum fate fate_of(const struct number_change *change)
{
    if (!change->before.text.length) {
        return FATE_NEW;
    }
    if (!change->after.text.length) {
        return FATE_GONE;
    }
    return change->is_sentence ? FATE_SENTENCE : FATE_NUMBER;
}

static size_t count_fate(const struct comparison *comparison, enum fate fate)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->numbers.count; i++) {
        count += fate_of(&comparison->numbers.at[i]) == fate;
    }
    return count;
}

static void add_number(struct buffer *out, const struct number_change *change)
{
    const struct trace_number *before = &change->before;
    const struct trace_number *after = &change->after;
    switch (fate_of(change)) {
    case FATE_NUMBER:
        buffer_print(out, "  %-7.*s %.*s, now %.*s   {{ %.*s }}\n", STR_ARG(before->id),
                     STR_ARG(before->text), STR_ARG(after->text),
                     STR_ARG(before->expression));
        return;
    case FATE_SENTENCE:
        buffer_print(out, "  %-7.*s %.*s\n     now  %.*s\n", STR_ARG(before->id),
                     STR_ARG(before->text), STR_ARG(after->text));
        return;
    case FATE_GONE:
        buffer_print(out, "  %-7.*s %.*s   {{ %.*s }}\n", STR_ARG(before->id),
                     STR_ARG(before->text), STR_ARG(before->expression));
        return;
    default:
        buffer_print(out, "  %.*s   {{ %.*s }}\n", STR_ARG(after->text),
                     STR_ARG(after->expression));
        return;
    }
}

static void add_numbers(struct buffer *out, const struct comparison *comparison,
                        enum fate fate, const char *heading)
{
    size_t count = count_fate(comparison, fate);
    if (count || fate == FATE_NUMBER || fate == FATE_SENTENCE) {
        buffer_print(out, "\n%s: %zu\n", heading, count);
    }
    for (size_t i = 0; i < comparison->numbers.count; i++) {
        if (fate_of(&comparison->numbers.at[i]) == fate) {
            add_number(out, &comparison->numbers.at[i]);
        }
    }
}

static str diff_text(const struct diff *diff)
{
    struct arena *arena = diff->run->arena;
    const struct comparison *comparison = &diff->comparison;
    struct buffer out = {.arena = arena};
    buffer_print(&out, "%.*s on the data of %.*s\n\nfigures revised: %zu of %zu\n",
                 STR_ARG(diff->before.name), STR_ARG(diff->after.name),
                 comparison->cells.count, comparison->cell_count);
    for (size_t i = 0; i < comparison->cells.count; i++) {
        add_cell(arena, &out, &comparison->cells.at[i]);
    }
    add_numbers(&out, comparison, FATE_NUMBER, "printed numbers that are others");
    add_numbers(&out, comparison, FATE_SENTENCE, "sentences that no longer hold");
    add_numbers(&out, comparison, FATE_GONE, "would not be printed");
    add_numbers(&out, comparison, FATE_NEW, "would be printed besides");
    return buffer_text(&out);
}

/* --- as JSON
 * ------------------------------------------------------------------------------- */

static void write_cells(struct json *json, const struct comparison *comparison)
{
    json_key(json, "figures");
    json_array(json);
    for (size_t i = 0; i < comparison->cells.count; i++) {
        const struct cell_change *cell = &comparison->cells.at[i];
        json_object(json);
        json_member_text(json, "query", cell->query);
        json_member_some_text(json, "member", cell->member);
        json_member_text(json, "period", cell->period);
        json_member_text(json, "measure", cell->is_status ? S("status") : cell->measure);
        json_member_text(json, "before", cell->before);
        json_member_text(json, "after", cell->after);
        if (ratio_is_valid(cell->size)) {
            json_key(json, "size");
            json_ratio(json, cell->size);
        }
        if (ratio_is_valid(cell->share)) {
            json_key(json, "share_percent");
            json_ratio(json, cell->share);
        }
        json_end(json);
    }
    json_end(json);
}

static void write_numbers(struct json *json, const struct comparison *comparison)
{
    json_key(json, "printed");
    json_array(json);
    for (size_t i = 0; i < comparison->numbers.count; i++) {
        const struct number_change *change = &comparison->numbers.at[i];
        const struct trace_number *number =
            change->before.text.length ? &change->before : &change->after;
        json_object(json);
        json_member_text(json, "id", number->id);
        json_member_text(json, "expression", number->expression);
        json_member_flag(json, "sentence", change->is_sentence);
        json_member_text(json, "before", change->before.text);
        json_member_text(json, "after", change->after.text);
        json_end(json);
    }
    json_end(json);
}

static str diff_json(const struct diff *diff)
{
    struct buffer out = {.arena = diff->run->arena};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_member_text(&json, "edition", diff->before.name);
    json_member_text(&json, "data_of", diff->after.name);
    json_member_count(&json, "figures_compared", diff->comparison.cell_count);
    json_member_count(&json, "printed_compared", diff->comparison.number_count);
    write_cells(&json, &diff->comparison);
    write_numbers(&json, &diff->comparison);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

/* --- the command
 * ---------------------------------------------------------------------------- */

bool command_archive_diff(const struct cli_run *run, const struct cli_input *input)
{
    struct diff diff = {.run = run};
    struct error left = {0};
    str archive = archive_option(input);
    str first = input->arguments[0];
    str second = input->argument_count > 1 ? input->arguments[1]
                                           : str_slice(first, 0, str_find(first, '/'));
    if (!archive_choose(run->arena, archive, first, &diff.before, run->error) ||
        !archive_choose(run->arena, archive, second, &diff.after, run->error) ||
        !temporary_folder(run->arena, &diff.folder, run->error)) {
        return false;
    }
    bool is_done =
        prepare(&diff) && build_revised(&diff) && compare(&diff) &&
        cli_print(input->is_json ? diff_json(&diff) : diff_text(&diff), run->error);
    return disk_remove(diff.folder, is_done ? run->error : &left) && is_done;
}
