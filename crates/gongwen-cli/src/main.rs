//! The program `gongwen`.

mod outcome;
mod style;
mod verb;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Chinese government documents (公文) to records one can query.
#[derive(Parser)]
#[command(name = "gongwen", version, arg_required_else_help = true, after_help = outcome::EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Convert(verb::convert::Args),
    Show(verb::show::Args),
    Diff(verb::diff::Args),
    Compare(verb::compare::Args),
    Load(verb::load::Args),
    Query(verb::query::Args),
    Eval(verb::eval::Args),
    Schema(verb::schema::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().verb {
        Verb::Convert(args) => verb::convert::run(&args),
        Verb::Show(args) => verb::show::run(&args),
        Verb::Diff(args) => verb::diff::run(&args),
        Verb::Compare(args) => verb::compare::run(&args),
        Verb::Load(args) => verb::load::run(&args),
        Verb::Query(args) => verb::query::run(&args),
        Verb::Eval(args) => verb::eval::run(&args),
        Verb::Schema(args) => verb::schema::run(&args),
    };
    match result {
        Ok(code) => code,
        Err(error) if outcome::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            outcome::complain(format_args!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
