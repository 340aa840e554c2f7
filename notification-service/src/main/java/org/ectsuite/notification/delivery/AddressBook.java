package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.notification.message.Destination;
import org.ectsuite.notification.smtp.MailAddress;
import org.ectsuite.notification.template.Audience;
import org.ectsuite.tokensecurity.People;
import org.ectsuite.tokensecurity.Person;
import org.jspecify.annotations.Nullable;

/** Finds out who a mail is for. */
@ApplicationScoped
class AddressBook {

    private final People people;

    AddressBook(People people) {
        this.people = people;
    }

    /** Fails with {@link NoRecipientException} or {@link DirectoryException}. */
    Uni<Addressee> find(Destination destination) {
        return switch (destination) {
            case Destination.Address known ->
                Uni.createFrom().item(() -> addressee(known.address(), known.name(), known.locale(), known.zone()));
            case Destination.Person person ->
                people.find(List.of(person.userId()))
                        .onFailure()
                        .transform(DirectoryException::new)
                        .map(found -> addressee(found.get(person.userId())));
            case Destination.Target target ->
                throw new IllegalArgumentException("Target %s is no mailbox".formatted(target.id()));
        };
    }

    private static Addressee addressee(@Nullable Person person) {
        if (person == null) {
            throw new NoRecipientException("There is no such person, or the person is barred");
        }
        if (person.email() == null) {
            throw new NoRecipientException("The person has no e-mail address");
        }
        return addressee(person.email(), person.name(), person.locale(), person.zone());
    }

    private static Addressee addressee(
            String address, @Nullable String name, @Nullable String locale, @Nullable String zone) {
        MailAddress checked = MailAddress.parse(address)
                .orElseThrow(() -> new NoRecipientException("The person's e-mail address cannot be used"));
        return new Addressee(new MailAddress(name == null ? "" : name, checked.address()), Audience.of(locale, zone));
    }
}
