#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`ytterby send` against mail servers on loopback, as whole programs.

Reports as cmocka does, so that tests/run.sh counts it. Where a server could not be fetched
(tests/mail/fetch.sh), what needs it is skipped and said to be. Arguments choose tests.
"""
import base64
import email
import email.policy
import glob
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.environ.get("ROOT", os.getcwd()) + "/tests/mail")
from servers import (DROP, PATIENCE, ROOT, Authority, Exim, Scripted, Sink,  # noqa: E402
                     have_servers)

PROGRAM = os.environ.get("YTTERBY", ROOT + "/out/bin/ytterby")
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def needs_servers(function):
    function.needs_servers = True
    return function


class Post:
    """A briefing with its recipients, and a ledger."""

    def __init__(self, folder, transport, people=("a@example.org",), mail="", name="letter"):
        self.folder = folder
        self.state = folder + "/state"
        self.path = "%s/%s.md" % (folder, name)
        with open(folder + "/people.csv", "w") as file:
            file.write("address\n" + "".join(person + "\n" for person in people))
        with open(self.path, "w") as file:
            file.write("---\ntitle: Test monthly\nmail:\n"
                       "  from: Test desk <desk@example.org>\n"
                       "  recipients: people.csv\n"
                       "%s"
                       "  transport: {%s}\n---\n# A headline\n\nThe text.\n" %
                       (mail, transport))

    def command(self, *options):
        return [PROGRAM, "send", self.path, "--state", self.state, *options]

    def run(self, *options, **more):
        return subprocess.run(self.command(*options), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=120, **more)

    def send(self, *options, **more):
        return self.run("--send", *options, **more)

    def rows(self):
        """{address: (state, reply)}"""
        with sqlite3.connect(self.state + "/ledger.sqlite") as ledger:
            return {address: (state, reply) for address, state, reply in
                    ledger.execute("SELECT address, state, reply FROM delivery")}

    def tried(self):
        """The addresses with an answer."""
        if not os.path.exists(self.state + "/ledger.sqlite"):
            return []
        try:
            return [address for address, (_, reply) in self.rows().items() if reply]
        except sqlite3.OperationalError:
            return []  # it is being made

    def make_due(self):
        with sqlite3.connect(self.state + "/ledger.sqlite") as ledger:
            ledger.execute("UPDATE delivery SET next_at = 0 WHERE state = 'pending'")


def plain(server):
    return "smtp: 'smtp://127.0.0.1:%d', tls: off" % server.port


def same(found, expected):
    assert found == expected, "found %r, expected %r" % (found, expected)


def has(text, part):
    assert part in text, "%r is not in %r" % (part, text)


def until(happened):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("it has not happened")


def gate(wanted):
    """A script that waits at one step until it is told to go on, and how to tell it."""
    opened = threading.Event()

    def script(step, _):
        if step == wanted:
            opened.wait(PATIENCE)

    return script, opened.set


def at(wanted, action, who="bad@example.org"):
    """A script that acts at one step for one recipient; before RCPT for all."""
    early = ("greeting", "EHLO", "STARTTLS", "MAIL")
    return lambda step, recipient: action if step == wanted and (
        step in early or recipient == who) else None


PEOPLE = ("a@example.org", "bad@example.org", "b@example.org")


# --- what arrives --------------------------------------------------------------------------


@test
def each_gets_one_message_and_a_repeat_sends_none(folder):
    with Scripted() as server:
        post = Post(folder, plain(server), PEOPLE)
        first = post.send()
        same((first.returncode, first.stderr), (0, ""))
        again = post.send()
        same((again.returncode, again.stderr), (0, ""))
        same(sorted(server.recipients()), sorted(PEOPLE))
        same({state for state, _ in post.rows().values()}, {"sent"})
        has(post.rows()["a@example.org"][1], "250 2.0.0 Ok: queued as")


@test
def without_send_nothing_leaves_and_nothing_is_written(folder):
    with Scripted() as server:
        post = Post(folder, plain(server), PEOPLE)
        plan = post.run()
        same((plan.returncode, plan.stderr), (0, ""))
        has(plan.stdout, "3 messages: 3 pending\nnothing was sent: --send sends")
        same(server.lines, [])
        assert not os.path.exists(post.state)


@test
def one_connection_serves_all_and_each_transaction_has_one_recipient(folder):
    with Scripted() as server:
        Post(folder, plain(server), PEOPLE).send()
        words = [line.split(" ")[0].split(":")[0] for line in server.lines]
        same(words, ["EHLO"] + ["MAIL", "RCPT", "DATA"] * 3 + ["QUIT"])


@test
def the_message_arrives_byte_for_byte(folder):
    with Scripted() as server:
        post = Post(folder, plain(server))
        with open(post.path, "a") as file:
            file.write("\n.a line that starts with a dot\n\n..and one with two\n")
        post.run("--preview", folder + "/preview")
        post.send()
        (_, _, sent), = server.taken
        with open(folder + "/preview/a@example.org.eml", "rb") as file:
            drawn = file.read()
        without_date = [[line for line in text.split(b"\r\n") if not line.startswith(b"Date:")]
                        for text in (sent, drawn)]
        same(*without_date)


@test
def the_envelope_sender_can_tell_who_bounced(folder):
    with Scripted() as server:
        post = Post(folder, plain(server) + ", sender: 'bounce+{hash}@example.org'")
        post.send()
        (_, sender, text), = server.taken
        message = email.message_from_bytes(text)
        digits = message["Message-ID"].strip("<>").split("@")[0][:16]
        same(sender, "bounce+%s@example.org" % digits)


@test
def the_greeting_has_the_name_that_was_said(folder):
    with Scripted() as server:
        Post(folder, plain(server) + ", hello: desk.example.org").send()
        same(server.lines[0], "EHLO desk.example.org")


# --- refusals and losses, at each step -------------------------------------------------------


def refused_at(folder, step, reply):
    with Scripted(at(step, reply)) as server:
        post = Post(folder, plain(server), PEOPLE)
        result = post.send()
        return result, post.rows(), sorted(server.recipients())


@test
def a_recipient_refused_for_good_stops_nobody_and_is_not_tried_again(folder):
    for step in ("RCPT", "DATA", "dot"):
        where = folder + "/" + step
        os.mkdir(where)
        result, rows, taken = refused_at(where, step, "550 5.1.1 unknown user")
        same(result.returncode, 1)
        same(rows["bad@example.org"], ("failed", "550 5.1.1 unknown user"))
        same(taken, ["a@example.org", "b@example.org"])


@test
def a_soft_refusal_is_due_later_and_then_arrives_once(folder):
    for step in ("RCPT", "DATA", "dot"):
        where = folder + "/" + step
        os.mkdir(where)
        with Scripted(at(step, "451 4.7.1 greylisted")) as server:
            post = Post(where, plain(server), PEOPLE)
            same(post.send().returncode, 75)
            same(post.rows()["bad@example.org"], ("pending", "451 4.7.1 greylisted"))
            same(post.send().returncode, 75)
            same(len(server.taken), 2)
            server.script = lambda step, recipient: None
            post.make_due()
            same(post.send().returncode, 0)
            same(sorted(server.recipients()), sorted(PEOPLE))


@test
def a_connection_lost_before_the_last_byte_is_tried_again(folder):
    for step in ("RCPT", "DATA"):
        where = folder + "/" + step
        os.mkdir(where)
        with Scripted(at(step, DROP)) as server:
            post = Post(where, plain(server), PEOPLE)
            same(post.send().returncode, 75)
            same(post.rows()["bad@example.org"][0], "pending")
            same(len(server.taken), 2)


@test
def a_connection_lost_at_the_end_is_unknown_until_told_otherwise(folder):
    with Scripted(at("dot", DROP)) as server:
        post = Post(folder, plain(server), PEOPLE)
        result = post.send()
        same(result.returncode, 1)
        has(result.stderr, "0 failed, 1 unknown")
        same(post.rows()["bad@example.org"][0], "unknown")
        server.script = lambda step, recipient: None
        same(post.send().returncode, 1)
        same(post.send("--retry-failed").returncode, 1)
        same(len(server.taken), 2)
        same(post.send("--resend-unknown").returncode, 0)
        same(sorted(server.recipients()), sorted(PEOPLE))


@test
def a_message_taken_whose_reply_is_lost_is_unknown_and_not_doubled(folder):
    with Scripted(at("taken", DROP)) as server:
        post = Post(folder, plain(server), PEOPLE)
        same(post.send().returncode, 1)
        same(post.rows()["bad@example.org"][0], "unknown")
        same(post.send().returncode, 1)
        same(sorted(server.recipients()), sorted(PEOPLE))


@test
def a_421_after_the_end_is_due_later(folder):
    with Scripted(at("dot", "421 4.3.2 shutting down")) as server:
        post = Post(folder, plain(server), PEOPLE)
        same(post.send().returncode, 75)
        same(post.rows()["bad@example.org"], ("pending", "421 4.3.2 shutting down"))
        same(len(server.taken), 2)


@test
def a_server_that_takes_nobody_is_left_after_three_tries(folder):
    people = ["p%d@example.org" % i for i in range(8)]
    for step, reply in (("greeting", "554 no"), ("greeting", DROP), ("EHLO", DROP),
                        ("MAIL", "550 5.7.1 sender refused"), ("MAIL", DROP)):
        where = "%s/%s%d" % (folder, step, len(os.listdir(folder)))
        os.mkdir(where)
        with Scripted(at(step, reply)) as server:
            post = Post(where, plain(server), people)
            result = post.send()
            same(result.returncode, 75)
            has(result.stderr, "8 of 8 are due later: ")
            tried = [row for row in post.rows().values() if row[1]]
            same(len(tried), 3)
            same({state for state, _ in post.rows().values()}, {"pending"})


@test
def nobody_at_the_port_is_due_later(folder):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        post = Post(folder, "smtp: 'smtp://127.0.0.1:%d', tls: off" % closed.getsockname()[1])
        result = post.send()
    same(result.returncode, 75)
    has(result.stderr, "1 of 1 are due later")


@test
def a_server_that_has_enough_of_a_connection_gets_another(folder):
    for number, action in enumerate(("421 4.7.0 too many messages", DROP)):
        where = "%s/%d" % (folder, number)
        os.mkdir(where)
        turns = []

        def script(step, _):
            turns.append(step)
            return action if step == "MAIL" and turns.count("MAIL") % 2 == 0 else None

        with Scripted(script) as server:
            result = Post(where, plain(server), PEOPLE).send()
            same((result.returncode, result.stderr), (0, ""))
            same(sorted(server.recipients()), sorted(PEOPLE))


@test
def replies_that_are_slow_or_split_are_waited_for(folder):
    with Scripted(lambda step, recipient: 0.2) as server:
        post = Post(folder, plain(server))
        same(post.send().returncode, 0)
        same(len(server.taken), 1)


# --- TLS and logins ----------------------------------------------------------------------------


@test
def a_server_without_tls_is_not_spoken_to(folder):
    with Scripted() as server:
        post = Post(folder, "smtp: 'smtp://localhost:%d'" % server.port)
        result = post.send()
        same(result.returncode, 75)
        assert not [line for line in server.lines if line.startswith("MAIL")]
        has(post.rows()["a@example.org"][1], "STARTTLS not supported")


@test
def a_starttls_that_is_refused_or_stripped_sends_nothing(folder):
    authority = Authority(folder)
    with Scripted(at("STARTTLS", "454 not now"), authority.certificate("localhost")) as server:
        post = Post(folder, "smtp: 'smtp://localhost:%d', ca-file: ca.pem" % server.port)
        same(post.send().returncode, 75)
        assert not [line for line in server.lines if line.startswith(("MAIL", "AUTH"))]


@test
def a_certificate_that_is_not_trusted_or_for_another_host_sends_nothing(folder):
    authority = Authority(folder)
    trusted = ", ca-file: ca.pem"
    for host, days, options in (("localhost", 2, ""), ("other.example.org", 2, trusted),
                                ("localhost", -1, trusted)):
        with Scripted(certificate=authority.certificate(host, days)) as server:
            post = Post(folder, "smtp: 'smtp://localhost:%d'%s" % (server.port, options))
            result = post.send()
            same(result.returncode, 75)
            assert not [line for line in server.lines if line.startswith("MAIL")]
            has(result.stderr, "1 of 1 are due later: SSL")
        shutil.rmtree(post.state)


@test
def a_trusted_certificate_is_good(folder):
    authority = Authority(folder)
    with Scripted(certificate=authority.certificate("localhost")) as server:
        post = Post(folder, "smtp: 'smtp://localhost:%d', ca-file: ca.pem" % server.port)
        same((post.send().returncode, len(server.taken)), (0, 1))


def login(server, auth, password="password-file: password"):
    return ("smtp: 'smtp://localhost:%d', ca-file: ca.pem, user: desk, %s%s" %
            (server.port, password, ", auth: " + auth if auth else ""))


def write_password(folder, text, mode=0o600):
    with open(folder + "/password", "w") as file:
        file.write(text)
    os.chmod(folder + "/password", mode)


@test
def a_token_is_shown_as_xoauth2(folder):
    authority = Authority(folder)
    write_password(folder, "ya29.token\n")
    with Scripted(certificate=authority.certificate("localhost"),
                  offers=("AUTH PLAIN XOAUTH2",)) as server:
        same(Post(folder, login(server, "xoauth2")).send().returncode, 0)
        said = server.lines[server.lines.index("AUTH XOAUTH2") + 1]
        same(base64.b64decode(said),
             b"user=desk\x01auth=Bearer ya29.token\x01\x01")


@test
def a_password_that_others_may_read_is_refused(folder):
    write_password(folder, "s3cret pass", 0o644)
    with Scripted() as server:
        result = Post(folder, login(server, "plain")).send()
        same(result.returncode, 78)
        has(result.stderr, "others may read this password")
        same(server.lines, [])


@test
def a_password_is_not_sent_without_tls(folder):
    write_password(folder, "s3cret pass")
    result = Post(folder, "smtp: 'smtp://localhost:25', tls: off, user: desk, "
                          "password-file: password").send()
    same(result.returncode, 78)
    has(result.stderr, "a password is not sent without TLS")


@test
def a_secret_is_printed_nowhere(folder):
    authority = Authority(folder)
    with Scripted(lambda step, _: "535 5.7.8 bad" if step == "AUTH" else None,
                  authority.certificate("localhost"), ("AUTH PLAIN",)) as server:
        post = Post(folder, login(server, "plain", "password-variable: SMTP_PASSWORD"))
        result = post.send(env=dict(os.environ, SMTP_PASSWORD="s3cret pass"))
        same(result.returncode, 75)
        everything = result.stdout + result.stderr + repr(post.rows())
        with open(post.state + "/ledger.sqlite", "rb") as file:
            everything += file.read().decode("latin-1")
        for secret in ("s3cret", "czNjcmV0"):
            assert secret not in everything, everything


# --- Exim: a full server -----------------------------------------------------------------------


@test
@needs_servers
def exim_delivers_to_a_mailbox_what_python_reads_without_defects(folder):
    authority = Authority(folder)
    for auth in ("plain", "login", ""):
        where = folder + "/" + (auth or "offered")
        os.mkdir(where)
        shutil.copy(folder + "/ca.pem", where)
        write_password(where, "s3cret pass\n")
        with Exim(where + "/exim", authority.certificate("localhost")) as server:
            post = Post(where, login(server, auth), ("a@example.org", "nobody@example.org",
                                                     "b@example.org"))
            result = post.send()
            same(result.returncode, 1)
            same(post.rows()["nobody@example.org"], ("failed", "550 unknown user"))
            for name in ("a", "b"):
                text, = server.mailbox(name)
                message = email.message_from_bytes(text, policy=email.policy.SMTP)
                defects = [part.defects for part in message.walk() if part.defects]
                same(defects, [])
                same(message["To"], name + "@example.org")
                kinds = [part.get_content_type() for part in message.walk()]
                same([kind for kind in kinds if kind in ("text/plain", "text/html",
                                                         "application/pdf")],
                     ["text/plain", "text/html", "application/pdf"])
                pdf, = message.iter_attachments()
                assert pdf.get_content().startswith(b"%PDF-")
                same(message["Return-path"], "<desk@example.org>")


@test
@needs_servers
def exim_refuses_a_wrong_password_and_nothing_is_sent(folder):
    authority = Authority(folder)
    write_password(folder, "wrong")
    with Exim(folder + "/exim", authority.certificate("localhost")) as server:
        post = Post(folder, login(server, "plain"))
        result = post.send()
        same(result.returncode, 75)
        same(post.rows()["a@example.org"][0], "pending")
        same(server.mailbox("a", 0), [])


# --- Postfix's smtp-sink -------------------------------------------------------------------------


def through_sink(folder, *options, people=PEOPLE):
    with Sink(folder + "/sink", *options) as server:
        post = Post(folder, plain(server), people)
        result = post.send()
        return result.returncode, post, server.messages()


@test
@needs_servers
def the_sink_takes_each_once(folder):
    status, post, messages = through_sink(folder)
    same((status, len(messages)), (0, 3))
    same({state for state, _ in post.rows().values()}, {"sent"})


@test
@needs_servers
def the_sink_with_slow_replies_takes_each_once(folder):
    status, _, messages = through_sink(folder, "-w", "1", people=("a@example.org",))
    same((status, len(messages)), (0, 1))


def states(folder, *options):
    status, post, _ = through_sink(folder, *options)
    return status, sorted(state for state, _ in post.rows().values())


@test
@needs_servers
def the_sink_refuses_softly_and_hard_at_each_step(folder):
    for number, (options, expected) in enumerate((
            (("-f", "RCPT"), (1, ["failed"] * 3)),
            (("-r", "RCPT"), (75, ["pending"] * 3)),
            (("-f", "DATA"), (1, ["failed"] * 3)),
            (("-r", "DATA"), (75, ["pending"] * 3)),
            (("-f", "."), (1, ["failed"] * 3)),
            (("-r", "."), (75, ["pending"] * 3)),
            (("-f", "MAIL"), (75, ["pending"] * 3)),
            (("-r", "MAIL"), (75, ["pending"] * 3)))):
        where = "%s/%d" % (folder, number)
        os.mkdir(where)
        same((options, states(where, *options)), (options, expected))


@test
@needs_servers
def the_sink_drops_the_connection_at_each_step(folder):
    for number, (step, expected) in enumerate((
            ("CONNECT", (75, ["pending"] * 3)), ("EHLO", (75, ["pending"] * 3)),
            ("MAIL", (75, ["pending"] * 3)), ("RCPT", (75, ["pending"] * 3)),
            ("DATA", (75, ["pending"] * 3)), (".", (1, ["unknown"] * 3)))):
        where = "%s/%d" % (folder, number)
        os.mkdir(where)
        same((step, states(where, "-q", step)), (step, expected))
        os.mkdir(where + "/421")
        if step != "CONNECT":
            same((step, states(where + "/421", "-Q", step)), (step, (75, ["pending"] * 3)))


# --- several processes, and the end of one --------------------------------------------------------


@test
def two_senders_share_the_work_without_a_double(folder):
    people = ["p%d@example.org" % i for i in range(60)]
    both = threading.Barrier(2)  # neither begins before the other is there

    def script(step, _):
        if step == "greeting":
            both.wait(PATIENCE)
        return 0.005 if step == "taken" else None

    with Scripted(script) as server:
        post = Post(folder, plain(server), people)
        senders = [subprocess.Popen(post.command("--send"), stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE) for _ in range(2)]
        outputs = [sender.communicate(timeout=2 * PATIENCE) for sender in senders]
        same(sorted(server.recipients()), sorted(people))
        same({state for state, _ in post.rows().values()}, {"sent"})
        shares = [out.count(b"250 2.0.0 Ok") for out, _ in outputs]
        assert all(sender.returncode in (0, 75) for sender in senders), outputs
        with sqlite3.connect(post.state + "/ledger.sqlite") as ledger:
            counted = ledger.execute("SELECT count(*) FROM history WHERE state = 'sent'")
            same(counted.fetchone()[0], 60)
        assert min(shares) > 0, shares
        assert not any(b"nothing was sent" in out for out, _ in outputs), outputs


@test
def killed_at_random_moments_nobody_gets_two(folder):
    """kill.py in short; `make kill` is the whole."""
    result = subprocess.run([sys.executable, ROOT + "/tests/mail/kill.py", "--recipients=80",
                             "--kills=25"], env=dict(os.environ, ROOT=ROOT, YTTERBY=PROGRAM),
                            capture_output=True, text=True, timeout=300)
    same((result.returncode, result.stderr), (0, ""))
    has(result.stdout, "each recipient has exactly one message")


@test
def ctrl_c_lets_the_message_in_flight_arrive_and_stops(folder):
    people = ["p%d@example.org" % i for i in range(5)]
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        where = folder + "/" + number.name
        os.mkdir(where)
        script, go_on = gate("taken")
        with Scripted(script) as server:
            post = Post(where, plain(server), people)
            sender = subprocess.Popen(post.command("--send"), stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE, text=True)
            until(lambda: server.taken)
            sender.send_signal(number)
            go_on()
            _, complaint = sender.communicate(timeout=PATIENCE)
            same(sender.returncode, 75)
            has(complaint, "4 of 5 are due later: interrupted")
            same(sorted(state for state, _ in post.rows().values()),
                 ["pending"] * 4 + ["sent"])
            same(post.send().returncode, 0)
            same(sorted(server.recipients()), people)


@test
def a_signal_that_was_ignored_stays_so(folder):
    script, go_on = gate("taken")
    with Scripted(script) as server:
        post = Post(folder, plain(server), PEOPLE)
        sender = subprocess.Popen(["nohup", *post.command("--send")], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until(lambda: server.taken)
        sender.send_signal(signal.SIGHUP)
        go_on()
        sender.communicate(timeout=PATIENCE)
        same((sender.returncode, len(server.taken)), (0, 3))


@test
def a_second_ctrl_c_ends_it_at_once_and_the_message_is_unknown(folder):
    script, go_on = gate("taken")
    with Scripted(script) as server:
        post = Post(folder, plain(server), ("a@example.org", "b@example.org"))
        sender = subprocess.Popen(post.command("--send"), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        until(lambda: server.taken)
        sender.send_signal(signal.SIGINT)
        time.sleep(0.2)
        assert sender.poll() is None
        sender.send_signal(signal.SIGINT)
        sender.communicate(timeout=PATIENCE)
        go_on()
        same(sorted(state for state, _ in post.rows().values()), ["pending", "unknown"])


@test
def a_ledger_that_cannot_be_written_sends_nothing(folder):
    with Scripted() as server:
        post = Post(folder, plain(server), PEOPLE)
        os.mkdir(post.state)
        os.mkdir(post.state + "/ledger.sqlite")
        result = post.send()
        assert result.returncode in (65, 73, 74), result
        same(server.lines, [])


@test
def a_disk_that_is_full_sends_nothing_more(folder):
    """The ledger's size is limited, as a full disk would."""
    people = ["p%d@example.org" % i for i in range(40)]
    with Scripted() as server:
        post = Post(folder, plain(server), people)
        limit = 120 * 1024
        import resource
        result = post.send(preexec_fn=lambda: (
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)))
        same(result.returncode, 74)
        taken = server.recipients()
        assert len(taken) < 40
        same(post.send().returncode in (0, 1), True)
        rows = post.rows()
        for person in people:
            count = server.recipients().count(person)
            assert count == 1 or (rows[person][0] == "unknown" and count <= 1), person


