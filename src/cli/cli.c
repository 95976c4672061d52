/* SPDX-License-Identifier: MIT */
#include "cli_internal.h"

#include "base/buffer.h"
#include "base/version.h"

#include <getopt.h>
#include <string.h>
#include <sysexits.h>

/* A line for each command of a table, in columns. */
static void list_commands(struct buffer *out, cli_table *at)
{
    int name_width = 8;
    const struct cli_entry *command;
    for (size_t i = 0; (command = at(i)); i++) {
        int width = (int)strlen(command->name);
        name_width = width > name_width ? width : name_width;
    }
    for (size_t i = 0; (command = at(i)); i++) {
        buffer_print(out, "  %-*s %-23s %s\n", name_width, command->name,
                     command->arguments, command->summary);
    }
}

static str usage(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("Usage: ytterby COMMAND [OPTION...] ARGUMENT...\n\n"
                       "From trade statistics to a briefing: CSV in, PDF out.\n\n"
                       "Commands:\n"));
    list_commands(&out, cli_command_at);
    buffer_add(&out, S("\n`ytterby COMMAND --help` says more about each; "
                       "`ytterby --version`.\n"));
    return buffer_text(&out);
}

/* Of a command that consists of others. */
static str usage_of_parts(struct arena *arena, const struct cli_entry *command)
{
    struct buffer out = {.arena = arena};
    buffer_print(&out, "Usage: ytterby %s %s\n\n%s\nCommands:\n", command->name,
                 command->arguments, command->help);
    list_commands(&out, cli_command_parts(command));
    buffer_print(&out, "\n`ytterby %s COMMAND --help` says more about each.\n",
                 command->name);
    return buffer_text(&out);
}

static str command_help(struct arena *arena, const struct cli_entry *command)
{
    struct buffer out = {.arena = arena};
    buffer_print(&out, "Usage: ytterby %s [OPTION...] %s\n\n%s\nOptions:\n", command->name,
                 command->arguments, command->help);
    for (size_t i = 0; i < OPTIONS_MAX && command->options[i]; i++) {
        const struct cli_option *option = cli_option_of(command->options[i]);
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
        const struct cli_option *option = cli_option_of(command->options[i]);
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
        if (!cli_take_option(arena, key, str_from(optarg), input, error)) {
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

static bool asks_for_help(str word)
{
    return str_equal(word, S("--help")) || str_equal(word, S("-h")) ||
           str_equal(word, S("help"));
}

/* What a table of commands has no command for. */
static bool refuse(struct arena *arena, cli_table *table, str name, struct error *error)
{
    struct str_list names = {0};
    const struct cli_entry *command;
    for (size_t i = 0; (command = table(i)); i++) {
        *arena_push(arena, &names) = str_from(command->name);
    }
    error_set(error, ERROR_USAGE, "\"%.*s\" is not a command", STR_ARG(name));
    return error_suggest(error, name, names.at, names.count);
}

/* Of a first argument that is no command: help, the version, or an error. */
static bool answer(struct arena *arena, str name, struct error *error)
{
    if (asks_for_help(name)) {
        return cli_print(usage(arena), error);
    }
    if (str_equal(name, S("--version"))) {
        return cli_print(S("ytterby " YTTERBY_VERSION "\n"), error);
    }
    return refuse(arena, cli_command_at, name, error);
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

/* `ytterby archive list ...`: the second word says which of its commands. */
static int run_part(const struct cli_entry *command, int argc, char **argv)
{
    struct arena arena = {0};
    struct error error = {0};
    str word = str_from(argc > 1 ? argv[1] : "");
    str name = str_print(&arena, "%s %.*s", command->name, STR_ARG(word));
    const struct cli_entry *part = cli_command_named(cli_command_parts(command), name);
    if (!word.length) {
        str text = usage_of_parts(&arena, command);
        fwrite(text.at, 1, text.length, stderr);
        arena_finish(&arena);
        return EX_USAGE;
    }
    bool is_done = part || (asks_for_help(word)
                                ? cli_print(usage_of_parts(&arena, command), &error)
                                : refuse(&arena, cli_command_parts(command), name, &error));
    if (!is_done) {
        error_print(stderr, &error);
    }
    int status = error_exit_status(&error);
    arena_finish(&arena);
    return part ? run_command(part, argc - 1, argv + 1) : status;
}

int cli_main(int argc, char **argv)
{
    const struct cli_entry *command =
        cli_command_named(cli_command_at, str_from(argc > 1 ? argv[1] : ""));
    if (!command) {
        return run_without_command(argc, argv);
    }
    return !command->run ? run_part(command, argc - 1, argv + 1)
                         : run_command(command, argc - 1, argv + 1);
}
