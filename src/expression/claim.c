/* SPDX-License-Identifier: MIT */
/* Claims as a list in YAML says them: every key known and typed. */
#include "expression/claim.h"

#include "claim_internal.h"

struct reader {
    struct arena *arena;
    const struct claim_defaults *defaults;
    const struct claims *claims; /* before this one */
    struct error *error;
};

typedef bool statement_reader(const struct reader *reader, struct claim *claim);

static statement_reader read_figure, read_between, read_direction, read_month, read_count,
    read_members, read_weekday, read_needs;

/* What the kinds need and how their statement is read. */
static const struct kind {
    str key;
    statement_reader *read;
    bool is_without_data, is_of_month, is_numeric;
} kinds[CLAIM_KIND_COUNT] = {
    [CLAIM_FIGURE] = {S("figure"), read_figure, .is_numeric = true},
    [CLAIM_ABOUT] = {S("about"), read_figure, .is_numeric = true},
    [CLAIM_MORE_THAN] = {S("more-than"), read_figure, .is_numeric = true},
    [CLAIM_AT_LEAST] = {S("at-least"), read_figure, .is_numeric = true},
    [CLAIM_LESS_THAN] = {S("less-than"), read_figure, .is_numeric = true},
    [CLAIM_AT_MOST] = {S("at-most"), read_figure, .is_numeric = true},
    [CLAIM_BETWEEN] = {S("between"), read_between, .is_numeric = true},
    [CLAIM_DIRECTION] = {S("direction"), read_direction, .is_numeric = true},
    [CLAIM_HIGHEST_SINCE] = {S("highest-since"), read_month, .is_of_month = true},
    [CLAIM_LOWEST_SINCE] = {S("lowest-since"), read_month, .is_of_month = true},
    [CLAIM_HIGHEST_IN] = {S("highest-in"), read_count, .is_of_month = true},
    [CLAIM_LOWEST_IN] = {S("lowest-in"), read_count, .is_of_month = true},
    [CLAIM_FALLS_IN_A_ROW] = {S("falls-in-a-row"), read_count},
    [CLAIM_RISES_IN_A_ROW] = {S("rises-in-a-row"), read_count},
    [CLAIM_FIRST_FALL_IN] = {S("first-fall-in"), read_count},
    [CLAIM_FIRST_RISE_IN] = {S("first-rise-in"), read_count},
    [CLAIM_RANK] = {S("rank"), read_count},
    [CLAIM_ORDER] = {S("order"), read_members},
    [CLAIM_TOP] = {S("top"), read_members},
    [CLAIM_WEEKDAY] = {S("weekday"), read_weekday, .is_without_data = true},
    [CLAIM_NEEDS] = {S("needs"), read_needs, .is_without_data = true},
};

static const str verdict_keys[VERDICT_COUNT] = {
    [VERDICT_TRUE] = S("true"),
    [VERDICT_FALSE] = S("false"),
    [VERDICT_WRONG_SERIES] = S("wrong-series"),
    [VERDICT_UNDECIDABLE] = S("undecidable"),
};

str verdict_key(enum verdict verdict)
{
    return verdict_keys[verdict];
}

str verdict_name(enum verdict verdict)
{
    static const str names[VERDICT_COUNT] = {
        [VERDICT_TRUE] = S("true"),
        [VERDICT_FALSE] = S("false"),
        [VERDICT_WRONG_SERIES] = S("wrong series"),
        [VERDICT_UNDECIDABLE] = S("not decidable"),
    };
    return names[verdict];
}

/* --- statements ------------------------------------------------------------------------
 */

static bool read_figure(const struct reader *reader, struct claim *claim)
{
    return claim_figure_read(reader->arena, claim->statement, &claim->figure,
                             reader->error);
}

