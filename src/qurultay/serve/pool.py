"""Keeps the processes that answer, and has each question end in time.

So many questions as there are ``workers`` are answered side by side. One that takes longer than a slice makes way when others wait: it goes
on behind all others in one of the ``slow`` places. There are as many processes as both together, so that questions that never end hold up
none that do. At its deadline a process is killed, and a new one is started; so it is when who asked has gone.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import struct
import sys
from typing import Any

from qurultay.serve.answers import RefusedError, Reply
from qurultay.serve.copies import Copies, Copy
from qurultay.serve.settings import Limits

__all__ = ["Pool", "WorkerError"]

_LOG = logging.getLogger("qurultay.serve")
_LENGTH = struct.Struct(">I")
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "VIRTUAL_ENV")
"""What a worker inherits of the environment: enough to start, and no secrets."""
_BUFFER = 2**20
_LEAST_NICE = 19


class WorkerError(Exception):
    """A process that ended instead of answering; ``code`` is its exit code, negative for a signal."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(f"a worker ended with {code}")


class _Worker:
    """One process, seen from the server."""

    def __init__(self, process: asyncio.subprocess.Process, *, alone: bool) -> None:
        self._process, self.alone = process, alone
        self.copy: Copy | None = None

    @classmethod
    async def start(cls, memory_mb: int) -> _Worker:
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "qurultay.serve.worker", str(memory_mb)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment,
            limit=_BUFFER,
        )
        worker = cls(process, alone=False)
        told, _ = await worker._read()
        worker.alone = bool(told["alone"])
        return worker

    async def ask(self, job: dict[str, Any]) -> Reply:
        """Send a job and return its reply. Raises :class:`WorkerError` where the process ends before."""
        assert self._process.stdin is not None
        body = json.dumps(job).encode()
        try:
            self._process.stdin.write(_LENGTH.pack(len(body)) + body)
            await self._process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            raise WorkerError(await self._process.wait()) from None
        told, found = await self._read()
        return Reply(told["status"], told["kind"], found, told["headers"])

    async def _read(self) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdout is not None
        try:
            told = await self._process.stdout.readexactly(*_LENGTH.unpack(await self._process.stdout.readexactly(_LENGTH.size)))
            body = await self._process.stdout.readexactly(*_LENGTH.unpack(await self._process.stdout.readexactly(_LENGTH.size)))
        except asyncio.IncompleteReadError:
            raise WorkerError(await self._process.wait()) from None
        return json.loads(told), body

    def step_back(self) -> None:
        """Let all other processes go first."""
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LEAST_NICE)

    async def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


