/* SPDX-License-Identifier: MIT */
#include "svg_path.h"

#include "arc.h"

#include "base/real.h"

#include <math.h>

struct reader {
    struct arena *arena;
    struct path *path;
    str rest;
    point at, start; /* of the pen; of its subpath */
    point control; /* the last one of the curve before, or `at` */
    char before; /* command in lower case */
};

/* --- numbers -------------------------------------------------------------------------- */

static void skip_space(struct reader *reader)
{
    while (reader->rest.length && str_find(S(" \t\r\n,"), *reader->rest.at) < 5) {
        reader->rest = str_after(reader->rest, 1);
    }
}

static bool take(struct reader *reader, char byte)
{
    bool is_there = reader->rest.length && *reader->rest.at == byte;
    reader->rest = str_after(reader->rest, is_there);
    return is_there;
}

/* Numbers may follow each other without a space: "1.5.5-2". */
static bool take_number(struct reader *reader, double *number)
{
    skip_space(reader);
    size_t length = real_prefix(reader->rest, number);
    reader->rest = str_after(reader->rest, length);
    return length > 0;
}

/* Flags of arcs may stand without anything between: "a1,1 0 01.5,2". */
static bool take_flag(struct reader *reader, bool *flag)
{
    skip_space(reader);
    *flag = take(reader, '1');
    return *flag || take(reader, '0');
}

/* --- arcs ----------------------------------------------------------------------------- */

/* An arc as SVG has it (appendix F.6 of SVG 1.1): radii that are too small grow. */
struct arc_words {
    double rx, ry, degrees;
    bool is_large, is_clockwise;
};

/* Turned, and stretched from the circle of radius 1. */
static point from_circle(const struct arc_words *arc, point center, point p)
{
    double c = cos(arc->degrees * M_PI / 180);
    double s = sin(arc->degrees * M_PI / 180);
    return (point){center.x + p.x * arc->rx * c - p.y * arc->ry * s,
                   center.y + p.x * arc->rx * s + p.y * arc->ry * c};
}

static point to_circle(const struct arc_words *arc, point p)
{
    double c = cos(arc->degrees * M_PI / 180);
    double s = sin(arc->degrees * M_PI / 180);
    return (point){(p.x * c + p.y * s) / arc->rx, (-p.x * s + p.y * c) / arc->ry};
}

/* The circle through `a` and `b` whose arc between them is as `arc` says; grows the radii
 * where they are too small. */
static point circle_through(struct arc_words *arc, point *a, point *b)
{
    double half = hypot(b->x - a->x, b->y - a->y) / 2;
    if (half > 1) {
        arc->rx *= half;
        arc->ry *= half;
        *a = (point){a->x / half, a->y / half};
        *b = (point){b->x / half, b->y / half};
        half = 1;
    }
    double away = sqrt(fmax(0, 1 - half * half)) / half;
    double side = arc->is_large == arc->is_clockwise ? 0.5 : -0.5;
    return (point){(a->x + b->x) / 2 + side * away * (b->y - a->y),
                   (a->y + b->y) / 2 - side * away * (b->x - a->x)};
}

static void add_arc(struct reader *reader, struct arc_words arc, point to)
{
    arc.rx = fabs(arc.rx);
    arc.ry = fabs(arc.ry);
    if (arc.rx == 0 || arc.ry == 0 || (to.x == reader->at.x && to.y == reader->at.y)) {
        path_line(reader->arena, reader->path, to);
        return;
    }
    point a = to_circle(&arc, reader->at);
    point b = to_circle(&arc, to);
    point middle = circle_through(&arc, &a, &b);
    double from = atan2(a.y - middle.y, a.x - middle.x);
    double until = atan2(b.y - middle.y, b.x - middle.x);
    if (arc.is_clockwise && until < from) {
        until += 2 * M_PI;
    } else if (!arc.is_clockwise && until > from) {
        until -= 2 * M_PI;
    }
    struct path circle = {0};
    arc_add(reader->arena, &circle, middle, 1, from, until);
    for (size_t i = 1; i < circle.count; i++) {
        const point *at = circle.at[i].at;
        path_curve(reader->arena, reader->path, from_circle(&arc, (point){0}, at[0]),
                   from_circle(&arc, (point){0}, at[1]),
                   i + 1 < circle.count ? from_circle(&arc, (point){0}, at[2]) : to);
    }
}

/* --- commands ------------------------------------------------------------------------- */

static bool take_point(struct reader *reader, bool is_relative, point *p)
{
    if (!take_number(reader, &p->x) || !take_number(reader, &p->y)) {
        return false;
    }
    if (is_relative) {
        p->x += reader->at.x;
        p->y += reader->at.y;
    }
    return true;
}

