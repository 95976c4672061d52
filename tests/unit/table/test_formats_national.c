/* SPDX-License-Identifier: MIT */
/* Profiles of further national offices, in small files written afresh. */
#include "sourcing.h"

static void test_brazil_has_the_month_in_its_own_column_and_not_the_flow(void **state)
{
    static const char file[] = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_PAIS\";\"CO_VIA\";"
                               "\"KG_LIQUIDO\";\"VL_FOB\"\n"
                               "\"2025\";\"01\";\"85051100\";\"160\";\"04\";5;114\n";
    assert_source(state, "assume: {flow: export}", str_from(file), "comexstat",
                  "period,flow,product,partner,route,kg,usd\n"
                  "2025-01,export,85051100,160,04,5,114\n");
    assert_source_refused(state, "{}", str_from(file), ERROR_DATA, 1, 1,
                          "the file does not say its flow",
                          "say it beside the files: assume: {flow: export}");
}

static void test_hmrc_flows_are_words_and_suppressed_trade_stays_apart(void **state)
{
    assert_source(state, "{}",
                  S("MonthId,FlowTypeId,SuppressionIndex,CommodityId,CountryId,Value,"
                    "NetMass,SuppUnit\n"
                    "202112,3,0,85051110,720,12000,350,\n"
                    "202112,4,1,-1,720,5000,,\n"),
                  "hmrc",
                  "period,flow,suppression,product,partner,gbp,kg,supplementary\n"
                  "2021-12,import from outside the EU,0,85051110,720,12000,350,\n"
                  "2021-12,export to outside the EU,1,-1,720,5000,,\n");
}

#define KOREA_HEADER "balPayments,expDlr,expWgt,hsCd,impDlr,impWgt,statCd,year\n"

static void test_korean_customs_put_the_total_first(void **state)
{
    struct loading loading =
        assert_source(state, "{}",
                      S(KOREA_HEADER "-7,3,2,-,10,9,-,총계\n"
                                     "-7,3,2,850511,10,9,CN,2026.05\n"),
                      "korea-customs",
                      "period,flow,partner_code,product,balance,kg,usd\n"
                      "2026-05,export,CN,850511,-7,2,3\n"
                      "2026-05,import,CN,850511,-7,9,10\n");
    assert_exclusion(&loading, 0, "total of all rows", 1, 2);
}

static void test_a_month_that_a_spreadsheet_may_have_cut_is_refused(void **state)
{
    assert_source_refused(state, "{}", S(KOREA_HEADER "-7,3,2,850511,10,9,CN,2016.1\n"),
                          ERROR_DATA, 2, 23,
                          "column \"period\": \"2016.1\" is not a period",
                          "the month has one digit: .1 can be January, or October after a "
                          "spreadsheet took its zero");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_brazil_has_the_month_in_its_own_column_and_not_the_flow),
        unit_case(test_hmrc_flows_are_words_and_suppressed_trade_stays_apart),
        unit_case(test_korean_customs_put_the_total_first),
        unit_case(test_a_month_that_a_spreadsheet_may_have_cut_is_refused),
    };
    return unit_run(tests);
}
