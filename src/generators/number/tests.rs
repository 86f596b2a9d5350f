use arrow_array::Array;
use arrow_schema::DataType;

use crate::generators::testing::{column, distinct, floats, refusal, texts};

fn share(values: &[f64], holds: impl Fn(f64) -> bool) -> f64 {
    values.iter().filter(|value| holds(**value)).count() as f64 / values.len() as f64
}

#[test]
fn uniform_numbers_are_floats_between_the_bounds() {
    let array = column(20_000, "{ gen: number, min: 10, max: 20 }");
    assert_eq!(*array.data_type(), DataType::Float64);
    let values = floats(&array);
    assert!(values.iter().all(|x| (10.0..=20.0).contains(x)));
    let mean = values.iter().sum::<f64>() / 20_000.0;
    assert!((mean - 15.0).abs() < 0.1, "{mean}");
}

#[test]
fn uniform_integers_have_every_value_alike_both_ends_included() {
    let array = column(60_000, "{ gen: number, type: int8, min: 1, max: 6 }");
    assert_eq!(*array.data_type(), DataType::Int8);
    let values = floats(&array);
    for side in 1..=6 {
        let share = share(&values, |x| x == f64::from(side));
        assert!((share - 1.0 / 6.0).abs() < 0.01, "{side}: {share}");
    }
}

#[test]
fn integers_keep_to_the_whole_numbers_within_fractional_bounds() {
    let values = floats(&column(1_000, "{ gen: number, type: int64, min: 0.2, max: 2.9 }"));
    assert!(values.iter().all(|x| *x == 1.0 || *x == 2.0));
    assert_eq!(refusal("{ gen: number, type: int64, min: 0.2, max: 0.8 }"), ("E0530", "0.8".into()));
}

#[test]
fn the_widest_integers_are_drawn_exactly() {
    let array = column(1_000, "{ gen: number, type: uint64, min: 0, max: 18446744073709551615 }");
    let top = texts(&array).iter().filter(|text| text.parse::<u64>().unwrap() > u64::MAX / 2).count();
    assert!((400..600).contains(&top), "{top}");
    let text = "{ gen: number, type: int64, min: 9007199254740993, max: 9007199254740993 }";
    assert!(texts(&column(3, text)).iter().all(|text| text == "9007199254740993"));
}

#[test]
fn decimals_are_whole_multiples_of_their_last_digit() {
    let array = column(5_000, "{ gen: number, type: \"decimal(4,2)\", min: 0.05, max: 0.07 }");
    assert_eq!(*array.data_type(), DataType::Decimal128(4, 2));
    let texts = texts(&array);
    for text in ["0.05", "0.06", "0.07"] {
        let count = texts.iter().filter(|known| *known == text).count();
        assert!((1_500..1_850).contains(&count), "{text}: {count}");
    }
    let drawn = column(
        2_000,
        "{ gen: number, type: \"decimal(10,2)\", dist: lognormal, median: 22, p95: 80, min: 2, max: 400 }",
    );
    assert!(floats(&drawn).iter().all(|x| (2.0..=400.0).contains(x)));
}

#[test]
fn wide_decimals_use_all_their_digits() {
    let text = "{ gen: number, type: \"decimal(38,0)\", min: 0, max: 99999999999999999999999999999999999999 }";
    let array = column(500, text);
    assert!(texts(&array).iter().any(|text| text.len() == 38 && !text.ends_with("000")));
    assert!(distinct(&array));
}

#[test]
fn laws_are_rounded_to_the_nearest_and_never_leave_their_bounds() {
    let values =
        floats(&column(20_000, "{ gen: number, type: int32, dist: normal, mean: 0, sd: 1, min: -1.5, max: 1.4 }"));
    assert!(values.iter().all(|x| [-1.0, 0.0, 1.0].contains(x)), "half of the bound is not rounded outwards");
    assert!(share(&values, |x| x == 0.0) > 0.4);
}

#[test]
fn counting_laws_give_integers() {
    let array = column(10_000, "{ gen: number, dist: poisson, mean: 3 }");
    assert_eq!(*array.data_type(), DataType::Int64);
    let mean = floats(&array).iter().sum::<f64>() / 10_000.0;
    assert!((mean - 3.0).abs() < 0.1, "{mean}");
}

