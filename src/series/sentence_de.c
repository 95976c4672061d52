/* SPDX-License-Identifier: MIT */
/* German: the finite verb is second, what it is split off from last: "brachen ... ein". */
#include "sentence_internal.h"

static const char *const openers[] = {"die", "der", "das", NULL};

/* What several patterns end with. */
#define NTH_CHANGE "[e:der|mindestens der] {nth} [s:Anstieg|Rückgang] in Folge"
#define NTH_MONTH "[e:der|mindestens der] {nth} Monat in Folge [s:über|unter] dem Vorjahr"
#define RECORD "Wert seit Beginn der Daten im {start}"
#define SINCE "Wert seit [e:{since}|mindestens {count} Monaten]"
#define FIRST_CHANGE "der erste [s:Anstieg|Rückgang] seit [e:|mindestens ]{count} Monaten"
#define FIRST_ON_YEAR \
    "das erste [s:Plus|Minus] im Jahresvergleich seit [e:|mindestens ]{count} Monaten"
#define ROSE_OR_FELL "[s:[n:stieg|stiegen]|[n:sank|sanken]]"

static const struct phrasebook german = {
    .stop = ".",
    .between = " ",
    .has_capitals = true,
    .openers = openers,
    .moves =
        {
            [MOVE_COLLAPSED] = {"[n:brach|brachen]", " um {rate}", "auf", " ein"},
            [MOVE_PLUNGED] = {"[n:sackte|sackten]", " um {rate}", "auf", " ab"},
            [MOVE_FELL] = {"[n:sank|sanken]", " um {rate}", "auf", ""},
            [MOVE_SLIPPED] = {"[n:gab|gaben]", " um {rate}", "auf", " nach"},
            [MOVE_UNCHANGED] = {"[n:blieb|blieben]", "", "mit", " unverändert"},
            [MOVE_EDGED_UP] = {"[n:legte|legten]", " leicht um {rate}", "auf", " zu"},
            [MOVE_ROSE] = {"[n:stieg|stiegen]", " um {rate}", "auf", ""},
            [MOVE_JUMPED] = {"[n:sprang|sprangen]", " um {rate}", "auf", ""},
            [MOVE_DOUBLED] = {"[n:verdoppelte|verdoppelten] sich", "", "auf", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"[n:hat|haben] sich", "", "auf",
                                        " mehr als verdoppelt"},
            [MOVE_BARE_FALL] = {"[n:sank|sanken]", "", "auf", ""},
            [MOVE_BARE_RISE] = {"[n:stieg|stiegen]", "", "auf", ""},
        },
    .since = "der [s:höchste|niedrigste] " SINCE,
    .streaks = {NTH_CHANGE, NTH_CHANGE, NTH_MONTH},
    .verb = "{verb}{tail}",
    .headline = "{verb} im {month}{by} {to} {value}{tail}",
    .clause = ", ",
    .behind_subject = " ",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S} {verb} im {month} gegenüber dem Vormonat{by} {to} {value}{tail}",
                    "Im {month} {verb} {S} gegenüber dem Vormonat{by} {to} {value}{tail}",
                    "Gegenüber {month before} {verb} {S} im {month}{by} {to} {value}{tail}",
                    "Mit {value} [m:[n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vormonat|[n:war|waren] {S} im {month} [d:|mehr als ]doppelt so hoch "
                    "wie "
                    "im Vormonat|[n:war|waren] {S} im {month} so hoch wie im Vormonat]",
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S} {verb} im {month} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail}",
                    "Im {month} {verb} {S} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail}",
                    "Gegenüber {year before} {verb} {S} im {month}{by} {to} {value}{tail}",
                    "Mit {value} [m:[n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vorjahresmonat|[n:war|waren] {S} im {month} [d:|mehr als ]doppelt so "
                    "hoch "
                    "wie ein Jahr zuvor|[n:war|waren] {S} im {month} so hoch wie ein Jahr "
                    "zuvor]",
                },
            [FINDING_TO_DATE] =
                {
                    "{S} [n:summierte|summierten] sich [w:von Januar bis {month}|im "
                    "Gesamtjahr {this year}] auf {value}, [m:{rate} [s:mehr|weniger] als|"
                    "[d:|mehr als ]doppelt so viel wie|ebenso viel wie] [w:im gleichen "
                    "Zeitraum des Vorjahres|{last year}]",
                    "[w:Von Januar bis {month}|Im Gesamtjahr {this year}] [n:summierte|"
                    "summierten] sich {S} auf {value}, [m:{rate} [s:mehr|weniger] als|"
                    "[d:|mehr als ]doppelt so viel wie|ebenso viel wie] [w:im gleichen "
                    "Zeitraum des Vorjahres|{last year}]",
                    "Gegenüber [w:dem gleichen Zeitraum des Vorjahres|{last year}] {verb} "
                    "{S} "
                    "[w:von Januar bis {month}|im Jahr {this year}]{by} {to} {value}{tail}",
                    "Mit {value} [n:lag|lagen] {S} [w:von Januar bis {month}|im Gesamtjahr "
                    "{this year}] [m:um {rate} [s:über|unter] dem Wert|[d:beim|bei mehr "
                    "als "
                    "dem] "
                    "Doppelten|auf dem Niveau] [w:des gleichen Vorjahreszeitraums|von "
                    "{last "
                    "year}]",
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S} [n:stieg|stiegen] im {month} auf {value}, den höchsten " RECORD,
                    "Im {month} [n:stieg|stiegen] {S} auf {value}, den höchsten " RECORD,
                    "Seit Beginn der Daten im {start} [n:war|waren] {S} nie so hoch wie im "
                    "{month} mit {value}",
                    "Mit {value} [n:erreichte|erreichten] {S} im {month} den "
                    "höchsten " RECORD,
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S} [n:sank|sanken] im {month} auf {value}, den niedrigsten " RECORD,
                    "Im {month} [n:sank|sanken] {S} auf {value}, den niedrigsten " RECORD,
                    "Seit Beginn der Daten im {start} [n:war|waren] {S} nie so niedrig wie "
                    "im "
                    "{month} mit {value}",
                    "Mit {value} [n:sank|sanken] {S} im {month} auf den "
                    "niedrigsten " RECORD,
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S} [n:stieg|stiegen] im {month} auf {value}, den höchsten " SINCE,
                    "Im {month} [n:stieg|stiegen] {S} auf {value}, den höchsten " SINCE,
                    "Seit [e:{since}|mindestens {count} Monaten] [n:war|waren] {S} nicht "
                    "mehr "
                    "so hoch wie im {month} mit {value}",
                    "Mit {value} [n:erreichte|erreichten] {S} im {month} den "
                    "höchsten " SINCE,
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S} [n:sank|sanken] im {month} auf {value}, den niedrigsten " SINCE,
                    "Im {month} [n:sank|sanken] {S} auf {value}, den niedrigsten " SINCE,
                    "Seit [e:{since}|mindestens {count} Monaten] [n:war|waren] {S} nicht "
                    "mehr "
                    "so niedrig wie im {month} mit {value}",
                    "Mit {value} [n:sank|sanken] {S} im {month} auf den niedrigsten " SINCE,
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S} {verb} im {month}{by} {to} {value}{tail}, " NTH_CHANGE,
                    "Im {month} {verb} {S}{by} {to} {value}{tail}, " NTH_CHANGE,
                    "[e:Zum|Mindestens zum] {nth n} Mal in Folge " ROSE_OR_FELL
                    " {S} im {month} gegenüber dem Vormonat: um {rate} auf {value}",
                    "Mit {value} [n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vormonat, " NTH_CHANGE,
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S} {verb} im {month} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail} "
                    "und [n:lag|lagen] damit [e:|mindestens ]den {nth n} Monat in Folge "
                    "[s:über|unter] dem Vorjahr",
                    "Im {month} {verb} {S} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail}: " NTH_MONTH,
                    "[e:Den|Mindestens den] {nth n} Monat in Folge [n:lag|lagen] {S} "
                    "[s:über|"
                    "unter] dem Vorjahr: im {month} mit {value} um {rate}",
                    "Mit {value} [n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vorjahresmonat, [e:das|mindestens das] {nth} [s:Plus|Minus] in Folge",
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S} {verb} im {month}{by} {to} {value}{tail}, " FIRST_CHANGE,
                    "Im {month} {verb} {S}{by} {to} {value}{tail}, " FIRST_CHANGE,
                    "Zum ersten Mal seit [e:|mindestens ]{count} Monaten " ROSE_OR_FELL
                    " {S} im {month} gegenüber dem Vormonat: um {rate} auf {value}",
                    "Mit {value} [n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vormonat, " FIRST_CHANGE,
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S} {verb} im {month} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail}, " FIRST_ON_YEAR,
                    "Im {month} {verb} {S} gegenüber dem Vorjahresmonat{by} {to} "
                    "{value}{tail}, " FIRST_ON_YEAR,
                    "Zum ersten Mal seit [e:|mindestens ]{count} Monaten [n:lag|lagen] {S} "
                    "[s:über|unter] dem Vorjahr: im {month} mit {value} um {rate}",
                    "Mit {value} [n:lag|lagen] {S} im {month} {rate} [s:über|unter] dem "
                    "Vorjahresmonat, " FIRST_ON_YEAR,
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S} [n:erreichte|erreichten] im {month} {value}, nachdem es "
                    "[e:|mindestens "
                    "]{empty} Monate lang keine gegeben hatte",
                    "Im {month} [n:erreichte|erreichten] {S} {value}, nachdem es "
                    "[e:|mindestens "
                    "]{empty} Monate lang keine gegeben hatte",
                    "Nach [e:|mindestens ]{empty} Monaten ohne Lieferung [n:erreichte|"
                    "erreichten] {S} im {month} {value}",
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S} [n:stand|standen] im {month} mit {value} an der Spitze[l:|, wie "
                    "schon "
                    "im Vormonat|, nach Platz {rank 1} im Vormonat]",
                    "Im {month} [n:stand|standen] {S} mit {value} an der Spitze[l:|, wie "
                    "schon "
                    "im Vormonat|, nach Platz {rank 1} im Vormonat]",
                    "[l:An der Spitze|Wie schon im Vormonat|Nach Platz {rank 1} im "
                    "Vormonat] "
                    "[n:stand|standen] {S} im {month}[l:| an der Spitze| an der Spitze], "
                    "mit "
                    "{value}",
                    "Mit {value} [n:stand|standen] {S} im {month} an der Spitze[l:|, wie "
                    "schon "
                    "im Vormonat|, nach Platz {rank 1} im Vormonat]",
                },
            [FINDING_OVERTAKES] =
                {
                    "{S} [n:war|waren] im {month} mit {value} höher als {O} ({was}); im "
                    "Vormonat "
                    "war es umgekehrt",
                    "Im {month} [n:war|waren] {S} mit {value} höher als {O} ({was}); im "
                    "Vormonat "
                    "war es umgekehrt",
                    "Anders als im Vormonat [n:war|waren] {S} im {month} mit {value} höher "
                    "als "
                    "{O} ({was})",
                    "Mit {value} [n:war|waren] {S} im {month} höher als {O} ({was}); im "
                    "Vormonat "
                    "war es umgekehrt",
                },
            [FINDING_RANK] =
                {
                    "{S} [n:lag|lagen] im {month} mit {value} auf Platz {rank 1}, nach "
                    "Platz "
                    "{rank before 1} ein Jahr zuvor",
                    "Im {month} [n:lag|lagen] {S} mit {value} auf Platz {rank 1}, nach "
                    "Platz "
                    "{rank before 1} ein Jahr zuvor",
                    "Nach Platz {rank before 1} ein Jahr zuvor [n:lag|lagen] {S} im "
                    "{month} mit "
                    "{value} auf Platz {rank 1}",
                    "Mit {value} [n:lag|lagen] {S} im {month} auf Platz {rank 1}, nach "
                    "Platz "
                    "{rank before 1} ein Jahr zuvor",
                },
            [FINDING_SHARE] =
                {
                    "{S} [n:machte|machten] im {month} {rate} des Gesamtvolumens aus, "
                    "[s:nach "
                    "{share before}|nach {share before}|ebenso viel wie] ein Jahr zuvor",
                    "Im {month} [n:machte|machten] {S} {rate} des Gesamtvolumens aus, "
                    "[s:nach "
                    "{share before}|nach {share before}|ebenso viel wie] ein Jahr zuvor",
                    "[s:Nach {share before}|Nach {share before}|Wie] ein Jahr zuvor "
                    "[n:machte|"
                    "machten] {S} im {month} {rate} des Gesamtvolumens aus",
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "[p:{S} [n:machte|machten] im {month} {rate} des "
                    "[s:Anstiegs|Rückgangs] des "
                    "Gesamtvolumens aus|{S} " ROSE_OR_FELL
                    " im {month} um mehr als das Gesamtvolumen, von {was} auf {value}]",
                    "[p:Im {month} [n:machte|machten] {S} {rate} des "
                    "[s:Anstiegs|Rückgangs] des "
                    "Gesamtvolumens aus|Im {month} " ROSE_OR_FELL
                    " {S} um mehr als das Gesamtvolumen, von {was} auf {value}]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "Die drei größten machten im {month} zusammen {rate} des "
                    "Gesamtvolumens "
                    "aus, [s:nach {share before}|nach {share before}|ebenso viel wie] ein "
                    "Jahr "
                    "zuvor",
                    "Im {month} machten die drei größten zusammen {rate} des "
                    "Gesamtvolumens "
                    "aus, [s:nach {share before}|nach {share before}|ebenso viel wie] ein "
                    "Jahr "
                    "zuvor",
                    "[s:Nach {share before}|Nach {share before}|Wie] ein Jahr zuvor "
                    "machten die "
                    "drei größten im {month} zusammen {rate} des Gesamtvolumens aus",
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S} [n:war|waren] im {month} mit {value} [s:höher|niedriger] als im "
                    "selben "
                    "Monat jedes der {count} Vorjahre",
                    "Im {month} [n:war|waren] {S} mit {value} [s:höher|niedriger] als im "
                    "selben "
                    "Monat jedes der {count} Vorjahre",
                    "In keinem der {count} Vorjahre [n:war|waren] {S} im {month} so "
                    "[s:hoch|"
                    "niedrig] wie diesmal mit {value}",
                    "Mit {value} [n:war|waren] {S} im {month} [s:höher|niedriger] als im "
                    "selben "
                    "Monat jedes der {count} Vorjahre",
                },
            [FINDING_UNIT_VALUE] =
                {
                    "{S}: Der Durchschnittswert lag im {month} bei {value}, [m:{rate} "
                    "[s:über|unter] dem|[d:|mehr als ]doppelt so hoch wie im|so hoch wie "
                    "im] Vorjahresmonat",
                    NULL,
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S} [n:lag|lagen] im {month} mit {value} um {rate} [s:über|unter] dem "
                    "Vorjahresmonat, [e:der|mindestens der] {nth} Monat in Folge mit einem "
                    "Abstand von einem Viertel oder mehr",
                    "Im {month} [n:lag|lagen] {S} mit {value} um {rate} [s:über|unter] dem "
                    "Vorjahresmonat, [e:der|mindestens der] {nth} Monat in Folge mit einem "
                    "Abstand von einem Viertel oder mehr",
                    "[e:Den|Mindestens den] {nth n} Monat in Folge [n:lag|lagen] {S} um "
                    "ein "
                    "Viertel oder mehr [s:über|unter] dem Vorjahr: im {month} mit {value} "
                    "um "
                    "{rate}",
                    "Mit {value} [n:lag|lagen] {S} im {month} um {rate} [s:über|unter] dem "
                    "Vorjahresmonat, [e:der|mindestens der] {nth} Monat in Folge mit einem "
                    "Abstand von einem Viertel oder mehr",
                },
        },
};

const struct phrasebook *sentence_german(void)
{
    return &german;
}
