/* SPDX-License-Identifier: MIT */
/*
 * Scripts: whether bytes look like text of one of the old encodings.
 *
 * Only the bytes are looked at: each encoding puts the characters that people
 * really write into a small part of its room (the first level of kanji, the
 * syllables of Hangul), and text of another encoding falls outside it.
 */
#ifndef TABLE_SCRIPT_H
#define TABLE_SCRIPT_H

#include "base/str.h"

bool script_is_chinese(str bytes); /* GB18030 */
bool script_is_japanese(str bytes); /* CP932 */
bool script_is_korean(str bytes); /* CP949 */
bool script_is_utf16(str bytes, bool *is_big_endian); /* without a byte order mark */

#endif
