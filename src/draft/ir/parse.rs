//! A model's JSON -> [`Ir`]. What can only mean one thing is taken so and noted; what is left is reported, all at once.
//!
//! The schema leads: each value is brought into the type that stands there, so that the types need not be lenient.

use serde_json::{Map, Value as Json};

use super::check::Problem;
use super::schema::{GeneratorNames, schema};
use super::{Assumption, Choice, Column, Ir, NotExpressible, Param, Question, Relationship, Rule, Table};
use crate::diag::closest;

/// A draft, and what was not quite as it should have been.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The draft.
    pub ir: Ir,
    /// One sentence for each thing that was filled in, left out or read in another way.
    pub notes: Vec<String>,
}

/// Reads a draft.
///
/// # Errors
/// As [`read`].
pub fn parse(text: &str) -> Result<Ir, Vec<Problem>> {
    read(text).map(|parsed| parsed.ir)
}

/// Reads a draft with notes.
///
/// # Errors
/// `E1201` where the text is no JSON, `E1202` for each value that cannot be what the schema asks for.
pub fn read(text: &str) -> Result<Parsed, Vec<Problem>> {
    let json: Json = serde_json::from_str(text).map_err(|error| {
        let problem = Problem::new("E1201", "", format!("the answer is no JSON: {error}"));
        vec![problem.help("return one JSON object by the schema, and nothing else")]
    })?;
    let mut reader = Reader { problems: Vec::new(), notes: Vec::new() };
    let shaped = reader.value(&schema(GeneratorNames::Any), &json, "", "");
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    match serde_json::from_value(shaped) {
        Ok(ir) => Ok(Parsed { ir, notes: reader.notes }),
        Err(error) => Err(vec![Problem::new("E1202", "", format!("the draft cannot be read: {error}"))]),
    }
}

struct Reader {
    problems: Vec<Problem>,
    notes: Vec<String>,
}

/// Properties without which an entry says nothing.
const NEEDED: &[(&str, &[&str])] = &[
    ("", &["tables"]),
    ("tables", &["name", "columns"]),
    ("columns", &["name"]),
    ("params", &["key", "value"]),
    ("choices", &["value"]),
    ("relationships", &["child_table", "parent_table"]),
    ("rules", &["kind", "table"]),
];

/// An entry of a list as it is when nothing is said of it.
fn default_entry(list: &str) -> Json {
    let entry = match list {
        "" => serde_json::to_value(Ir::default()),
        "tables" => serde_json::to_value(Table::default()),
        "columns" => serde_json::to_value(Column::default()),
        "params" => serde_json::to_value(Param::default()),
        "choices" => serde_json::to_value(Choice::default()),
        "relationships" => serde_json::to_value(Relationship::default()),
        "rules" => serde_json::to_value(Rule::default()),
        "assumptions" => serde_json::to_value(Assumption::default()),
        "questions" => serde_json::to_value(Question::default()),
        _ => serde_json::to_value(NotExpressible::default()),
    };
    entry.expect("drafts are plain JSON")
}

/// What a value is, in words.
fn kind(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}

impl Reader {
    /// A value in the shape of its schema. `list` is the name of the list in which an object stands.
    fn value(&mut self, schema: &Json, value: &Json, path: &str, list: &str) -> Json {
        let found = match schema["type"].as_str().unwrap_or_default() {
            "object" => return self.object(schema, value, path, list),
            "array" => return self.array(schema, value, path),
            "string" if schema.get("enum").is_some() => return self.name(schema, value, path),
            "string" => text(value),
            "integer" => whole(value),
            "number" => number(value),
            _ => boolean(value),
        };
        found.unwrap_or_else(|wanted| {
            self.refuse(path, format!("{} stands where {wanted} belongs", kind(value)), "");
            Json::Null
        })
    }

    fn refuse(&mut self, path: &str, message: String, help: &str) {
        self.problems.push(Problem::new("E1202", path, message).help(help));
    }

