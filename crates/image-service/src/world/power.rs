//! Looking at instances, starting and stopping them.

use super::turn::Turn;
use super::{Denied, Instance, InstanceState, Page, Record, World};

impl World {
    /// The instances of `account` in `region` that `wanted` picks.
    pub fn instances(
        &self,
        account: &str,
        region: &str,
        offset: usize,
        limit: usize,
        wanted: impl Fn(&Instance) -> bool,
    ) -> Result<Page<Instance>, Denied> {
        self.turn(|turn| {
            turn.atlas.region(region)?;
            let all: Vec<&Instance> = turn
                .state
                .instances()
                .filter(|i| i.account == account && i.region == region && wanted(i))
                .collect();
            let items = all.iter().skip(offset).take(limit).map(|i| (*i).clone()).collect();
            Ok(Page { total: all.len(), items })
        })
    }

    /// Starts an instance. One that is up or on the way up stays so: a request sent twice does no harm.
    pub fn start_instance(&self, account: &str, region: &str, project: &str, id: &str) -> Result<(), Denied> {
        self.power(account, region, project, id, InstanceState::Starting, InstanceState::Running)
    }

    /// Stops an instance. One that is down or on the way down stays so.
    pub fn stop_instance(&self, account: &str, region: &str, project: &str, id: &str) -> Result<(), Denied> {
        self.power(account, region, project, id, InstanceState::Stopping, InstanceState::Stopped)
    }

    fn power(
        &self,
        account: &str,
        region: &str,
        project: &str,
        id: &str,
        on_the_way: InstanceState,
        there: InstanceState,
    ) -> Result<(), Denied> {
        self.turn(|turn| {
            turn.atlas.region(region)?;
            let instance = turn.instance(account, region, id)?;
            if instance.project != project {
                return Err(Denied::InstanceUnknown(id.to_owned()));
            }
            if instance.locked {
                return Err(Denied::InstanceLocked(id.to_owned()));
            }
            if instance.state == on_the_way || instance.state == there {
                return Ok(());
            }
            if matches!(instance.state, InstanceState::Initializing | InstanceState::Failed) {
                return Err(Denied::InstanceState(id.to_owned()));
            }
            let due = turn.now.after(turn.atlas.pace.power_millis(turn.time_scale));
            turn.put(Record::Instance(Instance { state: on_the_way, due: Some(due), ..instance }));
            Ok(())
        })
    }
}

impl Turn<'_> {
    pub(crate) fn instance(&self, account: &str, region: &str, id: &str) -> Result<Instance, Denied> {
        let instance = self
            .state
            .instance(id)
            .filter(|i| i.account == account && i.region == region)
            .ok_or_else(|| Denied::InstanceUnknown(id.to_owned()))?;
        if self.account(account)?.forbidden.iter().any(|f| f == id) {
            return Err(Denied::Forbidden(id.to_owned()));
        }
        Ok(instance.clone())
    }
}
