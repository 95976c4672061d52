/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,     "erste",   "zweite", "dritte", "vierte",
                                        "fünfte", "sechste", "siebte", "achte",  "neunte",
                                        "zehnte", "elfte",   "zwölfte"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}.");
}

static str in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"kein", "ein",   "zwei",   "drei", "vier",
                                        "fünf", "sechs", "sieben", "acht", "neun",
                                        "zehn", "elf",   "zwölf"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

static const struct language german = {
    .tag = "de",
    .name = "German",
    .marks = {.point = ",", .group = "."},
    .percent = "{x}\u00a0%",
    .amount = "{x}\u00a0{y}",
    .units =
        {
            {"pp", "Prozentpunkte", NULL},
            {"pieces", "Stück", NULL},
            {"sets", "Sätze", NULL},
            {"pairs", "Paar", NULL},
            {"vehicles", "Fahrzeuge", NULL},
            {"litres", "Liter", NULL},
        },
    .scales =
        {
            {INT64_C(10000000000000), INT64_C(1000000000000), "Bio."},
            {INT64_C(10000000000), INT64_C(1000000000), "Mrd."},
            {INT64_C(10000000), INT64_C(1000000), "Mio."},
        },
    .ordinal = ordinal,
    .in_words = in_words,
    .calendar =
        {
            .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
                       "August", "September", "Oktober", "November", "Dezember"},
            .short_months = {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep",
                             "Okt", "Nov", "Dez"},
            .quarters = {"1.\u00a0Quartal", "2.\u00a0Quartal", "3.\u00a0Quartal",
                         "4.\u00a0Quartal"},
            .halves = {"1.\u00a0Halbjahr", "2.\u00a0Halbjahr"},
            .year = "{y}",
            .month_of_year = "{m} {y}",
            .part_of_year = "{p} {y}",
            .months_alone = "{m}–{M}",
            .months_of_year = "{m}–{M} {y}",
            .months_of_years = "{m} {y}–{M} {Y}",
            .short_month = "{s}",
            .short_month_of_year = "{s} {y}",
            .short_months_of_year = "{s}–{S}\u00a0{y}",
            .short_months_of_years = "{s} {y}–{S}\u00a0{Y}",
            .date = "{d}.\u00a0{m} {y}",
            .short_date = "{d}.\u00a0{s}\u00a0{y}",
        },
    .statuses =
        {
            {'E', "abgeleitet"},
            {'F', "Prognose"},
            {'I', "imputiert"},
            {'U', "wenig verlässlich"},
            {'P', "vorläufig"},
            {'V', "nicht geprüft"},
            {'G', "experimentell"},
            {'S', "Streik oder anderes Sonderereignis"},
            {'D', "abweichende Definition"},
            {'N', "nicht signifikant"},
            {'B', "Bruch in der Zeitreihe"},
            {'J', "Ausnahmeregelung"},
            {'K', "in anderer Kategorie enthalten"},
            {'R', "revidiert"},
            {'W', "enthält andere Kategorie"},
        },
    .phrases =
        {
            [PHRASE_COMMA] = ", ",
            [PHRASE_AND] = " und ",
            [PHRASE_OR] = " oder ",
            [PHRASE_CLAUSE] = ", ",
            [PHRASE_SEMICOLON] = "; ",
            [PHRASE_STOP] = ".",
            [PHRASE_SPACE] = " ",
            [PHRASE_FIGURE] = "Abbildung {x}",
            [PHRASE_TABLE] = "Tabelle {x}",
            [PHRASE_PAGE] = "Seite {x} von {y}",
            [PHRASE_RELEASE] = "Datenstand {x}",
            [PHRASE_NOT_AVAILABLE] = "k.\u00a0A.",
            [PHRASE_NOT_AVAILABLE_MEANS] = "keine Angabe",
            [PHRASE_NOT_MEANINGFUL_MEANS] = "nicht aussagekräftig",
            [PHRASE_NIL_MEANS] = "nichts vorhanden",
            [PHRASE_ROUNDED_AWAY_MEANS] = "weniger als die Hälfte der letzten Stelle",
            [PHRASE_CONFIDENTIAL_MEANS] = "geheim",
            [PHRASE_TABLE_CONTINUED] = "{x} (Fortsetzung)",
            [PHRASE_STATUS_OF_SOURCE] = "Status {x} der Quelle",
            [PHRASE_UP] = "{x} mehr",
            [PHRASE_DOWN] = "{x} weniger",
            [PHRASE_UNCHANGED] = "unverändert",
            [PHRASE_ON_MONTH] = "{x} ggü. Vormonat",
            [PHRASE_ON_YEAR] = "{x} ggü. Vorjahr",
            [PHRASE_HEAD_ON_MONTH] = "zum Vormonat",
            [PHRASE_HEAD_ON_YEAR] = "zum Vorjahr",
            [PHRASE_RANK] = "Rang",
            [PHRASE_HIGHEST_SINCE] = "höchster Wert seit {x}",
            [PHRASE_HATCHED] = "Schraffiert: {x}.",
            [PHRASE_HOLLOW] = "Hohl: {x}.",
            [PHRASE_GAPS] = "Lücken: keine Angabe.",
            [PHRASE_AVERAGE] = "{x}: Monatsdurchschnitt.",
            [PHRASE_AVERAGES] = "{x}: Monatsdurchschnitte.",
            [PHRASE_TAKEN_TOGETHER] = "{x}: Monate zusammengefasst.",
            [PHRASE_PARTS_ADJUSTED] = "So gerundet, dass die Teile die Summe ergeben.",
            [PHRASE_PARTS_DRIFT] = "Abweichungen in den Summen durch Runden möglich.",
            [PHRASE_COLUMN_CHART] = "Säulendiagramm: {x}",
            [PHRASE_BAR_CHART] = "Balkendiagramm: {x}",
            [PHRASE_LINE_CHART] = "Liniendiagramm: {x}",
            [PHRASE_SPARKLINE] = "Verlauf: {x}",
            [PHRASE_LINE] = "Verlauf: {x}",
            [PHRASE_FIGURES] = "Werte",
            [PHRASE_WINDOW] = "{x} bis {y}",
            [PHRASE_LATEST] = "zuletzt {x} im {y}",
            [PHRASE_HIGH] = "Höchstwert {x} im {y}",
            [PHRASE_LOW] = "Tiefstwert {x} im {y}",
            [PHRASE_REVISIONS] = "Was revidiert wurde",
            [PHRASE_NO_REVISIONS] =
                "Keine Zahl der vergangenen zwölf Monate wurde revidiert.",
            [PHRASE_REVISED_SERIES] = "Reihe",
            [PHRASE_REVISED_PERIOD] = "Zeitraum",
            [PHRASE_REVISED_FIRST] = "Zuerst veröffentlicht",
            [PHRASE_REVISED_NOW] = "Jetzt",
            [PHRASE_REVISED_CHANGE] = "Änderung",
            [PHRASE_CLAIMS] = "Was behauptet wird und was die Daten sagen",
            [PHRASE_CLAIM] = "Aussage",
            [PHRASE_VERDICT] = "Urteil",
            [PHRASE_DATA_SAY] = "Was die Daten sagen",
            [PHRASE_SOURCE] = "Quelle",
            [PHRASE_VERDICT_TRUE] = "richtig",
            [PHRASE_VERDICT_FALSE] = "falsch",
            [PHRASE_VERDICT_WRONG_SERIES] = "falsche Reihe",
            [PHRASE_VERDICT_UNDECIDABLE] = "nicht entscheidbar",
            [PHRASE_CONTENTS] = "In dieser Ausgabe",
            [PHRASE_PROVISIONAL] = "Vorläufig",
            [PHRASE_DRAFT] = "ENTWURF",
            [PHRASE_IMPORT_REPORT] = "Die Daten dieser Ausgabe",
            [PHRASE_HOW_READ] = "Wie sie gelesen wurden",
            [PHRASE_MEASURE] = "Messgröße",
            [PHRASE_ROWS] = "Zeilen",
            [PHRASE_VALUES] = "Werte",
            [PHRASE_ZERO] = "Null",
            [PHRASE_MISSING] = "Fehlend",
            [PHRASE_SUPPRESSED] = "Unterdrückt",
            [PHRASE_NO_ROW] = "Keine Zeile",
            [PHRASE_READ_BRIEFING] = "Vollständigen Bericht lesen",
            [PHRASE_ATTACHED] = "Der vollständige Bericht liegt bei:",
            [PHRASE_TOO_LARGE_TO_ATTACH] =
                "Der vollständige Bericht ist zu groß für diese E-Mail.",
            [PHRASE_ROWS_OF] = "{x} von {y} Zeilen",
            [PHRASE_CHART] = "Grafik:",
            [PHRASE_UNSUBSCRIBE] = "Abbestellen",
        },
};

const struct language *language_german(void)
{
    return &german;
}
