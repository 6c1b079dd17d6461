//! 品牌红包.

use wechatpay_endpoints::transfers::red_packets::*;

use crate::operation::*;

operations! {
    "POST /v3/fund-app/brand-redpacket/brand-merchant-batches" => create_red_packet_batch,
    "GET /v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}" => query_red_packet_batch_by_out_batch_no,
    "GET /v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}" => query_red_packet_batch_by_batch_no,
    "GET /v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}/out-details/{out_detail_no}" => query_red_packet_detail_by_out_detail_no,
    "GET /v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}/details/{detail_no}" => query_red_packet_detail_by_detail_no,
}

async fn create_red_packet_batch(client: &Client) -> Result<Value> {
    let body = CreateRedPacketBatchRequest::builder()
        .brand_id(1234)
        .brand_appid("wxf636efh567hg4356")
        .scene(SendScene::CustomSend)
        .template_id("123400001")
        .out_batch_no("plfk2020042013")
        .batch_name("双十一营销用品牌红包")
        .batch_remark("双十一营销用品牌红包")
        .total_amount(Fen(10000))
        .total_num(10)
        .detail_list(vec![
            RedPacketDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .amount(Fen(100))
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
                .remark("来自XX的红包")
                .build(),
        ])
        .build();
    let response = client.create_red_packet_batch(&body).await;
    json(response)
}

async fn query_red_packet_batch_by_out_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_red_packet_batch_by_out_batch_no("plfk2020042013", None, None)
        .await;
    json(response)
}

async fn query_red_packet_batch_by_batch_no(client: &Client) -> Result<Value> {
    let response = client
        .query_red_packet_batch_by_batch_no("1030000071100999991182020050700019480001", None, None)
        .await;
    json(response)
}

async fn query_red_packet_detail_by_out_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_red_packet_detail_by_out_detail_no("plfk2020042013", "x23zy545Bd5436")
        .await;
    json(response)
}

async fn query_red_packet_detail_by_detail_no(client: &Client) -> Result<Value> {
    let response = client
        .query_red_packet_detail_by_detail_no(
            "1030000071100999991182020050700019480001",
            "1040000071100999991182020050700019500100",
        )
        .await;
    json(response)
}
