/* SPDX-License-Identifier: MIT */
/* The map `transport:` of a briefing. */
#include "deliver/transport.h"

#include "base/address.h"
#include "base/file.h"

#include <string.h>

struct settings_reader {
    struct arena *arena;
    const struct node *map;
    str folder;
    struct transport_settings *settings;
    struct error *error;
};

static const str kind_names[] = {
    [TRANSPORT_SMTP] = {"smtp", 4},
    [TRANSPORT_SENDMAIL] = {"sendmail", 8},
    [TRANSPORT_SPOOL] = {"spool", 5},
};

static const str smtp_keys[] = {
    {"smtp", 4},
    {"tls", 3},
    {"ca-file", 7},
    {"user", 4},
    {"auth", 4},
    {"password-file", 13},
    {"password-variable", 17},
    {"hello", 5},
    {"sender", 6},
    {"rate", 4},
};

/* An optional text that may stand in a command line of a protocol: no controls. */
static bool read_text(const struct settings_reader *reader, const char *key, str *out)
{
    const struct node *node = node_find(reader->map, str_from(key));
    if (!node) {
        return true;
    }
    if (!node_text(node, out, reader->error)) {
        return false;
    }
    const char *problem = out->length ? header_text_problem(*out) : "is empty";
    return !problem || node_error(node, reader->error, "\"%s\" %s", key, problem);
}

static bool read_path(const struct settings_reader *reader, const char *key, str *out)
{
    if (!read_text(reader, key, out)) {
        return false;
    }
    if (out->length) {
        *out = path_join(reader->arena, reader->folder, *out);
    }
    return true;
}

static bool read_rate(const struct settings_reader *reader)
{
    const struct node *node = node_find(reader->map, S("rate"));
    size_t *rate = &reader->settings->rate;
    return !node || (node_count(node, rate, reader->error) &&
                     (*rate || node_error(node, reader->error,
                                          "a rate of 0 would never send anything")));
}

/* {hash} stands for digits; what is left must be an address. */
static bool read_sender(const struct settings_reader *reader)
{
    const struct node *node = node_find(reader->map, S("sender"));
    str *sender = &reader->settings->sender;
    if (!node) {
        return true;
    }
    if (!node_text(node, sender, reader->error)) {
        return false;
    }
    str example =
        transport_sender(reader->arena, reader->settings, S(""), S("0123456789abcdef"));
    const char *problem = address_problem(example);
    return !problem || node_error(node, reader->error, "the sender \"%.*s\" %s",
                                  STR_ARG(*sender), problem);
}

static bool is_host_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || strchr(".-_:[]", byte);
}

/* scheme://host[:port] and nothing behind it: neither a user nor a path. */
static bool check_url(const struct settings_reader *reader, const struct node *node)
{
    str url = reader->settings->target;
    size_t scheme = str_starts(url, S("smtp://"))    ? 7
                    : str_starts(url, S("smtps://")) ? 8
                                                     : 0;
    bool is_good = scheme && url.length > scheme;
    for (size_t i = scheme; i < url.length; i++) {
        is_good = is_good && url.at[i] && is_host_byte(url.at[i]);
    }
    if (is_good) {
        return true;
    }
    node_error(node, reader->error, "\"%.*s\" is not the address of a mail server",
               STR_ARG(url));
    return error_hint(reader->error, "it has the form smtp://relay.example.org:587 or "
                                     "smtps://relay.example.org:465");
}

static bool read_tls(const struct settings_reader *reader)
{
    static const str names[] = {{"required", 8}, {"off", 3}};
    const struct node *node = node_find(reader->map, S("tls"));
    size_t choice = 0;
    if (node && !node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    reader->settings->is_plain = choice == 1;
    return !reader->settings->is_plain ||
           !str_starts(reader->settings->target, S("smtps://")) ||
           node_error(node, reader->error, "smtps:// is TLS from its first byte");
}

static bool read_auth(const struct settings_reader *reader)
{
    static const str names[] = {{"plain", 5}, {"login", 5}, {"xoauth2", 7}};
    struct transport_settings *settings = reader->settings;
    const struct node *node = node_find(reader->map, S("auth"));
    const struct node *user = node_find(reader->map, S("user"));
    size_t choice = 0;
    if (node) {
        if (!node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
            return false;
        }
        settings->auth = (enum transport_auth)(AUTH_PLAIN + choice);
    }
    bool has_password =
        settings->password_file.length || settings->password_variable.length;
    if (settings->password_file.length && settings->password_variable.length) {
        return node_error(node_find(reader->map, S("password-file")), reader->error,
                          "the password comes from a file or the environment, not both");
    }
    if (!user && (node || has_password)) {
        return node_error(reader->map, reader->error, "a login needs a user");
    }
    if (user && !has_password) {
        node_error(user, reader->error, "a user needs a password");
        return error_hint(reader->error, "password-file or password-variable says where it "
                                         "is; it does not stand here");
    }
    return !user || !settings->is_plain ||
           node_error(user, reader->error, "a password is not sent without TLS");
}

static bool read_smtp(const struct settings_reader *reader)
{
    struct transport_settings *settings = reader->settings;
    const struct node *url = node_find(reader->map, S("smtp"));
    if (!node_knows(reader->map, smtp_keys, COUNT_OF(smtp_keys), reader->error) ||
        !read_text(reader, "smtp", &settings->target) || !check_url(reader, url) ||
        !read_tls(reader) || !read_path(reader, "ca-file", &settings->ca_file) ||
        !read_text(reader, "user", &settings->user) ||
        !read_path(reader, "password-file", &settings->password_file) ||
        !read_text(reader, "password-variable", &settings->password_variable) ||
        !read_auth(reader) || !read_text(reader, "hello", &settings->hello)) {
        return false;
    }
    const struct node *hello = node_find(reader->map, S("hello"));
    const char *problem = hello ? domain_problem(settings->hello) : NULL;
    return !problem || node_error(hello, reader->error, "\"%.*s\" %s",
                                  STR_ARG(settings->hello), problem);
}

static bool read_local(const struct settings_reader *reader, enum transport_kind kind)
{
    const str keys[] = {kind_names[kind], S("sender"), S("rate")};
    return node_knows(reader->map, keys, COUNT_OF(keys), reader->error) &&
           read_path(reader, kind_names[kind].at, &reader->settings->target);
}

bool transport_read(struct arena *arena, const struct node *map, str folder,
                    struct transport_settings *settings, struct error *error)
{
    struct settings_reader reader = {arena, map, folder, settings, error};
    *settings = (struct transport_settings){0};
    size_t found = 0;
    if (!node_expect(map, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(kind_names); i++) {
        if (node_find(map, kind_names[i])) {
            settings->kind = (enum transport_kind)i;
            found++;
        }
    }
    if (found != 1) {
        node_error(map, error, "a transport is one of smtp, sendmail and spool");
        return error_hint(error, "for instance {smtp: smtp://relay.example.org:587}");
    }
    return (settings->kind == TRANSPORT_SMTP ? read_smtp(&reader)
                                             : read_local(&reader, settings->kind)) &&
           read_sender(&reader) && read_rate(&reader);
}
