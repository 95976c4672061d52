/* SPDX-License-Identifier: MIT */
/* The only includer of zlib. */
#define ZLIB_CONST
#include "table/unpack.h"

#include <limits.h>
#include <zlib.h>

static const char *describe(int status, bool is_all_read)
{
    switch (status) {
    case Z_BUF_ERROR:
        return "it ends too early";
    case Z_DATA_ERROR:
        return "the bytes are damaged";
    case Z_MEM_ERROR:
        return "there is not enough memory";
    default:
        return is_all_read ? "it ends too early" : "the bytes are damaged";
    }
}

/* Inflates one block of output; another stream may follow one that has ended. */
static int inflate_block(z_stream *stream, struct buffer *out)
{
    char block[16384];
    stream->next_out = (unsigned char *)block;
    stream->avail_out = sizeof block;
    int status = inflate(stream, Z_NO_FLUSH);
    buffer_add(out, (str){block, sizeof block - stream->avail_out});
    if (status == Z_STREAM_END && stream->avail_in) {
        status = inflateReset(stream);
    }
    return status;
}

const char *unpack_gzip(str packed, struct buffer *out)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS };
    z_stream stream = {.next_in = (const unsigned char *)packed.at};
    if (packed.length > UINT_MAX) {
        return "it is larger than 4 GB";
    }
    stream.avail_in = (unsigned)packed.length;
    int status = inflateInit2(&stream, GZIP_ONLY);
    while (status == Z_OK) {
        status = inflate_block(&stream, out);
    }
    const char *why = status == Z_STREAM_END ? NULL : describe(status, !stream.avail_in);
    inflateEnd(&stream);
    return why;
}
