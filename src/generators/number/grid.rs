//! A law and a grid of evenly spaced numbers -> values on the grid, computed as whole multiples of its step: integers,
//! decimals, and floats that are rounded.

use std::sync::Arc;

use arrow_array::types::{
    ArrowPrimitiveType, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{ArrayRef, PrimitiveArray};
use arrow_schema::DataType;

use super::super::indices;
use crate::distributions::Sampler;
use crate::engine::{Cells, Column, Domain};
use crate::random::{below, unit};

/// The numbers `k * step / 10^scale` for `k` from `low` to `high`, in a type that holds them all.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Distance between neighbours, in units of 10^-scale; above 0.
    pub step: i128,
    /// Digits behind the point.
    pub scale: u32,
    /// The least multiple.
    pub low: i128,
    /// The greatest multiple.
    pub high: i128,
    /// The type.
    pub data_type: DataType,
}

impl Grid {
    /// How many numbers; none when `low` is above `high`.
    pub const fn size(&self) -> u128 {
        if self.low > self.high { 0 } else { self.high.abs_diff(self.low).saturating_add(1) }
    }

    /// The least and the greatest number, in units of 10^-scale; `None` beyond 128 bits.
    pub fn ends(&self) -> Option<(i128, i128)> {
        Some((self.low.checked_mul(self.step)?, self.high.checked_mul(self.step)?))
    }

    /// 10^scale.
    fn unit(&self) -> f64 {
        10_i128.pow(self.scale) as f64
    }

    /// The multiple nearest to `x`, half away from zero, within the grid.
    fn nearest(&self, x: f64, unit: f64, step: f64) -> i128 {
        ((x * unit / step).round() as i128).clamp(self.low, self.high)
    }

    /// Step, least and greatest multiple, where all numbers fit into 64 bits.
    fn narrow(&self) -> Option<(i64, i64, i64)> {
        let (least, greatest) = self.ends()?;
        let fits = i64::try_from(least).is_ok() && i64::try_from(greatest).is_ok() && self.low <= self.high;
        fits.then_some((self.step as i64, self.low as i64, self.high as i64))
    }

    /// An array of the type from numbers in units of 10^-scale.
    fn array(&self, numbers: impl Iterator<Item = i128>) -> ArrayRef {
        let unit = self.unit();
        match &self.data_type {
            DataType::Int8 => made::<Int8Type>(numbers, |n| n as i8),
            DataType::Int16 => made::<Int16Type>(numbers, |n| n as i16),
            DataType::Int32 => made::<Int32Type>(numbers, |n| n as i32),
            DataType::UInt8 => made::<UInt8Type>(numbers, |n| n as u8),
            DataType::UInt16 => made::<UInt16Type>(numbers, |n| n as u16),
            DataType::UInt32 => made::<UInt32Type>(numbers, |n| n as u32),
            DataType::UInt64 => made::<UInt64Type>(numbers, |n| n as u64),
            DataType::Float32 => made::<Float32Type>(numbers, |n| (n as f64 / unit) as f32),
            DataType::Float64 => made::<Float64Type>(numbers, |n| n as f64 / unit),
            DataType::Decimal128(..) => {
                let array = PrimitiveArray::<Decimal128Type>::from_iter_values(numbers);
                Arc::new(array.with_data_type(self.data_type.clone()))
            }
            _ => made::<Int64Type>(numbers, |n| n as i64),
        }
    }
}

fn made<T: ArrowPrimitiveType>(numbers: impl Iterator<Item = i128>, convert: impl Fn(i128) -> T::Native) -> ArrayRef {
    Arc::new(PrimitiveArray::<T>::from_iter_values(numbers.map(convert)))
}

impl Domain for Grid {
    fn size(&self) -> u128 {
        Grid::size(self)
    }

    fn values(&self, indices: &[u128]) -> ArrayRef {
        self.array(indices.iter().map(|index| (self.low + *index as i128) * self.step))
    }
}

/// Every number of a grid alike, or 0 with probability `zero`.
pub struct Uniform {
    /// The numbers.
    pub grid: Grid,
    /// Share of zeros.
    pub zero: f64,
}

impl Column for Uniform {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let Grid { low, step, .. } = self.grid;
        let number = |index: u128| low.wrapping_add_unsigned(index) * step;
        let size = self.grid.size();
        if self.zero > 0.0 {
            let zeros = cells.bits(1).into_iter().map(|bits| unit(bits) < self.zero);
            let numbers = indices::drawn(cells, size).into_iter().map(number);
            return self.grid.array(numbers.zip(zeros).map(|(number, zero)| if zero { 0 } else { number }));
        }
        match (u64::try_from(size), self.grid.narrow()) {
            (Ok(size), Some((step, low, _))) => {
                let narrow = |bits| low.wrapping_add_unsigned(below(bits, size)).wrapping_mul(step);
                self.grid.array(cells.bits(0).into_iter().map(|bits| i128::from(narrow(bits))))
            }
            _ => self.grid.array(indices::drawn(cells, size).into_iter().map(number)),
        }
    }
}

/// A law rounded onto a grid.
pub struct Rounded {
    /// The numbers.
    pub grid: Grid,
    /// The law.
    pub sampler: Sampler,
    /// Whether the law has zeros mixed in, which may lie outside the grid.
    pub has_zeros: bool,
}

impl Column for Rounded {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut drawn = Vec::with_capacity(cells.len());
        self.sampler.sample_into(&cells.bits(0), &mut drawn);
        let (unit, step) = (self.grid.unit(), self.grid.step as f64);
        if let Some((whole, low, high)) = self.grid.narrow() {
            let nearest = |x: f64| ((x * unit / step).round() as i64).clamp(low, high).wrapping_mul(whole);
            let number = |x: f64| if self.has_zeros && x == 0.0 { 0 } else { nearest(x) };
            return self.grid.array(drawn.into_iter().map(|x| i128::from(number(x))));
        }
        let number = |x: f64| match self.has_zeros && x == 0.0 {
            true => 0,
            false => self.grid.nearest(x, unit, step) * self.grid.step,
        };
        self.grid.array(drawn.into_iter().map(number))
    }
}
