/* SPDX-License-Identifier: MIT */
/* Settings, and what only bytes of one's own can show; tests/mail has the servers. */
#include "ledgers.h"

#include "base/buffer.h"
#include "deliver/transport.h"

#include <arpa/inet.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* --- settings ------------------------------------------------------------------------- */

static bool read_settings(struct arena *arena, const char *yaml,
                          struct transport_settings *settings, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("b.md"), str_from(yaml)};
    const struct node *map = node_load(arena, source, 0, source->text.length, error);
    assert_non_null(map);
    return transport_read(arena, map, S("news"), settings, error);
}

static void test_settings_are_read_and_paths_are_those_of_the_briefing(void **state)
{
    struct transport_settings settings;
    struct error error = {0};
    assert_true(read_settings(*state,
                              "smtp: smtp://relay.example.org:587\nca-file: ca.pem\n"
                              "user: desk\npassword-file: /etc/secret\nauth: login\n"
                              "hello: desk.example.org\nrate: 60\n"
                              "sender: bounce+{hash}@example.org\n",
                              &settings, &error));
    assert_int_equal(settings.kind, TRANSPORT_SMTP);
    assert_str(settings.target, "smtp://relay.example.org:587");
    assert_str(settings.ca_file, "news/ca.pem");
    assert_str(settings.password_file, "/etc/secret");
    assert_int_equal(settings.auth, AUTH_LOGIN);
    assert_int_equal(settings.rate, 60);
    assert_false(settings.is_plain);
    assert_str(transport_sender(*state, &settings, S("a@b.org"),
                                S("0123456789abcdef0123456789abcdef")),
               "bounce+0123456789abcdef@example.org");
    assert_true(read_settings(*state, "spool: ../outbox", &settings, &error));
    assert_int_equal(settings.kind, TRANSPORT_SPOOL);
    assert_str(transport_sender(*state, &settings, S("a@b.org"), S("00")), "a@b.org");
}

static void test_wrong_settings_are_told_in_words(void **state)
{
    static const struct {
        const char *yaml, *message;
    } cases[] = {
        {"{}", "a transport is one of smtp, sendmail and spool"},
        {"smtp: smtp://a\nspool: b", "a transport is one of smtp, sendmail and spool"},
        {"smtp: relay.example.org",
         "\"relay.example.org\" is not the address of a mail server"},
        {"smtp: smtp://user:pass@relay.example.org",
         "\"smtp://user:pass@relay.example.org\" is not the address of a mail server"},
        {"smtp: smtp://relay.example.org/path",
         "\"smtp://relay.example.org/path\" is not the address of a mail server"},
        {"smtp: smtps://relay.example.org\ntls: off",
         "smtps:// is TLS from its first byte"},
        {"smtp: smtp://a\nuser: desk", "a user needs a password"},
        {"smtp: smtp://a\nauth: plain", "a login needs a user"},
        {"smtp: smtp://a\nuser: desk\ntls: off\npassword-file: p",
         "a password is not sent without TLS"},
        {"smtp: smtp://a\nuser: u\npassword-file: p\npassword-variable: P",
         "the password comes from a file or the environment, not both"},
        {"smtp: smtp://a\nrate: 0", "a rate of 0 would never send anything"},
        {"smtp: smtp://a\nhello: \"a b\"", NULL},
        {"smtp: smtp://a\nsender: \"x\\r\\nRCPT TO:<evil@example.org>\"", NULL},
        {"smtp: \"smtp://a\\r\\nb\"", NULL},
        {"spool: \"a\\nb\"", NULL},
        {"spool: out\nca-file: x", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct transport_settings settings;
        struct error error = {0};
        assert_false(read_settings(*state, cases[i].yaml, &settings, &error));
        assert_int_equal(error.kind, ERROR_CONFIG);
        if (cases[i].message) {
            assert_string_equal(error.message, cases[i].message);
        }
    }
}

/* --- a server that is a child --------------------------------------------------------- */

struct server {
    pid_t process;
    str url;
};

/* Answers each command, and dies after so many bytes of the message. */
static void serve(int connection, size_t bytes_until_death)
{
    FILE *stream = fdopen(connection, "r+");
    char line[2048];
    size_t bytes = 0;
    bool is_message = false;
    fputs("220 test\r\n", stream);
    while (fflush(stream) == 0 && fgets(line, sizeof line, stream)) {
        bytes += is_message ? strlen(line) : 0;
        if (is_message && bytes > bytes_until_death) {
            _exit(0);
        }
        if (is_message && strcmp(line, ".\r\n") != 0) {
            continue;
        }
        is_message = !is_message && strncmp(line, "DATA", 4) == 0;
        fputs(is_message ? "354 go\r\n" : "250 fine\r\n", stream);
    }
    _exit(0);
}

static struct server start_server(struct arena *arena, size_t bytes_until_death)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, length), 0);
    assert_int_equal(listen(listener, 5), 0);
    getsockname(listener, (struct sockaddr *)&address, &length);
    struct server server = {
        fork(), str_print(arena, "smtp://127.0.0.1:%d", ntohs(address.sin_port))};
    if (server.process == 0) {
        serve(accept(listener, NULL, NULL), bytes_until_death);
    }
    close(listener);
    return server;
}

static void stop_server(struct server server)
{
    kill(server.process, SIGKILL);
    waitpid(server.process, NULL, 0);
}

struct watched {
    size_t hand_overs;
    bool is_allowed;
};

