/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "base/buffer.h"
#include "table/query_rows.h"

static const char schema[] = "product: dimension\n"
                             "partner: {role: dimension, aggregates: [World]}\n"
                             "period: period\ntonnes: measure\nreleased: released\n";

static const char figures[] = "product,partner,period,tonnes,released\n"
                              "A,World,2025-09,30,2025-10-20\n"
                              "A,Japan,2025-09,10,2025-10-20\n"
                              "B,Japan,2025-09,5,2025-10-20\n"
                              "A,Japan,2025-09,11,2025-11-20\n"
                              "A,Chile,2025-09,20,2025-10-20\n"
                              "A,Japan,2025-10,12,\n"
                              "A,Japan,2025-10,13,2025-11-20\n";

/* "5 10, 6- 11": lines and figures of a cell's rows, "-" behind those superseded. */
static str rows_of(void **state, const char *where, struct date day,
                   struct query_cell *cells, size_t count)
{
    struct arena *arena = *state;
    struct error error = {0};
    struct query query;
    const struct table *table = loading_table(state, schema, figures);
    const struct node *node = loading_node(arena, where, &error);
    assert_true(query_read(arena, node->at[0], &query, &error));
    if (!query_rows(arena, &query, table, day, cells, count, &error)) {
        return str_print(arena, "%s | %s", error.message, error.hint);
    }
    struct buffer out = {.arena = arena};
    const struct column *tonnes = table_column(table, S("tonnes"));
    for (size_t i = 0; i < count; i++) {
        buffer_add(&out, i ? S("; ") : S(""));
        for (size_t k = 0; k < cells[i].count; k++) {
            size_t row = cells[i].at[k].row;
            str number = decimal_print(arena, column_number(tonnes, row));
            buffer_print(&out, "%s%u%s %.*s", k ? ", " : "", table->origins[row].line,
                         cells[i].at[k].is_superseded ? "-" : "", STR_ARG(number));
        }
    }
    return buffer_text(&out);
}

#define JAPAN "q: {from: t, where: {partner: Japan}}"
#define SEPTEMBER \
    { \
        2025 * 12 + 8, 1 \
    }
#define OCTOBER \
    { \
        2025 * 12 + 9, 1 \
    }

static void test_a_sum_has_all_rows_that_were_added_up(void **state)
{
    struct query_cell cells[] = {{.period = SEPTEMBER}, {.period = OCTOBER}};
    assert_str(rows_of(state, JAPAN, (struct date){0}, cells, COUNT_OF(cells)),
               "3- 10, 4 5, 5 11; 7- 12, 8 13");
}

static void test_vintages_of_later_days_are_not_there(void **state)
{
    struct query_cell cells[] = {{.period = SEPTEMBER}, {.period = OCTOBER}};
    struct date day = {2025, 11, 19};
    assert_str(rows_of(state, JAPAN, day, cells, COUNT_OF(cells)), "3 10, 4 5; 7 12");
}

static void test_groups_are_told_apart_and_aggregates_left_out(void **state)
{
    struct query_cell cells[] = {
        {.group = S("Japan"), .period = SEPTEMBER},
        {.group = S("Chile"), .period = SEPTEMBER},
        {.group = S("World"), .period = SEPTEMBER},
        {.group = S("Peru"), .period = SEPTEMBER},
    };
    assert_str(rows_of(state, "q: {from: t, by: partner}", (struct date){0}, cells,
                       COUNT_OF(cells)),
               "3- 10, 4 5, 5 11; 6 20; ; ");
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        cells[i] = (struct query_cell){.group = cells[i].group, .period = SEPTEMBER};
    }
    assert_str(rows_of(state, "q: {from: t, by: partner, total: World}", (struct date){0},
                       cells, COUNT_OF(cells)),
               "3- 10, 4 5, 5 11; 6 20; 2 30; ");
}

static void test_a_cell_that_is_not_there_has_no_rows(void **state)
{
    struct query_cell cells[] = {{.period = {2024 * 12, 1}}};
    assert_str(rows_of(state, JAPAN, (struct date){0}, cells, 1), "");
    assert_str(rows_of(state, JAPAN, (struct date){0}, cells, 0), "");
}

static void test_what_is_wrong_with_a_query_is_wrong_here(void **state)
{
    struct query_cell cells[] = {{.period = SEPTEMBER}};
    assert_str(
        rows_of(state, "q: {from: t, where: {partner: Japn}}", (struct date){0}, cells, 1),
        "the column \"partner\" has no \"Japn\" | did you mean \"Japan\"?");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_sum_has_all_rows_that_were_added_up),
        unit_case(test_vintages_of_later_days_are_not_there),
        unit_case(test_groups_are_told_apart_and_aggregates_left_out),
        unit_case(test_a_cell_that_is_not_there_has_no_rows),
        unit_case(test_what_is_wrong_with_a_query_is_wrong_here),
    };
    return unit_run(tests);
}
