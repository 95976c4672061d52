/* SPDX-License-Identifier: MIT */
/* What stands above and below the rows of a table. */
#include "symbol.h"

#include "base/buffer.h"
#include "chart/tab.h"
#include "page/grid.h"
#include "page/tabular.h"

/* Titles are larger where a table is wider than half the page, as those of charts are. */
static enum theme_style title_style(const struct tabular *tabular)
{
    double half = theme_columns(tabular->setting->theme, THEME_COLUMNS / 2);
    return tabular->width > half + GRID_TOLERANCE ? STYLE_CHART_TITLE_WIDE
                                                  : STYLE_CHART_TITLE;
}

void tabular_set_caption(struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    const struct table_block *block = tabular->block;
    struct text_layout balanced = {.width = tabular->width, .is_balanced = true};
    tabular->title =
        setting_block(setting, block->title, setting_style(setting, title_style(tabular)),
                      balanced, tabular->place);
    tabular->subtitle = setting_block(
        setting, block->subtitle, setting_style(setting, STYLE_CHART_SUBTITLE),
        (struct text_layout){.width = tabular->width}, tabular->place);
    tabular->number = setting_line(setting, block->number,
                                   setting_style(setting, STYLE_SOURCE), tabular->place);
    double height = tabular->title.height + tabular->subtitle.height;
    bool has_caption = height > 0 || tabular->number.run_count;
    tabular->caption_height =
        has_caption ? TAB_TITLE_TOP + height + TABULAR_CAPTION_GAP : 0;
}

static struct symbol_flags find_flags(const struct table_block *block)
{
    struct symbol_flags flags = {0};
    for (size_t row = 0; row < block->count; row++) {
        for (size_t at = 0; at < block->column_count; at++) {
            symbol_note_flag(&flags, block->at[row].cells[at].flag);
        }
    }
    return flags;
}

static bool has_text(const struct table_block *block, str text)
{
    for (size_t row = 0; row < block->count; row++) {
        for (size_t at = 0; at < block->column_count; at++) {
            const struct table_cell *cell = &block->at[row].cells[at];
            if (block->columns[at].kind != FIELD_TEXT && str_equal(cell->text, text)) {
                return true;
            }
        }
    }
    return false;
}

/* "e derived; n.a. not available.": the flags and words that the table uses. */
static str key_of(const struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    const struct language *language = setting->language;
    const struct {
        str text;
        enum phrase meaning;
    } words[] = {
        {language_phrase(language, PHRASE_NOT_AVAILABLE), PHRASE_NOT_AVAILABLE_MEANS},
        {S("n.m."), PHRASE_NOT_MEANINGFUL_MEANS},
        {S("\u2013"), PHRASE_NIL_MEANS},
    };
    struct symbol_flags flags = find_flags(tabular->block);
    struct buffer key = {.arena = setting->arena};
    buffer_add(&key, symbol_key(setting, &flags));
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (has_text(tabular->block, words[i].text)) {
            str meaning = language_phrase(language, words[i].meaning);
            buffer_add(&key,
                       key.count ? language_phrase(language, PHRASE_SEMICOLON) : S(""));
            buffer_print(&key, "%.*s %.*s", STR_ARG(words[i].text), STR_ARG(meaning));
        }
    }
    buffer_add(&key, key.count ? language_phrase(language, PHRASE_STOP) : S(""));
    return buffer_text(&key);
}

void tabular_set_foot(struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    const struct text_style *style = setting_style(setting, STYLE_SOURCE);
    struct text_layout layout = {.width = tabular->width};
    str notes = chart_notes(setting->arena, setting->language, key_of(tabular),
                            tabular->block->notes);
    tabular->notes = setting_block(setting, notes, style, layout, tabular->place);
    text_block_set_origin(&tabular->notes, tabular->block->notes);
    tabular->source =
        setting_block(setting, tabular->block->source, style, layout, tabular->place);
    double height = tabular->notes.height + tabular->source.height;
    tabular->foot_height = height > 0 ? height + TABULAR_FOOT_GAP : 0;
}
