package org.ectsuite.media.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.ectsuite.media.item.KnownFile;
import org.ectsuite.media.metadata.MetadataReader;
import org.junit.jupiter.api.Test;

class FolderComparisonTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void opens_no_file_that_is_as_it_was() {
        // When
        FolderComparison comparison = compare(List.of(file("a.mp3", 5, 7)), known("a.mp3", 5, 7, true));

        // Then
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.toRead()).isEmpty();
        assertThat(comparison.gone()).isEmpty();
        assertThat(comparison.returned()).isEmpty();
    }

    @Test
    void reads_a_file_whose_size_or_time_is_another() {
        assertThat(compare(List.of(file("a.mp3", 6, 7)), known("a.mp3", 5, 7, true))
                        .toRead())
                .containsExactly(new FolderComparison.ToRead(ID, "2026/a.mp3", file("a.mp3", 6, 7)));
        assertThat(compare(List.of(file("a.mp3", 5, 8)), known("a.mp3", 5, 7, true))
                        .toRead())
                .hasSize(1);
    }

    @Test
    void reads_again_what_older_readers_read() {
        // Given
        KnownFile old = new KnownFile(ID, "a.mp3", 5, 7, MetadataReader.VERSION - 1, true);

        // When
        FolderComparison comparison = compare(List.of(file("a.mp3", 5, 7)), old);

        // Then
        assertThat(comparison.toRead()).hasSize(1);
        assertThat(comparison.unchanged()).isZero();
    }

    @Test
    void reads_a_new_file_as_nobody_s() {
        // When
        FolderComparison comparison = compare(List.of(file("a.mp3", 5, 7)));

        // Then
        assertThat(comparison.toRead())
                .containsExactly(new FolderComparison.ToRead(null, "2026/a.mp3", file("a.mp3", 5, 7)));
    }

    @Test
    void notices_what_is_gone_but_not_twice() {
        assertThat(compare(List.of(), known("a.mp3", 5, 7, true)).gone()).hasSize(1);
        assertThat(compare(List.of(), known("a.mp3", 5, 7, false)).gone()).isEmpty();
    }

    @Test
    void knows_a_file_that_is_back_without_opening_it() {
        // When
        FolderComparison comparison = compare(List.of(file("a.mp3", 5, 7)), known("a.mp3", 5, 7, false));

        // Then
        assertThat(comparison.returned()).containsExactly(ID);
        assertThat(comparison.toRead()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(1);
    }

    @Test
    void signs_a_folder_by_names_sizes_and_times_in_any_order() {
        // Given
        FolderListing folder = listing(file("a.mp3", 5, 7), file("b.mp3", 5, 7));

        // Then
        assertThat(folder.signature())
                .isEqualTo(listing(file("b.mp3", 5, 7), file("a.mp3", 5, 7)).signature());
        assertThat(folder.signature())
                .isNotEqualTo(listing(file("a.mp3", 5, 7)).signature())
                .isNotEqualTo(listing(file("a.mp3", 5, 7), file("c.mp3", 5, 7)).signature())
                .isNotEqualTo(listing(file("a.mp3", 6, 7), file("b.mp3", 5, 7)).signature())
                .isNotEqualTo(listing(file("a.mp3", 5, 8), file("b.mp3", 5, 7)).signature())
                .isNotEqualTo(listing(file("a.mp3b", 5, 7), file(".mp3", 5, 7)).signature());
    }

    private static FolderComparison compare(List<FolderListing.File> now, KnownFile... before) {
        return FolderComparison.of(new FolderListing("2026", now), List.of(before));
    }

    private static FolderListing listing(FolderListing.File... files) {
        return new FolderListing("2026", List.of(files));
    }

    private static FolderListing.File file(String name, long size, long nanos) {
        return new FolderListing.File(name, size, nanos);
    }

    private static KnownFile known(String name, long size, long nanos, boolean present) {
        return new KnownFile(ID, name, size, nanos, MetadataReader.VERSION, present);
    }
}