    fn object(&mut self, schema: &Json, value: &Json, path: &str, list: &str) -> Json {
        let Json::Object(given) = value else {
            self.refuse(path, format!("{} stands where an object belongs", kind(value)), "");
            return Json::Null;
        };
        let mut shaped = match default_entry(list) {
            Json::Object(default) => default,
            _ => Map::new(),
        };
        let needed = NEEDED.iter().find(|(name, _)| *name == list).map_or(&[][..], |(_, keys)| keys);
        let no_properties = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&no_properties);
        let mut others: Vec<&String> = given.keys().filter(|key| !properties.contains_key(*key)).collect();
        let (mut absent, mut missing) = (Vec::new(), Vec::new());
        for (key, property) in properties {
            let at = format!("{path}/{key}");
            let near = || closest(key, others.iter().map(|key| key.as_str())).map(str::to_owned);
            match given.get(key).filter(|value| !value.is_null()) {
                Some(value) => {
                    shaped.insert(key.clone(), self.value(property, value, &at, key));
                }
                None => match near() {
                    Some(near) => {
                        self.notes.push(format!("`{near}` at {path}/ was taken for `{key}`"));
                        shaped.insert(key.clone(), self.value(property, &given[&near], &at, key));
                        others.retain(|other| **other != near);
                    }
                    None if needed.contains(&key.as_str()) => missing.push(at),
                    None => absent.push(key.as_str()),
                },
            }
        }
        for at in missing {
            self.refuse(&at, "is missing".to_owned(), "every property of the schema is required");
        }
        if !absent.is_empty() {
            self.notes.push(format!("{path}/ had no {}; taken for empty", absent.join(", ")));
        }
        self.notes.extend(others.into_iter().map(|key| format!("`{}` at {path}/ has no meaning", shown(key))));
        Json::Object(shaped)
    }

    fn array(&mut self, schema: &Json, value: &Json, path: &str) -> Json {
        let items = &schema["items"];
        let list = path.rsplit('/').next().unwrap_or_default();
        let given = match value {
            Json::Array(given) => given.clone(),
            other => match self.listed(items, other, path, list) {
                Some(given) => given,
                None => {
                    self.refuse(path, format!("{} stands where a list belongs", kind(value)), "");
                    return Json::Array(Vec::new());
                }
            },
        };
        let values = given.iter().enumerate().map(|(at, item)| self.item(items, item, &format!("{path}/{at}"), list));
        Json::Array(values.collect())
    }

    /// An item; of choices the bare value will do.
    fn item(&mut self, schema: &Json, item: &Json, path: &str, list: &str) -> Json {
        if list == "choices" && !item.is_object() {
            let value = text(item).unwrap_or(Json::Null);
            return self.value(schema, &serde_json::json!({ "value": value, "weight": 0 }), path, list);
        }
        self.value(schema, item, path, list)
    }

    /// What is no list, as one: a text alone, an object alone, parameters and choices as a mapping.
    fn listed(&mut self, items: &Json, value: &Json, path: &str, list: &str) -> Option<Vec<Json>> {
        let listed = match (value, list) {
            (Json::Object(map), "params") => {
                let pair = |(key, value): (&String, &Json)| serde_json::json!({ "key": key, "value": value });
                map.iter().map(pair).collect()
            }
            (Json::Object(map), "choices") => {
                let pair = |(value, weight): (&String, &Json)| serde_json::json!({ "value": value, "weight": weight });
                map.iter().map(pair).collect()
            }
            (Json::Object(_), _) if items["type"] == "object" => vec![value.clone()],
            (Json::String(text), _) if items["type"] == "string" => match text.is_empty() {
                true => Vec::new(),
                false => vec![value.clone()],
            },
            _ => return None,
        };
        self.notes.push(format!("{path} was {} and is taken for a list", kind(value)));
        Some(listed)
    }

    /// One of some names, in any case.
    fn name(&mut self, schema: &Json, value: &Json, path: &str) -> Json {
        let names: Vec<&str> = schema["enum"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        let said = value.as_str().unwrap_or_default();
        let folded = said.trim().to_lowercase().replace(['-', ' '], "_");
        if let Some(name) = names.iter().find(|name| **name == folded) {
            return (*name).into();
        }
        let other = alias(&folded).filter(|name| names.contains(name));
        match other.or_else(|| closest(&folded, names.iter().copied())) {
            Some(name) => {
                self.notes.push(format!("`{}` at {path} was taken for `{name}`", shown(said)));
                name.into()
            }
            None => {
                let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                self.refuse(path, format!("`{}` is none of {list}", shown(&value.to_string())), "choose one of these");
                Json::Null
            }
        }
    }
}

/// What models say instead of a name of an enum.
fn alias(name: &str) -> Option<&'static str> {
    Some(match name {
        "int" | "bigint" | "int64" | "int32" | "serial" => "integer",
        "numeric" | "money" => "decimal",
        "float64" | "double" | "real" => "float",
        "bool" => "boolean",
        "datetime" | "timestamptz" => "timestamp",
        "text" | "varchar" | "uuid" | "str" | "char" => "string",
        "primary_key" | "primary" => "pk",
        "foreign_key" | "foreign" => "fk",
        "none" | "" | "other" => "attribute",
        "explicit" => "stated",
        "implicit" | "assumed" => "inferred",
        "references" | "refers" | "ref" => "picks",
        "owned" | "has_many" | "one_to_many" => "owns",
        "constant" | "exact" => "fixed",
        "exponential" | "negative_binomial" => "geometric",
        "unique" => "unique_together",
        "expression" | "derived" => "formula",
        "aggregate" | "sum_of_children" => "rollup",
        "comparison" | "inequality" | "order" => "compare",
        _ => return None,
    })
}

