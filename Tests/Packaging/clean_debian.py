"""Uses the package as a new user would, on a Debian that has nothing but its base.

    python3 clean_debian.py PACKAGE [FOLDER]

Makes the Debian in a folder of its own by debootstrap (as root, with the network), or uses the one
that is in FOLDER; installs the package by apt, reads a brief on a terminal, removes and purges it,
and says what is left of it.
"""

import glob
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Benchmarks"))
import pyte  # noqa: E402
from pty_session import Session  # noqa: E402

ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8",
               "TERM": "xterm-256color", "DEBIAN_FRONTEND": "noninteractive"}
EXAMPLES = "/usr/share/doc/broadsheet/examples"
failures = []


def expect(is_true, what):
    print("ok:" if is_true else "FAILED:", what, flush=True)
    if not is_true:
        failures.append(what)


class Debian:
    def __init__(self, folder=None):
        self.is_own = folder is None
        self.root = folder or tempfile.mkdtemp(prefix="broadsheet-debian-")
        if self.is_own:
            release = subprocess.run(["sh", "-c", ". /etc/os-release; echo $VERSION_CODENAME"],
                                     capture_output=True, text=True, check=True).stdout.strip()
            subprocess.run(["debootstrap", "--variant=minbase", release, self.root], check=True)

        # The Swift libraries read the arguments of the program there.
        subprocess.run(["mount", "-t", "proc", "proc", self.root + "/proc"], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", self.root + "/proc"], check=True)
        if self.is_own:
            shutil.rmtree(self.root, ignore_errors=True)

    def run(self, *command):
        return subprocess.run(["chroot", self.root, *command], env=ENVIRONMENT, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL)

    def files(self):
        """All files, but for those that apt and dpkg keep for themselves."""
        own = ("/var/lib/dpkg/", "/var/lib/apt/", "/var/cache/", "/var/log/", "/proc/", "/dev/")
        found = set()
        for folder, folders, names in os.walk(self.root):
            place = folder[len(self.root):] + "/"
            if place.startswith(own):
                folders.clear()
            else:
                found.update(place + name for name in names)
        return found

    def packages(self):
        return set(self.run("dpkg-query", "-W", "-f", "${Package}\n").stdout.split())


def read_on_a_terminal(debian):
    """Opens a brief, selects a citation, marks its section read, and leaves."""
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    command = ["/usr/sbin/chroot", debian.root, "/usr/bin/broadsheet",
               EXAMPLES + "/titanic-inquiries.md"]
    session = Session(command, 24, 80, ENVIRONMENT)
    stream.feed(session.settle(quiet=1, first=10).data)
    expect("Two Inquiries" in "\n".join(screen.display), "a brief is shown on a terminal")
    for key in b"\t", b"m":
        stream.feed(session.press(key, quiet=0.5, first=2).data)
    expect("5 of 6 unread" in "\n".join(screen.display), "a section is marked read")
    session.press(b"Q", quiet=0.5, first=2)
    _, status = os.waitpid(session.process, 0)
    os.close(session.master)
    expect(status == 0, f"the reader is left with 0 ({status})")


def use(debian):
    version = debian.run("broadsheet", "--version")
    expect(version.returncode == 0 and "SQLite" in version.stdout, version.stdout.strip())
    expect(debian.run("sh", "-c", "command -v swift").returncode != 0, "Swift is not there")
    shown = debian.run("broadsheet", "show", EXAMPLES + "/welcome.md")
    expect(shown.stdout.startswith("Welcome to Broadsheet\n"), "a brief is printed")
    debian.run("broadsheet", "add", EXAMPLES)
    expect(debian.run("broadsheet", "index").returncode == 0, "a folder is indexed")
    found = debian.run("broadsheet", "search", "iceberg OR tide").stdout
    expect("Meridian Bay" in found, "the library is searched")
    read_on_a_terminal(debian)
    for name in ("man/man1/broadsheet.1.gz", "bash-completion/completions/broadsheet",
                 "zsh/vendor-completions/_broadsheet", "fish/vendor_completions.d/broadsheet.fish",
                 "doc/broadsheet/copyright", "doc/broadsheet/guide.md"):
        expect(os.path.exists(f"{debian.root}/usr/share/{name}"), name)
    unit = "/usr/lib/systemd/user/broadsheet-index.service"
    expect(os.path.exists(debian.root + unit), unit)
    expect(not glob.glob(debian.root + "/etc/systemd/user/*/broadsheet*"), "it is not enabled")


def main(package, folder=None):
    with Debian(folder) as debian:
        debian.run("apt-get", "update", "-qq")
        # What an earlier run has read in the same Debian.
        shutil.rmtree(debian.root + "/root/.local", ignore_errors=True)
        before, packages = debian.files(), debian.packages()
        shutil.copy(package, debian.root + "/broadsheet.deb")
        installed = debian.run("apt-get", "install", "-y", "--no-install-recommends",
                               "./broadsheet.deb")
        os.remove(debian.root + "/broadsheet.deb")
        expect(installed.returncode == 0, "apt installs it" + (
            installed.stderr if installed.returncode else ""))
        print("with it come:", ", ".join(sorted(debian.packages() - packages)))
        use(debian)
        expect(debian.run("apt-get", "remove", "-y", "broadsheet").returncode == 0, "it is removed")
        debian.run("apt-get", "autoremove", "-y", "--purge")
        expect(debian.run("apt-get", "purge", "-y", "broadsheet").returncode == 0, "it is purged")
        left = {name for name in debian.files() - before if not name.startswith("/root/")}
        expect(not any("broadsheet" in name for name in left), f"nothing of it is left {left}")
        marks = debian.root + "/root/.local/state/broadsheet/library.sqlite"
        expect(os.path.exists(marks), "the reader's own marks stay")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
