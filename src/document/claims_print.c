/* SPDX-License-Identifier: MIT */
/* Judged claims as text, and as JSON. */
#include "base/json.h"
#include "document/claims.h"

/* --- text ------------------------------------------------------------------------------
 */

static size_t id_width(const struct claims *claims)
{
    size_t width = 0;
    for (size_t i = 0; i < claims->count; i++) {
        size_t length = str_characters(claims->at[i].id);
        width = length > width ? length : width;
    }
    return width;
}

/* On one line; and terminals obey control characters: those of a file must not reach one.
 */
static void add_plain(struct buffer *out, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool is_space = byte == '\n' || byte == '\t' || byte == '\r';
        bool is_control = byte < ' ' || byte == 0x7F;
        buffer_add(out, is_space     ? S(" ")
                        : is_control ? S("?")
                                     : str_slice(text, i, i + 1));
    }
}

static void add_padded(struct buffer *out, str text, size_t width)
{
    size_t length = str_characters(text);
    add_plain(out, text);
    buffer_print(out, "%*s", (int)(width > length ? width - length : 0), "");
}

static void add_line(struct buffer *out, size_t indent, const char *what, str text)
{
    buffer_print(out, "%*s%s", (int)indent, "", what);
    add_plain(out, text);
    buffer_add_byte(out, '\n');
}

static bool is_surprise(const struct claim *claim, enum verdict verdict)
{
    return claim->has_expected && verdict != claim->expected;
}

static void add_claim(struct buffer *out, const struct claim *claim,
                      const struct judgement *judgement, size_t width)
{
    enum { VERDICT_WIDTH = 13 };
    add_padded(out, claim->id, width + 2);
    add_padded(out, verdict_name(judgement->verdict), VERDICT_WIDTH + 2);
    add_line(out, 0, "", claim->says);
    size_t indent = width + VERDICT_WIDTH + 4;
    add_line(out, indent, "", judgement->why);
    if (is_surprise(claim, judgement->verdict)) {
        add_line(out, indent, "expected: ", verdict_name(claim->expected));
    } else if (claim->reason.length && !claim->has_expected &&
               judgement->verdict != VERDICT_TRUE) {
        add_line(out, indent, "allowed: ", claim->reason);
    }
}

/* "34 claims: 25 true, 2 false, 7 not decidable; as expected" */
static void add_summary(struct buffer *out, const struct claims *claims,
                        const struct judgement *judgements)
{
    size_t counts[VERDICT_COUNT] = {0};
    size_t surprises = 0;
    size_t expected = 0;
    for (size_t i = 0; i < claims->count; i++) {
        counts[judgements[i].verdict]++;
        expected += claims->at[i].has_expected;
        surprises += is_surprise(&claims->at[i], judgements[i].verdict);
    }
    buffer_print(out, "%zu claim%s:", claims->count, claims->count == 1 ? "" : "s");
    const char *comma = "";
    for (enum verdict verdict = VERDICT_TRUE; verdict < VERDICT_COUNT; verdict++) {
        str name = verdict_name(verdict);
        if (counts[verdict]) {
            buffer_print(out, "%s %zu %s%.*s", comma, counts[verdict],
                         verdict == VERDICT_WRONG_SERIES ? "of the " : "", STR_ARG(name));
            comma = ",";
        }
    }
    if (surprises) {
        buffer_print(out, "; %zu not as expected", surprises);
    } else if (expected) {
        buffer_add(out, S("; all as expected"));
    }
    buffer_add_byte(out, '\n');
}

str claims_print(struct arena *arena, const struct claims *claims,
                 const struct judgement *judgements)
{
    struct buffer out = {.arena = arena};
    size_t width = id_width(claims);
    for (size_t i = 0; i < claims->count; i++) {
        add_claim(&out, &claims->at[i], &judgements[i], width);
    }
    add_summary(&out, claims, judgements);
    return buffer_text(&out);
}

/* --- JSON ------------------------------------------------------------------------------
 */

static void add_number(struct json *json, const char *key, struct ratio number)
{
    json_key(json, key);
    json_ratio(json, number);
}

static void add_value(struct json *json, const struct value *value)
{
    json_key(json, "value");
    if (value->kind != VALUE_NUMBER) {
        json_null(json);
        return;
    }
    json_object(json);
    add_number(json, "number", value->number);
    struct interval possible = interval_round(value->possible, JSON_PLACES);
    add_number(json, "low", possible.low);
    add_number(json, "high", possible.high);
    json_member_text(json, "unit", value->unit);
    json_end(json);
}

static void add_subject(struct arena *arena, struct json *json, const struct claim *claim)
{
    if (claim->of) {
        json_member_text(json, "of", claim->of->text);
        json_member_text(json, "period", period_print(arena, claim->period));
    }
    if (date_is_set(claim->as_of)) {
        json_member_text(json, "as_of", date_print(arena, claim->as_of));
    }
}

static void add_judged(struct arena *arena, struct json *json, const struct claim *claim,
                       const struct judgement *judgement)
{
    json_object(json);
    json_member_text(json, "id", claim->id);
    json_member_text(json, "says", claim->says);
    json_member_some_text(json, "source", claim->source);
    json_member_text(json, "statement", claim_statement(arena, claim));
    add_subject(arena, json, claim);
    json_member_text(json, "verdict", verdict_key(judgement->verdict));
    json_member_text(json, "why", judgement->why);
    add_value(json, &judgement->value);
    json_member_some_text(json, "belongs_to", judgement->belongs_to);
    if (claim->has_expected) {
        json_member_text(json, "expected", verdict_key(claim->expected));
    }
    json_member_some_text(json, "allowed", claim->reason);
    json_member_flag(json, "good", claim_is_good(claim, judgement->verdict));
    json_end(json);
}

str claims_json(struct arena *arena, const struct claims *claims,
                const struct judgement *judgements)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out};
    json_object(&json);
    json_member_text(&json, "format", S("ytterby-claims-1"));
    json_key(&json, "claims");
    json_array(&json);
    for (size_t i = 0; i < claims->count; i++) {
        add_judged(arena, &json, &claims->at[i], &judgements[i]);
    }
    json_end(&json);
    json_end(&json);
    return buffer_text(&out);
}
