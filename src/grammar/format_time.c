/* SPDX-License-Identifier: MIT */
/*
 * Times in the words of d3-time-format. Months have their names from the language; dates
 * and times of day as a whole (%c, %x, %X) are those of American English, as d3's.
 */
#include "base/buffer.h"
#include "base/compiler.h"
#include "grammar/clock.h"
#include "grammar/format.h"

#include <math.h>

static str month_name(struct arena *arena, const struct language *language, int month)
{
    return language_month(arena, language, period_month(2012, month + 1));
}

static str day_name(const struct language *language, int day, bool is_short)
{
    static const struct {
        const char *tag;
        const char *names[7], *short_names[7];
    } days[] = {
        {"en",
         {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
         {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}},
        {"de",
         {"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
         {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"}},
        {"fr",
         {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
         {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."}},
        {"ja",
         {"日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"},
         {"日", "月", "火", "水", "木", "金", "土"}},
        {"zh",
         {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
         {"周日", "周一", "周二", "周三", "周四", "周五", "周六"}},
    };
    size_t of = 0;
    for (size_t i = 0; language && i < COUNT_OF(days); i++) {
        of = str_equal(language_tag(language), str_from(days[i].tag)) ? i : of;
    }
    return str_from(is_short ? days[of].short_names[day] : days[of].names[day]);
}

/* A number of at least `width` characters; the directive's pad decides about '0'. */
static void add_number(struct buffer *out, int64_t number, int width, char pad)
{
    bool is_padded = pad == '0' || pad == '_';
    if (number < 0) {
        buffer_add(out, S("\u2212"));
        number = -number;
    }
    str digits = str_print(out->arena, "%lld", (long long)number);
    for (int i = (int)digits.length; is_padded && i < width; i++) {
        buffer_add(out, pad == '_' ? S(" ") : S("0"));
    }
    buffer_add(out, digits);
}

static void add_time(struct buffer *out, const struct language *language, str specifier,
                     double milliseconds);

/* Directives that are numbers; false if it is none of them. */
static bool add_part(struct buffer *out, char directive, char pad, double milliseconds)
{
    struct clock at = clock_at(milliseconds);
    int64_t iso_year;
    int iso_week = clock_iso_week(milliseconds, &iso_year);
    const struct {
        char directive;
        char pad;
        int width;
        int64_t number;
    } parts[] = {
        {'d', '0', 2, at.date},
        {'e', '_', 2, at.date},
        {'f', '0', 6, (int64_t)at.milliseconds * 1000},
        {'g', '0', 2, iso_year % 100},
        {'G', '0', 4, iso_year % 10000},
        {'H', '0', 2, at.hours},
        {'I', '0', 2, at.hours % 12 ? at.hours % 12 : 12},
        {'j', '0', 3, at.day_of_year},
        {'L', '0', 3, at.milliseconds},
        {'m', '0', 2, at.month + 1},
        {'M', '0', 2, at.minutes},
        {'q', '-', 1, at.month / 3 + 1},
        {'Q', '-', 1, (int64_t)milliseconds},
        {'s', '-', 1, (int64_t)floor(milliseconds / 1000.0)},
        {'S', '0', 2, at.seconds},
        {'u', '-', 1, at.day ? at.day : 7},
        {'U', '0', 2, clock_week(milliseconds)},
        {'V', '0', 2, iso_week},
        {'w', '-', 1, at.day},
        {'W', '0', 2, clock_week_of_mondays(milliseconds)},
        {'y', '0', 2, at.year % 100},
        {'Y', '0', 4, at.year % 10000},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].directive == directive) {
            char wanted = pad;
            if (!wanted) {
                wanted = parts[i].pad;
            }
            add_number(out, parts[i].number, parts[i].width, wanted);
            return true;
        }
    }
    return false;
}

static void add_directive(struct buffer *out, const struct language *language,
                          char directive, char pad, double milliseconds)
{
    struct clock at = clock_at(milliseconds);
    switch (directive) {
    case 'a':
    case 'A':
        buffer_add(out, day_name(language, at.day, directive == 'a'));
        return;
    case 'b':
        buffer_add(out, language_month_short(out->arena, language,
                                             period_month(2012, at.month + 1)));
        return;
    case 'B':
        buffer_add(out, month_name(out->arena, language, at.month));
        return;
    case 'c':
        add_time(out, language, S("%-m/%-d/%Y, %-I:%M:%S %p"), milliseconds);
        return;
    case 'x':
        add_time(out, language, S("%-m/%-d/%Y"), milliseconds);
        return;
    case 'X':
        add_time(out, language, S("%-I:%M:%S %p"), milliseconds);
        return;
    case 'p':
        buffer_add(out, at.hours < 12 ? S("AM") : S("PM"));
        return;
    case 'Z':
        buffer_add(out, S("+0000"));
        return;
    default:
        if (!add_part(out, directive, pad, milliseconds)) {
            buffer_add_byte(out, directive); /* %% and what means nothing */
        }
    }
}

static void add_time(struct buffer *out, const struct language *language, str specifier,
                     double milliseconds)
{
    for (size_t i = 0; i < specifier.length; i++) {
        if (specifier.at[i] != '%' || i + 1 == specifier.length) {
            buffer_add_byte(out, specifier.at[i]);
            continue;
        }
        char pad = '\0';
        i++;
        if (i + 1 < specifier.length &&
            (specifier.at[i] == '-' || specifier.at[i] == '_' || specifier.at[i] == '0')) {
            pad = specifier.at[i++];
        }
        add_directive(out, language, specifier.at[i], pad, milliseconds);
    }
}

/* Without a specifier the least part that is not nothing decides, as on Vega's axes. */
static str usual_specifier(double milliseconds)
{
    struct clock at = clock_at(milliseconds);
    if (at.milliseconds) {
        return S(".%L");
    }
    if (at.seconds) {
        return S(":%S");
    }
    if (at.minutes) {
        return S("%I:%M");
    }
    if (at.hours) {
        return S("%I %p");
    }
    if (at.date > 1) {
        return at.day ? S("%a %d") : S("%b %d");
    }
    return at.month ? S("%B") : S("%Y");
}

str format_time(struct arena *arena, const struct language *language, str specifier,
                double milliseconds)
{
    struct buffer out = {.arena = arena};
    if (!isfinite(milliseconds)) {
        return S("Invalid Date");
    }
    add_time(&out, language, specifier.length ? specifier : usual_specifier(milliseconds),
             milliseconds);
    return buffer_text(&out);
}
