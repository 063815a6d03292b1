//! The program of the README: no options, no patience, no progress.

use powertokens_seedance::{Client, types};
use std::time::Duration;
use types::VideoTaskStatus::{Cancelled, Completed, Expired, Failed, Succeeded};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The key is in the environment variable POWERTOKENS_API_KEY.
    let client = Client::from_env()?;
    let prompt = types::VideoMediaInput::new(types::VideoMediaInputType::Text)
        .with_text("A small cat running on the grass, sunny day");
    let request = types::TextToVideoRequest::new(
        types::TextToVideoRequestModel::DreaminaSeedance2_0Mini260615,
        vec![prompt],
    )
    .with_seconds(types::TextToVideoRequestSeconds::Seconds5);

    let task = client.create_video(request).await?;
    let id = task.id.or(task.task_id).ok_or("a task without an id")?;
    loop {
        match client.get_video(&id).await?.status {
            Some(Completed | Succeeded) => break,
            Some(Failed | Cancelled | Expired) => return Err("there will be no video".into()),
            _ => tokio::time::sleep(Duration::from_secs(5)).await,
        }
    }
    client.download_video(&id).await?.save("video.mp4").await?;
    Ok(())
}
