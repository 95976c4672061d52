/* SPDX-License-Identifier: MIT */
/* Notices in words: one function for each kind of sentence, one row for each kind of
 * notice. */
#include "table/notice.h"

#include "base/buffer.h"
#include "base/number.h"
#include "table/describe.h"

/* --- parts of sentences ------------------------------------------------------------- */

static str print_figure(struct arena *arena, struct notice_figure figure)
{
    if (figure.state != CELL_VALUE) {
        return figure.state == CELL_MISSING ? S("missing") : S("suppressed");
    }
    return decimal_print(arena, figure.number);
}

/* "magnets / World 2025-10: ", with what there is of it. */
static void add_subject(struct buffer *out, const struct notice *notice)
{
    buffer_add(out, notice->series);
    if (period_is_set(notice->period)) {
        str period = period_print(out->arena, notice->period);
        buffer_print(out, "%s%.*s", notice->series.length ? " " : "", STR_ARG(period));
    }
    buffer_add(out, out->count ? S(": ") : S(""));
}

static void add_figure(struct buffer *out, const char *before, struct notice_figure figure,
                       str unit)
{
    str text = print_figure(out->arena, figure);
    buffer_print(out, "%s%.*s", before, STR_ARG(text));
    if (unit.length && figure.state == CELL_VALUE) {
        buffer_print(out, " %.*s", STR_ARG(unit));
    }
}

/* Not where the column is called like it: "kg 12" says all. */
static str unit_of(const struct notice *notice)
{
    return str_equal(notice->unit, notice->measure) ? (str){0} : notice->unit;
}

static void add_count(struct buffer *out, size_t count, const char *noun)
{
    buffer_add(out, describe_count(out->arena, count, noun));
}

/* Percent or times, with one decimal; nothing where it cannot be told. */
static void add_ratio(struct buffer *out, struct notice_figure a, struct notice_figure b,
                      int64_t scale, const char *what)
{
    struct ratio ratio = ratio_multiply(
        ratio_divide(ratio_from_decimal(a.number), ratio_from_decimal(b.number)),
        ratio_from(scale));
    if (ratio_is_valid(ratio)) {
        str text = decimal_print(out->arena, ratio_round(ratio, 1));
        buffer_print(out, " (%.*s%s)", STR_ARG(text), what);
    }
}

/* --- sentences ---------------------------------------------------------------------- */

static void say_warning(struct buffer *out, const struct notice *notice)
{
    buffer_add(out, notice->text);
    if (notice->count > 1) {
        buffer_print(out, " (%zu times; this is the first)", notice->count);
    }
}

static void say_cut(struct buffer *out, const struct notice *notice)
{
    buffer_print(out, "exactly ");
    add_count(out, notice->count, "row");
    buffer_print(out, ": portals end a download there without a word");
}

static void say_excluded(struct buffer *out, const struct notice *notice)
{
    add_count(out, notice->count, "row");
    buffer_print(out, ": %.*s", STR_ARG(notice->text));
}

static void say_overlap(struct buffer *out, const struct notice *notice)
{
    add_count(out, notice->count, "row");
    buffer_add(out, notice->count == 1 ? S(" is") : S(" are"));
    buffer_add(out, S(" in a later file again, which counts"));
    if (notice->changed) {
        buffer_print(out, "; %zu with other figures", notice->changed);
    }
}

static void say_single(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    buffer_add(out, notice->measure);
    add_figure(out, " ", notice->figures[0], unit_of(notice));
}

/* " on 2025-09-18" */
static void add_day(struct buffer *out, struct date day)
{
    if (date_is_set(day)) {
        str text = date_print(out->arena, day);
        buffer_print(out, " on %.*s", STR_ARG(text));
    }
}

static void say_revised(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    buffer_add(out, notice->measure);
    add_figure(out, " ", notice->figures[0], S(""));
    add_day(out, notice->other_day);
    add_figure(out, ", now ", notice->figures[1], unit_of(notice));
    add_day(out, notice->day);
    if (notice->figures[2].is_set) {
        bool is_plus = notice->figures[2].number.units > 0;
        add_figure(out, is_plus ? " (+" : " (", notice->figures[2], S(""));
        buffer_add_byte(out, ')');
    }
}

static void say_residual(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    buffer_add(out, notice->measure);
    add_figure(out, " ", notice->figures[0], unit_of(notice));
    buffer_add(out, S(", "));
    add_count(out, notice->count, "part");
    add_figure(out, " ", notice->figures[1], S(""));
    add_figure(out, ", residual ", notice->figures[2], S(""));
    add_ratio(out, notice->figures[2], notice->figures[0], 100, "%");
    if (notice->empty) {
        buffer_add(out, S("; "));
        add_count(out, notice->empty, "part");
        buffer_add(out, notice->empty == 1 ? S(" has no figure") : S(" have no figure"));
    }
}

