//! Patterns whose texts all have the same length in ASCII, such as `[A-Z]{3}-[0-9]{5}`: a template of bytes and the places
//! in it that vary, written in a tight loop.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};

use super::shape::{Kind, MOST, Part};
use crate::division::Divisor;
use crate::random::{RowDraws, mix};

/// Bits of a draw that places may use up, so that no character is favoured by more than 2^-24.
const BITS_A_DRAW: u32 = 40;

/// Most texts of a group.
const MOST_GROUPED: usize = 1024;

/// Most characters of a group.
const WIDEST: usize = 4;

/// See the module.
#[derive(Debug, Clone)]
pub struct Fixed {
    template: Vec<u8>,
    places: Vec<Place>,
    /// The characters of each class.
    classes: Vec<Vec<u8>>,
    /// Texts that differ in the counted places.
    size: u128,
    /// Places, counted from the right, that make up the size. Those left of them, if any, have a fixed choice for each
    /// combination of the counted ones: so the texts differ even where all of them are too many to be counted.
    counted: usize,
    /// All places, neighbours together where that is possible.
    groups: Vec<Group>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    class: usize,
    /// Whether a draw begins here.
    is_fresh: bool,
}

/// Neighbouring places whose characters are chosen at once. A number below the product of the sizes of their classes has the same
/// digits whether they are taken one by one or together, and so have the high ends of a draw.
#[derive(Debug, Clone)]
struct Group {
    at: usize,
    width: usize,
    /// The characters of each number, in the first `width` bytes.
    texts: Vec<[u8; WIDEST]>,
    /// For a division by how many they are.
    divisor: Divisor,
    /// Whether a draw begins here.
    is_fresh: bool,
}

impl Group {
    /// A place alone.
    fn new(place: Place, class: &[u8]) -> Self {
        let text = |byte: &u8| [*byte, 0, 0, 0];
        let divisor = Divisor::new(class.len().max(1) as u64);
        Self { at: place.at, width: 1, texts: class.iter().map(text).collect(), divisor, is_fresh: place.is_fresh }
    }

    /// With another place behind, if it is the next one, belongs to the same draw and does not make too many texts.
    fn with(&self, place: Place, class: &[u8]) -> Option<Self> {
        let is_next = place.at == self.at + self.width && !place.is_fresh && self.width < WIDEST;
        if !is_next || self.texts.len() * class.len() > MOST_GROUPED {
            return None;
        }
        let texts = self.texts.iter().flat_map(|text| {
            class.iter().map(|byte| {
                let mut text = *text;
                text[self.width] = *byte;
                text
            })
        });
        let texts: Vec<_> = texts.collect();
        let divisor = Divisor::new(texts.len().max(1) as u64);
        Some(Self { texts, divisor, width: self.width + 1, ..*self })
    }

    /// Writes the characters of a number.
    #[inline(always)]
    fn write(&self, index: u64, row: &mut [u8]) {
        let text = &self.texts[index as usize];
        let to = &mut row[self.at..];
        match self.width {
            1 => to[0] = text[0],
            2 => to[..2].copy_from_slice(&text[..2]),
            3 => to[..3].copy_from_slice(&text[..3]),
            _ => to[..WIDEST].copy_from_slice(text),
        }
    }
}

impl Fixed {
    /// The fixed form of a pattern, if it has one.
    pub fn new(part: &Part) -> Option<Self> {
        let (template, places, classes, groups) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut fixed = Self { template, places, classes, size: 1, counted: 0, groups };
        fixed.add(part)?;
        fixed.count();
        fixed.group();
        Some(fixed)
    }

    fn add(&mut self, part: &Part) -> Option<()> {
        match &part.kind {
            Kind::Text(text) => text.is_ascii().then(|| self.template.extend_from_slice(text.as_bytes())),
            Kind::Class(chars) => self.add_class(chars),
            Kind::All(parts) => parts.iter().try_for_each(|part| self.add(part)),
            Kind::Repeat { part, min, max } if min == max => (0..*min).try_for_each(|_| self.add(part)),
            Kind::Either(_) | Kind::Repeat { .. } => None,
        }
    }

