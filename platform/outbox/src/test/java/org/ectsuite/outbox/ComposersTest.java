package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComposersTest {

    private static final OutboxMail MAIL =
            new OutboxMail("net-log", new Recipient.Person(UUID.randomUUID()), Map.of("stored", 1), null);

    private record Fixed(String kind, ComposedMail mail) implements MailComposer {
        @Override
        public Set<String> kinds() {
            return Set.of(kind);
        }

        @Override
        public Uni<ComposedMail> compose(OutboxMail ignored) {
            return Uni.createFrom().item(mail);
        }
    }

    @Test
    void asks_the_composer_of_the_kind() {
        ComposedMail composed = new ComposedMail(Map.of("composed", 2), List.of());
        Composers composers = new Composers(List.of(new Fixed("net-log", composed)));

        assertThat(composers.compose(MAIL).await().indefinitely()).isEqualTo(composed);
    }

    @Test
    void sends_a_mail_without_a_composer_as_it_was_stored() {
        Composers composers = new Composers(List.of(new Fixed("other", new ComposedMail(Map.of(), List.of()))));

        assertThat(composers.compose(MAIL).await().indefinitely())
                .isEqualTo(new ComposedMail(Map.of("stored", 1), List.of()));
    }

    @Test
    void refuses_two_composers_of_one_kind() {
        MailComposer composer = new Fixed("net-log", new ComposedMail(Map.of(), List.of()));

        assertThatIllegalStateException().isThrownBy(() -> new Composers(List.of(composer, composer)));
    }
}
