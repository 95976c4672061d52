/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <string.h>
#include <sysexits.h>

static const int exit_statuses[ERROR_KIND_COUNT] = {
    [ERROR_NONE] = EX_OK,           [ERROR_CHECK] = 1,
    [ERROR_USAGE] = EX_USAGE,       [ERROR_DATA] = EX_DATAERR,
    [ERROR_NO_INPUT] = EX_NOINPUT,  [ERROR_UNAVAILABLE] = EX_UNAVAILABLE,
    [ERROR_SOFTWARE] = EX_SOFTWARE, [ERROR_CREATE] = EX_CANTCREAT,
    [ERROR_WRITE] = EX_IOERR,       [ERROR_RETRY] = EX_TEMPFAIL,
    [ERROR_CONFIG] = EX_CONFIG,
};

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0U) == 0x80U;
}

/* As vsnprintf(), but a text that does not fit ends after its last whole character. */
static void print_cut(char *text, size_t size, const char *format, va_list arguments)
{
    int length = vsnprintf(text, size, format, arguments);
    if (length >= 0 && (size_t)length < size) {
        return;
    }
    str cut = str_from(text);
    size_t last = cut.length ? cut.length - 1 : 0;
    while (last && is_continuation(text[last])) {
        last--;
    }
    uint32_t character;
    if (last + str_decode(cut, last, &character) < cut.length) {
        text[last] = '\0';
    }
}

static void set(struct error *error, enum error_kind kind, struct place place,
                const char *format, va_list arguments)
{
    if (error->kind) {
        return;
    }
    error->kind = kind;
    error->place = place;
    print_cut(error->message, sizeof error->message, format, arguments);
}

bool error_set(struct error *error, enum error_kind kind, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    set(error, kind, (struct place){0}, format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct error *error, enum error_kind kind, struct place place,
              const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    set(error, kind, place, format, arguments);
    va_end(arguments);
    return false;
}

bool error_hint(struct error *error, const char *format, ...)
{
    if (!error->hint[0]) {
        va_list arguments;
        va_start(arguments, format);
        print_cut(error->hint, sizeof error->hint, format, arguments);
        va_end(arguments);
    }
    return false;
}

static bool suggest_all(struct error *error, const str *candidates, size_t count)
{
    char list[sizeof error->hint] = "";
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        int added = snprintf(list + length, sizeof list - length, "%s%.*s", i ? ", " : "",
                             STR_ARG(candidates[i]));
        length += (size_t)added;
        if (length > 120) {
            return false;
        }
    }
    return count ? error_hint(error, "known are: %s", list) : false;
}

bool error_suggest(struct error *error, str word, const str *candidates, size_t count)
{
    size_t nearest = str_nearest(word, candidates, count);
    if (nearest < count) {
        return error_hint(error, "did you mean \"%.*s\"?", STR_ARG(candidates[nearest]));
    }
    return suggest_all(error, candidates, count);
}

PRINTF_LIKE(3)
static void print_joined(char *text, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_cut(text, size, format, arguments);
    va_end(arguments);
}

bool error_context(struct error *error, const char *format, ...)
{
    char context[sizeof error->message];
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    print_cut(context, sizeof context, format, arguments);
    va_end(arguments);
    memcpy(message, error->message, sizeof message);
    print_joined(error->message, sizeof error->message, "%s: %s", context, message);
    return false;
}

int error_exit_status(const struct error *error)
{
    return exit_statuses[error->kind];
}

/* Terminals obey control characters: those of a file must not reach one. */
static void put_text(FILE *stream, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool is_control = (byte < ' ' && byte != '\t') || byte == 0x7F;
        fputc(is_control ? '?' : byte, stream);
    }
}

/* The line and, below the place, one caret and tildes; tabs keep their width. */
static void print_excerpt(FILE *stream, const struct place *place)
{
    fprintf(stream, "%5zu | ", place->line);
    put_text(stream, place->text);
    fputs("\n      | ", stream);
    size_t column = 1;
    for (size_t offset = 0; column < place->column; column++) {
        uint32_t character = 0;
        size_t length = str_decode(place->text, offset, &character);
        fputc(character == '\t' ? '\t' : ' ', stream);
        offset += length ? length : 1;
    }
    fputc('^', stream);
    for (size_t i = 1; i < place->width; i++) {
        fputc('~', stream);
    }
    fputc('\n', stream);
}

static void print_message(FILE *stream, const struct place *place, const char *severity,
                          str message)
{
    if (place->file.length) {
        fprintf(stream, "%.*s:", STR_ARG(place->file));
        if (place->line) {
            fprintf(stream, "%zu:", place->line);
        }
        if (place->line && place->column) {
            fprintf(stream, "%zu:", place->column);
        }
    } else {
        fputs("ytterby:", stream);
    }
    fprintf(stream, " %s: ", severity);
    put_text(stream, message);
}

void error_print(FILE *stream, const struct error *error)
{
    print_message(stream, &error->place, "error", str_from(error->message));
    fputc('\n', stream);
    if (error->place.line && error->place.column && error->place.text.length) {
        print_excerpt(stream, &error->place);
    }
    if (error->hint[0]) {
        fprintf(stream, "      = hint: %s\n", error->hint);
    }
}

struct place place_in(const struct source *source, size_t offset, size_t length)
{
    offset = offset < source->text.length ? offset : source->text.length;
    size_t line = 1;
    size_t line_start = 0;
    size_t line_end = str_find(source->text, '\n');
    while (line_end < offset) {
        line++;
        line_start = line_end + 1;
        line_end = line_start + str_find(str_after(source->text, line_start), '\n');
    }
    str text = str_slice(source->text, line_start, line_end);
    if (text.length && text.at[text.length - 1] == '\r') {
        text.length--;
    }
    size_t before = offset - line_start;
    str marked = str_slice(text, before, before + length);
    return (struct place){
        .file = source->path,
        .line = line,
        .column = str_characters(str_slice(text, 0, before)) + 1,
        .width = str_characters(marked),
        .text = text,
    };
}

void warning_add(struct warnings *warnings, struct place place, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    print_cut(message, sizeof message, format, arguments);
    va_end(arguments);
    uint32_t index = words_add(warnings->arena, &warnings->messages, str_from(message));
    if (index == warnings->count) {
        *arena_push(warnings->arena, warnings) = (struct warning){
            .place = place,
            .message = warnings->messages.at[index],
        };
    }
    warnings->at[index].count++;
}

void warnings_print(FILE *stream, const struct warnings *warnings)
{
    for (size_t i = 0; i < warnings->count; i++) {
        const struct warning *warning = &warnings->at[i];
        print_message(stream, &warning->place, "warning", warning->message);
        if (warning->count > 1) {
            fprintf(stream, " (%zu times; this is the first)", warning->count);
        }
        fputc('\n', stream);
    }
}
