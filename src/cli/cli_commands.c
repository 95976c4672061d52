/* SPDX-License-Identifier: MIT */
#include "cli_internal.h"

#include "scene/theme.h"

static const struct cli_option options[] = {
    {OPTION_PERIOD, "period", "PERIOD",
     "the issue: 2025-10; without it, as the briefing says"},
    {OPTION_AS_OF, "as-of", "DATE",
     "what was known that day: rows released later are left out"},
    {OPTION_LANG, "lang", "TAG",
     "the language of the issue: " LANGUAGE_TAGS "; without it, the briefing's"},
    {OPTION_PAPER, "paper", "NAME",
     "the paper: " THEME_PAPERS "; without it, as the briefing says"},
    {OPTION_THEME, "theme", "NAME",
     "the look: house, newspaper, office or a file; without it, as the briefing says"},
    {OPTION_PARAMETER, "parameter", "NAME=VALUE", "sets a parameter of the briefing"},
    {OPTION_FORMAT, "format", "LIST",
     "pdf (without it), html, or both; of a chart pdf, svg, png or json"},
    {OPTION_DRAFT, "draft", NULL, "a copy to be checked: DRAFT stands across each page"},
    {OPTION_ENCRYPT, "encrypt", NULL,
     "encrypts the PDF (AES-256), which is then no PDF/A; see --password-file"},
    {OPTION_PASSWORD_FILE, "password-file", "FILE",
     "who opens, and in a second line who may change; else YTTERBY_PASSWORD"},
    {OPTION_OUTPUT, "output", "FOLDER",
     "where it goes, of a chart also the file; without it, here"},
    {OPTION_TIMINGS, "timings", NULL, "prints the CPU time of each stage"},
    {OPTION_JSON, "json", NULL, "prints the report as JSON"},
    {OPTION_PROFILE, "profile", "NAME",
     "what kind of file it is; without it, found from the header"},
    {OPTION_ENCODING, "encoding", "NAME", "of the files; without it, found from the bytes"},
    {OPTION_DECIMAL, "decimal", "MARK",
     "of the numbers, . or ,; without it, found from the cells"},
    {OPTION_ASSUME, "assume", "COLUMN=TEXT",
     "what the files do not say, as flow=export; may be given again"},
    {OPTION_AGAINST, "against", "OLDER", "lists what was revised since that file"},
    {OPTION_BRIEFING, "briefing", "BRIEFING.md", "the briefing whose data they are"},
    {OPTION_ON_OVERLAP, "on-overlap", "RULE",
     "the same key in two files: error, or newest for the later file"},
    {OPTION_DATA, "data", "[NAME=]FILE",
     "in the place of the files of its data (NAME, if there are several)"},
    {OPTION_ALL, "all", NULL, "shows long lists whole"},
    {OPTION_SEND, "send", NULL, "sends; without it the plan is printed"},
    {OPTION_PREVIEW, "preview", "FOLDER",
     "writes .eml, .html and .txt of each message there"},
    {OPTION_STATUS, "status", NULL, "prints what the ledger knows, and does nothing"},
    {OPTION_TO, "to", "ADDRESS", "only this recipient; can be repeated"},
    {OPTION_GROUP, "group", "NAME", "only those of this group; can be repeated"},
    {OPTION_LIMIT, "limit", "COUNT", "sends so many messages at most"},
    {OPTION_EDITION, "edition", "NUMBER",
     "2 and up: a corrected issue, sent to all, whoever has another"},
    {OPTION_RETRY_FAILED, "retry-failed", NULL, "tries those that failed for good again"},
    {OPTION_RESEND_UNKNOWN, "resend-unknown", NULL,
     "sends again what may have arrived or not"},
    {OPTION_RESEND, "resend", NULL, "sends again what was sent; needs --to or --group"},
    {OPTION_WAIT, "wait", "MINUTES", "stays while the next try is due within that time"},
    {OPTION_STATE, "state", "FOLDER",
     "where the ledger is; without it ~/.local/state/ytterby"},
    {OPTION_NAME, "name", "NAME", "what the files are called, instead of as the briefing"},
    {OPTION_NO_CHECKS, "no-checks", NULL,
     "also where checks of the briefing fail: they only warn"},
    {OPTION_REMOVE, "remove", NULL, "does it; without it, it is only said"},
    {OPTION_AS_OF_EDITION, "as-of-edition", "EDITION",
     "on the data of an archived edition, as they were known then"},
    {OPTION_URL, "url", "ADDRESS", "where the site will be, for its feed"},
    {OPTION_TITLE, "title", "TEXT", "what the site is called; without it, Archive"},
    {OPTION_SIGN, "sign", "KEY", "signs the edition with this minisign key"},
    {OPTION_SIGNED_BY, "signed-by", "KEY", "wants each edition signed by this public key"},
    {OPTION_ARCHIVE, "archive", "FOLDER", "the archive; without it, the folder archive"},
    {OPTION_LOOK, "look", "NAME|FILE",
     "the config below the specification's own: house, vega, or a YAML file"},
    {OPTION_SCALE, "scale", "NUMBER", "pixels per point of a PNG; without it 2"},
    {OPTION_SIZE, "size", "WIDTHxHEIGHT",
     "in points, of a chart whose width or height is \"container\""},
    {OPTION_DATA_FOLDER, "data-folder", "FOLDER",
     "where data files are looked for; without it, from the specification on"},
    {OPTION_SCHEMA, "schema", NULL,
     "prints the JSON Schema of specifications, for editors"},
    {OPTION_HELP, "help", NULL, "prints this help"},
};

