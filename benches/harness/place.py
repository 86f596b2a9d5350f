"""Where things are: the repository, the folder .bench/ for all that is made, the program under test; and how to run a tool."""
import os, shlex, shutil, subprocess

BENCHES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(BENCHES)
HOME = os.path.join(ROOT, ".bench")
OUT = os.path.join(HOME, "out")
TARGET = os.path.join(HOME, "target")
WORDS = os.path.join(HOME, "words")
VENV = os.path.join(HOME, "venv")
SYNTH = os.environ.get("SYNTH", os.path.join(ROOT, "target", "release", "synth"))
CARGO = shlex.split(os.environ.get("CARGO", "cargo"))


def spec(name: str) -> str:
    """A spec by name: benches/specs has precedence over specs."""
    own = os.path.join(BENCHES, "specs", name)
    return own if os.path.exists(own) else os.path.join(ROOT, "specs", name)


def out(name: str) -> str:
    """A path for something that is measured and thrown away."""
    return os.path.join(OUT, name)


def python(script: str, *arguments: object) -> list[str]:
    """The command for one of the peers in Python."""
    return [os.path.join(VENV, "bin", "python"), os.path.join(BENCHES, "peers", "python", script), *map(str, arguments)]


def rust(program: str, *arguments: object) -> list[str]:
    """The command for one of the peers in Rust."""
    return [os.path.join(TARGET, "release", program), *map(str, arguments)]


def remove(path: str) -> None:
    """Removes a file or a folder, if there is one."""
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)


def say(command: list[str]) -> str:
    """What a command prints, in one line; empty if it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    except OSError:
        return ""
    return " ".join(done.stdout.split()) if done.returncode == 0 else ""
