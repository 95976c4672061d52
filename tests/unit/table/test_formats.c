/* SPDX-License-Identifier: MIT */
/* The traps of each customs office's files, in small files written afresh. */
#include "sourcing.h"

/* --- China -------------------------------------------------------------------------- */

#define GACC_HEADER \
    "\"Date of data\",\"Commodity code\",\"Commodity\",\"Trading partner code\"," \
    "\"Trading partner\",\"Customs Regime code\",\"Quantity\",\"Unit\"," \
    "\"Supplementary Quantity\",\"Supplementary Unit\",\"US dollar\",\n"

static void test_gacc_sums_regimes_and_reads_units_and_groups(void **state)
{
    struct loading loading = assert_source(
        state, "assume: {flow: export}",
        S(GACC_HEADER
          "\"202510\",\"85051110\",\"Magnets\",\"133\",\"Korea, Rep.\",\"10\",\"5000\","
          "\"Kilogram\",\"0\",\"?\",\"315,286\",\n"
          "\"202510\",\"85051110\",\"Magnets\",\"133\",\"Korea, Rep.\",\"15\",\"1,234\","
          "\"Kilogram\",\"0\",\"?\",\"9,286\",\n"
          "\"202510\",\"87032100\",\"Cars\",\"133\",\"Korea, Rep.\",\"10\",\"12\",\"辆\","
          "\"1.5\",\"吨\",\"?\",\n"),
        "gacc",
        "period,flow,product,product_name,partner_code,partner,regime_code,usd,kg,"
        "vehicles\n"
        "2025-10,export,85051110,Magnets,133,\"Korea, Rep.\",10,315286,5000,\n"
        "2025-10,export,85051110,Magnets,133,\"Korea, Rep.\",15,9286,1234,\n"
        "2025-10,export,87032100,Cars,133,\"Korea, Rep.\",10,,1500,12\n");
    assert_str(loading.report.at[0].profile_reason,
               "the header has \"Commodity code\", \"Quantity\" and \"Supplementary "
               "Quantity\"");
    assert_true(loading.report.at[0].is_header_trailing);
    assert_true(loading.report.at[0].is_row_trailing);
}

static void test_gacc_reads_chinese_headers_in_gb18030(void **state)
{
    struct loading loading = assert_source(
        state, "{profile: gacc, assume: {flow: import, period: 2025-10}}",
        S("\"\xC9\xCC\xC6\xB7\xB1\xE0\xC2\xEB\","
          "\"\xB5\xDA\xD2\xBB\xCA\xFD\xC1\xBF\",\"\xB5\xDA\xD2\xBB\xBC\xC6\xC1\xBF\xB5\xA5"
          "\xCE\xBB\",\"\xB5\xDA\xB6\xFE\xCA\xFD\xC1\xBF\","
          "\"\xB5\xDA\xB6\xFE\xBC\xC6\xC1\xBF"
          "\xB5\xA5\xCE\xBB\",\"\xC8\xCB\xC3\xF1\xB1\xD2\",\n"
          "\"28053011\",\"100\",\"\xC7\xA7\xBF\xCB\",\"0\",\"?\",\"2,776\",\n"),
        "gacc", "period,flow,product,cny,kg\n2025-10,import,28053011,2776,100\n");
    assert_str(loading.report.at[0].encoding, "GB18030");
    assert_str(loading.report.at[0].profile_reason, "named by the user");
}

static void test_gacc_asks_for_what_the_file_does_not_say(void **state)
{
    static const char row[] =
        GACC_HEADER "\"202510\",\"85051110\",\"Magnets\",\"133\",\"Korea\",\"10\",\"5\","
                    "\"Kilogram\",\"0\",\"?\",\"3\",\n";
    assert_source_refused(state, "profile: gacc", str_from(row), ERROR_DATA, 1, 1,
                          "the file does not say its flow",
                          "say it beside the files: assume: {flow: export}");
    assert_source_refused(
        state, "{assume: {flow: export}}",
        S("Commodity code,Quantity,Unit,Supplementary Quantity,Supplementary Unit\n"
          "28053011,1,Kilogram,0,?\n"),
        ERROR_DATA, 1, 1, "the file does not say its period",
        "say it beside the files: assume: {period: 2025-10}");
}

