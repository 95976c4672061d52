/* SPDX-License-Identifier: MIT */
/*
 * Editions: what is kept of an issue, as data/edition.json in its bag says it.
 *
 *   format     "ytterby-edition-1"
 *   edition    "rare-earths/2025-10/1", with its `sequence` among those of the briefing
 *   archived   the day
 *   title      its headline, and the name of the series
 *   previous   {edition, seal} of the one before it, or null
 *   program    "ytterby 0.1.0"
 *   options    {name, period, as_of, language, parameters: [...]}: what it was built with
 *   briefing   path of the briefing among the inputs
 *   root       the folder that "files" among the inputs was, where paths began at the
 *              machine's root; or absent
 *   inputs     [{path, role, sha256, bytes, file}]: as they were read; `path` below their
 *              common folder, `file` below data/, packed with gzip where it ends in .gz
 *   libraries  [{name, sha256}]: the program and what it has loaded
 *   fonts      [{name, sha256}]
 *   files      [{path, role, sha256, bytes}]: below data/, all but this one
 *
 * Members are only ever added.
 */
#ifndef ARCHIVE_EDITION_H
#define ARCHIVE_EDITION_H

#include "base/error.h"

#define EDITION_FORMAT "ytterby-edition-1"

/* A link of a briefing's chain; sequence 0: there is none. */
struct edition_link {
    size_t sequence;
    str edition;
    str seal; /* of its bag */
};

struct edition_input {
    str path, role; /* "briefing", "theme", "data" ... */
    str sha256;
    size_t bytes;
    str file;
};

struct edition_file {
    str path, role; /* "pdf", "trace", "results" ... */
    str sha256;
    size_t bytes;
};

/* A file that the bytes depend on: the program, a library that it has loaded, a font. */
struct edition_part {
    str name, sha256;
};

struct edition_parts {
    struct edition_part *at;
    size_t count, capacity;
};

struct edition {
    str briefing, period; /* of its name */
    size_t number;
    size_t sequence;
    str archived;
    str title, series; /* "China's magnet exports fell ...", "Rare earths monthly" */
    struct edition_link previous;
    str program;
    struct {
        str name; /* of its files */
        str period, as_of, language, paper; /* empty: not given */
        struct str_list parameters;
    } options;
    str briefing_path;
    str root; /* empty: no path of the inputs needs it */
    struct {
        struct edition_input *at;
        size_t count, capacity;
    } inputs;
    struct edition_parts libraries, fonts;
    struct {
        struct edition_file *at;
        size_t count, capacity;
    } files;
};

/* "rare-earths/2025-10/1". */
str edition_name(struct arena *arena, const struct edition *edition);

str edition_json(struct arena *arena, const struct edition *edition);

/* From edition_json(); NULL and ERROR_DATA where it is none. */
struct edition *edition_read(struct arena *arena, const struct source *source,
                             struct error *error);

#endif
