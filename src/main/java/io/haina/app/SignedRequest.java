package io.haina.app;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request as its sender signed it.
 *
 * @param timestamp seconds since 1970
 * @param version 1 or 2
 * @param target path and query as they were sent
 * @param body read only where it counts; none is an empty one
 * @param address where the sender is; empty where that cannot be known
 */
public record SignedRequest(
        long appid,
        long timestamp,
        String nonce,
        String signature,
        int version,
        String method,
        String target,
        Supplier<byte[]> body,
        Optional<InetAddress> address) {

    /** The signature that a secret makes. */
    String signedWith(String secret) {
        return version == 1
                ? Signature.version1(secret, Long.toString(appid), Long.toString(timestamp), nonce)
                : Signature.version2(secret, method, target, Long.toString(timestamp), nonce, body.get());
    }
}
