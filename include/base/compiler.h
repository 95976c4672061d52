/* SPDX-License-Identifier: MIT */
/*
 * What the compiler is told beyond C11: attributes, and the 128-bit integer
 * that exact sums are made of.
 */
#ifndef BASE_COMPILER_H
#define BASE_COMPILER_H

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_at) __attribute__((format(printf, format_at, (format_at) + 1)))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

#endif
