"""Carries out the recipe of docs/ssh.md for a newsroom, with a real sshd, and tries to get out.

    python3 Tests/Ssh/ssh.py PROGRAM [--readers 20] [--figures N … [--limit BYTES]]

Accounts, folders and settings are made in a file system of their own, which needs root; without it
nothing is tried. With --figures it measures instead: memory, and the first page of the last of N;
with --limit in a control group of so many bytes of memory.
"""

import argparse
import grp
import os
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import host as hosts  # noqa: E402; it says where the others find the harness
import escapes  # noqa: E402
import figures  # noqa: E402
from escapes import leave  # noqa: E402
from memory_group import MemoryGroup  # noqa: E402
from service import calls  # noqa: E402
from world import expect, failures  # noqa: E402


# Readers with an account each: by ForceCommand, by their login shell, and one who came later.
OWNERS = ("carol", "dave", hosts.LATER)
# What sshd has to say of each of them (sshd_config(5)).
BOUNDS = {"authenticationmethods publickey", "authorizedkeysfile /etc/broadsheet/keys/%u",
          "disableforwarding yes", "x11forwarding no", "allowagentforwarding no", "permituserrc no"}
CONFIG = "/etc/broadsheet/config.toml"


def brief(number, parts=1):
    """A brief; one of many parts has several pages."""
    text = (f"Text {number}, which goes on for a line and then for one more, as that of a brief does. "
            f"[Source](https://example.org/{number})\n\n")
    return (f"# Brief {number:05}\n\n2026-01-{number % 28 + 1:02}\n\n"
            + "".join(f"## Part {part}\n\n{text}" for part in range(parts)))


def unread(reader, count, total, seconds=60):
    """Waits until the list counts so many unread briefs."""
    return reader.wait(lambda: reader.shows(f"{count} of {total} unread"), seconds)


def two_readers(host, total):
    """Each of two keys has marks of its own, on the one index that neither can write."""
    ann, bob = host.open("ann"), host.open("bob")
    for reader in (ann, bob):
        expect(unread(reader, total, total) is not None, f"the list: {reader.screen.display}")
    ann.write(b"MjMjM")
    bob.write(b"f")
    expect(unread(ann, total - 3, total) is not None, f"ann: {ann.screen.display}")
    expect(unread(bob, total, total, 2) is not None, f"bob: {bob.screen.display}")
    published = os.stat("/srv/briefs/index/index.sqlite").st_ino
    host.write("new.md", brief(90000))
    host.wait_for_index(published)
    for reader, count in ((ann, total - 2), (bob, total + 1)):
        expect(unread(reader, count, total + 1) is not None,
               f"a new brief: {reader.screen.display}")
    leave(ann)
    leave(bob)
    again = host.open("ann")
    expect(unread(again, total - 2, total + 1) is not None, f"ann again: {again.screen.display}")
    leave(again)
    return total + 1


def editors(host):
    """Who writes briefs may rewrite those of the others, and what nobody else can read is told."""
    place, published = "/srv/briefs/news/shared.md", os.stat(hosts.INDEX).st_ino
    host.write_as("erik", "shared.md", brief(90002), "002")
    expect(os.stat(place).st_mode & 0o7777 == 0o664
           and os.stat(place).st_gid == grp.getgrnam("editors").gr_gid, "what an editor makes")
    published = host.wait_for_index(published)
    host.write_as("frida", "shared.md", brief(90003), "002")
    published = host.wait_for_index(published)
    shown = host.administer(hosts.ACCOUNT, "list", "title:90003", "--config", CONFIG, "--reader", "ann")
    expect("Brief 90003" in shown.stdout, f"rewritten: {shown}")
    host.stop_index()
    host.write_as("erik", "closed.md", brief(90004), "077")
    said = host.carry_out("index by hand")
    expect("closed.md" in said, f"what cannot be read: {said}")
    os.unlink(place)
    os.unlink("/srv/briefs/news/closed.md")
    host.index()


