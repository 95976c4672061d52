/* SPDX-License-Identifier: MIT */
#include "model.h"

enum channel_name channel_second(enum channel_name name)
{
    switch (name) {
    case CHANNEL_X:
        return CHANNEL_X2;
    case CHANNEL_Y:
        return CHANNEL_Y2;
    case CHANNEL_THETA:
        return CHANNEL_THETA2;
    case CHANNEL_RADIUS:
        return CHANNEL_RADIUS2;
    case CHANNEL_LONGITUDE:
        return CHANNEL_LONGITUDE2;
    case CHANNEL_LATITUDE:
        return CHANNEL_LATITUDE2;
    default:
        return CHANNEL_COUNT;
    }
}

enum channel_name channel_offset(enum channel_name name)
{
    return name == CHANNEL_X   ? CHANNEL_X_OFFSET
           : name == CHANNEL_Y ? CHANNEL_Y_OFFSET
                               : CHANNEL_COUNT;
}

bool channel_is_position(enum channel_name name)
{
    return name == CHANNEL_X || name == CHANNEL_Y;
}

bool channel_is_color(enum channel_name name)
{
    return name == CHANNEL_COLOR || name == CHANNEL_FILL || name == CHANNEL_STROKE;
}