static void test_what_the_file_says_need_not_be_assumed(void **state)
{
    const struct table *table;
    struct loading loading = sourcing_of(
        state, "{assume: {flow: export, period: 2025-10}}",
        S(GACC_HEADER "\"202510\",\"1\",\"a\",\"1\",\"b\",\"10\",\"5\",\"Kilogram\",\"0\","
                      "\"?\",\"3\",\n"),
        &table);
    assert_null(table);
    str message = str_print(*state, "the period need not be assumed: %s/trade.csv says it",
                            loading.folder);
    assert_error(&loading.error, ERROR_CONFIG, 1, 33, str_c(*state, message), "");
}

static void test_a_number_without_a_unit_is_refused(void **state)
{
    assert_source_refused(
        state, "{assume: {flow: export, period: 2025-10}}",
        S("Commodity code,Quantity,Unit,Supplementary Quantity,Supplementary Unit\n"
          "28053011,1,Kilogram,7,?\n"),
        ERROR_DATA, 2, 21, "column \"quantity2\": the number \"7\" has no unit",
        "its unit is \"?\"");
    assert_source_refused(
        state, "{assume: {flow: export, period: 2025-10}}",
        S("Commodity code,Quantity,Unit,Supplementary Quantity,Supplementary Unit\n"
          "28053011,1,Kilogram,7,吨\n"),
        ERROR_DATA, 2, 21, "column \"quantity2\": this row has two numbers in kg",
        "their units are the same once they are converted");
}

/* --- Comtrade ------------------------------------------------------------------------ */

#define COMTRADE_HEADER \
    "typeCode,refPeriodId,refYear,refMonth,period,reporterDesc,flowCode,partnerDesc," \
    "partner2Code,cmdCode,customsCode,mosCode,motCode,qtyUnitAbbr,qty,netWgt," \
    "primaryValue\n"

static void
test_comtrade_keeps_the_totals_over_mode_customs_and_second_partner(void **state)
{
    struct loading loading = assert_source(
        state, "profile: auto",
        S(COMTRADE_HEADER
          "\"C\",\"20240101\",\"2024\",\"1\",\"202401\",\"China\",\"X\",\"T\xFCrkiye\","
          "\"0\","
          "\"850511\",\"C00\",\"0\",\"0\",\"kg\",\"10.5\",\"10.5\",\"193.08\",\n"
          "\"C\",\"20240101\",\"2024\",\"1\",\"202401\",\"China\",\"X\",\"T\xFCrkiye\","
          "\"0\","
          "\"850511\",\"C00\",\"0\",\"1000\",\"kg\",\"4\",\"4\",\"90\",\n"
          "\"C\",\"20240101\",\"2024\",\"1\",\"202401\",\"China\",\"X\",\"T\xFCrkiye\","
          "\"156\",\"850511\",\"C00\",\"0\",\"0\",\"kg\",\"4\",\"4\",\"90\",\n"
          "\"C\",\"20240101\",\"2024\",\"52\",\"2024\",\"China\",\"RX\",\"World\",\"0\","
          "\"TOTAL\",\"C00\",\"0\",\"0\",\"N/A\",\"0\",\"0\",\"2715997517261\",\n"
          "\"C\",\"20240101\",\"2024\",\"1\",\"202401\",\"China\",\"X\",\"World\",\"0\","
          "\"850512\",\"C00\",\"0\",\"0\",\"u\",\"3\",\"0\",,\n"),
        "comtrade",
        "period,type,reporter,flow,partner,product,kg,usd,pieces\n"
        "2024-01,goods,China,export,Türkiye,850511,10.5,193.08,\n"
        "2024,goods,China,re-export,World,TOTAL,,2715997517261,\n"
        "2024-01,goods,China,export,World,850512,,,3\n");
    const struct load_file *file = &loading.report.at[0];
    assert_str(file->encoding, "ISO-8859-1");
    assert_str(file->encoding_reason,
               "not UTF-8; the profile expects it, and every byte fits");
    assert_false(file->is_header_trailing);
    assert_true(file->is_row_trailing);
    assert_int_equal(file->rows_read, 3);
    assert_int_equal(file->exclusions.count, 2);
    assert_exclusion(&loading, 0, "motCode is not 0", 1, 3);
    assert_exclusion(&loading, 1, "partner2Code is not 0", 1, 4);
}