# --- what a wrong value could do --------------------------------------------------------------------


@test
def nothing_in_a_list_can_smuggle_a_command_or_a_header(folder):
    evil = ['"a@example.org\r\nRCPT TO:<evil@example.net>"', '"a@example.org\nBcc: x@example.net"',
            "<a@example.org>", '"""a b""@example.org"',
            "a@example.org,evil@example.net", "a@example.org evil@example.net",
            "a@[127.0.0.1]", "@example.org", "a@", "a@b@example.org",
            '"a@example.org\r\n\t(folded)"', "a@example.org> SIZE=1 BODY=8BITMIME <x"]
    with Scripted() as server:
        post = Post(folder, plain(server), ())
        with open(folder + "/people.csv", "w", newline="") as file:
            file.write("address,name\r\ngood@example.org,Good\r\n")
            for value in evil:
                value = value if value.startswith('"') or "," not in value else '"%s"' % value
                file.write(value + ",Evil\r\n")
            file.write('other@example.org,"Evil\r\nBcc: x@example.net"\r\n')
            file.write('last@example.org,"Quote "" <x@example.net>, and more"\r\n')
        result = post.send()
        same(result.returncode, 1)
        same(sorted(server.recipients()), ["good@example.org", "last@example.org"])
        for line in server.lines:
            assert "evil" not in line.lower() and "example.net" not in line, line
        for _, _, text in server.taken:
            message = email.message_from_bytes(text, policy=email.policy.SMTP)
            same(message["Bcc"], None)
            same(len(message["To"].addresses), 1)
        has(result.stderr, "people.csv:3")


