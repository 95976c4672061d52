/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/language.h"

#include <string.h>

static const struct language *in(const char *tag)
{
    const struct language *language = language_find(str_from(tag));
    assert_non_null(language);
    return language;
}

static struct ratio exactly(const char *number)
{
    struct decimal decimal;
    assert_true(decimal_parse(str_from(number), &decimal));
    return ratio_from_decimal(decimal);
}

static struct period months(const char *text)
{
    struct period period;
    assert_true(period_parse(str_from(text), &period));
    return period;
}

/* What each language says, in the order of the columns. */
static const char *const tags[] = {"en", "de", "fr", "ja", "zh", "ko", "ar", "he"};

#define EACH_SAYS(call, ...) \
    do { \
        static const char *const expected[] = {__VA_ARGS__}; \
        assert_int_equal(COUNT_OF(expected), COUNT_OF(tags)); \
        for (size_t each = 0; each < COUNT_OF(tags); each++) { \
            const struct language *language = in(tags[each]); \
            assert_str(call, expected[each]); \
        } \
    } while (0)

static void test_languages_are_found_by_tag(void **state)
{
    (void)state;
    assert_int_equal(language_count(), COUNT_OF(tags));
    assert_ptr_equal(language_at(0), language_english());
    assert_ptr_equal(in("DE-at"), in("de"));
    assert_ptr_equal(in("zh-Hans-CN"), in("zh"));
    assert_null(language_find(S("zh-Hant")));
    assert_null(language_find(S("zh-TW")));
    assert_null(language_find(S("es")));
    assert_null(language_find(S("")));
    assert_null(language_find(S("german")));
    assert_str(language_tag(in("fr-CA")), "fr");
    assert_str(language_name(in("ja")), "Japanese");
}

static void test_arabic_and_hebrew_run_from_right_to_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        bool is_right_to_left = !strcmp(tags[i], "ar") || !strcmp(tags[i], "he");
        assert_int_equal(language_is_right_to_left(in(tags[i])), is_right_to_left);
    }
    assert_false(language_is_right_to_left(NULL));
}

static void test_messages_know_all_tags(void **state)
{
    str list[COUNT_OF(tags)];
    for (size_t i = 0; i < language_count(); i++) {
        list[i] = language_tag(language_at(i));
    }
    assert_str(str_join(*state, list, language_count(), S(", ")), LANGUAGE_TAGS);
}

static void test_no_language_is_english(void **state)
{
    struct number_style style = {.places = 1};
    assert_str(language_tag(NULL), "en");
    assert_str(language_amount(*state, NULL, exactly("5473.2"), style, S("t")),
               "5,473.2\u00a0t");
    assert_str(language_period(*state, NULL, months("2025-10")), "October 2025");
}

static void test_numbers(void **state)
{
    struct number_style one = {.places = 1, .has_plus = true};
    EACH_SAYS(language_number(*state, language, exactly("-1234567.84"), one),
              "\u22121,234,567.8", "\u22121.234.567,8", "\u22121\u202f234\u202f567,8",
              "\u22121,234,567.8", "\u22121,234,567.8", "\u22121,234,567.8",
              "\u200e\u22121,234,567.8", "\u200e\u22121,234,567.8");
    EACH_SAYS(language_number(*state, language, exactly("12.35"), one), "+12.4", "+12,4",
              "+12,4", "+12.4", "+12.4", "+12.4", "\u200e+12.4", "\u200e+12.4");
    EACH_SAYS(language_number(*state, language, exactly("-0.04"), one), "0.0", "0,0", "0,0",
              "0.0", "0.0", "0.0", "\u200e0.0", "\u200e0.0");
    struct number_style ungrouped = {.places = 1, .is_ungrouped = true};
    EACH_SAYS(language_number(*state, language, exactly("5473.2"), ungrouped), "5473.2",
              "5473,2", "5473,2", "5473.2", "5473.2", "5473.2", "\u200e5473.2",
              "\u200e5473.2");
}

