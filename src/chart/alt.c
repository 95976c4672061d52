/* SPDX-License-Identifier: MIT */
/*
 * Alternative text: what the chart is, what it claims, and its figures. Where
 * that is longer than readers of it like, the words are cut, not the figures.
 */
#include "mark.h"

#include "base/buffer.h"
#include "chart/figure.h"

enum { ALT_MAX = 300, FIGURES_MAX = 190 };

static const char *mark_name(const struct chart *chart)
{
    return mark_of(chart)->name;
}

/* At most `most` characters, cut after a word, with an ellipsis where something is lost. */
static str shorten(struct arena *arena, str text, size_t most)
{
    if (str_characters(text) <= most) {
        return text;
    }
    size_t end = 0;
    size_t characters = 0;
    size_t offset = 0;
    while (characters + 1 < most) {
        uint32_t character;
        size_t length = str_decode(text, offset, &character);
        if (character == ' ') {
            end = offset;
        }
        offset += length ? length : 1;
        characters++;
    }
    end = end ? end : offset;
    return str_print(arena, "%.*s\u2026", (int)end, text.at);
}

static void add_figure(struct arena *arena, struct buffer *out, const char *word,
                       struct observation observation, struct figure_style style, str unit)
{
    str figure = figure_print_unit(arena, observation.value, style, unit);
    str month = period_name(arena, period_last_month(observation.period));
    buffer_print(out, "; %s %.*s in %.*s", word, STR_ARG(figure), STR_ARG(month));
}

/* "; latest 5,473 t in October 2025; high ...; low ..." */
static void add_one_series(struct arena *arena, struct buffer *out,
                           const struct chart *chart)
{
    struct slots slots = slots_create(arena, chart->lines.at[0].series, chart->window);
    struct figure_style style = figure_style_of(chart->unit, &slots, 1);
    const struct observation *latest = NULL;
    const struct observation *high = NULL;
    const struct observation *low = NULL;
    for (size_t i = 0; i < slots.count; i++) {
        const struct observation *at = &slots.at[i];
        if (!slots_has_value(&slots, i)) {
            continue;
        }
        latest = at;
        high = !high || ratio_compare(at->value, high->value) > 0 ? at : high;
        low = !low || ratio_compare(at->value, low->value) < 0 ? at : low;
    }
    if (latest) {
        add_figure(arena, out, "latest", *latest, style, chart->unit);
        add_figure(arena, out, "high", *high, style, chart->unit);
        add_figure(arena, out, "low", *low, style, chart->unit);
    }
}

static void add_named(struct arena *arena, struct buffer *out, bool *has_any, str name,
                      struct ratio value, struct figure_style style, str unit)
{
    str figure = figure_print_unit(arena, value, style, unit);
    size_t length = out->count + name.length + figure.length;
    if (length < FIGURES_MAX) {
        buffer_print(out, "%s%.*s %.*s", *has_any ? ", " : "; ", STR_ARG(name),
                     STR_ARG(figure));
        *has_any = true;
    }
}

/* "; Germany 1,118 t, United States 656 t" */
static void add_bars(struct arena *arena, struct buffer *out, const struct chart *chart)
{
    bool has_any = false;
    for (size_t i = 0; i < chart->bars.count; i++) {
        const struct chart_bar *bar = &chart->bars.at[i];
        if (observation_has_value(bar->value)) {
            struct figure_style style =
                figure_style_for(chart->unit, bar->value.value, bar->value.places);
            add_named(arena, out, &has_any, bar->label, bar->value.value, style,
                      chart->unit);
        }
    }
}

static void add_lines(struct arena *arena, struct buffer *out, const struct chart *chart)
{
    bool has_any = false;
    for (size_t i = 0; i < chart->lines.count; i++) {
        const struct chart_line *line = &chart->lines.at[i];
        struct slots slots = slots_create(arena, line->series, chart->window);
        struct figure_style style = figure_style_of(chart->unit, &slots, 1);
        size_t last = slots.count;
        while (last > 0 && !slots_has_value(&slots, last - 1)) {
            last--;
        }
        if (last) {
            add_named(arena, out, &has_any, line->label, slots.at[last - 1].value, style,
                      chart->unit);
        }
    }
}

static str print_figures(struct arena *arena, const struct chart *chart)
{
    struct buffer out = {.arena = arena};
    if (chart->mark == CHART_BARS) {
        add_bars(arena, &out, chart);
    } else if (chart->lines.count == 1) {
        add_one_series(arena, &out, chart);
    } else {
        add_lines(arena, &out, chart);
    }
    return buffer_text(&out);
}

/* "; October 2023 to October 2025" */
static str print_window(struct arena *arena, const struct chart *chart)
{
    if (!period_is_set(chart->window) || chart->mark == CHART_BARS) {
        return S("");
    }
    struct period first = {chart->window.first, 1};
    str from = period_name(arena, first);
    str to = period_name(arena, period_last_month(chart->window));
    return chart->window.months == 1
               ? str_print(arena, ", %.*s", STR_ARG(to))
               : str_print(arena, ", %.*s to %.*s", STR_ARG(from), STR_ARG(to));
}

/* What is drawn, in the words that the chart has for it. */
static str find_subject(const struct chart *chart)
{
    str words[] = {chart->subtitle, chart->title,
                   chart->lines.count ? chart->lines.at[0].label : S(""), S("figures")};
    size_t first = 0;
    while (!words[first].length) {
        first++;
    }
    return words[first];
}

str chart_alt(struct arena *arena, const struct chart *chart)
{
    str figures = print_figures(arena, chart);
    str window = print_window(arena, chart);
    str subject = find_subject(chart);
    str claim = chart->subtitle.length ? chart->title : S("");
    size_t fixed = str_characters(figures) + str_characters(window) +
                   str_from(mark_name(chart)).length + 7; /* " of ", "; " and "." */
    size_t room = fixed < ALT_MAX ? ALT_MAX - fixed : 0;
    claim = shorten(arena, claim, room / 2);
    subject = shorten(arena, subject, room - str_characters(claim));
    return str_print(arena, "%s of %.*s%.*s%s%.*s%.*s.", mark_name(chart), STR_ARG(subject),
                     STR_ARG(window), claim.length ? "; " : "", STR_ARG(claim),
                     STR_ARG(figures));
}
