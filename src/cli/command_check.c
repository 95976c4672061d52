/* SPDX-License-Identifier: MIT */
/* Checks a briefing without writing it, or judges the claims of a file. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "document/claims.h"

/* --- claims ----------------------------------------------------------------------------
 */

/* The name decides: any YAML is a claims file, anything else a briefing. */
static bool is_claims_file(str path)
{
    static const str endings[] = {S(".yaml"), S(".yml"), S(".json")};
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (str_ends(path, endings[i])) {
            return true;
        }
    }
    return false;
}

static bool check_claims(const struct cli_run *run, const struct cli_input *input)
{
    struct claims_options options = {
        .data = input->check.data,
        .data_count = input->check.data_count,
        .briefing = input->inspect.briefing,
        .load = input->briefing,
    };
    const struct claims_file *file =
        claims_file_read(run->arena, input->arguments[0], &options, run->error);
    const struct judgement *judgements =
        file ? claims_file_judge(run->arena, file, &options, run->warnings, run->error)
             : NULL;
    if (!judgements) {
        return false;
    }
    str text = input->is_json ? claims_json(run->arena, &file->claims, judgements)
                              : claims_print(run->arena, &file->claims, judgements);
    return cli_print(text, run->error) &&
           claims_hold(&file->claims, judgements, run->error);
}

/* --- briefings -------------------------------------------------------------------------
 */

static bool refuse_options(const struct cli_run *run, const struct cli_input *input)
{
    const char *option = input->check.data_count          ? "--data"
                         : input->inspect.briefing.length ? "--briefing"
                         : input->is_json                 ? "--json"
                                                          : NULL;
    if (!option) {
        return true;
    }
    error_set(run->error, ERROR_USAGE, "%s is for claims files, and %.*s is a briefing",
              option, STR_ARG(input->arguments[0]));
    return error_hint(run->error, "the name of a claims file ends in .yaml, .yml or .json");
}

/* Each with its place, so that none is merged with another. */
static void warn_of_unbound(struct warnings *warnings,
                            const struct unbound_numbers *numbers)
{
    for (size_t i = 0; i < numbers->count; i++) {
        const struct unbound_number *number = &numbers->at[i];
        str message = str_print(
            warnings->arena, "%.*s is bound to nothing: {{ lit: %.*s }} if that is meant",
            STR_ARG(number->text), STR_ARG(number->text));
        *arena_push(warnings->arena, warnings) =
            (struct warning){.place = number->place, .message = message, .count = 1};
    }
}

static bool check_briefing(const struct cli_run *run, const struct cli_input *input)
{
    struct pipeline_result result = {0};
    struct briefing_options options = input->briefing;
    options.finds_unbound = true;
    if (!refuse_options(run, input) ||
        !pipeline_run(run->arena, input->arguments[0], &options, NULL, &result,
                      run->warnings, run->error)) {
        return false;
    }
    warn_of_unbound(run->warnings, &result.unbound);
    return cli_print(str_print(run->arena, "%.*s: good, %zu page%s, %zu warning%s\n",
                               STR_ARG(input->arguments[0]), result.page_count,
                               result.page_count == 1 ? "" : "s", run->warnings->count,
                               run->warnings->count == 1 ? "" : "s"),
                     run->error);
}

bool command_check(const struct cli_run *run, const struct cli_input *input)
{
    return is_claims_file(input->arguments[0]) ? check_claims(run, input)
                                               : check_briefing(run, input);
}
