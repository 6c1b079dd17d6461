//! 银行营销.

use wechatpay_endpoints::coupons::bank::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/bank-favor/users/{openid}/bank-multi-activity" => enroll_bank_multi_activity,
    "GET /v3/marketing/bank-favor/users/{openid}/coupons/{coupon_id}" => query_bank_favor_coupon,
    "POST /v3/marketing/bank/packages/{package_id}/tasks" => create_package_task,
    "GET /v3/marketing/bank/packages/{package_id}/tasks" => list_package_tasks,
    "GET /v3/marketing/weekly-discount/activities" => list_weekly_discount_activities,
    "GET /v3/marketing/weekly-discount/activities/{activity_id}" => query_weekly_discount_activity,
    "POST /v3/marketing/weekly-discount/activities/{activity_id}/apply" => apply_weekly_discount_activity,
    "POST /v3/marketing/withdraw-favor/users/{openid}/coupons" => send_withdraw_coupon,
    "GET /v3/marketing/withdraw-favor/users/{openid}/coupons" => list_withdraw_coupons,
    "POST /v3/industry-coupon/tokens" => create_industry_coupon_token,
}

async fn enroll_bank_multi_activity(client: &Client) -> Result<Value> {
    let body = EnrollBankMultiActivityRequest::builder()
        .stock_id("100088")
        .activity_id("186745560")
        .out_request_no("1002600620019090123143254435")
        .appid("wx1234567889999")
        .stock_creator_mchid("9800064")
        .build();
    let response = client
        .enroll_bank_multi_activity("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", &body)
        .await;
    json(response)
}

async fn query_bank_favor_coupon(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_favor_coupon(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "9856888",
            "wx57849631bb367f52",
        )
        .await;
    json(response)
}

async fn create_package_task(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let body = PackageTaskMeta::builder()
        .bank_type("CMB")
        .filename(file.filename())
        .sha256(file.sha256())
        .build();
    let response = client.create_package_task("8473295", &body, &file).await;
    json(response)
}

async fn list_package_tasks(client: &Client) -> Result<Value> {
    let query = ListPackageTasksQuery::builder()
        .status(PackageTaskStatusFilter::Processing)
        .filename("active_user.csv")
        .offset(0)
        .limit(20)
        .build();
    let response = client.list_package_tasks("8473295", &query).await;
    json(response)
}

async fn list_weekly_discount_activities(client: &Client) -> Result<Value> {
    let response = client
        .list_weekly_discount_activities(
            5,
            10,
            10000098,
            Some(1111111),
            110000,
            "SCAN_CODE_TO_ORDER",
        )
        .await;
    json(response)
}

async fn query_weekly_discount_activity(client: &Client) -> Result<Value> {
    let response = client.query_weekly_discount_activity("11111").await;
    json(response)
}

async fn apply_weekly_discount_activity(client: &Client) -> Result<Value> {
    let body = ApplyWeeklyDiscountActivityRequest::builder()
        .applying_merchant_id(10000098)
        .store_id(111111)
        .build();
    let response = client.apply_weekly_discount_activity("11111", &body).await;
    json(response)
}

async fn send_withdraw_coupon(client: &Client) -> Result<Value> {
    let body = SendWithdrawCouponRequest::builder()
        .mchid("1230000109")
        .stock_id("1304490000000059")
        .appid("wxd678efh567hg6787")
        .send_request_no("89560002019101000121")
        .build();
    let response = client
        .send_withdraw_coupon("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", &body)
        .await;
    json(response)
}

async fn list_withdraw_coupons(client: &Client) -> Result<Value> {
    let response = client
        .list_withdraw_coupons(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "1230000109",
            "1304490000000059",
            "wxd678efh567hg6787",
            Some(1),
            Some(10),
        )
        .await;
    json(response)
}

async fn create_industry_coupon_token(client: &Client) -> Result<Value> {
    let body = CreateIndustryCouponTokenRequest::builder()
        .open_id("obLatjrR8kUDlj4-nofQsPAJAAFI")
        .coupon_list(vec![
            IndustryCoupon::builder()
                .stock_id(16474341)
                .coupon_id("11004999626")
                .build(),
        ])
        .build();
    let response = client.create_industry_coupon_token(&body).await;
    json(response)
}
