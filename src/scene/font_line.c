/* SPDX-License-Identifier: MIT */
/* One line, cut out of the pieces of its paragraph. */
#include "font_internal.h"

#include <math.h>
#include <string.h>

const struct text_piece *piece_at(const struct paragraph *paragraph, size_t byte)
{
    size_t low = 0; /* the piece is here or behind */
    size_t high = paragraph->count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (paragraph->at[middle].from <= byte) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &paragraph->at[low];
}

static bool starts_cluster(const struct shaped *shaped, size_t i)
{
    return i == 0 || shaped->at[i].cluster != shaped->at[i - 1].cluster;
}

static double unit_of(const struct text_piece *piece)
{
    return piece->metrics.unit * piece->span->style.size;
}

/* Letters that run from right to left are joined, or stand as close as the eye has them. */
static double tracking_of(const struct text_piece *piece)
{
    return piece->level % 2 ? 0 : piece->span->style.tracking;
}

double piece_advance(const struct text_piece *piece, size_t i)
{
    return piece->shaped.at[i].advance * unit_of(piece) +
           (starts_cluster(&piece->shaped, i) ? tracking_of(piece) : 0);
}

/* How many glyphs come, as they are seen, before those of the byte and what follows it in
 * their direction: clusters only rise, or from right to left only fall. */
static size_t glyphs_before(const struct shaped *shaped, size_t byte, bool is_backward)
{
    size_t low = 0;
    size_t high = shaped->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((shaped->at[middle].cluster < byte) != is_backward) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct text_run make_run(struct arena *arena, const struct paragraph *paragraph,
                                const struct text_piece *piece, size_t from, size_t to,
                                double x)
{
    const struct text_span *span = piece->span;
    from = from > piece->from ? from : piece->from;
    to = to < piece->to ? to : piece->to;
    bool is_backward = piece->level % 2 == 1;
    size_t first = glyphs_before(&piece->shaped, is_backward ? to : from, is_backward);
    size_t end = glyphs_before(&piece->shaped, is_backward ? from : to, is_backward);
    struct text_run run = {
        .face = piece->face,
        .size = span->style.size,
        .color = span->style.color,
        .text = str_slice(paragraph->text, from, to),
        .origin = str_slice(span->text, from - piece->span_from, to - piece->span_from),
        .glyphs = arena_array(arena, struct glyph, end - first),
        .link = span->link,
        .x = x,
        .is_right_to_left = is_backward,
    };
    double unit = unit_of(piece);
    for (size_t i = first; i < end; i++) {
        const struct shaped_glyph *glyph = &piece->shaped.at[i];
        run.glyphs[run.glyph_count++] = (struct glyph){
            .id = glyph->id,
            .x = x + run.width + glyph->x * unit,
            .y = -glyph->y * unit - span->rise,
            .text_start = (uint32_t)(glyph->cluster - from),
        };
        run.width += piece_advance(piece, i);
    }
    return run;
}

static void reverse(const struct text_piece **pieces, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        const struct text_piece *swapped = pieces[from];
        pieces[from] = pieces[to - 1];
        pieces[to - 1] = swapped;
    }
}

/* From logical to visual order: rule L2 of the Unicode Bidirectional Algorithm. False if
 * they are the same. */
static bool order_visually(const struct text_piece **pieces, size_t count)
{
    unsigned highest = 0;
    for (size_t i = 0; i < count; i++) {
        highest = pieces[i]->level > highest ? pieces[i]->level : highest;
    }
    for (unsigned level = highest; level > 0; level--) { /* of most lines it is 0 */
        for (size_t from = 0; from < count; from++) {
            size_t to = from;
            while (to < count && pieces[to]->level >= level) {
                to++;
            }
            if (to > from) {
                reverse(pieces, from, to);
                from = to;
            }
        }
    }
    return highest > 0;
}

/* The order of the pieces that are put as they are seen; NULL if it is that of the text. */
static const size_t *reading_order(struct arena *arena, const struct text_piece **pieces,
                                   size_t count)
{
    bool is_ordered = true;
    size_t *order = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        size_t before = 0; /* pieces that are read before it */
        for (size_t k = 0; k < count; k++) {
            before += pieces[k]->from < pieces[i]->from;
        }
        order[before] = i;
        is_ordered &= before == i;
    }
    return is_ordered ? NULL : order;
}

/* The pieces that have a part of the bytes, as they follow each other in the text. */
static const struct text_piece **pieces_of(struct arena *arena,
                                           const struct paragraph *paragraph, size_t from,
                                           size_t to, size_t *count)
{
    const struct text_piece *past = paragraph->at + paragraph->count;
    const struct text_piece *first = paragraph->count ? piece_at(paragraph, from) : past;
    first += first < past && first->to <= from;
    const struct text_piece *end = first;
    while (end < past && end->from < to && end->to > from) {
        end++;
    }
    *count = (size_t)(end - first);
    const struct text_piece **pieces =
        arena_array(arena, const struct text_piece *, *count);
    for (size_t i = 0; i < *count; i++) {
        pieces[i] = first + i;
    }
    return pieces;
}

