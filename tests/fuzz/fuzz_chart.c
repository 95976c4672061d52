/* SPDX-License-Identifier: MIT */
/* Any bytes as the specification of a chart, in YAML and in JSON. For libFuzzer. */
#include "grammar/look.h"
#include "grammar/view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_view(struct arena *arena, const struct source *source,
                      const struct node *look)
{
    struct warnings warnings = {.arena = arena};
    const struct environment environment = {.folder = S("."), .warnings = &warnings};
    struct error error = {0};
    const struct node *node = node_load_any(arena, source, &error);
    const struct specification *specification =
        node ? view_read(arena, node, &environment, look, &error) : NULL;
    if (!specification && !error.kind) {
        __builtin_trap(); /* a failure without an error */
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct error error = {0};
    str text = str_copy(&arena, (str){(const char *)data, size});
    const struct source yaml = {.path = S("fuzz.yaml"), .text = text};
    const struct source json = {.path = S("fuzz.json"), .text = text};
    read_view(&arena, &yaml, NULL);
    read_view(&arena, &json, look_load(&arena, S("templates/looks/vega.yaml"), &error));
    arena_finish(&arena);
    return 0;
}
