package io.haina.staff;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was found out about credentials, letter by letter as they were sent. All is forgotten once it is too much. */
final class Remembered<V> {

    /** A credential is some 200 characters at most. */
    private static final int MOST = 4096;

    private final Map<String, V> byCredential = new ConcurrentHashMap<>();

    @Nullable
    V of(String credential) {
        return byCredential.get(credential);
    }

    void put(String credential, V value) {
        if (byCredential.size() >= MOST) {
            byCredential.clear();
        }
        byCredential.put(credential, value);
    }

    void forget(String credential) {
        byCredential.remove(credential);
    }
}
