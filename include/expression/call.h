/* SPDX-License-Identifier: MIT */
/*
 * Calls: properties and filters are rows of two tables of the same form, and
 * a call is what a row's function works on. To add a property or a filter,
 * add one row and one function (and a line to expression.h).
 */
#ifndef EXPRESSION_CALL_H
#define EXPRESSION_CALL_H

#include "expression/syntax.h"
#include "expression/value.h"

/* Sets of value kinds. */
#define KIND(kind) (1U << (kind))

struct call {
    struct arena *arena;
    const struct scope *scope;
    struct period issue; /* the scope's */
    const struct language *language; /* the scope's */
    const struct expression *expression; /* the property or filter, for places */
    struct value operand;
    struct value argument; /* where has_argument */
    bool has_argument;
};

typedef bool call_function(const struct call *call, struct value *result,
                           struct error *error);

struct callable {
    const char *name;
    unsigned operands; /* kinds it works on */
    unsigned arguments; /* kinds of its argument; 0: it takes none */
    bool needs_argument;
    call_function *function;
};

struct callables {
    const char *noun; /* "property" */
    const struct callable *at;
    size_t count;
};

const struct callables *property_table(void);
const struct callables *filter_table(void);

/*
 * Calls the row for the name and the kind of operand. Where only a number will
 * do, a series becomes its number at the issue. An operand or argument that is
 * none is the result.
 */
NODISCARD bool call_apply(const struct callables *callables, struct call *call,
                          struct value *result, struct error *error);

/* ERROR_CONFIG at the name of what is called. Returns false. */
bool call_error(const struct call *call, struct error *error, const char *format, ...)
    PRINTF_LIKE(3);

#endif
