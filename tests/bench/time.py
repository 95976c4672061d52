# SPDX-License-Identifier: MIT
"""Times commands as whole processes, in turn: time.py RUNS NAME COMMAND [NAME COMMAND ...]"""
import os
import shlex
import statistics
import sys
import time


def run(command):
    """CPU seconds, wall seconds and peak memory in MB of one process; None if it fails."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    if status != 0:
        return None
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


runs = int(sys.argv[1])
names = sys.argv[2::2]
commands = [shlex.split(command) for command in sys.argv[3::2]]
measured = [[] for _ in commands]
for turn in range(runs + 1):
    for index, command in enumerate(commands):
        figures = run(command)
        if turn > 0 and figures:  # the first turn warms the caches up
            measured[index].append(figures)

print(f"{'':24}{'CPU ms':>9}{'wall ms':>9}{'MB':>7}   median of {runs}, least CPU")
for name, figures in zip(names, measured):
    if not figures:
        print(f"{name:24}{'failed':>9}")
        continue
    cpu, wall, memory = (statistics.median(column) for column in zip(*figures))
    least = min(row[0] for row in figures)
    print(f"{name:24}{cpu * 1e3:9.1f}{wall * 1e3:9.1f}{memory:7.1f}   {least * 1e3:.1f}")
