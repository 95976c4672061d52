/* SPDX-License-Identifier: MIT */
#include "scene/font.h"

#include "font_internal.h"

#include <string.h>

struct open_face {
    const struct font_file *file;
    struct shaper *shaper;
    struct font_metrics metrics;
};

struct fonts {
    struct arena arena;
    struct font_options options; /* with texts of its own */
    struct font_files files;
    struct font_files fallback_files; /* once one was needed */
    struct {
        struct open_face *at;
        size_t count, capacity;
    } faces;
};

static str *copy_texts(struct arena *arena, const str *texts, size_t count)
{
    str *copy = arena_array(arena, str, count);
    for (size_t i = 0; texts && i < count; i++) {
        copy[i] = str_copy(arena, texts[i]);
    }
    return copy;
}

static struct font_options copy_options(struct arena *arena,
                                        const struct font_options *options)
{
    struct font_options copy = *options;
    copy.families = copy_texts(arena, options->families, options->family_count);
    copy.folders = copy_texts(arena, options->folders, options->folder_count);
    copy.language = options->language.length ? str_copy(arena, options->language) : S("en");
    copy.fallbacks = copy_texts(arena, options->fallbacks, options->family_count);
    copy.fallback_folders =
        copy_texts(arena, options->fallback_folders, options->fallback_folder_count);
    return copy;
}

