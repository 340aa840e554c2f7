package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void aligns_columns_to_their_widest_cell() {
        // Given
        TextTable table = new TextTable(List.of(3, 10, 10));
        table.add("9", "W1AW", "Hiram");
        table.add("10", "HB9/DK3XY", "Jörg");

        // When
        String text = table.toString();

        // Then
        assertThat(text).isEqualTo(" 9  W1AW       Hiram\n10  HB9/DK3XY  Jörg\n");
    }

    @Test
    void cuts_long_cells_off_visibly() {
        // Given
        TextTable table = new TextTable(List.of(3, 8));
        table.add("1", "Freiburg im Breisgau");

        // When
        String text = table.toString();

        // Then
        assertThat(text).isEqualTo("1  Freibur…\n");
    }

    @Test
    void leaves_columns_out_in_which_nothing_stands() {
        // Given
        TextTable table = new TextTable(List.of(3, 8, 8));
        table.add("1", "", "Kehl");

        // When
        String text = table.toString();

        // Then
        assertThat(text).isEqualTo("1  Kehl\n");
    }

    @Test
    void counts_characters_and_not_their_halves() {
        // Given
        TextTable table = new TextTable(List.of(3, 4, 4));
        table.add("1", "📻📻", "x");
        table.add("2", "ab", "y");

        // When
        String text = table.toString();

        // Then
        assertThat(text).isEqualTo("1  📻📻  x\n2  ab  y\n");
    }

    @Test
    void refuses_a_row_of_another_length() {
        assertThatThrownBy(() -> new TextTable(List.of(1)).add("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
