//! The other files of a description: how their texts come in, and what was read of them.

use crate::diag::{Code, Document, NamedText, Report};
use crate::pointer::Pointer;
use crate::source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// How many other files may be read.
const MOST_FILES: usize = 1000;

/// How many bytes their texts and values may take in all. Small texts can have large values, since
/// YAML repeats parts by aliases.
const MOST_BYTES: usize = 256 << 20;

/// What a file counts for that cannot be read.
const BROKEN: usize = 4 << 20;

/// How often a file or a name that is like a missing one is looked for.
const GUESSES: usize = 20;

/// The longest name for which one that is like it is looked for.
const LONGEST_GUESS: usize = 128;

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
    guesses: usize,
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
            guesses: GUESSES,
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

    /// Takes the value of a file away, when nobody else holds it.
    pub(super) fn take(&mut self, file: &FileId) -> Option<Value> {
        match self.values.remove(file)? {
            Ok(value) => match Rc::try_unwrap(value) {
                Ok(value) => Some(value),
                Err(shared) => {
                    self.values.insert(FileId::clone(file), Ok(shared));
                    None
                }
            },
            Err(unusable) => {
                self.values.insert(FileId::clone(file), Err(unusable));
                None
            }
        }
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
        // A text that cannot be read may have taken as long as a large one.
        let size = value.as_ref().map_or(BROKEN, size);
        let name = self.shown(id);
        self.texts.push(NamedText { name, text });
        self.left = self.left.checked_sub(size).ok_or(Unusable::Limit)?;
        value.map(Rc::new).ok_or(Unusable::Reported)
    }

    /// The path of a file that is most like this one.
    pub(super) fn nearest(&mut self, path: &str) -> Option<String> {
        self.guess(path.len())?;
        let loader = self.loader;
        let paths = self.paths.get_or_insert_with(|| loader.paths());
        most_like(path, paths.iter(), 0.8)
    }

    /// The member of an object of a file that is most like one that is not there.
    pub(super) fn nearest_member(&mut self, value: &Value, at: &Pointer) -> Option<String> {
        let (around, name) = at.split_last()?;
        self.guess(name.len())?;
        let names = value.pointer(around.as_str())?.as_object()?.keys();
        most_like(&name, names, 0.85)
    }

    /// Looking takes time, so it is done for the first findings only.
    fn guess(&mut self, length: usize) -> Option<()> {
        self.guesses = self.guesses.checked_sub(1)?;
        (length <= LONGEST_GUESS).then_some(())
    }

    /// The texts of the other files.
    pub(super) fn texts(self) -> Vec<NamedText> {
        self.texts
    }
}

fn most_like<'n>(
    name: &str,
    others: impl Iterator<Item = &'n String>,
    at_least: f64,
) -> Option<String> {
    let name = name.to_lowercase();
    let scored = others
        .filter(|other| other.len() <= LONGEST_GUESS)
        .map(|other| (strsim::jaro_winkler(&name, &other.to_lowercase()), other));
    let (score, best) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (score > at_least).then(|| best.clone())
}

/// About how many bytes a value takes.
fn size(value: &Value) -> usize {
    const EACH: usize = 32;
    match value {
        Value::String(text) => EACH + text.len(),
        Value::Array(list) => EACH + list.iter().map(size).sum::<usize>(),
        Value::Object(map) => {
            let members = map
                .iter()
                .map(|(key, value)| EACH + key.len() + size(value));
            EACH + members.sum::<usize>()
        }
        _ => EACH,
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
