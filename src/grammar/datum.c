/* SPDX-License-Identifier: MIT */
#include "grammar/datum.h"

#include "base/buffer.h"
#include "base/real.h"
#include "grammar/clock.h"

#include <math.h>
#include <string.h>

struct datum datum_none(void)
{
    return (struct datum){.kind = DATUM_NONE};
}

struct datum datum_undefined(void)
{
    return (struct datum){.kind = DATUM_NONE, .number = NAN};
}

struct datum datum_number(double number)
{
    return (struct datum){.kind = DATUM_NUMBER, .number = number};
}

struct datum datum_flag(bool flag)
{
    return (struct datum){.kind = DATUM_FLAG, .number = flag};
}

struct datum datum_time(double milliseconds)
{
    return (struct datum){.kind = DATUM_TIME, .number = milliseconds};
}

struct datum datum_text(str text)
{
    return (struct datum){.kind = DATUM_TEXT, .text = text};
}

struct datum datum_list_of(const struct datum_list *list)
{
    return (struct datum){.kind = DATUM_LIST, .list = list};
}

struct datum datum_member(struct datum datum, str name)
{
    for (size_t i = 0; datum.kind == DATUM_MAP && i < datum.map->count; i++) {
        if (str_equal(datum.map->at[i].name, name)) {
            return datum.map->at[i].value;
        }
    }
    return datum_undefined();
}

/* Prefixes of JavaScript: 0x1F, 0o17, 0b101. */
static bool read_radix(str text, double *number)
{
    static const char digits[] = "0123456789abcdef";
    bool has_mark = text.length > 2 && text.at[0] == '0';
    char mark = (char)(has_mark ? text.at[1] | 0x20 : 0);
    unsigned radix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    double value = 0.0;
    for (size_t i = 2; radix && i < text.length; i++) {
        int byte = text.at[i] >= 'A' && text.at[i] <= 'F' ? text.at[i] | 0x20 : text.at[i];
        const char *digit = byte ? strchr(digits, byte) : NULL;
        if (!digit || (unsigned)(digit - digits) >= radix) {
            return false;
        }
        value = value * radix + (double)(digit - digits);
    }
    *number = value;
    return radix != 0;
}

static double text_to_number(str text)
{
    double number;
    text = str_trim(text);
    if (!text.length) {
        return 0.0;
    }
    if (real_parse(text, &number) || read_radix(text, &number)) {
        return number;
    }
    bool is_negative = text.at[0] == '-';
    if (str_equal(str_after(text, is_negative || text.at[0] == '+'), S("Infinity"))) {
        return is_negative ? -HUGE_VAL : HUGE_VAL;
    }
    return NAN;
}

/* A list of one item is that item, an empty one nothing: as [5] * 1 is 5. */
static double list_to_number(const struct datum_list *list)
{
    if (list->count > 1) {
        return NAN;
    }
    if (!list->count || list->at[0].kind == DATUM_NONE) {
        return 0.0;
    }
    return list->at[0].kind == DATUM_FLAG ? (double)NAN : datum_to_number(list->at[0]);
}

double datum_to_number(struct datum datum)
{
    switch ((enum datum_kind)datum.kind) {
    case DATUM_NONE: /* 0 of null, NaN of undefined */
    case DATUM_FLAG:
    case DATUM_NUMBER:
    case DATUM_TIME:
        return datum.number;
    case DATUM_TEXT:
        return text_to_number(datum.text);
    case DATUM_LIST:
        return list_to_number(datum.list);
    case DATUM_MAP:
    case DATUM_SHAPE:
        break;
    }
    return NAN;
}

double datum_to_time(struct datum datum)
{
    double milliseconds;
    switch ((enum datum_kind)datum.kind) {
    case DATUM_FLAG:
    case DATUM_NUMBER:
    case DATUM_TIME:
        return datum.number;
    case DATUM_TEXT:
        return clock_parse(datum.text, &milliseconds) ? milliseconds : (double)NAN;
    case DATUM_NONE:
    case DATUM_LIST:
    case DATUM_MAP:
    case DATUM_SHAPE:
        break;
    }
    return NAN;
}

static str list_to_text(struct arena *arena, const struct datum_list *list)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < list->count; i++) {
        buffer_add(&out, i ? S(",") : S(""));
        if (list->at[i].kind != DATUM_NONE) {
            buffer_add(&out, datum_to_text(arena, list->at[i]));
        }
    }
    return buffer_text(&out);
}

