/* SPDX-License-Identifier: MIT */
#include "figures.h"

/* A cell of a query result: what stands in its row of the file. */
struct row {
    const char *partner, *period, *tonnes, *mom, *yoy, *status;
};

enum { BY, PERIOD, MEASURE, MOM, YOY, STATUS, COLUMN_COUNT };

static void set_number(struct column *column, size_t row, const char *text)
{
    struct decimal number = {0};
    bool is_suppressed = str_equal(str_from(text), S("c"));
    bool is_value = *text && !is_suppressed;
    assert_true(!is_value || decimal_parse(str_from(text), &number));
    column->states[row] = is_suppressed ? CELL_SUPPRESSED
                          : is_value    ? CELL_VALUE
                                        : CELL_MISSING;
    column->cell_places[row] = (uint8_t)number.places;
    assert_true(decimal_widen(&number, column->places));
    column->units[row] = number.units;
}

static struct table *table_of(struct arena *arena, const struct row *rows, size_t count)
{
    static const struct column layout[COLUMN_COUNT] = {
        [BY] = {.name = {"partner", 7}, .type = COLUMN_TEXT, .role = ROLE_DIMENSION},
        [PERIOD] = {.name = {"period", 6}, .type = COLUMN_PERIOD, .role = ROLE_PERIOD},
        [MEASURE] = {.name = {"tonnes", 6},
                     .type = COLUMN_NUMBER,
                     .role = ROLE_MEASURE,
                     .unit = {"t", 1},
                     .places = 3},
        [MOM] = {.name = {"mom", 3},
                 .type = COLUMN_NUMBER,
                 .role = ROLE_RATE,
                 .rate = RATE_PREVIOUS,
                 .places = 2},
        [YOY] = {.name = {"yoy", 3},
                 .type = COLUMN_NUMBER,
                 .role = ROLE_RATE,
                 .rate = RATE_YEAR_AGO,
                 .places = 2},
        [STATUS] = {.name = {"status", 6}, .type = COLUMN_TEXT, .role = ROLE_STATUS},
    };
    static const str files[] = {{"trade.csv", 9}};
    struct table *table = arena_new(arena, struct table);
    *table = (struct table){.files = files, .file_count = 1, .row_count = count};
    table->column_count = COLUMN_COUNT;
    table->columns = arena_array(arena, struct column, COLUMN_COUNT);
    table->origins = arena_array(arena, struct origin, count);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        table->columns[i] = layout[i];
        column_reserve(arena, &table->columns[i], count);
    }
    for (size_t row = 0; row < count; row++) {
        struct column *at = table->columns;
        at[BY].codes[row] = words_add(arena, &at[BY].words, str_from(rows[row].partner));
        at[PERIOD].periods[row] = period_of(rows[row].period);
        set_number(&at[MEASURE], row, rows[row].tonnes);
        set_number(&at[MOM], row, rows[row].mom);
        set_number(&at[YOY], row, rows[row].yoy);
        at[STATUS].codes[row] =
            words_add(arena, &at[STATUS].words, str_from(rows[row].status));
        table->origins[row] = (struct origin){.line = (uint32_t)row + 2};
    }
    return table;
}

/* Without the column of the partners. */
static struct table *total_table(struct arena *arena, const struct row *rows, size_t count)
{
    struct table *table = table_of(arena, rows, count);
    table->columns++;
    table->column_count--;
    return table;
}

static const struct row world[] = {
    {"World", "2025-08", "6145.623", "10.19", "15.4", "A"},
    {"World", "2025-09", "5774", "-6.1", "", "P"},
    {"World", "2025-10", "", "", "", "A"},
    {"World", "2025-11", "c", "", "", ""},
    {"World", "2025-12", "0", "", "", "E"},
};

static void test_rows_become_observations_with_what_the_file_says(void **state)
{
    struct query query = {.name = S("total")};
    const struct series *series =
        series_from_table(*state, &query, total_table(*state, world, COUNT_OF(world)));
    assert_str(series->name, "total");
    assert_str(series->unit, "t");
    assert_false(series->is_rate);
    assert_int_equal(series->count, 5);
    assert_at(*state, series, "2025-08", 3, "2025-08 6145.623 A");
    assert_at(*state, series, "2025-09", 0, "2025-09 5774 P");
    assert_at(*state, series, "2025-10", 0, "2025-10 missing A");
    assert_at(*state, series, "2025-11", 0, "2025-11 suppressed A");
    assert_at(*state, series, "2025-12", 0, "2025-12 0 E");
    assert_int_equal(series_at(series, period_of("2025-08")).places, 3);
    assert_int_equal(series_at(series, period_of("2025-09")).places, 0);
    struct place place = series_at(series, period_of("2025-09")).place;
    assert_str(place.file, "trade.csv");
    assert_int_equal(place.line, 3);
}

