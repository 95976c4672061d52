/* SPDX-License-Identifier: MIT */
/*
 * Briefings: a Markdown body with YAML front matter, and what it names.
 *
 *   ---
 *   title: China's rare-earth exports         # masthead
 *   organisation: Ytterby                     # footer
 *   theme: newspaper                          # or a path; without it the house theme
 *   paper: Letter                             # or A4; without it the theme's
 *   provisional: "{{ ... }}"                  # what is not final: a band on page 1
 *   contents: true                            # or false; without it from six pages on
 *   cover: true                               # or false; without it from eight on
 *   letterhead: {first: a.pdf, following: b.pdf}  # beneath the pages; or one file for all
 *   language: en                              # or de, fr, ja, zh; --lang overrides
 *   period: latest                            # or 2025-10
 *   parameters: {focus: United States}        # -p focus=Germany overrides
 *   data:
 *     trade: {files: ../../data/rare-earths/published.csv, profile: tidy, schema: {...}}
 *     customs: {files: downloadData.csv, profile: gacc, assume: {flow: export}}
 *                                             # also encoding, decimal, on-overlap
 *   events: ../../data/rare-earths/events.csv  # date, kind, label[, source]
 *   queries:
 *     total: {from: trade, where: {series: magnets, partner: World}, measure: tonnes}
 *   texts:                                    # {{ lead }}: expression/translation.h
 *     lead: {en: "Exports were {{ total.yoy | delta }}.", de: "..."}
 *   names: {Germany: {de: Deutschland}}       # words of the data in other languages
 *   findings: {pin: [total.since], drop: [japan.*], limit: {since: 2}, count: 5}
 *   labels:                                   # what sentences call a series, as within one
 *     total: {en: {text: exports of magnets, plural: true}, de: ...}
 *     partners: {en: "exports to {member}"}   # partners.Japan: of one member
 *   checks: [parts-within-total, to-date-adds-up]
 *   literals: [17]                            # numbers of the text bound to nothing
 *   mail: {from: desk@example.org}              # see struct briefing_mail
 *   ---
 *
 * Paths are relative to the briefing; `files` are names or shell patterns. Queries and
 * parameters have names that expressions can say. Unknown keys are errors. Values of
 * `where` may have expressions about parameters and the period: {partner: "{{ focus }}"}.
 *
 * One briefing gives issues in several languages: what the program writes is in the
 * language of the issue, and so are texts, which stand wherever an expression may, title,
 * organisation, subject, author and keywords among it. What needs Markdown of its own
 * asks for the language: `if language == "de"`. Names stand for the data's words in
 * tables, charts, lists of events, and labels; an expression says `partners.leader.label`.
 */
#ifndef DOCUMENT_BRIEFING_H
#define DOCUMENT_BRIEFING_H

#include "base/address.h"
#include "document/block.h"
#include "document/calendar.h"
#include "expression/value.h"
#include "table/load.h"
#include "table/query.h"

struct briefing_source {
    str name;
    struct load_source load; /* its files, profile and schema */
    const struct node *node;
};

struct briefing_parameter {
    str name, text;
};

enum mail_over_size { MAIL_LINK, MAIL_SUMMARY };

/*
 * `mail:`, which says how the briefing is sent to whom:
 *
 *   mail:
 *     from: Ytterby <desk@example.org>
 *     reply-to: Anna Berg <anna@example.org>
 *     subject: "{{ total.headline }}"           # without it the headline
 *     preheader: Magnets in {{ period | month_year }}   # without it the deck
 *     list-id: Rare earths monthly <rare-earths.example.org>
 *     unsubscribe: ["https://example.org/leave?who={address}&token={token}",
 *                   "mailto:leave@example.org?subject={address}"]
 *     unsubscribe-key-file: ../leave.key        # what {token} is made with
 *     link: https://example.org/briefings/{name}   # of the PDF
 *     size-limit: 10 MB                         # of a message
 *     over-size: link                           # or summary
 *     recipients: recipients.csv
 *     suppressions: suppressions.txt
 *     allow-domains: [example.org, "*.example.org"]
 *     groups: [desk]
 *     for-each: recipients                      # each gets an issue of its own parameters
 *     transport: {...}                          # how: see `ytterby send`
 *
 * Paths are relative to the briefing. Only `from` is needed.
 */
struct briefing_mail {
    const struct node *node; /* NULL: the briefing is not mailed */
    struct mailbox from, reply_to;
    const struct node *subject, *preheader; /* texts with expressions, or NULL */
    const struct node *link; /* the same, with {name} */
    str list_name, list_id; /* "rare-earths.example.org", or empty */
    str unsubscribe_url, unsubscribe_mail; /* with {address} and {token}; or empty */
    str unsubscribe_key_file; /* path, or empty */
    size_t size_limit; /* bytes */
    enum mail_over_size over_size;
    str recipients, suppressions; /* paths, or empty */
    struct address_list allow_domains; /* none: all */
    struct str_list groups;
    bool has_own_issues; /* for-each: recipients */
    const struct node *transport; /* a map, or NULL */
};

