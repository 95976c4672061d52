/* SPDX-License-Identifier: MIT */
#include "document/calendar.h"

enum { MONTHS_BACK = 120 };

static bool read_number(const struct node *map, str key, size_t most, int *number,
                        struct error *error)
{
    const struct node *node = node_find(map, key);
    size_t count;
    if (!node) {
        return true;
    }
    if (!node_count(node, &count, error)) {
        return false;
    }
    *number = (int)count;
    return (count && count <= most) ||
           node_error(node, error, "%zu is not a number from 1 to %zu", count, most);
}

static bool read_date(struct arena *arena, const struct node *node,
                      struct calendar *calendar, struct error *error)
{
    struct calendar_date entry = {0};
    if (!period_parse(node->key, &entry.period) || entry.period.months != 1) {
        return error_at(error, ERROR_CONFIG, node_key_place(node),
                        "\"%.*s\" is not a month such as 2025-10", STR_ARG(node->key));
    }
    bool is_none = node->kind == NODE_SCALAR && str_equal(node->text, S("none"));
    if (!is_none && !node_date(node, &entry.due, error)) {
        return error_hint(error, "or none, for a month that is not published alone");
    }
    *arena_push(arena, &calendar->dates) = entry;
    return true;
}

bool calendar_read(struct arena *arena, const struct node *node, struct calendar *calendar,
                   struct error *error)
{
    static const str keys[] = {S("day"), S("after"), S("dates")};
    *calendar = (struct calendar){.is_set = true, .after = 1};
    if (!node_expect(node, NODE_MAP, error) ||
        !node_knows(node, keys, COUNT_OF(keys), error) ||
        !read_number(node, S("day"), 31, &calendar->day, error) ||
        !read_number(node, S("after"), 24, &calendar->after, error)) {
        return false;
    }
    const struct node *dates = node_find(node, S("dates"));
    if (!calendar->day && !dates) {
        return node_error(node, error, "a calendar has a day, or dates");
    }
    if (dates && !node_expect(dates, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; dates && i < dates->count; i++) {
        if (!read_date(arena, dates->at[i], calendar, error)) {
            return false;
        }
    }
    return true;
}

struct date calendar_due(const struct calendar *calendar, struct period month)
{
    for (size_t i = 0; i < calendar->dates.count; i++) {
        if (period_equal(calendar->dates.at[i].period, month)) {
            return calendar->dates.at[i].due;
        }
    }
    if (!calendar->day) {
        return (struct date){0};
    }
    struct period then = period_shift(month, calendar->after);
    int year = period_year(then);
    int of_year = period_month_of_year(then);
    int last = date_days_in_month(year, of_year);
    return (struct date){year, of_year, calendar->day < last ? calendar->day : last};
}

struct period calendar_expected(const struct calendar *calendar, struct date day)
{
    struct period month = period_month(day.year, day.month);
    for (int i = 0; i < MONTHS_BACK; i++) {
        struct date due = calendar_due(calendar, month);
        if (date_is_set(due) && date_compare(due, day) <= 0) {
            return month;
        }
        month = period_shift(month, -1);
    }
    return (struct period){0};
}
