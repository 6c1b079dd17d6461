//! Downloads: a file is saved whole and as described, or not at all.

use std::{
    error::Error as _,
    fs,
    future::Future,
    io::{self, Write},
    path::Path,
    pin::{Pin, pin},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use flate2::{Compression, write::GzEncoder};
use hyper::body::Bytes;
use openssl::{
    encrypt::Encrypter,
    hash::{Hasher, MessageDigest, hash},
    pkey::PKey,
    rsa::Padding,
    symm::{Cipher, Crypter, Mode, encrypt_aead},
};
use serde_json::{Value, json};
use tokio::io::AsyncWrite;
use wechatpay_client::{
    BillFile, BillFiles, Download, Error, Merchant, Outcome, Result,
    error::DownloadErrorKind,
    gateway::{Gateway, ScriptedResponse},
    testing::download,
    wechatpay_api,
};

const URL: &str = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x";

const KEY: [u8; 32] = *b"an AES key that is 32 bytes long";

const NONCE: &str = "a8607ef79034c49c";

#[wechatpay_api(GET "/v3/bill/sub-merchant-fundflowbill")]
trait SubMerchantBill {
    async fn bill(&self, #[query] bill_date: &str) -> Result<BillFiles>;
}

fn merchant() -> Merchant {
    let serial_no = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
    let key = include_str!("fixtures/vectors/keys/merchant.key.pem");
    Merchant::new("1900007291", serial_no, key).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sha1(content: &[u8]) -> String {
    hex(&hash(MessageDigest::sha1(), content).unwrap())
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// Encrypts a file as WeChat Pay does.
fn encrypt(content: &[u8]) -> Vec<u8> {
    let mut tag = [0; 16];
    let nonce = Some(NONCE.as_bytes());
    let cipher = Cipher::aes_256_gcm();
    let mut encrypted = encrypt_aead(cipher, &KEY, nonce, &[], content, &mut tag).unwrap();
    encrypted.extend_from_slice(&tag);
    encrypted
}

/// Encrypts the key of a file as WeChat Pay does.
fn encrypt_key(key: &[u8]) -> String {
    let pem = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let pair = PKey::private_key_from_pem(pem).unwrap();
    let mut encrypter = Encrypter::new(&pair).unwrap();
    encrypter.set_rsa_padding(Padding::PKCS1_OAEP).unwrap();
    let mut ciphertext = vec![0; encrypter.encrypt_len(key).unwrap()];
    let length = encrypter.encrypt(key, &mut ciphertext).unwrap();
    openssl::base64::encode_block(&ciphertext[..length])
}

fn description_of(content: &[u8]) -> Value {
    json!({ "hash_type": "SHA1", "hash_value": sha1(content), "download_url": URL })
}

fn with_encryption(mut description: Value) -> Value {
    description["bill_sequence"] = json!(1);
    description["encrypt_key"] = json!(encrypt_key(&KEY));
    description["nonce"] = json!(NONCE);
    description
}

fn bill(description: Value) -> BillFile {
    serde_json::from_value(description).unwrap()
}

fn gzipped_bill(description: Value) -> BillFile {
    bill(description).with_gzip()
}

/// The content of a file that is received as `body`, after all checks.
async fn checked_content(bill: &BillFile, body: &[u8]) -> Result<Bytes, DownloadErrorKind> {
    let body = Bytes::copy_from_slice(body);
    let file = download([body]).check(bill, &merchant()).await;
    let content = match file {
        Ok(file) => file.bytes(1 << 20).await,
        Err(error) => Err(error),
    };
    content.map_err(|error| error.kind().clone())
}

/// The names of the files in a folder.
fn file_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
    entries
        .map(|entry| name(entry).into_string().unwrap())
        .collect()
}

#[tokio::test]
async fn a_file_that_matches_its_description_is_saved_and_replaces_the_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    for text in ["the first", "the second"] {
        let file = download([text])
            .check(&bill(description_of(text.as_bytes())), &merchant())
            .await;
        let written = file.unwrap().save(&path).await.unwrap();
        assert_eq!(written, text.len() as u64);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    assert_eq!(file_names(folder.path()), ["bill.csv"]);
}

#[tokio::test]
async fn a_file_without_a_description_is_saved_unchecked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("image.png");
    let written = download(["PNG", "", "…"]).save(&path).await.unwrap();
    assert_eq!(written, 6);
    assert_eq!(fs::read_to_string(&path).unwrap(), "PNG…");
    let nothing = download::<Bytes>([]).save(&path).await.unwrap();
    assert_eq!((nothing, fs::read(&path).unwrap()), (0, vec![]));
}

#[tokio::test]
async fn a_file_that_fails_a_check_leaves_the_folder_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept.csv");
    fs::write(&kept, "of yesterday").unwrap();
    let text = b"of today";
    let mut forged = encrypt(text);
    forged[0] ^= 1;
    for (bill, body, expected) in [
        (
            bill(description_of(text)),
            b"of someone".to_vec(),
            DownloadErrorKind::HashMismatch,
        ),
        (
            bill(with_encryption(description_of(text))),
            forged,
            DownloadErrorKind::DecryptFailed,
        ),
        (
            gzipped_bill(description_of(text)),
            text.to_vec(),
            DownloadErrorKind::GzipInvalid,
        ),
    ] {
        for path in [kept.clone(), folder.path().join("new.csv")] {
            let file = download([body.clone()]).check(&bill, &merchant()).await;
            let error = file.unwrap().save(&path).await.unwrap_err();
            assert_eq!(*error.kind(), expected);
        }
    }
    assert_eq!(file_names(folder.path()), ["kept.csv"]);
    assert_eq!(fs::read_to_string(&kept).unwrap(), "of yesterday");
}

#[tokio::test]
async fn a_dropped_save_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, seen) = (
        folder.path().join("bill.csv"),
        Arc::new(tokio::sync::Notify::new()),
    );
    let begun = Arc::clone(&seen);
    let endless = download(std::iter::repeat("on and on "));
    let endless = endless.on_progress(move |received, _| {
        if received > 10_000 {
            begun.notify_one();
        }
    });
    let saving = tokio::spawn(endless.save(path));
    seen.notified().await;
    let under_way = file_names(folder.path());
    assert!(
        matches!(&*under_way, [name] if name.starts_with(".wechatpay-")),
        "{under_way:?}"
    );
    saving.abort();
    assert!(saving.await.unwrap_err().is_cancelled());
    assert!(file_names(folder.path()).is_empty());
}

