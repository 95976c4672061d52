/* SPDX-License-Identifier: MIT */
/*
 * Arabic, as the business press writes it: the verb first. A subject that is `plural`, as
 * exports are (صادرات), has its verb in the feminine; any other in the masculine.
 */
#include "sentence_internal.h"

/* What several patterns have in common. */
#define MONTHS "[c:شهر|شهرين|{count} أشهر|{count 1} شهراً|{count 1} شهر]"
#define EMPTY_MONTHS "[z:شهر|شهرين|{empty} أشهر|{empty 1} شهراً|{empty 1} شهر]"
#define YEARS "[c:العام السابق|العامين السابقين|الأعوام الـ{count 1} السابقة]"
#define AT_LEAST "[e:| على الأقل]"
#define CAME_TO "[n:بلغ|بلغت] {S} {value}"
#define SINCE "[e:منذ {since}|في " MONTHS " على الأقل]"
#define NTH_CHANGE "في [s:زيادة|انخفاض] للشهر {nth} على التوالي" AT_LEAST
#define NTH_MONTH \
    "[n:ليبقى|لتبقى] [s:فوق|دون] مستوى العام السابق للشهر {nth} على التوالي" AT_LEAST
#define FIRST_CHANGE "في أول [s:زيادة شهرية|انخفاض شهري] منذ " MONTHS AT_LEAST
#define FIRST_ON_YEAR "في أول [s:زيادة سنوية|انخفاض سنوي] منذ " MONTHS AT_LEAST
#define RECORD "وهو [s:أعلى|أدنى] مستوى في بيانات تبدأ من {start}"
#define PART_OF_YEAR "[w:من يناير إلى {month}|في {this year} بأكمله]"
#define ON_YEAR_TO_DATE \
    "[m:[s:بزيادة|بانخفاض] {rate} عن|[d:أي ضعف مستوى|أي أكثر من ضعف مستوى]|دون تغيير عن] " \
    "[w:الفترة نفسها من العام السابق|{last year}]"
#define AGAINST \
    "[s:ارتفاعاً من {share before}|انخفاضاً من {share before}|وهي النسبة نفسها] قبل عام"
#define LEADER "[l:|، كما في الشهر السابق|، صعوداً من المركز {rank} قبل شهر]"
#define RISE_OR_FALL "[s:[n:ارتفع|ارتفعت]|[n:انخفض|انخفضت]]"