def care(host, total):
    """The marks of a reader are handed on, restored and put back as the recipe says."""
    marks = host.home("ann") + "/.local/state/broadsheet/readers/ann/library.sqlite"

    def read(name):
        found = host.administer(hosts.ACCOUNT, "list", "is:read", "--config", CONFIG, "--reader", name)
        return len(found.stdout.splitlines())

    known = read("ann")
    expect(known == 3, f"ann has read {known}")
    typo = host.administer(hosts.ACCOUNT, "list", "--config", CONFIG, "--reader", "anm")
    expect(typo.returncode == 66 and "no reader anm" in typo.stderr, f"{typo}")
    host.carry_out("marks of another name")
    expect(read("anne") == known, f"anne has read {read('anne')}")
    expect(not os.path.exists("/run/root/.local"), "root has marks")
    expect("is not damaged" in host.carry_out("restoring"), "what is in order stays")
    shutil.copy(marks, "/run/root/whole")
    for suffix in ("-wal", "-shm"):
        if os.path.exists(marks + suffix):
            os.unlink(marks + suffix)
    with open(marks, "r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3996)
    expect("restored from" in host.carry_out("restoring"), "what is damaged is restored")
    expect(read("ann") > 0, "nothing was restored")
    os.makedirs("/var/backups", exist_ok=True)
    shutil.copy("/run/root/whole", "/var/backups/ann.sqlite")
    host.carry_out("putting back")
    expect(read("ann") == known, f"put back: ann has read {read('ann')}")
    again = host.open("ann")
    expect(unread(again, total - known, total) is not None, f"ann after that: {again.screen.display}")
    leave(again)


def many_readers(host, names, total):
    """All at once; each marks as many briefs as its number, and finds just these again."""
    readers = [host.open(name) for name in names]
    for reader in readers:
        expect(unread(reader, total, total, 120) is not None, f"{reader.screen.display}")
    for number, reader in enumerate(readers):
        reader.write(b"Mj" * (number + 1))
    for number, reader in enumerate(readers):
        expect(unread(reader, total - number - 1, total, 120) is not None,
               f"reader {number}: {reader.screen.display}")
    # Half of them leave, the connections of the others break.
    for number, reader in enumerate(readers):
        if number % 2:
            leave(reader)
        else:
            reader.kill()
    for number, name in enumerate(names):
        reader = host.open(name)
        expect(unread(reader, total - number - 1, total) is not None,
               f"reader {number} again: {reader.screen.display}")
        leave(reader)
    end = time.monotonic() + 30
    while host.processes() and time.monotonic() < end:
        time.sleep(0.1)
    expect(not host.processes(), f"left behind: {host.processes()}")


def own_accounts(host, total):
    """Who has an account of their own has their marks there, be it by ForceCommand or as the login
    shell; and all of them are bound by their group."""
    for name in OWNERS:
        missing = BOUNDS - host.settings_of(name)
        expect(not missing, f"{name}: sshd does not say {missing}")
        reader = host.open(name)
        expect(unread(reader, total, total) is not None, f"{name}: {reader.screen.display}")
        reader.write(b"M")
        expect(unread(reader, total - 1, total) is not None, f"{name}: {reader.screen.display}")
        leave(reader)
        marks = host.home(name) + "/.local/state/broadsheet/library.sqlite"
        expect(os.path.exists(marks) and os.stat(marks).st_mode & 0o777 == 0o600, marks)


def unit(host):
    """What the unit forbids is nothing that the indexer needs."""
    for problem in host.service.problems():
        expect(False, problem)
    if not shutil.which("strace") or not shutil.which("systemd-analyze"):
        return
    host.stop_index()
    # The calls of the account's own, which cannot write elsewhere.
    trace = "/var/lib/broadsheet/trace"
    open(trace, "w").close()
    shutil.chown(trace, "broadsheet", "broadsheet")
    host.index(trace)
    published = os.stat(hosts.INDEX).st_ino
    host.write("traced.md", brief(90001))
    host.wait_for_index(published)
    host.stop_index()
    names, risky = calls(trace)
    expect("inotify_add_watch" in names and not risky, f"{risky[:3]}")
    # With these the service is started.
    others = names - host.service.allowed_calls() - {"execve", "exit_group", "exit"}
    expect(not others, f"the unit forbids {others}")
    os.unlink(trace)
    os.unlink("/srv/briefs/news/traced.md")
    host.index()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--briefs", type=int, default=200)
    parser.add_argument("--figures", type=int, nargs="*")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--apart", action="store_true")
    given = parser.parse_args()
    if os.geteuid() != 0:
        return print("Only root can make the accounts of docs/ssh.md; nothing was tried")
    if not given.apart:
        hosts.apart(sys.argv)
    group = MemoryGroup(given.limit) if given.limit else None
    host = hosts.Host(given.program, {f"{n:05}.md": brief(n, 1 if given.figures is None else 40)
                                      for n in range(given.briefs)}, group)
    names = [f"reader-{number:02}" for number in range(max([given.readers, *(given.figures or [])]))]
    for name in ("ann", "bob", *names):
        host.add_reader(name)
    for name in OWNERS:
        host.add_owner(name)
    escapes.write_traps(host)
    host.index()
    if given.figures is None:
        unit(host)
    total = given.briefs + len(escapes.LINKS)
    if given.figures is not None:
        figures.measure(host, names, given.figures, total, group)
        return group.close() if group else None
    total = two_readers(host, total)
    editors(host)
    care(host, total)
    many_readers(host, names[:given.readers], total)
    own_accounts(host, total)
    ways = ("ann", "carol", "dave")
    for name in ways:
        for attempt in escapes.ALL:
            attempt(host, name)
    host.close()
    print(f"{given.readers} readers at once, and {len(escapes.ALL)} kinds of ways out of "
          f"{len(ways)} kinds of accounts: "
          + (f"{len(failures)} FAILED" if failures else "all as they should be"))
    raise SystemExit(1 if failures else 0)


main()
