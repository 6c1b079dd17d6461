//! 支付分 机构.

use wechatpay_endpoints::payscore_institutions::acquiring::*;

use crate::operation::*;

operations! {
    "POST /v3/payscore/acquiringbank/serviceorder" => create_institution_service_order,
    "POST /v3/payscore/acquiringbank/servicepayondeliveryorder" => create_institution_pay_on_delivery_order,
    "GET /v3/payscore/acquiringbank/serviceorder" => query_institution_service_order,
    "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/modify" => modify_institution_service_order,
    "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/complete" => complete_institution_service_order,
    "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/cancel" => cancel_institution_service_order,
    "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/sync" => sync_institution_service_order,
    "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/registerdeductinfo" => register_service_order_deduction,
    "GET /v3/payscore/acquiringbank/serviceorder/deduction" => query_service_order_deduction,
    "POST /v3/payscore/acquiringbank/permissions" => create_institution_permission,
    "GET /v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}" => query_institution_permission,
    "POST /v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}/terminate" => terminate_institution_permission,
    "POST /v3/payscore/oversea/partner/serviceorder" => create_oversea_service_order,
    "GET /v3/payscore/oversea/partner/serviceorder" => query_oversea_service_order,
    "POST /v3/payscore/oversea/partner/serviceorder/{out_order_no}/complete" => complete_oversea_service_order,
    "POST /v3/payscore/oversea/partner/serviceorder/{out_order_no}/cancel" => cancel_oversea_service_order,
    "POST /v3/payscore/oversea/partner/serviceorder/{out_order_no}/sync" => sync_oversea_service_order,
}

async fn create_institution_service_order(client: &Client) -> Result<Value> {
    let body = CreateInstitutionServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .channel_id("1230000109")
        .out_order_no("1234323JKHDFE1243252")
        .service_introduction("XX充电宝")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            CreateServiceOrderRequestPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .count(2)
                .amount(Fen(40000))
                .build(),
        ])
        .risk_fund(
            RiskFund::builder()
                .name("DEPOSIT")
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .start_time_remark("开始租借时间")
                .end_time("20091225121010")
                .end_time_remark("租借结束时间")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .notify_url("https://api.test.com")
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .build();
    let response = client.create_institution_service_order(&body).await;
    json(response)
}

