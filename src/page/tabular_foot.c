/* SPDX-License-Identifier: MIT */
/*
 * What stands below the rows of a table: the keys of its heat, of its flags
 * and symbols, the author's notes, those that have marks, and the source.
 */
#include "symbol.h"

#include "base/buffer.h"
#include "page/tabular.h"

/* --- the key of flags and symbols ------------------------------------------------------
 */

/* What a table has that wants to be explained. */
struct used {
    struct symbol_flags flags;
    bool has_not_available, has_not_meaningful, has_nil, has_rounded_away, has_confidential;
};

static void note_cell(const struct language *language, const struct table_cell *cell,
                      struct used *used)
{
    str missing = language_phrase(language, PHRASE_NOT_AVAILABLE);
    symbol_note_flag(&used->flags, cell->flag);
    used->has_not_available |= str_equal(cell->text, missing);
    used->has_not_meaningful |= str_equal(cell->text, S("n.m."));
    used->has_nil |= str_equal(cell->text, S("\u2013"));
    used->has_confidential |= str_equal(cell->text, S("c"));
    used->has_rounded_away |= cell->is_rounded_away;
}

static struct used find_used(const struct language *language,
                             const struct table_block *block)
{
    struct used used = {0};
    for (size_t row = 0; row < block->count; row++) {
        for (size_t at = 0; at < block->column_count; at++) {
            const struct table_cell *cell = &block->at[row].cells[at];
            if (block->columns[at].kind != FIELD_TEXT) {
                note_cell(language, cell, &used);
            } else {
                symbol_note_flag(&used.flags, cell->flag);
            }
        }
    }
    return used;
}

str tabular_key(const struct setting *setting, const struct table_block *block)
{
    const struct language *language = setting->language;
    const struct used used = find_used(language, block);
    const struct {
        str text;
        enum phrase meaning;
        bool is_used;
    } words[] = {
        {language_phrase(language, PHRASE_NOT_AVAILABLE), PHRASE_NOT_AVAILABLE_MEANS,
         used.has_not_available},
        {S("c"), PHRASE_CONFIDENTIAL_MEANS, used.has_confidential},
        {S("n.m."), PHRASE_NOT_MEANINGFUL_MEANS, used.has_not_meaningful},
        {S("\u2013"), PHRASE_NIL_MEANS, used.has_nil},
        {S("0"), PHRASE_ROUNDED_AWAY_MEANS, used.has_rounded_away},
    };
    struct buffer key = {.arena = setting->arena};
    buffer_add(&key, symbol_key(setting, &used.flags));
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (words[i].is_used) {
            str meaning = language_phrase(language, words[i].meaning);
            buffer_add(&key,
                       key.count ? language_phrase(language, PHRASE_SEMICOLON) : S(""));
            buffer_print(&key, "%.*s %.*s", STR_ARG(words[i].text), STR_ARG(meaning));
        }
    }
    buffer_add(&key, key.count ? language_phrase(language, PHRASE_STOP) : S(""));
    return buffer_text(&key);
}

/* --- notes ---------------------------------------------------------------------------- */

/* Each on lines of its own: "* Without transit." Returns their height. */
static double set_marked(struct tabular *tabular, const struct text_style *style)
{
    const struct setting *setting = tabular->setting;
    const struct table_block *block = tabular->block;
    struct text_layout layout = {.width = tabular->width};
    double height = 0;
    tabular->marked = arena_array(setting->arena, struct text_block, block->marked.count);
    for (size_t i = 0; i < block->marked.count; i++) {
        const struct table_note *note = &block->marked.at[i];
        str text = str_print(setting->arena, "%.*s\u00a0%.*s", STR_ARG(note->mark),
                             STR_ARG(note->text));
        tabular->marked[i] = setting_block(setting, text, style, layout, tabular->place);
        text_block_set_origin(&tabular->marked[i], note->text);
        height += tabular->marked[i].height;
    }
    return height;
}

void tabular_set_foot(struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    const struct text_style *style = setting_style(setting, STYLE_SOURCE);
    struct text_layout layout = {.width = tabular->width};
    str notes = chart_notes(setting->arena, setting->language,
                            tabular_key(setting, tabular->block), tabular->block->notes);
    double height = tabular_set_heat_keys(tabular) + set_marked(tabular, style);
    tabular->notes = setting_block(setting, notes, style, layout, tabular->place);
    text_block_set_origin(&tabular->notes, tabular->block->notes);
    tabular->source =
        setting_block(setting, tabular->block->source, style, layout, tabular->place);
    height += tabular->notes.height + tabular->source.height;
    tabular->foot_height = height > 0 ? height + TABULAR_FOOT_GAP : 0;
}

void tabular_draw_foot(const struct tabular_canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    struct scene *scene = canvas->scene;
    point at = {canvas->x, y + TABULAR_FOOT_GAP};
    if (tabular->foot_height <= 0) {
        return;
    }
    tabular_open(canvas, TAG_NOTE, SCOPE_NONE);
    at.y += tabular_draw_heat_keys(tabular, scene, at);
    at.y = scene_block(scene, &tabular->notes, at, ALIGN_LEFT);
    for (size_t i = 0; i < tabular->block->marked.count; i++) {
        at.y = scene_block(scene, &tabular->marked[i], at, ALIGN_LEFT);
    }
    scene_block(scene, &tabular->source, at, ALIGN_LEFT);
    scene_group_end(scene);
}
