/* SPDX-License-Identifier: MIT */
/*
 * How a scene becomes Cairo calls: its items in order, each in a state that
 * is set anew. FreeType comes with cairo-ft.h, since Cairo must show the glyph
 * numbers of exactly the files that were shaped.
 */
#include "export/drawing.h"

#include "base/buffer.h"
#include "export/subset.h"
#include "export/tagging.h"
#include "picture.h"
#include "spelling.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>
#include <math.h>

struct drawing {
    struct arena *arena;
    const struct fonts *fonts;
    const struct scene *const *scenes; /* all that are drawn */
    size_t scene_count;
    cairo_t *cairo;
    struct {
        cairo_font_face_t **at; /* by the number of the face; NULL until it is used */
        size_t count, capacity;
    } faces;
    bool is_tagged;
    struct tagging tagging;
};

/* --- faces --------------------------------------------------------------------------- */

/* Ends the face as well. */
static void end_library(void *library)
{
    FT_Done_FreeType(library);
}

static bool open_file(const struct drawing *drawing, FT_Library library, struct face file,
                      struct hb_blob_t *subset, FT_Face *face)
{
    str bytes = subset ? subset_bytes(subset) : (str){0};
    return subset
               ? !FT_New_Memory_Face(library, (const FT_Byte *)bytes.at,
                                     (FT_Long)bytes.length, 0, face)
               : !FT_New_Face(library, str_c(drawing->arena, file.path), file.index, face);
}

/*
 * Cairo keeps faces in its caches after a drawing is gone, so it is Cairo
 * that ends them; each has a library of its own, and perhaps a subset, which end with it.
 */
static cairo_font_face_t *face_open(struct drawing *drawing, size_t number,
                                    struct error *error)
{
    static const cairo_user_data_key_t library_key;
    static const cairo_user_data_key_t subset_key;
    struct face file = fonts_face(drawing->fonts, number);
    struct subset_glyphs glyphs =
        subset_glyphs(drawing->arena, drawing->scenes, drawing->scene_count, number);
    struct hb_blob_t *subset = subset_create(drawing->arena, file, glyphs.at, glyphs.count);
    FT_Library library = NULL;
    FT_Face ft_face = NULL;
    cairo_font_face_t *face = NULL;
    if (!FT_Init_FreeType(&library) &&
        open_file(drawing, library, file, subset, &ft_face)) {
        face = cairo_ft_font_face_create_for_ft_face(ft_face, FT_LOAD_NO_HINTING);
    }
    if (!face || cairo_font_face_set_user_data(face, &library_key, library, end_library)) {
        cairo_font_face_destroy(face);
        FT_Done_FreeType(library);
        subset_destroy(subset);
        error_set(error, ERROR_SOFTWARE, "the font file \"%.*s\" cannot be opened",
                  STR_ARG(file.path));
        return NULL;
    }
    if (subset) { /* fails only without memory: then it is not given back */
        (void)cairo_font_face_set_user_data(face, &subset_key, subset, subset_destroy);
    }
    return face;
}

static cairo_font_face_t *face_at(struct drawing *drawing, size_t number,
                                  struct error *error)
{
    while (drawing->faces.count <= number) {
        *arena_push(drawing->arena, &drawing->faces) = NULL;
    }
    cairo_font_face_t **face = &drawing->faces.at[number];
    if (!*face) {
        *face = face_open(drawing, number, error);
    }
    return *face;
}

/* --- paths --------------------------------------------------------------------------- */

static void set_color(cairo_t *cairo, color c, double transparency)
{
    cairo_set_source_rgba(cairo, c.red / 255.0, c.green / 255.0, c.blue / 255.0,
                          1 - transparency);
}

static void trace_path(cairo_t *cairo, const struct path *path, point origin)
{
    cairo_new_path(cairo);
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        double x = origin.x + step->at[0].x;
        double y = origin.y + step->at[0].y;
        switch (step->verb) {
        case PATH_MOVE:
            cairo_move_to(cairo, x, y);
            break;
        case PATH_LINE:
            cairo_line_to(cairo, x, y);
            break;
        case PATH_CURVE:
            cairo_curve_to(cairo, x, y, origin.x + step->at[1].x, origin.y + step->at[1].y,
                           origin.x + step->at[2].x, origin.y + step->at[2].y);
            break;
        case PATH_CLOSE:
            cairo_close_path(cairo);
            break;
        }
    }
}

