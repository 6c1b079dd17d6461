//! Secrets leave memory with the values that held them (Linux only: memory is read from `/proc/self/mem`).
//!
//! The parent makes the secrets and gives them to a child, masked. The child keeps them masked, so that it
//! finds only the copies that the client made. A PKCS#12 file is left out: OpenSSL frees copies of its key.

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("child") => {
            hoard::begin();
            child::main();
        }
        _ => parent::main(),
    }
}

#[cfg(target_os = "linux")]
const MASK: u8 = 0xA5;

/// Allocators for Rust and OpenSSL that reuse no freed memory, so that a copy that was not zeroized stays until the
/// scan finds it.
#[cfg(target_os = "linux")]
mod hoard {
    use std::{
        alloc::{GlobalAlloc, Layout, System, alloc},
        ffi::{c_char, c_int, c_void},
        ptr,
        sync::atomic::{AtomicBool, Ordering},
    };

    #[global_allocator]
    static HOARD: Hoard = Hoard;

    static BEGUN: AtomicBool = AtomicBool::new(false);

    struct Hoard;

    // Safety: only calls the system's allocator, with the same arguments, or frees nothing.
    unsafe impl GlobalAlloc for Hoard {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
            if !BEGUN.load(Ordering::Relaxed) {
                unsafe { System.dealloc(memory, layout) }
            }
        }
    }

    /// Bytes in front of each allocation of OpenSSL, which hold its size.
    const HEADER: usize = 16;

    extern "C" fn malloc(size: usize, _: *const c_char, _: c_int) -> *mut c_void {
        let layout = Layout::from_size_align(size + HEADER, HEADER).unwrap();
        // Safety: the layout is not empty, and has room for the header.
        unsafe {
            let memory = alloc(layout);
            memory.cast::<usize>().write(size);
            memory.add(HEADER).cast()
        }
    }

    extern "C" fn realloc(
        old: *mut c_void,
        size: usize,
        file: *const c_char,
        line: c_int,
    ) -> *mut c_void {
        let new = malloc(size, file, line);
        if !old.is_null() {
            // Safety: `old` comes from `malloc` above, which wrote its size in front.
            unsafe {
                let old_size = old.cast::<u8>().sub(HEADER).cast::<usize>().read();
                ptr::copy_nonoverlapping(old.cast::<u8>(), new.cast(), old_size.min(size));
            }
        }
        new
    }

    extern "C" fn free(_: *mut c_void, _: *const c_char, _: c_int) {}

    unsafe extern "C" {
        safe fn CRYPTO_set_mem_functions(
            malloc: extern "C" fn(usize, *const c_char, c_int) -> *mut c_void,
            realloc: extern "C" fn(*mut c_void, usize, *const c_char, c_int) -> *mut c_void,
            free: extern "C" fn(*mut c_void, *const c_char, c_int),
        ) -> c_int;
    }

    /// Must be called before the first allocation of OpenSSL.
    pub(super) fn begin() {
        BEGUN.store(true, Ordering::Relaxed);
        assert_eq!(CRYPTO_set_mem_functions(malloc, realloc, free), 1);
        // Makes the linker include the function above.
        openssl_sys::init();
    }
}

#[cfg(target_os = "linux")]
mod parent {
    use std::{
        io::{Read, Write},
        net::TcpListener,
        process::{Command, Stdio},
        thread,
        time::UNIX_EPOCH,
    };

    use openssl::{
        base64::encode_block,
        hash::MessageDigest,
        pkey::{PKey, Private},
        rand::rand_bytes,
        rsa::Rsa,
        sign::Signer,
        symm::{Cipher, encrypt_aead},
    };

    use super::MASK;

