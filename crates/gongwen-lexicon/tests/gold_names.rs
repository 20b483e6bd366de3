//! Every organisation of the corpus gets the name, functions and kind that its gold file says.

use gongwen_lexicon::Division;
use gongwen_lexicon::agency::{self, Kind, Place};
use serde_json::Value;

#[test]
fn gold_names() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/gold");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("gold").map(|file| file.expect("file").path()).collect();
    files.sort();
    let mut all = 0;
    let mut wrong = Vec::new();
    for file in files {
        let gold: Value =
            serde_json::from_str(&std::fs::read_to_string(&file).expect("readable")).expect("JSON");
        let Some(assignments) = gold["assignments"].as_array() else { continue };
        let place = Place::from(gold["metadata"]["division"]["code"].as_str().and_then(Division::by_code));
        for assignment in assignments {
            let surface = assignment["surface"].as_str().expect("surface");
            let codes: Vec<_> = agency::functions(surface).codes().map(Value::from).collect();
            // A bare function (卫生健康) becomes a unit only where the sentence says so.
            let kind = match agency::classify(surface) {
                Some(Kind::Unit) => "unit",
                Some(Kind::Collective) => "collective",
                _ if agency::is_function(surface) => "unit",
                _ => "none",
            };
            let name = agency::expand(surface, &place);
            all += 1;
            if assignment["name"] != *name
                || assignment["functions"] != Value::from(codes.clone())
                || assignment["kind"] != kind
            {
                wrong.push(format!("{surface} → {name} {codes:?} {kind}"));
            }
        }
    }
    assert!(all > 300, "only {all} names");
    assert!(wrong.is_empty(), "{} of {all} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
