/* SPDX-License-Identifier: MIT */
#include "table/datapackage.h"
#include "table/decode.h"
#include "table/load.h"
#include "table/sniff.h"
#include "table/unpack.h"

#include "load_internal.h"

/* --- bytes to rows ------------------------------------------------------------------ */

static bool decode(const struct loader *loader, const struct source *bytes, str expected,
                   struct load_input *input, struct load_file *file, struct error *error)
{
    struct decode_wish wish = {loader->source->encoding, expected};
    struct decoded decoded;
    if (!sniff_accepts(bytes, error) ||
        !decode_text(loader->arena, bytes, wish, &decoded, error)) {
        return false;
    }
    input->text = decoded.text;
    file->encoding = decoded.encoding;
    file->encoding_reason = decoded.reason;
    file->has_mark = decoded.has_mark;
    file->has_cr = decoded.has_cr;
    input->separator = dialect_separator(input->text.text);
    if (input->profile && input->profile->separator) {
        input->separator = input->profile->separator;
    }
    file->separator = input->separator;
    return dialect_read(loader->arena, &input->text, input->separator, &input->head, error);
}

/* --- profile ------------------------------------------------------------------------ */

/* The first row that is a header of the profile, or NULL. */
static const struct reader_row *find_header(const struct loader *loader,
                                            const struct profile *profile,
                                            const struct dialect_head *head, str *reason)
{
    for (size_t i = 0; i < head->count; i++) {
        if (profile_recognises(loader->arena, profile, head->at[i].fields,
                               head->at[i].count, reason)) {
            return &head->at[i];
        }
    }
    return NULL;
}

/* Of those that recognise a row, the profile that asks for most. */
static void recognise(const struct loader *loader, const struct profile_list *profiles,
                      struct load_input *input, struct load_file *file)
{
    for (size_t i = 0; i < profiles->count; i++) {
        const struct profile *profile = profiles->at[i];
        str reason;
        bool is_less =
            input->profile && profile->recognise.count <= input->profile->recognise.count;
        const struct reader_row *header =
            is_less ? NULL : find_header(loader, profile, &input->head, &reason);
        if (header) {
            input->profile = profile;
            input->header = header;
            file->profile_reason = reason;
        }
    }
}

/* The named profile has no header in the file: which name is missing? */
static bool refuse_profile(const struct loader *loader, const struct load_input *input,
                           struct error *error)
{
    struct arena *arena = loader->arena;
    const struct profile *profile = input->profile;
    str names = str_join(arena, profile->recognise.at, profile->recognise.count, S(", "));
    error_at(error, ERROR_DATA, (struct place){.file = input->text.path},
             "no row of this file is a header of the profile \"%.*s\"",
             STR_ARG(profile->name));
    return error_hint(error, "such a header has: %.*s", STR_ARG(names));
}

static bool find_named_header(const struct loader *loader, struct load_input *input,
                              struct error *error)
{
    str reason;
    if (!input->profile->recognise.count) {
        input->header = &input->head.at[dialect_header(&input->head)];
        return true;
    }
    input->header = find_header(loader, input->profile, &input->head, &reason);
    return input->header || refuse_profile(loader, input, error);
}

/* A cell above the header that begins so must say what the profile was made for. */
static bool check_expectation(const struct loader *loader, const struct load_input *input,
                              const struct profile_word *expected, struct error *error)
{
    for (const struct reader_row *row = input->head.at; row < input->header; row++) {
        for (size_t field = 0; field < row->count; field++) {
            str cell = str_trim(row->fields[field]);
            if (!str_starts(cell, expected->from)) {
                continue;
            }
            if (str_starts(cell, expected->to)) {
                return true;
            }
            error_at(error, ERROR_DATA,
                     reader_place(&input->text, input->separator, row->line, field),
                     "the file says \"%.*s\", the profile \"%.*s\" is for \"%.*s\"",
                     STR_ARG(cell), STR_ARG(input->profile->name), STR_ARG(expected->to));
            return error_hint(error, "a profile of your own can have other units");
        }
    }
    warning_add(loader->warnings, (struct place){.file = input->text.path},
                "no line above the header begins with \"%.*s\": \"%.*s\" is taken for "
                "granted",
                STR_ARG(expected->from), STR_ARG(expected->to));
    return true;
}

