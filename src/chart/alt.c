/* SPDX-License-Identifier: MIT */
/*
 * Alternative text: what the chart is, what it claims, and its figures. Where
 * that is longer than readers of it like, the words are cut, not the figures.
 */
#include "mark.h"

#include "base/buffer.h"
#include "chart/figure.h"

enum { ALT_MAX = 300, FIGURES_MAX = 190 };

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

static void add_figure(struct buffer *out, const struct chart *chart, enum phrase phrase,
                       const struct observation *observation, struct figure_style style)
{
    const struct language *language = chart->language;
    str figure = figure_print_unit(out->arena, observation->value, style, chart->unit);
    str month =
        language_period(out->arena, language, period_last_month(observation->period));
    buffer_add(out, language_phrase(language, PHRASE_SEMICOLON));
    buffer_add(out, language_say(out->arena, language, phrase, figure, month));
}

/* "; latest 5,473 t in October 2025; high ...; low ..." */
static void add_one_series(struct arena *arena, struct buffer *out,
                           const struct chart *chart)
{
    struct slots slots = slots_create(arena, chart->lines.at[0].series, chart->window);
    struct figure_style style = figure_style_of(chart, &slots, 1);
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
        add_figure(out, chart, PHRASE_LATEST, latest, style);
        add_figure(out, chart, PHRASE_HIGH, high, style);
        add_figure(out, chart, PHRASE_LOW, low, style);
    }
}

static void add_named(struct buffer *out, const struct chart *chart, bool *has_any,
                      str name, struct ratio value, struct figure_style style)
{
    str figure = figure_print_unit(out->arena, value, style, chart->unit);
    size_t length = out->count + name.length + figure.length;
    if (length < FIGURES_MAX) {
        enum phrase before = *has_any ? PHRASE_CLAUSE : PHRASE_SEMICOLON;
        buffer_add(out, language_phrase(chart->language, before));
        buffer_print(out, "%.*s %.*s", STR_ARG(name), STR_ARG(figure));
        *has_any = true;
    }
}

/* "; Germany 1,118 t, United States 656 t" */
static void add_bars(struct buffer *out, const struct chart *chart)
{
    bool has_any = false;
    for (size_t i = 0; i < chart->bars.count; i++) {
        const struct chart_bar *bar = &chart->bars.at[i];
        if (observation_has_value(bar->value)) {
            struct figure_style style = figure_style_for(
                chart->language, chart->unit, bar->value.value, bar->value.places);
            add_named(out, chart, &has_any, bar->label, bar->value.value, style);
        }
    }
}

static void add_lines(struct arena *arena, struct buffer *out, const struct chart *chart)
{
    bool has_any = false;
    for (size_t i = 0; i < chart->lines.count; i++) {
        const struct chart_line *line = &chart->lines.at[i];
        struct slots slots = slots_create(arena, line->series, chart->window);
        struct figure_style style = figure_style_of(chart, &slots, 1);
        size_t last = slots.count;
        while (last > 0 && !slots_has_value(&slots, last - 1)) {
            last--;
        }
        if (last) {
            add_named(out, chart, &has_any, line->label, slots.at[last - 1].value, style);
        }
    }
}

static str print_figures(struct arena *arena, const struct chart *chart)
{
    struct buffer out = {.arena = arena};
    if (chart->mark == CHART_BARS) {
        add_bars(&out, chart);
    } else if (chart->lines.count == 1) {
        add_one_series(arena, &out, chart);
    } else {
        add_lines(arena, &out, chart);
    }
    return buffer_text(&out);
}

/* ", October 2023 to October 2025" */
static str print_window(struct arena *arena, const struct chart *chart)
{
    if (!period_is_set(chart->window) || chart->mark == CHART_BARS) {
        return S("");
    }
    const struct language *language = chart->language;
    struct period first = {chart->window.first, 1};
    str from = language_period(arena, language, first);
    str to = language_period(arena, language, period_last_month(chart->window));
    str parts[] = {
        language_phrase(language, PHRASE_CLAUSE),
        chart->window.months == 1 ? to
                                  : language_say(arena, language, PHRASE_WINDOW, from, to),
    };
    return str_join(arena, parts, COUNT_OF(parts), S(""));
}

/* What is drawn, in the words that the chart has for it. */
static str find_subject(const struct chart *chart)
{
    str words[] = {chart->subtitle, chart->title,
                   chart->lines.count ? chart->lines.at[0].label : S(""),
                   language_phrase(chart->language, PHRASE_FIGURES)};
    size_t first = 0;
    while (!words[first].length) {
        first++;
    }
    return words[first];
}

/* "Column chart of SUBJECT"; only the subject where there is no word for the chart. */
static str open_with(struct arena *arena, const struct chart *chart, str subject)
{
    enum phrase phrase = mark_of(chart)->name;
    if (chart->mark == CHART_PLOT) {
        const struct view *view = chart->specification->view;
        bool is_unit = view->kind == VIEW_UNIT;
        if (!is_unit || (view->mark != MARK_BAR && view->mark != MARK_LINE)) {
            return subject;
        }
        bool is_upright = view->channels[CHANNEL_Y].type == TYPE_QUANTITATIVE;
        phrase = view->mark == MARK_LINE ? PHRASE_LINE_CHART
                 : is_upright            ? PHRASE_COLUMN_CHART
                                         : PHRASE_BAR_CHART;
    }
    return language_say(arena, chart->language, phrase, subject, S(""));
}

/* "Column chart of SUBJECT, WINDOW; CLAIM; FIGURES." */
str chart_alt(struct arena *arena, const struct chart *chart)
{
    const struct language *language = chart->language;
    enum { OPENING, WINDOW, SEPARATOR, CLAIM, FIGURES, STOP, PARTS };
    str parts[PARTS] = {
        [OPENING] = open_with(arena, chart, S("")),
        [WINDOW] = print_window(arena, chart),
        [SEPARATOR] = language_phrase(language, PHRASE_SEMICOLON),
        [FIGURES] = print_figures(arena, chart),
        [STOP] = language_phrase(language, PHRASE_STOP),
    };
    size_t fixed = 0;
    for (size_t i = 0; i < PARTS; i++) {
        fixed += str_characters(parts[i]);
    }
    size_t room = fixed < ALT_MAX ? ALT_MAX - fixed : 0;
    parts[CLAIM] = shorten(arena, chart->subtitle.length ? chart->title : S(""), room / 2);
    parts[SEPARATOR] = parts[CLAIM].length ? parts[SEPARATOR] : S("");
    str subject = shorten(arena, find_subject(chart), room - str_characters(parts[CLAIM]));
    parts[OPENING] = open_with(arena, chart, subject);
    return str_join(arena, parts, PARTS, S(""));
}
