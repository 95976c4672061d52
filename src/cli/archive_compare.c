/* SPDX-License-Identifier: MIT */
/*
 * An issue beside an earlier one: the figures of its queries, its findings and its headline
 * then and now. As Markdown, which is the text for a terminal, and a briefing for the PDF.
 */
#include "archive_internal.h"
#include "process.h"

#include "archive/disk.h"
#include "base/json.h"
#include "base/number.h"
#include "table/reader.h"

enum { FINDINGS_MOST = 6, ROWS_MOST = 20 }; /* so that it is one page */

/* A figure of a query in both issues, each at its own period. */
struct compared {
    str name; /* "total", "partners Japan" */
    str then, now; /* as the results have them; empty: none */
    struct ratio change, percent; /* not valid where they cannot be said */
};

struct compare {
    const struct cli_run *run;
    struct archive_choice then, now;
    struct words names;
    struct {
        struct compared *at;
        size_t count, capacity;
    } figures; /* by the code of their names */
    struct str_list sentences_then, sentences_now;
};

/* --- figures
 * ------------------------------------------------------------------------------ */

struct result_reader {
    struct compare *compare;
    str query, period;
    size_t column; /* of the period */
    bool has_header, is_now;
};

static struct compared *figure_of(struct compare *compare, str name)
{
    uint32_t code = words_add(compare->run->arena, &compare->names, name);
    if (code == compare->figures.count) {
        *arena_push(compare->run->arena, &compare->figures) =
            (struct compared){.name = name};
    }
    return &compare->figures.at[code];
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct result_reader *reader = context;
    struct arena *arena = reader->compare->run->arena;
    (void)error;
    if (!reader->has_header) {
        reader->has_header = true;
        while (reader->column < row->count &&
               !str_equal(row->fields[reader->column], S("period"))) {
            reader->column++;
        }
        return true;
    }
    if (reader->column + 1 >= row->count ||
        !str_equal(row->fields[reader->column], reader->period)) {
        return true;
    }
    str member = reader->column ? row->fields[0] : S("");
    str name = str_print(arena, "%.*s%s%.*s", STR_ARG(reader->query),
                         member.length ? " " : "", STR_ARG(member));
    struct compared *figure = figure_of(reader->compare, name);
    str text = str_copy(arena, row->fields[reader->column + 1]);
    *(reader->is_now ? &figure->now : &figure->then) = text;
    return true;
}

static bool read_results(struct compare *compare, const struct archive_choice *choice,
                         bool is_now)
{
    struct arena *arena = compare->run->arena;
    for (size_t i = 0; i < choice->edition->files.count; i++) {
        const struct edition_file *file = &choice->edition->files.at[i];
        struct source source;
        struct reader_facts facts = {0};
        str name = path_name(file->path);
        struct result_reader reader = {
            .compare = compare,
            .query = str_slice(name, 0, name.length - S(".csv").length),
            .period = choice->edition->period,
            .is_now = is_now,
        };
        str path = str_print(arena, "%.*s/data/%.*s", STR_ARG(choice->folder),
                             STR_ARG(file->path));
        if (str_equal(file->role, S("results")) &&
            (!file_read(arena, path, &source, compare->run->error) ||
             !reader_run(arena, &source, ',', take_row, &reader, &facts,
                         compare->run->error))) {
            return false;
        }
    }
    return true;
}

static struct ratio number_of(str text)
{
    struct decimal decimal;
    return decimal_parse(text, &decimal) ? ratio_from_decimal(decimal) : (struct ratio){0};
}

static void measure(struct compare *compare)
{
    for (size_t i = 0; i < compare->figures.count; i++) {
        struct compared *figure = &compare->figures.at[i];
        struct ratio then = number_of(figure->then);
        struct ratio now = number_of(figure->now);
        if (ratio_is_valid(then) && ratio_is_valid(now)) {
            figure->change = ratio_subtract(now, then);
            figure->percent =
                ratio_sign(then) > 0
                    ? ratio_multiply(ratio_divide(figure->change, then), ratio_from(100))
                    : (struct ratio){0};
        }
    }
}

/* --- findings
 * ------------------------------------------------------------------------------ */

