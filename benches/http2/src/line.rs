//! A line with the delay of a real network: bytes come out half a round trip later, in order, in both directions.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    spawn,
    sync::mpsc,
    time::{Instant, sleep_until},
};

use load::Result;

/// Forwards the connections of `listener` to `to`, half a round trip later.
pub async fn forward(listener: TcpListener, to: SocketAddr, round_trip: Duration) -> Result<()> {
    loop {
        let (near, _) = listener.accept().await?;
        near.set_nodelay(true)?;
        let far = TcpStream::connect(to).await?;
        far.set_nodelay(true)?;
        // TCP's own handshake takes no time on the loopback interface, so its round trip is added here.
        let open = Instant::now() + round_trip;
        let (near_in, near_out) = near.into_split();
        let (far_in, far_out) = far.into_split();
        spawn(carry(near_in, far_out, open, round_trip / 2));
        spawn(carry(far_in, near_out, open, round_trip / 2));
    }
}

async fn carry(
    mut from: impl AsyncRead + Unpin + Send + 'static,
    mut to: impl AsyncWrite + Unpin,
    open: Instant,
    way: Duration,
) -> Result<()> {
    let (under_way, mut arriving) = mpsc::unbounded_channel();
    spawn(async move {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = from.read(&mut buffer).await {
            let at = Instant::now().max(open) + way;
            if under_way.send((at, buffer[..length].to_vec())).is_err() {
                break;
            }
        }
    });
    while let Some((at, bytes)) = arriving.recv().await {
        sleep_until(at).await;
        to.write_all(&bytes).await?;
    }
    to.shutdown().await?;
    Ok(())
}
