/* SPDX-License-Identifier: MIT */
/* Chinese in simplified characters, as the press of the mainland writes it. */
#include "language_internal.h"

static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,   "第一", "第二", "第三", "第四", "第五",
                                        "第六", "第七", "第八", "第九", "第十"};
    return language_word_or(arena, words, COUNT_OF(words), number, "第{x}");
}

/* Before a measure word: two months are 两个月. */
static str in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"零", "一", "两", "三", "四", "五",
                                        "六", "七", "八", "九", "十"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

static const struct language chinese =
    {
        .tag = "zh",
        .name = "Chinese",
        .marks = {.point = ".", .group = ","},
        .percent = "{x}%",
        .amount = "{x}{y}",
        .units =
            {
                {"t", "吨", NULL},
                {"kg", "千克", NULL},
                {"pp", "个百分点", NULL},
                {"USD", "美元", NULL},
                {"EUR", "欧元", NULL},
                {"CNY", "元", NULL},
                {"JPY", "日元", NULL},
                {"pieces", "件", NULL},
                {"sets", "套", NULL},
                {"pairs", "双", NULL},
                {"vehicles", "辆", NULL},
                {"litres", "升", NULL},
            },
        .scales =
            {
                {INT64_C(10000000000000), INT64_C(1000000000000), "万亿"},
                {INT64_C(1000000000), INT64_C(100000000), "亿"},
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
                .quarters = {"第一季度", "第二季度", "第三季度", "第四季度"},
                .halves = {"上半年", "下半年"},
                .year = "{y}年",
                .month_of_year = "{y}年{m}",
                .part_of_year = "{y}年{p}",
                .months_alone = "{n}至{M}",
                .months_of_year = "{y}年{n}至{M}",
                .months_of_years = "{y}年{m}至{Y}年{M}",
                .short_month = "{s}",
                .short_month_of_year = "{z}年{s}",
                .short_months_of_year = "{y}年{n}至{S}",
                .short_months_of_years = "{y}年{s}至{Y}年{S}",
                .date = "{y}年{m}{d}日",
                .short_date = "{y}年{s}{d}日",
            },
        .statuses =
            {
                {'E', "推算"},
                {'F', "预测"},
                {'I', "插补"},
                {'U', "可靠性低"},
                {'P', "初步数"},
                {'V', "未核实"},
                {'G', "试验性"},
                {'S', "罢工等特殊事件"},
                {'D', "定义不同"},
                {'N', "不显著"},
                {'B', "序列中断"},
                {'J', "豁免"},
                {'K', "计入其他类别"},
                {'R', "修订"},
                {'W', "含其他类别"},
            },
        .phrases =
            {
                [PHRASE_COMMA] = "、",
                [PHRASE_AND] = "和",
                [PHRASE_OR] = "或",
                [PHRASE_CLAUSE] = "，",
                [PHRASE_SEMICOLON] = "；",
                [PHRASE_STOP] = "。",
                [PHRASE_SPACE] = "",
                [PHRASE_FIGURE] = "图{x}",
                [PHRASE_TABLE] = "表{x}",
                [PHRASE_PAGE] = "第{x}页，共{y}页",
                [PHRASE_RELEASE] = "数据截至{x}公布",
                [PHRASE_NOT_AVAILABLE] = "n.a.",
                [PHRASE_NOT_AVAILABLE_MEANS] = "暂无数据",
                [PHRASE_NOT_MEANINGFUL_MEANS] = "无可比性",
                [PHRASE_NIL_MEANS] = "无",
                [PHRASE_ROUNDED_AWAY_MEANS] = "不足最末位的一半",
                [PHRASE_CONFIDENTIAL_MEANS] = "保密",
                [PHRASE_TABLE_CONTINUED] = "{x}（续）",
                [PHRASE_STATUS_OF_SOURCE] = "来源标记{x}",
                [PHRASE_UP] = "上升{x}",
                [PHRASE_DOWN] = "下降{x}",
                [PHRASE_UNCHANGED] = "持平",
                [PHRASE_ON_MONTH] = "环比 {x}",
                [PHRASE_ON_YEAR] = "同比 {x}",
                [PHRASE_HEAD_ON_MONTH] = "环比",
                [PHRASE_HEAD_ON_YEAR] = "同比",
                [PHRASE_RANK] = "排名",
                [PHRASE_HIGHEST_SINCE] = "{x}以来最高",
                [PHRASE_HATCHED] = "斜线：{x}。",
                [PHRASE_HOLLOW] = "空心：{x}。",
                [PHRASE_GAPS] = "空缺：暂无数据。",
                [PHRASE_AVERAGE] = "{x}：月均值。",
                [PHRASE_AVERAGES] = "{x}：月均值。",
                [PHRASE_TAKEN_TOGETHER] = "{x}：合并月份。",
                [PHRASE_PARTS_ADJUSTED] = "已调整尾数，使分项之和等于合计。",
                [PHRASE_PARTS_DRIFT] = "因四舍五入，分项之和可能不等于合计。",
                [PHRASE_COLUMN_CHART] = "柱形图：{x}",
                [PHRASE_BAR_CHART] = "条形图：{x}",
                [PHRASE_LINE_CHART] = "折线图：{x}",
                [PHRASE_SPARKLINE] = "走势：{x}",
                [PHRASE_LINE] = "走势：{x}",
                [PHRASE_FIGURES] = "数据",
                [PHRASE_WINDOW] = "{x}至{y}",
                [PHRASE_LATEST] = "最新{y}为{x}",
                [PHRASE_HIGH] = "最高{y}为{x}",
                [PHRASE_LOW] = "最低{y}为{x}",
                [PHRASE_REVISIONS] = "修订数据",
                [PHRASE_NO_REVISIONS] = "过去十二个月的数据没有修订。",
                [PHRASE_REVISED_SERIES] = "系列",
                [PHRASE_REVISED_PERIOD] = "时期",
                [PHRASE_REVISED_FIRST] = "首次公布",
                [PHRASE_REVISED_NOW] = "现值",
                [PHRASE_REVISED_CHANGE] = "变动",
                [PHRASE_CLAIMS] = "说法与数据的核对",
                [PHRASE_CLAIM] = "说法",
                [PHRASE_VERDICT] = "结论",
                [PHRASE_DATA_SAY] = "数据显示",
                [PHRASE_SOURCE] = "来源",
                [PHRASE_VERDICT_TRUE] = "正确",
                [PHRASE_VERDICT_FALSE] = "错误",
                [PHRASE_VERDICT_WRONG_SERIES] = "序列有误",
                [PHRASE_VERDICT_UNDECIDABLE] = "无法判定",
                [PHRASE_CONTENTS] = "本期内容",
                [PHRASE_PROVISIONAL] = "初步数据",
                [PHRASE_DRAFT] = "草稿",
                [PHRASE_IMPORT_REPORT] = "本期数据",
                [PHRASE_HOW_READ] = "读取说明",
                [PHRASE_MEASURE] = "指标",
                [PHRASE_ROWS] = "行数",
                [PHRASE_VALUES] = "有值",
                [PHRASE_ZERO] = "零",
                [PHRASE_MISSING] = "缺失",
                [PHRASE_SUPPRESSED] = "隐去",
                [PHRASE_NO_ROW] = "无此行",
                [PHRASE_READ_BRIEFING] = "阅读完整简报",
                [PHRASE_ATTACHED] = "完整简报见附件：",
                [PHRASE_TOO_LARGE_TO_ATTACH] = "完整简报文件过大，未随信附上。",
                [PHRASE_ROWS_OF] = "{x}行（共{y}行）",
                [PHRASE_CHART] = "图：",
                [PHRASE_UNSUBSCRIBE] = "退订",
            },
};

const struct language *language_chinese(void)
{
    return &chinese;
}
