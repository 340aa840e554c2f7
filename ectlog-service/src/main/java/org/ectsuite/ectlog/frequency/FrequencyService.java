package org.ectsuite.ectlog.frequency;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The library of frequencies and talkgroups. */
@ApplicationScoped
public class FrequencyService {

    private static final String SAME = "frequency is not distinct from :frequency and mode = :mode"
            + " and network is not distinct from :network and talkgroup is not distinct from :talkgroup"
            + " and id <> :id";

    private final FrequencyRepository library;
    private final AuditTrail audit;
    private final Clock clock;

    FrequencyService(FrequencyRepository library, AuditTrail audit, Clock clock) {
        this.library = library;
        this.audit = audit;
        this.clock = clock;
    }

    @WithSession
    Uni<Page<FrequencyView>> list(int limit, @Nullable String cursor) {
        var query = cursor == null
                ? library.find("from Frequency order by id desc")
                : library.find("from Frequency where id < ?1 order by id desc", Ids.ofCursor(cursor));
        return query.range(0, limit)
                .list()
                .map(rows -> Page.of(rows, limit, row -> Ids.cursor(row.id()), Frequency::view));
    }

    @WithSession
    Uni<FrequencyView> get(UUID id) {
        return find(id).map(Frequency::view);
    }

    @WithTransaction
    Uni<FrequencyView> add(FrequencyRequest request) {
        Channel channel = checked(request);
        Frequency added = new Frequency(Ids.next(), channel, clock.instant());
        return refuseSecond(added.id(), channel)
                .chain(() -> library.persistAndFlush(added))
                .onFailure(FrequencyService::violatesOnce)
                .transform(violation -> exists())
                .call(row -> audit.record(
                        AuditEntry.of("frequency.added", "frequency", row.id().toString())
                                .after(row.view())))
                .map(Frequency::view);
    }

    @WithTransaction
    Uni<FrequencyView> change(UUID id, long version, FrequencyRequest request) {
        Channel channel = checked(request);
        return locked(id, version).call(() -> refuseSecond(id, channel)).chain(row -> {
            FrequencyView before = row.view();
            row.change(channel);
            return library.flush()
                    .onFailure(FrequencyService::violatesOnce)
                    .transform(violation -> exists())
                    .chain(() -> audit.record(AuditEntry.of("frequency.changed", "frequency", id.toString())
                            .before(before)
                            .after(row.view())))
                    .replaceWith(row::view);
        });
    }

    @WithTransaction
    Uni<Void> remove(UUID id, long version) {
        return locked(id, version)
                .chain(row -> library.delete("id", id)
                        .chain(() -> audit.record(AuditEntry.of("frequency.removed", "frequency", id.toString())
                                .before(row.view()))));
    }

    /**
     * The entries of these ids, within the caller's transaction.
     *
     * @throws ProblemException VALIDATION_FAILED, naming the field {@code frequencyIds}, if one is not in the library
     */
    public Uni<Map<UUID, Channel>> channels(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return library.list("id in ?1", List.copyOf(ids)).map(rows -> {
            Map<UUID, Channel> channels = new HashMap<>();
            rows.forEach(row -> channels.put(row.id(), row.view().channel()));
            ids.stream().filter(id -> !channels.containsKey(id)).findFirst().ifPresent(id -> {
                throw ProblemException.invalid("frequencyIds", id + " is not in the library");
            });
            return channels;
        });
    }

    private Uni<Frequency> locked(UUID id, long version) {
        return library.findById(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(FrequencyService::missing)
                .invoke(row -> Versions.check(version, row.version()));
    }

    private Uni<Frequency> find(UUID id) {
        return library.findById(id).onItem().ifNull().failWith(FrequencyService::missing);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such frequency.");
    }

    private static Channel checked(FrequencyRequest request) {
        Channel channel = request.channel();
        if (channel.frequency() == null && channel.network() == null) {
            throw ProblemException.invalid("frequency", "a frequency or a network must be given");
        }
        return channel;
    }

    /** Two people may add the same at once; then the unique index refuses the later one. */
    private Uni<Void> refuseSecond(UUID id, Channel channel) {
        // A map that takes null, unlike Map.of: what is absent must be absent in the other, too.
        Map<String, @Nullable Object> same = new HashMap<>();
        same.put("frequency", channel.frequency());
        same.put("mode", channel.mode());
        same.put("network", channel.network());
        same.put("talkgroup", channel.talkgroup());
        same.put("id", id);
        return library.find(SAME, same)
                .firstResult()
                .invoke(known -> {
                    if (known != null) {
                        throw exists().with("frequencyId", known.id());
                    }
                })
                .replaceWithVoid();
    }

    private static boolean violatesOnce(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && "frequency_once".equals(violation.getConstraintName());
    }

    static ProblemException exists() {
        return new ProblemException(
                FrequencyProblem.FREQUENCY_EXISTS,
                "The library has an entry of this frequency, mode, network and talkgroup.");
    }
}
