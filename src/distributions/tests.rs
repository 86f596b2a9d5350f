//! Every family against its own CDF, its moments and its bounds.

use super::*;
use crate::random::{Key, RowId};

fn bits(n: u64) -> Vec<u64> {
    let key = Key::root(1, 2024);
    (0..n).map(|i| key.bits(RowId::root(i), 0)).collect()
}

fn sampler(spec: DistSpec, min: Option<f64>, max: Option<f64>, zero: f64) -> Sampler {
    Sampler::new(&spec, min, max, zero).unwrap_or_else(|e| panic!("{spec:?}: {e}"))
}

fn part(weight: f64, dist: DistSpec) -> MixturePart {
    MixturePart { weight, dist, min: None, max: None }
}

/// (spec, min, max, expected mean before `max`, where it is known).
fn cases() -> Vec<(DistSpec, Option<f64>, Option<f64>, Option<f64>)> {
    use DistSpec::*;
    let both = |a, b| (Some(a), Some(b));
    let mut cases = Vec::new();
    let mut add = |spec, (min, max), mean| cases.push((spec, min, max, mean));
    let open = (None, None);
    add(Uniform, open, Some(0.5));
    add(Uniform, both(-3.0, 9.0), Some(3.0));
    add(UniformInteger, both(1.0, 6.0), Some(3.5));
    add(Normal { mean: 10.0, sd: 3.0 }, open, Some(10.0));
    add(Normal { mean: 10.0, sd: 3.0 }, both(12.0, 13.0), None);
    add(LogNormal { mu: 1.0, sigma: 0.5 }, open, Some(libm::exp(1.125)));
    add(LogNormalQuantiles { median: 22.0, p95: 80.0 }, both(2.0, 400.0), None);
    add(Exponential { mean: 7.0 }, open, Some(7.0));
    add(ExponentialRate { rate: 4.0 }, open, Some(0.25));
    add(Gamma { shape: 0.3, scale: 2.0 }, open, Some(0.6));
    add(GammaMean { shape: 4.0, mean: 20.0 }, open, Some(20.0));
    add(Gamma { shape: 4.0, scale: 1.0 }, both(6.0, 20.0), None);
    add(Gamma { shape: 9000.0, scale: 0.1 }, open, Some(900.0));
    add(Beta { alpha: 2.0, beta: 5.0 }, open, Some(2.0 / 7.0));
    add(Beta { alpha: 0.5, beta: 0.5 }, both(10.0, 20.0), Some(15.0));
    add(Weibull { shape: 1.5, scale: 3.0 }, open, Some(3.0 * libm::tgamma(1.0 + 1.0 / 1.5)));
    add(Pareto { shape: 3.0, scale: 2.0 }, open, Some(3.0));
    add(Triangular { mode: Some(2.0) }, both(0.0, 10.0), Some(4.0));
    add(Poisson { mean: 0.7 }, open, Some(0.7));
    add(Poisson { mean: 4.5 }, (Some(2.0), None), Some(4.5));
    add(Poisson { mean: 1234.5 }, open, Some(1234.5));
    add(Poisson { mean: 5e8 }, open, Some(5e8));
    add(Poisson { mean: 50.0 }, (None, Some(20.0)), None);
    add(Binomial { n: 20, p: 0.3 }, open, Some(6.0));
    add(Binomial { n: 4_000_000_000, p: 0.25 }, open, Some(1e9));
    add(Geometric { mean: 2.3 }, (Some(1.0), None), Some(2.3));
    add(Geometric { mean: 1e6 }, open, Some(1e6));
    add(GeometricP { p: 0.2 }, open, Some(4.0));
    add(NegativeBinomial { mean: 4.0, dispersion: 0.6 }, open, Some(4.0));
    add(NegativeBinomial { mean: 30.0, dispersion: 12.0 }, (Some(5.0), None), Some(30.0));
    add(NegativeBinomial { mean: 1e6, dispersion: 0.6 }, open, Some(1e6));
    add(NegativeBinomial { mean: 1e5, dispersion: 0.2 }, (None, Some(300_000.0)), None);
    add(Zipf { s: 1.1, n: 500 }, open, None);
    add(Zipf { s: 0.8, n: 10_000_000 }, open, None);
    add(Zipf { s: 2.0, n: 10 }, (Some(5.0), Some(8.0)), None);
    add(Histogram { edges: vec![0.0, 1.0, 5.0, 6.0], weights: vec![1.0, 0.0, 3.0] }, open, Some(4.25));
    add(Histogram { edges: vec![0.0, 1.0, 5.0, 6.0], weights: vec![1.0, 2.0, 3.0] }, both(0.5, 5.5), None);
    add(Quantiles { at: vec![(0.0, 1.0), (0.5, 3.0), (0.9, 10.0), (1.0, 50.0)] }, open, Some(1.0 + 2.6 + 3.0));
    add(Quantiles { at: vec![(0.5, 3.0), (0.9, 10.0)] }, both(1.0, 50.0), Some(6.6));
    let normals = vec![part(3.0, Normal { mean: 0.0, sd: 1.0 }), part(1.0, Normal { mean: 10.0, sd: 2.0 })];
    add(Mixture { of: normals.clone() }, open, Some(2.5));
    add(Mixture { of: normals.clone() }, both(0.5, 9.0), None);
    let counts = vec![part(1.0, Poisson { mean: 2.0 }), part(1.0, Geometric { mean: 20.0 })];
    add(Mixture { of: counts }, (Some(1.0), None), None);
    let nested = vec![part(1.0, Mixture { of: normals }), part(1.0, Exponential { mean: 5.0 })];
    add(Mixture { of: nested }, (Some(0.0), Some(20.0)), None);
    cases
}

