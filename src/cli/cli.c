/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/version.h"

#include <getopt.h>
#include <sysexits.h>

enum option_key {
    OPTION_PERIOD = 256,
    OPTION_AS_OF,
    OPTION_LANG,
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
    OPTION_PARAMETER = 'p',
    OPTION_OUTPUT = 'o',
    OPTION_HELP = 'h',
};

struct cli_option {
    enum option_key key;
    const char *name, *argument, *help;
};

static const struct cli_option options[] = {
    {OPTION_PERIOD, "period", "PERIOD",
     "the issue: 2025-10; without it, as the briefing says"},
    {OPTION_AS_OF, "as-of", "DATE",
     "what was known that day: rows released later are left out"},
    {OPTION_LANG, "lang", "TAG",
     "the language of the issue: " LANGUAGE_TAGS "; without it, the briefing's"},
    {OPTION_PARAMETER, "parameter", "NAME=VALUE", "sets a parameter of the briefing"},
    {OPTION_OUTPUT, "output", "FOLDER", "where the PDF goes; without it, here"},
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
    {OPTION_HELP, "help", NULL, "prints this help"},
};

enum { OPTIONS_MAX = 10 };

struct cli_entry {
    const char *name, *arguments, *summary, *help;
    cli_command *run;
    size_t arguments_least, arguments_most;
    enum option_key options[OPTIONS_MAX]; /* 0 ends them */
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
        "which is also in the PDF, says where each number comes from: see trace.\n",
        command_build,
        1,
        1,
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_LANG, OPTION_PARAMETER, OPTION_OUTPUT,
         OPTION_TIMINGS, OPTION_HELP},
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
        {OPTION_PERIOD, OPTION_AS_OF, OPTION_PARAMETER, OPTION_HELP},
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
};

static const struct cli_option *option_of(enum option_key key)
{
    for (size_t i = 0; i < COUNT_OF(options); i++) {
        if (options[i].key == key) {
            return &options[i];
        }
    }
    return NULL;
}

static str usage(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("Usage: ytterby COMMAND [OPTION...] ARGUMENT...\n\n"
                       "From trade statistics to a briefing: CSV in, PDF out.\n\n"
                       "Commands:\n"));
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        buffer_print(&out, "  %-8s %-23s %s\n", commands[i].name, commands[i].arguments,
                     commands[i].summary);
    }
    buffer_add(&out, S("\n`ytterby COMMAND --help` says more about each; "
                       "`ytterby --version`.\n"));
    return buffer_text(&out);
}

static str command_help(struct arena *arena, const struct cli_entry *command)
{
    struct buffer out = {.arena = arena};
    buffer_print(&out, "Usage: ytterby %s [OPTION...] %s\n\n%s\nOptions:\n", command->name,
                 command->arguments, command->help);
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i]; i++) {
        const struct cli_option *option = option_of(command->options[i]);
        char left[64];
        char letter[8] = "    ";
        if (option->key < 256) {
            snprintf(letter, sizeof letter, "-%c, ", (char)option->key);
        }
        snprintf(left, sizeof left, "%s--%s%s%s", letter, option->name,
                 option->argument ? "=" : "", option->argument ? option->argument : "");
        buffer_print(&out, "  %-28s %s\n", left, option->help);
    }
    return buffer_text(&out);
}

/* The options of one command in getopt's form. */
static void getopt_table(const struct cli_entry *command, struct option *longs,
                         char *shorts)
{
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i]; i++) {
        const struct cli_option *option = option_of(command->options[i]);
        *longs++ = (struct option){option->name,
                                   option->argument ? required_argument : no_argument, NULL,
                                   option->key};
        if (option->key < 256) {
            *shorts++ = (char)option->key;
            if (option->argument) {
                *shorts++ = ':';
            }
        }
    }
}

/* NAME=VALUE, as parameters and assumptions are. */
static bool expect_pair(str text, const char *what, const char *hint, struct error *error)
{
    size_t mark = str_find(text, '=');
    if (mark > 0 && mark < text.length) {
        return true;
    }
    error_set(error, ERROR_USAGE, "\"%.*s\" is not %s", STR_ARG(text), what);
    return error_hint(error, "%s", hint);
}

