/* SPDX-License-Identifier: MIT */
/* The tables of commands and options, and what an option's text says. */
#ifndef CLI_INTERNAL_H
#define CLI_INTERNAL_H

#include "cli/cli.h"

enum option_key {
    OPTION_PERIOD = 256,
    OPTION_AS_OF,
    OPTION_LANG,
    OPTION_PAPER,
    OPTION_THEME,
    OPTION_FORMAT,
    OPTION_DRAFT,
    OPTION_ENCRYPT,
    OPTION_PASSWORD_FILE,
    OPTION_TIMINGS,
    OPTION_JSON,
    OPTION_PROFILE,
    OPTION_ENCODING,
    OPTION_DECIMAL,
    OPTION_ASSUME,
    OPTION_AGAINST,
    OPTION_BRIEFING,
    OPTION_ON_OVERLAP,
    OPTION_DATA,
    OPTION_ALL,
    OPTION_SEND,
    OPTION_PREVIEW,
    OPTION_STATUS,
    OPTION_TO,
    OPTION_GROUP,
    OPTION_LIMIT,
    OPTION_EDITION,
    OPTION_RETRY_FAILED,
    OPTION_RESEND_UNKNOWN,
    OPTION_RESEND,
    OPTION_WAIT,
    OPTION_STATE,
    OPTION_ARCHIVE,
    OPTION_NO_CHECKS,
    OPTION_REMOVE,
    OPTION_SIGN,
    OPTION_SIGNED_BY,
    OPTION_NAME,
    OPTION_URL,
    OPTION_TITLE,
    OPTION_AS_OF_EDITION,
    OPTION_LOOK,
    OPTION_SCALE,
    OPTION_SIZE,
    OPTION_DATA_FOLDER,
    OPTION_SCHEMA,
    OPTION_PARAMETER = 'p',
    OPTION_OUTPUT = 'o',
    OPTION_HELP = 'h',
};

struct cli_option {
    enum option_key key;
    const char *name, *argument, *help;
};

enum { OPTIONS_MAX = 20 }; /* of a command */

struct cli_entry;

/* A table of commands: by number, in the order of the help; NULL behind the last. */
typedef const struct cli_entry *cli_table(size_t index);

struct cli_entry {
    const char *name, *arguments, *summary, *help;
    cli_command *run; /* NULL: it consists of others */
    size_t arguments_least, arguments_most;
    enum option_key options[OPTIONS_MAX]; /* 0 ends them */
};

cli_table cli_command_at;
cli_table cli_archive_at; /* those of `archive` */

/* The commands that a command without a function consists of. */
cli_table *cli_command_parts(const struct cli_entry *command);

/* NULL if the table has none of that name. */
const struct cli_entry *cli_command_named(cli_table *table, str name);

const struct cli_option *cli_option_of(enum option_key key);

/* `text` is empty for an option without an argument. */
NODISCARD bool cli_take_option(struct arena *arena, int key, str text,
                               struct cli_input *input, struct error *error);

#endif
