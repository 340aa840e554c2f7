package org.ectsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationPageTest {

    @TempDir
    Path root;

    @BeforeEach
    void aServiceAndAJar() throws IOException {
        write("platform/edge/pom.xml", "");
        write("tea-service/pom.xml", "");
    }

    @Test
    void every_member_of_a_mapping_is_a_row() throws IOException {
        // Given
        write("tea-service/src/main/java/TeaConfig.java", """
                package tea;

                /** How tea is made; see {@link Cup}. */
                @ConfigMapping(prefix = "ect.tea")
                public interface TeaConfig {
                    /** How hot, in {@code °C}. */
                    @WithDefault("95")
                    int temperature();

                    /** Who pours. */
                    String pouredBy();

                    /** A note | or two. */
                    Optional<String> note();

                    /** Which kind. */
                    @WithDefault("GREEN_TEA")
                    Kind kind();

                    /** How long it draws, by sort. */
                    Map<String, Duration> drawing();

                    /** Cups by name. */
                    Map<String, Cup> cups();

                    /** One cup. */
                    interface Cup {
                        /** Its size. */
                        @WithName("size.millilitres")
                        @WithDefault("1" + "50")
                        long size();

                        /** What is in it. */
                        @WithDefault("milk,sugar")
                        List<String> additions();
                    }

                    /** The kinds. */
                    enum Kind {
                        GREEN_TEA,
                        BLACK
                    }
                }
                """);

        // When
        String page = new ConfigurationPage(new Repository(root)).write();

        // Then
        assertThat(page).contains("""
                ### `ect.tea`

                How tea is made; see `Cup`.

                | Property | Value | Default | Meaning |
                | --- | --- | --- | --- |
                | `ect.tea.temperature` | whole number | `95` | How hot, in `°C`. |
                | `ect.tea.poured-by` | text | **required** | Who pours. |
                | `ect.tea.note` | text | – | A note \\| or two. |
                | `ect.tea.kind` | `green-tea`, `black` | `GREEN_TEA` | Which kind. |
                | `ect.tea.drawing."<key>"` | duration | – | How long it draws, by sort. |
                | `ect.tea.cups."<key>".size.millilitres` | whole number | `150` | Its size. |
                | `ect.tea.cups."<key>".additions` | list of: text | `milk,sugar` | What is in it. |
                """);
    }

    @Test
    void a_mapping_with_an_undocumented_member_is_refused() throws IOException {
        // Given
        write("tea-service/src/main/java/TeaConfig.java", """
                package tea;

                /** How tea is made. */
                @ConfigMapping(prefix = "ect.tea")
                public interface TeaConfig {
                    int temperature();
                }
                """);
        ConfigurationPage page = new ConfigurationPage(new Repository(root));

        // When / Then
        assertThatThrownBy(page::write).hasMessageContaining("tea.TeaConfig.temperature");
    }

    @Test
    void a_variable_is_explained_by_its_own_line_or_the_comment_above() throws IOException {
        // Given
        write("tea-service/src/main/resources/application.properties", """
                # About something else.

                # Where the kettle is,
                # and nothing more.
                kettle.url=${ECT_KETTLE_URL}
                kettle.again=http://${ECT_KETTLE_URL}

                # ECT_CUPS: How many cups.
                # Odd numbers bring luck.
                cups=${ECT_CUPS:3}
                %test.cups=${ECT_TEST_CUPS:1}
                """);

        // When
        String page = new ConfigurationPage(new Repository(root)).write();

        // Then
        assertThat(page).contains("""
                | Variable | Default | Meaning | Sets |
                | --- | --- | --- | --- |
                | `ECT_KETTLE_URL` | **required** | Where the kettle is, and nothing more. | `kettle.url`, `kettle.again` |
                | `ECT_CUPS` | `3` | How many cups. | `cups` |
                """).doesNotContain("ECT_TEST_CUPS");
    }

    @Test
    void a_variable_of_all_services_means_the_same_in_each() throws IOException {
        // Given
        write("platform/edge/src/main/resources/META-INF/microprofile-config.properties", """
                # ECT_PORT: Where it listens.
                port=${ECT_PORT:8080}
                """);
        write("platform/edge/src/main/java/EdgeConfig.java", """
                package edge;

                /** The edge. */
                @ConfigMapping(prefix = "ect.edge")
                interface EdgeConfig {
                    /** Who else is there. */
                    @WithDefault("${ect.peer:${ECT_PEER}}")
                    String peer();
                }
                """);
        write("tea-service/src/main/resources/application.properties", """
                # Something else.
                colour=green
                port=${ECT_PORT:8099}
                ect.peer=${ECT_PEER}
                """);

        // When
        String page = new ConfigurationPage(new Repository(root)).write();

        // Then
        assertThat(page).contains("""
                ## Every service

                | Variable | Default | Meaning | Sets |
                | --- | --- | --- | --- |
                | `ECT_PORT` | `8080` | Where it listens. | `port` |
                | `ECT_PEER` | **required** | Who else is there. | `ect.edge.peer` |
                """).contains("""
                ## tea-service

                | Variable | Default | Meaning | Sets |
                | --- | --- | --- | --- |
                | `ECT_PORT` | `8099` | Where it listens. | `port` |
                | `ECT_PEER` | **required** | Who else is there. | `ect.peer` |
                """);
    }

    @Test
    void a_variable_that_nobody_explains_is_refused() throws IOException {
        // Given
        write("tea-service/src/main/resources/application.properties", """
                # ---- A heading is no explanation ----
                cups=${ECT_CUPS:3}
                """);
        ConfigurationPage page = new ConfigurationPage(new Repository(root));

        // When / Then
        assertThatThrownBy(page::write).hasMessageContaining("ECT_CUPS");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
