/* SPDX-License-Identifier: MIT */
/* From a header to a plan: which field, or which assumption, fills which column. */
#include "table/calendar.h"

#include "load_internal.h"

#include <strings.h>

static struct plan_column *add_column(struct loader *loader, str name,
                                      enum column_role role)
{
    struct plan *plan = &loader_input(loader)->plan;
    struct plan_column *column = arena_push(loader->arena, &plan->columns);
    column->name = str_copy(loader->arena, name);
    column->role = role;
    column->field = column->year = column->month = column->by = NO_FIELD;
    return column;
}

static const struct load_assumption *find_assumption(const struct loader *loader, str name)
{
    for (size_t i = 0; i < loader->source->assumptions.count; i++) {
        if (str_equal(loader->source->assumptions.at[i].column, name)) {
            return &loader->source->assumptions.at[i];
        }
    }
    return NULL;
}

static size_t find_field(const struct reader_row *header, const struct profile_names *names)
{
    str part;
    size_t field = profile_field(names, header->fields, header->count, &part);
    return field < header->count ? field : NO_FIELD;
}

/* --- tidy --------------------------------------------------------------------------- */

static size_t find_word(const struct loader *loader, const str *words, size_t count)
{
    const struct load_input *input = loader_input(loader);
    for (size_t field = 0; field < input->plan.width; field++) {
        str name = input->header->fields[field];
        for (size_t i = 0; i < count; i++) {
            if (name.length == words[i].length &&
                !strncasecmp(name.at, words[i].at, name.length)) {
                return field;
            }
        }
    }
    return NO_FIELD;
}

/* A year and a month in columns of their own are one period, which the file calls nothing.
 */
static void plan_tidy_period(struct loader *loader)
{
    static const str years[] = {S("year"), S("refyear"), S("co_ano"), S("ano")};
    static const str months[] = {S("month"), S("refmonth"), S("co_mes"), S("mes")};
    static const str periods[] = {S("period"), S("time_period"), S("date")};
    size_t year = find_word(loader, years, COUNT_OF(years));
    size_t month = find_word(loader, months, COUNT_OF(months));
    if (loader->source->schema.count || year == NO_FIELD || month == NO_FIELD ||
        find_word(loader, periods, COUNT_OF(periods)) != NO_FIELD) {
        return;
    }
    struct plan *plan = &loader_input(loader)->plan;
    plan->columns.at[year].is_guessed = plan->columns.at[month].is_guessed = false;
    struct plan_column *column = add_column(loader, S("period"), ROLE_PERIOD);
    column->source = PLAN_YEAR_MONTH;
    column->year = year;
    column->month = month;
}

static void plan_tidy(struct loader *loader)
{
    struct load_input *input = loader_input(loader);
    for (size_t field = 0; field < input->plan.width; field++) {
        str name = input->header->fields[field];
        const struct schema_column *said = schema_find(&loader->source->schema, name);
        struct plan_column *column =
            add_column(loader, name, said ? said->role : ROLE_NOTE);
        column->field = field;
        column->is_guessed = !said;
    }
    plan_tidy_period(loader);
}

/* --- profile: columns of fields ----------------------------------------------------- */

/* A column that comes from the star of a wide header, or from its field. */
static bool plan_wide_column(const struct profile *profile,
                             const struct profile_column *said, struct plan_column *column)
{
    for (size_t i = 0; i < profile->wide.count; i++) {
        if (str_equal(profile->wide.at[i].column, said->name)) {
            column->source = PLAN_WIDE;
            column->field = i;
            return true;
        }
    }
    column->source = PLAN_SLICE;
    return profile->wide.as.length && str_equal(profile->wide.as, said->name);
}

/* Two fields, or one and the months of the wide headers. */
static bool plan_year_month(const struct profile *profile, const struct reader_row *header,
                            const struct profile_column *said, struct plan_column *column)
{
    column->source = PLAN_YEAR_MONTH;
    column->year = find_field(header, &said->year);
    column->month = find_field(header, &said->month);
    bool has_months = str_equal(profile->wide.as, S("month"));
    return column->year != NO_FIELD && (column->month != NO_FIELD || has_months);
}

/* Fills the source of the column; false if the file has none for it. */
static bool plan_source(const struct profile *profile, const struct reader_row *header,
                        const struct profile_column *said, struct plan_column *column)
{
    if (plan_wide_column(profile, said, column)) {
        return true;
    }
    column->source = PLAN_FIELD;
    column->field = find_field(header, &said->from);
    if (column->field != NO_FIELD || plan_year_month(profile, header, said, column)) {
        return true;
    }
    column->source = PLAN_FLAG;
    return said->role == ROLE_STATUS && !said->from.count;
}

static void plan_assumed(struct plan_column *column,
                         const struct load_assumption *assumption)
{
    column->source = PLAN_CONSTANT;
    column->constant = assumption->text;
}

