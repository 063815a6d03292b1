//! Submits a prompt, waits for the video and downloads it, with the blocking client.
//!
//! ```sh
//! POWERTOKENS_API_KEY=… cargo run --example text_to_video_blocking --features ureq -- "a cat"
//! ```

mod common;

use common::options::{Options, Subject};
use common::progress::Progress;
use common::{Pace, Stop, is_finished, request, submitted, with_causes};
use powertokens_seedance::API;
use powertokens_seedance::blocking::Client;
use powertokens_seedance::runtime::token_from_env;
use powertokens_seedance::types::VideoTask;
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::thread::sleep;

fn main() -> ExitCode {
    let options = match Options::from_args() {
        Ok(options) => options,
        Err(status) => return status,
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}

fn run(options: &Options) -> Result<(), Stop> {
    let client = match &options.server {
        None => Client::from_env(),
        Some(url) => token_from_env(&API)
            .and_then(|token| Client::builder().bearer_token(token).base_url(url).build()),
    };
    let client = client.map_err(Stop::failed)?;
    let id = match &options.subject {
        Subject::Task(id) => id.clone(),
        Subject::Prompt(prompt) => {
            let task = client.create_video(request(options, prompt));
            submitted(&task.map_err(|error| Stop::submission(&error))?)?
        }
    };
    eprintln!("task {id}");
    let task = wait(&client, &id, Pace::new(options.limit))?;
    let failed = |error: &dyn std::error::Error| Stop::download(with_causes(error), &id, &task);
    let mut download = client.download_video(&id).map_err(|error| failed(&error))?;
    let mut progress = Progress::new(download.content_length());
    let part = options.output.with_extension("part");
    let written = File::create(&part).and_then(|mut file| {
        copy(&mut download, &mut file, &mut progress)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| std::fs::rename(&part, &options.output)) {
        let _ = std::fs::remove_file(&part);
        return Err(failed(&error));
    }
    progress.finish();
    println!("{}", options.output.display());
    Ok(())
}

/// Asks until the task is finished.
fn wait(client: &Client, id: &str, mut pace: Pace) -> Result<VideoTask, Stop> {
    loop {
        let pause = match client.get_video(id) {
            Ok(task) if is_finished(&task)? => return Ok(task),
            Ok(_) => pace.answered(),
            Err(error) => pace.failed(&error)?,
        };
        sleep(pause.ok_or_else(|| Stop::late(id))?);
    }
}

fn copy(from: &mut impl Read, to: &mut impl Write, progress: &mut Progress) -> io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = from.read(&mut buffer)?;
        if length == 0 {
            return Ok(());
        }
        to.write_all(&buffer[..length])?;
        progress.add(length);
    }
}
