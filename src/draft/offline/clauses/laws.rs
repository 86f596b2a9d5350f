//! "bell-shaped around 170 with a deviation of 8", "median 30, 95% below 120", "mostly small" -> the law of a number.

use std::ops::Range;

use super::edit::{drop_param, hull, path, plain, prove, rounded, turn_into};
use super::view::{Num, View};
use super::{contradict, ranges};
use crate::draft::ir::{Column, ColumnType};
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words;

/// What was said of a law.
#[derive(Debug, Clone, Default)]
struct Said {
    /// `normal`, `lognormal`, ...; empty where only a mean or a median was said.
    name: &'static str,
    mean: Option<Num>,
    sd: Option<Num>,
    median: Option<Num>,
    p95: Option<Num>,
    /// Tokens of all that.
    tokens: Range<usize>,
}

/// Words for laws.
const LAWS: &[(&str, &str)] = &[
    ("bell|normal|gaussian shaped|curve|distribution|distributed|law", "normal"),
    (
        "bell-shaped|bell-curve|normally|gaussian|gaussian-distributed|gauss|normalverteilt|glockenförmig|gaussien|gaussienne",
        "normal",
    ),
    ("follow|follows|following a|the? normal", "normal"),
    ("normal ,|;|( with|and? a|the? mean|average|μ|sd|standard|std|around|about|centred|centered", "normal"),
    ("normal with|and a|the? mean|average|μ|sd|standard|std|deviation", "normal"),
    ("normal too|also|likewise", "normal"),
    ("log normal|normally", "lognormal"),
    ("lognormal|lognormally|log-normal|log-normally", "lognormal"),
    ("exponential|exponentially|exponentiell", "exponential"),
    ("poisson|poisson-distributed", "poisson"),
    ("pareto", "skewed"),
    ("zipf|zipfian", "zipf"),
    ("long|heavy|fat tail|tailed|tails", "skewed"),
    ("long-tailed|heavy-tailed|fat-tailed|long-tail|skewed|right-skewed|schief", "skewed"),
    (
        "mostly|mainly|usually|many|lots|most of? are? small|low|cheap|short .. few|some|occasional|rare|handful .. large|high|big|huge|expensive|long|larger|higher|bigger",
        "skewed",
    ),
    ("most|mostly|mainly|usually|many of? them|the|these? %col? are? small|low|cheap|tiny|short", "skewed"),
    ("many|mostly small|low|cheap .. few|some .. large|high|big|expensive", "skewed"),
    ("uniform|uniformly distributed|distribution|spread?", "uniform"),
    ("evenly|equally distributed|spread|likely|over|between?", "uniform"),
    ("gleichverteilt|uniforme|uniformément|uniformemente|uniformly|uniform", "uniform"),
];

/// Reads laws of numbers.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let said = said(&view)?;
    let inside = view.mentions().iter().find(|(_, at)| said.tokens.contains(&at.start)).map(|(place, _)| place.clone());
    let place = view.column_before(said.tokens.start).or(inside).or_else(|| view.subject(&said.tokens))?;
    let column = view.column(&place)?;
    if super::windows::is_time(column)
        || super::values::is_boolean(column)
        || matches!(column.generator.as_str(), "rollup" | "expr" | "cumulative")
    {
        return None;
    }
    drop(view);
    let tokens = said.tokens.clone();
    let law = format!("{} {:?} {:?} {:?}", said.name, value(&said.mean), value(&said.median), value(&said.sd));
    scene.claim(tokens.clone());
    contradict::say(scene, &place, "law", &law, &tokens);
    let bounds = |what: &'static str| scene.said.contains_key(&(place.clone(), what));
    let stated = (bounds("min"), bounds("max"));
    let assumed = scene.column_mut(&place).map(|column| apply(column, &said, stated))?;
    for (text, chosen) in assumed {
        scene.assume(path(&place), text, chosen);
    }
    prove(scene, &place, tokens.clone());
    Some(tokens)
}

fn value(num: &Option<Num>) -> Option<f64> {
    num.as_ref().map(|num| num.value)
}

