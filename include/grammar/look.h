/* SPDX-License-Identifier: MIT */
/*
 * Looks: the config below that of a specification, from a YAML file in Vega-Lite's words.
 * `extends: NAME` puts it over another look. "vega" and "house" come with the program.
 */
#ifndef GRAMMAR_LOOK_H
#define GRAMMAR_LOOK_H

#include "base/node.h"

/* A name, or the path of a file (it has a slash or a point). NULL and an error. */
const struct node *look_load(struct arena *arena, str name, struct error *error);

#endif
