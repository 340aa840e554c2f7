package org.ectsuite.webedge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_row_too_many_proves_that_there_is_more() {
        // When
        Page<String> page = Page.of(List.of(1, 2, 3), 2, row -> "after " + row, row -> "row " + row);

        // Then
        assertThat(page.items()).containsExactly("row 1", "row 2");
        assertThat(page.next()).isEqualTo("after 2");
    }

    @Test
    void the_last_page_has_no_next() {
        // When
        Page<String> page = Page.of(List.of(1, 2), 2, row -> "after " + row, row -> "row " + row);

        // Then
        assertThat(page.items()).containsExactly("row 1", "row 2");
        assertThat(page.next()).isNull();
    }

    @Test
    void an_empty_list_is_a_page() {
        // When
        Page<String> page = Page.of(List.<Integer>of(), 2, row -> "after " + row, row -> "row " + row);

        // Then
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void the_default_as_text_is_the_default() {
        // When / Then
        assertThat(PageLimit.DEFAULT_VALUE).isEqualTo(String.valueOf(PageLimit.DEFAULT));
        assertThat(PageLimit.MAX).isEqualTo(200);
    }
}
