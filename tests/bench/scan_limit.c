/* SPDX-License-Identifier: MIT */
/*
 * The limit of scanning: reads a file in blocks and counts its separators,
 * with the scanner's own vector code, and does nothing with them.
 *
 *   scan_limit FILE THREADS [KIND]
 */
#include "base/thread.h"
#include "table/scan_split.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_BYTES = 256 * 1024 };

struct limit {
    int file;
    size_t bytes, threads;
    split_function *split;
    size_t counts[THREADS_MAX];
};

static void count_ends(void *context, size_t index)
{
    struct limit *limit = context;
    char *block = calloc(1, BLOCK_BYTES + SPLIT_PADDING);
    uint32_t *ends = calloc(BLOCK_BYTES + SPLIT_SLACK, sizeof *ends);
    size_t end = limit->bytes * (index + 1) / limit->threads;
    size_t count = 0;
    for (size_t at = limit->bytes * index / limit->threads; block && ends && at < end;) {
        size_t wanted = end - at < BLOCK_BYTES ? end - at : BLOCK_BYTES;
        ssize_t got = pread(limit->file, block, wanted, (off_t)at);
        if (got <= 0) {
            break;
        }
        count += limit->split(block, (size_t)got, ends).count;
        at += (size_t)got;
    }
    limit->counts[index] = count;
    free(block);
    free(ends);
}

int main(int argc, char **argv)
{
    struct stat status;
    size_t kind = 0;
    struct limit limit = {.split = split_with(SPLIT_BEST)};
    if (argc < 3 || !str_to_size(str_from(argv[2]), &limit.threads) ||
        limit.threads > THREADS_MAX) {
        fputs("scan_limit FILE THREADS [KIND]\n", stderr);
        return EXIT_FAILURE;
    }
    if (argc > 3 && str_to_size(str_from(argv[3]), &kind) && kind < SPLIT_KIND_COUNT) {
        limit.split = split_with((enum split_kind)kind);
    }
    limit.file = open(argv[1], O_RDONLY | O_CLOEXEC);
    if (limit.file < 0 || fstat(limit.file, &status) || !limit.split) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    limit.bytes = (size_t)status.st_size;
    thread_run(limit.threads, count_ends, &limit);
    size_t count = 0;
    for (size_t i = 0; i < limit.threads; i++) {
        count += limit.counts[i];
    }
    printf("%zu separators\n", count);
    return EXIT_SUCCESS;
}
