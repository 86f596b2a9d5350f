//! `E09xx`: comparing outputs, and reading data back.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0901",
        title: "a spec cannot be compared with data",
        explanation: "\
`synth diff` compares two specs, or two outputs. A path that ends in `.yaml` or `.yml` is a spec, every other one is data.

Fails: `synth diff shop.yaml out/`. Mended: `synth diff old.yaml new.yaml`, or `synth diff out/ other/`.
",
    },
    CodeDef {
        code: "E0902",
        title: "data cannot be read",
        explanation: "\
A file or folder that is to be read is not there, may not be read, or the disk fails. The note says what the system said.

Fails: `synth diff old.csv nwe.csv`. Mended: `synth diff old.csv new.csv`.
",
    },
];
