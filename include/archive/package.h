/* SPDX-License-Identifier: MIT */
/*
 * Packages: an edition as one file, for those who have no archive. The only user of
 * libarchive, which is loaded when the first is made.
 *
 * The same edition gives the same bytes: files in byte order, owned by nobody, dated as the
 * edition says. Unpacked it is the bag, in a folder that is named as the file.
 */
#ifndef ARCHIVE_PACKAGE_H
#define ARCHIVE_PACKAGE_H

#include "base/date.h"
#include "base/error.h"

enum package_kind { PACKAGE_ZIP, PACKAGE_TAR, PACKAGE_TAR_GZ };

/* From the end of a file's name: .zip, .tar, .tar.gz or .tgz. */
NODISCARD bool package_kind_of(str path, enum package_kind *kind);

/* All files of `folder`, under `name`, to the file `path`. */
NODISCARD bool package_write(struct arena *arena, str folder, str name, struct date date,
                             enum package_kind kind, str path, struct error *error);

#endif
