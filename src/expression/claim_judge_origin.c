/* SPDX-License-Identifier: MIT */
/*
 * Where a wrong figure comes from: the same computation of another series, which
 * is the verdict then, or at another period, which is only said. Figures of few
 * digits are met by chance, so that all queries are tried only for those of
 * three and more.
 */
#include "claim_internal.h"

#include "base/buffer.h"
#include "expression/syntax.h"

enum { DIGITS_MIN = 3 };

static bool is_series_or_group(const struct name *name)
{
    return name && (name->value.kind == VALUE_SERIES || name->value.kind == VALUE_GROUP);
}

/* The next word of the expression that is a name, not a property, filter or text. */
static bool next_name(const struct source *source, size_t *at, struct token *token)
{
    struct error unused = {0};
    bool is_own = true;
    while (token_next(source, at, source->text.length, token, &unused) &&
           token->kind != TOKEN_END) {
        if (token->kind == TOKEN_NAME && is_own) {
            return true;
        }
        is_own = !str_equal(token->text, S(".")) && !str_equal(token->text, S("|"));
    }
    return false;
}

/* Where the brackets end that begin at `at`; `at` itself where none do. */
static size_t brackets_end(const struct source *source, size_t at)
{
    struct error unused = {0};
    struct token token = {0};
    size_t depth = 0;
    for (size_t end = at; token_next(source, &end, source->text.length, &token, &unused) &&
                          token.text.length;) {
        bool closes = str_equal(token.text, S("]"));
        depth += str_equal(token.text, S("["));
        depth -= closes && depth;
        if (!depth) {
            return closes ? end : at;
        }
    }
    return at;
}

/* What the expression is of: the first name in it that is a series or group, or NULL. */
static const struct name *find_subject(const struct judge *judge, bool *is_whole_group)
{
    struct source source = {.text = judge->claim->of->text};
    struct token token = {0};
    for (size_t at = 0; next_name(&source, &at, &token);) {
        const struct name *name = scope_find(&judge->scope, token.text);
        if (is_series_or_group(name)) {
            *is_whole_group =
                name->value.kind == VALUE_GROUP && brackets_end(&source, at) == at;
            return name;
        }
    }
    return NULL;
}

/* The expression with a series in the place of its subject: "earths.yoy". A group's
 * member gives way with its brackets. */
static str rename_subject(const struct judge *judge, const struct name *subject, str series)
{
    str of = judge->claim->of->text;
    struct source source = {.text = of};
    struct buffer out = {.arena = judge->arena};
    struct token token = {0};
    size_t done = 0;
    for (size_t at = 0; next_name(&source, &at, &token);) {
        if (str_equal(token.text, subject->name)) {
            buffer_add(&out, str_slice(of, done, at - token.text.length));
            buffer_add(&out, series);
            done = subject->value.kind == VALUE_GROUP ? brackets_end(&source, at) : at;
            at = done;
        }
    }
    buffer_add(&out, str_after(of, done));
    return buffer_text(&out);
}

/* The candidate as what the expression is of; for a group, as each of its members. */
static struct value stand_in(const struct judge *judge, const struct name *subject,
                             struct value candidate)
{
    if (subject->value.kind == VALUE_SERIES) {
        return candidate;
    }
    struct series_group *group = arena_new(judge->arena, struct series_group);
    *group = *subject->value.group;
    group->at = arena_array(judge->arena, struct series, group->count);
    for (size_t i = 0; i < group->count; i++) {
        group->at[i] = *candidate.series;
        group->at[i].name = subject->value.group->at[i].name;
    }
    return value_from_group(group);
}

/* Whether the claim is true with `value` in the place of the subject. */
static bool fits(const struct judge *judge, const struct name *subject, struct value value,
                 struct period period)
{
    struct judge trial = *judge;
    struct error unused = {0};
    struct value found;
    enum verdict verdict = VERDICT_UNDECIDABLE;
    trial.error = &unused;
    trial.scope = judge_scope_at(judge->arena, &judge->scope, period);
    for (size_t i = 0; i < trial.scope.count; i++) {
        if (str_equal(trial.scope.at[i].name, subject->name)) {
            trial.scope.at[i].value = value;
        }
    }
    return judge_evaluate(&trial, &trial.scope, &found) &&
           judge_figure_fits(&trial, &found, &verdict) && verdict == VERDICT_TRUE;
}

static bool say_origin(const struct judge *judge, str origin, struct period period)
{
    struct judgement *judgement = judge->judgement;
    bool is_other_series = !str_equal(origin, judge->claim->of->text);
    bool is_wrong_series = judgement->verdict == VERDICT_FALSE && is_other_series;
    str when = judge_when(judge->arena, period);
    str figure = judge->claim->statement->text;
    str why = judgement->why;
    judgement->belongs_to =
        str_print(judge->arena, "%.*s %.*s", STR_ARG(origin), STR_ARG(when));
    return judge_say(judge, is_wrong_series ? VERDICT_WRONG_SERIES : judgement->verdict,
                     "%.*s; %.*s is %.*s %.*s", STR_ARG(why), STR_ARG(figure),
                     STR_ARG(origin), STR_ARG(when));
}

