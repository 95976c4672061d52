/* SPDX-License-Identifier: MIT */
#include "export/pdf_artifact.h"

#include "base/buffer.h"
#include "base/deflate.h"

#include <string.h>

/* --- tokens of a content stream (ISO 32000-1, 7.2 and 7.8) ------------------------------
 */

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
           byte == '\0';
}

static bool is_delimiter(char byte)
{
    return byte && strchr("()<>[]{}/%", byte);
}

/* Behind the closing parenthesis of the string that opens at `at`. */
static size_t string_end(str content, size_t at)
{
    size_t depth = 0;
    for (; at < content.length; at++) {
        char byte = content.at[at];
        if (byte == '\\') {
            at++;
        } else if (byte == '(') {
            depth++;
        } else if (byte == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return content.length;
}

/* The token at or after *at, which moves behind it; empty at the end. Brackets are tokens
 * of one byte: what they hold does not matter here. */
static str next_token(str content, size_t *at)
{
    size_t start = *at;
    while (start < content.length && is_white(content.at[start])) {
        start++;
    }
    size_t end = start;
    if (start < content.length && content.at[start] == '(') {
        end = string_end(content, start);
    } else if (start < content.length) {
        bool is_bracket = is_delimiter(content.at[start]) && content.at[start] != '/';
        end++;
        while (!is_bracket && end < content.length && !is_white(content.at[end]) &&
               !is_delimiter(content.at[end])) {
            end++;
        }
    }
    *at = end;
    return str_slice(content, start, end);
}

static bool is_one_of(str token, const str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(token, words[i])) {
            return true;
        }
    }
    return false;
}

static bool paints(str token)
{
    static const str operators[] = {S("f"),  S("F"), S("f*"), S("B"),  S("B*"), S("b"),
                                    S("b*"), S("S"), S("s"),  S("sh"), S("Do"), S("Tj"),
                                    S("TJ"), S("'"), S("\""), S("EI")};
    return token.length <= 2 && is_one_of(token, operators, COUNT_OF(operators));
}

/* --- marks ------------------------------------------------------------------------------
 */

/* From the end of one element's content to the start of the next one's. */
static void add_between(struct buffer *out, str between, bool is_painted)
{
    buffer_add(out, is_painted ? S("/Artifact BMC\n") : S(""));
    buffer_add(out, between);
    if (is_painted) {
        bool is_line_open = between.length && between.at[between.length - 1] != '\n';
        buffer_add(out, is_line_open ? S("\nEMC\n") : S("EMC\n"));
    }
}

static bool is_operator(str token)
{
    char first = token.at[0];
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
           first == '\'' || first == '"';
}

struct marking {
    struct buffer out;
    str content;
    size_t start; /* of what is not yet in `out` */
    size_t depth; /* of marked content in an element */
    size_t inner; /* of marked content without one: replacement text */
    bool is_painted; /* something since `start`, outside elements */
};

/* Marked content begins with its name, which stands at `at`. */
static void open_content(struct marking *marking, size_t at, bool has_element)
{
    if (!marking->depth && !has_element) {
        marking->inner++;
    } else if (!marking->depth++) {
        str between = str_slice(marking->content, marking->start, at);
        add_between(&marking->out, between, marking->is_painted);
        marking->start = at;
    }
}

/* It ends before `at`. */
static void close_content(struct marking *marking, size_t at)
{
    if (marking->inner) {
        marking->inner--;
    } else if (marking->depth && !--marking->depth) {
        at += at < marking->content.length && marking->content.at[at] == '\n';
        buffer_add(&marking->out, str_slice(marking->content, marking->start, at));
        marking->start = at;
        marking->is_painted = false;
    }
}

str pdf_artifacts_mark_content(struct arena *arena, str content)
{
    struct marking marking = {.out.arena = arena, .content = content};
    size_t operands = 0; /* where those of the next operator begin */
    bool has_operands = false;
    bool has_element = false; /* an operand names the element's content */
    size_t at = 0;
    for (str token; (token = next_token(content, &at)).length;) {
        operands = has_operands ? operands : at - token.length;
        has_operands = !is_operator(token);
        if (has_operands) {
            has_element |= str_equal(token, S("/MCID"));
            continue;
        }
        if (str_equal(token, S("BDC")) || str_equal(token, S("BMC"))) {
            open_content(&marking, operands, has_element);
        } else if (str_equal(token, S("EMC"))) {
            close_content(&marking, at);
        } else if (!marking.depth) {
            marking.is_painted |= paints(token);
        }
        has_element = false;
    }
    add_between(&marking.out, str_after(content, marking.start), marking.is_painted);
    return buffer_text(&marking.out);
}

/* --- streams ----------------------------------------------------------------------------
 */

static bool is_flate(const struct pdf_object *stream)
{
    return pdf_is_name(pdf_find(stream, S("Filter")), S("FlateDecode")) &&
           !pdf_find(stream, S("DecodeParms"));
}

bool pdf_artifacts_mark(struct arena *arena, struct pdf_contents *contents,
                        struct error *error)
{
    for (size_t i = 0; i < contents->pages.count; i++) {
        struct pdf_object *stream = pdf_find(contents->pages.at[i], S("Contents"));
        struct buffer content = {.arena = arena};
        if (!stream || stream->kind != PDF_STREAM || !is_flate(stream) ||
            deflate_unpack(stream->text, &content)) {
            return error_set(error, ERROR_SOFTWARE,
                             "the contents of page %zu cannot be read", i + 1);
        }
        str marked = pdf_artifacts_mark_content(arena, buffer_text(&content));
        stream->text = deflate_pack(arena, marked);
    }
    return true;
}
