/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/kpi.h"
#include "sample.h"

static struct block *strip_of(struct arena *arena, size_t count)
{
    struct blocks blocks = {0};
    struct block *block = sample_block(arena, &blocks, BLOCK_KPIS);
    block->kpis = arena_array(arena, struct kpi, count);
    block->kpi_count = count;
    for (size_t i = 0; i < count; i++) {
        struct kpi *kpi = &block->kpis[i];
        kpi->label = str_print(arena, "Tile %zu", i + 1);
        kpi->number = S("5,473");
        kpi->unit = S("t");
        kpi->changes[0].sign = -1;
        kpi->changes[0].text = S("\u22125.2% m/m");
        kpi->changes[1].sign = 1;
        kpi->changes[1].text = S("+15.8% y/y");
    }
    return block;
}

static bool set(struct arena *arena, const struct block *block, struct flow_block *made,
                struct error *error)
{
    struct setting *setting = arena_new(arena, struct setting);
    *setting = (struct setting){
        .arena = arena, .theme = &sample_theme, .fonts = sample_fonts, .error = error};
    return kpi_set(setting, block, sample_theme.content_width, made);
}

static const struct scene *draw(struct arena *arena, const struct flow_block *strip)
{
    struct scene *scene = scene_create(arena, 504, 200);
    strip->kind->draw(strip, scene, (point){0, 0}, flow_whole(strip));
    return scene;
}

static void test_two_to_six_tiles_share_the_width(void **state)
{
    static const char *const labels[] = {"Tile 1", "Tile 2", "Tile 3",
                                         "Tile 4", "Tile 5", "Tile 6"};
    for (size_t count = 2; count <= 6; count++) {
        struct error error = {0};
        struct flow_block strip;
        assert_true(set(*state, strip_of(*state, count), &strip, &error));
        const struct scene *scene = draw(*state, &strip);
        double pitch = (504.0 + 12) / (double)count;
        for (size_t i = 0; i < count; i++) {
            assert_near(sample_find(scene, labels[i])->at.x, (double)i * pitch);
        }
    }
}

static void test_changes_stand_below_each_other_where_tiles_are_narrow(void **state)
{
    struct error error = {0};
    struct flow_block wide;
    struct flow_block narrow;
    assert_true(set(*state, strip_of(*state, 4), &wide, &error));
    assert_true(set(*state, strip_of(*state, 6), &narrow, &error));
    assert_near(narrow.height, wide.height + 10);
    const struct scene *scene = draw(*state, &narrow);
    assert_near(sample_find(scene, "+15.8%")->at.x, sample_find(scene, "\u22125.2%")->at.x);
}

static void test_flags_are_explained_below_the_strip_once(void **state)
{
    struct error error = {0};
    struct flow_block strip;
    struct block *block = strip_of(*state, 4);
    block->kpis[1].flag = S("e");
    block->kpis[2].flag = S("e");
    block->kpis[0].flag = S("p");
    block->kpis[3].flag = S("v");
    assert_true(set(*state, block, &strip, &error));
    const struct scene_item *key = sample_find(draw(*state, &strip), "e derived");
    assert_non_null(key);
    assert_str(key->line.text, "e derived; p provisional; v not validated");
}

static void test_a_number_wider_than_its_tile_is_an_error(void **state)
{
    struct error error = {0};
    struct flow_block strip;
    struct block *block = strip_of(*state, 6);
    block->kpis[1].number = S("45,290,123,456");
    assert_false(set(*state, block, &strip, &error));
    assert_string_equal(error.message,
                        "the key figure \"Tile 2\" is 143 pt wide, and its tile 74 pt");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_two_to_six_tiles_share_the_width),
        unit_case(test_changes_stand_below_each_other_where_tiles_are_narrow),
        unit_case(test_flags_are_explained_below_the_strip_once),
        unit_case(test_a_number_wider_than_its_tile_is_an_error),
    };
    return sample_run(tests);
}
