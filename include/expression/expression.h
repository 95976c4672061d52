/* SPDX-License-Identifier: MIT */
/*
 * Expressions: the small closed language inside {{ }} and in directives.
 *
 *   pipe       = choice { "|" name [ "(" pipe ")" ] } [ "??" pipe ]
 *   choice     = or [ "??" choice ]              the right one where the left is none
 *   or         = and { "or" and }      and = not { "and" not }      not = { "not" } compare
 *   compare    = sum [ ("==" "!=" "<" "<=" ">" ">=") sum ]
 *   sum        = term { ("+" | "-") term }       term = unary { ("*" | "/") unary }
 *   unary      = { "-" } postfix
 *   postfix    = primary { "." name [ "(" pipe ")" ] | "[" pipe "]" }
 *   primary    = number | "text" | 'text' | name | "(" pipe ")"
 *
 * {{ lit: 17 }} is the text after the colon, up to the braces: a number in the author's
 * text that is meant to be bound to nothing.
 *
 * Names are queries, `period`, `as_of`, `release`, `language` ("de"), the parameters, and
 * the texts of the language (translation.h): letters, digits and "_".
 *
 * A series stands for its number at the issue wherever a number is wanted.
 *
 * Units: + - and comparisons want equal units on both sides (a constant may be
 * compared with anything); % less % is pp; * and / take a plain number on the
 * right, * on the left too; t / t is a plain number.
 *
 * VALUE_NONE stays none, with its reason, through operators, properties and
 * filters, until "??" or a condition deals with it; to compare it is ERROR_CHECK.
 * A mistake of the author in a branch that is not taken is an error all the same.
 *
 * Properties of a series:
 *   .value               the number at the issue
 *   .previous .year_ago  the series a period, a year before
 *   .mom .yoy            rates of change in %; .mom_computed .yoy_computed never take
 *                        the published one
 *   .change .change_year changes in its unit
 *   .ytd                 January to each month
 *   .quarter .qoq        sums of calendar quarters, at the month that ends one, and their
 *                        rates of change
 *   .sum(n) .mean(n)     of the n months up to each one
 *   .annualised          a figure as often as the year has its period; a rate on the period
 *                        before compounded: total.mom.annualised
 *   .index("2024")       100 at that period; where it is a sum, by the month
 *   .share(of)           in % of another series; of a member without argument, of its
 *                        group's total
 *   .share_of_year       in % of January to the month
 *   .contribution(to) .contribution_year(to)
 *                        what it adds to the change of the total, in pp; of a member
 *                        without argument, to its group's total
 *   .unit_value(t)       of a value: by a quantity of the same rows, in US$/t
 *   .usual(n)            the median of the same period of the n years before, .usual_mean
 *                        .usual_min .usual_max the others; .against_usual(n) the difference
 *                        to the median: total.mom.against_usual(5)
 *   .rank                of a member of a group, 1 is the largest; .rank_change and
 *                        .rank_change_year the places gained on a period, a year before
 *   .max .min            largest and smallest month from January of the year before to
 *                        the issue: a number, whose .period is that month
 *   .high .low .since    the "since" of a high, of a low, of what reaches further back
 *   .streak              of changes: total.mom.streak
 *   .first_after         of changes: how many periods had the other sign; none if the
 *                        one before has the same
 *   .first_in            of a month above zero: how many before it were zero; none if the
 *                        one before was not
 *   .record              the highest or lowest of all data; none if it is neither, or a
 *                        figure before it is not known
 *   .at("2025-05")       the number at another period
 *   .residual            the published to-date figure less its months
 *   .name .unit .status  text; the status is that of the number
 *   .label               the name in the language of the issue
 *   .word("region")      of a member of a group by several dimensions: its word of one
 *   .headline            of figures: their change as what stands behind a subject
 *   .title               the same behind the subject that the briefing's labels give it
 *   .finding("since")    the most salient finding about a query, a member or a group, as a
 *                        sentence; with an argument that of a kind or family of kinds
 *   .verb                of rates: "fell"
 * of a number: .unit .status, .verb of one in %, .period of an observation, .at_least and
 *   .at_most what it can be, given how the figures behind it were rounded
 * of a group: ["Germany"], none if the files know it but the query has no row of it;
 *   .top(1) the series that is first at the issue, .leader the same as .top(1), .count of
 *   those with a number at the issue, .total, .rest what the total has beside those shown,
 *   .concentration the sum of squared shares, 0 to 10,000, .equivalent 10,000 by that
 * of a period: .year .month (numbers), .previous .year_ago (periods), .name
 * of a since: .months, .period (the month that ended it), .is_exact
 * of a streak: .count (.months is the same), .period (its first), .is_exact
 * of a record: .is_high (of a since too), .first the month with which the data begin,
 *   .count of earlier periods, .before the record until then, .is_certain also before
 *   rounding
 *
 * Filters, each as the language of the issue has it (base/language.h); in English:
 *   num(places)     5473.2 t is "5,473": digits without unit; 0 places unless said
 *   amount(places)  "5,473 t": the same with its unit
 *   pct(places)     0.158 or 15.8% is "15.8%"; 1 place, 0 for what was published without
 *   delta(places)   of a change: "up 5.2%", "down 213 t", "unchanged" where it rounds to
 *                   zero; 1 place for % and pp (0 if published without), else 0
 *   signed(places)  "+15.8%", "−5.2%", "+213 t", "0.0%"; places as delta
 *   month           of a period or date: "October", "January–February"
 *   month_year      "October 2025"
 *   date            of a date: "20 November 2025"
 *   phrase          of a since or streak: see series/sentence.h; text as it is
 *   words ordinal   of a whole number: "three", "third"
 *   abs             the number without its sign
 *   upper lower     of text (ASCII, Latin-1); sentence makes the first letter a capital
 *   unit            the unit of a number or series
 *
 * Parsing and evaluation are pure. Errors are ERROR_CONFIG with the place and
 * the nearest known name. Numbers stay exact until a filter prints them; one
 * that reaches text without a filter is printed with the decimals it has
 * (value_print).
 */
