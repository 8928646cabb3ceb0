// @alicloud/pop-core against aliyun-image, by GET and by POST.
// `evidence.py` says what the lines mean that are written here.
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';

const [url, accessKeyId, accessKeySecret, modules] = process.argv.slice(2);
const { RPCClient } = createRequire(`${modules}/`)('@alicloud/pop-core');

const PATIENCE = 30_000;

const tell = (step, held, saw) => console.log(JSON.stringify({ step, held: Boolean(held), saw: String(saw) }));
const client = (accessKeySecret) =>
  new RPCClient({ endpoint: url, apiVersion: '2014-05-26', accessKeyId, accessKeySecret });
const ecs = client(accessKeySecret);

async function step(name, call) {
  try {
    const answer = await call();
    tell(name, answer, answer);
    return answer;
  } catch (error) {
    tell(name, false, `${error.name}: ${error.message}`);
    return undefined;
  }
}

async function describe(ImageId, RegionId) {
  return ecs.request('DescribeImages', { RegionId, ImageId, Status: 'Available,Creating,Waiting' });
}

async function untilAvailable(name, id, region) {
  const seen = [];
  const deadline = Date.now() + PATIENCE;
  try {
    while (Date.now() < deadline && seen.at(-1) !== 'Available') {
      const now = (await describe(id, region)).Images.Image[0].Status;
      if (seen.at(-1) !== now) seen.push(now);
      if (now !== 'Available') await sleep(100);
    }
    tell(name, seen.length > 1 && seen.at(-1) === 'Available', seen.join(' → '));
  } catch (error) {
    tell(name, false, `${error.name}: ${error.message}`);
  }
}

// The client has no classes for errors: it names each error after its code.
async function meets(name, code, call) {
  try {
    await call();
    tell(name, false, `no error, where ${code} is documented`);
  } catch (error) {
    tell(name, error.name === `${code}Error` && error.code === code, error.name);
  }
}

const post = { method: 'POST' };
const copy = {
  RegionId: 'cn-hangzhou',
  DestinationRegionId: 'cn-shanghai',
  DestinationImageName: 'copy-from-pop-core',
  Encrypted: false,
};
const made = await step('create', async () =>
  (await ecs.request('CreateImage', { RegionId: 'cn-hangzhou', SnapshotId: 's-system', ImageName: 'from-pop-core' }, post)).ImageId);
await untilAvailable('create: until available', made, 'cn-hangzhou');
const copied = await step('copy', async () =>
  (await ecs.request('CopyImage', { ...copy, ImageId: made, Tag: [{ Key: 'TestKey', Value: 'Test Value*~/' }] })).ImageId);
await untilAvailable('copy: until available', copied, 'cn-shanghai');
const tags = await step('copy: its tags', async () =>
  JSON.stringify((await describe(copied, 'cn-shanghai')).Images.Image[0].Tags.Tag));
tell('copy: the tag as it was sent', tags === '[{"TagKey":"TestKey","TagValue":"Test Value*~/"}]', tags);
await step('delete', async () => (await ecs.request('DeleteImage', { RegionId: 'cn-shanghai', ImageId: copied }, post)).RequestId);
try {
  const left = (await describe(copied, 'cn-shanghai')).TotalCount;
  tell('delete: gone', left === 0, `${left} listed`);
} catch (error) {
  tell('delete: gone', false, error);
}
await meets('error 1', 'InvalidImageId.NotFound', () => ecs.request('CopyImage', { ...copy, ImageId: 'm-nosuch' }));
await meets('error 2', 'IncorrectImageStatus', () => ecs.request('CopyImage', { ...copy, ImageId: 'm-making' }, post));
await meets('error 3', 'InvalidImageName.Duplicated', () =>
  ecs.request('CopyImage', { ...copy, ImageId: made, DestinationImageName: 'taken' }));
await meets('wrong key', 'SignatureDoesNotMatch', () => client('not-the-secret').request('DescribeImages', { RegionId: 'cn-hangzhou' }));