static const struct phrasebook arabic = {
    .stop = ".",
    .between = " ",
    .moves =
        {
            [MOVE_COLLAPSED] = {"[n:انهار|انهارت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_PLUNGED] = {"[n:هبط|هبطت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_FELL] = {"[n:انخفض|انخفضت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_SLIPPED] = {"[n:تراجع|تراجعت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_UNCHANGED] = {"[n:استقر|استقرت]", "", "عند", ""},
            [MOVE_EDGED_UP] = {"[n:زاد|زادت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_ROSE] = {"[n:ارتفع|ارتفعت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_JUMPED] = {"[n:قفز|قفزت]", " بنسبة {rate}", "إلى", ""},
            [MOVE_DOUBLED] = {"[n:تضاعف|تضاعفت]", "", "إلى", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"[n:زاد|زادت]", " بأكثر من الضعف", "إلى", ""},
            [MOVE_BARE_FALL] = {"[n:انخفض|انخفضت]", "", "إلى", ""},
            [MOVE_BARE_RISE] = {"[n:ارتفع|ارتفعت]", "", "إلى", ""},
        },
    .since = "[s:الأعلى|الأدنى] " SINCE,
    .streaks =
        {
            "للشهر {nth} على التوالي" AT_LEAST,
            "للشهر {nth} على التوالي" AT_LEAST,
            "للشهر {nth} على التوالي [s:فوق|دون] مستوى العام السابق" AT_LEAST,
        },
    .verb = "{verb}",
    .headline = "{verb}{by} {to} {value} في {month}",
    .clause = "، ",
    .behind_subject = " ",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{verb} {S}{by} في {month} عن الشهر السابق {to} {value}",
                    "في {month} {verb} {S}{by} عن الشهر السابق {to} {value}",
                    "مقارنة مع {month before}، {verb} {S}{by} في {month} {to} {value}",
                    NULL,
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{verb} {S}{by} في {month} عن الشهر نفسه من العام السابق {to} {value}",
                    "في {month} {verb} {S}{by} عن الشهر نفسه من العام السابق {to} {value}",
                    "مقارنة مع {year before}، {verb} {S}{by} في {month} {to} {value}",
                    NULL,
                },
            [FINDING_TO_DATE] =
                {
                    CAME_TO " " PART_OF_YEAR "، " ON_YEAR_TO_DATE,
                    PART_OF_YEAR " " CAME_TO "، " ON_YEAR_TO_DATE,
                    "مقارنة مع [w:الأشهر نفسها من |]{last year}، {verb} {S}{by} {to} "
                    "{value} [w:من يناير إلى {month}|في {this year}]",
                    NULL,
                },
            [FINDING_RECORD_HIGH] =
                {
                    CAME_TO " في {month}، " RECORD,
                    "في {month} " CAME_TO "، " RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_RECORD_LOW] =
                {
                    "[n:انخفض|انخفضت] {S} إلى {value} في {month}، " RECORD,
                    "في {month} [n:انخفض|انخفضت] {S} إلى {value}، " RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "[n:ارتفع|ارتفعت] {S} إلى {value} في {month}، وهو أعلى مستوى " SINCE,
                    "في {month} [n:ارتفع|ارتفعت] {S} إلى {value}، وهو أعلى مستوى " SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_LOW] =
                {
                    "[n:انخفض|انخفضت] {S} إلى {value} في {month}، وهو أدنى مستوى " SINCE,
                    "في {month} [n:انخفض|انخفضت] {S} إلى {value}، وهو أدنى مستوى " SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{verb} {S}{by} {to} {value} في {month}، " NTH_CHANGE,
                    "في {month} {verb} {S}{by} {to} {value}، " NTH_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{verb} {S}{by} في {month} عن العام السابق {to} {value}، " NTH_MONTH,
                    "في {month} {verb} {S}{by} عن العام السابق {to} {value}، " NTH_MONTH,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{verb} {S}{by} {to} {value} في {month}، " FIRST_CHANGE,
                    "في {month} {verb} {S}{by} {to} {value}، " FIRST_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{verb} {S}{by} في {month} عن العام السابق {to} "
                    "{value}، " FIRST_ON_YEAR,
                    "في {month} {verb} {S}{by} عن العام السابق {to} "
                    "{value}، " FIRST_ON_YEAR,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    CAME_TO " في {month}، بعد " EMPTY_MONTHS AT_LEAST " بلا شحنات",
                    "في {month} " CAME_TO "، بعد " EMPTY_MONTHS AT_LEAST " بلا شحنات",
                    NULL,
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "[n:تصدر|تصدرت] {S} القائمة في {month} بواقع {value}" LEADER,
                    "في {month} [n:تصدر|تصدرت] {S} القائمة بواقع {value}" LEADER,
                    NULL,
                    NULL,
                },
            [FINDING_OVERTAKES] =
                {
                    "[n:تجاوز|تجاوزت] {S} {O} في {month}، بواقع {value} مقابل {was}",
                    "في {month} [n:تجاوز|تجاوزت] {S} {O}، بواقع {value} مقابل {was}",
                    NULL,
                    NULL,
                },
            [FINDING_RANK] =
                {
                    "[n:احتل|احتلت] {S} المركز {rank} في {month} بواقع {value}، "
                    "[s:صعوداً|هبوطاً] من المركز {rank before} قبل عام",
                    "في {month} [n:احتل|احتلت] {S} المركز {rank} بواقع {value}، "
                    "[s:صعوداً|هبوطاً] من المركز {rank before} قبل عام",
                    NULL,
                    NULL,
                },
            [FINDING_SHARE] =
                {
                    "[n:شكل|شكلت] {S} {rate} من الإجمالي في {month}، " AGAINST,
                    "في {month} [n:شكل|شكلت] {S} {rate} من الإجمالي، " AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "[p:[n:شكل|شكلت] {S} {rate} من [s:زيادة|انخفاض] الإجمالي في "
                    "{month}|" RISE_OR_FALL
                    " {S} بأكثر من الإجمالي في {month}، من {was} إلى {value}]",
                    "في {month} [p:[n:شكل|شكلت] {S} {rate} من [s:زيادة|انخفاض] "
                    "الإجمالي|" RISE_OR_FALL
                    " {S} بأكثر من الإجمالي، من {was} إلى {value}]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "شكل الثلاثة الأوائل معاً {rate} من الإجمالي في {month}، " AGAINST,
                    "في {month} شكل الثلاثة الأوائل معاً {rate} من الإجمالي، " AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    CAME_TO " في {month}، أي [s:أكثر|أقل] من الشهر نفسه في كل من " YEARS,
                    "في {month} " CAME_TO "، أي [s:أكثر|أقل] من الشهر نفسه في كل من " YEARS,
                    NULL,
                    NULL,
                },
            [FINDING_UNIT_VALUE] =
                {
                    "بلغ متوسط قيمة {S} {value} في {month}، [m:[s:بارتفاع|بانخفاض] {rate} "
                    "عن|[d:أي ضعف|أي أكثر من ضعف]|دون تغيير عن] مستواه قبل عام",
                    "في {month} بلغ متوسط قيمة {S} {value}، [m:[s:بارتفاع|بانخفاض] {rate} "
                    "عن|[d:أي ضعف|أي أكثر من ضعف]|دون تغيير عن] مستواه قبل عام",
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "[n:كان|كانت] {S} [s:أعلى|أدنى] بنسبة {rate} من مستوى العام السابق في "
                    "{month}، عند {value}: للشهر {nth} على التوالي" AT_LEAST
                    " بفارق الربع أو أكثر",
                    "في {month} [n:كان|كانت] {S} [s:أعلى|أدنى] بنسبة {rate} من مستوى العام "
                    "السابق، عند {value}: للشهر {nth} على التوالي" AT_LEAST
                    " بفارق الربع أو أكثر",
                    NULL,
                    NULL,
                },
        },
};

const struct phrasebook *sentence_arabic(void)
{
    return &arabic;
}
