/* SPDX-License-Identifier: MIT */
/*
 * Shaped pieces to lines.
 *
 * A paragraph is shaped once, as if it were one line. Lines are then cut out
 * of it: where one may end is a list of stops with their places on that one
 * line, so that trying a width costs a few subtractions.
 */
#include "font_internal.h"

#include <math.h>

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
            x[piece->shaped.at[i].cluster + 1] += piece_advance(piece, i);
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
                               const double *x, double width)
{
    struct stop_search search = {
        .arena = arena,
        .flags = break_find(arena, paragraph->text, paragraph->language),
        .x = x,
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
 * The last stop from `first` on that a line which starts at `start_x` reaches. A word is
 * broken only where it has the line for itself.
 */
static size_t fit(const struct stops *stops, size_t first, double start_x, double width)
{
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
    double start_x = -indent;
    for (size_t first = 0; first < stops->count; lines++) {
        size_t last = fit(stops, first, start_x, width);
        start_x = stops->at[last].next_x;
        first = last + 1;
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

/* --- hyphens ------------------------------------------------------------------------ */

/* What a line may be short of the width, as a part of it, before a word is divided. */
static const double ragged_most = 0.125;

enum { WORD_MIN = 6 }; /* letters of a word that may be divided */

/* A paragraph while it becomes lines. */
struct breaking {
    struct arena *arena;
    const struct paragraph *paragraph;
    struct text_layout layout;
    const double *x; /* where each byte starts on the one line */
    struct stops stops;
    struct error *error;
};

static bool is_letter(uint32_t character)
{
    return (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') || character >= 0xC0;
}

/* Names are not divided. In German every noun has a capital, and is no name for that. */
static bool is_name(const struct paragraph *paragraph, size_t word)
{
    uint32_t first = 0;
    str_decode(paragraph->text, word, &first);
    bool is_capital =
        (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first <= 0xDE && first != 0xD7);
    return is_capital && !str_starts(paragraph->language, S("de"));
}

static bool is_apostrophe(uint32_t character)
{
    return character == '\'' || character == 0x2019;
}

/* What an address has, and a word has not: a figure, a slash and the like. */
static bool is_of_address(uint32_t character)
{
    return (character >= '0' && character <= '9') || character == '/' || character == '@' ||
           character == '_' || character == '.' || character == ':';
}

/* End of the letters from `from` on. */
static size_t letters_end(str text, size_t from, size_t to)
{
    size_t length = 1;
    for (size_t at = from; at < to; at += length) {
        uint32_t character = 0;
        length = str_decode(text, at, &character);
        if (!is_letter(character) && character != 0xAD) {
            return at;
        }
    }
    return to;
}

/* The first letter from `from` on; `to` if there is none, or an address begins there. */
static size_t letters_start(str text, size_t from, size_t to)
{
    size_t length = 1;
    for (size_t at = from; at < to; at += length) {
        uint32_t character = 0;
        length = str_decode(text, at, &character);
        if (is_letter(character)) {
            return at;
        }
        if (is_of_address(character)) {
            break;
        }
    }
    return to;
}

/*
 * Narrows [*from, *to) to the word in it: without quotes and stops around it, and without
 * an elided one before it (l’organisation). Addresses have no words.
 */
static bool find_word(str text, size_t *from, size_t *to)
{
    enum { ELIDED_MOST = 5 }; /* jusqu’ */
    size_t start = letters_start(text, *from, *to);
    size_t end = letters_end(text, start, *to);
    uint32_t next = 0;
    size_t length = end < *to ? str_decode(text, end, &next) : 0;
    if (is_apostrophe(next) && str_characters(str_slice(text, start, end)) <= ELIDED_MOST) {
        start = end + length;
        end = letters_end(text, start, *to);
    }
    for (size_t at = end; at < *to; at += length) {
        length = str_decode(text, at, &next);
        if (is_letter(next) || (next >= '0' && next <= '9')) {
            return false;
        }
    }
    *from = start;
    *to = end;
    return str_characters(str_slice(text, start, end)) >= WORD_MIN;
}

/* Where the word [from, to) may be divided: as its author says, or else the dictionary. */
static const bool *find_hyphens(const struct breaking *breaking, size_t from, size_t to)
{
    str word = str_slice(breaking->paragraph->text, from, to);
    bool *may = arena_array(breaking->arena, bool, word.length + 1);
    bool is_marked = false;
    for (size_t i = 1; i < word.length; i++) {
        may[i] = str_starts(str_after(word, i), SOFT_HYPHEN);
        is_marked |= may[i];
    }
    if (!is_marked && !is_name(breaking->paragraph, from)) {
        hyphens_find(breaking->arena,
                     hyphens_of(breaking->paragraph->fonts, breaking->error), word, may);
    }
    return may;
}

/* The last place in the word in [from, to) where a hyphen still fits the line. */
static bool divide_word(const struct breaking *breaking, size_t from, size_t to,
                        double start_x, struct stop *divided)
{
    str text = breaking->paragraph->text;
    if (!find_word(text, &from, &to)) {
        return false;
    }
    const struct text_piece *piece = piece_at(breaking->paragraph, from);
    if (piece->span->is_whole) {
        return false;
    }
    const bool *may = find_hyphens(breaking, from, to);
    double room =
        start_x + breaking->layout.width - piece_hyphen(breaking->arena, piece).width;
    for (size_t at = to - 1; at > from; at--) {
        if (may[at - from] && breaking->x[at] <= room) {
            bool is_soft = str_starts(str_after(text, at), SOFT_HYPHEN);
            size_t next = is_soft ? at + SOFT_HYPHEN.length : at;
            *divided = (struct stop){
                .end = at,
                .next = next,
                .end_x = breaking->x[at],
                .next_x = breaking->x[next],
            };
            return true;
        }
    }
    return false;
}

/*
 * A line that starts at `from` and ends at the stop `last`: whether it ends better within
 * the next word, or within its only one, where that is wider than a line. Not within the
 * paragraph's last word: a part of it alone is worse than a short line before.
 */
static bool end_within_word(const struct breaking *breaking, size_t from, size_t last,
                            double start_x, struct stop *divided)
{
    const struct stops *stops = &breaking->stops;
    const struct stop *stop = &stops->at[last];
    double width = breaking->layout.width;
    if (!breaking->layout.is_hyphenated || breaking->paragraph->is_right_to_left ||
        width <= 0 || stop->is_forced) {
        return false;
    }
    size_t word = stop->is_inside ? from : stop->next;
    size_t end = stop->is_inside ? last : last + 1;
    while (stops->at[end].is_inside) {
        end++;
    }
    bool is_short = width - (stop->end_x - start_x) > ragged_most * width;
    bool is_worth_it = stop->is_inside || (is_short && end + 1 < stops->count);
    return is_worth_it && divide_word(breaking, word, stops->at[end].end, start_x, divided);
}

/* --- lines -------------------------------------------------------------------------- */

static struct text_line make_line(const struct breaking *breaking, size_t from,
                                  const struct stop *end, bool is_divided, double indent)
{
    struct arena *arena = breaking->arena;
    const struct paragraph *paragraph = breaking->paragraph;
    size_t to = end->end > from ? end->end : from;
    struct text_line line = line_make(arena, paragraph, from, to, indent);
    if (is_divided) {
        line_end_in_hyphen(arena, paragraph, to, &line);
    } else if (!end->is_forced) {
        line_end_in_space(arena, paragraph, from, to, &line);
    }
    return line;
}

static void add_lines(const struct breaking *breaking, double width,
                      struct text_block *block)
{
    const struct stops *stops = &breaking->stops;
    double indent = breaking->layout.indent;
    double start_x = -indent;
    size_t from = 0;
    bool is_divided = false;
    struct {
        struct text_line *at;
        size_t count, capacity;
    } lines = {0};
    for (size_t first = 0; first < stops->count;) {
        size_t last = fit(stops, first, start_x, width);
        struct stop end = stops->at[last];
        bool may_divide = !is_divided || end.is_inside;
        is_divided = may_divide && end_within_word(breaking, from, last, start_x, &end);
        struct text_line line = make_line(breaking, from, &end, is_divided, indent);
        block->width = fmax(block->width, line.width);
        *arena_push(breaking->arena, &lines) = line;
        from = end.next;
        start_x = end.next_x;
        first = last + 1;
        indent = 0;
    }
    block->lines = lines.at;
    block->line_count = lines.count;
}

struct text_block lines_break(struct arena *arena, const struct paragraph *paragraph,
                              struct text_layout layout, struct error *error)
{
    const double *x = measure(arena, paragraph);
    struct breaking breaking = {
        arena, paragraph, layout, x, find_stops(arena, paragraph, x, layout.width), error};
    double width = layout.width;
    if (layout.is_balanced && width > 0) {
        width = balance(&breaking.stops, layout.indent, width);
    }
    struct text_block block = {
        .line_height = paragraph->count ? paragraph->at[0].span->style.line_height : 0,
    };
    add_lines(&breaking, width, &block);
    block.height = block.line_height * (double)block.line_count;
    return block;
}

void text_block_set_origin(struct text_block *block, str origin)
{
    if (block->line_count && block->lines[0].run_count) {
        block->lines[0].runs[0].origin = origin;
    }
}