/// The beginning of a text, as it can be shown.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

fn text(value: &Json) -> Result<Json, &'static str> {
    match value {
        Json::String(_) => Ok(value.clone()),
        Json::Null => Ok("".into()),
        // JSON is YAML on one line, too.
        other => Ok(other.to_string().into()),
    }
}

fn whole(value: &Json) -> Result<Json, &'static str> {
    let wanted = "a whole number of at least 0";
    let read = match value {
        Json::Number(number) => number.as_u64().map(|whole| whole as f64).or(number.as_f64()),
        Json::String(text) => measure(text),
        _ => None,
    };
    match (read, value.as_u64()) {
        (_, Some(exact)) => Ok(exact.into()),
        (Some(number), _) if number >= 0.0 && number.fract() == 0.0 && number < 1e15 => Ok((number as u64).into()),
        _ => Err(wanted),
    }
}

fn number(value: &Json) -> Result<Json, &'static str> {
    let read = match value {
        Json::Number(number) => number.as_f64(),
        Json::String(text) => measure(text),
        _ => None,
    };
    read.filter(|number| number.is_finite()).map(Json::from).ok_or("a number")
}

/// `2,000`, `20k`, `1.5M`, `10%`; nothing is 0.
fn measure(text: &str) -> Option<f64> {
    let text = text.trim().replace(['_', ','], "");
    if text.is_empty() {
        return Some(0.0);
    }
    let units = [("%", 0.01), ("k", 1e3), ("K", 1e3), ("M", 1e6), ("m", 1e6)];
    let unit = units.iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, *factor)));
    let (digits, factor) = unit.unwrap_or((&text, 1.0));
    digits.trim().parse::<f64>().ok().map(|number| (number * factor * 1e9).round() / 1e9)
}

fn boolean(value: &Json) -> Result<Json, &'static str> {
    match value {
        Json::Bool(_) => Ok(value.clone()),
        Json::String(text) if text.eq_ignore_ascii_case("true") => Ok(true.into()),
        Json::String(text) if text.eq_ignore_ascii_case("false") || text.is_empty() => Ok(false.into()),
        Json::Number(number) if number.as_f64() == Some(0.0) => Ok(false.into()),
        Json::Number(number) if number.as_f64() == Some(1.0) => Ok(true.into()),
        _ => Err("true or false"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_is_written() {
        let ir = Ir {
            title: "x".to_owned(),
            tables: vec![Table { name: "t".to_owned(), ..Table::default() }],
            ..Ir::default()
        };
        let text = serde_json::to_string(&ir).expect("plain JSON");
        assert_eq!(read(&text).expect("it is whole"), Parsed { ir, notes: Vec::new() });
    }

    #[test]
    fn what_can_only_mean_one_thing_is_taken_so_and_noted() {
        let text = r#"{"title": "gym", "tables": [{"name": "members", "rows": "2,000", "rows_origin": "Stated", "colums": [
            {"name": "age", "type": "int", "generator": "number", "params": {"min": 16, "max": 67, "edges": [1, 2]},
             "choices": ["a", {"value": 3, "weight": "60%"}], "null_rate": "10%", "unique": "true", "role": null, "colour": 1}
        ]}], "rules": [], "questions": null, "outputs": "csv"}"#;
        let Parsed { ir, notes } = read(text).expect("it can be read");
        let table = &ir.tables[0];
        let age = &table.columns[0];
        assert_eq!(
            (table.rows, age.null_rate, age.unique, age.r#type),
            (2000, 0.1, true, super::super::ColumnType::Integer)
        );
        assert_eq!(age.param("edges"), Some("[1,2]"));
        assert_eq!(age.choices[1], Choice { value: "3".to_owned(), weight: 0.6 });
        assert_eq!(ir.outputs, ["csv"]);
        for said in ["`colums`", "`colour`", "`int`", "params was an object", "had no description"] {
            assert!(notes.iter().any(|note| note.contains(said)), "{said}: {notes:#?}");
        }
    }

    #[test]
    fn every_mistake_is_told_with_its_place() {
        let text = r#"{"tables": [{"rows": -1, "columns": [{"name": "a", "type": "colour", "unique": 7}, 5]}]}"#;
        let problems = read(text).expect_err("it has mistakes");
        let told: Vec<(&str, &str)> = problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
        for path in [
            "/tables/0/name",
            "/tables/0/rows",
            "/tables/0/columns/0/type",
            "/tables/0/columns/0/unique",
            "/tables/0/columns/1",
        ] {
            assert!(told.contains(&("E1202", path)), "{path}: {told:?}");
        }
        assert_eq!(read("{\"tables\": [").expect_err("cut off")[0].code, "E1201");
        assert_eq!(read("[]").expect_err("a list")[0].code, "E1202");
    }
}
