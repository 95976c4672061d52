/* SPDX-License-Identifier: MIT */
#include "page/kpi.h"

#include "symbol.h"

#include <assert.h>
#include <math.h>

#define LABEL_GAP 1.0 /* below the label */
#define CHANGE_GAP 2.0 /* below the number */
#define CHANGE_DISTANCE 9.0 /* between two changes on one line */
#define SPARK_GAP 6.0 /* above the sparkline */
#define SPARK_HEIGHT 22.0
#define UNIT_GAP 2.5
#define KEY_GAP 5.0 /* above the key of the flags */
#define RULE_WIDTH 0.4

enum { CHANGES = 2 };

struct tile {
    struct text_block label;
    struct text_line number, unit, flag;
    struct text_line changes[CHANGES];
};

struct strip {
    const struct setting *setting;
    const struct block *block;
    double tile_width;
    double label_height;
    size_t change_lines; /* 0, 1, or 2 where two do not stand side by side in every tile */
    bool has_sparks;
    struct text_line key; /* "e derived" */
    struct tile tiles[BLOCK_KPIS_MAX];
};

static double change_width(const struct text_line *change)
{
    return change->run_count ? ARROW_WIDTH + ARROW_GAP + change->width : 0;
}

static void set_tile(struct strip *strip, size_t at)
{
    const struct setting *setting = strip->setting;
    const struct kpi *kpi = &strip->block->kpis[at];
    struct place place = strip->block->place;
    struct tile *tile = &strip->tiles[at];
    const struct text_style *number = setting_style(setting, STYLE_KPI_NUMBER);
    struct text_style flag = symbol_flag_style(number);
    tile->label =
        setting_block(setting, kpi->label, setting_style(setting, STYLE_KPI_LABEL),
                      (struct text_layout){.width = strip->tile_width}, place);
    tile->number = setting_line(setting, kpi->number, number, place);
    tile->unit =
        setting_line(setting, kpi->unit, setting_style(setting, STYLE_KPI_UNIT), place);
    tile->flag = setting_line(setting, kpi->flag, &flag, place);
    for (size_t i = 0; i < CHANGES; i++) {
        struct text_style change =
            setting_style_in(setting, STYLE_KPI_CHANGE, symbol_color(kpi->changes[i].sign));
        tile->changes[i] = setting_line(setting, kpi->changes[i].text, &change, place);
    }
}

/* What the tile adds to the heights that all tiles share. */
static void measure_tile(struct strip *strip, size_t at)
{
    const struct tile *tile = &strip->tiles[at];
    double first = change_width(&tile->changes[0]);
    double second = change_width(&tile->changes[1]);
    bool fit = first + CHANGE_DISTANCE + second <= strip->tile_width;
    size_t lines = first > 0 && second > 0 && !fit ? 2 : first > 0 || second > 0;
    strip->change_lines = lines > strip->change_lines ? lines : strip->change_lines;
    strip->label_height = fmax(strip->label_height, tile->label.height);
    strip->has_sparks |= strip->block->kpis[at].spark != NULL;
}

static double changes_height(const struct strip *strip)
{
    double line = setting_style(strip->setting, STYLE_KPI_CHANGE)->line_height;
    return strip->change_lines ? CHANGE_GAP + (double)strip->change_lines * line : 0;
}

static double tiles_height(const struct strip *strip)
{
    return strip->label_height + LABEL_GAP +
           setting_style(strip->setting, STYLE_KPI_NUMBER)->line_height +
           changes_height(strip) + (strip->has_sparks ? SPARK_GAP + SPARK_HEIGHT : 0);
}

static double key_height(const struct strip *strip)
{
    double line = setting_style(strip->setting, STYLE_SOURCE)->line_height;
    return strip->key.run_count ? KEY_GAP + line : 0;
}

str kpi_key(const struct setting *setting, const struct block *block)
{
    struct symbol_flags flags = {0};
    for (size_t i = 0; i < block->kpi_count; i++) {
        symbol_note_flag(&flags, block->kpis[i].flag);
    }
    return symbol_key(setting, &flags);
}

static void draw_number(const struct strip *strip, const struct tile *tile,
                        struct scene *scene, point baseline)
{
    const struct text_style *style = setting_style(strip->setting, STYLE_KPI_NUMBER);
    scene_text(scene, &tile->number, baseline, ALIGN_LEFT);
    double x = baseline.x + tile->number.width;
    if (tile->flag.run_count) {
        point raised = {x + 1, baseline.y - symbol_flag_rise(style)};
        scene_text(scene, &tile->flag, raised, ALIGN_LEFT);
        x += 1 + tile->flag.width;
    }
    if (tile->unit.run_count) {
        scene_text(scene, &tile->unit, (point){x + UNIT_GAP, baseline.y}, ALIGN_LEFT);
    }
}

