//! Commands of the user, which the shell of the system runs: for a limited time, and with a limited output.

use std::{
    fmt, io,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    process::{Child, Command},
    time::timeout,
};

use crate::output::printable;

/// The most bytes that a command may write to its standard output.
const OUTPUT_LIMIT: u64 = 64 * 1024;

/// The most characters of the standard error of a command that an error repeats.
const SHOWN: usize = 1000;

/// A command that failed. The text names the option that has the command, because a command may hold a secret.
#[derive(Debug)]
pub(crate) struct ShellError {
    option: &'static str,
    kind: ShellErrorKind,
}

#[derive(Debug)]
enum ShellErrorKind {
    Start(io::Error),
    Io(io::Error),
    Timeout(Duration),
    TooLong,
    /// The exit status, and the standard error.
    Failed(ExitStatus, String),
}

/// Runs the command of an option with a standard input, and returns its standard output. A command that runs longer than
/// `limit` is ended: with all processes that it started, or at a terminal only its shell.
pub(crate) async fn run(
    option: &'static str,
    command: &str,
    input: &[u8],
    limit: Duration,
) -> Result<Vec<u8>, ShellError> {
    let error = |kind| ShellError { option, kind };
    let mut running =
        Running::start(command).map_err(|cause| error(ShellErrorKind::Start(cause)))?;
    match timeout(limit, running.communicate(input)).await {
        Ok(result) => result.map_err(error),
        Err(_) => {
            running.end().await;
            Err(error(ShellErrorKind::Timeout(limit)))
        }
    }
}

impl ShellError {
    /// Tests if the command ran out of time.
    pub(crate) const fn is_timeout(&self) -> bool {
        matches!(self.kind, ShellErrorKind::Timeout(_))
    }
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the command of {} ", self.option)?;
        match &self.kind {
            ShellErrorKind::Start(error) => write!(f, "cannot run: {error}"),
            ShellErrorKind::Io(error) => write!(f, "failed: {error}"),
            ShellErrorKind::Timeout(limit) => {
                write!(f, "timed out after {} s", limit.as_secs_f64())
            }
            ShellErrorKind::TooLong => {
                write!(f, "wrote more than {} KiB", OUTPUT_LIMIT / 1024)
            }
            ShellErrorKind::Failed(status, stderr) => {
                write!(f, "ended with {status}")?;
                match status.code() {
                    Some(126) => f.write_str(", as of a file that may not be executed")?,
                    Some(127) => f.write_str(", as of a command that does not exist")?,
                    _ => {}
                }
                match stderr.is_empty() {
                    true => Ok(()),
                    false => write!(f, ": {stderr}"),
                }
            }
        }
    }
}

impl std::error::Error for ShellError {}

/// A command that runs. If it is dropped, all processes of its group are killed, or else its shell.
struct Running {
    child: Child,
    /// The processes of the command are a group of their own. Its standard error is piped then.
    is_group: bool,
}

impl Running {
    /// Starts the command. At a terminal it stays in the group of this program, and keeps its standard error: else it
    /// could not ask for a PIN, and Ctrl-C would not reach it.
    fn start(command: &str) -> io::Result<Self> {
        let is_group = cfg!(unix) && !has_terminal();
        let mut shell = shell(command);
        shell
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(if is_group {
                Stdio::piped()
            } else {
                Stdio::inherit()
            })
            .kill_on_drop(true);
        #[cfg(unix)]
        if is_group {
            shell.process_group(0);
        }
        let child = shell.spawn()?;
        Ok(Self { child, is_group })
    }

    /// Writes the input, and reads the output to its end. Waits for the exit status only then: the ID of the group may
    /// be taken by another one as soon as the status is read.
    async fn communicate(&mut self, input: &[u8]) -> Result<Vec<u8>, ShellErrorKind> {
        let Child {
            stdin,
            stdout,
            stderr,
            ..
        } = &mut self.child;
        let stdin = stdin.take();
        let write = async {
            if let Some(mut stdin) = stdin {
                // A command that ends without reading has its own exit status to tell.
                let _ = stdin.write_all(input).await;
            }
            Ok(())
        };
        let (output, stderr, ()) =
            tokio::try_join!(read_output(stdout.take()), read_error(stderr.take()), write)?;
        let status = self.child.wait().await.map_err(ShellErrorKind::Io)?;
        match status.success() {
            true => {
                // Warnings of a command that succeeded. Nobody reads an error about standard error.
                let _ = io::Write::write_all(&mut io::stderr(), &stderr);
                Ok(output)
            }
            false => Err(ShellErrorKind::Failed(status, shown(&stderr))),
        }
    }

    /// Kills all processes, and waits for the shell's exit status, so that no zombie stays.
    async fn end(&mut self) {
        self.kill();
        // The status of a killed process says nothing.
        let _ = self.child.wait().await;
    }