/// Gathers what a clause says of a law.
fn said(view: &View<'_, '_>) -> Option<Said> {
    if let Some(said) = called(view) {
        return Some(said);
    }
    let named = LAWS.iter().find_map(|(pattern, name)| Some((view.find(&[pattern])?.tokens, *name)));
    // "Follows a normal distribution" has been read, all but its verb.
    let named = named.filter(|(tokens, _)| !view.scene.is_claimed(tokens.end - 1));
    let mean = view.find(&[
        "mean|average|averages|averaging|avg|mittelwert|durchschnitt|moyenne|media|média of|is|around|about|at|:|=|von|de|près? around|about|roughly|de|di? %num",
        "mu|μ =|is|of|:? %num",
        "on average|avg around|about|roughly? %num", "durchschnittlich %num",
        "im|en|em|in durchschnitt|mittel|moyenne|promedio|media|média %num",
        "%num on average",
    ]);
    let around = view
        .find(&["around|about|centred|centered|um|autour|alrededor|intorno on|at|around|de|a|ao? %num"])
        .or_else(|| view.find(&["%num give|plus|± or? take|minus? %num"]).map(first_number));
    let sd = view.find(&[
        "standard? deviation|sd|stddev|std|sigma|spread|standardabweichung|écart-type|desviación|deviazione|desvio of|is|von|de|di|:|=|around|about|estándar|padrão|standard? of|de|di? %num",
        "std dev|deviation of? %num", "give or take %num", "standard-deviation of? %num", "± %num", "+ / - %num", "+/- %num",
    ]);
    let around = around.filter(|_| named.is_some() || sd.is_some());
    let median =
        view.find(&["median|médiane|mediana|typically of|is|at|around|about|:|=|von|de|di? around|about? %num"]);
    let p95 = view
        .find(&[
            "95|95%|95th % of? them? are? below|under|less|at than?|most? %num",
            "p95|95th percentile? of|at|is|:|=? %num",
            "%share are|stay|lie? below|under %num",
        ])
        .filter(|found| found.share().is_none_or(|share| (share - 0.95).abs() < 1e-9));
    let name = named.as_ref().map_or("", |(_, name)| *name);
    let mean = mean.or(around);
    let is_deviation = sd.is_some() && is_bell(view);
    if named.is_none() && mean.is_none() && median.is_none() && !is_deviation {
        return None;
    }
    let parts = [&mean, &sd, &median, &p95].into_iter().flatten().map(|found| found.tokens.clone());
    let tokens = parts.chain(named.map(|(tokens, _)| tokens)).reduce(|one, other| hull(&one, &other))?;
    let is_unit = words::is_unit(view.norm(tokens.end), view.scene.language)
        && view.scene.table_word(tokens.end).is_none()
        && view.num_at(tokens.end - 1).is_some();
    let is_told = matches!(view.norm(tokens.end), "distributed" | "spread" | "distribution");
    let tokens = tokens.start..tokens.end + usize::from(is_unit || is_told && !name.is_empty());
    let num = |found: Option<super::phrase::Match>| found.and_then(|found| found.nums().pop());
    Some(Said { name, mean: num(mean), sd: num(sd), median: num(median), p95: num(p95), tokens })
}

/// Whether a bell has been said of the column that a clause is about: "a mean of 62 and sd 12" may come apart.
fn is_bell(view: &View<'_, '_>) -> bool {
    let place = view.mentions().first().map(|(place, _)| place.clone()).or_else(|| view.place());
    let column = place.as_ref().and_then(|place| view.column(place));
    column.is_some_and(|column| column.param("dist") == Some("normal") && column.evidence.len() > 1)
}

/// "normal(32, 6)", "N(32; 6)", "gaussian(0,1)": mean and deviation in brackets.
fn called(view: &View<'_, '_>) -> Option<Said> {
    let found = view.find(&["normal|gaussian|gauss|n|norm ( μ|mu|mean? =? %num ,|; σ|sigma|sd|std? =? %num )"])?;
    let nums = found.nums();
    let [mean, sd] = &nums[..] else { return None };
    let is_unit = words::is_unit(view.norm(found.tokens.end), view.scene.language);
    let tokens = found.tokens.start..found.tokens.end + usize::from(is_unit);
    Some(Said { name: "normal", mean: Some(mean.clone()), sd: Some(sd.clone()), tokens, ..Said::default() })
}

