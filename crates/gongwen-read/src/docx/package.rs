//! The parts of a Word file and how they are found (ISO/IEC 29500-2, relationships).

use super::xml::Xml;
use crate::archive::Archive;
use crate::error::ReadError;
use gongwen_text::decode::decode;

/// The parts that hold words or say how words are shown.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) document: String,
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
    pub(super) footnotes: Option<String>,
    pub(super) endnotes: Option<String>,
}

impl Package {
    /// Opens a file.
    ///
    /// # Errors
    /// - [`ReadError::Damaged`] when the archive, the document part or its text cannot be read;
    /// - [`ReadError::Encrypted`] and [`ReadError::Limit`] as the archive says.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, "Word file")?;
        let main = main(&mut archive)?;
        let missing = ReadError::Damaged { kind: "Word file", cause: "it has no document part" };
        let document = part(&mut archive, &main)?.ok_or(missing)?;
        let mut package = Self { document, ..Self::default() };
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = main.rsplit('/').next().unwrap_or(&main);
        let relations = part(&mut archive, &joined(folder, &format!("_rels/{name}.rels")))?;
        for (kind, target) in relations.map(|text| relations_in(&text)).transpose()?.unwrap_or_default() {
            let slot = match kind.as_str() {
                "styles" => &mut package.styles,
                "numbering" => &mut package.numbering,
                "footnotes" => &mut package.footnotes,
                "endnotes" => &mut package.endnotes,
                _ => continue,
            };
            *slot = part(&mut archive, &joined(folder, &target))?;
        }
        Ok(package)
    }
}

/// The name of the document part.
fn main(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    let relations = part(archive, "_rels/.rels")?.map(|text| relations_in(&text)).transpose()?;
    let target = relations
        .into_iter()
        .flatten()
        .find(|(kind, _)| kind == "officeDocument")
        .map(|(_, target)| joined("", &target))
        .filter(|target| archive.find(target).is_some());
    Ok(target.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// Last part of the type and target of each relationship. Targets outside the file are left out.
fn relations_in(text: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut xml = Xml::new(text);
    let mut found = Vec::new();
    let Some(_) = xml.child(0)? else { return Ok(found) };
    while let Some(tag) = xml.child(1)? {
        if tag.attr("TargetMode").is_none_or(|mode| mode != "External") {
            let kind = tag.attr("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.push((kind, tag.attr("Target").unwrap_or_default().into_owned()));
        }
        xml.skip()?;
    }
    Ok(found)
}

/// A target seen from a folder. The result is a name inside the archive and nothing else.
fn joined(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (mut steps, rest) = match target.strip_prefix('/') {
        Some(rest) => (Vec::new(), rest),
        None => (folder.split('/').filter(|step| !step.is_empty()).collect(), target.as_str()),
    };
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The text of a part; `None` when there is no such part.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, ReadError> {
    let Some(at) = archive.find(name) else { return Ok(None) };
    let bytes = archive.member(at)?;
    // Nearly all parts are UTF-8; the standard allows UTF-16 too.
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let cause = "one of its parts is no text";
            let decoded =
                decode(error.as_bytes()).map_err(|_| ReadError::Damaged { kind: "Word file", cause })?;
            Ok(Some(decoded.text.into_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn targets_never_leave_the_archive() {
        let check = |folder, target, expect: &str| assert_eq!(joined(folder, target), expect);
        check("word", "styles.xml", "word/styles.xml");
        check("word", "/word/styles.xml", "word/styles.xml");
        check("word", "../custom/styles.xml", "custom/styles.xml");
        check("word", "../../../etc/passwd", "etc/passwd");
    }
}