str datum_to_text(struct arena *arena, struct datum datum)
{
    switch ((enum datum_kind)datum.kind) {
    case DATUM_NONE:
        return isnan(datum.number) ? S("undefined") : S("null");
    case DATUM_FLAG:
        return datum.number != 0.0 ? S("true") : S("false");
    case DATUM_NUMBER:
        return real_print(arena, datum.number);
    case DATUM_TIME:
        return clock_print(arena, datum.number);
    case DATUM_TEXT:
        return datum.text;
    case DATUM_LIST:
        return list_to_text(arena, datum.list);
    case DATUM_MAP:
    case DATUM_SHAPE:
        break;
    }
    return S("[object Object]");
}

bool datum_to_flag(struct datum datum)
{
    switch ((enum datum_kind)datum.kind) {
    case DATUM_NONE:
        return false;
    case DATUM_FLAG:
    case DATUM_NUMBER:
        return datum.number != 0.0 && !isnan(datum.number);
    case DATUM_TEXT:
        return datum.text.length > 0;
    case DATUM_TIME:
    case DATUM_LIST:
    case DATUM_MAP:
    case DATUM_SHAPE:
        break;
    }
    return true;
}

int datum_order(struct datum a, struct datum b)
{
    if (a.kind == DATUM_TEXT && b.kind == DATUM_TEXT) {
        return str_compare(a.text, b.text);
    }
    /* A date of a file is text until something needs it as a time. */
    bool is_time = a.kind == DATUM_TIME || b.kind == DATUM_TIME;
    double left = is_time && a.kind == DATUM_TEXT ? datum_to_time(a) : datum_to_number(a);
    double right = is_time && b.kind == DATUM_TEXT ? datum_to_time(b) : datum_to_number(b);
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : DATUM_UNORDERED;
}

static bool is_nan(struct datum datum)
{
    return (datum.kind == DATUM_NUMBER || datum.kind == DATUM_TIME) && isnan(datum.number);
}

/* Rank of what stands before all others. */
static int rank(struct datum datum)
{
    return datum.kind == DATUM_NONE ? 0 : is_nan(datum) ? 1 : 2;
}

int datum_compare(struct datum a, struct datum b)
{
    int ranks = rank(a) - rank(b);
    if (ranks || rank(a) < 2) {
        return (ranks > 0) - (ranks < 0);
    }
    int order = datum_order(a, b);
    return order == DATUM_UNORDERED ? 0 : (order > 0) - (order < 0);
}

bool datum_equal(struct datum a, struct datum b)
{
    if (a.kind != b.kind) {
        return false;
    }
    switch ((enum datum_kind)a.kind) {
    case DATUM_NONE:
        return true;
    case DATUM_FLAG:
    case DATUM_NUMBER:
    case DATUM_TIME:
        return a.number == b.number;
    case DATUM_TEXT:
        return str_equal(a.text, b.text);
    case DATUM_LIST:
        return a.list == b.list;
    case DATUM_MAP:
        return a.map == b.map;
    case DATUM_SHAPE:
        return a.shape == b.shape;
    }
    return false;
}

static bool lists_are_same(const struct datum_list *a, const struct datum_list *b)
{
    bool are_same = a->count == b->count;
    for (size_t i = 0; are_same && i < a->count; i++) {
        are_same = datum_is_same(a->at[i], b->at[i]);
    }
    return are_same;
}

bool datum_is_same(struct datum a, struct datum b)
{
    if (a.kind == DATUM_LIST && b.kind == DATUM_LIST) {
        return a.list == b.list || lists_are_same(a.list, b.list);
    }
    return datum_equal(a, b) || (is_nan(a) && is_nan(b) && a.kind == b.kind);
}

bool datum_is_valid(struct datum datum)
{
    return rank(datum) == 2;
}

/* The finaliser of MurmurHash3: every bit of the input moves half of the output's. */
static uint64_t mix(uint64_t bits)
{
    bits = (bits ^ bits >> 33) * 0xFF51AFD7ED558CCDU;
    bits = (bits ^ bits >> 33) * 0xC4CEB9FE1A85EC53U;
    return bits ^ bits >> 33;
}

static uint64_t hash_number(double number)
{
    uint64_t bits = 0;
    if (number != 0.0 && !isnan(number)) { /* both zeros and all NaN are one */
        memcpy(&bits, &number, sizeof bits);
    }
    return mix(bits);
}

uint64_t datum_hash(struct datum datum)
{
    uint64_t hash = 0;
    switch ((enum datum_kind)datum.kind) {
    case DATUM_NONE:
    case DATUM_MAP:
    case DATUM_SHAPE:
        break;
    case DATUM_FLAG:
    case DATUM_NUMBER:
    case DATUM_TIME:
        hash = hash_number(datum.number);
        break;
    case DATUM_TEXT:
        hash = str_hash(datum.text);
        break;
    case DATUM_LIST:
        for (size_t i = 0; i < datum.list->count; i++) {
            hash = mix(hash + datum_hash(datum.list->at[i]));
        }
        break;
    }
    return mix(hash + datum.kind);
}
