//! The documented errors, one constant for each row of each page.

use super::error::Documented;

/// The errors that the page of an operation lists, in page order.
pub fn of(_: &str) -> &'static [Documented] {
    &[]
}

/// The documented error that refuses a broken rule, where the pages tie one to it.
pub fn tied(operation: &str, broken: &wire::Violation) -> Option<Documented> {
    match (operation, broken.parameter.as_str(), broken.rule) {
        (_, _, wire::Rule::Required) => Some(common::CODE_220),
        (_, _, rule) if rule != wire::Rule::Required => Some(common::CODE_230),
        _ => None,
    }
}

/// The errors that hold for every operation.
pub mod common {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        CODE_110,
        CODE_130,
        CODE_150,
        CODE_153,
        CODE_160,
        CODE_161,
        CODE_170,
        CODE_171,
        CODE_172,
        CODE_174,
        CODE_220,
        CODE_230,
        CODE_292,
        CODE_293,
        CODE_294,
        CODE_295,
        CODE_299,
    ];

    /// 请求在60秒内未得到响应，API 响应超时
    ///
    /// `110` (`pages/error_code.md:9`).
    pub const CODE_110: Documented = Documented {
        http_status: None,
        code: "110",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:9",
    };

    /// API 网关异常，或认证鉴权服务异常
    ///
    /// `130` (`pages/error_code.md:10`).
    pub const CODE_130: Documented = Documented {
        http_status: None,
        code: "130",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:10",
    };

    /// 服务暂不可用，正在恢复，请稍后再次调用
    ///
    /// `150` (`pages/error_code.md:11`).
    pub const CODE_150: Documented = Documented {
        http_status: None,
        code: "150",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:11",
    };

    /// API 请求触发限流
    ///
    /// `153` (`pages/error_code.md:12`).
    pub const CODE_153: Documented = Documented {
        http_status: None,
        code: "153",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:12",
    };

    /// 没有提供关键参数 Action，请补全参数
    ///
    /// `160` (`pages/error_code.md:13`).
    pub const CODE_160: Documented = Documented {
        http_status: None,
        code: "160",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:13",
    };

    /// 请求的 Action 不存在
    ///
    /// `161` (`pages/error_code.md:14`).
    pub const CODE_161: Documented = Documented {
        http_status: None,
        code: "161",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:14",
    };

    /// 请求未带签名
    ///
    /// `170` (`pages/error_code.md:15`).
    pub const CODE_170: Documented = Documented {
        http_status: None,
        code: "170",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:15",
    };

    /// 签名校验未通过，签名错误
    ///
    /// `171` (`pages/error_code.md:16`).
    pub const CODE_171: Documented = Documented {
        http_status: None,
        code: "171",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:16",
    };

    /// 找不到该用户，用户不存在
    ///
    /// `172` (`pages/error_code.md:17`).
    pub const CODE_172: Documented = Documented {
        http_status: None,
        code: "172",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:17",
    };

    /// 请求所用的 Token 不存在
    ///
    /// `174` (`pages/error_code.md:18`).
    pub const CODE_174: Documented = Documented {
        http_status: None,
        code: "174",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:18",
    };

    /// Missing params \[Name\]
    ///
    /// 缺少必填的参数，消息为 Missing params \[Name\]，其中 Name 是所缺参数的名称
    ///
    /// `220` (`pages/error_code.md:19`).
    pub const CODE_220: Documented = Documented {
        http_status: None,
        code: "220",
        message: "Missing params [Name]",
        placeholder: Some("Name"),
        page: "pages/error_code.md:19",
    };

    /// Params \[Name\] not available
    ///
    /// 参数的值不可接受，消息为 Params \[Name\] not available，其中 Name 是该参数的名称
    ///
    /// `230` (`pages/error_code.md:20`).
    pub const CODE_230: Documented = Documented {
        http_status: None,
        code: "230",
        message: "Params [Name] not available",
        placeholder: Some("Name"),
        page: "pages/error_code.md:20",
    };

    /// 指定的项目不存在
    ///
    /// `292` (`pages/error_code.md:21`).
    pub const CODE_292: Documented = Documented {
        http_status: None,
        code: "292",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:21",
    };

    /// 对该可用区没有权限，可用区权限错误
    ///
    /// `293` (`pages/error_code.md:22`).
    pub const CODE_293: Documented = Documented {
        http_status: None,
        code: "293",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:22",
    };

    /// 发起请求的 IP 被拒绝访问
    ///
    /// `294` (`pages/error_code.md:23`).
    pub const CODE_294: Documented = Documented {
        http_status: None,
        code: "294",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:23",
    };

    /// 没有通过安全锁验证
    ///
    /// `295` (`pages/error_code.md:24`).
    pub const CODE_295: Documented = Documented {
        http_status: None,
        code: "295",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:24",
    };

    /// 没有通过 IAM 权限校验
    ///
    /// `299` (`pages/error_code.md:25`).
    pub const CODE_299: Documented = Documented {
        http_status: None,
        code: "299",
        message: "",
        placeholder: None,
        page: "pages/error_code.md:25",
    };
}