static bool read_between(const struct reader *reader, struct claim *claim)
{
    const struct node *ends = claim->statement;
    if (!node_expect(ends, NODE_LIST, reader->error)) {
        return false;
    }
    if (ends->count != 2) {
        return node_error(ends, reader->error, "between has two figures, not %zu",
                          ends->count);
    }
    if (!claim_figure_read(reader->arena, ends->at[0], &claim->figure, reader->error) ||
        !claim_figure_read(reader->arena, ends->at[1], &claim->upper, reader->error)) {
        return false;
    }
    bool is_in_order = ratio_compare(claim->figure.number, claim->upper.number) <= 0;
    return (is_in_order && str_equal(claim->figure.unit, claim->upper.unit)) ||
           node_error(ends, reader->error,
                      "between has the smaller figure first, in the same unit");
}

static bool read_direction(const struct reader *reader, struct claim *claim)
{
    static const str names[] = {S("fall"), S("unchanged"), S("rise")};
    size_t choice;
    if (!node_choice(claim->statement, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    claim->sign = (int)choice - 1;
    return true;
}

static bool read_month(const struct reader *reader, struct claim *claim)
{
    if (!node_period(claim->statement, &claim->month, reader->error)) {
        return false;
    }
    bool is_earlier = period_compare(claim->month, claim->period) < 0;
    return (claim->month.months == 1 && is_earlier) ||
           node_error(claim->statement, reader->error,
                      "%.*s wants a month before the period",
                      STR_ARG(claim->statement->key));
}

static bool read_count(const struct reader *reader, struct claim *claim)
{
    enum { COUNT_MAX = 1200 };
    return node_count(claim->statement, &claim->count, reader->error) &&
           ((claim->count && claim->count <= COUNT_MAX) ||
            node_error(claim->statement, reader->error,
                       "%.*s wants a whole number from 1 to %d",
                       STR_ARG(claim->statement->key), COUNT_MAX));
}

static bool read_members(const struct reader *reader, struct claim *claim)
{
    size_t least = claim->kind == CLAIM_ORDER ? 2 : 1;
    const struct node *list = claim->statement;
    if (!node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!node_expect(list->at[i], NODE_SCALAR, reader->error)) {
            return false;
        }
    }
    return list->count >= least ||
           node_error(list, reader->error, "%.*s wants %zu members or more",
                      STR_ARG(list->key), least);
}

static bool read_weekday(const struct reader *reader, struct claim *claim)
{
    static const str days[] = {S("Monday"), S("Tuesday"),  S("Wednesday"), S("Thursday"),
                               S("Friday"), S("Saturday"), S("Sunday")};
    const struct node *date = node_find(claim->node, S("date"));
    if (!date) {
        return node_error(claim->statement, reader->error, "a weekday is that of a date");
    }
    return node_choice(claim->statement, days, COUNT_OF(days), &claim->count,
                       reader->error) &&
           node_date(date, &claim->date, reader->error);
}

static bool read_needs(const struct reader *reader, struct claim *claim)
{
    str text;
    if (!node_text(claim->statement, &text, reader->error)) {
        return false;
    }
    return text.length || node_error(claim->statement, reader->error,
                                     "needs wants to know what is missing");
}

/* --- one claim -------------------------------------------------------------------------
 */

static bool read_text(const struct reader *reader, const struct claim *claim, str key,
                      str *text)
{
    const struct node *node = node_find(claim->node, key);
    return !node || node_text(node, text, reader->error);
}

static bool refuse_claim(const struct reader *reader, const struct claim *claim,
                         const char *lack, const char *hint)
{
    str id = claim->id;
    node_error(claim->node, reader->error, "the claim %s%.*s%s%s", id.length ? "\"" : "",
               STR_ARG(id), id.length ? "\" " : "", lack);
    return error_hint(reader->error, "%s", hint);
}

static bool read_words(const struct reader *reader, struct claim *claim)
{
    claim->source = reader->defaults->source;
    if (!read_text(reader, claim, S("id"), &claim->id) ||
        !read_text(reader, claim, S("says"), &claim->says) ||
        !read_text(reader, claim, S("source"), &claim->source)) {
        return false;
    }
    if (!claim->id.length) {
        return refuse_claim(reader, claim, "has no id", "as in id: october-total");
    }
    for (size_t i = 0; i < reader->claims->count; i++) {
        if (str_equal(reader->claims->at[i].id, claim->id)) {
            return node_error(node_find(claim->node, S("id")), reader->error,
                              "there are two claims \"%.*s\"", STR_ARG(claim->id));
        }
    }
    return claim->says.length ||
           refuse_claim(reader, claim, "does not say anything",
                        "give the words of the text: says: exports fell 5.2%");
}

static bool find_statement(const struct reader *reader, struct claim *claim)
{
    for (size_t i = 0; i < CLAIM_KIND_COUNT; i++) {
        const struct node *node = node_find(claim->node, kinds[i].key);
        if (node && claim->statement) {
            return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                            "the claim \"%.*s\" has two statements, %.*s and %.*s",
                            STR_ARG(claim->id), STR_ARG(claim->statement->key),
                            STR_ARG(kinds[i].key));
        }
        if (node) {
            claim->statement = node;
            claim->kind = (enum claim_kind)i;
        }
    }
    return claim->statement ||
           refuse_claim(
               reader, claim, "states nothing",
               "as in figure: 5,473 t, direction: fall, or highest-since: 2025-01");
}

