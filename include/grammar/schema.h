/* SPDX-License-Identifier: MIT */
/* The JSON Schema (draft 7) of specifications, written from the vocabulary. */
#ifndef GRAMMAR_SCHEMA_H
#define GRAMMAR_SCHEMA_H

#include "base/str.h"

str schema_json(struct arena *arena);

#endif
