package io.haina.menu;

import org.jspecify.annotations.Nullable;

/**
 * A line of a menu as somebody wants it; checked by {@link Menus}.
 *
 * @param content null leaves it, empty empties it; so does note
 */
public record MenuItemDraft(
        @Nullable String name,
        @Nullable String content,
        @Nullable String note) {}
