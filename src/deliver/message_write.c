/* SPDX-License-Identifier: MIT */
/*
 * The only includer of GMime, which is loaded when the first message is made
 * (see library.h). Encodings, folding and the multipart framing are GMime's; what it
 * would take from the clock or at random (date, Message-ID, boundaries) is given to it.
 */
#include "message_internal.h"

#include "base/library.h"
#include "header.h"

#include <gmime/gmime.h>

#define GMIME_FUNCTIONS(X) \
    X(g_mime_init) \
    X(g_mime_data_wrapper_new_with_stream) \
    X(g_mime_format_options_free) \
    X(g_mime_format_options_new) \
    X(g_mime_format_options_set_newline_format) \
    X(g_mime_header_list_get_header) \
    X(g_mime_header_set_raw_value) \
    X(g_mime_message_new) \
    X(g_mime_message_set_date) \
    X(g_mime_message_set_mime_part) \
    X(g_mime_multipart_add) \
    X(g_mime_multipart_new_with_subtype) \
    X(g_mime_multipart_set_boundary) \
    X(g_mime_object_get_header_list) \
    X(g_mime_object_set_content_type_parameter) \
    X(g_mime_object_set_disposition) \
    X(g_mime_object_set_header) \
    X(g_mime_object_write_to_stream) \
    X(g_mime_part_new_with_type) \
    X(g_mime_part_set_content) \
    X(g_mime_part_set_content_encoding) \
    X(g_mime_part_set_content_id) \
    X(g_mime_stream_mem_get_byte_array) \
    X(g_mime_stream_mem_new) \
    X(g_mime_stream_mem_new_with_buffer)

struct gmime {
    LIBRARY_POINTERS(GMIME_FUNCTIONS)
};

struct writer {
    struct arena *arena;
    const struct message *message;
    struct gmime gmime;
    str boundary;
};

static bool load(struct writer *writer, struct error *error)
{
    static const char *const names[] = {LIBRARY_NAMES(GMIME_FUNCTIONS)};
    if (!library_load("libgmime-3.0.so.0", names, COUNT_OF(names), &writer->gmime, error)) {
        return false;
    }
    writer->gmime.g_mime_init();
    return true;
}

/* Gives a header that is there another value, which is folded already. */
static void set_value(const struct writer *writer, GMimeObject *object, const char *name,
                      str value)
{
    const struct gmime *gmime = &writer->gmime;
    GMimeHeader *header = gmime->g_mime_header_list_get_header(
        gmime->g_mime_object_get_header_list(object), name);
    str line = str_print(writer->arena, " %.*s\n", STR_ARG(value));
    gmime->g_mime_header_set_raw_value(header, line.at);
}

/* --- parts -------------------------------------------------------------------------- */

static GMimePart *create_part(const struct writer *writer, const char *type,
                              const char *subtype, str content,
                              GMimeContentEncoding encoding)
{
    const struct gmime *gmime = &writer->gmime;
    GMimePart *part = gmime->g_mime_part_new_with_type(type, subtype);
    GMimeStream *stream =
        gmime->g_mime_stream_mem_new_with_buffer(content.at, content.length);
    GMimeDataWrapper *wrapper =
        gmime->g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    gmime->g_mime_part_set_content(part, wrapper);
    gmime->g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(wrapper);
    g_object_unref(stream);
    return part;
}