struct fonts *fonts_create(const struct font_options *options, struct error *error)
{
    struct arena arena = {0};
    struct fonts *fonts = arena_new(&arena, struct fonts);
    fonts->arena = arena;
    fonts->options = copy_options(&fonts->arena, options);
    if (!font_files_find(&fonts->arena, options, &fonts->files, error)) {
        fonts_destroy(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_destroy(struct fonts *fonts)
{
    if (fonts) {
        for (size_t i = 0; i < fonts->faces.count; i++) {
            shaper_destroy(fonts->faces.at[i].shaper);
        }
        struct arena arena = fonts->arena; /* it holds `fonts` itself */
        arena_finish(&arena);
    }
}

struct face fonts_face(const struct fonts *fonts, size_t face)
{
    const struct font_file *file = fonts->faces.at[face].file;
    return (struct face){file->path, file->index};
}

/* --- faces of styles ------------------------------------------------------------------ */

enum { NO_FACE = -1 };

static long open_face(struct fonts *fonts, const struct font_file *file,
                      struct error *error)
{
    for (size_t i = 0; i < fonts->faces.count; i++) {
        const struct font_file *open = fonts->faces.at[i].file;
        if (str_equal(open->path, file->path) && open->index == file->index) {
            return (long)i;
        }
    }
    struct shaper *shaper =
        shaper_create(file->path, file->index, fonts->options.language, error);
    if (!shaper) {
        return NO_FACE;
    }
    *arena_push(&fonts->arena, &fonts->faces) = (struct open_face){
        .file = file,
        .shaper = shaper,
        .metrics = shaper_metrics(shaper),
    };
    return (long)fonts->faces.count - 1;
}

static long face_of(struct fonts *fonts, const struct text_style *style,
                    struct error *error)
{
    const struct font_file *file =
        font_files_nearest(&fonts->files, style->family, style->weight, style->is_italic);
    if (!file) {
        str families = str_join(&fonts->arena, fonts->options.families,
                                fonts->options.family_count, S(", "));
        error_set(error, ERROR_CONFIG,
                  "the font family \"%.*s\" is not among those opened: %.*s",
                  STR_ARG(style->family), STR_ARG(families));
        return NO_FACE;
    }
    return open_face(fonts, file, error);
}

/* The family that helps out, or empty. */
static str fallback_family(const struct fonts *fonts, str family)
{
    const struct font_options *options = &fonts->options;
    for (size_t i = 0; i < options->family_count; i++) {
        if (str_equal(options->families[i], family)) {
            return options->fallbacks[i];
        }
    }
    return S("");
}

/* The files of a family that helps out are looked for when it first has to. */
static const struct font_file *find_fallback(struct fonts *fonts, str family,
                                             const struct text_style *style,
                                             struct error *error)
{
    struct font_files *files = &fonts->fallback_files;
    const struct font_file *file =
        font_files_nearest(files, family, style->weight, style->is_italic);
    struct font_options wanted = {
        .families = &family,
        .family_count = 1,
        .folders = fonts->options.fallback_folders,
        .folder_count = fonts->options.fallback_folder_count,
    };
    if (file || !font_files_find(&fonts->arena, &wanted, files, error)) {
        return file;
    }
    return font_files_nearest(files, family, style->weight, style->is_italic);
}

/* NO_FACE and no error where nothing helps out the style. */
static long fallback_of(struct fonts *fonts, const struct text_style *style,
                        struct error *error)
{
    str family = fallback_family(fonts, style->family);
    const struct font_file *file =
        family.length ? find_fallback(fonts, family, style, error) : NULL;
    return file ? open_face(fonts, file, error) : NO_FACE;
}

/* --- shaping -------------------------------------------------------------------------- */

/* `missing` says why the family that helps out could not; it may be no error. */
static bool refuse_character(const struct text_span *span, str text, size_t at,
                             const struct error *missing, struct error *error)
{
    uint32_t character = 0;
    str printed = str_slice(text, at, at + str_decode(text, at, &character));
    bool is_control = character < ' ' || (character >= 0x7F && character < 0xA0);
    if (is_control) {
        printed = (str){0};
    }
    error_at(error, ERROR_CONFIG, span->place,
             "the font family \"%.*s\" has no glyph for U+%04X%s%.*s%s",
             STR_ARG(span->style.family), character, is_control ? "" : " \"",
             STR_ARG(printed), is_control ? "" : "\"");
    return missing->kind
               ? error_hint(error, "%s: %s", missing->hint, missing->message)
               : error_hint(error, "use another character, or another family in the theme");
}

static size_t level_end(const unsigned char *levels, size_t from, size_t to)
{
    size_t end = from + 1;
    while (levels && end < to && levels[end] == levels[from]) {
        end++;
    }
    return levels ? end : to;
}

/* A span while its pieces are made: text[from, to) of the paragraph. */
struct span_setting {
    struct arena *arena;
    struct fonts *fonts;
    struct paragraph *paragraph;
    const unsigned char *levels;
    const struct text_span *span;
    size_t from, to;
    size_t face; /* of its style */
    struct error *error;
};

/* Shapes [from, to) in a face; false where it lacks a glyph: then at *missing_at. */
static bool add_piece(const struct span_setting *setting, size_t face, size_t from,
                      size_t to, size_t *missing_at)
{
    const struct open_face *open = &setting->fonts->faces.at[face];
    unsigned char level = setting->levels ? setting->levels[from] : 0;
    struct shaped shaped = shaper_shape(setting->arena, open->shaper,
                                        setting->paragraph->text, from, to, level % 2 == 1);
    *missing_at = shaped.missing_at;
    if (shaped.missing_at != SIZE_MAX) {
        return false;
    }
    *arena_push(setting->arena, setting->paragraph) = (struct text_piece){
        .span = setting->span,
        .from = from,
        .to = to,
        .span_from = setting->from,
        .face = face,
        .level = level,
        .shaped = shaped,
        .metrics = open->metrics,
    };
    return true;
}

/* Whether the style's own face sets the character at `at`. */
static bool is_own(const struct span_setting *setting, size_t at, size_t *length)
{
    const struct fonts *fonts = setting->fonts;
    uint32_t character = 0;
    *length = str_decode(setting->paragraph->text, at, &character);
    return shaper_has(fonts->faces.at[setting->face].shaper, character) &&
           !shaper_is_wide_mark(setting->paragraph->text, at, fonts->options.language);
}

/* A stretch that the style's face cannot set alone: in turns with the one that helps out.
 */
static bool add_in_turns(const struct span_setting *setting, size_t from, size_t to,
                         size_t missing_at)
{
    struct error missing = {0};
    long fallback = fallback_of(setting->fonts, &setting->span->style, &missing);
    for (size_t end; fallback != NO_FACE && from < to; from = end) {
        size_t length;
        bool own = is_own(setting, from, &length);
        end = from + length;
        while (end < to && is_own(setting, end, &length) == own) {
            end += length;
        }
        size_t face = own ? setting->face : (size_t)fallback;
        if (!add_piece(setting, face, from, end, &missing_at)) {
            break;
        }
    }
    return (fallback != NO_FACE && from == to) ||
           refuse_character(setting->span, setting->paragraph->text, missing_at, &missing,
                            setting->error);
}

/* Adds the pieces of one span. */
static bool add_span(const struct span_setting *setting)
{
    str text = setting->paragraph->text;
    size_t from = setting->from;
    for (size_t end; from < setting->to; from = end) {
        size_t missing_at;
        end = shaper_script_end(text, from, level_end(setting->levels, from, setting->to));
        if (!add_piece(setting, setting->face, from, end, &missing_at) &&
            !add_in_turns(setting, from, end, missing_at)) {
            return false;
        }
    }
    return true;
}

static str join_spans(struct arena *arena, const struct text_span *spans, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        length += spans[i].text.length;
    }
    char *text = arena_array(arena, char, length + 1);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (spans[i].text.length) {
            memcpy(text + at, spans[i].text.at, spans[i].text.length);
            at += spans[i].text.length;
        }
    }
    return (str){text, length};
}

static bool shape_paragraph(struct arena *arena, struct fonts *fonts,
                            const struct text_span *spans, size_t span_count,
                            struct paragraph *paragraph, struct error *error)
{
    paragraph->text = join_spans(arena, spans, span_count);
    paragraph->language = fonts->options.language;
    if (str_invalid_at(paragraph->text) < paragraph->text.length) {
        return error_at(error, ERROR_DATA, spans[0].place, "the text is not UTF-8");
    }
    const unsigned char *levels = break_levels(arena, paragraph->text);
    paragraph->at = arena_array(arena, struct text_piece, span_count);
    paragraph->capacity = span_count; /* nearly always enough */
    size_t from = 0;
    for (size_t i = 0; i < span_count; i++) {
        size_t to = from + spans[i].text.length;
        long face = face_of(fonts, &spans[i].style, error);
        struct span_setting setting = {arena, fonts, paragraph,    levels, &spans[i],
                                       from,  to,    (size_t)face, error};
        if (face == NO_FACE || !add_span(&setting)) {
            return false;
        }
        from = to;
    }
    return true;
}

static size_t length_without_space(str text)
{
    while (text.length && text.at[text.length - 1] == ' ') {
        text.length--;
    }
    return text.length;
}

struct text_line font_line(struct arena *arena, struct fonts *fonts, str text,
                           const struct text_style *style, struct error *error)
{
    struct text_span span = {.text = text, .style = *style};
    struct paragraph paragraph = {0};
    if (!shape_paragraph(arena, fonts, &span, 1, &paragraph, error)) {
        return (struct text_line){0};
    }
    return lines_make(arena, &paragraph, 0, length_without_space(paragraph.text), 0);
}

struct text_block font_block(struct arena *arena, struct fonts *fonts,
                             const struct text_span *spans, size_t span_count,
                             struct text_layout layout, struct error *error)
{
    struct paragraph paragraph = {0};
    if (!shape_paragraph(arena, fonts, spans, span_count, &paragraph, error)) {
        return (struct text_block){0};
    }
    return lines_break(arena, &paragraph, layout);
}

/* --- measures ------------------------------------------------------------------------- */

/* Errors are left to the text that is set in the style. */
double font_cap_height(struct fonts *fonts, const struct text_style *style)
{
    struct error ignored = {0};
    long face = face_of(fonts, style, &ignored);
    return face == NO_FACE ? 0 : fonts->faces.at[face].metrics.cap_height;
}
