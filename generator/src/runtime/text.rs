//! Text that is shown to people.

/// The longest excerpt of a value that messages show, in characters.
const VALUE: usize = 60;

/// The longest excerpt of an error reply that messages show, in characters.
const REPLY: usize = 300;

/// An excerpt of a value on one line, without control characters.
pub(super) fn shortened(text: &str) -> String {
    limited(text, VALUE)
}

/// An excerpt of an error reply: longer, because it is what explains the error.
pub(super) fn shortened_reply(text: &str) -> String {
    limited(text, REPLY)
}

fn limited(text: &str, limit: usize) -> String {
    let mut characters = text.chars();
    let mut shown: String = (characters.by_ref().take(limit))
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}
