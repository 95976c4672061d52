/* SPDX-License-Identifier: MIT */
/*
 * Splines through the points whose slopes come from their neighbours:
 * cardinal ones with one tension, Catmull-Rom ones by the distances of the points
 * (Yuksel, Schaefer, Keyser: "Parameterization and applications of Catmull-Rom
 * curves", 2011; alpha 0.5 is centripetal).
 */
#include "curve_internal.h"

#include <math.h>

/* A piece goes from b to c. */
struct piece {
    point a, b, c, d;
};

/* Beyond an end there is no point: NEIGHBOUR_ACROSS takes the one on the other side of the
 * end, NEIGHBOUR_SELF the end itself. */
enum neighbour { NEIGHBOUR_ACROSS, NEIGHBOUR_SELF };

static struct piece piece_at(const point *points, size_t count, size_t from,
                             enum neighbour beyond)
{
    size_t first = beyond == NEIGHBOUR_ACROSS ? 1 : 0;
    size_t last = beyond == NEIGHBOUR_ACROSS ? count - 2 : count - 1;
    return (struct piece){
        .a = points[from > 0 ? from - 1 : first],
        .b = points[from],
        .c = points[from + 1],
        .d = points[from + 2 < count ? from + 2 : last],
    };
}

static struct piece piece_around(const point *points, size_t count, size_t from)
{
    return (struct piece){
        .a = points[(from + count - 1) % count],
        .b = points[from % count],
        .c = points[(from + 1) % count],
        .d = points[(from + 2) % count],
    };
}

typedef void draw_piece(const struct pen *pen, double tension, const struct piece *piece);

static void draw_pieces(const struct pen *pen, const struct curve *curve,
                        const point *points, size_t count, enum neighbour beyond,
                        draw_piece *draw)
{
    bool is_open = curve->ends == CURVE_OPEN;
    bool is_closed = curve->ends == CURVE_CLOSED;
    size_t first = curve->ends == CURVE_THROUGH ? 0 : 1;
    size_t end = is_closed ? count + 1 : is_open ? count - 2 : count - 1;
    pen_start(pen, points[first]);
    for (size_t i = first; i < end; i++) {
        struct piece piece =
            is_closed ? piece_around(points, count, i) : piece_at(points, count, i, beyond);
        draw(pen, curve->tension, &piece);
    }
}

static void draw_cardinal(const struct pen *pen, double tension, const struct piece *piece)
{
    double k = (1 - tension) / 6;
    point b = piece->b;
    point c = piece->c;
    pen_curve(pen, (point){b.x + k * (c.x - piece->a.x), b.y + k * (c.y - piece->a.y)},
              (point){c.x + k * (b.x - piece->d.x), c.y + k * (b.y - piece->d.y)}, c);
}

void curve_cardinal(const struct pen *pen, const struct curve *curve, const point *points,
                    size_t count)
{
    draw_pieces(pen, curve, points, count, NEIGHBOUR_ACROSS, draw_cardinal);
}

/*
 * The control point beside `at`, on the side of `towards`, with `behind` on the other side;
 * `near` and `far` are the distances to these, raised to alpha.
 */
static point control(point behind, point at, point towards, double far, double near)
{
    const double smallest = 1e-12;
    if (far <= smallest) {
        return at;
    }
    double a = 2 * far * far + 3 * far * near + near * near;
    double n = 3 * far * (far + near);
    return (point){
        (at.x * a - behind.x * near * near + towards.x * far * far) / n,
        (at.y * a - behind.y * near * near + towards.y * far * far) / n,
    };
}

static void draw_catmull_rom(const struct pen *pen, double alpha, const struct piece *piece)
{
    double before = pow(hypot(piece->a.x - piece->b.x, piece->a.y - piece->b.y), alpha);
    double along = pow(hypot(piece->b.x - piece->c.x, piece->b.y - piece->c.y), alpha);
    double after = pow(hypot(piece->c.x - piece->d.x, piece->c.y - piece->d.y), alpha);
    pen_curve(pen, control(piece->a, piece->b, piece->c, before, along),
              control(piece->d, piece->c, piece->b, after, along), piece->c);
}

void curve_catmull_rom(const struct pen *pen, const struct curve *curve,
                       const point *points, size_t count)
{
    if (curve->tension == 0) {
        curve_cardinal(pen, curve, points, count);
        return;
    }
    draw_pieces(pen, curve, points, count, NEIGHBOUR_SELF, draw_catmull_rom);
}
