//! The other files of a description: how their texts come in, and what was read of them.

use crate::diag::{Code, Document, NamedText, Report};
use crate::source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// How many other files may be read.
const MOST_FILES: usize = 1000;

/// How many bytes they may have in all.
const MOST_BYTES: usize = 128 << 20;

/// Gives the texts of the files that a description refers to.
///
/// Paths are relative to the folder of the description, with `/` between folders. They begin with
/// `..` where a reference leaves that folder: whether such a file may be read is for the
/// implementation to say. The same path must give the same answer during one run.
pub trait Files: fmt::Debug + Sync {
    /// The text of a file.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it may not or cannot be read.
    fn read(&self, path: &str) -> Result<String, FileError>;

    /// The paths of the files that there are, for "did you mean".
    fn paths(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is no file of this path.
    Missing,
    /// The path leads out of the folders that may be read.
    Outside,
    /// There is a file, but not one that can be read: why.
    Unreadable(String),
}

/// No files at all: descriptions that stand alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<String, FileError> {
        Err(FileError::Missing)
    }
}

impl Files for BTreeMap<String, String> {
    fn read(&self, path: &str) -> Result<String, FileError> {
        if path.starts_with("..") {
            return Err(FileError::Outside);
        }
        self.get(path).cloned().ok_or(FileError::Missing)
    }

    fn paths(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }
}

/// A path from the folder of the description: what tells files apart.
pub(super) type FileId = Rc<str>;

/// Why a file cannot be used.
#[derive(Clone, Debug)]
pub(super) enum Unusable {
    File(FileError),
    /// There are too many already.
    Limit,
    /// Its text was reported.
    Reported,
}

/// What was read.
pub(super) struct Shelf<'a> {
    loader: &'a dyn Files,
    /// What stands before a path to show it.
    folder: &'a str,
    root: FileId,
    values: BTreeMap<FileId, Result<Rc<Value>, Unusable>>,
    numbers: BTreeMap<FileId, u32>,
    texts: Vec<NamedText>,
    left: usize,
    paths: Option<Vec<String>>,
}

impl<'a> Shelf<'a> {
    /// A shelf with the description itself; `name` is what findings show.
    pub(super) fn new(name: &'a str, value: Value, loader: &'a dyn Files) -> Self {
        let start = name.rfind('/').map_or(0, |slash| slash + 1);
        let root: FileId = Rc::from(&name[start..]);
        Self {
            loader,
            folder: &name[..start],
            values: BTreeMap::from([(Rc::clone(&root), Ok(Rc::new(value)))]),
            root,
            numbers: BTreeMap::new(),
            texts: Vec::new(),
            left: MOST_BYTES,
            paths: None,
        }
    }

    /// The description itself.
    pub(super) fn root(&self) -> &FileId {
        &self.root
    }

    /// Which text the places of a file lie in.
    pub(super) fn document(&self, file: &FileId) -> Document {
        match self.numbers.get(file) {
            Some(number) => Document::File(*number),
            None => Document::Description,
        }
    }

    /// A path as findings show it.
    pub(super) fn shown(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The value of a file that was read.
    pub(super) fn value(&self, file: &FileId) -> Option<Rc<Value>> {
        self.values.get(file)?.as_ref().ok().map(Rc::clone)
    }

    /// Reads a file, once.
    pub(super) fn open(&mut self, path: &str, report: &mut Report) -> Result<FileId, Unusable> {
        let id: FileId = match self.values.get_key_value(path) {
            Some((id, Ok(_))) => return Ok(Rc::clone(id)),
            Some((_, Err(why))) => return Err(why.clone()),
            None => Rc::from(path),
        };
        let value = self.read(&id, report);
        let result = value.as_ref().map(|_| Rc::clone(&id)).map_err(Clone::clone);
        self.values.insert(id, value);
        result
    }

    fn read(&mut self, id: &FileId, report: &mut Report) -> Result<Rc<Value>, Unusable> {
        if self.texts.len() >= MOST_FILES {
            return Err(Unusable::Limit);
        }
        let text = self.loader.read(id).map_err(Unusable::File)?;
        let Some(left) = self.left.checked_sub(text.len()) else {
            return Err(Unusable::Limit);
        };
        self.left = left;
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(Rc::clone(id), number);
        let value = source::read(&text, Document::File(number), report);
        let name = self.shown(id);
        self.texts.push(NamedText { name, text });
        value.map(Rc::new).ok_or(Unusable::Reported)
    }

    /// The path of a file that is most like this one.
    pub(super) fn nearest(&mut self, path: &str) -> Option<String> {
        let loader = self.loader;
        let paths = self.paths.get_or_insert_with(|| loader.paths());
        let wanted = path.to_lowercase();
        let score = |other: &str| strsim::jaro_winkler(&wanted, &other.to_lowercase());
        let best = paths
            .iter()
            .max_by(|a, b| score(a).total_cmp(&score(b)).then(b.cmp(a)))?;
        (score(best) > 0.8).then(|| best.clone())
    }

    /// The texts of the other files.
    pub(super) fn texts(self) -> Vec<NamedText> {
        self.texts
    }
}

/// The code of a file that cannot be used.
pub(super) const fn code(why: &Unusable) -> Code {
    match why {
        Unusable::File(FileError::Outside) => Code::EXTERNAL_REF,
        Unusable::Limit => Code::TOO_MANY_FILES,
        _ => Code::REF_FILE,
    }
}
