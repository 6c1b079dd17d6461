//! Memory of bodies, counted by the allocator: at most twice the limit. A program of its own with one test: nothing
//! else may allocate meanwhile.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    io::{Read, Write},
    net::TcpListener,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use wechatpay_client::{Download, ErrorKind, Result, gateway::Gateway, wechatpay_api};

#[global_allocator]
static COUNTING: Counting = Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);

static PEAK: AtomicUsize = AtomicUsize::new(0);

/// Counts bytes. Memory that grows is allocated again and copied, as the trait does by default.
struct Counting;

// Safety: only calls the system's allocator, with the same arguments.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
    async fn image(&self, media_id: &str) -> Result<Download>;

    #[wechatpay_api(GET "/v3/certificates")]
    async fn certificates(&self) -> Result<Ignored>;
}

#[derive(serde::Deserialize)]
struct Ignored {}

static CHUNK: [u8; 1 << 16] = [b'x'; 1 << 16];

/// Responds with bodies of these lengths.
fn server_with_bodies(lengths: [usize; 4]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for length in lengths {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 8192]).unwrap();
            let head = "HTTP/1.1 200 OK\r\nconnection: close\r\n";
            write!(stream, "{head}content-length: {length}\r\n\r\n").unwrap();
            let mut left = length;
            while left > 0 {
                let chunk = &CHUNK[..left.min(CHUNK.len())];
                // The client reads no more than its limit.
                let Ok(()) = stream.write_all(chunk) else {
                    break;
                };
                left -= chunk.len();
            }
        }
    });
    url
}

/// Memory for the rest of a connection.
const OVERHEAD: usize = 1 << 20;

#[tokio::test]
async fn a_body_takes_no_more_memory_than_twice_its_limit() {
    // The worst case: a limit a little above a power of two.
    let limit = (16 << 20) + 70_000;
    let lengths = [limit, (16 << 20) + 40_000, (8 << 20) + 1, limit];
    let gateway = Gateway::start().await.unwrap();
    let client = gateway
        .client()
        .base_url(server_with_bodies(lengths))
        .max_retries(0);
    let client = client.body_limit(limit).build().unwrap();
    for length in &lengths[..3] {
        let file = client.image("1").await.unwrap();
        let before = begin();
        let content = file.bytes(limit).await.unwrap();
        assert_eq!(content.len(), *length);
        let (peak, kept) = (PEAK.load(Ordering::Relaxed) - before, now() - before);
        assert!(peak < 2 * limit, "{peak} bytes for a file of {length}");
        assert!(
            kept < limit + OVERHEAD,
            "{kept} bytes of a file of {length}"
        );
    }
    let before = begin();
    let error = client.certificates().await.map(drop).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Verify(_)), "{error:?}");
    let peak = PEAK.load(Ordering::Relaxed) - before;
    assert!(peak < 2 * limit, "{peak} bytes for a response");
}

fn now() -> usize {
    NOW.load(Ordering::Relaxed)
}

fn begin() -> usize {
    PEAK.store(now(), Ordering::Relaxed);
    now()
}
