#!/usr/bin/env python3
"""Times whole commands of synth against peers in one run and prints one line a pair: both medians and the ratio.

usage: benches/peers.py [--rows N] [--scale SF] [--reps N] [--markdown FILE]

Peers come from PyPI (duckdb, polars, tpchgen-cli) into .bench/venv; one that is missing is skipped by name. Wall and CPU
seconds (user + system) of the whole process and its largest resident set are the operating system's own figures.
"""
import argparse, os, platform, resource, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
HOME = os.path.join(ROOT, ".bench")
OUT = os.path.join(HOME, "out")
SYNTH = os.environ.get("SYNTH", os.path.join(ROOT, "target", "release", "synth"))

DUCKDB = """
import duckdb, sys
threads, rows, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
db = duckdb.connect(config={"threads": threads})
first = ["James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth"]
last = ["Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Wilson", "Anderson"]
city = ["Berlin", "Paris", "London", "Madrid", "Rome", "Vienna", "Oslo", "Dublin", "Prague", "Lisbon"]
pick = lambda words: f"list_extract({words!r}, 1 + floor(random() * {len(words)})::int)"
db.execute(f'''copy (select i + 1 as id, uuid() as uuid, {pick(first)} as first_name, {pick(last)} as last_name,
  lower({pick(first)} || '.' || {pick(last)}) || i || '@example.com' as email, {pick(city)} as city, {pick(city)} as country,
  date '1950-01-01' + floor(random() * 22280)::int as dob,
  timestamp '2020-01-01' + to_seconds(floor(random() * 189000000)::bigint) as created_at,
  (1000 + 500 * sqrt(-2 * ln(random() + 1e-12)) * cos(6.283185307 * random()))::decimal(10,2) as balance,
  case when random() < 0.7 then 'active' when random() < 0.66 then 'inactive' else 'suspended' end as status,
  '+1-' || floor(200 + random() * 800)::int || '-555-' || floor(1000 + random() * 9000)::int as phone
  from range({rows}) t(i)) to '{path}' (format csv, header true)''')
"""

POLARS = """
import numpy as np, polars as pl, sys
rows, path = int(sys.argv[1]), sys.argv[2]
r = np.random.default_rng(42)
first = np.array(["James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth"])
last = np.array(["Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Wilson", "Anderson"])
city = np.array(["Berlin", "Paris", "London", "Madrid", "Rome", "Vienna", "Oslo", "Dublin", "Prague", "Lisbon"])
u = r.integers(0, 1 << 62, (2, rows))
df = pl.DataFrame({
    "id": np.arange(1, rows + 1), "a": u[0], "b": u[1], "first_name": r.choice(first, rows), "last_name": r.choice(last, rows),
    "city": r.choice(city, rows), "country": r.choice(city, rows),
    "dob": (r.integers(-7300, 14980, rows) * 86_400_000).astype("datetime64[ms]"),
    "created_at": (r.integers(1577836800, 1767225600, rows) * 1000).astype("datetime64[ms]"),
    "balance": np.round(r.normal(1000, 500, rows), 2), "status": r.choice(np.array(["active", "inactive", "suspended"]), rows),
    "phone": r.integers(2000000000, 9999999999, rows),
})
df = df.with_columns((pl.col("first_name") + "." + pl.col("last_name")).str.to_lowercase().alias("e"))
df = df.with_columns((pl.col("e") + pl.col("id").cast(pl.Utf8) + "@example.com").alias("email")).drop("e")
df.write_csv(path)
"""


