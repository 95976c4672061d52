/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "legend.h"
#include "visual.h"

/* As the marks look that the legend is about. */
static str usual_symbol(const struct legend *legend)
{
    switch (legend->unit->view->mark) {
    case MARK_BAR:
    case MARK_RECT:
    case MARK_IMAGE:
    case MARK_SQUARE:
        return S("square");
    case MARK_LINE:
    case MARK_TRAIL:
    case MARK_RULE:
        return S("stroke");
    default:
        return bag_text_or(&legend->unit->mark, S("shape"), S("circle"));
    }
}

static bool is_filled(const struct legend *legend)
{
    enum mark_type mark = legend->unit->view->mark;
    bool usual =
        mark != MARK_POINT && mark != MARK_LINE && mark != MARK_RULE && mark != MARK_TRAIL;
    return bag_flag_or(&legend->unit->mark, S("filled"), usual);
}

/* Colours of the mark where no scale of this legend gives them. */
static void set_usual_paint(const struct legend *legend, struct item *item)
{
    const struct bag *mark = &legend->unit->mark;
    bool has_color_scale = legend->unit->encodings[CHANNEL_COLOR].plan ||
                           legend->unit->encodings[CHANNEL_FILL].plan ||
                           legend->unit->encodings[CHANNEL_STROKE].plan;
    color base = guide_color(legend->maker, &legend->bag, S("symbolBaseStrokeColor"),
                             (color){136, 136, 136});
    color own = base;
    bool has_own = guide_paint(legend->maker, mark, S("color"), &own);
    own = has_own && !has_color_scale ? own : base;
    item->paint.has_fill = is_filled(legend) && !has_color_scale;
    item->paint.fill = own;
    guide_paint(legend->maker, mark, S("fill"), &item->paint.fill);
    item->paint.has_stroke = !item->paint.has_fill;
    item->paint.stroke = own;
    item->paint.stroke_width = bag_number_or(&legend->bag, S("symbolStrokeWidth"), 1.5);
    if (str_equal(item->shape, S("stroke"))) {
        item->paint.stroke_width = bag_number_or(mark, S("strokeWidth"), 2);
    }
}

static void set_color(const struct legend *legend, enum channel_name channel,
                      const struct scale *scale, struct datum value, struct item *item)
{
    color paint;
    if (!scale_color(scale, value, &paint)) {
        return;
    }
    bool is_fill =
        channel == CHANNEL_FILL || (channel == CHANNEL_COLOR && is_filled(legend));
    if (is_fill) {
        item->paint.has_fill = true;
        item->paint.fill = paint;
        color stroke;
        item->paint.has_stroke =
            guide_paint(legend->maker, &legend->unit->mark, S("stroke"), &stroke);
        item->paint.stroke = item->paint.has_stroke ? stroke : item->paint.stroke;
    } else {
        item->paint.has_stroke = true;
        item->paint.stroke = paint;
        item->paint.has_fill = false;
    }
}

static void apply_scale(const struct legend *legend, const struct scale_plan *plan,
                        struct datum value, struct item *item)
{
    const struct scale *scale = plan->scale;
    double number = channel_is_color(plan->channel) ? 0 : scale_number(scale, value);
    switch (plan->channel) {
    case CHANNEL_COLOR:
    case CHANNEL_FILL:
    case CHANNEL_STROKE:
        set_color(legend, plan->channel, scale, value, item);
        break;
    case CHANNEL_SIZE:
        if (str_equal(item->shape, S("stroke"))) {
            item->paint.stroke_width = number;
        } else {
            item->size = number;
        }
        break;
    case CHANNEL_SHAPE:
        item->shape = scale_word(scale, value);
        break;
    case CHANNEL_STROKE_WIDTH:
        item->paint.stroke_width = number;
        break;
    case CHANNEL_STROKE_DASH: {
        struct dash_pattern pattern = scale_dash(scale, value);
        item->paint.dash = pattern.at;
        item->paint.dash_count = pattern.count;
        break;
    }
    case CHANNEL_ANGLE:
        item->angle = number;
        break;
    default:
        item->paint.opacity = number;
        break;
    }
}

struct item legend_symbol(const struct legend *legend, struct datum value)
{
    struct item item = {.is_defined = true};
    item.paint.opacity = item.paint.fill_opacity = item.paint.stroke_opacity = 1;
    item.shape = bag_text_or(&legend->unit->mark, S("shape"), usual_symbol(legend));
    struct bag own = {0};
    bag_add(&own, legend->def->guide);
    item.shape = bag_text_or(&own, S("symbolType"), item.shape);
    item.size = bag_number_or(&legend->bag, S("symbolSize"), 100);
    set_usual_paint(legend, &item);
    const struct scale *opacities = legend->view->scales[CHANNEL_OPACITY];
    double opacity = opacities ? 1 : bag_number_or(&legend->unit->mark, S("opacity"), 1);
    item.paint.opacity = bag_number_or(&legend->bag, S("symbolOpacity"), opacity);
    for (size_t i = 0; i < legend->request->count; i++) {
        apply_scale(legend, legend->request->plans[i], value, &item);
    }
    return item;
}

/* --- rows and columns
 * --------------------------------------------------------------------- */

struct grid {
    size_t columns;
    double symbol_width, row_height; /* of the largest */
    double *widths; /* of each column's labels */
};

