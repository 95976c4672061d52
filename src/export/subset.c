/* SPDX-License-Identifier: MIT */
#include "export/subset.h"

#include <hb-subset.h>

struct subset_glyphs subset_glyphs(struct arena *arena, const struct scene *const *scenes,
                                   size_t scene_count, size_t face)
{
    struct subset_glyphs glyphs = {0};
    for (size_t s = 0; s < scene_count; s++) {
        for (size_t i = 0; i < scenes[s]->count; i++) {
            const struct text_line *line = &scenes[s]->at[i].line;
            bool is_text = scenes[s]->at[i].kind == SCENE_TEXT;
            for (size_t r = 0; is_text && r < line->run_count; r++) {
                const struct text_run *run = &line->runs[r];
                for (size_t g = 0; run->face == face && g < run->glyph_count; g++) {
                    *arena_push(arena, &glyphs) = run->glyphs[g].id;
                }
            }
        }
    }
    return glyphs;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has_any = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has_any;
}

/*
 * Fonts of Arabic list the forms of letters as characters, too. Cairo would tell a reader
 * of the file these, and not the letters that were written: the subset has no such list.
 */
static bool has_presentation_forms(hb_face_t *face)
{
    enum { LAM_WITH_ALEF = 0xFEFB };
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    bool has_any = hb_set_has(characters, LAM_WITH_ALEF);
    hb_set_destroy(characters);
    return has_any;
}

/* What shaping needs is not needed any more. */
static void drop_layout(hb_subset_input_t *input)
{
    static const hb_tag_t tables[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'),
        HB_TAG('v', 'm', 't', 'x'), HB_TAG('c', 'm', 'a', 'p'),
    };
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        hb_set_add(dropped, tables[i]);
    }
}

static hb_blob_t *cut_down(hb_face_t *face, const uint32_t *glyphs, size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) {
        return NULL;
    }
    hb_set_t *kept = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++) {
        hb_set_add(kept, glyphs[i]);
    }
    drop_layout(input);
    hb_subset_input_set_flags(input,
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    hb_blob_t *blob = subset ? hb_face_reference_blob(subset) : NULL;
    hb_face_destroy(subset);
    return blob;
}

struct hb_blob_t *subset_create(struct arena *arena, struct face face,
                                const uint32_t *glyphs, size_t count)
{
    hb_blob_t *file = hb_blob_create_from_file(str_c(arena, face.path));
    hb_face_t *opened = hb_face_create(file, (unsigned)face.index);
    bool must_be_cut =
        has_table(opened, HB_TAG('C', 'F', 'F', ' ')) || has_presentation_forms(opened);
    hb_blob_t *subset = must_be_cut ? cut_down(opened, glyphs, count) : NULL;
    hb_face_destroy(opened);
    hb_blob_destroy(file);
    return subset;
}

void subset_destroy(void *subset)
{
    hb_blob_destroy(subset);
}

str subset_bytes(struct hb_blob_t *subset)
{
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(subset, &length);
    return (str){bytes, length};
}

/* Kerning, marks and joined forms stay; ligatures go, as the pages have none. */
static void choose_features(hb_subset_input_t *input)
{
    hb_set_t *kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_add(kept, HB_TAG('t', 'n', 'u', 'm'));
    hb_set_del(kept, HB_TAG('l', 'i', 'g', 'a'));
    hb_set_del(kept, HB_TAG('c', 'l', 'i', 'g'));
    hb_set_del(kept, HB_TAG('f', 'r', 'a', 'c'));
    hb_set_del(kept, HB_TAG('n', 'u', 'm', 'r'));
    hb_set_del(kept, HB_TAG('d', 'n', 'o', 'm'));
}

struct hb_blob_t *subset_for_shaping(struct arena *arena, struct face face,
                                     const uint32_t *characters, size_t count)
{
    hb_blob_t *file = hb_blob_create_from_file(str_c(arena, face.path));
    hb_face_t *opened = hb_face_create(file, (unsigned)face.index);
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    for (size_t i = 0; input && i < count; i++) {
        hb_set_add(hb_subset_input_unicode_set(input), characters[i]);
    }
    if (input) {
        choose_features(input);
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    }
    hb_face_t *subset = input ? hb_subset_or_fail(opened, input) : NULL;
    hb_blob_t *blob = subset ? hb_face_reference_blob(subset) : NULL;
    hb_subset_input_destroy(input);
    hb_face_destroy(subset);
    hb_face_destroy(opened);
    hb_blob_destroy(file);
    return blob;
}
