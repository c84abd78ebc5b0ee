/** The test vectors; and where HAINA_BASE, HAINA_APPID and HAINA_SECRET are set, a run against that server. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { Client, Refused, sign, signRequest } from "./haina-openapi.mjs";
import type { Version } from "./haina-openapi.mjs";

const { HAINA_BASE, HAINA_APPID = "", HAINA_SECRET = "", HAINA_CRM } = process.env;
const live = { skip: HAINA_BASE ? false : "HAINA_BASE is not set" };
const customers = { skip: HAINA_CRM ? false : "the customers are not asked for" };

function client(version: Version, secret = HAINA_SECRET): Client {
  return new Client(HAINA_BASE ?? "", HAINA_APPID, secret, version);
}

test("the vector of version 1", () => {
  assert.equal(
    sign("demo-secret-1090", "1090", "1687792901", "123456"),
    "eBLXdzkQFgNmiPRThBqbOBvVu6b0cxD261F3usoXq58=",
  );
});

test("the vector of version 2", () => {
  assert.equal(
    signRequest("demo-secret-1090", "POST", "/openapi/crm/list?a=%E5%90%8D", "1687792901", "123456", "{}"),
    "MVvFOzbh485L4W3EDj7w/5EZHy+sZBVZKX5basZsZwg=",
  );
});

test("both versions are let in", live, async () => {
  for (const version of [1, 2] as const) {
    assert.equal((await client(version).whoami()).appid, HAINA_APPID);
  }
});

test("a wrong secret is refused", live, async () => {
  await assert.rejects(
    client(2, "wrong").whoami(),
    (error: unknown) => error instanceof Refused && error.code === "401",
  );
});

test("a customer from beginning to end", customers, async () => {
  const sender = client(2);
  const name = "TypeScript客户" + randomUUID();
  const made = await sender.add({ customerName: name, mobile: [{ value: "13800000000", memo: "前台" }] });
  const id = made._id ?? "";
  await sender.update({ _id: id, customerName: name + "二" });
  assert.equal((await sender.find(id)).customerName, name + "二");
  const found = await sender.list([{ field: "customerName", operator: "eq", value: [name + "二"] }]);
  assert.deepEqual(found.list.map((each) => each._id), [id]);
  assert.ok((await sender.fields()).length > 0);
  await sender.delete(id);
  await assert.rejects(sender.find(id), (error: unknown) => error instanceof Refused && error.code === "404");
});
