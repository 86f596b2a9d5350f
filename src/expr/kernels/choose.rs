//! Choosing among columns row by row: `case`, `coalesce`, `nullif`, `greatest`, `least`.

use super::logic::truths;
use super::{Column, Kernel};
use crate::engine::{TextPart, choose, merged_texts};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, new_null_array};
use arrow_select::interleave::interleave;
use arrow_select::nullif::nullif;
use std::sync::Arc;

/// From condition, value, condition, value, ..., otherwise: the value behind the first condition that is true.
pub(in crate::expr) fn case() -> Kernel {
    Arc::new(|args, rows| {
        let (otherwise, branches) = args.split_last().expect("a case has an otherwise");
        let mut choice = vec![(branches.len() / 2) as u32; rows];
        for (at, branch) in branches.chunks_exact(2).enumerate().rev() {
            choose(&mut choice, &truths(&branch[0].expand(rows)), at as u32);
        }
        let values: Vec<&Column> = branches.iter().skip(1).step_by(2).chain([otherwise]).collect();
        pick(&values, &choice)
    })
}

/// The first value that is not null.
pub(in crate::expr) fn coalesce() -> Kernel {
    Arc::new(|args, rows| {
        let mut choice = vec![args.len() as u32 - 1; rows];
        for (at, arg) in args.iter().enumerate().rev() {
            match arg.expand(rows).logical_nulls() {
                None => choice.fill(at as u32),
                Some(nulls) => choose(&mut choice, nulls.inner(), at as u32),
            }
        }
        pick(&args.iter().collect::<Vec<_>>(), &choice)
    })
}

/// From `a = b`, `a`: a, or null where they are equal.
pub(in crate::expr) fn null_if() -> Kernel {
    Arc::new(|args, rows| {
        let equal = BooleanArray::new(truths(&args[0].expand(rows)), None);
        nullif(&args[1].expand(rows), &equal).expect("both sides have the same length")
    })
}

/// The greater (or whatever `better` says of (candidate, best)) of all values that are not null.
pub(in crate::expr) fn best(better: Kernel) -> Kernel {
    Arc::new(move |args, rows| {
        let mut best = args[0].clone();
        for candidate in &args[1..] {
            let wins = truths(&better(&[candidate.clone(), best.clone()], rows_of(candidate, &best, rows)));
            let known = best.expand(rows).logical_nulls();
            let choice: Vec<u32> = (0..rows)
                .map(|row| {
                    let won = wins.value(if wins.len() == 1 { 0 } else { row });
                    u32::from(won || known.as_ref().is_some_and(|nulls| nulls.is_null(row)))
                })
                .collect();
            best = Column { array: pick(&[&best, candidate], &choice), constant: false };
        }
        best.expand(rows)
    })
}

fn rows_of(a: &Column, b: &Column, rows: usize) -> usize {
    if a.constant && b.constant { 1 } else { rows }
}

fn pick(columns: &[&Column], choice: &[u32]) -> ArrayRef {
    let arrays: Vec<&dyn Array> = columns.iter().map(|column| column.array.as_ref()).collect();
    if choice.is_empty() {
        return new_null_array(arrays[0].data_type(), 0);
    }
    let parts = columns.iter().map(|column| match column.array.as_string_opt::<i32>() {
        Some(texts) if column.constant => texts.is_valid(0).then(|| TextPart::one(texts.value(0))),
        _ => TextPart::of_rows(&column.array),
    });
    if let Some(parts) = parts.collect::<Option<Vec<_>>>() {
        return Arc::new(merged_texts(&parts, choice));
    }
    let constant: Vec<bool> = columns.iter().map(|column| column.constant).collect();
    let index = |(row, &at): (usize, &u32)| (at as usize, if constant[at as usize] { 0 } else { row });
    let indices: Vec<(usize, usize)> = choice.iter().enumerate().map(index).collect();
    interleave(&arrays, &indices).expect("all choices have the same type")
}
