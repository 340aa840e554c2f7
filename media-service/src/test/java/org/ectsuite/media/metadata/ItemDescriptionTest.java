package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.ectsuite.media.metadata.ItemDescription.Field;
import org.junit.jupiter.api.Test;

class ItemDescriptionTest {

    private final PathFacts path = new PathRules(ZoneOffset.UTC).read("2026-03-14 1800Z Weekly net (W1AW).mp3");

    @Test
    void prefers_tags_and_knows_where_each_value_is_from() {
        // Given
        EmbeddedMetadata embedded = EmbeddedMetadata.builder()
                .title("Net of the week")
                .duration(90, 1)
                .createdAt(Instant.parse("2026-04-01T00:00:00Z"))
                .build();

        // When
        ItemDescription item = ItemDescription.of(MediaFormat.MP3, path, embedded);

        // Then
        assertThat(item.title()).isEqualTo("Net of the week");
        assertThat(item.origins()).containsEntry(Field.TITLE, Origin.EMBEDDED);
        assertThat(item.artist()).isEqualTo("W1AW");
        assertThat(item.origins()).containsEntry(Field.ARTIST, Origin.PATH);
        assertThat(item.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:00:00Z"));
        assertThat(item.origins()).containsEntry(Field.RECORDED_AT, Origin.PATH);
        assertThat(item.origins()).containsEntry(Field.DURATION, Origin.PROBE);
        assertThat(item.origins()).doesNotContainKey(Field.PAGES);
    }

    @Test
    void believes_a_stated_time_over_the_path() {
        // Given
        EmbeddedMetadata embedded = EmbeddedMetadata.builder()
                .recordedAt(Instant.parse("2026-03-14T18:00:30Z"))
                .build();

        // When
        ItemDescription item = ItemDescription.of(MediaFormat.MP3, path, embedded);

        // Then
        assertThat(item.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:00:30Z"));
        assertThat(item.origins()).containsEntry(Field.RECORDED_AT, Origin.EMBEDDED);
    }

    @Test
    void shows_a_picture_turned_as_its_orientation_says() {
        // When
        ItemDescription item = ItemDescription.of(
                MediaFormat.JPEG,
                path,
                EmbeddedMetadata.builder().size(400, 300).orientation(6).build());

        // Then
        assertThat(item.width()).isEqualTo(300);
        assertThat(item.height()).isEqualTo(400);
    }

    @Test
    void takes_what_a_word_processor_writes_by_itself_for_no_title() {
        // When
        ItemDescription item = ItemDescription.of(
                MediaFormat.PDF,
                path,
                EmbeddedMetadata.builder().title("Untitled").build());

        // Then
        assertThat(item.title()).isEqualTo("Weekly net");
        assertThat(item.origins()).containsEntry(Field.TITLE, Origin.PATH);
    }

    @Test
    void collects_callsigns_from_name_and_tags() {
        // When
        ItemDescription item = ItemDescription.of(
                MediaFormat.MP3,
                path,
                EmbeddedMetadata.builder().artist("K1TTT").build());

        // Then
        assertThat(item.callsigns()).containsExactly("W1AW", "K1TTT");
    }
}