static void test_world_and_beginnings_of_codes_are_aggregates(void **state)
{
    const struct table *table;
    sourcing_of(
        state, "profile: comtrade-2012",
        S("Year,Reporter Code,Trade Flow Code,Partner Code,Classification,"
          "Commodity Code,Quantity Unit,Supplementary Quantity,Netweight (kg),Value,"
          "Estimation Code\n"
          "2012,156,2,0,H4,TOTAL,1,,,900,0\n"
          "2012,156,2,0,H4,85,1,,,90,0\n"
          "2012,156,2,392,H4,8505,8,5,5,50,0\n"
          "2012,156,2,392,H4,850511,8,5,5,50,0\n"),
        &table);
    const struct column *partner = table_column(table, S("partner"));
    const struct column *product = table_column(table, S("product"));
    assert_true(column_is_aggregate(partner, 0));
    assert_false(column_is_aggregate(partner, 2));
    assert_true(column_is_aggregate(product, 0));
    assert_true(column_is_aggregate(product, 1));
    assert_true(column_is_aggregate(product, 2));
    assert_false(column_is_aggregate(product, 3));
}

#define LEGACY_HEADER \
    "Classification,Year,Period,Period Desc.,Trade Flow Code,Reporter,Partner," \
    "2nd Partner Code,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\n"

static void test_legacy_comtrade_is_read_and_lost_zeros_are_told(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S(LEGACY_HEADER "HS,2014,201401,January 2014,1,Korea,World,,1511,\"Palm oil; its "
                        "fractions // not\",32825863.0,30453298\n"
                        "HS,2014,2014,2014,4,Korea,World,,101,Horses,,5\n"),
        "comtrade-legacy",
        "period,reporter,flow,partner,classification,product,product_name,kg,usd\n"
        "2014-01,Korea,import,World,HS,1511,Palm oil; its fractions // "
        "not,32825863.0,30453298\n"
        "2014,Korea,re-import,World,HS,101,Horses,,5\n");
    assert_int_equal(loading.warnings.count, 1);
    assert_str(loading.warnings.at[0].message,
               "the code 101 of the column \"product\" has an odd number of digits: a "
               "spreadsheet may have taken its zero");
}

/* --- Eurostat ------------------------------------------------------------------------ */

static void test_comext_bulk_reads_both_layouts_and_whole_years(void **state)
{
    assert_source(state, "{}",
                  S("REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,"
                    "PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"
                    "AT,AD,E,39XXXXXX,2,1,NO_SU,202402,89,0,0\n"
                    "AT,NA,E,85051110,1,1,p/st,202452,15,3,7\n"),
                  "comext-bulk",
                  "period,reporter,partner,trade_type,product,flow,procedure,"
                  "supplementary_unit,eur,kg,pieces\n"
                  "2024-02,AT,AD,extra,39XXXXXX,export,1,NO_SU,89,0,\n"
                  "2024,AT,NA,extra,85051110,import,1,p/st,15,3,7\n");
    assert_source(
        state, "{}",
        S("DECLARANT|DECLARANT_ISO|PARTNER|PARTNER_ISO|TRADE_TYPE|PRODUCT_NC|FLOW|"
          "STAT_REGIME|SUPP_UNIT|PERIOD|VALUE_IN_EUROS|QUANTITY_IN_KG|"
          "SUP_QUANTITY\n"
          "038|AT|720|CN|E|85051110|1|4|A|201702|100|30|0\n"),
        "comext-bulk",
        "period,reporter,partner,trade_type,product,flow,procedure,"
        "supplementary_unit,eur,kg\n"
        "2017-02,AT,CN,extra,85051110,import,4,A,100,30\n");
}

static void test_comext_api_has_hundreds_of_kilograms_in_rows_of_their_own(void **state)
{
    assert_source(
        state, "{}",
        S("DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,"
          "OBS_VALUE\n"
          "ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,AT,AE,7204,2,QUANTITY_IN_100KG,2023-09,"
          "1772.90\n"
          "ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,AT,AE,7204,2,VALUE_IN_EUROS,2023-09,"
          "204548\n"),
        "sdmx-csv",
        "structure,updated,period,partner,reporter,product,flow,freq,kg,eur\n"
        "ESTAT:DS-045409(1.0),15/09/26 "
        "11:00:00,2023-09,AE,AT,7204,export,M,177290,204548\n");
}

