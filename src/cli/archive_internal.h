/* SPDX-License-Identifier: MIT */
/* What the commands of `archive` share. */
#ifndef CLI_ARCHIVE_INTERNAL_H
#define CLI_ARCHIVE_INTERNAL_H

#include "cli/cli.h"

#include "archive/archive.h"
#include "cli/pipeline.h"

/* The folder of the archive. */
str archive_option(const struct cli_input *input);

/* An edition by what the user calls it, with its folder. NULL and an error. */
struct archive_choice {
    str name, folder;
    struct edition *edition;
    bool is_removed;
};

NODISCARD bool archive_choose(struct arena *arena, str archive, str name,
                              struct archive_choice *choice, struct error *error);

/* The day, or that of SOURCE_DATE_EPOCH. */
struct date archive_today(void);

/* ERROR_NO_INPUT where the edition was removed. */
NODISCARD bool archive_has_content(const struct archive_choice *choice,
                                   struct error *error);

/* The result of a query of the briefing on the data of the edition that the options name.
 */
const struct table *archive_query(const struct cli_run *run, const struct cli_input *input);

/* Signs an edition with a minisign key; one that is signed stays as it is. */
NODISCARD bool archive_sign(const struct cli_run *run, str archive, str edition, str key);

/* Whether an edition is signed by the owner of a public key. False and an error where
 * minisign or the key is missing. */
NODISCARD bool archive_check_signature(const struct cli_run *run, str archive, str edition,
                                       str key, bool *is_good);

/* What `findings --json` prints. */
str findings_json(struct arena *arena, const struct facts *facts);

/* What is made of an issue that is kept. */
extern const struct output_options archive_output;

/* Adds ro-crate-metadata.json: what the edition is, in JSON-LD that others can read. The
 * edition has all but its number, sequence and files. */
void archive_keep_crate(struct arena *arena, const struct edition *edition,
                        str organisation, struct archive_files *files);

/* Adds an issue that was made with the options as an edition. */
NODISCARD bool archive_keep(const struct cli_run *run, const struct pipeline_issue *issue,
                            const struct pipeline_result *result,
                            const struct briefing_options *options, str archive,
                            struct archive_added *added);

/* Inputs of an edition below a folder, under their own paths, unpacked. */
NODISCARD bool archive_unpack_inputs(struct arena *arena,
                                     const struct archive_choice *choice, str folder,
                                     struct error *error);

#endif