/* --- other series ----------------------------------------------------------------------
 */

static str unit_of(const struct value *subject)
{
    if (subject->kind == VALUE_SERIES) {
        return subject->series->unit;
    }
    return subject->group->count ? subject->group->at[0].unit : S("");
}

static bool try_series(const struct judge *judge, const struct name *subject,
                       struct value candidate, str name, bool *is_found)
{
    *is_found =
        !str_equal(name, subject->name) &&
        str_equal(candidate.series->unit, unit_of(&subject->value)) &&
        fits(judge, subject, stand_in(judge, subject, candidate), judge->claim->period);
    return !*is_found ||
           say_origin(judge, rename_subject(judge, subject, name), judge->claim->period);
}

/* Those that the claim names; each must be a series. */
static bool try_candidates(const struct judge *judge, const struct name *subject,
                           bool *is_found)
{
    const struct node *list = judge->claim->candidates;
    for (size_t i = 0; i < list->count && !*is_found; i++) {
        str name;
        if (!node_text(list->at[i], &name, judge->error)) {
            return false;
        }
        const struct name *found = scope_find(&judge->scope, name);
        if (!found || found->value.kind != VALUE_SERIES) {
            return node_error(list->at[i], judge->error, "no series is named \"%.*s\"",
                              STR_ARG(name));
        }
        if (!try_series(judge, subject, found->value, name, is_found)) {
            return false;
        }
    }
    return true;
}

static bool try_group(const struct judge *judge, const struct name *subject,
                      const struct series_group *group, bool *is_found)
{
    for (size_t i = 0; i < group->count && !*is_found; i++) {
        struct value member = value_from_series(&group->at[i]);
        str name = str_print(judge->arena, "%.*s[\"%.*s\"]", STR_ARG(group->name),
                             STR_ARG(member.series->name));
        member.group = group;
        if (!try_series(judge, subject, member, name, is_found)) {
            return false;
        }
    }
    return true;
}

/* Queries first, then the members of groups. */
static bool try_all(const struct judge *judge, const struct name *subject, bool *is_found)
{
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < judge->scope.count && !*is_found; i++) {
            const struct name *name = &judge->scope.at[i];
            if ((pass == 0 && name->value.kind == VALUE_SERIES &&
                 !try_series(judge, subject, name->value, name->name, is_found)) ||
                (pass == 1 && name->value.kind == VALUE_GROUP &&
                 !try_group(judge, subject, name->value.group, is_found))) {
                return false;
            }
        }
    }
    return true;
}

/* --- another period --------------------------------------------------------------------
 */

static bool try_period(const struct judge *judge, const struct name *subject,
                       struct period period, bool *is_found)
{
    *is_found = !period_equal(period, judge->claim->period) &&
                fits(judge, subject, subject->value, period);
    return !*is_found || say_origin(judge, judge->claim->of->text, period);
}

/* The months of a longer period; the one before, that of the year before, the months so
 * far, the year. */
static bool try_periods(const struct judge *judge, const struct name *subject,
                        bool *is_found)
{
    struct period period = judge->claim->period;
    const struct period others[] = {
        period_shift(period, -period.months),
        period_shift(period, -12),
        period_to_date(period_last_month(period)),
        {period_year(period) * 12, 12},
    };
    for (int i = 0; period.months > 1 && i < period.months && !*is_found; i++) {
        if (!try_period(judge, subject, (struct period){period.first + i, 1}, is_found)) {
            return false;
        }
    }
    for (size_t i = 0; i < COUNT_OF(others) && !*is_found; i++) {
        if (!try_period(judge, subject, others[i], is_found)) {
            return false;
        }
    }
    return true;
}

bool judge_origin(const struct judge *judge)
{
    const struct claim *claim = judge->claim;
    bool is_searched = claim->candidates || claim->figure.digits >= DIGITS_MIN;
    bool is_known = judge->judgement->value.kind == VALUE_NUMBER;
    bool is_open = judge->judgement->verdict == VERDICT_UNDECIDABLE && !is_known;
    if (claim->kind != CLAIM_FIGURE || !is_searched ||
        (judge->judgement->verdict != VERDICT_FALSE && !is_open)) {
        return true;
    }
    bool is_whole_group = false; /* no series can stand for it */
    bool is_found = false;
    const struct name *subject = find_subject(judge, &is_whole_group);
    if (!subject) {
        return true;
    }
    return (claim->candidates ? try_candidates(judge, subject, &is_found)
                              : is_whole_group || try_all(judge, subject, &is_found)) &&
           (is_found || try_periods(judge, subject, &is_found));
}
