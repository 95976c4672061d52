#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Messages a second to a local sink, each with a PDF of 150 kB, and the memory that takes.

  tests/bench/mail.py PROGRAM [COUNT...]

Without counts 100 and 5,000 recipients. The sink is Postfix's smtp-sink where
tests/mail/fetch.sh has fetched it, else a thread in Python. The ledger is on the disk of the
temporary folder: each message is three commits to it, of which two wait for the disk. For
comparison: how many commits that disk takes, and how fast Python's smtplib sends the same
message without a ledger.
"""
import os
import random
import shutil
import smtplib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("ROOT", ROOT)
sys.dont_write_bytecode = True
sys.path.insert(0, ROOT + "/tests/mail")
from servers import Scripted, Sink, have_servers  # noqa: E402
from test_servers import Post, plain  # noqa: E402


def large_text():
    """Text whose PDF has about 150 kB: words that do not repeat."""
    chance = random.Random(1)
    pages = []
    for page in range(30):
        words = ["".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(7))
                 for _ in range(450)]
        pages.append("\n# Part %d\n\n%s\n" % (page + 1, " ".join(words)))
    return "".join(pages)


def timed(command):
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    return time.time() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def make_post(folder, transport, count, program):
    import test_servers
    test_servers.PROGRAM = program
    os.makedirs(folder)
    post = Post(folder, transport, ["p%d@example.org" % i for i in range(count)])
    with open(post.path, "a") as file:
        file.write(large_text())
    return post


def commits_per_second(folder, count=300):
    """Three of these are what a message costs the disk."""
    with sqlite3.connect(folder + "/probe.sqlite", isolation_level=None) as probe:
        probe.execute("PRAGMA journal_mode = WAL")
        probe.execute("PRAGMA synchronous = FULL")
        probe.execute("CREATE TABLE t (a)")
        started = time.time()
        for i in range(count):
            probe.execute("INSERT INTO t VALUES (?)", (i,))
        return count / (time.time() - started)


def smtplib_per_second(port, text, count=300):
    started = time.time()
    with smtplib.SMTP("127.0.0.1", port) as client:
        for i in range(count):
            client.sendmail("desk@example.org", ["p%d@example.org" % i], text)
    return count / (time.time() - started)


def main():
    program = os.path.abspath(sys.argv[1])
    counts = [int(count) for count in sys.argv[2:]] or [100, 5000]
    folder = tempfile.mkdtemp(prefix="ytterby-bench-")
    sink = Sink(None) if have_servers() else Scripted(keep=False)
    try:
        with sink as server:
            print("sink: %s" % ("smtp-sink" if have_servers() else "a thread in Python"))
            text = None
            for count in counts:
                post = make_post("%s/%d" % (folder, count), plain(server), count, program)
                if text is None:
                    post.run("--preview", post.folder + "/preview", "--to", "p0@example.org")
                    with open(post.folder + "/preview/p0@example.org.eml", "rb") as file:
                        text = file.read()
                    print("a message has %.0f kB, its PDF about %.0f" %
                          (len(text) / 1e3, len(text) / 1.37 / 1e3))
                wall, used, memory = timed(post.command("--send"))
                print("%6d messages: %7.1f a second, %5.2f ms CPU each, %4.0f MB at most" %
                      (count, count / wall, used / count * 1e3, memory))
            print("for comparison, on this disk: %.0f commits a second (2 a message); "
                  "smtplib without a ledger %.0f messages a second" %
                  (commits_per_second(folder), smtplib_per_second(server.port, text)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
