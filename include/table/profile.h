/* SPDX-License-Identifier: MIT */
/*
 * Profiles: what the fields of a customs office's file are, as one YAML file says.
 *
 *   title: UN Comtrade download
 *   encoding: ISO-8859-1               # tried where the bytes are not UTF-8
 *   separator: "|"                     # without it found in the file
 *   decimal: ","                       # without it what can be read in one way is
 *   missing: ["N/Q"]                   # marks beyond those of table/numeral.h
 *   recognise: [typeCode, refPeriodId] # names that a header of it has, each a name of
 *                                      # the file, or a column below with a name in it
 *   expect: {"Unit:": "Unit:Thousand Dollar"}  # a cell above the header that starts so
 *                                      # must say this
 *   columns:
 *     period:  {from: [Period, refPeriod], role: period}
 *     month:   {year: Year, month: Month, role: period}
 *     product: {from: Commodity, role: dimension, take: code, aggregates: [TOTAL, EU*],
 *               parts: prefix}         # a code that begins another one is an aggregate
 *     flow:    {from: Flow, role: dimension, words: {1: import, 2: export}, required: true}
 *     usd:     {from: Value, role: measure, unit: USD, factor: 1000, zero: missing}
 *     weight:  {from: Quantity, role: measure, by: Unit}        # see below
 *   others: dimension                  # fields that no column names: those left of the
 *                                      # first measure are dimensions, the rest notes
 *   wide: {as: period, measures: {value: "*"}, packed: true}
 *   keep: {customsCode: C00}           # other rows are left out, and counted
 *   drop: {ACTION: {D: deletions}}     # such rows are left out, for that reason
 *   merge: true                        # rows of one key whose measures differ are one row
 *   unpublished: zeros                 # last months that are zero everywhere are not out
 *
 * `from` is one name or several, of which the first in the header counts; a
 * star in it stands for any text. `take` is code, name, unit, level or id: the
 * part of the cell before, within or behind its marks. `by` names the field
 * whose word says what the number is; `measures: {100KG: {name: kg, unit: kg,
 * factor: 100}, N/A: no}` says what a word means, else it is a unit that
 * table/unit.h knows, and each unit becomes a measure of its own.
 *
 * `wide` makes a row of each header that matches: what its star stands for is
 * the period, the month (with `month`), or the word of the column `as`. With
 * `packed` the first header holds several names, by commas: "freq,geo\TIME".
 *
 * A `required` column that neither the file nor the briefing's `assume:` has
 * is an error that asks for it.
 */
#ifndef TABLE_PROFILE_H
#define TABLE_PROFILE_H

#include "base/node.h"
#include "table/table.h"

struct profile_names {
    str *at;
    size_t count, capacity;
};

enum profile_take { TAKE_ALL, TAKE_CODE, TAKE_NAME, TAKE_UNIT, TAKE_LEVEL, TAKE_ID };

/* What a word of the field `by` makes of a number. */
struct profile_measure {
    str word;
    str name, unit; /* no name: the number is left out */
    struct decimal factor;
};

struct profile_word {
    str from, to;
};

struct profile_column {
    str name;
    enum column_role role;
    struct profile_names from, year, month, by;
    enum profile_take take;
    struct {
        struct profile_word *at;
        size_t count, capacity;
    } words;
    struct profile_names aggregates;
    bool has_prefix_parts;
    str unit;
    struct decimal factor;
    char decimal; /* of this column; 0: that of the profile */
    bool is_zero_missing, has_flags, is_required;
    bool is_guessed; /* its role comes from its cells */
    struct {
        struct profile_measure *at;
        size_t count, capacity;
    } measures;
};

struct profile_rule {
    str field;
    struct profile_names words;
    bool is_keep;
    str reason;
};

struct profile_wide {
    str as; /* empty: the profile is not wide */
    struct profile_measure_pattern {
        str column, pattern;
    } * at;
    size_t count, capacity;
    bool is_packed;
};

struct profile {
    str name, title;
    str encoding;
    char separator, decimal; /* 0: found out */
    struct profile_names missing, recognise;
    struct {
        struct profile_word *at;
        size_t count, capacity;
    } expect;
    struct {
        struct profile_column *at;
        size_t count, capacity;
    } columns;
    bool has_others;
    struct profile_wide wide;
    struct {
        struct profile_rule *at;
        size_t count, capacity;
    } rules;
    bool is_merged, has_unpublished_zeros;
};

/* Reads one YAML file. Its name is that of the file. */
const struct profile *profile_read(struct arena *arena, str path, struct error *error);

struct profile_list {
    const struct profile **at;
    size_t count, capacity;
};

/*
 * The profiles of a folder, or, where it is empty, of those installed with the program.
 * None there is an empty list.
 */
NODISCARD bool profile_list(struct arena *arena, str folder, struct profile_list *list,
                            struct error *error);

/* The profile of that name in the list, or of that path; an unknown one with the nearest.
 */
const struct profile *profile_find(struct arena *arena, const struct profile_list *list,
                                   str name, struct place place, struct error *error);

/* Field of a header with one of the names, or `count`; *part is what the star stands for.
 */
size_t profile_field(const struct profile_names *names, const str *header, size_t count,
                     str *part);

/* Whether the header has all that the profile recognises; then *reason says so. */
bool profile_recognises(struct arena *arena, const struct profile *profile,
                        const str *header, size_t count, str *reason);

/* Whether the text is the pattern, of which one star stands for any text. */
bool profile_match(str pattern, str text, str *part);

/* The part of a cell that `take` asks for. */
str profile_take(enum profile_take take, str cell);

#endif