/// Largest distance between the empirical and the given CDF, in units of 1 / sqrt(n). Right for laws with atoms, too: there
/// both are compared at the atom and just below.
fn kolmogorov(sampler: &Sampler, values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len() as f64;
    let mut worst: f64 = 0.0;
    for group in values.chunk_by(|a, b| a == b) {
        let start = (group.as_ptr() as usize - values.as_ptr() as usize) / size_of::<f64>();
        let x = group[0];
        let below =
            if sampler.is_discrete() { sampler.cdf(x - 1.0) } else { sampler.cdf(x - x.abs() * 1e-15 - 1e-300) };
        worst = worst.max((sampler.cdf(x) - (start + group.len()) as f64 / n).abs());
        worst = worst.max((below - start as f64 / n).abs());
    }
    worst * n.sqrt()
}

#[test]
fn draws_follow_the_cdf() {
    let bits = bits(60_000);
    for (spec, min, max, _) in cases() {
        for zero in [0.0, 0.35] {
            let sampler = sampler(spec.clone(), min, max, zero);
            let mut values = Vec::new();
            sampler.sample_into(&bits, &mut values);
            let distance = kolmogorov(&sampler, &mut values);
            assert!(distance < 1.7, "{spec:?} {min:?} {max:?} zero {zero}: {distance}");
        }
    }
}

#[test]
fn values_stay_within_the_support_and_the_bounds() {
    let mut bits = bits(20_000);
    bits.extend([0, 1, u64::MAX, u64::MAX - 1, 1 << 63, (1 << 63) - 1]);
    for (spec, min, max, _) in cases() {
        let sampler = sampler(spec.clone(), min, max, 0.0);
        let (low, high) = sampler.support();
        assert!(low.is_finite() && high.is_finite() && low <= high);
        assert!(min.is_none_or(|min| low >= min) && max.is_none_or(|max| high <= max), "{spec:?}");
        let mut values = Vec::new();
        sampler.sample_into(&bits, &mut values);
        for x in values {
            assert!(low <= x && x <= high, "{spec:?}: {x} not in {low}..{high}");
            assert!(!sampler.is_discrete() || x == x.floor());
        }
    }
}

