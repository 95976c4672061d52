/* SPDX-License-Identifier: MIT */
/*
 * Real files, where they are at hand. The counts and sums were made with
 * another program (Python's csv and decimal) from the same files.
 */
#include "sourcing.h"

struct real_file {
    const char *path, *yaml;
    const char *profile, *encoding;
    size_t rows_read, rows;
    const char *measure, *sum; /* over all rows */
    size_t missing; /* cells of the measure */
};

static str sum_of(struct arena *arena, const struct table *table,
                  const struct column *column)
{
    struct decimal sum = {0, column->places};
    for (size_t row = 0; row < table->row_count; row++) {
        sum.units += column->states[row] == CELL_VALUE ? column->units[row] : 0;
    }
    return decimal_print(arena, sum);
}

static size_t count_missing(const struct table *table, const struct column *column)
{
    size_t count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        count += column->states[row] == CELL_MISSING;
    }
    return count;
}

static void assert_real(void **state, const struct real_file *file)
{
    struct error error = {0};
    struct warnings warnings = {.arena = *state};
    struct load_report report = {0};
    struct load_source source = {.name = S("trade"),
                                 .profile_folder = S("templates/profiles")};
    str path = str_print(*state, "../shared/data/%s", file->path);
    if (!file_exists(path)) {
        print_message("%s is not at hand\n", path.at);
        skip();
    }
    *arena_push(*state, &source.files) = path;
    const struct node *node = loading_node(*state, file->yaml, &error);
    assert_true(load_source_read(*state, node, S("."), &source, &error));
    const struct table *table =
        table_load_source(*state, &source, &report, &warnings, &error);
    assert_string_equal(error.message, "");
    assert_str(report.at[0].profile, file->profile);
    assert_str(report.at[0].encoding, file->encoding);
    assert_int_equal(report.at[0].rows_read, file->rows_read);
    assert_int_equal(table->row_count, file->rows);
    const struct column *measure = table_column(table, str_from(file->measure));
    assert_non_null(measure);
    assert_str(sum_of(*state, table, measure), file->sum);
    assert_int_equal(count_missing(table, measure), file->missing);
}

static void assert_all(void **state, const struct real_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_real(state, &files[i]);
    }
}

static void test_downloads_of_chinese_customs(void **state)
{
    static const struct real_file files[] = {
        {"gacc-portal/chinese-full.gb18030.csv",
         "{assume: {flow: export, period: 2025-10}}", "gacc", "GB18030", 5, 5, "kg",
         "234322", 0},
        {"gacc-portal/chinese-full.gb18030.csv",
         "{assume: {flow: export, period: 2025-10}}", "gacc", "GB18030", 5, 5, "cny",
         "9157308", 0},
        {"gacc-portal/english-full.gb18030.csv", "{assume: {flow: export}}", "gacc",
         "GB18030", 5, 5, "kg", "94129", 0},
        {"gacc-portal/english-full.gb18030.csv", "{assume: {flow: export}}", "gacc",
         "GB18030", 5, 5, "usd", "781660", 0},
        {"gacc-portal/english-degenerate.csv", "{assume: {flow: export, period: 2025-10}}",
         "gacc", "UTF-8", 3, 3, "usd", "18145386", 0},
    };
    assert_all(state, files, COUNT_OF(files));
}

static void test_downloads_of_comtrade(void **state)
{
    static const struct real_file files[] = {
        {"comtrade-plus/TradeData.csv", "{}", "comtrade", "ISO-8859-1", 1352, 1352, "usd",
         "30039171857777.711", 0},
        {"comtrade-plus/TradeData_Services.csv", "{}", "comtrade", "ISO-8859-1", 120, 120,
         "usd", "4016671746929.99", 0},
        {"comtrade-legacy/comtrade.csv", "{}", "comtrade-legacy", "UTF-8", 223, 223, "kg",
         "538282", 183},
        {"comtrade-legacy/comtrade.csv", "{}", "comtrade-legacy", "UTF-8", 223, 223, "usd",
         "17927148649979", 0},
        {"comtrade-legacy/palm-oil.csv", "{}", "comtrade-legacy", "UTF-8", 456, 456, "kg",
         "827922253.0", 2},
    };
    assert_all(state, files, COUNT_OF(files));
}