#[tokio::test]
async fn a_path_that_cannot_be_written_to_is_a_write_failure() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/folder/bill.csv");
    let error = download(["…"]).save(nowhere).await.unwrap_err();
    assert_eq!(
        *error.kind(),
        DownloadErrorKind::WriteFailed(io::ErrorKind::NotFound)
    );
    assert!(error.source().is_some());
    assert_eq!(Error::from(error).outcome(), Outcome::NotExecuted);
}

/// A file that panics if it is read.
fn must_not_be_read() -> Download {
    download(std::iter::from_fn(|| -> Option<Bytes> {
        panic!("the file was read")
    }))
}

#[tokio::test]
async fn a_folder_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    let error = must_not_be_read().save(&taken).await.unwrap_err();
    assert_eq!(*error.kind(), DownloadErrorKind::NotRegularFile);
    assert_eq!(
        error.to_string(),
        "download failed: not-regular-file: save at a path that is not a folder, link, device, FIFO or socket (status 200)"
    );
    assert_eq!(file_names(folder.path()), ["taken"]);
}

#[cfg(unix)]
#[tokio::test]
async fn sockets_and_fifos_are_not_replaced() {
    use std::os::unix::{fs::FileTypeExt, net::UnixListener};

    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let _listener = UnixListener::bind(&socket).unwrap();
    let fifo = folder.path().join("fifo");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    assert!(made.unwrap().success());
    for path in [&socket, &fifo] {
        let error = must_not_be_read().save(path).await.unwrap_err();
        assert_eq!(*error.kind(), DownloadErrorKind::NotRegularFile, "{path:?}");
    }
    assert!(fs::metadata(&socket).unwrap().file_type().is_socket());
    assert!(fs::metadata(&fifo).unwrap().file_type().is_fifo());
}

