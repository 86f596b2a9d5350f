//! Random expressions, the same at every run: typed by construction, shallow enough to be read when they fail.

/// A small generator of numbers (a linear congruence by Knuth's MMIX constants).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    fn integer(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self.pick(&["k", "q", "n", "1", "-3", "17", "null::int"]).to_owned();
        }
        let next = depth - 1;
        match self.below(9) {
            0 => format!("({} + {})", self.integer(next), self.integer(next)),
            1 => format!("({} - {})", self.integer(next), self.integer(next)),
            2 => format!("({} * {})", self.integer(next), self.integer(next)),
            3 => format!("({} / nullif({}, 0))", self.integer(next), self.integer(next)),
            4 => format!("({} % nullif({}, 0))", self.integer(next), self.integer(next)),
            5 => format!("abs({})", self.integer(next)),
            6 => {
                format!("case when {} then {} else {} end", self.boolean(next), self.integer(next), self.integer(next))
            }
            7 => format!("coalesce({}, {})", self.integer(next), self.integer(next)),
            _ => format!("length({})", self.text(next)),
        }
    }

    fn decimal(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self.pick(&["p", "1.5", "-0.25", "0.001", "p", "100.0"]).to_owned();
        }
        let next = depth - 1;
        match self.below(8) {
            0 => format!("({} + {})", self.decimal(next), self.decimal(next)),
            1 => format!("({} - {})", self.decimal(next), self.integer(next)),
            2 => format!("({} * {})", self.decimal(next), self.decimal(next)),
            3 => format!("({} * {})", self.integer(next), self.decimal(next)),
            4 => format!("round({}, {})", self.decimal(next), self.below(3)),
            5 => format!("greatest({}, {})", self.decimal(next), self.integer(next)),
            6 => format!("floor({})", self.decimal(next)),
            _ => format!("-({})", self.decimal(next)),
        }
    }

    fn boolean(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self.pick(&["b", "true", "w = 'free'", "q > 0", "null::boolean"]).to_owned();
        }
        let next = depth - 1;
        let comparison = self.pick(&["=", "<>", "<", "<=", ">", ">="]);
        match self.below(10) {
            0 => format!("({} {comparison} {})", self.integer(next), self.decimal(next)),
            1 => format!("({} {comparison} {})", self.integer(next), self.integer(next)),
            2 => format!("({} {comparison} {})", self.text(next), self.text(next)),
            3 => format!("({} and {})", self.boolean(next), self.boolean(next)),
            4 => format!("({} or {})", self.boolean(next), self.boolean(next)),
            5 => format!("(not {})", self.boolean(next)),
            6 => format!("({} is null)", self.integer(next)),
            7 => format!("({} in ({}, 3, 7, -2, 100))", self.integer(next), self.integer(next)),
            8 => format!("({} between {} and {})", self.integer(next), self.integer(next), self.decimal(next)),
            _ => format!("({} is distinct from {})", self.decimal(next), self.integer(next)),
        }
    }

    fn text(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self.pick(&["s", "w", "'x y'", "'größer'", "''"]).to_owned();
        }
        let next = depth - 1;
        match self.below(9) {
            0 => format!("({} || {})", self.text(next), self.text(next)),
            1 => format!("left({}, {})", self.text(next), self.integer(0)),
            2 => format!("substring({} from {} for {})", self.text(next), self.integer(0), self.below(5)),
            3 => format!("replace({}, 'e', {})", self.text(next), self.text(0)),
            4 => format!("lpad({}, {}, '*')", self.text(next), self.below(12)),
            5 => format!("concat({}, {})", self.text(next), self.integer(next)),
            6 => format!("split_part({}, ' ', {})", self.text(next), 1 + self.below(2)),
            7 => format!("coalesce({}, {})", self.text(next), self.text(next)),
            _ => format!("reverse({})", self.text(next)),
        }
    }
}

/// That many expressions.
pub fn expressions(count: usize) -> Vec<String> {
    let mut draw = Draw(2024);
    (0..count)
        .map(|at| match at % 4 {
            0 => draw.integer(3),
            1 => draw.decimal(3),
            2 => draw.boolean(3),
            _ => draw.text(3),
        })
        .collect()
}
