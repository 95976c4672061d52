/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

static str ordinal(struct arena *arena, size_t number)
{
    return language_word_or(arena, NULL, 0, number, "{x}番目");
}

static str in_words(struct arena *arena, size_t number)
{
    return language_word_or(arena, NULL, 0, number, "{x}");
}

static const struct language japanese =
    {
        .tag = "ja",
        .name = "Japanese",
        .marks = {.point = ".", .group = ","},
        .percent = "{x}%",
        .amount = "{x}{y}",
        .units =
            {
                {"t", "トン", NULL},
                {"kg", "キログラム", NULL},
                {"pp", "ポイント", NULL},
                {"USD", "ドル", NULL},
                {"EUR", "ユーロ", NULL},
                {"CNY", "元", NULL},
                {"JPY", "円", NULL},
                {"pieces", "個", NULL},
                {"sets", "セット", NULL},
                {"pairs", "組", NULL},
                {"vehicles", "台", NULL},
                {"litres", "リットル", NULL},
            },
        .scales =
            {
                {INT64_C(10000000000000), INT64_C(1000000000000), "兆"},
                {INT64_C(1000000000), INT64_C(100000000), "億"},
                {INT64_C(10000000), INT64_C(10000), "万"},
            },
        .ordinal = ordinal,
        .in_words = in_words,
        .calendar =
            {
                .months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月",
                           "10月", "11月", "12月"},
                .short_months = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月",
                                 "9月", "10月", "11月", "12月"},
                .quarters = {"第1四半期", "第2四半期", "第3四半期", "第4四半期"},
                .halves = {"上半期", "下半期"},
                .year = "{y}年",
                .month_of_year = "{y}年{m}",
                .part_of_year = "{y}年{p}",
                .months_alone = "{n}〜{M}",
                .months_of_year = "{y}年{n}〜{M}",
                .months_of_years = "{y}年{m}〜{Y}年{M}",
                .short_month = "{s}",
                .short_month_of_year = "{z}年{s}",
                .short_months_of_year = "{y}年{n}〜{S}",
                .short_months_of_years = "{y}年{s}〜{Y}年{S}",
                .date = "{y}年{m}{d}日",
                .short_date = "{y}年{s}{d}日",
            },
        .statuses =
            {
                {'E', "導出値"},
                {'F', "予測値"},
                {'I', "補完値"},
                {'U', "信頼性が低い"},
                {'P', "速報値"},
                {'V', "未検証"},
                {'G', "試験的な値"},
                {'S', "ストライキなど特殊要因"},
                {'D', "定義が異なる"},
                {'N', "有意でない"},
                {'B', "統計の断絶"},
                {'J', "適用除外"},
                {'K', "他の区分に含む"},
                {'R', "改定値"},
                {'W', "他の区分を含む"},
            },
        .phrases =
            {
                [PHRASE_COMMA] = "、",
                [PHRASE_AND] = "、",
                [PHRASE_OR] = "または",
                [PHRASE_CLAUSE] = "、",
                [PHRASE_SEMICOLON] = "、",
                [PHRASE_STOP] = "。",
                [PHRASE_SPACE] = "",
                [PHRASE_FIGURE] = "図{x}",
                [PHRASE_TABLE] = "表{x}",
                [PHRASE_PAGE] = "{x}/{y}ページ",
                [PHRASE_RELEASE] = "{x}公表時点のデータ",
                [PHRASE_NOT_AVAILABLE] = "n.a.",
                [PHRASE_NOT_AVAILABLE_MEANS] = "データなし",
                [PHRASE_NOT_MEANINGFUL_MEANS] = "比較不能",
                [PHRASE_NIL_MEANS] = "該当なし",
                [PHRASE_ROUNDED_AWAY_MEANS] = "表示単位の半分未満",
                [PHRASE_CONFIDENTIAL_MEANS] = "秘匿",
                [PHRASE_TABLE_CONTINUED] = "{x}（続き）",
                [PHRASE_STATUS_OF_SOURCE] = "出典の区分{x}",
                [PHRASE_UP] = "{x}増",
                [PHRASE_DOWN] = "{x}減",
                [PHRASE_UNCHANGED] = "横ばい",
                [PHRASE_ON_MONTH] = "前月比 {x}",
                [PHRASE_ON_YEAR] = "前年比 {x}",
                [PHRASE_HEAD_ON_MONTH] = "前月比",
                [PHRASE_HEAD_ON_YEAR] = "前年比",
                [PHRASE_RANK] = "順位",
                [PHRASE_HIGHEST_SINCE] = "{x}以来の高水準",
                [PHRASE_HATCHED] = "斜線：{x}。",
                [PHRASE_HOLLOW] = "白抜き：{x}。",
                [PHRASE_GAPS] = "空白：データなし。",
                [PHRASE_AVERAGE] = "{x}：月平均。",
                [PHRASE_AVERAGES] = "{x}：月平均。",
                [PHRASE_TAKEN_TOGETHER] = "{x}：各月の合算。",
                [PHRASE_PARTS_ADJUSTED] =
                    "内訳の合計が総計に一致するように端数を調整した。",
                [PHRASE_PARTS_DRIFT] =
                    "四捨五入のため、内訳の合計が総計と一致しないことがある。",
                [PHRASE_COLUMN_CHART] = "縦棒グラフ：{x}",
                [PHRASE_BAR_CHART] = "横棒グラフ：{x}",
                [PHRASE_LINE_CHART] = "折れ線グラフ：{x}",
                [PHRASE_SPARKLINE] = "推移：{x}",
                [PHRASE_LINE] = "推移：{x}",
                [PHRASE_FIGURES] = "数値",
                [PHRASE_WINDOW] = "{x}〜{y}",
                [PHRASE_LATEST] = "直近は{y}の{x}",
                [PHRASE_HIGH] = "最高は{y}の{x}",
                [PHRASE_LOW] = "最低は{y}の{x}",
                [PHRASE_CLAIMS] = "記述とデータの照合",
                [PHRASE_CLAIM] = "記述",
                [PHRASE_VERDICT] = "判定",
                [PHRASE_DATA_SAY] = "データの示すところ",
                [PHRASE_SOURCE] = "出典",
                [PHRASE_VERDICT_TRUE] = "正しい",
                [PHRASE_VERDICT_FALSE] = "誤り",
                [PHRASE_VERDICT_WRONG_SERIES] = "別の系列",
                [PHRASE_VERDICT_UNDECIDABLE] = "判定不能",
                [PHRASE_CONTENTS] = "本号の内容",
                [PHRASE_PROVISIONAL] = "速報",
                [PHRASE_DRAFT] = "草案",
                [PHRASE_IMPORT_REPORT] = "本号のデータ",
                [PHRASE_HOW_READ] = "読み込みの記録",
                [PHRASE_MEASURE] = "項目",
                [PHRASE_ROWS] = "行数",
                [PHRASE_VALUES] = "値あり",
                [PHRASE_ZERO] = "ゼロ",
                [PHRASE_MISSING] = "欠測",
                [PHRASE_SUPPRESSED] = "秘匿",
                [PHRASE_NO_ROW] = "行なし",
                [PHRASE_READ_BRIEFING] = "レポート全文を読む",
                [PHRASE_ATTACHED] = "レポート全文を添付しています：",
                [PHRASE_TOO_LARGE_TO_ATTACH] = "レポート全文は大きいため添付していません。",
                [PHRASE_ROWS_OF] = "{x}行（全{y}行）",
                [PHRASE_CHART] = "図：",
                [PHRASE_UNSUBSCRIBE] = "配信停止",
            },
};

const struct language *language_japanese(void)
{
    return &japanese;
}
