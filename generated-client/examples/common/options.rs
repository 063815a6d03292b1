//! The command line of the examples.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Options {
    /// A prompt, or a task that was submitted before.
    pub(crate) subject: Subject,
    pub(crate) output: PathBuf,
    pub(crate) seconds: Option<String>,
    pub(crate) size: Option<String>,
    pub(crate) ratio: Option<String>,
    /// How long to wait for the video.
    pub(crate) limit: Duration,
    /// Another server than that of the description.
    pub(crate) server: Option<String>,
}

#[derive(Debug)]
pub(crate) enum Subject {
    Prompt(String),
    Task(String),
}

const HELP: &str = "\
Makes a video from a text.

Usage: cargo run --example EXAMPLE -- [OPTIONS] PROMPT...
       cargo run --example EXAMPLE -- [OPTIONS] --task ID

Options:
  --task ID        waits for a task that was submitted before
  --output FILE    where the video goes [default: video.mp4]
  --seconds N      how long it is: 4 to 15, or -1 for the server's choice
  --size SIZE      480p or 720p
  --ratio RATIO    16:9, 4:3, 1:1, 3:4, 9:16, 21:9 or adaptive
  --minutes N      how long to wait for it [default: 20]
  --server URL     another server
  --help           prints this

The environment variable POWERTOKENS_API_KEY holds the key. A submission is never repeated by
itself, because each accepted one is charged.

Exit status: 0 the video is there; 1 it failed; 2 the command line is wrong; 3 it is not clear
whether the task was accepted; 4 the task is not finished in time.
";

impl Options {
    /// The options of this run; the exit status when there is nothing more to do.
    pub(crate) fn from_args() -> Result<Self, ExitCode> {
        let arguments: Vec<String> = std::env::args_os()
            .skip(1)
            .map(|argument| argument.to_string_lossy().into_owned())
            .collect();
        if arguments
            .iter()
            .any(|argument| argument == "--help" || argument == "-h")
        {
            print!("{HELP}");
            return Err(ExitCode::SUCCESS);
        }
        parse(arguments).map_err(|problem| {
            eprintln!("error: {problem}; see `--help`");
            ExitCode::from(2)
        })
    }
}

fn parse(arguments: Vec<String>) -> Result<Options, String> {
    let (mut words, mut task) = (Vec::new(), None);
    let mut options = Options {
        subject: Subject::Prompt(String::new()),
        output: PathBuf::from("video.mp4"),
        seconds: None,
        size: None,
        ratio: None,
        limit: Duration::from_secs(20 * 60),
        server: None,
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if !argument.starts_with("--") {
            words.push(argument);
            continue;
        }
        let value = arguments.next();
        let value = value.ok_or_else(|| format!("`{argument}` needs a value"))?;
        match argument.as_str() {
            "--task" => task = Some(value),
            "--output" => options.output = PathBuf::from(value),
            "--seconds" => options.seconds = Some(value),
            "--size" => options.size = Some(value),
            "--ratio" => options.ratio = Some(value),
            "--server" => options.server = Some(value),
            "--minutes" => {
                let minutes: u32 = value
                    .parse()
                    .map_err(|_| format!("`{value}` is not a number of minutes"))?;
                options.limit = Duration::from_secs(u64::from(minutes) * 60);
            }
            _ => return Err(format!("`{argument}` is not known")),
        }
    }
    options.subject = match task {
        Some(id) if words.is_empty() => Subject::Task(id),
        Some(_) => return Err("`--task` and a prompt exclude each other".to_owned()),
        None if words.is_empty() => return Err("a prompt is missing".to_owned()),
        None => Subject::Prompt(words.join(" ")),
    };
    Ok(options)
}
