package io.haina.filter;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list and how much there is in all.
 *
 * @param total records that pass the filter, exact where {@code exact}, else at least so many
 */
public record Slice<T>(List<T> rows, Page page, long total, boolean exact) {

    /** Pages in all, as far as the total is known. */
    public long pages() {
        return (total + page.size() - 1) / page.size();
    }

    /** The same slice of something made from each row. */
    public <R> Slice<R> map(Function<? super T, ? extends R> each) {
        return new Slice<>(rows.stream().<R>map(each).toList(), page, total, exact);
    }
}
