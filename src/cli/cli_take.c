/* SPDX-License-Identifier: MIT */
/* Options to what they say. */
#include "cli_internal.h"

enum { COUNT_MAX = 1000000 };

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

static bool take_count(str text, size_t *count, struct error *error)
{
    return (str_to_size(text, count) && *count && *count <= COUNT_MAX) ||
           error_set(error, ERROR_USAGE, "\"%.*s\" is not a number from 1 to %d",
                     STR_ARG(text), COUNT_MAX);
}

static bool take_path(str text, str *path, struct error *error)
{
    *path = text;
    return text.length || error_set(error, ERROR_USAGE, "the path is empty");
}

static bool take_send_option(struct arena *arena, int key, str text,
                             struct send_options *send, struct error *error)
{
    switch (key) {
    case OPTION_SEND:
        return send->is_sending = true;
    case OPTION_STATUS:
        return send->wants_status = true;
    case OPTION_RETRY_FAILED:
        return send->retry_failed = true;
    case OPTION_RESEND_UNKNOWN:
        return send->resend_unknown = true;
    case OPTION_RESEND:
        return send->resend = true;
    case OPTION_PREVIEW:
        return take_path(text, &send->preview, error);
    case OPTION_STATE:
        return take_path(text, &send->state, error);
    case OPTION_TO:
        *arena_push(arena, &send->to) = text;
        return true;
    case OPTION_GROUP:
        *arena_push(arena, &send->groups) = text;
        return true;
    case OPTION_LIMIT:
        return take_count(text, &send->limit, error);
    case OPTION_EDITION:
        return take_count(text, &send->edition, error);
    default:
        return take_count(text, &send->wait_minutes, error);
    }
}

static bool take_formats(str text, struct output_options *output, struct error *error)
{
    static const str names[] = {S("pdf"), S("html")};
    for (str rest = text; rest.length;) {
        str name = str_trim(str_cut(rest, ',', &rest));
        if (str_equal(name, names[0])) {
            output->has_pdf = true;
        } else if (str_equal(name, names[1])) {
            output->has_html = true;
        } else {
            error_set(error, ERROR_USAGE, "\"%.*s\" is not a format", STR_ARG(name));
            return error_suggest(error, name, names, COUNT_OF(names));
        }
    }
    return output->has_pdf || output->has_html ||
           error_set(error, ERROR_USAGE, "the list of formats is empty");
}

bool cli_take_option(struct arena *arena, int key, str text, struct cli_input *input,
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
    case OPTION_PAPER:
        input->briefing.paper = text;
        return true;
    case OPTION_THEME:
        input->briefing.theme = text;
        return true;
    case OPTION_DRAFT:
        return input->output.is_draft = true;
    case OPTION_ENCRYPT:
        return input->is_encrypted = true;
    case OPTION_PASSWORD_FILE:
        input->password_file = text;
        return true;
    case OPTION_FORMAT:
        return take_formats(text, &input->output, error);
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
    case OPTION_JSON:
        return input->is_json = true;
    case OPTION_NAME:
        input->briefing.name = text;
        return (text.length && str_find(text, '/') == text.length) ||
               error_set(error, ERROR_USAGE, "\"%.*s\" is not the name of a file",
                         STR_ARG(text));
    case OPTION_NO_CHECKS:
        return input->briefing.ignores_checks = true;
    case OPTION_AS_OF_EDITION:
        input->archive.edition = text;
        return true;
    case OPTION_URL:
        input->archive.url = text;
        return true;
    case OPTION_TITLE:
        input->archive.title = text;
        return true;
    case OPTION_SIGN:
        return take_path(text, &input->archive.sign_with, error);
    case OPTION_SIGNED_BY:
        return take_path(text, &input->archive.signed_by, error);
    case OPTION_REMOVE:
        return input->archive.is_removing = true;
    case OPTION_ARCHIVE:
        return take_path(text, &input->archive.folder, error);
    case OPTION_DECIMAL:
    case OPTION_ASSUME:
    case OPTION_PROFILE:
    case OPTION_ENCODING:
    case OPTION_AGAINST:
    case OPTION_BRIEFING:
    case OPTION_ON_OVERLAP:
        return take_inspect_option(arena, key, text, &input->inspect, error);
    default:
        return take_send_option(arena, key, text, &input->send, error);
    }
}
