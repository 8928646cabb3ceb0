//! Listing, starting and stopping instances.

use ucloud_image::operations::describe_uhost_instance::{
    UHostDiskSet, UHostInstanceSet, UHostIpSet, UHostKeyPair, UdSetUdHostAttribute,
};
use ucloud_image::operations::{
    DescribeUHostInstanceRequest, DescribeUHostInstanceResponse, StartUHostInstanceRequest,
    StartUHostInstanceResponse, StopUHostInstanceRequest, StopUHostInstanceResponse,
};
use wire::Caller;

use super::places::{count, given, project};
use crate::world::{Denied, Disk, Instance, InstanceState, World};

/// Instances are paid for by the month.
const MONTH_MILLIS: i64 = 30 * 24 * 3600 * 1000;

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
            && (request.uhost_ids.is_empty() || request.uhost_ids.contains(&instance.id))
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
        uhost_set: page.items.iter().map(described).collect(),
    })
}

pub(super) fn start(
    world: &World,
    caller: &Caller,
    request: &StartUHostInstanceRequest,
) -> Result<StartUHostInstanceResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let project = project(world, caller, request.project_id.as_deref())?;
    world.start_instance(&caller.account, &request.region, &project, &request.uhost_id)?;
    Ok(StartUHostInstanceResponse { uhost_id: Some(request.uhost_id.clone()) })
}

pub(super) fn stop(
    world: &World,
    caller: &Caller,
    request: &StopUHostInstanceRequest,
) -> Result<StopUHostInstanceResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let project = project(world, caller, request.project_id.as_deref())?;
    world.stop_instance(&caller.account, &request.region, &project, &request.uhost_id)?;
    Ok(StopUHostInstanceResponse { uhost_id: Some(request.uhost_id.clone()) })
}

/// The world has one kind of machine: what does not differ between instances is said here.
fn described(instance: &Instance) -> UHostInstanceSet {
    let text = |text: &str| Some(text.to_owned());
    let data_disks = instance.disks.iter().skip(1);
    UHostInstanceSet {
        zone: text(&instance.zone),
        uhost_id: text(&instance.id),
        uhost_type: text("Normal"),
        machine_type: text("O"),
        cpu_platform: text("Intel/Auto"),
        uhost_family: text("o1i"),
        storage_type: Some(String::from("UDisk").into()),
        image_id: instance.disks.first().map(|disk| disk.id.clone()),
        basic_image_id: text(&instance.image),
        basic_image_name: text("CentOS 7.4 64位"),
        tag: text(&instance.group),
        remark: text(""),
        name: text(&instance.name),
        state: text(state(instance.state)),
        create_time: Some(instance.created.seconds()),
        charge_type: text("Month"),
        expire_time: Some(instance.created.after(MONTH_MILLIS).seconds()),
        cpu: Some(instance.cpus),
        memory: Some(instance.memory),
        auto_renew: text("Yes"),
        disk_set: instance.disks.iter().enumerate().map(|(place, disk)| disk_of(place == 0, disk)).collect(),
        ip_set: vec![address(instance)],
        net_capability: text("Normal"),
        network_state: text("Connected"),
        timemachine_feature: Some(String::from("no").into()),
        subnet_type: text("Default"),
        os_name: text("CentOS 7.4 64位"),
        os_type: text("Linux"),
        host_type: text("N2"),
        life_cycle: text("Normal"),
        gpu: Some(0),
        hot_plug_max_cpu: Some(0),
        boot_disk_state: text(if instance.boot_disk_ready { "Normal" } else { "Initializing" }),
        total_disk_space: Some(data_disks.map(|disk| disk.size).sum()),
        isolation_group: text(""),
        rdma_cluster_id: text(""),
        hotplug_feature: Some(false),
        cloud_init_feature: Some(true),
        ipv6_feature: Some(false),
        hpc_feature: Some(false),
        epc_instance: Some(false),
        sec_group_instance: Some(false),
        net_feature_tag: text("Firewall"),
        hidden_kvm: Some(false),
        key_pair: Some(UHostKeyPair { key_pair_id: text(""), key_pair_state: text("Normal") }),
        ud_host_attribute: Some(UdSetUdHostAttribute {
            ud_host_id: text(""),
            ud_set_id: text(""),
            host_binding: Some(false),
        }),
        // Only machines with graphics processors, and those rented on call, have the rest.
        ..UHostInstanceSet::default()
    }
}

fn address(instance: &Instance) -> UHostIpSet {
    let text = |text: &str| Some(text.to_owned());
    UHostIpSet {
        ip_mode: String::from("IPv4").into(),
        default: text("true"),
        mac: text("52:54:00:00:00:01"),
        r#type: text("Private"),
        ip: text(&instance.address),
        vpc_id: text(&instance.vpc),
        subnet_id: text(&instance.subnet),
        ..UHostIpSet::default()
    }
}

fn disk_of(boot: bool, disk: &Disk) -> UHostDiskSet {
    UHostDiskSet {
        disk_type: String::from("CLOUD_SSD"),
        is_boot: String::from(if boot { "True" } else { "False" }).into(),
        encrypted: Some(disk.master_key.is_some().to_string()),
        r#type: Some(String::from(if boot { "Boot" } else { "Udisk" })),
        name: Some(disk.id.clone()),
        drive: Some(String::from(if boot { "/dev/vda" } else { "/dev/vdb" })),
        backup_type: Some(String::new()),
        disk_id: Some(disk.id.clone()),
        size: Some(disk.size),
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