#[cfg(unix)]
#[tokio::test]
async fn a_symbolic_link_is_not_replaced_whatever_its_target() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "of yesterday").unwrap();
    let link = folder.path().join("link");
    for target in [
        file.as_path(),
        folder.path(),
        Path::new("/dev/null"),
        Path::new("/proc/self/fd/1"),
        Path::new("nowhere"),
    ] {
        std::os::unix::fs::symlink(target, &link).unwrap();
        let error = must_not_be_read().save(&link).await.unwrap_err();
        let expected = DownloadErrorKind::NotRegularFile;
        assert_eq!(*error.kind(), expected, "{target:?}");
        assert_eq!(fs::read_link(&link).unwrap(), target);
        fs::remove_file(&link).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "of yesterday");
    // The folder may be a link: the file in it is a regular one.
    std::os::unix::fs::symlink(folder.path(), &link).unwrap();
    download(["of today"])
        .save(link.join("file"))
        .await
        .unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "of today");
}

#[cfg(unix)]
#[tokio::test]
async fn a_socket_that_appears_during_the_download_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    let taken = path.clone();
    let file = download(["of today"]).on_progress(move |_, _| {
        let _ = std::os::unix::net::UnixListener::bind(&taken);
    });
    let error = file.save(&path).await.unwrap_err();
    assert_eq!(*error.kind(), DownloadErrorKind::NotRegularFile);
    assert_eq!(file_names(folder.path()), ["bill.csv"]);
}

#[tokio::test]
async fn an_unexpected_gzip_file_is_an_error_that_names_the_method_to_call() {
    let text = b"of today".repeat(1000);
    let gzipped = gzip(&text);
    let gzip = Err(DownloadErrorKind::Compressed);
    assert_eq!(
        checked_content(&bill(description_of(&text)), &gzipped).await,
        gzip
    );
    let encrypted_bill = bill(with_encryption(description_of(&text)));
    assert_eq!(
        checked_content(&encrypted_bill, &encrypt(&gzipped)).await,
        gzip
    );
    // The same if the file arrives byte by byte.
    let bytes: Vec<_> = gzipped.chunks(1).map(Bytes::copy_from_slice).collect();
    let file = download(bytes)
        .check(&bill(description_of(&text)), &merchant())
        .await;
    let error = file.unwrap().bytes(1 << 20).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "download failed: gzip: the file is gzip-compressed (it begins with 1f 8b); call `with_gzip()` on its \
         description (status 200)"
    );
    // The hash may be that of the gzipped file. Files that do not begin as gzip does are not taken for gzip.
    let as_it_is = checked_content(&bill(description_of(&gzipped)), &gzipped).await;
    assert_eq!(as_it_is.unwrap(), gzipped);
    let mismatch = Err(DownloadErrorKind::HashMismatch);
    for other in [&b"\x1f"[..], b"\x1f\x8c", b"", b"\x8b\x1f"] {
        assert_eq!(
            checked_content(&bill(description_of(&text)), other).await,
            mismatch
        );
    }
}

