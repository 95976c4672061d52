/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

static uint32_t byte_at(str bytes, size_t index)
{
    return index < bytes.length ? (unsigned char)bytes.at[index] : 0;
}

void base64_add(struct buffer *out, str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.length; i += 3) {
        uint32_t three =
            byte_at(bytes, i) << 16 | byte_at(bytes, i + 1) << 8 | byte_at(bytes, i + 2);
        char four[] = {digits[three >> 18], digits[three >> 12 & 63],
                       digits[three >> 6 & 63], digits[three & 63]};
        size_t left = bytes.length - i;
        for (size_t pad = left; pad < 3; pad++) {
            four[pad + 1] = '=';
        }
        buffer_add(out, (str){four, sizeof four});
    }
}
