/* SPDX-License-Identifier: MIT */
/*
 * From the log to the trace. Texts of the pages are views of those in the log:
 * sorted by address, what is printed within a text is found by halving.
 */
#include "trace_internal.h"

#include "base/hash.h"
#include "base/version.h"

#include <stdlib.h>

/* --- what all traces have ------------------------------------------------------------- */

static str date_text(struct arena *arena, struct date date)
{
    return date_is_set(date) ? date_print(arena, date) : S("");
}

/* Where the lines of the briefing begin. */
static void find_lines(struct tracer *tracer)
{
    str text = tracer->briefing->source.text;
    *arena_push(tracer->arena, &tracer->lines) = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n') {
            *arena_push(tracer->arena, &tracer->lines) = i + 1;
        }
    }
}

static struct tracer begin(struct arena *arena, const struct briefing *briefing,
                           const struct facts *facts, const struct trace_options *options,
                           struct error *error)
{
    struct tracer tracer = {
        .arena = arena,
        .briefing = briefing,
        .facts = facts,
        .options = options,
        .error = error,
        .trace = arena_new(arena, struct trace),
    };
    *tracer.trace = (struct trace){
        .program = S("ytterby " YTTERBY_VERSION),
        .briefing = path_name(briefing->source.path),
        .briefing_sha256 = hash_sha256(arena, briefing->source.text),
        .period = period_is_set(facts->issue) ? period_print(arena, facts->issue) : S(""),
        .as_of = date_text(arena, facts->as_of),
        .release = date_text(arena, facts->release),
    };
    find_lines(&tracer);
    return tracer;
}

/* From the briefing's folder, also where only one of the two is named from the root on: the
 * same however the briefing was called. */
static str way_to(struct tracer *tracer, str path)
{
    struct arena *arena = tracer->arena;
    str folder = path_folder(tracer->briefing->source.path);
    if (str_starts(path, S("/")) && !str_starts(folder, S("/"))) {
        folder = path_absolute(arena, folder);
    }
    return path_from(arena, folder, path);
}

/* A file that was scanned is too large to be read again only for its hash. */
static bool describe_file(struct tracer *tracer, str path, bool is_scanned)
{
    struct trace_file *file = arena_push(tracer->arena, &tracer->trace->files);
    file->path = way_to(tracer, path);
    if (is_scanned && !tracer->options->hashes_all) {
        return file_size(path, &file->bytes, tracer->error);
    }
    return hash_file(tracer->arena, path, &file->sha256, &file->bytes, tracer->error);
}

static bool describe_files(struct tracer *tracer)
{
    const struct briefing *briefing = tracer->briefing;
    for (size_t i = 0; i < briefing->source_count; i++) {
        const struct path_list *files = &briefing->sources[i].load.files;
        for (size_t k = 0; k < files->count; k++) {
            if (!describe_file(tracer, files->at[k], !tracer->facts->loaded[i])) {
                return false;
            }
        }
    }
    return true;
}

static struct trace *finish(struct tracer *tracer)
{
    return describe_files(tracer) && trace_rows_find(tracer) ? tracer->trace : NULL;
}

/* --- numbers -------------------------------------------------------------------------- */

static size_t report_step(struct tracer *tracer, const struct trace_print *print)
{
    return trace_step_add(
        tracer,
        (struct trace_step){
            .name = print->subject->report,
            .value = print->text,
            .formula = S("counted while the files were read, as ytterby inspect does"),
            .query = TRACE_NONE,
        });
}

static size_t step_without_expression(struct tracer *tracer,
                                      const struct trace_print *print)
{
    if (print->subject->report.length) {
        return report_step(tracer, print);
    }
    if (print->subject->finding) {
        return trace_finding_step(tracer, print->subject->finding, print->text);
    }
    return print->subject->group ? trace_expression_rank(tracer, print)
                                 : trace_step_observation(tracer, print->subject->series,
                                                          print->subject->observation);
}

/* --- places --------------------------------------------------------------------------- */

/* As expression_place(), which counts the lines of the whole briefing each time. */
static struct place place_of(const struct tracer *tracer,
                             const struct expression *expression)
{
    const struct source *source = &tracer->briefing->source;
    if (expression->source->text.at != source->text.at) {
        return expression_place(expression);
    }
    size_t low = 0;
    size_t high = tracer->lines.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        bool is_before = tracer->lines.at[middle] <= expression->offset;
        low = is_before ? middle : low;
        high = is_before ? high : middle;
    }
    str before = str_slice(source->text, tracer->lines.at[low], expression->offset);
    return (struct place){.line = low + 1, .column = str_characters(before) + 1};
}

/* Where the briefing says it, or one of its files; not known for a scalar that is spelled
 * in another way there. */
static void set_origin(const struct tracer *tracer, const struct expression *expression,
                       struct trace_number *number)
{
    str path = expression->source->path;
    number->expression = trace_expression_text(tracer->arena, expression);
    if (path.length) {
        struct place place = place_of(tracer, expression);
        bool is_briefing = str_equal(path, tracer->briefing->source.path);
        number->file = is_briefing ? S("") : path_name(path);
        number->line = place.line;
        number->column = place.column;
    }
}

