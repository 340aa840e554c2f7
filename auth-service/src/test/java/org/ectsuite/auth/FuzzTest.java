package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.CookieParam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.EndpointFuzz;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FuzzTest {

    private final List<UUID> administrators = new ArrayList<>();

    /** Other tests want to know who the last administrator is. */
    @AfterEach
    void resign() {
        administrators.forEach(
                id -> TestDatabase.current().update("update account set role = 'USER' where id = ?", id));
        awaitKeys("/auth/me");
    }

    @Test
    void nothing_breaks_it_and_it_keeps_its_inside_to_itself() {
        // When
        int sent = EndpointFuzz.of("/auth/q/openapi")
                .as("a person", () -> Person.someone().accessToken())
                .as("an administrator", this::administrator)
                .cookies(cookiesThatAreRead())
                .verify(6);

        // Then
        assertThat(sent).isGreaterThan(1_000);
        assertThat(Person.someone().accessToken()).isNotEmpty();
    }

    private static String[] cookiesThatAreRead() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.ectsuite.auth");
        Stream<CookieParam> ofFields =
                classes.stream().flatMap(type -> type.getFields().stream()).flatMap(FuzzTest::cookie);
        Stream<CookieParam> ofParameters = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getParameters().stream())
                .flatMap(FuzzTest::cookie);
        String[] names = Stream.concat(ofFields, ofParameters)
                .map(CookieParam::value)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        assertThat(names)
                .containsExactly(
                        "ect_form",
                        "ect_identity",
                        "ect_refresh",
                        "ect_second_step",
                        "ect_session",
                        "ect_sign_in",
                        "ect_with");
        return names;
    }

    private static Stream<CookieParam> cookie(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(CookieParam.class).stream();
    }

    /** One of its own: what he ends or removes is not missed by other tests. */
    private String administrator() {
        Person person = Person.someone();
        String account = "/auth/accounts/" + person.id();
        Response known = awaitKeys(account);
        Person.administrator()
                .api()
                .header("If-Match", "\"" + known.jsonPath().getLong("version") + "\"")
                .body(Map.of("role", "ADMIN"))
                .put(account + "/role")
                .then()
                .statusCode(200);
        administrators.add(person.id());
        return person.renew().accessToken();
    }

    /** All signing keys may just have been withdrawn; the new ones are known a moment later. */
    private static Response awaitKeys(String path) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Person.administrator().api().get(path), found -> found.statusCode() == 200);
    }
}