#[test]
fn nothing_gathers_at_a_bound() {
    let spec = DistSpec::LogNormalQuantiles { median: 22.0, p95: 80.0 };
    let sampler = sampler(spec, Some(2.0), Some(400.0), 0.0);
    let mut values = Vec::new();
    sampler.sample_into(&bits(100_000), &mut values);
    assert!(values.iter().filter(|&&x| x == 2.0 || x == 400.0).count() == 0);
}

#[test]
fn truncation_far_out_in_a_tail_keeps_its_digits() {
    use DistSpec::*;
    let specs = [
        Normal { mean: 0.0, sd: 1.0 },
        LogNormal { mu: 0.0, sigma: 1.0 },
        Exponential { mean: 1.0 },
        Gamma { shape: 2.0, scale: 1.0 },
        Weibull { shape: 0.8, scale: 1.0 },
    ];
    for spec in specs {
        let whole = sampler(spec.clone(), None, None, 0.0);
        for beyond in [1e-6, 1e-12] {
            let cut = whole.quantile(1.0 - beyond);
            let tail = sampler(spec.clone(), Some(cut), None, 0.0);
            let mut values = Vec::new();
            tail.sample_into(&bits(20_000), &mut values);
            assert!(values.iter().all(|&x| x >= cut));
            assert!(kolmogorov(&tail, &mut values) < 1.7, "{spec:?} {beyond}");
            values.dedup();
            assert!(values.len() > 19_900, "{spec:?} {beyond}: {}", values.len());
        }
    }
}

#[test]
fn means_are_as_asked() {
    let bits = bits(60_000);
    for (spec, min, max, mean) in cases() {
        let sampler = sampler(spec.clone(), min, max, 0.0);
        if let Some(mean) = mean {
            let error = (sampler.mean() / mean - 1.0).abs();
            assert!(error < 1e-4, "{spec:?}: {} {mean}", sampler.mean());
        }
        let mut values = Vec::new();
        sampler.sample_into(&bits, &mut values);
        let n = values.len() as f64;
        let got = values.iter().sum::<f64>() / n;
        let sd = (values.iter().map(|x| (x - got) * (x - got)).sum::<f64>() / n).sqrt();
        assert!((got - sampler.mean()).abs() < 4.0 * sd / n.sqrt(), "{spec:?}: {got} {}", sampler.mean());
    }
}

#[test]
fn the_quantile_undoes_the_cdf_and_rises() {
    for (spec, min, max, _) in cases() {
        for zero in [0.0, 0.2] {
            let sampler = sampler(spec.clone(), min, max, zero);
            let mut last = f64::NEG_INFINITY;
            for i in 1..400 {
                let u = f64::from(i) / 400.0;
                let x = sampler.quantile(u);
                assert!(x >= last, "{spec:?} {u}: {x} after {last}");
                last = x;
                if sampler.is_discrete() || x == 0.0 {
                    assert!(sampler.cdf(x) >= u - 1e-6, "{spec:?} {u}: {x} {}", sampler.cdf(x));
                    assert!(x == sampler.support().0 || sampler.cdf(x - 1.0) <= u + 1e-6, "{spec:?} {u}: {x}");
                } else {
                    assert!((sampler.cdf(x) - u).abs() < 1e-6, "{spec:?} {u}: {x} {}", sampler.cdf(x));
                }
            }
        }
    }
}

#[test]
fn a_negative_binomial_is_overdispersed_as_documented() {
    let sampler = sampler(DistSpec::NegativeBinomial { mean: 4.0, dispersion: 0.6 }, None, None, 0.0);
    let mut counts = Vec::new();
    sampler.sample_counts(&bits(200_000), &mut counts);
    let mean = counts.iter().sum::<u64>() as f64 / 200_000.0;
    let variance = counts.iter().map(|&k| (k as f64 - mean).powi(2)).sum::<f64>() / 200_000.0;
    assert!((variance - (4.0 + 16.0 / 0.6)).abs() < 1.0, "{variance}");
}

