//! Shows what would be sent, without a network and without a key.
//!
//! ```sh
//! cargo run --example inspect_request --no-default-features -- "a cat on the grass"
//! ```

use powertokens_seedance::operations::CreateVideo;
use powertokens_seedance::types::{
    TextToVideoRequest, TextToVideoRequestModel, TextToVideoRequestRatio, VideoMediaInput,
    VideoMediaInputType,
};
use powertokens_seedance::{API, BaseUrl, Bytes, Error, Operation};
use std::fmt::Write;
use std::process::ExitCode;

const HELP: &str = "\
Prints the request for a prompt as HTTP text and as a line for curl; sends nothing.

Usage: cargo run --example inspect_request -- [PROMPT]...
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let prompt = match words.join(" ") {
        empty if empty.is_empty() => "A small cat running on the grass".to_owned(),
        prompt => prompt,
    };
    let operation = operation(&prompt);
    let base: BaseUrl = match API.server.parse() {
        Ok(base) => base,
        Err(error) => return fail(&error),
    };
    match operation.request(&base) {
        Ok(request) => {
            print!("{}\n{}", http_text(&request), curl(&request));
            ExitCode::SUCCESS
        }
        Err(Error::Invalid(violations)) => {
            for violation in &violations {
                eprintln!("error: {violation}");
            }
            ExitCode::FAILURE
        }
        Err(error) => fail(&error),
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::FAILURE
}

fn operation(prompt: &str) -> CreateVideo {
    let text = VideoMediaInput::new(VideoMediaInputType::Text).with_text(prompt);
    let model = TextToVideoRequestModel::DreaminaSeedance2_0Mini260615;
    let body = TextToVideoRequest::new(model, vec![text])
        .with_ratio(TextToVideoRequestRatio::Adaptive)
        .with_generate_audio(false);
    CreateVideo::new(body)
}

/// The request as it goes over the wire; a client adds the token and `User-Agent`.
fn http_text(request: &http::Request<Bytes>) -> String {
    let uri = request.uri();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut text = format!("{} {path} HTTP/1.1\n", request.method());
    let host = uri.authority().map_or("", |authority| authority.as_str());
    let _ = write!(
        text,
        "host: {host}\nauthorization: Bearer (redacted)\nuser-agent: {}\n",
        API.user_agent
    );
    for (name, value) in request.headers() {
        let _ = writeln!(
            text,
            "{name}: {}",
            String::from_utf8_lossy(value.as_bytes())
        );
    }
    let _ = write!(text, "content-length: {}\n\n", request.body().len());
    text + &String::from_utf8_lossy(request.body()) + "\n"
}

/// The same for a shell, which takes the token from the environment.
fn curl(request: &http::Request<Bytes>) -> String {
    let mut line = format!(
        "curl -X {} {}",
        request.method(),
        quoted(&request.uri().to_string())
    );
    let _ = write!(line, " -H \"Authorization: Bearer ${}\"", API.token_env);
    for (name, value) in request.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        let _ = write!(line, " -H {}", quoted(&format!("{name}: {value}")));
    }
    if !request.body().is_empty() {
        let body = String::from_utf8_lossy(request.body());
        let _ = write!(line, " --data-raw {}", quoted(&body));
    }
    line + "\n"
}

/// A word for a POSIX shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