#ifndef EXPRESSION_EXPRESSION_H
#define EXPRESSION_EXPRESSION_H

#include "base/node.h"
#include "expression/value.h"

struct expression;

/* Parses source->text[offset, offset + length). NULL and an error on failure. */
const struct expression *expression_parse(struct arena *arena, const struct source *source,
                                          size_t offset, size_t length,
                                          struct error *error);

NODISCARD bool expression_evaluate(struct arena *arena, const struct expression *expression,
                                   const struct scope *scope, struct value *value,
                                   struct error *error);

/*
 * As text in prose. VALUE_NONE is an error (ERROR_CHECK) that gives the reason
 * and hints at `?? "n.a."`.
 */
NODISCARD bool expression_text(struct arena *arena, const struct expression *expression,
                               const struct scope *scope, str *text, struct error *error);

/*
 * Where an expression ends whose "{{" ends at `from`: the offset of its "}}", which may
 * also stand within its texts, or text.length.
 */
size_t expression_close(str text, size_t from);

/*
 * Text with {{ expressions }} in it, as titles and labels of directives have;
 * \{{ is "{{". `offset` is where `length` bytes of it stand in the source.
 */
NODISCARD bool expression_fill(struct arena *arena, const struct source *source,
                               size_t offset, size_t length, const struct scope *scope,
                               str *text, struct error *error);

/* The same for a scalar of a directive. Errors point into it where it stands on one line
 * of the source as it is, else at its start. */
NODISCARD bool expression_fill_node(struct arena *arena, const struct node *node,
                                    const struct scope *scope, str *text,
                                    struct error *error);

/* A scalar that is one expression without braces, as in `data: total.mom`. */
NODISCARD bool expression_node(struct arena *arena, const struct node *node,
                               const struct scope *scope, struct value *value,
                               struct error *error);

/* The same in two steps, for one that is evaluated many times: for each row of a table. */
struct expression_scalar {
    const struct node *node;
    const struct expression *expression;
    bool is_copy; /* of its text: errors are those of the whole scalar */
};

NODISCARD bool expression_scalar_parse(struct arena *arena, const struct node *node,
                                       struct expression_scalar *scalar,
                                       struct error *error);
NODISCARD bool expression_scalar_evaluate(struct arena *arena,
                                          const struct expression_scalar *scalar,
                                          const struct scope *scope, struct value *value,
                                          struct error *error);

#endif