#[tokio::test]
async fn gzip_is_one_stream_of_whole_members_and_nothing_else() {
    let text = b"of today".repeat(1000);
    let whole = gzip(&text);
    assert_eq!(
        checked_content(&gzipped_bill(description_of(&text)), &whole)
            .await
            .unwrap(),
        text
    );

    // Several members in a row are one file.
    let two = [gzip(&text[..5000]), gzip(&text[5000..])].concat();
    assert_eq!(
        checked_content(&gzipped_bill(description_of(&text)), &two)
            .await
            .unwrap(),
        text
    );

    let invalid = Err(DownloadErrorKind::GzipInvalid);
    for cut in 0..whole.len() {
        assert_eq!(
            checked_content(&gzipped_bill(description_of(&text)), &whole[..cut]).await,
            invalid,
            "{cut}"
        );
    }
    let first = gzip(&text[..5000]).len();
    for cut in [first + 1, first + 12, two.len() - 1] {
        assert_eq!(
            checked_content(&gzipped_bill(description_of(&text)), &two[..cut]).await,
            invalid,
            "{cut}"
        );
    }
    let mut wrong_crc = whole.clone();
    let at = wrong_crc.len() - 8;
    wrong_crc[at] ^= 1;
    let garbage = [&whole[..], b"garbage behind it"].concat();
    let zeros = [&whole[..], &[0; 512]].concat();
    for body in [wrong_crc, garbage, zeros] {
        assert_eq!(
            checked_content(&gzipped_bill(description_of(&text)), &body).await,
            invalid
        );
    }
    // Gzip does not notice a cut between two members. The hash does.
    assert_eq!(
        checked_content(&gzipped_bill(description_of(&text)), &two[..first]).await,
        Err(DownloadErrorKind::HashMismatch)
    );
}

#[tokio::test]
async fn an_altered_encrypted_file_fails_to_decrypt_before_any_other_check() {
    let text = b"of today".repeat(1000);
    let whole = encrypt(&text);
    let plain = bill(with_encryption(description_of(&text)));
    assert_eq!(checked_content(&plain, &whole).await.unwrap(), text);
    let failed = Err(DownloadErrorKind::DecryptFailed);
    for cut in [0, 1, 15, 16, 17, whole.len() - 1] {
        assert_eq!(
            checked_content(&plain, &whole[..cut]).await,
            failed,
            "{cut}"
        );
    }

    // An empty file consists of its tag, and the beginning of a tag is not enough.
    let (empty, tag) = (bill(with_encryption(description_of(b""))), encrypt(b""));
    assert_eq!(checked_content(&empty, &tag).await.unwrap(), "");
    for cut in 0..16 {
        assert_eq!(checked_content(&empty, &tag[..cut]).await, failed, "{cut}");
    }

    let bill = gzipped_bill(with_encryption(description_of(&text)));
    let whole = encrypt(&gzip(&text));
    assert_eq!(checked_content(&bill, &whole).await.unwrap(), text);
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert_eq!(checked_content(&bill, &changed).await, failed, "{at}");
    }
    // A chunk that is larger than what is decrypted at once.
    let large: Vec<u8> = (0..3_000_005_u32).map(|at| at as u8).collect();
    let file = download([encrypt(&large)])
        .check(
            &self::bill(with_encryption(description_of(&large))),
            &merchant(),
        )
        .await;
    assert_eq!(file.unwrap().bytes(large.len()).await.unwrap(), large);
    // WeChat Pay itself encrypted the wrong content.
    assert_eq!(
        checked_content(&bill, &encrypt(b"no gzip")).await,
        Err(DownloadErrorKind::GzipInvalid)
    );
    assert_eq!(
        checked_content(&bill, &encrypt(&gzip(b"another"))).await,
        Err(DownloadErrorKind::HashMismatch)
    );
}

