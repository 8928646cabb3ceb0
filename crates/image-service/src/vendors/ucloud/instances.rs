//! Listing, starting and stopping instances.

use ucloud_image::operations::describe_u_host_instance::{UHostDiskSet, UHostInstanceSet, UHostIpSet};
use ucloud_image::operations::{
    DescribeUHostInstanceRequest, DescribeUHostInstanceResponse, StartUHostInstanceRequest,
    StartUHostInstanceResponse, StopUHostInstanceRequest, StopUHostInstanceResponse,
};
use wire::Caller;

use super::places::{count, given, project};
use crate::world::{Denied, Disk, Instance, InstanceState, World};

/// What `Limit` is when it is not sent.
const LIMIT: i64 = 20;

pub(super) fn describe(
    world: &World,
    caller: &Caller,
    request: &DescribeUHostInstanceRequest,
) -> Result<DescribeUHostInstanceResponse, Denied> {
    let zone = given(request.zone.as_deref());
    world.place(&request.region, zone)?;
    let project = project(world, caller, request.project_id.as_deref())?;
    let is = |wanted: &Option<String>, got: &str| given(wanted.as_deref()).is_none_or(|wanted| wanted == got);
    let wanted = |instance: &Instance| {
        instance.project == project
            && zone.is_none_or(|zone| zone == instance.zone)
            && (request.u_host_ids.is_empty() || request.u_host_ids.contains(&instance.id))
            && is(&request.tag, &instance.group)
            && is(&request.vpc_id, &instance.vpc)
            && is(&request.subnet_id, &instance.subnet)
            // Nothing in the world stands in a group of its own.
            && given(request.isolation_group.as_deref()).is_none()
    };
    let offset = usize::try_from(request.offset.unwrap_or(0)).unwrap_or(0);
    let limit = usize::try_from(request.limit.unwrap_or(LIMIT)).unwrap_or(0);
    let page = world.instances(&caller.account, &request.region, offset, limit, wanted)?;
    Ok(DescribeUHostInstanceResponse {
        total_count: count(page.total),
        u_host_set: page.items.iter().map(described).collect(),
    })
}

pub(super) fn start(
    world: &World,
    caller: &Caller,
    request: &StartUHostInstanceRequest,
) -> Result<StartUHostInstanceResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let project = project(world, caller, request.project_id.as_deref())?;
    world.start_instance(&caller.account, &request.region, &project, &request.u_host_id)?;
    Ok(StartUHostInstanceResponse { u_host_id: Some(request.u_host_id.clone()) })
}

pub(super) fn stop(
    world: &World,
    caller: &Caller,
    request: &StopUHostInstanceRequest,
) -> Result<StopUHostInstanceResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let project = project(world, caller, request.project_id.as_deref())?;
    world.stop_instance(&caller.account, &request.region, &project, &request.u_host_id)?;
    Ok(StopUHostInstanceResponse { u_host_id: Some(request.u_host_id.clone()) })
}

fn described(instance: &Instance) -> UHostInstanceSet {
    let text = |text: &str| Some(text.to_owned());
    let data_disks = instance.disks.iter().skip(1);
    UHostInstanceSet {
        zone: text(&instance.zone),
        u_host_id: text(&instance.id),
        machine_type: text("O"),
        cpu_platform: text("Intel/Auto"),
        image_id: instance.disks.first().map(|disk| disk.id.clone()),
        basic_image_id: text(&instance.image),
        tag: text(&instance.group),
        remark: text(""),
        name: text(&instance.name),
        state: Some(state(instance.state).into()),
        create_time: Some(instance.created.seconds()),
        charge_type: Some(String::from("Month").into()),
        cpu: Some(instance.cpus),
        memory: Some(instance.memory),
        auto_renew: Some(String::from("Yes")),
        disk_set: instance.disks.iter().enumerate().map(|(place, disk)| disk_of(place == 0, disk)).collect(),
        ip_set: vec![UHostIpSet {
            ip_mode: String::from("IPv4").into(),
            default: text("true"),
            ip: text(&instance.address),
            vpc_id: text(&instance.vpc),
            subnet_id: text(&instance.subnet),
            ..UHostIpSet::default()
        }],
        os_type: text("Linux"),
        life_cycle: text("Normal"),
        gpu: Some(0),
        boot_disk_state: Some(if instance.boot_disk_ready { "Normal" } else { "Initializing" }.into()),
        total_disk_space: Some(data_disks.map(|disk| disk.size).sum()),
        isolation_group: text(""),
        hotplug_feature: Some(false),
        cloud_init_feature: Some(true),
        ..UHostInstanceSet::default()
    }
}

fn disk_of(boot: bool, disk: &Disk) -> UHostDiskSet {
    UHostDiskSet {
        disk_type: String::from("CLOUD_SSD"),
        is_boot: String::from(if boot { "True" } else { "False" }).into(),
        encrypted: Some(disk.master_key.is_some().to_string()),
        disk_id: Some(disk.id.clone()),
        size: Some(disk.size),
        ..UHostDiskSet::default()
    }
}

fn state(state: InstanceState) -> &'static str {
    match state {
        InstanceState::Initializing => "Initializing",
        InstanceState::Starting => "Starting",
        InstanceState::Running => "Running",
        InstanceState::Stopping => "Stopping",
        InstanceState::Stopped => "Stopped",
        InstanceState::Failed => "Install Fail",
    }
}
