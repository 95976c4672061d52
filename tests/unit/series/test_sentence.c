/* SPDX-License-Identifier: MIT */
#include "figures.h"

#include "series/sentence.h"

#include <string.h>

static void test_a_high_names_the_month_and_its_year_only_where_it_is_another(void **state)
{
    struct since since = {.is_high = true, .months = 9, .month = period_of("2025-01")};
    assert_str(sentence_since(*state, NULL, since, period_of("2025-11")),
               "the highest since January");
    since.month = period_of("2024-11");
    assert_str(sentence_since(*state, NULL, since, period_of("2025-11")),
               "the highest since November 2024");
    since.is_high = false;
    assert_str(sentence_since(*state, NULL, since, period_of("2024-12")),
               "the lowest since November");
}

static void test_a_window_that_ends_early_says_at_least(void **state)
{
    struct since since = {.is_high = true, .months = 5};
    assert_str(sentence_since(*state, NULL, since, period_of("2025-10")),
               "the highest in at least six months");
    since = (struct since){.months = 11};
    assert_str(sentence_since(*state, NULL, since, period_of("2025-10")),
               "the lowest in at least 12 months");
    since = (struct since){.is_high = true, .month = period_of("2025-09")};
    assert_str(sentence_since(*state, NULL, since, period_of("2025-10")), "");
}