static void test_tidy_figures_from_comtrade_and_the_press(void **state)
{
    static const struct real_file files[] = {
        {"comtrade-rare-earth-monthly/"
         "china_exports_partner_rare_earths_group_201701_202412.csv",
         "{}", "tidy", "UTF-8", 768, 768, "netweight_kg", "636162798.90100000107", 0},
        {"comtrade-rare-earth-monthly/china_exports_world_hs6_201701_202412.csv", "{}",
         "tidy", "UTF-8", 264, 264, "value_usd", "25228522608", 0},
        {"facts/verified_series.csv", "{}", "tidy", "UTF-8", 137, 137, "tonnes",
         "1324020.233", 0},
    };
    assert_all(state, files, COUNT_OF(files));
}

static void test_downloads_of_the_us_census_and_the_world_bank(void **state)
{
    static const struct real_file files[] = {
        {"us-census/China-import.csv", "{}", "us-census", "UTF-8", 20218, 20218, "usd",
         "2527350075588", 0},
        {"worldbank/API_NY.GDP.MKTP.CD_DS2_en_csv_v2.csv", "{}", "worldbank", "UTF-8", 264,
         15048, "value", "11556230757788184.34696923", 3506},
    };
    assert_all(state, files, COUNT_OF(files));
}

static void test_snippets_of_other_offices(void **state)
{
    static const struct real_file files[] = {
        {"format-snippets/full_v2_202402_AT_AD.dat", "{}", "comext-bulk", "UTF-8", 13, 13,
         "eur", "7713", 0},
        {"format-snippets/comext_sdmx_csv.csv", "{}", "sdmx-csv", "UTF-8", 6, 3, "kg",
         "20546748", 0},
        {"format-snippets/estat_japan_layout.csv", "{}", "e-stat", "UTF-8", 3, 6, "jpy",
         "350000", 0},
        {"format-snippets/kita_by_hs_and_country.csv", "{}", "kita", "UTF-8", 3, 6, "kg",
         "1296500", 0},
        {"format-snippets/eurostat_style.tsv", "{}", "eurostat-tsv", "UTF-8", 2, 6, "value",
         "1219.3", 2},
        {"format-snippets/bis_labels_both.csv", "{}", "sdmx-csv", "UTF-8", 1, 1, "value",
         "20240418", 0},
        {"format-snippets/imf_sdmx3.csv", "{}", "sdmx-csv", "UTF-8", 1, 1, "value",
         "21538032000000", 0},
        {"format-snippets/sdmx_csv_2_1_semicolon_fr.csv", "{}", "sdmx-csv", "UTF-8", 2, 2,
         "value", "23.2", 0},
    };
    assert_all(state, files, COUNT_OF(files));
}

/* HS2, HS4, HS6 and HTS10 in one column: each level alone, never all together. */
static void test_levels_of_the_us_census_are_kept_apart(void **state)
{
    struct error error = {0};
    struct warnings warnings = {.arena = *state};
    struct load_source source = {.name = S("trade"),
                                 .profile_folder = S("templates/profiles")};
    str path = S("../shared/data/us-census/China-import.csv");
    if (!file_exists(path)) {
        print_message("%s is not at hand\n", path.at);
        skip();
    }
    *arena_push(*state, &source.files) = path;
    const struct table *table = table_load_source(*state, &source, NULL, &warnings, &error);
    const struct column *level = table_column(table, S("level"));
    const struct column *product = table_column(table, S("product"));
    const struct column *usd = table_column(table, S("usd"));
    int128 leaves = 0;
    int128 chapters = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        bool is_leaf = str_equal(column_text(level, row), S("10"));
        leaves += is_leaf ? usd->units[row] : 0;
        chapters += str_equal(column_text(level, row), S("2")) ? usd->units[row] : 0;
        assert_int_equal(column_is_aggregate(product, row), !is_leaf);
    }
    assert_true(leaves == 505469954379);
    assert_true(chapters == 505470212451);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_downloads_of_chinese_customs),
        unit_case(test_downloads_of_comtrade),
        unit_case(test_tidy_figures_from_comtrade_and_the_press),
        unit_case(test_downloads_of_the_us_census_and_the_world_bank),
        unit_case(test_snippets_of_other_offices),
        unit_case(test_levels_of_the_us_census_are_kept_apart),
    };
    return unit_run(tests);
}
