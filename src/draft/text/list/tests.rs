use super::*;
use crate::draft::text::Language;

/// Items with their weights, and the rest of the prose; `~` for assumed weights.
fn shown(language: Language, prose: &str) -> String {
    let text = Text::new(prose).in_language(language);
    let Some(found) = list(&text, 0) else { return "none".to_owned() };
    let item = |item: &Item| match item.weight {
        Some(weight) => format!("{}={}{weight}", item.text(&text), if item.is_assumed { "~" } else { "" }),
        None => item.text(&text).to_owned(),
    };
    let items: Vec<String> = found.value.iter().map(item).collect();
    format!("{}|{}", items.join(";"), &prose[text.bytes(0..found.end).end..])
}

#[test]
fn enumerations_are_read_in_many_forms() {
    for (prose, expected) in [
        ("a, b and c", "a;b;c|"),
        ("new, open or closed.", "new;open;closed|."),
        ("new, open, or closed with a due date", "new;open;closed| with a due date"),
        ("a/b/c", "a;b;c|"),
        ("a | b | c", "a;b;c|"),
        ("either cash or card", "cash;card|"),
        ("one of red, green, blue", "red;green;blue|"),
        ("\"in transit\", 'lost' or `found`", "in transit;lost;found|"),
        ("pending, in transit, out of stock or delivered", "pending;in transit;out of stock;delivered|"),
        ("first name, last name, email and a phone number", "first name;last name;email;phone number|"),
        ("60% a, 30% b and 10% c", "a=60;b=30;c=10|"),
        ("60% are active, 30% dormant and 10% closed", "active=60;dormant=30;closed=10|"),
        ("a (60%), b (30%) or c", "a=60;b=30;c=~10|"),
        ("a (60 %), b (30 %), c (10 %)", "a=60;b=30;c=10|"),
        ("a: 60, b: 30, c: 10", "a=60;b=30;c=10|"),
        ("red 40, blue 35, green 25", "red=40;blue=35;green=25|"),
        ("room 101, room 102 and room 103", "room 101;room 102;room 103|"),
        ("a 60%, b 30%, c 10%", "a=60;b=30;c=10|"),
        ("get 80% post 15% put 5%", "get=80;post=15;put=5|"),
        ("mostly web, sometimes phone, rarely fax", "web=~70;phone=~25;fax=~5|"),
        ("70% cash, the rest card", "cash=70;card=30|"),
        ("half of them are red, a quarter green, the rest blue", "red=50;green=25;blue=25|"),
        ("10, 20 or 50", "10;20;50|"),
        ("web (70), fair (30)", "web=70;fair=30|"),
        ("name, email, phone; each", "name;email;phone|; each"),
        ("red, green and blue, each with a price", "red;green;blue|, each with a price"),
        ("cat or dog or bird", "cat;dog;bird|"),
        ("dog,\ncat or rabbit", "dog;cat;rabbit|"),
        ("S/M/L/XL sizes", "S;M;L;XL sizes|"),
        ("full-time or part-time as \"employment\"", "full-time;part-time| as \"employment\""),
    ] {
        assert_eq!(shown(Language::En, prose), expected, "{prose}");
    }
}

#[test]
fn enumerations_are_read_in_other_languages() {
    for (language, prose, expected) in [
        (Language::De, "neu, offen oder erledigt", "neu;offen;erledigt|"),
        (Language::De, "60% bar, der Rest Karte", "bar=60;Karte=40|"),
        (Language::Fr, "nom, prénom et adresse", "nom;prénom;adresse|"),
        (Language::Fr, "carte ou espèces", "carte;espèces|"),
        (Language::Es, "rojo, verde o azul", "rojo;verde;azul|"),
        (Language::Es, "nombre, correo y teléfono", "nombre;correo;teléfono|"),
        (Language::It, "rosso, verde o blu", "rosso;verde;blu|"),
        (Language::Pt, "novo, aberto ou fechado", "novo;aberto;fechado|"),
        (Language::Pt, "nome, email e telefone", "nome;email;telefone|"),
    ] {
        assert_eq!(shown(language, prose), expected, "{prose}");
    }
}

#[test]
fn what_is_no_enumeration_is_none() {
    for prose in ["members of a gym", "a", "name: text", "", ", b", "and b"] {
        assert_eq!(shown(Language::En, prose), "none", "{prose}");
    }
}
