//! Operation value → method, URI, headers and body.

use bytes::Bytes;
use http::Request;
use powertokens_seedance::operations::{CreateVideo, DownloadVideo, GetVideo};
use powertokens_seedance::types::{
    TextToVideoRequest, TextToVideoRequestModel as Model, TextToVideoRequestRatio as Ratio,
    TextToVideoRequestSeconds as Seconds, TextToVideoRequestSize as Size, VideoMediaInput,
    VideoMediaInputType as Media,
};
use powertokens_seedance::{BaseUrl, Json, Operation};
use std::fmt::Write;

/// A request as text, headers in order of their names.
pub(crate) fn shown(request: &Request<Bytes>) -> String {
    let mut text = format!("{} {}\n", request.method(), request.uri());
    let mut headers: Vec<_> = request.headers().iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    for (name, value) in headers {
        writeln!(text, "{name}: {}", value.to_str().unwrap()).unwrap();
    }
    text + &String::from_utf8_lossy(request.body())
}

fn sent<O: Operation>(base: &str, operation: &O) -> String {
    let base: BaseUrl = base.parse().unwrap();
    match operation.request(&base) {
        Ok(request) => shown(&request),
        Err(error) => error.to_string(),
    }
}

fn text(text: &str) -> VideoMediaInput {
    VideoMediaInput::new(Media::Text).with_text(text)
}

fn least(media: Vec<VideoMediaInput>) -> TextToVideoRequest {
    TextToVideoRequest::new(Model::DreaminaSeedance2_0Mini260615, media)
}

const HOST: &str = "https://a.example";

const SUBMIT: &str = "POST https://a.example/v1/videos\naccept: application/json\ncontent-type: \
                      application/json\n{\"model\":\"dreamina-seedance-2-0-mini-260615\",\"media\":";

#[test]
fn submissions() {
    let picture = VideoMediaInput::new(Media::FirstFrame).with_url("https://b.example/a.png");
    for (body, expected) in [
        (
            least(vec![text("a cat")]),
            r#"[{"type":"text","text":"a cat"}]}"#,
        ),
        (
            least(vec![text("\"quoted\"\n\u{1}é😀</script>\u{2028}")]),
            "[{\"type\":\"text\",\"text\":\"\\\"quoted\\\"\\n\\u0001é😀</script>\u{2028}\"}]}",
        ),
        (
            least(vec![text(""), picture]),
            r#"[{"type":"text","text":""},{"type":"first_frame","url":"https://b.example/a.png"}]}"#,
        ),
        (
            least(vec![text("x")])
                .with_seconds(Seconds::SecondsMinus1)
                .with_size(Size::Size480p)
                .with_ratio(Ratio::Ratio21_9)
                .with_seed(4_294_967_295)
                .with_watermark(false)
                .with_generate_audio(true)
                .with_return_last_frame(false)
                .with_safety_identifier("u".repeat(64)),
            concat!(
                r#"[{"type":"text","text":"x"}],"seconds":"-1","size":"480p","ratio":"21:9","#,
                r#""seed":4294967295,"watermark":false,"generate_audio":true,"#,
                r#""return_last_frame":false,"safety_identifier":"#,
                r#""uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu"}"#,
            ),
        ),
    ] {
        assert_eq!(
            sent(HOST, &CreateVideo::new(body)),
            format!("{SUBMIT}{expected}")
        );
    }
}

/// Known values go out as the description spells them, and come back as what they were.
#[test]
fn enum_values() {
    for seconds in Seconds::KNOWN {
        let body = least(vec![text("x")]).with_seconds(seconds.clone());
        let json = body.to_json();
        assert!(json.contains(&format!("\"seconds\":\"{seconds}\"")));
        assert_eq!(TextToVideoRequest::from_json(&json), Ok(body));
    }
    assert_eq!(Seconds::KNOWN.len(), 13);
    assert_eq!(Ratio::KNOWN.len(), 7);
    assert_eq!(Size::KNOWN.len(), 2);
    assert_eq!(Media::KNOWN.len(), 6);
}

#[test]
fn queries_and_downloads() {
    let query = |base: &str, id: &str| sent(base, &GetVideo::new(id));
    let download = |base: &str, id: &str| sent(base, &DownloadVideo::new(id));
    for (actual, expected) in [
        (
            query(HOST, "task_1"),
            "GET https://a.example/v1/videos/task_1\naccept: application/json\n",
        ),
        (
            query("http://localhost:8080/x/", "é/?#%"),
            "GET http://localhost:8080/x/v1/videos/%C3%A9%2F%3F%23%25\naccept: application/json\n",
        ),
        (
            download(HOST, "cgt-2025"),
            "GET https://a.example/v1/videos/cgt-2025/content\naccept: video/mp4, application/octet-stream, application/json\n",
        ),
        (
            query(HOST, ""),
            "invalid request: /task_id breaks `in: path (a path parameter must not be empty)`: \"\"",
        ),
    ] {
        assert_eq!(actual, expected);
    }
    for id in [".", ".."] {
        let refused = query(HOST, id);
        assert!(refused.starts_with("invalid request: "), "{refused}");
    }
}

/// Each rule of the description, at its border and beyond.
#[test]
fn refusals() {
    let none = VideoMediaInput::new(Media::Text);
    let frame = VideoMediaInput::new(Media::LastFrame);
    let strange = VideoMediaInput::new(Media::from("audio")).with_url("x");
    let one = || least(vec![text("x")]);
    let mut model = one();
    model.model = Model::from("other");
    let rules = "anyOf: (type: text, required: text) or (type: first_frame | last_frame | \
                 reference_image | reference_video | reference_audio, required: url)";
    for (body, expected) in [
        (least(vec![]), vec!["/body/media minItems: 1".to_owned()]),
        (least(vec![none]), vec![format!("/body/media/0 {rules}")]),
        (
            least(vec![text("x"), frame]),
            vec![format!("/body/media/1 {rules}")],
        ),
        (
            least(vec![strange]),
            vec![
                "/body/media/0/type enum: [\"text\", \"first_frame\", \"last_frame\", \
                 \"reference_image\", \"reference_video\", \"reference_audio\"]"
                    .to_owned(),
                format!("/body/media/0 {rules}"),
            ],
        ),
        (one().with_seed(-1), vec![]),
        (
            one().with_seed(-2),
            vec!["/body/seed minimum: -1".to_owned()],
        ),
        (
            one().with_seed(4_294_967_296),
            vec!["/body/seed maximum: 4294967295".to_owned()],
        ),
        (one().with_safety_identifier("é".repeat(64)), vec![]),
        (
            one().with_safety_identifier("é".repeat(65)),
            vec!["/body/safety_identifier maxLength: 64".to_owned()],
        ),
        (
            model.with_size(Size::from("4k")),
            vec![
                "/body/model enum: [\"dreamina-seedance-2-0-mini-260615\"]".to_owned(),
                "/body/size enum: [\"480p\", \"720p\"]".to_owned(),
            ],
        ),
    ] {
        let found = CreateVideo::new(body.clone()).validate();
        let found: Vec<_> = (found.err().into_iter().flatten())
            .map(|found| format!("{} {}", found.pointer, found.rule))
            .collect();
        assert_eq!(found, expected, "{body:?}");
    }
}
