/* SPDX-License-Identifier: MIT */
#include "table/profile.h"

#include "base/buffer.h"
#include "table/numeral.h"

/* --- names -------------------------------------------------------------------------- */

bool profile_match(str pattern, str text, str *part)
{
    size_t star = str_find(pattern, '*');
    if (star == pattern.length) {
        *part = (str){0};
        return str_equal(pattern, text);
    }
    str start = str_slice(pattern, 0, star);
    str end = str_after(pattern, star + 1);
    *part = str_slice(text, start.length, text.length - end.length);
    return text.length >= start.length + end.length && str_starts(text, start) &&
           str_ends(text, end);
}

/* "FREQ: Frequency" is FREQ: SDMX labels stand behind the name. */
static str name_of(str header)
{
    return str_trim(str_slice(header, 0, str_find(header, ':')));
}

size_t profile_field(const struct profile_names *names, const str *header, size_t count,
                     str *part)
{
    for (size_t i = 0; i < names->count; i++) {
        for (size_t field = 0; field < count; field++) {
            str name = str_trim(header[field]);
            if (profile_match(names->at[i], name, part) ||
                profile_match(names->at[i], name_of(name), part)) {
                return field;
            }
        }
    }
    return count;
}

static const struct profile_column *find_column(const struct profile *profile, str name)
{
    for (size_t i = 0; i < profile->columns.count; i++) {
        if (str_equal(profile->columns.at[i].name, name)) {
            return &profile->columns.at[i];
        }
    }
    return NULL;
}

bool profile_recognises(struct arena *arena, const struct profile *profile,
                        const str *header, size_t count, str *reason)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < profile->recognise.count; i++) {
        str part;
        str name = profile->recognise.at[i];
        struct profile_names itself = {.at = &name, .count = 1};
        const struct profile_column *column = find_column(profile, name);
        size_t field =
            profile_field(column ? &column->from : &itself, header, count, &part);
        if (field == count) {
            return false;
        }
        bool is_last = i + 1 == profile->recognise.count;
        buffer_print(&text, "%s\"%.*s\"",
                     !i        ? ""
                     : is_last ? " and "
                               : ", ",
                     STR_ARG(str_trim(header[field])));
    }
    *reason = str_print(arena, "the header has %.*s", STR_ARG(buffer_text(&text)));
    return profile->recognise.count > 0;
}

/* --- parts of cells ----------------------------------------------------------------- */

static size_t leading_digits(str cell)
{
    size_t digits = 0;
    while (digits < cell.length && cell.at[digits] >= '0' && cell.at[digits] <= '9') {
        digits++;
    }
    return digits;
}

/* "8505110070 Magnets (no)": the code, or the whole where there is none. */
static str take_code(str cell)
{
    size_t digits = leading_digits(cell);
    bool is_code = digits > 0 && (digits == cell.length || cell.at[digits] == ' ');
    return is_code ? str_slice(cell, 0, digits) : cell;
}

/* Where " (no)" begins at the end of the cell, or its length. A longer text in brackets
 * belongs to the name. */
static size_t unit_start(str cell)
{
    enum { UNIT_LENGTH_MAX = 8 };
    size_t start = cell.length;
    if (!str_ends(cell, S(")"))) {
        return start;
    }
    while (start && cell.at[start - 1] != '(') {
        start--;
    }
    bool is_unit = start > 1 && cell.at[start - 2] == ' ' &&
                   cell.length - start <= UNIT_LENGTH_MAX + 1 && cell.at[start] >= 'a' &&
                   cell.at[start] <= 'z';
    return is_unit ? start - 2 : cell.length;
}

static str take_level(str cell)
{
    static const str levels[] = {S("0"), S("1"), S("2"), S("3"),  S("4"),  S("5"), S("6"),
                                 S("7"), S("8"), S("9"), S("10"), S("11"), S("12")};
    size_t digits = leading_digits(take_code(cell));
    return digits < COUNT_OF(levels) ? levels[digits] : S("");
}

str profile_take(enum profile_take take, str cell)
{
    str code;
    size_t unit;
    switch (take) {
    case TAKE_CODE:
        return take_code(cell);
    case TAKE_LEVEL:
        return take_level(cell);
    case TAKE_NAME:
        code = take_code(cell);
        cell = str_slice(cell, 0, unit_start(cell));
        return code.length < cell.length ? str_trim(str_after(cell, code.length)) : cell;
    case TAKE_UNIT:
        unit = unit_start(cell);
        return unit < cell.length ? str_slice(cell, unit + 2, cell.length - 1) : S("");
    case TAKE_ID:
        return name_of(cell);
    case TAKE_ALL:
        break;
    }
    return cell;
}
