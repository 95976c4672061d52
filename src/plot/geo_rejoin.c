/* SPDX-License-Identifier: MIT */
/*
 * The last part of Greiner and Hormann's polygon clipping ("Efficient clipping
 * of arbitrary polygons", ACM TOG 17, 1998): the ends of the pieces are linked twice, in
 * the order of the pieces and in the order along the edge; rings come of walking
 * along a piece, then along the edge to the next one, and so on.
 */
#include "geo_clip.h"

#include <math.h>
#include <stdlib.h>

struct crossing {
    struct geo_point at;
    const struct geo_line *piece; /* that begins or ends here; NULL in the edge's list */
    struct crossing *other; /* the same in the other list */
    struct crossing *next, *previous;
    bool is_entry, is_done;
};

struct crossings {
    struct crossing *at;
    size_t count;
};

/* Along the edge: up at the left half, down at the right one. */
static double edge_order(struct geo_point at)
{
    return at.lambda < 0 ? at.phi - M_PI_2 - GEO_NEAR : M_PI_2 - at.phi;
}

/* Pointers into the edge's list. */
static int compare(const void *a, const void *b)
{
    const struct crossing *const *p = a;
    const struct crossing *const *q = b;
    double first = edge_order((*p)->at);
    double second = edge_order((*q)->at);
    if (first != second) {
        return first < second ? -1 : 1;
    }
    return *p < *q ? -1 : *p > *q; /* qsort is not stable */
}

static void link_ring(struct crossing **list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        list[i]->next = list[(i + 1) % count];
        list[i]->previous = list[(i + count - 1) % count];
    }
}

/* A piece that ends where it began is a ring by itself. */
static bool add_closed(struct arena *arena, struct geo_lines *rings, struct geo_line *piece)
{
    struct geo_point first = piece->at[0];
    struct geo_point *last = &piece->at[piece->count - 1];
    if (!geo_point_equal(first, *last)) {
        return false;
    }
    if (first.is_touching || last->is_touching) {
        last->lambda += 2 * GEO_NEAR; /* it touches the edge in one point: told apart */
        return false;
    }
    struct geo_line ring = *piece;
    ring.count--;
    *arena_push(arena, rings) = ring;
    return true;
}

static void follow_piece(struct arena *arena, struct geo_line *ring,
                         const struct geo_line *piece, bool is_forward)
{
    for (size_t i = 0; i < piece->count; i++) {
        geo_line_add(arena, ring, piece->at[is_forward ? i : piece->count - 1 - i]);
    }
}

/* One ring from a crossing that was not met yet. */
static struct geo_line walk(struct arena *arena, const struct geo_clip *clip,
                            struct crossing *current)
{
    struct geo_line ring = {0};
    bool is_on_piece = true;
    do {
        current->is_done = true;
        current->other->is_done = true;
        struct crossing *to = current->is_entry ? current->next : current->previous;
        if (is_on_piece) {
            follow_piece(arena, &ring, current->is_entry ? current->piece : to->piece,
                         current->is_entry);
        } else {
            geo_follow(arena, clip, &ring, &current->at, &to->at,
                       current->is_entry ? 1 : -1);
        }
        current = to->other;
        is_on_piece = !is_on_piece;
    } while (!current->is_done);
    return ring;
}

static void add_crossings(struct crossing *on_piece, struct crossing *on_edge,
                          const struct geo_line *piece)
{
    for (int end = 0; end < 2; end++) {
        struct geo_point at = piece->at[end ? piece->count - 1 : 0];
        on_piece[end] = (struct crossing){
            .at = at, .piece = piece, .other = &on_edge[end], .is_entry = !end};
        on_edge[end] =
            (struct crossing){.at = at, .other = &on_piece[end], .is_entry = end};
    }
}

void geo_rejoin(struct arena *arena, const struct geo_clip *clip,
                const struct geo_lines *pieces, bool has_start_inside,
                struct geo_lines *rings)
{
    struct crossing *on_pieces = arena_array(arena, struct crossing, 2 * pieces->count);
    struct crossing *on_edge = arena_array(arena, struct crossing, 2 * pieces->count);
    struct crossing **subject = arena_array(arena, struct crossing *, 2 * pieces->count);
    struct crossing **edge = arena_array(arena, struct crossing *, 2 * pieces->count);
    size_t count = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        if (!add_closed(arena, rings, &pieces->at[i])) {
            add_crossings(&on_pieces[count], &on_edge[count], &pieces->at[i]);
            count += 2;
        }
    }
    for (size_t i = 0; i < count; i++) {
        subject[i] = &on_pieces[i];
        edge[i] = &on_edge[i];
    }
    if (!count) {
        return;
    }
    qsort(edge, count, sizeof(struct crossing *), compare);
    link_ring(subject, count);
    link_ring(edge, count);
    for (size_t i = 0; i < count; i++) {
        has_start_inside = !has_start_inside;
        edge[i]->is_entry = has_start_inside;
    }
    for (size_t i = 0; i < count; i++) {
        if (!on_pieces[i].is_done) {
            *arena_push(arena, rings) = walk(arena, clip, &on_pieces[i]);
        }
    }
}