static void test_eurostat_tsv_is_unpacked_and_its_flags_become_statuses(void **state)
{
    assert_source(state, "{}",
                  S("freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021-Q1 \n"
                    "A,THS_T,DE\t628 e\t: \t: c\n"
                    "A,THS_T,NA\t1301.2 bp\t0 \t: m\n"),
                  "eurostat-tsv",
                  "freq,unit,geo,key,period,value,status\n"
                  "A,THS_T,DE,\"A,THS_T,DE\",2019,628,E\n"
                  "A,THS_T,DE,\"A,THS_T,DE\",2020,,\n"
                  "A,THS_T,DE,\"A,THS_T,DE\",2021-Q1,c,C\n"
                  "A,THS_T,NA,\"A,THS_T,NA\",2019,1301.2,P\n"
                  "A,THS_T,NA,\"A,THS_T,NA\",2020,0,\n"
                  "A,THS_T,NA,\"A,THS_T,NA\",2021-Q1,,M\n");
}

/* --- SDMX-CSV ------------------------------------------------------------------------ */

static void test_sdmx_labels_separators_and_deletions(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S("STRUCTURE[|];STRUCTURE_ID;ACTION;FREQ: Frequency;GEO: Area;TIME_PERIOD: Time;"
          "OBS_VALUE: Value;OBS_STATUS: Status;NOTE: Note\n"
          "dataflow;E:F(1.0): Trade;I;M: Monthly;DE: Germany;2023-09: 2023-09;12,4;"
          "E: Estimated;Y: Yes\n"
          "dataflow;E:F(1.0): Trade;D;M: Monthly;DE: Germany;2023-10: 2023-10;;;\n"
          "dataflow;E:F(1.0): Trade;I;M: Monthly;FR: France;2023-09: 2023-09;NaN;;\n"),
        "sdmx-csv",
        "structure,structure_id,action,period,value,status,FREQ,GEO,NOTE\n"
        "dataflow,E:F(1.0): Trade,I,2023-09,12.4,E,M,DE,Y\n"
        "dataflow,E:F(1.0): Trade,I,2023-09,,,M,FR,\n");
    assert_exclusion(&loading, 0, "deletions", 1, 3);
}

static void test_sdmx_names_in_columns_of_their_own_are_notes(void **state)
{
    const struct table *table;
    sourcing_of(state, "{}",
                S("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,TIME_PERIOD,"
                  "OBS_VALUE\n"
                  "dataflow,E:F(1.0),Trade,I,M,Monthly,2023-09,1\n"),
                &table);
    assert_int_equal(table_column(table, S("FREQ"))->role, ROLE_DIMENSION);
    assert_int_equal(table_column(table, S("Frequency"))->role, ROLE_NOTE);
}

/* --- wide files ---------------------------------------------------------------------- */

static void test_e_stat_months_become_rows_and_unpublished_ones_do_not(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S("\xEF\xBB\xBF"
          "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year,"
          "Quantity1-Jan,Quantity2-Jan,Value-Jan,Quantity1-Feb,Quantity2-Feb,Value-Feb,"
          "Quantity1-Mar,Quantity2-Mar,Value-Mar\n"
          "1,2025,'850511000',105,  ,KG,0,10,100,0,4,40,0,6,60,0,0,0\n"
          "2,2025,'850511000',304,NO,MT,5,5,50,5,5,50,0,0,0,0,0,0\n"),
        "e-stat",
        "period,flow,product,partner,jpy,kg,pieces\n"
        "2025-01,export,850511000,105,40000,4,\n"
        "2025-02,export,850511000,105,60000,6,\n"
        "2025-01,import,850511000,304,50000,5000,5\n"
        "2025-02,import,850511000,304,0,0,0\n");
    assert_exclusion(&loading, 0,
                     "months at the end with nothing but zeros: not published yet", 2, 2);
}

