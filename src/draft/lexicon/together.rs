//! Columns of one table that speak of each other -> the same, in agreement: times in order, first and last names, age and birthday.

use super::chronology;
use crate::draft::ir::Column;

/// Makes the columns of a table agree. To be called when all of them are known; what the description says (windows, choices, other
/// generators) stays.
pub fn settle(columns: &mut [Column], stated: &[(&str, &str)]) {
    chronology::order_times(columns, stated);
    share_names(columns);
    share_age(columns);
}

fn has(columns: &[Column], generator: &str) -> bool {
    columns.iter().any(|column| column.generator == generator)
}

fn become_one(columns: &mut [Column], from: &str, to: &str, names: &[&str]) {
    let found = columns.iter_mut().find(|column| column.generator == from && names.contains(&column.name.as_str()));
    if let Some(column) = found {
        column.generator = to.to_owned();
    }
}

/// "nombre y apellidos" and "name and surname" are a first and a last name; "nom" or "nome" alone is the whole.
fn share_names(columns: &mut [Column]) {
    if has(columns, "person.last_name") {
        become_one(columns, "person.full_name", "person.first_name", &["name", "nombre", "nome", "nominativo"]);
    }
    if !has(columns, "person.last_name") {
        become_one(columns, "person.first_name", "person.full_name", &["nome"]);
    }
    if has(columns, "person.first_name") {
        become_one(columns, "person.full_name", "person.last_name", &["name", "nom"]);
    } else {
        become_one(columns, "person.last_name", "person.full_name", &["nom"]);
    }
}

/// An age beside a birthday is the age at that birthday.
fn share_age(columns: &mut [Column]) {
    let ages = |column: &&mut Column| column.name == "age" && column.param("mean").is_some();
    if has(columns, "person.birth_date")
        && let Some(age) = columns.iter_mut().find(ages)
    {
        *age = Column {
            generator: "person.age".to_owned(),
            params: Vec::new(),
            r#type: Default::default(),
            ..std::mem::take(age)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, column};
    use super::*;

    fn settled(names: &[&str], language: Language) -> Vec<String> {
        let mut columns: Vec<Column> = names.iter().map(|name| column(name, "customers", language).column).collect();
        settle(&mut columns, &[]);
        columns.into_iter().map(|column| column.generator).collect()
    }

    #[test]
    fn names_and_ages_agree() {
        assert_eq!(settled(&["name", "surname"], Language::En), ["person.first_name", "person.last_name"]);
        assert_eq!(settled(&["nombre", "apellidos"], Language::Es), ["person.first_name", "person.last_name"]);
        assert_eq!(settled(&["nom", "prénom"], Language::Fr), ["person.last_name", "person.first_name"]);
        assert_eq!(settled(&["nom", "ville"], Language::Fr), ["person.full_name", "address.city"]);
        assert_eq!(settled(&["nome", "cognome"], Language::It), ["person.first_name", "person.last_name"]);
        assert_eq!(settled(&["Vorname", "Name"], Language::De), ["person.first_name", "person.last_name"]);
        assert_eq!(settled(&["age", "date of birth"], Language::En), ["person.age", "person.birth_date"]);
    }
}