static double symbol_extent(const struct item *item)
{
    return sqrt(fmax(item->size, 0)) +
           (item->paint.has_stroke && !str_equal(item->shape, S("stroke"))
                ? item->paint.stroke_width
                : 0);
}

/* Entries beside each other that fit the view, all columns as wide as the widest. */
static double columns_that_fit(const struct legend *legend,
                               const struct legend_entries *entries, double symbol_width,
                               const struct text_style *font, double left,
                               struct error *error)
{
    double widest = 0;
    for (size_t i = 0; i < entries->count; i++) {
        widest =
            fmax(widest, guide_text_width(legend->maker, font, entries->at[i].text, error));
    }
    double gap = bag_number_or(&legend->bag, S("columnPadding"), 10);
    double step =
        symbol_width + bag_number_or(&legend->bag, S("labelOffset"), 4) + widest + gap;
    double room = legend->view->area.width;
    if (room <= 0) {
        room = fmax(legend->maker->options->width,
                    bag_number_or(&legend->maker->view_config, S("continuousWidth"), 300));
    }
    return fmax(1, floor((room - left + gap) / step));
}

static struct grid measure(const struct legend *legend,
                           const struct legend_entries *entries, const struct item *symbols,
                           const struct text_style *font, double left, struct error *error)
{
    double columns = legend->is_horizontal ? 0 : 1;
    columns = bag_number_or(&legend->bag, S("columns"), columns);
    if (columns == 0 && entries->count && bag_flag_or(&legend->bag, S("wrap"), false)) {
        columns = columns_that_fit(legend, entries, symbol_extent(&symbols[0]), font, left,
                                   error);
    }
    struct grid grid = {.columns = columns > 0 ? (size_t)columns : entries->count};
    grid.columns = grid.columns > entries->count ? entries->count : grid.columns;
    grid.columns = grid.columns ? grid.columns : 1;
    grid.widths = arena_array(legend->maker->arena, double, grid.columns);
    grid.row_height = font->size;
    double limit = bag_number_or(&legend->bag, S("labelLimit"), 160);
    for (size_t i = 0; i < entries->count; i++) {
        double extent = symbol_extent(&symbols[i]);
        grid.symbol_width = fmax(grid.symbol_width, extent);
        grid.row_height = fmax(grid.row_height, extent);
        double width = guide_text_width(legend->maker, font, entries->at[i].text, error);
        width = limit > 0 ? fmin(width, limit) : width;
        double *column = &grid.widths[i % grid.columns];
        *column = fmax(*column, width);
    }
    return grid;
}

static void add_label(const struct legend *legend, struct item_group *group, point at,
                      str text, const struct text_style *font)
{
    struct item *label = guide_item(legend->maker->arena, group);
    label->x = at.x;
    label->y = at.y;
    *arena_push(legend->maker->arena, &label->text) = text;
    label->font = font;
    label->paint = guide_fill(font->color, 1);
    label->line_height = font->size + 2;
    label->align = ALIGN_LEFT;
    label->baseline = BASELINE_MIDDLE;
    label->limit = bag_number_or(&legend->bag, S("labelLimit"), 160);
}

bool legend_add_symbols(const struct legend *legend, struct guide *guide, double left,
                        double top, struct error *error)
{
    struct arena *arena = legend->maker->arena;
    struct legend_entries entries = legend_entries_find(legend);
    double limit = bag_number_or(&legend->bag, S("symbolLimit"), 30);
    size_t rest = 0;
    if (limit > 0 && (double)entries.count > limit) {
        rest = entries.count - (size_t)limit + 1;
        entries.count = (size_t)limit;
        entries.at[entries.count - 1].text =
            str_print(arena, "\xE2\x80\xA6%zu entries", rest);
    }
    struct item *symbols = arena_array(arena, struct item, entries.count);
    for (size_t i = 0; i < entries.count; i++) {
        symbols[i] = legend_symbol(legend, entries.at[i].value);
    }
    if (rest) {
        symbols[entries.count - 1].is_defined = false;
    }
    const struct text_style *font = legend_font(legend);
    struct grid grid = measure(legend, &entries, symbols, font, left, error);
    double row_step = grid.row_height + bag_number_or(&legend->bag, S("rowPadding"), 2);
    double column_gap = bag_number_or(&legend->bag, S("columnPadding"), 10);
    double label_gap = bag_number_or(&legend->bag, S("labelOffset"), 4);
    struct item_groups *parts = &guide->parts;
    size_t symbol_group = parts->count;
    guide_group(arena, parts, ITEM_SYMBOL, S("legend-symbol"));
    guide_group(arena, parts, ITEM_TEXT, S("legend-label"));
    double x = left;
    for (size_t i = 0; i < entries.count; i++) {
        size_t column = i % grid.columns;
        x = column ? x : left;
        size_t row = i / grid.columns;
        double y = top + (double)row * row_step + grid.row_height / 2;
        struct item *symbol = guide_item(arena, &parts->at[symbol_group]);
        *symbol = symbols[i];
        symbol->x = x + grid.symbol_width / 2;
        symbol->y = y;
        point at = {x + grid.symbol_width + label_gap, y};
        add_label(legend, &parts->at[symbol_group + 1], at, entries.at[i].text, font);
        *arena_push(arena, &guide->labels) =
            (struct guide_label){.text = entries.at[i].text, .at = y};
        x = at.x + grid.widths[column] + column_gap;
    }
    return !error->kind;
}