async fn create_institution_pay_on_delivery_order(client: &Client) -> Result<Value> {
    let body = CreateInstitutionPayOnDeliveryOrderRequest::builder()
        .out_order_no("1234323JKHDFE1243252")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .channel_id("1230000109")
        .service_id("500001")
        .service_introduction("某某酒店")
        .post_payments(vec![
            PayOnDeliveryOrderPostPayment::builder()
                .name("就餐费用, 服务费")
                .amount(Fen(40000))
                .description("就餐人均100元，服务费：100/小时")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PayOnDeliveryOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .time_range(
            PayOnDeliveryOrderTimeRange::builder()
                .start_time("20091225091010")
                .start_time_remark("备注1")
                .end_time("20091225121010")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .risk_fund(
            PayOnDeliveryOrderRiskFund::builder()
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .mchid("1230000109")
        .shopping_info(
            ShoppingInfo::builder()
                .real_merchant_appid("wxd678efh567hg6787")
                .goods(vec![
                    Goods::builder()
                        .name("森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪")
                        .amount(Fen(40000))
                        .count(4)
                        .category_id(vec!["6032".into()])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.create_institution_pay_on_delivery_order(&body).await;
    json(response)
}

async fn query_institution_service_order(client: &Client) -> Result<Value> {
    let response = client
        .query_institution_service_order(
            "2002000000000558128851361561536",
            "1900000109",
            "1230000109",
            Some("1234323JKHDFE1243252"),
            None,
        )
        .await;
    json(response)
}

async fn modify_institution_service_order(client: &Client) -> Result<Value> {
    let body = ModifyInstitutionServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .channel_id("1230000109")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .reason("用户投诉")
        .build();
    let response = client
        .modify_institution_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn complete_institution_service_order(client: &Client) -> Result<Value> {
    let body = CompleteInstitutionServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .channel_id("1230000109")
        .sub_mchid("1900000109")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .start_time_remark("开始租借时间")
                .end_time("20091225121010")
                .end_time_remark("租借结束时间")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .complete_time("2019-11-11T16:24:05+08:00")
        .goods_tag("goods_tag")
        .build();
    let response = client
        .complete_institution_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn cancel_institution_service_order(client: &Client) -> Result<Value> {
    let body = CancelInstitutionServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .channel_id("1230000109")
        .sub_mchid("1900000109")
        .reason("用户投诉")
        .build();
    let response = client
        .cancel_institution_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn sync_institution_service_order(client: &Client) -> Result<Value> {
    let body = SyncInstitutionServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .channel_id("1230000109")
        .r#type("Order_Paid")
        .detail(
            SyncServiceOrderDetail::builder()
                .paid_time("20091225091210")
                .build(),
        )
        .build();
    let response = client
        .sync_institution_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn register_service_order_deduction(client: &Client) -> Result<Value> {
    let body = RegisterServiceOrderDeductionRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .channel_id("1230000109")
        .out_trade_no("1234323JKHDFE1243252")
        .sub_appid("wxd678efh567hg6999")
        .build();
    let response = client
        .register_service_order_deduction("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn query_service_order_deduction(client: &Client) -> Result<Value> {
    let response = client
        .query_service_order_deduction(
            "2002000000000558128851361561536",
            "string",
            "1900000109",
            None,
            "1230000109",
            Some("1234323JKHDFE1243252"),
        )
        .await;
    json(response)
}

async fn create_institution_permission(client: &Client) -> Result<Value> {
    let body = CreateInstitutionPermissionRequest::builder()
        .service_id("service_id")
        .channel_id("1230000109")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .authorization_code("1234323JKHDFE1243252")
        .notify_url("http://www.qq.com")
        .build();
    let response = client.create_institution_permission(&body).await;
    json(response)
}

async fn query_institution_permission(client: &Client) -> Result<Value> {
    let response = client
        .query_institution_permission("1275342195190894594", "500001", "1230000109", "1230000109")
        .await;
    json(response)
}

async fn terminate_institution_permission(client: &Client) -> Result<Value> {
    let body = TerminateInstitutionPermissionRequest::builder()
        .service_id("500001")
        .channel_id("1230000109")
        .sub_mchid("1230000109")
        .reason("撤销原因")
        .build();
    let response = client
        .terminate_institution_permission("1275342195190894594", &body)
        .await;
    json(response)
}

async fn create_oversea_service_order(client: &Client) -> Result<Value> {
    let body = CreateOverseaServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .out_order_no("1234323JKHDFE1243252")
        .currency("HKD")
        .service_introduction("XX充电宝")
        .post_payments(vec![
            CreateOverseaServiceOrderPostPayment::builder()
                .name("就餐费用")
                .amount(40000)
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            CreateOverseaServiceOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(100)
                .count(2)
                .build(),
        ])
        .risk_fund(
            CreateOverseaServiceOrderRiskFund::builder()
                .name("DEPOSIT")
                .amount(10000)
                .description("就餐的预估费用")
                .build(),
        )
        .time_range(
            CreateOverseaServiceOrderTimeRange::builder()
                .start_time("2019-11-11T16:24:05+08:00")
                .end_time("2019-11-11T16:24:05+08:00")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .notify_url("https://api.test.com")
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .build();
    let response = client.create_oversea_service_order(&body).await;
    json(response)
}

async fn query_oversea_service_order(client: &Client) -> Result<Value> {
    let response = client
        .query_oversea_service_order(
            "2002000000000558128851361561536",
            "1900000109",
            Some("1234323JKHDFE1243252"),
            Some("15646546545165651651"),
        )
        .await;
    json(response)
}

async fn complete_oversea_service_order(client: &Client) -> Result<Value> {
    let body = CompleteOverseaServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .post_payments(vec![
            CompleteOverseaServiceOrderPostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(40000)
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            CompleteOverseaServiceOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(100)
                .count(2)
                .build(),
        ])
        .total_amount(50000)
        .currency("HKD")
        .time_range(
            OverseaTimeRange::builder()
                .start_time("2019-11-11T16:24:05+08:00")
                .end_time("2019-11-11T16:24:05+08:00")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .complete_time("2019-11-11T16:24:05+08:00")
        .goods_tag("goods_tag")
        .build();
    let response = client
        .complete_oversea_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn cancel_oversea_service_order(client: &Client) -> Result<Value> {
    let body = CancelOverseaServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .reason("用户投诉")
        .build();
    let response = client
        .cancel_oversea_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn sync_oversea_service_order(client: &Client) -> Result<Value> {
    let body = SyncOverseaServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .r#type(SyncOverseaServiceOrderType::OrderPaid)
        .detail(
            SyncOverseaServiceOrderDetail::builder()
                .seq(1)
                .paid_time("2019-11-11T16:24:05+08:00")
                .paid_amount(1)
                .build(),
        )
        .build();
    let response = client
        .sync_oversea_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}