static void test_a_streak_counts_from_two_and_says_when_it_may_be_longer(void **state)
{
    static const struct {
        struct streak streak;
        enum rate_base base;
        const char *phrase;
    } cases[] = {
        {{-1, 2, true}, RATE_PREVIOUS, "the second consecutive monthly fall"},
        {{-1, 2, false}, RATE_PREVIOUS, "at least the second consecutive monthly fall"},
        {{1, 3, true}, RATE_YEAR_AGO, "the third consecutive annual rise"},
        {{1, 11, false}, RATE_YEAR_AGO, "at least the 11th consecutive annual rise"},
        {{1, 4, true}, RATE_NONE, "the fourth consecutive rise"},
        {{1, 1, true}, RATE_PREVIOUS, ""},
        {{1, 1, false}, RATE_PREVIOUS, ""},
        {{0, 0, false}, RATE_PREVIOUS, ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(sentence_streak(*state, NULL, cases[i].streak, cases[i].base),
                   cases[i].phrase);
    }
}

static void test_a_verb_suits_the_rate_as_it_is_printed(void **state)
{
    static const struct {
        const char *rate, *verb;
    } cases[] = {
        {"100.01", "more than doubled"},
        {"100", "doubled"},
        {"99.99", "jumped"},
        {"19.95", "jumped"},
        {"19.94", "rose"},
        {"0.45", "rose"},
        {"0.44", "edged up"},
        {"0.05", "edged up"},
        {"0.049", "was unchanged"},
        {"0", "was unchanged"},
        {"-0.049", "was unchanged"},
        {"-0.05", "slipped"},
        {"-1.94", "slipped"},
        {"-1.95", "fell"},
        {"-19.94", "fell"},
        {"-19.95", "plunged"},
        {"-79.94", "plunged"},
        {"-79.95", "collapsed"},
        {"-100", "collapsed"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(sentence_verb(*state, NULL, number(cases[i].rate)), cases[i].verb);
    }
}

static str headline(struct arena *arena, const char *text, const char *period)
{
    return sentence_headline(arena, NULL, figures(arena, text), period_of(period), false);
}

/* World, as known on 2025-12-20: February and March only together. */
static const char magnets[] =
    "2025-01 6357, 2025-02..03 8908.53E, 2025-04 2627, 2025-05 1238.47, 2025-06 3188, "
    "2025-07 5577, 2025-08 6145.623, 2025-09 5774, 2025-10 5473, 2025-11 6149.95, "
    "2025-12 5952";

static void test_a_headline_says_the_move_the_level_and_what_is_remarkable(void **state)
{
    static const struct {
        const char *figures, *period, *headline;
    } cases[] = {
        {magnets, "2025-10",
         "fell 5.2% to 5,473\u00A0t in October, the second consecutive monthly fall"},
        {magnets, "2025-11",
         "rose 12.4% to 6,150\u00A0t in November, the highest in at least eight months"},
        {magnets, "2025-12", "fell 3.2% to 5,952\u00A0t in December"},
        {magnets, "2025-05", "plunged 52.9% to 1,238\u00A0t in May"},
        {magnets, "2025-06", "more than doubled to 3,188\u00A0t in June"},
        {magnets, "2025-07",
         "jumped 74.9% to 5,577\u00A0t in July, the second consecutive monthly rise"},
        {"2024-11 6, 2024-12 5, 2025-01 4, 2025-02 3, 2025-03 5.325", "2025-03",
         "jumped 77.5% to 5\u00A0t in March, the highest since November 2024"},
        {"2025-06 3, 2025-07 5577, 2025-08 6146, 2025-09 6200, 2025-10 5473", "2025-10",
         "fell 11.7% to 5,473\u00A0t in October, the lowest since June"},
        {"2025-08 9, 2025-09 8, 2025-10 7", "2025-10",
         "fell 12.5% to 7\u00A0t in October, at least the second consecutive monthly fall"},
        {"2025-07 2, 2025-08 3, 2025-09 10000, 2025-10 10002", "2025-10",
         "was unchanged at 10,002\u00A0t in October"},
        {"2025-07 2, 2025-08 1, 2025-09 1000, 2025-10 1003", "2025-10",
         "edged up 0.3% to 1,003\u00A0t in October, the second consecutive monthly rise"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(headline(*state, cases[i].figures, cases[i].period), cases[i].headline);
    }
}

static void test_a_move_to_below_zero_has_no_size(void **state)
{
    assert_str(headline(*state, "2025-09 10, 2025-10 -10", "2025-10"),
               "fell to \u221210\u00A0t in October");
    assert_str(headline(*state, "2025-09 -10, 2025-10 20", "2025-10"), "");
}
static void test_a_headline_takes_the_published_rate_with_its_decimals(void **state)
{
    struct series *series = figures(*state, "2025-07 590, 2025-08 589.85, 2025-09 420.5, "
                                            "2025-10 656, 2025-11 9, 2025-12 15");
    series->rates[RATE_PREVIOUS] = figures(*state, "2025-10 56.1, 2025-12 67");
    assert_str(
        sentence_headline(*state, NULL, series, period_of("2025-10"), false),
        "jumped 56.1% to 656\u00A0t in October, the highest in at least four months");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-12"), false),
               "jumped 67% to 15\u00A0t in December");
}

static void test_there_is_no_headline_without_a_rate_of_a_month(void **state)
{
    assert_str(headline(*state, magnets, "2025-01"), "");
    assert_str(headline(*state, magnets, "2025-04"), "");
    assert_str(headline(*state, magnets, "2026-01"), "");
    assert_str(headline(*state, "2025-Q1 3, 2025-Q2 4", "2025-Q2"), "");
    const struct series *to_date = operator_to_date(*state, figures(*state, magnets));
    assert_str(sentence_headline(*state, NULL, to_date, period_of("2025-10"), false), "");
}

static void test_a_per_cent_sign_stands_close(void **state)
{
    struct series *series = figures(*state, "2025-09 20, 2025-10 21");
    series->unit = S("%");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-10"), false),
               "rose 5.0% to 21% in October");
    series->unit = S("");
    assert_str(sentence_headline(*state, NULL, series, period_of("2025-10"), false),
               "rose 5.0% to 21 in October");
}

/* --- in other languages --------------------------------------------------------- */

static const struct language *language(const char *tag)
{
    return language_find(str_from(tag));
}

static void test_headlines_are_idiom_in_each_language(void **state)
{
    static const struct {
        const char *tag, *period, *headline;
    } cases[] = {
        {"de", "2025-10",
         "sanken im Oktober um 5,2\u00A0% auf 5.473\u00A0t, der zweite Rückgang "
         "in Folge"},
        {"de", "2025-05", "sackten im Mai um 52,9\u00A0% auf 1.238\u00A0t ab"},
        {"de", "2025-06", "haben sich im Juni auf 3.188\u00A0t mehr als verdoppelt"},
        {"fr", "2025-10",
         "ont reculé de 5,2\u202F% en octobre, à 5\u202F473\u00A0t, la deuxième "
         "baisse mensuelle consécutive"},
        {"fr", "2025-08",
         "ont progressé de 10,2\u202F% en août, à 6\u202F146\u00A0t, la "
         "troisième hausse mensuelle consécutive"},
        {"ja", "2025-10", "10月は前月比5.2%減の5,473トン、2カ月連続の減少"},
        {"ja", "2025-06", "6月は前月比2.6倍の3,188トン"},
        {"zh", "2025-10", "10月环比下降5.2%至5,473吨，连续第二个月下降"},
        {"zh", "2025-11", "11月环比增长12.4%至6,150吨，至少八个月来最高"},
        {"ko", "2025-10", "10월 전월 대비 5.2% 감소한 5,473톤, 2개월 연속 감소"},
        {"ko", "2025-06", "6월 전월 대비 2.6배로 급증한 3,188톤"},
        {"ar", "2025-10",
         "انخفضت بنسبة \u200e5.2% إلى \u200e5,473\u00a0طن في أكتوبر، للشهر الثاني على "
         "التوالي"},
        {"ar", "2025-11",
         "ارتفعت بنسبة \u200e12.4% إلى \u200e6,150\u00a0طن في نوفمبر، الأعلى في ثمانية "
         "أشهر على الأقل"},
        {"he", "2025-10",
         "ירדו ב־\u200e5.2% ל־\u200e5,473\u00a0טון באוקטובר, ירידה זה החודש השני ברציפות"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(sentence_headline(*state, language(cases[i].tag),
                                     figures(*state, magnets), period_of(cases[i].period),
                                     true),
                   cases[i].headline);
    }
}

static void test_nouns_have_the_form_that_their_number_wants(void **state)
{
    static const struct {
        size_t months;
        const char *arabic, *hebrew;
    } cases[] = {
        {2, "الأعلى في شهرين على الأقل", "הגבוה ביותר זה חודשיים לפחות"},
        {3, "الأعلى في ثلاثة أشهر على الأقل", "הגבוה ביותר זה שלושה חודשים לפחות"},
        {11, "الأعلى في 11 شهراً على الأقل", "הגבוה ביותר זה 11 חודשים לפחות"},
        {100, "الأعلى في 100 شهر على الأقل", "הגבוה ביותר זה 100 חודשים לפחות"},
        {103, "الأعلى في 103 أشهر على الأقل", "הגבוה ביותר זה 103 חודשים לפחות"},
    };
    struct period october = period_of("2025-10");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct since since = {.is_high = true, .months = cases[i].months - 1};
        assert_str(sentence_since(*state, language("ar"), since, october), cases[i].arabic);
        assert_str(sentence_since(*state, language("he"), since, october), cases[i].hebrew);
    }
}

static void test_verbs_agree_with_the_number_of_the_subject(void **state)
{
    const struct series *series = figures(*state, magnets);
    struct period october = period_of("2025-10");
    assert_str(
        str_slice(sentence_headline(*state, language("de"), series, october, false), 0, 4),
        "sank");
    assert_str(
        str_slice(sentence_headline(*state, language("fr"), series, october, false), 0, 9),
        "a reculé");
}

static void test_a_since_names_the_month_in_each_language(void **state)
{
    static const struct {
        const char *tag, *exact, *open;
    } cases[] = {
        {"de", "der höchste Wert seit November 2024",
         "der niedrigste Wert seit mindestens sechs Monaten"},
        {"fr", "le plus haut niveau depuis novembre 2024",
         "le plus bas niveau depuis au moins six mois"},
        {"ja", "2024年11月以来の高水準", "少なくとも過去6カ月で最も低い水準"},
        {"zh", "2024年11月以来最高", "至少六个月来最低"},
        {"ko", "2024년 11월 이후 최고", "최소 6개월 만에 최저"},
        {"ar", "الأعلى منذ نوفمبر 2024", "الأدنى في ستة أشهر على الأقل"},
        {"he", "הגבוה ביותר מאז נובמבר 2024", "הנמוך ביותר זה שישה חודשים לפחות"},
    };
    const struct since exact = {
        .is_high = true, .months = 9, .month = period_of("2024-11")};
    const struct since open = {.months = 5};
    struct period october = period_of("2025-10");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct language *tongue = language(cases[i].tag);
        assert_str(sentence_since(*state, tongue, exact, october), cases[i].exact);
        assert_str(sentence_since(*state, tongue, open, october), cases[i].open);
    }
}

