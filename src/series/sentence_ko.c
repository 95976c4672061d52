/* SPDX-License-Identifier: MIT */
/* Korean, as a business daily writes it. Counters take digits: 2개월 연속. */
#include "sentence_internal.h"

/* What several patterns begin or end with. */
#define ITS "{S}[k:은|는] "
#define REACHED "{value}[r:으로|로] "
#define RECORDED "{value}[k:을|를] 기록"
#define NTH_CHANGE "[e:|최소 ]{nth 1}개월 연속 [s:증가|감소]"
#define NTH_MONTH "[e:|최소 ]{nth 1}개월 연속 전년 수준을 [s:웃돌았다|밑돌았다]"
#define RECORD "자료가 시작된 {start} 이후 가장 [s:많았다|적었다]"
#define SINCE "[e:{since} 이후|최소 {count 1}개월 만에] 가장 [s:높은|낮은] 수준"
#define FIRST_CHANGE "[e:|최소 ]{count 1}개월 만에 [s:증가|감소]로 돌아섰다"
#define FIRST_ON_YEAR "[e:|최소 ]{count 1}개월 만에 전년 수준을 [s:웃돌았다|밑돌았다]"
#define FIRST_SHIPMENT "[e:|최소 ]{count 1}개월 만에 실적이 나왔다"
#define LEADER "1위[l:였다|를 지켰다|에 올랐다. 전월에는 {rank 1}위였다]"
#define OVERTAKES "{was}인 {O}[k:을|를] 앞질렀다"
#define RANK "{rank 1}위를 차지해 전년 동월의 {rank before 1}위에서 [s:올라섰다|내려앉았다]"
#define AGAINST \
    "전년 동월[s:의 {share before}보다 높아졌다|의 {share before}보다 낮아졌다|과 같았다]"
#define CONTRIBUTION \
    "[p:전체 [s:증가|감소]분의 {rate}를 차지했다|{was}에서 {value}[r:으로|로] 전체보다 " \
    "큰 폭으로 [s:늘었다|줄었다]]"
#define USUAL_RANGE "지난 {count 1}년의 같은 달을 모두 [s:웃돌았다|밑돌았다]"
#define UNIT_VALUE "전년 동월[m: 대비 {rate} [s:상승|하락]했다|의 {times}배였다|과 같았다]"
#define WIDE \
    "전년 동월을 {rate} [s:웃돌았다|밑돌았다]. [e:|최소 ]{nth 1}개월 연속 전년과 4분의 1 " \
    "이상 차이가 났다"

