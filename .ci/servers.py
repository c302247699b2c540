"""Starts the servers that the contract is tried on, on this machine alone: servers.py start DIR; servers.py stop DIR.

``start`` prints the variables by which the tests find them, to be evaluated by a shell. Each server has free ports, its files in DIR, and
its process id in a file there; ``stop`` ends these processes and no other.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

LIMIT_S = 60
INI = """[Database]
DatabaseFile={place}/virtuoso.db
ErrorLogFile={place}/virtuoso.log
LockFile={place}/virtuoso.lck
TransactionFile={place}/virtuoso.trx
xa_persistent_file={place}/virtuoso.pxa
[TempDatabase]
DatabaseFile={place}/temp.db
TransactionFile={place}/temp.trx
[Parameters]
ServerPort=127.0.0.1:{sql}
DirsAllowed={place}
NumberOfBuffers=20000
[HTTPServer]
ServerPort=127.0.0.1:{web}
ServerRoot={place}
[SPARQL]
ResultSetMaxRows=20000
"""
"""The row limit is less than the reference data have quads, so that reading in parts is tried too."""


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def started(place: Path, name: str, *command: str, web: int) -> None:
    """Start a server and wait until it answers."""
    with (place / f"{name}.out").open("wb") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)  # noqa: S603
    (place / f"{name}.pid").write_text(str(process.pid))
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{web}/", timeout=5).close()
            return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.3)
    sys.exit(f"{name} does not answer: {(place / f'{name}.out').read_text(errors='replace')[-2000:]}")


def start_oxigraph(place: Path) -> dict[str, str]:
    """Start Oxigraph's server from the environment of this Python."""
    place.mkdir()
    web, program = free_port(), Path(sys.executable).with_name("oxigraph")
    started(place, "oxigraph", str(program), "serve", "--location", str(place / "store"), "--bind", f"127.0.0.1:{web}", web=web)
    return {"QURULTAY_TEST_OXIGRAPH": f"http://127.0.0.1:{web}"}


def start_virtuoso(place: Path) -> dict[str, str]:
    """Start Virtuoso with a user who may change graphs."""
    place.mkdir()
    program, shell = (shutil.which(name) for name in ("virtuoso-t", "isql-vt"))
    if program is None or shell is None:
        sys.exit("virtuoso-t and isql-vt are missing: apt-get install virtuoso-opensource-7 virtuoso-opensource-7-bin")
    sql, web, owner, user = free_port(), free_port(), secrets.token_hex(8), secrets.token_hex(8)
    settings = place / "virtuoso.ini"
    settings.write_text(INI.format(place=place, sql=sql, web=web))
    first = [program, "+configfile", str(settings), "+foreground", "+pwdold", "dba", "+pwddba", owner]
    subprocess.run(first, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    started(place, "virtuoso", program, "+configfile", str(settings), "+foreground", web=web)
    script = place / "user.sql"
    script.write_text(f"DB.DBA.USER_CREATE('tester', '{user}');\ngrant SPARQL_UPDATE to \"tester\";\n")
    subprocess.run([shell, f"127.0.0.1:{sql}", "dba", owner, str(script)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    script.unlink()
    names = {"": f"http://127.0.0.1:{web}", "_USER": "tester", "_PASSWORD": user}
    return {f"QURULTAY_TEST_VIRTUOSO{end}": value for end, value in names.items()}


def stop(place: Path) -> None:
    """End the servers that were started below a folder."""
    for file in place.glob("*/*.pid"):
        process = int(file.read_text())
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(process, sign)
            except ProcessLookupError:
                break
            end = time.monotonic() + 20
            while time.monotonic() < end and Path(f"/proc/{process}").exists():
                time.sleep(0.1)
        file.unlink()


def main(verb: str, folder: str) -> None:
    """Start or stop."""
    place = Path(folder)
    if verb == "stop":
        stop(place)
        return
    found = start_oxigraph(place / "oxigraph") | start_virtuoso(place / "virtuoso")
    print("\n".join(f"export {name}={value}" for name, value in found.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
