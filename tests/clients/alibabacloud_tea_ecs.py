"""alibabacloud_ecs20140526, the client of the Tea family, against aliyun-image."""

from urllib.parse import urlsplit

from alibabacloud_ecs20140526.client import Client
from alibabacloud_ecs20140526.models import (
    CopyImageRequest,
    CopyImageRequestTag,
    CreateImageRequest,
    DeleteImageRequest,
    DescribeImagesRequest,
)
from alibabacloud_tea_openapi.exceptions import ClientException
from alibabacloud_tea_openapi.utils_models import Config
from evidence import gone, meets, step, tell, target, until_available

url, key, secret = target()


def client(secret):
    endpoint = urlsplit(url).netloc
    return Client(Config(access_key_id=key, access_key_secret=secret, endpoint=endpoint, protocol="HTTP"))


ecs = client(secret)


def describe(image_id, region="cn-hangzhou"):
    request = DescribeImagesRequest(region_id=region, image_id=image_id, status="Available,Creating,Waiting")
    return ecs.describe_images(request).body


def state(image_id, region="cn-hangzhou"):
    return lambda: describe(image_id, region).images.image[0].status


def copy(image_id, name="copy-from-tea", region="cn-shanghai", tags=None):
    return CopyImageRequest(
        region_id="cn-hangzhou",
        image_id=image_id,
        destination_region_id=region,
        destination_image_name=name,
        encrypted=False,
        tag=tags,
    )


made = step(
    "create",
    lambda: ecs.create_image(CreateImageRequest(region_id="cn-hangzhou", snapshot_id="s-system", image_name="from-tea")).body.image_id,
)
until_available("create: until available", state(made))
tag = CopyImageRequestTag(key="TestKey", value="Test Value*~/")
copied = step("copy", lambda: ecs.copy_image(copy(made, tags=[tag])).body.image_id)
until_available("copy: until available", state(copied, "cn-shanghai"))
tags = step("copy: its tags", lambda: [(tag.tag_key, tag.tag_value) for tag in describe(copied, "cn-shanghai").images.image[0].tags.tag])
tell("copy: the tag as it was sent", tags == [("TestKey", "Test Value*~/")], tags)
step("delete", lambda: ecs.delete_image(DeleteImageRequest(region_id="cn-shanghai", image_id=copied)).body.request_id)
gone("delete: gone", lambda: describe(copied, "cn-shanghai").total_count)


def refused(name, code, call):
    meets(name, ClientException, code, call, lambda error: error.code)


refused("error 1", "InvalidImageId.NotFound", lambda: ecs.copy_image(copy("m-nosuch")))
refused("error 2", "IncorrectImageStatus", lambda: ecs.copy_image(copy("m-making")))
refused("error 3", "InvalidImageName.Duplicated", lambda: ecs.copy_image(copy(made, name="taken")))
refused("wrong key", "SignatureDoesNotMatch", lambda: client("not-the-secret").describe_images(DescribeImagesRequest(region_id="cn-hangzhou")))
