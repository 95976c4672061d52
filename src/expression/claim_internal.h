/* SPDX-License-Identifier: MIT */
/* What the files of the claim module share. */
#ifndef EXPRESSION_CLAIM_INTERNAL_H
#define EXPRESSION_CLAIM_INTERNAL_H

#include "expression/claim.h"

/* --- claim_figure.c ------------------------------------------------------------------- */

/* "−5.2%", "2.51 million kg"; an error at the node for anything else. */
NODISCARD bool claim_figure_read(struct arena *arena, const struct node *node,
                                 struct claim_figure *figure, struct error *error);

/* The figure in the unit of a value; an error at the node where they do not agree. */
NODISCARD bool claim_figure_convert(const struct claim_figure *figure, str unit,
                                    const struct node *node, struct claim_figure *converted,
                                    struct error *error);

/* The numbers that `about` the figure may stand for. */
struct interval claim_figure_about(const struct claim_figure *figure);

/* "5,473 t", "−5.2%" */
str claim_amount(struct arena *arena, struct ratio number, int places, str unit);

/* --- judging -------------------------------------------------------------------------- */

struct judge {
    struct arena *arena;
    const struct claim *claim;
    struct scope scope; /* at the claim's period */
    struct judgement *judgement;
    struct error *error;
};

/* Sets the verdict and the sentence. Returns true. */
bool judge_say(const struct judge *judge, enum verdict verdict, const char *format, ...)
    PRINTF_LIKE(3);

/* What `of` is; false and an error where it is a mistake of the author. What cannot be
 * compared is VALUE_NONE with the reason. */
NODISCARD bool judge_evaluate(const struct judge *judge, const struct scope *scope,
                              struct value *value);

/* The series that `of` is; an error at it for anything else. */
NODISCARD bool judge_series(const struct judge *judge, struct value *value);

/* A level stands for its change on the period before; any other value for itself. */
struct value judge_change(const struct judge *judge, struct value value);

/* A scope of its own with the issue and `period` set. */
struct scope judge_scope_at(struct arena *arena, const struct scope *scope,
                            struct period period);

/* "in October 2025", "in the first half of 2025" */
str judge_when(struct arena *arena, struct period period);

/* A number with its unit: all of its decimals where they are few, else those that it is
 * printed with, or the claim's figure if these are more. */
str judge_amount(const struct judge *judge, const struct value *value);

/* "total.mom was −5.2% in October 2025" */
str judge_found(const struct judge *judge, const struct value *value);

/* Whether one is the larger beyond rounding. What is published as 5,774 is above 5,773. */
bool judge_is_above(struct observation a, struct observation b);

/* claim_judge_number.c: figure, bounds, direction. */
NODISCARD bool judge_number(const struct judge *judge);
NODISCARD bool judge_direction(const struct judge *judge);

/* Whether a value can be the figure that the claim states, for the kinds of figures. */
NODISCARD bool judge_figure_fits(const struct judge *judge, const struct value *value,
                                 enum verdict *verdict);

/* claim_judge_origin.c: a figure that is wrong may be that of another series, or of
 * another period. Changes the verdict and the sentence if it is. */
NODISCARD bool judge_origin(const struct judge *judge);

/* claim_judge_history.c */
NODISCARD bool judge_extreme(const struct judge *judge);
NODISCARD bool judge_run(const struct judge *judge);
NODISCARD bool judge_first(const struct judge *judge);

/* claim_judge_group.c */
NODISCARD bool judge_rank(const struct judge *judge);
NODISCARD bool judge_order(const struct judge *judge);

#endif