static bool read_findings(struct compare *compare, const struct archive_choice *choice,
                          struct str_list *sentences)
{
    struct arena *arena = compare->run->arena;
    struct source *source = arena_new(arena, struct source);
    str path = str_print(arena, "%.*s/data/findings.json", STR_ARG(choice->folder));
    if (!file_exists(path)) {
        return true;
    }
    const struct node *map =
        file_read(arena, path, source, compare->run->error)
            ? node_load(arena, source, 0, source->text.length, compare->run->error)
            : NULL;
    const struct node *list = map ? node_find(map, S("findings")) : NULL;
    for (size_t i = 0; list && i < list->count && sentences->count < FINDINGS_MOST; i++) {
        const struct node *sentence = node_find(list->at[i], S("sentence"));
        if (sentence) {
            *arena_push(arena, sentences) = sentence->text;
        }
    }
    return map;
}

/* --- as Markdown
 * ---------------------------------------------------------------------------- */

static str printed(struct arena *arena, struct ratio number, int places, bool has_plus)
{
    struct number_style style = {.places = places, .has_plus = has_plus};
    return ratio_is_valid(number) ? number_print(arena, number, style) : S("n.a.");
}

static int places_of(str text)
{
    struct decimal decimal;
    return decimal_parse(text, &decimal) ? decimal.places : 0;
}

/* What would be Markdown in a text of the data is none. */
static void add_plain(struct buffer *out, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (str_find(S("\\`*_{}[]<>#|~!"), text.at[i]) < S("\\`*_{}[]<>#|~!").length) {
            buffer_add_byte(out, '\\');
        }
        buffer_add_byte(out, text.at[i]);
    }
}

static void add_figure(struct arena *arena, struct buffer *out,
                       const struct compared *figure)
{
    int then = places_of(figure->then);
    int now = places_of(figure->now);
    buffer_add(out, S("| "));
    add_plain(out, figure->name);
    buffer_print(out, " | %.*s | %.*s | %.*s | %.*s |\n",
                 STR_ARG(printed(arena, number_of(figure->then), then, false)),
                 STR_ARG(printed(arena, number_of(figure->now), now, false)),
                 STR_ARG(printed(arena, figure->change, then > now ? then : now, true)),
                 STR_ARG(printed(arena, figure->percent, 1, true)));
}

static void add_sentences(struct buffer *out, const char *heading,
                          const struct str_list *sentences)
{
    if (!sentences->count) {
        return;
    }
    buffer_print(out, "\n## %s\n\n", heading);
    for (size_t i = 0; i < sentences->count; i++) {
        buffer_add(out, S("- "));
        add_plain(out, sentences->at[i]);
        buffer_add(out, S("\n"));
    }
}

static str period_title(struct arena *arena, const struct edition *edition)
{
    struct period period;
    return period_parse(edition->period, &period) ? period_name(arena, period)
                                                  : edition->period;
}

static str compare_text(const struct compare *compare)
{
    struct arena *arena = compare->run->arena;
    struct buffer out = {.arena = arena};
    const struct edition *then = compare->then.edition;
    const struct edition *now = compare->now.edition;
    str before = period_title(arena, then);
    str after = period_title(arena, now);
    buffer_print(&out, "# %.*s against %.*s\n\n> Now: ", STR_ARG(after), STR_ARG(before));
    add_plain(&out, now->title);
    buffer_add(&out, S(". Then: "));
    add_plain(&out, then->title);
    buffer_print(&out,
                 ".\n\n## Figures\n\n| | %.*s | %.*s | change | %% |\n"
                 "|:--|--:|--:|--:|--:|\n",
                 STR_ARG(before), STR_ARG(after));
    for (size_t i = 0; i < compare->figures.count && i < ROWS_MOST; i++) {
        add_figure(arena, &out, &compare->figures.at[i]);
    }
    if (compare->figures.count > ROWS_MOST) {
        buffer_print(&out, "\nThe first %d of %zu figures.\n", ROWS_MOST,
                     compare->figures.count);
    }
    add_sentences(&out, "What can be said now", &compare->sentences_now);
    add_sentences(&out, "What was said then", &compare->sentences_then);
    return buffer_text(&out);
}

/* --- as JSON
 * --------------------------------------------------------------------------------- */

static void write_sentences(struct json *json, const char *key,
                            const struct str_list *sentences)
{
    json_key(json, key);
    json_array(json);
    for (size_t i = 0; i < sentences->count; i++) {
        json_text(json, sentences->at[i]);
    }
    json_end(json);
}