static bool hand_over(void *context)
{
    struct watched *watched = context;
    watched->hand_overs++;
    return watched->is_allowed;
}

static bool is_aborted(void *context)
{
    (void)context;
    return false;
}

/* More than the system keeps on its way: 4 MB at most each side. */
static str large_bytes(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < (size_t)200 * 1000; i++) {
        buffer_add(&out, S(".This line begins with a dot and is long enough to count "
                           "for something.\r\n"));
    }
    return buffer_text(&out);
}

static struct transport_reply send_to(struct arena *arena, struct server server,
                                      struct envelope envelope, struct watched *watched)
{
    struct error error = {0};
    struct transport_settings settings = {.target = server.url, .is_plain = true};
    struct transport *transport = transport_open(arena, &settings, &error);
    assert_non_null(transport);
    struct transport_watch watch = {hand_over, is_aborted, watched};
    struct transport_reply reply = transport_send(arena, transport, &envelope, &watch);
    transport_close(transport);
    return reply;
}

static struct envelope envelope_of(str bytes)
{
    return (struct envelope){S("desk@example.org"), S("a@example.org"), S("1a"), bytes};
}

static void test_a_message_that_arrives_is_handed_over_once(void **state)
{
    struct server server = start_server(*state, SIZE_MAX);
    struct watched watched = {.is_allowed = true};
    struct transport_reply reply =
        send_to(*state, server, envelope_of(large_bytes(*state)), &watched);
    assert_int_equal(reply.outcome, TRANSPORT_TAKEN);
    assert_str(reply.text, "250 fine");
    assert_int_equal(watched.hand_overs, 1);
    stop_server(server);
}

static void test_a_connection_lost_in_the_middle_was_not_handed_over(void **state)
{
    struct server server = start_server(*state, (size_t)1000 * 1000);
    struct watched watched = {.is_allowed = true};
    struct transport_reply reply =
        send_to(*state, server, envelope_of(large_bytes(*state)), &watched);
    assert_int_equal(watched.hand_overs, 0);
    assert_int_equal(reply.outcome, TRANSPORT_LATER);
    assert_true(reply.is_general);
    stop_server(server);
}

/* The ledger cannot be written: the server must not see the end of the message. */
static void test_what_must_not_be_handed_over_does_not_arrive(void **state)
{
    struct server server = start_server(*state, SIZE_MAX);
    struct watched watched = {.is_allowed = false};
    struct transport_reply reply = send_to(
        *state, server, envelope_of(S("To: a@example.org\r\n\r\nhello\r\n")), &watched);
    assert_int_equal(watched.hand_overs, 1);
    assert_int_equal(reply.outcome, TRANSPORT_LATER);
    stop_server(server);
}

static void test_addresses_with_line_ends_never_reach_the_wire(void **state)
{
    struct server server = start_server(*state, SIZE_MAX);
    struct watched watched = {.is_allowed = true};
    struct envelope envelope = envelope_of(S("To: a\r\n\r\nhello\r\n"));
    envelope.recipient = S("a@example.org>\r\nRCPT TO:<evil@example.net");
    struct transport_reply reply = send_to(*state, server, envelope, &watched);
    assert_int_equal(reply.outcome, TRANSPORT_REFUSED);
    assert_int_equal(watched.hand_overs, 0);
    envelope = envelope_of(S("no line end"));
    reply = send_to(*state, server, envelope, &watched);
    assert_int_equal(reply.outcome, TRANSPORT_REFUSED);
    assert_str(reply.text, "not sent: the message does not end in a line end");
    stop_server(server);
}

/* --- secrets -------------------------------------------------------------------------- */

static void test_a_password_is_its_owners_alone(void **state)
{
    struct error error = {0};
    str folder = make_folder(*state);
    str path = path_join(*state, folder, S("password"));
    struct transport_settings settings = {
        .target = S("smtp://localhost"), .user = S("desk"), .password_file = path};
    assert_true(file_write(path, S("secret\n"), &error));
    chmod(path.at, 0640);
    assert_null(transport_open(*state, &settings, &error));
    assert_string_equal(error.message, "others may read this password");
    chmod(path.at, 0600);
    error = (struct error){0};
    struct transport *transport = transport_open(*state, &settings, &error);
    assert_non_null(transport);
    transport_close(transport);
    assert_true(file_write(path, S("\nsecret\n"), &error));
    chmod(path.at, 0600);
    assert_null(transport_open(*state, &settings, &error));
    assert_string_equal(error.message, "there is no password in its first line");
    remove_folder(*state, folder);
}

static void test_a_variable_that_is_not_set_is_told(void **state)
{
    struct error error = {0};
    struct transport_settings settings = {.target = S("smtp://localhost"),
                                          .user = S("desk"),
                                          .password_variable = S("YTTERBY_NO_SUCH")};
    assert_null(transport_open(*state, &settings, &error));
    assert_string_equal(error.message,
                        "the variable YTTERBY_NO_SUCH, for the password, is not set");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_settings_are_read_and_paths_are_those_of_the_briefing),
        unit_case(test_wrong_settings_are_told_in_words),
        unit_case(test_a_message_that_arrives_is_handed_over_once),
        unit_case(test_a_connection_lost_in_the_middle_was_not_handed_over),
        unit_case(test_what_must_not_be_handed_over_does_not_arrive),
        unit_case(test_addresses_with_line_ends_never_reach_the_wire),
        unit_case(test_a_password_is_its_owners_alone),
        unit_case(test_a_variable_that_is_not_set_is_told),
    };
    return unit_run(tests);
}