static bool read_period(const struct reader *reader, struct claim *claim)
{
    const struct node *node = node_find(claim->node, S("period"));
    claim->period = reader->defaults->period;
    if (node && !node_period(node, &claim->period, reader->error)) {
        return false;
    }
    if (!period_is_set(claim->period)) {
        return refuse_claim(reader, claim, "has no period", "as in period: 2025-10");
    }
    if (!kinds[claim->kind].is_of_month || claim->period.months == 1) {
        return true;
    }
    return node_error(node ? node : claim->node, reader->error,
                      "%.*s is about a month, and this period is none",
                      STR_ARG(kinds[claim->kind].key));
}

/* `each: month` */
static bool read_each(const struct reader *reader, struct claim *claim)
{
    static const str names[] = {S("month")};
    const struct node *node = node_find(claim->node, S("each"));
    size_t choice;
    if (!node) {
        return true;
    }
    claim->is_each_month = true;
    return node_choice(node, names, COUNT_OF(names), &choice, reader->error) &&
           (kinds[claim->kind].is_numeric ||
            node_error(node, reader->error, "%.*s is not said of each month",
                       STR_ARG(kinds[claim->kind].key)));
}

static bool read_subject(const struct reader *reader, struct claim *claim)
{
    static const str of_data[] = {S("of"), S("each"), S("series-candidates")};
    for (size_t i = 0; kinds[claim->kind].is_without_data && i < COUNT_OF(of_data); i++) {
        const struct node *node = node_find(claim->node, of_data[i]);
        if (node) {
            return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                            "%.*s is about no data", STR_ARG(claim->statement->key));
        }
    }
    if (kinds[claim->kind].is_without_data) {
        return true;
    }
    claim->of = node_find(claim->node, S("of"));
    claim->candidates = node_find(claim->node, S("series-candidates"));
    if (!claim->of) {
        return refuse_claim(reader, claim, "is of nothing",
                            "say what computes it, as in of: total.mom");
    }
    return node_expect(claim->of, NODE_SCALAR, reader->error) &&
           (!claim->candidates ||
            node_expect(claim->candidates, NODE_LIST, reader->error)) &&
           read_period(reader, claim) && read_each(reader, claim);
}

static bool read_date(const struct reader *reader, struct claim *claim)
{
    const struct node *node = node_find(claim->node, S("as-of"));
    const struct node *date = node_find(claim->node, S("date"));
    if (date && claim->kind != CLAIM_WEEKDAY) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(date),
                        "only a weekday has a date");
    }
    return !node || node_date(node, &claim->as_of, reader->error);
}

static bool read_expected(const struct reader *reader, struct claim *claim)
{
    const struct node *node = node_find(claim->node, S("expected"));
    size_t choice;
    if (!node) {
        return true;
    }
    if (!node_choice(node, verdict_keys, VERDICT_COUNT, &choice, reader->error)) {
        return false;
    }
    claim->has_expected = true;
    claim->expected = (enum verdict)choice;
    return true;
}

