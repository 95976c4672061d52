/* SPDX-License-Identifier: MIT */
/*
 * Markup: text as XML and HTML have it, within elements and within quoted attributes.
 */
#ifndef EXPORT_MARKUP_H
#define EXPORT_MARKUP_H

#include "base/buffer.h"
#include "scene/geometry.h"

/* Control characters, which XML cannot hold, are left out. */
void markup_text(struct buffer *out, str text);

/* At most two decimals, without those that say nothing: "12.5", "-3", "0". */
void markup_number(struct buffer *out, double number);

/* ` name="value"`, escaped. */
void markup_attribute(struct buffer *out, const char *name, str value);
void markup_attribute_number(struct buffer *out, const char *name, double number);

/* "#0B5C94", or "#FFF" where that says the same. */
void markup_color(struct buffer *out, color color);
void markup_attribute_color(struct buffer *out, const char *name, color color);

#endif
