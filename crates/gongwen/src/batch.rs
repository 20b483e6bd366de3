//! Many documents: in parallel, in order, in bounded memory.

use crate::Input;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

/// Bytes of input that are under way at once, besides one document of any size for each thread.
const WINDOW_BYTES: u64 = 16 << 20;
/// Documents under way at once, for each thread.
const WINDOW_FILES: usize = 64;

/// How many threads work on a list of documents.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    jobs: NonZeroUsize,
}

impl Batch {
    /// A batch on `jobs` threads.
    pub fn new(jobs: NonZeroUsize) -> Self {
        Self { jobs }
    }

    /// Does `work` for each input, on several threads, and hands the results to `take` in the order of the inputs, on the
    /// calling thread. Inputs are taken in windows, so that results never pile up; `take` can end the batch.
    ///
    /// `work` is given a scratch value of its thread, which is reused from input to input.
    ///
    /// # Errors
    /// [`rayon::ThreadPoolBuildError`] when no threads can be started.
    pub fn run<S, T>(
        self,
        inputs: &[Input],
        scratch: impl Fn() -> S + Sync,
        work: impl Fn(&mut S, &Input) -> T + Sync,
        mut take: impl FnMut(&Input, T) -> ControlFlow<()>,
    ) -> Result<(), rayon::ThreadPoolBuildError>
    where
        S: Send,
        T: Send,
    {
        let jobs = self.jobs.get().min(inputs.len());
        if jobs <= 1 {
            let mut own = scratch();
            for input in inputs {
                let result = work(&mut own, input);
                if take(input, result).is_break() {
                    break;
                }
            }
            return Ok(());
        }
        let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
        let mut rest = inputs;
        while !rest.is_empty() {
            let (window, behind) = rest.split_at(window(rest, jobs));
            rest = behind;
            let results: Vec<T> = threads.install(|| {
                let each = window.par_iter().with_max_len(1);
                each.map_init(&scratch, |own, input| work(own, input)).collect()
            });
            for (input, result) in window.iter().zip(results) {
                if take(input, result).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// How many inputs from the front are taken at once.
fn window(inputs: &[Input], jobs: usize) -> usize {
    let mut bytes = 0;
    let fits = inputs.iter().take(WINDOW_FILES * jobs).take_while(|input| {
        bytes += input.bytes;
        bytes <= WINDOW_BYTES
    });
    fits.count().max(jobs.min(inputs.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(count: usize, bytes: u64) -> Vec<Input> {
        (0..count)
            .map(|i| Input {
                file: format!("{i}").into(),
                name: format!("{i}"),
                bytes,
                named: true,
                member: None,
            })
            .collect()
    }

    fn check(jobs: usize, count: usize, stop: usize, expect: usize) {
        let batch = Batch::new(NonZeroUsize::new(jobs).unwrap());
        let mut taken = Vec::new();
        let work = |own: &mut usize, input: &Input| {
            *own += 1;
            input.name.clone()
        };
        let take = |input: &Input, name: String| {
            assert_eq!(input.name, name);
            taken.push(name);
            if taken.len() == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        batch.run(&inputs(count, 1), || 0, work, take).unwrap();
        let order: Vec<_> = (0..expect).map(|i| i.to_string()).collect();
        assert_eq!(taken, order);
    }

    #[test]
    fn results_come_in_order_and_can_be_ended() {
        check(1, 10, usize::MAX, 10);
        check(4, 1000, usize::MAX, 1000);
        check(4, 1000, 7, 7);
        check(4, 0, usize::MAX, 0);
    }

    #[test]
    fn windows_are_bounded_by_bytes_but_never_starve() {
        assert_eq!(window(&inputs(10_000, 1), 2), 128);
        assert_eq!(window(&inputs(10, WINDOW_BYTES), 2), 2);
        assert_eq!(window(&inputs(1, WINDOW_BYTES * 9), 1), 1);
    }
}
