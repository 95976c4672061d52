/* SPDX-License-Identifier: MIT */
#include "chart_internal.h"
#include "pipeline_theme.h"

#include "base/file.h"
#include "chart/chart.h"
#include "export/drawing.h"
#include "export/pdf.h"
#include "export/svg.h"
#include "grammar/css.h"
#include "grammar/look.h"
#include "grammar/source.h"
#include "plot/plot.h"

#include <math.h>

static const double exhibit_margin = 8;

/* --- what charts share ------------------------------------------------------------------
 */

/* {url: FILE}, as a specification would say it. */
static const struct node *data_node(struct arena *arena, str path)
{
    struct source *source = arena_new(arena, struct source);
    struct node *data = arena_new(arena, struct node);
    struct node *url = arena_new(arena, struct node);
    *source = (struct source){.path = S("--data"), .text = path};
    *url = (struct node){.kind = NODE_SCALAR,
                         .source = source,
                         .is_quoted = true,
                         .text = path,
                         .key = S("url")};
    *data = (struct node){.kind = NODE_MAP, .source = source};
    *arena_push(arena, data) = url;
    return data;
}

static bool load_dataset(struct chart_maker *maker, str given, struct error *error)
{
    str path;
    str name = str_cut(given, '=', &path);
    if (!path.length) {
        error_set(error, ERROR_USAGE, "\"%.*s\" is not NAME=FILE", STR_ARG(given));
        return error_hint(error, "NAME is what the specification calls it: data: {name: "
                                 "NAME}");
    }
    const struct environment here = {.folder = S("."),
                                     .warnings = maker->environment.warnings};
    const struct frame *frame =
        source_read(maker->arena, data_node(maker->arena, path), &here, error);
    if (frame) {
        *arena_push(maker->arena, &maker->environment.datasets) =
            (struct dataset){.name = name, .frame = frame};
    }
    return frame;
}

bool chart_maker_open(struct chart_maker *maker, const struct cli_run *run,
                      const struct cli_input *input)
{
    const struct chart_options *options = &input->chart;
    const struct language *language = input->briefing.language;
    *maker = (struct chart_maker){
        .arena = run->arena,
        .options = options,
        .environment = {.language = language, .warnings = run->warnings},
    };
    str look = options->look.length ? options->look : S("house");
    maker->look = look_load(run->arena, look, run->error);
    maker->theme =
        pipeline_theme(run->arena, NULL, &input->briefing, run->warnings, run->error);
    if (!maker->look || !maker->theme) {
        return false;
    }
    for (size_t i = 0; i < input->check.data_count; i++) {
        if (!load_dataset(maker, input->check.data[i], run->error)) {
            return false;
        }
    }
    str tag = language ? language_tag(language) : S("en");
    maker->fonts = theme_fonts(maker->theme, tag, run->error);
    return maker->fonts;
}

void chart_maker_finish(struct chart_maker *maker)
{
    if (maker->fonts) {
        fonts_destroy(maker->fonts);
    }
}

/* --- a chart ----------------------------------------------------------------------------
 */

struct edges {
    double top, right, bottom, left;
};

static struct edges padding_of(const struct specification *specification)
{
    const struct node *padding = specification->padding;
    struct bag around = {0};
    bag_add(&around, padding);
    if (around.count) {
        return (struct edges){
            bag_number_or(&around, S("top"), 0), bag_number_or(&around, S("right"), 0),
            bag_number_or(&around, S("bottom"), 0), bag_number_or(&around, S("left"), 0)};
    }
    struct arena scratch = {0};
    struct datum all = padding ? datum_from_node(&scratch, padding) : datum_none();
    double points = all.kind == DATUM_NUMBER ? all.number : 0;
    arena_finish(&scratch);
    return (struct edges){points, points, points, points};
}

static void draw_background(struct scene *scene, const struct specification *specification)
{
    const struct node *node = specification->background;
    struct paint paint = {.has_fill = true};
    double opacity;
    if (node && node->kind == NODE_SCALAR && css_color(node->text, &paint.fill, &opacity) &&
        opacity > 0) {
        scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
        scene_rect(scene, (rect){0, 0, scene->width, scene->height}, paint);
        scene_group_end(scene);
    }
}

static str title_of(const struct specification *specification)
{
    const struct node *title = specification->view->title;
    const struct node *text =
        title && title->kind == NODE_MAP ? node_find(title, S("text")) : title;
    if (text && text->kind == NODE_LIST && text->count) {
        text = text->at[0];
    }
    return text && text->kind == NODE_SCALAR ? text->text : (str){0};
}

/* The first that is not empty. */
static str one_of(str first, str second)
{
    str either = first.length ? first : second;
    return either.length ? either : S("Chart");
}

/* What is read out in the place of the picture: its description, else its title. */
static str alt_of(const struct specification *specification)
{
    return one_of(specification->description, title_of(specification));
}

static str name_of(const struct specification *specification)
{
    return one_of(title_of(specification), specification->description);
}

