package io.haina.dialect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** All dialects of this server, and whose a request is. */
@Component
final class Dialects {

    private final Map<String, Dialect> byPackage = new HashMap<>();
    private final List<Dialect> all;
    private final List<Prefix> byPrefix;

    private record Prefix(String path, Dialect dialect) {}

    Dialects(List<Dialect> dialects) {
        for (Dialect dialect : dialects) {
            if (byPackage.put(dialect.packageName(), dialect) != null) {
                throw new IllegalStateException("two dialects in " + dialect.packageName());
            }
        }
        all = List.copyOf(dialects);
        byPrefix = dialects.stream()
                .flatMap(dialect -> dialect.prefixes().stream().map(path -> new Prefix(path, dialect)))
                .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.path().length())
                        .reversed())
                .toList();
    }

    List<Dialect> all() {
        return all;
    }

    /** The dialect of a class's own package, or null if that is no dialect's. */
    @Nullable
    Dialect of(Class<?> type) {
        return byPackage.get(type.getPackageName());
    }

    /** The dialect of a handler, or where there is none, the one that the path looks like. */
    Dialect of(@Nullable Object handler, String path) {
        Dialect own = handler instanceof HandlerMethod method ? of(method.getBeanType()) : null;
        return own == null ? guess(path) : own;
    }

    /**
     * The dialect whose prefix fits best.
     *
     * @throws IllegalStateException if no dialect takes what is left over
     */
    Dialect guess(String path) {
        for (Prefix prefix : byPrefix) {
            if (path.startsWith(prefix.path())) {
                return prefix.dialect();
            }
        }
        throw new IllegalStateException("no dialect claims the prefix /");
    }
}
