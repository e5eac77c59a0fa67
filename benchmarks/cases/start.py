"""From the command to the first 200 on /healthz, and what the idle server holds, beside a bare server."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

from kit import machine
from kit.desk import wait_until_healthy
from kit.options import Options
from kit.report import Report
from support.postgres import free_port

# The parts every such server needs: the framework, the server, the database layer, one route.
BARE = """
import sys
import sqlalchemy, uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.get("/healthz")
def health(): return {"status": "ok"}
uvicorn.run(app, port=int(sys.argv[1]), log_level="error")
"""
IDLE_SECONDS = 6.0


def run(options: Options) -> Report:
    report = Report("start")
    rounds = 3 if options.quick else 7
    for postgres in options.backends:
        with options.desk(postgres) as desk:
            ours, bare, idle, bare_idle = [], [], [], []
            for number in range(rounds + 1):
                began = time.perf_counter()
                desk.serve()
                seconds = time.perf_counter() - began
                if number == rounds:
                    time.sleep(IDLE_SECONDS)  # the worker has run its duties by then
                    idle.append(machine.memory_mib(desk.pid))
                desk.stop()
                bare_seconds, bare_memory = bare_start(options)
                if number:  # the first one warms the machine's cache of files
                    ours.append(seconds)
                    bare.append(bare_seconds)
                    bare_idle.append(bare_memory)
        name = desk.name
        report.figure(f"{name}: start to first 200", median(ours), unit="s", at_most=3)
        report.figure(f"{name}: a bare server's", median(bare), unit="s")
        report.figure(f"{name}: ours to bare", median(ours) / median(bare), unit="x")
        report.figure(f"{name}: idle memory with worker", idle[0], unit="MiB", at_most=150)
        report.figure(f"{name}: a bare server's memory", median(bare_idle), unit="MiB")
        report.raw[name] = {"ours": ours, "bare": bare, "idle_mib": idle, "bare_idle_mib": bare_idle}
    return report


def bare_start(options: Options) -> tuple[float, float]:
    """(seconds to the first 200, MiB held) of a bare server."""
    port, log = free_port(), options.folder / "bare.log"
    with log.open("ab") as out:
        began = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", BARE, str(port)], stdout=out, stderr=out, cwd=options.folder)
    try:
        wait_until_healthy(port, process, log)
        return time.perf_counter() - began, machine.memory_mib(process.pid)
    finally:
        process.terminate()
        process.wait(10)
