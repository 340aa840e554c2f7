package org.ectsuite.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | en",
                "'' | en",
                "en-GB,en;q=0.9 | en",
                "de | de",
                "de-AT,de;q=0.9,en;q=0.8 | de",
                "DE-ch | de",
                "fr-FR,de;q=0.4,en;q=0.3 | de",
                "fr,en;q=0.5,de;q=0.4 | en",
                "fr | en",
                "de;q=0 | en",
                "* | en",
                "de;q=two | en",
                "';;;,,,' | en",
                "d\u00e9 | en"
            })
    void takes_what_the_reader_likes_best_of_what_there_is(@Nullable String accepted, String language) {
        assertThat(ReaderLanguage.best(accepted).toLanguageTag()).isEqualTo(language);
    }
}