#[tokio::test]
async fn an_unusable_description_is_refused_before_the_file_is_read() {
    let with = |name: &str, value: &str| {
        let mut description = with_encryption(description_of(b""));
        description[name] = value.into();
        bill(description)
    };
    let unread = |()| -> &str { unreachable!("the file is not read") };
    let other_key = include_bytes!("fixtures/vectors/keys/platform-a.key.pem");
    let other_key = PKey::private_key_from_pem(other_key).unwrap();
    let signature = openssl::sign::Signer::new(MessageDigest::sha256(), &other_key)
        .unwrap()
        .sign_oneshot_to_vec(b"")
        .unwrap();
    let foreign = openssl::base64::encode_block(&signature);
    for (bill, expected) in [
        (
            with("hash_type", "SM3"),
            DownloadErrorKind::UnknownHashType("SM3".into()),
        ),
        (
            with("hash_type", ""),
            DownloadErrorKind::UnknownHashType("".into()),
        ),
        (
            with("hash_value", ""),
            DownloadErrorKind::HashValueMalformed,
        ),
        (
            with("hash_value", &"g".repeat(40)),
            DownloadErrorKind::HashValueMalformed,
        ),
        (
            with("hash_type", "SHA256"),
            DownloadErrorKind::HashValueMalformed,
        ),
        (with("nonce", "elevenbytes"), DownloadErrorKind::NonceLength),
        (
            with("nonce", &"x".repeat(129)),
            DownloadErrorKind::NonceLength,
        ),
        (
            with("encrypt_key", "…"),
            DownloadErrorKind::EncryptKeyNotBase64,
        ),
        (
            with("encrypt_key", &foreign),
            DownloadErrorKind::EncryptKeyDecryptFailed,
        ),
        (
            with("encrypt_key", &encrypt_key(&KEY[..16])),
            DownloadErrorKind::EncryptKeyLength { bytes: 16 },
        ),
    ] {
        let file = download([()].into_iter().map(unread));
        let error = file.check(&bill, &merchant()).await.unwrap_err();
        assert_eq!(*error.kind(), expected);
        assert_eq!(Error::from(error).outcome(), Outcome::NotExecuted);
    }
}

#[tokio::test]
async fn every_documented_nonce_length_and_hash_type_is_accepted() {
    let text = b"of today";
    for length in [12, 16, 32, 128] {
        let nonce = "n".repeat(length);
        let mut tag = [0; 16];
        let cipher = Cipher::aes_256_gcm();
        let iv = Some(nonce.as_bytes());
        let mut body = encrypt_aead(cipher, &KEY, iv, &[], text, &mut tag).unwrap();
        body.extend_from_slice(&tag);
        let mut description = with_encryption(description_of(text));
        description["nonce"] = nonce.into();
        assert_eq!(
            checked_content(&bill(description), &body).await.unwrap(),
            &text[..]
        );
    }
    let mut receipt = description_of(text);
    receipt["hash_type"] = "SHA256".into();
    let hash = hash(MessageDigest::sha256(), text).unwrap();
    receipt["hash_value"] = hex(&hash).to_uppercase().into();
    assert_eq!(
        checked_content(&bill(receipt.clone()), text).await.unwrap(),
        &text[..]
    );
    assert_eq!(
        checked_content(&bill(receipt), b"of them").await,
        Err(DownloadErrorKind::HashMismatch)
    );
}

#[tokio::test]
async fn a_file_over_the_callers_limit_is_an_error() {
    let file = || download(["12345", "67890"]);
    assert_eq!(file().bytes(10).await.unwrap(), "1234567890");
    let error = file().bytes(9).await.unwrap_err();
    assert_eq!(*error.kind(), DownloadErrorKind::TooLarge { limit: 9 });
    assert_eq!(
        error.to_string(),
        "download failed: too-large: over 9 bytes; raise the limit, or use `save` (status 200)"
    );
    assert_eq!((error.status(), error.request_id()), (Some(200), None));
    // A small gzipped file can unpack to a large one.
    let text = vec![0; 1 << 20];
    let file = download([gzip(&text)])
        .check(&gzipped_bill(description_of(&text)), &merchant())
        .await;
    let error = file.unwrap().bytes((1 << 20) - 1).await.unwrap_err();
    let limit = (1 << 20) - 1;
    assert_eq!(*error.kind(), DownloadErrorKind::TooLarge { limit });
}

