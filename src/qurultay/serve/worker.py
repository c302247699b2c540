"""A process that answers one request after the other, over its standard input and output, until it is killed or its input ends.

A request is a JSON object with its length in four bytes before it; a reply is two such parts: a JSON object with status, media type and
headers, and the body. The process opens a copy of the store for reading, has no network (see :mod:`qurultay.serve.jail`), and no more
memory than it is given. Whatever costs time happens here and not in the server, so that killing the process ends it.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import IO, Any

import pyoxigraph as ox

from qurultay.serve.answers import RefusedError, Reply, answered
from qurultay.serve.entity import UNKNOWN, is_known, named
from qurultay.serve.jail import confine, die_with_parent, limit_memory

__all__ = ["Worker", "main"]

_LENGTH = struct.Struct(">I")


class Worker:
    """Holds the copy of the store that is open, and does what is asked."""

    def __init__(self) -> None:
        self._place = ""
        self._store: ox.Store | None = None

    def do(self, job: dict[str, Any]) -> Reply:
        """Return the reply to a job, which names the copy of the store, what is to be done, and its arguments."""
        store = self._opened(job["store"])
        if job["do"] == "known":
            if not is_known(store, named(job["with"]["path"], job["base"])):
                raise RefusedError(404, UNKNOWN)
            return Reply(204, "", b"")
        if job["do"] == "open" and not job["with"]:
            return Reply(204, "", b"")
        if job["do"] == "query":
            return answered(store, **job["with"])
        from qurultay.serve import made

        if job["do"] == "open":
            return Reply(204, "", b"")
        reply: Reply = made.MADE[job["do"]](store, base=job["base"], **job["with"])
        return reply

    def _opened(self, place: str) -> ox.Store:
        if self._store is None or place != self._place:
            self._store = None
            self._store = ox.Store.read_only(f"{place}/graph")
            self._place = place
        return self._store


def main() -> None:
    """Serve until the input ends; the argument is the most megabytes of memory."""
    die_with_parent()
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(2, 1)  # what a library may print must not stand among the replies
    limit_memory(int(sys.argv[1]))
    alone, worker = confine(), Worker()
    _send(replies, {"alone": alone}, b"")
    while head := requests.read(_LENGTH.size):
        job = json.loads(requests.read(*_LENGTH.unpack(head)))
        try:
            reply = worker.do(job)
        except RefusedError as refusal:
            reply = Reply(refusal.status, "text/plain; charset=utf-8", f"{refusal.reason}\n".encode(), refusal.headers)
        except MemoryError:
            reply = Reply(504, "text/plain; charset=utf-8", b"the query needs more memory than it may have\n")
        _send(replies, {"status": reply.status, "kind": reply.kind, "headers": dict(reply.headers)}, reply.body)


def _send(stream: IO[bytes], told: dict[str, Any], body: bytes) -> None:
    head = json.dumps(told).encode()
    stream.write(_LENGTH.pack(len(head)) + head + _LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


if __name__ == "__main__":
    main()
