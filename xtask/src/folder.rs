//! The files beside a description: what may be read of them, and how.

use anyhow::{Context, Result};
use specwright::bundle::{FileError, Files};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// How many files are looked at for "did you mean".
const MOST: usize = 2000;

/// The folder of a description, and others that it may refer to.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// The folder as it was named.
    home: PathBuf,
    /// The folders that may be read, without symbolic links.
    allowed: Vec<PathBuf>,
}

impl Folder {
    /// The folder of `description`, and `outside` of it these.
    ///
    /// # Errors
    ///
    /// When one of the folders is not there.
    pub(crate) fn of(description: &Path, outside: &[PathBuf]) -> Result<Self> {
        let home = match description.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let mut allowed = Vec::new();
        for folder in std::iter::once(home).chain(outside.iter().map(PathBuf::as_path)) {
            let real = folder
                .canonicalize()
                .with_context(|| format!("there is no folder {}", folder.display()))?;
            allowed.push(real);
        }
        Ok(Self {
            home: allowed[0].clone(),
            allowed,
        })
    }

    fn is_allowed(&self, path: &Path) -> bool {
        self.allowed.iter().any(|folder| path.starts_with(folder))
    }

    /// The file behind a path, symbolic links followed, when it may be read.
    fn find(&self, path: &str) -> Result<PathBuf, FileError> {
        let joined = self.home.join(path);
        // Of what lies outside nothing is said, not even whether it is there.
        if !self.is_allowed(&without_dots(&joined)) {
            return Err(FileError::Outside);
        }
        let real = joined.canonicalize().map_err(|error| failure(&error))?;
        if !self.is_allowed(&real) {
            return Err(FileError::Outside);
        }
        Ok(real)
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Result<String, FileError> {
        let unreadable = |why: &str| FileError::Unreadable(why.to_owned());
        let real = self.find(path)?;
        // A pipe or a device would not end.
        if !real.is_file() {
            return Err(unreadable("it is no file"));
        }
        let file = File::open(real).map_err(|error| failure(&error))?;
        let mut bytes = Vec::new();
        let limited = file.take(LARGEST + 1).read_to_end(&mut bytes);
        limited.map_err(|error| failure(&error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(unreadable("it is too large"));
        }
        String::from_utf8(bytes).map_err(|_| unreadable("it is not UTF-8 text"))
    }

    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        let mut open = VecDeque::from([(self.home.clone(), String::new())]);
        let mut seen = 0;
        while let Some((folder, prefix)) = open.pop_front() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                seen += 1;
                let name = entry.file_name().to_string_lossy().into_owned();
                let Ok(kind) = entry.file_type() else {
                    continue;
                };
                if seen > MOST || name.starts_with('.') {
                    continue;
                }
                if kind.is_dir() {
                    open.push_back((entry.path(), format!("{prefix}{name}/")));
                } else {
                    paths.push(format!("{prefix}{name}"));
                }
            }
            if seen > MOST {
                break;
            }
        }
        paths.sort();
        paths
    }
}

fn failure(error: &std::io::Error) -> FileError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileError::Missing,
        _ => FileError::Unreadable(error.to_string()),
    }
}

/// A path without `.` and `..`, by its words alone.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder with a file outside it.
    fn example() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("api/inner")).unwrap();
        fs::create_dir_all(folder.path().join("shared")).unwrap();
        for path in ["api/a.yaml", "api/inner/b.yaml", "shared/c.yaml", "d.yaml"] {
            fs::write(folder.path().join(path), path).unwrap();
        }
        let root = folder.path().join("api/a.yaml");
        (folder, root)
    }

    #[test]
    fn only_the_folder_is_read() {
        let (_folder, root) = example();
        let files = Folder::of(&root, &[]).unwrap();
        assert_eq!(files.read("inner/b.yaml").unwrap(), "api/inner/b.yaml");
        assert_eq!(files.read("inner/c.yaml"), Err(FileError::Missing));
        assert_eq!(files.read("a.yaml/c.yaml"), Err(FileError::Missing));
        for outside in [
            "../d.yaml",
            "../nothing.yaml",
            "inner/../../d.yaml",
            "../api2/a.yaml",
            "../../../../../../../../etc/passwd",
            "/etc/passwd",
        ] {
            assert_eq!(files.read(outside), Err(FileError::Outside), "{outside}");
        }
        assert_eq!(files.paths(), ["a.yaml", "inner/b.yaml"]);
    }

    #[test]
    fn other_folders_can_be_allowed() {
        let (folder, root) = example();
        let files = Folder::of(&root, &[folder.path().join("shared")]).unwrap();
        assert_eq!(files.read("../shared/c.yaml").unwrap(), "shared/c.yaml");
        assert_eq!(files.read("../d.yaml"), Err(FileError::Outside));
        assert!(Folder::of(&root, &[folder.path().join("nowhere")]).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_do_not_lead_out() {
        use std::os::unix::fs::symlink;
        let (folder, root) = example();
        symlink("../../d.yaml", folder.path().join("api/inner/file.yaml")).unwrap();
        symlink(
            folder.path().join("shared"),
            folder.path().join("api/linked"),
        )
        .unwrap();
        symlink("b.yaml", folder.path().join("api/inner/near.yaml")).unwrap();
        let files = Folder::of(&root, &[]).unwrap();
        assert_eq!(files.read("inner/file.yaml"), Err(FileError::Outside));
        assert_eq!(files.read("linked/c.yaml"), Err(FileError::Outside));
        assert_eq!(files.read("inner/near.yaml").unwrap(), "api/inner/b.yaml");
        let files = Folder::of(&root, &[folder.path().join("shared")]).unwrap();
        assert_eq!(files.read("linked/c.yaml").unwrap(), "shared/c.yaml");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let (_folder, root) = example();
        fs::write(root.with_file_name("bytes.yaml"), [0xff, 0xfe]).unwrap();
        File::create(root.with_file_name("large.yaml"))
            .unwrap()
            .set_len(LARGEST + 1)
            .unwrap();
        let files = Folder::of(&root, &[]).unwrap();
        let why = |path: &str| match files.read(path) {
            Err(FileError::Unreadable(why)) => why,
            other => panic!("{path}: {other:?}"),
        };
        assert_eq!(why("bytes.yaml"), "it is not UTF-8 text");
        assert_eq!(why("large.yaml"), "it is too large");
        assert_eq!(why("inner"), "it is no file");
    }
}
