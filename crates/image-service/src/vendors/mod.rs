//! The two vendors: their operations over the one world.

mod aliyun;
mod ucloud;

use std::sync::Arc;

use wire::{Refusal, Style};

use crate::faults::Faults;
use crate::options::Error;
use crate::service::{Assembled, behind_gate};
use crate::world::World;

/// How a spec is spoken. `None`: there is no service for it.
pub(crate) fn style(spec: &str) -> Option<Style> {
    if crate::faults::UCLOUD.contains(&spec) {
        Some(Style::Ucloud)
    } else if crate::faults::ALIYUN.contains(&spec) {
        Some(Style::Aliyun)
    } else {
        None
    }
}

/// The world file that comes with the program.
pub(crate) fn default_world(style: Style) -> &'static str {
    match style {
        Style::Ucloud => include_str!("../../worlds/ucloud.toml"),
        Style::Aliyun => include_str!("../../worlds/aliyun.toml"),
    }
}

/// File and line of the documented error that a refusal is. `None`: no page documents it.
pub(crate) fn page_of(spec: &str, operation: &str, refusal: &Refusal) -> Option<&'static str> {
    macro_rules! look {
        ($documented:path) => {{
            use $documented as documented;
            let rows = documented::of(operation).iter().chain(documented::common::ALL);
            let rows = rows.filter(|row| row.code == refusal.code);
            // One code may stand in several rows that differ in their message.
            let mut ranked = rows.map(|row| (alike(row.message, &refusal.message), row.page));
            let first = ranked.next()?;
            Some(ranked.fold(first, |best, row| if row.0 > best.0 { row } else { best }).1)
        }};
    }
    match spec {
        "ucloud-image" => look!(ucloud_image::documented),
        "sigcal-image" => look!(sigcal_image::documented),
        "aliyun-image" => look!(aliyun_image::documented),
        "aliyun-image-web" => look!(aliyun_image_web::documented),
        _ => None,
    }
}

/// How many bytes two messages have in common at their beginning.
fn alike(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// The service of a spec over a world.
pub(crate) fn assemble(spec: &str, world: Arc<World>, faults: Faults) -> Result<Assembled, Error> {
    let ucloud = || ucloud::Images::new(world.clone(), faults.clone());
    let aliyun = || aliyun::Images::new(world.clone(), faults.clone());
    match spec {
        "ucloud-image" => {
            let endpoint = ucloud_image::Endpoint::new(ucloud());
            behind_gate(ucloud_image::wire(), endpoint, world, faults)
        }
        "sigcal-image" => {
            let endpoint = sigcal_image::Endpoint::new(ucloud());
            behind_gate(sigcal_image::wire(), endpoint, world, faults)
        }
        "aliyun-image" => {
            let endpoint = aliyun_image::Endpoint::new(aliyun());
            behind_gate(aliyun_image::wire(), endpoint, world, faults)
        }
        "aliyun-image-web" => {
            let endpoint = aliyun_image_web::Endpoint::new(aliyun());
            behind_gate(aliyun_image_web::wire(), endpoint, world, faults)
        }
        _ => Err(crate::service::unknown(spec)),
    }
}
