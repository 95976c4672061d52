/* SPDX-License-Identifier: MIT */
/* Japanese, as a business daily writes it. Counters take digits: 2カ月連続. */
#include "sentence_internal.h"

/* What several patterns end with. */
#define NTH_CHANGE "[e:|少なくとも]{nth 1}カ月連続の[s:増加|減少]"
#define NTH_MONTH "[e:|少なくとも]{nth 1}カ月連続で前年実績を[s:上回った|下回った]"
#define RECORD "データのある{start}以降で最も[s:多|少な]かった"
#define SINCE \
    "[e:{since}以来の[s:高|低]水準|少なくとも過去{count 1}カ月で最も[s:高|低]い水準]"
#define FIRST_CHANGE "[e:|少なくとも]{count 1}カ月ぶりに[s:増加|減少]に転じた"
#define FIRST_ON_YEAR "[e:|少なくとも]{count 1}カ月ぶりに前年実績を[s:上回った|下回った]"
#define AGAINST \
    "前年同月[s:の{share before}から上昇した|の{share " \
    "before}から低下した|と変わらなかった]"
#define WIDE "4分の1以上[s:上回る|下回る]のは[e:|少なくとも]{nth 1}カ月連続となる"

static const struct phrasebook japanese = {
    .stop = "。",
    .between = "",
    .moves =
        {
            [MOVE_COLLAPSED] = {"激減", "{rate}減の", "", "に落ち込んだ"},
            [MOVE_PLUNGED] = {"急減", "{rate}減の", "", "に落ち込んだ"},
            [MOVE_FELL] = {"減少", "{rate}減の", "", "だった"},
            [MOVE_SLIPPED] = {"微減", "{rate}減の", "", "とわずかに減った"},
            [MOVE_UNCHANGED] = {"横ばい", "横ばいの", "", "だった"},
            [MOVE_EDGED_UP] = {"微増", "{rate}増の", "", "とわずかに増えた"},
            [MOVE_ROSE] = {"増加", "{rate}増の", "", "だった"},
            [MOVE_JUMPED] = {"急増", "{rate}増の", "", "と大きく伸びた"},
            [MOVE_DOUBLED] = {"倍増", "2倍の", "", "となった"},
            [MOVE_MORE_THAN_DOUBLED] = {"急増", "{times}倍の", "", "に急増した"},
            [MOVE_BARE_FALL] = {"減少", "減少し、", "", "となった"},
            [MOVE_BARE_RISE] = {"増加", "増加し、", "", "となった"},
        },
    .since = SINCE,
    .streaks =
        {
            NTH_CHANGE,
            NTH_CHANGE,
            "[e:|少なくとも]{nth 1}カ月連続の前年[s:超え|割れ]",
        },
    .verb = "{verb}",
    .headline = "{month}は前月比{by}{value}",
    .clause = "、",
    .behind_subject = "、",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S}は{month}、前月比{by}{value}{tail}",
                    "{month}の{S}は前月比{by}{value}{tail}",
                    "前月と比べ、{month}の{S}は{by}{value}{tail}",
                    NULL,
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S}は{month}、前年同月比{by}{value}{tail}",
                    "{month}の{S}は前年同月比{by}{value}{tail}",
                    "前年同月と比べ、{month}の{S}は{by}{value}{tail}",
                    NULL,
                },
            [FINDING_TO_DATE] =
                {
                    "{S}は[w:1〜{month}の累計|{this "
                    "year}通年]で、[w:前年同期|前年]比{by}{value}{tail}",
                    "[w:1〜{month}|{this year}]の{S}は[w:前年同期|前年]比{by}{value}{tail}",
                    "[w:前年同期|前年]と比べ、[w:1〜{month}|{this "
                    "year}]の{S}は{by}{value}{tail}",
                    NULL,
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S}は{month}に{value}と、" RECORD,
                    "{month}の{S}は{value}と、" RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S}は{month}に{value}と、" RECORD,
                    "{month}の{S}は{value}と、" RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S}は{month}に{value}と、" SINCE "となった",
                    "{month}の{S}は{value}と、" SINCE "となった",
                    SINCE "となったのは{month}の{S}で、{value}だった",
                    NULL,
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S}は{month}に{value}と、" SINCE "となった",
                    "{month}の{S}は{value}と、" SINCE "となった",
                    SINCE "となったのは{month}の{S}で、{value}だった",
                    NULL,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S}は{month}、前月比{by}{value}で、" NTH_CHANGE "となった",
                    "{month}の{S}は前月比{by}{value}で、" NTH_CHANGE "となった",
                    NTH_CHANGE "となった{month}の{S}は、前月比{by}{value}だった",
                    NULL,
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S}は{month}、前年同月比{by}{value}で、" NTH_MONTH,
                    "{month}の{S}は前年同月比{by}{value}で、" NTH_MONTH,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S}は{month}、前月比{by}{value}で、" FIRST_CHANGE,
                    "{month}の{S}は前月比{by}{value}で、" FIRST_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S}は{month}、前年同月比{by}{value}で、" FIRST_ON_YEAR,
                    "{month}の{S}は前年同月比{by}{value}で、" FIRST_ON_YEAR,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S}は{month}に{value}と、[e:|少なくとも]{count "
                    "1}カ月ぶりに実績があった",
                    "{month}の{S}は{value}と、[e:|少なくとも]{count "
                    "1}カ月ぶりに実績があった",
                    NULL,
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S}は{month}に{value}で首位[l:だった|を維持した|に立った。前月は{rank "
                    "1}"
                    "位だった]",
                    "{month}の{S}は{value}で首位[l:だった|を維持した|に立った。前月は{rank "
                    "1}"
                    "位だった]",
                    NULL,
                    NULL,
                },
            [FINDING_OVERTAKES] =
                {
                    "{S}は{month}に{value}と、{O}（{was}）を逆転した",
                    "{month}の{S}は{value}と、{O}（{was}）を逆転した",
                    NULL,
                    NULL,
                },
            [FINDING_RANK] =
                {
                    "{S}は{month}に{value}で{rank 1}位と、前年同月の{rank before 1}位から"
                    "[s:浮上|後退]した",
                    "{month}の{S}は{value}で{rank 1}位と、前年同月の{rank before 1}位から"
                    "[s:浮上|後退]した",
                    NULL,
                    NULL,
                },
            [FINDING_SHARE] =
                {
                    "{S}は{month}に全体の{rate}を占め、" AGAINST,
                    "{month}の{S}は全体の{rate}を占め、" AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "{S}は{month}、[p:全体の[s:増加|減少]分の{rate}を占めた|{was}から{"
                    "value}へと、"
                    "全体を上回る幅で[s:増えた|減った]]",
                    "{month}の{S}は[p:全体の[s:増加|減少]分の{rate}を占めた|{was}から{"
                    "value}へと、"
                    "全体を上回る幅で[s:増えた|減った]]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "上位3つの合計は{month}に全体の{rate}を占め、" AGAINST,
                    "{month}は上位3つの合計が全体の{rate}を占め、" AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S}は{month}に{value}と、過去{count 1}年の同じ月をいずれも[s:上回った|"
                    "下回った]",
                    "{month}の{S}は{value}と、過去{count 1}年の同じ月をいずれも[s:上回った|"
                    "下回った]",
                    "過去{count "
                    "1}年の同じ月をいずれも[s:上回り|下回り]、{month}の{S}は{value}"
                    "だった",
                    NULL,
                },
            [FINDING_UNIT_VALUE] =
                {
                    "{S}の平均単価は{month}に{value}と、前年同月[m:比{rate}[s:上昇|下落]"
                    "した|"
                    "の{times}倍だった|並みだった]",
                    "{month}の{S}の平均単価は{value}と、前年同月[m:比{rate}[s:上昇|下落]"
                    "した|"
                    "の{times}倍だった|並みだった]",
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S}は{month}に{value}と、前年同月を{rate}[s:上回った|下回った]。" WIDE,
                    "{month}の{S}は{value}と、前年同月を{rate}[s:上回った|下回った]。" WIDE,
                    NULL,
                    NULL,
                },
        },
};

const struct phrasebook *sentence_japanese(void)
{
    return &japanese;
}