static GMimeObject *create_text(const struct writer *writer, const char *subtype, str text)
{
    GMimePart *part =
        create_part(writer, "text", subtype, text, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    writer->gmime.g_mime_object_set_content_type_parameter((GMimeObject *)part, "charset",
                                                           "utf-8");
    return (GMimeObject *)part;
}

/*
 * The file's name stands in Content-Disposition and, in ASCII for readers that do not know
 * RFC 2231, in Content-Type. Both forms in one header, as the web has them, would be a
 * parameter given twice. GMime cuts long names within characters, so the value is ours.
 */
static void set_disposition(const struct writer *writer, GMimePart *part, const char *kind,
                            str name)
{
    const struct gmime *gmime = &writer->gmime;
    GMimeObject *object = (GMimeObject *)part;
    str plain = header_ascii_name(writer->arena, name);
    gmime->g_mime_object_set_content_type_parameter(object, "name",
                                                    str_c(writer->arena, plain));
    gmime->g_mime_object_set_disposition(object, kind);
    set_value(writer, object, "Content-Disposition",
              header_disposition(writer->arena, kind, name));
}

static GMimeObject *create_file(const struct writer *writer, str bytes, str name)
{
    GMimePart *part =
        create_part(writer, "application", "pdf", bytes, GMIME_CONTENT_ENCODING_BASE64);
    set_disposition(writer, part, "attachment", name);
    return (GMimeObject *)part;
}

static GMimeObject *create_image(const struct writer *writer)
{
    const struct message_image *image = &writer->message->image;
    GMimePart *part =
        create_part(writer, "image", "png", image->png, GMIME_CONTENT_ENCODING_BASE64);
    writer->gmime.g_mime_part_set_content_id(part, str_c(writer->arena, image->content_id));
    set_disposition(writer, part, "inline", image->name);
    return (GMimeObject *)part;
}

/* --- multiparts --------------------------------------------------------------------- */

/* Takes over `parts`. The boundaries of nested ones differ in their last character. */
static GMimeObject *create_multipart(const struct writer *writer, const char *subtype,
                                     char level, GMimeObject *const *parts, size_t count)
{
    const struct gmime *gmime = &writer->gmime;
    GMimeMultipart *multipart = gmime->g_mime_multipart_new_with_subtype(subtype);
    str boundary = str_print(writer->arena, "%.*s%c", STR_ARG(writer->boundary), level);
    gmime->g_mime_multipart_set_boundary(multipart, boundary.at);
    for (size_t i = 0; i < count; i++) {
        gmime->g_mime_multipart_add(multipart, parts[i]);
        g_object_unref(parts[i]);
    }
    return (GMimeObject *)multipart;
}

/* The HTML with the image that it shows. */
static GMimeObject *create_page(const struct writer *writer)
{
    GMimeObject *html = create_text(writer, "html", writer->message->html);
    if (!writer->message->image.png.length) {
        return html;
    }
    GMimeObject *parts[] = {html, create_image(writer)};
    GMimeObject *related = create_multipart(writer, "related", 'r', parts, 2);
    writer->gmime.g_mime_object_set_content_type_parameter(related, "type", "text/html");
    return related;
}

/* Always multipart/mixed, so that a message looks the same with and without a file. */
static GMimeObject *create_body(const struct writer *writer)
{
    const struct message *message = writer->message;
    GMimeObject *forms[] = {create_text(writer, "plain", message->text),
                            create_page(writer)};
    GMimeObject *parts[2] = {create_multipart(writer, "alternative", 'a', forms, 2)};
    if (message->pdf.length) {
        parts[1] = create_file(writer, message->pdf, message->pdf_name);
    }
    return create_multipart(writer, "mixed", 'm', parts, message->pdf.length ? 2 : 1);
}

/* --- headers ------------------------------------------------------------------------ */

static void set_header(const struct writer *writer, GMimeMessage *mail, const char *name,
                       str value)
{
    GMimeObject *object = (GMimeObject *)mail;
    writer->gmime.g_mime_object_set_header(object, name, "", NULL);
    set_value(writer, object, name, value);
}

/* Where the value of a header begins, behind ": ". */
static size_t column_of(const char *name)
{
    return str_from(name).length + 2;
}

static void set_text(const struct writer *writer, GMimeMessage *mail, const char *name,
                     str text)
{
    if (text.length) {
        set_header(writer, mail, name, header_text(writer->arena, text, column_of(name)));
    }
}

static void set_mailbox(const struct writer *writer, GMimeMessage *mail, const char *name,
                        const struct mailbox *mailbox)
{
    if (mailbox->address.length) {
        set_header(writer, mail, name,
                   header_mailbox(writer->arena, mailbox, false, column_of(name)));
    }
}

/* A label in brackets, a name before it. */
static void set_label(const struct writer *writer, GMimeMessage *mail, const char *name,
                      str text, str label)
{
    if (label.length) {
        struct mailbox mailbox = {text, label};
        set_header(writer, mail, name,
                   header_mailbox(writer->arena, &mailbox, true, column_of(name)));
    }
}

static void set_date(const struct writer *writer, GMimeMessage *mail)
{
    GDateTime *date = g_date_time_new_from_unix_utc(writer->message->date);
    writer->gmime.g_mime_message_set_date(mail, date);
    g_date_time_unref(date);
}

/* RFC 2369 and, for one click, RFC 8058. */
static void set_unsubscribe(const struct writer *writer, GMimeMessage *mail)
{
    const struct message *message = writer->message;
    str targets[2];
    size_t count = 0;
    if (message->unsubscribe_url.length) {
        targets[count++] =
            str_print(writer->arena, "<%.*s>", STR_ARG(message->unsubscribe_url));
    }
    if (message->unsubscribe_mail.length) {
        targets[count++] =
            str_print(writer->arena, "<%.*s>", STR_ARG(message->unsubscribe_mail));
    }
    if (count) {
        set_header(writer, mail, "List-Unsubscribe",
                   str_join(writer->arena, targets, count, S(",\n ")));
    }
    if (message->unsubscribe_url.length) {
        set_text(writer, mail, "List-Unsubscribe-Post", S("List-Unsubscribe=One-Click"));
    }
}

static GMimeMessage *create_message(const struct writer *writer)
{
    const struct message *message = writer->message;
    GMimeMessage *mail = writer->gmime.g_mime_message_new(FALSE);
    set_date(writer, mail);
    set_mailbox(writer, mail, "From", &message->from);
    set_mailbox(writer, mail, "Reply-To", &message->reply_to);
    set_mailbox(writer, mail, "To", &message->to);
    set_text(writer, mail, "Subject", message->subject);
    set_label(writer, mail, "Message-ID", (str){0}, message->id);
    set_label(writer, mail, "List-ID", message->list_name, message->list_id);
    set_unsubscribe(writer, mail);
    set_text(writer, mail, "Auto-Submitted", S("auto-generated"));
    set_text(writer, mail, "Precedence", S("bulk"));
    set_text(writer, mail, "Content-Language", message->language);
    set_text(writer, mail, "MIME-Version", S("1.0"));
    return mail;
}

bool message_write(struct arena *arena, const struct message *message, str boundary,
                   str *bytes, struct error *error)
{
    struct writer writer = {.arena = arena, .message = message, .boundary = boundary};
    if (!load(&writer, error)) {
        return false;
    }
    const struct gmime *gmime = &writer.gmime;
    GMimeMessage *mail = create_message(&writer);
    GMimeObject *body = create_body(&writer);
    gmime->g_mime_message_set_mime_part(mail, body);
    GMimeFormatOptions *options = gmime->g_mime_format_options_new();
    gmime->g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    GMimeStream *stream = gmime->g_mime_stream_mem_new();
    bool is_written =
        gmime->g_mime_object_write_to_stream((GMimeObject *)mail, options, stream) > 0;
    if (is_written) {
        GByteArray *written =
            gmime->g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
        *bytes = str_copy(arena, (str){(const char *)written->data, written->len});
    }
    g_object_unref(stream);
    gmime->g_mime_format_options_free(options);
    g_object_unref(body);
    g_object_unref(mail);
    return is_written || error_set(error, ERROR_SOFTWARE, "GMime cannot write the message");
}
