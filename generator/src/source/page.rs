//! The description in a documentation page.
//!
//! Such pages are Markdown with the description in a fenced block, whose fence is longer than
//! those that may stand inside (`CommonMark` 0.31, section 4.5).

use std::fmt;

/// Why a page yields no description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// No fenced block has `openapi` at its top.
    NoBlock,
    /// Several blocks have; these are the lines (from 1) of their fences.
    SeveralBlocks(Vec<usize>),
    /// The fence that opens at this line (from 1) is never closed: the page is cut off.
    NotClosed(usize),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBlock => f.write_str(
                "the page has no fenced block that begins with `openapi:`, and is no description itself",
            ),
            Self::SeveralBlocks(lines) => {
                let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
                write!(f, "the page has several descriptions, at lines {}", lines.join(", "))
            }
            Self::NotClosed(line) => {
                write!(f, "the block that begins at line {line} has no end: the page is cut off")
            }
        }
    }
}

impl std::error::Error for PageError {}

/// Takes the description out of a page, byte for byte; blank lines at its end aside.
///
/// A text that is a description already is returned as it stands.
///
/// # Errors
///
/// When the page has no such block or more than one, or ends within it.
pub fn extract(page: &str) -> Result<&str, PageError> {
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    if is_bare(page) {
        return Ok(page);
    }
    let blocks: Vec<Block<'_>> = blocks(page)
        .into_iter()
        .filter(Block::is_description)
        .collect();
    // Samples inside a page may look like a description as well; the long fence tells them apart.
    let all: Vec<&Block<'_>> = blocks.iter().collect();
    let long: Vec<&Block<'_>> = blocks.iter().filter(|block| block.fence > 3).collect();
    let block = match (long.as_slice(), all.as_slice()) {
        ([block], _) | ([], [block]) => *block,
        ([], []) => return Err(PageError::NoBlock),
        _ => {
            return Err(PageError::SeveralBlocks(
                all.iter().map(|block| block.line).collect(),
            ));
        }
    };
    if block.closed {
        Ok(block.text)
    } else {
        Err(PageError::NotClosed(block.line))
    }
}

fn is_bare(page: &str) -> bool {
    if page.trim_start().starts_with('{') {
        return true;
    }
    let before_fence = page.lines().take_while(|line| fence(line).is_none());
    before_fence.into_iter().any(is_top_key)
}

/// Whether a line begins `openapi:` or `swagger:`, quoted or not.
fn is_top_key(line: &str) -> bool {
    let line = line.trim_start_matches(['"', '\'']);
    ["openapi", "swagger"].iter().any(|key| {
        let rest = line
            .strip_prefix(key)
            .map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
        rest.is_some_and(|rest| rest.starts_with(':'))
    })
}

struct Block<'a> {
    text: &'a str,
    /// The line of the opening fence, from 1.
    line: usize,
    /// The length of the fence.
    fence: usize,
    closed: bool,
}

impl Block<'_> {
    fn is_description(&self) -> bool {
        if self.text.trim_start().starts_with('{') {
            return self.text.contains("\"openapi\"") || self.text.contains("\"swagger\"");
        }
        self.text.lines().any(is_top_key)
    }
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    // The sign and length of the open fence, its line, and where its text starts.
    let mut open: Option<(char, usize, usize, usize)> = None;
    let mut offset = 0;
    for (number, line) in page.split_inclusive('\n').enumerate() {
        let start = offset;
        offset += line.len();
        let Some((sign, length, info)) = fence(line) else {
            continue;
        };
        match open {
            None if sign == '~' || !info.contains('`') => {
                open = Some((sign, length, number + 1, offset));
            }
            Some((opened, at_least, line, from))
                if sign == opened && length >= at_least && info.is_empty() =>
            {
                let text = without_blank_end(&page[from..start]);
                blocks.push(Block {
                    text,
                    line,
                    fence: at_least,
                    closed: true,
                });
                open = None;
            }
            _ => {}
        }
    }
    if let Some((_, fence, line, from)) = open {
        blocks.push(Block {
            text: &page[from..],
            line,
            fence,
            closed: false,
        });
    }
    blocks
}

/// Sign, length and the rest of a line that is a fence.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let length = line.len() - rest.len();
    (length >= 3).then(|| (sign, length, rest.trim()))
}

/// Cuts blank lines off the end, but not the line break of the last line that is not blank.
fn without_blank_end(text: &str) -> &str {
    let kept = text.trim_end().len();
    let rest = &text[kept..];
    match rest.find('\n') {
        Some(end) => &text[..=kept + end],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "openapi: 3.0.1\ninfo:\n  description: |\n    ```\n    code\n    ```\n";

    #[test]
    fn the_fenced_block_is_found() {
        for (open, close) in [
            ("````yaml a.json POST /v1/videos", "````"),
            ("`````yaml /a.json POST /v1", "``````"),
            ("~~~~ yaml", "~~~~"),
            ("```yaml", "```"),
        ] {
            let page = format!(
                "> banner\n\n# Title\n\n```sh\ncurl\n```\n\n{open}\n{YAML}\n{close}\n\nmore\n"
            );
            assert_eq!(extract(&page), Ok(YAML), "{open}");
        }
        let windows = format!(
            "# T\r\n````yaml x\r\n{}\r\n````",
            YAML.replace('\n', "\r\n")
        );
        assert_eq!(extract(&windows).unwrap(), YAML.replace('\n', "\r\n"));
    }

    #[test]
    fn a_description_is_its_own_page() {
        assert_eq!(extract(YAML), Ok(YAML));
        assert_eq!(
            extract("# c\n'swagger' : '2.0'\n"),
            Ok("# c\n'swagger' : '2.0'\n")
        );
        assert_eq!(
            extract("\n{\"openapi\": \"3.0.0\"}"),
            Ok("\n{\"openapi\": \"3.0.0\"}")
        );
    }

    #[test]
    fn other_pages_are_refused() {
        assert_eq!(
            extract("# T\n\n```yaml\na: 1\n```\n"),
            Err(PageError::NoBlock)
        );
        assert_eq!(extract(""), Err(PageError::NoBlock));
        let block = format!("```yaml\n{YAML}```\n");
        assert_eq!(
            extract(&format!("{block}{block}")),
            Err(PageError::SeveralBlocks(vec![1, 9]))
        );
        assert_eq!(
            extract(&format!("````yaml\n{YAML}")),
            Err(PageError::NotClosed(1))
        );
    }
}