def run(command, out, stdout=None):
    for path in (out or []):
        shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
    start = time.monotonic()
    sink = open(stdout, "wb") if stdout else subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=sink, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{command[0]} failed")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(commands, reps):
    """Runs the commands in turn, so that a drift of the machine's speed meets all of them."""
    figures = [[] for _ in commands]
    for _ in range(reps):
        for slot, (command, out, stdout) in zip(figures, commands):
            slot.append(run(command, out, stdout))
    return [tuple(statistics.median(run[i] for run in slot) for i in range(3)) for slot in figures]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--reps", type=int, default=5)
    parser.add_argument("--markdown")
    args = parser.parse_args()
    os.makedirs(OUT, exist_ok=True)
    venv = os.path.join(HOME, "venv", "bin")
    python = os.path.join(venv, "python")
    tpchgen = os.path.join(venv, "tpchgen-cli")
    has = lambda module: os.path.exists(python) and subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0
    for name, text in (("duck.py", DUCKDB), ("polars_people.py", POLARS)):
        with open(os.path.join(HOME, name), "w") as file:
            file.write(text)
    lines = []

    def pair(work, ours, peer, theirs):
        if theirs is None:
            print(f"{work}: {peer} is not installed, skipped", flush=True)
            return
        try:
            mine, other = measure([ours, theirs], args.reps)
        except RuntimeError as error:
            print(f"{work}: {error}, skipped", flush=True)
            return
        line = (work, f"{mine[0]:.2f}", f"{mine[1]:.2f}", f"{mine[2]:.0f}", peer, f"{other[0]:.2f}", f"{other[1]:.2f}", f"{other[2]:.0f}",
                f"{other[0] / mine[0]:.1f}x", f"{other[1] / mine[1]:.1f}x")
        lines.append(line)
        print(" | ".join(line), flush=True)

    def synth(spec, table, fmt, threads, sink, settings):
        command = [SYNTH, "build", os.path.join(ROOT, "specs", spec), "--table", table, "--format", fmt, "--threads", str(threads), "--quiet"]
        for setting in settings:
            command += ["--set", setting]
        if sink == "null":
            return command + ["-o", "-"], [], os.devnull
        folder = os.path.join(OUT, "synth")
        return command + ["-o", folder, "--overwrite"], [folder], None

    rows = [f"people.rows={args.rows}"]
    for threads in (1, 2):
        ours = synth("people.yaml", "people", "csv", threads, "file", rows)
        path = os.path.join(OUT, "people.csv")
        duck = ([python, os.path.join(HOME, "duck.py"), str(threads), str(args.rows), path], [path], None) if has("duckdb") else None
        pair(f"people {args.rows} rows, CSV to file, {threads} threads", ours, "DuckDB", duck)
    polars = ([python, os.path.join(HOME, "polars_people.py"), str(args.rows), os.path.join(OUT, "p.csv")], [], None) if has("polars") else None
    pair(f"people {args.rows} rows, CSV to file, 2 threads", synth("people.yaml", "people", "csv", 2, "file", rows), "numpy + polars", polars)
    scale = [f"scale={args.scale}"]
    tpch = lambda fmt, threads, sink: (
        ([tpchgen, fmt, "-s", str(args.scale), "-T", "lineitem", "-n", str(threads), "-q"] + (["--stdout"] if sink == "null" else ["-o", os.path.join(OUT, "tpch")])),
        [os.path.join(OUT, "tpch")], os.devnull if sink == "null" else None) if os.path.exists(tpchgen) else None
    for fmt, threads, sink in (("csv", 1, "null"), ("csv", 2, "null"), ("csv", 2, "file"), ("parquet", 2, "file")):
        work = f"lineitem SF {args.scale:g}, {fmt} to {sink}, {threads} threads"
        pair(work, synth("tpch.yaml", "lineitem", fmt, threads, sink, scale), "tpchgen-cli", tpch(fmt, threads, sink))
    if args.markdown:
        with open(args.markdown, "w") as file:
            file.write(f"# Results\n\nMedians of {args.reps} runs in turn, whole processes. {platform.machine()}, {os.cpu_count()} cores, ")
            file.write(f"Linux {platform.release()}, {time.strftime('%Y-%m-%d')}. A ratio above 1 means that synth is faster.\n\n")
            file.write("| work | synth wall s | CPU s | MB | peer | wall s | CPU s | MB | wall ratio | CPU ratio |\n|---|---|---|---|---|---|---|---|---|---|\n")
            file.writelines("| " + " | ".join(line) + " |\n" for line in lines)


if __name__ == "__main__":
    main()
