/* SPDX-License-Identifier: MIT */
/*
 * Values: what an expression of a briefing can be.
 *
 * A series stands for its observation at the issue's period wherever a number
 * is wanted; its operators (.mom, .yoy, .ytd ...) work on the whole series
 * first. A value that is not there is VALUE_NONE with the reason, and stays
 * so through what is computed from it: it never becomes zero or empty text
 * by itself.
 */
#ifndef EXPRESSION_VALUE_H
#define EXPRESSION_VALUE_H

#include "base/language.h"
#include "series/findings.h"
#include "series/operator.h"
#include "series/record.h"
#include "series/sentence.h"
#include "series/series.h"

struct node;
struct trace_evaluation;
struct trace_log;

enum value_kind {
    VALUE_NONE, /* text says why */
    VALUE_NUMBER, /* number, unit, status */
    VALUE_TEXT,
    VALUE_FLAG,
    VALUE_PERIOD,
    VALUE_DATE,
    VALUE_SERIES,
    VALUE_GROUP,
    VALUE_SINCE,
    VALUE_STREAK,
    VALUE_RECORD,
};

struct value {
    enum value_kind kind;
    struct ratio number;
    struct interval possible; /* VALUE_NUMBER: as of an observation */
    str unit; /* VALUE_NUMBER: "t", "%", "pp", or empty */
    char status; /* VALUE_NUMBER: OBS_STATUS */
    int places; /* VALUE_NUMBER: decimals in print where none are asked for */
    str text; /* VALUE_TEXT; the reason of VALUE_NONE; VALUE_SERIES: "total.mom", or empty
               */
    bool flag;
    struct period period; /* VALUE_PERIOD; of the observation, of the since or streak; of a
                             series that was evaluated, the issue's */
    struct date date;
    const struct series *series;
    const struct series *of; /* VALUE_SERIES: what it was computed from, or NULL */
    const struct series_group
        *group; /* VALUE_GROUP; VALUE_SERIES: of which it is a member */
    struct since since;
    struct streak streak;
    const struct record *record; /* VALUE_RECORD, of the series */
    const struct finding *finding; /* VALUE_TEXT: the finding that it says, or NULL */
    const struct trace_evaluation *evaluation; /* that gave it, where that is noted */
    enum rate_base base; /* of changes and rates (series or number), and of a streak */
};

/* What expressions can name. */
struct name {
    str name;
    struct value value;
};

struct scope {
    struct period issue; /* the period that series are taken at */
    const struct language *language; /* of what is printed; NULL is English */
    const struct node *texts, *names; /* in several languages (translation.h); or NULL */
    size_t text_depth; /* texts that hold the one being filled in */
    struct trace_log *log; /* notes what is evaluated and printed; or NULL */
    const struct finding_inputs *inputs; /* of findings: the queries; or NULL */
    const struct finding_options *options; /* of findings: what the author wants; or NULL */
    const struct sentence_subjects
        *subjects; /* what series are called in sentences; or NULL */
    struct name *at;
    size_t count, capacity;
};

void scope_add(struct arena *arena, struct scope *scope, str name, struct value value);

/* What has that name, or NULL. */
const struct name *scope_find(const struct scope *scope, str name);

struct value value_none(struct arena *arena, const char *format, ...) PRINTF_LIKE(2);
struct value value_from_number(struct ratio number, str unit); /* an exact one */
struct value value_from_observation(struct observation observation, str unit); /* a value */
struct value value_from_count(size_t count); /* a number without a unit */
struct value value_from_text(str text);
struct value value_from_flag(bool flag);
struct value value_from_period(struct period period);
struct value value_from_date(struct date date); /* VALUE_NONE if it is unset */
struct value value_from_series(const struct series *series);
struct value value_from_group(const struct series_group *group);

/*
 * A number from a series at a period, or VALUE_NONE with the reason:
 * "total" has no value for October 2025: it is missing
 * "total": October 2025 is not in the data
 */
struct value value_at(struct arena *arena, const struct series *series,
                      struct period period);

/*
 * What a value stands for where a number is wanted: a series gives its number at
 * the period, where it has none with the operand that is to blame
 * ("us.mom": September 2025 is not in the data); any other value stays what it is.
 */
struct value value_number(struct arena *arena, const struct value *value,
                          struct period period);

/* What a series or a group is called in messages: "total", "us.mom", "partners". */
str value_name(const struct value *value);

/*
 * As a condition: none, false and empty text are false. A series that was
 * evaluated is true if it has a value at the issue. All else is true, zero too.
 */
bool value_is_true(const struct value *value);

/* With its article: "a number". */
const char *value_kind_name(enum value_kind kind);

/*
 * As text in prose: text as it is, "October 2025", "20 November 2025", a number
 * ungrouped with the decimals that it has, at most six; each as the language has
 * it. What has no such text is an error at `place`; so is VALUE_NONE (ERROR_CHECK).
 */
NODISCARD bool value_print(struct arena *arena, const struct language *language,
                           const struct value *value, struct place place, str *text,
                           struct error *error);

#endif
