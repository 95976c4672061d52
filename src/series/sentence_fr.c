/* SPDX-License-Identifier: MIT */
/*
 * French. The gender of a subject is not known: verbs are conjugated with avoir, adjectives
 * have one form for both. Before a colon stands U+00A0.
 */
#include "sentence_internal.h"

static const char *const openers[] = {"les", "le", "la", "l’", NULL};

/* What several patterns have. */
#define NTH_CHANGE "[e:|au moins ]la {nth} [s:hausse|baisse] mensuelle consécutive"
#define NTH_MONTH "[e:|au moins ]le {nth} mois consécutif de [s:hausse|baisse]"
#define RECORD_HIGH "[n:son|leur] plus haut niveau depuis le début des données en {start}"
#define RECORD_LOW "[n:son|leur] plus bas niveau depuis le début des données en {start}"
#define SINCE_HIGH "[n:son|leur] plus haut niveau depuis [e:{since}|au moins {count} mois]"
#define SINCE_LOW "[n:son|leur] plus bas niveau depuis [e:{since}|au moins {count} mois]"
#define FIRST_CHANGE "la première [s:hausse|baisse] mensuelle en [e:|au moins ]{count} mois"
#define FIRST_ON_YEAR \
    "la première [s:hausse|baisse] sur un an en [e:|au moins ]{count} mois"
#define STANDS "[n:s’affiche|s’affichent] en [s:hausse|baisse] de {rate}"
#define AGAINST "[s:contre {share before} |contre {share before} |autant qu’]un an plus tôt"
#define WIDE "[e:|au moins ]le {nth} mois consécutif avec un écart d’un quart ou plus"