static bool read_allowance(const struct reader *reader, struct claim *claim)
{
    const struct node *allow = node_find(claim->node, S("allow"));
    const struct node *reason = node_find(claim->node, S("reason"));
    bool is_allowed = false;
    if ((allow && !node_flag(allow, &is_allowed, reader->error)) ||
        (reason && !node_text(reason, &claim->reason, reader->error))) {
        return false;
    }
    if (is_allowed && !claim->reason.length) {
        node_error(allow, reader->error, "what is allowed has a reason");
        return error_hint(reader->error, "as in reason: revised after we went to print");
    }
    if (!is_allowed && reason) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(reason),
                        "only a claim with \"allow: true\" has a reason");
    }
    return true;
}

/* In {says: to 5,473 t} the comma begins a key that is called "473 t". */
static bool explain_key(const struct reader *reader, const struct claim *claim)
{
    for (size_t i = 0; claim->node->kind == NODE_MAP && i < claim->node->count; i++) {
        str key = claim->node->at[i]->key;
        if (key.length && key.at[0] >= '0' && key.at[0] <= '9') {
            error_hint(reader->error, "within { } a text with a comma stands in quotes");
        }
    }
    return false;
}

static bool read_claim(const struct reader *reader, struct claim *claim)
{
    static const str others[] = {
        S("id"),       S("says"),   S("source"), S("of"),
        S("period"),   S("as-of"),  S("each"),   S("series-candidates"),
        S("expected"), S("reason"), S("allow"),  S("date"),
    };
    str keys[COUNT_OF(others) + CLAIM_KIND_COUNT];
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        keys[i] = i < COUNT_OF(others) ? others[i] : kinds[i - COUNT_OF(others)].key;
    }
    return (node_knows(claim->node, keys, COUNT_OF(keys), reader->error) ||
            explain_key(reader, claim)) &&
           read_words(reader, claim) && find_statement(reader, claim) &&
           read_subject(reader, claim) && read_date(reader, claim) &&
           kinds[claim->kind].read(reader, claim) && read_expected(reader, claim) &&
           read_allowance(reader, claim);
}

bool claims_read(struct arena *arena, const struct node *list,
                 const struct claim_defaults *defaults, struct claims *claims,
                 struct error *error)
{
    if (!node_expect(list, NODE_LIST, error)) {
        return false;
    }
    if (!list->count) {
        return node_error(list, error, "the list of claims is empty");
    }
    struct reader reader = {arena, defaults, claims, error};
    for (size_t i = 0; i < list->count; i++) {
        struct claim claim = {.node = list->at[i]};
        if (!read_claim(&reader, &claim)) {
            return false;
        }
        *arena_push(arena, claims) = claim;
    }
    return true;
}

bool claim_is_good(const struct claim *claim, enum verdict verdict)
{
    if (claim->has_expected) {
        return verdict == claim->expected;
    }
    return verdict == VERDICT_TRUE || verdict == VERDICT_UNDECIDABLE ||
           claim->reason.length > 0;
}

bool claim_refuse(const struct claim *claim, const struct judgement *judgement,
                  struct error *error)
{
    str verdict = verdict_name(judgement->verdict);
    error_at(error, ERROR_CHECK, node_place(node_find(claim->node, S("id"))),
             "the claim \"%.*s\" is %s%.*s: %.*s", STR_ARG(claim->id),
             judgement->verdict == VERDICT_WRONG_SERIES ? "of the " : "", STR_ARG(verdict),
             STR_ARG(judgement->why));
    str expected = verdict_name(claim->expected);
    return claim->has_expected && error_hint(error, "expected is %.*s", STR_ARG(expected));
}

/* "figure: 5,473 t", "top: Germany, Japan" */
str claim_statement(struct arena *arena, const struct claim *claim)
{
    const struct node *node = claim->statement;
    str text = node->text;
    if (node->kind == NODE_LIST) {
        str *items = arena_array(arena, str, node->count);
        for (size_t i = 0; i < node->count; i++) {
            items[i] = node->at[i]->text;
        }
        text = str_join(arena, items, node->count, S(", "));
    }
    return str_print(arena, "%.*s: %.*s", STR_ARG(node->key), STR_ARG(text));
}