static bool check_expectations(const struct loader *loader, const struct load_input *input,
                               struct error *error)
{
    for (size_t i = 0; i < input->profile->expect.count; i++) {
        if (!check_expectation(loader, input, &input->profile->expect.at[i], error)) {
            return false;
        }
    }
    return true;
}

/* --- the whole ---------------------------------------------------------------------- */

static void note_header(const struct load_input *input, struct load_file *file)
{
    file->header_line = input->header->line;
    file->preamble_rows = (size_t)(input->header - input->head.at);
    file->fields = dialect_width(input->header);
    file->is_header_trailing = file->fields < input->header->count;
    file->profile = input->profile ? input->profile->name : S("tidy");
}

static bool is_said(const struct load_source *source)
{
    return source->profile.length && !str_equal(source->profile, S("auto"));
}

/* Nobody says what the file is: it may be found out. */
static bool is_free(const struct load_source *source)
{
    return !is_said(source) && !source->schema.count;
}

/* What a datapackage.json beside the file says; no profile where there is none. */
static bool find_package(const struct loader *loader, struct load_input *input,
                         struct load_file *file, struct error *error)
{
    if (!datapackage_find(loader->arena, input->text.path, &input->profile, error)) {
        return false;
    }
    file->profile_reason = input->profile ? S("datapackage.json beside the file")
                                          : S("no profile fits the header");
    return true;
}

/* Sets input->profile to the one that the briefing names; NULL is tidy. */
static bool name_profile(const struct loader *loader, const struct profile_list *profiles,
                         struct load_input *input, struct load_file *file,
                         struct error *error)
{
    const struct load_source *source = loader->source;
    if (is_free(source)) {
        return find_package(loader, input, file, error);
    }
    if (!is_said(source)) {
        file->profile_reason = S("the briefing has a schema");
        return true;
    }
    file->profile_reason = S("named by the user");
    if (str_equal(source->profile, S("tidy"))) {
        return true;
    }
    input->profile = profile_find(loader->arena, profiles, source->profile,
                                  source->profile_place, error);
    return input->profile;
}

static bool is_guess(const struct load_file *file)
{
    return str_starts(file->encoding_reason, S("guessed"));
}

/* The header is known, and with it the profile: bytes that were guessed are read again. */
static bool find_profile(const struct loader *loader, const struct profile_list *profiles,
                         const struct source *bytes, struct load_input *input,
                         struct load_file *file, struct error *error)
{
    bool is_open = is_free(loader->source) && !input->profile;
    if (is_open) {
        recognise(loader, profiles, input, file);
    }
    if (is_open && input->profile && is_guess(file) && input->profile->encoding.length) {
        if (!decode(loader, bytes, input->profile->encoding, input, file, error)) {
            return false;
        }
    }
    if (input->profile) {
        return find_named_header(loader, input, error) &&
               check_expectations(loader, input, error);
    }
    input->header = &input->head.at[dialect_header(&input->head)];
    return true;
}

bool load_open(struct loader *loader, size_t index, const struct profile_list *profiles,
               struct error *error)
{
    struct load_input *input = &loader->inputs[index];
    struct load_file *file = &loader->files[index];
    struct source bytes = {0};
    if (!file_read(loader->arena, loader->source->files.at[index], &bytes, error)) {
        return false;
    }
    file->path = input->text.path = bytes.path;
    file->bytes = bytes.text.length;
    if (!unpack(loader->arena, &bytes, &file->compression, error) ||
        !name_profile(loader, profiles, input, file, error) ||
        !decode(loader, &bytes, input->profile ? input->profile->encoding : (str){0}, input,
                file, error) ||
        !find_profile(loader, profiles, &bytes, input, file, error)) {
        return false;
    }
    note_header(input, file);
    if (is_guess(file)) {
        warning_add(loader->warnings, (struct place){.file = file->path},
                    "the encoding is taken to be %.*s: encoding: %.*s would say so",
                    STR_ARG(file->encoding), STR_ARG(file->encoding));
    }
    return true;
}
