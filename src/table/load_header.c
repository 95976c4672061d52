/* SPDX-License-Identifier: MIT */
#include "load_internal.h"

/* 46.4 or 27534 is no name; 1960 can be one. */
static bool is_data(str name)
{
    struct decimal number;
    return decimal_parse(name, &number) && (number.places || name.length != 4);
}

static bool refuse(const struct loader *loader, size_t field, const char *message,
                   struct error *error)
{
    return error_at(error, ERROR_DATA,
                    loader_place(loader, loader_input(loader)->header->line, field), "%s",
                    message);
}

static bool check_names(const struct loader *loader, const struct reader_row *header,
                        struct error *error)
{
    size_t width = dialect_width(header);
    for (size_t field = 0; field < width; field++) {
        if (is_data(header->fields[field])) {
            refuse(loader, field, "the header is missing: this is a number, not a name",
                   error);
            return error_hint(error, "the first row must name the columns");
        }
    }
    for (size_t field = 0; field < width; field++) {
        if (!str_trim(header->fields[field]).length) {
            return refuse(loader, field, "a column of the header has no name", error);
        }
    }
    return true;
}

static bool check_distinct(const struct loader *loader, const struct reader_row *header,
                           struct error *error)
{
    struct words names = {0};
    for (size_t field = 0; field < dialect_width(header); field++) {
        uint32_t first = words_add(loader->arena, &names, header->fields[field]);
        if (first < field) {
            return error_at(error, ERROR_DATA, loader_place(loader, header->line, field),
                            "the column \"%.*s\" is here twice: it is also column %zu",
                            STR_ARG(header->fields[field]), (size_t)first + 1);
        }
    }
    return true;
}

bool load_check_header(const struct loader *loader, struct error *error)
{
    const struct reader_row *header = loader_input(loader)->header;
    return check_names(loader, header, error) && check_distinct(loader, header, error);
}
