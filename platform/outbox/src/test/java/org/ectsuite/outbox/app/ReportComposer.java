package org.ectsuite.outbox.app;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ectsuite.outbox.Attachment;
import org.ectsuite.outbox.ComposedMail;
import org.ectsuite.outbox.MailComposer;
import org.ectsuite.outbox.NeedlessMailException;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.UnsendableMailException;

/** Composes from the database, as real ones do. */
@ApplicationScoped
public class ReportComposer implements MailComposer {

    @Override
    public Set<String> kinds() {
        return Set.of("report");
    }

    @Override
    @WithSession
    public Uni<ComposedMail> compose(OutboxMail mail) {
        return switch (String.valueOf(mail.data().get("about"))) {
            case "gone" -> Uni.createFrom().failure(new UnsendableMailException("The net is gone"));
            case "over" -> Uni.createFrom().failure(new NeedlessMailException("The net is over"));
            case "trouble" -> Uni.createFrom().failure(new IllegalStateException("hunter2 must not be stored"));
            default ->
                Panache.getSession()
                        .chain(session -> session.createNativeQuery("SELECT 6 * 7", Integer.class)
                                .getSingleResult())
                        .map(answer -> new ComposedMail(
                                Map.of("answer", answer),
                                List.of(new Attachment(
                                        "log.csv", "text/csv", "a;ü".getBytes(StandardCharsets.UTF_8)))));
        };
    }
}
