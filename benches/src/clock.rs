//! CPU time: of this thread, and of processes that it started.

use nix::sys::resource::{UsageWho, getrusage};
use nix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// CPU time of this thread so far: what others do on the machine does not count.
///
/// # Panics
/// When the system has no clock of this kind.
pub fn cpu_time() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("a CPU clock of the thread").into()
}

/// The median CPU time of one call out of `rounds`.
pub fn median_time(rounds: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = cpu_time();
            run();
            cpu_time().saturating_sub(start)
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}

/// What the processes started so far and ended have used.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// CPU time, user and system, summed.
    pub cpu: Duration,
    /// Greatest peak of resident memory of one of them, in bytes; not less than what this process held when starting it.
    pub peak: usize,
}

/// The sum over all children waited for.
///
/// # Panics
/// When the system does not count it.
pub fn children() -> Usage {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage of children is counted");
    let time = |value: nix::sys::time::TimeVal| {
        Duration::from_secs(value.tv_sec().unsigned_abs())
            + Duration::from_micros(value.tv_usec().unsigned_abs())
    };
    Usage {
        cpu: time(usage.user_time()) + time(usage.system_time()),
        peak: usage.max_rss().unsigned_abs() as usize * 1024,
    }
}
