//! The list of documents, kept small: a hundred thousand files in a few megabytes.

use super::Input;
use super::names::{normal, numbered, slashed};
use super::search::digest;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::path::Path;

/// Documents in order. What those of one folder share is kept once; an [`Input`] is made when it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Files {
    folders: Vec<Folder>,
    list: Vec<Listed>,
}

/// What files of one folder share.
#[derive(Clone, Debug)]
struct Folder {
    /// Where it is.
    path: Box<Path>,
    /// What the names of its files begin with, without the `/`.
    front: Box<str>,
}

#[derive(Clone, Debug)]
enum Listed {
    /// A file that has its own name in its folder.
    File { folder: u32, named: bool, bytes: u64, name: Box<str> },
    /// A member of an archive, or a file that is called otherwise.
    Whole(Box<Input>),
}

impl Files {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The document at a place; `None` behind the last.
    pub fn get(&self, place: usize) -> Option<Input> {
        Some(match self.list.get(place)? {
            Listed::Whole(input) => (**input).clone(),
            Listed::File { folder, named, bytes, name } => {
                let Folder { path, front } = &self.folders[*folder as usize];
                let full = if front.is_empty() { name.clone() } else { format!("{front}/{name}").into() };
                Input {
                    file: path.join(&**name).into(),
                    name: full,
                    bytes: *bytes,
                    named: *named,
                    member: None,
                }
            }
        })
    }

    /// The documents in order.
    pub fn iter(&self) -> FileIter<'_> {
        FileIter { files: self, place: 0 }
    }

    /// Adds one at the end.
    pub(super) fn push(&mut self, input: Input) {
        let listed = self.listed(input);
        self.list.push(listed);
    }

    pub(super) fn shrink(&mut self) {
        self.list.shrink_to_fit();
    }

    /// Sorts by name, byte by byte.
    pub(super) fn sort(&mut self) {
        let Self { folders, list } = self;
        list.sort_unstable_by(|a, b| compare(folders, a, b));
    }

    /// Gives documents of one name names of their own.
    pub(super) fn tell_apart(&mut self) {
        let mut digests: Vec<u128> = self.iter().map(|input| digest(&input.name)).collect();
        digests.sort_unstable();
        let twice: HashSet<u128> =
            digests.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        drop(digests);
        if twice.is_empty() {
            return;
        }
        let mut taken = HashSet::with_capacity(self.len());
        for place in 0..self.len() {
            let mut input = self.get(place).expect("a place of the list");
            if twice.contains(&digest(&input.name)) {
                input.name = (slashed(&normal(&input.file)) + &input.inside()).into();
            }
            let plain = input.name.clone();
            let mut number = 2;
            while !taken.insert(digest(&input.name)) {
                input.name = numbered(&plain, number).into();
                number += 1;
            }
            self.list[place] = self.listed(input);
        }
    }

    /// As it is kept: with its folder where that says the same.
    fn listed(&mut self, input: Input) -> Listed {
        let (front, own) = input.name.rsplit_once('/').unwrap_or(("", &input.name));
        let parent =
            input.file.parent().filter(|parent| input.member.is_none() && parent.join(own) == *input.file);
        // Paths are equal when their parts are; what is kept has to be the same to the letter.
        let Some(parent) = parent.filter(|it| it.join(own).as_os_str() == input.file.as_os_str()) else {
            return Listed::Whole(Box::new(input));
        };
        // Files of a folder come one behind the other.
        if self.folders.last().is_none_or(|last| *last.path != *parent || *last.front != *front) {
            self.folders.push(Folder { path: parent.into(), front: front.into() });
        }
        let folder = (self.folders.len() - 1) as u32;
        Listed::File { folder, named: input.named, bytes: input.bytes, name: own.into() }
    }
}

/// Compares the names of two documents.
fn compare(folders: &[Folder], a: &Listed, b: &Listed) -> Ordering {
    if let (Listed::File { folder, name, .. }, Listed::File { folder: other, name: theirs, .. }) = (a, b)
        && folder == other
    {
        return name.cmp(theirs);
    }
    name(folders, a).cmp(name(folders, b))
}

/// The bytes of the name of a document.
fn name<'f>(folders: &'f [Folder], listed: &'f Listed) -> impl Iterator<Item = u8> + 'f {
    let (front, name) = match listed {
        Listed::Whole(input) => ("", &input.name),
        Listed::File { folder, name, .. } => (&*folders[*folder as usize].front, name),
    };
    let slash = if front.is_empty() { "" } else { "/" };
    front.bytes().chain(slash.bytes()).chain(name.bytes())
}

impl FromIterator<Input> for Files {
    fn from_iter<I: IntoIterator<Item = Input>>(inputs: I) -> Self {
        let mut files = Self::default();
        files.extend(inputs);
        files
    }
}

impl Extend<Input> for Files {
    fn extend<I: IntoIterator<Item = Input>>(&mut self, inputs: I) {
        inputs.into_iter().for_each(|input| self.push(input));
    }
}

impl<'a> IntoIterator for &'a Files {
    type Item = Input;
    type IntoIter = FileIter<'a>;

    fn into_iter(self) -> FileIter<'a> {
        self.iter()
    }
}

/// Documents, one by one.
#[derive(Clone, Debug)]
pub struct FileIter<'a> {
    files: &'a Files,
    place: usize,
}

impl Iterator for FileIter<'_> {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        let input = self.files.get(self.place)?;
        self.place += 1;
        Some(input)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept comes back to the letter, sorted by name.
    fn check(inputs: &[(&str, &str)], expect: &[&str]) {
        let inputs: Vec<Input> =
            inputs.iter().map(|(file, name)| Input::of_file(Path::new(file), name, 7, true)).collect();
        let mut files: Files = inputs.iter().cloned().collect();
        assert_eq!(files.iter().collect::<Vec<_>>(), inputs);
        for (kept, input) in files.iter().zip(&inputs) {
            assert_eq!(kept.file.as_os_str(), input.file.as_os_str());
        }
        files.sort();
        assert_eq!(
            files.iter().map(|input| input.name).collect::<Vec<_>>(),
            expect.iter().map(|it| (*it).into()).collect::<Vec<Box<str>>>()
        );
    }

    #[test]
    fn a_list_gives_back_what_was_put_in() {
        check(&[("b.txt", "b.txt"), ("./a.txt", "a.txt")], &["a.txt", "b.txt"]);
        // `-` comes before `/`, and that before letters, as in a list of texts.
        check(
            &[("in/a/x.txt", "in/a/x.txt"), ("in/a-b.txt", "in/a-b.txt"), ("in/ab.txt", "in/ab.txt")],
            &["in/a-b.txt", "in/a/x.txt", "in/ab.txt"],
        );
        // Other names than in the folder, other spellings, what is in no folder.
        check(
            &[("/x/in/b.txt", "y-2.txt"), ("in//c.txt", "in/c.txt"), ("/", ""), ("/d.txt", "d.txt")],
            &["", "d.txt", "in/c.txt", "y-2.txt"],
        );
    }
}