/// A match without what stands behind its first number.
fn first_number(found: super::phrase::Match) -> super::phrase::Match {
    let slots: Vec<_> = found.slots.into_iter().take(1).collect();
    let end = slots.first().map_or(found.tokens.end, |(_, tokens)| tokens.end);
    super::phrase::Match { tokens: found.tokens.start..end, slots }
}

type Assumed = Vec<(String, String)>;

/// Sets the law; what was assumed for it.
fn apply(column: &mut Column, said: &Said, stated: (bool, bool)) -> Assumed {
    let bound = |key: &str| column.param(key).and_then(|value| value.parse::<f64>().ok());
    let bounds = (bound("min"), bound("max"));
    let is_count = column.r#type == ColumnType::Integer && said.mean.as_ref().is_some_and(|mean| mean.value < 20.0);
    let is_money = column.generator == "product.price" || column.r#type == ColumnType::Decimal;
    if said.name == "uniform" {
        column.params.retain(|param| {
            matches!(param.key.as_str(), "min" | "max" | "scale" | "round" | "round.step" | "from" | "to")
        });
        return Assumed::new();
    }
    if let (Some(sd), "", None, None) = (&said.sd, said.name, &said.mean, &said.median) {
        column.set("sd", sd.text.clone());
        return Assumed::new();
    }
    prepare(column, said);
    let given = bounds.0.zip(bounds.1).filter(|_| stated.0 && stated.1);
    let mut assumed = Assumed::new();
    let name = match said.name {
        "" if said.median.is_some() => "lognormal",
        "" if given.is_some() => "normal",
        "" if is_count => "poisson",
        "" if is_money => "lognormal",
        "" => "normal",
        name => name,
    };
    if said.name.is_empty() {
        assumed.push((format!("the law of {} is not said", column.name), name.to_owned()));
    }
    match name {
        "normal" => normal(column, said, bounds, stated, &mut assumed),
        "lognormal" => {
            lognormal(column, said, &mut assumed);
            loosen(column, stated);
        }
        "skewed" => {
            skewed(column, said, bounds, &mut assumed);
            loosen(column, stated);
        }
        "exponential" => {
            let mean = value(&said.mean).or(value(&said.median)).unwrap_or_else(|| guess(bounds, 0.2));
            column.set("dist", "exponential");
            column.set("mean", plain(mean));
            unless(stated, column);
        }
        "poisson" => {
            column.r#type = ColumnType::Integer;
            drop_param(column, "scale");
            column.set("dist", "poisson");
            column.set("mean", plain(value(&said.mean).unwrap_or_else(|| guess(bounds, 0.5))));
            unless(stated, column);
        }
        "zipf" => {
            column.r#type = ColumnType::Integer;
            drop_param(column, "scale");
            column.set("dist", "zipf");
            column.set("s", "1.1");
            column.set("n", plain(bounds.1.unwrap_or(100.0)));
            assumed.push((format!("the exponent of {} is not said", column.name), "1.1".to_owned()));
            unless((true, false), column);
        }
        _ => {
            drop_param(column, "dist");
        }
    }
    assumed
}

/// Makes the column a number of a fitting type, with its bounds alone.
fn prepare(column: &mut Column, said: &Said) {
    let scale =
        [&said.mean, &said.sd, &said.median, &said.p95].into_iter().flatten().map(|num| num.scale).max().unwrap_or(0);
    let (was_price, r#type) = (column.generator == "product.price", column.r#type);
    let kept: Vec<_> = column
        .params
        .iter()
        .filter(|param| matches!(param.key.as_str(), "min" | "max" | "scale" | "round" | "round.step"))
        .cloned()
        .collect();
    if column.generator != "number" {
        turn_into(column, "number");
    }
    column.params = kept;
    column.r#type = match r#type {
        _ if was_price => ColumnType::Decimal,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Float => r#type,
        _ => ColumnType::Decimal,
    };
    let is_new = r#type != ColumnType::Decimal && column.r#type == ColumnType::Decimal;
    if is_new && !was_price {
        column.set("scale", scale.max(1).to_string());
    }
}

