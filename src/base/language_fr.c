/* SPDX-License-Identifier: MIT */
#include "language_internal.h"

static str ordinal(struct arena *arena, size_t number)
{
    static const char *const words[] = {NULL,        "premier",   "deuxième", "troisième",
                                        "quatrième", "cinquième", "sixième",  "septième",
                                        "huitième",  "neuvième",  "dixième"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}e");
}

static str in_words(struct arena *arena, size_t number)
{
    static const char *const words[] = {"aucun", "un",   "deux", "trois", "quatre", "cinq",
                                        "six",   "sept", "huit", "neuf",  "dix"};
    return language_word_or(arena, words, COUNT_OF(words), number, "{x}");
}

static const struct language french = {
    .tag = "fr",
    .name = "French",
    .marks = {.point = ",", .group = "\u202f"},
    .percent = "{x}\u202f%",
    .amount = "{x}\u00a0{y}",
    .units =
        {
            {"pp", "points", "point"},
            {"pieces", "pièces", "pièce"},
            {"sets", "jeux", "jeu"},
            {"pairs", "paires", "paire"},
            {"vehicles", "véhicules", "véhicule"},
            {"litres", "litres", "litre"},
        },
    .scales =
        {
            {INT64_C(10000000000000), INT64_C(1000000000000), "bill."},
            {INT64_C(10000000000), INT64_C(1000000000), "Md"},
            {INT64_C(10000000), INT64_C(1000000), "M"},
        },
    .ordinal = ordinal,
    .in_words = in_words,
    .calendar =
        {
            .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
                       "août", "septembre", "octobre", "novembre", "décembre"},
            .short_months = {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.",
                             "août", "sept.", "oct.", "nov.", "déc."},
            .quarters = {"premier trimestre", "deuxième trimestre", "troisième trimestre",
                         "quatrième trimestre"},
            .halves = {"premier semestre", "second semestre"},
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
            .first_day = "1er",
            .date = "{d}\u00a0{m} {y}",
            .short_date = "{d}\u00a0{s}\u00a0{y}",
        },
    .statuses =
        {
            {'E', "dérivé"},
            {'F', "prévision"},
            {'I', "imputé"},
            {'U', "peu fiable"},
            {'P', "provisoire"},
            {'V', "non validé"},
            {'G', "expérimental"},
            {'S', "grève ou autre événement particulier"},
            {'D', "définition différente"},
            {'N', "non significatif"},
            {'B', "rupture de série"},
            {'J', "dérogation"},
            {'K', "inclus dans une autre catégorie"},
            {'R', "révisé"},
            {'W', "inclut une autre catégorie"},
        },
    .phrases =
        {
            [PHRASE_COMMA] = ", ",
            [PHRASE_AND] = " et ",
            [PHRASE_OR] = " ou ",
            [PHRASE_CLAUSE] = ", ",
            [PHRASE_SEMICOLON] = "\u202f; ",
            [PHRASE_STOP] = ".",
            [PHRASE_SPACE] = " ",
            [PHRASE_FIGURE] = "Figure {x}",
            [PHRASE_TABLE] = "Tableau {x}",
            [PHRASE_PAGE] = "Page {x} sur {y}",
            [PHRASE_RELEASE] = "Données publiées au {x}",
            [PHRASE_NOT_AVAILABLE] = "n.d.",
            [PHRASE_NOT_AVAILABLE_MEANS] = "non disponible",
            [PHRASE_NOT_MEANINGFUL_MEANS] = "non significatif",
            [PHRASE_NIL_MEANS] = "néant",
            [PHRASE_ROUNDED_AWAY_MEANS] = "moins de la moitié du dernier chiffre",
            [PHRASE_CONFIDENTIAL_MEANS] = "confidentiel",
            [PHRASE_TABLE_CONTINUED] = "{x} (suite)",
            [PHRASE_STATUS_OF_SOURCE] = "statut {x} de la source",
            [PHRASE_UP] = "en hausse de {x}",
            [PHRASE_DOWN] = "en baisse de {x}",
            [PHRASE_UNCHANGED] = "sans changement",
            [PHRASE_ON_MONTH] = "{x} sur un mois",
            [PHRASE_ON_YEAR] = "{x} sur un an",
            [PHRASE_HEAD_ON_MONTH] = "sur un mois",
            [PHRASE_HEAD_ON_YEAR] = "sur un an",
            [PHRASE_RANK] = "rang",
            [PHRASE_HIGHEST_SINCE] = "plus haut depuis {x}",
            [PHRASE_HATCHED] = "Hachuré\u00a0: {x}.",
            [PHRASE_HOLLOW] = "Creux\u00a0: {x}.",
            [PHRASE_GAPS] = "Lacunes\u00a0: non disponible.",
            [PHRASE_AVERAGE] = "Moyenne mensuelle\u00a0: {x}.",
            [PHRASE_AVERAGES] = "Moyennes mensuelles\u00a0: {x}.",
            [PHRASE_TAKEN_TOGETHER] = "Mois regroupés\u00a0: {x}.",
            [PHRASE_PARTS_ADJUSTED] =
                "Arrondi de sorte que la somme des parts donne le total.",
            [PHRASE_PARTS_DRIFT] =
                "Les parts étant arrondies, leur somme peut différer du total.",
            [PHRASE_COLUMN_CHART] = "Diagramme en colonnes\u00a0: {x}",
            [PHRASE_BAR_CHART] = "Diagramme en barres\u00a0: {x}",
            [PHRASE_LINE_CHART] = "Courbe\u00a0: {x}",
            [PHRASE_SPARKLINE] = "Tendance\u00a0: {x}",
            [PHRASE_LINE] = "Tendance\u00a0: {x}",
            [PHRASE_FIGURES] = "chiffres",
            [PHRASE_WINDOW] = "{x} à {y}",
            [PHRASE_LATEST] = "dernière valeur {x} en {y}",
            [PHRASE_HIGH] = "maximum {x} en {y}",
            [PHRASE_LOW] = "minimum {x} en {y}",
            [PHRASE_REVISIONS] = "Ce qui a été révisé",
            [PHRASE_NO_REVISIONS] = "Aucun chiffre des douze derniers mois n’a été révisé.",
            [PHRASE_REVISED_SERIES] = "Série",
            [PHRASE_REVISED_PERIOD] = "Période",
            [PHRASE_REVISED_FIRST] = "Première publication",
            [PHRASE_REVISED_NOW] = "Aujourd’hui",
            [PHRASE_REVISED_CHANGE] = "Écart",
            [PHRASE_CLAIMS] = "Ce qui est affirmé et ce que disent les données",
            [PHRASE_CLAIM] = "Affirmation",
            [PHRASE_VERDICT] = "Verdict",
            [PHRASE_DATA_SAY] = "Ce que disent les données",
            [PHRASE_SOURCE] = "Source",
            [PHRASE_VERDICT_TRUE] = "vrai",
            [PHRASE_VERDICT_FALSE] = "faux",
            [PHRASE_VERDICT_WRONG_SERIES] = "mauvaise série",
            [PHRASE_VERDICT_UNDECIDABLE] = "indécidable",
            [PHRASE_CONTENTS] = "Dans ce numéro",
            [PHRASE_PROVISIONAL] = "Provisoire",
            [PHRASE_DRAFT] = "PROJET",
            [PHRASE_IMPORT_REPORT] = "Les données de ce numéro",
            [PHRASE_HOW_READ] = "Comment elles ont été lues",
            [PHRASE_MEASURE] = "Mesure",
            [PHRASE_ROWS] = "Lignes",
            [PHRASE_VALUES] = "Valeurs",
            [PHRASE_ZERO] = "Zéro",
            [PHRASE_MISSING] = "Manquant",
            [PHRASE_SUPPRESSED] = "Masqué",
            [PHRASE_NO_ROW] = "Sans ligne",
            [PHRASE_READ_BRIEFING] = "Lire la note complète",
            [PHRASE_ATTACHED] = "La note complète est jointe\u202F:",
            [PHRASE_TOO_LARGE_TO_ATTACH] =
                "La note complète est trop volumineuse pour être jointe.",
            [PHRASE_ROWS_OF] = "{x} lignes sur {y}",
            [PHRASE_CHART] = "Graphique\u202F:",
            [PHRASE_UNSUBSCRIBE] = "Se désabonner",
        },
};

const struct language *language_french(void)
{
    return &french;
}