static const struct scene *draw_plot(struct arena *arena, const struct plot *plot,
                                     struct error *error)
{
    const struct specification *specification = plot->specification;
    struct edges edges = padding_of(specification);
    struct scene *scene = scene_create(arena, edges.left + plot->width + edges.right,
                                       edges.top + plot->height + edges.bottom);
    draw_background(scene, specification);
    scene_group_begin(scene,
                      (struct scene_tag){.role = TAG_FIGURE, .alt = alt_of(specification)});
    plot_draw(plot, scene, (point){edges.left, edges.top}, error);
    scene_group_end(scene);
    return error->kind ? NULL : scene;
}

/* A picture by itself has white around it; on a page its surroundings have. */
static const struct scene *with_margin(struct arena *arena, const struct scene *exhibit)
{
    struct scene *scene = scene_create(arena, exhibit->width + 2 * exhibit_margin,
                                       exhibit->height + 2 * exhibit_margin);
    scene_append(scene, exhibit, (point){exhibit_margin, exhibit_margin});
    return scene;
}

/* With title, source and notes around it, and what keys of our own ask for. */
static const struct scene *draw_exhibit(const struct chart_maker *maker,
                                        const struct specification *specification,
                                        struct error *error)
{
    struct arena *arena = maker->arena;
    struct chart *chart =
        chart_from_specification(arena, specification, maker->environment.language, error);
    if (!chart) {
        return NULL;
    }
    double around = 2 * exhibit_margin;
    double width = maker->options->width > 0
                       ? fmax(maker->options->width - around, 1)
                       : chart_width(arena, chart, maker->theme, maker->fonts, error);
    chart->plot_height = maker->options->height;
    struct chart_measure as_needed = {0};
    const struct scene *exhibit =
        error->kind
            ? NULL
            : chart_draw(arena, chart, width, as_needed, maker->theme, maker->fonts, error);
    return exhibit ? with_margin(arena, exhibit) : NULL;
}

/* --- pictures ---------------------------------------------------------------------------
 */

static bool make_pdf(const struct chart_maker *maker,
                     const struct specification *specification, const struct scene *scene,
                     str *bytes, struct error *error)
{
    const struct language *language = maker->environment.language;
    const struct document document = {
        .language = language,
        .language_tag = language ? language_tag(language) : S("en"),
        .title = name_of(specification),
    };
    struct pages pages = {.document = &document};
    *arena_push(maker->arena, &pages) = scene;
    str drawing;
    return drawing_pdf(maker->arena, pages.at, 1, maker->fonts, &drawing, error) &&
           pdf_bind(maker->arena, &pages, drawing, (struct pdf_options){0}, bytes, error);
}

static bool make_picture(const struct chart_maker *maker,
                         const struct specification *specification,
                         const struct scene *scene, enum chart_format format, str *bytes,
                         struct error *error)
{
    double scale = maker->options->scale > 0 ? maker->options->scale : 2;
    const struct svg_options svg = {.title = name_of(specification)};
    switch (format) {
    case CHART_PNG:
        return drawing_png(maker->arena, scene, maker->fonts, scale, bytes, error);
    case CHART_SVG:
        return svg_draw(maker->arena, scene, maker->fonts, svg, bytes, error);
    default:
        return make_pdf(maker, specification, scene, bytes, error);
    }
}

/* What is left of a length of the whole picture; 0 where it was not given. */
static double within(double whole, double before, double after)
{
    return whole > 0 ? fmax(whole - before - after, 1) : 0;
}

static const struct plot *make_plot(const struct chart_maker *maker,
                                    const struct specification *specification,
                                    struct error *error)
{
    struct edges edges = padding_of(specification);
    const struct plot_options options = {
        .theme = maker->theme,
        .width = within(maker->options->width, edges.left, edges.right),
        .height = within(maker->options->height, edges.top, edges.bottom),
    };
    return plot_make(maker->arena, specification, &options, maker->fonts, error);
}

bool chart_make(const struct chart_maker *maker, const struct node *node, str path,
                enum chart_format format, str *bytes, struct error *error)
{
    struct environment environment = maker->environment;
    str folder = maker->options->data_folder;
    environment.folder = folder.length ? folder : path_folder(path);
    environment.memory = source_memory_new(maker->arena);
    const struct specification *specification =
        view_read(maker->arena, node, &environment, maker->look, error);
    if (!specification) {
        return false;
    }
    const struct bag config = view_config_bag(specification, S(""));
    bool is_exhibit = format != CHART_JSON && bag_flag_or(&config, S("exhibit"), false);
    const struct plot *plot = is_exhibit ? NULL : make_plot(maker, specification, error);
    if (plot && format == CHART_JSON) {
        *bytes = plot_json(maker->arena, plot);
        return true;
    }
    const struct scene *scene = NULL;
    if (is_exhibit) {
        scene = draw_exhibit(maker, specification, error);
    } else if (plot) {
        scene = draw_plot(maker->arena, plot, error);
    }
    return scene && make_picture(maker, specification, scene, format, bytes, error);
}
