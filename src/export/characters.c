/* SPDX-License-Identifier: MIT */
#include "export/characters.h"

#include "base/buffer.h"

static void add(struct arena *arena, struct characters *set, uint32_t character)
{
    unsigned char **page = &set->pages[character / CHARACTERS_PAGE];
    if (!*page) {
        *page = arena_array(arena, unsigned char, CHARACTERS_PAGE / 8);
    }
    unsigned char *byte = &(*page)[character % CHARACTERS_PAGE / 8];
    unsigned char bit = (unsigned char)(1U << character % 8);
    set->count += !(*byte & bit);
    *byte |= bit;
}

void characters_add(struct arena *arena, struct characters *set, str text)
{
    for (size_t at = 0; at < text.length;) {
        uint32_t character = 0;
        size_t length = str_decode(text, at, &character);
        if (length) {
            add(arena, set, character);
        }
        at += length ? length : 1;
    }
}

uint32_t *characters_list(struct arena *arena, const struct characters *set)
{
    uint32_t *list = arena_array(arena, uint32_t, set->count);
    size_t count = 0;
    for (uint32_t page = 0; page < CHARACTERS_PAGES; page++) {
        for (uint32_t i = 0; set->pages[page] && i < CHARACTERS_PAGE; i++) {
            if (set->pages[page][i / 8] >> i % 8 & 1) {
                list[count++] = page * CHARACTERS_PAGE + i;
            }
        }
    }
    return list;
}

str characters_text(struct arena *arena, const struct characters *set)
{
    struct buffer text = {.arena = arena};
    const uint32_t *list = characters_list(arena, set);
    for (size_t i = 0; i < set->count; i++) {
        char bytes[4];
        buffer_add(&text, (str){bytes, str_encode(list[i], bytes)});
    }
    return buffer_text(&text);
}
