/* SPDX-License-Identifier: MIT */
/* Chinese, as the financial press of the mainland writes it. */
#include "sentence_internal.h"

/* What several patterns end with. */
#define NTH_CHANGE "[e:|至少]连续{nth}个月[s:增长|下降]"
#define NTH_MONTH "[e:|至少]连续{nth}个月同比[s:增长|下降]"
#define RECORD "为{start}有数据以来最[s:高|低]"
#define SINCE "[e:创{since}以来新[s:高|低]|为至少{count}个月来最[s:高|低]]"
#define FIRST_CHANGE "为[e:|至少]{count}个月来首次环比[s:增长|下降]"
#define FIRST_ON_YEAR "为[e:|至少]{count}个月来首次同比[s:增长|下降]"
#define AGAINST \
    "[s:高于上年同月的{share before}|低于上年同月的{share before}|与上年同月持平]"
#define WIDE "[e:|至少]连续{nth}个月同比[s:增|降]幅不低于四分之一"

static const struct phrasebook chinese = {
    .stop = "。",
    .between = "",
    .moves =
        {
            [MOVE_COLLAPSED] = {"暴跌", "{rate}", "至", ""},
            [MOVE_PLUNGED] = {"大幅下降", "{rate}", "至", ""},
            [MOVE_FELL] = {"下降", "{rate}", "至", ""},
            [MOVE_SLIPPED] = {"小幅下降", "{rate}", "至", ""},
            [MOVE_UNCHANGED] = {"持平", "", "，为", ""},
            [MOVE_EDGED_UP] = {"微增", "{rate}", "至", ""},
            [MOVE_ROSE] = {"增长", "{rate}", "至", ""},
            [MOVE_JUMPED] = {"大幅增长", "{rate}", "至", ""},
            [MOVE_DOUBLED] = {"翻一番", "", "，达", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"激增", "{rate}", "至", ""},
            [MOVE_BARE_FALL] = {"下降", "", "至", ""},
            [MOVE_BARE_RISE] = {"上升", "", "至", ""},
        },
    .since = "[e:{since}以来|至少{count}个月来]最[s:高|低]",
    .streaks = {NTH_CHANGE, NTH_CHANGE, NTH_MONTH},
    .verb = "{verb}",
    .headline = "{month}环比{verb}{by}{to}{value}",
    .clause = "，",
    .behind_subject = "",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S}{month}环比{verb}{by}{to}{value}",
                    "{month}，{S}环比{verb}{by}{to}{value}",
                    "与{month before}相比，{S}{month}{verb}{by}{to}{value}",
                    NULL,
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S}{month}同比{verb}{by}{to}{value}",
                    "{month}，{S}同比{verb}{by}{to}{value}",
                    "与{year before}相比，{S}{month}{verb}{by}{to}{value}",
                    NULL,
                },
            [FINDING_TO_DATE] =
                {
                    "{S}[w:1至{month}|{this year}]累计{value}，同比{verb}{by}",
                    "[w:1至{month}|{this year}]，{S}累计{value}，同比{verb}{by}",
                    NULL,
                    NULL,
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S}{month}升至{value}，" RECORD,
                    "{month}，{S}升至{value}，" RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S}{month}降至{value}，" RECORD,
                    "{month}，{S}降至{value}，" RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S}{month}升至{value}，" SINCE,
                    "{month}，{S}升至{value}，" SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S}{month}降至{value}，" SINCE,
                    "{month}，{S}降至{value}，" SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S}{month}环比{verb}{by}{to}{value}，" NTH_CHANGE,
                    "{month}，{S}环比{verb}{by}{to}{value}，" NTH_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S}{month}同比{verb}{by}{to}{value}，" NTH_MONTH,
                    "{month}，{S}同比{verb}{by}{to}{value}，" NTH_MONTH,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S}{month}环比{verb}{by}{to}{value}，" FIRST_CHANGE,
                    "{month}，{S}环比{verb}{by}{to}{value}，" FIRST_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S}{month}同比{verb}{by}{to}{value}，" FIRST_ON_YEAR,
                    "{month}，{S}同比{verb}{by}{to}{value}，" FIRST_ON_YEAR,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S}{month}为{value}，此前[e:|至少]{empty}个月为零",
                    "{month}，{S}为{value}，此前[e:|至少]{empty}个月为零",
                    NULL,
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S}{month}为{value}，居首位[l:|，与上月相同|，上月居第{rank 1}位]",
                    "{month}，{S}为{value}，居首位[l:|，与上月相同|，上月居第{rank 1}位]",
                    NULL,
                    NULL,
                },
            [FINDING_OVERTAKES] =
                {
                    "{S}{month}为{value}，超过{O}（{was}）",
                    "{month}，{S}为{value}，超过{O}（{was}）",
                    NULL,
                    NULL,
                },
            [FINDING_RANK] =
                {
                    "{S}{month}为{value}，由上年同月的第{rank before "
                    "1}位[s:升|降]至第{rank 1}位",
                    "{month}，{S}为{value}，由上年同月的第{rank before "
                    "1}位[s:升|降]至第{rank 1}位",
                    NULL,
                    NULL,
                },
            [FINDING_SHARE] =
                {
                    "{S}{month}占总量的{rate}，" AGAINST,
                    "{month}，{S}占总量的{rate}，" AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "{S}{month}[p:占总[s:增|减少]量的{rate}|由{was}[s:增|降]至{value}"
                    "，[s:增|减少]量超过总[s:增|减少]量]",
                    "{month}，{S}[p:占总[s:增|减少]量的{rate}|由{was}[s:增|降]至{value}"
                    "，[s:增|减少]量超过总[s:增|减少]量]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "前三位{month}合计占总量的{rate}，" AGAINST,
                    "{month}，前三位合计占总量的{rate}，" AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S}{month}为{value}，[s:高|低]于此前{count}年各年同月",
                    "{month}，{S}为{value}，[s:高|低]于此前{count}年各年同月",
                    NULL,
                    NULL,
                },
            [FINDING_UNIT_VALUE] =
                {
                    "{S}{month}均价为{value}，同比[m:[s:上涨|下跌]{rate}|[s:上涨|下跌]{"
                    "rate}|持平]",
                    "{month}，{S}均价为{value}，同比[m:[s:上涨|下跌]{rate}|[s:上涨|下跌]{"
                    "rate}|"
                    "持平]",
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S}{month}为{value}，同比{verb}{by}，" WIDE,
                    "{month}，{S}为{value}，同比{verb}{by}，" WIDE,
                    NULL,
                    NULL,
                },
        },
};

const struct phrasebook *sentence_chinese(void)
{
    return &chinese;
}
