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

/* Above zero. */
static bool take_number(str text, const char *what, double *number, struct error *error)
{
    struct decimal decimal;
    *number =
        decimal_parse(text, &decimal) ? ratio_to_double(ratio_from_decimal(decimal)) : 0;
    return *number > 0 ||
           error_set(error, ERROR_USAGE, "\"%.*s\" is not a %s", STR_ARG(text), what);
}

static bool take_size(str text, struct chart_options *chart, struct error *error)
{
    str height;
    str width = str_cut(text, 'x', &height);
    return (take_number(width, "width", &chart->width, error) &&
            take_number(height, "height", &chart->height, error)) ||
           error_hint(error, "a size is in points, as 246x130");
}

static bool take_chart_option(int key, str text, struct chart_options *chart,
                              struct error *error)
{
    switch (key) {
    case OPTION_LOOK:
        chart->look = text;
        return true;
    case OPTION_SCALE:
        return take_number(text, "scale", &chart->scale, error);
    case OPTION_SIZE:
        return take_size(text, chart, error);
    case OPTION_DATA_FOLDER:
        return take_path(text, &chart->data_folder, error);
    default:
        return chart->wants_schema = true;
    }
}

static bool take_archive_option(int key, str text, struct archive_options *archive,
                                struct error *error)
{
    switch (key) {
    case OPTION_AS_OF_EDITION:
        archive->edition = text;
        return true;
    case OPTION_URL:
        archive->url = text;
        return true;
    case OPTION_TITLE:
        archive->title = text;
        return true;
    case OPTION_SIGN:
        return take_path(text, &archive->sign_with, error);
    case OPTION_SIGNED_BY:
        return take_path(text, &archive->signed_by, error);
    case OPTION_REMOVE:
        return archive->is_removing = true;
    default:
        return take_path(text, &archive->folder, error);
    }
}

static bool take_output_option(int key, str text, struct cli_input *input,
                               struct error *error)
{
    switch (key) {
    case OPTION_DRAFT:
        return input->output.is_draft = true;
    case OPTION_ENCRYPT:
        return input->is_encrypted = true;
    case OPTION_PASSWORD_FILE:
        input->password_file = text;
        return true;
    case OPTION_FORMAT:
        input->format = text;
        return text.length || error_set(error, ERROR_USAGE, "the list of formats is empty");
    case OPTION_OUTPUT:
        input->folder = text;
        return text.length ||
               error_set(error, ERROR_USAGE, "the output folder has no name");
    default:
        input->has_timings = true;
        return true;
    }
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
    case OPTION_PARAMETER:
        return take_parameter(arena, &input->briefing, text, error);
    case OPTION_DRAFT:
    case OPTION_ENCRYPT:
    case OPTION_PASSWORD_FILE:
    case OPTION_FORMAT:
    case OPTION_OUTPUT:
    case OPTION_TIMINGS:
        return take_output_option(key, text, input, error);
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
    case OPTION_URL:
    case OPTION_TITLE:
    case OPTION_SIGN:
    case OPTION_SIGNED_BY:
    case OPTION_REMOVE:
    case OPTION_ARCHIVE:
        return take_archive_option(key, text, &input->archive, error);
    case OPTION_DECIMAL:
    case OPTION_ASSUME:
    case OPTION_PROFILE:
    case OPTION_ENCODING:
    case OPTION_AGAINST:
    case OPTION_BRIEFING:
    case OPTION_ON_OVERLAP:
        return take_inspect_option(arena, key, text, &input->inspect, error);
    case OPTION_LOOK:
    case OPTION_SCALE:
    case OPTION_SIZE:
    case OPTION_DATA_FOLDER:
    case OPTION_SCHEMA:
        return take_chart_option(key, text, &input->chart, error);
    default:
        return take_send_option(arena, key, text, &input->send, error);
    }
}