static void draw_path(cairo_t *cairo, const struct scene_item *item)
{
    const struct paint *paint = &item->paint;
    bool has_stroke = paint->stroke_width > 0;
    trace_path(cairo, &item->path, item->at);
    if (paint->has_fill) {
        set_color(cairo, paint->fill, paint->transparency);
        if (has_stroke) {
            cairo_fill_preserve(cairo);
        } else {
            cairo_fill(cairo);
        }
    }
    if (has_stroke) {
        bool is_dashed = paint->dash[0] > 0;
        set_color(cairo, paint->stroke, paint->transparency);
        cairo_set_line_width(cairo, paint->stroke_width);
        cairo_set_dash(cairo, paint->dash, is_dashed ? 2 : 0, 0);
        cairo_set_line_cap(cairo, paint->has_round_ends ? CAIRO_LINE_CAP_ROUND
                                                        : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cairo, paint->has_round_ends ? CAIRO_LINE_JOIN_ROUND
                                                         : CAIRO_LINE_JOIN_MITER);
        cairo_stroke(cairo);
    }
}

/* --- images -------------------------------------------------------------------------- */

/*
 * A PDF takes the file of a photograph as it is. It must not ask for interpolation
 * (ISO 19005-3, 6.2.8), which Cairo does for its better filters; pictures have them.
 */
static void draw_image(const struct drawing *drawing, const struct scene_item *item)
{
    const struct image *image = item->image;
    cairo_t *cairo = drawing->cairo;
    rect frame = scene_item_bounds(item);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)image->pixels, CAIRO_FORMAT_ARGB32, (int)image->width,
        (int)image->height, (int)(image->width * sizeof *image->pixels));
    if (image->is_plain_jpeg) { /* a failure shows in the surface's status, as all do */
        (void)cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
                                          (const unsigned char *)image->file.at,
                                          image->file.length, NULL, NULL);
    }
    cairo_save(cairo);
    cairo_translate(cairo, frame.x, frame.y);
    cairo_scale(cairo, frame.width / (double)image->width,
                frame.height / (double)image->height);
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo),
                             drawing->is_tagged ? CAIRO_FILTER_FAST : CAIRO_FILTER_GOOD);
    cairo_rectangle(cairo, 0, 0, (double)image->width, (double)image->height);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(surface);
}

/* --- text ---------------------------------------------------------------------------- */

/* A run as Cairo wants it. */
struct spelled {
    struct spelling spelling;
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
};

static struct spelled spell_run(struct arena *arena, const struct text_run *run, point at)
{
    struct spelled spelled = {
        .spelling = spelling_of(arena, run),
        .glyphs = arena_array(arena, cairo_glyph_t, run->glyph_count),
        .clusters = arena_array(arena, cairo_text_cluster_t, run->glyph_count),
    };
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        spelled.glyphs[i] = (cairo_glyph_t){glyph->id, at.x + glyph->x, at.y + glyph->y};
    }
    for (int i = 0; i < spelled.spelling.count; i++) {
        spelled.clusters[i] = (cairo_text_cluster_t){spelled.spelling.clusters[i].bytes,
                                                     spelled.spelling.clusters[i].glyphs};
    }
    return spelled;
}

static bool select_font(struct drawing *drawing, const struct text_run *run,
                        struct error *error)
{
    cairo_font_face_t *face = face_at(drawing, run->face, error);
    if (face) {
        cairo_set_font_face(drawing->cairo, face);
        cairo_set_font_size(drawing->cairo, run->size);
    }
    return face;
}

/* White below the text, as outlines: it is no text to be read twice. */
static bool draw_halo(struct drawing *drawing, const struct scene_item *item,
                      struct error *error)
{
    cairo_t *cairo = drawing->cairo;
    cairo_new_path(cairo);
    for (size_t i = 0; i < item->line.run_count; i++) {
        const struct text_run *run = &item->line.runs[i];
        if (!select_font(drawing, run, error)) {
            return false;
        }
        struct spelled spelled = spell_run(drawing->arena, run, item->at);
        cairo_glyph_path(cairo, spelled.glyphs, (int)run->glyph_count);
    }
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_set_line_width(cairo, 2 * item->halo);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo);
    return true;
}

