//! Many documents: in parallel, in order, in bounded memory.
//!
//! Tasks are taken from an iterator one by one, worked on by several threads, and handed on in their order as soon as
//! those before them are done. Nothing waits for a whole round, and what is finished behind a slow task is bounded.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

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

    /// Does `work` for each task, on several threads, and hands the results to `take` in the order of the tasks, on the
    /// calling thread. `take` can end the batch; tasks already begun are then finished and their results dropped.
    ///
    /// `size` says how many bytes a task keeps in memory: tasks are begun only while those under way are few and small.
    /// `work` is given a scratch value of its thread, which is reused from task to task.
    ///
    /// # Errors
    /// [`std::io::Error`] when no threads can be started.
    ///
    /// # Panics
    /// When `work` does.
    pub fn run<I, S, T>(
        self,
        tasks: impl Iterator<Item = I> + Send,
        size: impl Fn(&I) -> u64 + Sync,
        scratch: impl Fn() -> S + Sync,
        work: impl Fn(&mut S, I) -> T + Sync,
        mut take: impl FnMut(T) -> ControlFlow<()>,
    ) -> std::io::Result<()>
    where
        I: Send,
        T: Send,
    {
        let jobs = self.jobs.get();
        if jobs == 1 {
            let mut own = scratch();
            for task in tasks {
                if take(work(&mut own, task)).is_break() {
                    break;
                }
            }
            return Ok(());
        }
        let line = Line::new(tasks.fuse(), jobs);
        std::thread::scope(|scope| {
            for _ in 0..jobs {
                let thread = || line.work(&size, &scratch, &work);
                if let Err(cause) = std::thread::Builder::new().spawn_scoped(scope, thread) {
                    line.end();
                    return Err(cause);
                }
            }
            while let Some(result) = line.next() {
                if take(result).is_break() {
                    line.end();
                    break;
                }
            }
            Ok(())
        })
    }
}

/// Tasks and results, between the threads that work and the one that takes.
struct Line<I, T> {
    state: Mutex<State<I, T>>,
    /// There is a result in front, or nothing more to come.
    ready: Condvar,
    /// There is room for another task.
    room: Condvar,
    jobs: usize,
}

struct State<I, T> {
    tasks: I,
    /// Results in the order of their tasks, with the bytes they hold; `None` while at work.
    results: VecDeque<Option<(T, u64)>>,
    /// How many results were handed on: the number of the task in front.
    front: usize,
    /// Bytes of the tasks under way.
    bytes: u64,
    ended: bool,
}

impl<I: Iterator, T> Line<I, T> {
    fn new(tasks: I, jobs: usize) -> Self {
        let state = State { tasks, results: VecDeque::new(), front: 0, bytes: 0, ended: false };
        Self { state: Mutex::new(state), ready: Condvar::new(), room: Condvar::new(), jobs }
    }

    /// The state, also after a panic: whoever panicked has ended the line.
    fn state(&self) -> MutexGuard<'_, State<I, T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works until there are no tasks left.
    fn work<S>(
        &self,
        size: impl Fn(&I::Item) -> u64,
        scratch: impl Fn() -> S,
        work: impl Fn(&mut S, I::Item) -> T,
    ) {
        let alive = Alive(self);
        let mut own = scratch();
        while let Some((task, number, bytes)) = self.begin(&size) {
            let result = work(&mut own, task);
            let mut state = self.state();
            let place = number - state.front;
            // A panic elsewhere has thrown everything away.
            let Some(slot) = state.results.get_mut(place) else { break };
            *slot = Some((result, bytes));
            if place == 0 {
                self.ready.notify_one();
            }
        }
        std::mem::forget(alive);
    }

    /// The next task with its number and size, when there is room for it.
    fn begin(&self, size: impl Fn(&I::Item) -> u64) -> Option<(I::Item, usize, u64)> {
        let mut state = self.state();
        while !state.ended && !has_room(state.results.len(), state.bytes, self.jobs) {
            state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.ended {
            return None;
        }
        let Some(task) = state.tasks.next() else {
            drop(state);
            self.end();
            return None;
        };
        let bytes = size(&task);
        let number = state.front + state.results.len();
        state.results.push_back(None);
        state.bytes += bytes;
        Some((task, number, bytes))
    }

    /// The next result in order; `None` when the line has ended and what was begun is handed on.
    fn next(&self) -> Option<T> {
        let mut state = self.state();
        loop {
            if let Some(Some(_)) = state.results.front() {
                let (result, bytes) = state.results.pop_front()??;
                state.front += 1;
                state.bytes -= bytes;
                drop(state);
                self.room.notify_one();
                return Some(result);
            }
            if state.ended && state.results.is_empty() {
                return None;
            }
            state = self.ready.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// No more tasks are begun.
    fn end(&self) {
        self.state().ended = true;
        self.ready.notify_all();
        self.room.notify_all();
    }
}

/// Whether another task may begin beside `begun` ones of `bytes` together.
fn has_room(begun: usize, bytes: u64, jobs: usize) -> bool {
    begun < jobs || (begun < WINDOW_FILES * jobs && bytes < WINDOW_BYTES)
}

/// Ends the line when its thread panics, so that nobody waits for the result it owes.
struct Alive<'a, I: Iterator, T>(&'a Line<I, T>);

impl<I: Iterator, T> Drop for Alive<'_, I, T> {
    fn drop(&mut self) {
        self.0.state().results.clear();
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Numbers from 0 come in order, `expect` of them, when the taker stops at `stop`; odd ones are slow.
    fn check(jobs: usize, count: usize, stop: usize, expect: usize) {
        let batch = Batch::new(NonZeroUsize::new(jobs).unwrap());
        let mut taken = Vec::new();
        let (begun, most) = (AtomicUsize::new(0), WINDOW_FILES * jobs);
        let handed = AtomicUsize::new(0);
        let work = |own: &mut usize, number: usize| {
            *own += 1;
            let ahead = begun.fetch_add(1, Ordering::SeqCst) - handed.load(Ordering::SeqCst);
            assert!(ahead <= most, "{ahead} results pile up");
            if number % 7 == 1 {
                std::thread::yield_now();
            }
            number
        };
        let take = |number: usize| {
            taken.push(number);
            handed.fetch_add(1, Ordering::SeqCst);
            if taken.len() == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        batch.run(0..count, |_| 1, || 0, work, take).unwrap();
        assert_eq!(taken, (0..expect).collect::<Vec<_>>());
    }

    #[test]
    fn results_come_in_order_and_can_be_ended() {
        check(1, 10, usize::MAX, 10);
        check(4, 3000, usize::MAX, 3000);
        check(4, 1000, 7, 7);
        check(4, 0, usize::MAX, 0);
        check(8, 3, usize::MAX, 3);
    }

    #[test]
    fn what_is_under_way_is_bounded_by_bytes_but_never_starves() {
        assert!(has_room(127, 127, 2) && !has_room(128, 128, 2));
        assert!(has_room(1, WINDOW_BYTES * 9, 2) && !has_room(2, WINDOW_BYTES, 2));
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_ends_the_batch_and_does_not_hang_it() {
        let work = |(): &mut (), number: usize| assert!(number < 50, "on purpose");
        let batch = Batch::new(NonZeroUsize::new(3).unwrap());
        batch.run(0..1000, |_| 1, || (), work, |()| ControlFlow::Continue(())).unwrap();
    }
}
