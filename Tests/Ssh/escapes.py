"""Ways out of the kiosk, each of which has to fail."""

import ctypes
import errno
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import termios
import time

from world import expect

SECRET = "the password is tin"

# What may run for the account of the readers: what sshd needs for each connection, and the program.
PROGRAMS = {"sshd", "sshd-session", "broadsheet"}

# What a terminal answers when it is asked: who it is, where the cursor is, its colours, its title,
# its clipboard; and the first of these in controls of eight bits.
ANSWERS = (b"\x1b[?62;22c\x1b[>41;354;0c\x1b[24;80R\x1b]11;rgb:0000/0000/0000\x07\x1b]l:!id\x1b\\"
           b"\x1bP>|xterm(354)\x1b\\\x1b]52;c;OiFpZA==\x07\x1b[?2026;2$y")
EIGHT_BIT_ANSWERS = b"\x9b?62;22c\x9b24;80R\x9d11;rgb:0/0/0\x9c\x90>|xterm(354)\x9c"

LINKS = {
    "up": "../../../etc/passwd", "root": "/etc/passwd", "file": "file:///etc/passwd",
    "beside": "../../secrets/secret.md", "symlink": "out.md", "folder": "way/secret.md",
    "device": "/dev/tty", "process": "/proc/self/environ", "marks":
    "../../../home/briefs/.local/state/broadsheet/readers/bob/library.sqlite",
}


def write_traps(host):
    """Briefs with links to where nobody is to come, and what lies there."""
    for name, target in LINKS.items():
        host.write(f"trap-{name}.md", f"# Trap {name}\n\n2020-01-01\n\nA [way out]({target}).\n")
    os.makedirs("/srv/secrets", exist_ok=True)
    with open("/srv/secrets/secret.md", "w") as file:
        file.write(f"# Secret\n\n{SECRET}\n")
    os.symlink("../../secrets/secret.md", "/srv/briefs/news/out.md")
    os.symlink("../../secrets", "/srv/briefs/news/way")


def leave(reader):
    """Leaves by a key."""
    reader.write(b"Q")
    reader.drain()
    reader.close()


def _is_shown(reader):
    return any(reader.shows(text) for text in (SECRET, "root:", "uid=", "OpenSSH", "SQLite format"))


def _calm(host, name, what):
    """Nothing runs for a reader but what has to."""
    others = {program for program in host.processes(host.account(name)).values()
              if program not in PROGRAMS}
    expect(not others, f"{name}, {what}: {others} ran")


def commands(host, name):
    """What is to be run on the host is not: not with a terminal, and not without one."""
    for words in (["id"], ["sh", "-c", "id"], ["/usr/lib/openssh/sftp-server"], ["cat", "/etc/passwd"],
                  ["exec", "sh"], ["$(id)"], ["; id"]):
        ended = host.run(name, *words)
        expect(ended.returncode == 69 and ended.stdout == b"", f"{words}: {ended}")
        expect(b"there is no terminal" in ended.stderr, f"{words}: {ended.stderr}")
    with host.open(name, "sh", "-i").session as session:
        time.sleep(0.5)
        os.write(session.master, b"id\r")
        _calm(host, name, "sh -i")
    _calm(host, name, "commands")


def transfers(host, name):
    """No file comes or goes."""
    given = host.home(name) + "/given"
    for program, more in (("sftp", ["-b", "-"]), ("scp", []), ("scp", ["-O"])):
        command, place = host.ssh(name, *more, program=program)
        files = [place] if program == "sftp" else [place + ":/etc/passwd", "/dev/shm/taken"]
        ended = subprocess.run([*command, *files], input=b"get /etc/passwd /dev/shm/taken\n",
                               capture_output=True, timeout=60)
        expect(ended.returncode != 0 and not os.path.exists("/dev/shm/taken"), f"{program} {more}")
        if program == "scp":
            ended = subprocess.run([*command, "/etc/hostname", f"{place}:{given}"],
                                   capture_output=True, timeout=60)
            expect(ended.returncode != 0 and not os.path.exists(given), program)
    _calm(host, name, "transfers")


def forwarding(host, name):
    """No connection is passed on, in either direction."""
    target = f"127.0.0.1:{host.port}"
    ended = host.run(name, options=["-W", target])
    expect(ended.returncode != 0 and b"SSH-" not in ended.stdout, f"-W: {ended}")
    ended = host.run(name, options=["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:" + target])
    expect(ended.returncode != 0, f"-R: {ended}")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        local = found.getsockname()[1]
    command, place = host.ssh(name, "-N", "-L", f"{local}:{target}")
    tunnel = subprocess.Popen([*command, place], stderr=subprocess.DEVNULL)
    end, got = time.monotonic() + 20, None
    while time.monotonic() < end and got is None:
        try:
            with socket.create_connection(("127.0.0.1", local), timeout=5) as through:
                got = through.recv(64)
        except ConnectionRefusedError:
            time.sleep(0.1)
        except OSError:
            got = b""
    tunnel.kill()
    tunnel.wait()
    expect(got == b"", f"-L: {got}")


