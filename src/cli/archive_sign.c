/* SPDX-License-Identifier: MIT */
/*
 * Signatures of editions by minisign (Ed25519): of the tag manifest, which stands for every
 * byte, in NUMBER.minisig beside the edition's folder.
 */
#include "archive_internal.h"
#include "process.h"

static str signature_path(struct arena *arena, str archive, str edition)
{
    return str_print(arena, "%.*s.minisig",
                     STR_ARG(archive_folder(arena, archive, edition)));
}

static str manifest_path(struct arena *arena, str archive, str edition)
{
    return path_join(arena, archive_folder(arena, archive, edition),
                     S("tagmanifest-sha256.txt"));
}

static struct process minisign(struct arena *arena, const char *mode, str archive,
                               str edition)
{
    struct process process = process_of(arena, S("minisign"));
    process_word(&process, str_from(mode));
    process_word(&process, S("-m"));
    process_word(&process, manifest_path(arena, archive, edition));
    process_word(&process, S("-x"));
    process_word(&process, signature_path(arena, archive, edition));
    return process;
}

bool archive_sign(const struct cli_run *run, str archive, str edition, str key)
{
    struct process process = minisign(run->arena, "-S", archive, edition);
    if (!file_exists(key)) {
        return error_at(run->error, ERROR_NO_INPUT, (struct place){.file = key},
                        "cannot be read: the key is not there");
    }
    if (file_exists(signature_path(run->arena, archive, edition))) {
        return true;
    }
    process_word(&process, S("-s"));
    process_word(&process, key);
    process_word(&process, S("-t"));
    process_word(&process, edition);
    if (!process_finish(&process, run->error)) {
        return error_hint(run->error, "the key must be one without a password: "
                                      "minisign -G -W makes it");
    }
    return true;
}

bool archive_check_signature(const struct cli_run *run, str archive, str edition, str key,
                             bool *is_good)
{
    struct error refused = {0};
    struct process process = minisign(run->arena, "-V", archive, edition);
    if (!file_exists(key)) {
        return error_at(run->error, ERROR_NO_INPUT, (struct place){.file = key},
                        "cannot be read: the key is not there");
    }
    process_word(&process, S("-q"));
    process_word(&process, S("-p"));
    process_word(&process, key);
    *is_good = file_exists(signature_path(run->arena, archive, edition)) &&
               process_finish(&process, &refused);
    if (refused.kind == ERROR_UNAVAILABLE) {
        *run->error = refused;
        return false;
    }
    return true;
}
