// #[wechatpay_api]
// pub trait Uploads {
//     #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
//     async fn upload_image(&self, file: &File) -> Result<Media>;
//
//     #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
//     async fn create_task(&self, package_id: &str, body: &TaskMeta, file: &File) -> Result<Task>;
// }

pub trait Uploads {
    ///`POST /v3/merchant/media/upload`
    ///
    fn upload_image(
        &self,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Media>,
    > + ::wechatpay_client::__private::Send;
    ///`POST /v3/marketing/bank/packages/{package_id}/tasks`
    ///
    fn create_task(
        &self,
        package_id: &str,
        body: &TaskMeta,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Task>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Uploads for __p::Client {
        #[inline]
        fn upload_image(
            &self,
            file: &File,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Media>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Media>,
            >(
                self,
                const { &__p::endpoint(__p::Method::POST, "/v3/merchant/media/upload") },
                __p::Args {
                    file: __p::file::<&File>(&file),
                    ..__p::NO_ARGS
                },
            )
        }
        #[inline]
        fn create_task(
            &self,
            package_id: &str,
            body: &TaskMeta,
            file: &File,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Task>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Task>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::POST,
                        "/v3/marketing/bank/packages/{package_id}/tasks",
                    )
                },
                __p::Args {
                    path: &[__p::path::<&str>("package_id", &package_id)],
                    body: __p::body::<&TaskMeta>(&body),
                    file: __p::file::<&File>(&file),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
