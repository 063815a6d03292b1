//! Tokens of HTTP: names of headers, of schemes, and the halves of media types.

/// Whether a byte can stand in a token (RFC 9110, section 5.6.2).
#[must_use]
pub fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
