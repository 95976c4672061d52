/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,        "첫 번째",   "두 번째",   "세 번째",
                                        "네 번째",   "다섯 번째", "여섯 번째", "일곱 번째",
                                        "여덟 번째", "아홉 번째", "열 번째"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}번째");
}

/* Counters take digits: 2개월. */
static str in_words(struct arena *arena, size_t number)
{
    return language_word_or(arena, NULL, 0, number, "{x}");
}

static const struct language korean =
    {
        .tag = "ko",
        .name = "Korean",
        .marks = {.point = ".", .group = ","},
        .percent = "{x}%",
        .amount = "{x}{y}",
        .units =
            {
                {"t", "톤", NULL},
                {"kg", "킬로그램", NULL},
                {"pp", "%포인트", NULL},
                {"USD", "달러", NULL},
                {"EUR", "유로", NULL},
                {"CNY", "위안", NULL},
                {"JPY", "엔", NULL},
                {"pieces", "개", NULL},
                {"sets", "세트", NULL},
                {"pairs", "켤레", NULL},
                {"vehicles", "대", NULL},
                {"litres", "리터", NULL},
            },
        .scales =
            {
                {INT64_C(10000000000000), INT64_C(1000000000000), "조"},
                {INT64_C(1000000000), INT64_C(100000000), "억"},
                {INT64_C(10000000), INT64_C(10000), "만"},
            },
        .ordinal = ordinal,
        .in_words = in_words,
        .calendar =
            {
                .months = {"1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월",
                           "10월", "11월", "12월"},
                .short_months = {"1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월",
                                 "9월", "10월", "11월", "12월"},
                .quarters = {"1분기", "2분기", "3분기", "4분기"},
                .halves = {"상반기", "하반기"},
                .year = "{y}년",
                .month_of_year = "{y}년 {m}",
                .part_of_year = "{y}년 {p}",
                .months_alone = "{n}~{M}",
                .months_of_year = "{y}년 {n}~{M}",
                .months_of_years = "{y}년 {m}~{Y}년 {M}",
                .short_month = "{s}",
                .short_month_of_year = "{z}년 {s}",
                .short_months_of_year = "{y}년\u00a0{n}~{S}",
                .short_months_of_years = "{y}년 {s}~{Y}년\u00a0{S}",
                .date = "{y}년 {m} {d}일",
                .short_date = "{y}년\u00a0{s}\u00a0{d}일",
            },
        .statuses =
            {
                {'E', "산출치"},
                {'F', "전망치"},
                {'I', "대체값"},
                {'U', "신뢰도 낮음"},
                {'P', "잠정치"},
                {'V', "미검증"},
                {'G', "실험적 통계"},
                {'S', "파업 등 특수 요인"},
                {'D', "정의가 다름"},
                {'N', "유의하지 않음"},
                {'B', "시계열 단절"},
                {'J', "적용 예외"},
                {'K', "다른 항목에 포함"},
                {'R', "수정치"},
                {'W', "다른 항목 포함"},
            },
        .phrases =
            {
                [PHRASE_COMMA] = ", ",
                [PHRASE_AND] = ", ",
                [PHRASE_OR] = " 또는 ",
                [PHRASE_CLAUSE] = ", ",
                [PHRASE_SEMICOLON] = "; ",
                [PHRASE_STOP] = ".",
                [PHRASE_SPACE] = " ",
                [PHRASE_FIGURE] = "그림 {x}",
                [PHRASE_TABLE] = "표 {x}",
                [PHRASE_PAGE] = "{x}/{y}쪽",
                [PHRASE_DRAFT] = "초안",
                [PHRASE_RELEASE] = "{x} 발표 기준",
                [PHRASE_NOT_AVAILABLE] = "n.a.",
                [PHRASE_NOT_AVAILABLE_MEANS] = "자료 없음",
                [PHRASE_NOT_MEANINGFUL_MEANS] = "비교 불가",
                [PHRASE_NIL_MEANS] = "실적 없음",
                [PHRASE_ROUNDED_AWAY_MEANS] = "표시 단위의 절반 미만",
                [PHRASE_CONFIDENTIAL_MEANS] = "비공개",
                [PHRASE_TABLE_CONTINUED] = "{x} (계속)",
                [PHRASE_STATUS_OF_SOURCE] = "출처 구분 {x}",
                [PHRASE_UP] = "{x} 증가",
                [PHRASE_DOWN] = "{x} 감소",
                [PHRASE_UNCHANGED] = "보합",
                [PHRASE_ON_MONTH] = "전월비 {x}",
                [PHRASE_ON_YEAR] = "전년비 {x}",
                [PHRASE_HEAD_ON_MONTH] = "전월비",
                [PHRASE_HEAD_ON_YEAR] = "전년비",
                [PHRASE_RANK] = "순위",
                [PHRASE_HIGHEST_SINCE] = "{x} 이후 최고",
                [PHRASE_HATCHED] = "빗금: {x}.",
                [PHRASE_HOLLOW] = "빈 점: {x}.",
                [PHRASE_GAPS] = "빈칸: 자료 없음.",
                [PHRASE_AVERAGE] = "{x}: 월평균.",
                [PHRASE_AVERAGES] = "{x}: 월평균.",
                [PHRASE_TAKEN_TOGETHER] = "{x}: 각 월을 합산.",
                [PHRASE_PARTS_ADJUSTED] = "항목의 합이 합계와 같도록 단수를 조정했음.",
                [PHRASE_PARTS_DRIFT] = "반올림 때문에 항목의 합이 합계와 다를 수 있음.",
                [PHRASE_COLUMN_CHART] = "세로 막대그래프: {x}",
                [PHRASE_BAR_CHART] = "가로 막대그래프: {x}",
                [PHRASE_LINE_CHART] = "꺾은선그래프: {x}",
                [PHRASE_SPARKLINE] = "추이: {x}",
                [PHRASE_LINE] = "추이: {x}",
                [PHRASE_FIGURES] = "수치",
                [PHRASE_WINDOW] = "{x}~{y}",
                [PHRASE_LATEST] = "최근 {y} {x}",
                [PHRASE_HIGH] = "최고 {y} {x}",
                [PHRASE_LOW] = "최저 {y} {x}",
                [PHRASE_CLAIMS] = "서술과 자료의 대조",
                [PHRASE_CLAIM] = "서술",
                [PHRASE_VERDICT] = "판정",
                [PHRASE_DATA_SAY] = "자료가 보여 주는 것",
                [PHRASE_SOURCE] = "출처",
                [PHRASE_VERDICT_TRUE] = "맞음",
                [PHRASE_VERDICT_FALSE] = "틀림",
                [PHRASE_VERDICT_WRONG_SERIES] = "다른 계열",
                [PHRASE_VERDICT_UNDECIDABLE] = "판정 불가",
                [PHRASE_CONTENTS] = "이번 호 차례",
                [PHRASE_PROVISIONAL] = "잠정",
                [PHRASE_IMPORT_REPORT] = "이번 호의 자료",
                [PHRASE_HOW_READ] = "읽은 방법",
                [PHRASE_MEASURE] = "지표",
                [PHRASE_ROWS] = "행",
                [PHRASE_VALUES] = "값",
                [PHRASE_ZERO] = "0",
                [PHRASE_MISSING] = "결측",
                [PHRASE_SUPPRESSED] = "비공개",
                [PHRASE_NO_ROW] = "행 없음",
                [PHRASE_READ_BRIEFING] = "브리핑 전문 읽기",
                [PHRASE_ATTACHED] = "브리핑 전문을 첨부합니다:",
                [PHRASE_TOO_LARGE_TO_ATTACH] =
                    "브리핑 전문은 용량이 커서 이 메일에 첨부하지 않았습니다.",
                [PHRASE_ROWS_OF] = "{x}행(전체 {y}행)",
                [PHRASE_CHART] = "그림:",
                [PHRASE_UNSUBSCRIBE] = "수신 거부",
            },
};

const struct language *language_korean(void)
{
    return &korean;
}
