/* SPDX-License-Identifier: MIT */
/* Functions of texts. Positions and lengths count characters. */
#include "formula_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "base/real.h"
#include "grammar/format.h"
#include "pattern.h"

#include <math.h>
#include <string.h>

static struct datum text(str of)
{
    return datum_text(of);
}

static struct datum format(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    str specifier = call->count > 1 ? call_text(call, 1) : S("");
    if (datum.kind == DATUM_NONE && !isnan(datum.number)) {
        return text(S("null"));
    }
    return text(
        format_number(call->arena, call_language(call), specifier, datum_to_number(datum)));
}

static char to_lower(char byte)
{
    bool is_capital = byte >= 'A' && byte <= 'Z';
    return (char)(byte + (is_capital ? 32 : 0));
}

static char to_upper(char byte)
{
    bool is_small = byte >= 'a' && byte <= 'z';
    return (char)(byte - (is_small ? 32 : 0));
}

/* The letters of ASCII, Latin-1, Greek and Cyrillic, whose two cases stand at fixed
 * distances. */
static uint32_t change_case(uint32_t letter, bool is_upper)
{
    static const struct {
        uint32_t from, to, distance; /* capitals, and how far the small ones are */
    } ranges[] = {{0xC0, 0xD6, 32},
                  {0xD8, 0xDE, 32},
                  {0x391, 0x3A9, 32},
                  {0x410, 0x42F, 32},
                  {0x400, 0x40F, 80}};
    if (letter < 0x80) {
        return (uint32_t)(is_upper ? to_upper((char)letter) : to_lower((char)letter));
    }
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        uint32_t shift = is_upper ? ranges[i].distance : 0;
        if (letter >= ranges[i].from + shift && letter <= ranges[i].to + shift) {
            return is_upper ? letter - shift : letter + ranges[i].distance;
        }
    }
    return letter;
}

static struct datum change_all(const struct call *call, bool is_upper)
{
    str from = call_text(call, 0);
    struct buffer out = {.arena = call->arena};
    for (size_t at = 0; at < from.length;) {
        uint32_t letter;
        char bytes[4];
        size_t length = str_decode(from, at, &letter);
        if (!length) {
            buffer_add_byte(&out, from.at[at++]);
            continue;
        }
        buffer_add(&out, (str){bytes, str_encode(change_case(letter, is_upper), bytes)});
        at += length;
    }
    return text(buffer_text(&out));
}

static struct datum lower(const struct call *call)
{
    return change_all(call, false);
}

static struct datum upper(const struct call *call)
{
    return change_all(call, true);
}

static struct datum trim(const struct call *call)
{
    return text(str_trim(call_text(call, 0)));
}

static size_t character_at(str of, size_t character)
{
    size_t at = 0;
    for (; character && at < of.length; character--) {
        uint32_t code;
        size_t length = str_decode(of, at, &code);
        at += length ? length : 1;
    }
    return at;
}

/* A position, within [0, length]. */
static size_t position(double number, size_t length)
{
    return number > 0.0 ? (number < (double)length ? (size_t)number : length) : 0;
}

static struct datum substring(const struct call *call)
{
    str of = call_text(call, 0);
    size_t length = str_characters(of);
    size_t from = position(call_number_or(call, 1, 0.0), length);
    size_t to = position(call_number_or(call, 2, (double)length), length);
    size_t first = from < to ? from : to;
    size_t last = from < to ? to : from;
    return text(str_slice(of, character_at(of, first), character_at(of, last)));
}

/* pad(text, length, character, "left" | "right" | "center"): where the padding goes. */
static struct datum pad(const struct call *call)
{
    const double most = 10000.0;
    str of = call_text(call, 0);
    str fill = call_at(call, 2).kind == DATUM_NONE ? S(" ") : call_text(call, 2);
    str align = call->count > 3 ? call_text(call, 3) : S("right");
    double missing = fmin(most, call_number(call, 1)) - (double)str_characters(of);
    size_t count = missing > 0.0 ? (size_t)missing : 0;
    size_t before = str_equal(align, S("left"))     ? count
                    : str_equal(align, S("center")) ? count / 2
                                                    : 0;
    struct buffer out = {.arena = call->arena};
    for (size_t i = 0; i < before; i++) {
        buffer_add(&out, fill);
    }
    buffer_add(&out, of);
    for (size_t i = before; i < count; i++) {
        buffer_add(&out, fill);
    }
    return text(buffer_text(&out));
}