#[tokio::test]
async fn progress_counts_the_bytes_received() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&seen);
    let text = vec![7; 100_000];
    let body = gzip(&text);
    let (first, second) = body.split_at(10);
    let (first, second) = (first.to_vec(), second.to_vec());
    let file = download([first, second])
        .check(&gzipped_bill(description_of(&text)), &merchant())
        .await;
    let file = file.unwrap().on_progress(move |received, length| {
        reported.lock().unwrap().push((received, length));
    });
    assert_eq!(file.bytes(1 << 20).await.unwrap(), text);
    let length = body.len() as u64;
    assert_eq!(*seen.lock().unwrap(), [(10, None), (length, None)]);
}

#[tokio::test]
async fn writing_flushes_and_returns_the_error_of_the_writer() {
    let mut out = tokio::io::BufWriter::new(Vec::new());
    let written = download(["of ", "today"]).write_to(&mut out).await.unwrap();
    assert_eq!((written, &out.get_ref()[..]), (8, &b"of today"[..]));

    let mut short = [0; 4];
    let mut out = io::Cursor::new(&mut short[..]);
    let error = download(["of ", "today"])
        .write_to(&mut out)
        .await
        .unwrap_err();
    assert_eq!(
        *error.kind(),
        DownloadErrorKind::WriteFailed(io::ErrorKind::WriteZero)
    );
    assert!(error.source().is_some());
}

/// A writer that accepts as many bytes as it is allowed.
#[derive(Clone, Default)]
struct Gate(Arc<Mutex<Count>>);

#[derive(Default)]
struct Count {
    allowed: usize,
    taken: usize,
    largest_write: usize,
}