static void draw_run(struct drawing *drawing, const struct text_run *run, point at)
{
    struct spelled spelled = spell_run(drawing->arena, run, at);
    const struct spelling *spelling = &spelled.spelling;
    str text = buffer_text(&spelling->text);
    set_color(drawing->cairo, run->color, 0);
    cairo_show_text_glyphs(drawing->cairo, text.at, (int)text.length, spelled.glyphs,
                           (int)run->glyph_count, spelled.clusters, spelling->count,
                           spelling->is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

/* --- structure ----------------------------------------------------------------------- */

static void apply_tags(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->tagging.count; i++) {
        struct tag_change change = drawing->tagging.at[i];
        if (change.is_begin) {
            cairo_tag_begin(drawing->cairo, change.name, NULL);
        } else {
            cairo_tag_end(drawing->cairo, change.name);
        }
    }
    drawing->tagging.count = 0;
}

/* A picture has no structure. */
static void draw_structure(struct drawing *drawing, const struct scene *scene, size_t index)
{
    if (drawing->is_tagged) {
        tagging_item(&drawing->tagging, scene, index);
        apply_tags(drawing);
    }
}

static void begin_run(struct drawing *drawing, const struct text_run *run)
{
    if (drawing->is_tagged) {
        tagging_run_begin(&drawing->tagging, run);
        apply_tags(drawing);
    }
}

static void end_run(struct drawing *drawing, const struct text_run *run)
{
    if (drawing->is_tagged) {
        tagging_run_end(&drawing->tagging, run);
        apply_tags(drawing);
    }
}

/* --- scenes -------------------------------------------------------------------------- */

/* The halo lies under all runs: it belongs to the first. */
static bool draw_text(struct drawing *drawing, const struct scene_item *item,
                      struct error *error)
{
    for (size_t i = 0; i < item->line.run_count; i++) {
        size_t number = item->line.reading ? item->line.reading[i] : i;
        const struct text_run *run = &item->line.runs[number];
        begin_run(drawing, run);
        bool is_drawn = (i || item->halo <= 0 || draw_halo(drawing, item, error)) &&
                        (!run->glyph_count || select_font(drawing, run, error));
        if (!is_drawn) {
            return false;
        }
        if (run->glyph_count) {
            draw_run(drawing, run, item->at);
        }
        end_run(drawing, run);
    }
    return true;
}

static bool draw_turned_text(struct drawing *drawing, const struct scene_item *item,
                             struct error *error)
{
    struct scene_item upright = *item;
    upright.at = (point){0};
    cairo_save(drawing->cairo);
    cairo_translate(drawing->cairo, item->at.x, item->at.y);
    cairo_rotate(drawing->cairo, item->angle * M_PI / 180);
    bool is_drawn = draw_text(drawing, &upright, error);
    cairo_restore(drawing->cairo);
    return is_drawn;
}

static bool draw_item(struct drawing *drawing, const struct scene *scene, size_t index,
                      struct error *error)
{
    const struct scene_item *item = &scene->at[index];
    cairo_t *cairo = drawing->cairo;
    draw_structure(drawing, scene, index);
    switch (item->kind) {
    case SCENE_PATH:
        draw_path(cairo, item);
        return true;
    case SCENE_TEXT:
        return item->angle != 0 ? draw_turned_text(drawing, item, error)
                                : draw_text(drawing, item, error);
    case SCENE_CLIP_BEGIN:
        cairo_save(cairo);
        trace_path(cairo, &item->path, item->at);
        cairo_clip(cairo);
        return true;
    case SCENE_CLIP_END:
        cairo_restore(cairo);
        return true;
    case SCENE_IMAGE:
        draw_image(drawing, item);
        return true;
    case SCENE_GROUP_BEGIN:
    case SCENE_GROUP_END:
    case SCENE_LINK:
    case SCENE_MARK:
        return true; /* structure, or the binder's */
    }
    return true;
}

static bool draw_scene(struct drawing *drawing, const struct scene *scene,
                       struct error *error)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (!draw_item(drawing, scene, i, error)) {
            return false;
        }
    }
    return true;
}

