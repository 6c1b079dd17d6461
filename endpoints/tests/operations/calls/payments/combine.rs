//! 合单支付.

use wechatpay_endpoints::payments::combine::*;

use crate::operation::*;

operations! {
    "POST /v3/combine-transactions/jsapi" => prepay_combine_jsapi,
    "POST /v3/combine-transactions/app" => prepay_combine_app,
    "POST /v3/combine-transactions/h5" => prepay_combine_h5,
    "POST /v3/combine-transactions/native" => prepay_combine_native,
    "POST /v3/combine-transactions/miniprogram" => prepay_combine_mini_program,
    "GET /v3/combine-transactions/id/{combine_transaction_id}" => query_combine_order_by_id,
    "GET /v3/combine-transactions/out-trade-no/{combine_out_trade_no}" => query_combine_order_by_out_trade_no,
    "POST /v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close" => close_combine_order,
}

async fn prepay_combine_jsapi(client: &Client) -> Result<Value> {
    let body = PrepayCombineJsapiRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1900000109")
        .combine_out_trade_no("P20150806125346")
        .scene_info(
            SceneInfo::builder()
                .device_id("POS1:1")
                .payer_client_ip("14.17.22.32")
                .build(),
        )
        .sub_orders(vec![
            JsapiSubOrder::builder()
                .mchid("1900000109")
                .attach("深圳分店")
                .amount(
                    Amount::builder()
                        .total_amount(Fen(100))
                        .currency("CNY")
                        .build(),
                )
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .detail("买单费用")
                .goods_tag("WXG")
                .description("腾讯充值中心-QQ会员充值")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .sub_appid("wxd678efh567hg6999")
                .build(),
        ])
        .combine_payer_info(
            CombinePayerInfo::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .time_start("2019-12-31T15:59:60+08:00")
        .time_expire("2019-12-31T15:59:60+08:00")
        .notify_url("https://yourapp.com/notify")
        .subsidy_info(
            SubsidyInfo::builder()
                .subsidy_detail(vec![
                    SubsidyDetail::builder()
                        .subsidy_period_type(SubsidyPeriodType::Period)
                        .subsidy_plan(vec![
                            SubsidyPlan::builder()
                                .subsidy_installment_num(3)
                                .subsidy_percent(100)
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.prepay_combine_jsapi(&body).await;
    json(response)
}

async fn prepay_combine_app(client: &Client) -> Result<Value> {
    let body = PrepayCombineAppRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1900000109")
        .combine_out_trade_no("P20150806125346")
        .scene_info(
            SceneInfo::builder()
                .device_id("POS1:1")
                .payer_client_ip("14.17.22.32")
                .build(),
        )
        .sub_orders(vec![
            AppSubOrder::builder()
                .mchid("1900000109")
                .individual_auth_id("1900000109")
                .individual_name("哈哈哈小店")
                .attach("深圳分店")
                .amount(
                    Amount::builder()
                        .total_amount(Fen(100))
                        .currency("CNY")
                        .build(),
                )
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .detail("买单费用")
                .goods_tag("WXG")
                .description("腾讯充值中心-QQ会员充值")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .sub_appid("wxd678efh567hg6999")
                .build(),
        ])
        .combine_payer_info(
            AppCombinePayerInfo::builder()
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .time_start("2019-12-31T15:59:60+08:00")
        .time_expire("2019-12-31T15:59:60+08:00")
        .prepay_id("wx201410272009395522657a690389285100")
        .notify_url("https://yourapp.com/notify")
        .trade_scenario(TradeScenario::Recommerce)
        .contract_info(
            ContractInfo::builder()
                .mchid("1900000109")
                .appid("wxd678efh567hg6787")
                .out_contract_code("wxwtdk20200910100000")
                .plan_id(12535)
                .contract_display_account("微信代扣用户A")
                .notify_url("https://yourapp.com/notify")
                .build(),
        )
        .subsidy_info(
            SubsidyInfo::builder()
                .subsidy_detail(vec![
                    SubsidyDetail::builder()
                        .subsidy_period_type(SubsidyPeriodType::Period)
                        .subsidy_plan(vec![
                            SubsidyPlan::builder()
                                .subsidy_installment_num(3)
                                .subsidy_percent(100)
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.prepay_combine_app(&body).await;
    json(response)
}

async fn prepay_combine_h5(client: &Client) -> Result<Value> {
    let body = PrepayCombineH5Request::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1900000109")
        .combine_out_trade_no("P20150806125346")
        .scene_info(
            H5SceneInfo::builder()
                .device_id("POS1:1")
                .payer_client_ip("14.17.22.32")
                .h5_info(
                    H5Info::builder()
                        .r#type("iOS")
                        .app_name("王者荣耀")
                        .app_url("https://pay.qq.com")
                        .bundle_id("com.tencent.wzryiOS")
                        .package_name("com.tencent.tmgp.sgame")
                        .build(),
                )
                .build(),
        )
        .sub_orders(vec![
            PrepaySubOrder::builder()
                .mchid("1900000109")
                .attach("深圳分店")
                .amount(
                    Amount::builder()
                        .total_amount(Fen(100))
                        .currency("CNY")
                        .build(),
                )
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .goods_tag("WXG")
                .description("腾讯充值中心-QQ会员充值")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .sub_appid("wxd678efh567hg6999")
                .build(),
        ])
        .time_start("2019-12-31T15:59:60+08:00")
        .time_expire("2019-12-31T15:59:60+08:00")
        .notify_url("https://yourapp.com/notify")
        .combine_payer_info(
            CombinePayerInfo::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.prepay_combine_h5(&body).await;
    json(response)
}

async fn prepay_combine_native(client: &Client) -> Result<Value> {
    let body = PrepayCombineNativeRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1900000109")
        .combine_out_trade_no("P20150806125346")
        .scene_info(
            SceneInfo::builder()
                .device_id("POS1:1")
                .payer_client_ip("14.17.22.32")
                .build(),
        )
        .sub_orders(vec![
            PrepaySubOrder::builder()
                .mchid("1900000109")
                .attach("深圳分店")
                .amount(
                    Amount::builder()
                        .total_amount(Fen(100))
                        .currency("CNY")
                        .build(),
                )
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .goods_tag("WXG")
                .description("腾讯充值中心-QQ会员充值")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .sub_appid("wxd678efh567hg6999")
                .build(),
        ])
        .time_start("2019-12-31T15:59:60+08:00")
        .time_expire("2019-12-31T15:59:60+08:00")
        .notify_url("https://yourapp.com/notify")
        .combine_payer_info(
            CombinePayerInfo::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.prepay_combine_native(&body).await;
    json(response)
}

async fn prepay_combine_mini_program(client: &Client) -> Result<Value> {
    let body = PrepayCombineMiniProgramRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1230000109")
        .combine_out_trade_no("P20150806125346")
        .combine_payer_info(
            PayerInfo::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .device_id("POS1:1")
                .payer_client_ip("127.0.0.1")
                .build(),
        )
        .sub_orders(vec![
            MiniProgramSubOrder::builder()
                .mchid("1230000109")
                .individual_auth_id("1900000109")
                .individual_name("哈哈哈小店")
                .out_trade_no("20150806125346")
                .amount(
                    Amount::builder()
                        .total_amount(Fen(10))
                        .currency("CNY")
                        .build(),
                )
                .attach("深圳分店")
                .description("Image形象店-深圳腾大-QQ公仔")
                .build(),
        ])
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://yourapp.com/notify")
        .trade_scenario(TradeScenario::Recommerce)
        .build();
    let response = client.prepay_combine_mini_program(&body).await;
    json(response)
}

async fn query_combine_order_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_combine_order_by_id("1217752501201407033233368018")
        .await;
    json(response)
}

async fn query_combine_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_combine_order_by_out_trade_no("P20150806125346")
        .await;
    json(response)
}

async fn close_combine_order(client: &Client) -> Result<Value> {
    let body = CloseCombineOrderRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .sub_orders(vec![
            CloseSubOrder::builder()
                .mchid("1900000109")
                .out_trade_no("20150806125346")
                .individual_auth_id("1900000109")
                .sub_mchid("1900000109")
                .sub_appid("wxd678efh567hg6999")
                .build(),
        ])
        .build();
    let response = client.close_combine_order("P20150806125346", &body).await;
    json(response)
}
