/* SPDX-License-Identifier: MIT */
#include "table/unpack.h"

#include "base/deflate.h"

bool unpack(struct arena *arena, struct source *source, str *name, struct error *error)
{
    static const struct {
        str magic, name;
        const char *(*unpack)(str packed, struct buffer *out);
    } packers[] = {
        {S("\x1F\x8B"), S("gzip"), deflate_unpack_gzip},
        {S("\x28\xB5\x2F\xFD"), S("zstd"), unpack_zstd},
    };
    *name = (str){0};
    for (size_t i = 0; i < COUNT_OF(packers); i++) {
        if (!str_starts(source->text, packers[i].magic)) {
            continue;
        }
        struct buffer out = {.arena = arena};
        const char *why = packers[i].unpack(source->text, &out);
        if (why) {
            return error_at(error, ERROR_DATA, (struct place){.file = source->path},
                            "this %.*s file cannot be unpacked: %s",
                            STR_ARG(packers[i].name), why);
        }
        *name = packers[i].name;
        source->text = buffer_text(&out);
        return true;
    }
    return true;
}