    fn add_class(&mut self, chars: &[char]) -> Option<()> {
        let bytes: Vec<u8> = chars.iter().map(|c| c.is_ascii().then_some(*c as u8)).collect::<Option<_>>()?;
        let known = self.classes.iter().position(|class| *class == bytes);
        let class = known.unwrap_or_else(|| {
            self.classes.push(bytes);
            self.classes.len() - 1
        });
        self.places.push(Place { at: self.template.len(), class, is_fresh: false });
        self.template.push(b'?');
        Some(())
    }

    /// Where draws begin, and how many texts there are.
    fn count(&mut self) {
        let mut bits = BITS_A_DRAW;
        for place in &mut self.places {
            let here = (self.classes[place.class].len() as u32).next_power_of_two().trailing_zeros();
            place.is_fresh = bits + here > BITS_A_DRAW;
            bits = if place.is_fresh { here } else { bits + here };
        }
        for place in self.places.iter().rev() {
            match self.size.checked_mul(self.classes[place.class].len() as u128).filter(|size| *size <= MOST) {
                Some(size) => self.size = size,
                None => break,
            }
            self.counted += 1;
        }
    }

    /// Puts neighbours together, unless some places have a choice of their own.
    fn group(&mut self) {
        for place in &self.places {
            let class = &self.classes[place.class];
            let last = self.groups.last().filter(|_| self.counted == self.places.len());
            match last.and_then(|group| group.with(*place, class)) {
                Some(wider) => *self.groups.last_mut().expect("it is the last") = wider,
                None => self.groups.push(Group::new(*place, class)),
            }
        }
    }

    /// How many texts can be told by number.
    pub const fn size(&self) -> u128 {
        self.size
    }

    /// `len` texts, each written over a copy of the template.
    pub fn array(&self, len: usize, mut write: impl FnMut(usize, &mut [u8])) -> ArrayRef {
        let width = self.template.len();
        let mut bytes = self.template.repeat(len);
        if width > 0 {
            bytes.chunks_exact_mut(width).enumerate().for_each(|(at, row)| write(at, row));
        }
        Arc::new(StringArray::new(OffsetBuffer::from_repeated_length(width, len), Buffer::from_vec(bytes), None))
    }

    /// Draws every varying place.
    #[inline]
    pub fn draw(&self, draws: RowDraws, row: &mut [u8]) {
        let (mut bits, mut next) = (0, 0);
        for group in &self.groups {
            if group.is_fresh {
                bits = draws.bits(next);
                next += 1;
            }
            group.write(take_high(group.texts.len(), &mut bits), row);
        }
    }

    /// Writes the text of a number below the size.
    #[inline]
    pub fn nth(&self, index: u128, row: &mut [u8]) {
        let (free, counted) = self.groups.split_at(self.places.len() - self.counted);
        let mut rest = index;
        let mut groups = counted.iter().rev();
        if self.size > u128::from(u64::MAX) {
            for group in groups.by_ref() {
                let texts = group.texts.len() as u128;
                group.write((rest % texts) as u64, row);
                rest /= texts;
            }
        }
        let mut rest = rest as u64;
        for group in groups {
            let (quotient, digits) = group.divisor.split(rest);
            group.write(digits, row);
            rest = quotient;
        }
        if free.is_empty() {
            return;
        }
        let mut hash = mix(index as u64 ^ mix((index >> 64) as u64));
        for group in free.iter().rev() {
            hash = mix(hash);
            group.write(take_high(group.texts.len(), &mut hash.clone()), row);
        }
    }
}

/// The number below `size` that the high end of `bits` chooses; the rest of the bits moves up.
#[inline(always)]
fn take_high(size: usize, bits: &mut u64) -> u64 {
    let product = u128::from(*bits) * size as u128;
    *bits = product as u64;
    (product >> 64) as u64
}
