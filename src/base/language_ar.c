/* SPDX-License-Identifier: MIT */
/*
 * Arabic, as the business press of the Gulf and of Egypt writes it: European digits, the
 * months of the Latin names, one form of a unit after any number.
 */
#include "language_internal.h"

/* Those of a masculine noun: "the second month", الشهر الثاني. */
static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,     "الأول",  "الثاني", "الثالث",
                                        "الرابع", "الخامس", "السادس", "السابع",
                                        "الثامن", "التاسع", "العاشر"};
    return language_word_or(arena, words, COUNT_OF(words), number, "الـ{x}");
}

/* Before a masculine noun, as months and years are. */
static str in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"صفر", "واحد", "اثنين",  "ثلاثة", "أربعة", "خمسة",
                                        "ستة", "سبعة", "ثمانية", "تسعة",  "عشرة"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

static const struct language arabic = {
    .tag = "ar",
    .name = "Arabic",
    .is_right_to_left = true,
    .marks = {.before = LANGUAGE_LEFT_TO_RIGHT_MARK, .point = ".", .group = ","},
    .percent = "{x}%",
    .amount = "{x}\u00a0{y}",
    .units =
        {
            {"t", "طن", NULL},
            {"kg", "كيلوغرام", NULL},
            {"pp", "نقطة مئوية", NULL},
            {"USD", "دولار", NULL},
            {"EUR", "يورو", NULL},
            {"CNY", "يوان", NULL},
            {"JPY", "ين", NULL},
            {"pieces", "قطعة", NULL},
            {"sets", "طقم", NULL},
            {"pairs", "زوج", NULL},
            {"vehicles", "مركبة", NULL},
            {"litres", "لتر", NULL},
        },
    .scales =
        {
            {INT64_C(10000000000000), INT64_C(1000000000000), "تريليون"},
            {INT64_C(10000000000), INT64_C(1000000000), "مليار"},
            {INT64_C(10000000), INT64_C(1000000), "مليون"},
        },
    .ordinal = ordinal,
    .in_words = in_words,
    .calendar =
        {
            .months = {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو",
                       "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
            .short_months = {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو",
                             "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
            .quarters = {"الربع الأول", "الربع الثاني", "الربع الثالث", "الربع الرابع"},
            .halves = {"النصف الأول", "النصف الثاني"},
            .year = "{y}",
            .month_of_year = "{m} {y}",
            .part_of_year = "{p} من {y}",
            .months_alone = "{m}–{M}",
            .months_of_year = "{m}–{M} {y}",
            .months_of_years = "{m} {y}–{M} {Y}",
            .short_month = "{s}",
            .short_month_of_year = "{s} {y}",
            .short_months_of_year = "{s}–{S}\u00a0{y}",
            .short_months_of_years = "{s} {y}–{S}\u00a0{Y}",
            .date = "{d} {m} {y}",
            .short_date = "{d}\u00a0{s}\u00a0{y}",
        },
    .statuses =
        {
            {'E', "مشتق"},
            {'F', "توقع"},
            {'I', "قيمة معوضة"},
            {'U', "ضعيف الموثوقية"},
            {'P', "أولي"},
            {'V', "غير مدقق"},
            {'G', "تجريبي"},
            {'S', "إضراب أو حدث استثنائي آخر"},
            {'D', "تعريف مختلف"},
            {'N', "غير معتد به"},
            {'B', "انقطاع في السلسلة"},
            {'J', "استثناء"},
            {'K', "مدرج في فئة أخرى"},
            {'R', "منقح"},
            {'W', "يشمل فئة أخرى"},
        },
    .phrases =
        {
            [PHRASE_COMMA] = "، ",
            [PHRASE_AND] = " و",
            [PHRASE_OR] = " أو ",
            [PHRASE_CLAUSE] = "، ",
            [PHRASE_SEMICOLON] = "؛ ",
            [PHRASE_STOP] = ".",
            [PHRASE_SPACE] = " ",
            [PHRASE_FIGURE] = "الشكل {x}",
            [PHRASE_TABLE] = "الجدول {x}",
            [PHRASE_PAGE] = "صفحة {x} من {y}",
            [PHRASE_DRAFT] = "مسودة",
            [PHRASE_RELEASE] = "البيانات المنشورة حتى {x}",
            [PHRASE_NOT_AVAILABLE] = "غ.م.",
            [PHRASE_NOT_AVAILABLE_MEANS] = "غير متاح",
            [PHRASE_NOT_MEANINGFUL_MEANS] = "غير قابل للمقارنة",
            [PHRASE_NIL_MEANS] = "لا شيء",
            [PHRASE_ROUNDED_AWAY_MEANS] = "أقل من نصف آخر رقم معروض",
            [PHRASE_CONFIDENTIAL_MEANS] = "سري",
            [PHRASE_TABLE_CONTINUED] = "{x} (تابع)",
            [PHRASE_STATUS_OF_SOURCE] = "الرمز {x} في المصدر",
            [PHRASE_UP] = "بزيادة {x}",
            [PHRASE_DOWN] = "بانخفاض {x}",
            [PHRASE_UNCHANGED] = "دون تغيير",
            [PHRASE_ON_MONTH] = "{x} شهرياً",
            [PHRASE_ON_YEAR] = "{x} سنوياً",
            [PHRASE_HEAD_ON_MONTH] = "شهرياً",
            [PHRASE_HEAD_ON_YEAR] = "سنوياً",
            [PHRASE_RANK] = "المركز",
            [PHRASE_HIGHEST_SINCE] = "الأعلى منذ {x}",
            [PHRASE_HATCHED] = "المخطط: {x}.",
            [PHRASE_HOLLOW] = "المفرغ: {x}.",
            [PHRASE_GAPS] = "الفراغات: غير متاح.",
            [PHRASE_AVERAGE] = "{x}: متوسط شهري.",
            [PHRASE_AVERAGES] = "{x}: متوسطات شهرية.",
            [PHRASE_TAKEN_TOGETHER] = "{x}: الأشهر مجتمعة.",
            [PHRASE_PARTS_ADJUSTED] = "الأرقام مقربة بحيث يساوي مجموع الأجزاء الإجمالي.",
            [PHRASE_PARTS_DRIFT] = "قد لا يساوي مجموع الأجزاء الإجمالي بسبب التقريب.",
            [PHRASE_COLUMN_CHART] = "رسم بياني بالأعمدة: {x}",
            [PHRASE_BAR_CHART] = "رسم بياني بالأشرطة: {x}",
            [PHRASE_LINE_CHART] = "رسم بياني خطي: {x}",
            [PHRASE_SPARKLINE] = "منحنى مصغر: {x}",
            [PHRASE_LINE] = "منحنى: {x}",
            [PHRASE_FIGURES] = "أرقام",
            [PHRASE_WINDOW] = "من {x} إلى {y}",
            [PHRASE_LATEST] = "الأحدث {x} في {y}",
            [PHRASE_HIGH] = "الأعلى {x} في {y}",
            [PHRASE_LOW] = "الأدنى {x} في {y}",
            [PHRASE_REVISIONS] = "ما جرى تعديله",
            [PHRASE_NO_REVISIONS] = "لم يُعدَّل أي رقم من أرقام الأشهر الاثني عشر الماضية.",
            [PHRASE_REVISED_SERIES] = "السلسلة",
            [PHRASE_REVISED_PERIOD] = "الفترة",
            [PHRASE_REVISED_FIRST] = "عند النشر الأول",
            [PHRASE_REVISED_NOW] = "الآن",
            [PHRASE_REVISED_CHANGE] = "الفرق",
            [PHRASE_CLAIMS] = "ما قيل وما تقوله البيانات",
            [PHRASE_CLAIM] = "القول",
            [PHRASE_VERDICT] = "الحكم",
            [PHRASE_DATA_SAY] = "ما تقوله البيانات",
            [PHRASE_SOURCE] = "المصدر",
            [PHRASE_VERDICT_TRUE] = "صحيح",
            [PHRASE_VERDICT_FALSE] = "غير صحيح",
            [PHRASE_VERDICT_WRONG_SERIES] = "سلسلة أخرى",
            [PHRASE_VERDICT_UNDECIDABLE] = "لا يمكن الحكم",
            [PHRASE_CONTENTS] = "في هذا العدد",
            [PHRASE_PROVISIONAL] = "أولي",
            [PHRASE_IMPORT_REPORT] = "بيانات هذا العدد",
            [PHRASE_HOW_READ] = "كيفية قراءتها",
            [PHRASE_MEASURE] = "المقياس",
            [PHRASE_ROWS] = "الصفوف",
            [PHRASE_VALUES] = "القيم",
            [PHRASE_ZERO] = "صفر",
            [PHRASE_MISSING] = "مفقودة",
            [PHRASE_SUPPRESSED] = "محجوبة",
            [PHRASE_NO_ROW] = "لا صف",
            [PHRASE_READ_BRIEFING] = "اقرأ النشرة كاملة",
            [PHRASE_ATTACHED] = "النشرة الكاملة مرفقة:",
            [PHRASE_TOO_LARGE_TO_ATTACH] = "النشرة الكاملة أكبر من أن ترفق بهذه الرسالة.",
            [PHRASE_ROWS_OF] = "{x} من {y} صفاً",
            [PHRASE_CHART] = "رسم بياني:",
            [PHRASE_UNSUBSCRIBE] = "إلغاء الاشتراك",
        },
};

const struct language *language_arabic(void)
{
    return &arabic;
}
