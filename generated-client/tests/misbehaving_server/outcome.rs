//! What a caller gets, as one line that can stand in a table.

use crate::transport::{Outcome, TOKEN};
use powertokens_seedance::runtime::TransportKind;
use powertokens_seedance::types::ErrorReply;
use powertokens_seedance::{Error, Nullable};
use std::fmt::Write;

/// `Timeout, perhaps sent | getVideo: it took too long`, for example: what the predicates say, and
/// the text of the error. Panics when an error shows the token.
pub(crate) fn describe(outcome: &Outcome) -> String {
    match outcome {
        Ok(text) => format!("ok | {text}"),
        Err(error) => {
            assert_secret(error);
            format!("{} | {error}", facts(error))
        }
    }
}

fn facts(error: &Error<ErrorReply>) -> String {
    let mut facts = match error {
        Error::Invalid(_) => "Invalid".to_owned(),
        Error::Request(_) => "Request".to_owned(),
        Error::Transport(error) => format!("{:?}", error.kind()),
        Error::Status(_) => "Status".to_owned(),
        Error::Decode(_) => "Decode".to_owned(),
        other => panic!("{other:?}"),
    };
    let kind = match error {
        Error::Transport(error) => Some(error.kind()),
        _ => None,
    };
    assert_eq!(error.is_timeout(), kind == Some(TransportKind::Timeout));
    assert_eq!(error.is_connect(), kind == Some(TransportKind::Connect));
    assert_eq!(error.is_invalid(), matches!(error, Error::Invalid(_)));
    assert_eq!(error.status().is_some(), error.body().is_some());
    if let Some(status) = error.status() {
        write!(facts, " {}", status.as_u16()).unwrap();
    }
    facts.push_str(if error.may_have_been_sent() {
        ", perhaps sent"
    } else {
        ", not sent"
    });
    if let Some(body) = error.body() {
        write!(facts, ", body of {}", body.len()).unwrap();
    }
    if let Some(id) = error.request_id() {
        write!(facts, ", id {id}").unwrap();
    }
    if let Some(time) = error.retry_after() {
        write!(facts, ", retry after {} s", time.as_secs()).unwrap();
    }
    if let Some(failure) = error.failure() {
        let inner = failure.error.as_ref().and_then(Nullable::as_option);
        let code = inner.and_then(|inner| inner.code.as_ref());
        write!(facts, ", code {:?}", code.or(failure.code.as_ref())).unwrap();
    }
    facts
}

/// No form of the error, nor of its causes, shows the token.
fn assert_secret(error: &Error<ErrorReply>) {
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        write!(shown, " {error} {error:?}").unwrap();
        cause = error.source();
    }
    assert!(!shown.contains(TOKEN), "{shown}");
}
