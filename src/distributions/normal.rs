//! The normal and the lognormal distribution: quantiles by Wichura's algorithm AS 241 (PPND16, relative accuracy about
//! 1e-16), probabilities by the complementary error function.

use super::law::Law;

/// 95% quantile of the standard normal distribution.
pub(super) const Z95: f64 = 1.644_853_626_951_472_2;

/// Standard normal quantile of the probability `p` from below, `q` from above.
///
/// Wichura, *Algorithm AS 241: The Percentage Points of the Normal Distribution*, Applied Statistics 37 (1988).
#[inline]
pub(super) fn normal_quantile(p: f64, q: f64) -> f64 {
    let centred = if p < q { p - 0.5 } else { 0.5 - q };
    if centred.abs() <= 0.425 {
        return central(centred);
    }
    let z = tail(p.min(q));
    if centred < 0.0 { -z } else { z }
}

#[inline(always)]
fn polynomial(coefficients: [f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[inline(always)]
fn central(centred: f64) -> f64 {
    let r = 0.180625 - centred * centred;
    centred * polynomial(A, r) / polynomial(B, r)
}

#[inline]
fn tail(smaller: f64) -> f64 {
    let r = libm::log(smaller.max(f64::MIN_POSITIVE));
    let r = (-r).sqrt();
    if r <= 5.0 {
        let r = r - 1.6;
        polynomial(C, r) / polynomial(D, r)
    } else {
        let r = r - 5.0;
        polynomial(E, r) / polynomial(F, r)
    }
}

const A: [f64; 8] = [
    3.387_132_872_796_366_608,
    1.331_416_678_917_843_774_5e2,
    1.971_590_950_306_551_442_7e3,
    1.373_169_376_550_946_112_5e4,
    4.592_195_393_154_987_145_7e4,
    6.726_577_092_700_870_085_3e4,
    3.343_057_558_358_812_810_5e4,
    2.509_080_928_730_122_672_7e3,
];
const B: [f64; 8] = [
    1.0,
    4.231_333_070_160_091_125_2e1,
    6.871_870_074_920_579_083e2,
    5.394_196_021_424_751_107_7e3,
    2.121_379_430_158_659_586_7e4,
    3.930_789_580_009_271_061e4,
    2.872_908_573_572_194_267_4e4,
    5.226_495_278_852_854_561e3,
];
const C: [f64; 8] = [
    1.423_437_110_749_683_577_34,
    4.630_337_846_156_545_295_9,
    5.769_497_221_460_691_405_5,
    3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58,
    2.417_807_251_774_506_117_7e-1,
    2.272_384_498_926_918_458_33e-2,
    7.745_450_142_783_414_076_4e-4,
];
const D: [f64; 8] = [
    1.0,
    2.053_191_626_637_758_821_87,
    1.676_384_830_183_803_849_4,
    6.897_673_349_851_000_045_5e-1,
    1.481_039_764_274_800_745_9e-1,
    1.519_866_656_361_645_719_66e-2,
    5.475_938_084_995_344_946e-4,
    1.050_750_071_644_416_843_24e-9,
];
const E: [f64; 8] = [
    6.657_904_643_501_103_777_2,
    5.463_784_911_164_114_369_9,
    1.784_826_539_917_291_335_8,
    2.965_605_718_285_048_912_3e-1,
    2.653_218_952_657_612_309_3e-2,
    1.242_660_947_388_078_438_6e-3,
    2.711_555_568_743_487_578_15e-5,
    2.010_334_399_292_288_132_65e-7,
];
const F: [f64; 8] = [
    1.0,
    5.998_322_065_558_879_376_9e-1,
    1.369_298_809_227_358_053_1e-1,
    1.487_536_129_085_061_485_25e-2,
    7.868_691_311_456_132_591e-4,
    1.846_318_317_510_054_681_8e-5,
    1.421_511_758_316_445_888_7e-7,
    2.044_263_103_389_939_785_64e-15,
];

/// Probability that a standard normal value exceeds `z`.
pub(super) fn normal_survival(z: f64) -> f64 {
    0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2)
}

/// The normal distribution.
#[derive(Debug, Clone)]
pub(super) struct Normal {
    pub(super) mean: f64,
    pub(super) sd: f64,
}

impl Law for Normal {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        self.mean + self.sd * normal_quantile(p, q)
    }

    fn cdf(&self, x: f64) -> f64 {
        normal_survival((self.mean - x) / self.sd)
    }

    fn survival(&self, x: f64) -> f64 {
        normal_survival((x - self.mean) / self.sd)
    }

    fn bounds(&self) -> (f64, f64) {
        (f64::NEG_INFINITY, f64::INFINITY)
    }
}

/// exp of a normal distribution.
#[derive(Debug, Clone)]
pub(super) struct LogNormal {
    pub(super) log: Normal,
}

impl Law for LogNormal {
    #[inline]
    fn inverse(&self, p: f64, q: f64) -> f64 {
        libm::exp(self.log.inverse(p, q))
    }

    fn cdf(&self, x: f64) -> f64 {
        self.log.cdf(libm::log(x.max(0.0)))
    }

    fn survival(&self, x: f64) -> f64 {
        self.log.survival(libm::log(x.max(0.0)))
    }

    fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_the_published_values() {
        // Wichura's own check values.
        assert!((normal_quantile(0.25, 0.75) + 0.674_489_750_196_081_7).abs() < 1e-15);
        assert!((normal_quantile(0.001, 0.999) + 3.090_232_306_167_813_5).abs() < 1e-14);
        assert!((normal_quantile(1e-20, 1.0) + 9.262_340_089_798_408).abs() < 1e-14);
        assert_eq!(normal_quantile(0.5, 0.5), 0.0);
        assert!((normal_quantile(0.95, 0.05) - Z95).abs() < 1e-15);
    }

    #[test]
    fn quantiles_are_symmetric_and_undo_the_survival_function() {
        for exponent in 1..300 {
            let q = libm::exp(-f64::from(exponent));
            let z = normal_quantile(1.0 - q, q);
            assert_eq!(z, -normal_quantile(q, 1.0 - q));
            // A last bit of z is z^2 last bits of the probability.
            assert!((normal_survival(z) / q - 1.0).abs() < 1e-15 * (10.0 + z * z), "{q}");
        }
    }
}
