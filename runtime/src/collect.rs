//! Collection of a body in memory: of responses, and of notifications. The limit bounds the memory too.

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Body;

/// The most bytes reserved at once for an announced length. The buffer grows as the body arrives.
const MAX_RESERVE: usize = 256 << 10;

/// The reason why a body was not collected.
#[derive(Debug)]
pub(crate) enum CollectError<E> {
    TooLarge,
    Body(E),
}

/// Collects a body of at most `limit` bytes, and drops trailers.
///
/// A body of one frame is not copied. Any other body goes into one buffer, because a list of frames would cost
/// at least forty bytes for each frame, and a frame may have a single byte.
pub(crate) async fn collect<B>(body: &mut B, limit: usize) -> Result<Bytes, CollectError<B::Error>>
where
    B: Body<Data = Bytes> + Unpin,
{
    let announced = body.size_hint().lower();
    if announced > limit as u64 {
        return Err(CollectError::TooLarge);
    }
    let mut first = Bytes::new();
    let mut buffer = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(CollectError::Body)?.into_data() else {
            continue;
        };
        let length = first.len() + buffer.len();
        if data.len() > limit - length {
            return Err(CollectError::TooLarge);
        }
        if length == 0 {
            first = data;
            continue;
        }
        if buffer.is_empty() {
            let announced = usize::try_from(announced).unwrap_or(limit);
            grow(
                &mut buffer,
                announced.min(MAX_RESERVE).max(length + data.len()),
                limit,
            );
            buffer.extend_from_slice(&first);
            first = Bytes::new();
        }
        grow(&mut buffer, length + data.len(), limit);
        buffer.extend_from_slice(&data);
    }
    Ok(if buffer.is_empty() {
        first
    } else {
        buffer.into()
    })
}

/// Grows the buffer to hold `length` bytes, of at most `limit`: to twice its capacity, and to `limit` once that
/// is more than half the limit. So the old and the new allocation together never exceed one and a half times
/// the limit.
pub(crate) fn grow(buffer: &mut Vec<u8>, length: usize, limit: usize) {
    if length > buffer.capacity() {
        let doubled = length.max(buffer.capacity().saturating_mul(2));
        let capacity = if doubled > limit / 2 { limit } else { doubled };
        buffer.reserve_exact(capacity.saturating_sub(buffer.len()));
    }
}

#[cfg(test)]
mod tests {
    use std::{
        convert::Infallible,
        pin::Pin,
        task::{Context, Poll},
    };

    use http::HeaderMap;
    use hyper::body::{Frame, SizeHint};

    use super::*;

    /// Frames of these sizes.
    struct Frames {
        sizes: Vec<usize>,
        announced: u64,
    }

    impl Body for Frames {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            Poll::Ready(self.sizes.pop().map(|size| {
                Ok(match size {
                    usize::MAX => Frame::trailers(HeaderMap::new()),
                    size => Frame::data(vec![b'x'; size].into()),
                })
            }))
        }

        fn size_hint(&self) -> SizeHint {
            let mut hint = SizeHint::new();
            hint.set_lower(self.announced);
            hint
        }
    }

    async fn collected(sizes: &[usize], announced: u64, limit: usize) -> Option<usize> {
        let sizes = sizes.iter().rev().copied().collect();
        let buffer = collect(&mut Frames { sizes, announced }, limit)
            .await
            .ok()?;
        assert!(buffer.iter().all(|byte| *byte == b'x'));
        Some(buffer.len())
    }

    #[tokio::test]
    async fn a_body_is_collected_up_to_the_limit() {
        for (sizes, length) in [
            (&[][..], Some(0)),
            (&[0, 0], Some(0)),
            (&[8], Some(8)),
            (&[9], None),
            (&[usize::MAX, 3, 0, 5, usize::MAX], Some(8)),
            (&[3, 6], None),
            (&[8, 1], None),
            (&[1; 8], Some(8)),
            (&[1; 9], None),
        ] {
            assert_eq!(collected(sizes, 0, 8).await, length, "{sizes:?}");
            let announced = length.unwrap_or(0) as u64;
            assert_eq!(collected(sizes, announced, 8).await, length, "{sizes:?}");
        }
        assert_eq!(collected(&[], 9, 8).await, None);
        assert_eq!(collected(&[], 0, 0).await, Some(0));
        assert_eq!(collected(&[1], 0, 0).await, None);
    }

    #[test]
    fn a_buffer_grows_within_one_and_a_half_times_the_limit() {
        for (limit, step) in [(100_000, 1), (65_537, 1), (65_535, 7), (131_000, 8192)] {
            let mut buffer = Vec::new();
            while buffer.len() < limit {
                let (length, room) = (limit.min(buffer.len() + step), buffer.capacity());
                grow(&mut buffer, length, limit);
                if buffer.capacity() > room {
                    assert!(
                        room + buffer.capacity() <= limit + limit / 2,
                        "{limit} {room}"
                    );
                }
                buffer.resize(length, b'x');
            }
            assert_eq!(buffer.capacity(), limit);
        }
    }
}
