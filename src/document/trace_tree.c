/* SPDX-License-Identifier: MIT */
/* A number of a trace for people: its tree down to the rows of the files. */
#include "trace_internal.h"

#include "base/buffer.h"
#include "base/number.h"

enum {
    WIDTH = 100,
    LIST_LONG = 12, /* longer lists are cut ... */
    LIST_SHOWN = 8, /* ... to these, unless all are wanted */
    PLACES_SHOWN = 4, /* of numbers that have more, or no end */
    DIGITS_MAX = 37, /* of a decimal that can be rounded up or down */
};

struct tree {
    struct arena *arena;
    const struct trace *trace;
    struct buffer out;
    bool all;
    str printed; /* a sentence, which need not be said twice */
    bool *is_shown; /* by step: what is below it stands above */
};

/* --- lines ---------------------------------------------------------------------------- */

/* Text after a prefix, broken between words; further lines have the second prefix. */
static void add_line(struct tree *tree, str prefix, str prefix_next, str text)
{
    size_t used = str_characters(prefix);
    bool is_first = true;
    buffer_add(&tree->out, prefix);
    while (text.length) {
        str rest;
        str word = str_cut(text, ' ', &rest);
        size_t width = str_characters(word);
        if (!is_first && used + 1 + width > WIDTH) {
            buffer_add_byte(&tree->out, '\n');
            buffer_add(&tree->out, prefix_next);
            used = str_characters(prefix_next);
            is_first = true;
        }
        buffer_add(&tree->out, is_first ? S("") : S(" "));
        buffer_add(&tree->out, word);
        used += width + !is_first;
        is_first = false;
        text = rest;
    }
    buffer_add_byte(&tree->out, '\n');
}

/* --- values --------------------------------------------------------------------------- */

static size_t decimals_of(str exact)
{
    size_t mark = str_find(exact, '.');
    return str_find(exact, '/') < exact.length ? PLACES_SHOWN
           : mark < exact.length               ? exact.length - mark - 1
                                               : 0;
}

/* Decimals that are shown: as many as there are, as far as a decimal has room for them. */
static int places_of(struct arena *arena, str exact, struct ratio number)
{
    size_t whole = decimal_print(arena, ratio_round(number, 0)).length;
    size_t room = whole < DIGITS_MAX ? DIGITS_MAX - whole : 0;
    size_t most = room < PLACES_SHOWN ? room : PLACES_SHOWN;
    size_t places = decimals_of(exact);
    return (int)(places < most ? places : most);
}

/* "5,473", "15.8307"; what is no number as it is. *is_exact: nothing was rounded. */
static str number_text(struct arena *arena, str exact, bool *is_exact)
{
    struct ratio number;
    *is_exact = true;
    if (!trace_exact_parse(exact, &number)) {
        return exact;
    }
    int places = places_of(arena, exact, number);
    *is_exact = ratio_compare(ratio_from_decimal(ratio_round(number, places)), number) == 0;
    return number_print(arena, number, (struct number_style){.places = places});
}

/* An end of an interval, rounded outwards. */
static str end_text(struct arena *arena, str exact, int direction)
{
    struct ratio number;
    if (!trace_exact_parse(exact, &number)) {
        return exact;
    }
    int places = places_of(arena, exact, number);
    struct decimal rounded = ratio_round(number, places);
    if (ratio_compare(ratio_from_decimal(rounded), number) == -direction) {
        rounded.units += direction;
    }
    return number_print(arena, ratio_from_decimal(rounded),
                        (struct number_style){.places = places});
}

/* "total.yoy 2025-10 ≈ 15.8307 %, between 15.8042 and 15.8571" */
static str step_text(struct tree *tree, const struct trace_step *step)
{
    struct arena *arena = tree->arena;
    struct buffer text = {.arena = arena};
    bool is_exact;
    str value = number_text(arena, step->value, &is_exact);
    struct ratio number;
    if (str_equal(step->value, tree->printed) && !trace_exact_parse(step->value, &number)) {
        buffer_print(&text, "%.*s %.*s", STR_ARG(step->name), STR_ARG(step->period));
        return str_trim(buffer_text(&text));
    }
    buffer_print(&text, "%.*s%s%.*s %s %.*s%s%.*s", STR_ARG(step->name),
                 step->period.length ? " " : "", STR_ARG(step->period),
                 is_exact ? "=" : "\u2248", STR_ARG(value), step->unit.length ? " " : "",
                 STR_ARG(step->unit));
    if (step->low.length) {
        str low = end_text(arena, step->low, -1);
        str high = end_text(arena, step->high, 1);
        buffer_print(&text, ", between %.*s and %.*s", STR_ARG(low), STR_ARG(high));
    }
    if (step->status.length) {
        buffer_print(&text, ", status %.*s", STR_ARG(step->status));
    }
    return buffer_text(&text);
}