/* --- sentences ------------------------------------------------------------------ */

/* A finding that has everything that a pattern may ask for. */
static struct finding any_finding(struct arena *arena, enum finding_kind kind, int sign,
                                  bool is_complete)
{
    static struct series series = {.name = S("total"), .unit = S("t")};
    const struct series *values = figures(arena, "2024-12 4000, 2025-12 5473");
    const struct series *rates =
        operator_rate(arena, figures(arena, "2025-09 100, 2025-10 93"), RATE_PREVIOUS);
    struct finding finding = {
        .kind = kind,
        .query = S("total"),
        .series = &series,
        .other = &series,
        .period = period_of("2025-12"),
        .sign = sign,
        .value = values->at[1],
        .comparator = values->at[0],
        .rate = series_at(rates, period_of("2025-10")),
        .since = {sign > 0, 12, period_of("2024-11")},
        .streak = {sign, 13, is_complete},
        .count = 4,
        .before = 3,
        .is_complete = is_complete,
    };
    finding.rate.value.numerator *= -sign;
    return finding;
}

static void check_sentence(str sentence)
{
    static const char *const wrong[] = {"{",  "}",  "[",  "]",  "|", "  ",
                                        " ,", " .", "..", ",,", "’ "};
    struct arena arena = {0};
    assert_true(sentence.length > 10);
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        if (strstr(str_c(&arena, sentence), wrong[i])) {
            fail_msg("%.*s", STR_ARG(sentence));
        }
    }
    assert_true(str_ends(sentence, S(".")) || str_ends(sentence, S("。")));
    arena_finish(&arena);
}