static bool take_parameter(struct arena *arena, struct briefing_options *briefing, str text,
                           struct error *error)
{
    if (!expect_pair(text, "a parameter", "parameters have the form NAME=VALUE", error)) {
        return false;
    }
    str *grown = arena_array(arena, str, briefing->parameter_count + 1);
    for (size_t i = 0; i < briefing->parameter_count; i++) {
        grown[i] = briefing->parameters[i];
    }
    grown[briefing->parameter_count++] = text;
    briefing->parameters = grown;
    return true;
}

static void take_data(struct arena *arena, struct check_options *check, str text)
{
    str *grown = arena_array(arena, str, check->data_count + 1);
    for (size_t i = 0; i < check->data_count; i++) {
        grown[i] = check->data[i];
    }
    grown[check->data_count++] = text;
    check->data = grown;
}

static bool take_language(str tag, struct briefing_options *briefing, struct error *error)
{
    briefing->language = language_find(tag);
    if (!briefing->language) {
        error_set(error, ERROR_USAGE, "no language is called \"%.*s\"", STR_ARG(tag));
        return error_hint(error, "known are: " LANGUAGE_TAGS);
    }
    return true;
}

static bool take_assumption(struct arena *arena, struct inspect_options *inspect, str text,
                            struct error *error)
{
    if (!expect_pair(text, "an assumption",
                     "assumptions have the form COLUMN=TEXT, as flow=export", error)) {
        return false;
    }
    size_t mark = str_find(text, '=');
    *arena_push(arena, &inspect->assumptions) = (struct load_assumption){
        .column = str_slice(text, 0, mark), .text = str_after(text, mark + 1)};
    return true;
}

static bool take_decimal(struct inspect_options *inspect, str text, struct error *error)
{
    inspect->decimal = text;
    return str_equal(text, S(".")) || str_equal(text, S(",")) ||
           error_set(error, ERROR_USAGE, "\"%.*s\" is no decimal mark: it is . or ,",
                     STR_ARG(text));
}

static bool take_inspect_option(struct arena *arena, int key, str text,
                                struct inspect_options *inspect, struct error *error)
{
    switch (key) {
    case OPTION_DECIMAL:
        return take_decimal(inspect, text, error);
    case OPTION_ASSUME:
        return take_assumption(arena, inspect, text, error);
    case OPTION_JSON:
        inspect->is_json = true;
        return true;
    case OPTION_PROFILE:
        inspect->profile = text;
        return true;
    case OPTION_ENCODING:
        inspect->encoding = text;
        return true;
    case OPTION_AGAINST:
        inspect->against = text;
        return true;
    case OPTION_BRIEFING:
        inspect->briefing = text;
        return true;
    default:
        return overlap_rule_parse(text, &inspect->on_overlap) ||
               error_set(error, ERROR_USAGE, "\"%.*s\" is not error or newest",
                         STR_ARG(text));
    }
}

static bool take_option(struct arena *arena, int key, str text, struct cli_input *input,
                        struct error *error)
{
    switch (key) {
    case OPTION_PERIOD:
        return (period_parse(text, &input->briefing.period) &&
                input->briefing.period.months == 1) ||
               error_set(error, ERROR_USAGE, "\"%.*s\" is not a month such as 2025-10",
                         STR_ARG(text));
    case OPTION_AS_OF:
        return date_parse(text, &input->briefing.as_of) ||
               error_set(error, ERROR_USAGE, "\"%.*s\" is not a date such as 2025-11-20",
                         STR_ARG(text));
    case OPTION_LANG:
        return take_language(text, &input->briefing, error);
    case OPTION_PARAMETER:
        return take_parameter(arena, &input->briefing, text, error);
    case OPTION_OUTPUT:
        input->folder = text;
        return text.length ||
               error_set(error, ERROR_USAGE, "the output folder has no name");
    case OPTION_TIMINGS:
        input->has_timings = true;
        return true;
    case OPTION_ALL:
        input->wants_all = true;
        return true;
    case OPTION_DATA:
        take_data(arena, &input->check, text);
        return true;
    default:
        return take_inspect_option(arena, key, text, &input->inspect, error);
    }
}

