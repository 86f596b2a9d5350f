//! `synth golden`: which specs and goldens are looked at.

use std::fs;

use super::run::{Place, SHOP};

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
