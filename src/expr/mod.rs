//! stub
#![allow(missing_docs, dead_code)]
use arrow_array::ArrayRef;
use arrow_schema::DataType;
use std::ops::Range;
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    Null,
    Int(i64),
    Float(f64),
    Decimal { value: i128, precision: u8, scale: i8 },
    Timestamp(i64, Option<std::sync::Arc<str>>),
}
impl Literal {
    pub fn as_f64(&self) -> Option<f64> {
        None
    }
    pub fn as_integer(&self) -> Option<i128> {
        None
    }
}
pub struct NameError {
    pub message: String,
    pub help: Option<String>,
}
pub enum Resolved {
    Input { slot: usize, data_type: DataType, nullable: bool },
    Constant(Literal),
}
pub trait Scope {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError>;
}
pub struct ExprError {
    pub code: &'static str,
    pub range: Range<usize>,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
}
pub struct Warning {
    pub range: Range<usize>,
    pub message: String,
}
#[derive(Clone)]
pub struct Expr;
impl Expr {
    pub fn data_type(&self) -> &DataType {
        todo!()
    }
    pub fn nullable(&self) -> bool {
        todo!()
    }
    pub fn warnings(&self) -> &[Warning] {
        todo!()
    }
    pub fn evaluate(&self, _: &[ArrayRef], _: usize) -> ArrayRef {
        todo!()
    }
    pub fn inputs(&self) -> &[usize] {
        todo!()
    }
}
pub fn compile(_: &str, _: &mut dyn Scope) -> Result<Expr, Vec<ExprError>> {
    todo!()
}
pub fn constant(_: &str, _: &mut dyn Scope) -> Result<Literal, Vec<ExprError>> {
    todo!()
}