static void test_every_pattern_of_every_language_is_a_whole_sentence(void **state)
{
    for (size_t i = 0; i < language_count(); i++) {
        const struct sentence_speaker speaker = {.language = language_at(i)};
        for (enum finding_kind kind = 0; kind < FINDING_KIND_COUNT; kind++) {
            for (int variant = 0; variant < 12 * SENTENCE_STARTS; variant++) {
                struct finding finding =
                    any_finding(*state, kind, variant % 3 - 1, variant / 3 % 2 == 0);
                finding.count = variant / 6 % 2 ? 2 : 1 + finding.count;
                check_sentence(sentence_of(*state, &speaker, &finding,
                                           (enum sentence_start)(variant / 12)));
            }
        }
    }
}

static void test_a_fall_to_below_zero_is_neither_a_rate_nor_a_multiple(void **state)
{
    static const enum finding_kind kinds[] = {
        FINDING_CHANGE_MONTH, FINDING_CHANGE_YEAR, FINDING_TO_DATE,    FINDING_STREAK_MONTH,
        FINDING_STREAK_YEAR,  FINDING_FIRST_MONTH, FINDING_FIRST_YEAR,
    };
    static const char *const wrong[] = {"%", "double", "doppel", "deux fois", "倍", "番"};
    for (size_t i = 0; i < COUNT_OF(kinds) * SENTENCE_STARTS; i++) {
        struct finding finding = any_finding(*state, kinds[i / SENTENCE_STARTS], -1, true);
        finding.value = figures(*state, "2025-12 -10")->at[0];
        for (size_t k = 0; k < language_count(); k++) {
            const struct sentence_speaker speaker = {.language = language_at(k)};
            str sentence = sentence_of(*state, &speaker, &finding,
                                       (enum sentence_start)(i % SENTENCE_STARTS));
            for (size_t word = 0; word < COUNT_OF(wrong); word++) {
                assert_null(strstr(str_c(*state, sentence), wrong[word]));
            }
        }
    }
    struct finding sums = any_finding(*state, FINDING_TO_DATE, -1, true);
    sums.value = figures(*state, "2025-12 -10")->at[0];
    const struct sentence_speaker english = {0};
    assert_str(sentence_of(*state, &english, &sums, SENTENCE_SUBJECT),
               "Compared with 2024, total fell to \u221210\u00A0t in 2025.");
}

