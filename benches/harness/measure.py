"""A command in; wall seconds, CPU seconds and peak memory of its whole process tree out, medians of runs in turn."""
import os, statistics, subprocess, time
from collections.abc import Callable
from dataclasses import dataclass, field
from . import place


class Failed(Exception):
    """A command did not do its work, for this reason."""


@dataclass
class Command:
    """A command line, by whose name it is shown, what it leaves behind, and how much it makes."""

    name: str
    line: list[str]
    # Removed before each run and after the last.
    leaves: list[str] = field(default_factory=list)
    stdout: str = os.devnull
    # Figures are divided by it: a number, or what counts it, by an extra run that is not timed.
    amount: "float | Callable[[Command], float]" = 1.0
    # Run once before the first run: makes what the command reads.
    before: list[str] | None = None


@dataclass
class Figures:
    """What one run has used, or the medians of several."""

    wall: float
    cpu: float
    memory: float
    amount: float = 1.0
    # Bytes of the files that it left.
    written: int = 0

    def less(self, base: "Figures") -> "Figures":
        """The same without the seconds of another."""
        return Figures(self.wall - base.wall, self.cpu - base.cpu, self.memory, self.amount, self.written)


def run(command: Command) -> Figures:
    """Runs a command once.

    Raises Failed with the last line of its messages.
    """
    for path in command.leaves:
        place.remove(path)
    os.sync()
    messages = place.out("messages")
    done = subprocess.run(
        place.rust("measure", command.stdout, messages, *command.line),
        capture_output=True, text=True, check=False, cwd=place.ROOT,
    )
    if done.returncode != 0:
        raise Failed(f"{command.name}: {done.stderr.strip()}")
    wall, user, system, peak_kb, code = done.stdout.split()
    if code != "0":
        raise Failed(f"{command.name} ended with {code}: {last_line(messages)}")
    return Figures(float(wall), float(user) + float(system), int(peak_kb) / 1024, written=sum(map(size, command.leaves)))


def size(path: str) -> int:
    """The bytes of a file, or of all files below a folder."""
    if not os.path.isdir(path):
        return os.path.getsize(path) if os.path.exists(path) else 0
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def last_line(path: str) -> str:
    """The last line of a file that says something, without the names of this machine's folders."""
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = [line.strip() for line in file if line.strip()]
    return (lines[-1] if lines else "no message").replace(place.ROOT + os.sep, "")


def medians(commands: list[Command], runs: int) -> tuple[list[Figures], float]:
    """The medians of each command, and how many cores other programs used meanwhile.

    The commands run in turn, so that a drift of the machine's speed meets all of them.
    """
    amounts = []
    for command in commands:
        if command.before:
            run(Command(f"what makes the input of {command.name}", command.before))
        amounts.append(command.amount(command) if callable(command.amount) else command.amount)
    taken: list[list[Figures]] = [[] for _ in commands]
    start, busy = time.monotonic(), busy_seconds()
    for _ in range(runs):
        for command, figures in zip(commands, taken):
            figures.append(run(command))
    elapsed, used = time.monotonic() - start, sum(figure.cpu for figures in taken for figure in figures)
    others = max(0.0, busy_seconds() - busy - used) / elapsed if busy else 0.0
    for command in commands:
        for path in command.leaves:
            place.remove(path)
    return [median(figures, amount) for figures, amount in zip(taken, amounts)], others


def median(figures: list[Figures], amount: float) -> Figures:
    """The median of each figure by itself."""
    wall = statistics.median(figure.wall for figure in figures)
    cpu = statistics.median(figure.cpu for figure in figures)
    return Figures(wall, cpu, statistics.median(figure.memory for figure in figures), amount, figures[0].written)


def busy_seconds() -> float:
    """Seconds that all cores have worked since the machine's start, interrupts included; 0 where that is not told."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            user, nice, system, _idle, _disk, *interrupts = map(int, file.readline().split()[1:8])
    except OSError:
        return 0.0
    return (user + nice + system + sum(interrupts[:2])) / os.sysconf("SC_CLK_TCK")


def bytes_made(command: Command) -> float:
    """How many bytes a command writes to its standard output."""
    count = 0
    with subprocess.Popen(command.line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=place.ROOT) as process:
        assert process.stdout is not None
        while chunk := process.stdout.read(1 << 20):
            count += len(chunk)
    if process.returncode != 0:
        raise Failed(f"{command.name} ended with {process.returncode} when its bytes were counted")
    return float(count)


def cells_made(command: Command) -> float:
    """How many cells a command writes to CSV files in the folder that it leaves."""
    run(command)
    folder, cells = command.leaves[0], 0
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            columns = file.readline().count(b",") + 1
            rows = 0
            while chunk := file.read(1 << 20):
                rows += chunk.count(b"\n")
        cells += rows * columns
    return float(cells)
