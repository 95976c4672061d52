/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

/* Those of a masculine noun, as months are: החודש השני. */
static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,   "ראשון", "שני",   "שלישי", "רביעי", "חמישי",
                                        "שישי", "שביעי", "שמיני", "תשיעי", "עשירי"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

/* Before a masculine noun: שני חודשים. */
static str in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"אפס",  "אחד",  "שני",   "שלושה", "ארבעה", "חמישה",
                                        "שישה", "שבעה", "שמונה", "תשעה",  "עשרה"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

static const struct language hebrew = {
    .tag = "he",
    .name = "Hebrew",
    .is_right_to_left = true,
    .marks = {.before = LANGUAGE_LEFT_TO_RIGHT_MARK, .point = ".", .group = ","},
    .percent = "{x}%",
    .amount = "{x}\u00a0{y}",
    .units =
        {
            {"t", "טון", NULL},
            {"kg", "ק״ג", NULL},
            {"pp", "נקודות אחוז", NULL},
            {"USD", "דולר", NULL},
            {"EUR", "אירו", NULL},
            {"CNY", "יואן", NULL},
            {"JPY", "ין", NULL},
            {"pieces", "יחידות", NULL},
            {"sets", "ערכות", NULL},
            {"pairs", "זוגות", NULL},
            {"vehicles", "כלי רכב", NULL},
            {"litres", "ליטר", NULL},
        },
    .scales =
        {
            {INT64_C(10000000000000), INT64_C(1000000000000), "טריליון"},
            {INT64_C(10000000000), INT64_C(1000000000), "מיליארד"},
            {INT64_C(10000000), INT64_C(1000000), "מיליון"},
        },
    .ordinal = ordinal,
    .in_words = in_words,
    .calendar =
        {
            .months = {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט",
                       "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"},
            .short_months = {"ינו׳", "פבר׳", "מרץ", "אפר׳", "מאי", "יוני", "יולי", "אוג׳",
                             "ספט׳", "אוק׳", "נוב׳", "דצמ׳"},
            .quarters = {"הרבעון הראשון", "הרבעון השני", "הרבעון השלישי", "הרבעון הרביעי"},
            .halves = {"המחצית הראשונה", "המחצית השנייה"},
            .year = "{y}",
            .month_of_year = "{m} {y}",
            .part_of_year = "{p} של {y}",
            .months_alone = "{m}–{M}",
            .months_of_year = "{m}–{M} {y}",
            .months_of_years = "{m} {y}–{M} {Y}",
            .short_month = "{s}",
            .short_month_of_year = "{s} {y}",
            .short_months_of_year = "{s}–{S}\u00a0{y}",
            .short_months_of_years = "{s} {y}–{S}\u00a0{Y}",
            .date = "{d} ב{m} {y}",
            .short_date = "{d}\u00a0ב{s}\u00a0{y}",
        },
    .statuses =
        {
            {'E', "נגזר"},
            {'F', "תחזית"},
            {'I', "ערך מושלם"},
            {'U', "מהימנות נמוכה"},
            {'P', "זמני"},
            {'V', "לא אומת"},
            {'G', "ניסיוני"},
            {'S', "שביתה או אירוע חריג אחר"},
            {'D', "הגדרה שונה"},
            {'N', "לא מובהק"},
            {'B', "שבר בסדרה"},
            {'J', "חריגה מותרת"},
            {'K', "נכלל בקטגוריה אחרת"},
            {'R', "מתוקן"},
            {'W', "כולל קטגוריה אחרת"},
        },
    .phrases =
        {
            [PHRASE_COMMA] = ", ",
            [PHRASE_AND] = " ו",
            [PHRASE_OR] = " או ",
            [PHRASE_CLAUSE] = ", ",
            [PHRASE_SEMICOLON] = "; ",
            [PHRASE_STOP] = ".",
            [PHRASE_SPACE] = " ",
            [PHRASE_FIGURE] = "תרשים {x}",
            [PHRASE_TABLE] = "לוח {x}",
            [PHRASE_PAGE] = "עמוד {x} מתוך {y}",
            [PHRASE_DRAFT] = "טיוטה",
            [PHRASE_RELEASE] = "הנתונים כפי שפורסמו עד {x}",
            [PHRASE_NOT_AVAILABLE] = "ל״ז",
            [PHRASE_NOT_AVAILABLE_MEANS] = "לא זמין",
            [PHRASE_NOT_MEANINGFUL_MEANS] = "לא ניתן להשוואה",
            [PHRASE_NIL_MEANS] = "אפס",
            [PHRASE_ROUNDED_AWAY_MEANS] = "פחות ממחצית הספרה האחרונה",
            [PHRASE_CONFIDENTIAL_MEANS] = "חסוי",
            [PHRASE_TABLE_CONTINUED] = "{x} (המשך)",
            [PHRASE_STATUS_OF_SOURCE] = "סימון {x} של המקור",
            [PHRASE_UP] = "עלייה של {x}",
            [PHRASE_DOWN] = "ירידה של {x}",
            [PHRASE_UNCHANGED] = "ללא שינוי",
            [PHRASE_ON_MONTH] = "{x} לחודש",
            [PHRASE_ON_YEAR] = "{x} לשנה",
            [PHRASE_HEAD_ON_MONTH] = "לחודש",
            [PHRASE_HEAD_ON_YEAR] = "לשנה",
            [PHRASE_RANK] = "דירוג",
            [PHRASE_HIGHEST_SINCE] = "הגבוה מאז {x}",
            [PHRASE_HATCHED] = "מקווקו: {x}.",
            [PHRASE_HOLLOW] = "חלול: {x}.",
            [PHRASE_GAPS] = "חסר: לא זמין.",
            [PHRASE_AVERAGE] = "{x}: ממוצע חודשי.",
            [PHRASE_AVERAGES] = "{x}: ממוצעים חודשיים.",
            [PHRASE_TAKEN_TOGETHER] = "{x}: החודשים יחד.",
            [PHRASE_PARTS_ADJUSTED] = "המספרים עוגלו כך שסכום החלקים שווה לסך הכול.",
            [PHRASE_PARTS_DRIFT] = "בשל העיגול ייתכן שסכום החלקים אינו שווה לסך הכול.",
            [PHRASE_COLUMN_CHART] = "תרשים עמודות: {x}",
            [PHRASE_BAR_CHART] = "תרשים עמודות אופקיות: {x}",
            [PHRASE_LINE_CHART] = "תרשים קווי: {x}",
            [PHRASE_SPARKLINE] = "קו מגמה: {x}",
            [PHRASE_LINE] = "קו: {x}",
            [PHRASE_FIGURES] = "נתונים",
            [PHRASE_WINDOW] = "{x} עד {y}",
            [PHRASE_LATEST] = "האחרון {x} ב{y}",
            [PHRASE_HIGH] = "הגבוה {x} ב{y}",
            [PHRASE_LOW] = "הנמוך {x} ב{y}",
            [PHRASE_CLAIMS] = "מה נטען ומה אומרים הנתונים",
            [PHRASE_CLAIM] = "הטענה",
            [PHRASE_VERDICT] = "הקביעה",
            [PHRASE_DATA_SAY] = "מה אומרים הנתונים",
            [PHRASE_SOURCE] = "מקור",
            [PHRASE_VERDICT_TRUE] = "נכון",
            [PHRASE_VERDICT_FALSE] = "לא נכון",
            [PHRASE_VERDICT_WRONG_SERIES] = "סדרה אחרת",
            [PHRASE_VERDICT_UNDECIDABLE] = "לא ניתן להכריע",
            [PHRASE_CONTENTS] = "בגיליון זה",
            [PHRASE_PROVISIONAL] = "זמני",
            [PHRASE_IMPORT_REPORT] = "הנתונים של גיליון זה",
            [PHRASE_HOW_READ] = "כיצד נקראו",
            [PHRASE_MEASURE] = "מדד",
            [PHRASE_ROWS] = "שורות",
            [PHRASE_VALUES] = "ערכים",
            [PHRASE_ZERO] = "אפס",
            [PHRASE_MISSING] = "חסרים",
            [PHRASE_SUPPRESSED] = "חסויים",
            [PHRASE_NO_ROW] = "אין שורה",
            [PHRASE_READ_BRIEFING] = "לקריאת הסקירה המלאה",
            [PHRASE_ATTACHED] = "הסקירה המלאה מצורפת:",
            [PHRASE_TOO_LARGE_TO_ATTACH] = "הסקירה המלאה גדולה מכדי לצרף אותה להודעה זו.",
            [PHRASE_ROWS_OF] = "{x} מתוך {y} שורות",
            [PHRASE_CHART] = "תרשים:",
            [PHRASE_UNSUBSCRIBE] = "ביטול המינוי",
        },
};

const struct language *language_hebrew(void)
{
    return &hebrew;
}
