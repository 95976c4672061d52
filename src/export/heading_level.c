/* SPDX-License-Identifier: MIT */
#include "export/heading_level.h"

int heading_level_next(struct heading_levels *levels, int written)
{
    while (levels->depth && levels->written[levels->depth - 1] >= written) {
        levels->depth--;
    }
    if (levels->depth < HEADING_LEVELS) {
        levels->written[levels->depth++] = written;
    }
    return levels->depth;
}