/* truncate(text, length, "left" | "right" | "center", ellipsis): what is cut off. */
static struct datum truncate(const struct call *call)
{
    str of = call_text(call, 0);
    str align = call_at(call, 2).kind == DATUM_NONE ? S("right") : call_text(call, 2);
    str mark = call->count > 3 ? call_text(call, 3) : S("…");
    size_t length = str_characters(of);
    double wanted = call_number(call, 1);
    if (!(wanted < (double)length)) {
        return text(of);
    }
    double room = fmax(0.0, wanted - (double)str_characters(mark));
    size_t kept = (size_t)room;
    if (str_equal(align, S("left"))) {
        str parts[] = {mark, str_after(of, character_at(of, length - kept))};
        return text(str_join(call->arena, parts, 2, S("")));
    }
    size_t before = str_equal(align, S("center")) ? (kept + 1) / 2 : kept;
    str parts[] = {str_slice(of, 0, character_at(of, before)), mark,
                   str_after(of, character_at(of, length - (kept - before)))};
    return text(str_join(call->arena, parts, 3, S("")));
}

static struct datum parse_float(const struct call *call)
{
    double number = NAN;
    str of = str_trim(call_text(call, 0));
    return datum_number(real_prefix(of, &number) ? number : (double)NAN);
}

static struct datum parse_int(const struct call *call)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    str of = str_trim(call_text(call, 0));
    double radix = call_number_or(call, 1, 10.0);
    size_t at = of.length && (of.at[0] == '-' || of.at[0] == '+');
    bool is_negative = at && of.at[0] == '-';
    bool is_hex = str_starts(str_after(of, at), S("0x")) && call->count < 2;
    radix = is_hex ? 16.0 : radix;
    at += is_hex ? 2 : 0;
    double number = NAN;
    for (; at < of.length; at++) {
        const char *digit = memchr(digits, to_lower(of.at[at]), sizeof digits - 1);
        if (!digit || (double)(digit - digits) >= radix) {
            break;
        }
        number = (isnan(number) ? 0.0 : number * radix) + (double)(digit - digits);
    }
    return datum_number(is_negative ? -number : number);
}

/* --- regular expressions ----------------------------------------------------------------
 */

/* What was written as a pattern, or a text that is one. NULL where it is none. */
static const struct pattern *pattern_at(const struct call *call, size_t index)
{
    struct datum datum = call_at(call, index);
    struct datum source = datum_member(datum, S("regexp"));
    bool is_pattern = source.kind == DATUM_TEXT;
    str flags =
        is_pattern ? datum_to_text(call->arena, datum_member(datum, S("flags"))) : S("");
    return pattern_make(
        call->arena, is_pattern ? source.text : datum_to_text(call->arena, datum), flags);
}