/* The larger by the smaller: "(32.5 times)". */
static void add_factor(struct buffer *out, struct notice_figure a, struct notice_figure b)
{
    struct ratio left = ratio_from_decimal(a.number);
    struct ratio right = ratio_from_decimal(b.number);
    bool is_less = ratio_compare(left, right) < 0;
    add_ratio(out, is_less ? b : a, is_less ? a : b, 1, is_less ? " times less" : " times");
}

static void say_unit_value(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    add_figure(out, "", notice->figures[2], notice->unit);
    add_figure(out, ", usually ", notice->figures[3], S(""));
    add_factor(out, notice->figures[2], notice->figures[3]);
    buffer_print(out, "; %.*s", STR_ARG(notice->measure));
    add_figure(out, " ", notice->figures[0], S(""));
    buffer_print(out, ", %.*s", STR_ARG(notice->text));
    add_figure(out, " ", notice->figures[1], S(""));
}

static void say_no_quantity(struct buffer *out, const struct notice *notice)
{
    add_count(out, notice->count, "row");
    buffer_print(out, ": %.*s above zero, %.*s zero", STR_ARG(notice->measure),
                 STR_ARG(notice->text));
}

static void say_break(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    buffer_add(out, S("status B"));
}

static void say_shift(struct buffer *out, const struct notice *notice)
{
    add_subject(out, notice);
    buffer_print(out, "%.*s: 12 months wholly %s the 12 before, median",
                 STR_ARG(notice->measure),
                 ratio_compare(ratio_from_decimal(notice->figures[1].number),
                               ratio_from_decimal(notice->figures[0].number)) < 0
                     ? "below"
                     : "above");
    add_figure(out, " ", notice->figures[0], S(""));
    add_figure(out, ", then ", notice->figures[1], unit_of(notice));
    add_factor(out, notice->figures[1], notice->figures[0]);
}

static void say_gap(struct buffer *out, const struct notice *notice)
{
    buffer_add(out, notice->series);
    buffer_add(out, notice->series.length ? S(": ") : S(""));
    buffer_add(out, describe_gaps(out->arena, notice->coverage));
}

/* --- kinds -------------------------------------------------------------------------- */

static const struct {
    const char *one, *many; /* headings; the number stands before the second */
    void (*say)(struct buffer *out, const struct notice *notice);
} kinds[NOTICE_KIND_COUNT] = {
    [NOTICE_WARNING] = {"1 warning", "warnings", say_warning},
    [NOTICE_CUT] = {"1 file may be cut off", "files may be cut off", say_cut},
    [NOTICE_EXCLUDED] = {"rows left out", "reasons to leave rows out", say_excluded},
    [NOTICE_OVERLAP] = {"downloads overlap", "downloads overlap", say_overlap},
    [NOTICE_GONE] = {"1 observation of the older file is gone",
                     "observations of the older file are gone", say_single},
    [NOTICE_REVISED] = {"1 figure was revised", "figures were revised", say_revised},
    [NOTICE_ADDED] = {"1 observation is new among the months of the older file",
                      "observations are new among the months of the older file",
                      say_single},
    [NOTICE_EXCESS] = {"1 total is below the sum of its parts",
                       "totals are below the sums of their parts", say_residual},
    [NOTICE_RESIDUAL] = {"1 total is above the sum of its parts",
                         "totals are above the sums of their parts", say_residual},
    [NOTICE_UNIT_VALUE] = {"1 unit value is far from its series'",
                           "unit values are far from their series'", say_unit_value},
    [NOTICE_NO_QUANTITY] = {"values without a quantity", "values without a quantity",
                            say_no_quantity},
    [NOTICE_SHIFT] = {"1 level has shifted", "levels have shifted", say_shift},
    [NOTICE_BREAK] = {"1 break is marked by the source", "breaks are marked by the source",
                      say_break},
    [NOTICE_MONTH] = {"months that no series has", "months that no series has", say_gap},
    [NOTICE_GAP] = {"1 series lacks months", "series lack months", say_gap},
    [NOTICE_VINTAGE] = {"1 figure has an earlier vintage in the files",
                        "figures have earlier vintages in the files", say_revised},
};

str notice_sentence(struct arena *arena, const struct notice *notice)
{
    struct buffer out = {.arena = arena};
    kinds[notice->kind].say(&out, notice);
    return buffer_text(&out);
}

str notice_heading(struct arena *arena, enum notice_kind kind, size_t count)
{
    if (count == 1) {
        return str_from(kinds[kind].one);
    }
    str number = number_print(arena, ratio_from((int64_t)count), (struct number_style){0});
    return str_print(arena, "%.*s %s", STR_ARG(number), kinds[kind].many);
}