/* 수출은 and 조달러는, 톤으로 and 달러로, 서울로: by the sound at the end. */
static void test_korean_particles_agree_with_what_they_follow(void **state)
{
    static const struct {
        const char *subject, *unit, *sentence;
    } cases[] = {
        {"수출", "t", "수출은 12월 5,473톤으로 "},
        {"수출량", "USD", "수출량은 12월 5,473달러로 "},
        {"독일", "", "독일은 12월 5,473으로 "},
        {"자석 무게", "t", "자석 무게는 12월 5,473톤으로 "},
        {"HS 8505", "t", "HS 8505는 12월 5,473톤으로 "},
        {"품목 17", "t", "품목 17은 12월 5,473톤으로 "},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sentence_subjects subjects = {0};
        *arena_push(*state, &subjects) = (struct sentence_subject_entry){
            S("total"), S(""), {str_from(cases[i].subject), false}};
        const struct sentence_speaker korean = {language("ko"), &subjects};
        struct finding finding = any_finding(*state, FINDING_RECORD_HIGH, 1, true);
        struct series *series = figures(*state, magnets);
        series->unit = str_from(cases[i].unit);
        finding.series = series;
        str sentence = sentence_of(*state, &korean, &finding, SENTENCE_SUBJECT);
        assert_str(str_slice(sentence, 0, strlen(cases[i].sentence)), cases[i].sentence);
    }
}

static void test_sentences_in_a_row_do_not_begin_alike(void **state)
{
    enum { SENTENCES = 5 };
    static const char *const tags[] = {"en", "de", "fr", "ja", "zh", "ko", "ar", "he"};
    struct finding findings[SENTENCES];
    for (enum finding_kind kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        if (kind == FINDING_UNIT_VALUE) {
            continue; /* one for each query */
        }
        for (size_t i = 0; i < SENTENCES; i++) {
            findings[i] = any_finding(*state, kind, 1, true);
        }
        for (size_t i = 0; i < COUNT_OF(tags); i++) {
            const struct sentence_speaker speaker = {.language = language(tags[i])};
            const str *sentences = sentence_list(*state, &speaker, findings, SENTENCES);
            for (size_t k = 1; k < SENTENCES; k++) {
                assert_false(str_equal(str_slice(sentences[k], 0, 5),
                                       str_slice(sentences[k - 1], 0, 5)));
            }
        }
    }
}

static void
test_a_subject_is_small_within_a_sentence_and_has_its_capital_at_its_start(void **state)
{
    struct sentence_subjects subjects = {0};
    *arena_push(*state, &subjects) = (struct sentence_subject_entry){
        S("total"), S(""), {S("Die Ausfuhren in die USA"), true}};
    const struct sentence_speaker german = {language("de"), &subjects};
    struct finding finding = any_finding(*state, FINDING_CHANGE_MONTH, -1, true);
    assert_str(sentence_of(*state, &german, &finding, SENTENCE_SUBJECT),
               "Die Ausfuhren in die USA sanken im Dezember gegenüber dem Vormonat um "
               "7,0\u00A0% auf 5.473\u00A0t.");
    assert_str(sentence_of(*state, &german, &finding, SENTENCE_MONTH),
               "Im Dezember sanken die Ausfuhren in die USA gegenüber dem Vormonat um "
               "7,0\u00A0% auf 5.473\u00A0t.");
    subjects.at[0].subject.text = S("L’exportation de terbium");
    subjects.at[0].subject.is_plural = false;
    const struct sentence_speaker french = {language("fr"), &subjects};
    assert_str(
        sentence_of(*state, &french, &finding, SENTENCE_MONTH),
        "En décembre, l’exportation de terbium a reculé de 7,0\u202F% par rapport au mois "
        "précédent, à 5\u202F473\u00A0t.");
}

