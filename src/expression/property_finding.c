/* SPDX-License-Identifier: MIT */
/* Properties that make findings, and those of findings. */
#include "property_internal.h"

/* Why a month is neither above nor below the one before. */
static struct value no_since(const struct call *call, const char *what)
{
    const struct value *series = &call->operand;
    struct period before = period_shift(call->issue, -call->issue.months);
    const struct period needed[] = {call->issue, before};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        struct value known = value_number(call->arena, series, needed[i]);
        if (known.kind == VALUE_NONE) {
            return known;
        }
    }
    str issue = period_name(call->arena, call->issue);
    str other = period_name(call->arena, before);
    return value_none(call->arena, "\"%.*s\" is not %s in %.*s than in %.*s",
                      STR_ARG(value_name(series)), what, STR_ARG(issue), STR_ARG(other));
}

/* "The highest since" says nothing of a month that is only above the one before. */
enum { SINCE_MONTHS_MIN = 2 };

static struct value from_since(const struct call *call, struct since since,
                               const char *what)
{
    if (!since.months) {
        return no_since(call, what);
    }
    if (since.months < SINCE_MONTHS_MIN) {
        return value_none(call->arena, "\"%.*s\" is %s only than in the month before",
                          STR_ARG(value_name(&call->operand)), what);
    }
    return (struct value){.kind = VALUE_SINCE, .since = since, .period = call->issue};
}

bool property_high(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct since since = finding_high_since(call->operand.series, call->issue);
    *result = from_since(call, since, "higher");
    return true;
}

bool property_low(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct since since = finding_low_since(call->operand.series, call->issue);
    *result = from_since(call, since, "lower");
    return true;
}

bool property_high_or_low(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    struct since above = finding_high_since(call->operand.series, call->issue);
    struct since below = finding_low_since(call->operand.series, call->issue);
    bool is_known = above.months || below.months;
    bool is_high = above.months >= below.months;
    *result = from_since(call, is_high ? above : below,
                         !is_known ? "higher or lower"
                         : is_high ? "higher"
                                   : "lower");
    return true;
}

static bool expect_changes(const struct call *call, struct error *error)
{
    if (call->operand.base != RATE_NONE) {
        return true;
    }
    str name = value_name(&call->operand);
    str word = call->expression->word;
    call_error(call, error, "\"%.*s\" wants changes, \"%.*s\" are figures", STR_ARG(word),
               STR_ARG(name));
    return error_hint(error, "as in %.*s.mom.%.*s", STR_ARG(name), STR_ARG(word));
}

bool property_streak(const struct call *call, struct value *result, struct error *error)
{
    if (!expect_changes(call, error)) {
        return false;
    }
    const struct series *changes = call->operand.series;
    struct streak run = finding_streak(changes, call->issue);
    if (run.sign) { /* changes of sums to date go month by month */
        *result = (struct value){
            .kind = VALUE_STREAK,
            .streak = run,
            .period = changes->is_to_date ? period_last_month(call->issue) : call->issue,
            .base = call->operand.base};
        return true;
    }
    *result = property_none(call, "is zero");
    return true;
}

bool property_first_after(const struct call *call, struct value *result,
                          struct error *error)
{
    if (!expect_changes(call, error)) {
        return false;
    }
    size_t count = finding_first_after(call->operand.series, call->issue);
    if (count) {
        *result = value_from_count(count);
        return true;
    }
    *result = property_none(call, "is not known to turn");
    return true;
}

/* Why there is nothing to say of the change on the month. */
static struct value no_headline(const struct call *call)
{
    struct value number = value_number(call->arena, &call->operand, call->issue);
    return number.kind == VALUE_NONE
               ? number
               : value_none(call->arena, "there is nothing to say of \"%.*s\"",
                            STR_ARG(value_name(&call->operand)));
}

bool property_headline(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    const struct series *series = call->operand.series;
    struct sentence_subject subject =
        sentence_subject(call->arena, call->scope->subjects, series->name, S(""));
    str headline = sentence_headline(call->arena, call->language, series, call->issue,
                                     subject.is_plural);
    *result = headline.length ? value_from_text(headline) : no_headline(call);
    return true;
}

bool property_title(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    const struct series *series = call->operand.series;
    const struct sentence_speaker speaker = {call->language, call->scope->subjects};
    str title = sentence_title(call->arena, &speaker, series->name, series, call->issue);
    *result = title.length ? value_from_text(title) : no_headline(call);
    return true;
}

