//! Text that is shown to people.

/// The longest excerpt of a value that messages show, in characters.
const SHOWN: usize = 60;

/// An excerpt on one line, without control characters.
pub(super) fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown: String = (characters.by_ref().take(SHOWN))
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
