"""A unit of systemd, whose service is run here as systemd would confine it."""

import configparser
import pwd
import re
import shutil
import subprocess

# What the service sees: all is read-only but its own folders, there is no network, and no privilege
# is ever had.
CONFINED = """
for path in $WRITABLE; do mount --bind "$path" "$path"; done
mount -t tmpfs -o mode=1777 none /tmp
while read -r _ place _; do
  case "$place" in /proc*|/sys*|/dev*|/tmp) continue ;; esac
  for path in $WRITABLE; do [ "$place" != "$path" ] || continue 2; done
  mount -o remount,bind,ro "$place"
done </proc/self/mounts
exec setpriv --reuid "$USER_ID" --regid "$USER_ID" --clear-groups --no-new-privs \
  --bounding-set=-all --inh-caps=-all -- "$@"
"""


class Service:
    """The service of a unit's file."""

    def __init__(self, path):
        self.path = path
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str
        unit.read(path)
        self.settings = unit["Service"]

    @property
    def command(self):
        return self.settings["ExecStart"].split()

    def start(self, trace=None):
        """Starts it, with its calls of the system written to a file where one is named."""
        account = pwd.getpwnam(self.settings["User"])
        writable = [self.settings["ReadWritePaths"], "/var/lib/" + self.settings["StateDirectory"]]
        environment = dict(word.split("=", 1) for word in self.settings["Environment"].split())
        command = ["strace", "-f", "-qq", "-o", trace, "--", *self.command] if trace else self.command
        if trace:
            writable.append(trace)
        return subprocess.Popen(
            ["unshare", "--mount", "--net", "--ipc", "sh", "-e", "-c", CONFINED, "service", *command],
            umask=int(self.settings["UMask"], 8), cwd="/", start_new_session=True,
            env={**environment, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
                 "WRITABLE": " ".join(writable), "USER_ID": str(account.pw_uid)})

    def problems(self):
        """What systemd finds wrong with the unit, and whether it leaves more open than it need."""
        if not shutil.which("systemd-analyze"):
            return []
        found = []
        for words in (["verify", "--man=no"], ["security", "--offline=true", "--threshold=15"]):
            ended = subprocess.run(["systemd-analyze", *words, self.path], capture_output=True, text=True)
            if ended.returncode != 0:
                found.append(f"{words[0]}: {ended.stdout[-600:]}{ended.stderr}")
        return found

    def allowed_calls(self):
        """The calls of the system that the unit allows."""
        allowed = set()
        for line in self._values("SystemCallFilter"):
            names = set(self._calls(line.lstrip("~")))
            allowed = allowed - names if line.startswith("~") else allowed | names
        return allowed

    def _values(self, name):
        with open(self.path) as file:
            return re.findall(rf"^{name}=(.*)$", file.read(), re.M)

    def _calls(self, names):
        for name in names.split():
            if not name.startswith("@"):
                yield name
                continue
            lines = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True,
                                   text=True, check=True).stdout.split("\n")
            # A group is its name, then one call or other group a line, and comments.
            words = [line.strip() for line in lines[1:] if line.startswith("    ")]
            yield from self._calls(" ".join(word for word in words if word[:1] not in ("", "#")))


def calls(trace):
    """The calls of the system in a trace, and those of them that make memory to be run writable."""
    with open(trace) as file:
        lines = [line.split(None, 1)[1] for line in file if " " in line]
    names = {found[1] for line in lines if (found := re.match(r"(?:<\.\.\. )?(\w+)[ (]", line))}
    risky = [line for line in lines if re.match(r"(mmap|mprotect|pkey_mprotect)\(", line)
             and "PROT_WRITE" in line and "PROT_EXEC" in line]
    return names - {"resumed"}, risky
