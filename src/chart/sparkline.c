/* SPDX-License-Identifier: MIT */
#include "mark.h"
#include "scale.h"

static const double dot_radius = 1.6;

struct spark {
    struct scene *scene;
    struct slots slots;
    struct scale months, values;
};

static point spark_point(const struct spark *spark, double slot, struct ratio value)
{
    return (point){scale_at(&spark->months, slot),
                   scale_at(&spark->values, ratio_to_double(value))};
}

/* The path of the months, lifted over every gap; a month alone is a short stroke. */
static void draw_months(const struct spark *spark, struct paint paint)
{
    struct arena *arena = spark->scene->arena;
    const struct slots *slots = &spark->slots;
    struct path path = {0};
    for (size_t i = 0; i < slots->count; i++) {
        if (!slots_has_value(slots, i)) {
            continue;
        }
        point at = spark_point(spark, (double)i, slots->at[i].value);
        bool is_joined = i > 0 && slots_has_value(slots, i - 1);
        bool is_alone =
            !is_joined && (i + 1 == slots->count || !slots_has_value(slots, i + 1));
        if (is_joined) {
            path_line(arena, &path, at);
        } else {
            path_move(arena, &path, (point){at.x - (is_alone ? 0.5 : 0), at.y});
        }
        if (is_alone) {
            path_line(arena, &path, (point){at.x + 0.5, at.y});
        }
    }
    if (path.count) {
        scene_path(spark->scene, &path, paint);
    }
}

static void draw_spans(const struct spark *spark, struct paint paint)
{
    for (size_t i = 0; i < spark->slots.spans.count; i++) {
        const struct slot_span *span = &spark->slots.spans.at[i];
        double first = (double)span->first;
        scene_line(spark->scene, spark_point(spark, first, span->level),
                   spark_point(spark, first + (double)span->count - 1, span->level), paint);
    }
}

static void draw_last(const struct spark *spark, color lit)
{
    for (size_t i = spark->slots.count; i-- > 0;) {
        if (slots_has_value(&spark->slots, i)) {
            scene_circle(spark->scene,
                         spark_point(spark, (double)i, spark->slots.at[i].value),
                         dot_radius, (struct paint){.has_fill = true, .fill = lit});
            return;
        }
    }
}

/* Scaled to its own range; a flat line runs through the middle. */
static bool scale_values(struct spark *spark, rect area)
{
    struct ratio low;
    struct ratio high;
    bool has_any = false;
    slots_range(&spark->slots, &low, &high, &has_any);
    if (!has_any) {
        return false;
    }
    spark->values = (struct scale){ratio_to_double(low), ratio_to_double(high),
                                   area.y + area.height - dot_radius, area.y + dot_radius};
    if (ratio_compare(low, high) == 0) {
        spark->values.low -= 1;
        spark->values.high += 1;
    }
    return true;
}

void chart_sparkline(struct scene *scene, const struct series *series, struct period window,
                     rect area, const struct theme *theme, color lit)
{
    struct spark spark = {.scene = scene};
    spark.slots = slots_create(scene->arena, series, window);
    if (!scale_values(&spark, area)) {
        return;
    }
    double last = window.months > 1 ? window.months - 1 : 1;
    spark.months =
        (struct scale){0, last, area.x + dot_radius, area.x + area.width - dot_radius};
    struct paint line = {.stroke = theme->colors[COLOR_TERTIARY],
                         .stroke_width = 0.9,
                         .has_round_ends = true};
    draw_months(&spark, line);
    line.stroke_width = 0.6;
    draw_spans(&spark, line);
    draw_last(&spark, lit);
}

double sparkline_height(const struct canvas *canvas)
{
    return canvas->chart->plot_height > 0 ? canvas->chart->plot_height : 22;
}

void sparkline_draw(const struct canvas *canvas, rect area)
{
    const struct chart *chart = canvas->chart;
    chart_sparkline(canvas->scene, chart->lines.at[0].series, chart->window, area,
                    canvas->theme, canvas_color(canvas, COLOR_FOCUS));
}
