/* SPDX-License-Identifier: MIT */
/* The only includer of libzstd. */
#include "table/unpack.h"

#include <zstd.h>

static const char *inflate_all(ZSTD_DStream *stream, str packed, struct buffer *out)
{
    ZSTD_inBuffer in = {packed.at, packed.length, 0};
    size_t left = 1; /* 0 once a frame is complete */
    bool is_block_full = true;
    while (in.pos < in.size || is_block_full) {
        char block[16384];
        ZSTD_outBuffer to = {block, sizeof block, 0};
        left = ZSTD_decompressStream(stream, &to, &in);
        if (ZSTD_isError(left)) {
            return ZSTD_getErrorName(left);
        }
        buffer_add(out, (str){block, to.pos});
        is_block_full = to.pos == to.size;
        if (!left && in.pos == in.size) {
            break;
        }
    }
    return left ? "it ends too early" : NULL;
}

const char *unpack_zstd(str packed, struct buffer *out)
{
    ZSTD_DStream *stream = ZSTD_createDStream();
    if (!stream) {
        return "there is not enough memory";
    }
    const char *why = inflate_all(stream, packed, out);
    ZSTD_freeDStream(stream);
    return why;
}
