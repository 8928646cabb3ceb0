//! The names of the faults, what they do, and what finds them.

use std::fmt;
use std::str::FromStr;

/// The specs that are spoken as the second vendor does.
pub const ALIYUN: &[&str] = &["aliyun-image", "aliyun-image-web"];
/// The specs that are spoken as the first vendor does.
pub const UCLOUD: &[&str] = &["ucloud-image", "sigcal-image"];
/// All specs.
pub const ALL_SPECS: &[&str] = &["ucloud-image", "sigcal-image", "aliyun-image", "aliyun-image-web"];

/// Those whose pages have sets of values, counts and forbidden parts.
const DETAILED: &[&str] = &["aliyun-image"];
/// Those whose pages have a range.
const WITH_RANGES: &[&str] = &["ucloud-image", "aliyun-image"];
/// Those whose pages have limits that a value can reach.
const WITH_LIMITS: &[&str] = &["ucloud-image", "aliyun-image", "aliyun-image-web"];
/// Those whose pages tell what is required.
const WITH_PRESENCE: &[&str] = &["ucloud-image", "sigcal-image", "aliyun-image"];
/// Those that list in pages, make images and show them.
const LISTING: &[&str] = &["ucloud-image", "sigcal-image", "aliyun-image"];
/// The page with keys for encryption.
const WEB: &[&str] = &["aliyun-image-web"];

macro_rules! faults {
    ($($variant:ident $name:literal in $specs:ident: $about:literal, found as $code:literal by $found:literal;)*) => {
        /// A fault. Its name is kebab-case: `length-max-off-by-one`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault {
            $(#[doc = $about] $variant,)*
        }

        /// Every fault.
        pub fn all() -> &'static [Fault] {
            &[$(Fault::$variant),*]
        }

        impl Fault {
            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Fault::$variant => $name),* }
            }

            /// What the service then does: one sentence, lower case, no full stop.
            pub fn about(self) -> &'static str {
                match self { $(Fault::$variant => $about),* }
            }

            /// The cases that find it.
            pub fn found_by(self) -> &'static str {
                match self { $(Fault::$variant => $found),* }
            }

            /// The code of the breach that finds it. Others may come beside it: a rule that is not checked
            /// can also be a documented error that does not come.
            pub fn code(self) -> &'static str {
                match self { $(Fault::$variant => $code),* }
            }

            /// The specs that it can be committed against; in others the pages don't promise what it breaks.
            pub fn specs(self) -> &'static [&'static str] {
                match self { $(Fault::$variant => $specs),* }
            }
        }
    };
}

