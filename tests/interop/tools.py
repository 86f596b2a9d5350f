"""What the run needs from outside: a Python environment of its own, the servers' packages, and the program under test."""
import json, os, shutil, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HOME = os.path.join(ROOT, "target", "interop")
PACKAGES = ["pyarrow>=15", "duckdb>=1.1", "polars>=1.0", "pandas>=2.2", "openpyxl>=3.1", "lxml>=5", "fastavro>=1.9"]

# Seconds that an installation may take.
LONGEST = 300

may_install = True


class Missing(Exception):
    """A tool that cannot be had, and why."""


def is_root():
    return os.geteuid() == 0


def install(package):
    """Installs a system package where that is possible: apt-get, as root, and nobody has said no."""
    if not (may_install and is_root() and shutil.which("apt-get")):
        why = "--no-install" if not may_install else "not root" if not is_root() else "no apt-get"
        raise Missing(f"{package} is not installed, and cannot be here ({why})")
    print(f"   installing {package} by apt-get", flush=True)
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", "--no-install-recommends", package]):
        try:
            found = subprocess.run(command, **quiet, stdin=subprocess.DEVNULL, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            raise Missing(f"{package}: apt-get has not ended after {LONGEST} s")
    if found.returncode != 0:
        raise Missing(f"apt-get cannot install {package}: {found.stderr.strip()[-200:]}")


def enter_environment():
    """Runs this program again in a Python environment that has the readers; makes it first where it is missing.

    A package that cannot be installed is left out: its readers are then skipped by name.
    """
    folder = os.path.join(HOME, "venv")
    python = os.path.join(folder, "bin", "python")
    if os.path.realpath(sys.prefix) == os.path.realpath(folder):
        return
    ready = os.path.join(folder, "installed")
    wanted = "\n".join(PACKAGES)
    if not (os.path.exists(ready) and open(ready).read() == wanted):
        if subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True).returncode != 0:
            raise Missing("python3 cannot make an environment (its modules venv and ensurepip are needed)")
        print(f"   installing readers into {os.path.relpath(folder, ROOT)}", flush=True)
        if all([pip(python, package) for package in PACKAGES]):
            with open(ready, "w") as file:
                file.write(wanted)
    os.execv(python, [python, *sys.argv])


def pip(python, package):
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "20", "--retries", "2", package]
    try:
        found = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=LONGEST)
        why = found.stderr.strip()[-200:] if found.returncode != 0 else None
    except subprocess.TimeoutExpired:
        why = f"it has not ended after {LONGEST} s"
    if why is not None:
        print(f"   pip cannot install {package}: {why}", flush=True)
    return why is None


def build_program():
    """Builds synth, as it is built for tests, and gives its path."""
    cargo = os.environ.get("CARGO", "cargo")
    begun = time.monotonic()
    command = [cargo, "build", "--quiet", "--locked", "--bin", "synth", "--message-format", "json-render-diagnostics"]
    found = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    messages = [json.loads(line) for line in found.stdout.splitlines() if line.startswith("{")]
    built = [message["executable"] for message in messages if message.get("executable")]
    if found.returncode != 0 or not built:
        sys.exit("cargo build has failed")
    print(f"   built in {time.monotonic() - begun:.0f} s", flush=True)
    return built[-1]
