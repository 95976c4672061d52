/* SPDX-License-Identifier: MIT */
#include "pdf_scan.h"

#include "base/buffer.h"

void *pdf_scan_fail(struct pdf_scan *scan, const char *what)
{
    scan->failure = scan->failure ? scan->failure : what;
    scan->at = scan->text.length;
    return NULL;
}

/* --- bytes ---------------------------------------------------------------------------- */

char pdf_scan_byte(const struct pdf_scan *scan, size_t at)
{
    if (at >= scan->text.length) {
        return '\0';
    }
    return scan->text.at[at];
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
           byte == '\0';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_delimiter(char byte)
{
    return byte == '/' || byte == '<' || byte == '>' || byte == '[' || byte == ']' ||
           byte == '(' || byte == ')' || byte == '%';
}

/* White space and comments. */
void pdf_scan_space(struct pdf_scan *scan)
{
    while (scan->at < scan->text.length) {
        char byte = pdf_scan_byte(scan, scan->at);
        if (byte == '%') {
            while (scan->at < scan->text.length && pdf_scan_byte(scan, scan->at) != '\n') {
                scan->at++;
            }
        } else if (is_space(byte)) {
            scan->at++;
        } else {
            return;
        }
    }
}

bool pdf_scan_word(struct pdf_scan *scan, const char *word)
{
    str wanted = str_from(word);
    pdf_scan_space(scan);
    bool is_there = str_starts(str_after(scan->text, scan->at), wanted);
    scan->at += is_there ? wanted.length : 0;
    return is_there;
}

bool pdf_scan_size(struct pdf_scan *scan, size_t *number)
{
    pdf_scan_space(scan);
    size_t start = scan->at;
    while (is_digit(pdf_scan_byte(scan, scan->at))) {
        scan->at++;
    }
    return str_to_size(str_slice(scan->text, start, scan->at), number);
}

/* --- scalars -------------------------------------------------------------------------- */

static struct pdf_object *parse_number(struct pdf_scan *scan)
{
    size_t start = scan->at;
    bool is_negative = pdf_scan_byte(scan, start) == '-';
    bool has_sign = is_negative || pdf_scan_byte(scan, start) == '+';
    bool has_point = false;
    int64_t digits = 0;
    double scale = 1;
    scan->at += has_sign;
    for (char byte; is_digit(byte = pdf_scan_byte(scan, scan->at)) || byte == '.';
         scan->at++) {
        if (byte == '.') {
            has_point = true;
        } else if (__builtin_mul_overflow(digits, 10, &digits) ||
                   __builtin_add_overflow(digits, byte - '0', &digits)) {
            pdf_scan_fail(scan, "a number is too long");
        } else {
            scale *= has_point ? 10 : 1;
        }
    }
    if (scan->at == start + has_sign) {
        pdf_scan_fail(scan, "an object is expected");
    }
    digits = is_negative ? -digits : digits;
    return has_point ? pdf_real(scan->arena, (double)digits / scale)
                     : pdf_integer(scan->arena, digits);
}

static int hex_digit(char byte)
{
    return is_digit(byte)               ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                        : -1;
}

/* "#20" in a name is a byte. */
static str unescape_name(struct arena *arena, str name)
{
    struct buffer plain = {.arena = arena};
    if (str_find(name, '#') == name.length) {
        return name;
    }
    for (size_t i = 0; i < name.length; i++) {
        bool is_escape = name.at[i] == '#' && i + 2 < name.length;
        int high = is_escape ? hex_digit(name.at[i + 1]) : -1;
        int low = is_escape ? hex_digit(name.at[i + 2]) : -1;
        bool is_byte = high >= 0 && low >= 0;
        if (is_byte) {
            buffer_add_byte(&plain, (char)(high * 16 + low));
            i += 2;
        } else {
            buffer_add_byte(&plain, name.at[i]);
        }
    }
    return buffer_text(&plain);
}

str pdf_scan_name(struct pdf_scan *scan)
{
    size_t start = ++scan->at;
    while (scan->at < scan->text.length && !is_space(pdf_scan_byte(scan, scan->at)) &&
           !is_delimiter(pdf_scan_byte(scan, scan->at))) {
        scan->at++;
    }
    return unescape_name(scan->arena, str_slice(scan->text, start, scan->at));
}

/* What stands after a backslash in a text: a letter, an octal number, or itself. */
static void add_escaped(struct pdf_scan *scan, struct buffer *text)
{
    static const char letters[] = "nrtbf";
    static const char bytes[] = "\n\r\t\b\f";
    enum { OCTAL_DIGITS_MAX = 3 };
    char byte = pdf_scan_byte(scan, scan->at);
    int octal = 0;
    int digits = 0;
    while (digits < OCTAL_DIGITS_MAX && byte >= '0' && byte <= '7') {
        octal = octal * 8 + (byte - '0');
        digits++;
        byte = pdf_scan_byte(scan, ++scan->at);
    }
    if (digits) {
        buffer_add_byte(text, (char)octal);
        return;
    }
    for (size_t i = 0; i < sizeof letters - 1; i++) {
        if (byte == letters[i]) {
            byte = bytes[i];
            break;
        }
    }
    buffer_add_byte(text, byte);
    scan->at++;
}

static struct pdf_object *parse_text(struct pdf_scan *scan)
{
    struct buffer text = {.arena = scan->arena};
    int depth = 1;
    for (scan->at++; depth && scan->at < scan->text.length;) {
        char byte = pdf_scan_byte(scan, scan->at++);
        depth += (byte == '(') - (byte == ')');
        if (byte == '\\') {
            add_escaped(scan, &text);
        } else if (depth) {
            buffer_add_byte(&text, byte);
        }
    }
    return pdf_string(scan->arena, buffer_text(&text));
}

static struct pdf_object *parse_hex(struct pdf_scan *scan)
{
    struct buffer text = {.arena = scan->arena};
    int high = -1;
    for (scan->at++; scan->at < scan->text.length;) {
        char byte = pdf_scan_byte(scan, scan->at++);
        int digit = byte == '>' && high >= 0 ? 0 : hex_digit(byte); /* a last one alone */
        if (digit >= 0 && high >= 0) {
            buffer_add_byte(&text, (char)(high * 16 + digit));
            high = -1;
        } else if (digit >= 0) {
            high = digit;
        }
        if (byte == '>') {
            break;
        }
    }
    return pdf_string(scan->arena, buffer_text(&text));
}

static struct pdf_object *parse_word(struct pdf_scan *scan)
{
    if (pdf_scan_word(scan, "true")) {
        return pdf_boolean(scan->arena, true);
    }
    if (pdf_scan_word(scan, "false")) {
        return pdf_boolean(scan->arena, false);
    }
    if (pdf_scan_word(scan, "null")) {
        return arena_new(scan->arena, struct pdf_object);
    }
    return parse_number(scan);
}

/* --- what stands here ------------------------------------------------------------------
 */

/* Whether a reference stands here: "12 0 R". Then it is stepped over. */
bool pdf_scan_reference(struct pdf_scan *scan, size_t *number)
{
    size_t start = scan->at;
    size_t generation;
    bool is_one = is_digit(pdf_scan_byte(scan, start)) && pdf_scan_size(scan, number) &&
                  pdf_scan_size(scan, &generation) && pdf_scan_word(scan, "R");
    if (!is_one) {
        scan->at = start;
    }
    return is_one;
}

bool pdf_scan_is_container(const struct pdf_scan *scan)
{
    char byte = pdf_scan_byte(scan, scan->at);
    return byte == '[' || (byte == '<' && pdf_scan_byte(scan, scan->at + 1) == '<');
}

struct pdf_object *pdf_scan_scalar(struct pdf_scan *scan)
{
    switch (pdf_scan_byte(scan, scan->at)) {
    case '/':
        return pdf_name(scan->arena, pdf_scan_name(scan));
    case '(':
        return parse_text(scan);
    case '<':
        return parse_hex(scan);
    default:
        return parse_word(scan);
    }
}
