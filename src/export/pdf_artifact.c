/* SPDX-License-Identifier: MIT */
#include "export/pdf_artifact.h"

#include "base/buffer.h"
#include "base/deflate.h"
#include "pdf_content.h"

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
    for (str token; (token = pdf_content_token(content, &at)).length;) {
        operands = has_operands ? operands : at - token.length;
        has_operands = !pdf_content_is_operator(token);
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

/* What is unpacked is given back with the page: a long table has thousands of them. */
static bool mark_stream(struct arena *arena, struct pdf_object *stream)
{
    struct arena scratch = {0};
    struct buffer content = {.arena = &scratch};
    bool is_read = !deflate_unpack(stream->text, &content);
    if (is_read) {
        str marked = pdf_artifacts_mark_content(&scratch, buffer_text(&content));
        stream->text = str_copy(arena, deflate_pack(&scratch, marked));
    }
    arena_finish(&scratch);
    return is_read;
}

bool pdf_artifacts_mark(struct arena *arena, struct pdf_contents *contents,
                        struct error *error)
{
    for (size_t i = 0; i < contents->pages.count; i++) {
        struct pdf_object *stream = pdf_find(contents->pages.at[i], S("Contents"));
        if (!stream || stream->kind != PDF_STREAM || !is_flate(stream) ||
            !mark_stream(arena, stream)) {
            return error_set(error, ERROR_SOFTWARE,
                             "the contents of page %zu cannot be read", i + 1);
        }
    }
    return true;
}
