//! 商家转账 服务商.

use wechatpay_endpoints::transfers::partner::*;

use crate::operation::*;

operations! {
    "POST /v3/fund-app/mch-transfer/partner/sub-mch-authorizations" => create_sub_merchant_authorization,
    "GET /v3/fund-app/mch-transfer/partner/sub-mch-authorizations/{sub_mchid}" => query_sub_merchant_authorization,
    "POST /v3/fund-app/mch-transfer/partner/transfer-bills" => create_partner_transfer_bill,
    "GET /v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}" => query_partner_transfer_bill,
    "POST /v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}/cancel" => cancel_partner_transfer_bill,
    "POST /v3/fund-app/mch-transfer/partner/transfer-bills/pre-transfer-with-authorization" => pre_transfer_partner_bill_with_authorization,
    "POST /v3/fund-app/mch-transfer/partner/transfer-bills/transfer" => transfer_partner_bill_with_authorization,
    "POST /v3/fund-app/mch-transfer/partner/user-confirm-authorizations" => create_partner_user_confirm_authorization,
    "GET /v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}" => query_partner_user_confirm_authorization,
    "POST /v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}/close" => close_partner_user_confirm_authorization,
    "POST /v3/fund-app/mch-transfer/partner/electronic-receipts" => apply_partner_electronic_receipt,
    "GET /v3/fund-app/mch-transfer/partner/electronic-receipts/{out_bill_no}" => query_partner_electronic_receipt,
    "POST /v3/fund-app/mch-transfer/partner/charity-budget" => create_charity_budget,
    "GET /v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}" => query_charity_budget,
    "POST /v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}/unlock" => unlock_charity_budget,
    "POST /v3/fund-app/mch-transfer/partner/charity-transfer-bills" => create_charity_transfer_bill,
    "GET /v3/fund-app/mch-transfer/partner/charity-transfer-bills/out-transfer-no/{out_transfer_no}" => query_charity_transfer_bill,
    "POST /v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts" => apply_budget_electronic_receipt,
    "GET /v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts" => query_budget_electronic_receipt,
}

async fn create_sub_merchant_authorization(client: &Client) -> Result<Value> {
    let body = CreateSubMerchantAuthorizationRequest::builder()
        .sub_mchid("1900001121")
        .out_apply_no("apply2020042013")
        .build();
    let response = client.create_sub_merchant_authorization(&body).await;
    json(response)
}

async fn query_sub_merchant_authorization(client: &Client) -> Result<Value> {
    let response = client.query_sub_merchant_authorization("1900001121").await;
    json(response)
}

async fn create_partner_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreatePartnerTransferBillRequest::builder()
        .sub_mchid("1900001121")
        .appid("wxf636efh567hg4356")
        .out_bill_no("plfk2020042013")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .transfer_amount(Fen(400000))
        .transfer_remark("2020年4月报销")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .user_recv_perception("现金奖励")
        .transfer_scene_id("1000")
        .transfer_scene_report_infos(vec![
            TransferSceneReportInfo::builder()
                .info_type("活动名称")
                .info_content("注册会员有礼")
                .build(),
        ])
        .build();
    let response = client.create_partner_transfer_bill(&body).await;
    json(response)
}

async fn query_partner_transfer_bill(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_transfer_bill("plfk2020042013", "1900001121")
        .await;
    json(response)
}

async fn cancel_partner_transfer_bill(client: &Client) -> Result<Value> {
    let body = CancelPartnerTransferBillRequest::builder()
        .sub_mchid("1900001121")
        .build();
    let response = client
        .cancel_partner_transfer_bill("plfk2020042013", &body)
        .await;
    json(response)
}

async fn pre_transfer_partner_bill_with_authorization(client: &Client) -> Result<Value> {
    let body = PreTransferPartnerBillWithAuthorizationRequest::builder()
        .sub_mchid("1900001121")
        .appid("wxf636efh567hg4356")
        .out_bill_no("plfk2020042013")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .transfer_amount(Fen(400000))
        .transfer_remark("2020年4月报销")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .user_recv_perception("现金奖励")
        .transfer_scene_id("1000")
        .transfer_scene_report_infos(vec![
            TransferSceneReportInfo::builder()
                .info_type("活动名称")
                .info_content("注册会员有礼")
                .build(),
        ])
        .authorization_info(
            AuthorizationInfo::builder()
                .user_display_name("wx_123456")
                .out_authorization_no("plfk2020042013")
                .authorization_notify_url("https://www.weixin.qq.com/wxpay/pay.php")
                .build(),
        )
        .build();
    let response = client
        .pre_transfer_partner_bill_with_authorization(&body)
        .await;
    json(response)
}

