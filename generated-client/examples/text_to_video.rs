//! Submits a prompt, waits for the video and downloads it, with the asynchronous client.
//!
//! ```sh
//! POWERTOKENS_API_KEY=… cargo run --example text_to_video -- "a cat on the grass, sunny day"
//! ```

mod common;

use common::options::{Options, Subject};
use common::progress::Progress;
use common::{Pace, Stop, is_finished, request, submitted, with_causes};
use powertokens_seedance::runtime::token_from_env;
use powertokens_seedance::types::VideoTask;
use powertokens_seedance::{API, Client, ConfigError, Download};
use std::path::Path;
use std::process::ExitCode;
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;
use tokio::time::sleep;

#[tokio::main]
async fn main() -> ExitCode {
    let options = match Options::from_args() {
        Ok(options) => options,
        Err(status) => return status,
    };
    match run(&options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}

async fn run(options: &Options) -> Result<(), Stop> {
    let client = client(options).map_err(Stop::failed)?;
    let id = match &options.subject {
        Subject::Task(id) => id.clone(),
        Subject::Prompt(prompt) => {
            let task = client.create_video(request(options, prompt)).await;
            submitted(&task.map_err(|error| Stop::submission(&error))?)?
        }
    };
    eprintln!("task {id}");
    let task = wait(&client, &id, Pace::new(options.limit)).await?;
    let download = client.download_video(&id).await;
    let mut download = download.map_err(|error| Stop::download(with_causes(&error), &id, &task))?;
    save(&mut download, &options.output)
        .await
        .map_err(|error| Stop::download(error, &id, &task))?;
    println!("{}", options.output.display());
    Ok(())
}

fn client(options: &Options) -> Result<Client, ConfigError> {
    match &options.server {
        None => Client::from_env(),
        Some(url) => Client::builder()
            .bearer_token(token_from_env(&API)?)
            .base_url(url)
            .build(),
    }
}

/// Asks until the task is finished.
async fn wait(client: &Client, id: &str, mut pace: Pace) -> Result<VideoTask, Stop> {
    loop {
        let pause = match client.get_video(id).await {
            Ok(task) if is_finished(&task)? => return Ok(task),
            Ok(task) => {
                let status = task
                    .status
                    .as_ref()
                    .map_or("waiting", |status| status.as_str());
                eprintln!(
                    "{} {}%",
                    status.escape_debug(),
                    task.progress.unwrap_or_default()
                );
                pace.answered()
            }
            Err(error) => pace.failed(&error)?,
        };
        sleep(pause.ok_or_else(|| Stop::late(id))?).await;
    }
}

/// Writes beside the file first, so that it is complete or not there.
///
/// `Download::save` does the same in one call, without showing how far it is.
async fn save(download: &mut Download, output: &Path) -> Result<(), String> {
    let part = output.with_extension("part");
    let result = write(download, &part).await;
    if result.is_err() {
        let _ = fs::remove_file(&part).await;
        return result;
    }
    let renamed = fs::rename(&part, output).await;
    renamed.map_err(|error| format!("cannot write {}: {error}", output.display()))
}

async fn write(download: &mut Download, part: &Path) -> Result<(), String> {
    let local = |error| format!("cannot write {}: {error}", part.display());
    let mut file = File::create(part).await.map_err(local)?;
    let mut progress = Progress::new(download.content_length());
    loop {
        let chunk = download.chunk().await;
        let Some(chunk) = chunk.map_err(|error| with_causes(&error))? else {
            break;
        };
        file.write_all(&chunk).await.map_err(local)?;
        progress.add(chunk.len());
    }
    progress.finish();
    file.sync_all().await.map_err(local)
}
