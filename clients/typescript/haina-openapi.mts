/**
 * A client for document 004, the signed customer API. Needs Node 20 or newer and nothing else.
 *
 *     const client = new Client("http://localhost:3000", "1090", "the app's secret");
 *     const made = await client.add({ customerName: "腾讯科技" });
 */
import { createHash, createHmac, randomBytes } from "node:crypto";

export type ContactWay = { value: string; memo?: string };
export type Customer = { _id?: string; customerName?: string; mobile?: ContactWay[]; [field: string]: unknown };
export type Condition = { field: string; operator: string; value: unknown[] };
export type Page = { list: Customer[]; count: number };
export type Version = 1 | 2;

/** The server's answer was no. `code` is a text such as "401"; `retryAfter` is in seconds where the code is "429". */
export class Refused extends Error {
  readonly code: string;
  readonly traceId: string | null;
  readonly retryAfter: number | null;

  constructor(code: string, message: string, traceId: string | null, retryAfter: number | null) {
    super(`${code} ${message}`);
    this.code = code;
    this.traceId = traceId;
    this.retryAfter = retryAfter;
  }
}

function hmac(secret: string, message: string): string {
  return createHmac("sha256", secret).update(message, "utf8").digest("base64");
}

/** The signature of version 1: of who and when. */
export function sign(secret: string, appid: string, timestamp: string, nonce: string): string {
  return hmac(secret, appid + timestamp + nonce);
}

/** The signature of version 2: of the request too. `target` is path and query as they are sent. */
export function signRequest(
  secret: string,
  method: string,
  target: string,
  timestamp: string,
  nonce: string,
  body: string,
): string {
  const hash = createHash("sha256").update(body, "utf8").digest("hex");
  return hmac(secret, [method, target, timestamp, nonce, hash].join("\n"));
}

/** Signs by version 2 unless told otherwise; a server that only knows the document needs version 1. */
export class Client {
  readonly base: string;
  readonly appid: string;
  readonly version: Version;
  readonly #secret: string;

  constructor(base: string, appid: string, secret: string, version: Version = 2) {
    this.base = base.replace(/\/+$/, "");
    this.appid = appid;
    this.version = version;
    this.#secret = secret;
  }

  headers(method: string, target: string, body: string): Record<string, string> {
    const timestamp = Math.floor(Date.now() / 1000).toString();
    const nonce = randomBytes(16).toString("hex");
    const headers: Record<string, string> = { appid: this.appid, timestamp, nonce };
    if (this.version === 2) {
      headers["signature-version"] = "2";
      headers["signature"] = signRequest(this.#secret, method, target, timestamp, nonce, body);
    } else {
      headers["signature"] = sign(this.#secret, this.appid, timestamp, nonce);
    }
    return headers;
  }

  /** Sends JSON, or nothing; gives what stands in `data`. */
  async request(method: string, target: string, content?: unknown): Promise<unknown> {
    const body = content === undefined ? "" : JSON.stringify(content);
    const headers = this.headers(method, target, body);
    if (content !== undefined) {
      headers["content-type"] = "application/json";
    }
    const answer = await fetch(this.base + target, { method, headers, ...(content === undefined ? {} : { body }) });
    const envelope = (await answer.json()) as {
      success: boolean;
      code: string;
      message: string;
      data: unknown;
      traceId?: string;
    };
    if (!envelope.success) {
      const retryAfter = answer.headers.get("retry-after");
      throw new Refused(
        envelope.code,
        envelope.message,
        envelope.traceId ?? null,
        retryAfter === null ? null : Number(retryAfter),
      );
    }
    return envelope.data;
  }

  /** The app, its rights and the server's time. */
  async whoami(): Promise<{ appid: string; accountId: string; rights: string[]; timestamp: number }> {
    return (await this.request("GET", "/openapi/app")) as never;
  }

  async add(customer: Customer): Promise<Customer> {
    return (await this.request("POST", "/openapi/crm/add", customer)) as Customer;
  }

  /** Changes what is given; `_id` says of which customer. */
  async update(customer: Customer): Promise<Customer> {
    return (await this.request("POST", "/openapi/crm/update", customer)) as Customer;
  }

  /** All conditions hold. */
  async list(search: Condition[] = [], page = 1, limit = 20): Promise<Page> {
    return (await this.request("POST", "/openapi/crm/list", { page, limit, search })) as Page;
  }

  async find(id: string): Promise<Customer> {
    return (await this.request("GET", `/openapi/crm/${id}`)) as Customer;
  }

  async delete(id: string): Promise<void> {
    await this.request("POST", "/openapi/crm/delete", { id });
  }

  async fields(filters: Record<string, unknown> = {}): Promise<unknown[]> {
    return (await this.request("POST", "/openapi/crm/config/field/list", filters)) as unknown[];
  }
}