/* Up to --help, which makes all else unimportant. */
static bool parse(struct arena *arena, const struct cli_entry *command, int argc,
                  char **argv, struct cli_input *input, struct error *error)
{
    struct option longs[OPTIONS_MAX + 1] = {{0}};
    char shorts[2 * OPTIONS_MAX + 1] = "";
    getopt_table(command, longs, shorts);
    opterr = 0;
    optind = 1;
    for (int key; (key = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (key == OPTION_HELP) {
            input->wants_help = true;
            return true;
        }
        if (key == '?') {
            error_set(error, ERROR_USAGE,
                      "\"%s\" is not an option of %s, or lacks its value", argv[optind - 1],
                      command->name);
            return error_hint(error, "ytterby %s --help lists them", command->name);
        }
        if (!take_option(arena, key, str_from(optarg), input, error)) {
            return false;
        }
    }
    input->argument_count = (size_t)(argc - optind);
    input->arguments = arena_array(arena, str, input->argument_count + 1);
    for (size_t i = 0; i < input->argument_count; i++) {
        input->arguments[i] = str_from(argv[optind + (int)i]);
    }
    if (input->argument_count < command->arguments_least ||
        input->argument_count > command->arguments_most) {
        error_set(error, ERROR_USAGE, "%s wants %s, %zu arguments were given",
                  command->name, command->arguments, input->argument_count);
        return error_hint(error, "ytterby %s --help says more", command->name);
    }
    return true;
}

static int run_command(const struct cli_entry *command, int argc, char **argv)
{
    struct arena arena = {0};
    struct warnings warnings = {.arena = &arena};
    struct error error = {0};
    struct cli_run run = {&arena, &warnings, &error};
    struct cli_input input = {.folder = S(".")};
    bool is_done = parse(&arena, command, argc, argv, &input, &error) &&
                   (input.wants_help ? cli_print(command_help(&arena, command), &error)
                                     : command->run(&run, &input));
    if (!is_done && !error.kind) {
        error_set(&error, ERROR_SOFTWARE, "%s failed without saying why", command->name);
    }
    warnings_print(stderr, &warnings);
    if (error.kind) {
        error_print(stderr, &error);
    }
    arena_finish(&arena);
    return error_exit_status(&error);
}

/* Of a first argument that is no command: help, the version, or an error. */
static bool answer(struct arena *arena, str name, struct error *error)
{
    if (str_equal(name, S("--help")) || str_equal(name, S("-h")) ||
        str_equal(name, S("help"))) {
        return cli_print(usage(arena), error);
    }
    if (str_equal(name, S("--version"))) {
        return cli_print(S("ytterby " YTTERBY_VERSION "\n"), error);
    }
    str names[COUNT_OF(commands)];
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        names[i] = str_from(commands[i].name);
    }
    error_set(error, ERROR_USAGE, "\"%.*s\" is not a command", STR_ARG(name));
    return error_suggest(error, name, names, COUNT_OF(commands));
}

static int run_without_command(int argc, char **argv)
{
    struct arena arena = {0};
    struct error error = {0};
    int status = EX_USAGE;
    if (argc < 2) {
        str text = usage(&arena);
        fwrite(text.at, 1, text.length, stderr);
    } else {
        if (!answer(&arena, str_from(argv[1]), &error)) {
            error_print(stderr, &error);
        }
        status = error_exit_status(&error);
    }
    arena_finish(&arena);
    return status;
}

int cli_main(int argc, char **argv)
{
    str name = str_from(argc > 1 ? argv[1] : "");
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        if (str_equal(name, str_from(commands[i].name))) {
            return run_command(&commands[i], argc - 1, argv + 1);
        }
    }
    return run_without_command(argc, argv);
}