static void test_published_rates_stand_beside_the_series(void **state)
{
    struct query query = {.name = S("total")};
    struct table *table = total_table(*state, world, COUNT_OF(world));
    const struct series *series = series_from_table(*state, &query, table);
    const struct series *monthly = series->rates[RATE_PREVIOUS];
    assert_str(monthly->unit, "%");
    assert_true(monthly->is_rate);
    assert_int_equal(monthly->count, 2);
    assert_at(*state, monthly, "2025-08", 2, "2025-08 10.19 A");
    assert_at(*state, monthly, "2025-09", 1, "2025-09 -6.1 P");
    assert_int_equal(series_at(monthly, period_of("2025-08")).places, 2);
    assert_int_equal(series_at(monthly, period_of("2025-08")).place.line, 2);
    assert_int_equal(series->rates[RATE_YEAR_AGO]->count, 1);

    table->row_count = 0;
    series = series_from_table(*state, &query, table);
    assert_int_equal(series->count, 0);
    assert_null(series->rates[RATE_PREVIOUS]);
    assert_null(series->rates[RATE_YEAR_AGO]);
}

static void test_a_measure_in_per_cent_is_a_rate(void **state)
{
    struct query query = {.name = S("share")};
    struct table *table = total_table(*state, world, COUNT_OF(world));
    table->columns[MEASURE - 1].unit = S("%");
    assert_true(series_from_table(*state, &query, table)->is_rate);
}

static const struct row partners[] = {
    {"Germany", "2025-09", "1288", "", "27.9", "A"},
    {"Germany", "2025-10", "1118", "", "55.9", "A"},
    {"World", "2025-09", "5774", "-6.1", "17.5", "A"},
    {"World", "2025-10", "5473", "-5.2", "15.8", "A"},
    {"Japan", "2025-10", "226.1", "-0.9", "30.2", "A"},
};

static const struct query by_partner = {
    .name = {"partners", 8},
    .by = {"partner", 7},
    .total = {"World", 5},
    .top = 2,
    .rest = {"Other destinations", 18},
};

static void test_each_word_of_by_is_a_series_and_the_total_is_cut_out(void **state)
{
    const struct series_group *group = series_group_from_table(
        *state, &by_partner, table_of(*state, partners, COUNT_OF(partners)), NULL);
    assert_str(group->name, "partners");
    assert_int_equal(group->top, 2);
    assert_str(group->rest, "Other destinations");
    assert_int_equal(group->count, 2);
    assert_str(group->at[0].name, "Germany");
    assert_int_equal(group->at[0].count, 2);
    assert_at(*state, group->at[0].rates[RATE_YEAR_AGO], "2025-10", 1, "2025-10 55.9 A");
    assert_null(group->at[0].rates[RATE_PREVIOUS]);
    assert_str(group->at[0].member, "Germany");
    assert_str(group->at[0].measure, "tonnes");
    assert_str(group->at[0].query->name, "partners");
    assert_str(group->total->member, "World");
    assert_str(group->at[1].name, "Japan");
    assert_at(*state, &group->at[1], "2025-10", 1, "2025-10 226.1 A");
    assert_str(group->total->name, "World");
    assert_int_equal(group->total->count, 2);
    assert_at(*state, group->total, "2025-10", 0, "2025-10 5473 A");
}

static void test_a_total_without_rows_is_an_empty_series(void **state)
{
    const struct series_group *group =
        series_group_from_table(*state, &by_partner, table_of(*state, partners, 2), NULL);
    assert_str(group->total->name, "World");
    assert_str(group->total->unit, "t");
    assert_int_equal(group->total->count, 0);
    assert_int_equal(group->count, 1);
}

static void test_a_group_of_a_query_without_total_has_none(void **state)
{
    struct query query = by_partner;
    query.total = S("");
    const struct series_group *group = series_group_from_table(
        *state, &query, table_of(*state, partners, COUNT_OF(partners)), NULL);
    assert_null(group->total);
    assert_int_equal(group->count, 3);
    assert_str(group->at[1].name, "World");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_rows_become_observations_with_what_the_file_says),
        unit_case(test_published_rates_stand_beside_the_series),
        unit_case(test_a_measure_in_per_cent_is_a_rate),
        unit_case(test_each_word_of_by_is_a_series_and_the_total_is_cut_out),
        unit_case(test_a_total_without_rows_is_an_empty_series),
        unit_case(test_a_group_of_a_query_without_total_has_none),
    };
    return unit_run(tests);
}
