//! Postgres: one transaction a batch, rows by COPY.

mod ask;
mod copy;
mod setup;

use crate::ddl::quoted;
use crate::decide::{Decision, Made, decide};
use crate::layout::flat;
use crate::store::{Outcome, Store};
use crate::{Address, Error};
pub(crate) use ask::ask;
use copy::{Buffers, copy};
use gongwen_record::Record;
use postgres::{Client, NoTls, Transaction};
use std::collections::HashMap;

/// A server that is being loaded.
pub(crate) struct Postgres {
    client: Client,
    store: String,
    buffers: Buffers,
    /// Deletes documents, the tables that refer to others first.
    deletes: Vec<String>,
}

impl Postgres {
    /// Connects, and makes the tables where they are missing.
    pub(crate) fn open(url: &str, address: &Address) -> Result<Self, Error> {
        let store = address.to_string();
        let mut client = connect(url, &store)?;
        setup::prepare(&mut client, &store)?;
        let deletes = flat()
            .iter()
            .rev()
            .map(|table| format!("DELETE FROM {} WHERE doc_id = ANY($1)", quoted(table.name)));
        Ok(Self { client, store, buffers: Buffers::new(), deletes: deletes.collect() })
    }
}

fn connect(url: &str, store: &str) -> Result<Client, Error> {
    let failed = |cause| failed(store, "cannot be reached", &cause);
    let mut config: postgres::Config = url.parse().map_err(failed)?;
    config.application_name("gongwen");
    config.connect(NoTls).map_err(failed)
}

/// So many characters of what Postgres adds to a message.
const DETAIL: usize = 80;

/// What Postgres says, in one line. Its own type says "db error" and hides the rest.
fn said(cause: &postgres::Error) -> String {
    if let Some(error) = cause.as_db_error() {
        // Of a broken constraint that is the whole row.
        let detail = error.detail().map(|detail| format!(" ({})", short(detail))).unwrap_or_default();
        return format!("{}{detail}", error.message()).replace(['\n', '\r', '\t'], " ");
    }
    let mut line = cause.to_string();
    let mut next = std::error::Error::source(cause);
    while let Some(source) = next {
        let more = source.to_string();
        if !line.contains(&more) {
            line = format!("{line}: {more}");
        }
        next = source.source();
    }
    line.replace('\n', " ")
}

fn short(text: &str) -> String {
    let mut characters = text.chars();
    let mut out: String = characters.by_ref().take(DETAIL).collect();
    if characters.next().is_some() {
        out.push('…');
    }
    out
}

fn failed(store: &str, doing: &'static str, cause: &postgres::Error) -> Error {
    Error::Postgres { store: store.to_owned(), doing, cause: said(cause) }
}

/// Whether the error lies with a record: the database refuses its data, the others may go on.
fn is_of_record(cause: &postgres::Error) -> bool {
    // Data exceptions, broken constraints, exceptions of triggers, limits of the program.
    cause.code().is_some_and(|code| ["22", "23", "P0", "54"].contains(&&code.code()[..2]))
}

impl Store for Postgres {
    fn put(&mut self, batch: &[Record<'static>], replace: bool) -> Result<Vec<Outcome>, Error> {
        let Self { client, store, buffers, deletes } = self;
        let failed = |cause: postgres::Error| failed(store, "cannot be written", &cause);
        let mut transaction = client.transaction().map_err(failed)?;
        // Waits for other loads here, so that what is decided below still holds when it is written. Readers do not wait.
        transaction.batch_execute(setup::LOCK).map_err(failed)?;
        let held = held(&mut transaction, batch).map_err(failed)?;
        let mut outcomes = Vec::with_capacity(batch.len());
        let mut writing = Vec::new();
        let mut gone = Vec::new();
        for (i, record) in batch.iter().enumerate() {
            let decision = decide(held.get(&*record.doc_id), record, replace);
            if decision != Decision::Leave {
                writing.push(i);
            }
            if decision == Decision::Replace {
                gone.push(&*record.doc_id);
            }
            outcomes.push(match decision {
                Decision::Load => Outcome::Loaded(0),
                Decision::Replace => Outcome::Replaced(0),
                Decision::Leave => Outcome::Unchanged,
            });
        }
        let mut put = Put { batch, buffers, deletes, gone: &gone, outcomes: &mut outcomes };
        put.all(&mut transaction, &writing).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(outcomes)
    }

    fn finish(self: Box<Self>) -> Result<(), Error> {
        let Self { client, store, .. } = *self;
        client.close().map_err(|cause| failed(&store, "cannot be closed", &cause))
    }

    fn keeps_batches(&self) -> bool {
        true
    }
}

/// What made the documents of the batch that are there.
fn held(
    transaction: &mut Transaction<'_>,
    batch: &[Record<'_>],
) -> Result<HashMap<String, Made>, postgres::Error> {
    let ids: Vec<&str> = batch.iter().map(|record| &*record.doc_id).collect();
    let rows = transaction.query(
        "SELECT doc_id, producer_name, producer_version, producer_rules FROM documents WHERE doc_id = ANY($1)",
        &[&ids],
    )?;
    rows.iter()
        .map(|row| {
            let made = Made { name: row.try_get(1)?, version: row.try_get(2)?, rules: row.try_get(3)? };
            Ok((row.try_get(0)?, made))
        })
        .collect()
}

/// Putting the records of a batch in: all at once, and if the database refuses one, in halves, until that one is alone.
struct Put<'p> {
    batch: &'p [Record<'static>],
    buffers: &'p mut Buffers,
    deletes: &'p [String],
    gone: &'p [&'p str],
    outcomes: &'p mut [Outcome],
}

impl Put<'_> {
    fn all(&mut self, transaction: &mut Transaction<'_>, records: &[usize]) -> Result<(), postgres::Error> {
        if records.is_empty() {
            return Ok(());
        }
        let mut savepoint = transaction.transaction()?;
        match self.together(&mut savepoint, records) {
            Ok(()) => savepoint.commit(),
            Err(cause) if is_of_record(&cause) => {
                savepoint.rollback()?;
                if let [alone] = records {
                    self.outcomes[*alone] =
                        Outcome::Refused(format!("the database refuses it: {}", said(&cause)));
                    return Ok(());
                }
                let (first, second) = records.split_at(records.len() / 2);
                self.all(transaction, first)?;
                self.all(transaction, second)
            }
            Err(cause) => Err(cause),
        }
    }

    fn together(
        &mut self,
        transaction: &mut Transaction<'_>,
        records: &[usize],
    ) -> Result<(), postgres::Error> {
        self.buffers.clear();
        for i in records {
            let record = &self.batch[*i];
            let outcome = &mut self.outcomes[*i];
            match self.buffers.push(record) {
                Ok(count) => {
                    if let Outcome::Loaded(rows) | Outcome::Replaced(rows) = outcome {
                        *rows = count;
                    }
                }
                Err(why) => *outcome = Outcome::Refused(why),
            }
        }
        let gone: Vec<&str> = records
            .iter()
            .filter(|i| !matches!(self.outcomes[**i], Outcome::Refused(_)))
            .map(|i| &*self.batch[*i].doc_id)
            .filter(|id| self.gone.contains(id))
            .collect();
        if !gone.is_empty() {
            for delete in self.deletes {
                transaction.execute(delete, &[&gone])?;
            }
        }
        copy(transaction, self.buffers)
    }
}
