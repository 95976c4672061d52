/* SPDX-License-Identifier: MIT */
/* What was noticed while the files were read: cut downloads, rows left out, warnings. */
#include "validate_internal.h"

/* The Chinese customs portal ends a download after that many rows without a word. */
enum { PORTAL_ROWS_MAX = 10000 };

static void check_cut(struct validation *validation, const struct load_file *file)
{
    if (file->rows_read != PORTAL_ROWS_MAX) {
        return;
    }
    struct notice *notice = validate_add(validation, NOTICE_CUT);
    if (notice) {
        notice->place = (struct place){.file = file->path, .line = file->lines};
        notice->count = file->rows_read;
    }
}

static void add_exclusions(struct validation *validation, const struct load_file *file)
{
    for (size_t i = 0; i < file->exclusions.count; i++) {
        const struct load_exclusion *exclusion = &file->exclusions.at[i];
        struct notice *notice = validate_add(validation, NOTICE_EXCLUDED);
        if (notice) {
            notice->place = (struct place){.file = file->path, .line = exclusion->line};
            notice->count = exclusion->count;
            notice->text = exclusion->reason;
        }
    }
}

static void add_overlap(struct validation *validation)
{
    const struct overlap *overlap = &validation->report->overlap;
    struct notice *notice =
        overlap->count ? validate_add(validation, NOTICE_OVERLAP) : NULL;
    if (notice) {
        notice->place = overlap->again;
        notice->other = overlap->first;
        notice->count = overlap->count;
        notice->changed = overlap->count - overlap->same_count;
    }
}

static void add_warnings(struct validation *validation)
{
    for (size_t i = 0; i < validation->warnings->count; i++) {
        const struct warning *warning = &validation->warnings->at[i];
        struct notice *notice = validate_add(validation, NOTICE_WARNING);
        if (notice) {
            notice->place = warning->place;
            notice->count = warning->count;
            notice->text = warning->message;
        }
    }
}

void validate_files(struct validation *validation)
{
    for (size_t i = 0; i < validation->report->count; i++) {
        check_cut(validation, &validation->report->at[i]);
        add_exclusions(validation, &validation->report->at[i]);
    }
    add_overlap(validation);
    add_warnings(validation);
}