static const struct phrasebook french = {
    .stop = ".",
    .between = " ",
    .has_capitals = true,
    .openers = openers,
    .moves =
        {
            [MOVE_COLLAPSED] = {"[n:a|ont] plongé", " de {rate}", "à", ""},
            [MOVE_PLUNGED] = {"[n:a|ont] chuté", " de {rate}", "à", ""},
            [MOVE_FELL] = {"[n:a|ont] reculé", " de {rate}", "à", ""},
            [MOVE_SLIPPED] = {"[n:a|ont] légèrement reculé", " de {rate}", "à", ""},
            [MOVE_UNCHANGED] = {"[n:a|ont] stagné", "", "à", ""},
            [MOVE_EDGED_UP] = {"[n:a|ont] légèrement progressé", " de {rate}", "à", ""},
            [MOVE_ROSE] = {"[n:a|ont] progressé", " de {rate}", "à", ""},
            [MOVE_JUMPED] = {"[n:a|ont] bondi", " de {rate}", "à", ""},
            [MOVE_DOUBLED] = {"[n:a|ont] doublé", "", "à", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"[n:a|ont] plus que doublé", "", "à", ""},
            [MOVE_BARE_FALL] = {"[n:a|ont] reculé", "", "à", ""},
            [MOVE_BARE_RISE] = {"[n:a|ont] progressé", "", "à", ""},
        },
    .since = "le plus [s:haut|bas] niveau depuis [e:{since}|au moins {count} mois]",
    .streaks =
        {
            "[e:|au moins ]la {nth} [s:hausse|baisse] consécutive",
            NTH_CHANGE,
            "[e:|au moins ]le {nth} mois consécutif de [s:hausse|baisse] sur un an",
        },
    .verb = "{verb}",
    .headline = "{verb}{by} en {month}, {to} {value}",
    .clause = ", ",
    .behind_subject = " ",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S} {verb}{by} en {month} par rapport au mois précédent, {to} {value}",
                    "En {month}, {S} {verb}{by} par rapport au mois précédent, {to} "
                    "{value}",
                    "Par rapport à {month before}, {S} {verb}{by} en {month}, {to} {value}",
                    "À {value} en {month}, {S} [m:" STANDS
                    "|{verb}|[n:est stable|sont stables]] sur un mois",
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S} {verb}{by} sur un an en {month}, {to} {value}",
                    "En {month}, {S} {verb}{by} sur un an, {to} {value}",
                    "Par rapport à {year before}, {S} {verb}{by} en {month}, {to} {value}",
                    "À {value} en {month}, {S} [m:" STANDS
                    "|{verb}|[n:est stable|sont stables]] sur un an",
                },
            [FINDING_TO_DATE] =
                {
                    "{S} [n:totalise|totalisent] {value} [w:de janvier à {month}|sur "
                    "l’ensemble "
                    "de {this year}], [m:soit {rate} de [s:plus|moins] que|[d:deux|plus de "
                    "deux] "
                    "fois plus que|autant que] [w:sur la même période de|en] {last year}",
                    "[w:De janvier à {month}|Sur l’ensemble de {this year}], {S} "
                    "[n:totalise|"
                    "totalisent] {value}, [m:soit {rate} de [s:plus|moins] "
                    "que|[d:deux|plus de "
                    "deux] fois plus que|autant que] [w:sur la même période de|en] {last "
                    "year}",
                    "Par rapport à [w:la même période de |]{last year}, {S} {verb}{by} "
                    "[w:de "
                    "janvier à {month}|en {this year}], {to} {value}",
                    "À {value} [w:de janvier à {month}|sur l’ensemble de {this year}], {S} "
                    "{verb}{by} par rapport à [w:la même période de |]{last year}",
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S} [n:a|ont] atteint {value} en {month}, " RECORD_HIGH,
                    "En {month}, {S} [n:a|ont] atteint {value}, " RECORD_HIGH,
                    "Depuis le début des données en {start}, {S} [n:n’avait|n’avaient] "
                    "jamais "
                    "connu un niveau aussi élevé qu’en {month}\u00a0: {value}",
                    "À {value} en {month}, {S} [n:a|ont] atteint " RECORD_HIGH,
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S} [n:a|ont] reculé à {value} en {month}, " RECORD_LOW,
                    "En {month}, {S} [n:a|ont] reculé à {value}, " RECORD_LOW,
                    "Depuis le début des données en {start}, {S} [n:n’avait|n’avaient] "
                    "jamais "
                    "connu un niveau aussi bas qu’en {month}\u00a0: {value}",
                    "À {value} en {month}, {S} [n:a|ont] touché " RECORD_LOW,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S} [n:a|ont] atteint {value} en {month}, " SINCE_HIGH,
                    "En {month}, {S} [n:a|ont] atteint {value}, " SINCE_HIGH,
                    "Depuis [e:{since}|au moins {count} mois], {S} [n:n’avait|n’avaient] "
                    "plus "
                    "connu un niveau aussi élevé qu’en {month}\u00a0: {value}",
                    "À {value} en {month}, {S} [n:a|ont] atteint " SINCE_HIGH,
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S} [n:a|ont] reculé à {value} en {month}, " SINCE_LOW,
                    "En {month}, {S} [n:a|ont] reculé à {value}, " SINCE_LOW,
                    "Depuis [e:{since}|au moins {count} mois], {S} [n:n’avait|n’avaient] "
                    "plus "
                    "connu un niveau aussi bas qu’en {month}\u00a0: {value}",
                    "À {value} en {month}, {S} [n:a|ont] touché " SINCE_LOW,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S} {verb}{by} en {month}, {to} {value}, " NTH_CHANGE,
                    "En {month}, {S} {verb}{by}, {to} {value}, " NTH_CHANGE,
                    "Pour [e:|au moins ]le {nth} mois consécutif, {S} [n:a|ont] "
                    "[s:progressé|"
                    "reculé] sur un mois en {month}, de {rate}, à {value}",
                    "À {value} en {month}, {S} " STANDS
                    " sur un mois, pour [e:|au moins ]le {nth} mois "
                    "consécutif",
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S} {verb}{by} sur un an en {month}, {to} {value}, " NTH_MONTH,
                    "En {month}, {S} {verb}{by} sur un an, {to} {value}, " NTH_MONTH,
                    "Pour [e:|au moins ]le {nth} mois consécutif, {S} [n:a|ont] "
                    "[s:progressé|"
                    "reculé] sur un an en {month}, de {rate}, à {value}",
                    "À {value} en {month}, {S} " STANDS
                    " sur un an, pour [e:|au moins ]le {nth} mois "
                    "consécutif",
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S} {verb}{by} en {month}, {to} {value}, " FIRST_CHANGE,
                    "En {month}, {S} {verb}{by}, {to} {value}, " FIRST_CHANGE,
                    "Pour la première fois en [e:|au moins ]{count} mois, {S} [n:a|ont] "
                    "[s:progressé|reculé] sur un mois en {month}, de {rate}, à {value}",
                    "À {value} en {month}, {S} " STANDS
                    " sur un mois, une première en [e:|au moins "
                    "]{count} mois",
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S} {verb}{by} sur un an en {month}, {to} {value}, " FIRST_ON_YEAR,
                    "En {month}, {S} {verb}{by} sur un an, {to} {value}, " FIRST_ON_YEAR,
                    "Pour la première fois en [e:|au moins ]{count} mois, {S} [n:a|ont] "
                    "[s:progressé|reculé] sur un an en {month}, de {rate}, à {value}",
                    "À {value} en {month}, {S} " STANDS
                    " sur un an, une première en [e:|au moins "
                    "]{count} mois",
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S} [n:a|ont] atteint {value} en {month}, après [e:|au moins ]{empty} "
                    "mois "
                    "sans aucune livraison",
                    "En {month}, {S} [n:a|ont] atteint {value}, après [e:|au moins "
                    "]{empty} mois "
                    "sans aucune livraison",
                    "Après [e:|au moins ]{empty} mois sans aucune livraison, {S} [n:a|ont] "
                    "atteint {value} en {month}",
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S} [n:occupait|occupaient] le premier rang en {month}, à "
                    "{value}[l:|, "
                    "comme le mois précédent|, contre le {rank} le mois précédent]",
                    "En {month}, {S} [n:occupait|occupaient] le premier rang, à "
                    "{value}[l:|, "
                    "comme le mois précédent|, contre le {rank} le mois précédent]",
                    "[l:Au premier rang en {month}|Comme le mois précédent|Après le {rank} "
                    "rang "
                    "le mois précédent], {S} [l:[n:a|ont] atteint "
                    "{value}|[n:occupait|occupaient] "
                    "le premier rang en {month}, à {value}]",
                    "À {value} en {month}, {S} [n:occupait|occupaient] le premier "
                    "rang[l:|, "
                    "comme le mois précédent|, contre le {rank} le mois précédent]",
                },
            [FINDING_OVERTAKES] =
                {
                    "{S} [n:a|ont] dépassé {O} en {month}\u00a0: {value} contre {was}",
                    "En {month}, {S} [n:a|ont] dépassé {O}\u00a0: {value} contre {was}",
                    NULL,
                    "À {value} en {month}, {S} [n:a|ont] dépassé {O} ({was})",
                },
            [FINDING_RANK] =
                {
                    "{S} [n:occupait|occupaient] le {rank} rang en {month}, à {value}, "
                    "contre le "
                    "{rank before} un an plus tôt",
                    "En {month}, {S} [n:occupait|occupaient] le {rank} rang, à {value}, "
                    "contre "
                    "le {rank before} un an plus tôt",
                    "Après le {rank before} rang un an plus tôt, {S} "
                    "[n:occupait|occupaient] le "
                    "{rank} en {month}, à {value}",
                    "À {value} en {month}, {S} [n:occupait|occupaient] le {rank} rang, "
                    "contre le "
                    "{rank before} un an plus tôt",
                },
            [FINDING_SHARE] =
                {
                    "{S} [n:représentait|représentaient] {rate} du total en "
                    "{month}, " AGAINST,
                    "En {month}, {S} [n:représentait|représentaient] {rate} du "
                    "total, " AGAINST,
                    "[s:Après {share before}|Après {share before}|Comme] un an plus tôt, "
                    "{S} "
                    "[n:représentait|représentaient] {rate} du total en {month}",
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "{S} [p:[n:représentait|représentaient] {rate} de la [s:hausse|baisse] "
                    "du "
                    "total en {month}|[n:a|ont] [s:progressé|reculé] plus que le total en "
                    "{month}, de {was} à {value}]",
                    "En {month}, {S} [p:[n:représentait|représentaient] {rate} de la "
                    "[s:hausse|"
                    "baisse] du total|[n:a|ont] [s:progressé|reculé] plus que le total, de "
                    "{was} "
                    "à {value}]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "Les trois premiers représentaient ensemble {rate} du total en "
                    "{month}, " AGAINST,
                    "En {month}, les trois premiers représentaient ensemble {rate} du "
                    "total, " AGAINST,
                    "[s:Après {share before}|Après {share before}|Comme] un an plus tôt, "
                    "les "
                    "trois premiers représentaient ensemble {rate} du total en {month}",
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S} [n:a|ont] atteint {value} en {month}, [s:plus|moins] qu’au même "
                    "mois de "
                    "chacune des {count} années précédentes",
                    "En {month}, {S} [n:a|ont] atteint {value}, [s:plus|moins] qu’au même "
                    "mois de "
                    "chacune des {count} années précédentes",
                    "Au cours des {count} années précédentes, {S} [n:n’avait|n’avaient] "
                    "jamais connu en {month} un niveau aussi [s:élevé|bas]\u00a0: {value}",
                    NULL,
                },
            [FINDING_UNIT_VALUE] =
                {
                    "{S}\u00a0: la valeur moyenne était de {value} en {month}, [m:en "
                    "[s:hausse|baisse] de {rate} sur un an|[d:le double|plus du double] de "
                    "celle d’un an plus tôt|stable sur un an]",
                    NULL,
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S} " STANDS " sur un an en {month}, à {value}, " WIDE,
                    "En {month}, {S} " STANDS " sur un an, à {value}, " WIDE,
                    "Pour [e:|au moins ]le {nth} mois consécutif, {S} "
                    "[n:s’écarte|s’écartent] d’un "
                    "quart ou plus de [n:son|leur] niveau d’un an plus tôt\u00a0: "
                    "[s:+|−]{rate} en "
                    "{month}, à {value}",
                    "À {value} en {month}, {S} " STANDS " sur un an, " WIDE,
                },
        },
};

const struct phrasebook *sentence_french(void)
{
    return &french;
}