static void draw_changes(const struct strip *strip, size_t at, struct scene *scene,
                         point top)
{
    const struct text_style *style = setting_style(strip->setting, STYLE_KPI_CHANGE);
    double cap = font_cap_height(strip->setting->fonts, style) * style->size;
    double x = top.x;
    double baseline = top.y + (style->line_height + cap) / 2;
    for (size_t i = 0; i < CHANGES; i++) {
        const struct text_line *change = &strip->tiles[at].changes[i];
        if (!change->run_count) {
            continue;
        }
        int sign = strip->block->kpis[at].changes[i].sign;
        double arrow = sign ? ARROW_WIDTH + ARROW_GAP : 0;
        symbol_arrow(strip->setting, scene, sign, (point){x, baseline});
        scene_text(scene, change, (point){x + arrow, baseline}, ALIGN_LEFT);
        if (strip->change_lines > 1) {
            baseline += style->line_height;
        } else {
            x += arrow + change->width + CHANGE_DISTANCE;
        }
    }
}

static void draw_tile(const struct strip *strip, size_t at, struct scene *scene, point top)
{
    const struct tile *tile = &strip->tiles[at];
    const struct kpi *kpi = &strip->block->kpis[at];
    const struct text_style *style = setting_style(strip->setting, STYLE_KPI_NUMBER);
    double cap = font_cap_height(strip->setting->fonts, style) * style->size;
    double y = top.y + strip->label_height + LABEL_GAP;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
    scene_block(scene, &tile->label, top, ALIGN_LEFT);
    draw_number(strip, tile, scene, (point){top.x, y + (style->line_height + cap) / 2});
    y += style->line_height;
    draw_changes(strip, at, scene, (point){top.x, y + CHANGE_GAP});
    scene_group_end(scene);
    if (kpi->spark) {
        y += changes_height(strip) + SPARK_GAP;
        rect area = {top.x, y, strip->tile_width, SPARK_HEIGHT};
        symbol_spark(strip->setting, scene, kpi->spark, kpi->window, kpi->label, area);
    }
}

static void draw_strip(const struct flow_block *block, struct scene *scene, point at,
                       struct flow_part part)
{
    const struct strip *strip = block->content;
    double gutter = strip->setting->theme->gutter;
    double height = tiles_height(strip);
    (void)part;
    for (size_t i = 0; i < strip->block->kpi_count; i++) {
        double x = at.x + (double)i * (strip->tile_width + gutter);
        if (i > 0) {
            double rule = x - gutter / 2;
            scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
            scene_line(scene, (point){rule, at.y}, (point){rule, at.y + height},
                       setting_rule(strip->setting, RULE_WIDTH, COLOR_CONTEXT_LINE));
            scene_group_end(scene);
        }
        draw_tile(strip, i, scene, (point){x, at.y});
    }
    if (strip->key.run_count) {
        double line = setting_style(strip->setting, STYLE_SOURCE)->line_height;
        scene_group_begin(scene, (struct scene_tag){.role = TAG_NOTE});
        setting_draw_line(scene, &strip->key, line, (point){at.x, at.y + height + KEY_GAP});
        scene_group_end(scene);
    }
}

static const struct flow_class strip_class = {
    .name = "strip of key figures",
    .fit = flow_fit_whole,
    .draw = draw_strip,
};

/* A tile's number with what stands beside it. */
static double number_width(const struct tile *tile)
{
    double flag = tile->flag.run_count ? 1 + tile->flag.width : 0;
    double unit = tile->unit.run_count ? UNIT_GAP + tile->unit.width : 0;
    return tile->number.width + flag + unit;
}

static bool check_tile(const struct strip *strip, size_t at)
{
    double width = number_width(&strip->tiles[at]);
    if (width <= strip->tile_width) {
        return true;
    }
    return error_at(strip->setting->error, ERROR_CONFIG, strip->block->place,
                    "the key figure \"%.*s\" is %.0f pt wide, and its tile %.0f pt",
                    STR_ARG(strip->block->kpis[at].label), width, strip->tile_width);
}

bool kpi_set(const struct setting *setting, const struct block *block, double width,
             struct flow_block *made)
{
    size_t count = block->kpi_count;
    assert(count && count <= BLOCK_KPIS_MAX);
    struct strip *strip = arena_new(setting->arena, struct strip);
    strip->setting = setting;
    strip->block = block;
    double gutters = setting->theme->gutter * (double)(count - 1);
    strip->tile_width = (width - gutters) / (double)count;
    for (size_t i = 0; i < count; i++) {
        set_tile(strip, i);
        measure_tile(strip, i);
        if (setting_failed(setting) || !check_tile(strip, i)) {
            return false;
        }
    }
    strip->key = setting_line(setting, kpi_key(setting, block),
                              setting_style(setting, STYLE_SOURCE), block->place);
    *made = (struct flow_block){
        .kind = &strip_class,
        .content = strip,
        .source = block,
        .units = 1,
        .height = tiles_height(strip) + key_height(strip),
        .space_above = 13,
        .space_below = 18,
    };
    return true;
}
