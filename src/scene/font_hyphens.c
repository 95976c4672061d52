/* SPDX-License-Identifier: MIT */
/*
 * Where words may be divided: Liang's algorithm on the dictionaries of LibreOffice.
 *
 * A pattern such as "n2ab3l" is letters with digits between them. Wherever its letters
 * stand in a word, the digits are laid into the gaps, the greatest wins, and an odd one
 * is a place for a hyphen. A dictionary may have two levels: the first divides compounds
 * into words, the second words into syllables.
 *
 * The bytes of the file are kept as they are, with an index of where each pattern begins:
 * a hundred times cheaper than a tree of them, for the few words that end a line.
 */
#include "font_internal.h"

#include "base/buffer.h"
#include "base/file.h"

#include <string.h>

enum { LEVELS_MAX = 2, PATTERN_MAX = 64 };
/* Letters before and after a hyphen; less looks torn in text that is set ragged. */
enum { LEFT_MIN = 3, RIGHT_MIN = 3 };

struct pattern_set {
    uint32_t *slots; /* where in the text a pattern begins, plus one; 0: free */
    size_t slot_count; /* a power of two */
    size_t letters_most; /* bytes of letters of the longest */
};

struct hyphens {
    str text;
    struct pattern_set levels[LEVELS_MAX];
    size_t level_count;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* --- the index ------------------------------------------------------------------------ */

enum { HASH_START = 5381, HASH_FACTOR = 33 };

static uint32_t hash_more(uint32_t hash, char byte)
{
    return hash * HASH_FACTOR + (unsigned char)byte;
}

/* Whether the pattern at `at` has just these letters. */
static bool has_letters(str text, size_t at, str letters)
{
    size_t matched = 0;
    for (; at < text.length && text.at[at] != '\n' && text.at[at] != '\r'; at++) {
        if (is_digit(text.at[at])) {
            continue;
        }
        if (matched == letters.length || text.at[at] != letters.at[matched++]) {
            return false;
        }
    }
    return matched == letters.length;
}

/* The slot of the letters, which hash to `hash`, or the free one where they belong. */
static size_t find_slot(const struct pattern_set *set, str text, str letters, uint32_t hash)
{
    size_t mask = set->slot_count - 1;
    size_t slot = (hash ^ (hash >> 15)) & mask;
    while (set->slots[slot] && !has_letters(text, set->slots[slot] - 1, letters)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

/* Nothing is added of a pattern that changes the spelling, as "ck" once became "k-k". */
static void add_pattern(struct hyphens *hyphens, str line)
{
    struct pattern_set *set = &hyphens->levels[hyphens->level_count - 1];
    char bytes[PATTERN_MAX];
    str letters = {bytes, 0};
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < line.length; i++) {
        char byte = line.at[i];
        if (byte == '/') {
            return;
        }
        if (!is_digit(byte)) {
            bytes[letters.length++] = byte;
            hash = hash_more(hash, byte);
        }
    }
    size_t slot = find_slot(set, hyphens->text, letters, hash);
    set->slots[slot] = (uint32_t)(line.at - hyphens->text.at) + 1;
    set->letters_most =
        letters.length > set->letters_most ? letters.length : set->letters_most;
}

static void begin_level(struct arena *arena, struct hyphens *hyphens, size_t lines)
{
    struct pattern_set *set = &hyphens->levels[hyphens->level_count++];
    set->slot_count = 16;
    while (set->slot_count < lines + lines / 2) {
        set->slot_count *= 2;
    }
    set->slots = arena_array(arena, uint32_t, set->slot_count);
}

/* --- reading -------------------------------------------------------------------------- */

/* The others are words in capitals, and comments. */
static bool is_pattern(str line)
{
    bool is_word = line.length && line.at[0] >= 'A' && line.at[0] <= 'Z';
    bool is_comment = !line.length || line.at[0] == '#' || line.at[0] == '%';
    return line.length < PATTERN_MAX && !is_word && !is_comment;
}

static size_t count_lines(str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += text.at[i] == '\n';
    }
    return count;
}

static str from_latin(struct arena *arena, str bytes)
{
    struct buffer text = {.arena = arena};
    for (size_t from = 0, to; from < bytes.length; from = to + 1) {
        for (to = from; to < bytes.length && (unsigned char)bytes.at[to] < 0x80;) {
            to++;
        }
        buffer_add(&text, str_slice(bytes, from, to));
        if (to < bytes.length) {
            char letter[4];
            buffer_add(&text,
                       (str){letter, str_encode((unsigned char)bytes.at[to], letter)});
        }
    }
    return buffer_text(&text);
}

struct hyphens *hyphens_read(struct arena *arena, str bytes, struct error *error)
{
    str text;
    str encoding = str_trim(str_cut(bytes, '\n', &text));
    if (str_equal(encoding, S("ISO8859-1"))) {
        text = from_latin(arena, text);
    } else if (!str_equal(encoding, S("UTF-8"))) {
        error_set(error, ERROR_CONFIG,
                  "this is no dictionary of hyphenation in UTF-8 or ISO8859-1");
        return NULL;
    }
    struct hyphens *hyphens = arena_new(arena, struct hyphens);
    hyphens->text = text;
    begin_level(arena, hyphens, count_lines(text));
    for (str rest = text; rest.length;) {
        str line = str_cut(rest, '\n', &rest);
        if (line.length && line.at[line.length - 1] == '\r') {
            line.length--;
        }
        if (is_pattern(line)) {
            add_pattern(hyphens, line);
        } else if (str_equal(line, S("NEXTLEVEL")) && hyphens->level_count < LEVELS_MAX) {
            begin_level(arena, hyphens, count_lines(rest));
        }
    }
    return hyphens;
}

const struct hyphens *hyphens_of(struct fonts *fonts, struct error *error)
{
    str path = fonts->options.hyphenation;
    if (fonts->hyphens || !path.length) {
        return fonts->hyphens;
    }
    struct source source;
    if (!file_read(&fonts->arena, path, &source, error)) {
        error_hint(error,
                   "install the package of hyphenation for \"%.*s\", or take it out of the "
                   "theme",
                   STR_ARG(fonts->options.language));
        return NULL;
    }
    fonts->hyphens = hyphens_read(&fonts->arena, source.text, error);
    if (!fonts->hyphens) {
        error->place = (struct place){.file = path};
    }
    return fonts->hyphens;
}

/* --- dividing ------------------------------------------------------------------------- */

/* ASCII, Latin-1 and OE: what the languages with a dictionary have. */
static uint32_t small(uint32_t letter)
{
    bool is_capital = (letter >= 'A' && letter <= 'Z') ||
                      (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
    return is_capital ? letter + 32 : letter == 0x152 ? 0x153 : letter;
}

/* Small letters have as many bytes as capitals. */
static str in_small_letters(struct arena *arena, str word)
{
    struct buffer out = {.arena = arena};
    size_t length;
    for (size_t at = 0; at < word.length; at += length) {
        uint32_t letter = 0;
        char encoded[4];
        length = str_decode(word, at, &letter);
        buffer_add(&out, (str){encoded, str_encode(small(letter), encoded)});
    }
    return buffer_text(&out);
}

/* Lays the digits of the pattern at `line` into the gaps from `gaps` on. */
static void lay(str text, size_t line, unsigned char *gaps)
{
    for (; line < text.length && text.at[line] != '\n' && text.at[line] != '\r'; line++) {
        if (is_digit(text.at[line])) {
            unsigned char digit = (unsigned char)(text.at[line] - '0');
            *gaps = digit > *gaps ? digit : *gaps;
        } else {
            gaps++;
        }
    }
}

/* Marks the gaps of word[from, to), as a word by itself. */
static void divide(struct arena *arena, const struct hyphens *hyphens, size_t level,
                   str word, bool *may)
{
    const struct pattern_set *set = &hyphens->levels[level];
    str dotted = str_print(arena, ".%.*s.", STR_ARG(word));
    unsigned char *gaps = arena_array(arena, unsigned char, dotted.length + 1);
    for (size_t from = 0; from < dotted.length; from++) {
        uint32_t hash = HASH_START;
        for (size_t to = from; to < dotted.length && to - from < set->letters_most; to++) {
            hash = hash_more(hash, dotted.at[to]);
            str letters = str_slice(dotted, from, to + 1);
            uint32_t found = set->slots[find_slot(set, hyphens->text, letters, hash)];
            if (found) {
                lay(hyphens->text, found - 1, gaps + from);
            }
        }
    }
    for (size_t i = 1; i < word.length; i++) {
        may[i] |= gaps[i + 1] % 2 == 1;
    }
}

/* No hyphen near the ends of the word. */
static void keep_apart(str word, bool *may)
{
    size_t count = str_characters(word);
    size_t length;
    for (size_t at = 0, before = 0; at < word.length; at += length, before++) {
        uint32_t letter;
        length = str_decode(word, at, &letter);
        may[at] &= before >= LEFT_MIN && count - before >= RIGHT_MIN;
    }
}

void hyphens_find(struct arena *arena, const struct hyphens *hyphens, str word, bool *may)
{
    memset(may, 0, word.length);
    if (!hyphens || !word.length) {
        return;
    }
    str letters = in_small_letters(arena, word);
    divide(arena, hyphens, 0, letters, may);
    for (size_t from = 0, to = 1; hyphens->level_count > 1 && from < word.length;
         from = to) {
        for (to = from + 1; to < word.length && !may[to];) {
            to++;
        }
        divide(arena, hyphens, 1, str_slice(letters, from, to), may + from);
    }
    keep_apart(word, may);
}
