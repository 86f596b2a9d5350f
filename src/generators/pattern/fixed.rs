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

/// See the module.
#[derive(Debug, Clone)]
pub struct Fixed {
    template: Vec<u8>,
    places: Vec<Place>,
    /// The characters of each class.
    classes: Vec<Class>,
    /// Texts that differ in the counted places.
    size: u128,
    /// Places, counted from the right, that make up the size. Those left of them, if any, have a fixed choice for each
    /// combination of the counted ones: so the texts differ even where all of them are too many to be counted.
    counted: usize,
}

#[derive(Debug, Clone)]
struct Class {
    chars: Vec<u8>,
    /// For a division by how many they are.
    divisor: Divisor,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    class: usize,
    /// Whether a draw begins here.
    is_fresh: bool,
}

impl Fixed {
    /// The fixed form of a pattern, if it has one.
    pub fn new(part: &Part) -> Option<Self> {
        let mut fixed = Self { template: Vec::new(), places: Vec::new(), classes: Vec::new(), size: 1, counted: 0 };
        fixed.add(part)?;
        fixed.count();
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
        let known = self.classes.iter().position(|class| class.chars == bytes);
        let class = known.unwrap_or_else(|| {
            self.classes.push(Class { divisor: Divisor::new(bytes.len().max(1) as u64), chars: bytes });
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
            let here = (self.classes[place.class].chars.len() as u32).next_power_of_two().trailing_zeros();
            place.is_fresh = bits + here > BITS_A_DRAW;
            bits = if place.is_fresh { here } else { bits + here };
        }
        for place in self.places.iter().rev() {
            match self.size.checked_mul(self.classes[place.class].chars.len() as u128).filter(|size| *size <= MOST) {
                Some(size) => self.size = size,
                None => break,
            }
            self.counted += 1;
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
        for place in &self.places {
            if place.is_fresh {
                bits = draws.bits(next);
                next += 1;
            }
            row[place.at] = take_high(&self.classes[place.class].chars, &mut bits);
        }
    }

    /// Writes the text of a number below the size.
    #[inline]
    pub fn nth(&self, index: u128, row: &mut [u8]) {
        let (free, counted) = self.places.split_at(self.places.len() - self.counted);
        let mut rest = index;
        let mut places = counted.iter().rev();
        if self.size > u128::from(u64::MAX) {
            for place in places.by_ref() {
                let class = &self.classes[place.class].chars;
                row[place.at] = class[(rest % class.len() as u128) as usize];
                rest /= class.len() as u128;
            }
        }
        let mut rest = rest as u64;
        for place in places {
            let class = &self.classes[place.class];
            let (quotient, digit) = class.divisor.split(rest);
            row[place.at] = class.chars[digit as usize];
            rest = quotient;
        }
        let mut hash = mix(index as u64 ^ mix((index >> 64) as u64));
        for place in free.iter().rev() {
            hash = mix(hash);
            row[place.at] = take_high(&self.classes[place.class].chars, &mut hash.clone());
        }
    }
}

/// The character that the high end of `bits` chooses; the rest of the bits moves up.
#[inline(always)]
fn take_high(class: &[u8], bits: &mut u64) -> u8 {
    let product = u128::from(*bits) * class.len() as u128;
    *bits = product as u64;
    class[(product >> 64) as usize]
}