#[test]
fn rounding_takes_digits_or_a_step() {
    let is_multiple = |x: f64, step: f64| ((x / step).round() * step - x).abs() < 1e-9;
    let digits = floats(&column(500, "{ gen: number, min: 0, max: 1, round: 1 }"));
    assert!(digits.iter().all(|x| is_multiple(*x, 0.1)) && digits.contains(&0.1) && digits.contains(&1.0));
    let thousands = floats(&column(500, "{ gen: number, type: int64, min: 0, max: 5000, round: -3 }"));
    assert!(thousands.iter().all(|x| is_multiple(*x, 1000.0)) && thousands.contains(&5000.0));
    let steps = floats(&column(500, "{ gen: number, type: \"decimal(6,2)\", min: 1, max: 2, round: 0.05 }"));
    assert!(steps.iter().all(|x| is_multiple(*x, 0.05)));
    let fives = floats(&column(500, "{ gen: number, dist: normal, mean: 50, sd: 20, round: { step: 5 } }"));
    assert!(fives.iter().all(|x| is_multiple(*x, 5.0)));
}

#[test]
fn a_rounding_without_effect_or_beyond_the_type_is_refused() {
    assert_eq!(refusal("{ gen: number, type: \"decimal(6,2)\", min: 1, max: 2, round: 2 }"), ("E0515", "2".into()));
    assert_eq!(refusal("{ gen: number, type: int64, min: 1, max: 20, round: 5 }"), ("E0531", "5".into()));
    assert_eq!(refusal("{ gen: number, min: 1, max: 20, round: 100 }"), ("E0531", "100".into()));
    assert_eq!(refusal("{ gen: number, min: 1, max: 20, round: { step: 0 } }"), ("E0531", "0".into()));
}

#[test]
fn zeros_are_mixed_in_and_may_lie_outside_the_bounds() {
    for text in [
        "{ gen: number, type: int32, min: 5, max: 9, zero: 30% }",
        "{ gen: number, dist: normal, mean: 7, sd: 1, min: 5, max: 9, zero: 30%, type: int32 }",
        "{ gen: number, min: 5, max: 9, zero: 30% }",
    ] {
        let values = floats(&column(10_000, text));
        let zeros = share(&values, |x| x == 0.0);
        assert!((zeros - 0.3).abs() < 0.02, "{text}: {zeros}");
        assert!(values.iter().all(|x| *x == 0.0 || (5.0..=9.0).contains(x)));
    }
}

#[test]
fn unique_integers_use_their_range_up() {
    let array = column(1_000, "{ gen: number, type: int32, min: 1, max: 1000, unique: true }");
    assert!(distinct(&array));
    assert_eq!(refusal("{ gen: number, type: int32, min: 1, max: 999, unique: true }").0, "E0501");
    assert_eq!(refusal("{ gen: number, min: 1, max: 999, unique: true }").0, "E0512");
    assert_eq!(refusal("{ gen: number, type: int32, dist: poisson, mean: 3, unique: true }").0, "E0512");
}

#[test]
fn values_that_do_not_fit_their_type_are_refused() {
    assert_eq!(refusal("{ gen: number, type: int8, min: 0, max: 200 }"), ("E0425", "int8".into()));
    assert_eq!(refusal("{ gen: number, type: uint8, dist: normal, mean: 20, sd: 10 }"), ("E0425", "uint8".into()));
    assert_eq!(refusal("{ gen: number, type: \"decimal(4,2)\", min: 0, max: 100 }").0, "E0425");
}

#[test]
fn integers_without_bounds_are_refused() {
    assert_eq!(refusal("{ gen: number, type: int32, min: 3 }"), ("E0516", "number".into()));
    assert_eq!(refusal("{ gen: number, type: int32, min: 9, max: 3 }"), ("E0502", "3".into()));
    assert_eq!(refusal("{ gen: number, type: int32, min: 1, max: 3, mean: 2 }"), ("E0515", "2".into()));
}

#[test]
fn single_floats_stay_between_their_bounds() {
    let array = column(5_000, "{ gen: number, type: float32, min: 0.1, max: 0.3 }");
    assert_eq!(*array.data_type(), DataType::Float32);
    assert!(floats(&array).iter().all(|x| (0.1..=0.3).contains(x)));
    assert_eq!(array.null_count(), 0);
}
