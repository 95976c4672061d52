/* SPDX-License-Identifier: MIT */
/*
 * Transports: how the bytes of one message reach whoever takes them.
 *
 *   transport:                                 # of the front matter's `mail:`
 *     smtp: smtp://relay.example.org:587       # or smtps://relay.example.org:465
 *     tls: required                            # or off; STARTTLS with smtp://
 *     ca-file: ca.pem                          # without it the system's
 *     user: desk
 *     password-file: smtp.password             # its owner's alone; or password-variable
 *     auth: plain                              # login, xoauth2; without it what is offered
 *     hello: desk.example.org                  # in EHLO; without it the host's name
 *     sender: bounce+{hash}@example.org        # in MAIL FROM; without it the From address
 *     rate: 60                                 # messages a minute at most
 *
 *   transport: {sendmail: /usr/sbin/sendmail}  # also sender and rate
 *   transport: {spool: ../outbox}              # a folder of .eml files
 *
 * Paths are relative to the briefing. The server's certificate is checked and TLS is 1.2
 * or later; a server that offers none is not spoken to unless `tls: off`, and never told
 * a password then. Secrets come from a file or the environment, and are printed nowhere.
 */
#ifndef DELIVER_TRANSPORT_H
#define DELIVER_TRANSPORT_H

#include "base/node.h"

enum transport_kind { TRANSPORT_SMTP, TRANSPORT_SENDMAIL, TRANSPORT_SPOOL };

enum transport_auth { AUTH_OFFERED, AUTH_PLAIN, AUTH_LOGIN, AUTH_XOAUTH2 };

struct transport_settings {
    enum transport_kind kind;
    str target; /* smtp://host:port, the path of the program, the folder */
    bool is_plain; /* tls: off */
    str ca_file; /* or empty */
    str user;
    str password_file, password_variable; /* one of them where there is a user */
    enum transport_auth auth;
    str hello;
    str sender; /* with {hash}, or empty */
    size_t rate; /* a minute; 0 is as fast as it goes */
};

/* `folder` is that of the briefing. ERROR_CONFIG at what is wrong. */
NODISCARD bool transport_read(struct arena *arena, const struct node *map, str folder,
                              struct transport_settings *settings, struct error *error);

/* One message, one recipient. */
struct envelope {
    str sender, recipient; /* addresses */
    str name; /* its own: the local part of the Message-ID, hexadecimal digits */
    str bytes;
};

/* The address in MAIL FROM: the setting with the first 16 digits of `name` in it. */
str transport_sender(struct arena *arena, const struct transport_settings *settings,
                     str from, str name);

enum transport_outcome {
    TRANSPORT_TAKEN, /* the other side has it */
    TRANSPORT_LATER, /* it does not, and may take it later: 4xx, network, TLS */
    TRANSPORT_REFUSED, /* it does not, and never will: 5xx */
    TRANSPORT_UNKNOWN, /* it may have it: contact was lost after the last byte */
};

struct transport_reply {
    enum transport_outcome outcome;
    bool is_general; /* not about this message: no connection, no login, contact lost */
    str text; /* the last line that was said, or what went wrong; one line, no controls */
};

/*
 * What a transport asks its caller. `hand_over` is called once, before the last byte
 * leaves; where it is false the message is not completed, so that it cannot arrive, and
 * the outcome is TRANSPORT_LATER. `is_aborted` is asked now and then while it waits.
 */
struct transport_watch {
    bool (*hand_over)(void *context);
    bool (*is_aborted)(void *context);
    void *context;
};

struct transport;

/* Reads the secret. An SMTP server is connected to with the first message. */
struct transport *transport_open(struct arena *arena,
                                 const struct transport_settings *settings,
                                 struct error *error);
struct transport_reply transport_send(struct arena *arena, struct transport *transport,
                                      const struct envelope *envelope,
                                      const struct transport_watch *watch);
void transport_close(struct transport *transport);

/* "smtp://relay.example.org:587", "sendmail /usr/sbin/sendmail", "spool ../outbox" */
str transport_name(struct arena *arena, const struct transport_settings *settings);

#endif
