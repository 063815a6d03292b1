//! `pattern`: regular expressions of ECMA-262 (JSON Schema validation, section 6.3.3) and how long
//! they take.
//!
//! Clients match by backtracking, as ECMA-262 describes it. With some expressions the time that this
//! takes doubles with each character of a text that does not match; those are matched otherwise.

mod ambiguity;
mod linear;
mod node;
mod parse;

/// How the time grows that a backtracking matcher takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cost {
    /// With a power of the text's length.
    Bounded,
    /// It may double with each character.
    Exponential {
        /// The same expression in the syntax of `regex-lite`, which takes linear time; `None` when
        /// that cannot express it.
        linear: Option<String>,
    },
}

/// Finds out how the time grows that matching a pattern takes. Patterns that are none are bounded.
#[must_use]
pub fn cost(pattern: &str) -> Cost {
    match parse::parse(pattern) {
        Some(node) if ambiguity::is_exponential(&node) => Cost::Exponential {
            linear: linear::translated(&node),
        },
        // What nests too deeply to be read may be anything.
        None if pattern.matches('(').count() > parse::DEEPEST => Cost::Exponential { linear: None },
        _ => Cost::Bounded,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cost, cost};

    #[test]
    fn texts_that_can_be_read_in_two_ways_again_and_again() {
        for pattern in [
            "^(a+)+$",
            "(a*)*b",
            "(a|a)*b",
            r"^(\w+\s?)+$",
            r"^([\/\w \.-]*)*\/?$",
            "(a*b*)*c",
            "(?:.*,)*x",
            r"(\w|\d)+$",
            "(a{0,30}){0,30}b",
            r"^(?!(a+)+$)",
            "((a|b)?b?)+c",
            r"(a\1?)+",
            r"(?<x>a)(\k<x>a*)*",
            "(a|a){40}b",
            r"^(\w+\s?){20}$",
            "(a+){99999999999}",
            r"(b?|(\b\s?)+){1,3}x",
            r"([\x{6}a]+)*b",
        ] {
            assert_ne!(cost(pattern), Cost::Bounded, "{pattern}");
        }
    }

    #[test]
    fn the_usual_patterns_are_matched_as_they_are() {
        for pattern in [
            "^[a-z]+(-[a-z]+)*$",
            r"^\S+( +\S+)*$",
            "^([0-9a-f]{2})+$",
            r"^([0-9]{1,3}\.){3}[0-9]{1,3}$",
            "^(a|b)*$",
            r"^(?!.*--)[a-z-]{1,63}$",
            r"^\w+@(\w+\.)+\w+$",
            ".*.*.*",
            "([a-z]+-){2,3}",
            "(a+)?(a+)?",
            "((?:a?)b)*",
            "^(a|b){40}$",
            r"^(\d{12}|\d{9}){2}$",
            r"(\d{9}){12}(\d{9}){12}",
            r"(a\{+){2}",
            r"^(\/(?!\.)+[^/]+){1,4}$",
            "((a?)*b)?",
            "()*",
            "",
        ] {
            assert_eq!(cost(pattern), Cost::Bounded, "{pattern}");
        }
    }

    #[test]
    fn finding_it_out_does_not_take_long() {
        let alike = format!("({})*", ["a"; 500].join("|"));
        let numbered: Vec<String> = (0..60).map(|it| format!("a{it}")).collect();
        let numbered = format!("({})*", numbered.join("|"));
        let nested = format!("{}a{}", "(".repeat(5_000), ")*".repeat(5_000));
        let is_bounded = |pattern: &str| cost(pattern) == Cost::Bounded;
        assert!(!is_bounded(&alike));
        assert!(is_bounded(&numbered));
        assert!(!is_bounded(&nested), "too deep");
        assert!(!is_bounded(&"(".repeat(100_000)), "too deep");
        assert!(!is_bounded("((a{1000}){1000}){1000}"), "too large");
        assert!(is_bounded("a{999999999}b"));
        let counted = "(((((((a{0,99}){0,99}){0,99}){0,99}){0,99}){0,99}){0,99}){0,99}";
        assert!(!is_bounded(counted));
    }
}
