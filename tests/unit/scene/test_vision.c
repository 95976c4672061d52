/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "scene/vision.h"

#include <math.h>

enum { PALETTE_MOST = 10 };

/* Of all pairs the one that is nearest. */
static double nearest(const char *const *palette, enum vision vision)
{
    double least = INFINITY;
    for (size_t i = 0; palette[i]; i++) {
        for (size_t k = i + 1; palette[k]; k++) {
            color a;
            color b;
            assert_true(color_parse(str_from(palette[i]), &a));
            assert_true(color_parse(str_from(palette[k]), &b));
            least = fmin(least, vision_distance(a, b, vision));
        }
    }
    return least;
}

/* Computed apart from this program, to one decimal. */
static void test_known_palettes_have_their_distances(void **state)
{
    (void)state;
    static const struct {
        const char *palette[PALETTE_MOST + 1];
        double distances[VISION_GREY];
    } cases[] = {
        {{"#0B5C94", "#D9541E", "#4E9890", "#5E1740", "#DDB84E", "#8DBBE8"},
         {16.7, 15.7, 13.9, 14.6}},
        {{"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
          "#000000"},
         {15.6, 9.6, 7.6, 8.5}},
        {{"#4E79A7", "#F28E2B", "#E15759", "#76B7B2", "#59A14F", "#EDC948", "#B07AA1",
          "#FF9DA7", "#9C755F", "#BAB0AC"},
         {8.4, 0.9, 0.7, 5.2}},
        {{"#004488", "#DDAA33", "#BB5566"}, {24.5, 16.2, 21.3, 19.6}},
        {{"#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"},
         {8.9, 5.2, 5.2, 6.9}},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        for (enum vision vision = 0; vision < VISION_GREY; vision++) {
            double distance = nearest(cases[i].palette, vision);
            assert_true(fabs(distance - cases[i].distances[vision]) < 0.06);
        }
    }
}

static void test_in_grey_only_lightness_tells_colours_apart(void **state)
{
    (void)state;
    const color black = {0, 0, 0};
    const color white = {255, 255, 255};
    const color red = {255, 0, 0};
    const color grey = {136, 136, 136}; /* as light as that red */
    assert_true(fabs(vision_distance(black, white, VISION_GREY) - 100) < 0.01);
    assert_true(vision_distance(red, grey, VISION_GREY) < 1);
    assert_true(vision_distance(red, grey, VISION_NORMAL) > 20);
    assert_near(vision_distance(red, red, VISION_TRITANOPIA), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_known_palettes_have_their_distances),
        unit_case(test_in_grey_only_lightness_tells_colours_apart),
    };
    return unit_run(tests);
}
