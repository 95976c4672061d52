/* SPDX-License-Identifier: MIT */
/* The only includer of zlib. */
#define ZLIB_CONST
#include "base/deflate.h"

#include <assert.h>
#include <limits.h>
#include <zlib.h>

/* Less tightly than by default, which would take twice the time to be 2% smaller. */
enum { LEVEL = 4 };

str deflate_pack(struct arena *arena, str bytes)
{
    uLongf length = compressBound((uLong)bytes.length);
    unsigned char *packed = arena_array(arena, unsigned char, length);
    int status = compress2(packed, &length, (const unsigned char *)bytes.at,
                           (uLong)bytes.length, LEVEL);
    assert(status == Z_OK); /* there is room, and memory is not handled */
    (void)status;
    return (str){(const char *)packed, length};
}

str deflate_pack_gzip(struct arena *arena, str bytes)
{
    enum { GZIP = 16, MEMORY = 8, CHUNK = 1 << 30 };
    z_stream stream = {0};
    int status = deflateInit2(&stream, LEVEL, Z_DEFLATED, GZIP + MAX_WBITS, MEMORY,
                              Z_DEFAULT_STRATEGY);
    assert(status == Z_OK);
    size_t bound = deflateBound(&stream, (uLong)bytes.length);
    unsigned char *packed = arena_array(arena, unsigned char, bound);
    stream.next_in = (const unsigned char *)bytes.at;
    stream.next_out = packed;
    do { /* zlib counts what it is given in 32 bits */
        size_t in = bytes.length - stream.total_in;
        size_t out = bound - stream.total_out;
        stream.avail_in = in < CHUNK ? (uInt)in : CHUNK;
        stream.avail_out = out < CHUNK ? (uInt)out : CHUNK;
        status = deflate(&stream, in <= CHUNK ? Z_FINISH : Z_NO_FLUSH);
    } while (status == Z_OK);
    assert(status == Z_STREAM_END);
    str result = {(const char *)packed, stream.total_out};
    deflateEnd(&stream);
    return result;
}

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

/* `format` is what zlib calls the bits of the window, and what stands around the data. */
static const char *unpack(str packed, int format, struct buffer *out)
{
    z_stream stream = {.next_in = (const unsigned char *)packed.at};
    if (packed.length > UINT_MAX) {
        return "it is larger than 4 GB";
    }
    stream.avail_in = (unsigned)packed.length;
    int status = inflateInit2(&stream, format);
    while (status == Z_OK) {
        status = inflate_block(&stream, out);
    }
    const char *why = status == Z_STREAM_END ? NULL : describe(status, !stream.avail_in);
    inflateEnd(&stream);
    return why;
}

const char *deflate_unpack(str packed, struct buffer *out)
{
    return unpack(packed, MAX_WBITS, out);
}

const char *deflate_unpack_gzip(str packed, struct buffer *out)
{
    return unpack(packed, 16 + MAX_WBITS, out);
}
