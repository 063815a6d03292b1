//! The generated client against Prism, an independent server that validates by the same
//! description: what one accepts the other must accept, and what one refuses the other must refuse.

use powertokens_seedance::blocking::Client;
use powertokens_seedance::operations::{CreateVideo, DownloadVideo, GetVideo};
use powertokens_seedance::types::{
    TextToVideoRequest, TextToVideoRequestModel as Model, TextToVideoRequestRatio as Ratio,
    TextToVideoRequestSeconds as Seconds, TextToVideoRequestSize as Size, VideoMediaInput,
    VideoMediaInputType as Media,
};
use powertokens_seedance::{BaseUrl, Error, Operation};
use specwright::diag::{Document, Report};
use specwright::{overlay, source};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where `install.sh` puts Prism.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("../prism")
}

/// The bundled description with our overlay, as JSON.
fn description() -> String {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let text = |name: &str| std::fs::read_to_string(spec.join(name)).unwrap();
    let mut report = Report::default();
    let mut read =
        |name, document| source::read(&text(name), document, &mut report).expect("a description");
    let mut description = read(
        "seedance-2.0-mini-text-to-video.yaml",
        Document::Description,
    );
    let corrections = read("overlay.yaml", Document::Overlay);
    overlay::apply(&mut description, &corrections, &mut report);
    assert!(!report.has_errors());
    serde_json::to_string_pretty(&description).unwrap()
}

/// A running Prism; stopped when it is dropped.
struct Prism {
    process: Child,
    address: SocketAddr,
}

