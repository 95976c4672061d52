/* SPDX-License-Identifier: MIT */
/*
 * Steps of expressions: what filters format is looked through, a branch that
 * was not taken is left out, a series is its observation at the issue. What a
 * property looks at beyond its operand is in the table below.
 */
#include "trace_internal.h"

#include "base/buffer.h"

struct subject {
    struct tracer *tracer;
    const struct trace_evaluation *evaluation;
    const struct expression *expression;
    const struct value *value; /* of the expression */
    const struct value *left; /* of its operand; NULL where it has none */
    size_t step;
};

static bool has_word(const struct expression *expression, const char *word)
{
    return str_equal(expression->word, str_from(word));
}

/* --- what is a number ----------------------------------------------------------------- */

static const struct expression *taken(const struct trace_evaluation *evaluation,
                                      const struct expression *choice)
{
    bool is_right = trace_evaluation_value(evaluation, choice->right);
    return is_right ? choice->right : choice->left;
}

/* Properties of dates count the calendar, those of names are names. */
static bool is_computed(const struct trace_evaluation *evaluation,
                        const struct expression *property, const struct value *value)
{
    static const char *const names[] = {"name", "unit", "status", "verb", "word"};
    const struct value *operand = trace_evaluation_value(evaluation, property->left);
    bool is_of_data = operand && operand->kind != VALUE_PERIOD &&
                      operand->kind != VALUE_DATE && operand->kind != VALUE_TEXT;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        is_of_data = is_of_data && !has_word(property, names[i]);
    }
    return is_of_data && (value->kind == VALUE_NUMBER || value->kind == VALUE_TEXT);
}

const struct expression *trace_expression_number(const struct trace_evaluation *evaluation,
                                                 const struct expression *expression)
{
    const struct value *value = trace_evaluation_value(evaluation, expression);
    if (!value) {
        return NULL;
    }
    switch (expression->kind) {
    case EXPRESSION_FILTER:
        return value->kind == VALUE_NUMBER
                   ? expression
                   : trace_expression_number(evaluation, expression->left);
    case EXPRESSION_BINARY:
        if (expression->operation == OPERATION_CHOICE) {
            return trace_expression_number(evaluation, taken(evaluation, expression));
        }
        return value->kind == VALUE_NUMBER ? expression : NULL;
    case EXPRESSION_NEGATIVE:
        return value->kind == VALUE_NUMBER ? expression : NULL;
    case EXPRESSION_PROPERTY:
        if (is_computed(evaluation, expression, value)) {
            return expression;
        }
        break;
    default:
        break;
    }
    bool is_number = value->kind == VALUE_SERIES || value->kind == VALUE_SINCE ||
                     value->kind == VALUE_STREAK || value->kind == VALUE_RECORD;
    return is_number ? expression : NULL;
}

/* --- operands of properties ----------------------------------------------------------- */

static void add_at(struct subject *subject, const struct series *series,
                   struct period period)
{
    struct observation observation = series_at(series, period);
    trace_step_operand(subject->tracer, subject->step,
                       trace_step_observation(subject->tracer, series, observation));
}

/* Of max and min: the month that it was. */
static void add_its_month(struct subject *subject)
{
    add_at(subject, subject->left->series, subject->value->period);
}

static void add_published_and_months(struct subject *subject)
{
    const struct series *series = subject->left->series;
    struct period window = period_to_date(subject->evaluation->issue);
    struct cover cover = {0};
    add_at(subject, series, window);
    if (series_cover(subject->tracer->arena, series, window, COVER_FINE, &cover)) {
        for (size_t i = 0; i < cover.count; i++) {
            add_at(subject, series, cover.at[i]->period);
        }
    }
}

/* The members of a group that have a value. */
static void add_group(struct tracer *tracer, size_t step, const struct series_group *group,
                      struct period period)
{
    for (size_t i = 0; group && i < group->count; i++) {
        struct observation observation = series_at(&group->at[i], period);
        if (observation_has_value(observation)) {
            trace_step_operand(tracer, step,
                               trace_step_observation(tracer, &group->at[i], observation));
        }
    }
}

static void add_members(struct subject *subject)
{
    add_group(subject->tracer, subject->step, subject->left->group,
              subject->evaluation->issue);
}

/* The months of a since: those below (above) the value, and the one that ends them. */
static void add_window(struct subject *subject, const struct series *series,
                       const struct since *since)
{
    struct period issue = subject->evaluation->issue;
    size_t months = since->months + period_is_set(since->month);
    for (size_t i = 1; i <= months; i++) {
        struct period month = period_shift(issue, -(int)i);
        if (series_find(series, month)) {
            add_at(subject, series, month);
        }
    }
}

