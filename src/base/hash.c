/* SPDX-License-Identifier: MIT */
/* The only user of nettle, which qpdf brings along. */
#include "base/hash.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <nettle/hmac.h>
#include <nettle/md5.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE_BYTES = 1 << 16 };

static str hexadecimal(struct arena *arena, const uint8_t digest[SHA256_DIGEST_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    char *text = arena_array(arena, char, HASH_SHA256_LENGTH + 1);
    for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15U];
    }
    return (str){text, HASH_SHA256_LENGTH};
}

static str finish(struct arena *arena, struct sha256_ctx *context)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof digest, digest);
    return hexadecimal(arena, digest);
}

str hash_sha256(struct arena *arena, str bytes)
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.length, (const uint8_t *)bytes.at);
    return finish(arena, &context);
}

str hash_parts(struct arena *arena, const str *parts, size_t count)
{
    struct sha256_ctx context;
    sha256_init(&context);
    for (size_t i = 0; i < count; i++) {
        uint64_t length = htole64(parts[i].length);
        sha256_update(&context, sizeof length, (const uint8_t *)&length);
        sha256_update(&context, parts[i].length, (const uint8_t *)parts[i].at);
    }
    return finish(arena, &context);
}

str hash_keyed(struct arena *arena, str key, str text)
{
    struct hmac_sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    hmac_sha256_set_key(&context, key.length, (const uint8_t *)key.at);
    hmac_sha256_update(&context, text.length, (const uint8_t *)text.at);
    hmac_sha256_digest(&context, sizeof digest, digest);
    return hexadecimal(arena, digest);
}

void hash_md5(str bytes, unsigned char digest[HASH_MD5_BYTES])
{
    struct md5_ctx context;
    md5_init(&context);
    md5_update(&context, bytes.length, (const uint8_t *)bytes.at);
    md5_digest(&context, HASH_MD5_BYTES, digest);
}

/* Adds what is behind the descriptor; returns why that failed, or NULL. */
static const char *add_file(struct sha256_ctx *context, int fd, size_t *bytes)
{
    uint8_t piece[PIECE_BYTES];
    struct stat status;
    if (fd < 0 || fstat(fd, &status)) {
        return strerror(errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return "it is not a file";
    }
    for (;;) {
        ssize_t got = read(fd, piece, sizeof piece);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got < 0 ? strerror(errno) : NULL;
        }
        sha256_update(context, (size_t)got, piece);
        *bytes += (size_t)got;
    }
}

bool hash_file(struct arena *arena, str path, str *sha256, size_t *bytes,
               struct error *error)
{
    struct sha256_ctx context;
    sha256_init(&context);
    *bytes = 0;
    int fd = open(str_c(arena, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const char *why = add_file(&context, fd, bytes);
    if (fd >= 0) {
        close(fd);
    }
    if (why) {
        return error_at(error, ERROR_NO_INPUT, (struct place){.file = path},
                        "cannot be read: %s", why);
    }
    *sha256 = finish(arena, &context);
    return true;
}