    pub(super) fn main() {
        let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
        let pkcs8 = text(key.private_key_to_pem_pkcs8().unwrap());
        let pkcs1 = text(key.rsa().unwrap().private_key_to_pem().unwrap());
        let line: String = pkcs8.lines().filter(|line| !line.contains("--")).collect();
        let password = word(30);
        let frozen = signature(&key, b"wechatpay-client frozen requests 1");
        let mut lines = vec![
            format!("proxy given {}", masked(refusing_proxy().as_bytes())),
            format!(
                "public_key given {}",
                masked(&key.public_key_to_pem().unwrap())
            ),
            format!(
                "escaped given {}",
                masked(pkcs8.replace('\n', "\\n").as_bytes())
            ),
        ];
        let mut secret =
            |name: &str, bytes: &[u8]| lines.push(format!("{name} secret {}", masked(bytes)));
        secret("pkcs8", pkcs8.as_bytes());
        secret("pkcs1", pkcs1.as_bytes());
        secret("one_line", line.as_bytes());
        secret("part_of_pkcs8", &pkcs8.as_bytes()[600..660]);
        secret("part_of_pkcs1", &pkcs1.as_bytes()[600..660]);
        secret("part_of_one_line", &line.as_bytes()[600..660]);
        let api_v3_key = word(32);
        secret("api_v3_key", api_v3_key.as_bytes());
        secret("api_v2_key", word(32).as_bytes());
        secret("password", password.as_bytes());
        let basic = encode_block(format!("user:{password}").as_bytes());
        secret("basic", &basic.as_bytes()[8..40]);
        secret("key_of_frozen_requests", &frozen[..64]);
        secret(
            "key_of_frozen_requests_in_base64",
            &encode_block(&frozen).as_bytes()[..64],
        );
        let rsa = key.rsa().unwrap();
        for (name, number) in [
            ("d", rsa.d()),
            ("p", rsa.p().unwrap()),
            ("q", rsa.q().unwrap()),
        ] {
            let mut bytes = number.to_vec();
            // The bytes as in DER, and as in the limbs of a number.
            secret(&format!("{name}_of_der"), &bytes[..64]);
            bytes.reverse();
            secret(&format!("{name}_of_limbs"), &bytes[..64]);
        }
        let (time, body, signature) = notification(&key, &api_v3_key);
        for (name, text) in [("time", time), ("body", body), ("signature", signature)] {
            lines.push(format!("{name} given {}", masked(text.as_bytes())));
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .arg("child")
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input
            .write_all((lines.join("\n") + "\n").as_bytes())
            .unwrap();
        drop(input);
        assert!(child.wait().unwrap().success());
    }

    /// Responds to each request with a demand for other credentials.
    fn refusing_proxy() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        thread::spawn(move || {
            for mut stream in listener.incoming().map(Result::unwrap) {
                let read = stream.read(&mut [0; 4096]).unwrap();
                assert!(read > 0);
                let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n";
                stream.write_all(refusal).unwrap();
            }
        });
        address
    }

    /// The time and the body of a notification, and the signature over both.
    fn notification(key: &PKey<Private>, api_v3_key: &str) -> (String, String, String) {
        let mut tag = [0; 16];
        let (cipher, nonce) = (Cipher::aes_256_gcm(), word(12));
        let (api_v3_key, iv) = (api_v3_key.as_bytes(), Some(nonce.as_bytes()));
        let mut encrypted = encrypt_aead(cipher, api_v3_key, iv, b"", b"{}", &mut tag).unwrap();
        encrypted.extend(tag);
        let ciphertext = encode_block(&encrypted);
        let body = format!(
            r#"{{"id":"1","create_time":"2025-01-01T00:00:00+08:00","event_type":"REFUND.SUCCESS",
            "resource_type":"encrypt-resource","summary":"","resource":{{"algorithm":"AEAD_AES_256_GCM",
            "nonce":"{nonce}","ciphertext":"{ciphertext}","original_type":"refund"}}}}"#
        );
        let time = UNIX_EPOCH.elapsed().unwrap().as_secs().to_string();
        let signature = signature(key, format!("{time}\n1\n{body}\n").as_bytes());
        let signature = encode_block(&signature);
        (time, body, signature)
    }

    fn signature(key: &PKey<Private>, message: &[u8]) -> Vec<u8> {
        let mut signer = Signer::new(MessageDigest::sha256(), key).unwrap();
        signer.sign_oneshot_to_vec(message).unwrap()
    }

    fn word(length: usize) -> String {
        let mut bytes = vec![0; length];
        rand_bytes(&mut bytes).unwrap();
        bytes
            .iter()
            .map(|byte| char::from(b'a' + byte % 26))
            .collect()
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).unwrap()
    }

    fn masked(bytes: &[u8]) -> String {
        bytes
            .iter()
            .map(|byte| format!("{:02x}", byte ^ MASK))
            .collect()
    }
}

#[cfg(target_os = "linux")]
mod child {
    use std::{
        cell::RefCell,
        collections::BTreeMap,
        fs::{self, File},
        hint::black_box,
        io::{self, BufRead},
        os::unix::fs::FileExt,
    };

    use tokio::runtime::Builder;
    use wechatpay_client::{
        ApiV3Key, Client, ClientBuilder, FrozenRequest, Journal, Merchant, Outcome,
        PlatformCertificates, Result, Verifier, WechatPayPublicKey,
        error::JournalError,
        notification::Notifications,
        pay::{ApiV2Key, MiniProgramPayment, PayscoreView},
        wechatpay_api,
    };
    use zeroize::{Zeroize, Zeroizing};

