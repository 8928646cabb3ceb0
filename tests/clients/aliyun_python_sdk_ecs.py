"""aliyun-python-sdk-core with aliyun-python-sdk-ecs against aliyun-image."""

import json
from urllib.parse import urlsplit

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkecs.request.v20140526.CopyImageRequest import CopyImageRequest
from aliyunsdkecs.request.v20140526.CreateImageRequest import CreateImageRequest
from aliyunsdkecs.request.v20140526.DeleteImageRequest import DeleteImageRequest
from aliyunsdkecs.request.v20140526.DescribeImagesRequest import DescribeImagesRequest
from evidence import gone, meets, step, tell, target, until_available

url, key, secret = target()


def client(secret):
    return AcsClient(key, secret, "cn-hangzhou")


def send(request, through=client(secret), region="cn-hangzhou", **parameters):
    request.set_endpoint(urlsplit(url).netloc)
    request.set_protocol_type("http")
    request.add_query_param("RegionId", region)
    for name, value in parameters.items():
        getattr(request, f"set_{name}")(value)
    return json.loads(through.do_action_with_exception(request))


def describe(image_id, region="cn-hangzhou"):
    return send(DescribeImagesRequest(), region=region, ImageId=image_id, Status="Available,Creating,Waiting")


def state(image_id, region="cn-hangzhou"):
    return lambda: describe(image_id, region)["Images"]["Image"][0]["Status"]


copy = {"DestinationRegionId": "cn-shanghai", "DestinationImageName": "copy-from-core", "Encrypted": False}
made = step("create", lambda: send(CreateImageRequest(), SnapshotId="s-system", ImageName="from-core")["ImageId"])
until_available("create: until available", state(made))
copied = step(
    "copy",
    lambda: send(CopyImageRequest(), ImageId=made, Tags=[{"Key": "TestKey", "Value": "Test Value*~/"}], **copy)["ImageId"],
)
until_available("copy: until available", state(copied, "cn-shanghai"))
tags = step("copy: its tags", lambda: describe(copied, "cn-shanghai")["Images"]["Image"][0]["Tags"]["Tag"])
tell("copy: the tag as it was sent", tags == [{"TagKey": "TestKey", "TagValue": "Test Value*~/"}], tags)
step("delete", lambda: send(DeleteImageRequest(), region="cn-shanghai", ImageId=copied)["RequestId"])
gone("delete: gone", lambda: describe(copied, "cn-shanghai")["TotalCount"])


def refused(name, code, call):
    meets(name, ServerException, code, call, lambda error: error.get_error_code())


refused("error 1", "InvalidImageId.NotFound", lambda: send(CopyImageRequest(), ImageId="m-nosuch", **copy))
refused("error 2", "IncorrectImageStatus", lambda: send(CopyImageRequest(), ImageId="m-making", **copy))
refused("error 3", "InvalidImageName.Duplicated", lambda: send(CopyImageRequest(), ImageId=made, DestinationRegionId="cn-shanghai", DestinationImageName="taken"))
# The client compares the string to sign in the answer with its own; where they agree, only the secret can be wrong.
refused("wrong key", "InvalidAccessKeySecret", lambda: send(DescribeImagesRequest(), through=client("not-the-secret")))
