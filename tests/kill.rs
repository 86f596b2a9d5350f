//! A build that is killed at any moment leaves no half file under a final name, and the next one cleans up after it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use synth::formats::FORMATS;
use tempfile::TempDir;

const SPEC: &str = "\
synth: 1
tables:
  users:
    rows: 20k
    columns: { id: sequence, name: person.full_name, born: { gen: date, from: 1950-01-01, to: 2005-12-31 } }
  visits: { per: users, count: 0..3, columns: { user: { gen: field, of: users.id }, nr: ordinal } }
";

/// Builds of each format that are killed.
const MOMENTS: u32 = 100;

fn build(folder: &Path, format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
    let output = if format == "csv" { "--split-rows=3k" } else { "--manifest" };
    command.args(["build", "spec.yaml", "-q", "--overwrite", "--format", format, "-o", "out/", output]);
    command.current_dir(folder).stderr(Stdio::null());
    command
}

/// Every file below a folder with its content, hidden ones as well.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push((path.display().to_string(), fs::read(&path).expect("a file"))),
        }
    }
    found.sort();
    found
}

fn is_hidden(path: &str) -> bool {
    Path::new(path).file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

#[test]
fn no_half_file_at_a_hundred_moments_of_every_kill() {
    let mut killed = 0;
    for def in FORMATS {
        let place = TempDir::new().expect("a folder");
        fs::write(place.path().join("spec.yaml"), SPEC).expect("a spec");
        let begun = Instant::now();
        assert!(build(place.path(), def.name).status().expect("a run").success(), "{}", def.name);
        let whole_time = begun.elapsed();
        let whole = files(&place.path().join("out"));
        let moments = MOMENTS.div_ceil(FORMATS.len() as u32);
        for moment in 0..moments {
            if moment % 2 == 0 {
                let _ = fs::remove_dir_all(place.path().join("out"));
            }
            let mut child = build(place.path(), def.name).spawn().expect("a run");
            // Spread over the whole run, and beyond its middle half of the time, where files get their names.
            let share = f64::from(moment * 7919 % 1000) / 1000.0;
            std::thread::sleep(Duration::from_secs_f64(whole_time.as_secs_f64() * share));
            child.kill().expect("killed, or at its end");
            killed += u32::from(!child.wait().expect("waited").success());
            for file in files(&place.path().join("out")) {
                assert!(is_hidden(&file.0) || whole.contains(&file), "{}: half a file {}", def.name, file.0);
            }
        }
        assert!(build(place.path(), def.name).status().expect("a run").success(), "{}", def.name);
        assert!(files(&place.path().join("out")) == whole, "{}: the next build leaves just its own files", def.name);
    }
    assert!(killed > MOMENTS / 4, "only {killed} builds were killed before their end");
}

#[test]
fn two_builds_into_one_folder_leave_the_files_of_one() {
    let place = TempDir::new().expect("a folder");
    let specs = ["1", "2"].map(|seed| {
        let name = format!("spec{seed}.yaml");
        fs::write(place.path().join(&name), SPEC.replace("synth: 1\n", &format!("synth: 1\nseed: {seed}\n")))
            .expect("a spec");
        name
    });
    let run = |spec: &str, overwrite: bool| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
        command.args(["build", spec, "-q", "--format", "csv", "-o", "out/"]).current_dir(place.path());
        if overwrite {
            command.arg("--overwrite");
        }
        command.stderr(Stdio::piped()).spawn().expect("a run")
    };
    for round in 0..6 {
        let both = [run(&specs[0], round > 0), run(&specs[1], round > 0)];
        let outcomes = both.map(|child| child.wait_with_output().expect("waited"));
        let done = outcomes.iter().filter(|outcome| outcome.status.success()).count();
        assert!(if round > 0 { done == 2 } else { done >= 1 }, "{outcomes:?}");
        for lost in outcomes.iter().filter(|outcome| !outcome.status.success()) {
            assert_eq!(lost.status.code(), Some(3));
            assert!(String::from_utf8_lossy(&lost.stderr).contains("exist"), "{lost:?}");
        }
        let now = files(&place.path().join("out"));
        assert_eq!(now.len(), 2, "{:?}", now.iter().map(|(path, _)| path).collect::<Vec<_>>());
        let alone = [1, 2].map(|seed| {
            let folder = TempDir::new().expect("a folder");
            let spec = place.path().join(format!("spec{seed}.yaml"));
            let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
            command.args(["build", spec.to_str().expect("UTF-8"), "-q", "--format", "csv", "-o", "out/"]);
            assert!(command.current_dir(folder.path()).status().expect("a run").success());
            files(&folder.path().join("out")).into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>()
        });
        let now: Vec<Vec<u8>> = now.into_iter().map(|(_, bytes)| bytes).collect();
        assert!(alone.contains(&now), "round {round}: files of two builds are mixed");
    }
}
