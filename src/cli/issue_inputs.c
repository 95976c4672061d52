/* SPDX-License-Identifier: MIT */
#include "issue_inputs.h"

#include "archive/disk.h"
#include "base/shared.h"
#include "scene/theme.h"

struct collector {
    struct arena *arena;
    struct issue_inputs *inputs;
    str shared; /* folder of what comes with the program */
};

static bool is_below(str path, str folder)
{
    return folder.length && str_starts(path, folder) && path.length > folder.length &&
           path.at[folder.length] == '/';
}

/* A file once, whatever it is for. It is kept under the name by which it was found, which a
 * link may have led from. */
static void add(struct collector *collector, const char *role, str path)
{
    str place = path_absolute(collector->arena, path);
    for (size_t i = 0; i < collector->inputs->count; i++) {
        if (str_equal(collector->inputs->at[i].place, place)) {
            return;
        }
    }
    *arena_push(collector->arena, collector->inputs) =
        (struct issue_input){.role = str_from(role), .found = path, .place = place};
}

static void add_shared(struct collector *collector, const char *role, str path)
{
    size_t before = collector->inputs->count;
    add(collector, role, path);
    if (collector->inputs->count > before) {
        collector->inputs->at[before].is_shared = true;
    }
}

/* What a YAML text that was not written in the briefing itself came from. */
static void add_node(struct collector *collector, const char *role, const struct node *node)
{
    if (node) {
        add(collector, role, node->source->path);
    }
}

static void add_source(struct collector *collector, const struct load_source *source)
{
    for (size_t i = 0; i < source->files.count; i++) {
        str file = source->files.at[i];
        add(collector, "data", file);
        const str packages[] = {S("datapackage.json"), S("../datapackage.json")};
        for (size_t j = 0; j < COUNT_OF(packages); j++) {
            str package = path_join(collector->arena, path_folder(file), packages[j]);
            if (file_exists(package)) {
                add(collector, "package", package);
            }
        }
    }
    if (str_ends(source->profile, S(".yaml")) || str_ends(source->profile, S(".yml"))) {
        add(collector, "profile", source->profile);
    }
}

/* All files of a folder of what comes with the program. */
static bool add_folder(struct collector *collector, const char *role, str pattern,
                       struct error *error)
{
    struct path_list files = {0};
    pattern = path_join(collector->arena, collector->shared, pattern);
    if (!file_match(collector->arena, pattern, &files, error)) {
        return false;
    }
    for (size_t i = 0; i < files.count; i++) {
        add_shared(collector, role, files.at[i]);
    }
    return true;
}

/* One that comes with the program, or the user's own. */
static void add_theme(struct collector *collector, str path)
{
    if (is_below(file_absolute(collector->arena, path), collector->shared)) {
        add_shared(collector, "theme", path);
    } else {
        add(collector, "theme", path);
    }
}

static void add_letterhead(struct collector *collector,
                           const struct briefing_letterhead *letterhead)
{
    const str sheets[] = {letterhead->first, letterhead->following};
    for (size_t i = 0; i < COUNT_OF(sheets); i++) {
        if (sheets[i].length) {
            add(collector, "letterhead", sheets[i]);
        }
    }
}

/* What the charts read while they were drawn. */
static void add_chart(struct collector *collector, const struct chart *chart)
{
    const struct specification *specification = chart->specification;
    const struct source_memory *memory =
        specification ? specification->environment.memory : NULL;
    for (size_t i = 0; memory && i < memory->files.count; i++) {
        add(collector, "data", memory->files.at[i]);
    }
}

static void add_blocks(struct collector *collector, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->image) {
            add(collector, "image", block->image->path);
        }
        if (block->chart) {
            add_chart(collector, block->chart);
        }
        add_blocks(collector, &block->children);
    }
}

/* Whether a file of a font folder is a font, by its name. */
static bool is_font(str path)
{
    static const str endings[] = {S(".ttf"), S(".otf"), S(".ttc"), S(".otc")};
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (str_ends(path, endings[i])) {
            return true;
        }
    }
    return false;
}

/* Fonts of the user's own: those that a system has installed are known by their hashes. */
static bool add_fonts(struct collector *collector, const str *folders, size_t count,
                      struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        struct disk_entries entries = {0};
        str place = path_absolute(collector->arena, folders[i]);
        if (is_below(place, S("/usr")) || !file_exists(folders[i])) {
            continue;
        }
        if (!disk_list(collector->arena, folders[i], &entries, error)) {
            return false;
        }
        for (size_t j = 0; j < entries.count; j++) {
            str path = path_join(collector->arena, folders[i], entries.at[j].path);
            if (entries.at[j].kind != DISK_FOLDER && is_font(path)) {
                add(collector, "font", path);
            }
        }
    }
    return true;
}

/* The innermost folder that all files of the user are below. */
static str common_folder(const struct collector *collector)
{
    const struct issue_inputs *inputs = collector->inputs;
    str folder = path_folder(inputs->at[0].place);
    for (size_t i = 1; i < inputs->count; i++) {
        const struct issue_input *input = &inputs->at[i];
        while (!input->is_shared && !is_below(input->place, folder) && folder.length > 1) {
            folder = path_folder(folder);
        }
    }
    return folder;
}

static void name_inputs(struct collector *collector)
{
    str folder = common_folder(collector);
    for (size_t i = 0; i < collector->inputs->count; i++) {
        struct issue_input *input = &collector->inputs->at[i];
        str root = input->is_shared ? collector->shared : folder;
        size_t length = root.length > 1 ? root.length + 1 : root.length;
        input->path =
            str_print(collector->arena, "%s/%.*s", input->is_shared ? "share" : "files",
                      STR_ARG(str_after(input->place, length)));
        if (!input->is_shared && str_starts(input->found, S("/"))) {
            collector->inputs->root = folder;
        }
    }
}

bool issue_inputs(struct arena *arena, const struct pipeline_issue *issue,
                  struct issue_inputs *inputs, struct error *error)
{
    const struct briefing *briefing = issue->briefing;
    str theme = shared_path(arena, S("themes/house.yaml"));
    struct collector collector = {
        .arena = arena,
        .inputs = inputs,
        .shared = path_folder(path_folder(path_absolute(arena, theme))),
    };
    add(&collector, "briefing", briefing->source.path);
    add_node(&collector, "texts", briefing->texts);
    add_node(&collector, "texts", briefing->names);
    if (briefing->events.length) {
        add(&collector, "events", briefing->events);
    }
    for (size_t i = 0; i < briefing->source_count; i++) {
        add_source(&collector, &briefing->sources[i].load);
    }
    const struct theme *set = issue->theme;
    add_theme(&collector, issue->theme->path);
    add_letterhead(&collector, &briefing->letterhead);
    add_blocks(&collector, &issue->document->blocks);
    /* any of the profiles may have been found to fit; a look may extend another one */
    if (!add_folder(&collector, "profile", S("profiles/*.yaml"), error) ||
        !add_folder(&collector, "look", S("looks/*.yaml"), error) ||
        !add_fonts(&collector, set->folders, set->folder_count, error) ||
        !add_fonts(&collector, set->fallback_folders, set->fallback_folder_count, error)) {
        return false;
    }
    name_inputs(&collector);
    return true;
}
