//! 批量转账.

use wechatpay_endpoints::transfers::batches::*;

use crate::operation::*;

operations! {
    "POST /v3/transfer/batches" => initiate_batch_transfer,
    "GET /v3/transfer/batches/batch-id/{batch_id}" => query_transfer_batch_by_batch_id,
    "GET /v3/transfer/batches/out-batch-no/{out_batch_no}" => query_transfer_batch_by_out_batch_no,
    "GET /v3/transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}" => query_transfer_detail_by_detail_id,
    "GET /v3/transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}" => query_transfer_detail_by_out_detail_no,
    "POST /v3/partner-transfer/batches" => initiate_partner_batch_transfer,
    "GET /v3/partner-transfer/batches/batch-id/{batch_id}" => query_partner_transfer_batch_by_batch_id,
    "GET /v3/partner-transfer/batches/out-batch-no/{out_batch_no}" => query_partner_transfer_batch_by_out_batch_no,
    "GET /v3/partner-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}" => query_partner_transfer_detail_by_detail_id,
    "GET /v3/partner-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}" => query_partner_transfer_detail_by_out_detail_no,
    "POST /v3/transfer/bill-receipt" => apply_transfer_batch_receipt,
    "GET /v3/transfer/bill-receipt/{out_batch_no}" => query_transfer_batch_receipt,
    "POST /v3/transfer-detail/electronic-receipts" => apply_transfer_detail_receipt,
    "GET /v3/transfer-detail/electronic-receipts" => query_transfer_detail_receipt,
    "GET /v3/transferdownload/elecvoucherfile" => download_electronic_voucher_file,
    "GET /v3/transferdownload/signfile" => download_sign_file,
}

async fn initiate_batch_transfer(client: &Client) -> Result<Value> {
    let body = InitiateBatchTransferRequest::builder()
        .appid("wxf636efh567hg4356")
        .out_batch_no("plfk2020042013")
        .batch_name("2019年1月深圳分部报销单")
        .batch_remark("2019年1月深圳分部报销单")
        .total_amount(Fen(4000000))
        .total_num(200)
        .transfer_detail_list(vec![
            TransferDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .transfer_amount(Fen(200000))
                .transfer_remark("2020年4月报销")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
                .user_id_card("8609cb22e1774a50a930e414cc71eca06121bcd266335cda230d24a7886a8d9f")
                .build(),
        ])
        .transfer_scene_id("1001")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.initiate_batch_transfer(&body).await;
    json(response)
}

async fn query_transfer_batch_by_batch_id(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_batch_by_batch_id(
            "1030000071100999991182020050700019480001",
            true,
            None,
            Some(20),
            Some("FAIL"),
        )
        .await;
    json(response)
}

async fn query_transfer_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_batch_by_out_batch_no(
            "plfk2020042013",
            true,
            Some(0),
            Some(20),
            Some("FAIL"),
        )
        .await;
    json(response)
}

async fn query_transfer_detail_by_detail_id(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_detail_by_detail_id(
            "1030000071100999991182020050700019480001",
            "1040000071100999991182020050700019500100",
        )
        .await;
    json(response)
}

async fn query_transfer_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_detail_by_out_detail_no("plfk2020042013", "x23zy545Bd5436")
        .await;
    json(response)
}

async fn initiate_partner_batch_transfer(client: &Client) -> Result<Value> {
    let body = InitiatePartnerBatchTransferRequest::builder()
        .sub_mchid("1900000109")
        .sub_appid("wxf636efh567hg4356")
        .authorization_type(AuthorizationType::InformationAuthorizationType)
        .out_batch_no("plfk2020042013")
        .batch_name("2019年1月深圳分部报销单")
        .batch_remark("2019年1月深圳分部报销单")
        .total_amount(Fen(4000000))
        .total_num(200)
        .transfer_detail_list(vec![
            PartnerTransferDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .transfer_amount(Fen(200000))
                .transfer_remark("2020年4月报销")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
                .user_id_card("8609cb22e1774a50a930e414cc71eca06121bcd266335cda230d24a7886a8d9f")
                .build(),
        ])
        .sp_appid("wxf636efh567hg4388")
        .transfer_purpose(TransferPurpose::Commission)
        .transfer_scene(TransferScene::OrdinaryTransfer)
        .build();
    let response = client.initiate_partner_batch_transfer(&body).await;
    json(response)
}

async fn query_partner_transfer_batch_by_batch_id(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_transfer_batch_by_batch_id(
            "1030000071100999991182020050700019480001",
            true,
            Some(0),
            Some(20),
            Some(&DetailStatusFilter::Fail),
        )
        .await;
    json(response)
}

async fn query_partner_transfer_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_transfer_batch_by_out_batch_no(
            "plfk2020042013",
            true,
            None,
            Some(20),
            Some(&PartnerDetailStatusFilter::Fail),
        )
        .await;
    json(response)
}

async fn query_partner_transfer_detail_by_detail_id(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_transfer_detail_by_detail_id(
            "1030000071100999991182020050700019480001",
            "1040000071100999991182020050700019500100",
        )
        .await;
    json(response)
}

async fn query_partner_transfer_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_transfer_detail_by_out_detail_no("plfk2020042013", "x23zy545Bd5436")
        .await;
    json(response)
}

async fn apply_transfer_batch_receipt(client: &Client) -> Result<Value> {
    let body = ApplyTransferBatchReceiptRequest::builder()
        .out_batch_no("plfk2020042013")
        .build();
    let response = client.apply_transfer_batch_receipt(&body).await;
    json(response)
}

async fn query_transfer_batch_receipt(client: &Client) -> Result<Value> {
    let response = client.query_transfer_batch_receipt("plfk2020042013").await;
    json(response)
}

async fn apply_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let body = ApplyTransferDetailReceiptRequest::builder()
        .accept_type(AcceptType::BatchTransfer)
        .out_batch_no("GD2021011610162610BBdkkIwcu3")
        .out_detail_no("mx0911231610162610v4CNkO4HAf")
        .build();
    let response = client.apply_transfer_detail_receipt(&body).await;
    json(response)
}

async fn query_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_detail_receipt(
            Some(&AcceptType::BatchTransfer),
            Some("GD2021011610162610BBdkkIwcu3"),
            Some("mx0911231610162610v4CNkO4HAf"),
        )
        .await;
    json(response)
}

async fn download_electronic_voucher_file(client: &Client) -> Result<Value> {
    let response = client
        .download_electronic_voucher_file("X8Uk3sD4a4eZVPTBvqNDoUqcYMlZ9uuD", "elecsign")
        .await;
    file(response).await
}

async fn download_sign_file(client: &Client) -> Result<Value> {
    let response = client
        .download_sign_file("X8Uk3sD4a4eZVPTBvqNDoUqcYMlZ9uuD")
        .await;
    file(response).await
}
