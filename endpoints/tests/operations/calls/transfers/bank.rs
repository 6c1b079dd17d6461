//! 银行模式转账.

use wechatpay_endpoints::transfers::bank::*;

use crate::operation::*;

operations! {
    "POST /v3/bank-transfer/batches" => create_bank_transfer_batch,
    "GET /v3/bank-transfer/batches/out-batch-no/{out_batch_no}" => query_bank_transfer_batch_by_out_batch_no,
    "GET /v3/bank-transfer/batches/batch-id/{batch_id}" => query_bank_transfer_batch_by_batch_id,
    "GET /v3/bank-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}" => query_bank_transfer_detail_by_out_detail_no,
    "GET /v3/bank-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}" => query_bank_transfer_detail_by_detail_id,
    "POST /v3/bank-batch-transfer/receipt/summary-receipts" => apply_bank_transfer_summary_receipt,
    "GET /v3/bank-batch-transfer/receipt/summary-receipts" => query_bank_transfer_summary_receipt,
    "POST /v3/bank-batch-transfer/receipt/detail-receipts" => apply_bank_transfer_detail_receipt,
    "GET /v3/bank-batch-transfer/receipt/detail-receipts" => query_bank_transfer_detail_receipt,
}

async fn create_bank_transfer_batch(client: &Client) -> Result<Value> {
    let body = CreateBankTransferBatchRequest::builder()
        .platform_mchid("1900001109")
        .specialized_payment_mchid("1900001109")
        .sponsor_mchid("1900001109")
        .user_authorized_mchid("1900001109")
        .user_authorized_appid("wxaffdakkk11112e3")
        .out_batch_no("plfk2020042013")
        .batch_name("2019年1月深圳分部报销单")
        .batch_remark("2019年1月深圳分部报销单")
        .attach_remark("付款专用商户单号11111")
        .total_amount(Fen(4000000))
        .total_count(200)
        .transfer_scene("ORDINARY_TRANSFER")
        .transfer_purpose("COMMISSION")
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
        .build();
    let response = client.create_bank_transfer_batch(&body).await;
    json(response)
}

async fn query_bank_transfer_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_batch_by_out_batch_no(
            "plfk2020042013",
            true,
            None,
            Some(20),
            Some(&DetailStateFilter::Fail),
        )
        .await;
    json(response)
}

async fn query_bank_transfer_batch_by_batch_id(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_batch_by_batch_id(
            "1130000071100999991182020050700019480001",
            true,
            None,
            Some(20),
            Some(&DetailStateFilter::Fail),
        )
        .await;
    json(response)
}

async fn query_bank_transfer_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_detail_by_out_detail_no("plfk2020042013", "x23zy545Bd5436")
        .await;
    json(response)
}

async fn query_bank_transfer_detail_by_detail_id(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_detail_by_detail_id(
            "1130000071100999991182020050700019480001",
            "1140000071100999991182020050700019500100",
        )
        .await;
    json(response)
}

async fn apply_bank_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let body = ApplyBankTransferSummaryReceiptRequest::builder()
        .out_batch_no("GD2021011610162610BBdkkIwcu3")
        .build();
    let response = client.apply_bank_transfer_summary_receipt(&body).await;
    json(response)
}

async fn query_bank_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_summary_receipt("GD2021011610162610BBdkkIwcu3")
        .await;
    json(response)
}

async fn apply_bank_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let body = ApplyBankTransferDetailReceiptRequest::builder()
        .out_batch_no("GD2021011610162610BBdkkIwcu3")
        .out_detail_no("mx0911231610162610v4CNkO4HAf")
        .build();
    let response = client.apply_bank_transfer_detail_receipt(&body).await;
    json(response)
}

async fn query_bank_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_transfer_detail_receipt(
            "GD2021011610162610BBdkkIwcu3",
            "mx0911231610162610v4CNkO4HAf",
        )
        .await;
    json(response)
}
