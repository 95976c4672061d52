/* SPDX-License-Identifier: MIT */
/*
 * Documents for the tests of the page layer, made by hand: blocks, and the
 * house theme with its fonts, opened once per program.
 */
#ifndef TESTS_PAGE_SAMPLE_H
#define TESTS_PAGE_SAMPLE_H

#include "unit.h"

#include "page/page.h"
#include "scene/theme.h"

#include "base/file.h"

#include <math.h>

/* Lengths that agree to a hundredth of a point; cmocka's own look at floats only. */
#define assert_near(a, b) assert_true(fabs((a) - (b)) <= 0.01)

static struct arena sample_arena;
static struct theme sample_theme;
static struct fonts *sample_fonts;

static inline bool sample_open(struct error *error)
{
    struct source *source = arena_new(&sample_arena, struct source);
    if (!file_read(&sample_arena, S("templates/themes/house.yaml"), source, error)) {
        return false;
    }
    const struct node *node =
        node_load(&sample_arena, source, 0, source->text.length, error);
    if (!node || !theme_read(&sample_arena, node, &sample_theme, error)) {
        return false;
    }
    sample_fonts = theme_fonts(&sample_theme, S("en"), error);
    return sample_fonts != NULL;
}

static inline void sample_close(void)
{
    fonts_destroy(sample_fonts);
    arena_finish(&sample_arena);
}

static inline struct block *sample_block(struct arena *arena, struct blocks *blocks,
                                         enum block_kind kind)
{
    struct block *block = arena_new(arena, struct block);
    block->kind = kind;
    block->place = (struct place){.file = S("briefing.md"), .line = blocks->count + 1};
    *arena_push(arena, blocks) = block;
    return block;
}

static inline struct block *sample_text(struct arena *arena, struct blocks *blocks,
                                        enum block_kind kind, const char *text)
{
    struct block *block = sample_block(arena, blocks, kind);
    *arena_push(arena, &block->spans) = (struct inline_span){.text = str_from(text)};
    return block;
}

static inline struct block *sample_heading(struct arena *arena, struct blocks *blocks,
                                           int level, const char *text)
{
    struct block *block = sample_text(arena, blocks, BLOCK_HEADING, text);
    block->level = level;
    block->anchor = str_print(arena, "heading-%zu", blocks->count);
    return block;
}

/* A paragraph of so many short sentences. */
static inline struct block *sample_prose(struct arena *arena, struct blocks *blocks,
                                         size_t sentences)
{
    str sentence = S("Shipments rose to most of the large buyers in the month, and fell to "
                     "three of them. ");
    str *parts = arena_array(arena, str, sentences);
    for (size_t i = 0; i < sentences; i++) {
        parts[i] = sentence;
    }
    return sample_text(arena, blocks, BLOCK_PARAGRAPH,
                       str_c(arena, str_trim(str_join(arena, parts, sentences, S("")))));
}

/* A table of figures: the first column is text, the others numbers with a decimal. */
static inline struct table_block *sample_table(struct arena *arena, size_t rows,
                                               size_t columns)
{
    struct table_block *table = arena_new(arena, struct table_block);
    table->title = S("Exports to the largest buyers");
    table->subtitle = S("China, rare-earth magnets, tonnes");
    table->source = S("customs");
    table->columns = arena_array(arena, struct table_column, columns);
    table->column_count = columns;
    for (size_t at = 0; at < columns; at++) {
        table->columns[at] = (struct table_column){
            .kind = at ? FIELD_FIGURE : FIELD_TEXT,
            .head = at ? str_print(arena, "Month %zu", at) : S("Destination"),
            .unit = at ? S("t") : (str){0},
        };
    }
    for (size_t row = 0; row < rows; row++) {
        struct table_row *made = arena_push(arena, table);
        made->cells = arena_array(arena, struct table_cell, columns);
        for (size_t at = 0; at < columns; at++) {
            made->cells[at].text =
                at ? str_print(arena, "%zu.%zu", (row * 37 + at * 11) % 2000, at % 10)
                   : str_print(arena, "Destination %zu", row + 1);
        }
    }
    return table;
}

static inline struct document *sample_document(struct arena *arena)
{
    struct document *document = arena_new(arena, struct document);
    document->language_tag = S("en");
    document->series_title = S("Rare earths monthly");
    document->issue = S("October 2025");
    document->release = S("Data as published 20 November 2025");
    document->organisation = S("Ytterby");
    return document;
}

static inline const struct pages *
sample_layout(struct arena *arena, const struct document *document, struct error *error)
{
    return pages_layout(arena, document, &sample_theme, sample_fonts, error);
}

/* The text of a page that starts so; NULL if there is none. */
static inline const struct scene_item *sample_find(const struct scene *scene,
                                                   const char *start)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        if (item->kind == SCENE_TEXT && str_starts(item->line.text, str_from(start))) {
            return item;
        }
    }
    return NULL;
}

static inline int sample_setup(void **state)
{
    (void)state;
    struct error error = {0};
    if (sample_open(&error)) {
        return 0;
    }
    error_print(stderr, &error);
    return -1;
}

static inline int sample_teardown(void **state)
{
    (void)state;
    sample_close();
    return 0;
}

/* Runs the tests with the theme and its fonts open. */
#define sample_run(tests) cmocka_run_group_tests(tests, sample_setup, sample_teardown)

#endif
