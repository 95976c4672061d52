#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills `archive add`, `run` and `archive gc` at random moments, fills their disk, and checks
after each that the archive is whole: verify is clean, no edition is half there, and none
that was there is lost.

    tests/archive/kill.py [--kills 500] [--full 60] [--seed 1]

YTTERBY is the program. A full disk is a small tmpfs, which only root can mount: without it that part is
skipped and says so.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

YTTERBY = os.environ.get("YTTERBY", "out/bin/ytterby")

BRIEFING = """---
title: Test
organisation: Test
period: latest
data:
  trade:
    files: trade.csv
    schema: {period: period, tonnes: {role: measure, unit: t}, released: released}
queries:
  total: {from: trade, measure: tonnes}
---
# Exports were {{ total | num(0) }} t

In {{ period | month }} exports came to {{ total | num(0) }} t.
"""


def months(count):
    return [f"{2015 + i // 12}-{i % 12 + 1:02}" for i in range(count)]


class Place:
    """A briefing with its data and an archive in a folder."""

    def __init__(self, folder, archive=None):
        self.folder = folder
        self.archive = archive or os.path.join(folder, "archive")
        self.data = os.path.join(folder, "trade.csv")
        with open(os.path.join(folder, "briefing.md"), "w") as out:
            out.write(BRIEFING)
        self.months = months(120)
        self.filled = 24
        self.write(0)

    def write(self, revision):
        with open(self.data, "w") as out:
            out.write("period,tonnes,released\n")
            for i in range(self.filled):
                out.write(f"{self.months[i]},{1000 + i + revision % 7},2025-01-01\n")

    def run(self, *words, **options):
        return subprocess.run([YTTERBY, *words, "--archive", self.archive], cwd=self.folder,
                              capture_output=True, text=True, **options)

    def start(self, *words):
        return subprocess.Popen([YTTERBY, *words, "--archive", self.archive], cwd=self.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def editions(self):
        listed = self.run("archive", "list", "--json")
        if listed.returncode:
            return {}
        return {e["edition"]: e["seal"] for e in json.loads(listed.stdout)["editions"]}


def fail(text):
    print(f"kill: {text}")
    sys.exit(1)


def check(place, known, what):
    """What was there is there, with the same seals; and every byte is right."""
    now = place.editions()
    for edition, seal in known.items():
        if now.get(edition) != seal:
            fail(f"after {what}: {edition} is lost or another one")
    if not now and not known:
        return now
    verified = place.run("archive", "verify")
    if verified.returncode:
        fail(f"after {what}: verify says\n{verified.stdout}{verified.stderr}")
    return now


COMMANDS = {
    "add": ("archive", "add", "briefing.md"),
    "run": ("run", "briefing.md", "-o", "out"),
    "gc": ("archive", "gc", "--remove"),
}


def kill_once(place, kind, draw, known, number):
    if kind != "gc":
        place.filled = min(24 + number % 90, len(place.months))
        place.write(number)
    process = place.start(*COMMANDS[kind])
    time.sleep(draw.uniform(0, 0.06))
    process.send_signal(signal.SIGKILL)
    killed = process.wait() == -signal.SIGKILL
    return killed, check(place, known, f"{kind} number {number}")


def expire(place, number):
    """Some editions may go: those that gc removes stay in the list as removed."""
    with open(os.path.join(place.archive, "archive.yaml"), "w") as out:
        out.write("retention: 1 month\n")
    os.environ["SOURCE_DATE_EPOCH"] = str(1_800_000_000 + number * 86_400 * 3)


def kills(count, draw):
    counts = {kind: [0, 0] for kind in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        known = {}
        place.run(*COMMANDS["add"])
        for number in range(count):
            kind = draw.choice(["add", "add", "run", "gc"])
            expire(place, number)
            killed, known = kill_once(place, kind, draw, known, number)
            counts[kind][0 if killed else 1] += 1
        finished = place.run(*COMMANDS["add"])
        if finished.returncode:
            fail(f"in the end nothing can be added: {finished.stderr}")
        known = check(place, known, "the last addition")
    for kind, (killed, ended) in counts.items():
        print(f"kill: {kind}: killed {killed} times, ended before {ended} times")
    print(f"kill: {len(known)} editions, every byte as it was archived, none lost")


def full_disk(count, draw):
    with tempfile.TemporaryDirectory() as folder:
        disk = os.path.join(folder, "disk")
        os.mkdir(disk)
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk],
                               capture_output=True)
        if mount.returncode:
            print("kill: full disk: skipped: a tmpfs cannot be mounted")
            return
        try:
            place = Place(folder, os.path.join(disk, "archive"))
            known = {}
            failures = 0
            for number in range(count):
                filler = os.path.join(disk, "filler")
                place.filled = 24 + number % 90
                place.write(number)
                with open(filler, "wb") as out:
                    room = shutil.disk_usage(disk).free
                    out.write(b"x" * int(max(0, room - draw.randrange(0, 160_000))))
                added = place.run(*COMMANDS["add"])
                failures += added.returncode != 0
                if added.returncode and "rror" not in added.stderr:
                    fail(f"a full disk without a message: {added.returncode}")
                os.remove(filler)
                known = check(place, known, f"full disk number {number}")
                if shutil.disk_usage(disk).free < 400_000:
                    shutil.rmtree(place.archive)
                    known = {}
            print(f"kill: full disk: {failures} of {count} additions failed, none half way")
        finally:
            subprocess.run(["umount", disk], check=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--full", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    global YTTERBY
    YTTERBY = os.path.abspath(YTTERBY)
    draw = random.Random(options.seed)
    kills(options.kills, draw)
    full_disk(options.full, draw)


if __name__ == "__main__":
    main()