static void test_members_have_the_subject_of_their_group_with_their_name(void **state)
{
    struct sentence_subjects subjects = {0};
    *arena_push(*state, &subjects) = (struct sentence_subject_entry){
        S("partners"), S(""), {S("Exporte nach {member}"), true}};
    *arena_push(*state, &subjects) = (struct sentence_subject_entry){
        S("partners"), S("United States"), {S("Exporte in die USA"), true}};
    *arena_push(*state, &subjects.names) =
        (struct sentence_name){S("Germany"), S("Deutschland")};
    assert_str(sentence_subject(*state, &subjects, S("partners"), S("Germany")).text,
               "Exporte nach Deutschland");
    assert_str(sentence_subject(*state, &subjects, S("partners"), S("Japan")).text,
               "Exporte nach Japan");
    assert_str(sentence_subject(*state, &subjects, S("partners"), S("United States")).text,
               "Exporte in die USA");
    assert_str(sentence_subject(*state, &subjects, S("total"), S("")).text, "total");
    assert_str(sentence_subject(*state, NULL, S("partners"), S("Japan")).text, "Japan");
}

static void test_an_average_value_and_a_usual_range_are_idiom(void **state)
{
    const struct sentence_speaker german = {language("de"), NULL};
    const struct sentence_speaker french = {language("fr"), NULL};
    struct finding finding = any_finding(*state, FINDING_UNIT_VALUE, 1, true);
    finding.rate.value = number("120");
    assert_str(sentence_of(*state, &german, &finding, SENTENCE_SUBJECT),
               "Total: Der Durchschnittswert lag im Dezember bei 5.473\u00A0t, mehr als "
               "doppelt so hoch wie im Vorjahresmonat.");
    assert_str(
        sentence_of(*state, &french, &finding, SENTENCE_SUBJECT),
        "Total\u00A0: la valeur moyenne était de 5\u202F473\u00A0t en décembre, plus "
        "du double de celle d’un an plus tôt.");
    finding = any_finding(*state, FINDING_USUAL_RANGE, -1, true);
    finding.value = figures(*state, "2025-10 12")->at[0];
    finding.period = period_of("2025-10");
    assert_str(
        sentence_of(*state, &french, &finding, SENTENCE_COMPARISON),
        "Au cours des quatre années précédentes, total n’avait jamais connu en octobre "
        "un niveau aussi bas\u00A0: 12\u00A0t.");
}

static void test_a_level_below_one_has_the_decimals_that_show_it(void **state)
{
    struct finding finding = any_finding(*state, FINDING_CHANGE_MONTH, -1, true);
    const struct sentence_speaker speaker = {0};
    finding.value = figures(*state, "2025-12 0.043")->at[0];
    assert_str(sentence_of(*state, &speaker, &finding, SENTENCE_SUBJECT),
               "Total fell 7.0% in December from a month earlier, to 0.04\u00A0t.");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_high_names_the_month_and_its_year_only_where_it_is_another),
        unit_case(test_a_window_that_ends_early_says_at_least),
        unit_case(test_a_streak_counts_from_two_and_says_when_it_may_be_longer),
        unit_case(test_a_verb_suits_the_rate_as_it_is_printed),
        unit_case(test_a_headline_says_the_move_the_level_and_what_is_remarkable),
        unit_case(test_a_move_to_below_zero_has_no_size),
        unit_case(test_a_headline_takes_the_published_rate_with_its_decimals),
        unit_case(test_there_is_no_headline_without_a_rate_of_a_month),
        unit_case(test_a_per_cent_sign_stands_close),
        unit_case(test_headlines_are_idiom_in_each_language),
        unit_case(test_nouns_have_the_form_that_their_number_wants),
        unit_case(test_korean_particles_agree_with_what_they_follow),
        unit_case(test_verbs_agree_with_the_number_of_the_subject),
        unit_case(test_a_since_names_the_month_in_each_language),
        unit_case(test_every_pattern_of_every_language_is_a_whole_sentence),
        unit_case(test_a_fall_to_below_zero_is_neither_a_rate_nor_a_multiple),
        unit_case(test_sentences_in_a_row_do_not_begin_alike),
        unit_case(
            test_a_subject_is_small_within_a_sentence_and_has_its_capital_at_its_start),
        unit_case(test_members_have_the_subject_of_their_group_with_their_name),
        unit_case(test_an_average_value_and_a_usual_range_are_idiom),
        unit_case(test_a_level_below_one_has_the_decimals_that_show_it),
    };
    return unit_run(tests);
}