#[test]
fn zeros_come_on_top_of_truncation() {
    let spec = DistSpec::Normal { mean: 0.0, sd: 1.0 };
    for (min, max) in [(Some(3.0), Some(4.0)), (Some(-4.0), Some(-3.0)), (Some(-1.0), Some(2.0))] {
        let sampler = sampler(spec.clone(), min, max, 0.25);
        let mut values = Vec::new();
        sampler.sample_into(&bits(40_000), &mut values);
        let zeros = values.iter().filter(|&&x| x == 0.0).count() as f64 / 40_000.0;
        assert!((zeros - 0.25).abs() < 0.01, "{zeros}");
        assert!(sampler.weighted());
    }
    let all = sampler(spec, None, None, 1.0);
    assert_eq!((all.support(), all.mean(), all.sample(7), all.quantile(0.3)), ((0.0, 0.0), 0.0, 0.0, 0.0));
}

#[test]
fn degenerate_parameters_give_a_constant() {
    use DistSpec::*;
    for (spec, min, max, value) in [
        (Uniform, Some(5.1), Some(5.1), 5.1),
        (UniformInteger, Some(5.0), Some(5.0), 5.0),
        (Triangular { mode: None }, Some(0.3), Some(0.3), 0.3),
        (Beta { alpha: 2.0, beta: 3.0 }, Some(0.3), Some(0.3), 0.3),
        (Poisson { mean: 3.0 }, Some(3.0), None, 3.0),
        (Geometric { mean: 1.0 }, Some(1.0), None, 1.0),
        (Binomial { n: 9, p: 1.0 }, None, None, 9.0),
        (Binomial { n: 9, p: 0.0 }, None, None, 0.0),
        (Binomial { n: 0, p: 0.4 }, None, None, 0.0),
        (NegativeBinomial { mean: 0.0, dispersion: 2.0 }, None, None, 0.0),
        (Zipf { s: 1.0, n: 1 }, None, None, 1.0),
        (Poisson { mean: 1000.0 }, None, Some(0.0), 0.0),
        (GeometricP { p: 1.0 }, None, None, 0.0),
    ] {
        let sampler = sampler(spec.clone(), min, max, 0.0);
        for bits in bits(50) {
            assert_eq!(sampler.sample(bits), value, "{spec:?}");
        }
        assert!((sampler.mean() - value).abs() < 1e-9, "{spec:?}: {}", sampler.mean());
    }
}

