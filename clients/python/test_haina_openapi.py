"""The test vectors; and where HAINA_BASE, HAINA_APPID and HAINA_SECRET are set, a run against that server."""

import os
import unittest
import uuid

import haina_openapi
from haina_openapi import Client, Refused

BASE = os.environ.get("HAINA_BASE")


class VectorTest(unittest.TestCase):
    def test_version_1(self):
        self.assertEqual(
            "eBLXdzkQFgNmiPRThBqbOBvVu6b0cxD261F3usoXq58=",
            haina_openapi.sign("demo-secret-1090", "1090", "1687792901", "123456"),
        )

    def test_version_2(self):
        self.assertEqual(
            "MVvFOzbh485L4W3EDj7w/5EZHy+sZBVZKX5basZsZwg=",
            haina_openapi.sign_request(
                "demo-secret-1090", "POST", "/openapi/crm/list?a=%E5%90%8D", "1687792901", "123456", b"{}"
            ),
        )


@unittest.skipUnless(BASE, "HAINA_BASE is not set")
class LiveTest(unittest.TestCase):
    def client(self, version, secret=None):
        return Client(BASE, os.environ["HAINA_APPID"], secret or os.environ["HAINA_SECRET"], version)

    def test_both_versions_are_let_in(self):
        for version in (1, 2):
            me = self.client(version).whoami()
            self.assertEqual(os.environ["HAINA_APPID"], me["appid"])

    def test_a_wrong_secret_is_refused(self):
        with self.assertRaises(Refused) as caught:
            self.client(2, "wrong").whoami()
        self.assertEqual("401", caught.exception.code)

    @unittest.skipUnless(os.environ.get("HAINA_CRM"), "the customers are not asked for")
    def test_a_customer_from_beginning_to_end(self):
        client = self.client(2)
        name = "Python客户" + uuid.uuid4().hex
        made = client.add({"customerName": name, "mobile": [{"value": "13800000000", "memo": "前台"}]})
        client.update({"_id": made["_id"], "customerName": name + "二"})
        self.assertEqual(name + "二", client.find(made["_id"])["customerName"])
        found = client.list([{"field": "customerName", "operator": "eq", "value": [name + "二"]}])
        self.assertEqual([made["_id"]], [each["_id"] for each in found["list"]])
        self.assertTrue(client.fields())
        client.delete(made["_id"])
        with self.assertRaises(Refused) as caught:
            client.find(made["_id"])
        self.assertEqual("404", caught.exception.code)


if __name__ == "__main__":
    unittest.main()