def environment(host, name):
    """What is sent along is neither obeyed nor passed on."""
    trap = "/dev/shm/trap"
    with open(trap, "w") as file:
        file.write("#!/bin/sh\ntouch /tmp/trapped\n")
    os.chmod(trap, 0o755)
    names = ["BROWSER", "EDITOR", "VISUAL", "PAGER", "SHELL", "TMUX", "XDG_CONFIG_HOME",
             "XDG_STATE_HOME", "TERMINFO", "TERMCAP", "LD_PRELOAD", "LC_ALL", "LC_EDITOR"]
    options = ["-o", "SendEnv=*", "-o", f"SetEnv=BROWSER={trap} LC_EDITOR={trap}"]
    for term in ("../../dev/shm/trap", "/dev/shm/trap", "x" * 500, "xterm;id", ""):
        sent = dict.fromkeys(names[:-2], trap) | {"TERM": term, "LC_ALL": "../../dev/shm"}
        del sent["LD_PRELOAD"]
        reader = host.open(name, options=options, environment=sent)
        expect(reader.wait(lambda: reader.shows("unread"), 30) is not None,
               f"TERM={term[:40]}: {reader.screen.display}")
        leave(reader)
    expect(not os.path.exists("/tmp/trapped"), "something of the environment was run")
    _calm(host, name, "environment")


def keys(host, name):
    """No key, no line and no answer of a terminal leads out."""
    reader = host.open(name)
    expect(reader.wait(lambda: reader.shows("unread"), 30) is not None, "the list did not come")
    for text in ("\x1a", "\x1c", "e", "v", "!", "!id\r", "|", ":!id\r", ":e /etc/passwd\r", ":edit\r",
                 ":suspend\r", ":w /tmp/written\r", ":shell\r", "\x1b!", "\x18\x05", "\x14", "~",
                 "\x1b[200~:!id\r\x1b[201~", "o", "y"):
        reader.press(text.encode())
        expect(not _is_shown(reader), f"{text!r} shows something")
    reader.press(b"\x1b", quiet=0.5)
    for answers in (ANSWERS, EIGHT_BIT_ANSWERS):
        before = list(reader.screen.display)
        reader.press(answers, quiet=0.5)
        expect(reader.screen.display == before, f"{answers!r} are keys: {reader.screen.display}")
    time.sleep(0.3)
    _calm(host, name, "keys")
    expect(not os.path.exists("/tmp/written"), "a file was written")
    for rows, columns in ((65535, 65535), (1, 1), (24, 80)):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(reader.session.master, termios.TIOCSWINSZ, size)
        reader.settle(0.3)
    expect("broadsheet" in host.processes(host.account(name)).values(), f"{name}: it ended")
    leave(reader)


def links(host, name):
    """No link of a brief leads out of the folder."""
    for link in LINKS:
        reader = host.open(name)
        reader.wait(lambda: reader.shows("unread"), 30)
        reader.press(f"FTrap {link}\r".encode(), quiet=0.5)
        reader.press(b"\r", quiet=0.5)
        expect(reader.wait(lambda: reader.shows("way out"), 20) is not None,
               f"{link}: {reader.screen.display}")
        reader.press(b"\t\r", quiet=0.5)
        expect(not _is_shown(reader), f"{link}: {reader.screen.display}")
        leave(reader)
    _calm(host, name, "links")


def _may_write(host, name, path):
    asked = subprocess.run(
        ["setpriv", "--reuid", host.account(name), "--regid", host.group(name), "--init-groups",
         "test", "-w", path])
    return asked.returncode == 0


def rights(host, name):
    """The account of the readers cannot write where the briefs and the index are, nor see who
    indexes."""
    for path in ("/srv/briefs/news", "/srv/briefs/index", "/srv/briefs/index/index.sqlite",
                 "/etc/broadsheet/readers", "/etc/broadsheet/config.toml", "/var/lib/broadsheet"):
        expect(not _may_write(host, name, path), f"{path} can be written by {name}")
    expect(_may_write(host, name, host.home(name)), f"{name} cannot write at home: nothing is tried")
    with open("/srv/briefs/index/index.sqlite", "rb") as file:
        published = file.read()
    expect(b"Trap beside" in published, "the index has not what was written to the folder")
    expect(b"Secret" not in published, "what links lead to elsewhere is published")


def _has_landlock():
    """Whether the system can confine which files are opened."""
    system = ctypes.CDLL(None, use_errno=True)
    return system.syscall(444, None, 0, 1) > 0 or ctypes.get_errno() not in (
        errno.ENOSYS, errno.EOPNOTSUPP)


def confinement(host, name):
    """The system itself opens no more than the folders as they were: not what is mounted in their
    place, which the program would read."""
    if not _has_landlock():
        return
    reader, place = host.open(name), "/srv/briefs/news"
    expect(reader.wait(lambda: reader.shows("unread"), 30) is not None, "the list did not come")
    shutil.copytree(place, "/dev/shm/news", symlinks=True)
    subprocess.run(["mount", "--bind", "/dev/shm/news", place], check=True)
    reader.press(b"FBrief 00007\r", quiet=0.5)
    reader.press(b"\r", quiet=0.5)
    expect(reader.wait(lambda: reader.shows("Permission denied"), 20) is not None,
           f"{name}, confinement: {reader.screen.display}")
    expect(not reader.shows("Text 7"), f"{name}: the brief is shown")
    subprocess.run(["umount", place], check=True)
    shutil.rmtree("/dev/shm/news")
    leave(reader)


ALL = (commands, transfers, forwarding, environment, keys, links, rights, confinement)
