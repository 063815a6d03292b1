//! The servers that `servers/install.sh` installs, as processes.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running server; stopped when it is dropped.
pub(crate) struct Server {
    name: &'static str,
    process: Child,
    port: u16,
}

impl Server {
    /// Starts the server of this name with a description; `None` when it is not installed.
    pub(crate) fn start(name: &'static str, description: &serde_json::Value) -> Option<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("../wire-servers")
            .join(name);
        let mut command = command(name, &folder)?;
        let file = folder.join("description.json");
        fs::write(&file, description.to_string()).unwrap();
        let log = folder.join("server.log");
        let mut process = command
            .arg(&file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not run: {error}"));
        let mut line = String::new();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        output.read_line(&mut line).unwrap();
        let port = line.trim().parse();
        let port = port.unwrap_or_else(|_| panic!("{}", fs::read_to_string(&log).unwrap()));
        Some(Self {
            name,
            process,
            port,
        })
    }

    /// The name of the environment variable that says where it is.
    pub(crate) fn variable(&self) -> String {
        format!("SPECWRIGHT_WIRE_{}", self.name.to_uppercase())
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The program that is the server; `None` when what it needs is not there.
fn command(name: &str, folder: &Path) -> Option<Command> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/servers");
    if name == "python" {
        // The last file that is installed.
        folder.join("requirements.txt").exists().then_some(())?;
        let mut command = Command::new(folder.join("bin/python"));
        command.arg(sources.join("python/server.py"));
        return Some(command);
    }
    folder.join("node_modules").exists().then_some(())?;
    // Node looks for packages beside the program.
    let program: PathBuf = folder.join("server.mjs");
    fs::copy(sources.join("node/server.mjs"), &program).unwrap();
    let mut command = Command::new("node");
    command.arg(program);
    Some(command)
}
