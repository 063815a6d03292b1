//! Which characters of a description stand in identifiers: those that rustc takes without a warning.

use unicode_security::GeneralSecurityProfile;

/// The zeros of the scripts that identifiers are written in (UTS 39), each with its digits behind it.
const ZEROS: &[char] = &[
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}',
    '\u{1090}', '\u{17e0}',
];

/// Everything that cannot stand in an identifier becomes a space, and so do the characters that
/// rustc warns about: those that no language is commonly written with (UTS 39).
pub(super) fn separated(text: &str) -> String {
    text.chars()
        .map(|c| {
            if unicode_ident::is_xid_continue(c) && c != '·' && c.identifier_allowed() {
                western_digit(c)
            } else {
                ' '
            }
        })
        .collect()
}

/// A digit of another script as the one that all scripts use: rustc warns about a script of which a
/// crate has nothing that could not be taken for something else, as many digits can.
fn western_digit(c: char) -> char {
    let value = ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    });
    value.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::super::words::{field_name, variant_name};

    #[test]
    fn digits_are_those_of_all_scripts() {
        for (text, field, variant) in [
            ("\u{663}", "value_3", "Level3"),
            ("\u{967}\u{966}", "value_10", "Level10"),
            ("a\u{9e7}", "a1", "A1"),
            ("\u{e01}\u{e52}", "\u{e01}2", "\u{e01}2"),
        ] {
            assert_eq!(field_name(text), field, "{text}");
            assert_eq!(variant_name(text, "Level"), variant, "{text}");
        }
    }
}
