//! The record of requests that the gateway read, bounded in number and bytes.

use std::collections::VecDeque;

use super::received::ReceivedRequest;

/// The most requests that are kept.
const REQUESTS: usize = 65_536;

/// The most bytes of the requests that are kept. A single larger request is kept too, if it is the newest.
const BYTES: usize = 64 << 20;

/// The newest requests that the gateway read, and the number of all.
#[derive(Default)]
pub(super) struct Record {
    requests: VecDeque<ReceivedRequest>,
    bytes: usize,
    count: u64,
}

impl Record {
    pub(super) fn push(&mut self, request: ReceivedRequest) {
        self.count += 1;
        self.bytes += request.size();
        self.requests.push_back(request);
        while self.requests.len() > REQUESTS || (self.bytes > BYTES && self.requests.len() > 1) {
            let oldest = self.requests.pop_front();
            self.bytes -= oldest.map_or(0, |oldest| oldest.size());
        }
    }

    pub(super) fn to_vec(&self) -> Vec<ReceivedRequest> {
        self.requests.iter().cloned().collect()
    }

    /// The number of all requests, including those that are no longer kept.
    pub(super) fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::Request;

    use super::*;

    fn request(number: usize, bytes: usize) -> ReceivedRequest {
        let head = Request::get(format!("/{number}")).body(()).unwrap();
        ReceivedRequest::new("https", head.into_parts().0, Bytes::from(vec![0; bytes]))
    }

    #[test]
    fn the_newest_requests_are_kept() {
        let mut record = Record::default();
        for number in 0..REQUESTS + 10 {
            record.push(request(number, 0));
        }
        let kept = record.to_vec();
        assert_eq!(kept.len(), REQUESTS);
        assert_eq!(kept[0].target(), "/10");
        assert_eq!(record.count(), REQUESTS as u64 + 10);
    }

    #[test]
    fn the_bytes_of_the_requests_are_bounded() {
        let mut record = Record::default();
        for number in 0..10 {
            record.push(request(number, BYTES / 4));
            assert!(record.bytes <= BYTES, "{}", record.bytes);
        }
        assert_eq!(record.to_vec().len(), 3);
        // The newest request is kept, whatever its length.
        record.push(request(10, BYTES + 1));
        assert_eq!(record.to_vec().len(), 1);
        record.push(request(11, 1));
        assert_eq!(record.to_vec()[0].target(), "/11");
        assert_eq!(record.count(), 12);
    }
}
