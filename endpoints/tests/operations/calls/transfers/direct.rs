//! 商家转账.

use wechatpay_endpoints::transfers::direct::*;

use crate::operation::*;

operations! {
    "POST /v3/fund-app/mch-transfer/transfer-bills" => create_transfer_bill,
    "GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}" => query_transfer_bill_by_out_bill_no,
    "GET /v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}" => query_transfer_bill_by_transfer_bill_no,
    "POST /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel" => cancel_transfer_bill,
    "POST /v3/fund-app/mch-transfer/transfer-bills/pre-transfer-with-authorization" => pre_transfer_with_authorization,
    "POST /v3/fund-app/mch-transfer/transfer-bills/transfer" => transfer_with_authorization,
    "POST /v3/fund-app/mch-transfer/user-confirm-authorization" => create_user_confirm_authorization,
    "GET /v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}" => query_user_confirm_authorization,
    "POST /v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}/close" => close_user_confirm_authorization,
    "POST /v3/fund-app/mch-transfer/elecsign/out-bill-no" => apply_electronic_receipt_by_out_bill_no,
    "GET /v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}" => query_electronic_receipt_by_out_bill_no,
    "POST /v3/fund-app/mch-transfer/elecsign/transfer-bill-no" => apply_electronic_receipt_by_transfer_bill_no,
    "GET /v3/fund-app/mch-transfer/elecsign/transfer-bill-no/{transfer_bill_no}" => query_electronic_receipt_by_transfer_bill_no,
    "POST /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills" => create_qq_wallet_transfer_bill,
    "GET /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}" => query_qq_wallet_transfer_bill,
    "POST /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}/cancel" => cancel_qq_wallet_transfer_bill,
}

async fn create_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreateTransferBillRequest::builder()
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
    let response = client.create_transfer_bill(&body).await;
    json(response)
}

async fn query_transfer_bill_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_bill_by_out_bill_no("plfk2020042013")
        .await;
    json(response)
}

async fn query_transfer_bill_by_transfer_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_bill_by_transfer_bill_no("1330000071100999991182020050700019480001")
        .await;
    json(response)
}

async fn cancel_transfer_bill(client: &Client) -> Result<Value> {
    let response = client.cancel_transfer_bill("plfk2020042013").await;
    json(response)
}

async fn pre_transfer_with_authorization(client: &Client) -> Result<Value> {
    let body = PreTransferWithAuthorizationRequest::builder()
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
        .sponsor_mchid("1900001109")
        .build();
    let response = client.pre_transfer_with_authorization(&body).await;
    json(response)
}

async fn transfer_with_authorization(client: &Client) -> Result<Value> {
    let body = TransferWithAuthorizationRequest::builder()
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
        .sponsor_mchid("1900001109")
        .out_authorization_no("plfk2020042013")
        .build();
    let response = client.transfer_with_authorization(&body).await;
    json(response)
}

async fn create_user_confirm_authorization(client: &Client) -> Result<Value> {
    let body = CreateUserConfirmAuthorizationRequest::builder()
        .out_authorization_no("plfk2020042013")
        .appid("102022609")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .transfer_scene_id("1000")
        .user_display_name("wx_123456")
        .user_recv_perception("现金奖励")
        .authorization_notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .scene_info(
            SceneInfo::builder()
                .client_ip("113.84.136.9")
                .device_id("8d67f169fe104008cd20b72573a0c8c9")
                .device_type(DeviceType::Ios)
                .build(),
        )
        .build();
    let response = client.create_user_confirm_authorization(&body).await;
    json(response)
}

async fn query_user_confirm_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_user_confirm_authorization("plfk2020042013", Some(true))
        .await;
    json(response)
}

async fn close_user_confirm_authorization(client: &Client) -> Result<Value> {
    let response = client
        .close_user_confirm_authorization("plfk2020042013")
        .await;
    json(response)
}

async fn apply_electronic_receipt_by_out_bill_no(client: &Client) -> Result<Value> {
    let body = ApplyElectronicReceiptByOutBillNoRequest::builder()
        .out_bill_no("plfk2020042013")
        .build();
    let response = client.apply_electronic_receipt_by_out_bill_no(&body).await;
    json(response)
}

async fn query_electronic_receipt_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_electronic_receipt_by_out_bill_no("plfk2020042013")
        .await;
    json(response)
}

async fn apply_electronic_receipt_by_transfer_bill_no(client: &Client) -> Result<Value> {
    let body = ApplyElectronicReceiptByTransferBillNoRequest::builder()
        .transfer_bill_no("1330000071100999991182020050700019480001")
        .build();
    let response = client
        .apply_electronic_receipt_by_transfer_bill_no(&body)
        .await;
    json(response)
}

async fn query_electronic_receipt_by_transfer_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_electronic_receipt_by_transfer_bill_no("1330000071100999991182020050700019480001")
        .await;
    json(response)
}

async fn create_qq_wallet_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreateQqWalletTransferBillRequest::builder()
        .appid("102022609")
        .out_bill_no("plfk2020042013")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_qq("490379403")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .transfer_amount(Fen(400000))
        .transfer_remark("2020年4月报销")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .transfer_scene_id("1401")
        .transfer_scene_report_infos(vec![
            TransferSceneReportInfo::builder()
                .info_type("活动名称")
                .info_content("注册会员有礼")
                .build(),
        ])
        .build();
    let response = client.create_qq_wallet_transfer_bill(&body).await;
    json(response)
}

async fn query_qq_wallet_transfer_bill(client: &Client) -> Result<Value> {
    let response = client.query_qq_wallet_transfer_bill("plfk2020042013").await;
    json(response)
}

async fn cancel_qq_wallet_transfer_bill(client: &Client) -> Result<Value> {
    let response = client
        .cancel_qq_wallet_transfer_bill("plfk2020042013")
        .await;
    json(response)
}
