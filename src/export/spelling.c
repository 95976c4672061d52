/* SPDX-License-Identifier: MIT */
#include "spelling.h"

bool spelling_is_backward(const struct text_run *run)
{
    return run->glyph_count > 1 &&
           run->glyphs[0].text_start > run->glyphs[run->glyph_count - 1].text_start;
}

/* The glyph that is `index` in the order of the text. */
static const struct glyph *glyph_in_text(const struct text_run *run, bool is_backward,
                                         size_t index)
{
    return &run->glyphs[is_backward ? run->glyph_count - 1 - index : index];
}

/*
 * The text of a cluster. A no-break space has the glyph of the plain space:
 * read as one, it can be searched for, and the glyph keeps one meaning. Marks that only
 * say which way text runs have no glyph, and nothing to say once it is set.
 */
static int spell(struct buffer *spelled, str text)
{
    static const struct {
        str from, to;
    } changes[] = {{S("\u00a0"), S(" ")},
                   {S("\u200e"), S("")},
                   {S("\u200f"), S("")},
                   {S("\u2060"), S("")}};
    size_t start = spelled->count;
    while (text.length) {
        str character = str_slice(text, 0, 1);
        size_t length = 1;
        for (size_t i = 0; i < COUNT_OF(changes); i++) {
            if (str_starts(text, changes[i].from)) {
                character = changes[i].to;
                length = changes[i].from.length;
            }
        }
        buffer_add(spelled, character);
        text = str_after(text, length);
    }
    return (int)(spelled->count - start);
}

/* Glyphs that follow each other and start at the same byte are one cluster. */
static void spell_clusters(const struct text_run *run, struct spelling *spelling)
{
    size_t from = 0;
    for (size_t i = 0; i < run->glyph_count;) {
        size_t start = glyph_in_text(run, spelling->is_backward, i)->text_start;
        size_t end = i + 1;
        while (end < run->glyph_count &&
               glyph_in_text(run, spelling->is_backward, end)->text_start <= start) {
            end++;
        }
        size_t to = end < run->glyph_count
                        ? glyph_in_text(run, spelling->is_backward, end)->text_start
                        : run->text.length;
        spelling->clusters[spelling->count++] = (struct cluster){
            .bytes = spell(&spelling->text, str_slice(run->text, from, to)),
            .glyphs = (int)(end - i),
        };
        from = to;
        i = end;
    }
}

struct spelling spelling_of(struct arena *arena, const struct text_run *run)
{
    struct spelling spelling = {
        .text.arena = arena,
        .clusters = arena_array(arena, struct cluster, run->glyph_count),
        .is_backward = spelling_is_backward(run),
    };
    spell_clusters(run, &spelling);
    return spelling;
}