@test
def a_list_with_a_nul_is_refused(folder):
    with Scripted() as server:
        result = Post(folder, plain(server), ("a@example.org", "b@example.org\0")).send()
        same((result.returncode, server.lines), (65, []))
        has(result.stderr, "people.csv:3:14: error: a NUL byte")


@test
def suppressed_addresses_and_foreign_domains_get_nothing(folder):
    with Scripted() as server:
        post = Post(folder, plain(server),
                    ("a@example.org", "gone@example.org", "x@example.net"),
                    "  suppressions: gone.txt\n  allow-domains: [example.org]\n")
        with open(folder + "/gone.txt", "w") as file:
            file.write("GONE@Example.org # asked to\n")
        same(post.send().returncode, 0)
        same(server.recipients(), ["a@example.org"])
        rows = post.rows()
        same(rows["gone@example.org"], ("suppressed", "the address is among the suppressions"))
        same(rows["x@example.net"], ("suppressed", "the domain is not among allow-domains"))


# --- the other ways --------------------------------------------------------------------------------


@test
def a_spool_has_each_message_once_whatever_happens(folder):
    post = Post(folder, "spool: outbox", PEOPLE)
    same(post.send().returncode, 0)
    names = sorted(os.listdir(folder + "/outbox"))
    same(len(names), 3)
    shutil.rmtree(post.state)
    same(post.send().returncode, 0)
    same(sorted(os.listdir(folder + "/outbox")), names)