/* The last control point on the other side of the pen, if a curve of that kind was there.
 */
static point reflected(const struct reader *reader, char kind, char short_kind)
{
    bool is_after = reader->before == kind || reader->before == short_kind;
    point at = reader->at;
    return is_after ? (point){2 * at.x - reader->control.x, 2 * at.y - reader->control.y}
                    : at;
}

static bool take_cubic(struct reader *reader, char command, bool is_relative, point *to)
{
    point first = reflected(reader, 'c', 's');
    point second;
    if ((command == 'c' && !take_point(reader, is_relative, &first)) ||
        !take_point(reader, is_relative, &second) || !take_point(reader, is_relative, to)) {
        return false;
    }
    path_curve(reader->arena, reader->path, first, second, *to);
    reader->control = second;
    return true;
}

static bool take_quadratic(struct reader *reader, char command, bool is_relative, point *to)
{
    point control = reflected(reader, 'q', 't');
    if ((command == 'q' && !take_point(reader, is_relative, &control)) ||
        !take_point(reader, is_relative, to)) {
        return false;
    }
    point at = reader->at;
    path_curve(
        reader->arena, reader->path,
        (point){at.x + (control.x - at.x) * 2 / 3, at.y + (control.y - at.y) * 2 / 3},
        (point){to->x + (control.x - to->x) * 2 / 3, to->y + (control.y - to->y) * 2 / 3},
        *to);
    reader->control = control;
    return true;
}

static bool take_arc(struct reader *reader, bool is_relative, point *to)
{
    struct arc_words arc;
    if (!take_number(reader, &arc.rx) || !take_number(reader, &arc.ry) ||
        !take_number(reader, &arc.degrees) || !take_flag(reader, &arc.is_large) ||
        !take_flag(reader, &arc.is_clockwise) || !take_point(reader, is_relative, to)) {
        return false;
    }
    add_arc(reader, arc, *to);
    return true;
}

/* Along one coordinate: h and v. */
static bool take_straight(struct reader *reader, double *coordinate, bool is_relative)
{
    double number;
    if (!take_number(reader, &number)) {
        return false;
    }
    *coordinate = is_relative ? *coordinate + number : number;
    return true;
}

static bool take_line(struct reader *reader, char command, bool is_relative, point *to)
{
    bool is_taken = command == 'h'   ? take_straight(reader, &to->x, is_relative)
                    : command == 'v' ? take_straight(reader, &to->y, is_relative)
                                     : take_point(reader, is_relative, to);
    if (is_taken) {
        path_line(reader->arena, reader->path, *to);
    }
    return is_taken;
}

static bool take_move(struct reader *reader, bool is_relative, point *to)
{
    if (!take_point(reader, is_relative, to)) {
        return false;
    }
    path_move(reader->arena, reader->path, *to);
    reader->start = *to;
    return true;
}

static bool take_command(struct reader *reader, char command, bool is_relative)
{
    point to = reader->at;
    bool is_taken = false;
    switch (command) {
    case 'm':
        is_taken = take_move(reader, is_relative, &to);
        break;
    case 'l':
    case 'h':
    case 'v':
        is_taken = take_line(reader, command, is_relative, &to);
        break;
    case 'c':
    case 's':
        is_taken = take_cubic(reader, command, is_relative, &to);
        break;
    case 'q':
    case 't':
        is_taken = take_quadratic(reader, command, is_relative, &to);
        break;
    case 'a':
        is_taken = take_arc(reader, is_relative, &to);
        break;
    case 'z':
        path_close(reader->arena, reader->path);
        to = reader->start;
        is_taken = true;
        break;
    default:
        break;
    }
    reader->at = to;
    reader->before = command;
    return is_taken;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool svg_path_read(struct arena *arena, str text, struct path *path)
{
    struct reader reader = {.arena = arena, .path = path, .rest = text};
    char command = 0;
    skip_space(&reader);
    bool is_path = reader.rest.length && (*reader.rest.at | ' ') == 'm';
    while (is_path && reader.rest.length) {
        if (is_letter(*reader.rest.at)) {
            command = *reader.rest.at;
            reader.rest = str_after(reader.rest, 1);
        } else if ((command | ' ') == 'z') {
            return false;
        }
        bool is_relative = command >= 'a';
        is_path = take_command(&reader, (char)(command | ' '), is_relative);
        if ((command | ' ') == 'm') { /* further pairs are lines */
            command = is_relative ? 'l' : 'L';
        }
        skip_space(&reader);
    }
    return is_path;
}
