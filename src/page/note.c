/* SPDX-License-Identifier: MIT */
#include "note.h"

#include <math.h>

#define RULE_WIDTH 0.4
#define RULE_LENGTH 60.0
#define SPACE_ABOVE 14.0 /* of the rule */
#define SPACE_BELOW 5.0
#define NOTE_GAP 2.0 /* between two */
#define INDENT 1.6 /* of the text, as a part of its size, if numbers leave so much */
#define NUMBER_GAP 4.0 /* between a number and its text, at least */

enum { NOTE_COLUMNS = 8 }; /* of the grid: lines that can be read */

static str link_of(struct arena *arena, size_t index)
{
    return str_print(arena, "#note-%zu", index + 1);
}

static str back_link_of(struct arena *arena, size_t index)
{
    return str_print(arena, "#note-mark-%zu", index + 1);
}

/* All texts begin behind the widest number, which is the last. */
static double indent_of(const struct setting *setting, const struct footnotes *footnotes)
{
    const struct text_style *style = setting_style(setting, STYLE_NOTE);
    const struct footnote *last = &footnotes->at[footnotes->count - 1];
    struct text_line number = setting_line(setting, last->number, style, last->place);
    return fmax(INDENT * style->size, number.width + NUMBER_GAP);
}

static void set_note(const struct setting *setting, const struct footnote *footnote,
                     struct notes *notes, size_t index)
{
    const struct text_style *style = setting_style(setting, STYLE_NOTE);
    struct text_layout layout = {
        .width = theme_columns(setting->theme, NOTE_COLUMNS) - notes->indent,
    };
    notes->at[index].number =
        setting_link(setting, footnote->number, style, back_link_of(setting->arena, index),
                     footnote->place);
    notes->at[index].text = setting_spans(setting, &footnote->spans, style, layout);
}

const struct notes *notes_set(const struct setting *setting,
                              const struct footnotes *footnotes)
{
    if (!footnotes->count) {
        return NULL;
    }
    struct arena *arena = setting->arena;
    struct notes *notes = arena_new(arena, struct notes);
    notes->count = footnotes->count;
    notes->at = arena_array(arena, struct note, footnotes->count);
    notes->indent = indent_of(setting, footnotes);
    for (size_t i = 0; i < footnotes->count; i++) {
        words_add(arena, &notes->links, link_of(arena, i));
        set_note(setting, &footnotes->at[i], notes, i);
    }
    return notes;
}

/* The note that a run refers to, or UINT32_MAX. */
static uint32_t note_of(const struct setting *setting, const struct text_run *run)
{
    return setting->notes && run->link.length
               ? words_find(&setting->notes->links, run->link)
               : UINT32_MAX;
}

void notes_in_line(const struct setting *setting, const struct text_line *line,
                   struct note_list *list)
{
    for (size_t i = 0; i < line->run_count; i++) {
        uint32_t note = note_of(setting, &line->runs[i]);
        if (note != UINT32_MAX) {
            *arena_push(setting->arena, list) = note;
        }
    }
}

void notes_in_block(const struct setting *setting, const struct text_block *block,
                    struct note_list *list)
{
    for (size_t i = 0; i < block->line_count; i++) {
        notes_in_line(setting, &block->lines[i], list);
    }
}

void notes_mark_line(const struct setting *setting, struct scene *scene,
                     const struct text_line *line, point at)
{
    for (size_t i = 0; i < line->run_count; i++) {
        uint32_t note = note_of(setting, &line->runs[i]);
        if (note != UINT32_MAX) {
            str name = str_after(back_link_of(setting->arena, note), 1);
            scene_mark(scene, (point){at.x + line->runs[i].x, at.y}, name);
        }
    }
}

void notes_mark_block(const struct setting *setting, struct scene *scene,
                      const struct text_block *block, point at)
{
    for (size_t i = 0; i < block->line_count; i++) {
        notes_mark_line(setting, scene, &block->lines[i],
                        (point){at.x, at.y + (double)i * block->line_height});
    }
}

double notes_foot(const struct setting *setting, double foot, const struct note_list *notes)
{
    for (size_t i = 0; i < notes->count; i++) {
        foot += foot > 0 ? NOTE_GAP : SPACE_ABOVE + SPACE_BELOW;
        foot += setting->notes->at[notes->at[i]].text.height;
    }
    return foot;
}

static void draw_note(const struct setting *setting, struct scene *scene, size_t index,
                      point at)
{
    const struct note *note = &setting->notes->at[index];
    scene_group_begin(scene, (struct scene_tag){.role = TAG_NOTE});
    scene_mark(scene, at, str_after(link_of(setting->arena, index), 1));
    scene_block(scene, &note->number, at, ALIGN_LEFT);
    at.x += setting->notes->indent;
    scene_block(scene, &note->text, at, ALIGN_LEFT);
    scene_group_end(scene);
}

void notes_draw(const struct setting *setting, struct scene *scene, const size_t *notes,
                size_t count, point at)
{
    if (!count) {
        return;
    }
    at.y += SPACE_ABOVE;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, at, (point){at.x + RULE_LENGTH, at.y},
               setting_rule(setting, RULE_WIDTH, COLOR_EVENT));
    scene_group_end(scene);
    at.y += SPACE_BELOW;
    for (size_t i = 0; i < count; i++) {
        draw_note(setting, scene, notes[i], at);
        at.y += setting->notes->at[notes[i]].text.height + NOTE_GAP;
    }
}
