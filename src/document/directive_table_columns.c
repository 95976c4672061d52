/* SPDX-License-Identifier: MIT */
/* A column of a table: its values by row, what they are, and how they are printed. */
#include "directive_table_internal.h"

/* --- values --------------------------------------------------------------------------- */

/* Sums stand for no member: a property that only members have is blank in their rows. */
static bool is_sum(const struct table_source *row)
{
    return row->is_total || row->is_rest || row->is_group || row->is_subtotal;
}

static bool read_value(struct table_reader *reader, struct table_column_reader *column,
                       size_t row)
{
    const struct table_source *source = &reader->rows.at[row];
    struct error unknown = {0};
    if (source->value.kind != VALUE_SERIES) {
        column->is_blank[row] = true;
        return true;
    }
    table_rows_enter(reader, row);
    if (expression_scalar_evaluate(reader->arena, &column->value, &reader->scope,
                                   &column->values[row], &unknown)) {
        return true;
    }
    column->is_blank[row] =
        is_sum(source) && source->value.group == NULL && unknown.kind == ERROR_CONFIG;
    if (!column->is_blank[row]) {
        *reader->error = unknown;
    }
    return column->is_blank[row];
}

/* Whether a row of a member shows that the expression is right as such. */
static bool has_member_value(const struct table_reader *reader,
                             const struct table_column_reader *column)
{
    for (size_t i = 0; i < reader->rows.count; i++) {
        if (!column->is_blank[i]) {
            return true;
        }
    }
    return false;
}

static bool read_values(struct table_reader *reader, struct table_column_reader *column)
{
    const struct node *node = node_find(column->node, S("value"));
    size_t count = reader->rows.count;
    if (!node) {
        return node_error(column->node, reader->error, "a column needs a value");
    }
    if (!expression_scalar_parse(reader->arena, node, &column->value, reader->error)) {
        return false;
    }
    column->values = arena_array(&column->scratch, struct value, count);
    column->is_blank = arena_array(&column->scratch, bool, count);
    for (size_t i = 0; i < count; i++) {
        if (!read_value(reader, column, i)) {
            return false;
        }
    }
    struct value value;
    return !count || has_member_value(reader, column) ||
           expression_scalar_evaluate(reader->arena, &column->value, &reader->scope, &value,
                                      reader->error);
}

/* The first value that is there tells what the column holds. */
static const struct value *first_value(const struct table_reader *reader,
                                       const struct table_column_reader *column)
{
    for (size_t i = 0; i < reader->rows.count; i++) {
        if (!column->is_blank[i] && column->values[i].kind != VALUE_NONE) {
            return &column->values[i];
        }
    }
    return NULL;
}

/* --- kinds ---------------------------------------------------------------------------- */

static enum field_kind kind_of(const struct value *value)
{
    if (!value || value->kind == VALUE_NUMBER) {
        return FIELD_FIGURE;
    }
    if (value->kind == VALUE_SERIES) {
        return value->base == RATE_NONE ? FIELD_FIGURE : FIELD_CHANGE;
    }
    return FIELD_TEXT;
}

