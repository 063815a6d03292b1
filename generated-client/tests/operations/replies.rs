//! Reply → value or error.

use http::{HeaderMap, StatusCode};
use powertokens_seedance::operations::{CreateVideo, DownloadVideo, GetVideo};
use powertokens_seedance::runtime::Wire;
use powertokens_seedance::types::{ErrorReply, VideoTask, VideoTaskStatus};
use powertokens_seedance::{Error, Json, Operation, Reply};

fn reply(status: u16, body: &'static str) -> Reply {
    let status = StatusCode::from_u16(status).unwrap();
    Reply::new(status, HeaderMap::new(), body.as_bytes())
}

fn shown<T: Wire>(result: Result<T, Error<ErrorReply>>) -> String {
    match result {
        Ok(value) => value.to_json(),
        Err(error) => error.to_string(),
    }
}

fn task(body: &'static str) -> VideoTask {
    GetVideo::response(reply(200, body)).unwrap()
}

/// The three documented shapes of one and the same reply.
#[test]
fn tasks() {
    let first = task(
        r#"{"id":"task_1","task_id":"task_1","object":"video","status":"completed","progress":100,
            "created_at":1,"completed_at":2,"expires_at":3,"seconds":"5","size":"720p",
            "metadata":{"url":"https://b.example/v.mp4"},"error":null}"#,
    );
    let metadata = first.metadata.as_ref().unwrap();
    assert_eq!(metadata.url.as_deref(), Some("https://b.example/v.mp4"));
    assert_eq!(first.status, Some(VideoTaskStatus::Completed));
    assert!(first.error.is_some_and(|error| error.is_null()));
    let second = task(
        r#"{"id":"cgt-1","status":"succeeded","progress":100.0,"updated_at":4,
            "video_url":"https://b.example/v.mp4","metadata":{"framespersecond":24,
            "usage":{"completion_tokens":1,"total_tokens":2},"error":{"code":"c","message":"m"}}}"#,
    );
    assert_eq!(second.progress, Some(100));
    let metadata = second.metadata.unwrap();
    assert_eq!(metadata.usage.unwrap().total_tokens, Some(2));
    assert_eq!(
        metadata
            .error
            .unwrap()
            .into_option()
            .unwrap()
            .code
            .as_deref(),
        Some("c")
    );
    let third = task(
        r#"{"id":"cgt-2","status":"running","seed":7,"duration":5,"generate_audio":true,
            "content":{"video_url":"https://b.example/v.mp4","last_frame_url":null}}"#,
    );
    assert_eq!(third.content.unwrap().last_frame_url, None);
    assert_eq!(third.status, Some(VideoTaskStatus::Running));
}

#[test]
fn states() {
    for state in VideoTaskStatus::KNOWN {
        let text = format!(r#"{{"status":"{state}"}}"#);
        let read = VideoTask::from_json(&text).unwrap();
        assert_eq!(read.status.as_ref(), Some(state));
        assert_eq!(read.to_json(), text);
    }
    let new = task(r#"{"status":"Queued"}"#);
    assert_eq!(new.status, Some(VideoTaskStatus::Unknown("Queued".into())));
    assert!(new.validate().is_err());
}

#[test]
fn successes_and_failures() {
    for (status, body, expected) in [
        (200, r#"{"id":"t"}"#, r#"{"id":"t"}"#),
        (201, r#"{"id":"t"}"#, r#"{"id":"t"}"#),
        (299, "{}", "{}"),
        (
            200,
            "",
            "createVideo: the reply (200 OK) cannot be read: expected JSON, found an empty body",
        ),
        (
            200,
            r#"{"metadata":{"usage":{"total_tokens":"many"}}}"#,
            "createVideo: the reply (200 OK) cannot be read: /metadata/usage/total_tokens: \
             expected an integer, found \"many\"",
        ),
        (
            301,
            "",
            "createVideo: the server replied 301 Moved Permanently with an empty body",
        ),
        (
            429,
            "",
            "createVideo: the server replied 429 Too Many Requests with an empty body",
        ),
        (
            502,
            "<html>\r\nno",
            "createVideo: the server replied 502 Bad Gateway: <html>  no",
        ),
        (599, "x", "createVideo: the server replied 599: x"),
    ] {
        let result = CreateVideo::response(reply(status, body));
        assert_eq!(shown(result), expected, "{status} {body}");
    }
}

#[test]
fn error_bodies() {
    let error = |body| GetVideo::response(reply(400, body)).unwrap_err();
    let nested = error(r#"{"error":{"message":"m","type":"t","code":"c","param":null}}"#);
    let details = nested.failure().unwrap().error.as_ref().unwrap();
    let details = details.as_option().unwrap();
    assert_eq!(details.code.as_ref().unwrap().as_str(), Some("c"));
    assert!(details.param.as_ref().unwrap().is_null());
    let flat = error(r#"{"code":404,"message":"m","data":null}"#);
    let code = flat.failure().unwrap().code.as_ref().unwrap();
    assert_eq!(code.as_i64(), Some(404));
    for body in ["", "<html>", "[]", r#"{"message":7}"#] {
        let error = error(body);
        assert!(error.failure().is_none(), "{body}");
        assert_eq!(error.body(), Some(body.as_bytes()));
    }
}

#[test]
fn downloads_are_raw() {
    let reply_to_download = DownloadVideo::response(reply(200, "\u{0}mp4")).unwrap();
    assert_eq!(&reply_to_download.bytes()[..], b"\0mp4");
    let error = DownloadVideo::response(reply(404, r#"{"code":"task_not_found"}"#)).unwrap_err();
    assert!(error.failure().is_some());
}
