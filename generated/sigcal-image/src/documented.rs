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

    /// The API did not answer in time (60 seconds)
    ///
    /// `110` (`pages/error_code.txt:4`).
    pub const CODE_110: Documented = Documented {
        http_status: None,
        code: "110",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:4",
    };

    /// The API gateway or the authentication service is abnormal
    ///
    /// `130` (`pages/error_code.txt:5`).
    pub const CODE_130: Documented = Documented {
        http_status: None,
        code: "130",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:5",
    };

    /// The service is not available at present and is being restored, please try again later
    ///
    /// `150` (`pages/error_code.txt:6`).
    pub const CODE_150: Documented = Documented {
        http_status: None,
        code: "150",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:6",
    };

    /// The API request was throttled
    ///
    /// `153` (`pages/error_code.txt:7`).
    pub const CODE_153: Documented = Documented {
        http_status: None,
        code: "153",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:7",
    };

    /// The key parameter Action is missing, please give all parameters
    ///
    /// `160` (`pages/error_code.txt:8`).
    pub const CODE_160: Documented = Documented {
        http_status: None,
        code: "160",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:8",
    };

    /// The Action does not exist
    ///
    /// `161` (`pages/error_code.txt:9`).
    pub const CODE_161: Documented = Documented {
        http_status: None,
        code: "161",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:9",
    };

    /// The signature is missing
    ///
    /// `170` (`pages/error_code.txt:10`).
    pub const CODE_170: Documented = Documented {
        http_status: None,
        code: "170",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:10",
    };

    /// The signature is wrong
    ///
    /// `171` (`pages/error_code.txt:11`).
    pub const CODE_171: Documented = Documented {
        http_status: None,
        code: "171",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:11",
    };

    /// The user does not exist
    ///
    /// `172` (`pages/error_code.txt:12`).
    pub const CODE_172: Documented = Documented {
        http_status: None,
        code: "172",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:12",
    };

    /// The Token does not exist
    ///
    /// `174` (`pages/error_code.txt:13`).
    pub const CODE_174: Documented = Documented {
        http_status: None,
        code: "174",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:13",
    };

    /// Missing params \[Name\]
    ///
    /// A required parameter is missing, the message is "Missing params \[Name\]", where Name is the name of
    /// that parameter
    ///
    /// `220` (`pages/error_code.txt:14`).
    pub const CODE_220: Documented = Documented {
        http_status: None,
        code: "220",
        message: "Missing params [Name]",
        placeholder: Some("Name"),
        page: "pages/error_code.txt:14",
    };

    /// Params \[Name\] not available
    ///
    /// The value of a parameter is not acceptable, the message is "Params \[Name\] not available", where
    /// Name is the name of that parameter
    ///
    /// `230` (`pages/error_code.txt:15`).
    pub const CODE_230: Documented = Documented {
        http_status: None,
        code: "230",
        message: "Params [Name] not available",
        placeholder: Some("Name"),
        page: "pages/error_code.txt:15",
    };

    /// The project does not exist
    ///
    /// `292` (`pages/error_code.txt:16`).
    pub const CODE_292: Documented = Documented {
        http_status: None,
        code: "292",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:16",
    };

    /// No permission for the availability zone
    ///
    /// `293` (`pages/error_code.txt:17`).
    pub const CODE_293: Documented = Documented {
        http_status: None,
        code: "293",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:17",
    };

    /// The IP address of the caller was refused
    ///
    /// `294` (`pages/error_code.txt:18`).
    pub const CODE_294: Documented = Documented {
        http_status: None,
        code: "294",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:18",
    };

    /// The verification of the security lock failed
    ///
    /// `295` (`pages/error_code.txt:19`).
    pub const CODE_295: Documented = Documented {
        http_status: None,
        code: "295",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:19",
    };

    /// The IAM permission check did not pass
    ///
    /// `299` (`pages/error_code.txt:20`).
    pub const CODE_299: Documented = Documented {
        http_status: None,
        code: "299",
        message: "",
        placeholder: None,
        page: "pages/error_code.txt:20",
    };
}