static cairo_status_t add_to_buffer(void *closure, const unsigned char *bytes,
                                    unsigned length)
{
    buffer_add(closure, (str){(const char *)bytes, length});
    return CAIRO_STATUS_SUCCESS;
}

static void drawing_begin(struct drawing *drawing, cairo_surface_t *surface)
{
    drawing->cairo = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(drawing->cairo, options);
    cairo_font_options_destroy(options);
}

/* Ends the drawing and its surface; an error of Cairo is kept until here. */
static bool drawing_end(struct drawing *drawing, cairo_surface_t *surface,
                        struct error *error)
{
    cairo_status_t status = cairo_status(drawing->cairo);
    cairo_destroy(drawing->cairo);
    cairo_surface_finish(surface);
    status = status ? status : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    for (size_t i = 0; i < drawing->faces.count; i++) {
        cairo_font_face_destroy(drawing->faces.at[i]);
    }
    if (status) {
        error_set(error, ERROR_SOFTWARE, "drawing failed: %s",
                  cairo_status_to_string(status));
    }
    return !error->kind;
}

/* Cairo's dates are fixed here and replaced by the document's when it is bound. */
static cairo_surface_t *pdf_surface(struct buffer *pdf)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(add_to_buffer, pdf, 1, 1);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   "2000-01-01T00:00:00Z");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
                                   "2000-01-01T00:00:00Z");
    return surface;
}

static bool draw_pages(struct drawing *drawing, struct buffer *pdf, struct error *error)
{
    cairo_surface_t *surface = pdf_surface(pdf);
    drawing_begin(drawing, surface);
    for (size_t page = 0; page < drawing->scene_count && !error->kind; page++) {
        const struct scene *scene = drawing->scenes[page];
        cairo_pdf_surface_set_size(surface, scene->width, scene->height);
        if (draw_scene(drawing, scene, error)) {
            cairo_show_page(drawing->cairo);
        }
    }
    return drawing_end(drawing, surface, error);
}

bool drawing_pdf(struct arena *arena, const struct scene *const *scenes, size_t count,
                 const struct fonts *fonts, str *pdf, struct error *error)
{
    struct arena scratch = {0}; /* what each run needs adds up over many pages */
    struct buffer buffer = {.arena = &scratch};
    struct drawing drawing = {
        .arena = &scratch,
        .fonts = fonts,
        .scenes = scenes,
        .scene_count = count,
        .is_tagged = true,
        .tagging.arena = &scratch,
    };
    bool is_drawn = draw_pages(&drawing, &buffer, error);
    if (is_drawn) {
        *pdf = str_copy(arena, buffer_text(&buffer));
    }
    arena_finish(&scratch);
    return is_drawn;
}

static bool encode(struct arena *arena, cairo_surface_t *surface, str *png,
                   struct error *error)
{
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface)) {
        return error_set(error, ERROR_SOFTWARE, "the picture cannot be written: %s",
                         cairo_status_to_string(cairo_surface_status(surface)));
    }
    struct picture picture = {
        .pixels = (const void *)cairo_image_surface_get_data(surface),
        .width = (size_t)cairo_image_surface_get_width(surface),
        .height = (size_t)cairo_image_surface_get_height(surface),
        .stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t),
    };
    return picture_encode(arena, &picture, png, error);
}

bool drawing_png(struct arena *arena, const struct scene *scene, const struct fonts *fonts,
                 double scale, str *png, struct error *error)
{
    struct drawing drawing = {
        .arena = arena, .fonts = fonts, .scenes = &scene, .scene_count = 1};
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(scene->width * scale + 0.5),
                                   (int)(scene->height * scale + 0.5));
    drawing_begin(&drawing, surface);
    cairo_set_source_rgb(drawing.cairo, 1, 1, 1);
    cairo_paint(drawing.cairo);
    cairo_scale(drawing.cairo, scale, scale);
    bool is_encoded =
        draw_scene(&drawing, scene, error) && encode(arena, surface, png, error);
    return drawing_end(&drawing, surface, error) && is_encoded;
}
