#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills `ytterby send` (SIGKILL) at random moments, and starts it again, until all is sent;
then holds what arrived against the ledger.

  tests/mail/kill.py [--recipients 1000] [--kills 200] [--seed N] [--senders 1]

For every recipient: the ledger says SENT and exactly one message arrived, or it says UNKNOWN
and at most one did. Nothing else is good. What is left after the kills is sent in the end.
"""
import argparse
import collections
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.environ.get("ROOT", os.getcwd()) + "/tests/mail")
from servers import Scripted  # noqa: E402
from test_servers import Post, plain  # noqa: E402


def start(post):
    return subprocess.Popen(post.command("--send"), stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def startup_seconds(post):
    started = time.time()
    subprocess.run(post.command("--send", "--limit=1"), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
    return time.time() - started


def wait_for_messages(server, count, sender):
    while len(server.taken) < count and sender.poll() is None:
        time.sleep(0.0005)


def kill_often(post, server, options, chance):
    """Each process gets to send a random number of messages, on average such that all are
    sent about when the kills are done; one in ten dies while it starts. Returns how many
    were at work when they were killed."""
    at_work = 0
    startup = startup_seconds(post)
    share = int(1.4 * options.recipients / max(options.kills, 1)) + 1
    for _ in range(options.kills):
        senders = [start(post) for _ in range(options.senders)]
        if chance.random() < 0.1:
            time.sleep(chance.uniform(0, startup))
        else:
            wait_for_messages(server, len(server.taken) + chance.randint(1, share),
                              senders[0])
            time.sleep(chance.uniform(0, 0.008))
        for sender in senders:
            at_work += sender.poll() is None
            sender.kill()
            sender.communicate()
    return at_work


def judge(post, server):
    arrived = collections.Counter(server.recipients())
    outcomes, wrong = collections.Counter(), []
    for address, (state, _) in post.rows().items():
        count = arrived[address]
        outcomes["%s, %d arrived" % (state, count)] += 1
        if (state, count) not in (("sent", 1), ("unknown", 0), ("unknown", 1)):
            wrong.append((address, state, count))
    return outcomes, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--recipients", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--senders", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    slow = random.Random(options.seed + 1)
    folder = tempfile.mkdtemp(prefix="ytterby-kill-")
    try:
        people = ["p%d@example.org" % i for i in range(options.recipients)]
        # A reply takes a moment, so that some processes die while they wait for it.
        delays = {"taken": 0.004, "dot": 0.002}
        with Scripted(lambda step, _: slow.random() * delays.get(step, 0) or None,
                      keep=False) as server:
            post = Post(folder, plain(server), people)
            at_work = kill_often(post, server, options, chance)
            for _ in range(3):
                last = subprocess.run(post.command("--send"), capture_output=True, text=True)
            outcomes, wrong = judge(post, server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("%d recipients, %d processes killed at work, seed %d" %
          (options.recipients, at_work, options.seed))
    for outcome, count in sorted(outcomes.items()):
        print("  %-20s %d" % (outcome, count))
    if wrong or sum(outcomes.values()) != options.recipients or \
            last.returncode not in (0, 1):
        raise SystemExit("WRONG: %r\n%s" % (wrong, last.stderr))
    print("each recipient has exactly one message, or the ledger says unknown")


if __name__ == "__main__":
    main()
