use arrow_array::Array;

use super::plain::{Piece, pieces};
use crate::generators::testing::{distinct, last, plan, refused, text, texts, values};

const ID: (&str, &str) = ("id", "sequence");
const NAME: (&str, &str) = ("name", "{ gen: constant, value: Ada }");

fn made(template: &str) -> Vec<String> {
    texts(&last(3, &[ID, NAME, ("x", &format!("{{ gen: template, template: '{template}' }}"))]))
}

#[test]
fn plain_templates_are_joined_and_say_the_same_as_the_engine() {
    assert_eq!(made("{{ name }}-{{id}}!"), ["Ada-1!", "Ada-2!", "Ada-3!"]);
    assert_eq!(made("{{ name }}-{{id}}!{# slow #}"), ["Ada-1!", "Ada-2!", "Ada-3!"]);
    assert_eq!(made("no names"), ["no names"; 3]);
    assert_eq!(made("a } b {{ id }}} {"), ["a } b 1} {", "a } b 2} {", "a } b 3} {"]);
}

#[test]
fn pieces_are_found_only_where_there_is_no_logic() {
    let found = pieces("a{{ b.c }}").expect("plain");
    assert_eq!(found, [Piece::Text("a".into()), Piece::Column { path: "b.c".into(), range: 4..7 }]);
    for logic in
        ["{{ a|upper }}", "{% if a %}{% endif %}", "{{ a + 1 }}", "{{- a }}", "{{ true }}", "{# x #}", "{{ \"}}\" }}"]
    {
        assert_eq!(pieces(logic), None, "{logic}");
    }
}

#[test]
fn filters_conditions_and_loops_run() {
    assert_eq!(made("{{ name|upper }}"), ["ADA"; 3]);
    assert_eq!(made("{% if id > 2 %}big{% else %}{{ id * 10 }}{% endif %}"), ["10", "20", "big"]);
    assert_eq!(made("{% for n in range(id) %}{{ n }}{% endfor %}"), ["0", "01", "012"]);
}

#[test]
fn a_null_makes_the_whole_text_null() {
    for template in ["{{ a }}!", "{{ a|upper }}!"] {
        let a = ("a", "{ gen: choice, of: [p], null: 50% }");
        let array = last(60, &[a, ("x", &format!("{{ gen: template, template: \"{template}\" }}"))]);
        let given = last(60, &[a]);
        assert!((10..50).contains(&array.null_count()));
        for at in 0..60 {
            assert_eq!(array.is_null(at), given.is_null(at), "{template}");
        }
    }
}

#[test]
fn parents_and_references_are_in_sight() {
    let text = "synth: 1\ntables:\n  customers: { rows: 2, columns: { id: sequence } }\n  orders:\n    per: customers\n    \
                count: 2\n    columns:\n      n: ordinal\n      x: { gen: template, template: \"{{ customers.id }}/{{ n }}\" }\n      \
                y: { gen: template, template: \"{{ customers.id + 1 }}/{{ n }}\" }\n";
    let (plan, _) = plan(text).unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!(texts(&values(&plan, "orders", "x")), ["1/1", "1/2", "2/1", "2/2"]);
    assert_eq!(texts(&values(&plan, "orders", "y")), ["2/1", "2/2", "3/1", "3/2"]);
}

#[test]
fn a_template_of_one_unique_column_is_unique() {
    assert!(distinct(&last(90, &[ID, ("x", "{ gen: template, template: \"u{{ id }}@x.org\", unique: true }")])));
    let (error, _) =
        refused(9, &[ID, NAME, ("x", "{ gen: template, template: \"{{ id }}{{ name }}\", unique: true }")]);
    assert_eq!(error.code, "E0512");
}

#[test]
fn unknown_names_filters_and_syntax_are_refused_at_their_place() {
    for (template, code, culprit) in [
        ("{{ id }}{{ nme }}", "E0409", "nme"),
        ("{{ nme|upper }}", "E0409", "nme"),
        ("{{ name|uper }}", "E0537", "{{ name|uper }}"),
        ("{% if id %}", "E0537", "{% if id %}"),
        ("{{ debug() }}", "E0409", "debug"),
    ] {
        let (error, found) = refused(3, &[ID, NAME, ("x", &format!("{{ gen: template, template: \"{template}\" }}"))]);
        assert_eq!((error.code, found.as_str()), (code, culprit), "{template}: {}", error.message);
    }
}

#[test]
fn a_row_at_which_the_template_fails_gets_null() {
    let array = last(2, &[ID, ("x", "{ gen: template, template: \"{{ 1 // (id - 1) }}\" }")]);
    assert_eq!(text(&array), [None, Some("1".to_owned())]);
}