fn unless(stated: (bool, bool), column: &mut Column) {
    if !stated.0 {
        drop_param(column, "min");
    }
    if !stated.1 {
        drop_param(column, "max");
    }
}

fn guess(bounds: (Option<f64>, Option<f64>), part: f64) -> f64 {
    let (min, max) = (bounds.0.unwrap_or(0.0), bounds.1.unwrap_or(100.0));
    rounded(min + (max - min) * part)
}

fn normal(
    column: &mut Column,
    said: &Said,
    bounds: (Option<f64>, Option<f64>),
    stated: (bool, bool),
    assumed: &mut Assumed,
) {
    let middle = value(&said.mean).or(value(&said.median));
    let mean = middle.unwrap_or_else(|| guess(bounds, 0.5));
    let width = bounds.0.zip(bounds.1).filter(|_| stated.0 && stated.1).map(|(min, max)| (max - min) / 6.0);
    let sd = value(&said.sd).unwrap_or_else(|| width.unwrap_or((mean.abs() * 0.15).max(0.1)));
    let sd = if said.sd.is_some() { sd } else { rounded_to(sd) };
    column.set("dist", "normal");
    column.set("mean", said.mean.as_ref().map_or_else(|| plain(mean), |mean| mean.text.clone()));
    column.set("sd", said.sd.as_ref().map_or_else(|| plain(sd), |sd| sd.text.clone()));
    if said.sd.is_none() {
        assumed.push((format!("the deviation of {} is not said", column.name), plain(sd)));
    }
    if middle.is_none() {
        assumed.push((format!("the mean of {} is not said", column.name), plain(mean)));
    }
    unless(stated, column);
    let signed = ["temperature", "balance", "latitude", "longitude", "offset", "delta", "change", "profit"];
    if !stated.0 && mean > 0.0 && mean - 5.0 * sd < 0.0 && !signed.iter().any(|word| column.name.contains(word)) {
        column.set("min", "0");
        assumed.push((format!("the least value of {} is not said", column.name), "0".to_owned()));
    }
}

/// Two digits that count.
fn rounded_to(value: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(value.abs().max(1e-9)).floor() - 1.0);
    rounded((value / power).round() * power)
}

fn lognormal(column: &mut Column, said: &Said, assumed: &mut Assumed) {
    let median = value(&said.median).or_else(|| value(&said.mean).map(|mean| rounded_to(mean * 0.8))).unwrap_or(30.0);
    let p95 = value(&said.p95).unwrap_or_else(|| rounded_to(median * 3.0));
    if said.median.is_none()
        && said.p95.is_none()
        && let Some(mean) = &said.mean
    {
        let (mu, sigma) = (libm::log(mean.value.max(1e-9)) - 0.18, 0.6);
        column.set("dist", "lognormal");
        column.set("mu", plain(mu));
        column.set("sigma", plain(sigma));
        assumed
            .push((format!("the spread of {} is not said", column.name), "a logarithm with deviation 0.6".to_owned()));
        drop_param(column, "max");
        drop_param(column, "min");
        return;
    }
    column.set("dist", "lognormal");
    column.set("median", plain(median));
    column.set("p95", plain(p95));
    if said.p95.is_none() {
        assumed.push((format!("where 95% of {} lie below is not said", column.name), plain(p95)));
    }
}

/// Drops bounds that nobody said and that the law goes beyond.
fn loosen(column: &mut Column, (min_is_stated, max_is_stated): (bool, bool)) {
    let number = |key: &str| column.param(key).and_then(|value| value.parse::<f64>().ok());
    let (Some(median), Some(p95)) = (number("median"), number("p95")) else { return };
    let is_low = number("max").is_some_and(|max| max < p95 * 1.5) && !max_is_stated;
    let is_high = number("min").is_some_and(|min| min > median * 0.3) && !min_is_stated;
    if is_low {
        drop_param(column, "max");
    }
    if is_high {
        drop_param(column, "min");
    }
}

