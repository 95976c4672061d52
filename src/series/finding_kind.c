/* SPDX-License-Identifier: MIT */
/* What kinds of findings are called, and how authors choose among them. */
#include "series/finding.h"

static const struct {
    const char *name, *family;
} kinds[FINDING_KIND_COUNT] = {
    [FINDING_CHANGE_MONTH] = {"change_month", "change"},
    [FINDING_CHANGE_YEAR] = {"change_year", "change"},
    [FINDING_TO_DATE] = {"to_date", "change"},
    [FINDING_RECORD_HIGH] = {"record_high", "record"},
    [FINDING_RECORD_LOW] = {"record_low", "record"},
    [FINDING_SINCE_HIGH] = {"since_high", "since"},
    [FINDING_SINCE_LOW] = {"since_low", "since"},
    [FINDING_STREAK_MONTH] = {"streak_month", "streak"},
    [FINDING_STREAK_YEAR] = {"streak_year", "streak"},
    [FINDING_FIRST_MONTH] = {"first_month", "first"},
    [FINDING_FIRST_YEAR] = {"first_year", "first"},
    [FINDING_FIRST_SHIPMENT] = {"first_shipment", "first"},
    [FINDING_LEADER] = {"leader", "rank"},
    [FINDING_OVERTAKES] = {"overtakes", "rank"},
    [FINDING_RANK] = {"rank_change", "rank"},
    [FINDING_SHARE] = {"share", "share"},
    [FINDING_CONTRIBUTION] = {"contribution", "share"},
    [FINDING_CONCENTRATION] = {"concentration", "share"},
    [FINDING_USUAL_RANGE] = {"usual_range", "level"},
    [FINDING_UNIT_VALUE] = {"unit_value", "unit_value"},
    [FINDING_LEVEL_SHIFT] = {"level_shift", "level"},
};

str finding_kind_name(enum finding_kind kind)
{
    return str_from(kinds[kind].name);
}

static void add_once(str *names, size_t *count, const char *name)
{
    for (size_t i = 0; i < *count; i++) {
        if (str_equal(names[i], str_from(name))) {
            return;
        }
    }
    names[(*count)++] = str_from(name);
}

size_t finding_kind_names(str names[2 * FINDING_KIND_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < FINDING_KIND_COUNT; i++) {
        add_once(names, &count, kinds[i].name);
        add_once(names, &count, kinds[i].family);
    }
    return count;
}

str finding_name(struct arena *arena, const struct finding *finding)
{
    str kind = finding_kind_name(finding->kind);
    if (!finding->member.length) {
        return str_print(arena, "%.*s.%.*s", STR_ARG(finding->query), STR_ARG(kind));
    }
    return str_print(arena, "%.*s.%.*s.%.*s", STR_ARG(finding->query),
                     STR_ARG(finding->member), STR_ARG(kind));
}

/* The kind stands behind the last point: names of members may have points too. */
struct finding_selector finding_selector_parse(str text)
{
    struct finding_selector selector = {.kind = S("*")};
    str rest;
    selector.query = str_cut(text, '.', &rest);
    if (!rest.length) {
        return selector;
    }
    size_t point = rest.length;
    while (point && rest.at[point - 1] != '.') {
        point--;
    }
    selector.kind = str_after(rest, point);
    selector.member = point ? str_slice(rest, 0, point - 1) : S("");
    return selector;
}

static bool is_any(str word)
{
    return !word.length || str_equal(word, S("*"));
}

bool finding_selector_takes(const struct finding_selector *selector,
                            const struct finding *finding)
{
    return (is_any(selector->query) || str_equal(selector->query, finding->query)) &&
           (is_any(selector->member) || str_equal(selector->member, finding->member)) &&
           (is_any(selector->kind) ||
            str_equal(selector->kind, finding_kind_name(finding->kind)) ||
            str_equal(selector->kind, str_from(kinds[finding->kind].family)));
}
