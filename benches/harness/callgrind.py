"""Two builds under valgrind in; instruction counts and call profiles as text out.

Instructions do not drift as times do: two versions can be compared on a busy machine.
"""
import os, re, shutil, subprocess, sys, time
from collections import defaultdict
from dataclasses import dataclass, field
from . import place
from .peers import Missing, Peers
from .rows import Sizes

# How many functions are listed.
TOP = 40

WIDTH = 150


@dataclass
class Profile:
    """What callgrind has counted: instructions in all, by function in itself and with all that it calls, by source file."""

    total: int = 0
    own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    called: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    files: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def inclusive(self, name: str) -> int:
        """Instructions of a function and all that it calls."""
        return min(self.total, self.own[name] + self.called[name])


def main(peers: Peers, sizes: Sizes) -> int:
    """Writes benches/profile-people.txt and benches/profile-lineitem.txt; the exit code."""
    try:
        program = with_symbols(peers)
    except Missing as missing:
        print(f"no profile: {missing}", file=sys.stderr)
        return 1
    people, scale = sizes.rows(100_000), sizes.scale(0.02)
    builds = [
        ("people", "people.yaml", ["people.rows={}"], people),
        ("lineitem", "tpch.yaml", ["scale={}"], scale),
    ]
    for table, spec, settings, size in builds:
        def command(factor: int) -> list[str]:
            line = [program, "build", place.spec(spec), "--table", table, "--format", "csv", "--threads", "1", "--quiet", "-o", "-"]
            for setting in settings:
                line += ["--set", setting.format(size * factor)]
            return line
        hand = None
        if table == "people" and peers.reason("the loop by hand") is None:
            hand = [place.rust("people_hand", size * factor, 1, place.WORDS, "/dev/stdout") for factor in (1, 2)]
        if shutil.which("valgrind"):
            text = describe(table, [command(1), command(2)], hand)
            path = os.path.join(place.BENCHES, f"profile-{table}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            print(text.partition("\n\nShares")[0] + f"\n  written to {os.path.relpath(path, place.ROOT)}\n", flush=True)
        elif count := instructions_by_perf(command(1)):
            print(f"{table}: {count:,} instructions; no profile, for there is no valgrind", flush=True)
        else:
            print("no profile: neither valgrind, nor perf with a counter of instructions", file=sys.stderr)
            return 1
    return 0


def with_symbols(peers: Peers) -> str:
    """The program with the names of its functions: $SYNTH_SYMBOLS, or a build of its own.

    Raises Missing if it cannot be built.
    """
    if given := os.environ.get("SYNTH_SYMBOLS"):
        return os.path.abspath(given)
    build = [*place.CARGO, "build", "--quiet", "--release", "--locked", "--bin", "synth", "--manifest-path", os.path.join(place.ROOT, "Cargo.toml")]
    peers.run(build, "cargo cannot build synth", CARGO_TARGET_DIR=place.TARGET,
              CARGO_PROFILE_RELEASE_DEBUG="line-tables-only", CARGO_PROFILE_RELEASE_STRIP="none")
    return place.rust("synth")[0]


def describe(table: str, commands: list[list[str]], hand: list[list[str]] | None) -> str:
    """The text of a profile: what the larger of two builds did, and what a row more costs."""
    few, many = (count(command) for command in commands)
    rows_few, rows_many = (rows_made(command) for command in commands)
    row = (many.total - few.total) / (rows_many - rows_few)
    spec = next(os.path.relpath(word, place.ROOT) for word in commands[1] if word.endswith(".yaml"))
    lines = [
        f"{table}: `synth build {spec} --table {table} --format csv -o -`, {rows_many:,} rows, 1 thread, under valgrind's callgrind",
        f"  written by `benches/run.py --profile` on {time.strftime('%Y-%m-%d')}; {place.say([commands[0][0], '--version'])}, "
        f"{place.say(['rustc', '--version'])}, {place.say(['valgrind', '--version'])}",
        f"  {many.total:,} instructions; {row:,.0f} for a row more, {few.total - row * rows_few:,.0f} for start and end",
    ]
    if hand:
        small, large = (count(command).total for command in hand)
        by_hand = (large - small) / (rows_many - rows_few)
        lines.append(f"  the loop by hand: {by_hand:,.0f} instructions for a row more; ours are {row / by_hand:.2f}x as many")
    lines += ["  functions that share a name, as instances of a generic one do, are counted as one"]
    lines += ["", "Shares of parts, by what their functions do themselves, and instructions a row", ""]
    lines += table_of_parts(many, rows_many)
    lines += ["", f"Shares of the {TOP // 2} source files in which most is written: what is inlined counts where it is written", ""]
    ordered = sorted(many.files.items(), key=lambda pair: pair[1], reverse=True)[:TOP // 2]
    lines += [f"{share(cost, many)} {cost / rows_many:9,.1f}  {name}" for name, cost in ordered]
    lines += ["", f"The {TOP} functions that do most themselves: alone, with what they call, instructions a row alone", ""]
    lines += table_of_functions(many, rows_many, sorted(many.own, key=many.own.__getitem__, reverse=True))
    lines += ["", f"The {TOP} functions in which most is done: alone, with what they call, instructions a row alone", ""]
    lines += table_of_functions(many, rows_many, sorted(many.own, key=many.inclusive, reverse=True))
    return "\n".join(lines) + "\n"


def count(command: list[str]) -> Profile:
    """Runs a command under callgrind."""
    path = place.out("callgrind")
    place.remove(path)
    line = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={path}", *command]
    with open(os.devnull, "wb") as nothing:
        done = subprocess.run(line, stdout=nothing, stderr=subprocess.PIPE, text=True, check=False, cwd=place.ROOT)
    if done.returncode != 0:
        sys.exit(f"valgrind ended with {done.returncode}: {done.stderr.strip().splitlines()[-1]}")
    with open(path, encoding="utf-8", errors="replace") as file:
        return read(file)


def read(file) -> Profile:
    """Reads callgrind's format: cost lines below the function to which they belong, calls with the cost of what is called."""
    profile, names, files = Profile(), {}, {}
    function, callee, source, is_call = "", "", "", False
    entry = re.compile(r"(c?fn|c?f[lie])=\((\d+)\)(?: (.*))?")
    for line in file:
        if line[0] in "+-*0123456789":
            cost = int(line.split()[-1])
            if not is_call:
                profile.own[function] += cost
                profile.files[source] += cost
            elif callee != function:
                profile.called[function] += cost
            is_call = False
        elif line.startswith("calls="):
            is_call = True
        elif found := entry.match(line):
            kind, number, name = found.groups()
            if kind not in ("fn", "cfn"):
                if name:
                    files[number] = short(name)
                # Where a called function is written says nothing about the lines that follow.
                source = source if kind.startswith("c") else files[number]
                continue
            if name:
                names[number] = readable(name)
            if kind == "fn":
                function = names[number]
            else:
                callee = names[number]
    profile.total = sum(profile.own.values())
    return profile


def readable(name: str) -> str:
    """A function's name without the hash of its build and callgrind's count of recursions."""
    return re.sub(r"::h[0-9a-f]{16}|'\d+$", "", name)


def short(path: str) -> str:
    """A source file's path without the folders of the machine on which it was compiled."""
    library = re.search(r"library/(?:core|alloc|std)/.*", path)
    crate = re.search(r"/registry/src/[^/]+/(.*)", path)
    ours = re.search(r"(?:^|/)(src/.*\.rs)$", path)
    found = library[0] if library else crate[1] if crate else ours[1] if ours else ""
    return found or "the system's library, and what has no name"


def part(name: str) -> str:
    """To which part a function belongs: a module of ours, a crate, or the system's library."""
    path = re.match(r"[<&*\s]*(?:dyn |mut )*([A-Za-z_]\w*(?:::[A-Za-z_]\w*)*)", name)
    words = path[1].split("::") if path else []
    if len(words) < 2:
        return "the system's library, and what has no name"
    return "::".join(words[:3] if words[0] == "synth" and len(words) > 3 else words[:2] if words[0] == "synth" else words[:1])


def table_of_parts(profile: Profile, rows: int) -> list[str]:
    """Parts by the instructions of their functions, down to half a percent."""
    parts: dict[str, int] = defaultdict(int)
    for name, cost in profile.own.items():
        parts[part(name)] += cost
    ordered = sorted(parts.items(), key=lambda pair: pair[1], reverse=True)
    return [f"{share(cost, profile)} {cost / rows:9,.1f}  {name}" for name, cost in ordered if cost * 200 >= profile.total]


def table_of_functions(profile: Profile, rows: int, names: list[str]) -> list[str]:
    """The first functions of a list."""
    return [f"{share(profile.own[name], profile)} {share(profile.inclusive(name), profile)} {profile.own[name] / rows:9,.1f}  {name[:WIDTH]}"
            for name in names[:TOP]]


def share(cost: int, profile: Profile) -> str:
    """A part of the whole."""
    return f"{100 * cost / profile.total:5.1f} %"


def rows_made(command: list[str]) -> int:
    """How many rows a command writes as CSV."""
    lines = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=place.ROOT) as process:
        assert process.stdout is not None
        while chunk := process.stdout.read(1 << 20):
            lines += chunk.count(b"\n")
    return lines - 1


def instructions_by_perf(command: list[str]) -> int | None:
    """Instructions by the machine's own counter, where it has one."""
    if shutil.which("perf") is None:
        return None
    line = ["perf", "stat", "-x,", "-e", "instructions:u", *command]
    done = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, cwd=place.ROOT)
    found = re.search(r"^(\d+),[^,]*,instructions", done.stderr, re.MULTILINE)
    return int(found[1]) if found else None
