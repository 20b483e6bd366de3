//! What the benches share: inputs, the yardstick, clocks.
//!
//! Benches print throughput in bytes of UTF-8 on one thread (`cargo bench -p gongwen-benches`). The machine's speed is
//! no property of the program: `cargo run --release -p gongwen-benches --bin ratios` prints it against yardsticks
//! measured in the same run.

mod clock;
mod inputs;
mod program;
mod table;
mod vary;

pub use clock::{Usage, children, cpu_time, median_time};
pub use inputs::{Input, corpus, departments, gb18030, inputs, repository, runs};
pub use program::{Took, answer, build, measure};
pub use table::{Row, print};
pub use vary::varied;