impl AsyncWrite for Gate {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let mut count = self.0.lock().unwrap();
        count.largest_write = count.largest_write.max(bytes.len());
        let taken = bytes.len().min(count.allowed - count.taken);
        count.taken += taken;
        match taken {
            0 => Poll::Pending,
            taken => Poll::Ready(Ok(taken)),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// Writes `file` to a gate that is allowed `step` more bytes each time it is full. Each time `check` is given the
/// number of bytes accepted. Returns the bytes written and the largest write.
fn write_by_steps(file: Download, step: usize, check: impl Fn(usize)) -> (u64, usize) {
    let gate = Gate::default();
    let mut out = gate.clone();
    let mut writing = pin!(file.write_to(&mut out));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(written) = writing.as_mut().poll(&mut context) {
            return (written.unwrap(), gate.0.lock().unwrap().largest_write);
        }
        let mut count = gate.0.lock().unwrap();
        assert_eq!(count.taken, count.allowed);
        check(count.taken);
        count.allowed += step;
    }
}

const CHUNK: usize = 64 << 10;

const CHUNKS: usize = 1024;

/// A file of 64 MiB, with its description. Each chunk is encrypted when it is read, and `produced` counts them.
fn large_file(produced: &Arc<AtomicUsize>) -> (BillFile, Download) {
    let chunk = |index: usize| vec![index as u8; CHUNK];
    let mut hasher = Hasher::new(MessageDigest::sha1()).unwrap();
    for index in 0..CHUNKS {
        hasher.update(&chunk(index)).unwrap();
    }
    let mut description = with_encryption(description_of(b""));
    description["hash_value"] = hex(&hasher.finish().unwrap()).into();

    let (cipher, nonce) = (Cipher::aes_256_gcm(), Some(NONCE.as_bytes()));
    let mut crypter = Crypter::new(cipher, Mode::Encrypt, &KEY, nonce).unwrap();
    let produced = Arc::clone(produced);
    let chunks = (0..=CHUNKS).map(move |index| {
        produced.fetch_add(1, Ordering::Relaxed);
        let mut encrypted = vec![0; CHUNK];
        if index < CHUNKS {
            crypter.update(&chunk(index), &mut encrypted).unwrap();
        } else {
            crypter.finalize(&mut []).unwrap();
            encrypted.truncate(16);
            crypter.get_tag(&mut encrypted).unwrap();
        }
        encrypted
    });
    (bill(description), download(chunks))
}

#[tokio::test]
async fn the_download_is_read_only_as_fast_as_it_is_written() {
    let produced = Arc::new(AtomicUsize::new(0));
    let (bill, file) = large_file(&produced);
    let file = file.check(&bill, &merchant()).await.unwrap();
    let (written, largest) = write_by_steps(file, CHUNK * 3 / 2, |taken| {
        // The chunk that is being written, and the next one, since the last bytes are held back.
        let ahead = produced.load(Ordering::Relaxed) - taken / CHUNK;
        assert!((1..=2).contains(&ahead), "{ahead} ahead at {taken}");
    });
    assert_eq!(written, (CHUNKS * CHUNK) as u64);
    assert!(largest <= CHUNK + 16, "{largest}");
}

#[tokio::test]
async fn a_small_file_that_unpacks_to_a_large_one_is_written_in_small_chunks() {
    let member = gzip(&vec![0; 1 << 20]);
    let zeros = vec![0; 16 << 20];
    let file = download([member.repeat(16)])
        .check(&gzipped_bill(description_of(&zeros)), &merchant())
        .await;
    let (written, largest) = write_by_steps(file.unwrap(), 1 << 20, |_| {});
    assert_eq!(written, zeros.len() as u64);
    assert!(largest <= CHUNK, "{largest}");
}

#[test]
fn descriptions_are_read_as_the_platform_writes_them() {
    let plain = bill(json!({
        "hash_type": "SHA1",
        "hash_value": "79bb0f45fc4c42234a918000b2668d689e2bde04",
        "download_url": "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x&tartype=gzip",
        "added_later": {},
    }));
    assert_eq!(
        plain.download_url(),
        "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x&tartype=gzip"
    );
    assert_eq!(plain.hash_type(), "SHA1");
    assert_eq!(
        plain.hash_value(),
        "79bb0f45fc4c42234a918000b2668d689e2bde04"
    );
    assert_eq!(
        (plain.sequence(), plain.is_encrypted(), plain.is_gzipped()),
        (None, false, true)
    );
    for unpacked in ["?token=tartype=gzip", "?xtartype=gzip", "?tartype=", "?"] {
        let mut description = description_of(b"");
        description["download_url"] = format!("https://api.mch.weixin.qq.com/v3{unpacked}").into();
        let bill = bill(description);
        assert!(!bill.is_gzipped(), "{unpacked}");
        assert!(bill.with_gzip().is_gzipped());
    }

    let part = |sequence: u64| {
        let mut part = with_encryption(description_of(b""));
        part["bill_sequence"] = sequence.into();
        part
    };
    let list = json!({ "download_bill_count": 2, "download_bill_list": [part(2), part(1)] });
    let files: BillFiles = serde_json::from_value(list).unwrap();
    let sequences: Vec<_> = files.files().iter().map(BillFile::sequence).collect();
    assert_eq!(sequences, [Some(1), Some(2)]);
    assert!(files.files().iter().all(BillFile::is_encrypted));
    let from_zero = json!({ "download_bill_count": 2, "download_bill_list": [part(1), part(0)] });
    let files: BillFiles = serde_json::from_value(from_zero).unwrap();
    assert_eq!(files.files().len(), 2);
    for none in [
        json!({ "download_bill_count": 0 }),
        json!({ "download_bill_count": 0, "download_bill_list": null }),
    ] {
        let files: BillFiles = serde_json::from_value(none).unwrap();
        assert!(files.files().is_empty());
    }
}

#[tokio::test]
async fn a_contradictory_description_does_not_decode() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let mut keyless = with_encryption(description_of(b""));
    keyless["encrypt_key"] = Value::Null;
    let mut nonceless = with_encryption(description_of(b""));
    nonceless["nonce"] = Value::Null;
    for (count, list, problem) in [
        (
            2,
            [with_encryption(description_of(b""))],
            "download_bill_count is 2, and the list has 1",
        ),
        (
            1,
            [keyless],
            "an encrypted file needs both encrypt_key and nonce",
        ),
        (
            1,
            [nonceless],
            "an encrypted file needs both encrypt_key and nonce",
        ),
    ] {
        let response = json!({ "download_bill_count": count, "download_bill_list": list });
        gateway.respond(
            "GET",
            "/v3/bill/sub-merchant-fundflowbill",
            ScriptedResponse::ok(response),
        );
        let error = client.bill("2025-12-31").await.unwrap_err();
        let source = error.source().unwrap().to_string();
        assert!(source.ends_with(problem), "{source}");
    }
}

