/* SPDX-License-Identifier: MIT */
/* The commands of `archive`. */
#include "cli_internal.h"

static const struct cli_entry commands[] = {
    {
        "archive add",
        "BRIEFING.md",
        "builds an issue and keeps it as an edition",
        "Builds the issue as `build` does, and keeps it with everything that it was made "
        "from:\n"
        "data files as they were read, texts, theme, query results, findings, the trace, "
        "and\n"
        "the hashes of the program, its libraries and fonts. The same issue again is no "
        "new\n"
        "edition. Prints the edition's name and its seal: whoever has the latest seal can "
        "prove\n"
        "every edition before it.\n",
        command_archive_add,
        1,
        1,
        {OPTION_ARCHIVE, OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PAPER,
         OPTION_THEME, OPTION_PARAMETER, OPTION_NAME, OPTION_NO_CHECKS, OPTION_SIGN,
         OPTION_JSON, OPTION_HELP},
    },
    {
        "archive list",
        "[BRIEFING]",
        "lists the editions",
        "Each edition with the day it was archived, the size of what it keeps, and its "
        "seal.\n",
        command_archive_list,
        0,
        1,
        {OPTION_ARCHIVE, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive show",
        "EDITION",
        "says what an edition is and keeps",
        "EDITION is BRIEFING/PERIOD/NUMBER; without a number, the period's last; a "
        "BRIEFING\n"
        "alone, its latest.\n",
        command_archive_show,
        1,
        1,
        {OPTION_ARCHIVE, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive verify",
        "[EDITION|BRIEFING]",
        "proves that nothing has changed",
        "Reads every byte: of one edition, of a briefing's editions and their chain, or of "
        "the\n"
        "whole archive. Names what is damaged, missing or does not belong there; then the "
        "exit\n"
        "status is 1. Prints the heads of the chains.\n",
        command_archive_verify,
        0,
        1,
        {OPTION_ARCHIVE, OPTION_SIGNED_BY, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive extract",
        "EDITION [PATH...]",
        "copies files out of an edition",
        "PATH is a file or folder as `archive show` lists it; without one, all. Inputs "
        "that are\n"
        "kept packed are unpacked. Existing files are replaced only by complete ones.\n",
        command_archive_extract,
        1,
        SIZE_MAX,
        {OPTION_ARCHIVE, OPTION_OUTPUT, OPTION_HELP},
    },
    {
        "archive export",
        "EDITION FILE",
        "writes an edition as one file",
        "FILE ends in .zip, .tar, .tar.gz or .tgz. Unpacked it is the edition's bag, which "
        "any\n"
        "BagIt reader or sha256sum -c checks. The same edition gives the same bytes.\n",
        command_archive_export,
        2,
        2,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive rebuild",
        "EDITION",
        "builds an edition again from itself, and compares",
        "The edition's inputs are unpacked to a temporary folder and built as then. The "
        "result is\n"
        "the same bytes, or it is said which library, font or program is another one now\n"
        "and which pages look different; then the exit status is 1.\n",
        command_archive_rebuild,
        1,
        1,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive diff",
        "EDITION [LATER]",
        "says what has been revised since an edition",
        "Builds the edition again on the data of a later one (without LATER, the "
        "briefing's latest)\n"
        "and says which figures are others, which printed numbers change with them, and\n"
        "which sentences no longer hold.\n",
        command_archive_diff,
        1,
        2,
        {OPTION_ARCHIVE, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive compare",
        "EARLIER LATER",
        "puts an issue beside an earlier one",
        "The figures of the queries, each at its issue's period, with their changes, and "
        "what could be\n"
        "said then and now: as Markdown, as JSON, or with -o FOLDER as a PDF.\n",
        command_archive_compare,
        2,
        2,
        {OPTION_ARCHIVE, OPTION_OUTPUT, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive vintages",
        "BRIEFING QUERY [COLUMN]",
        "prints the figures of a query in all editions",
        "CSV: a row for each period (and member), a column for each edition with the "
        "figure as it\n"
        "was known then.\n",
        command_archive_vintages,
        2,
        3,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive site",
        "",
        "writes the archive as web pages",
        "Pages of all briefings and editions into FOLDER, with charts, findings, what was "
        "revised\n"
        "since, files with their hashes, a feed, and a search that needs no server. Pages "
        "that\n"
        "have not changed are not written again.\n",
        command_archive_site,
        0,
        0,
        {OPTION_ARCHIVE, OPTION_OUTPUT, OPTION_URL, OPTION_TITLE, OPTION_HELP},
    },
    {
        "archive find",
        "HASH|PATH",
        "says which editions have a file",
        "HASH is the beginning of a SHA-256, PATH the end of a path. Asks the index.\n",
        command_archive_find,
        1,
        1,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive reindex",
        "",
        "makes the index anew",
        "index.sqlite of the archive is derived from the editions; it may be deleted at "
        "any time.\n"
        "Once it is there, `archive add` keeps it up to date.\n",
        command_archive_reindex,
        0,
        0,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive gc",
        "[EDITION...]",
        "removes what need not be kept any longer",
        "Editions whose retention has ended (`retention: 10 years` in archive.yaml of the\n"
        "archive; without it they are kept for ever) and that no hold keeps, and files "
        "that no\n"
        "edition has. Of a removed edition the manifests stay: the chain can still be\n"
        "proved. Without --remove it is only said what would go.\n",
        command_archive_gc,
        0,
        SIZE_MAX,
        {OPTION_ARCHIVE, OPTION_REMOVE, OPTION_JSON, OPTION_HELP},
    },
    {
        "archive hold",
        "EDITION|BRIEFING REASON",
        "keeps editions whatever their retention",
        "A legal hold on an edition, the editions of BRIEFING/PERIOD, or all of a "
        "briefing.\n",
        command_archive_hold,
        2,
        2,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
    {
        "archive release",
        "EDITION|BRIEFING",
        "lifts a hold",
        "Lifts the holds of exactly that name.\n",
        command_archive_release,
        1,
        1,
        {OPTION_ARCHIVE, OPTION_HELP},
    },
};

const struct cli_entry *cli_archive_at(size_t index)
{
    return index < COUNT_OF(commands) ? &commands[index] : NULL;
}
