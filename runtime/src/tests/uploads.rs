//! The form of an upload, chunk by chunk: its length, and the chunks that are not sent if the file changes.

use std::{env, fs, path::PathBuf, process};

use http_body_util::BodyExt;
use hyper::body::Body;

use crate::upload::{FileError, FileErrorKind, Multipart, UploadFile};

const CONTENT: usize = 200_000;

/// Writes the content to a path of this process and test.
fn path(test: &str) -> PathBuf {
    let path = env::temp_dir().join(format!("wechatpay-client-{}-{test}.png", process::id()));
    fs::write(&path, [7; CONTENT]).unwrap();
    path
}

/// The lengths of the chunks, and the kind of the error that ends them.
async fn chunks(form: &mut Multipart) -> (Vec<usize>, Option<FileErrorKind>) {
    let mut lengths = Vec::new();
    while let Some(frame) = form.frame().await {
        match frame {
            Ok(frame) => lengths.push(frame.data_ref().unwrap().len()),
            Err(error) => {
                let error = FileError::from_io(error);
                return (lengths, Some(error.kind().clone()));
            }
        }
    }
    (lengths, None)
}

#[tokio::test]
async fn a_form_is_exactly_as_long_as_it_says() {
    let path = path("length");
    let file = UploadFile::open(&path).await.unwrap().with_text("a", "b");
    let mut form = Multipart::new("boundary", b"{}", &file);
    let length = form.length();
    let (lengths, error) = chunks(&mut form).await;
    fs::remove_file(&path).unwrap();
    assert_eq!(error, None);
    assert_eq!(lengths.iter().sum::<usize>() as u64, length);
    assert!(lengths.len() > 4, "the whole file was in one chunk");
    assert!(form.is_end_stream());
    assert_eq!(form.size_hint().exact(), Some(0));
}

#[tokio::test]
async fn the_last_chunk_of_a_file_that_changed_is_not_sent() {
    let path = path("changed");
    let file = UploadFile::open(&path).await.unwrap();
    let mut changed = [7; CONTENT];
    changed[0] = 8;
    fs::write(&path, changed).unwrap();
    let mut form = Multipart::new("boundary", b"{}", &file);
    let (lengths, error) = chunks(&mut form).await;
    fs::remove_file(&path).unwrap();
    assert_eq!(error, Some(FileErrorKind::Changed));
    let [_head, chunks @ ..] = lengths.as_slice() else {
        panic!("the form gave no chunk");
    };
    assert!(chunks.iter().sum::<usize>() < CONTENT);
}

#[tokio::test]
async fn a_file_that_becomes_shorter_while_it_is_sent_is_not_completed() {
    let path = path("shorter");
    let file = UploadFile::open(&path).await.unwrap();
    let mut form = Multipart::new("boundary", b"{}", &file);
    for _ in ["head", "first chunk"] {
        form.frame().await.unwrap().unwrap();
    }
    fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .and_then(|file| file.set_len(100_000))
        .unwrap();
    let (_, error) = chunks(&mut form).await;
    fs::remove_file(&path).unwrap();
    assert_eq!(error, Some(FileErrorKind::Changed));
}