class Pool:
    """The processes of a server. Use :meth:`start` first and :meth:`close` last."""

    def __init__(self, copies: Copies, limits: Limits) -> None:
        self._copies, self._limits = copies, limits
        self._idle: asyncio.Queue[_Worker] = asyncio.LifoQueue()  # who answered last has most of the store in memory
        self._places = asyncio.Semaphore(limits.workers)
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = self._slow = 0
        self._closed = False

    async def start(self) -> None:
        """Start the processes. Raises :class:`WorkerError` where they do not start."""
        await asyncio.gather(*(self._add(warm=True) for _ in range(self._limits.workers)))
        if not all(worker.alone for worker in self._all):
            _LOG.warning("this system cannot cut the processes that answer off from the network: queries are only read for SERVICE")
        for _ in range(self._limits.slow):
            self._in_background(self._add())

    async def swapped(self) -> None:
        """Have the idle processes open the newest copy."""
        for _ in range(self._idle.qsize()):
            with contextlib.suppress(asyncio.QueueEmpty):
                self._back(self._idle.get_nowait())

    async def run(self, do: str, told: dict[str, Any], *, copy: Copy, limit_s: float) -> Reply:
        """Have a process do something over a copy of the store, and return its reply.

        Raises :class:`~qurultay.serve.answers.RefusedError`: 503 where too many ask, 504 where the time or the memory is up.
        """
        clock = asyncio.get_running_loop()
        until = clock.time() + limit_s
        worker = await self._taken(until)
        ahead, kept = True, False
        copy.users += 1
        task = asyncio.create_task(worker.ask({"do": do, "with": told, "store": str(copy.place), "base": copy.base}))
        try:
            while not task.done() and clock.time() < until:
                await asyncio.wait({task}, timeout=min(self._limits.slice_s, until - clock.time()) if ahead else until - clock.time())
                if ahead and self._waiting and not task.done():
                    self._make_way(worker)
                    ahead = False
            if not task.done():
                raise RefusedError(504, f"the query was stopped: it took longer than {limit_s:g} seconds")
            reply = task.result()
            kept = ahead
            self._opened(worker, copy)
        except WorkerError as error:
            raise _died(error) from error
        else:
            return reply
        finally:
            task.cancel()
            self._copies.release(copy)
            if ahead:
                self._places.release()
            else:
                self._slow -= 1
            if kept:
                self._back(worker)
            else:
                self._in_background(self._replace(worker))

    def _make_way(self, worker: _Worker) -> None:
        """Have a process go on in one of the slow places. Raises :class:`RefusedError` (503) where there is none."""
        if self._slow >= self._limits.slow:
            raise _busy("as many long queries as are allowed are being answered")
        self._slow += 1
        worker.step_back()
        self._places.release()

    async def _replace(self, worker: _Worker) -> None:
        """End a process, and start another in its place."""
        await self._end(worker)
        await self._add()

    async def close(self) -> None:
        """End all processes."""
        self._closed = True
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(self._end(worker) for worker in list(self._all)))

    async def _taken(self, until: float) -> _Worker:
        """Return a process that is ready; wait for one where there is place to wait."""
        if self._closed:
            raise _busy("the server stops")
        if self._waiting >= self._limits.queue:
            raise _busy("too many queries are waiting")
        self._waiting += 1
        try:
            async with asyncio.timeout_at(until):
                await self._places.acquire()
                try:
                    return await self._idle.get()
                except BaseException:
                    self._places.release()
                    raise
        except TimeoutError:
            raise _busy("no process became free in time") from None
        finally:
            self._waiting -= 1

    async def _add(self, *, warm: bool = False) -> None:
        """Start a process and have it open the newest copy; a warm one has read the code that makes pages too."""
        if self._closed:
            return
        worker = await _Worker.start(self._limits.memory_mb)
        self._all.add(worker)
        await self._open(worker, warm=warm)

    def _back(self, worker: _Worker) -> None:
        """Put a process among the ready ones, with the newest copy open."""
        if worker.copy is self._copies.current:
            self._idle.put_nowait(worker)
        else:
            self._in_background(self._open(worker))

    async def _open(self, worker: _Worker, *, warm: bool = False) -> None:
        copy = self._copies.lease()
        try:
            await worker.ask({"do": "open", "with": {"warm": True} if warm else {}, "store": str(copy.place)})
            self._opened(worker, copy)
        except WorkerError as error:
            _LOG.error("a process that was to answer ended with %s", error.code)
            await self._end(worker)
            raise
        finally:
            self._copies.release(copy)
        if self._closed:
            return
        self._back(worker)

    def _opened(self, worker: _Worker, copy: Copy) -> None:
        """Note which copy a process has open now."""
        if worker.copy is not copy:
            copy.users += 1
            if worker.copy is not None:
                self._copies.release(worker.copy)
            worker.copy = copy

    async def _end(self, worker: _Worker) -> None:
        await worker.end()
        self._all.discard(worker)
        if worker.copy is not None:
            self._copies.release(worker.copy)
            worker.copy = None

    def _in_background(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._settled)

    def _settled(self, task: asyncio.Task[None]) -> None:
        """Forget a task that is done; where it was to add a process and did not, try again a little later."""
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None and not self._closed:
            _LOG.error("a process could not be started: %r", task.exception())
            asyncio.get_running_loop().call_later(1.0, lambda: None if self._closed else self._in_background(self._add()))


def _busy(reason: str) -> RefusedError:
    return RefusedError(503, f"{reason}: ask again later", **{"Retry-After": "2"})


def _died(error: WorkerError) -> RefusedError:
    """Return what an ended process means to who asked."""
    if error.code in (-signal.SIGSEGV, -signal.SIGBUS):
        return RefusedError(400, "the query cannot be read: it is nested too deeply")
    if error.code in (-signal.SIGABRT, -signal.SIGKILL):
        return RefusedError(504, "the query was stopped: it needs more memory than it may have")
    return RefusedError(500, "the query could not be answered: the process that was to answer failed")
