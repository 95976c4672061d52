/* SPDX-License-Identifier: MIT */
/*
 * Shaped pieces to lines.
 *
 * A paragraph is shaped once, as if it were one line. Lines are then cut out
 * of it: where one may end is a list of stops with their places on that one
 * line, so that trying a width costs a few subtractions.
 */
#include "font_internal.h"

/* --- one line ----------------------------------------------------------------------- */

static bool starts_cluster(const struct shaped *shaped, size_t i)
{
    return i == 0 || shaped->at[i].cluster != shaped->at[i - 1].cluster;
}

static double unit_of(const struct text_piece *piece)
{
    return piece->metrics.unit * piece->span->style.size;
}

/* What a glyph moves the pen, in points, with the tracking of its cluster. */
static double advance_of(const struct text_piece *piece, size_t i)
{
    return piece->shaped.at[i].advance * unit_of(piece) +
           (starts_cluster(&piece->shaped, i) ? piece->span->style.tracking : 0);
}

/* The glyphs [*first, *end) of the piece spell its bytes [from, to), also right to left. */
static void find_glyphs(const struct shaped *shaped, size_t from, size_t to, size_t *first,
                        size_t *end)
{
    *first = 0;
    while (*first < shaped->count &&
           (shaped->at[*first].cluster < from || shaped->at[*first].cluster >= to)) {
        ++*first;
    }
    *end = *first;
    while (*end < shaped->count && shaped->at[*end].cluster >= from &&
           shaped->at[*end].cluster < to) {
        ++*end;
    }
}

