//! Text of replies in other encodings than UTF-8.

/// The names of ISO 8859-1 and windows-1252, which are read alike (WHATWG Encoding Standard,
/// section 4.2): nobody means the control characters that make the difference.
const WESTERN: [&str; 9] = [
    "iso-8859-1",
    "iso8859-1",
    "iso_8859-1",
    "iso88591",
    "latin1",
    "l1",
    "windows-1252",
    "cp1252",
    "x-cp1252",
];

/// The bytes `80` to `9F` in windows-1252.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// Reads text by the `charset` of its media type; as UTF-8 where there is none, or one that is not
/// known.
pub(super) fn decoded(media_type: &str, text: &[u8]) -> String {
    if is_western(media_type) {
        text.iter().map(|byte| western(*byte)).collect()
    } else {
        String::from_utf8_lossy(text).into_owned()
    }
}

fn is_western(media_type: &str) -> bool {
    let mut parameters = media_type.split(';').skip(1);
    parameters.any(|parameter| {
        let Some((name, value)) = parameter.split_once('=') else {
            return false;
        };
        let value = value.trim().trim_matches('"').to_ascii_lowercase();
        name.trim().eq_ignore_ascii_case("charset") && WESTERN.contains(&value.as_str())
    })
}

fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
