package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterWriterTest {

    private static final Audience READER = Audience.of("en", "Europe/Berlin");

    @Inject
    LetterWriter writer;

    @Test
    void keeps_a_copy_of_both_letters_for_people_to_look_at() throws IOException {
        // Given
        Path folder = Files.createDirectories(Path.of("target", "letters"));

        // When
        RenderedMail signIn = writer.write(Samples.signInLink(), READER, "Anneliese", List.of());
        RenderedMail netLog = writer.write(
                Samples.netLog(), READER, null, List.of("oberrhein-2026-03-12.csv", "oberrhein-2026-03-12-ics309.txt"));

        // Then
        for (var letter : List.of(signIn, netLog)) {
            String name = letter.subject().replaceAll("[^A-Za-z]+", "-").toLowerCase(java.util.Locale.ROOT);
            Files.writeString(folder.resolve(name + ".html"), letter.html());
            Files.writeString(folder.resolve(name + ".txt"), letter.text());
            assertThat(letter.html()).startsWith("<!DOCTYPE html>");
        }
    }
}