/* --- rows ----------------------------------------------------------------------------- */

static size_t shown_of(const struct tree *tree, size_t count)
{
    return tree->all || count <= LIST_LONG ? count : LIST_SHOWN;
}

static str path_of(const struct trace_file *file)
{
    return file->found.length ? file->found : file->path;
}

/* "data/published.csv:43  5473  released 2025-11-20, Reuters" */
static void add_row(struct tree *tree, str prefix, const struct trace_row *row)
{
    struct buffer text = {.arena = tree->arena};
    buffer_print(&text, "%.*s:%zu", STR_ARG(path_of(&tree->trace->files.at[row->file])),
                 row->line);
    if (row->text.length) {
        buffer_print(&text, "  %.*s", STR_ARG(row->text));
    }
    const char *between = "  ";
    const struct {
        const char *word;
        str text;
    } parts[] = {
        {"", row->is_superseded ? S("superseded") : S("")},
        {"released ", row->released},
        {"status ", row->status},
        {"", row->note},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].text.length) {
            buffer_print(&text, "%s%s%.*s", between, parts[i].word, STR_ARG(parts[i].text));
            between = ", ";
        }
    }
    str further = str_print(tree->arena, "%.*s    ", STR_ARG(prefix));
    add_line(tree, prefix, further, buffer_text(&text));
}

static void add_rows(struct tree *tree, str prefix, const struct trace_step *step)
{
    const struct trace_query *query = &tree->trace->queries.at[step->query];
    str of =
        step->group.length ? str_print(tree->arena, ", %.*s", STR_ARG(step->group)) : S("");
    str sum = step->row_count > 1
                  ? str_print(tree->arena, ", the sum of %zu rows", step->row_count)
                  : S("");
    str source = str_print(tree->arena, "query %.*s%.*s%.*s", STR_ARG(query->name),
                           STR_ARG(of), STR_ARG(sum));
    add_line(tree, prefix, prefix, source);
    size_t shown = shown_of(tree, step->rows.count);
    for (size_t i = 0; i < shown; i++) {
        add_row(tree, prefix, &step->rows.at[i]);
    }
    size_t count = step->rows.count > step->row_count ? step->rows.count : step->row_count;
    if (shown < count) {
        const char *where =
            shown < step->rows.count ? "--all lists them" : "they are not in the trace";
        str more = str_print(tree->arena, "... and %zu more; %s", count - shown, where);
        add_line(tree, prefix, prefix, more);
    } else if (step->rows.count && !step->row_count) {
        add_line(tree, prefix, prefix,
                 S("the first row; the file was scanned, which lists no others"));
    }
}

/* --- steps ---------------------------------------------------------------------------- */

/* `first` stands before the step's own line, `below` before what is below it. */
static void add_step(struct tree *tree, size_t index, str first, str below);

static void add_operands(struct tree *tree, const struct trace_step *step, str below)
{
    size_t shown = shown_of(tree, step->operands.count);
    bool is_cut = shown < step->operands.count;
    for (size_t i = 0; i < shown; i++) {
        bool is_last = i + 1 == shown && !is_cut;
        str first = str_print(tree->arena, "%.*s%s", STR_ARG(below),
                              is_last ? "\u2514\u2500 " : "\u251C\u2500 ");
        str next =
            str_print(tree->arena, "%.*s%s", STR_ARG(below), is_last ? "   " : "\u2502  ");
        add_step(tree, step->operands.at[i], first, next);
    }
    if (is_cut) {
        str first = str_print(tree->arena, "%.*s\u2514\u2500 ", STR_ARG(below));
        str more = str_print(tree->arena, "... and %zu more; --all shows them",
                             step->operands.count - shown);
        add_line(tree, first, below, more);
    }
}

static void add_step(struct tree *tree, size_t index, str first, str below)
{
    const struct trace_step *step = &tree->trace->steps.at[index];
    str text = step_text(tree, step);
    bool has_more = step->operands.count || step->query != TRACE_NONE;
    str further = str_print(tree->arena, "%.*s    ", STR_ARG(below));
    if (tree->is_shown[index] && has_more) {
        add_line(tree, first, further,
                 str_print(tree->arena, "%.*s (see above)", STR_ARG(text)));
        return;
    }
    tree->is_shown[index] = true;
    add_line(tree, first, further, text);
    str bar = step->operands.count ? str_print(tree->arena, "%.*s\u2502  ", STR_ARG(below))
                                   : str_print(tree->arena, "%.*s   ", STR_ARG(below));
    if (step->formula.length) {
        add_line(tree, bar, bar, step->formula);
    }
    if (step->query != TRACE_NONE) {
        add_rows(tree, bar, step);
    }
    add_operands(tree, step, below);
}

/* --- what stands around it ------------------------------------------------------------ */

