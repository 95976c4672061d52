/* SPDX-License-Identifier: MIT */
/* What directives share: their table, and how they read their YAML. */
#ifndef DOCUMENT_DIRECTIVE_INTERNAL_H
#define DOCUMENT_DIRECTIVE_INTERNAL_H

#include "document/markdown.h"

/* One function for each row of the table in directive.c. They append to `blocks`. */
typedef bool directive_reader(const struct directive_input *input, struct blocks *blocks,
                              struct error *error);

directive_reader directive_chart;
directive_reader directive_table;
directive_reader directive_kpi;
directive_reader directive_events;
directive_reader directive_findings;
directive_reader directive_claims;
directive_reader directive_revisions;
directive_reader directive_note;
directive_reader directive_box;
directive_reader directive_pull;
directive_reader directive_row;
directive_reader directive_column;
directive_reader directive_contents;
directive_reader directive_if;
directive_reader directive_page_break;
directive_reader directive_import_report;

/* A block of the directive's, at its place. */
struct block *directive_block(const struct directive_input *input, enum block_kind kind,
                              struct blocks *blocks);

/* The YAML of the content, without the `id` that any exhibit may have. NULL and an error on
 * failure. */
const struct node *directive_node(const struct directive_input *input, struct error *error);

/* The text of a key with its expressions filled in; a missing key leaves *text. */
NODISCARD bool directive_text(const struct directive_input *input, const struct node *map,
                              str key, str *text, struct error *error);

/* A flag; a missing key leaves it. */
NODISCARD bool directive_flag(const struct node *map, str key, bool *flag,
                              struct error *error);

/* What stands above and below figures and tables. */
struct caption {
    str title, subtitle, notes, source;
};

NODISCARD bool directive_caption(const struct directive_input *input,
                                 const struct node *map, struct caption *caption,
                                 struct error *error);

/* Adds a table with its caption and the next number: "Table 1". */
void directive_add_table(const struct directive_input *input, struct table_block *table,
                         const struct caption *caption, struct blocks *blocks);

/* The `months` up to the issue, or as `node` says: "25 months", "3 years"; the calendar
 * begins in year 1. */
NODISCARD bool directive_window(const struct directive_input *input,
                                const struct node *node, size_t months,
                                struct period *window, struct error *error);

/* `labels: {us: United States}`: what series are called. */
struct labels {
    const struct node *map; /* or NULL */
    bool *is_met; /* of each, whether something has its name */
};

/* The labels of a directive's keys: an error where they are no map. */
NODISCARD bool directive_labels(const struct directive_input *input, const struct node *map,
                                struct labels *labels, struct error *error);

/* What a series is called: its label, else its name. */
NODISCARD bool directive_label(const struct directive_input *input,
                               const struct labels *labels, str name, str *label,
                               struct error *error);

/* Members that this month's issue does not show may have labels too. */
void directive_labels_meet(const struct labels *labels, const struct series_group *group);

/* A warning for each label whose name was not met. */
void directive_labels_warn(const struct directive_input *input,
                           const struct labels *labels);

/* The error of an expression that gave no series: why it has none, or what it is instead.
 * Returns false. */
bool directive_refuse(const struct node *node, const struct value *value,
                      const char *wanted, struct error *error);

/*
 * The briefing's events in a window, of the kinds in a list (NULL: all). `node` is where
 * they are asked for: an error if the briefing has no events or none of a kind.
 */
NODISCARD bool directive_event_list(const struct directive_input *input,
                                    const struct node *node, const struct node *kinds,
                                    struct period window, struct chart_events *events,
                                    struct error *error);

enum { DIRECTIVE_MONTHS = 25 }; /* two years and the month that they are compared with */

#endif
