/* SPDX-License-Identifier: MIT */
#include "scene/scene.h"

static struct path_step *add(struct arena *arena, struct path *path, enum path_verb verb)
{
    struct path_step *step = arena_push(arena, path);
    step->verb = verb;
    return step;
}

void path_move(struct arena *arena, struct path *path, point to)
{
    add(arena, path, PATH_MOVE)->at[0] = to;
}

void path_line(struct arena *arena, struct path *path, point to)
{
    add(arena, path, PATH_LINE)->at[0] = to;
}

void path_curve(struct arena *arena, struct path *path, point a, point b, point to)
{
    struct path_step *step = add(arena, path, PATH_CURVE);
    step->at[0] = a;
    step->at[1] = b;
    step->at[2] = to;
}

void path_close(struct arena *arena, struct path *path)
{
    add(arena, path, PATH_CLOSE);
}

void path_rect(struct arena *arena, struct path *path, rect r)
{
    path_move(arena, path, (point){r.x, r.y});
    path_line(arena, path, (point){r.x + r.width, r.y});
    path_line(arena, path, (point){r.x + r.width, r.y + r.height});
    path_line(arena, path, (point){r.x, r.y + r.height});
    path_close(arena, path);
}

void path_circle(struct arena *arena, struct path *path, point c, double radius)
{
    /* A quarter of a circle as a Bézier curve: 4/3 (sqrt 2 - 1), off by 0.03% at most. */
    double r = radius;
    double k = 0.5522847498 * radius;
    path_move(arena, path, (point){c.x + r, c.y});
    path_curve(arena, path, (point){c.x + r, c.y + k}, (point){c.x + k, c.y + r},
               (point){c.x, c.y + r});
    path_curve(arena, path, (point){c.x - k, c.y + r}, (point){c.x - r, c.y + k},
               (point){c.x - r, c.y});
    path_curve(arena, path, (point){c.x - r, c.y - k}, (point){c.x - k, c.y - r},
               (point){c.x, c.y - r});
    path_curve(arena, path, (point){c.x + k, c.y - r}, (point){c.x + r, c.y - k},
               (point){c.x + r, c.y});
    path_close(arena, path);
}

void path_append(struct arena *arena, struct path *path, const struct path *other, point by)
{
    for (size_t i = 0; i < other->count; i++) {
        struct path_step step = other->at[i];
        for (size_t p = 0; p < 3; p++) {
            step.at[p].x += by.x;
            step.at[p].y += by.y;
        }
        *arena_push(arena, path) = step;
    }
}
