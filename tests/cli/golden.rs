//! `synth golden`: which specs and goldens are looked at.

use std::fs;

use super::run::{Place, SHOP};

const TINY: &str =
    "synth: 1\nseed: 1\nprofiles: { ci: { t: 3 } }\ntables: { t: { rows: 9, columns: { id: sequence } } }\n";

#[test]
fn a_folder_of_specs_has_a_folder_of_goldens() {
    let place = Place::new();
    fs::create_dir_all(place.path("specs/deep")).expect("folders");
    place.write("specs/shop.yaml", SHOP);
    place.write("specs/deep/other.yml", SHOP);
    place.write("specs/compose.yaml", "services: {}\n");
    place.run("golden check specs golden").exits(1).says("E1003");
    place.run("golden update specs golden").exits(0).says("shop: a new golden").says("deep/other: a new golden");
    place.run("golden check specs golden").exits(0).says("2 goldens: 2 as they were");
    fs::remove_file(place.path("specs/deep/other.yml")).expect("a spec");
    place.run("golden check specs golden").exits(1).says("has no spec");
    place.run("golden check specs/shop.yaml golden").exits(0);
}

#[test]
fn two_specs_do_not_share_a_golden() {
    let place = Place::new();
    fs::create_dir_all(place.path("a")).expect("a folder");
    place.write("a/shop.yaml", SHOP);
    place.write("a/shop.yml", SHOP.replace("seed: 7", "seed: 8"));
    place.run("golden update a golden").exits(2).says("E1005").says("would share the golden");
    assert!(!place.path("golden").exists());
}

#[cfg(unix)]
#[test]
fn links_among_folders_lead_nowhere() {
    let place = Place::with_shop();
    place.run("golden update shop.yaml golden").exits(0);
    for (from, to) in [("golden/one", "golden"), ("golden/two", "golden"), ("one", "."), ("two", ".")] {
        std::os::unix::fs::symlink(place.path(to), place.path(from)).expect("a link");
    }
    place.run("golden check . golden").exits(0).says("1 golden: 1 as they were");
}

#[test]
fn specs_that_have_the_profile_take_it() {
    let place = Place::new();
    place.write("specs/a.yaml", TINY);
    place.write("specs/b.yaml", "synth: 1\ntables: { t: { rows: 9, columns: { id: sequence } } }\n");
    let outcome = place.run("golden update specs golden --profile ci");
    outcome.exits(0).says("a: a new golden").says("b: a new golden, golden/b, without the profile");
    place.run("golden check specs golden").exits(0).says("2 as they were");
}

#[test]
fn every_spec_that_cannot_be_updated_is_named() {
    let place = Place::new();
    place.write("specs/a.yaml", TINY);
    place.write("specs/b.yaml", "synth: 1\ntables: { t: { rows: 9, columns: { id: sequence } } }\n");
    let outcome = place.run("golden update specs golden --profile cj");
    outcome.exits(2).says("no profile `cj`").says("a: not updated").says("b: not updated");
    place.run("golden update specs/a.yaml golden").exits(0);
    let github = place.run("golden check specs golden --message-format github").exits(1);
    assert!(github.out.starts_with("::error file=specs/b.yaml,title=E1003::"), "{}", github.out);
}

#[test]
fn what_is_wrong_with_files_is_not_said_of_values() {
    let place = Place::new();
    place.write("specs/a.yaml", TINY);
    place.run("golden update specs golden").exits(0);
    place.write("golden/a/t.csv", "id\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n");
    let outcome = place.run("golden check specs golden");
    outcome.exits(3).says(".gitattributes").says("a: values are as they were, files of the golden are not");
    std::fs::remove_file(place.path("golden/a/t.csv")).expect("a file");
    place.run("golden check specs golden").exits(3).says("cannot be trusted: it is not there");
}
