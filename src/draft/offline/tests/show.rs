//! A draft -> a few lines to compare: `customers 500: id*, name, email?10%`, `orders -> customers 1..3`.

use std::fmt::Write;

use crate::draft::ir::{Column, Ir, Relationship, Role, Tie};

/// Tables, one line each, then relationships.
pub fn show(ir: &Ir) -> String {
    let mut text = String::new();
    for table in &ir.tables {
        let columns: Vec<String> = table.columns.iter().map(column).collect();
        writeln!(text, "{} {}: {}", table.name, table.rows, columns.join(", ")).expect("a text takes all");
    }
    for tie in &ir.relationships {
        writeln!(text, "{}", relationship(tie)).expect("a text takes all");
    }
    text
}

fn column(column: &Column) -> String {
    let mark = match column.role {
        Role::Pk => "*",
        Role::Fk => "^",
        Role::Attribute => "",
    };
    let null = if column.null_rate > 0.0 { format!("?{}", column.null_rate) } else { String::new() };
    format!("{}{mark}{null}", column.name)
}

fn relationship(tie: &Relationship) -> String {
    let kind = match tie.tie {
        Tie::Owns if tie.mean_children > 0.0 => format!("owns ~{}", tie.mean_children),
        Tie::Owns => format!("owns {}..{}", tie.min_children, tie.max_children),
        Tie::Picks => "picks".to_owned(),
    };
    let mut text = format!("{}.{} {kind} {}", tie.child_table, tie.child_column, tie.parent_table);
    for (is_so, what) in [
        (tie.distinct, " distinct".to_owned()),
        (!tie.other_than.is_empty(), format!(" not {}", tie.other_than)),
        (tie.null_rate > 0.0, format!(" null {}", tie.null_rate)),
        (tie.childless_rate > 0.0, format!(" childless {}", tie.childless_rate)),
    ] {
        if is_so {
            text.push_str(&what);
        }
    }
    if tie.shape == crate::draft::ir::Shape::Zipf {
        text.push_str(" zipf");
    }
    text
}

/// Prints the drafts of the descriptions in a file, one a paragraph between lines of `---`.
#[test]
#[ignore = "a tool: PROSE=file cargo test --lib offline::tests::show -- --ignored --nocapture"]
#[expect(clippy::disallowed_methods, reason = "a tool for people reads what they name")]
fn print() {
    let Ok(path) = std::env::var("PROSE") else { return };
    let all = std::fs::read_to_string(path).expect("the file can be read");
    for prose in all.split("\n---\n") {
        let before = std::time::Instant::now();
        let request = crate::draft::Request { prose, today: "2026-01-31", answers: &Default::default(), base: None };
        let found = crate::draft::Drafter::draft(&mut crate::draft::offline::Offline, &request);
        println!("=== {}", prose.trim());
        match found {
            Ok(found) => {
                print!("{}", show(&found.ir));
                println!(
                    "  outputs {:?} locale {} title {} left {:?}",
                    found.ir.outputs, found.ir.locale, found.ir.title, found.not_understood
                );
                for a in &found.ir.assumptions {
                    println!("  assumed {}: {} [{}]", a.path, a.text, a.chosen);
                }
                for q in &found.ir.questions {
                    println!("  asks {}: {} [{}]", q.path, q.text, q.default);
                }
                for n in &found.ir.not_expressible {
                    println!("  cannot {}: {}", n.text, n.evidence);
                }
            }
            Err(found) => {
                for finding in found.iter() {
                    println!("  REFUSED {} {}", finding.code, finding.message)
                }
            }
        }
        println!("  {:?}", before.elapsed());
    }
}