static struct text_run make_run(struct arena *arena, const struct paragraph *paragraph,
                                const struct text_piece *piece, size_t from, size_t to,
                                double x)
{
    const struct text_span *span = piece->span;
    from = from > piece->from ? from : piece->from;
    to = to < piece->to ? to : piece->to;
    size_t first;
    size_t end;
    find_glyphs(&piece->shaped, from, to, &first, &end);
    struct text_run run = {
        .face = piece->face,
        .size = span->style.size,
        .color = span->style.color,
        .text = str_slice(paragraph->text, from, to),
        .origin = str_slice(span->text, from - piece->span_from, to - piece->span_from),
        .glyphs = arena_array(arena, struct glyph, end - first),
        .link = span->link,
        .x = x,
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
        run.width += advance_of(piece, i);
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

/* From logical to visual order: rule L2 of the Unicode Bidirectional Algorithm. */
static void order_visually(const struct text_piece **pieces, size_t count)
{
    unsigned highest = 0;
    for (size_t i = 0; i < count; i++) {
        highest = pieces[i]->level > highest ? pieces[i]->level : highest;
    }
    for (unsigned level = highest; level > 0; level--) {
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
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

struct text_line lines_make(struct arena *arena, const struct paragraph *paragraph,
                            size_t from, size_t to, double indent)
{
    const struct text_piece **pieces =
        arena_array(arena, const struct text_piece *, paragraph->count);
    size_t count = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct text_piece *piece = &paragraph->at[i];
        if (piece->to > from && piece->from < to) {
            pieces[count++] = piece;
        }
    }
    struct text_line line = {
        .text = str_slice(paragraph->text, from, to),
        .width = count ? indent : 0,
        .runs = arena_array(arena, struct text_run, count),
        .run_count = count,
    };
    if (count) {
        line.place = pieces[0]->span->place;
    }
    order_visually(pieces, count);
    for (size_t i = 0; i < count; i++) {
        const struct text_style *style = &pieces[i]->span->style;
        line.runs[i] = make_run(arena, paragraph, pieces[i], from, to, line.width);
        line.width += line.runs[i].width;
        line.ascent = larger(line.ascent, pieces[i]->metrics.ascent * style->size);
        line.descent = larger(line.descent, pieces[i]->metrics.descent * style->size);
    }
    if (count) { /* the space after the last character is none */
        line.width -= pieces[count - 1]->span->style.tracking;
    }
    return line;
}

/* --- breaking ----------------------------------------------------------------------- */

/* A place where a line may end: `end` without white space, `next` the line after it. */
struct stop {
    size_t end, next;
    double end_x, next_x; /* on the one line that is the whole paragraph */
    bool is_forced;
    bool is_inside; /* a word that is wider than a line */
};

struct stops {
    struct stop *at;
    size_t count, capacity;
};

/* Where each byte starts on the one line. */
static const double *measure(struct arena *arena, const struct paragraph *paragraph)
{
    double *x = arena_array(arena, double, paragraph->text.length + 1);
    for (size_t p = 0; p < paragraph->count; p++) {
        const struct text_piece *piece = &paragraph->at[p];
        for (size_t i = 0; i < piece->shaped.count; i++) {
            x[piece->shaped.at[i].cluster + 1] += advance_of(piece, i);
        }
    }
    for (size_t i = 1; i <= paragraph->text.length; i++) {
        x[i] += x[i - 1];
    }
    return x;
}

struct stop_search {
    struct arena *arena;
    const unsigned char *flags;
    const double *x; /* where each byte starts on the one line */
    double width; /* of the lines, or 0 */
    struct stops stops;
};

/* A word wider than a line may end anywhere: better than text beyond its measure. */
static void add_stops_inside(struct stop_search *search, size_t from, size_t end)
{
    const double *x = search->x;
    if (search->width <= 0 || x[end] - x[from] <= search->width) {
        return;
    }
    for (size_t at = from + 1; at < end; at++) {
        if (search->flags[at] & BREAK_CHARACTER) {
            *arena_push(search->arena, &search->stops) = (struct stop){
                .end = at, .next = at, .end_x = x[at], .next_x = x[at], .is_inside = true};
        }
    }
}

static struct stops find_stops(struct arena *arena, const struct paragraph *paragraph,
                               double width)
{
    struct stop_search search = {
        .arena = arena,
        .flags = break_find(arena, paragraph->text, paragraph->language),
        .x = measure(arena, paragraph),
        .width = width,
    };
    size_t length = paragraph->text.length;
    size_t start = 0; /* after the stop before */
    size_t end = 0; /* after the last character that is not white */
    for (size_t at = 0; at <= length; at++) {
        bool is_last = at == length;
        if (at && (is_last || search.flags[at] & (BREAK_MAY | BREAK_MUST))) {
            add_stops_inside(&search, start, end);
            *arena_push(arena, &search.stops) = (struct stop){
                .end = end,
                .next = at,
                .end_x = search.x[end],
                .next_x = search.x[at],
                .is_forced = is_last || search.flags[at] & BREAK_MUST,
            };
            start = at;
        }
        uint32_t character;
        size_t size = str_decode(paragraph->text, at, &character);
        if (size && !(search.flags[at] & BREAK_SPACE)) {
            end = at + size;
        }
    }
    return search.stops;
}

/*
 * The last stop that a line which starts after stop `first - 1` reaches. A word is broken
 * only where it has the line for itself.
 */
static size_t fit(const struct stops *stops, size_t first, double indent, double width)
{
    double start_x = first ? stops->at[first - 1].next_x : -indent;
    size_t last = first;
    for (size_t i = first; i < stops->count; i++) {
        if (width > 0 && stops->at[i].end_x - start_x > width + 1e-6) {
            break;
        }
        if (stops->at[i].is_inside && i > first && !stops->at[last].is_inside) {
            continue;
        }
        last = i;
        if (stops->at[i].is_forced) {
            break;
        }
    }
    return last;
}

static size_t count_lines(const struct stops *stops, double indent, double width)
{
    size_t lines = 0;
    for (size_t first = 0; first < stops->count; lines++) {
        first = fit(stops, first, indent, width) + 1;
    }
    return lines;
}

/*
 * The smallest width that gives no more lines, to a hundredth of a point. A
 * last line of one word that could have had company is gone with it, since
 * what stands above it is then no wider than it must be.
 */
static double balance(const struct stops *stops, double indent, double width)
{
    size_t lines = count_lines(stops, indent, width);
    double too_small = 0;
    while (width - too_small > 0.01) {
        double middle = (width + too_small) / 2;
        if (count_lines(stops, indent, middle) > lines) {
            too_small = middle;
        } else {
            width = middle;
        }
    }
    return width;
}

/*
 * The space between two lines stays in the last run: who reads the text and not the page
 * needs it between the words. It has no part in the line's width.
 */
static void end_in_space(struct arena *arena, const struct paragraph *paragraph,
                         size_t from, size_t to, struct text_line *line)
{
    const struct text_piece *piece = NULL;
    for (size_t i = 0; i < paragraph->count; i++) {
        bool is_last = paragraph->at[i].from < to && to < paragraph->at[i].to;
        piece = is_last ? &paragraph->at[i] : piece;
    }
    bool has_space = to < paragraph->text.length && paragraph->text.at[to] == ' ';
    if (piece && has_space && piece->level == 0 && line->run_count) {
        struct text_run *run = &line->runs[line->run_count - 1];
        *run = make_run(arena, paragraph, piece, from, to + 1, run->x);
    }
}

struct text_block lines_break(struct arena *arena, const struct paragraph *paragraph,
                              struct text_layout layout)
{
    struct stops stops = find_stops(arena, paragraph, layout.width);
    double width = layout.width;
    if (layout.is_balanced && width > 0) {
        width = balance(&stops, layout.indent, width);
    }
    struct text_block block = {
        .lines =
            arena_array(arena, struct text_line, count_lines(&stops, layout.indent, width)),
        .line_height = paragraph->count ? paragraph->at[0].span->style.line_height : 0,
    };
    size_t from = 0;
    double indent = layout.indent;
    for (size_t first = 0; first < stops.count;) {
        size_t last = fit(&stops, first, indent, width);
        size_t to = stops.at[last].end > from ? stops.at[last].end : from;
        struct text_line line = lines_make(arena, paragraph, from, to, indent);
        if (!stops.at[last].is_forced) {
            end_in_space(arena, paragraph, from, to, &line);
        }
        block.width = larger(block.width, line.width);
        block.lines[block.line_count++] = line;
        from = stops.at[last].next;
        first = last + 1;
        indent = 0;
    }
    block.height = block.line_height * (double)block.line_count;
    return block;
}

void text_block_set_origin(struct text_block *block, str origin)
{
    if (block->line_count && block->lines[0].run_count) {
        block->lines[0].runs[0].origin = origin;
    }
}