/* --- the most salient one ------------------------------------------------------- */

/* A name of a kind or of a family of them. */
static bool expect_kind(const struct call *call, str kind, struct error *error)
{
    str names[2 * FINDING_KIND_COUNT];
    size_t count = finding_kind_names(names);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(names[i], kind)) {
            return true;
        }
    }
    error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
             "there is no kind of finding \"%.*s\"", STR_ARG(kind));
    return error_suggest(error, kind, names, count);
}

/* Those about the operand: a query, a member of a group, or a group with all of them. */
static const struct findings *findings_about(const struct call *call)
{
    const struct value *operand = &call->operand;
    bool is_group = operand->kind == VALUE_GROUP;
    const struct finding_input own = {
        .query = is_group ? operand->group->name : operand->series->name,
        .series = is_group ? NULL : operand->series,
        .group = is_group ? operand->group : NULL,
    };
    struct finding_inputs alone = {0};
    *arena_push(call->arena, &alone) = own;
    return findings_make(call->arena, call->scope->inputs ? call->scope->inputs : &alone,
                         call->issue, call->scope->options,
                         is_group ? NULL : operand->series);
}

/* Why there is no such finding: it is withheld, or there is no figure at all. */
static struct value no_finding(const struct call *call, const struct finding *withheld)
{
    if (withheld) {
        str name = finding_name(call->arena, withheld);
        return value_none(call->arena, "%.*s is withheld: %.*s", STR_ARG(name),
                          STR_ARG(withheld->withheld));
    }
    struct value number = value_number(call->arena, &call->operand, call->issue);
    bool is_group = call->operand.kind == VALUE_GROUP;
    str name = is_group ? call->operand.group->name : value_name(&call->operand);
    return number.kind == VALUE_NONE
               ? number
               : value_none(call->arena, "there is no such finding about \"%.*s\"",
                            STR_ARG(name));
}

bool property_finding(const struct call *call, struct value *result, struct error *error)
{
    const struct value *operand = &call->operand;
    if (operand->of) {
        str name = value_name(operand);
        return call_error(call, error, "\"finding\" wants a query, \"%.*s\" is computed",
                          STR_ARG(name));
    }
    struct finding_selector wanted = {.kind = S("*")};
    if (operand->kind == VALUE_GROUP) {
        wanted.query = operand->group->name;
    }
    if (call->has_argument) {
        wanted.kind = call->argument.text;
        if (!expect_kind(call, wanted.kind, error)) {
            return false;
        }
    }
    const struct finding *found = findings_first(findings_about(call), &wanted);
    if (!found || found->withheld.length) {
        *result = no_finding(call, found);
        return true;
    }
    const struct sentence_speaker speaker = {call->language, call->scope->subjects};
    *result = value_from_text(sentence_of(call->arena, &speaker, found, SENTENCE_SUBJECT));
    result->finding = found;
    return true;
}

/* --- parts of findings ---------------------------------------------------------- */

bool property_verb(const struct call *call, struct value *result, struct error *error)
{
    bool is_rate = str_equal(call->operand.unit, S("%"));
    if (!is_rate ||
        (call->operand.base == RATE_NONE && period_is_set(call->operand.period))) {
        call_error(call, error, "\"verb\" wants a rate of change in %%");
        return error_hint(error, "as in total.mom.verb");
    }
    *result =
        value_from_text(sentence_verb(call->arena, call->language, call->operand.number));
    return true;
}

bool property_length(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result =
        value_from_count(call->operand.kind == VALUE_SINCE ? call->operand.since.months
                                                           : call->operand.streak.count);
    return true;
}

bool property_since_period(const struct call *call, struct value *result,
                           struct error *error)
{
    (void)error;
    struct period month = call->operand.since.month;
    *result = period_is_set(month)
                  ? value_from_period(month)
                  : value_none(call->arena, "the month that ends the window is not known");
    return true;
}

bool property_streak_period(const struct call *call, struct value *result,
                            struct error *error)
{
    (void)error;
    struct period last = call->operand.period;
    int earlier = ((int)call->operand.streak.count - 1) * last.months;
    *result = value_from_period(period_shift(last, -earlier));
    return true;
}

bool property_is_exact(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_flag(call->operand.kind == VALUE_SINCE
                                  ? period_is_set(call->operand.since.month)
                                  : call->operand.streak.is_exact);
    return true;
}
