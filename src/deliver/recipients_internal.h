/* SPDX-License-Identifier: MIT */
/* What the readers of lists of recipients share. */
#ifndef DELIVER_RECIPIENTS_INTERNAL_H
#define DELIVER_RECIPIENTS_INTERNAL_H

#include "deliver/recipients.h"

enum recipient_key {
    KEY_ADDRESS,
    KEY_NAME,
    KEY_LANGUAGE,
    KEY_FORMAT,
    KEY_GROUPS,
    KEY_BRIEFINGS,
    KEY_PARAMETER, /* any other */
};

/* Which column a heading names; the case of the known ones does not matter. */
enum recipient_key recipient_key(str heading);

/* One cell, or one key of a map with its value. */
struct recipient_cell {
    str heading;
    str text; /* lists of names with semicolons between */
};

/*
 * The recipient of a row, in copies. If it cannot be mailed: the index of the cell that is
 * to blame, with what is wrong with it in `message`; else `count`.
 */
size_t recipient_from_cells(struct arena *arena, const struct recipient_cell *cells,
                            size_t count, struct recipient *recipient, str *message);

/* Adds a row that was refused. */
void recipients_refuse(struct arena *arena, struct recipients *recipients,
                       struct place place, str address, str message);

/* A heading, where it first stands. */
void recipients_add_parameter(struct arena *arena, struct recipients *recipients, str name,
                              struct place place);

/* The two kinds of files. */
NODISCARD bool recipients_read_csv(struct arena *arena, struct source *bytes,
                                   struct recipients *recipients, struct error *error);
NODISCARD bool recipients_read_yaml(struct arena *arena, const struct source *source,
                                    struct recipients *recipients, struct error *error);

#endif