static str compare_json(const struct compare *compare)
{
    struct buffer out = {.arena = compare->run->arena};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_member_text(&json, "then", compare->then.name);
    json_member_text(&json, "now", compare->now.name);
    json_key(&json, "titles");
    json_array(&json);
    json_text(&json, compare->then.edition->title);
    json_text(&json, compare->now.edition->title);
    json_end(&json);
    json_key(&json, "figures");
    json_array(&json);
    for (size_t i = 0; i < compare->figures.count; i++) {
        const struct compared *figure = &compare->figures.at[i];
        json_object(&json);
        json_member_text(&json, "name", figure->name);
        json_member_text(&json, "then", figure->then);
        json_member_text(&json, "now", figure->now);
        json_key(&json, "change");
        json_ratio(&json, figure->change);
        json_key(&json, "percent");
        json_ratio(&json, figure->percent);
        json_end(&json);
    }
    json_end(&json);
    write_sentences(&json, "findings_then", &compare->sentences_then);
    write_sentences(&json, "findings_now", &compare->sentences_now);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

/* --- as a page
 * ------------------------------------------------------------------------------- */

static str compare_briefing(const struct compare *compare)
{
    struct arena *arena = compare->run->arena;
    struct buffer out = {.arena = arena};
    str series = compare->now.edition->series;
    buffer_add(&out, S("---\ntitle: \""));
    for (size_t i = 0; i < series.length; i++) {
        if (series.at[i] == '"' || series.at[i] == '\\') {
            buffer_add_byte(&out, '\\');
        }
        buffer_add_byte(&out, series.at[i]);
    }
    buffer_add(&out, S("\"\n---\n"));
    buffer_add(&out, compare_text(compare));
    return buffer_text(&out);
}

static bool write_page(const struct compare *compare, str folder)
{
    const struct cli_run *run = compare->run;
    struct error left = {0};
    str name = str_print(
        run->arena, "%.*s-%.*s-against-%.*s", STR_ARG(compare->now.edition->briefing),
        STR_ARG(compare->now.edition->period), STR_ARG(compare->then.edition->period));
    str place;
    if (!temporary_folder(run->arena, &place, run->error)) {
        return false;
    }
    str path = path_join(run->arena, place, S("compare.md"));
    struct process process = process_self(run->arena, place, "build");
    process.shared = (str){0};
    process_word(&process, path);
    process_option(&process, "name", name);
    process_option(&process, "output", folder);
    bool is_made = file_write(path, compare_briefing(compare), run->error) &&
                   process_finish(&process, run->error);
    if (!disk_remove(place, is_made ? run->error : &left) || !is_made) {
        return false;
    }
    return cli_print(
        str_print(run->arena, "%.*s/%.*s.pdf\n", STR_ARG(folder), STR_ARG(name)),
        run->error);
}

/* --- the command
 * ------------------------------------------------------------------------------ */

static bool read_both(struct compare *compare)
{
    return read_results(compare, &compare->then, false) &&
           read_results(compare, &compare->now, true) &&
           read_findings(compare, &compare->then, &compare->sentences_then) &&
           read_findings(compare, &compare->now, &compare->sentences_now);
}

bool command_archive_compare(const struct cli_run *run, const struct cli_input *input)
{
    struct compare compare = {.run = run};
    str archive = archive_option(input);
    if (!archive_choose(run->arena, archive, input->arguments[0], &compare.then,
                        run->error) ||
        !archive_choose(run->arena, archive, input->arguments[1], &compare.now,
                        run->error) ||
        !archive_has_content(&compare.then, run->error) ||
        !archive_has_content(&compare.now, run->error) || !read_both(&compare)) {
        return false;
    }
    if (!compare.figures.count) {
        return error_set(run->error, ERROR_NO_INPUT,
                         "neither %.*s nor %.*s keeps results of queries to compare",
                         STR_ARG(compare.then.name), STR_ARG(compare.now.name));
    }
    measure(&compare);
    if (!str_equal(input->folder, S("."))) {
        return write_page(&compare, input->folder);
    }
    return cli_print(input->is_json ? compare_json(&compare) : compare_text(&compare),
                     run->error);
}
