/* SPDX-License-Identifier: MIT */
/* What tests of findings share: making them, and finding one by its name. */
#ifndef TESTS_FINDINGS_H
#define TESTS_FINDINGS_H

#include "figures.h"

#include "series/findings.h"
#include "series/sentence.h"

/* Of one series called "total". */
static inline const struct findings *
findings_of(struct arena *arena, const struct series *series, const char *period)
{
    struct finding_inputs inputs = {0};
    *arena_push(arena, &inputs) =
        (struct finding_input){.query = S("total"), .series = series};
    return findings_make(arena, &inputs, period_of(period), NULL, NULL);
}

static inline const struct findings *findings_of_text(struct arena *arena, const char *text,
                                                      const char *period)
{
    return findings_of(arena, figures(arena, text), period);
}

/* "Germany: 2025-09 1288, 2025-10 1118; Japan: ..."; a member "World" is the total. */
static inline struct series_group *group_of(struct arena *arena, const char *text)
{
    struct series_group *group = arena_new(arena, struct series_group);
    group->name = S("partners");
    for (str rest = str_from(text); rest.length;) {
        str values;
        str name = str_trim(str_cut(str_cut(rest, ';', &rest), ':', &values));
        struct series *series = figures(arena, str_c(arena, str_trim(values)));
        series->name = name;
        if (str_equal(name, S("World"))) {
            group->total = series;
        } else {
            *arena_push(arena, group) = *series;
        }
    }
    return group;
}

static inline const struct findings *
findings_of_group(struct arena *arena, const struct series_group *group, const char *period)
{
    struct finding_inputs inputs = {0};
    *arena_push(arena, &inputs) =
        (struct finding_input){.query = group->name, .group = group};
    return findings_make(arena, &inputs, period_of(period), NULL, NULL);
}

/* The finding of that name, said or withheld; NULL if there is none. */
static inline const struct finding *finding_named(const struct findings *findings,
                                                  const char *name)
{
    struct finding_selector selector = finding_selector_parse(str_from(name));
    return findings_first(findings, &selector);
}

static inline str said(struct arena *arena, const struct findings *findings,
                       const char *name)
{
    const struct finding *finding = finding_named(findings, name);
    const struct sentence_speaker speaker = {0};
    if (!finding) {
        return S("none");
    }
    return finding->withheld.length
               ? str_print(arena, "withheld: %.*s", STR_ARG(finding->withheld))
               : sentence_of(arena, &speaker, finding, SENTENCE_SUBJECT);
}

#define assert_said(arena, findings, name, expected) \
    assert_str(said(arena, findings, name), expected)

#endif
