/* SPDX-License-Identifier: MIT */
/*
 * SMTP by libcurl, whose only user this is: one recipient a transaction, the connection
 * kept from one to the next. What libcurl says of a failure does not tell who was refused;
 * the last command sent and the last line that came back do.
 */
#include "transport_internal.h"

#include "base/library.h"

#include "base/address.h"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <string.h>
#include <sys/socket.h>

/* The names as functions: the header has macros of two of them. */
#undef curl_easy_setopt
#undef curl_easy_getinfo
#define FUNCTIONS(X) \
    X(curl_easy_init) \
    X(curl_easy_setopt) \
    X(curl_easy_perform) \
    X(curl_easy_getinfo) \
    X(curl_easy_cleanup) \
    X(curl_easy_strerror) \
    X(curl_slist_append) \
    X(curl_slist_free_all)

struct curl_functions {
    LIBRARY_POINTERS(FUNCTIONS)
};

static const char *const function_names[] = {LIBRARY_NAMES(FUNCTIONS)};

enum {
    CONNECT_SECONDS = 60,
    REPLY_SECONDS = 600, /* RFC 5321 4.5.3.2.6: who waits less makes doubles */
    STALL_SECONDS = REPLY_SECONDS + 100, /* also holds while a reply is waited for */
};

/* Up to where a transaction came. */
enum smtp_stage { STAGE_CONNECTION, STAGE_SENDER, STAGE_RECIPIENT, STAGE_MESSAGE };

struct smtp {
    struct curl_functions curl;
    CURL *handle;
    char error[CURL_ERROR_SIZE];
    bool is_kept; /* the connection of the last transaction, which went well */

    /* The transaction in hand. */
    str rest; /* of its bytes */
    const struct transport_watch *watch;
    enum smtp_stage stage;
    bool is_leaving; /* QUIT has been said, because something failed */
    bool is_handed_over;
    char line[512]; /* the last of the server; since the hand-over, after it */
};

/* --- what libcurl asks and tells ------------------------------------------------------ */

static size_t give_bytes(char *into, size_t size, size_t count, void *context)
{
    struct smtp *smtp = context;
    size_t room = size * count;
    size_t length = smtp->rest.length < room ? smtp->rest.length : room;
    if (length && length == smtp->rest.length) {
        if (!smtp->watch->hand_over(smtp->watch->context)) {
            return CURL_READFUNC_ABORT;
        }
        smtp->is_handed_over = true;
        smtp->line[0] = '\0';
    }
    if (length) {
        memcpy(into, smtp->rest.at, length);
        smtp->rest = str_after(smtp->rest, length);
    }
    return length;
}

static size_t take_line(char *bytes, size_t size, size_t count, void *context)
{
    struct smtp *smtp = context;
    size_t length = size * count;
    size_t kept = length < sizeof smtp->line - 1 ? length : sizeof smtp->line - 1;
    if (!smtp->is_leaving) {
        memcpy(smtp->line, bytes, kept);
        smtp->line[kept] = '\0';
    }
    return length;
}

/* Of the commands only those after the login: what stands in them is no secret. */
/* NOLINTNEXTLINE(readability-non-const-parameter): libcurl's type */
static int take_command(CURL *handle, curl_infotype kind, char *bytes, size_t size,
                        void *context)
{
    (void)handle;
    struct smtp *smtp = context;
    str command = {bytes, size};
    if (kind != CURLINFO_HEADER_OUT) {
        return 0;
    }
    if (str_starts(command, S("MAIL FROM:"))) {
        smtp->stage = STAGE_SENDER;
    } else if (str_starts(command, S("RCPT TO:"))) {
        smtp->stage = STAGE_RECIPIENT;
    } else if (str_starts(command, S("DATA"))) {
        smtp->stage = STAGE_MESSAGE;
    } else if (str_starts(command, S("QUIT"))) {
        smtp->is_leaving = true;
    }
    return 0;
}

static int ask_whether_to_stop(void *context, curl_off_t to_get, curl_off_t got,
                               curl_off_t to_put, curl_off_t put)
{
    (void)to_get, (void)got, (void)to_put, (void)put;
    const struct smtp *smtp = context;
    return smtp->watch && smtp->watch->is_aborted(smtp->watch->context);
}

/* --- settings ------------------------------------------------------------------------- */

/* The first option that libcurl does not take stays in `code`. */
#define set(smtp, code, option, value) \
    ((code) = \
         (code) ? (code) : (smtp)->curl.curl_easy_setopt((smtp)->handle, option, value))