/* p1#2 "up 15.8%", and which expression that is; nothing for a number on no page. */
static void add_head(struct tree *tree, const struct trace_number *number)
{
    struct arena *arena = tree->arena;
    if (!number->id.length) {
        return;
    }
    str head =
        str_print(arena, "%.*s \"%.*s\"", STR_ARG(number->id), STR_ARG(number->text));
    str file = number->file.length ? number->file : tree->trace->briefing;
    str place = number->line ? str_print(arena, " in %.*s:%zu:%zu", STR_ARG(file),
                                         number->line, number->column)
                             : S("");
    add_line(tree, S(""), S("    "), head);
    add_line(tree, S("    "), S("        "),
             str_print(arena, "%.*s%.*s", STR_ARG(number->expression), STR_ARG(place)));
    buffer_add_byte(&tree->out, '\n');
}

static bool uses_query(const struct tree *tree, size_t query)
{
    for (size_t i = 0; i < tree->trace->steps.count; i++) {
        if (tree->is_shown[i] && tree->trace->steps.at[i].query == query) {
            return true;
        }
    }
    return false;
}

static bool uses_file(const struct tree *tree, size_t file)
{
    for (size_t i = 0; i < tree->trace->steps.count; i++) {
        const struct trace_step *step = &tree->trace->steps.at[i];
        for (size_t k = 0; tree->is_shown[i] && k < step->rows.count; k++) {
            if (step->rows.at[k].file == file) {
                return true;
            }
        }
    }
    return false;
}

/* "total: from trade, where series: magnets, partner: World" */
static void add_queries(struct tree *tree)
{
    const char *head = "\nQueries\n";
    for (size_t i = 0; i < tree->trace->queries.count; i++) {
        const struct trace_query *query = &tree->trace->queries.at[i];
        if (!uses_query(tree, i)) {
            continue;
        }
        struct buffer text = {.arena = tree->arena};
        buffer_print(&text, "%.*s: from %.*s", STR_ARG(query->name), STR_ARG(query->from));
        const struct {
            const char *key;
            str value;
        } parts[] = {
            {"where", query->where},
            {"by", query->by},
            {"measure", query->measure},
            {"total", query->total},
        };
        for (size_t k = 0; k < COUNT_OF(parts); k++) {
            if (parts[k].value.length) {
                buffer_print(&text, ", %s %.*s", parts[k].key, STR_ARG(parts[k].value));
            }
        }
        buffer_add(&tree->out, str_from(head));
        add_line(tree, S("    "), S("        "), buffer_text(&text));
        head = "";
    }
}

static void add_files(struct tree *tree)
{
    static const char *const states[] = {
        [TRACE_FILE_UNKNOWN] = "",
        [TRACE_FILE_SAME] = ", still the same",
        [TRACE_FILE_SAME_SIZE] = ", still of that size; its hash was not taken",
        [TRACE_FILE_CHANGED] = ", CHANGED since",
        [TRACE_FILE_ABSENT] = ", not found here",
    };
    const char *head = "\nFiles\n";
    for (size_t i = 0; i < tree->trace->files.count; i++) {
        const struct trace_file *file = &tree->trace->files.at[i];
        if (!uses_file(tree, i)) {
            continue;
        }
        buffer_add(&tree->out, str_from(head));
        str line = str_print(tree->arena, "%.*s, %zu bytes%s", STR_ARG(path_of(file)),
                             file->bytes, states[file->state]);
        add_line(tree, S("    "), S("        "), line);
        if (file->sha256.length) {
            add_line(tree, S("    "), S(""),
                     str_print(tree->arena, "sha256 %.*s", STR_ARG(file->sha256)));
        }
        head = "";
    }
}

/* "Issue 2025-10, as of 2025-11-20, data released by 2025-11-20" */
static void add_issue(struct tree *tree)
{
    const struct trace *trace = tree->trace;
    struct buffer text = {.arena = tree->arena};
    const struct {
        const char *word;
        str text;
    } parts[] = {
        {"Issue ", trace->period},
        {"as of ", trace->as_of},
        {"latest release ", trace->release},
        {"made by ", trace->program},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].text.length) {
            buffer_print(&text, "%s%s%.*s", text.count ? ", " : "", parts[i].word,
                         STR_ARG(parts[i].text));
        }
    }
    buffer_add_byte(&tree->out, '\n');
    add_line(tree, S(""), S("    "), buffer_text(&text));
}

str trace_tree(struct arena *arena, const struct trace *trace,
               const struct trace_number *number, bool all)
{
    struct tree tree = {
        .arena = arena,
        .trace = trace,
        .out = {.arena = arena},
        .all = all,
        .printed = number->text,
    };
    tree.is_shown = arena_array(arena, bool, trace->steps.count);
    add_head(&tree, number);
    add_step(&tree, number->step, S(""), S(""));
    add_queries(&tree);
    add_files(&tree);
    add_issue(&tree);
    return buffer_text(&tree.out);
}
