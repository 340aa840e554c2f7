package org.ectsuite.webedge.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in the order of the list
 * @param next the cursor of the following page, or null on the last one
 * @param <T> what a row shows
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** Keeps the page as it was made. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were fetched with {@code limit + 1}: the row too many proves that there is a next page.
     *
     * @param rows at most {@code limit + 1} rows, in order
     * @param limit the rows of a page
     * @param cursor the cursor that continues after a row
     * @param view what a row shows
     */
    public static <R, T> Page<T> of(
            List<? extends R> rows,
            int limit,
            Function<? super R, String> cursor,
            Function<? super R, ? extends T> view) {
        List<? extends R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().<T>map(view).toList(), next);
    }
}
