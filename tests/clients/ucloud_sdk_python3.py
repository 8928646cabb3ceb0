"""ucloud-sdk-python3 against ucloud-image."""

import logging

from evidence import gone, meets, step, tell, target, until_available
from ucloud.client import Client
from ucloud.core.exc import RetCodeException

url, key, secret = target()
logging.disable(logging.CRITICAL)  # the SDK logs each refusal; the table shows them


def client(private_key):
    return Client(
        {
            "base_url": url,
            "public_key": key,
            "private_key": private_key,
            "region": "cn-bj2",
            "project_id": "org-abc123",
        }
    )


uhost = client(secret).uhost()


def image(image_id, region="cn-bj2"):
    return uhost.describe_image({"ImageId": image_id, "Region": region})


def state(image_id, region="cn-bj2"):
    return lambda: image(image_id, region)["ImageSet"][0]["State"]


made = step("create", lambda: uhost.create_custom_image({"UHostId": "uhost-abc123", "ImageName": "from-the-sdk"})["ImageId"])
until_available("create: until available", state(made))
copied = step(
    "copy",
    lambda: uhost.copy_custom_image(
        {"SourceImageId": made, "TargetProjectId": "org-abc123", "TargetRegion": "cn-zj", "TargetImageName": "copy-from-the-sdk"}
    )["TargetImageId"],
)
until_available("copy: until available", state(copied, "cn-zj"))
batch = step(
    "copy to a list of regions",
    lambda: [info["TargetRegion"] for info in uhost.copy_custom_image(
        {"SourceImageId": made, "TargetProjectId": "org-def456", "TargetRegionList": ["cn-gd", "hk"]}
    )["Infos"]],
)
step("delete", lambda: uhost.terminate_custom_image({"ImageId": copied, "Region": "cn-zj"})["ImageId"])
gone("delete: gone", lambda: image(copied, "cn-zj")["TotalCount"])


def refused(name, code, call):
    meets(name, RetCodeException, code, call, lambda error: error.code)


copy = {"SourceImageId": made, "TargetProjectId": "org-abc123"}
refused("error 1", 230, lambda: uhost.copy_custom_image({**copy, "SourceImageId": "uimage-nosuch"}))
refused("error 2", 292, lambda: uhost.copy_custom_image({**copy, "ProjectId": "org-nosuch"}))
refused("error 3", 299, lambda: uhost.copy_custom_image({**copy, "SourceImageId": "uimage-forbidden"}))
refused("wrong key", 171, lambda: client("not-the-private-key").uhost().describe_image())
try:
    uhost.terminate_custom_image({"ImageId": "uimage-nosuch"})
except RetCodeException as error:
    tell("request id", error.request_uuid and error.request_uuid != "*", error.request_uuid)
