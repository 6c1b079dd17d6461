//! 预约商家转账.

use wechatpay_endpoints::transfers::reserved::*;

use crate::operation::*;

operations! {
    "POST /v3/platsolution/mch-transfer/reservation/apply" => apply_transfer_reservation,
    "GET /v3/platsolution/mch-transfer/reservation/out-reservation-no/{out_reservation_no}" => query_transfer_reservation_by_out_reservation_no,
    "GET /v3/platsolution/mch-transfer/reservation/reservation-id/{reservation_id}" => query_transfer_reservation_by_reservation_id,
    "POST /v3/platsolution/mch-transfer/reservation/out-reservation-no/{out_reservation_no}/close" => close_transfer_reservation,
    "POST /v3/platsolution/mch-transfer/batches/apply" => apply_reserved_transfer_batch,
    "GET /v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}" => query_reserved_transfer_batch_by_out_batch_no,
    "GET /v3/platsolution/mch-transfer/batches/batch-id/{batch_id}" => query_reserved_transfer_batch_by_batch_id,
    "GET /v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}" => query_reserved_transfer_detail_by_out_detail_no,
    "GET /v3/platsolution/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}" => query_reserved_transfer_detail_by_detail_id,
    "POST /v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply" => apply_reserved_transfer_summary_receipt,
    "GET /v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}" => query_reserved_transfer_summary_receipt,
    "POST /v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply" => apply_reserved_transfer_detail_receipt,
    "GET /v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}" => query_reserved_transfer_detail_receipt,
    "POST /v3/platsolution/insurance/mch-transfer/reservation/apply" => apply_insurance_transfer_reservation,
    "GET /v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}" => query_insurance_transfer_reservation_by_out_reservation_no,
    "GET /v3/platsolution/insurance/mch-transfer/reservation/reservation-id/{reservation_id}" => query_insurance_transfer_reservation_by_reservation_id,
    "POST /v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}/close" => close_insurance_transfer_reservation,
    "POST /v3/platsolution/insurance/mch-transfer/batches/apply" => apply_insurance_transfer_batch,
    "GET /v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}" => query_insurance_transfer_batch_by_out_batch_no,
    "GET /v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}" => query_insurance_transfer_batch_by_batch_id,
    "GET /v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}" => query_insurance_transfer_detail_by_out_detail_no,
    "GET /v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}" => query_insurance_transfer_detail_by_detail_id,
    "POST /v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply" => apply_insurance_transfer_summary_receipt,
    "GET /v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}" => query_insurance_transfer_summary_receipt,
    "POST /v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply" => apply_insurance_transfer_detail_receipt,
    "GET /v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}" => query_insurance_transfer_detail_receipt,
}

async fn apply_transfer_reservation(client: &Client) -> Result<Value> {
    let body = ApplyTransferReservationRequest::builder()
        .sub_mchid("1900001109")
        .sp_appid("wxf636efh567hg4356")
        .sub_appid("wxf636efh567hg4356")
        .out_reservation_no("plfk2020042013")
        .transfer_scene_id("1000")
        .estimated_date("2019-11-22")
        .estimated_max_amount(Fen(400000))
        .exact_amount(Fen(100000))
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_real_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .reserve_remark("由于存在收益波动，实际到账资金可能不等于当前金额")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .scene_report_data(
            SceneReportData::builder()
                .insurance_policy(
                    InsurancePolicy::builder()
                        .product_registration_no("40058541257")
                        .policy_no("202301011651")
                        .name("养老保险")
                        .withdrawal_no("202310410941")
                        .claim_no("202310410941")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.apply_transfer_reservation(&body).await;
    json(response)
}

async fn query_transfer_reservation_by_out_reservation_no(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_reservation_by_out_reservation_no("plfk2020042013", "1900001109")
        .await;
    json(response)
}

async fn query_transfer_reservation_by_reservation_id(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_reservation_by_reservation_id(
            "1330000071100999991182020050700019480001",
            "1900001109",
        )
        .await;
    json(response)
}

async fn close_transfer_reservation(client: &Client) -> Result<Value> {
    let response = client
        .close_transfer_reservation("plfk2020042013", "1900001109")
        .await;
    json(response)
}

async fn apply_reserved_transfer_batch(client: &Client) -> Result<Value> {
    let body = ApplyReservedTransferBatchRequest::builder()
        .sub_mchid("1900001109")
        .sp_appid("wxf636efh567hg4356")
        .sub_appid("wxf636efh567hg4356")
        .out_batch_no("sjzz20230223")
        .batch_name("2023年2月深圳分部报销单")
        .batch_remark("2023年2月深圳分部报销单")
        .total_amount(Fen(4000000))
        .total_num(200)
        .transfer_scene_id("1000")
        .transfer_detail_list(vec![
            TransferDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .transfer_amount(Fen(200000))
                .transfer_remark("2023年2月报销")
                .reservation_id("1330000071100999991182020050700019480001")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .build(),
        ])
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.apply_reserved_transfer_batch(&body).await;
    json(response)
}

async fn query_reserved_transfer_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_batch_by_out_batch_no(
            "sjzz20230223",
            "1900102208",
            true,
            None,
            None,
            Some(&InsuranceDetailStateFilter::All),
        )
        .await;
    json(response)
}

async fn query_reserved_transfer_batch_by_batch_id(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_batch_by_batch_id(
            "131000011085109987515042023022300246500006",
            "1900102208",
            true,
            Some(&DetailStateFilter::Fail),
            None,
            None,
        )
        .await;
    json(response)
}

async fn query_reserved_transfer_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_detail_by_out_detail_no(
            "sjzz20230223",
            "x23zy545Bd5436",
            "1900000109",
        )
        .await;
    json(response)
}

