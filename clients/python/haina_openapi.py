"""A client for document 004, the signed customer API. Needs Python 3.9 or newer and nothing else.

    client = Client("http://localhost:3000", "1090", "the app's secret")
    made = client.add({"customerName": "腾讯科技", "mobile": [{"value": "13800000000", "memo": "前台"}]})
    client.find(made["_id"])
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
import urllib.error
import urllib.request


class Refused(Exception):
    """The server's answer was no. `code` is a text such as "401"; `retry_after` is in seconds where the code is "429"."""

    def __init__(self, code, message, trace_id=None, retry_after=None):
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
        self.trace_id = trace_id
        self.retry_after = retry_after


def _hmac(secret, message):
    digest = hmac.new(secret.encode("utf-8"), message.encode("utf-8"), hashlib.sha256).digest()
    return base64.b64encode(digest).decode("ascii")


def sign(secret, appid, timestamp, nonce):
    """The signature of version 1: of who and when."""
    return _hmac(secret, f"{appid}{timestamp}{nonce}")


def sign_request(secret, method, target, timestamp, nonce, body=b""):
    """The signature of version 2: of the request too. `target` is path and query as they are sent."""
    return _hmac(secret, "\n".join([method, target, str(timestamp), nonce, hashlib.sha256(body).hexdigest()]))


class Client:
    """Signs by version 2 unless told otherwise; a server that only knows the document needs `version=1`."""

    def __init__(self, base, appid, secret, version=2, timeout=30):
        self.base = base.rstrip("/")
        self.appid = str(appid)
        self._secret = secret
        self.version = version
        self.timeout = timeout

    def headers(self, method, target, body):
        timestamp = str(int(time.time()))
        nonce = secrets.token_hex(16)
        headers = {"appid": self.appid, "timestamp": timestamp, "nonce": nonce}
        if self.version == 2:
            headers["signature-version"] = "2"
            headers["signature"] = sign_request(self._secret, method, target, timestamp, nonce, body)
        else:
            headers["signature"] = sign(self._secret, self.appid, timestamp, nonce)
        return headers

    def request(self, method, target, content=None):
        """Sends JSON, or nothing; gives what stands in `data`."""
        body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode("utf-8")
        headers = self.headers(method, target, body)
        if content is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(
            self.base + target, data=body if content is not None else None, headers=headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return self._data(answer)
        except urllib.error.HTTPError as answer:
            return self._data(answer)

    @staticmethod
    def _data(answer):
        retry_after = answer.headers.get("Retry-After")
        envelope = json.loads(answer.read().decode("utf-8"))
        if not envelope.get("success"):
            raise Refused(
                envelope.get("code"),
                envelope.get("message"),
                envelope.get("traceId"),
                int(retry_after) if retry_after else None,
            )
        return envelope.get("data")

    def whoami(self):
        """The app, its rights and the server's time."""
        return self.request("GET", "/openapi/app")

    def add(self, customer):
        return self.request("POST", "/openapi/crm/add", customer)

    def update(self, customer):
        """Changes what is given; `_id` says of which customer."""
        return self.request("POST", "/openapi/crm/update", customer)

    def list(self, search=(), page=1, limit=20):
        """`search` is a list of {"field", "operator", "value": [...]}, all of which hold."""
        return self.request("POST", "/openapi/crm/list", {"page": page, "limit": limit, "search": list(search)})

    def find(self, customer_id):
        return self.request("GET", f"/openapi/crm/{customer_id}")

    def delete(self, customer_id):
        return self.request("POST", "/openapi/crm/delete", {"id": customer_id})

    def fields(self, **filters):
        return self.request("POST", "/openapi/crm/config/field/list", filters)
