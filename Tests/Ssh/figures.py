"""What readers take: memory of each further one, processor for each page, and the first page of the
last one in while all others turn a page every two seconds."""

import os
import statistics
import time


PAUSE = 2.0
TICK = os.sysconf("SC_CLK_TCK")


def _sum(processes, names, of):
    return sum(of(number) for number, name in processes.items() if name in names)


def _rollup(number):
    with open(f"/proc/{number}/smaps_rollup") as file:
        return {line.split(":")[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}


def _shared_out(number):
    """Kilobytes of memory, what is shared divided among those who share it (PSS)."""
    return _rollup(number)["Pss"]


def _private(number):
    """Kilobytes that no other process has."""
    known = _rollup(number)
    return known["Private_Clean"] + known["Private_Dirty"]


def _processor(number):
    """Seconds of processor so far."""
    with open(f"/proc/{number}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _opened(host, name, total):
    reader = host.open(name)
    if reader.wait(lambda: reader.shows(f"of {total} unread"), 120) is None:
        raise SystemExit(f"no first page: {reader.screen.display}")
    reader.write(b"\r")
    reader.settle(0.3)
    return reader


def _turn_pages(readers, seconds):
    """Lets each reader turn a page every two seconds; the seconds until each page was there."""
    waits, end, number = [], time.monotonic() + seconds, 0
    while time.monotonic() < end:
        began = time.monotonic()
        reader = readers[number % len(readers)]
        result = reader.session.press(b" ", quiet=0.01, first=1.0)
        if result.count:
            waits.append(result.first_seconds)
        number += 1
        time.sleep(max(0.0, began + PAUSE / len(readers) - time.monotonic()))
    return waits


def measure(host, names, steps, total, group=None):
    """Prints a row for each number of readers; with a group until it has no more room."""
    print("readers  PSS broadsheet  PSS sshd  each further  private  processor a page  "
          "page median/95 %  first page of the last" + ("  group, killed" if group else ""))
    readers, before = [], None
    for step in sorted(steps):
        while len(readers) < step - 1:
            readers.append(_opened(host, names[len(readers)], total))
        _turn_pages(readers, 4)
        began = time.monotonic()
        last = host.open(names[len(readers)])
        shown = last.wait(lambda: last.shows(f"of {total} unread"), 120)
        first = time.monotonic() - began if shown is not None else float("nan")
        last.write(b"\r")
        readers.append(last)
        found = host.processes()
        spent = _sum(found, {"broadsheet"}, _processor)
        waits = _turn_pages(readers, 20)
        found = host.processes()
        spent = (_sum(found, {"broadsheet"}, _processor) - spent) / max(1, len(waits))
        memory = _sum(found, {"broadsheet"}, _shared_out)
        servers = _sum(found, {"sshd", "sshd-session"}, _shared_out)
        further = (memory - before[1]) / (step - before[0]) if before else float("nan")
        before = (step, memory)
        slow = statistics.quantiles(waits, n=20)[18] if len(waits) > 1 else float("nan")
        private = statistics.median(
            [_private(number) for number, name in found.items() if name == "broadsheet"])
        room = f" {group.used() / 1e6:9.0f} MB {group.killed()}" if group else ""
        print(f"{step:7} {memory / 1024:11.1f} MB {servers / 1024:6.1f} MB {further:9.0f} kB "
              f"{private:5.0f} kB "
              f"{spent * 1000:13.1f} ms {statistics.median(waits) * 1000:8.1f}/{slow * 1000:.1f} ms "
              f"{first * 1000:14.0f} ms{room}", flush=True)
    for reader in readers:
        reader.kill()
    host.close()
