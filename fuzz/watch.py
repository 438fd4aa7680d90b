"""What no input may do: run long, take the memory, write outside its folder, start programs, open sockets."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 10
MEMORY = 6_000_000_000
PROGRAMS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "socket.connect",
    "pty.spawn",
)
# What changes files: where paths stand in the arguments of the event, and the open folders they lead from.
CHANGES = {
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.mkdir": ((0, 2),),
    "os.chmod": ((0, 2),),
    "os.truncate": ((0, None),),
}


class Hang(BaseException):
    """An input took more than its time."""


class Forbidden(BaseException):
    """An input led to a program, a connection, or a file outside the folder given to it."""


class Watch:
    """Watches the process; `during` bounds the time of one input. `folder` is where it may write."""

    def __init__(self, folder: Path) -> None:
        """Begin to watch, for the rest of the process."""
        self.folder, self._on = str(folder), False
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
        signal.signal(signal.SIGALRM, self._late)
        sys.addaudithook(self._seen)

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        """Watch one input; one that cannot be interrupted ends the process with its place in the code."""
        faulthandler.dump_traceback_later(SECONDS * 6, exit=True)
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        self._on = True
        try:
            yield
        finally:
            self._on = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()

    def _late(self, *_: object) -> None:
        raise Hang(f"more than {SECONDS} s")

    def _seen(self, event: str, given: tuple) -> None:
        if not self._on:
            return
        if event in PROGRAMS:
            raise Forbidden(f"{event} {given}")
        if event == "open" and _writes(given):
            self._check(event, given[0], -1)
        for path, base in CHANGES.get(event, ()):
            self._check(event, given[path], -1 if base is None else given[base])

    def _check(self, event: str, path: object, base: int) -> None:
        """Raise for a path outside the folder; `base` is the open folder from which it leads, -1 for none."""
        if isinstance(path, str | bytes | os.PathLike):
            below = os.readlink(f"/proc/self/fd/{base}") if base >= 0 else ""
            place = os.path.abspath(os.path.join(below, os.fsdecode(path)))
            if place != os.devnull and "__pycache__" not in place and not place.startswith(self.folder):
                raise Forbidden(f"{event} {place}")


def _writes(given: tuple) -> bool:
    _, mode, flags = given
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
