package org.ectsuite.notification.message;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.message.SendRequest.Recipient;
import org.ectsuite.notification.template.MailData;
import org.jspecify.annotations.Nullable;

/** Mails that this service itself has to send; they go the way of all others. */
@ApplicationScoped
public class OwnMail {

    static final String PRODUCER = "notification-service";

    private final MessageIntake intake;
    private final MessageService service;
    private final ObjectMapper mapper;

    OwnMail(MessageIntake intake, MessageService service, ObjectMapper mapper) {
        this.intake = intake;
        this.service = service;
        this.mapper = mapper;
    }

    /** Sends a letter to somebody with an account, once per key; returns the id of the message. */
    public Uni<UUID> toPerson(String key, MailData data, UUID person) {
        return send(key, data, new Recipient(person, null, null, null, null));
    }

    /** Sends a letter to an address, once per key; returns the id of the message. */
    public Uni<UUID> toAddress(String key, MailData data, String address) {
        return send(key, data, new Recipient(null, address, null, null, null));
    }

    private Uni<UUID> send(String key, MailData data, Recipient recipient) {
        Map<String, @Nullable Object> members = mapper.convertValue(data, new TypeReference<>() {});
        Draft draft = intake.check(new SendRequest(data.kind().wireName(), recipient, members, null, null, null));
        return service.accept(PRODUCER, key, draft).map(Accepted::id);
    }
}