static void test_amounts(void **state)
{
    struct number_style none = {0};
    struct number_style one = {.places = 1};
    EACH_SAYS(language_amount(*state, language, exactly("5473"), none, S("t")),
              "5,473\u00a0t", "5.473\u00a0t", "5\u202f473\u00a0t", "5,473トン", "5,473吨",
              "5,473톤", "\u200e5,473\u00a0طن", "\u200e5,473\u00a0טון");
    EACH_SAYS(language_amount(*state, language, exactly("5.2"), one, S("%")), "5.2%",
              "5,2\u00a0%", "5,2\u202f%", "5.2%", "5.2%", "5.2%", "\u200e5.2%",
              "\u200e5.2%");
    EACH_SAYS(language_amount(*state, language, exactly("2.5"), one, S("pp")),
              "2.5\u00a0pp", "2,5\u00a0Prozentpunkte", "2,5\u00a0points", "2.5ポイント",
              "2.5个百分点", "2.5%포인트", "\u200e2.5\u00a0نقطة مئوية",
              "\u200e2.5\u00a0נקודות אחוז");
    EACH_SAYS(language_amount(*state, language, exactly("7"), none, S("")), "7", "7", "7",
              "7", "7", "7", "\u200e7", "\u200e7");
    EACH_SAYS(language_amount(*state, language, exactly("7"), none, S("carats")),
              "7\u00a0carats", "7\u00a0carats", "7\u00a0carats", "7carats", "7carats",
              "7carats", "\u200e7\u00a0carats", "\u200e7\u00a0carats");
}

static void test_french_has_a_singular_below_two_as_printed(void **state)
{
    struct number_style one = {.places = 1};
    assert_str(language_amount(*state, in("fr"), exactly("-1.94"), one, S("pp")),
               "\u22121,9\u00a0point");
    assert_str(language_amount(*state, in("fr"), exactly("1.96"), one, S("pp")),
               "2,0\u00a0points");
    assert_str(language_unit(in("fr"), S("pp")), "points");
}

static void test_large_numbers_have_the_words_of_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *number, *word;
        int64_t divisor;
    } cases[] = {
        {"en", "9999999", "", 1},
        {"en", "10000000", "m", 1000000},
        {"de", "-20000000000", "Mrd.", 1000000000},
        {"fr", "10000000000000", "bill.", INT64_C(1000000000000)},
        {"ja", "10000000", "万", 10000},
        {"ja", "1000000000", "億", 100000000},
        {"zh", "1000000000", "亿", 100000000},
        {"zh", "10000000000000", "万亿", INT64_C(1000000000000)},
        {"ko", "1000000000", "억", 100000000},
        {"ko", "10000000000000", "조", INT64_C(1000000000000)},
        {"ar", "20000000000", "مليار", 1000000000},
        {"he", "10000000", "מיליון", 1000000},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct language_scale scale =
            language_scale_for(in(cases[i].tag), exactly(cases[i].number));
        assert_string_equal(scale.word, cases[i].word);
        assert_int_equal(scale.divisor, cases[i].divisor);
    }
    EACH_SAYS(language_with_scale(*state, language, S("5"), ""), "5", "5", "5", "5", "5",
              "5", "5", "5");
    assert_str(language_with_scale(*state, in("de"), S("5"), "Mrd."), "5\u00a0Mrd.");
    assert_str(language_with_scale(*state, in("ja"), S("5"), "億"), "5億");
}

static void test_ordinals_and_number_words(void **state)
{
    EACH_SAYS(language_ordinal(*state, language, 2), "second", "zweite", "deuxième",
              "2番目", "第二", "두 번째", "الثاني", "שני");
    EACH_SAYS(language_ordinal(*state, language, 21), "21st", "21.", "21e", "21番目",
              "第21", "21번째", "الـ21", "21");
    EACH_SAYS(language_in_words(*state, language, 2), "two", "zwei", "deux", "2", "两", "2",
              "اثنين", "שני");
    EACH_SAYS(language_in_words(*state, language, 12), "12", "zwölf", "12", "12", "12",
              "12", "12", "12");
}

