//! Disks that are full, folders that vanish, files that must not be touched: a clear word, an exit code of its own, and all that
//! was there as it was.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::run::{Place, SHOP};

/// A few hundred kilobytes in every format.
const LARGE: &str = "\
synth: 1
name: shop
tables:
  users:
    rows: 20k
    columns: { id: sequence, name: person.full_name, born: { gen: date, from: 1950-01-01, to: 2005-12-31 } }
  visits: { per: users, count: 0..3, columns: { user: { gen: field, of: users.id }, nr: ordinal } }
";

fn large() -> Place {
    let place = Place::new();
    place.write("s.yaml", LARGE);
    place
}

/// Every file below a folder with its content, hidden ones as well.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push((path.clone(), fs::read(&path).expect("a file"))),
        }
    }
    found.sort();
    found
}

/// A small disk of its own; `None`, with words, where this user may not make one.
struct Disk(PathBuf);

impl Disk {
    fn new(place: &Place, name: &str, size: &str) -> Option<Self> {
        let folder = place.path(name);
        fs::create_dir(&folder).expect("a folder");
        let option = format!("size={size}");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &option, "tmpfs"]).arg(&folder).output();
        match mount {
            Ok(done) if done.status.success() => Some(Self(folder)),
            other => {
                eprintln!("skipped: this user may not mount a small disk: {other:?}");
                None
            }
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A path that even root may not change; `None`, with words, where there is no such thing.
struct Frozen(PathBuf);

impl Frozen {
    fn new(path: PathBuf) -> Option<Self> {
        match Command::new("chattr").arg("+i").arg(&path).output() {
            Ok(done) if done.status.success() => Some(Self(path)),
            other => {
                eprintln!("skipped: this user may not freeze files: {other:?}");
                None
            }
        }
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        let _ = Command::new("chattr").arg("-i").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_said_and_keeps_what_was_there() {
    let place = large();
    let Some(disk) = Disk::new(&place, "disk", "140k") else { return };
    fs::create_dir(disk.0.join("out")).expect("a folder");
    place.write("disk/out/notes.txt", "keep");
    place.write("disk/out/users.csv", "old");
    let before = files(&disk.0);
    let formats = ["csv", "csv --split-rows 1k", "csv --option compression=gzip", "csv --option compression=zstd"];
    let formats = formats.into_iter().chain(["csv --manifest", "csv --table users --partition-by born"]);
    for format in formats.chain(["ndjson", "json", "sql", "xml", "xlsx", "parquet", "avro", "arrow"]) {
        for path in ["disk/out/", "disk/new/", "disk/out/all.x"] {
            let is_one = path.ends_with('x');
            if is_one && !matches!(format, "sql" | "xml" | "xlsx") {
                continue;
            }
            let line = format!("build s.yaml --overwrite --format {format} -o {path}");
            let outcome = place.run(&line).exits(3).says("No space left on device").says("disk/");
            assert!(outcome.out.is_empty(), "{line}");
            assert!(files(&disk.0) == before, "{line}: {:?}", place.list("disk/out"));
            assert_eq!(place.list("disk"), ["out"], "{line}");
        }
    }
}

#[test]
fn a_manifest_or_a_rule_that_does_not_fit_is_said() {
    let place = large();
    let Some(disk) = Disk::new(&place, "disk", "4k") else { return };
    place.run("build s.yaml --format parquet -o out/ --depfile disk/full.d -q").exits(0);
    place.write("disk/full.d", vec![b'x'; 4096]);
    let outcome = place.run("build s.yaml --format parquet -o out/ --overwrite --depfile disk/full.d -q").exits(3);
    outcome.says("No space left on device").says("the data of this build are complete");
    assert_eq!(
        (place.list("disk"), fs::read(disk.0.join("full.d")).expect("a file").len()),
        (vec!["full.d".into()], 4096)
    );
}

/// A build into `out/` that has begun and waits: one of its outputs is a pipe that nobody empties.
#[cfg(unix)]
fn waiting(place: &Place, more: &str) -> Child {
    let spec = format!(
        "{LARGE}outputs:\n  pipe: {{ format: csv, path: \"-\", tables: [users] }}\n  files: {{ format: csv, path: \"out/{{table}}.csv\"{more} }}\n"
    );
    place.write("s.yaml", spec);
    let mut command = place.command(["build", "s.yaml", "-q", "--overwrite"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    // All files are open before the first byte is written.
    let mut first = [0];
    child.stdout.as_mut().expect("piped").read_exact(&mut first).expect("a byte");
    child
}

#[cfg(unix)]
fn ended(child: Child) -> (Option<i32>, String) {
    let output = child.wait_with_output().expect("waited");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_renamed_while_a_build_runs_ends_it_without_a_trace() {
    for more in ["", ", split: { rows: 3k }"] {
        let place = large();
        fs::create_dir(place.path("out")).expect("a folder");
        place.write("out/notes.txt", "keep");
        let child = waiting(&place, more);
        fs::rename(place.path("out"), place.path("away")).expect("a new name");
        let (exit, err) = ended(child);
        assert_eq!(exit, Some(3), "{err}");
        assert!(err.contains("cannot write `out/"), "{err}");
        assert_eq!(place.list("."), ["away", "s.yaml"], "{err}");
        if cfg!(target_os = "linux") {
            let left: Vec<_> = files(&place.path("away")).into_iter().map(|(path, _)| path).collect();
            assert_eq!(left, [place.path("away/notes.txt")], "{err}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_removed_while_a_build_runs_ends_it_without_a_trace() {
    for (more, is_made_again) in [("", false), ("", true), (", split: { rows: 3k }", false), (", manifest: true", true)]
    {
        let place = large();
        let child = waiting(&place, more);
        fs::remove_dir_all(place.path("out")).expect("removed");
        if is_made_again {
            fs::create_dir(place.path("out")).expect("a folder");
            place.write("out/users.csv", "another's");
        }
        let (exit, err) = ended(child);
        assert_eq!(exit, Some(3), "{err}");
        assert!(err.contains("cannot write `out/"), "{err}");
        match is_made_again {
            true => assert_eq!(
                (place.list("out"), place.read("out/users.csv")),
                (vec!["users.csv".into()], "another's".into())
            ),
            false => assert_eq!(place.list("."), ["s.yaml"]),
        }
    }
}

#[test]
fn a_folder_that_must_not_change_is_said_before_the_first_row() {
    let place = Place::with_shop();
    fs::create_dir(place.path("locked")).expect("a folder");
    place.write("locked/users.csv", "old");
    let Some(_frozen) = Frozen::new(place.path("locked")) else { return };
    for path in ["locked/", "locked/new/deep/"] {
        place.run(&format!("build shop.yaml --format csv --overwrite -o {path}")).exits(3).says("E0708");
    }
    assert_eq!((place.list("locked"), place.read("locked/users.csv")), (vec!["users.csv".into()], "old".into()));
}

#[test]
fn a_file_that_must_not_change_keeps_the_others_as_they_were() {
    let place = Place::with_shop();
    fs::create_dir(place.path("out")).expect("a folder");
    // The last of the files: those before it have their names by then.
    place.write("out/orders.csv", "old orders");
    place.write("out/users.csv", "old users");
    for frozen in ["out/users.csv", "out/orders.csv"] {
        let Some(_frozen) = Frozen::new(place.path(frozen)) else { return };
        let outcome = place.run("build shop.yaml --format csv --overwrite -o out/").exits(3);
        outcome.says(&format!("cannot write `{frozen}`")).says("nothing of this build");
        assert_eq!(place.list("out"), ["orders.csv", "users.csv"]);
        assert_eq!(
            (place.read("out/orders.csv"), place.read("out/users.csv")),
            ("old orders".into(), "old users".into())
        );
    }
}

/// The system refuses a second name for a file of another user.
#[cfg(unix)]
#[test]
fn files_of_another_user_are_replaced_or_as_they_were() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let place = Place::with_shop();
    fs::create_dir(place.path("out")).expect("a folder");
    place.write("out/orders.csv", "old orders");
    place.write("out/users.csv", "old users");
    fs::set_permissions(place.path("."), fs::Permissions::from_mode(0o755)).expect("a mode");
    if let Err(error) = chown(place.path("out"), Some(NOBODY), None) {
        eprintln!("skipped: this user may not give files away: {error}");
        return;
    }
    let build = || {
        let line = ["build", "shop.yaml", "--format", "csv", "--overwrite", "-q", "-o", "out/"];
        place.command(line).uid(NOBODY).output()
    };
    let Ok(probe) = build() else {
        eprintln!("skipped: the binary lies where another user cannot run it");
        return;
    };
    assert_eq!(probe.status.code(), Some(0), "{probe:?}");
    assert_eq!(fs::metadata(place.path("out/users.csv")).expect("a file").uid(), NOBODY);
    fs::remove_file(place.path("out/users.csv")).expect("removed");
    place.write("out/users.csv", "old users");
    let Some(_frozen) = Frozen::new(place.path("out/orders.csv")) else { return };
    assert_eq!(build().expect("a run").status.code(), Some(3));
    assert_eq!(
        (place.list("out"), place.read("out/users.csv")),
        (vec!["orders.csv".into(), "users.csv".into()], "old users".into())
    );
    assert_eq!(fs::metadata(place.path("out/users.csv")).expect("a file").uid(), 0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_failure_in_any_text_format() {
    let place = large();
    for def in synth::formats::FORMATS.iter().filter(|def| def.is_text) {
        let line = ["build", "s.yaml", "--table", "users", "-o", "-", "--format", def.name];
        let mut child =
            place.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        child.stdout.take().expect("piped").read_exact(&mut [0; 10]).expect("ten bytes");
        assert_eq!(ended(child), (Some(0), String::new()), "{}", def.name);
    }
}

#[test]
fn a_rule_for_make_gets_its_folder_and_never_the_place_of_data() {
    let place = Place::with_shop();
    place.run("build shop.yaml --format csv -o out/ --depfile new/deep/out.d -q").exits(0);
    assert!(place.read("new/deep/out.d").starts_with("out/users.csv"));
    place.write("file", "");
    for path in ["file/out.d", "out", "out/users.csv/x/out.d"] {
        let line = format!("build shop.yaml --format csv -o elsewhere/ --depfile {path}");
        place.run(&line).exits(3).says("E0708").says(path);
        assert!(place.list("elsewhere").is_empty(), "{path}");
    }
    let outcome =
        place.run("build shop.yaml --format csv -o out/ --overwrite --depfile out/../out/users.csv -q").exits(3);
    outcome.says("it is a file of this build");
    assert!(place.read("out/users.csv").starts_with("id\n"));
}

#[cfg(unix)]
#[test]
fn links_among_folders_are_followed_and_a_link_in_the_place_of_a_file_is_replaced() {
    use std::os::unix::fs::symlink;
    let place = Place::with_shop();
    fs::create_dir(place.path("real")).expect("a folder");
    place.write("precious", "keep");
    symlink("real", place.path("link")).expect("a link");
    symlink("../precious", place.path("real/users.csv")).expect("a link");
    symlink("nowhere", place.path("dangling")).expect("a link");
    place.run("build shop.yaml --format csv -o link/").exits(3).says("E0706").says("link/users.csv");
    place.run("build shop.yaml --format csv -o link/ --overwrite").exits(0);
    assert!(fs::symlink_metadata(place.path("real/users.csv")).expect("a file").is_file());
    assert_eq!(
        (place.list("real"), place.read("precious")),
        (vec!["orders.csv".into(), "users.csv".into()], "keep".into())
    );
    place.run("build shop.yaml --format csv -o dangling/").exits(3).says("`dangling` is not a folder");
}

#[cfg(unix)]
#[test]
fn one_folder_under_two_names_is_committed_once() {
    let place = Place::new();
    fs::create_dir(place.path("real")).expect("a folder");
    std::os::unix::fs::symlink("real", place.path("link")).expect("a link");
    let spec = |more: &str| {
        format!(
            "synth: 1\ntables:\n  users: {{ rows: 3, columns: {{ id: sequence }} }}\noutputs:\n  a: {{ format: csv, path: \"real/{{table}}.csv\"{more} }}\n  b: {{ format: json, path: \"link/{{table}}.json\"{more} }}\n"
        )
    };
    place.write("x.yaml", spec(", manifest: true"));
    place.run("build x.yaml").exits(1).says("E0705").says("manifest.json` are one file");
    place.write("x.yaml", spec(""));
    place.run("build x.yaml").exits(0);
    assert_eq!(place.list("real"), ["users.csv", "users.json"]);
}

#[test]
fn a_table_called_manifest_does_not_lose_its_place_to_one() {
    let place = Place::new();
    let spec = "synth: 1\ntables:\n  manifest: { rows: 3, columns: { id: sequence } }\n";
    place.write("x.yaml", spec);
    place.run("build x.yaml --format json -o out/ --manifest").exits(2).says("E0705").says("out/manifest.json");
    assert!(place.list("out").is_empty());
    place.run("build x.yaml --format csv -o out/ --manifest").exits(0);
    place.write(
        "x.yaml",
        format!("{spec}outputs:\n  a: {{ format: json, path: \"out/{{table}}.json\", manifest: true }}\n"),
    );
    place.run("check x.yaml").exits(1).says("E0705");
}

#[test]
fn names_as_long_as_the_disk_takes_them_are_written() {
    let place = Place::with_shop();
    for name in ["n".repeat(251), format!("{}x", "ü".repeat(125))] {
        place.run(&format!("build shop.yaml --table users --format csv -o out/{name}.csv")).exits(0);
        place.run(&format!("build shop.yaml --table users --format csv -o out/{name}.csv --overwrite")).exits(0);
        let folder = place.list("out");
        assert!(folder.len() == 1 && folder[0].starts_with(&name), "{folder:?}");
        fs::remove_dir_all(place.path("out")).expect("removed");
        let outcome = place.run(&format!("build shop.yaml --table users --format csv -o out/{name}x.csv")).exits(3);
        outcome.says("too long");
        assert!(place.list(".").iter().all(|name| name != "out"));
    }
}

#[test]
fn an_output_folder_that_is_a_file_is_called_so() {
    let place = Place::with_shop();
    place.write("file", "keep");
    for more in ["", "--split-rows 7", "--manifest", "--if-changed", "--overwrite"] {
        for path in ["file/", "file/deep/er/"] {
            let outcome = place.run(&format!("build shop.yaml --format csv -o {path} {more}")).exits(3);
            if more != "--manifest" && more != "--if-changed" {
                outcome.says("E0708").says("`file` is not a folder");
            }
        }
    }
    assert_eq!((place.list("."), place.read("file")), (vec!["file".into(), "shop.yaml".into()], "keep".into()));
}

#[test]
fn folders_in_the_place_of_files_are_said_before_the_first_row_and_stay() {
    let place = Place::with_shop();
    for folder in ["a/users.csv", "b/manifest.json", "c/users/part-00007.csv", "c/users/part-00001.csv/x"] {
        fs::create_dir_all(place.path(folder)).expect("a folder");
    }
    for (path, more) in [("a/", ""), ("b/", "--manifest"), ("c/", "--split-rows 50")] {
        let line = format!("build shop.yaml --format csv -o {path} {more}");
        place.run(&line).exits(3).says("E0706");
        place.run(&format!("{line} --overwrite")).exits(3).says("E0708").says("is a directory");
    }
    assert_eq!(
        (place.list("a"), place.list("b"), place.list("c")),
        (vec!["users.csv".into()], vec!["manifest.json".into()], vec!["users".into()])
    );
    assert_eq!(place.list("c/users"), ["part-00001.csv", "part-00007.csv"]);
    assert_eq!(place.list("c/users/part-00001.csv"), ["x"]);
}

#[test]
fn parts_of_an_earlier_build_go_and_files_of_others_stay() {
    let place = Place::with_shop();
    fs::create_dir_all(place.path("out/users")).expect("a folder");
    for name in ["part-00007.csv", "part-00001.csv", "notes.txt", "part-1.csv.bak", ".hidden", "part-00001.json"] {
        place.write(&format!("out/users/{name}"), "old");
    }
    place.write("out/other.csv", "old");
    let line = "build shop.yaml --table users --format csv -o out/ --split-rows 50";
    place.run(line).exits(3).says("E0706");
    assert_eq!(place.read("out/users/part-00001.csv"), "old");
    place.run(&format!("{line} --overwrite")).exits(0);
    let left = [".hidden", "notes.txt", "part-00001.csv", "part-00001.json", "part-00002.csv", "part-1.csv.bak"];
    assert_eq!(place.list("out/users"), left);
    assert_eq!((place.read("out/users/part-00001.json"), place.read("out/other.csv")), ("old".into(), "old".into()));
}

#[test]
fn two_builds_of_parts_into_one_folder_leave_the_parts_of_one() {
    let place = large();
    let rows = |split: u32| 20_000_u32.div_ceil(split) as usize;
    for round in 0..6 {
        let splits = [1000, 7000];
        let line = |split: u32| format!("build s.yaml --table users --format csv -o out/ -q --split-rows {split}");
        let run = |split| {
            let more = if round % 2 == 0 { "" } else { " --overwrite" };
            let line = line(split) + more;
            place.command(line.split_whitespace()).stderr(Stdio::piped()).spawn().expect("a run")
        };
        if round % 2 == 0 {
            let _ = fs::remove_dir_all(place.path("out"));
        }
        let outcomes = splits.map(run).map(|child| child.wait_with_output().expect("waited"));
        let done: Vec<bool> = outcomes.iter().map(|outcome| outcome.status.success()).collect();
        assert_eq!(done.iter().filter(|done| **done).count(), if round % 2 == 0 { 1 } else { 2 }, "{outcomes:?}");
        let left = place.list("out/users");
        assert!(splits.iter().any(|split| left.len() == rows(*split)), "round {round}: {left:?}");
        for lost in outcomes.iter().filter(|outcome| !outcome.status.success()) {
            assert_eq!(lost.status.code(), Some(3));
            assert!(String::from_utf8_lossy(&lost.stderr).contains("exist"), "{lost:?}");
        }
    }
}

/// A finished build with a manifest, and the manifest's text.
fn built() -> (Place, String) {
    let place = Place::with_shop();
    place.run("build shop.yaml --format csv -o out/ --if-changed").exits(0);
    let text = place.read("out/manifest.json");
    (place, text)
}

#[test]
fn a_manifest_that_lies_is_not_believed() {
    let (place, good) = built();
    place.write("out/notes.txt", "keep");
    place.write("outside.csv", "keep");
    let entry = |path: &str, bytes: usize| {
        format!("{{\"path\": \"{path}\", \"format\": \"csv\", \"tables\": [], \"rows\": 0, \"bytes\": {bytes}}}")
    };
    let bytes = "\"bytes\": ";
    let lies = [
        good.replace(bytes, "\"bytes\": 1"),
        good.replace(bytes, "\"bytes\": 9999999999999"),
        good.replace("\"users.csv\"", "\"/etc/passwd\""),
        good.replace("\"users.csv\"", "\"../outside.csv\""),
        good.replace("\"users.csv\"", "\"\""),
        good.replace("\"files\": [", &format!("\"files\": [{},", entry("notes.txt", 5))),
        good.replace("\"files\": [", &format!("\"files\": [{}", (entry("no.csv", 1) + ",").repeat(200_000))),
    ];
    for lie in lies {
        assert_ne!(lie, good);
        place.write("out/manifest.json", &lie);
        let outcome = place.run("build shop.yaml --format csv -o out/ --if-changed").says("is not true");
        // What no manifest lists is not replaced without a word.
        assert!(
            matches!(outcome.exit, 0 | 3) && (outcome.exit == 0 || outcome.err.contains("E0706")),
            "{}",
            outcome.err
        );
        place.run("build shop.yaml --format csv -o out/ --if-changed --overwrite").exits(0);
        assert_eq!(place.read("out/manifest.json"), good);
        assert_eq!((place.read("out/notes.txt"), place.read("outside.csv")), ("keep".into(), "keep".into()));
        assert_eq!(place.list("out"), ["manifest.json", "notes.txt", "orders.csv", "users.csv"]);
    }
}

#[test]
fn what_is_no_manifest_is_called_so_and_kept() {
    let (place, good) = built();
    let deep = "[".repeat(200_000);
    let odd = good.replacen("\"manifest\": 1", "\"manifest\": 2", 1);
    let negative = good.replace("\"bytes\": ", "\"bytes\": -");
    let texts: [&[u8]; 7] =
        [b"{\"name\": \"app\"}", b"\xff\xfe{", b"", b"null", deep.as_bytes(), odd.as_bytes(), negative.as_bytes()];
    for text in texts {
        place.write("out/manifest.json", text);
        place.run("build shop.yaml --format csv -o out/ --if-changed").exits(3).says("E0813").says("--overwrite");
        assert_eq!(fs::read(place.path("out/manifest.json")).expect("a file"), text);
    }
    fs::remove_file(place.path("out/manifest.json")).expect("removed");
    fs::create_dir(place.path("out/manifest.json")).expect("a folder");
    place.run("build shop.yaml --format csv -o out/ --if-changed").exits(3).says("E0813");
    place.run("build shop.yaml --format csv -o out/ --if-changed --overwrite").exits(3).says("E0708");
    assert_eq!(place.list("out"), ["manifest.json", "orders.csv", "users.csv"]);
}

/// A spec's golden in `golden/shop`.
fn golden() -> Place {
    let place = Place::new();
    fs::create_dir(place.path("specs")).expect("a folder");
    place.write("specs/shop.yaml", SHOP);
    place.run("golden update specs golden -q").exits(0);
    place
}

#[test]
fn a_folder_of_goldens_that_is_a_file_is_called_so() {
    let place = golden();
    place.write("file", "keep");
    place.run("golden check specs file").exits(3).says("E1002").says("Not a directory");
    place.run("golden update specs file").exits(3).says("E0708").says("`file` is not a folder");
    assert_eq!(place.read("file"), "keep");
    fs::remove_dir_all(place.path("golden/shop")).expect("removed");
    place.write("golden/shop", "keep");
    place.run("golden check specs golden").exits(3).says("E1002");
    place.run("golden update specs golden").exits(3).says("`golden/shop` is not a folder");
    assert_eq!(place.read("golden/shop"), "keep");
}

#[test]
fn a_lock_that_cannot_be_trusted_is_called_so_and_written_anew_only_with_words() {
    let place = golden();
    let good = place.read("golden/shop/synth.lock");
    let newer = good.replacen("\"lock\": 1", "\"lock\": 2", 1);
    let texts: [&[u8]; 4] = [newer.as_bytes(), b"\xff\xfe", b"", b"{\"lock\": 1}"];
    for text in texts {
        place.write("golden/shop/synth.lock", text);
        place.run("golden check specs golden").exits(3).says("E1002").says("golden/shop/synth.lock");
        assert_eq!(fs::read(place.path("golden/shop/synth.lock")).expect("a file"), text);
        place.run("golden update specs golden").exits(0).says("written anew").says("could not be trusted");
        assert_eq!(place.read("golden/shop/synth.lock"), good);
    }
    fs::remove_file(place.path("golden/shop/synth.lock")).expect("removed");
    fs::create_dir(place.path("golden/shop/synth.lock")).expect("a folder");
    let before = files(&place.path("golden"));
    place.run("golden check specs golden").exits(3).says("E1002");
    place.run("golden update specs golden").exits(3).says("E0708");
    assert!(files(&place.path("golden")) == before);
}
