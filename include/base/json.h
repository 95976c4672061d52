/* SPDX-License-Identifier: MIT */
/*
 * JSON as it is written: UTF-8, members in the order of the calls, two spaces for
 * each level, numbers with the digits that they have. The same calls give the same
 * bytes. Bytes that are not UTF-8 become U+FFFD.
 *
 *   json_object(&json);
 *   json_key(&json, "rows");
 *   json_count(&json, 12);
 *   json_end(&json);
 *
 * Every object and array is ended; within an object each value follows its key.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"
#include "base/decimal.h"

enum {
    JSON_DEPTH_MAX = 16,
    JSON_PLACES = 6, /* of a ratio, at most */
};

struct json {
    struct buffer *out;
    size_t flat_depth; /* levels from this one on stand on one line; 0: none do */
    size_t depth;
    bool is_array[JSON_DEPTH_MAX]; /* by level, from 1 */
    bool has_items[JSON_DEPTH_MAX];
    bool has_key; /* the next value stands behind its key */
};

void json_object(struct json *json);
void json_array(struct json *json);
void json_end(struct json *json); /* of the innermost object or array */

void json_key(struct json *json, const char *key);
void json_key_text(struct json *json, str key);

void json_text(struct json *json, str text);
void json_count(struct json *json, size_t count);
void json_decimal(struct json *json, struct decimal decimal);
void json_flag(struct json *json, bool flag);
void json_null(struct json *json);
void json_ratio(struct json *json, struct ratio ratio); /* null where it is not valid */

/* A key and its value in one call; of a text also where it is empty, or only where not. */
void json_member_text(struct json *json, const char *key, str text);
void json_member_some_text(struct json *json, const char *key, str text);
void json_member_count(struct json *json, const char *key, size_t count);
void json_member_flag(struct json *json, const char *key, bool flag);

#endif