    use super::MASK;

    const MCHID: &str = "1900000109";

    #[wechatpay_api]
    trait Orders {
        #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
        async fn refund(&self, body: &BTreeMap<String, String>)
        -> Result<BTreeMap<String, String>>;
    }

    /// Stores nothing. With a journal, each request gets its MAC before it is sent.
    struct Forgetful;

    impl Journal for Forgetful {
        async fn before(&self, _: &FrozenRequest) -> std::result::Result<(), JournalError> {
            Ok(())
        }

        async fn after(&self, _: &FrozenRequest, _: Outcome) {}
    }

    /// The values from the parent, all of them masked.
    struct Given {
        values: BTreeMap<String, (bool, Vec<u8>)>,
        /// Memory is read into this buffer.
        buffer: RefCell<Vec<u8>>,
    }

    impl Given {
        fn read() -> Self {
            let line = |line: io::Result<String>| {
                let line = line.unwrap();
                let [name, kind, hex] = line.split(' ').collect::<Vec<_>>()[..] else {
                    panic!("not a line")
                };
                let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
                let bytes = (0..hex.len()).step_by(2).map(byte).collect();
                (name.to_owned(), (kind == "secret", bytes))
            };
            Self {
                values: io::stdin().lock().lines().map(line).collect(),
                buffer: RefCell::new(vec![0; 1 << 20]),
            }
        }

        fn bytes(&self, name: &str) -> Zeroizing<Vec<u8>> {
            let masked = &self.values[name].1;
            let mut clear = Zeroizing::new(Vec::with_capacity(masked.len()));
            clear.extend(masked.iter().map(|byte| byte ^ MASK));
            clear
        }

        fn text(&self, name: &str) -> Zeroizing<String> {
            let mut bytes = self.bytes(name);
            Zeroizing::new(String::from_utf8(std::mem::take(&mut *bytes)).unwrap())
        }

        /// The names of the secrets in memory, with the number of copies.
        fn found(&self) -> BTreeMap<&str, usize> {
            let secrets: Vec<_> = self
                .values
                .iter()
                .filter(|(_, (secret, _))| *secret)
                .map(|(name, (_, masked))| (&**name, &**masked))
                .collect();
            let mut found = BTreeMap::new();
            scan(&secrets, &mut self.buffer.borrow_mut(), |name| {
                *found.entry(name).or_insert(0) += 1
            });
            found
        }
    }

