/* SPDX-License-Identifier: MIT */
#include "axis.h"

#include <math.h>
#include <string.h>

static const double label_gap = 4; /* between the plot and the widest label */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

/* "トン" stands within 月間トン: such scripts have no spaces between words. */
static bool holds_unspaced(str subtitle, str word)
{
    bool is_unspaced = word.length && (unsigned char)word.at[0] >= 0xE3; /* U+3000 on */
    return is_unspaced && memmem(subtitle.at, subtitle.length, word.at, word.length);
}

/* "tonnes", "Tonnen" */
static bool is_tonnes(str word)
{
    return str_starts(word, S("tonne")) || str_starts(word, S("Tonne"));
}

/* Whether the subtitle has the unit as a word of its own: then the axis need not repeat it.
 */
static bool is_unit_in(str subtitle, const struct language *language, str unit)
{
    if (holds_unspaced(subtitle, language_unit(language, unit))) {
        return true;
    }
    size_t at = 0;
    while (at < subtitle.length) {
        size_t end = at;
        while (end < subtitle.length && is_letter(subtitle.at[end])) {
            end++;
        }
        str word = str_slice(subtitle, at, end);
        if (str_equal(word, unit) || (str_equal(unit, S("t")) && is_tonnes(word))) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

static struct ratio tick_value(const struct ticks *ticks, size_t index)
{
    double units = round(ticks_at(ticks, index) * pow(10, ticks->places));
    return ratio_from_decimal((struct decimal){(int128)units, ticks->places});
}

/* The number on the top label with what it counts: "10%", "10 bn t". */
static str with_unit(const struct canvas *canvas, const struct domain *domain, str number)
{
    const struct chart *chart = canvas->chart;
    if (domain->figures.is_rate) {
        return language_with_unit(canvas->arena, chart->language, number, S("%"));
    }
    str scaled = language_with_scale(canvas->arena, chart->language, number,
                                     domain->figures.scale_word);
    bool is_told = is_unit_in(chart->subtitle, chart->language, chart->unit);
    return is_told
               ? scaled
               : language_with_unit(canvas->arena, chart->language, scaled, chart->unit);
}

static void make_labels(const struct canvas *canvas, struct axis *axis)
{
    struct ticks printed = ticks_divide(&axis->ticks, (double)axis->domain.figures.divisor);
    struct number_style style = {.places = printed.places,
                                 .has_plus = axis->domain.is_diverging};
    axis->labels = arena_array(canvas->arena, struct text_line, printed.count);
    for (size_t i = 0; i < printed.count; i++) {
        str text = language_number(canvas->arena, canvas->chart->language,
                                   tick_value(&printed, i), style);
        if (i + 1 == printed.count) {
            text = with_unit(canvas, &axis->domain, text);
        }
        axis->labels[i] = canvas_line(canvas, STYLE_AXIS, text);
        axis->gutter = fmax(axis->gutter, axis->labels[i].width + label_gap);
    }
}

/* The top grid line may lie below the highest mark: then the axis ends 4% above that. */
static void set_limits(struct axis *axis)
{
    const struct domain *domain = &axis->domain;
    double first = ticks_at(&axis->ticks, 0);
    double last = ticks_at(&axis->ticks, axis->ticks.count - 1);
    double margin = 0.04 * (domain->high - domain->low);
    axis->scale.high = domain->high > last ? domain->high + margin : last;
    axis->scale.low = domain->low < first && domain->low < 0 ? domain->low - margin
                                                             : fmin(first, domain->low);
    if (domain->is_broken) {
        axis->scale.low -= 0.5 * axis->ticks.step; /* room for the zigzag */
    }
}

struct axis axis_create(const struct canvas *canvas, struct domain domain, double height)
{
    if (domain.low >= domain.high) {
        domain.high = domain.low + 1;
    }
    struct axis axis = {.domain = domain};
    axis.ticks = ticks_for_range(domain.low, domain.high, height);
    make_labels(canvas, &axis);
    set_limits(&axis);
    return axis;
}

void axis_draw_grid(const struct canvas *canvas, const struct axis *axis, double left,
                    double right)
{
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double value = ticks_at(&axis->ticks, i);
        double y = scale_at(&axis->scale, value);
        if (fabs(value) > axis->ticks.step / 2) { /* zero is the baseline's */
            scene_line(canvas->scene, (point){left, y}, (point){right, y},
                       canvas_stroke(canvas, COLOR_GRID, 0.4));
        }
        scene_text(canvas->scene, &axis->labels[i], (point){right, y - 1.5}, ALIGN_RIGHT);
    }
}

/* 6 pt wide, at the right end of the foot, where the labels are. */
static void draw_zigzag(const struct canvas *canvas, double right, double top, double foot)
{
    double middle = (top + foot) / 2;
    const double x[] = {right - 3, right - 6, right, right - 3};
    const double y[] = {middle - 3, middle - 1, middle + 1, middle + 3};
    struct path path = {0};
    path_move(canvas->arena, &path, (point){x[0], top});
    for (size_t i = 0; i < COUNT_OF(x); i++) {
        path_line(canvas->arena, &path, (point){x[i], y[i]});
    }
    path_line(canvas->arena, &path, (point){x[0], foot});
    scene_path(canvas->scene, &path, canvas_stroke(canvas, COLOR_BASELINE, 0.4));
}

void axis_draw_baseline(const struct canvas *canvas, const struct axis *axis, double left,
                        double right)
{
    double foot = axis->domain.is_broken ? axis->scale.start : scale_at(&axis->scale, 0);
    scene_line(canvas->scene, (point){left, foot}, (point){right, foot},
               canvas_stroke(canvas, COLOR_BASELINE, 0.8));
    if (axis->domain.is_broken) {
        double first = scale_at(&axis->scale, ticks_at(&axis->ticks, 0));
        draw_zigzag(canvas, right, first, foot);
    }
}
