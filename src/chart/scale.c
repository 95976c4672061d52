/* SPDX-License-Identifier: MIT */
#include "scale.h"

double scale_at(const struct scale *scale, double value)
{
    double part = (value - scale->low) / (scale->high - scale->low);
    return scale->start + part * (scale->end - scale->start);
}
