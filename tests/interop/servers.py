"""Database servers of one's own: started in a folder that is thrown away, on a socket in it, as a user without rights.

Each takes a script as people load it, through the system's own client, and gives back tables as columns of canonical values.
"""
import glob, os, shutil, sqlite3, subprocess, tempfile, time
from canonical import of_native, of_text
from readers import columns_of
from tools import Missing, install, is_root

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


class LoadError(Exception):
    """What the system said about a script."""


def run(command, **options):
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)
    if found.returncode != 0:
        raise LoadError(f"{os.path.basename(command[0])}: {(found.stderr or found.stdout).strip()[-600:]}")
    return found.stdout


def find(name, *folders):
    places = [os.path.join(folder, name) for pattern in folders for folder in sorted(glob.glob(pattern), reverse=True)]
    return next((place for place in [shutil.which(name), *places] if place and os.access(place, os.X_OK)), None)


class Server:
    """A process in a folder of its own; `with` starts and stops it."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="synth-interop-", dir="/tmp")  # a socket's path is short
        os.chmod(self.folder, 0o755)
        self.process = None
        if is_root():
            os.chown(self.folder, 65534, 65534)
        try:
            self.start()
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def unprivileged(self, command):
        return (NOBODY if is_root() else []) + command

    def spawn(self, command):
        log = open(os.path.join(self.folder, "log"), "wb")
        self.process = subprocess.Popen(self.unprivileged(command), stdout=log, stderr=log, cwd=self.folder)

    def wait(self):
        for _ in range(300):
            try:
                return self.ask("SELECT 1")
            except LoadError as error:
                if self.process.poll() is not None:
                    with open(os.path.join(self.folder, "log"), errors="replace") as log:
                        raise LoadError(f"it does not start: {log.read()[-600:]}") from error
                time.sleep(0.1)
        raise LoadError("it does not answer for 30 seconds")


class PostgreSQL(Server):
    """PostgreSQL."""

    identifier = staticmethod(lambda name: '"' + name.replace('"', '""') + '"')

    def __init__(self):
        folders = ("/usr/local/bin", "/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin")
        if not find("initdb", *folders):
            install("postgresql")
        self.initdb, self.postgres, self.psql = (find(name, *folders) for name in ("initdb", "postgres", "psql"))
        if not (self.initdb and self.postgres and self.psql):
            raise Missing("initdb, postgres or psql is not there")

    def start(self):
        data = os.path.join(self.folder, "data")
        run(self.unprivileged([self.initdb, "-D", data, "-U", "synth", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]), cwd=self.folder)
        self.spawn([self.postgres, "-D", data, "-k", self.folder, "-F", "-c", "listen_addresses=", "-c", "timezone=America/New_York"])

    def client(self, database):
        return [self.psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "synth", "-d", database]

    def ask(self, sql, database="postgres"):
        return run([*self.client(database), "-At", "-c", sql])

    def fresh(self, database):
        self.ask(f"CREATE DATABASE {database}")

    def load(self, database, script):
        run([*self.client(database), "-f", script])

    def foreign_keys(self, database):
        return int(self.ask("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated", database))

    def read(self, database, table, types):
        order = " ORDER BY id" if "id" in types else ""
        names = ", ".join(map(self.identifier, types))
        # The session's zone is not UTC, so that a timestamp whose zone got lost shows.
        out = self.ask(f"SET TimeZone = 'UTC'; COPY (SELECT {names} FROM {self.identifier(table)}{order}) TO STDOUT", database)
        return columns_of(types, (line.split("\t") for line in out.split("\n")[:-1]), lambda type_, cell: of_text(type_, uncopied(cell)))


def uncopied(cell):
    """The text of a cell of COPY."""
    if cell == "\\N":
        return None
    escapes = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
    pieces = cell.split("\\\\")
    for i, piece in enumerate(pieces):
        head, *rest = piece.split("\\")
        pieces[i] = head + "".join(escapes[part[0]] + part[1:] for part in rest)
    return "\\".join(pieces)


class MariaDB(Server):
    """MariaDB."""

    def foreign_keys(self, database):
        return int(self.ask(f"SELECT count(*) FROM information_schema.referential_constraints WHERE constraint_schema = '{database}'"))

    identifier = staticmethod(lambda name: "`" + name.replace("`", "``") + "`")

    def __init__(self):
        folders = ("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin")
        if not find("mariadbd", *folders):
            install("mariadb-server")
        self.server, self.installer, self.program = (find(name, *folders) for name in ("mariadbd", "mariadb-install-db", "mariadb"))
        if not (self.server and self.installer and self.program):
            raise Missing("mariadbd, mariadb-install-db or mariadb is not there")

    def start(self):
        data = os.path.join(self.folder, "data")
        run(self.unprivileged([self.installer, "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db"]), cwd=self.folder)
        self.spawn([self.server, "--no-defaults", f"--datadir={data}", f"--socket={self.folder}/socket", "--skip-networking", f"--pid-file={self.folder}/pid",
                    "--character-set-server=latin1", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", "--default-time-zone=-05:00"])

    def client(self, *database):
        return [self.program, "--no-defaults", "--user=root", f"--socket={self.folder}/socket", *database]

    def ask(self, sql, *database):
        return run([*self.client(*database), "--batch", "--skip-column-names", "--default-character-set=utf8mb4", "-e", sql])

    def fresh(self, database):
        self.ask(f"CREATE DATABASE {database}")

    def load(self, database, script):
        with open(script, "rb") as file:
            run(self.client(database), stdin=file)

    def read(self, database, table, types):
        order = " ORDER BY id" if "id" in types else ""
        cells = ", ".join(f"IFNULL(HEX({self.cell(name, type_)}), 'null')" for name, type_ in types.items())
        out = self.ask(f"SELECT {cells} FROM {self.identifier(table)}{order}", database)
        return columns_of(types, (line.split("\t") for line in out.split("\n")[:-1]), self.value)

    def cell(self, name, type_):
        """The column as bytes: text in UTF-8, binary as it is."""
        name = self.identifier(name)
        if type_ == "binary":
            return name
        if type_ == "float32":
            name = f"({name} + 0e0)"  # alone it shows six digits
        return f"CONVERT({name} USING utf8mb4)"

    def value(self, type_, cell):
        if cell == "null":
            return None
        if type_ == "binary":
            return bytes.fromhex(cell)
        text = bytes.fromhex(cell).decode("utf-8")
        if type_ == "duration":
            return int(text)
        return of_text("timestamp" if type_ == "timestamp(tz)" else type_, text)


class SQLite:
    """SQLite."""

    identifier = staticmethod(lambda name: '"' + name.replace('"', '""') + '"')

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="synth-interop-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, database):
        session = sqlite3.connect(os.path.join(self.folder, database))
        session.execute("PRAGMA foreign_keys = ON")
        return session

    def fresh(self, database):
        pass

    def load(self, database, script):
        with open(script, encoding="utf-8", newline="") as file:
            sql = file.read()
        session = self.open(database)
        try:
            session.executescript(sql)
        except sqlite3.Error as error:
            raise LoadError(str(error)) from error
        finally:
            session.close()

    def foreign_keys(self, database):
        """As many as there are, all rows checked anew."""
        broken = self.ask("SELECT * FROM pragma_foreign_key_check", database)
        if broken:
            raise LoadError(f"rows without their target: {broken[:200]}")
        return int(self.ask("SELECT count(*) FROM (SELECT DISTINCT m.name, f.id FROM sqlite_master m, pragma_foreign_key_list(m.name) f)", database))

    def ask(self, sql, database):
        session = self.open(database)
        try:
            return "".join("|".join(map(str, row)) + "\n" for row in session.execute(sql))
        finally:
            session.close()

    def read(self, database, table, types):
        order = " ORDER BY id" if "id" in types else " ORDER BY rowid"
        names = ", ".join(map(self.identifier, types))
        session = self.open(database)
        rows = session.execute(f"SELECT {names} FROM {self.identifier(table)}{order}").fetchall()
        session.close()
        return columns_of(types, rows, self.value)

    def value(self, type_, value):
        if value is None:
            return None
        if type_ == "bool" and value in (0, 1):
            return bool(value)
        if type_.startswith("decimal"):
            return short_decimal(type_, value)
        if isinstance(value, str):
            return of_text(type_, value)
        return of_native(type_, value)


class SQLiteShell(SQLite):
    """SQLite's shell."""

    def __init__(self):
        self.shell = find("sqlite3")
        if not self.shell:
            raise Missing("sqlite3 is not there")

    def load(self, database, script):
        with open(script, "rb") as file:
            run([self.shell, "-bail", os.path.join(self.folder, database)], stdin=file)


def short_decimal(type_, value):
    """SQLite's decimals are floats up to 15 digits, which the digits of the scale bring back, and texts beyond."""
    precision, scale = map(int, type_[8:-1].split(","))
    if precision > 15:
        return of_text(type_, value)
    return of_text(type_, f"{value:.{scale}f}")
