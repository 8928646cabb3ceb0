//! Time: moments, and the clocks that tell them.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time, in milliseconds since 1970. Written as RFC 3339 in the store and in world files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// So many milliseconds since 1970.
    pub const fn from_millis(millis: i64) -> Self {
        Moment(millis)
    }

    /// Milliseconds since 1970.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The moment so many milliseconds later.
    pub const fn after(self, millis: i64) -> Self {
        Moment(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this moment.
    pub const fn since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// `2019-11-15T06:07:05Z`: how both vendors print a time, seconds and UTC.
    pub fn to_iso(self) -> String {
        match jiff::Timestamp::from_second(self.seconds()) {
            Ok(timestamp) => timestamp.to_string(),
            Err(_) => String::new(),
        }
    }

    /// Reads `yyyy-MM-ddTHH:mm:ssZ`, and `yyyy-MM-ddTHH:mmZ` without seconds.
    pub fn from_iso(text: &str) -> Option<Self> {
        let padded = match text.strip_suffix('Z') {
            Some(head) if head.matches(':').count() == 1 => format!("{head}:00Z"),
            _ => text.to_owned(),
        };
        padded.parse::<jiff::Timestamp>().ok().map(|t| Moment(t.as_millisecond()))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}ms", self.0)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let timestamp = jiff::Timestamp::from_millisecond(self.0).map_err(serde::ser::Error::custom)?;
        serializer.collect_str(&timestamp)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Moment::from_iso(&text)
            .ok_or_else(|| D::Error::custom(format!("`{text}` is not a time such as 2019-11-15T06:07:05Z")))
    }
}

/// Where the world reads the time.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        // A machine whose clock stands before 1970 gets 1970; nothing in the world is older.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that moves only when it is told to.
#[derive(Debug)]
pub struct DrivenClock(AtomicI64);

impl DrivenClock {
    /// A clock that stands at this moment.
    pub fn at(moment: Moment) -> Self {
        DrivenClock(AtomicI64::new(moment.0))
    }

    /// Moves the clock on.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for DrivenClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Moment {
        (**self).now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_and_without_seconds() {
        let whole = Moment::from_iso("2017-12-05T22:40:00Z");
        assert_eq!(Moment::from_iso("2017-12-05T22:40Z"), whole);
        assert_eq!(whole.map(Moment::to_iso).as_deref(), Some("2017-12-05T22:40:00Z"));
        assert_eq!(Moment::from_iso("yesterday"), None);
    }
}