static const struct phrasebook korean =
    {
        .stop = ".",
        .between = " ",
        .moves =
            {
                [MOVE_COLLAPSED] = {"급감", "{rate} 급감한 ", "", ""},
                [MOVE_PLUNGED] = {"급감", "{rate} 급감한 ", "", ""},
                [MOVE_FELL] = {"감소", "{rate} 감소한 ", "", ""},
                [MOVE_SLIPPED] = {"소폭 감소", "{rate} 소폭 감소한 ", "", ""},
                [MOVE_UNCHANGED] = {"보합", "보합인 ", "", ""},
                [MOVE_EDGED_UP] = {"소폭 증가", "{rate} 소폭 증가한 ", "", ""},
                [MOVE_ROSE] = {"증가", "{rate} 증가한 ", "", ""},
                [MOVE_JUMPED] = {"급증", "{rate} 급증한 ", "", ""},
                [MOVE_DOUBLED] = {"2배로 증가", "2배로 늘어난 ", "", ""},
                [MOVE_MORE_THAN_DOUBLED] = {"급증", "{times}배로 급증한 ", "", ""},
                [MOVE_BARE_FALL] = {"감소", "감소한 ", "", ""},
                [MOVE_BARE_RISE] = {"증가", "증가한 ", "", ""},
            },
        .since = "[e:{since} 이후|최소 {count 1}개월 만에] [s:최고|최저]",
        .streaks =
            {
                NTH_CHANGE,
                NTH_CHANGE,
                "[e:|최소 ]{nth 1}개월 연속 전년 수준 [s:상회|하회]",
            },
        .verb = "{verb}",
        .headline = "{month} 전월 대비 {by}{value}",
        .clause = ", ",
        .behind_subject = ", ",
        .sentences =
            {
                [FINDING_CHANGE_MONTH] =
                    {
                        ITS "{month}에 전월 대비 {by}" RECORDED "했다",
                        "{month} " ITS "전월 대비 {by}" RECORDED "했다",
                        "전월과 비교해 {month} " ITS "{by}" RECORDED "했다",
                        NULL,
                    },
                [FINDING_CHANGE_YEAR] =
                    {
                        ITS "{month}에 전년 동월 대비 {by}" RECORDED "했다",
                        "{month} " ITS "전년 동월 대비 {by}" RECORDED "했다",
                        "전년 동월과 비교해 {month} " ITS "{by}" RECORDED "했다",
                        NULL,
                    },
                [FINDING_TO_DATE] =
                    {
                        ITS
                        "[w:1월부터 {month}까지|{this year} 한 해 동안] [w:전년 동기|전년] "
                        "대비 {by}" RECORDED "했다",
                        "[w:1월부터 {month}까지|{this year} 한 해 동안] " ITS
                        "[w:전년 동기|전년] 대비 {by}" RECORDED "했다",
                        NULL,
                        NULL,
                    },
                [FINDING_RECORD_HIGH] =
                    {
                        ITS "{month} " REACHED RECORD,
                        "{month} " ITS REACHED RECORD,
                        NULL,
                        NULL,
                    },
                [FINDING_RECORD_LOW] =
                    {
                        ITS "{month} " REACHED RECORD,
                        "{month} " ITS REACHED RECORD,
                        NULL,
                        NULL,
                    },
                [FINDING_SINCE_HIGH] =
                    {
                        ITS "{month} " REACHED "늘어 " SINCE "을 나타냈다",
                        "{month} " ITS REACHED "늘어 " SINCE "을 나타냈다",
                        NULL,
                        NULL,
                    },
                [FINDING_SINCE_LOW] =
                    {
                        ITS "{month} " REACHED "줄어 " SINCE "을 나타냈다",
                        "{month} " ITS REACHED "줄어 " SINCE "을 나타냈다",
                        NULL,
                        NULL,
                    },
                [FINDING_STREAK_MONTH] =
                    {
                        ITS "{month}에 전월 대비 {by}" RECORDED "하며 " NTH_CHANGE "했다",
                        "{month} " ITS "전월 대비 {by}" RECORDED "하며 " NTH_CHANGE "했다",
                        NULL,
                        NULL,
                    },
                [FINDING_STREAK_YEAR] =
                    {
                        ITS "{month}에 전년 동월 대비 {by}" RECORDED "하며 " NTH_MONTH,
                        "{month} " ITS "전년 동월 대비 {by}" RECORDED "하며 " NTH_MONTH,
                        NULL,
                        NULL,
                    },
                [FINDING_FIRST_MONTH] =
                    {
                        ITS "{month}에 전월 대비 {by}" RECORDED "하며 " FIRST_CHANGE,
                        "{month} " ITS "전월 대비 {by}" RECORDED "하며 " FIRST_CHANGE,
                        NULL,
                        NULL,
                    },
                [FINDING_FIRST_YEAR] =
                    {
                        ITS "{month}에 전년 동월 대비 {by}" RECORDED "하며 " FIRST_ON_YEAR,
                        "{month} " ITS "전년 동월 대비 {by}" RECORDED "하며 " FIRST_ON_YEAR,
                        NULL,
                        NULL,
                    },
                [FINDING_FIRST_SHIPMENT] =
                    {
                        ITS "{month} " REACHED FIRST_SHIPMENT,
                        "{month} " ITS REACHED FIRST_SHIPMENT,
                        NULL,
                        NULL,
                    },
                [FINDING_LEADER] =
                    {
                        ITS "{month} " REACHED LEADER,
                        "{month} " ITS REACHED LEADER,
                        NULL,
                        NULL,
                    },
                [FINDING_OVERTAKES] =
                    {
                        ITS "{month} " REACHED OVERTAKES,
                        "{month} " ITS REACHED OVERTAKES,
                        NULL,
                        NULL,
                    },
                [FINDING_RANK] =
                    {
                        ITS "{month} " REACHED RANK,
                        "{month} " ITS REACHED RANK,
                        NULL,
                        NULL,
                    },
                [FINDING_SHARE] =
                    {
                        ITS "{month} 전체의 {rate}를 차지해 " AGAINST,
                        "{month} " ITS "전체의 {rate}를 차지해 " AGAINST,
                        NULL,
                        NULL,
                    },
                [FINDING_CONTRIBUTION] =
                    {
                        ITS "{month} " CONTRIBUTION,
                        "{month} " ITS CONTRIBUTION,
                        NULL,
                        NULL,
                    },
                [FINDING_CONCENTRATION] =
                    {
                        "상위 3개 합계는 {month} 전체의 {rate}를 차지해 " AGAINST,
                        "{month} 상위 3개 합계는 전체의 {rate}를 차지해 " AGAINST,
                        NULL,
                        NULL,
                    },
                [FINDING_USUAL_RANGE] =
                    {
                        ITS "{month} " REACHED USUAL_RANGE,
                        "{month} " ITS REACHED USUAL_RANGE,
                        NULL,
                        NULL,
                    },
                [FINDING_UNIT_VALUE] =
                    {
                        "{S}의 평균 단가는 {month} " REACHED UNIT_VALUE,
                        "{month} {S}의 평균 단가는 " REACHED UNIT_VALUE,
                        NULL,
                        NULL,
                    },
                [FINDING_LEVEL_SHIFT] =
                    {
                        ITS "{month} " REACHED WIDE,
                        "{month} " ITS REACHED WIDE,
                        NULL,
                        NULL,
                    },
            },
};

const struct phrasebook *sentence_korean(void)
{
    return &korean;
}