async fn query_reserved_transfer_detail_by_detail_id(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_detail_by_detail_id(
            "131000011085109987515042023022300246500006",
            "132000011085109987515042023022300246521006",
            "1900000109",
        )
        .await;
    json(response)
}

async fn apply_reserved_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let body = ApplyReceiptRequest::builder()
        .sub_mchid("1900102208")
        .build();
    let response = client
        .apply_reserved_transfer_summary_receipt("sjzz20230223", &body)
        .await;
    json(response)
}

async fn query_reserved_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_summary_receipt("sjzz20230223", "1900000109")
        .await;
    json(response)
}

async fn apply_reserved_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let body = ApplyReceiptRequest::builder()
        .sub_mchid("1900102208")
        .build();
    let response = client
        .apply_reserved_transfer_detail_receipt("sjzz20230223", "x23zy545Bd5436", &body)
        .await;
    json(response)
}

async fn query_reserved_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_reserved_transfer_detail_receipt("sjzz20230223", "x23zy545Bd5436", "1900000109")
        .await;
    json(response)
}

async fn apply_insurance_transfer_reservation(client: &Client) -> Result<Value> {
    let body = ApplyInsuranceTransferReservationRequest::builder()
        .sub_mchid("1900001109")
        .sp_appid("wxf636efh567hg4356")
        .sub_appid("wxf636efh567hg4356")
        .out_reservation_no("plfk2020042013")
        .transfer_scene_id("1000")
        .estimated_date("2019-11-22")
        .estimated_max_amount(Fen(400000))
        .exact_amount(Fen(100000))
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_real_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .reserve_remark("由于存在收益波动，实际到账资金可能不等于当前金额")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .scene_report_data(
            InsuranceReservationSceneReportData::builder()
                .insurance_policy(
                    InsuranceReservationPolicy::builder()
                        .product_registration_no("40058541257")
                        .policy_no("202301011651")
                        .name("养老保险")
                        .withdrawal_no("202310410941")
                        .claim_no("202310410941")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.apply_insurance_transfer_reservation(&body).await;
    json(response)
}

async fn query_insurance_transfer_reservation_by_out_reservation_no(
    client: &Client,
) -> Result<Value> {
    let response = client
        .query_insurance_transfer_reservation_by_out_reservation_no("plfk2020042013", "1900001109")
        .await;
    json(response)
}

async fn query_insurance_transfer_reservation_by_reservation_id(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_reservation_by_reservation_id(
            "1330000071100999991182020050700019480001",
            "1900001109",
        )
        .await;
    json(response)
}

async fn close_insurance_transfer_reservation(client: &Client) -> Result<Value> {
    let response = client
        .close_insurance_transfer_reservation("plfk2020042013", "1900001109")
        .await;
    json(response)
}

async fn apply_insurance_transfer_batch(client: &Client) -> Result<Value> {
    let body = ApplyInsuranceTransferBatchRequest::builder()
        .sub_mchid("1900001109")
        .sp_appid("wxf636efh567hg4356")
        .sub_appid("wxf636efh567hg4356")
        .out_batch_no("sjzz20230223")
        .batch_name("2023年2月深圳分部报销单")
        .batch_remark("2023年2月深圳分部报销单")
        .total_amount(Fen(4000000))
        .total_num(200)
        .transfer_scene_id("1000")
        .transfer_detail_list(vec![
            TransferDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .transfer_amount(Fen(200000))
                .transfer_remark("2023年2月报销")
                .reservation_id("1330000071100999991182020050700019480001")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .build(),
        ])
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.apply_insurance_transfer_batch(&body).await;
    json(response)
}

async fn query_insurance_transfer_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_batch_by_out_batch_no(
            "sjzz20230223",
            "1900102208",
            true,
            None,
            None,
            Some(&InsuranceDetailStateFilter::All),
        )
        .await;
    json(response)
}

async fn query_insurance_transfer_batch_by_batch_id(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_batch_by_batch_id(
            "131000011085109987515042023022300246500006",
            "1900102208",
            true,
            Some(&InsuranceDetailStateFilter::Fail),
            None,
            None,
        )
        .await;
    json(response)
}

async fn query_insurance_transfer_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_detail_by_out_detail_no(
            "sjzz20230223",
            "x23zy545Bd5436",
            "1900000109",
        )
        .await;
    json(response)
}

async fn query_insurance_transfer_detail_by_detail_id(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_detail_by_detail_id(
            "131000011085109987515042023022300246500006",
            "132000011085109987515042023022300246521006",
            "1900000109",
        )
        .await;
    json(response)
}

async fn apply_insurance_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let body = ApplyReceiptRequest::builder()
        .sub_mchid("1900102208")
        .build();
    let response = client
        .apply_insurance_transfer_summary_receipt("sjzz20230223", &body)
        .await;
    json(response)
}

async fn query_insurance_transfer_summary_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_summary_receipt("sjzz20230223", "1900000109")
        .await;
    json(response)
}

async fn apply_insurance_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let body = ApplyReceiptRequest::builder()
        .sub_mchid("1900102208")
        .build();
    let response = client
        .apply_insurance_transfer_detail_receipt("sjzz20230223", "x23zy545Bd5436", &body)
        .await;
    json(response)
}

async fn query_insurance_transfer_detail_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_transfer_detail_receipt("sjzz20230223", "x23zy545Bd5436", "1900000109")
        .await;
    json(response)
}