static const struct cli_entry commands[] = {
    {
        "build",
        "BRIEFING.md",
        "makes the PDF of an issue",
        "Loads the data that the briefing names, fills in its values, draws its charts "
        "and\n"
        "pages, and writes FOLDER/NAME-PERIOD.pdf. An existing file is replaced only by a\n"
        "complete one. The same input gives the same bytes. NAME-PERIOD.trace.json beside "
        "it,\n"
        "which is also in the PDF, says where each number comes from: see trace. The PDF "
        "has "
        "the\n"
        "data of each chart and table as CSV, and the briefing's text.\n",
        command_build,
        1,
        1,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PAPER, OPTION_THEME,
         OPTION_PARAMETER, OPTION_FORMAT, OPTION_DRAFT, OPTION_ENCRYPT,
         OPTION_PASSWORD_FILE, OPTION_OUTPUT, OPTION_NAME, OPTION_NO_CHECKS, OPTION_TIMINGS,
         OPTION_HELP},
    },
    {
        "chart",
        "SPEC...",
        "draws charts from specifications",
        "SPEC is a chart in Vega-Lite's language (version 5 or 6), as YAML or JSON; - is\n"
        "standard input. Its data stand in it, or in CSV, TSV and JSON files that it "
        "names,\n"
        "from its folder on; a web address is looked for below the folder, nothing is\n"
        "fetched. --output names a .pdf, .svg or .png, or a folder; without it the PDF is\n"
        "written here. What a still picture has no use for is ignored with a warning; "
        "what\n"
        "cannot be drawn is refused with its path and line.\n",
        command_chart,
        0,
        SIZE_MAX,
        {OPTION_OUTPUT, OPTION_FORMAT, OPTION_LOOK, OPTION_THEME, OPTION_LANG, OPTION_DATA,
         OPTION_DATA_FOLDER, OPTION_SCALE, OPTION_SIZE, OPTION_SCHEMA, OPTION_HELP},
    },
    {
        "check",
        "BRIEFING.md|CLAIMS.yaml",
        "checks a briefing, or what texts claim",
        "A briefing: does everything that build does, but writes nothing. Reports errors "
        "and\n"
        "warnings: data that cannot be read, expressions without a value, checks and "
        "claims\n"
        "of the briefing that fail, pages that do not fit; and numbers in the text that "
        "are\n"
        "bound to nothing ({{ lit: 17 }} is one that is meant to be).\n\n"
        "A file whose name ends in .yaml, .yml or .json has claims: what a text says, the\n"
        "figure, and what computes it. Each is computed from the data that the file "
        "names,\n"
        "or the options, and found true, false (with what is true instead), of the wrong\n"
        "series, or not decidable (with what is missing). The exit status is 1 if one is\n"
        "false or of the wrong series; where a claim says what is expected, if it "
        "differs.\n",
        command_check,
        1,
        1,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PARAMETER, OPTION_DATA,
         OPTION_BRIEFING, OPTION_JSON, OPTION_HELP},
    },
    {
        "query",
        "BRIEFING.md NAME",
        "prints the result of one query as CSV",
        "NAME is a query of the briefing's front matter. The result has one row for each\n"
        "period and group, as the charts and tables of the briefing see it.\n",
        command_query,
        2,
        2,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_AS_OF_EDITION, OPTION_ARCHIVE,
         OPTION_PARAMETER, OPTION_HELP},
    },
    {
        "findings",
        "BRIEFING.md",
        "lists what can be said of its queries",
        "Prints a sentence for each finding about the issue, with its score and the reason "
        "for\n"
        "it, and after those what is withheld and why: a hole in the window, the "
        "briefing's\n"
        "`findings: {drop:, limit:}`.\n",
        command_findings,
        1,
        1,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PARAMETER, OPTION_JSON,
         OPTION_HELP},
    },
    {
        "inspect",
        "FILE...",
        "reports what is in data files",
        "The files are read as one table. The report has their encoding, dialect and "
        "profile\n"
        "with the reasons, rows left out and why, months that are missing, totals against "
        "the\n"
        "sums of their parts, unit values far from the usual, shifts of level, and all\n"
        "warnings, each with its file and line. With --briefing the arguments are names "
        "of\n"
        "its sources, or none for all.\n",
        command_inspect,
        0,
        SIZE_MAX,
        {OPTION_PROFILE, OPTION_ENCODING, OPTION_DECIMAL, OPTION_ASSUME, OPTION_AGAINST,
         OPTION_ON_OVERLAP, OPTION_BRIEFING, OPTION_JSON, OPTION_HELP},
    },
    {
        "trace",
        "FILE [EXPRESSION|ID]",
        "says where a number comes from",
        "FILE is a briefing, a PDF that build has made, or the .trace.json beside it.\n"
        "Of a briefing, an expression such as total.yoy is traced: its formula, what it "
        "is\n"
        "computed from, down to the rows of the data files. ID is the page and the number "
        "of\n"
        "a printed value on it, as p2#7; p2 lists those of a page, and without one all "
        "are\n"
        "listed. A PDF has all that in itself; where its data files are found (from where\n"
        "--briefing is, or below this folder or that of the PDF, or above), they are "
        "compared\n"
        "with what they were.\n",
        command_trace,
        1,
        2,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PARAMETER, OPTION_BRIEFING,
         OPTION_ALL, OPTION_JSON, OPTION_HELP},
    },
    {
        "send",
        "BRIEFING.md",
        "mails an issue to its recipients, each once",
        "Without --send it prints who would get what, and nothing leaves. With it, each\n"
        "recipient of the briefing's `mail:` who does not have the issue gets it; a "
        "ledger\n"
        "remembers that through crashes and repeats. Run it again to send what is due: it\n"
        "ends with 0 when all is sent, 75 when some is due later, 1 when some has failed\n"
        "for good or nobody knows whether it arrived.\n",
        command_send,
        1,
        1,
        {OPTION_SEND, OPTION_PREVIEW, OPTION_STATUS, OPTION_PERIOD, OPTION_AS_OF,
         OPTION_PARAMETER, OPTION_TO, OPTION_GROUP, OPTION_LIMIT, OPTION_EDITION,
         OPTION_RETRY_FAILED, OPTION_RESEND_UNKNOWN, OPTION_RESEND, OPTION_WAIT,
         OPTION_STATE, OPTION_JSON, OPTION_HELP},
    },
    {
        "run",
        "BRIEFING.md",
        "does the monthly job, each step once",
        "Has the month arrived that the briefing's `calendar:` says is due? (75 if not.) "
        "Then checks, build\n"
        "to FOLDER, archive, and with --send mail. Run it again after a failure or a "
        "crash: what is\n"
        "done stays done, and the rest is done. Two at once are kept apart.\n",
        command_run,
        1,
        1,
        {OPTION_SEND, OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PAPER, OPTION_THEME,
         OPTION_PARAMETER, OPTION_OUTPUT, OPTION_ARCHIVE, OPTION_SIGN, OPTION_STATE,
         OPTION_WAIT, OPTION_JSON, OPTION_HELP},
    },
    {
        .name = "archive",
        .arguments = "COMMAND ...",
        .summary = "keeps issues, proves and compares them",
        .help = "Keeps editions of issues with all that they were made from, each in a "
                "folder of its "
                "own\nthat anybody can check (BagIt), chained to the one before it.\n",
    },
};

const struct cli_option *cli_option_of(enum option_key key)
{
    for (size_t i = 0; i < COUNT_OF(options); i++) {
        if (options[i].key == key) {
            return &options[i];
        }
    }
    return NULL;
}

const struct cli_entry *cli_command_at(size_t index)
{
    return index < COUNT_OF(commands) ? &commands[index] : NULL;
}

cli_table *cli_command_parts(const struct cli_entry *command)
{
    (void)command; /* there is one such command */
    return cli_archive_at;
}

const struct cli_entry *cli_command_named(cli_table *table, str name)
{
    const struct cli_entry *command;
    for (size_t i = 0; (command = table(i)); i++) {
        if (str_equal(name, str_from(command->name))) {
            return command;
        }
    }
    return NULL;
}