static bool read_kind(const struct table_reader *reader, struct table_column_reader *column)
{
    static const str names[] = {S("text"), S("figure"), S("change"), S("spark")};
    const struct node *node = node_find(column->node, S("kind"));
    size_t choice;
    if (!node) {
        column->column->kind = kind_of(first_value(reader, column));
        return true;
    }
    if (!node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    column->column->kind = (enum field_kind)choice;
    return true;
}

static bool is_numeric(const struct table_column_reader *column)
{
    enum field_kind kind = column->column->kind;
    return kind == FIELD_FIGURE || kind == FIELD_CHANGE;
}

/* The unit and the sign that the values themselves suggest. */
static void guess_style(const struct table_reader *reader,
                        struct table_column_reader *column)
{
    const struct value *first = first_value(reader, column);
    if (!first || !is_numeric(column)) {
        return;
    }
    str unit = first->kind == VALUE_SERIES ? first->series->unit : first->unit;
    column->column->unit = unit;
    column->format.has_plus = column->column->kind == FIELD_CHANGE;
}

/* --- scales --------------------------------------------------------------------------- */

/* The largest number of the column, without its sign. */
static struct ratio largest(const struct table_reader *reader,
                            const struct table_column_reader *column)
{
    struct ratio most = ratio_from(0);
    for (size_t i = 0; i < reader->rows.count; i++) {
        struct value number =
            value_number(reader->arena, &column->values[i], reader->rows.at[i].issue);
        if (number.kind == VALUE_NUMBER && ratio_is_valid(number.number)) {
            struct ratio size = ratio_absolute(number.number);
            most = ratio_compare(size, most) > 0 ? size : most;
        }
    }
    return most;
}

/* The language's word for a divisor, or the number itself: "m", "1,000". */
static str scale_word(const struct table_reader *reader, int64_t divisor)
{
    const struct language *language = table_language(reader);
    enum { ENOUGH = 10 }; /* a language tells large numbers in a scale from there on */
    struct ratio in_scale = ratio_from(divisor * ENOUGH);
    struct language_scale scale = language_scale_for(language, in_scale);
    return scale.divisor == divisor && scale.word
               ? str_from(scale.word)
               : language_number(reader->arena, language, ratio_from(divisor),
                                 (struct number_style){0});
}

/* `scale: thousand`, `scale: auto`: one for all of the column, told once with its unit. */
static bool read_scale(const struct table_reader *reader,
                       struct table_column_reader *column)
{
    static const str names[] = {S("one"), S("thousand"), S("million"), S("billion"),
                                S("auto")};
    static const int64_t divisors[] = {1, 1000, 1000000, 1000000000};
    const struct node *node = node_find(column->node, S("scale"));
    size_t choice;
    column->divisor = 1;
    if (!node) {
        return true;
    }
    if (!is_numeric(column)) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                        "only a column of numbers has a scale");
    }
    if (!node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    column->divisor =
        choice < COUNT_OF(divisors)
            ? divisors[choice]
            : language_scale_for(table_language(reader), largest(reader, column)).divisor;
    return true;
}

/* "m t", "1,000 t": the unit as the head of the column has it, unless the author says it.
 */
static bool read_unit(const struct table_reader *reader, struct table_column_reader *column)
{
    struct table_column *out = column->column;
    bool is_said = node_find(column->node, S("unit")) != NULL;
    if (!directive_text(reader->input, column->node, S("unit"), &out->unit,
                        reader->error)) {
        return false;
    }
    out->unit = language_unit(table_language(reader), out->unit);
    if (column->divisor > 1 && !is_said) {
        str word = scale_word(reader, column->divisor);
        out->unit = str_print(reader->arena, "%.*s%s%.*s", STR_ARG(word),
                              out->unit.length ? "\u00a0" : "", STR_ARG(out->unit));
    }
    return true;
}

/* --- the column ----------------------------------------------------------------------- */

static bool read_style(struct table_reader *reader, struct table_column_reader *column)
{
    const struct directive_input *input = reader->input;
    const struct node *node = column->node;
    const struct node *format = node_find(node, S("format"));
    const struct node *last = node_find(node, S("last"));
    struct table_column *out = column->column;
    guess_style(reader, column);
    if (last && out->kind != FIELD_SPARK) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(last),
                        "only a column of kind spark has a length");
    }
    return directive_text(input, node, S("title"), &out->head, reader->error) &&
           directive_text(input, node, S("spanner"), &out->spanner, reader->error) &&
           (!format || figure_format_read(format, &column->format, reader->error)) &&
           read_scale(reader, column) &&
           (out->kind != FIELD_SPARK || directive_window(input, last, DIRECTIVE_MONTHS,
                                                         &column->window, reader->error));
}

bool table_column_read_note(struct table_reader *reader, const struct node *node,
                            struct table_column *column)
{
    str note = {0};
    if (!directive_text(reader->input, node, S("note"), &note, reader->error)) {
        return false;
    }
    column->mark = table_note_mark(reader, note);
    return true;
}

bool table_column_read(struct table_reader *reader, struct table_column_reader *column)
{
    static const str keys[] = {S("title"), S("spanner"), S("value"), S("format"),
                               S("kind"),  S("unit"),    S("last"),  S("scale"),
                               S("note"),  S("heat"),    S("when")};
    if (!node_knows(column->node, keys, COUNT_OF(keys), reader->error) ||
        !read_values(reader, column) || !read_kind(reader, column) ||
        !read_style(reader, column)) {
        return false;
    }
    return read_unit(reader, column) &&
           table_rules_read(reader, column->node, &column->rules);
}