struct text_line line_make(struct arena *arena, const struct paragraph *paragraph,
                           size_t from, size_t to, double indent)
{
    size_t count;
    const struct text_piece **pieces = pieces_of(arena, paragraph, from, to, &count);
    struct text_line line = {
        .text = str_slice(paragraph->text, from, to),
        .width = count ? indent : 0,
        .runs = arena_array(arena, struct text_run, count),
        .run_count = count,
    };
    if (count) {
        line.place = pieces[0]->span->place;
    }
    if (order_visually(pieces, count)) {
        line.reading = reading_order(arena, pieces, count);
    }
    for (size_t i = 0; i < count; i++) {
        const struct text_style *style = &pieces[i]->span->style;
        line.runs[i] = make_run(arena, paragraph, pieces[i], from, to, line.width);
        line.width += line.runs[i].width;
        line.ascent = fmax(line.ascent, pieces[i]->metrics.ascent * style->size);
        line.descent = fmax(line.descent, pieces[i]->metrics.descent * style->size);
    }
    if (count) { /* the space after the last character is none */
        line.width -= tracking_of(pieces[count - 1]);
    }
    return line;
}

/* The space of the piece's face, behind the last glyph of the run in reading order. */
static struct text_run with_space(struct arena *arena, const struct text_piece *piece,
                                  const struct text_run *run)
{
    struct shaped space = shaper_shape(arena, piece->shaper, S(" "), 0, 1, false);
    double advance = space.at[0].advance * unit_of(piece);
    bool is_backward = piece->level % 2 == 1;
    struct text_run longer = *run;
    longer.text.length++; /* the space stands there in the paragraph */
    str span = piece->span->text;
    bool is_of_span = run->origin.at + run->origin.length < span.at + span.length;
    longer.origin.length += is_of_span;
    longer.glyphs = arena_array(arena, struct glyph, run->glyph_count + 1);
    memcpy(longer.glyphs + is_backward, run->glyphs,
           run->glyph_count * sizeof *run->glyphs);
    longer.glyphs[is_backward ? 0 : run->glyph_count] = (struct glyph){
        .id = space.at[0].id,
        .x = is_backward ? run->x - advance : run->x + run->width,
        .y = -piece->span->rise,
        .text_start = (uint32_t)run->text.length,
    };
    longer.glyph_count++;
    longer.width += advance;
    longer.x -= is_backward ? advance : 0;
    return longer;
}

void line_end_in_space(struct arena *arena, const struct paragraph *paragraph, size_t from,
                       size_t to, struct text_line *line)
{
    bool has_space = to > from && to < paragraph->text.length &&
                     paragraph->text.at[to] == ' ' && line->run_count;
    if (!has_space) {
        return;
    }
    const struct text_piece *piece = piece_at(paragraph, to - 1);
    size_t last = line->run_count - 1;
    struct text_run *run = &line->runs[line->reading ? line->reading[last] : last];
    *run = with_space(arena, piece, run);
}

struct text_run piece_hyphen(struct arena *arena, const struct text_piece *piece)
{
    struct shaped hyphen = shaper_shape(arena, piece->shaper, S("-"), 0, 1, false);
    struct text_run run = {
        .face = piece->face,
        .size = piece->span->style.size,
        .color = piece->span->style.color,
        .text = SOFT_HYPHEN,
        .origin = SOFT_HYPHEN,
        .link = piece->span->link,
        .glyphs = arena_new(arena, struct glyph),
        .glyph_count = 1,
        .width = hyphen.at[0].advance * unit_of(piece),
    };
    *run.glyphs = (struct glyph){.id = hyphen.at[0].id, .y = -piece->span->rise};
    return run;
}

void line_end_in_hyphen(struct arena *arena, const struct paragraph *paragraph, size_t to,
                        struct text_line *line)
{
    struct text_run *runs = arena_array(arena, struct text_run, line->run_count + 1);
    memcpy(runs, line->runs, line->run_count * sizeof *runs);
    struct text_run *run = &runs[line->run_count];
    *run = piece_hyphen(arena, piece_at(paragraph, to - 1));
    run->x = run->glyphs[0].x = line->width;
    if (line->reading) {
        size_t *reading = arena_array(arena, size_t, line->run_count + 1);
        memcpy(reading, line->reading, line->run_count * sizeof *reading);
        reading[line->run_count] = line->run_count;
        line->reading = reading;
    }
    line->runs = runs;
    line->run_count++;
    line->width += run->width;
}