faults! {
    RequiredParameterNotChecked "required-parameter-not-checked" in WITH_PRESENCE:
        "a required parameter that is missing is not refused",
        found as "verify/required-not-enforced" by "reject cases of presence";
    TypeNotChecked "type-not-checked" in ALL_SPECS:
        "a value of another type than documented is not refused",
        found as "verify/type-not-enforced" by "reject cases `type`";
    EnumNotChecked "enum-not-checked" in DETAILED:
        "a value outside of the documented set is not refused",
        found as "verify/enum-not-enforced" by "reject cases `one_of`";
    LengthMaxOffByOne "length-max-off-by-one" in ALIYUN:
        "a text that is one character too long is not refused",
        found as "verify/length-not-enforced" by "reject cases `length/max+1`";
    LengthMinNotChecked "length-min-not-checked" in ALIYUN:
        "a text that is too short is not refused",
        found as "verify/length-not-enforced" by "reject cases `length/min-1`";
    RangeNotChecked "range-not-checked" in WITH_RANGES:
        "a number outside of the documented range is not refused",
        found as "verify/range-not-enforced" by "reject cases `range`";
    CountNotChecked "count-not-checked" in DETAILED:
        "a list with more items than documented is not refused",
        found as "verify/error-not-raised" by "error cases of QuotaExceed.Tags and InvalidTagCount";
    FirstCharacterNotChecked "first-character-not-checked" in ALIYUN:
        "a name that begins with a digit is not refused",
        found as "verify/first-character-not-enforced" by "reject cases `starts_with`";
    ForbiddenPrefixNotChecked "forbidden-prefix-not-checked" in ALIYUN:
        "a text that begins with http:// is not refused",
        found as "verify/prefix-not-enforced" by "reject cases `not_starts_with`";
    ForbiddenPartNotChecked "forbidden-part-not-checked" in DETAILED:
        "a text that contains http:// is not refused",
        found as "verify/part-not-enforced" by "reject cases `not_contains`";
    CharsetNotChecked "charset-not-checked" in DETAILED:
        "a text with characters that are not allowed is not refused",
        found as "verify/charset-not-enforced" by "reject cases `charset`";
    EncryptedKmsRuleNotChecked "encrypted-kms-rule-not-checked" in WEB:
        "a master key without encryption is not refused",
        found as "verify/rule-not-enforced" by "reject cases of the rule across Encrypted and KMSKeyId";
    ValidValueRefused "valid-value-refused" in WITH_LIMITS:
        "a text of the longest documented length is refused, or the largest documented number",
        found as "verify/valid-refused" by "accept cases `length/max` and `range/max`";
    OptionalParameterDemanded "optional-parameter-demanded" in ALL_SPECS:
        "a copy without a name is refused, though the name is optional",
        found as "verify/valid-refused" by "accept cases with required parameters alone";
    AnswerFieldMissing "answer-field-missing" in UCLOUD:
        "a field that is documented as always returned is left out",
        found as "verify/field-missing" by "the shape of each answer";
    AnswerFieldWrongType "answer-field-wrong-type" in ALL_SPECS:
        "the first field of each answer has another type than documented",
        found as "verify/field-type" by "the shape of each answer";
    AnswerEnumUnknown "answer-enum-unknown" in UCLOUD:
        "fields with a documented set of values have others",
        found as "verify/field-enum" by "the shape of each answer";
    WrongStatus "wrong-status" in ALIYUN:
        "every refusal has the HTTP status 418",
        found as "verify/wrong-status" by "error and reject cases with a documented status";
    WrongCode "wrong-code" in ALL_SPECS:
        "every refusal has another code than documented",
        found as "verify/wrong-code" by "error, reject and auth cases";
    WrongMessage "wrong-message" in ALIYUN:
        "every refusal has another message than documented",
        found as "verify/wrong-message" by "error and reject cases with a documented message";
    NotFoundAnsweredAsSuccess "not-found-answered-as-success" in ALL_SPECS:
        "an image that does not exist is answered as if it did",
        found as "verify/error-not-raised" by "error cases that name such an image";
    RefusalAnsweredAsSuccessStatus "refusal-answered-as-success-status" in ALIYUN:
        "every refusal has the HTTP status 200",
        found as "verify/envelope" by "the envelope of each refusal";
    EnvelopeBroken "envelope-broken" in ALL_SPECS:
        "every copy is answered with an HTML page and HTTP 500",
        found as "verify/envelope" by "the envelope of each copy's answer";
    AnswerCutShort "answer-cut-short" in ALL_SPECS:
        "the last byte of each JSON answer is missing",
        found as "verify/envelope" by "the envelope of each answer";
    RetCodeAsString "ret-code-as-string" in UCLOUD:
        "RetCode is a text",
        found as "verify/field-type" by "the shape of each answer";
    RetCodeMissing "ret-code-missing" in UCLOUD:
        "successful answers have no RetCode",
        found as "verify/envelope" by "the envelope of each answer";
    ActionMissing "action-missing" in UCLOUD:
        "answers don't name the action",
        found as "verify/field-missing" by "the shape of each answer";
    RequestIdMissing "request-id-missing" in ALIYUN:
        "answers have no RequestId",
        found as "verify/envelope" by "the envelope of each answer";
    XmlAnswerAsJson "xml-answer-as-json" in ALIYUN:
        "answers are JSON even where XML was asked for",
        found as "verify/envelope" by "envelope cases that ask for XML";
    WrongContentType "wrong-content-type" in ALL_SPECS:
        "answers are declared as text/html",
        found as "verify/envelope" by "the envelope of each answer";
    InternalsLeaked "internals-leaked" in ALL_SPECS:
        "the message of each refusal ends in a stack trace",
        found as "verify/leak" by "the message of each refusal";
    RangeMaxOffByOne "range-max-off-by-one" in WITH_RANGES:
        "a number that is one above the documented range is not refused",
        found as "verify/range-not-enforced" by "reject cases `range/max+1`";
    MisspeltCodeCorrected "misspelt-code-corrected" in ALIYUN:
        "a code that the page misspells is answered in right spelling",
        found as "verify/wrong-code" by "the error case of Forbbiden";
    CopyingImageDeleted "copying-image-deleted" in ALIYUN:
        "an image is deleted while it is copied",
        found as "verify/error-not-raised" by "the error case of OperationDenied.ImageCopying";
    QuotaNotEnforced "quota-not-enforced" in ALIYUN:
        "an image beyond the quota is answered as if it were made",
        found as "verify/error-not-raised" by "error cases of QuotaExceed.Image";
    DuplicateNameAccepted "duplicate-name-accepted" in ALIYUN:
        "a name that is taken is answered as if it were free",
        found as "verify/error-not-raised" by "error cases of InvalidImageName.Duplicated";
    OffsetIgnored "offset-ignored" in LISTING:
        "each page of a list is the first one",
        found as "verify/pages-overlap" by "sequence cases `pages`";
    PagesOverlap "pages-overlap" in UCLOUD:
        "each page but the first begins with the last item of the page before",
        found as "verify/pages-overlap" by "sequence cases `pages`";
    LimitIgnored "limit-ignored" in LISTING:
        "each page is as long as if no length were asked for",
        found as "verify/page-too-large" by "sequence cases `pages`";
    TotalCountOfPage "total-count-of-page" in LISTING:
        "the total is the number of items on the page",
        found as "verify/total-count" by "sequence cases `pages`";
    CreationLost "creation-lost" in LISTING:
        "what is made is acknowledged under an id that nothing has",
        found as "verify/not-shown" by "sequence cases `shown`";
    NameNotKept "name-not-kept" in LISTING:
        "the name of an image is kept with another last character",
        found as "verify/echo-differs" by "sequence cases `shown`";
    DeletionNotDone "deletion-not-done" in LISTING:
        "the deletion of an image is acknowledged and not done",
        found as "verify/still-there" by "sequence cases `gone`";
    LostUpdate "lost-update" in LISTING:
        "of images that are made at once all but one are acknowledged and not kept",
        found as "verify/lost-update" by "sequence cases `at-once`";
    ForgetsOnRestart "forgets-on-restart" in LISTING:
        "changes are acknowledged and not written down, so that a restart forgets them",
        found as "verify/not-durable" by "sequence cases `restart`";
    TokenIgnored "token-ignored" in DETAILED:
        "a request that is sent again with its token makes another image",
        found as "verify/token-not-idempotent" by "sequence case `token`";
    TokenRaced "token-raced" in DETAILED:
        "requests with one token that are under way at once make an image each",
        found as "verify/token-not-idempotent" by "sequence case `token-at-once`";
    UndocumentedField "undocumented-field" in ALL_SPECS:
        "each answer has a field that no page documents",
        found as "verify/field-undocumented" by "the shape of each answer, where undocumented fields are to fail";
    XmlDiffers "xml-differs" in DETAILED:
        "in XML each list ends after its first item",
        found as "verify/formats-differ" by "envelope cases `both-formats`";
    XmlItemName "xml-item-name" in DETAILED:
        "in XML the items of lists are called `item`",
        found as "verify/formats-differ" by "envelope cases `both-formats`";
    XmlNotWellFormed "xml-not-well-formed" in ALIYUN:
        "the last characters of each answer in XML are missing",
        found as "verify/envelope" by "envelope cases that ask for XML";
    SignatureNotChecked "signature-not-checked" in ALL_SPECS:
        "requests with a wrong signature or none are carried out",
        found as "verify/signature-not-checked" by "auth cases `signature-…` and `changed-after-signing`";
    UnknownKeyAccepted "unknown-key-accepted" in ALL_SPECS:
        "requests of a key that nobody has are carried out",
        found as "verify/key-not-checked" by "auth case `key-unknown`";
    NonceReplayAccepted "nonce-replay-accepted" in ALIYUN:
        "a nonce can be used again",
        found as "verify/nonce-not-checked" by "auth case `nonce-replayed`";
    ExpiredTimeAccepted "expired-time-accepted" in ALIYUN:
        "requests of yesterday are carried out",
        found as "verify/time-not-checked" by "auth case `time-expired`";
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No fault has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no fault `{0}`; `doctract serve --help` lists them")]
pub struct UnknownFault(pub String);

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        all().iter().copied().find(|f| f.name() == name).ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_kebab_case_and_lead_back_to_their_fault() {
        let names: BTreeSet<&str> = all().iter().map(|f| f.name()).collect();
        assert_eq!(names.len(), all().len());
        for fault in all() {
            assert_eq!(fault.name().parse(), Ok(*fault));
            assert!(fault.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{fault}");
            assert!(!fault.specs().is_empty() && fault.specs().iter().all(|s| ALL_SPECS.contains(s)));
        }
        assert_eq!("nosuch".parse::<Fault>(), Err(UnknownFault("nosuch".into())));
    }
}