static void add_since(struct subject *subject)
{
    add_at(subject, subject->left->series, subject->evaluation->issue);
    if (subject->value->kind == VALUE_SINCE) {
        add_window(subject, subject->left->series, &subject->value->since);
    }
}

/* The periods of a run of changes, and the one before it. */
static void add_run(struct subject *subject)
{
    const struct series *changes = subject->left->series;
    struct period period = series_period(changes, subject->evaluation->issue);
    size_t count = subject->value->kind == VALUE_STREAK
                       ? subject->value->streak.count + 1
                       : finding_first_after(changes, period) + 2;
    int step = changes->is_to_date ? 1 : period.months;
    for (size_t i = 0; i < count; i++) {
        struct period earlier = period_shift(subject->evaluation->issue, -(int)i * step);
        if (series_find(changes, series_period(changes, earlier))) {
            add_at(subject, changes, earlier);
        }
    }
}

/* The level, its rate on the month, and how far back it is the highest or lowest. */
static void add_sentence(struct subject *subject)
{
    const struct series *series = subject->left->series;
    struct period issue = subject->evaluation->issue;
    struct since high = finding_high_since(series, issue);
    struct since low = finding_low_since(series, issue);
    add_at(subject, series, issue);
    add_at(subject, operator_rate(subject->tracer->arena, series, RATE_PREVIOUS), issue);
    add_window(subject, series, high.months >= low.months ? &high : &low);
}

/* The value, and the record until then. */
static void add_record(struct subject *subject)
{
    const struct record *record = subject->value->record;
    add_at(subject, subject->left->series, subject->evaluation->issue);
    if (record && observation_has_value(record->before)) {
        add_at(subject, subject->left->series, record->before.period);
    }
}

static const struct {
    const char *word;
    enum value_kind operand;
    const char *formula;
    void (*add_operands)(struct subject *subject);
} properties[] = {
    {"max", VALUE_SERIES, "the largest month from January of the year before",
     add_its_month},
    {"min", VALUE_SERIES, "the smallest month from January of the year before",
     add_its_month},
    {"residual", VALUE_SERIES, "the published sum since January less that of its months",
     add_published_and_months},
    {"rank", VALUE_SERIES, "1, and how many of the group are larger", add_members},
    {"count", VALUE_GROUP, "how many of the group have a value", add_members},
    {"high", VALUE_SERIES, "months since one was at least as high", add_since},
    {"low", VALUE_SERIES, "months since one was at least as low", add_since},
    {"since", VALUE_SERIES, "months since one was at least as high, or as low", add_since},
    {"streak", VALUE_SERIES, "how many changes in a row have one sign", add_run},
    {"first_after", VALUE_SERIES, "how many changes before had the other sign", add_run},
    {"headline", VALUE_SERIES, "a sentence of these figures", add_sentence},
    {"record", VALUE_SERIES, "the highest or lowest of all that the data have", add_record},
};

/* --- steps ---------------------------------------------------------------------------- */

str trace_expression_text(struct arena *arena, const struct expression *expression)
{
    struct buffer text = {.arena = arena};
    str source = str_slice(expression->source->text, expression->offset,
                           expression->offset + expression->length);
    for (size_t i = 0; i < source.length; i++) {
        bool is_space = source.at[i] == ' ' || source.at[i] == '\n' || source.at[i] == '\t';
        if (!is_space) {
            buffer_add_byte(&text, source.at[i]);
        } else if (text.count && text.at[text.count - 1] != ' ') {
            buffer_add_byte(&text, ' ');
        }
    }
    return buffer_text(&text);
}

static const char *formula_of(const struct expression *expression)
{
    static const char *const operations[] = {
        [OPERATION_ADD] = "x + y",
        [OPERATION_SUBTRACT] = "x - y",
        [OPERATION_MULTIPLY] = "x * y",
        [OPERATION_DIVIDE] = "x / y",
    };
    switch (expression->kind) {
    case EXPRESSION_NUMBER:
        return "as written in the briefing";
    case EXPRESSION_NEGATIVE:
        return "-x";
    case EXPRESSION_BINARY:
        return operations[expression->operation];
    case EXPRESSION_FILTER:
        return "x without its sign";
    default:
        return "a property of what follows";
    }
}