static struct datum regexp(const struct call *call)
{
    struct datum_map *map = arena_new(call->arena, struct datum_map);
    str flags = call->count > 1 ? call_text(call, 1) : S("");
    *arena_push(call->arena, map) =
        (struct datum_member){S("regexp"), datum_text(call_text(call, 0))};
    *arena_push(call->arena, map) = (struct datum_member){S("flags"), datum_text(flags)};
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

static struct datum test(const struct call *call)
{
    struct pattern_match match;
    const struct pattern *pattern = pattern_at(call, 0);
    return datum_flag(pattern && pattern_find(pattern, call_text(call, 1), 0, &match));
}

/* $1, $&, $$ in the replacement. */
static void add_replacement(struct buffer *out, str by, str of,
                            const struct pattern_match *match)
{
    for (size_t i = 0; i < by.length; i++) {
        char next = str_byte(by, i + 1);
        size_t group = (size_t)(next - '0');
        if (by.at[i] != '$') {
            buffer_add_byte(out, by.at[i]);
        } else if (next == '$') {
            buffer_add_byte(out, by.at[++i]);
        } else if (next == '&' || (next > '0' && next <= '9' && group < match->count)) {
            group = next == '&' ? 0 : group;
            buffer_add(out, str_slice(of, match->starts[group], match->ends[group]));
            i++;
        } else {
            buffer_add_byte(out, '$');
        }
    }
}

static struct datum replace_text(const struct call *call, str of, str by)
{
    str part = call_text(call, 1);
    for (size_t at = 0; at + part.length <= of.length; at++) {
        if (str_equal(str_slice(of, at, at + part.length), part)) {
            str parts[] = {str_slice(of, 0, at), by, str_after(of, at + part.length)};
            return text(str_join(call->arena, parts, 3, S("")));
        }
    }
    return text(of);
}

static struct datum replace(const struct call *call)
{
    str of = call_text(call, 0);
    str by = call_text(call, 2);
    struct pattern_match match;
    if (call_at(call, 1).kind == DATUM_TEXT) {
        return replace_text(call, of, by);
    }
    const struct pattern *pattern = pattern_at(call, 1);
    struct buffer out = {.arena = call->arena};
    size_t at = 0;
    while (pattern && at <= of.length && pattern_find(pattern, of, at, &match)) {
        buffer_add(&out, str_slice(of, at, match.starts[0]));
        add_replacement(&out, by, of, &match);
        bool is_empty = match.ends[0] == match.starts[0];
        at = match.ends[0];
        if (is_empty) {
            buffer_add(&out, str_slice(of, at, at + 1));
            at++;
        }
        if (!pattern_is_global(pattern)) {
            break;
        }
    }
    buffer_add(&out, str_after(of, at));
    return text(buffer_text(&out));
}

/* Between a text, or a pattern; by an empty text into characters. */
static struct datum split(const struct call *call)
{
    str of = call_text(call, 0);
    struct datum by = call_at(call, 1);
    double most = call_number_or(call, 2, HUGE_VAL);
    struct datum_list *parts = arena_new(call->arena, struct datum_list);
    const struct pattern *pattern = by.kind == DATUM_MAP ? pattern_at(call, 1) : NULL;
    str between = by.kind == DATUM_TEXT ? by.text : S("");
    size_t from = 0;
    for (size_t at = 0; by.kind != DATUM_NONE && at < of.length;) {
        struct pattern_match match = {.starts = {of.length}, .ends = {of.length}};
        if (pattern) {
            if (!pattern_find(pattern, of, at, &match)) {
                break;
            }
        } else {
            size_t start = between.length ? at : at + character_at(str_after(of, at), 1);
            while (start < of.length &&
                   !str_equal(str_slice(of, start, start + between.length), between)) {
                start++;
            }
            match.starts[0] = start;
            match.ends[0] = start + between.length;
        }
        if (match.starts[0] >= of.length) {
            break;
        }
        *arena_push(call->arena, parts) = text(str_slice(of, from, match.starts[0]));
        from = match.ends[0];
        at = from > at ? from : at + 1;
    }
    *arena_push(call->arena, parts) = text(str_after(of, from));
    parts->count = (double)parts->count > most ? (size_t)fmax(0.0, most) : parts->count;
    return datum_list_of(parts);
}

static struct datum encode_uri(const struct call *call)
{
    str of = call_text(call, 0);
    struct buffer out = {.arena = call->arena};
    for (size_t i = 0; i < of.length; i++) {
        char byte = of.at[i];
        char small = to_lower(byte);
        bool is_plain = (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') ||
                        (byte && strchr("-_.!~*'()", byte));
        if (is_plain) {
            buffer_add_byte(&out, byte);
        } else {
            buffer_print(&out, "%%%02X", (unsigned)(unsigned char)byte);
        }
    }
    return text(buffer_text(&out));
}

struct functions formula_text(void)
{
    static const struct function functions[] = {
        {.name = "encodeURIComponent", .least = 1, .most = 1, .of = encode_uri},
        {.name = "format", .least = 1, .most = 2, .of = format},
        {.name = "lower", .least = 1, .most = 1, .of = lower},
        {.name = "pad", .least = 2, .most = 4, .of = pad},
        {.name = "parseFloat", .least = 1, .most = 1, .of = parse_float},
        {.name = "parseInt", .least = 1, .most = 2, .of = parse_int},
        {.name = "regexp", .least = 1, .most = 2, .of = regexp},
        {.name = "replace", .least = 3, .most = 3, .of = replace},
        {.name = "split", .least = 2, .most = 3, .of = split},
        {.name = "substring", .least = 2, .most = 3, .of = substring},
        {.name = "test", .least = 1, .most = 2, .of = test},
        {.name = "trim", .least = 1, .most = 1, .of = trim},
        {.name = "truncate", .least = 2, .most = 4, .of = truncate},
        {.name = "upper", .least = 1, .most = 1, .of = upper},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