#[test]
fn impossible_parameters_are_refused_by_name() {
    use DistSpec::*;
    let cases: Vec<(DistSpec, Option<f64>, Option<f64>, f64, &str)> = vec![
        (Normal { mean: 0.0, sd: 0.0 }, None, None, 0.0, "sd"),
        (Normal { mean: f64::NAN, sd: 1.0 }, None, None, 0.0, "mean"),
        (Normal { mean: 0.0, sd: 1.0 }, Some(2.0), Some(1.0), 0.0, "max"),
        (Normal { mean: 0.0, sd: 1.0 }, Some(60.0), None, 0.0, "min"),
        (Normal { mean: 0.0, sd: 1.0 }, Some(1.0), Some(1.0), 0.0, "max"),
        (LogNormalQuantiles { median: 5.0, p95: 5.0 }, None, None, 0.0, "p95"),
        (LogNormalQuantiles { median: -5.0, p95: 5.0 }, None, None, 0.0, "median"),
        (LogNormal { mu: 0.0, sigma: 1.0 }, None, Some(-1.0), 0.0, "max"),
        (Exponential { mean: -1.0 }, None, None, 0.0, "mean"),
        (ExponentialRate { rate: 0.0 }, None, None, 0.0, "rate"),
        (Triangular { mode: None }, Some(0.0), None, 0.0, "max"),
        (Triangular { mode: Some(3.0) }, Some(0.0), Some(1.0), 0.0, "mode"),
        (UniformInteger, Some(0.0), None, 0.0, "max"),
        (UniformInteger, Some(0.2), Some(0.8), 0.0, "max"),
        (Uniform, Some(2.0), None, 0.0, "max"),
        (Poisson { mean: 1.0 }, Some(2.0), None, 0.0, "mean"),
        (Geometric { mean: 2.0 }, Some(1.2), Some(1.8), 0.0, "max"),
        (GeometricP { p: 0.0 }, None, None, 0.0, "p"),
        (Binomial { n: 5, p: 1.5 }, None, None, 0.0, "p"),
        (NegativeBinomial { mean: 1.0, dispersion: 0.0 }, None, None, 0.0, "dispersion"),
        (Zipf { s: -1.0, n: 5 }, None, None, 0.0, "s"),
        (Zipf { s: 1.0, n: 0 }, None, None, 0.0, "n"),
        (Histogram { edges: vec![0.0, 1.0], weights: vec![0.0] }, None, None, 0.0, "weights"),
        (Histogram { edges: vec![0.0, 1.0], weights: vec![-1.0] }, None, None, 0.0, "weights"),
        (Histogram { edges: vec![0.0, 0.0], weights: vec![1.0] }, None, None, 0.0, "edges"),
        (Histogram { edges: vec![0.0], weights: vec![1.0] }, None, None, 0.0, "edges"),
        (Quantiles { at: vec![] }, None, None, 0.0, "at"),
        (Quantiles { at: vec![(0.0, 1.0), (0.5, 2.0)] }, None, None, 0.0, "at"),
        (Quantiles { at: vec![(0.0, 3.0), (1.0, 2.0)] }, None, None, 0.0, "at"),
        (Quantiles { at: vec![(0.0, 3.0), (2.0, 4.0)] }, None, None, 0.0, "at"),
        (Mixture { of: vec![] }, None, None, 0.0, "weights"),
        (Mixture { of: vec![part(1.0, Exponential { mean: 1.0 })] }, None, Some(-1.0), 0.0, "max"),
        (Uniform, None, None, 1.5, "zero"),
        (Uniform, None, None, f64::NAN, "zero"),
    ];
    for (spec, min, max, zero, parameter) in cases {
        let error = Sampler::new(&spec, min, max, zero).expect_err(&format!("{spec:?}"));
        assert_eq!(error.parameter, parameter, "{spec:?}: {error}");
        assert!(!error.message.is_empty() && !error.help.is_empty());
    }
}

#[test]
fn edition_1_gives_these_values_for_ever() {
    let bits = bits(64);
    let mut sum = 0u64;
    for (spec, min, max, _) in cases() {
        let sampler = sampler(spec, min, max, 0.1);
        for &bits in &bits {
            sum = crate::random::mix(sum ^ sampler.sample(bits).to_bits());
        }
    }
    assert_eq!(sum, 0x00a0_f119_8816_0477, "{sum:#x}");
}

#[test]
fn edition_1_picks_these_for_ever() {
    let key = Key::root(1, 99);
    let mut sum = 0u64;
    let mut add = |x: u64| sum = crate::random::mix(sum ^ x);
    let table = Weighted::new(&[60.0, 35.0, 4.5, 0.5]).unwrap();
    let permutations = [2, 200, 1000, 10_000_000, 1 << 64, 1 << 100].map(|size| Permutation::new(&key, size));
    let pickers = [0.0, 0.8, 1.0, 1.1, 2.5].map(|s| ConsistentZipf::new(s).unwrap());
    for id in 0..200 {
        let row = key.row(RowId::root(id));
        add(table.pick(row.bits(0)) as u64);
        permutations.iter().for_each(|permutation| add(permutation.apply(u128::from(id % 2)) as u64));
        for n in [2, 100, 5000, 1 << 40] {
            add(ConsistentUniform.pick(|draw| row.bits(draw), n));
            pickers.iter().for_each(|picker| add(picker.pick(|draw| row.bits(draw), n)));
        }
    }
    assert_eq!(sum, 0xf1ad_f380_64d8_972b, "{sum:#x}");
}