static void set_value(struct subject *subject, struct trace_step *step)
{
    struct arena *arena = subject->tracer->arena;
    const struct value *value = subject->value;
    switch (value->kind) {
    case VALUE_NUMBER:
        step->value = trace_exact(arena, value->number);
        step->unit = value->unit;
        step->status = value->status == 'A' ? S("") : str_print(arena, "%c", value->status);
        trace_step_possible(subject->tracer, step, value->possible);
        break;
    case VALUE_SINCE:
        step->value = str_print(arena, "%zu", value->since.months);
        step->unit = S("months");
        break;
    case VALUE_RECORD:
        step->value = value->record->sign > 0 ? S("the highest") : S("the lowest");
        break;
    case VALUE_STREAK:
        step->value = str_print(arena, "%zu", value->streak.count);
        break;
    default:
        step->value = value->text;
        break;
    }
    bool is_of_issue = subject->left && (subject->left->kind == VALUE_SERIES ||
                                         subject->left->kind == VALUE_GROUP);
    if (period_is_set(value->period)) {
        step->period = period_print(arena, value->period);
    } else if (is_of_issue) {
        step->period = period_print(arena, subject->evaluation->issue);
    }
}

/* What has no row in the table of properties is computed from its parts. */
static void add_parts(struct subject *subject)
{
    const struct expression *parts[] = {subject->expression->left,
                                        subject->expression->right};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        const struct expression *part =
            parts[i] ? trace_expression_number(subject->evaluation, parts[i]) : NULL;
        const struct value *value =
            parts[i] ? trace_evaluation_value(subject->evaluation, parts[i]) : NULL;
        bool is_constant = value && parts[i]->kind == EXPRESSION_NUMBER;
        if (part || is_constant) {
            trace_step_operand(subject->tracer, subject->step,
                               trace_expression_step(subject->tracer, subject->evaluation,
                                                     part ? part : parts[i]));
        }
    }
}

static void explain(struct subject *subject, struct trace_step *step)
{
    step->formula = str_from(formula_of(subject->expression));
    for (size_t i = 0; subject->left && i < COUNT_OF(properties); i++) {
        bool is_it = subject->expression->kind == EXPRESSION_PROPERTY &&
                     has_word(subject->expression, properties[i].word) &&
                     subject->left->kind == properties[i].operand;
        if (is_it) {
            step->formula = str_from(properties[i].formula);
            subject->step = trace_step_add(subject->tracer, *step);
            properties[i].add_operands(subject);
            return;
        }
    }
    subject->step = trace_step_add(subject->tracer, *step);
    add_parts(subject);
}

/* The series whose observation it is: total, total.value, total.at("2025-05"); or NULL. */
static const struct series *observed(const struct subject *subject)
{
    const struct expression *expression = subject->expression;
    bool is_property = expression->kind == EXPRESSION_PROPERTY && subject->left &&
                       subject->left->kind == VALUE_SERIES &&
                       (has_word(expression, "value") || has_word(expression, "at"));
    return subject->value->kind == VALUE_SERIES ? subject->value->series
           : is_property                        ? subject->left->series
                                                : NULL;
}

static void name_series(struct tracer *tracer, const struct trace_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->count; i++) {
        const struct value *value = &evaluation->at[i].value;
        if (value->kind == VALUE_SERIES && value->text.length) {
            trace_step_name(tracer, value->series, value->text);
        }
    }
}

size_t trace_expression_step(struct tracer *tracer,
                             const struct trace_evaluation *evaluation,
                             const struct expression *expression)
{
    struct subject subject = {
        .tracer = tracer,
        .evaluation = evaluation,
        .expression = expression,
        .value = trace_evaluation_value(evaluation, expression),
        .left =
            expression->left ? trace_evaluation_value(evaluation, expression->left) : NULL,
    };
    name_series(tracer, evaluation);
    const struct series *series = observed(&subject);
    if (series) {
        bool is_issue = subject.value->kind == VALUE_SERIES;
        struct period period = is_issue ? evaluation->issue : subject.value->period;
        return trace_step_observation(tracer, series, series_at(series, period));
    }
    if (subject.value->finding) {
        return trace_finding_step(tracer, subject.value->finding, subject.value->text);
    }
    struct trace_step step = {.name = trace_expression_text(tracer->arena, expression),
                              .query = TRACE_NONE};
    set_value(&subject, &step);
    explain(&subject, &step);
    return subject.step;
}

size_t trace_expression_rank(struct tracer *tracer, const struct trace_print *print)
{
    struct period period = print->subject->observation.period;
    str name = trace_step_name_of(tracer, print->subject->series);
    size_t step = trace_step_add(
        tracer, (struct trace_step){
                    .name = str_print(tracer->arena, "%.*s.rank", STR_ARG(name)),
                    .period = period_print(tracer->arena, period),
                    .value = print->text,
                    .formula = S("1, and how many of the group are larger"),
                    .query = TRACE_NONE,
                });
    add_group(tracer, step, print->subject->group, period);
    return step;
}
