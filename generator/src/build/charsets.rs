//! The parameter `charset` of what requests carry: clients write UTF-8.

use super::Builder;
use crate::diag::{Code, Diagnostic};
use crate::ir::{Content, Media};
use crate::pointer::Pointer;

impl Builder<'_> {
    /// Labels text as UTF-8 that the description wants in another charset.
    pub(super) fn charsets(&mut self, contents: &mut [Media], at: &Pointer) {
        for media in contents {
            if media.content == Content::Bytes {
                continue;
            }
            let Some(labelled) = in_utf8(&media.media_type) else {
                continue;
            };
            let message = format!("`{}` is sent as `{labelled}`", media.media_type);
            let at = at.key(&media.media_type);
            let finding = Diagnostic::new(Code::OTHER_CHARSET, at, message).on_key();
            self.report.push(finding);
            media.media_type = labelled;
        }
    }
}

/// The media type with the charset UTF-8, when it names another.
fn in_utf8(media_type: &str) -> Option<String> {
    let mut is_other = false;
    let parts = media_type.split(';').map(|part| {
        let value = part.split_once('=').filter(|(name, _)| {
            let name = name.trim();
            name.eq_ignore_ascii_case("charset")
        });
        let Some((name, value)) = value else {
            return part.to_owned();
        };
        let charset = value.trim().trim_matches('"').to_ascii_lowercase();
        if matches!(charset.as_str(), "utf-8" | "utf8") {
            return part.to_owned();
        }
        is_other = true;
        format!("{name}=utf-8")
    });
    let labelled: Vec<String> = parts.collect();
    is_other.then(|| labelled.join(";"))
}

#[cfg(test)]
mod tests {
    use super::in_utf8;

    #[test]
    fn other_charsets_become_utf_8() {
        let labelled = in_utf8("text/plain; Charset=\"ISO-8859-1\"; format=flowed");
        assert_eq!(
            labelled.as_deref(),
            Some("text/plain; Charset=utf-8; format=flowed")
        );
        // Letters beyond ASCII may come from the caller.
        let ascii = in_utf8("text/plain;charset=us-ascii");
        assert_eq!(ascii.as_deref(), Some("text/plain;charset=utf-8"));
        for media_type in [
            "text/plain",
            "text/xml;charset=UTF-8",
            "a/b; charset=\"utf-8\"",
            "",
        ] {
            assert_eq!(in_utf8(media_type), None, "{media_type}");
        }
    }
}
