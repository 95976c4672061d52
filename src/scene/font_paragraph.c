/* SPDX-License-Identifier: MIT */
/* Spans of text to pieces: each of one span, script, direction and face, and shaped. */
#include "font_internal.h"

#include <string.h>

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

static bool refuse_character(const struct span_setting *setting, size_t at)
{
    const struct text_span *span = setting->span;
    str text = setting->paragraph->text;
    uint32_t character = 0;
    str printed = str_slice(text, at, at + str_decode(text, at, &character));
    bool is_control = character < ' ' || (character >= 0x7F && character < 0xA0);
    if (is_control) {
        printed = (str){0};
    }
    error_at(setting->error, ERROR_CONFIG, span->place,
             "the font family \"%.*s\" has no glyph for U+%04X%s%.*s%s",
             STR_ARG(span->style.family), character, is_control ? "" : " \"",
             STR_ARG(printed), is_control ? "" : "\"");
    return face_hint(setting->fonts, &span->style, character, setting->error);
}

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
        .shaper = open->shaper,
        .level = level,
        .shaped = shaped,
        .metrics = open->metrics,
    };
    return true;
}

/* What has no glyph because it is not seen: it goes with its neighbours. */
static bool is_unseen(uint32_t character)
{
    return character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x2069) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF;
}

static bool is_space(uint32_t character)
{
    return character == ' ' || character == 0xA0 || character == 0x202F;
}

/*
 * The face that sets the character at `at`, if the one before it is set in `before`:
 * NO_FACE if none does. A space goes with the word before it, the first with the one behind
 * it: drawn alone, it would be lost to who copies the text.
 */
static long face_at(const struct span_setting *setting, size_t at, long before,
                    size_t *length)
{
    struct fonts *fonts = setting->fonts;
    str text = setting->paragraph->text;
    long own = (long)setting->face;
    uint32_t character = 0;
    *length = str_decode(text, at, &character);
    if (is_unseen(character) || is_space(character)) {
        size_t next;
        bool is_first = before == NO_FACE && at + *length < setting->to;
        return is_first            ? face_at(setting, at + *length, before, &next)
               : before == NO_FACE ? own
                                   : before;
    }
    bool is_own = shaper_has(fonts->faces.at[own].shaper, character) &&
                  !shaper_is_wide_mark(text, at, fonts->options.language);
    return is_own ? own : face_with(fonts, &setting->span->style, character);
}

/* A stretch that the style's face cannot set alone: in turns with those that help out. */
static bool add_in_turns(const struct span_setting *setting, size_t from, size_t to)
{
    long face = NO_FACE;
    for (size_t end; from < to; from = end) {
        size_t length;
        size_t missing_at = from;
        face = face_at(setting, from, face, &length);
        end = from + length;
        while (face != NO_FACE && end < to &&
               face_at(setting, end, face, &length) == face) {
            end += length;
        }
        if (face == NO_FACE || !add_piece(setting, (size_t)face, from, end, &missing_at)) {
            return refuse_character(setting, missing_at);
        }
    }
    return true;
}

/* End of the stretch of one level that starts at `from`, at most `to`. */
static size_t level_end(const unsigned char *levels, size_t from, size_t to)
{
    size_t end = from + 1;
    while (levels && end < to && levels[end] == levels[from]) {
        end++;
    }
    return levels ? end : to;
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
            !add_in_turns(setting, from, end)) {
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

bool paragraph_shape(struct arena *arena, struct fonts *fonts,
                     const struct text_span *spans, size_t span_count,
                     struct paragraph *paragraph, struct error *error)
{
    paragraph->text = join_spans(arena, spans, span_count);
    paragraph->language = fonts->options.language;
    paragraph->fonts = fonts;
    if (str_invalid_at(paragraph->text) < paragraph->text.length) {
        return error_at(error, ERROR_DATA, spans[0].place, "the text is not UTF-8");
    }
    paragraph->is_right_to_left =
        fonts->is_right_to_left && break_has_right_to_left(paragraph->text);
    const unsigned char *levels =
        break_levels(arena, paragraph->text, paragraph->is_right_to_left);
    paragraph->at = arena_array(arena, struct text_piece, span_count);
    paragraph->capacity = span_count; /* nearly always enough */
    size_t from = 0;
    for (size_t i = 0; i < span_count; i++) {
        size_t to = from + spans[i].text.length;
        long face = face_of_style(fonts, &spans[i].style, error);
        struct span_setting setting = {arena, fonts, paragraph,    levels, &spans[i],
                                       from,  to,    (size_t)face, error};
        if (face == NO_FACE || !add_span(&setting)) {
            return false;
        }
        from = to;
    }
    return true;
}
