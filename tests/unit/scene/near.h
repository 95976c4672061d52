/* SPDX-License-Identifier: MIT */
/* Lengths that agree to a billionth of a point; cmocka's own look at floats only. */
#ifndef SCENE_NEAR_H
#define SCENE_NEAR_H

#include "unit.h"

#include <math.h>

#define assert_within(a, b, tolerance) assert_true(fabs((a) - (b)) <= (tolerance))
#define assert_near(a, b) assert_within(a, b, 1e-9)

#endif
