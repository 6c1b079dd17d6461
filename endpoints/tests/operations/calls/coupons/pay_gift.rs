//! 支付有礼.

use wechatpay_endpoints::coupons::pay_gift::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/paygiftactivity/unique-threshold-activity" => create_full_send_activity,
    "GET /v3/marketing/paygiftactivity/activities/{activity_id}" => query_pay_gift_activity,
    "GET /v3/marketing/paygiftactivity/activities" => list_pay_gift_activities,
    "GET /v3/marketing/paygiftactivity/activities/{activity_id}/merchants" => list_pay_gift_activity_merchants,
    "GET /v3/marketing/paygiftactivity/activities/{activity_id}/goods" => list_pay_gift_activity_goods,
    "POST /v3/marketing/paygiftactivity/activities/{activity_id}/merchants/add" => add_pay_gift_activity_merchants,
    "POST /v3/marketing/paygiftactivity/activities/{activity_id}/merchants/delete" => delete_pay_gift_activity_merchants,
    "POST /v3/marketing/paygiftactivity/activities/{activity_id}/terminate" => terminate_pay_gift_activity,
}

async fn create_full_send_activity(client: &Client) -> Result<Value> {
    let body = CreateFullSendActivityRequest::builder()
        .activity_base_info(
            FullSendActivityBaseInfo::builder()
                .activity_name("string")
                .activity_second_title("string")
                .merchant_logo_url("string")
                .begin_time("2018-06-08T10:34:56+08:00")
                .end_time("2018-06-08T10:34:56+08:00")
                .out_request_no("string")
                .delivery_purpose(DeliveryPurpose::OffLinePay)
                .build(),
        )
        .award_send_rule(
            FullSendAwardSendRule::builder()
                .award_type(AwardType::Busifavor)
                .merchant_option(MerchantOption::InSeviceCouponMerchant)
                .transaction_amount_minimum(Fen(1))
                .send_content(SendContent::SingleCoupon)
                .award_list(vec![
                    FullSendAward::builder()
                        .stock_id("string")
                        .original_image_url("string")
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.create_full_send_activity(&body).await;
    json(response)
}

async fn query_pay_gift_activity(client: &Client) -> Result<Value> {
    let response = client.query_pay_gift_activity("931386").await;
    json(response)
}

async fn list_pay_gift_activities(client: &Client) -> Result<Value> {
    let response = client
        .list_pay_gift_activities(1, 1, None, None, None)
        .await;
    json(response)
}

async fn list_pay_gift_activity_merchants(client: &Client) -> Result<Value> {
    let response = client
        .list_pay_gift_activity_merchants("string", Some(0), Some(20))
        .await;
    json(response)
}

async fn list_pay_gift_activity_goods(client: &Client) -> Result<Value> {
    let response = client
        .list_pay_gift_activity_goods("string", Some(1), Some(20))
        .await;
    json(response)
}

async fn add_pay_gift_activity_merchants(client: &Client) -> Result<Value> {
    let body = AddPayGiftActivityMerchantsRequest::builder()
        .merchant_id_list(vec!["发券商户号".into()])
        .add_request_no("请求业务单据号")
        .build();
    let response = client
        .add_pay_gift_activity_merchants("931386", &body)
        .await;
    json(response)
}

async fn delete_pay_gift_activity_merchants(client: &Client) -> Result<Value> {
    let body = DeletePayGiftActivityMerchantsRequest::builder()
        .merchant_id_list(vec!["100123456".into()])
        .delete_request_no("100002322019090134234sfdf")
        .build();
    let response = client
        .delete_pay_gift_activity_merchants("931386", &body)
        .await;
    json(response)
}

async fn terminate_pay_gift_activity(client: &Client) -> Result<Value> {
    let response = client.terminate_pay_gift_activity("931386").await;
    json(response)
}