/* Why a column that the file does not have matters: the user must say it. */
static bool ask_for(const struct loader *loader, const struct profile_column *said,
                    struct error *error)
{
    const char *example = said->role == ROLE_PERIOD          ? "2025-10"
                          : str_equal(said->name, S("flow")) ? "export"
                                                             : "...";
    struct place place = loader_place(loader, loader_input(loader)->header->line, 0);
    if (loader->source->is_inspection) {
        warning_add(loader->warnings, place,
                    "the file does not say its %.*s: a briefing must, with assume: "
                    "{%.*s: %s}",
                    STR_ARG(said->name), STR_ARG(said->name), example);
        return true;
    }
    error_at(error, ERROR_DATA, place, "the file does not say its %.*s",
             STR_ARG(said->name));
    return error_hint(error, "say it beside the files: assume: {%.*s: %s}",
                      STR_ARG(said->name), example);
}

static bool plan_said(struct loader *loader, const struct profile_column *said,
                      struct error *error)
{
    const struct load_input *input = loader_input(loader);
    const struct load_assumption *assumption = find_assumption(loader, said->name);
    struct plan_column column = {
        .said = said, .field = NO_FIELD, .year = NO_FIELD, .month = NO_FIELD};
    bool is_there = plan_source(input->profile, input->header, said, &column);
    if (is_there && assumption) {
        return error_at(error, ERROR_CONFIG, assumption->place,
                        "the %.*s need not be assumed: %.*s says it", STR_ARG(said->name),
                        STR_ARG(input->text.path));
    }
    if (!is_there && !assumption) {
        return !said->is_required || ask_for(loader, said, error);
    }
    if (assumption) {
        plan_assumed(&column, assumption);
    }
    column.name = said->name;
    column.role = said->is_guessed ? ROLE_NOTE : said->role;
    column.is_guessed = said->is_guessed;
    column.by = find_field(input->header, &said->by);
    *arena_push(loader->arena, &loader_input(loader)->plan.columns) = column;
    return true;
}

/* --- profile: fields that no column names -------------------------------------------- */

static bool *mark_used(struct loader *loader)
{
    const struct load_input *input = loader_input(loader);
    const struct plan *plan = &input->plan;
    bool *is_used = arena_array(loader->arena, bool, input->header->count + 1);
    for (size_t i = 0; i < plan->columns.count; i++) {
        const struct plan_column *column = &plan->columns.at[i];
        const size_t fields[] = {column->source == PLAN_FIELD ? column->field : NO_FIELD,
                                 column->year, column->month, column->by};
        for (size_t k = 0; k < COUNT_OF(fields); k++) {
            if (fields[k] != NO_FIELD) {
                is_used[fields[k]] = true;
            }
        }
    }
    for (size_t i = 0; i < plan->rules.count; i++) {
        is_used[plan->rules.at[i].field] = true;
    }
    return is_used;
}

static size_t first_measure(const struct plan *plan)
{
    size_t first = NO_FIELD;
    for (size_t i = 0; i < plan->columns.count; i++) {
        const struct plan_column *column = &plan->columns.at[i];
        if (column->role == ROLE_MEASURE && column->field < first) {
            first = column->field;
        }
    }
    return first;
}

/* "FREQ: Frequency" names the column FREQ; its cells are "M: Monthly" then. */
static void plan_others(struct loader *loader)
{
    static const struct profile_column labelled = {.take = TAKE_ID, .factor = {1, 0}};
    static const struct profile_column plain = {.factor = {1, 0}};
    const struct load_input *input = loader_input(loader);
    const bool *is_used = mark_used(loader);
    size_t measure = first_measure(&input->plan);
    bool has_names = false; /* an id and its name in two fields */
    for (size_t field = 0; field < input->plan.width; field++) {
        str header = str_trim(input->header->fields[field]);
        has_names |= str_equal(header, S("STRUCTURE_NAME"));
        if (is_used[field] || !header.length || str_equal(header, S("STRUCTURE_NAME"))) {
            continue;
        }
        bool is_label = str_find(header, ':') < header.length;
        bool is_name = has_names && field && !is_used[field - 1];
        struct plan_column *column =
            add_column(loader, profile_take(TAKE_ID, header),
                       field < measure && !is_name ? ROLE_DIMENSION : ROLE_NOTE);
        column->said = is_label ? &labelled : &plain;
        column->field = field;
    }
}

/* --- profile: slices ---------------------------------------------------------------- */

/* Whether the star of a wide header stands for what the profile wants there. */
static bool is_slice(const struct profile *profile, str text)
{
    struct period period;
    int month;
    if (str_equal(profile->wide.as, S("month"))) {
        return calendar_month(text, &month);
    }
    for (size_t i = 0; i < profile->columns.count; i++) {
        const struct profile_column *column = &profile->columns.at[i];
        if (str_equal(column->name, profile->wide.as) && column->role == ROLE_PERIOD) {
            return calendar_parse(text, &period);
        }
    }
    return text.length > 0;
}

