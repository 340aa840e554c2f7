package org.ectsuite.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of all pages, in all languages. */
class PageWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /** Each bundle in each language besides that of its annotations. */
    static Stream<Arguments> translations() {
        return new ClassFileImporter()
                .importPackages("org.ectsuite.auth").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect)
                        .flatMap(bundle -> ReaderLanguage.WRITTEN.stream()
                                .skip(1)
                                .map(language -> Arguments.of(Named.of(bundle.getSimpleName(), bundle), language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void are_all_there_and_say_the_same_names_and_numbers(Class<?> bundle, Locale language) throws IOException {
        // Given
        Properties words = words(bundle, language);

        // Then
        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(bundle.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        for (Method method : bundle.getDeclaredMethods()) {
            String english = method.getAnnotation(Message.class).value();
            assertThat(placeholders(words.getProperty(method.getName())))
                    .as(method.getName())
                    .isEqualTo(placeholders(english));
        }
    }

    private static Properties words(Class<?> bundle, Locale language) throws IOException {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/%s_%s.properties".formatted(name, language.toLanguageTag())))) {
            words.load(file);
        }
        return words;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
