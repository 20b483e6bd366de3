//! Which places a search went through: what is missing there is gone, what is missing elsewhere was not looked for.

/// The places that a search went through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    places: Vec<Place>,
    /// Folders that could not be listed.
    unread: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// What the paths of its documents begin with.
    front: String,
    documents: usize,
}

/// What a search says of a document that it did not find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It is not there any more.
    Gone,
    /// Its place was not searched, or could not be.
    Elsewhere,
    /// Its place was searched and is empty altogether: perhaps a disk that is not there.
    Emptied,
}

impl Scope {
    /// What became of the document that was at `given` and was not found. `named` when it had been named itself: a search
    /// through its folder need not find it, so the file is looked for.
    pub fn of_missing(&self, given: &str, named: bool) -> Missing {
        let below = |folder: &str| {
            given.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '!']))
        };
        if self.unread.iter().any(|folder| below(folder)) {
            return Missing::Elsewhere;
        }
        let relative = !given.starts_with('/') && !given.starts_with("../");
        let holds = |place: &&Place| given.starts_with(&place.front) && (relative || !place.front.is_empty());
        let mut places = self.places.iter().filter(holds).peekable();
        if places.peek().is_none() {
            return Missing::Elsewhere;
        }
        if named && std::path::Path::new(given.split('!').next().unwrap_or(given)).exists() {
            return Missing::Elsewhere;
        }
        if places.all(|place| place.documents == 0) { Missing::Emptied } else { Missing::Gone }
    }

    pub(super) fn add_folder(&mut self, folder: &str, documents: usize, unread: Vec<String>) {
        let front = match folder {
            "" | "." => String::new(),
            folder => format!("{}/", folder.trim_end_matches('/')),
        };
        self.places.push(Place { front, documents });
        self.unread.extend(unread);
    }

    /// A place that could not be read, and all below it.
    pub(super) fn add_unread(&mut self, place: String) {
        self.unread.push(place);
    }

    /// A file; when it is an archive, its members are below it.
    pub(super) fn add_file(&mut self, file: &str) {
        self.places.push(Place { front: format!("{file}!"), documents: 1 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scope: &Scope, given: &str, expect: Missing) {
        assert_eq!(scope.of_missing(given, false), expect, "{given}");
    }

    #[test]
    fn only_what_was_searched_is_gone() {
        let mut scope = Scope::default();
        scope.add_folder("in", 3, vec!["in/locked".into()]);
        scope.add_folder("/mnt/share", 0, Vec::new());
        scope.add_file("county.zip");
        check(&scope, "in/a.txt", Missing::Gone);
        check(&scope, "in/old.zip!a.txt", Missing::Gone);
        check(&scope, "inner/a.txt", Missing::Elsewhere);
        check(&scope, "in/locked/a.txt", Missing::Elsewhere);
        check(&scope, "in/locked2.txt", Missing::Gone);
        check(&scope, "/mnt/share/a.txt", Missing::Emptied);
        check(&scope, "county.zip!a.txt", Missing::Gone);
        check(&scope, "county.zip", Missing::Elsewhere);
    }

    #[test]
    fn the_folder_one_stands_in_holds_relative_paths_only() {
        let mut scope = Scope::default();
        scope.add_folder("", 1, Vec::new());
        check(&scope, "a.txt", Missing::Gone);
        check(&scope, "/x/a.txt", Missing::Elsewhere);
        check(&scope, "../a.txt", Missing::Elsewhere);
        scope.add_folder("..", 1, Vec::new());
        check(&scope, "../a.txt", Missing::Gone);
    }

    #[test]
    fn a_file_once_named_is_gone_only_when_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.json");
        std::fs::write(&file, "{}").unwrap();
        let (front, given) = (folder.path().to_str().unwrap(), file.to_str().unwrap());
        let mut scope = Scope::default();
        scope.add_folder(front, 2, Vec::new());
        assert_eq!(scope.of_missing(given, true), Missing::Elsewhere);
        assert_eq!(scope.of_missing(given, false), Missing::Gone);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(scope.of_missing(given, true), Missing::Gone);
    }
}