async fn transfer_partner_bill_with_authorization(client: &Client) -> Result<Value> {
    let body = TransferPartnerBillWithAuthorizationRequest::builder()
        .sub_mchid("1900001121")
        .appid("wxf636efh567hg4356")
        .out_bill_no("plfk2020042013")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .transfer_amount(Fen(400000))
        .transfer_remark("2020年4月报销")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .user_recv_perception("现金奖励")
        .transfer_scene_id("1000")
        .transfer_scene_report_infos(vec![
            TransferSceneReportInfo::builder()
                .info_type("活动名称")
                .info_content("注册会员有礼")
                .build(),
        ])
        .authorization_id("201202504101000123456789012")
        .build();
    let response = client.transfer_partner_bill_with_authorization(&body).await;
    json(response)
}

async fn create_partner_user_confirm_authorization(client: &Client) -> Result<Value> {
    let body = CreatePartnerUserConfirmAuthorizationRequest::builder()
        .out_authorization_no("plfk2020042013")
        .appid("102022609")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .transfer_scene_id("1000")
        .user_display_name("wx_123456")
        .user_recv_perception("现金奖励")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client
        .create_partner_user_confirm_authorization(&body)
        .await;
    json(response)
}

async fn query_partner_user_confirm_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_user_confirm_authorization("plfk2020042013")
        .await;
    json(response)
}

async fn close_partner_user_confirm_authorization(client: &Client) -> Result<Value> {
    let response = client
        .close_partner_user_confirm_authorization("plfk2020042013")
        .await;
    json(response)
}

async fn apply_partner_electronic_receipt(client: &Client) -> Result<Value> {
    let body = ApplyPartnerElectronicReceiptRequest::builder()
        .sub_mchid("1900001121")
        .out_bill_no("plfk2020042013")
        .build();
    let response = client.apply_partner_electronic_receipt(&body).await;
    json(response)
}

async fn query_partner_electronic_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_electronic_receipt("plfk2020042013", "1900001121")
        .await;
    json(response)
}

async fn create_charity_budget(client: &Client) -> Result<Value> {
    let body = CreateCharityBudgetRequest::builder()
        .out_budget_no("budget202506300102")
        .sponsor_mchid("1900001109")
        .sponsor_subject_name("腾讯控股有限公司")
        .activity_name("公益企业配捐活动")
        .activity_remark("公益活动开始于9月1日，帮助困难儿童筹款活动")
        .amount(Fen(20000000))
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.create_charity_budget(&body).await;
    json(response)
}

async fn query_charity_budget(client: &Client) -> Result<Value> {
    let response = client
        .query_charity_budget("budget202506300102", "1900001109")
        .await;
    json(response)
}

async fn unlock_charity_budget(client: &Client) -> Result<Value> {
    let body = UnlockCharityBudgetRequest::builder()
        .sponsor_mchid("1900001109")
        .activity_remark("公益活动结束，解锁资金")
        .build();
    let response = client
        .unlock_charity_budget("budget202506300102", &body)
        .await;
    json(response)
}

async fn create_charity_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreateCharityTransferBillRequest::builder()
        .out_budget_no("budget202506300102")
        .out_transfer_no("trans202506300102")
        .transaction_info(
            TransactionInfo::builder()
                .transaction_type(TransactionType::Wxpay)
                .transaction_id("4217752501201407033233368018")
                .build(),
        )
        .sponsor_mchid("1900001109")
        .receive_mchid("1900001109")
        .amount(Fen(20000000))
        .transfer_remark("帮助受助群体爱心捐款")
        .build();
    let response = client.create_charity_transfer_bill(&body).await;
    json(response)
}

async fn query_charity_transfer_bill(client: &Client) -> Result<Value> {
    let response = client
        .query_charity_transfer_bill("trans202506300102", "1900001109", "budget202506030102")
        .await;
    json(response)
}

async fn apply_budget_electronic_receipt(client: &Client) -> Result<Value> {
    let body = ApplyBudgetElectronicReceiptRequest::builder()
        .start_date("2025-09-01")
        .end_date("2025-09-30")
        .sponsor_mchid("1900001109")
        .receiver_mchid("1900102209")
        .build();
    let response = client
        .apply_budget_electronic_receipt("budget202506300102", &body)
        .await;
    json(response)
}

async fn query_budget_electronic_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_budget_electronic_receipt(
            "budget202506300102",
            "c2RmYWtqampqampsZmFza2xmanNhbGZqc2FrZmpzbGZqc2tsZmp",
        )
        .await;
    json(response)
}