static void test_months_without_their_year(void **state)
{
    EACH_SAYS(language_month(*state, language, months("2025-03")), "March", "März", "mars",
              "3月", "3月", "3월", "مارس", "מרץ");
    EACH_SAYS(language_month(*state, language, months("2025-Q1")), "first quarter",
              "1.\u00a0Quartal", "premier trimestre", "第1四半期", "第一季度", "1분기",
              "الربع الأول", "הרבעון הראשון");
    EACH_SAYS(language_month(*state, language, months("2025-H2")), "second half",
              "2.\u00a0Halbjahr", "second semestre", "下半期", "下半年", "하반기",
              "النصف الثاني", "המחצית השנייה");
    EACH_SAYS(language_month(*state, language, months("2024-11..2025-02")),
              "November–February", "November–Februar", "novembre–février", "11〜2月",
              "11至2月", "11~2월", "نوفمبر–فبراير", "נובמבר–פברואר");
}

static void test_periods(void **state)
{
    EACH_SAYS(language_period(*state, language, months("2025-10")), "October 2025",
              "Oktober 2025", "octobre 2025", "2025年10月", "2025年10月", "2025년 10월",
              "أكتوبر 2025", "אוקטובר 2025");
    EACH_SAYS(language_period(*state, language, months("2025-01..02")),
              "January–February 2025", "Januar–Februar 2025", "janvier–février 2025",
              "2025年1〜2月", "2025年1至2月", "2025년 1~2월", "يناير–فبراير 2025",
              "ינואר–פברואר 2025");
    EACH_SAYS(language_period(*state, language, months("2024-11..2025-02")),
              "November 2024–February 2025", "November 2024–Februar 2025",
              "novembre 2024–février 2025", "2024年11月〜2025年2月",
              "2024年11月至2025年2月", "2024년 11월~2025년 2월", "نوفمبر 2024–فبراير 2025",
              "נובמבר 2024–פברואר 2025");
    EACH_SAYS(language_period(*state, language, months("2025-Q3")), "third quarter of 2025",
              "3.\u00a0Quartal 2025", "troisième trimestre 2025", "2025年第3四半期",
              "2025年第三季度", "2025년 3분기", "الربع الثالث من 2025",
              "הרבעון השלישי של 2025");
    EACH_SAYS(language_period(*state, language, months("2025-H1")), "first half of 2025",
              "1.\u00a0Halbjahr 2025", "premier semestre 2025", "2025年上半期",
              "2025年上半年", "2025년 상반기", "النصف الأول من 2025",
              "המחצית הראשונה של 2025");
    EACH_SAYS(language_period(*state, language, months("2024")), "2024", "2024", "2024",
              "2024年", "2024年", "2024년", "2024", "2024");
}

static void test_short_months_are_for_axes(void **state)
{
    EACH_SAYS(language_month_short(*state, language, months("2025-10")), "Oct", "Okt",
              "oct.", "10月", "10月", "10월", "أكتوبر", "אוק׳");
    EACH_SAYS(language_period_short(*state, language, months("2025-01")), "Jan 2025",
              "Jan 2025", "janv. 2025", "25年1月", "25年1月", "25년 1월", "يناير 2025",
              "ינו׳ 2025");
    EACH_SAYS(language_period_short(*state, language, months("2025-02..03")),
              "Feb–Mar\u00a02025", "Feb–Mär\u00a02025", "févr.–mars\u00a02025",
              "2025年2〜3月", "2025年2至3月", "2025년\u00a02~3월", "فبراير–مارس\u00a02025",
              "פבר׳–מרץ\u00a02025");
    EACH_SAYS(language_period_short(*state, language, months("2024-12..2025-02")),
              "Dec 2024–Feb\u00a02025", "Dez 2024–Feb\u00a02025",
              "déc. 2024–févr.\u00a02025", "2024年12月〜2025年2月", "2024年12月至2025年2月",
              "2024년 12월~2025년\u00a02월", "ديسمبر 2024–فبراير\u00a02025",
              "דצמ׳ 2024–פבר׳\u00a02025");
}

