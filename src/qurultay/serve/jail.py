"""Takes from a worker process what it does not need to answer queries: the network, other programs, memory without end.

On Linux a seccomp filter makes the system refuse new sockets and new programs to the process, whatever the query makes the engine try.
Elsewhere the number of files that the process may open is frozen once the store is open, so that there is no descriptor for a socket.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys

__all__ = ["confine", "die_with_parent", "limit_memory"]

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _DEATH_SIGNAL = 38, 22, 2, 1
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13
_X32 = 0x40000000
_CALLS = {  # socket, connect, socketpair, sendto, sendmsg, bind, listen, accept, execve, execveat, io_uring_setup, ptrace
    "x86_64": (0xC000003E, (41, 42, 53, 44, 46, 49, 50, 43, 288, 59, 322, 425, 101)),
    "aarch64": (0xC00000B7, (198, 203, 199, 206, 211, 200, 201, 202, 242, 221, 281, 425, 117)),
}
"""The architecture's number in seccomp and the numbers of its system calls that are refused (Linux, asm/unistd.h)."""


def die_with_parent() -> None:
    """Have the system kill this process when the one that started it is gone (Linux); elsewhere the end of its input ends it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def limit_memory(megabytes: int) -> None:
    """Let this process have no more address space than so many megabytes; 0 sets no limit."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if megabytes:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def confine() -> bool:
    """Cut this process off from the network for good; tell whether the system could do it."""
    machine = os.uname().machine if hasattr(os, "uname") else ""
    if sys.platform == "linux" and machine in _CALLS:
        return _filter(*_CALLS[machine])
    return False


def _filter(architecture: int, calls: tuple[int, ...]) -> bool:
    """Install a seccomp filter that refuses system calls with EACCES (man 2 seccomp)."""
    last = len(calls)
    program = [
        struct.pack("HBBI", _LOAD, 0, 0, 4),
        struct.pack("HBBI", _EQUAL, 0, last + 3, architecture),
        struct.pack("HBBI", _LOAD, 0, 0, 0),
        struct.pack("HBBI", _AT_LEAST, last + 1, 0, _X32),
        *(struct.pack("HBBI", _EQUAL, last - place, 0, call) for place, call in enumerate(calls)),
        struct.pack("HBBI", _RETURN, 0, 0, _ALLOW),
        struct.pack("HBBI", _RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    libc = ctypes.CDLL(None, use_errno=True)
    told = Program(len(program), ctypes.addressof(code))
    done = libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0 and libc.prctl(_SECCOMP, _FILTER, ctypes.byref(told), 0, 0) == 0
    return bool(done)