#define KITA_TOP(unit) \
    "by H.S Code and Country\n\n\"Search condition 202601 ~ 202608\"\n,,,,,,,,\"" unit \
    "\"\nPeriod,H.S Code,Items,Country,Export Weight,Export Value,Import Weight,Import " \
    "Value,Balance of Trade\n"

static void test_kita_has_a_preamble_padding_a_total_and_two_flows(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S(KITA_TOP(
            "Unit:Thousand Dollar(USD), TON") "TOTAL,,,,\"   9,999.0\",\"   "
                                              "9,999\",0.0,0,\"9,999\"\n"
                                              "2026.08,721030,Plated,Brazil,\"   "
                                              "1,234.5\",\"   2,000\",0.0,0,\"2,000\"\n"),
        "kita",
        "period,flow,product,product_name,partner,kg,usd\n"
        "2026-08,export,721030,Plated,Brazil,1234500,2000000\n"
        "2026-08,import,721030,Plated,Brazil,0,0\n");
    assert_int_equal(loading.report.at[0].preamble_rows, 3);
    assert_exclusion(&loading, 0, "total of all periods", 1, 6);
}

static void test_kita_in_another_unit_is_refused(void **state)
{
    assert_source_refused(state, "{}",
                          S(KITA_TOP("Unit:Dollar(USD), KG") "2026.08,1,a,b,1,1,1,1,1\n"),
                          ERROR_DATA, 4, 9,
                          "the file says \"Unit:Dollar(USD), KG\", the profile \"kita\" is "
                          "for \"Unit:Thousand Dollar(USD), TON\"",
                          "a profile of your own can have other units");
}

static void test_an_ambiguous_month_is_refused_with_the_reason(void **state)
{
    assert_source_refused(
        state, "{}",
        S(KITA_TOP("Unit:Thousand Dollar(USD), TON") "2016.1,721030,a,Brazil,1,1,1,1,1\n"),
        ERROR_DATA, 6, 1, "column \"period\": \"2016.1\" is not a period",
        "the month has one digit: .1 can be January, or October after a "
        "spreadsheet took its zero");
}

static void test_world_bank_years_become_rows(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S("\xEF\xBB\xBF\"Data Source\",\"World Development Indicators\",\r\n\r\n"
          "\"Last Updated Date\",\"2017-10-30\",\r\n\r\n"
          "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator "
          "Code\",\"1960\","
          "\"2010 [YR2010]\",\r\n"
          "\"Aruba\",\"ABW\",\"GDP\",\"NY.GDP\",\"\",\"2467703911\",\r\n"
          "\"World\",\"WLD\",\"GDP\",\"NY.GDP\",\"1.5\",\"..\",\r\n\r\n"
          "\"Data from database: World Development Indicators\",,,,,\r\n"),
        "worldbank",
        "period,country,country_code,indicator,indicator_code,value\n"
        "1960,Aruba,ABW,GDP,NY.GDP,\n"
        "2010,Aruba,ABW,GDP,NY.GDP,2467703911\n"
        "1960,World,WLD,GDP,NY.GDP,1.5\n"
        "2010,World,WLD,GDP,NY.GDP,\n");
    assert_int_equal(loading.report.at[0].header_line, 5);
    assert_exclusion(&loading, 0, "footnote", 1, 9);
}

static void test_pink_sheet_columns_become_commodities(void **state)
{
    struct loading loading = assert_source(
        state, "{}",
        S("Date,CRUDE_PETRO,COAL_AUS\n,($/bbl),($/mt)\n1960M01,1.63,..\n"
          "1960M02,1.63,\u2026\n"),
        "pink-sheet",
        "period,commodity,price\n1960-01,CRUDE_PETRO,1.63\n1960-01,COAL_AUS,\n"
        "1960-02,CRUDE_PETRO,1.63\n1960-02,COAL_AUS,\n");
    assert_exclusion(&loading, 0, "line of units", 1, 2);
}

static void test_usitc_months_are_named_in_the_header(void **state)
{
    assert_source(state, "{}",
                  S("Data Type,HTS Number,Description,Country,Quantity Description,Year,"
                    "January,February\n"
                    "First Unit of Quantity,8505110070,Magnets,China,number,2024,\"1,234\","
                    "5\n"),
                  "usitc",
                  "period,data_type,product,product_name,partner,unit,value\n"
                  "2024-01,First Unit of Quantity,8505110070,Magnets,China,number,1234\n"
                  "2024-02,First Unit of Quantity,8505110070,Magnets,China,number,5\n");
}

