package org.ectsuite.outbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the composer of a kind; a mail of a kind without one is sent as it was stored. */
@ApplicationScoped
class Composers {

    private final Map<String, MailComposer> byKind;

    Composers(@All List<MailComposer> composers) {
        // Two composers of one kind are a mistake that must not depend on chance: toMap refuses them.
        this.byKind = composers.stream()
                .flatMap(composer -> composer.kinds().stream().map(kind -> Map.entry(kind, composer)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Uni<ComposedMail> compose(OutboxMail mail) {
        MailComposer composer = byKind.get(mail.kind());
        return composer == null
                ? Uni.createFrom().item(new ComposedMail(mail.data(), List.of()))
                : composer.compose(mail);
    }
}