#[tokio::test]
async fn a_long_text_in_a_description_is_shown_in_part() {
    let long = "x".repeat(1 << 20);
    let mut description = description_of(b"");
    description["hash_type"] = (*long).into();
    description["hash_value"] = (*long).into();
    description["download_url"] = format!("https://api.mch.weixin.qq.com/{long}").into();
    let bill = bill(description);
    assert_eq!(bill.hash_type(), long);
    assert!(format!("{bill:?}").len() < 1000);
    let error = download([""]).check(&bill, &merchant()).await.unwrap_err();
    let expected = DownloadErrorKind::UnknownHashType("x".repeat(64));
    assert_eq!(*error.kind(), expected);
    assert!(format!("{error:?} {error}").len() < 1000);
}

#[test]
fn a_list_with_a_repeated_or_a_missing_part_is_refused() {
    let whole = with_encryption(description_of(b""));
    let list = |sequences: &[Value]| {
        let part = |sequence: &Value| {
            let mut part = whole.clone();
            part["bill_sequence"] = sequence.clone();
            part
        };
        let list = json!({
            "download_bill_count": sequences.len(),
            "download_bill_list": sequences.iter().map(part).collect::<Vec<_>>(),
        });
        let list = serde_json::from_value::<BillFiles>(list);
        list.map(|_| ()).map_err(|error| error.to_string())
    };
    let many: Vec<_> = (2..=10_001).map(|number| json!(number)).collect();
    for (sequences, number, expected) in [
        (vec![json!(1), json!(1)], 1, 2),
        (vec![json!(3), json!(1)], 3, 2),
        (vec![json!(2)], 2, 1),
        (vec![json!(3), json!(2)], 2, 1),
        (vec![json!(0), json!(0)], 0, 1),
        (vec![json!(0), json!(2)], 2, 1),
        (vec![json!(u64::MAX)], u64::MAX, 1),
        (vec![json!(1), json!(2), json!(2)], 2, 3),
        (many, 2, 1),
    ] {
        let problem = format!(
            "bill_sequence must count up from 1 without a gap, and {number} is in the place of {expected}"
        );
        assert_eq!(list(&sequences), Err(problem));
    }
    for sequences in [vec![Value::Null], vec![json!(1), Value::Null]] {
        let problem = "a file of the list has no bill_sequence".to_owned();
        assert_eq!(list(&sequences), Err(problem));
    }
    assert_eq!(list(&[json!(3), json!(1), json!(2)]), Ok(()));
}

#[test]
fn downloads_can_be_sent_to_other_threads() {
    fn is_send<T: Send>(_: T) {}
    is_send(download(["…"]));
    is_send(download(["…"]).save("nowhere"));
    is_send(download(["…"]).bytes(1));
    is_send(async { download(["…"]).write_to(&mut Vec::new()).await });
}
