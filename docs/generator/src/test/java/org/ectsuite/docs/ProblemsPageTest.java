package org.ectsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsPageTest {

    @TempDir
    Path root;

    @BeforeEach
    void whatAllServicesKnow() throws IOException {
        write("platform/edge/pom.xml", "");
        write("tea-service/pom.xml", "");
        write(
                "platform/edge/src/main/java/CommonProblem.java",
                problems("CommonProblem", "/** Gone. */ NOT_FOUND(404, \"Nothing\")"));
    }

    @Test
    void every_constant_is_a_row_of_its_service() throws IOException {
        // Given
        write(
                "tea-service/src/main/java/TeaProblem.java",
                problems(
                        "TeaProblem",
                        "/** The {@code kettle} is cold. */ NO_HOT_WATER(409, \"There is no hot water\")"));

        // When
        String page = new ProblemsPage(new Repository(root)).write();

        // Then
        assertThat(page).contains("""
                ## tea-service

                | Code | Status | Title | Meaning |
                | --- | --- | --- | --- |
                | `no-hot-water` | 409 | There is no hot water | The `kettle` is cold. |
                """);
    }

    @Test
    void a_code_of_all_services_cannot_mean_something_else_in_one() throws IOException {
        // Given
        write(
                "tea-service/src/main/java/TeaProblem.java",
                problems("TeaProblem", "/** No tea. */ NOT_FOUND(404, \"No tea\")"));
        ProblemsPage page = new ProblemsPage(new Repository(root));

        // When / Then
        assertThatThrownBy(page::write).hasMessageContaining("not-found");
    }

    @Test
    void a_problem_that_is_no_error_is_refused() throws IOException {
        // Given
        write("tea-service/src/main/java/TeaProblem.java", problems("TeaProblem", "/** Fine. */ FINE(200, \"Fine\")"));
        ProblemsPage page = new ProblemsPage(new Repository(root));

        // When / Then
        assertThatThrownBy(page::write).hasMessageContaining("TeaProblem.FINE");
    }

    @Test
    void a_problem_without_a_meaning_is_refused() throws IOException {
        // Given
        write(
                "tea-service/src/main/java/TeaProblem.java",
                problems("TeaProblem", "NO_MILK(409, \"There is no milk\")"));
        ProblemsPage page = new ProblemsPage(new Repository(root));

        // When / Then
        assertThatThrownBy(page::write).hasMessageContaining("TeaProblem.NO_MILK");
    }

    private static String problems(String name, String constant) {
        return "enum " + name + " implements ProblemType { " + constant + "; private final int status; }";
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
