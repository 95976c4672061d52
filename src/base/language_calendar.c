/* SPDX-License-Identifier: MIT */
/* Months, periods and dates in each language, by the patterns of its table. */
#include "language_internal.h"

static const struct language_calendar *calendar_of(const struct language *language)
{
    return &language_or_english(language)->calendar;
}

static const char *part_name(const struct language_calendar *calendar, struct period period)
{
    int month = period_month_of_year(period) - 1;
    switch (period_kind(period)) {
    case PERIOD_QUARTER:
        return calendar->quarters[month / 3];
    case PERIOD_HALF_YEAR:
        return calendar->halves[month / 6];
    default:
        return "";
    }
}

/* The pattern with the names, numbers and years of the period's first and last month. */
static str fill_period(struct arena *arena, const struct language *language,
                       const char *pattern, struct period period)
{
    const struct language_calendar *calendar = calendar_of(language);
    struct period last = period_last_month(period);
    int from = period_month_of_year(period);
    int to = period_month_of_year(last);
    const str values[] = {
        str_from(calendar->months[from - 1]),
        str_from(calendar->months[to - 1]),
        str_from(calendar->short_months[from - 1]),
        str_from(calendar->short_months[to - 1]),
        str_print(arena, "%d", from),
        str_print(arena, "%d", to),
        str_print(arena, "%d", period_year(period)),
        str_print(arena, "%d", period_year(last)),
        str_print(arena, "%02d", period_year(period) % 100),
        str_from(part_name(calendar, period)),
    };
    return language_fill(arena, pattern, "mMsSnNyYzp", values);
}

static bool is_in_one_year(struct period period)
{
    return period_year(period) == period_year(period_last_month(period));
}

str language_month(struct arena *arena, const struct language *language,
                   struct period period)
{
    switch (period_kind(period)) {
    case PERIOD_MONTH:
        return fill_period(arena, language, "{m}", period);
    case PERIOD_QUARTER:
    case PERIOD_HALF_YEAR:
        return fill_period(arena, language, "{p}", period);
    default:
        return fill_period(arena, language, calendar_of(language)->months_alone, period);
    }
}

str language_period(struct arena *arena, const struct language *language,
                    struct period period)
{
    const struct language_calendar *calendar = calendar_of(language);
    switch (period_kind(period)) {
    case PERIOD_YEAR:
        return fill_period(arena, language, calendar->year, period);
    case PERIOD_QUARTER:
    case PERIOD_HALF_YEAR:
        return fill_period(arena, language, calendar->part_of_year, period);
    case PERIOD_MONTH:
        return fill_period(arena, language, calendar->month_of_year, period);
    case PERIOD_TO_DATE:
    case PERIOD_COMBINED:
        break;
    }
    return fill_period(arena, language,
                       is_in_one_year(period) ? calendar->months_of_year
                                              : calendar->months_of_years,
                       period);
}

str language_month_short(struct arena *arena, const struct language *language,
                         struct period month)
{
    return fill_period(arena, language, calendar_of(language)->short_month, month);
}

str language_period_short(struct arena *arena, const struct language *language,
                          struct period period)
{
    const struct language_calendar *calendar = calendar_of(language);
    const char *pattern = period.months == 1       ? calendar->short_month_of_year
                          : is_in_one_year(period) ? calendar->short_months_of_year
                                                   : calendar->short_months_of_years;
    return fill_period(arena, language, pattern, period);
}

static str fill_date(struct arena *arena, const struct language *language,
                     const char *pattern, struct date date)
{
    const struct language_calendar *calendar = calendar_of(language);
    bool has_own_first = date.day == 1 && calendar->first_day;
    const str values[] = {
        has_own_first ? str_from(calendar->first_day) : str_print(arena, "%d", date.day),
        str_from(calendar->months[date.month - 1]),
        str_from(calendar->short_months[date.month - 1]),
        str_print(arena, "%d", date.year),
    };
    return language_fill(arena, pattern, "dmsy", values);
}

str language_date(struct arena *arena, const struct language *language, struct date date)
{
    return fill_date(arena, language, calendar_of(language)->date, date);
}

str language_date_short(struct arena *arena, const struct language *language,
                        struct date date)
{
    return fill_date(arena, language, calendar_of(language)->short_date, date);
}
