/* SPDX-License-Identifier: MIT */
#include "series/mismatch.h"

#include "base/buffer.h"

/* What a series is fixed to in a column: words of a filter, the word of its group. */
struct fixed {
    const struct query_filter *filter;
    str word; /* of a member, where it has no filter or one more word than it */
};

static struct fixed fixed_in(const struct series *series, str column)
{
    struct fixed fixed = {0};
    const struct query *query = series->query;
    for (size_t i = 0; query && i < query->filter_count; i++) {
        if (str_equal(query->filters[i].column, column)) {
            fixed.filter = &query->filters[i];
        }
    }
    if (query && str_equal(query->by, column)) {
        fixed.word = series->member;
    }
    for (size_t i = 0; query && series->member.length && i < query->part_count; i++) {
        if (str_equal(query->parts[i], column)) {
            fixed.word = query_part(query, series->member, i);
        }
    }
    return fixed;
}

static bool is_fixed(struct fixed fixed)
{
    return fixed.filter || fixed.word.length;
}

static bool has_word(const struct query_filter *filter, str word)
{
    for (size_t i = 0; i < filter->count; i++) {
        if (str_equal(filter->values[i], word)) {
            return true;
        }
    }
    return false;
}

static bool has_words_of(const struct query_filter *filter,
                         const struct query_filter *other)
{
    for (size_t i = 0; i < other->count; i++) {
        if (!has_word(filter, other->values[i])) {
            return false;
        }
    }
    return true;
}

/* One word, also where it is the only one of a filter. */
static str only_word(struct fixed fixed)
{
    bool is_one = fixed.filter && !fixed.filter->is_exclusion && fixed.filter->count == 1;
    return fixed.word.length ? fixed.word : is_one ? fixed.filter->values[0] : S("");
}

static bool is_same(struct fixed a, struct fixed b)
{
    str word_a = only_word(a);
    str word_b = only_word(b);
    if (word_a.length || word_b.length) {
        return str_equal(word_a, word_b);
    }
    if (!a.filter || !b.filter) {
        return a.filter == b.filter;
    }
    return a.filter->is_exclusion == b.filter->is_exclusion &&
           has_words_of(a.filter, b.filter) && has_words_of(b.filter, a.filter);
}

/* "export", "not World, EU27", "any" */
static str fixed_name(struct arena *arena, struct fixed fixed)
{
    if (fixed.word.length || !fixed.filter) {
        return fixed.word.length ? fixed.word : S("any");
    }
    struct buffer name = {.arena = arena};
    buffer_add(&name, fixed.filter->is_exclusion ? S("not ") : S(""));
    for (size_t i = 0; i < fixed.filter->count; i++) {
        buffer_add(&name, i ? S(", ") : S(""));
        buffer_add(&name, fixed.filter->values[i]);
    }
    return buffer_text(&name);
}

static struct mismatch compare_in(struct arena *arena, const struct series *left,
                                  const struct series *right, str column)
{
    struct fixed a = fixed_in(left, column);
    struct fixed b = fixed_in(right, column);
    if (is_same(a, b)) {
        return (struct mismatch){0};
    }
    return (struct mismatch){column, fixed_name(arena, a), fixed_name(arena, b)};
}

static bool has_one_source(const struct series *left, const struct series *right)
{
    return left->query && right->query && str_equal(left->query->from, right->query->from);
}

struct mismatch mismatch_in_total(struct arena *arena, const struct series *part,
                                  const struct series *total)
{
    if (!str_equal(part->unit, total->unit)) {
        return (struct mismatch){S("unit"), part->unit, total->unit};
    }
    if (has_one_source(part, total) && !str_equal(part->measure, total->measure)) {
        return (struct mismatch){S("measure"), part->measure, total->measure};
    }
    const str flow = S("flow");
    bool are_fixed = is_fixed(fixed_in(part, flow)) && is_fixed(fixed_in(total, flow));
    return are_fixed ? compare_in(arena, part, total, flow) : (struct mismatch){0};
}

/* In the columns that the left one fixes: those that the right one does not only where
 * both come from one source. */
static struct mismatch compare_filters(struct arena *arena, const struct series *left,
                                       const struct series *right)
{
    struct mismatch mismatch = {0};
    bool is_one_source = has_one_source(left, right);
    const struct query *query = left->query;
    size_t count = query->filter_count + (query->part_count ? query->part_count : 1);
    for (size_t i = 0; i < count && !mismatch.what.length; i++) {
        size_t part = i - query->filter_count;
        str column = i < query->filter_count ? query->filters[i].column
                     : query->part_count     ? query->parts[part]
                                             : query->by;
        if (column.length && (is_one_source || is_fixed(fixed_in(right, column)))) {
            mismatch = compare_in(arena, left, right, column);
        }
    }
    return mismatch;
}

struct mismatch mismatch_of_rows(struct arena *arena, const struct series *value,
                                 const struct series *quantity)
{
    struct mismatch mismatch = {0};
    if (str_equal(value->unit, quantity->unit)) {
        return (struct mismatch){S("unit"), value->unit, quantity->unit};
    }
    if (!value->query || !quantity->query) {
        return mismatch;
    }
    mismatch = compare_filters(arena, value, quantity);
    if (!mismatch.what.length) {
        struct mismatch other = compare_filters(arena, quantity, value);
        mismatch = (struct mismatch){other.what, other.right, other.left};
    }
    return mismatch;
}
