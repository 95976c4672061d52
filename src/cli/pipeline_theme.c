/* SPDX-License-Identifier: MIT */
#include "pipeline_theme.h"

#include "base/file.h"
#include "base/shared.h"

static str file_of(struct arena *arena, str name)
{
    return shared_path(arena, str_print(arena, "themes/%.*s.yaml", STR_ARG(name)));
}

static bool refuse_name(struct arena *arena, str name, struct place place,
                        struct error *error)
{
    struct path_list files = {0};
    struct error ignored = {0};
    str pattern = path_join(arena, path_folder(file_of(arena, S("house"))), S("*.yaml"));
    if (!file_match(arena, pattern, &files, &ignored)) {
        files.count = 0;
    }
    for (size_t i = 0; i < files.count; i++) {
        str file = path_name(files.at[i]);
        files.at[i] = str_slice(file, 0, file.length - S(".yaml").length);
    }
    error_at(error, place.file.length ? ERROR_CONFIG : ERROR_USAGE, place,
             "no theme is called \"%.*s\"", STR_ARG(name));
    return error_suggest(error, name, files.at, files.count);
}

/* The path of the theme, or empty and an error. */
static str find_theme(struct arena *arena, str choice, struct place place,
                      struct error *error)
{
    bool is_name =
        str_find(choice, '/') == choice.length && str_find(choice, '.') == choice.length;
    str path = is_name ? file_of(arena, choice) : choice;
    if (is_name && !file_exists(path)) {
        (void)refuse_name(arena, choice, place, error);
        return (str){0};
    }
    if (!is_name && place.file.length && !file_exists(path)) {
        (void)error_at(error, ERROR_NO_INPUT, place, "there is no theme \"%.*s\"",
                       STR_ARG(path));
        return (str){0};
    }
    return path;
}

static str choose_path(struct arena *arena, const struct briefing *briefing,
                       const struct briefing_options *options, struct error *error)
{
    if (options->theme.length) {
        return find_theme(arena, options->theme, (struct place){0}, error);
    }
    return briefing && briefing->theme.length
               ? find_theme(arena, briefing->theme, briefing->theme_place, error)
               : file_of(arena, S("house"));
}

const struct theme *pipeline_theme(struct arena *arena, const struct briefing *briefing,
                                   const struct briefing_options *options,
                                   struct warnings *warnings, struct error *error)
{
    str paper = options->paper.length ? options->paper : briefing ? briefing->paper : S("");
    str path = choose_path(arena, briefing, options, error);
    struct source *source = arena_new(arena, struct source);
    struct theme *theme = arena_new(arena, struct theme);
    if (!path.length || !file_read(arena, path, source, error)) {
        return NULL;
    }
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    if (!node || !theme_read(arena, node, theme, error) ||
        (paper.length && !theme_set_paper(theme, paper, error))) {
        return NULL;
    }
    theme->path = path;
    theme_check(theme, warnings);
    return theme;
}
