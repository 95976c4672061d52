/* SPDX-License-Identifier: MIT */
#include "sentence_internal.h"

static const char *const openers[] = {"the",   "exports",    "imports", "shipments",
                                      "sales", "deliveries", NULL};

static const struct phrasebook english = {
    .stop = ".",
    .between = " ",
    .has_capitals = true,
    .openers = openers,
    .moves =
        {
            [MOVE_COLLAPSED] = {"collapsed", " {rate}", "to", ""},
            [MOVE_PLUNGED] = {"plunged", " {rate}", "to", ""},
            [MOVE_FELL] = {"fell", " {rate}", "to", ""},
            [MOVE_SLIPPED] = {"slipped", " {rate}", "to", ""},
            [MOVE_UNCHANGED] = {"[n:was|were] unchanged", "", "at", ""},
            [MOVE_EDGED_UP] = {"edged up", " {rate}", "to", ""},
            [MOVE_ROSE] = {"rose", " {rate}", "to", ""},
            [MOVE_JUMPED] = {"jumped", " {rate}", "to", ""},
            [MOVE_DOUBLED] = {"doubled", "", "to", ""},
            [MOVE_MORE_THAN_DOUBLED] = {"more than doubled", "", "to", ""},
            [MOVE_BARE_FALL] = {"fell", "", "to", ""},
            [MOVE_BARE_RISE] = {"rose", "", "to", ""},
        },
    .since = "the [s:highest|lowest] [e:since {since}|in at least {count} months]",
    .streaks =
        {
            "[e:|at least ]the {nth} consecutive [s:rise|fall]",
            "[e:|at least ]the {nth} consecutive monthly [s:rise|fall]",
            "[e:|at least ]the {nth} consecutive annual [s:rise|fall]",
        },
    .verb = "{verb}",
    .headline = "{verb}{by} {to} {value} in {month}",
    .clause = ", ",
    .behind_subject = " ",
    .sentences =
        {
            [FINDING_CHANGE_MONTH] =
                {
                    "{S} {verb}{by} in {month} from a month earlier, {to} {value}",
                    "In {month} {S} {verb}{by} from a month earlier, {to} {value}",
                    "Compared with {month before}, {S} {verb}{by} in {month}, {to} {value}",
                    "At {value} in {month}, {S} [n:was|were] [m:{rate} [s:up|down] on|"
                    "[d:double|more than double] the level of|unchanged from] a month "
                    "earlier",
                },
            [FINDING_CHANGE_YEAR] =
                {
                    "{S} {verb}{by} in {month} from a year earlier, {to} {value}",
                    "In {month} {S} {verb}{by} from a year earlier, {to} {value}",
                    "Compared with {year before}, {S} {verb}{by} in {month}, {to} {value}",
                    "At {value} in {month}, {S} [n:was|were] [m:{rate} [s:up|down] on|"
                    "[d:double|more than double] the level of|unchanged from] a year "
                    "earlier",
                },
            [FINDING_TO_DATE] =
                {
                    "{S} came to {value} [w:from January to {month}|in the whole of "
                    "{this year}], [m:{rate} [s:more|less] than|[d:double|more than "
                    "double] "
                    "the figure|unchanged from the figure] [w:a year earlier|in {last "
                    "year}]",
                    "[w:From January to {month}|In the whole of {this year}] {S} came to "
                    "{value}, [m:{rate} [s:more|less] than|[d:double|more than double] the "
                    "figure|unchanged from the figure] [w:a year earlier|in {last year}]",
                    "Compared with [w:the same months of |]{last year}, {S} {verb}{by} "
                    "{to} "
                    "{value} [w:from January to {month}|in {this year}]",
                    "At {value}, {S} [w:from January to {month}|in {this year}] "
                    "[n:was|were] "
                    "[m:{rate} [s:up|down] on|[d:double|more than double] the level of|"
                    "unchanged from] [w:a year earlier|{last year}]",
                },
            [FINDING_RECORD_HIGH] =
                {
                    "{S} reached {value} in {month}, a record in data that begin in "
                    "{start}",
                    "In {month} {S} reached {value}, a record in data that begin in "
                    "{start}",
                    "In data that begin in {start}, {S} [n:has|have] never been higher "
                    "than "
                    "in {month}, at {value}",
                    "At {value}, {S} in {month} [n:was|were] the highest in data that "
                    "begin "
                    "in {start}",
                },
            [FINDING_RECORD_LOW] =
                {
                    "{S} fell to {value} in {month}, the lowest in data that begin in "
                    "{start}",
                    "In {month} {S} fell to {value}, the lowest in data that begin in "
                    "{start}",
                    "In data that begin in {start}, {S} [n:has|have] never been lower than "
                    "in "
                    "{month}, at {value}",
                    "At {value}, {S} in {month} [n:was|were] the lowest in data that begin "
                    "in "
                    "{start}",
                },
            [FINDING_SINCE_HIGH] =
                {
                    "{S} rose to {value} in {month}, the highest [e:since {since}|in at "
                    "least {count} months]",
                    "In {month} {S} rose to {value}, the highest [e:since {since}|in at "
                    "least {count} months]",
                    "[e:Not since {since} [n:has|have] {S} been as high as|In at least "
                    "{count} months {S} [n:has|have] not been higher than] in {month}, at "
                    "{value}",
                    "At {value} in {month}, {S} [n:was|were] the highest [e:since "
                    "{since}|in "
                    "at least {count} months]",
                },
            [FINDING_SINCE_LOW] =
                {
                    "{S} fell to {value} in {month}, the lowest [e:since {since}|in at "
                    "least "
                    "{count} months]",
                    "In {month} {S} fell to {value}, the lowest [e:since {since}|in at "
                    "least "
                    "{count} months]",
                    "[e:Not since {since} [n:has|have] {S} been as low as|In at least "
                    "{count} months {S} [n:has|have] not been lower than] in {month}, at "
                    "{value}",
                    "At {value} in {month}, {S} [n:was|were] the lowest [e:since "
                    "{since}|in "
                    "at least {count} months]",
                },
            [FINDING_STREAK_MONTH] =
                {
                    "{S} {verb}{by} {to} {value} in {month}, [e:|at least ]the {nth} "
                    "consecutive monthly [s:rise|fall]",
                    "In {month} {S} {verb}{by} {to} {value}, [e:|at least ]the {nth} "
                    "consecutive monthly [s:rise|fall]",
                    "For [e:|at least ]the {nth} month in a row {S} [s:rose|fell] in "
                    "{month}, "
                    "by {rate} to {value}",
                    "At {value} in {month}, {S} [n:was|were] {rate} [s:up|down] on a month "
                    "earlier, [e:|at least ]the {nth} consecutive monthly [s:rise|fall]",
                },
            [FINDING_STREAK_YEAR] =
                {
                    "{S} {verb}{by} in {month} from a year earlier, {to} {value}, and "
                    "[n:has|"
                    "have] been [s:above|below] the level of a year before for [e:|at "
                    "least "
                    "]{streak} months in a row",
                    "In {month} {S} {verb}{by} from a year earlier, {to} {value}: [e:|at "
                    "least "
                    "]the {nth} month in a row [s:above|below] the level of a year before",
                    "For [e:|at least ]the {nth} month in a row {S} [n:was|were] [s:above|"
                    "below] the level of a year before: by {rate} in {month}, at {value}",
                    "At {value} in {month}, {S} [n:was|were] {rate} [s:up|down] on a year "
                    "earlier: [e:|at least ]the {nth} month in a row [s:above|below] the "
                    "level "
                    "of a year before",
                },
            [FINDING_FIRST_MONTH] =
                {
                    "{S} {verb}{by} {to} {value} in {month}, the first monthly "
                    "[s:rise|fall] "
                    "in [e:|at least ]{count} months",
                    "In {month} {S} {verb}{by} {to} {value}, the first monthly "
                    "[s:rise|fall] "
                    "in [e:|at least ]{count} months",
                    "For the first time in [e:|at least ]{count} months {S} [s:rose|fell] "
                    "on "
                    "the month, by {rate} to {value} in {month}",
                    "At {value} in {month}, {S} [n:was|were] {rate} [s:up|down] on a month "
                    "earlier, the first monthly [s:rise|fall] in [e:|at least ]{count} "
                    "months",
                },
            [FINDING_FIRST_YEAR] =
                {
                    "{S} {verb}{by} in {month} from a year earlier, {to} {value}, the "
                    "first "
                    "year-on-year [s:rise|fall] in [e:|at least ]{count} months",
                    "In {month} {S} {verb}{by} from a year earlier, {to} {value}, the "
                    "first "
                    "year-on-year [s:rise|fall] in [e:|at least ]{count} months",
                    "For the first time in [e:|at least ]{count} months {S} [n:was|were] "
                    "[s:above|below] the level of a year before: by {rate} in {month}, at "
                    "{value}",
                    "At {value} in {month}, {S} [n:was|were] {rate} [s:up|down] on a year "
                    "earlier, the first year-on-year [s:rise|fall] in [e:|at least "
                    "]{count} "
                    "months",
                },
            [FINDING_FIRST_SHIPMENT] =
                {
                    "{S} came to {value} in {month}, after [e:|at least ]{empty} months "
                    "without any",
                    "In {month} {S} came to {value}, after [e:|at least ]{empty} months "
                    "without any",
                    "After [e:|at least ]{empty} months without any, {S} came to {value} "
                    "in "
                    "{month}",
                    NULL,
                },
            [FINDING_LEADER] =
                {
                    "{S} [n:was|were] the largest in {month}, at {value}[l:|, as a month "
                    "earlier|, up from {rank} place a month earlier]",
                    "In {month} {S} [n:was|were] the largest, at {value}[l:|, as a month "
                    "earlier|, up from {rank} place a month earlier]",
                    NULL,
                    "At {value} in {month}, {S} [n:was|were] the largest[l:|, as a month "
                    "earlier|, up from {rank} place a month earlier]",
                },
            [FINDING_OVERTAKES] =
                {
                    "{S} overtook {O} in {month}, with {value} against {was}",
                    "In {month} {S} overtook {O}, with {value} against {was}",
                    NULL,
                    "At {value} in {month}, {S} overtook {O} ({was})",
                },
            [FINDING_RANK] =
                {
                    "{S} took {rank} place in {month}, at {value}, [s:up|down] from {rank "
                    "before} a year earlier",
                    "In {month} {S} took {rank} place, at {value}, [s:up|down] from {rank "
                    "before} a year earlier",
                    "From {rank before} place a year earlier, {S} moved [s:up|down] to "
                    "{rank} "
                    "in {month}, at {value}",
                    NULL,
                },
            [FINDING_SHARE] =
                {
                    "{S} made up {rate} of the total in {month}, [s:up from {share "
                    "before}|down "
                    "from {share before}|as] a year earlier",
                    "In {month} {S} made up {rate} of the total, [s:up from {share "
                    "before}|down "
                    "from {share before}|as] a year earlier",
                    "Compared with {year before}, the share of {S} in the total [s:rose "
                    "from "
                    "{share before} to|fell from {share before} to|was unchanged at] "
                    "{rate}",
                    NULL,
                },
            [FINDING_CONTRIBUTION] =
                {
                    "[p:{S} accounted for {rate} of the [s:rise|fall] in the total in "
                    "{month}|"
                    "{S} [s:rose|fell] by more than the total in {month}, from {was} to "
                    "{value}]",
                    "[p:In {month} {S} accounted for {rate} of the [s:rise|fall] in the "
                    "total|"
                    "In {month} {S} [s:rose|fell] by more than the total, from {was} to "
                    "{value}]",
                    NULL,
                    NULL,
                },
            [FINDING_CONCENTRATION] =
                {
                    "The three largest together made up {rate} of the total in {month}, "
                    "[s:up "
                    "from {share before}|down from {share before}|as] a year earlier",
                    "In {month} the three largest together made up {rate} of the total, "
                    "[s:up "
                    "from {share before}|down from {share before}|as] a year earlier",
                    "Compared with {year before}, the share of the three largest in the "
                    "total "
                    "[s:rose from {share before} to|fell from {share before} to|was "
                    "unchanged "
                    "at] {rate}",
                    NULL,
                },
            [FINDING_USUAL_RANGE] =
                {
                    "{S} came to {value} in {month}, [s:more|less] than in the same month "
                    "of "
                    "any of the {count} years before",
                    "In {month} {S} came to {value}, [s:more|less] than in the same month "
                    "of "
                    "any of the {count} years before",
                    "In none of the {count} years before [n:was|were] {S} as [s:high|low] "
                    "as in "
                    "this {month}, at {value}",
                    "At {value} in {month}, {S} [n:was|were] [s:higher|lower] than in the "
                    "same "
                    "month of any of the {count} years before",
                },
            [FINDING_UNIT_VALUE] =
                {
                    "{S}: the average value was {value} in {month}, [m:{rate} [s:up|down] "
                    "on|"
                    "[d:double|more than double] that of|unchanged from] a year earlier",
                    "In {month} the average value of {S} was {value}, [m:{rate} "
                    "[s:up|down] on|"
                    "[d:double|more than double] that of|unchanged from] a year earlier",
                    NULL,
                    NULL,
                },
            [FINDING_LEVEL_SHIFT] =
                {
                    "{S} [n:was|were] {rate} [s:above|below] the level of a year before in "
                    "{month}, at {value}: [e:|at least ]the {nth} month in a row with a "
                    "gap of "
                    "a quarter or more",
                    "In {month} {S} [n:was|were] {rate} [s:above|below] the level of a "
                    "year "
                    "before, at {value}: [e:|at least ]the {nth} month in a row with a gap "
                    "of a "
                    "quarter or more",
                    "For [e:|at least ]the {nth} month in a row {S} [n:was|were] a quarter "
                    "or "
                    "more [s:above|below] the level of a year before: by {rate} in "
                    "{month}, at "
                    "{value}",
                    NULL,
                },
        },
};

const struct phrasebook *sentence_english(void)
{
    return &english;
}