/* PDF files whose page lies beneath those of the document; paths, or empty. */
struct briefing_letterhead {
    str first, following;
    struct place first_place, following_place;
};

struct briefing {
    struct source source;
    size_t body; /* offset of the Markdown */
    str language_tag; /* as written: "en-GB"; empty without it */
    const struct language *language;
    const struct node *texts, *names; /* in several languages, or NULL */
    const struct node *front; /* the front matter: title, organisation ...; or NULL */
    str theme; /* a path, the name of one that is shipped, or empty */
    struct place theme_place;
    str paper; /* "A4", "Letter", or empty */
    enum document_part contents, cover;
    struct briefing_letterhead letterhead;
    str events; /* path, or empty */
    struct period period; /* unset: the latest month of the data */
    struct briefing_source *sources;
    size_t source_count;
    struct query *queries;
    size_t query_count;
    struct {
        struct briefing_parameter *at;
        size_t count, capacity;
    } parameters;
    struct {
        const struct node **at;
        size_t count, capacity;
    } checks;
    struct words literals;
    struct briefing_mail mail;
    struct calendar calendar;
};

/* What the command line adds. */
struct briefing_options {
    struct period period; /* unset: as the briefing says */
    struct date as_of; /* unset: all that the files have */
    str paper; /* empty: as the briefing says */
    str theme; /* a path or a name; empty: as the briefing says */
    const struct language *language; /* NULL: as the briefing says */
    const str *parameters; /* "name=value" */
    size_t parameter_count;
    bool can_lack_issue; /* the first query may have no month yet */
    bool finds_unbound; /* the document comes with its unbound numbers */
    str name; /* what its files are called; empty: as the briefing */
    bool ignores_checks; /* those that fail do not stop the issue */
    struct trace_log *log; /* of what the document evaluates and prints; or NULL */
};

const struct briefing *briefing_read(struct arena *arena, str path, struct error *error);

/* A briefing without text: the `data`, `parameters` and `queries` of a YAML map, whose
 * other keys are the caller's. Files that are not there are an error here, or else when
 * they are loaded, if nothing has taken their place. */
const struct briefing *briefing_from_node(struct arena *arena, const struct source *source,
                                          const struct node *map, bool can_lack_files,
                                          struct error *error);

/* Index of the source of that name, or source_count. */
size_t briefing_source_index(const struct briefing *briefing, str name);

/* Their names, source_count of them. */
str *briefing_source_names(struct arena *arena, const struct briefing *briefing);

/* What the loader said of a source, for the import report. */
struct briefing_import {
    struct load_report report;
    struct warnings warnings;
};

/* The data of a briefing: tables as of the day, query results, and names for expressions.
 */
struct facts {
    struct period issue;
    struct date as_of; /* unset if not given */
    struct date release; /* the latest release date in the data used, or unset */
    const struct table **tables; /* by source, as of the day */
    const struct table **loaded; /* with all vintages; NULL where it was scanned */
    struct briefing_import *imports; /* by source */
    const struct table **results; /* by query */
    struct chart_events events; /* up to the day, by date */
    struct words event_kinds; /* of all events of the file */
    struct scope scope; /* queries, parameters, `period`, `as_of`, `release`, `language` */
    bool finds_unbound; /* as in the options */
};

/*
 * Loads the sources, takes them as of the day, runs the queries. The period is
 * the option's, the briefing's, or the latest month of the first query; one
 * for which the first query has no value is ERROR_RETRY (75): not yet published.
 */
const struct facts *briefing_load(struct arena *arena, const struct briefing *briefing,
                                  const struct briefing_options *options,
                                  struct warnings *warnings, struct error *error);

/* One query by name; NULL and an error with the nearest name. */
const struct table *briefing_query(const struct briefing *briefing,
                                   const struct facts *facts, str name,
                                   struct error *error);

/*
 * The checks that the front matter names. Each failure is a warning at the figure
 * that fails; where there are any, ERROR_CHECK in the end. A check that is named as
 * `{to-date-adds-up: warning}` leaves it at the warnings.
 *   unique-keys          (always done by the loader)
 *   parts-within-total   the members of each group with a total do not exceed it
 *   to-date-adds-up      published to-date figures are within rounding of their months
 *   no-stale-period      the issue is the latest month of the data as of the day
 *   rates-agree          published rates lie within the rounding of the figures
 */
NODISCARD bool briefing_check(struct arena *arena, const struct briefing *briefing,
                              const struct facts *facts, struct warnings *warnings,
                              struct error *error);

/* The body with all values filled in. */
const struct document *briefing_document(struct arena *arena,
                                         const struct briefing *briefing,
                                         const struct facts *facts,
                                         struct warnings *warnings, struct error *error);

#endif