    fn kill(&mut self) {
        #[cfg(unix)]
        if self.is_group {
            let id = self.child.id().and_then(|id| i32::try_from(id).ok());
            if let Some(group) = id.and_then(rustix::process::Pid::from_raw) {
                // A group whose processes have all ended cannot be killed.
                let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
            }
        }
        // A child that has ended cannot be killed.
        let _ = self.child.start_kill();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Tests if somebody at a terminal may be asked.
fn has_terminal() -> bool {
    std::fs::File::open("/dev/tty").is_ok()
}

async fn read_output(output: Option<impl AsyncRead + Unpin>) -> Result<Vec<u8>, ShellErrorKind> {
    let mut bytes = Vec::new();
    if let Some(output) = output {
        let mut output = output.take(OUTPUT_LIMIT + 1);
        let read = output.read_to_end(&mut bytes).await;
        read.map_err(ShellErrorKind::Io)?;
    }
    match bytes.len() as u64 > OUTPUT_LIMIT {
        true => Err(ShellErrorKind::TooLong),
        false => Ok(bytes),
    }
}

/// Reads standard error to its end, and keeps the last part, in which a command says why it fails.
async fn read_error(stderr: Option<impl AsyncRead + Unpin>) -> Result<Vec<u8>, ShellErrorKind> {
    let mut kept = Vec::new();
    let Some(mut stderr) = stderr else {
        return Ok(kept);
    };
    let mut chunk = [0; 4096];
    loop {
        let length = stderr.read(&mut chunk).await.map_err(ShellErrorKind::Io)?;
        if length == 0 {
            return Ok(kept);
        }
        kept.extend_from_slice(chunk.get(..length).unwrap_or_default());
        let surplus = kept.len().saturating_sub(SHOWN * 4);
        kept.drain(..surplus);
    }
}

/// The text in place of an error that may have a key.
const HIDDEN: &str = "its standard error is not shown, because it may have a part of a key";

/// The length from which a run of base64 may be a part of a key. The lines of PEM have 64 characters.
const KEY: usize = 40;

/// The end of a text in one line. A text that may have a part of a key is not shown.
fn shown(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    if has_key(&text) {
        return HIDDEN.to_owned();
    }
    let words: Vec<_> = text.split_whitespace().collect();
    let text = printable(&words.join(" "));
    let surplus = text.chars().count().saturating_sub(SHOWN);
    match surplus {
        0 => text,
        surplus => format!("…{}", text.chars().skip(surplus).collect::<String>()),
    }
}

/// Tests for PEM, the numbers of a key as OpenSSL prints them, and runs of base64. The letters of a path are not so mixed.
fn has_key(text: &str) -> bool {
    let names = ["PRIVATE KEY", "Private-Key", "privateExponent"];
    let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=-_".contains(c);
    let mut runs = text.split(|c| !is_base64(c));
    let is_key = |run: &str| {
        let has = |kind: fn(&u8) -> bool| run.bytes().any(|byte| kind(&byte));
        let is_mixed =
            has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
        run.len() >= KEY && is_mixed
    };
    let is_number = |word: &str| word.matches(':').count() >= 10;
    names.iter().any(|name| text.contains(name))
        || runs.any(is_key)
        || text.split_whitespace().any(is_number)
}

fn shell(command: &str) -> Command {
    let (shell, flag) = if cfg!(windows) {
        ("cmd", "/C")
    } else {
        ("sh", "-c")
    };
    let mut shell = Command::new(shell);
    shell.arg(flag).arg(command);
    shell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_shows_the_end_of_standard_error_in_one_line() {
        assert_eq!(
            shown(b"sh: 1: \x1b[31mnope:\n not found\n"),
            r"sh: 1: \u{1b}[31mnope: not found"
        );
        let long = "密".repeat(SHOWN) + "end";
        let end = shown(long.as_bytes());
        assert_eq!(end.chars().count(), SHOWN + 1);
        assert!(end.starts_with("…密") && end.ends_with("密end"), "{end}");
    }

    #[test]
    fn no_part_of_a_key_is_shown() {
        let key = openssl::rsa::Rsa::generate(2048).unwrap();
        let pem = String::from_utf8(key.private_key_to_pem().unwrap()).unwrap();
        let quoted = format!("cannot read {pem:?} at line 3");
        let one_line = openssl::base64::encode_block(&key.private_key_to_der().unwrap());
        let exponent = key.d().to_hex_str().unwrap().to_lowercase();
        let pairs: Vec<_> = exponent
            .as_bytes()
            .chunks(2)
            .map(String::from_utf8_lossy)
            .collect();
        let lines: Vec<_> = pairs.chunks(15).map(|line| line.join(":")).collect();
        for text in [pem, quoted, one_line, lines.join(":\n    ")] {
            for part in [&*text, &text[text.len() / 2..]] {
                assert_eq!(shown(part.as_bytes()), HIDDEN, "{part}");
            }
        }
        let path = "cannot open /usr/local/libexec/payments/production/signer: no such file";
        assert_eq!(shown(path.as_bytes()), path);
    }
}