fn skewed(column: &mut Column, said: &Said, bounds: (Option<f64>, Option<f64>), assumed: &mut Assumed) {
    let (min, max) = (bounds.0.unwrap_or(0.0), bounds.1.unwrap_or(500.0));
    let median = value(&said.median).or(value(&said.mean)).unwrap_or_else(|| rounded_to(min + (max - min) * 0.08));
    let p95 = value(&said.p95).unwrap_or_else(|| rounded_to((min + (max - min) * 0.5).max(median * 3.0)));
    // A median that was said far below the middle: its tail is long, but not so long that the ends cut it and move the median.
    let p95 = if said.median.is_some() && said.p95.is_none() { p95.min(rounded_to(median * 8.0)) } else { p95 };
    // Three times the median lies beyond a range that begins far from zero.
    let p95 = match bounds {
        (Some(min), Some(max)) if said.p95.is_none() => p95.min(rounded_to(min + (max - min) * 0.6).max(median * 1.2)),
        _ => p95,
    };
    column.set("dist", "lognormal");
    column.set("median", plain(median));
    column.set("p95", plain(p95));
    assumed.push((
        format!("how skewed {} is, is not said", column.name),
        format!("median {}, 95% below {}", plain(median), plain(p95)),
    ));
}

/// Reads "most between 20 and 40": four fifths of a bell lie there.
pub fn read_most(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&["most|mostly|usually|typically|generally|mainly|meist|meistens of? them|these|it? .. are|is|lie|lies|fall? %span"])?;
    let span = found.span()?;
    let (low, high) = (span.min.as_ref()?.value, span.max.as_ref()?.value);
    let place = view.subject(&found.tokens)?;
    let column = view.column(&place)?;
    if low >= high
        || super::windows::is_time(column)
        || !span.unit.is_empty() && view.scene.find_table(&span.unit).is_some()
    {
        return None;
    }
    drop(view);
    let stated = |what: &'static str| scene.said.contains_key(&(place.clone(), what));
    let stated = (stated("min"), stated("max"));
    scene.claim(found.tokens.clone());
    let mean = (low + high) / 2.0;
    let sd = rounded((high - low) / 2.0 / 1.2816);
    contradict::say(scene, &place, "law", "most", &found.tokens);
    let column = scene.column_mut(&place)?;
    if column.generator != "number" {
        ranges::set_bare(column, &span);
    }
    column.set("dist", "normal");
    column.set("mean", plain(mean));
    column.set("sd", plain(sd));
    unless(stated, column);
    if !stated.0 && low >= 0.0 {
        column.set("min", "0");
    }
    let words = scene.quote(found.tokens.clone());
    scene.assume(
        path(&place),
        format!("`{words}` is read as four fifths of a bell"),
        format!("mean {}, deviation {}", plain(mean), plain(sd)),
    );
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}

/// Reads "80% are below 50, a tenth above 200": points of the distribution.
pub fn read_points(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&["%share of|are|is|lie|lies|fall? them|the? %table? are|is|lie|lies|fall? below|under|above|over|less|more|beyond than? %num"])?;
    let place = view.subject(&found.tokens)?;
    let column = view.column(&place)?;
    if super::windows::is_time(column) || column.generator == "choice" {
        return None;
    }
    let is_above = found.tokens.clone().any(|at| matches!(view.norm(at), "above" | "over" | "more" | "beyond"));
    let (share, at) = (found.share()?, found.nums().pop()?.value);
    let below = if is_above { 1.0 - share } else { share };
    let bound = |key: &str| column.param(key).and_then(|value| value.parse::<f64>().ok());
    let (min, max) = (bound("min").unwrap_or(0.0), bound("max").unwrap_or(at * 5.0));
    if !(min < at && at < max && 0.0 < below && below < 1.0) {
        return None;
    }
    drop(view);
    contradict::say(scene, &place, "law", &format!("{below} {at}"), &found.tokens);
    let column = scene.column_mut(&place)?;
    let points = format!("{{ 0: {}, {}: {}, 1: {} }}", plain(min), plain(below), plain(at), plain(max));
    column.set("dist", "quantiles");
    column.set("at", points);
    drop_param(column, "min");
    drop_param(column, "max");
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}
