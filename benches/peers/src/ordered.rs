//! Chunks of rows in, made on any thread into buffers that are used again; their bytes out, in order.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

/// Has `make(chunk, first row, row behind the last, buffer)` fill a buffer for each chunk, and writes the buffers in order:
/// each thread writes what it made when its turn has come.
///
/// # Errors
///
/// The first failure to write.
pub fn write(
    rows: u64,
    chunk_rows: u64,
    threads: usize,
    output: &mut (impl Write + Send),
    make: impl Fn(u64, u64, u64, &mut Vec<u8>) + Sync,
) -> io::Result<()> {
    let chunks = rows.div_ceil(chunk_rows);
    let (next, turn) = (AtomicU64::new(0), Condvar::new());
    let written = Mutex::new((0, output, Ok(())));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut buffer = Vec::new();
                loop {
                    let chunk = next.fetch_add(1, Ordering::Relaxed);
                    if chunk >= chunks {
                        return;
                    }
                    make(chunk, chunk * chunk_rows, rows.min((chunk + 1) * chunk_rows), &mut buffer);
                    let state = written.lock().unwrap_or_else(PoisonError::into_inner);
                    let mut state =
                        turn.wait_while(state, |state| state.0 != chunk).unwrap_or_else(PoisonError::into_inner);
                    if state.2.is_ok() {
                        state.2 = state.1.write_all(&buffer);
                    }
                    state.0 += 1;
                    turn.notify_all();
                }
            });
        }
    });
    written.into_inner().unwrap_or_else(PoisonError::into_inner).2
}
