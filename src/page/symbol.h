/* SPDX-License-Identifier: MIT */
/*
 * Symbols of key figures and tables: arrows of change, flags, sparklines.
 */
#ifndef PAGE_SYMBOL_H
#define PAGE_SYMBOL_H

#include "page/setting.h"

#define ARROW_WIDTH 5.0
#define ARROW_HEIGHT 4.5
#define ARROW_GAP 3.0 /* to the text that follows */

/* A triangle on the baseline: up above 0, down below. Decoration: the text has the sign. */
void symbol_arrow(const struct setting *setting, struct scene *scene, int sign, point at);
void symbol_arrow_in(const struct setting *setting, struct scene *scene, int sign, point at,
                     color ink);

/* The colour of a change in text. */
enum theme_color symbol_color(int sign);

/* The flags that a table or a strip uses, each a letter of its own. */
struct symbol_flags {
    bool is_used['z' - 'a' + 1];
};

void symbol_note_flag(struct symbol_flags *flags, str flag);

/* What they mean: "e derived; p provisional"; "x status X of the source" for a letter
 * that the language has no word for. Empty if there are none. */
str symbol_key(const struct setting *setting, const struct symbol_flags *flags);

/* The style of a flag beside text of `style`, and how far its baseline is lifted. */
struct text_style symbol_flag_style(const struct text_style *style);
double symbol_flag_rise(const struct text_style *style);

/* A sparkline as a figure of its own, named after what it shows. */
void symbol_spark(const struct setting *setting, struct scene *scene,
                  const struct series *series, struct period window, str label, rect area);

#endif
