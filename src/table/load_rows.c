/* SPDX-License-Identifier: MIT */
#include "table/numeral.h"

#include "load_internal.h"

static const str blank_reason = S("nothing but separators");
static const str footnote_reason = S("footnote");

/* --- rows that are not in the table -------------------------------------------------- */

static size_t filled(const struct reader_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        count += str_trim(row->fields[i]).length > 0;
    }
    return count;
}

/* Two files that were put together, or pages of one. */
static bool is_header_again(const struct load_input *input, const struct reader_row *row)
{
    if (row->count < input->plan.width) {
        return false;
    }
    for (size_t i = 0; i < input->plan.width; i++) {
        if (!str_equal(row->fields[i], input->header->fields[i])) {
            return false;
        }
    }
    return true;
}

/* A text alone in the first field, below the rows and a blank line. */
static bool is_footnote(const struct loader *loader, const struct reader_row *row,
                        size_t filled_count)
{
    enum { TABLE_WIDTH = 3 }; /* in a narrower one it could be a row */
    return filled_count == 1 && str_trim(row->fields[0]).length &&
           loader_input(loader)->plan.width >= TABLE_WIDTH &&
           loader_file(loader)->rows_read > 0 &&
           (row->is_after_blank || loader->is_after_blank_row || loader->footnote_line);
}

/* Words like ($/bbl) below the header: no period, and no number either. */
static bool is_unit_line(const struct loader *loader, const struct reader_row *row)
{
    const struct load_input *input = loader_input(loader);
    size_t period = input->plan.period_field;
    if (!input->profile || loader_file(loader)->rows_read || period >= row->count ||
        str_trim(row->fields[period]).length) {
        return false;
    }
    for (size_t i = 0; i < row->count; i++) {
        struct decimal number;
        char mark;
        if (numeral_parse(row->fields[i], '.', &number, &mark)) {
            return false;
        }
    }
    return true;
}

static const struct plan_rule *broken_rule(const struct plan *plan,
                                           const struct reader_row *row)
{
    for (size_t i = 0; i < plan->rules.count; i++) {
        const struct plan_rule *rule = &plan->rules.at[i];
        str cell =
            rule->field < row->count ? numeral_unwrap(row->fields[rule->field]) : S("");
        bool is_listed = false;
        for (size_t k = 0; k < rule->said->words.count; k++) {
            is_listed |= str_equal(rule->said->words.at[k], cell);
        }
        if (is_listed != rule->said->is_keep) {
            return rule;
        }
    }
    return NULL;
}

/* A row that starts as rows of data do is none of blank, footnote and line of units. */
static bool starts_as_data(const struct reader_row *row)
{
    return row->count > 1 && str_trim(row->fields[0]).length &&
           str_trim(row->fields[1]).length;
}

/* Why the row is left out, or empty. */
static str reason_against(const struct loader *loader, const struct reader_row *row)
{
    const struct load_input *input = loader_input(loader);
    if (!starts_as_data(row)) {
        size_t filled_count = filled(row);
        if (!filled_count && row->count > 1) {
            return blank_reason;
        }
        if (is_footnote(loader, row, filled_count)) {
            return footnote_reason;
        }
        if (is_unit_line(loader, row)) {
            return S("line of units");
        }
    }
    if (is_header_again(input, row)) {
        return S("the header again");
    }
    const struct plan_rule *rule = broken_rule(&input->plan, row);
    return rule ? rule->said->reason : S("");
}

static void leave_out(struct loader *loader, const struct reader_row *row, str reason)
{
    loader->is_after_blank_row = str_equal(reason, blank_reason);
    if (str_equal(reason, footnote_reason) && !loader->footnote_line) {
        loader->footnote_line = row->line;
    }
    loader_exclude(loader, loader->file, reason, row->line);
}

static const char *separator_name(char separator)
{
    return separator == ','   ? "comma"
           : separator == ';' ? "semicolon"
           : separator == '|' ? "bar"
                              : "tab";
}

static bool refuse_ragged(const struct loader *loader, const struct reader_row *row,
                          struct error *error)
{
    size_t expected = loader_input(loader)->plan.width;
    const char *separator = separator_name(loader_input(loader)->separator);
    bool is_long = row->count > expected;
    error_at(error, ERROR_DATA, loader_place(loader, row->line, is_long ? expected : 0),
             "this row has %zu field%s, the header has %zu", row->count,
             row->count == 1 ? "" : "s", expected);
    return is_long
               ? error_hint(error, "text that has a %s in it must be in quotes", separator)
               : error_hint(error, "an empty cell still needs its %s", separator);
}

/* As wide as the header, or with one empty field more: a separator at its end. */
static bool check_width(struct loader *loader, const struct reader_row *row,
                        struct error *error)
{
    size_t expected = loader_input(loader)->plan.width;
    bool is_trailing = row->count == expected + 1 && !row->fields[expected].length;
    loader->files[loader->file].is_row_trailing |= is_trailing;
    if (row->count != expected && !is_trailing) {
        return refuse_ragged(loader, row, error);
    }
    if (loader->footnote_line) {
        error_at(error, ERROR_DATA, loader_place(loader, row->line, 0),
                 "a row of data stands below the text in line %zu", loader->footnote_line);
        return error_hint(error, "rows of one field end a table");
    }
    return true;
}

/* --- rows of the table ---------------------------------------------------------------- */

static bool take_data(struct loader *loader, const struct reader_row *row,
                      struct error *error)
{
    const struct plan *plan = &loader_input(loader)->plan;
    struct load_file *file = loader_file(loader);
    str reason = reason_against(loader, row);
    if (reason.length) {
        leave_out(loader, row, reason);
        return true;
    }
    loader->is_after_blank_row = false;
    if (!check_width(loader, row, error)) {
        return false;
    }
    file->rows_read++;
    for (size_t i = 0; i < plan->slices.count; i++) {
        if (!load_cells(loader, row, &plan->slices.at[i], error)) {
            return false;
        }
    }
    return true;
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct loader *loader = context;
    if (loader->is_below_header) {
        return take_data(loader, row, error);
    }
    loader->is_below_header = row->line == loader_input(loader)->header->line;
    return true;
}

bool load_rows(struct loader *loader, struct error *error)
{
    const struct load_input *input = loader_input(loader);
    struct load_file *file = loader_file(loader);
    struct reader_facts facts = {0};
    loader->is_below_header = false;
    loader->is_after_blank_row = false;
    loader->footnote_line = 0;
    if (!reader_run(loader->arena, &input->text, input->separator, take_row, loader, &facts,
                    error)) {
        return false;
    }
    file->lines = facts.lines;
    file->has_crlf = facts.has_crlf;
    file->has_lf = facts.has_lf && !file->has_cr;
    return file->rows_read ||
           error_at(error, ERROR_DATA, (struct place){.file = file->path},
                    "the file has no rows below the header");
}
