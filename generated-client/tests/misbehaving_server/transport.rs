//! The two transports behind one interface, so that one table can drive both.

use crate::server::Step;
use powertokens_seedance::runtime::ClientBuilder;
use powertokens_seedance::types::{ErrorReply, TextToVideoRequest, VideoTask};
use powertokens_seedance::{Error, Json};
use std::path::PathBuf;
use std::time::Duration;

/// What the clients are given as a token.
pub(crate) const TOKEN: &str = "s3cret-t0ken";

/// What is asked of a client.
#[derive(Clone, Debug)]
pub(crate) enum Call {
    Submit(TextToVideoRequest),
    SubmitUnchecked(TextToVideoRequest),
    Query(&'static str),
    /// Saves the download as this file.
    Download(PathBuf),
    /// Waits a moment, and does nothing.
    Pause,
}

/// What came of it: the task as JSON, or the number of bytes.
pub(crate) type Outcome = Result<String, Error<ErrorReply>>;

/// How a client is set up.
pub(crate) struct Setup {
    pub(crate) base_url: String,
    pub(crate) read_timeout: Duration,
    pub(crate) timeout: Option<Duration>,
}

impl Setup {
    pub(crate) fn of(base_url: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            // Long, so that a busy machine does not change the outcome.
            read_timeout: Duration::from_secs(20),
            timeout: None,
        }
    }

    /// With a short time for silence, when the server will be silent.
    pub(crate) fn for_step(self, step: &Step) -> Self {
        match step {
            Step::Stall(_) | Step::Ignore => Self {
                read_timeout: Duration::from_millis(800),
                ..self
            },
            _ => self,
        }
    }

    fn apply<T>(&self, builder: ClientBuilder<T>) -> ClientBuilder<T> {
        let builder = builder
            .base_url(&self.base_url)
            .bearer_token(TOKEN)
            .connect_timeout(Duration::from_secs(20))
            .read_timeout(self.read_timeout)
            .max_reply_size(1024 * 1024);
        match self.timeout {
            Some(time) => builder.timeout(time),
            None => builder,
        }
    }
}

/// One of the two clients.
pub(crate) struct Transport {
    pub(crate) name: &'static str,
    /// Makes one client and lets it do the calls one after the other.
    pub(crate) run: fn(&Setup, &[Call]) -> Vec<Outcome>,
}

/// The transports that are compiled in.
pub(crate) const TRANSPORTS: &[Transport] = &[
    #[cfg(feature = "reqwest")]
    Transport {
        name: "reqwest",
        run: asynchronous::run,
    },
    #[cfg(feature = "ureq")]
    Transport {
        name: "ureq",
        run: blocking::run,
    },
];

impl Transport {
    /// One call of a client of its own.
    pub(crate) fn call(&self, setup: &Setup, call: &Call) -> Outcome {
        let mut outcomes = (self.run)(setup, std::slice::from_ref(call));
        outcomes.remove(0)
    }
}

/// The smallest request that is valid.
pub(crate) fn request() -> TextToVideoRequest {
    let text =
        r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[{"type":"text","text":"a cat"}]}"#;
    TextToVideoRequest::from_json(text).unwrap()
}

fn json(task: &VideoTask) -> String {
    task.to_json()
}

/// The same for both clients; `$wait` turns a call into its result.
macro_rules! run {
    ($client:ty, $wait:path) => {
        pub(super) fn run(setup: &Setup, calls: &[Call]) -> Vec<Outcome> {
            let client = setup.apply(<$client>::builder()).build().unwrap();
            let call = |call: &Call| match call {
                Call::Submit(body) => {
                    let task = $wait(client.create_video(body.clone()))?;
                    Ok(json(&task))
                }
                Call::SubmitUnchecked(body) => {
                    let task = $wait(client.send_unchecked(&CreateVideo::new(body.clone())))?;
                    Ok(json(&task))
                }
                Call::Query(id) => Ok(json(&$wait(client.get_video(*id))?)),
                Call::Pause => {
                    std::thread::sleep(Duration::from_millis(300));
                    Ok(String::new())
                }
                Call::Download(path) => {
                    let mut download = $wait(client.download_video("t"))?;
                    Ok($wait(download.save(path))?.to_string())
                }
            };
            calls.iter().map(call).collect()
        }
    };
}

#[cfg(feature = "reqwest")]
mod asynchronous {
    use super::{Call, Duration, Outcome, Setup, json};
    use powertokens_seedance::Client;
    use powertokens_seedance::operations::CreateVideo;
    use std::sync::LazyLock;
    use tokio::runtime::Runtime;

    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

    fn wait<F: Future>(future: F) -> F::Output {
        RUNTIME.block_on(future)
    }

    run!(Client, wait);
}

#[cfg(feature = "ureq")]
mod blocking {
    use super::{Call, Duration, Outcome, Setup, json};
    use powertokens_seedance::blocking::Client;
    use powertokens_seedance::operations::CreateVideo;
    use std::convert::identity;

    run!(Client, identity);
}
