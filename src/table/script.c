/* SPDX-License-Identifier: MIT */
#include "table/script.h"

/* Characters of two bytes, by whether the script uses them often. */
struct tally {
    size_t common, rare;
};

static bool is_between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

static unsigned char byte_at(str bytes, size_t offset)
{
    return offset < bytes.length ? (unsigned char)bytes.at[offset] : 0;
}

/* Nine in ten, and at least one. */
static bool is_mostly_common(struct tally tally)
{
    return tally.common > 0 && tally.common >= 9 * tally.rare;
}

/* Whether a pair of bytes is a character (else the first stands alone), and a common one.
 */
typedef bool pair_judge(unsigned char lead, unsigned char trail, bool *is_pair);

static struct tally tally_pairs(str bytes, pair_judge *judge)
{
    struct tally tally = {0};
    for (size_t offset = 0; offset < bytes.length; offset++) {
        unsigned char lead = byte_at(bytes, offset);
        bool is_pair = false;
        if (lead < 0x80) {
            continue;
        }
        bool is_common = judge(lead, byte_at(bytes, offset + 1), &is_pair);
        tally.common += is_common;
        tally.rare += !is_common;
        offset += is_pair;
    }
    return tally;
}

/* GB 2312: punctuation in rows A1-A3, hanzi in B0-F7. The rest of GB18030 is rare. */
static bool judge_chinese(unsigned char lead, unsigned char trail, bool *is_pair)
{
    *is_pair = lead != 0x80 && lead != 0xFF && trail >= 0x40;
    return trail >= 0xA1 && (is_between(lead, 0xA1, 0xA3) || is_between(lead, 0xB0, 0xF7));
}

/* JIS X 0208: kana and punctuation in 81-84, kanji in 88-9F and E0-EA. */
static bool judge_japanese(unsigned char lead, unsigned char trail, bool *is_pair)
{
    bool is_lead = is_between(lead, 0x81, 0x9F) || is_between(lead, 0xE0, 0xFC);
    *is_pair = is_lead && trail >= 0x40;
    return *is_pair && trail != 0x7F && trail <= 0xFC &&
           (is_between(lead, 0x81, 0x84) || is_between(lead, 0x87, 0x9F) ||
            is_between(lead, 0xE0, 0xEA));
}

/* KS X 1001: punctuation in A1-A3, Hangul in B0-C8. Hanja are rare. */
static bool judge_korean(unsigned char lead, unsigned char trail, bool *is_pair)
{
    *is_pair = is_between(lead, 0x81, 0xFE) && trail >= 0x41;
    return trail >= 0xA1 && (is_between(lead, 0xA1, 0xA3) || is_between(lead, 0xB0, 0xC8));
}

/* Chinese text uses B0-C8 for little more than half of its hanzi: six in a row are odd. */
bool script_is_korean(str bytes)
{
    struct tally tally = tally_pairs(bytes, judge_korean);
    return tally.common >= 6 && is_mostly_common(tally);
}

bool script_is_chinese(str bytes)
{
    return is_mostly_common(tally_pairs(bytes, judge_chinese)) && !script_is_korean(bytes);
}

bool script_is_japanese(str bytes)
{
    return is_mostly_common(tally_pairs(bytes, judge_japanese));
}

bool script_is_utf16(str bytes, bool *is_big_endian)
{
    enum { LOOKED_AT = 512 };
    size_t nuls[2] = {0};
    size_t length = bytes.length < LOOKED_AT ? bytes.length : LOOKED_AT;
    for (size_t offset = 0; offset < length; offset++) {
        nuls[offset % 2] += bytes.at[offset] == '\0';
    }
    *is_big_endian = nuls[0] > nuls[1];
    size_t most = nuls[*is_big_endian ? 0 : 1];
    size_t least = nuls[*is_big_endian ? 1 : 0];
    return most > length / 4 && least == 0;
}
