/* SPDX-License-Identifier: MIT */
/* Footnotes: their marks in the text, and their texts. */
#include "markdown_internal.h"

/* The note of that label, known or new. */
static struct markdown_note *note_of(struct markdown *markdown, str label)
{
    struct markdown_notes *notes = &markdown->notes;
    uint32_t code = words_add(markdown->arena, &notes->labels, label);
    while (notes->count <= code) {
        arena_push(markdown->arena, notes);
    }
    return &notes->at[code];
}

/* "1" of "[^1]" and what follows it. */
static str label_of(str text)
{
    return str_slice(text, 2, lift_note_mark(text) - 1);
}

static str part_source(const struct markdown_reader *reader, const struct lift_part *part)
{
    return str_slice(reader->lift.source->text, part->offset, part->offset + part->length);
}

static struct place part_place(const struct markdown_reader *reader,
                               const struct lift_part *part)
{
    str text = part_source(reader, part);
    size_t indent = str_find(text, '[');
    size_t length = str_find(text, ']') + 1 - indent;
    return lift_place(&reader->lift, part->offset + indent, length);
}

bool markdown_add_note_mark(struct markdown_reader *reader, const struct lift_part *part)
{
    struct markdown *markdown = reader->markdown;
    struct place place = part_place(reader, part);
    if (markdown->is_in_note || reader->table.block) {
        return error_at(reader->error, ERROR_CONFIG, place, "%s cannot have a footnote",
                        markdown->is_in_note ? "a footnote" : "a table's cell");
    }
    struct markdown_note *note = note_of(markdown, label_of(part_source(reader, part)));
    if (!note->number) {
        note->number = ++markdown->notes.numbered;
        note->mark = place;
    }
    str number = str_print(reader->arena, "%zu", note->number);
    markdown_add_span(reader, number, part->length)->note = note->number;
    return true;
}

/* The text of a footnote is one paragraph. */
static bool read_note(struct markdown_reader *reader, const struct lift_part *part,
                      struct markdown_note *note)
{
    str text = part_source(reader, part);
    size_t start = str_find(text, ']') + 2; /* behind the colon */
    struct blocks blocks = {0};
    struct markdown *markdown = reader->markdown;
    markdown->is_in_note = true;
    bool is_read = markdown_read(markdown, part->offset + start, part->length - start,
                                 &blocks, reader->error);
    markdown->is_in_note = false;
    if (!is_read) {
        return false;
    }
    if (blocks.count != 1 || blocks.at[0]->kind != BLOCK_PARAGRAPH) {
        return error_at(reader->error, ERROR_CONFIG, part_place(reader, part),
                        blocks.count ? "the text of a footnote is one paragraph"
                                     : "this footnote has no text");
    }
    note->spans = blocks.at[0]->spans;
    return true;
}

bool markdown_add_note(struct markdown_reader *reader, const struct lift_part *part)
{
    str text = part_source(reader, part);
    str label = label_of(str_after(text, str_find(text, '[')));
    struct place place = part_place(reader, part);
    if (reader->markdown->is_in_note) {
        return error_at(reader->error, ERROR_CONFIG, place,
                        "a footnote cannot stand in another");
    }
    struct markdown_note *note = note_of(reader->markdown, label);
    if (note->place.line) {
        error_at(reader->error, ERROR_CONFIG, place, "there is a footnote [^%.*s] already",
                 STR_ARG(label));
        return error_hint(reader->error, "it stands in line %zu", note->place.line);
    }
    note->place = place;
    return read_note(reader, part, note);
}

static bool has_no_text(const struct markdown_note *note, str label, struct error *error)
{
    error_at(error, ERROR_CONFIG, note->mark, "the footnote [^%.*s] has no text",
             STR_ARG(label));
    return error_hint(error, "write it on a line of its own, as in [^%.*s]: The text.",
                      STR_ARG(label));
}

bool markdown_finish_notes(struct markdown *markdown, struct footnotes *footnotes,
                           struct error *error)
{
    const struct markdown_notes *notes = &markdown->notes;
    *footnotes = (struct footnotes){
        .at = arena_array(markdown->arena, struct footnote, notes->numbered),
        .count = notes->numbered,
    };
    for (size_t i = 0; i < notes->count; i++) {
        const struct markdown_note *note = &notes->at[i];
        if (note->number && !note->place.line) {
            return has_no_text(note, notes->labels.at[i], error);
        }
        if (!note->number) {
            warning_add(markdown->warnings, note->place,
                        "nothing refers to the footnote [^%.*s]",
                        STR_ARG(notes->labels.at[i]));
            continue;
        }
        footnotes->at[note->number - 1] = (struct footnote){
            .number = str_print(markdown->arena, "%zu", note->number),
            .spans = note->spans,
            .place = note->place,
        };
    }
    return true;
}
