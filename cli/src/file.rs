//! Reads the files that arguments name.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use crate::{
    failure::{Failure, Result},
    key_material::flag,
};

/// The largest file, in bytes. Keys are smaller, and so are the bodies that WeChat Pay takes.
const LIMIT: u64 = 16 << 20;

/// The time that the program at the other end of a pipe has.
const PIPE_TIMEOUT: Duration = Duration::from_secs(10);

/// The contents of pipes, such as `<(vault read …)` of a shell. A pipe can be read only once, but several checks need a key.
static PIPES: Mutex<Option<HashMap<PathBuf, Vec<u8>>>> = Mutex::new(None);

/// Reads a file. Without a limit, a device such as `/dev/zero` would fill the memory.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    read_up_to(path, LIMIT)?.ok_or_else(|| {
        Failure::configuration(format!("{} is larger than 16 MiB", path.display()))
            .cure("name another file")
    })
}

/// Reads the file of an option.
pub(crate) fn read_option(option: &'static str, path: &Path) -> Result<Vec<u8>> {
    read(path).map_err(of_option(option))
}

/// Names the option whose file cannot be read.
fn of_option(option: &'static str) -> impl FnOnce(Failure) -> Failure {
    move |failure| failure.of(flag(option))
}

/// Reads the standard input, with the same limit.
pub(crate) fn read_standard_input() -> Result<Vec<u8>> {
    standard_input_up_to(LIMIT)?
        .ok_or_else(|| Failure::configuration("standard input is larger than 16 MiB"))
}

/// A text in UTF-8, without its byte order mark. `None` for another content.
pub(crate) fn text(content: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(content).ok()?;
    Some(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Reads a file of at most `limit` bytes. `None` if the file is larger.
pub(crate) fn read_up_to(path: &Path, limit: u64) -> Result<Option<Vec<u8>>> {
    let content = match is_pipe(path) {
        true => read_pipe(path, limit),
        false => read_limited(path, limit),
    };
    let content = content.map_err(|error| Failure::file(path, "read", &error))?;
    Ok(Some(content).filter(|content| content.len() as u64 <= limit))
}

/// Reads a standard input of at most `limit` bytes. `None` if the standard input is larger.
pub(crate) fn standard_input_up_to(limit: u64) -> Result<Option<Vec<u8>>> {
    let content = read_from(io::stdin().lock(), limit)?;
    Ok(Some(content).filter(|content| content.len() as u64 <= limit))
}

fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_from(File::open(path)?, limit)
}

/// Reads at most one byte more than the limit.
fn read_from(source: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    source.take(limit + 1).read_to_end(&mut content)?;
    Ok(content)
}

/// Reads a pipe in a thread, because opening and reading wait for a program that writes.
fn read_pipe(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut pipes = PIPES.lock().unwrap_or_else(PoisonError::into_inner);
    let pipes = pipes.get_or_insert_default();
    if let Some(content) = pipes.get(path) {
        return Ok(content.clone());
    }
    let (sender, receiver) = mpsc::channel();
    let pipe = path.to_owned();
    thread::spawn(move || sender.send(read_limited(&pipe, limit)));
    let content = receiver.recv_timeout(PIPE_TIMEOUT).unwrap_or_else(|_| {
        let problem = "this is a pipe, into which no program wrote within 10 s";
        Err(io::Error::new(io::ErrorKind::TimedOut, problem))
    })?;
    pipes.insert(path.to_owned(), content.clone());
    Ok(content)
}

#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;

    fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
const fn is_pipe(_path: &Path) -> bool {
    false
}