impl Prism {
    /// `None` when Prism is not installed.
    fn start() -> Option<Self> {
        let program = folder().join("node_modules/@stoplight/prism-cli/dist/index.js");
        if !program.exists() {
            return None;
        }
        let file = folder().join("description.json");
        std::fs::write(&file, description()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let log = File::create(folder().join("prism.log")).unwrap();
        let process = Command::new("node")
            .arg(&program)
            .args(["mock", "--errors", "--host", "127.0.0.1", "--port"])
            .arg(address.port().to_string())
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .expect("`node` runs");
        let mut prism = Self { process, address };
        prism.wait();
        Some(prism)
    }

    fn wait(&mut self) {
        let end = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(self.address).is_err() {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < end, "{}", log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn log() -> String {
    std::fs::read_to_string(folder().join("prism.log")).unwrap_or_default()
}

#[test]
fn prism_and_the_client_agree() {
    let Some(prism) = Prism::start() else {
        let advice = "Prism is not installed: run generated-client/tests/prism/install.sh";
        let must_run = std::env::var_os("SPECWRIGHT_NO_SKIP").is_some_and(|value| value == "1");
        assert!(!must_run, "{advice}");
        // Not `println!`, which the test runner shows for failures only.
        let _ = writeln!(std::io::stderr(), "skipped: {advice}");
        return;
    };
    accepts_what_is_valid(&prism);
    refuses_what_is_not(&prism);
    refuses_strangers(&prism);
    answers_queries(&prism);
}

fn client(prism: &Prism) -> Client {
    let builder = Client::builder().base_url(&prism.url());
    builder.bearer_token("token").build().unwrap()
}

fn accepts_what_is_valid(prism: &Prism) {
    let client = client(prism);
    for (name, body) in valid() {
        if let Err(error) = client.create_video(body) {
            let text = String::from_utf8_lossy(error.body().unwrap_or_default()).into_owned();
            panic!("{name}: {error}\n{text}\n{}", log());
        }
    }
}

/// Both refuse it, and at the same places.
fn refuses_what_is_not(prism: &Prism) {
    let client = client(prism);
    for (name, body) in invalid() {
        let operation = CreateVideo::new(body);
        let found = operation.validate().err();
        let ours: BTreeSet<String> = (found.into_iter().flatten())
            .map(|violation| violation.pointer)
            .collect();
        assert!(!ours.is_empty(), "the client accepts: {name}");
        assert!(matches!(client.send(&operation), Err(Error::Invalid(_))));
        let error = client.send_unchecked(&operation).err();
        let Some(error) = error else {
            panic!("Prism accepts: {name}\n{}", log());
        };
        // Not 422: Prism takes the status that the description has for a bad request.
        assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
        let theirs = places(&error);
        assert!(ours.is_subset(&theirs), "{name}: {ours:?}, not {theirs:?}");
    }
}

/// Where Prism has found something, as JSON pointers; they are in a header.
fn places<F>(error: &Error<F>) -> BTreeSet<String> {
    let header = error.headers().and_then(|all| all.get("sl-violations"));
    let header = header.expect("Prism says why").as_bytes();
    let violations: serde_json::Value = serde_json::from_slice(header).unwrap();
    let place = |violation: &serde_json::Value| {
        let steps = violation["location"].as_array().unwrap().iter().skip(1);
        steps.fold(String::new(), |path, step| {
            path + "/" + step.as_str().unwrap_or_default()
        })
    };
    violations.as_array().unwrap().iter().map(place).collect()
}

/// What the client sends but for the token: it has no way to leave it out.
fn refuses_strangers(prism: &Prism) {
    let submit = CreateVideo::new(least(vec![text("a cat")]));
    let none = "";
    for authorization in [none, "Authorization: Basic YTpi\r\n"] {
        assert_eq!(status(prism, &submit, authorization), 401);
        assert_eq!(status(prism, &GetVideo::new("t"), authorization), 401);
        assert_eq!(status(prism, &DownloadVideo::new("t"), authorization), 401);
    }
    assert_eq!(status(prism, &submit, "Authorization: Bearer x\r\n"), 200);
}

fn answers_queries(prism: &Prism) {
    let client = client(prism);
    for id in [
        "task_1",
        "cgt-2025",
        "a/b?c#d",
        "\u{e9} \u{1f600}",
        "%2e%2e",
    ] {
        let task = client.get_video(id);
        assert!(task.is_ok(), "{id}: {task:?}\n{}", log());
        let download = client.download_video(id);
        assert!(download.is_ok(), "{id}: {download:?}\n{}", log());
    }
}

/// Sends a request over a plain connection; the status of the reply.
fn status<O: Operation>(prism: &Prism, operation: &O, headers: &str) -> u16 {
    let base: BaseUrl = prism.url().parse().unwrap();
    let Ok(request) = operation.request(&base) else {
        panic!("the request is valid");
    };
    let uri = request.uri().path_and_query().unwrap();
    let mut head = format!("{} {uri} HTTP/1.1\r\n{headers}", request.method());
    for (name, value) in request.headers() {
        write!(head, "{name}: {}\r\n", value.to_str().unwrap()).unwrap();
    }
    let length = request.body().len();
    let host = prism.address;
    write!(
        head,
        "Host: {host}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut stream = TcpStream::connect(prism.address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(request.body()).unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    let reply = String::from_utf8_lossy(&reply);
    let status = reply.split(' ').nth(1).unwrap_or_default();
    status.parse().expect("a status")
}

fn text(text: &str) -> VideoMediaInput {
    VideoMediaInput::new(Media::Text).with_text(text)
}

fn least(media: Vec<VideoMediaInput>) -> TextToVideoRequest {
    TextToVideoRequest::new(Model::DreaminaSeedance2_0Mini260615, media)
}

fn one() -> TextToVideoRequest {
    least(vec![text("a cat")])
}

type Named = Vec<(String, TextToVideoRequest)>;

fn valid() -> Named {
    let mut all: Named = vec![
        ("least".to_owned(), one()),
        ("empty text".to_owned(), least(vec![text("")])),
        (
            "everything".to_owned(),
            one()
                .with_seconds(Seconds::SecondsMinus1)
                .with_size(Size::Size480p)
                .with_ratio(Ratio::Adaptive)
                .with_seed(0)
                .with_watermark(true)
                .with_generate_audio(false)
                .with_return_last_frame(true)
                .with_safety_identifier(""),
        ),
        ("lowest seed".to_owned(), one().with_seed(-1)),
        ("highest seed".to_owned(), one().with_seed(4_294_967_295)),
    ];
    for letter in ["u", "\u{e9}", "\u{1f600}"] {
        let longest = one().with_safety_identifier(letter.repeat(64));
        all.push((format!("64 times {letter}"), longest));
    }
    for kind in Media::KNOWN.iter().filter(|kind| **kind != Media::Text) {
        let media = VideoMediaInput::new(kind.clone()).with_url("https://a.example/x");
        all.push((format!("{kind}"), least(vec![media.clone()])));
        let both = least(vec![text("a cat"), media.with_text("and text")]);
        all.push((format!("{kind} and text"), both));
    }
    for seconds in Seconds::KNOWN {
        all.push((format!("{seconds} s"), one().with_seconds(seconds.clone())));
    }
    for ratio in Ratio::KNOWN {
        all.push((format!("{ratio}"), one().with_ratio(ratio.clone())));
    }
    for size in Size::KNOWN {
        all.push((format!("{size}"), one().with_size(size.clone())));
    }
    all
}

fn invalid() -> Named {
    let mut model = one();
    model.model = Model::from("another");
    let strange = VideoMediaInput::new(Media::from("audio")).with_url("https://a.example/x");
    let mut all: Named = vec![
        ("another model".to_owned(), model),
        ("no media".to_owned(), least(vec![])),
        (
            "text without text".to_owned(),
            least(vec![VideoMediaInput::new(Media::Text)]),
        ),
        (
            "text with an address".to_owned(),
            least(vec![
                VideoMediaInput::new(Media::Text).with_url("https://a.example/x"),
            ]),
        ),
        ("unknown media".to_owned(), least(vec![strange])),
        ("seed too low".to_owned(), one().with_seed(-2)),
        ("seed too high".to_owned(), one().with_seed(4_294_967_296)),
        (
            "long identifier".to_owned(),
            one().with_safety_identifier("u".repeat(65)),
        ),
    ];
    for kind in Media::KNOWN.iter().filter(|kind| **kind != Media::Text) {
        let media = VideoMediaInput::new(kind.clone()).with_text("no address");
        all.push((
            format!("{kind} without an address"),
            least(vec![text("x"), media]),
        ));
    }
    for seconds in ["3", "16", "5s", "5.0", ""] {
        let body = one().with_seconds(Seconds::from(seconds));
        all.push((format!("{seconds:?} s"), body));
    }
    for ratio in ["2:1", "wide", "16:9 "] {
        all.push((format!("{ratio:?}"), one().with_ratio(Ratio::from(ratio))));
    }
    for size in ["1080p", "720P"] {
        all.push((format!("{size:?}"), one().with_size(Size::from(size))));
    }
    all
}
