/* SPDX-License-Identifier: MIT */
#include "grammar/clock.h"

#include "base/buffer.h"

#include <math.h>

static const char *const day_names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Days since 1970-01-01 of the first day of a month; years start in March, so that the leap
 * day is their last. */
static int64_t month_to_days(int64_t year, int month)
{
    int64_t shifted = year - (month < 2);
    int64_t era = floor_divide(shifted, 400);
    int64_t year_of_era = shifted - era * 400;
    int64_t day_of_year = (153 * ((month + 10) % 12) + 2) / 5;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void set_date(struct clock *clock, int64_t days)
{
    int64_t shifted = days + 719468;
    int64_t era = floor_divide(shifted, 146097);
    int64_t day_of_era = shifted - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_of_year = (5 * day_of_year + 2) / 153; /* 0 is March */
    clock->month = (int)((month_of_year + 2) % 12);
    clock->date = (int)(day_of_year - (153 * month_of_year + 2) / 5) + 1;
    clock->year = year_of_era + era * 400 + (clock->month < 2);
    clock->day = (int)(days + 4 - floor_divide(days + 4, 7) * 7);
    clock->day_of_year = (int)(days - month_to_days(clock->year, 0)) + 1;
}

struct clock clock_at(double milliseconds)
{
    struct clock clock = {.year = 0};
    double days = floor(milliseconds / CLOCK_DAY);
    int64_t rest = (int64_t)floor(milliseconds - days * CLOCK_DAY);
    set_date(&clock, (int64_t)days);
    clock.milliseconds = (int)(rest % 1000);
    clock.seconds = (int)(rest / 1000 % 60);
    clock.minutes = (int)(rest / 60000 % 60);
    clock.hours = (int)(rest / 3600000);
    return clock;
}

double clock_day(int64_t year, int month, int date)
{
    return (double)(month_to_days(year, month) + date - 1) * CLOCK_DAY;
}

double clock_of(double year, double month, double date, double hours, double minutes,
                double seconds, double milliseconds)
{
    const double far = 400000.0; /* JavaScript's times end with the year 275760 */
    double carried = floor(trunc(month) / 12.0);
    double of_year = trunc(year) + carried;
    if (!(fabs(of_year) < far) ||
        !isfinite(date + hours + minutes + seconds + milliseconds)) {
        return NAN;
    }
    double day = clock_day((int64_t)of_year, (int)(trunc(month) - carried * 12.0), 1);
    return day + (trunc(date) - 1.0) * CLOCK_DAY + trunc(hours) * 3600000.0 +
           trunc(minutes) * 60000.0 + trunc(seconds) * 1000.0 + trunc(milliseconds);
}

int clock_week(double milliseconds)
{
    struct clock clock = clock_at(milliseconds);
    return (clock.day_of_year + 6 - clock.day) / 7;
}

int clock_week_of_mondays(double milliseconds)
{
    struct clock clock = clock_at(milliseconds);
    return (clock.day_of_year + 6 - (clock.day + 6) % 7) / 7;
}

int clock_iso_week(double milliseconds, int64_t *year)
{
    struct clock clock = clock_at(milliseconds);
    double thursday = milliseconds + (3 - (clock.day + 6) % 7) * CLOCK_DAY;
    struct clock of_week = clock_at(thursday);
    *year = of_week.year;
    return (of_week.day_of_year - 1) / 7 + 1;
}

str clock_print(struct arena *arena, double milliseconds)
{
    if (!isfinite(milliseconds)) {
        return S("Invalid Date");
    }
    struct clock clock = clock_at(milliseconds);
    return str_print(arena,
                     "%s %s %02d %04lld %02d:%02d:%02d GMT+0000 (Coordinated "
                     "Universal Time)",
                     day_names[clock.day], month_names[clock.month], clock.date,
                     (long long)clock.year, clock.hours, clock.minutes, clock.seconds);
}