/* --- numbers, by what was printed -------------------------------------------------------
 */

/* The step of what was printed; TRACE_NONE where it is no number. */
static size_t step_of(struct tracer *tracer, const struct trace_print *print,
                      struct trace_number *number)
{
    const struct trace_evaluation *evaluation = print->evaluation;
    if (!evaluation && !print->subject) {
        return TRACE_NONE;
    }
    if (!evaluation) {
        size_t step = step_without_expression(tracer, print);
        number->expression = tracer->trace->steps.at[step].name;
        number->line = print->subject->place.line;
        number->column = print->subject->place.column;
        return step;
    }
    const struct expression *expression =
        trace_expression_number(evaluation, evaluation->expression);
    if (!expression) {
        return TRACE_NONE;
    }
    set_origin(tracer, evaluation->expression, number);
    return trace_expression_step(tracer, evaluation, expression);
}

static bool add_number(struct tracer *tracer, const struct trace_print *print)
{
    struct trace_number number = {.text = print->text};
    number.step = step_of(tracer, print, &number);
    if (number.step != TRACE_NONE) {
        *arena_push(tracer->arena, &tracer->trace->numbers) = number;
    }
    return number.step != TRACE_NONE;
}

/* --- on the pages --------------------------------------------------------------------- */

static int compare_prints(const void *left, const void *right)
{
    uintptr_t a = (uintptr_t)(*(const struct trace_print *const *)left)->text.at;
    uintptr_t b = (uintptr_t)(*(const struct trace_print *const *)right)->text.at;
    return (a > b) - (a < b);
}

static const struct trace_print **sort_prints(struct arena *arena,
                                              const struct trace_log *log)
{
    const struct trace_print **prints =
        arena_array(arena, const struct trace_print *, log->count + 1);
    for (size_t i = 0; i < log->count; i++) {
        prints[i] = &log->at[i];
    }
    qsort(prints, log->count, sizeof *prints, compare_prints);
    return prints;
}

/* The first that begins at or after the text's first byte. */
static size_t first_within(const struct trace_print *const *prints, size_t count, str text)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if ((uintptr_t)prints[middle]->text.at < (uintptr_t)text.at) {
            low = middle + 1;
        } else {
            count = middle;
        }
    }
    return low;
}

static void add_numbers(struct tracer *tracer, const struct trace_log *log,
                        const struct trace_texts *texts)
{
    const struct trace_print **prints = sort_prints(tracer->arena, log);
    size_t page = 0;
    size_t on_page = 0;
    for (size_t i = 0; i < texts->count; i++) {
        const struct trace_text *text = &texts->at[i];
        uintptr_t end = (uintptr_t)text->text.at + text->text.length;
        on_page = text->page == page ? on_page : 0;
        page = text->page;
        size_t at = first_within(prints, log->count, text->text);
        for (; at < log->count && (uintptr_t)prints[at]->text.at < end; at++) {
            if (add_number(tracer, prints[at])) {
                struct trace *trace = tracer->trace;
                struct trace_number *number = &trace->numbers.at[trace->numbers.count - 1];
                number->page = page;
                number->id = str_print(tracer->arena, "p%zu#%zu", page, ++on_page);
            }
        }
    }
}

/* Most numbers are a step, or computed from two; a list that grows is copied each time. */
static void reserve(struct tracer *tracer, size_t numbers)
{
    enum { STEPS_OF_NUMBER = 3 };
    arena_reserve(tracer->arena, &tracer->trace->numbers, numbers + 1);
    arena_reserve(tracer->arena, &tracer->trace->steps, numbers * STEPS_OF_NUMBER + 1);
    arena_reserve(tracer->arena, &tracer->known_steps, numbers * STEPS_OF_NUMBER + 1);
    arena_reserve(tracer->arena, &tracer->cells, numbers * STEPS_OF_NUMBER + 1);
}

struct trace *trace_build(struct arena *arena, const struct briefing *briefing,
                          const struct facts *facts, const struct trace_log *log,
                          const struct trace_texts *texts,
                          const struct trace_options *options, struct error *error)
{
    struct tracer tracer = begin(arena, briefing, facts, options, error);
    reserve(&tracer, log->count);
    add_numbers(&tracer, log, texts);
    return finish(&tracer);
}

struct trace *trace_build_value(struct arena *arena, const struct briefing *briefing,
                                const struct facts *facts, const struct value *value,
                                const struct trace_options *options, struct error *error)
{
    struct tracer tracer = begin(arena, briefing, facts, options, error);
    struct trace_print print = {.evaluation = value->evaluation};
    if (add_number(&tracer, &print)) {
        struct trace_number *number = &tracer.trace->numbers.at[0];
        number->file = S(""); /* what was asked for stands nowhere */
        number->line = 0;
        return finish(&tracer);
    }
    const struct expression *expression = value->evaluation->expression;
    error_at(error, ERROR_USAGE, expression_place(expression),
             "this is %s, which comes from no data", value_kind_name(value->kind));
    error_hint(error, "trace a number, as in total.yoy");
    return NULL;
}
