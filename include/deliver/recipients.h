/* SPDX-License-Identifier: MIT */
/*
 * Recipients: who gets a briefing, in which form, made with which parameters.
 *
 * A list is a CSV file (any encoding and dialect that tables may have) with a
 * header, or a YAML file (.yaml, .yml) that is a list of maps:
 *
 *   address,name,language,format,groups,briefings,country
 *   anna@example.org,Anna Berg,en,pdf,desk;board,rare-earths,Germany
 *
 * Only `address` is needed. `format` is pdf (attached, as usual), link or
 * html. Groups and briefings are separated by semicolons or commas (in YAML
 * they may be lists); who names no briefing gets all. Every other column is a
 * parameter of the briefing; an empty cell leaves it as the briefing has it. Where
 * each has an own issue (for-each), the language is that of the issue; else it is a
 * note, and all get the briefing's.
 *
 * A row that cannot be mailed (an address that is none, a control character in
 * anything) is refused with its place and does not stop the others; a file
 * that cannot be read as a list is an error.
 */
#ifndef DELIVER_RECIPIENTS_H
#define DELIVER_RECIPIENTS_H

#include "base/address.h"
#include "document/briefing.h"

enum recipient_format { RECIPIENT_PDF, RECIPIENT_LINK, RECIPIENT_HTML };

struct recipient {
    str address, name, language; /* the last two may be empty */
    enum recipient_format format;
    struct str_list groups, briefings;
    struct str_list parameters; /* "country=Germany", in the order of the columns */
    struct place place; /* of the row, of the address in YAML */
};

/* A row that is not mailed to, and why. */
struct recipient_refusal {
    struct place place;
    str address; /* printable: control characters as \xNN */
    str message;
};

/* A column or key that is a parameter of the briefing, where it first stands. */
struct recipient_parameter {
    str name;
    struct place place;
};

struct recipients {
    struct recipient *at;
    size_t count, capacity;
    struct {
        struct recipient_parameter *at;
        size_t count, capacity;
    } parameters;
    struct {
        struct recipient_refusal *at;
        size_t count, capacity;
    } refusals;
};

/*
 * ERROR_NO_INPUT, ERROR_DATA (CSV) or ERROR_CONFIG (YAML) where the list as a whole
 * cannot be used: no such file, no column `address`, a column or key twice.
 */
NODISCARD bool recipients_read(struct arena *arena, str path, struct recipients *recipients,
                               struct error *error);

struct recipient_selection {
    str briefing; /* its name: those who name others are left out */
    struct str_list groups; /* those in one of them; empty: all */
    bool has_own_issues; /* for-each: recipients */
    const struct briefing *of; /* whose parameters the columns must be, if has_own_issues */
};

/*
 * Those of `all` that are meant, in its order, with all refusals. An address that is
 * there twice is an error with both places, unless each has an issue with other
 * parameters. A group that nobody is in is an error, so is a parameter that the
 * briefing lacks. With issues of their own, a language that is not the briefing's is
 * among the parameters; one that no issue is made in is a refusal.
 */
NODISCARD bool recipients_select(struct arena *arena, const struct recipients *all,
                                 const struct recipient_selection *selection,
                                 struct recipients *selected, struct error *error);

/* "pdf", "link", "html" */
const char *recipient_format_name(enum recipient_format format);

#endif