/* --- others -------------------------------------------------------------------------- */

static void test_us_census_levels_are_told_apart(void **state)
{
    const struct table *table;
    struct loading loading =
        assert_source(state, "{}",
                      S("Commodity,,Country,Time,Customs Value (Gen) ($US)\n"
                        "All Commodities,,China,2017,505470000000\n"
                        "85 Electric (Parts),,China,January 2024,\"9,000\"\n"
                        "8505110070 Sintered Magnets (no),,China,January 2024,\"4,000\"\n"),
                      "us-census",
                      "period,partner,product,level,product_name,unit,usd\n"
                      "2017,China,All Commodities,0,All Commodities,,505470000000\n"
                      "2024-01,China,85,2,Electric (Parts),,9000\n"
                      "2024-01,China,8505110070,10,Sintered Magnets,no,4000\n");
    assert_int_equal(loading.error.kind, ERROR_NONE);
    sourcing_of(state, "{}",
                S("Commodity,Country,Time,Customs Value (Gen) ($US)\n"
                  "85 Electric,China,2017,9\n8505 Magnets,China,2017,4\n"),
                &table);
    assert_true(column_is_aggregate(table_column(table, S("product")), 0));
    assert_false(column_is_aggregate(table_column(table, S("product")), 1));
}

static void test_baci_is_in_thousand_dollars_and_tonnes(void **state)
{
    assert_source(state, "{}",
                  S("t,i,j,k,v,q\n2023,4,36,080620,1.234,0.05\n2023,4,156,010121,7,"
                    "           NA\n"),
                  "baci",
                  "period,exporter,importer,product,usd,kg\n"
                  "2023,4,36,080620,1234,50\n2023,4,156,010121,7000,\n");
}

static void test_owid_values_become_indicators(void **state)
{
    assert_source(
        state, "{}",
        S("Entity,Code,Year,co2,gdp\nWorld,OWID_WRL,2020,1.5,\nNamibia,NAM,2020,2,3\n"),
        "owid",
        "period,entity,code,indicator,value\n"
        "2020,World,OWID_WRL,co2,1.5\n2020,World,OWID_WRL,gdp,\n"
        "2020,Namibia,NAM,co2,2\n2020,Namibia,NAM,gdp,3\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_gacc_sums_regimes_and_reads_units_and_groups),
        unit_case(test_gacc_reads_chinese_headers_in_gb18030),
        unit_case(test_gacc_asks_for_what_the_file_does_not_say),
        unit_case(test_what_the_file_says_need_not_be_assumed),
        unit_case(test_a_number_without_a_unit_is_refused),
        unit_case(test_comtrade_keeps_the_totals_over_mode_customs_and_second_partner),
        unit_case(test_world_and_beginnings_of_codes_are_aggregates),
        unit_case(test_legacy_comtrade_is_read_and_lost_zeros_are_told),
        unit_case(test_comext_bulk_reads_both_layouts_and_whole_years),
        unit_case(test_comext_api_has_hundreds_of_kilograms_in_rows_of_their_own),
        unit_case(test_eurostat_tsv_is_unpacked_and_its_flags_become_statuses),
        unit_case(test_sdmx_labels_separators_and_deletions),
        unit_case(test_sdmx_names_in_columns_of_their_own_are_notes),
        unit_case(test_e_stat_months_become_rows_and_unpublished_ones_do_not),
        unit_case(test_kita_has_a_preamble_padding_a_total_and_two_flows),
        unit_case(test_kita_in_another_unit_is_refused),
        unit_case(test_an_ambiguous_month_is_refused_with_the_reason),
        unit_case(test_world_bank_years_become_rows),
        unit_case(test_pink_sheet_columns_become_commodities),
        unit_case(test_usitc_months_are_named_in_the_header),
        unit_case(test_us_census_levels_are_told_apart),
        unit_case(test_baci_is_in_thousand_dollars_and_tonnes),
        unit_case(test_owid_values_become_indicators),
    };
    return unit_run(tests);
}
