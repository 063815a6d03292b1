//! What both examples need, whichever client they use: no I/O but messages.

pub(crate) mod options;
pub(crate) mod progress;

use powertokens_seedance::Error;
use powertokens_seedance::types::{
    ErrorReply, TextToVideoRequest, TextToVideoRequestModel, VideoMediaInput, VideoMediaInputType,
    VideoTask, VideoTaskStatus,
};
use std::fmt::{Display, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Why a program ends before the video is there: its exit status, and what to say.
#[derive(Debug)]
pub(crate) struct Stop {
    status: u8,
    message: String,
}

impl Stop {
    /// Something failed.
    pub(crate) fn failed(message: impl Display) -> Self {
        Self {
            status: 1,
            message: message.to_string(),
        }
    }

    /// The task goes on, but nobody waits for it any more.
    pub(crate) fn late(id: &str) -> Self {
        Self {
            status: 4,
            message: format!("the task is not finished; wait again with `--task {id}`"),
        }
    }

    /// A failed submission. It is never repeated: a task that was accepted is charged.
    pub(crate) fn submission(error: &Error<ErrorReply>) -> Self {
        let unclear = match error {
            Error::Transport(_) | Error::Decode(_) => error.may_have_been_sent(),
            _ => error
                .status()
                .is_some_and(|status| status.is_server_error()),
        };
        let mut message = with_causes(error);
        if let Error::Invalid(violations) = error {
            message = String::from("the request breaks rules of the API:");
            for violation in violations {
                let _ = write!(message, "\n  {violation}");
            }
        }
        if let Some(time) = error.retry_after() {
            let _ = write!(message, "\nthe server asks to wait {} s", time.as_secs());
        }
        if unclear {
            message +=
                "\nthe task may have been accepted all the same: look before you submit again";
        }
        Self {
            status: if unclear { 3 } else { 1 },
            message,
        }
    }

    /// A failed download, and where else the video is.
    pub(crate) fn download(error: impl Display, id: &str, task: &VideoTask) -> Self {
        let mut message = format!("{error}\ndownload again with `--task {id}`");
        if let Some(url) = video_url(task) {
            let _ = write!(message, "; the video is also at {}", clean(url));
        }
        Self { status: 1, message }
    }

    /// Says it, and ends the program.
    pub(crate) fn report(self) -> ExitCode {
        eprintln!("error: {}", self.message);
        ExitCode::from(self.status)
    }
}

/// An error with all its causes.
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let _ = write!(text, ": {error}");
        cause = error.source();
    }
    text
}

/// The request for a prompt; what is not asked for is left to the server.
pub(crate) fn request(options: &options::Options, prompt: &str) -> TextToVideoRequest {
    let text = VideoMediaInput::new(VideoMediaInputType::Text).with_text(prompt);
    let model = TextToVideoRequestModel::DreaminaSeedance2_0Mini260615;
    let mut request = TextToVideoRequest::new(model, vec![text]);
    request.seconds = options.seconds.as_deref().map(Into::into);
    request.size = options.size.as_deref().map(Into::into);
    request.ratio = options.ratio.as_deref().map(Into::into);
    request
}

/// The id of a submitted task: in `id` or in `task_id`.
pub(crate) fn submitted(task: &VideoTask) -> Result<String, Stop> {
    let id = task.id.as_deref().or(task.task_id.as_deref());
    id.map(clean)
        .filter(|id| !id.is_empty())
        .ok_or_else(|| Stop {
            status: 3,
            message: "the server accepted the task but did not say its id".to_owned(),
        })
}

/// Where the video is, in each of the documented shapes of a task.
pub(crate) fn video_url(task: &VideoTask) -> Option<&str> {
    let metadata = task.metadata.as_ref().and_then(|data| data.url.as_deref());
    let content = task.content.as_ref();
    metadata
        .or(task.video_url.as_deref())
        .or(content.and_then(|content| content.video_url.as_deref()))
}

/// Whether the video is there; an error when there will be none.
pub(crate) fn is_finished(task: &VideoTask) -> Result<bool, Stop> {
    use VideoTaskStatus::{Cancelled, Completed, Expired, Failed, Succeeded, Unknown};
    match &task.status {
        Some(Completed | Succeeded) => Ok(true),
        Some(Unknown(state)) if state == "success" => Ok(true),
        Some(state @ (Failed | Cancelled | Expired)) => Err(refused(task, state)),
        Some(state @ Unknown(name)) if ["canceled", "error"].contains(&&**name) => {
            Err(refused(task, state))
        }
        _ => Ok(false),
    }
}

fn refused(task: &VideoTask, state: &VideoTaskStatus) -> Stop {
    let inner = task.metadata.as_ref().and_then(|data| data.error.as_ref());
    let error = task.error.as_ref().and_then(|error| error.as_option());
    let error = error.or(inner.and_then(|error| error.as_option()));
    let mut text = format!("the task ended: {}", clean(state.as_str()));
    if let Some(error) = error {
        for part in [&error.code, &error.message].into_iter().flatten() {
            let _ = write!(text, ": {}", clean(part));
        }
    }
    Stop::failed(text)
}

/// Text of the server without control characters, which a terminal would obey.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// How often to ask, and when to give up.
#[derive(Debug)]
pub(crate) struct Pace {
    end: Instant,
    failures: usize,
}

impl Pace {
    /// Gives up after this time.
    pub(crate) fn new(limit: Duration) -> Self {
        Self {
            end: Instant::now() + limit,
            failures: 0,
        }
    }

    /// The pause after a query that was answered; `None` when the time is up.
    pub(crate) fn answered(&mut self) -> Option<Duration> {
        self.failures = 0;
        self.pause(Duration::from_secs(5))
    }

    /// The pause after a query that failed: tasks outlive gateways that are down or refuse for a
    /// while. Only a key that is refused or a request that cannot be made will not get better.
    pub(crate) fn failed(&mut self, error: &Error<ErrorReply>) -> Result<Option<Duration>, Stop> {
        let hopeless = error.status().is_some_and(|status| status == 401);
        if hopeless || matches!(error, Error::Invalid(_) | Error::Request(_)) {
            return Err(Stop::failed(with_causes(error)));
        }
        let seconds = [10, 20, 40, 60][self.failures.min(3)];
        self.failures += 1;
        let asked = error.retry_after().unwrap_or_default();
        let pause = asked.max(Duration::from_secs(seconds));
        eprintln!(
            "{}; asking again in {} s",
            with_causes(error),
            pause.as_secs()
        );
        Ok(self.pause(pause))
    }

    fn pause(&self, time: Duration) -> Option<Duration> {
        (Instant::now() + time < self.end).then_some(time)
    }
}
