package io.haina.menu;

import org.jspecify.annotations.Nullable;

/**
 * A line of a menu. What opens when somebody chooses it is the client's affair.
 *
 * @param content what it is for
 * @param note a remark
 */
public record MenuItem(
        long id,
        String name,
        @Nullable String content,
        @Nullable String note) {}
