/* SPDX-License-Identifier: MIT */
#include "expression/operation.h"

#include "table/status.h"

/* "t", or what a number without unit is called. */
static str unit_name(const struct value *number)
{
    return number->unit.length ? number->unit : S("a plain number");
}

static bool refuse_units(const struct operands *operands, struct error *error)
{
    str left = unit_name(&operands->left);
    str right = unit_name(&operands->right);
    struct place place = expression_word_place(operands->expression);
    switch (operands->expression->operation) {
    case OPERATION_MULTIPLY:
        return error_at(error, ERROR_CONFIG, place,
                        "\"*\" takes one unit at most, not %.*s and %.*s", STR_ARG(left),
                        STR_ARG(right));
    case OPERATION_DIVIDE:
        return error_at(error, ERROR_CONFIG, place,
                        "\"/\" wants a plain number or one of the same unit on the right, "
                        "not %.*s",
                        STR_ARG(right));
    default:
        return error_at(error, ERROR_CONFIG, place,
                        "\"%.*s\" wants two numbers of one unit, not %.*s and %.*s",
                        STR_ARG(operands->expression->word), STR_ARG(left), STR_ARG(right));
    }
}

static bool expect_number(const struct operands *operands, const struct expression *side,
                          const struct value *value, struct error *error)
{
    return value->kind == VALUE_NUMBER ||
           error_at(error, ERROR_CONFIG, expression_place(side),
                    "\"%.*s\" wants numbers, this is %s",
                    STR_ARG(operands->expression->word), value_kind_name(value->kind));
}

/* --- arithmetic ------------------------------------------------------------------------
 */

static bool has_unit(const struct value *number)
{
    return number->unit.length > 0;
}

/* False where the units do not fit the operation. */
static bool unit_of(const struct operands *operands, str *unit)
{
    const struct value *left = &operands->left;
    const struct value *right = &operands->right;
    bool is_same = str_equal(left->unit, right->unit);
    switch (operands->expression->operation) {
    case OPERATION_SUBTRACT:
        *unit = str_equal(left->unit, S("%")) ? S("pp") : left->unit;
        return is_same;
    case OPERATION_MULTIPLY:
        *unit = has_unit(left) ? left->unit : right->unit;
        return !has_unit(left) || !has_unit(right);
    case OPERATION_DIVIDE:
        *unit = is_same ? S("") : left->unit;
        return is_same || !has_unit(right);
    default:
        *unit = left->unit;
        return is_same;
    }
}

static struct ratio compute(enum operation operation, struct ratio left, struct ratio right)
{
    switch (operation) {
    case OPERATION_SUBTRACT:
        return ratio_subtract(left, right);
    case OPERATION_MULTIPLY:
        return ratio_multiply(left, right);
    case OPERATION_DIVIDE:
        return ratio_divide(left, right);
    default:
        return ratio_add(left, right);
    }
}

static struct interval compute_possible(enum operation operation, struct interval left,
                                        struct interval right)
{
    switch (operation) {
    case OPERATION_SUBTRACT:
        return interval_subtract(left, right);
    case OPERATION_MULTIPLY:
        return interval_multiply(left, right);
    case OPERATION_DIVIDE:
        return interval_divide(left, right);
    default:
        return interval_add(left, right);
    }
}

bool operation_compute(struct arena *arena, const struct operands *operands,
                       struct value *result, struct error *error)
{
    const struct expression *expression = operands->expression;
    if (!expect_number(operands, expression->left, &operands->left, error) ||
        !expect_number(operands, expression->right, &operands->right, error)) {
        return false;
    }
    str unit = {0};
    if (!unit_of(operands, &unit)) {
        return refuse_units(operands, error);
    }
    struct ratio number =
        compute(expression->operation, operands->left.number, operands->right.number);
    if (ratio_is_overflow(number)) {
        return error_at(error, ERROR_CONFIG, expression_word_place(expression),
                        "\"%.*s\" gives a number that is too large",
                        STR_ARG(expression->word));
    }
    if (!ratio_is_valid(number)) {
        *result = value_none(arena, "it would be divided by zero");
        return true;
    }
    *result = value_from_number(number, unit);
    result->possible = compute_possible(expression->operation, operands->left.possible,
                                        operands->right.possible);
    result->status = status_weaker(operands->left.status, operands->right.status);
    return true;
}

/* --- comparison ------------------------------------------------------------------------
 */

/* Made of numbers in the expression's text: it has the unit of what it is compared with. */
static bool is_constant(const struct expression *expression)
{
    switch (expression->kind) {
    case EXPRESSION_NUMBER:
        return true;
    case EXPRESSION_NEGATIVE:
        return is_constant(expression->left);
    case EXPRESSION_BINARY:
        return is_constant(expression->left) && is_constant(expression->right);
    default:
        return false;
    }
}

static bool can_compare_units(const struct operands *operands)
{
    return str_equal(operands->left.unit, operands->right.unit) ||
           is_constant(operands->expression->left) ||
           is_constant(operands->expression->right);
}

/* A text beside a period or a date is one: period >= "2025-04". */
static void read_text(struct value *text, const struct value *other)
{
    struct period period;
    struct date date;
    if (text->kind != VALUE_TEXT) {
        return;
    }
    if (other->kind == VALUE_PERIOD && period_parse(text->text, &period)) {
        *text = value_from_period(period);
    } else if (other->kind == VALUE_DATE && date_parse(text->text, &date)) {
        *text = value_from_date(date);
    }
}

static bool is_equality(enum operation operation)
{
    return operation == OPERATION_EQUAL || operation == OPERATION_UNEQUAL;
}

/* -1, 0 or 1 for kinds that are equal; false where they have no order. */
static bool order_of(const struct value *left, const struct value *right,
                     enum operation operation, int *order)
{
    switch (left->kind) {
    case VALUE_NUMBER:
        *order = ratio_compare(left->number, right->number);
        return true;
    case VALUE_PERIOD:
        *order = period_compare(left->period, right->period);
        return true;
    case VALUE_DATE:
        *order = date_compare(left->date, right->date);
        return true;
    case VALUE_TEXT:
        *order = str_compare(left->text, right->text);
        return is_equality(operation);
    case VALUE_FLAG:
        *order = (int)left->flag - (int)right->flag;
        return is_equality(operation);
    default:
        return false;
    }
}

static bool holds(enum operation operation, int order)
{
    switch (operation) {
    case OPERATION_EQUAL:
        return order == 0;
    case OPERATION_UNEQUAL:
        return order != 0;
    case OPERATION_LESS:
        return order < 0;
    case OPERATION_AT_MOST:
        return order <= 0;
    case OPERATION_MORE:
        return order > 0;
    default:
        return order >= 0;
    }
}

bool operation_compare(const struct operands *operands, bool *result, struct error *error)
{
    struct value left = operands->left;
    struct value right = operands->right;
    read_text(&left, &right);
    read_text(&right, &left);
    enum operation operation = operands->expression->operation;
    int order = 0;
    if (left.kind != right.kind || !order_of(&left, &right, operation, &order)) {
        return error_at(error, ERROR_CONFIG, expression_word_place(operands->expression),
                        "\"%.*s\" cannot compare %s with %s",
                        STR_ARG(operands->expression->word), value_kind_name(left.kind),
                        value_kind_name(right.kind));
    }
    if (left.kind == VALUE_NUMBER && !can_compare_units(operands)) {
        return refuse_units(operands, error);
    }
    *result = holds(operation, order);
    return true;
}