static CURLcode set_security(struct smtp *smtp, struct arena *arena,
                             const struct transport_settings *settings)
{
    CURLcode code = CURLE_OK;
    set(smtp, code, CURLOPT_USE_SSL,
        (long)(settings->is_plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(smtp, code, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    set(smtp, code, CURLOPT_SSL_VERIFYPEER, 1L);
    set(smtp, code, CURLOPT_SSL_VERIFYHOST, 2L);
    if (settings->ca_file.length) {
        set(smtp, code, CURLOPT_CAINFO, str_c(arena, settings->ca_file));
        set(smtp, code, CURLOPT_CAPATH, NULL);
    }
    return code;
}

static CURLcode set_login(struct smtp *smtp, struct arena *arena,
                          const struct transport_settings *settings, str secret)
{
    static const char *const options[] = {
        [AUTH_OFFERED] = "AUTH=*",
        [AUTH_PLAIN] = "AUTH=PLAIN",
        [AUTH_LOGIN] = "AUTH=LOGIN",
        [AUTH_XOAUTH2] = "AUTH=XOAUTH2",
    };
    CURLcode code = CURLE_OK;
    if (settings->user.length) {
        set(smtp, code, CURLOPT_USERNAME, str_c(arena, settings->user));
        set(smtp, code, CURLOPT_LOGIN_OPTIONS, options[settings->auth]);
        set(smtp, code,
            settings->auth == AUTH_XOAUTH2 ? CURLOPT_XOAUTH2_BEARER : CURLOPT_PASSWORD,
            str_c(arena, secret));
    }
    return code;
}

/* No proxy: the environment must not say where mail goes. */
static CURLcode set_connection(struct smtp *smtp, struct arena *arena,
                               const struct transport_settings *settings)
{
    CURLcode code = CURLE_OK;
    str url = str_print(arena, "%.*s%s%.*s", STR_ARG(settings->target),
                        settings->hello.length ? "/" : "", STR_ARG(settings->hello));
    set(smtp, code, CURLOPT_URL, url.at);
    set(smtp, code, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(smtp, code, CURLOPT_PROXY, "");
    set(smtp, code, CURLOPT_NOSIGNAL, 1L);
    set(smtp, code, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    set(smtp, code, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)REPLY_SECONDS);
    set(smtp, code, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(smtp, code, CURLOPT_LOW_SPEED_TIME, (long)STALL_SECONDS);
    return code;
}

static CURLcode set_callbacks(struct smtp *smtp)
{
    CURLcode code = CURLE_OK;
    set(smtp, code, CURLOPT_UPLOAD, 1L);
    set(smtp, code, CURLOPT_READFUNCTION, give_bytes);
    set(smtp, code, CURLOPT_READDATA, smtp);
    set(smtp, code, CURLOPT_HEADERFUNCTION, take_line);
    set(smtp, code, CURLOPT_HEADERDATA, smtp);
    set(smtp, code, CURLOPT_VERBOSE, 1L); /* for the next, which prints nothing */
    set(smtp, code, CURLOPT_DEBUGFUNCTION, take_command);
    set(smtp, code, CURLOPT_DEBUGDATA, smtp);
    set(smtp, code, CURLOPT_NOPROGRESS, 0L);
    set(smtp, code, CURLOPT_XFERINFOFUNCTION, ask_whether_to_stop);
    set(smtp, code, CURLOPT_XFERINFODATA, smtp);
    set(smtp, code, CURLOPT_ERRORBUFFER, smtp->error);
    return code;
}

struct smtp *smtp_open(struct arena *arena, const struct transport_settings *settings,
                       str secret, struct error *error)
{
    struct smtp *smtp = arena_new(arena, struct smtp);
    if (!library_load("libcurl.so.4", function_names, COUNT_OF(function_names), &smtp->curl,
                      error)) {
        return NULL;
    }
    smtp->handle = smtp->curl.curl_easy_init();
    if (!smtp->handle) {
        error_set(error, ERROR_SOFTWARE, "libcurl cannot start");
        return NULL;
    }
    CURLcode code = set_connection(smtp, arena, settings);
    code = code ? code : set_security(smtp, arena, settings);
    code = code ? code : set_login(smtp, arena, settings, secret);
    code = code ? code : set_callbacks(smtp);
    if (code) {
        error_set(error, ERROR_SOFTWARE, "libcurl refuses a setting: %s",
                  smtp->curl.curl_easy_strerror(code));
        smtp_close(smtp);
        return NULL;
    }
    return smtp;
}

void smtp_close(struct smtp *smtp)
{
    if (smtp && smtp->handle) {
        smtp->watch = NULL;
        smtp->curl.curl_easy_cleanup(smtp->handle);
        smtp->handle = NULL;
    }
}

/* --- one message ---------------------------------------------------------------------- */

/* 450 of "450 4.2.0 try again"; 0 of what is no reply. */
static int reply_code(const char *line)
{
    int code = 0;
    for (int i = 0; i < 3; i++) {
        if (line[i] < '0' || line[i] > '9') {
            return 0;
        }
        code = code * 10 + line[i] - '0';
    }
    return code;
}

/* After the last byte only an answer that refuses says that it did not arrive. */
static enum transport_outcome outcome_after(int code)
{
    return code >= 500 && code < 600   ? TRANSPORT_REFUSED
           : code >= 400 && code < 500 ? TRANSPORT_LATER
                                       : TRANSPORT_UNKNOWN;
}

/*
 * Before it, it is about this message where the recipient or the message was refused, or
 * the sender for the message's size (552); else about the server or our settings, and
 * they can be mended. 421 closes the connection, 530 to 538 want another login.
 */
static bool is_about_message(enum smtp_stage stage, int code)
{
    bool is_about_session = code < 400 || code == 421 || (code >= 530 && code <= 538);
    return (stage == STAGE_SENDER && code == 552) ||
           (stage >= STAGE_RECIPIENT && !is_about_session);
}

static struct transport_reply judge(struct arena *arena, const struct smtp *smtp,
                                    CURLcode result)
{
    int code = reply_code(smtp->line);
    const char *what = smtp->error[0] ? smtp->error : smtp->curl.curl_easy_strerror(result);
    str line = str_from(smtp->line);
    if (result == CURLE_OK) {
        return (struct transport_reply){TRANSPORT_TAKEN, false, reply_text(arena, line)};
    }
    struct transport_reply reply = {
        .text = reply_text(arena, code >= 400 ? line : str_from(what))};
    if (smtp->is_handed_over) {
        reply.outcome = outcome_after(code);
        reply.is_general = reply.outcome == TRANSPORT_UNKNOWN || code == 421;
        return reply;
    }
    reply.is_general = !is_about_message(smtp->stage, code);
    reply.outcome = code >= 500 && !reply.is_general ? TRANSPORT_REFUSED : TRANSPORT_LATER;
    return reply;
}

/*
 * libcurl keeps some connections after a failure (7.88: when it stopped waiting for the
 * last reply). That reply may still come, and would be taken for that of the next command;
 * and QUIT would wait for it. So nothing more is said there.
 */
static void leave_connection(struct smtp *smtp)
{
    curl_socket_t connection = CURL_SOCKET_BAD;
    if (!smtp->curl.curl_easy_getinfo(smtp->handle, CURLINFO_ACTIVESOCKET, &connection) &&
        connection != CURL_SOCKET_BAD) {
        shutdown(connection, SHUT_RDWR);
    }
}

static CURLcode perform(struct smtp *smtp, struct arena *arena,
                        const struct envelope *envelope)
{
    CURLcode code = CURLE_OK;
    struct curl_slist *to =
        smtp->curl.curl_slist_append(NULL, str_c(arena, envelope->recipient));
    set(smtp, code, CURLOPT_MAIL_FROM, str_c(arena, envelope->sender));
    set(smtp, code, CURLOPT_MAIL_RCPT, to);
    set(smtp, code, CURLOPT_INFILESIZE_LARGE, (curl_off_t)envelope->bytes.length);
    set(smtp, code, CURLOPT_FRESH_CONNECT, (long)!smtp->is_kept);
    code = code ? code : smtp->curl.curl_easy_perform(smtp->handle);
    smtp->is_kept = code == CURLE_OK;
    if (!smtp->is_kept) {
        leave_connection(smtp);
    }
    set(smtp, code, CURLOPT_MAIL_RCPT, NULL);
    smtp->curl.curl_slist_free_all(to);
    return code;
}

static CURLcode start(struct smtp *smtp, struct arena *arena,
                      const struct envelope *envelope)
{
    smtp->rest = envelope->bytes;
    smtp->stage = STAGE_CONNECTION;
    smtp->is_leaving = false;
    smtp->is_handed_over = false;
    smtp->line[0] = '\0';
    smtp->error[0] = '\0';
    return perform(smtp, arena, envelope);
}

/* A server has had enough of a connection: it closes it, or says 421 to the next sender.
 * That is not about this message, which gets a connection of its own. */
static bool is_worn_out(const struct smtp *smtp, CURLcode result)
{
    bool is_closed = result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR ||
                     result == CURLE_GOT_NOTHING;
    int code = reply_code(smtp->line);
    return smtp->stage <= STAGE_SENDER && (code ? code == 421 : is_closed);
}

static struct transport_reply not_sent(struct arena *arena, const char *what,
                                       const char *problem)
{
    return (struct transport_reply){TRANSPORT_REFUSED, false,
                                    str_print(arena, "not sent: %s %s", what, problem)};
}

/* libcurl 7.88 lets line ends in addresses through: whatever was checked before, none
 * passes here. It also needs a line end at the end. */
struct transport_reply smtp_send(struct arena *arena, struct smtp *smtp,
                                 const struct envelope *envelope,
                                 const struct transport_watch *watch)
{
    const char *problem = address_problem(envelope->recipient);
    problem = problem ? problem : address_problem(envelope->sender);
    if (problem) {
        return not_sent(arena, "an address", problem);
    }
    if (!str_ends(envelope->bytes, S("\r\n"))) {
        return not_sent(arena, "the message", "does not end in a line end");
    }
    bool was_kept = smtp->is_kept;
    smtp->watch = watch;
    CURLcode result = start(smtp, arena, envelope);
    if (result && was_kept && is_worn_out(smtp, result)) {
        result = start(smtp, arena, envelope);
    }
    smtp->watch = NULL;
    return judge(arena, smtp, result);
}
