"""The peers: what each needs is installed into .bench/ once; one that cannot be had is known with the reason."""
import json, os, shutil, subprocess, sys
from . import place

# What is installed from PyPI, a package at a time, so that one which fails leaves the others.
PACKAGES = {
    "words": ["faker"],
    "DuckDB": ["duckdb"],
    "numpy + polars": ["numpy", "polars"],
    "Faker": ["faker"],
    "mimesis": ["mimesis"],
    "tpchgen-cli": ["tpchgen-cli"],
}

# Peers that need the word lists, which Faker makes.
WITH_WORDS = {"DuckDB", "numpy + polars", "the loop by hand"}


class Missing(Exception):
    """A peer cannot be had, for this reason."""


class Peers:
    """What has been installed, and why the rest has not."""

    def __init__(self, may_install: bool = True) -> None:
        self.may_install = may_install
        self.state: dict[str, str | None] = {}

    def reason(self, name: str) -> str | None:
        """Why a peer cannot be run, after an attempt to install it; None if it can."""
        if name not in self.state:
            try:
                self.get(name)
                self.state[name] = None
            except Missing as missing:
                self.state[name] = str(missing)
        return self.state[name]

    def get(self, name: str) -> None:
        """Installs a peer.

        Raises Missing if it cannot be had.
        """
        if name in PACKAGES:
            for package in PACKAGES[name]:
                self.package(package)
        elif name == "gofakeit":
            self.gofakeit()
        else:
            self.rust()
        if name in WITH_WORDS:
            self.words()

    def package(self, package: str) -> None:
        """One package from PyPI, in an environment of its own."""
        python = os.path.join(place.VENV, "bin", "python")
        if not os.path.exists(python):
            self.run([sys.executable, "-m", "venv", place.VENV], "no environment for Python packages")
        if package not in versions():
            self.run([python, "-m", "pip", "install", "--quiet", package], f"pip cannot install {package}")

    def rust(self) -> None:
        """The peers in Rust and the program that measures."""
        if self.reason_of_build is not None:
            raise Missing(self.reason_of_build)

    @property
    def reason_of_build(self) -> str | None:
        """Why the peers in Rust are not built; None if they are. Built once a run, for their sources may have changed."""
        if "cargo" not in self.state:
            manifest = os.path.join(place.BENCHES, "peers", "Cargo.toml")
            build = [*place.CARGO, "build", "--quiet", "--release", "--locked", "--manifest-path", manifest]
            self.state["cargo"] = None
            try:
                if self.may_install:
                    self.run(build, "cargo cannot build benches/peers", CARGO_TARGET_DIR=place.TARGET)
                elif not os.path.exists(place.rust("measure")[0]):
                    raise Missing("benches/peers is not built")
            except Missing as missing:
                self.state["cargo"] = str(missing)
        return self.state["cargo"]

    def words(self) -> None:
        """The word lists of peers that have none themselves."""
        if not os.path.exists(os.path.join(place.WORDS, "country.txt")):
            self.package("faker")
            self.run(place.python("words.py", place.WORDS), "no word lists")

    def gofakeit(self) -> None:
        """gofakeit, if there is a Go toolchain: none is fetched."""
        if shutil.which("go") is None:
            raise Missing("no Go toolchain on this machine")
        # In a copy, for the first build writes checksums beside the sources.
        source = os.path.join(place.HOME, "go")
        shutil.copytree(os.path.join(place.BENCHES, "peers", "go"), source, dirs_exist_ok=True)
        program = os.path.join(place.HOME, "people_gofakeit")
        self.run(["go", "-C", source, "build", "-mod=mod", "-o", program, "."], "go cannot build it")

    def run(self, command: list[str], failure: str, **environment: str) -> None:
        """Runs a step of an installation.

        Raises Missing with the last line of its messages.
        """
        if not self.may_install:
            raise Missing("not installed")
        print(f"installing: {' '.join(os.path.basename(word) for word in command[:6])} ...", file=sys.stderr, flush=True)
        try:
            done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
        except OSError as error:
            raise Missing(f"{failure}: {error.strerror}") from error
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or ["no message"]
            raise Missing(f"{failure}: {lines[-1]}")


def versions() -> dict[str, str]:
    """All Python packages of the environment, by name."""
    python = os.path.join(place.VENV, "bin", "python")
    listed = place.say([python, "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"])
    return {package["name"].lower(): package["version"] for package in json.loads(listed or "[]")}