@test
def how_a_mailer_ended_is_known_where_children_are_ignored(folder):
    with open(folder + "/mailer", "w") as file:
        file.write("#!/bin/sh\nexit 75\n")
    os.chmod(folder + "/mailer", 0o755)
    post = Post(folder, "sendmail: mailer")
    result = post.send(preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    same(result.returncode, 75)
    same(post.rows()["a@example.org"], ("pending", "the mailer ended with 75"))


@test
def a_mailer_gets_the_whole_message_and_its_status_is_understood(folder):
    with open(folder + "/mailer", "w") as file:
        file.write("#!/bin/sh\necho \"$@\" >>%s/arguments\ncat >%s/$$.eml\n"
                   "grep -q '^To: bad@' %s/$$.eml && exit 75\nexit 0\n" % ((folder,) * 3))
    os.chmod(folder + "/mailer", 0o755)
    post = Post(folder, "sendmail: mailer", PEOPLE)
    same(post.send().returncode, 75)
    same(post.rows()["bad@example.org"][0], "pending")
    with open(folder + "/arguments") as file:
        same(set(file.read().splitlines()), {"-t -i -f desk@example.org"})
    for path in glob.glob(folder + "/*.eml"):
        with open(path, "rb") as file:
            message = email.message_from_bytes(file.read(), policy=email.policy.SMTP)
            same([part.defects for part in message.walk() if part.defects], [])


@test
def resending_needs_a_name_and_a_new_edition_reaches_all(folder):
    with Scripted() as server:
        post = Post(folder, plain(server), PEOPLE)
        post.send()
        same(post.send("--resend").returncode, 64)
        same(post.send("--resend", "--to", "B@example.org").returncode, 0)
        same(server.recipients()[3:], ["b@example.org"])
        same(post.send("--edition=2").returncode, 0)
        same(len(server.taken), 7)
        same(post.send("--edition=2").returncode, 0)
        same(len(server.taken), 7)


@test
def waiting_sends_again_when_it_is_due(folder):
    with Scripted(at("RCPT", "451 later", "a@example.org")) as server:
        post = Post(folder, plain(server))
        sender = subprocess.Popen(post.command("--send", "--wait=5"), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        until(lambda: [line for line in server.lines if line.startswith("RCPT")])
        time.sleep(0.3)
        assert sender.poll() is None
        sender.send_signal(signal.SIGINT)
        _, complaint = sender.communicate(timeout=PATIENCE)
        same(sender.returncode, 75)
        has(complaint, "1 of 1 are due later")


@test
def waiting_leaves_a_server_alone_that_is_not_there(folder):
    people = ["p%d@example.org" % i for i in range(9)]
    with Scripted(at("greeting", "554 no")) as server:
        post = Post(folder, plain(server), people)
        sender = subprocess.Popen(post.command("--send", "--wait=5"), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        until(lambda: len(post.tried()) == 3)
        time.sleep(2.5)
        same((sender.poll(), len(post.tried())), (None, 3))
        sender.send_signal(signal.SIGINT)
        sender.communicate(timeout=PATIENCE)
        same(sender.returncode, 75)


@test
def a_message_that_cannot_be_made_is_not_waited_for(folder):
    post = Post(folder, "spool: outbox")
    with open(post.path, "a") as file:
        file.write("\n{{ nothing }}\n")
    result = post.send("--wait=5")
    same(result.returncode, 78)
    has(result.stderr, "1 message cannot be made")


@test
def two_briefings_of_one_name_are_told_apart_or_refused(folder):
    posts = []
    for place in ("a", "b"):
        os.mkdir(folder + "/" + place)
        posts.append(Post(folder + "/" + place, "spool: outbox"))
        posts[-1].state = folder + "/state"
    same(posts[0].send().returncode, 0)
    for options in ((), ("--send",)):
        result = posts[1].run(*options)
        same(result.returncode, 78)
        has(result.stderr, "to the ledger \"letter\" is another briefing: ")
    os.rename(folder + "/a", folder + "/c")
    posts[0].path = folder + "/c/letter.md"
    has(posts[0].send().stdout, "1 message: 1 sent")

@test
def the_status_and_the_plan_are_json_for_machines(folder):
    with Scripted(at("RCPT", "550 no")) as server:
        post = Post(folder, plain(server), PEOPLE)
        plan = json.loads(post.run("--json").stdout)
        same((plan["format"], plan["mode"], plan["counts"]["pending"]),
             ("ytterby-send-1", "plan", 3))
        assert all(message["bytes"] > 1000 for message in plan["messages"])
        sent = json.loads(post.send("--json").stdout)
        same((sent["mode"], sent["counts"]["sent"], sent["counts"]["failed"]), ("send", 2, 1))
        status = json.loads(post.run("--status", "--json").stdout)
        same({message["address"]: message["state"] for message in status["messages"]},
             {"a@example.org": "sent", "bad@example.org": "failed", "b@example.org": "sent"})


@test
def the_same_briefing_is_the_same_from_every_folder(folder):
    os.mkdir(folder + "/monthly")
    with Scripted() as server:
        post = Post(folder + "/monthly", plain(server), name="briefing")
        post.send()
        again = subprocess.run([PROGRAM, "send", "briefing.md", "--send", "--state", post.state],
                               cwd=folder + "/monthly", capture_output=True)
        same((again.returncode, len(server.taken)), (0, 1))


# --- running them -----------------------------------------------------------------------------------


def run_test(function):
    name = "test_" + function.__name__
    print("[ RUN      ]", name)
    if getattr(function, "needs_servers", False) and not have_servers():
        print("[  SKIPPED ]", name)
        return "SKIPPED"
    folder = tempfile.mkdtemp(prefix="ytterby-mail-")
    os.chmod(folder, 0o755)
    try:
        function(folder)
    except Exception:
        traceback.print_exc(file=sys.stdout)
        print("[  FAILED  ]", name)
        return "FAILED"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("[       OK ]", name)
    return "PASSED"


def main():
    chosen = [function for function in TESTS
              if not sys.argv[1:] or any(word in function.__name__ for word in sys.argv[1:])]
    results = [run_test(function) for function in chosen]
    print("[==========] %d test(s) run." % len(results))
    for result in ("PASSED", "SKIPPED", "FAILED"):
        if results.count(result) or result == "PASSED":
            print("[  %-7s ] %d test(s)." % (result, results.count(result)))
    return 1 if "FAILED" in results else 0


if __name__ == "__main__":
    sys.exit(main())
