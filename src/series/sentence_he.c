/* SPDX-License-Identifier: MIT */
/* Hebrew. A subject that is `plural` has its verb in the plural, any other in the masculine
 * singular, as exports have (היצוא). */
#include "sentence_internal.h"

/* What several patterns have in common. */
#define MONTHS "[c:חודש|חודשיים|{count} חודשים]"
#define EMPTY_MONTHS "[z:חודש|חודשיים|{empty} חודשים]"
#define AT_LEAST "[e:| לפחות]"
#define CAME_TO "[n:הסתכם|הסתכמו] ב־{value}"
#define SINCE "[e:מאז {since}|זה " MONTHS " לפחות]"
#define NTH_CHANGE "[s:עלייה|ירידה] זה החודש ה{nth} ברציפות" AT_LEAST
#define NTH_MONTH "[s:מעל|מתחת ל]רמת השנה הקודמת זה החודש ה{nth} ברציפות" AT_LEAST
#define FIRST_CHANGE "[s:העלייה|הירידה] החודשית הראשונה זה " MONTHS AT_LEAST
#define FIRST_ON_YEAR "[s:העלייה|הירידה] השנתית הראשונה זה " MONTHS AT_LEAST
#define RECORD "[s:השיא|השפל] בנתונים שתחילתם ב{start}"
#define PART_OF_YEAR "[w:מינואר עד {month}|בשנת {this year} כולה]"
#define ON_YEAR_TO_DATE \
    "[m:[s:יותר|פחות] ב־{rate} לעומת|[d:כפול|יותר מכפול] לעומת|ללא שינוי לעומת] " \
    "[w:התקופה המקבילה אשתקד|{last year}]"
#define AGAINST "[s:לעומת {share before}|לעומת {share before}|כמו] שנה קודם לכן"
#define LEADER "[l:|, כמו בחודש הקודם|, לעומת המקום ה{rank} בחודש הקודם]"
#define RANK "למקום ה{rank} עם {value}, [s:עלייה|ירידה] מהמקום ה{rank before} שנה קודם לכן"
#define CONTRIBUTION \
    "[p:היה אחראי ל־{rate} מן [s:העלייה|הירידה] בסך הכול|[s:עלה|ירד] יותר מסך הכול, " \
    "מ־{was} ל־{value}]"
#define USUAL_RANGE "[s:יותר|פחות] מבאותו חודש בכל אחת מ־{count 1} השנים הקודמות"
#define UNIT_VALUE \
    "[m:[s:עלייה|ירידה] של {rate} לעומת|[d:כפול|יותר מכפול] לעומת|ללא שינוי לעומת] שנה " \
    "קודם לכן"
#define WIDE \
    "ב־{rate} [s:מעל|מתחת ל]רמת השנה הקודמת, ועמד על {value}: זה החודש ה{nth} " \
    "ברציפות" AT_LEAST " בפער של רבע או יותר"