static struct plan_slice *slice_of(struct loader *loader, str text)
{
    struct load_input *input = loader_input(loader);
    struct plan *plan = &input->plan;
    for (size_t i = 0; i < plan->slices.count; i++) {
        if (str_equal(plan->slices.at[i].text, text)) {
            return &plan->slices.at[i];
        }
    }
    struct plan_slice *slice = arena_push(loader->arena, &plan->slices);
    slice->text = text;
    slice->fields = arena_array(loader->arena, size_t, input->profile->wide.count);
    for (size_t i = 0; i < input->profile->wide.count; i++) {
        slice->fields[i] = NO_FIELD;
    }
    return slice;
}

static void plan_slices(struct loader *loader)
{
    struct load_input *input = loader_input(loader);
    const struct profile_wide *wide = &input->profile->wide;
    const bool *is_used = mark_used(loader);
    for (size_t field = wide->is_packed; field < input->plan.width; field++) {
        str header = str_trim(input->header->fields[field]);
        str part;
        for (size_t i = 0; i < wide->count && !is_used[field] && header.length; i++) {
            if (profile_match(wide->at[i].pattern, header, &part) &&
                is_slice(input->profile, part)) {
                slice_of(loader, part)->fields[i] = field;
            }
        }
    }
}

/* "freq,unit,geo\TIME_PERIOD": names by commas, and behind the backslash nothing of use. */
static void plan_packed(struct loader *loader)
{
    static const struct profile_column plain = {.factor = {1, 0}};
    str rest = loader_input(loader)->header->fields[0];
    rest = str_slice(rest, 0, str_find(rest, '\\'));
    for (size_t nth = 0; rest.length; nth++) {
        str name = str_trim(str_cut(rest, ',', &rest));
        struct plan_column *column = add_column(loader, name, ROLE_DIMENSION);
        column->source = PLAN_PACKED;
        column->field = nth;
        column->said = &plain;
    }
}

/* --- the whole ---------------------------------------------------------------------- */

static void plan_rules(struct loader *loader)
{
    struct load_input *input = loader_input(loader);
    for (size_t i = 0; i < input->profile->rules.count; i++) {
        const struct profile_rule *rule = &input->profile->rules.at[i];
        str field_name = rule->field;
        struct profile_names names = {.at = &field_name, .count = 1};
        size_t field = find_field(input->header, &names);
        if (field != NO_FIELD) {
            *arena_push(loader->arena, &input->plan.rules) =
                (struct plan_rule){rule, field};
        }
    }
}

static bool plan_profile(struct loader *loader, struct error *error)
{
    struct load_input *input = loader_input(loader);
    const struct profile *profile = input->profile;
    plan_rules(loader);
    if (profile->wide.is_packed) {
        plan_packed(loader);
    }
    for (size_t i = 0; i < profile->columns.count; i++) {
        if (!plan_said(loader, &profile->columns.at[i], error)) {
            return false;
        }
    }
    if (profile->wide.as.length) {
        plan_slices(loader);
        return input->plan.slices.count ||
               error_at(error, ERROR_DATA, loader_place(loader, input->header->line, 0),
                        "no column of the header fits the profile \"%.*s\"",
                        STR_ARG(profile->name));
    }
    if (profile->has_others) {
        plan_others(loader);
    }
    return true;
}

static bool is_planned(const struct plan *plan, str name)
{
    for (size_t i = 0; i < plan->columns.count; i++) {
        if (str_equal(plan->columns.at[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* What the briefing assumes and no column of the profile is: a column of its own. */
static bool plan_assumptions(struct loader *loader, struct error *error)
{
    const struct load_input *input = loader_input(loader);
    for (size_t i = 0; i < loader->source->assumptions.count; i++) {
        const struct load_assumption *assumption = &loader->source->assumptions.at[i];
        bool is_there = is_planned(&input->plan, assumption->column);
        if (is_there && !input->profile) {
            return error_at(error, ERROR_CONFIG, assumption->place,
                            "the %.*s need not be assumed: %.*s says it",
                            STR_ARG(assumption->column), STR_ARG(input->text.path));
        }
        if (!is_there) {
            const struct schema_column *said =
                schema_find(&loader->source->schema, assumption->column);
            struct plan_column *column =
                add_column(loader, assumption->column, said ? said->role : ROLE_NOTE);
            column->is_guessed = !said;
            plan_assumed(column, assumption);
        }
    }
    return true;
}

static void find_period(struct plan *plan)
{
    plan->period_field = NO_FIELD;
    for (size_t i = 0; i < plan->columns.count; i++) {
        const struct plan_column *column = &plan->columns.at[i];
        if (column->role == ROLE_PERIOD && column->source == PLAN_FIELD) {
            plan->period_field = column->field;
        }
    }
}

bool load_plan(struct loader *loader, struct error *error)
{
    struct load_input *input = loader_input(loader);
    input->plan.width = dialect_width(input->header);
    if (!input->profile) {
        if (!load_check_header(loader, error)) {
            return false;
        }
        plan_tidy(loader);
    } else if (!plan_profile(loader, error)) {
        return false;
    }
    if (!input->plan.slices.count) {
        arena_push(loader->arena, &input->plan.slices);
    }
    find_period(&input->plan);
    return plan_assumptions(loader, error);
}