    /// Reads all writable memory of this process, except `buffer` itself.
    fn scan<'a>(secrets: &[(&'a str, &[u8])], buffer: &mut [u8], mut hit: impl FnMut(&'a str)) {
        let longest = secrets
            .iter()
            .map(|(_, masked)| masked.len())
            .max()
            .unwrap();
        let mut starts = vec![false; 256];
        for (_, masked) in secrets {
            starts[usize::from(masked[0] ^ MASK)] = true;
        }
        let memory = File::open("/proc/self/mem").unwrap();
        let own = buffer.as_ptr() as usize;
        let own = own..own + buffer.len();
        for line in fs::read_to_string("/proc/self/maps").unwrap().lines() {
            let mut fields = line.split_whitespace();
            let (range, access) = (fields.next().unwrap(), fields.next().unwrap());
            if !access.starts_with("rw") || fields.nth(3).is_some_and(|path| path.starts_with("[v"))
            {
                continue;
            }
            let (start, end) = range.split_once('-').unwrap();
            let [start, end] = [start, end].map(|hex| usize::from_str_radix(hex, 16).unwrap());
            let mut at = start;
            while at < end {
                let length = buffer.len().min(end - at);
                // Memory that was unmapped meanwhile cannot be read, and holds nothing.
                let Ok(read) = memory.read_at(&mut buffer[..length], at as u64) else {
                    break;
                };
                for offset in 0..read {
                    let byte = buffer[offset];
                    if !starts[usize::from(byte)] || own.contains(&(at + offset)) {
                        continue;
                    }
                    for (name, masked) in secrets {
                        let same = |(clear, masked): (&u8, &u8)| *clear == masked ^ MASK;
                        let rest = &buffer[offset..read];
                        if rest.len() >= masked.len() && rest.iter().zip(*masked).all(same) {
                            hit(name);
                        }
                    }
                }
                // The last bytes are read again: a secret may cross the boundary.
                at += if read == length && at + read < end {
                    read - longest
                } else {
                    read.max(1)
                };
            }
        }
        buffer.zeroize();
    }

    /// Overwrites the unused part of the stack, as any program does that goes on running.
    #[inline(never)]
    fn scrub() {
        let mut stack = [0_u8; 256 << 10];
        stack.fill(1);
        black_box(&mut stack);
    }

    fn verifier(given: &Given) -> Verifier {
        let key = given.bytes("public_key");
        Verifier::new(WechatPayPublicKey::from_pem("PUB_KEY_ID_1", &*key).unwrap())
    }

    fn client(given: &Given, merchant: Merchant) -> ClientBuilder {
        Client::builder(merchant, verifier(given)).base_url("https://127.0.0.1:9")
    }

    fn merchant(given: &Given, form: &str) -> Merchant {
        Merchant::new(MCHID, "01", &*given.bytes(form)).unwrap()
    }

    /// Makes one call, which fails since there is no server.
    fn call(client: &Client) {
        let runtime = Builder::new_multi_thread().enable_all().build().unwrap();
        let body = BTreeMap::from([("out_refund_no".to_owned(), "1".to_owned())]);
        let called = runtime.block_on(client.refund(&body));
        assert_eq!(called.unwrap_err().outcome(), Outcome::NotExecuted);
        let signed = MiniProgramPayment::sign(client, "wx1", "wx2");
        runtime.block_on(signed).unwrap();
    }

    fn private_key(given: &Given, form: &str) {
        let client = client(given, merchant(given, form)).journal(Forgetful);
        let client = client.build().unwrap();
        let alive = given.found();
        assert!(
            alive.contains_key("p_of_limbs"),
            "the scan finds nothing: {alive:?}"
        );
        let copies = alive.keys().filter(|name| !name.ends_with("_of_limbs"));
        assert_eq!(
            copies.collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "{form}, alive"
        );
        call(&client);
        let alive = given.found();
        assert!(
            alive.contains_key("key_of_frozen_requests_in_base64"),
            "{alive:?}"
        );
    }

    fn api_v3_key(given: &Given) {
        let key = ApiV3Key::new(&*given.bytes("api_v3_key")).unwrap();
        let moved = Box::new([Some(key.clone()), Some(key)]);
        let [first, second] = *moved;
        let certificates = PlatformCertificates::downloading(first.unwrap());
        let notifications = Notifications::new(verifier(given), second.clone().unwrap()).unwrap();
        let notifications = notifications.with_key(second.unwrap());
        assert!(given.found().contains_key("api_v3_key"));
        let (time, signature) = (given.text("time"), given.text("signature"));
        let headers = [
            ("Wechatpay-Timestamp", &**time),
            ("Wechatpay-Nonce", "1"),
            ("Wechatpay-Signature", &signature),
            ("Wechatpay-Serial", "PUB_KEY_ID_1"),
        ];
        notifications.parse(headers, &given.bytes("body")).unwrap();
        assert!(
            PlatformCertificates::load(
                ApiV3Key::new(&*given.bytes("api_v3_key")).unwrap(),
                r#"{"list":"","mac":""}"#,
            )
            .is_err()
        );
        drop(certificates);
    }

    fn api_v2_key(given: &Given) {
        let mut text = given.text("api_v2_key");
        let key = ApiV2Key::new(std::mem::take(&mut *text)).unwrap();
        assert!(given.found().contains_key("api_v2_key"));
        let client = client(given, merchant(given, "pkcs8")).build().unwrap();
        PayscoreView::detail(&client, &key, "500001", "1").unwrap();
        PayscoreView::confirm(&client, &key, &"p".repeat(300)).unwrap();
    }

    fn proxy(given: &Given) {
        let (password, address) = (given.text("password"), given.text("proxy"));
        let mut url = String::with_capacity(100);
        for part in ["http://user:", &password, "@", &address] {
            url.push_str(part);
        }
        drop(password);
        let builder = client(given, merchant(given, "pkcs8")).proxy(url);
        assert!(given.found().contains_key("password"));
        let client = builder.clone().build().unwrap();
        assert!(given.found().contains_key("basic"));
        drop(builder);
        call(&client);
    }

    pub(super) fn main() {
        let given = Given::read();
        let check = |case: &str, run: &dyn Fn()| {
            assert_eq!(given.found(), BTreeMap::new(), "before {case}");
            run();
            scrub();
            assert_eq!(given.found(), BTreeMap::new(), "after {case}");
            println!("{case} ... ok");
        };
        for form in ["pkcs8", "pkcs1", "escaped", "one_line"] {
            check(form, &|| private_key(&given, form));
        }
        check("APIv3 key", &|| api_v3_key(&given));
        check("APIv2 key", &|| api_v2_key(&given));
        check("proxy", &|| proxy(&given));
    }
}