static void test_dates(void **state)
{
    struct date day = {2025, 11, 20};
    struct date first = {2025, 8, 1};
    EACH_SAYS(language_date(*state, language, day), "20 November 2025",
              "20.\u00a0November 2025", "20\u00a0novembre 2025", "2025年11月20日",
              "2025年11月20日", "2025년 11월 20일", "20 نوفمبر 2025", "20 בנובמבר 2025");
    EACH_SAYS(language_date(*state, language, first), "1 August 2025",
              "1.\u00a0August 2025", "1er\u00a0août 2025", "2025年8月1日", "2025年8月1日",
              "2025년 8월 1일", "1 أغسطس 2025", "1 באוגוסט 2025");
    EACH_SAYS(language_date_short(*state, language, day), "20\u00a0Nov\u00a02025",
              "20.\u00a0Nov\u00a02025", "20\u00a0nov.\u00a02025", "2025年11月20日",
              "2025年11月20日", "2025년\u00a011월\u00a020일", "20\u00a0نوفمبر\u00a02025",
              "20\u00a0בנוב׳\u00a02025");
}

static void test_lists(void **state)
{
    const str items[] = {S("a"), S("b"), S("c")};
    EACH_SAYS(language_list_and(*state, language, items, 3), "a, b and c", "a, b und c",
              "a, b et c", "a、b、c", "a、b和c", "a, b, c", "a، b وc", "a, b וc");
    EACH_SAYS(language_list_or(*state, language, items, 2), "a or b", "a oder b", "a ou b",
              "aまたはb", "a或b", "a 또는 b", "a أو b", "a או b");
    EACH_SAYS(language_list_and(*state, language, items, 1), "a", "a", "a", "a", "a", "a",
              "a", "a");
    EACH_SAYS(language_list_and(*state, language, items, 0), "", "", "", "", "", "", "",
              "");
}

static void test_changes_fit_into_a_sentence(void **state)
{
    EACH_SAYS(language_say(*state, language, PHRASE_UP, S("X"), S("")), "up X", "X mehr",
              "en hausse de X", "X増", "上升X", "X 증가", "بزيادة X", "עלייה של X");
    EACH_SAYS(language_say(*state, language, PHRASE_PAGE, S("2"), S("3")), "Page 2 of 3",
              "Seite 2 von 3", "Page 2 sur 3", "2/3ページ", "第2页，共3页", "2/3쪽",
              "صفحة 2 من 3", "עמוד 2 מתוך 3");
}

static size_t count_of(str text, const char *slot)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += str_starts(str_after(text, i), str_from(slot));
    }
    return count;
}

/* No pattern lacks a value that the English one has, nor has one that it lacks. */
static void test_all_languages_say_everything(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_count(); i++) {
        for (int phrase = 0; phrase < PHRASE_COUNT; phrase++) {
            str own = language_phrase(language_at(i), (enum phrase)phrase);
            str english = language_phrase(NULL, (enum phrase)phrase);
            assert_true(own.length > 0 || phrase == PHRASE_SPACE);
            bool is_silent = phrase == PHRASE_UNCHANGED;
            for (int slot = 0; slot < 2 && !is_silent; slot++) {
                const char *name = slot ? "{y}" : "{x}";
                assert_int_equal(count_of(own, name), count_of(english, name));
            }
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            assert_int_equal(language_status(language_at(i), letter).length > 0,
                             language_status(NULL, letter).length > 0);
        }
    }
    assert_str(language_status(NULL, 'E'), "derived");
    assert_str(language_status(NULL, 'X'), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_languages_are_found_by_tag),
        unit_case(test_arabic_and_hebrew_run_from_right_to_left),
        unit_case(test_messages_know_all_tags),
        unit_case(test_no_language_is_english),
        unit_case(test_numbers),
        unit_case(test_amounts),
        unit_case(test_french_has_a_singular_below_two_as_printed),
        unit_case(test_large_numbers_have_the_words_of_the_language),
        unit_case(test_ordinals_and_number_words),
        unit_case(test_months_without_their_year),
        unit_case(test_periods),
        unit_case(test_short_months_are_for_axes),
        unit_case(test_dates),
        unit_case(test_lists),
        unit_case(test_changes_fit_into_a_sentence),
        unit_case(test_all_languages_say_everything),
    };
    return unit_run(tests);
}