static const struct phrasebook hebrew = {
    .stop = ".",
    .between = " ",
    .moves =
        {
            [MOVE_COLLAPSED] = {"[n:קרס|קרסו]", " ב־{rate}", "ל־", ""},
            [MOVE_PLUNGED] = {"[n:צנח|צנחו]", " ב־{rate}", "ל־", ""},
            [MOVE_FELL] = {"[n:ירד|ירדו]", " ב־{rate}", "ל־", ""},
            [MOVE_SLIPPED] = {"[n:ירד|ירדו] מעט", " ב־{rate}", "ל־", ""},
            [MOVE_UNCHANGED] = {"[n:נותר|נותרו] ללא שינוי", "", "על ", ""},
            [MOVE_EDGED_UP] = {"[n:עלה|עלו] מעט", " ב־{rate}", "ל־", ""},
            [MOVE_ROSE] = {"[n:עלה|עלו]", " ב־{rate}", "ל־", ""},
            [MOVE_JUMPED] = {"[n:זינק|זינקו]", " ב־{rate}", "ל־", ""},
            [MOVE_DOUBLED] = {"[n:הוכפל|הוכפלו]", "", "ל־", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"[n:גדל|גדלו]", " יותר מפי שניים", "ל־", ""},
            [MOVE_BARE_FALL] = {"[n:ירד|ירדו]", "", "ל־", ""},
            [MOVE_BARE_RISE] = {"[n:עלה|עלו]", "", "ל־", ""},
        },
    .since = "[s:הגבוה|הנמוך] ביותר " SINCE,
    .streaks =
        {
            NTH_CHANGE,
            NTH_CHANGE,
            NTH_MONTH,
        },
    .verb = "{verb}",
    .headline = "{verb}{by} {to}{value} ב{month}",
    .clause = ", ",
    .behind_subject = " ",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S} {verb}{by} ב{month} לעומת החודש הקודם, {to}{value}",
                    "ב{month} {S} {verb}{by} לעומת החודש הקודם, {to}{value}",
                    "בהשוואה ל{month before}, {S} {verb}{by} ב{month}, {to}{value}",
                    NULL,
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S} {verb}{by} ב{month} לעומת החודש המקביל אשתקד, {to}{value}",
                    "ב{month} {S} {verb}{by} לעומת החודש המקביל אשתקד, {to}{value}",
                    "בהשוואה ל{year before}, {S} {verb}{by} ב{month}, {to}{value}",
                    NULL,
                },
            [FINDING_TO_DATE] =
                {
                    "{S} " CAME_TO " " PART_OF_YEAR ", " ON_YEAR_TO_DATE,
                    PART_OF_YEAR " {S} " CAME_TO ", " ON_YEAR_TO_DATE,
                    "בהשוואה [w:לחודשים המקבילים של |ל־]{last year}, {S} {verb}{by} "
                    "{to}{value} [w:מינואר עד {month}|בשנת {this year}]",
                    NULL,
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S} " CAME_TO " ב{month}, " RECORD,
                    "ב{month} {S} " CAME_TO ", " RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S} " CAME_TO " ב{month}, " RECORD,
                    "ב{month} {S} " CAME_TO ", " RECORD,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S} " CAME_TO " ב{month}, הרמה הגבוהה ביותר " SINCE,
                    "ב{month} {S} " CAME_TO ", הרמה הגבוהה ביותר " SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S} " CAME_TO " ב{month}, הרמה הנמוכה ביותר " SINCE,
                    "ב{month} {S} " CAME_TO ", הרמה הנמוכה ביותר " SINCE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S} {verb}{by} {to}{value} ב{month}, " NTH_CHANGE,
                    "ב{month} {S} {verb}{by} {to}{value}, " NTH_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S} {verb}{by} ב{month} לעומת שנה קודם לכן, {to}{value}, " NTH_MONTH,
                    "ב{month} {S} {verb}{by} לעומת שנה קודם לכן, {to}{value}, " NTH_MONTH,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S} {verb}{by} {to}{value} ב{month}, " FIRST_CHANGE,
                    "ב{month} {S} {verb}{by} {to}{value}, " FIRST_CHANGE,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S} {verb}{by} ב{month} לעומת שנה קודם לכן, "
                    "{to}{value}, " FIRST_ON_YEAR,
                    "ב{month} {S} {verb}{by} לעומת שנה קודם לכן, "
                    "{to}{value}, " FIRST_ON_YEAR,
                    NULL,
                    NULL,
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S} " CAME_TO " ב{month}, אחרי " EMPTY_MONTHS AT_LEAST " ללא משלוחים",
                    "ב{month} {S} " CAME_TO ", אחרי " EMPTY_MONTHS AT_LEAST " ללא משלוחים",
                    NULL,
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S} [n:היה|היו] במקום הראשון ב{month} עם {value}" LEADER,
                    "ב{month} {S} [n:היה|היו] במקום הראשון עם {value}" LEADER,
                    NULL,
                    NULL,
                },
            [FINDING_OVERTAKES] =
                {
                    "{S} [n:עקף|עקפו] את {O} ב{month}, עם {value} לעומת {was}",
                    "ב{month} {S} [n:עקף|עקפו] את {O}, עם {value} לעומת {was}",
                    NULL,
                    NULL,
                },
            [FINDING_RANK] =
                {
                    "{S} [n:הגיע|הגיעו] ב{month} " RANK,
                    "ב{month} {S} [n:הגיע|הגיעו] " RANK,
                    NULL,
                    NULL,
                },
            [FINDING_SHARE] =
                {
                    "{S} [n:היה|היו] {rate} מסך הכול ב{month}, " AGAINST,
                    "ב{month} {S} [n:היה|היו] {rate} מסך הכול, " AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "{S} ב{month} " CONTRIBUTION,
                    "ב{month} {S} " CONTRIBUTION,
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "שלושת הגדולים יחד היו {rate} מסך הכול ב{month}, " AGAINST,
                    "ב{month} שלושת הגדולים יחד היו {rate} מסך הכול, " AGAINST,
                    NULL,
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S} " CAME_TO " ב{month}, " USUAL_RANGE,
                    "ב{month} {S} " CAME_TO ", " USUAL_RANGE,
                    NULL,
                    NULL,
                },
            [FINDING_UNIT_VALUE] =
                {
                    "הערך הממוצע של {S} היה {value} ב{month}, " UNIT_VALUE,
                    "ב{month} הערך הממוצע של {S} היה {value}, " UNIT_VALUE,
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S} [n:היה|היו] ב{month} " WIDE,
                    "ב{month} {S} [n:היה|היו] " WIDE,
                    NULL,
                    NULL,
                },
        },
};

const struct phrasebook *sentence_hebrew(void)
{
    return &hebrew;
}
