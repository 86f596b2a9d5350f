//! Pages about what there is, and the first file.

use super::run::Place;

#[test]
fn a_new_spec_checks_and_builds_and_is_never_replaced() {
    let place = Place::new();
    place.run("new shop").exits(0).says("wrote shop.yaml").says("synth preview shop.yaml").prints_nothing();
    place.run("check shop.yaml --strict").exits(0);
    place.run("build shop.yaml").exits(0);
    let before = place.read("shop.yaml");
    place.run("new shop").exits(3).says("E0808").says("exists already");
    place.run("new shop.yaml").exits(3);
    assert_eq!(place.read("shop.yaml"), before);
    place.run("new no/such/folder/x").exits(3).says("E0808");
}

#[test]
fn help_and_version_are_data() {
    let place = Place::new();
    let help = place.run("--help").exits(0);
    assert!(help.out.contains("Exit codes:") && help.out.contains("synth build shop.yaml"), "{}", help.out);
    assert!(help.out.lines().count() <= 50, "more than a screen");
    assert!(place.run("--version").exits(0).out.starts_with("synth "));
    place.run("bild").exits(2).says("build").prints_nothing();
    place.run("").exits(2);
}

#[test]
fn every_code_is_explained_and_a_slip_is_understood() {
    let place = Place::new();
    let list = place.run("explain").exits(0).out;
    assert!(list.lines().count() > 30);
    for code in list.lines().filter_map(|line| line.split(' ').next()) {
        assert!(place.run(&format!("explain {code}")).exits(0).out.starts_with(code));
    }
    assert!(place.run("explain e0107").exits(0).out.contains("stands twice"));
    place.run("explain E017").exits(2).says("did you mean").prints_nothing();
}

#[test]
fn every_generator_and_format_has_a_page() {
    let place = Place::new();
    for what in ["generators", "formats"] {
        let list: serde_json::Value =
            serde_json::from_str(&place.run(&format!("{what} --json")).exits(0).out).expect("JSON");
        for entry in list.as_array().expect("a list") {
            let name = entry["name"].as_str().expect("a name");
            let page = place.run(&format!("{what} {name}")).exits(0).out;
            assert!(page.starts_with(name), "{page}");
            let page = place.run(&format!("{what} {name} --json")).exits(0).out;
            let _: serde_json::Value = serde_json::from_str(&page).expect("JSON");
        }
    }
    assert!(place.run("generators sequence").out.contains("start (number"), "{}", place.run("generators sequence").out);
    place.run("generators sequense").exits(2).says("did you mean `sequence`?");
}

#[test]
fn the_schema_is_json() {
    let place = Place::new();
    let schema: serde_json::Value = serde_json::from_str(&place.run("schema").exits(0).out).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}
