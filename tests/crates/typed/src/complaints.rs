//! 消费者投诉: the shop reads its complaints, responds to them and completes them.

use wechatpay_client::Result;
use wechatpay_endpoints::complaints::consumer::{
    ComplaintInfo, ComplaintState, Complaints, CompleteComplaintRequest, RespondComplaintRequest,
};

use crate::MCHID;

/// The largest page that WeChat Pay sends.
const PAGE: i64 = 50;

/// The complaints of some days (`yyyy-MM-dd`) that nobody has responded to.
pub async fn pending(
    api: &(impl Complaints + Sync),
    begin_date: &str,
    end_date: &str,
) -> Result<Vec<ComplaintInfo>> {
    let mut pending = Vec::new();
    let mut offset = 0;
    loop {
        let page = api
            .list_complaints(Some(PAGE), Some(offset), begin_date, end_date, Some(MCHID))
            .await?;
        let complaints = page.data.unwrap_or_default();
        let is_last = complaints.is_empty();
        let received = complaints.into_iter();
        pending.extend(received.filter(|one| one.complaint_state == ComplaintState::Pending));
        offset += PAGE;
        if is_last || page.total_count.is_none_or(|total| offset >= total) {
            return Ok(pending);
        }
    }
}

/// Responds to a complaint, and completes it.
pub async fn settle(
    api: &(impl Complaints + Sync),
    complaint_id: &str,
    response: &str,
) -> Result<()> {
    let body = RespondComplaintRequest::builder()
        .complainted_mchid(MCHID)
        .response_content(response)
        .build();
    api.respond_complaint(complaint_id, &body).await?;
    let body = CompleteComplaintRequest::builder()
        .complainted_mchid(MCHID)
        .build();
    api.complete_complaint(complaint_id, &body).await
}
