package org.ectsuite.ectlog.checkin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.ectsuite.ectlog.checkin.CheckInRepository.Known;
import org.ectsuite.ectlog.checkin.CheckInRepository.LiveRow;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.ectlog.journal.Change;
import org.ectsuite.ectlog.journal.EventType;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.journal.NetTransactions;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.net.NetSituation;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.station.Callsign;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/** The log of a net. */
@ApplicationScoped
public class CheckInService {

    private final CheckInRepository rows;
    private final CheckInWriter writer;
    private final NetService nets;
    private final NetTransactions transactions;
    private final Journal journal;
    private final IdempotentRequests idempotent;
    private final Clock clock;

    CheckInService(
            CheckInRepository rows,
            CheckInWriter writer,
            NetService nets,
            NetTransactions transactions,
            Journal journal,
            IdempotentRequests idempotent,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.nets = nets;
        this.transactions = transactions;
        this.journal = journal;
        this.idempotent = idempotent;
        this.clock = clock;
    }

    /** All rows that are in the log, in its order; within the caller's session. */
    public Uni<List<CheckInView>> all(UUID netId) {
        return rows.list("from CheckIn where netId = ?1 and deletedAt is null order by number", netId)
                .map(found -> found.stream().map(CheckIn::view).toList());
    }

    @WithSession
    Uni<Page<CheckInView>> list(UUID netId, boolean deleted, int limit, @Nullable String cursor, Caller caller) {
        int behind = cursor == null ? 0 : number(cursor);
        return nets.situation(netId, caller)
                .chain(() -> rows.ofNet(netId, behind, deleted, limit + 1))
                .map(found -> Page.of(found, limit, row -> Cursor.encode(row.number()), CheckIn::view));
    }

    @WithSession
    Uni<CheckInView> get(UUID netId, UUID id) {
        return require(netId, id);
    }

    Uni<CheckInView> add(UUID netId, CheckInRequest request, @Nullable String idempotencyKey, Caller caller) {
        Operator operator = Operator.of(caller);
        Callsign callsign = callsign("callsign", request.callsign(), request.tacticalOrDefault());
        StationStatus status = request.status() == null ? StationStatus.CHECKED_IN : request.status();
        if (status == StationStatus.CHECKED_OUT) {
            throw ProblemException.invalid("status", "a check-in does not begin with checking out");
        }
        Supplier<Uni<CheckInView>> deed = () -> nets.situation(netId, caller)
                .invoke(net -> {
                    net.requireOpen();
                    requireRight(
                            net.access().mayLog(callsign),
                            "You may log your own callsign only, if the net permits it.");
                })
                .chain(net -> rows.known(netId, callsign).chain(known -> {
                    if (known.live() != null) {
                        throw alreadyCheckedIn(callsign, known.live());
                    }
                    CheckInView row = row(net, request, callsign, status, known, operator);
                    return writer.add(row, journal.entry(EventType.CHECK_IN_ADDED, operator, Change.to(row)));
                }));
        return orWhoLoggedIt(
                netId,
                callsign,
                transactions.in(
                        netId,
                        () -> idempotent.once(
                                idempotencyKey,
                                operator.userId() + " check-in " + netId,
                                request,
                                CheckInView.class,
                                deed)));
    }

    Uni<CheckInView> change(UUID netId, UUID id, long version, CheckInPatch patch, Caller caller) {
        Operator operator = Operator.of(caller);
        return transactions
                .in(
                        netId,
                        () -> nets.situation(netId, caller)
                                .invoke(NetSituation::requireOpen)
                                .chain(net -> require(netId, id).chain(before -> {
                                    if (before.deleted()) {
                                        throw new ProblemException(
                                                CheckInProblem.CHECK_IN_DELETED,
                                                "Restore the check-in before you change it.");
                                    }
                                    Versions.check(version, before.version());
                                    requireRight(
                                            net.access()
                                                    .mayChange(before.loggedBy().userId(), before.userId()),
                                            "You may change your own check-in only.");
                                    if (patch.isNothing()) {
                                        return Uni.createFrom().item(before);
                                    }
                                    return changed(net, before, patch)
                                            .chain(after -> writer.change(
                                                    after,
                                                    journal.entry(
                                                            EventType.CHECK_IN_CHANGED,
                                                            operator,
                                                            Change.of(before, after))));
                                })))
                .onFailure(CheckInWriter.TakenException.class)
                .recoverWithUni(() -> Panache.withSession(() -> require(netId, id)
                        .chain(row -> taken(
                                netId, callsign("callsign", patchedCall(patch, row), patchedTactical(patch, row))))));
    }

    Uni<CheckInView> delete(UUID netId, UUID id, Caller caller) {
        return setDeleted(netId, id, true, EventType.CHECK_IN_DELETED, caller);
    }

    Uni<CheckInView> restore(UUID netId, UUID id, Caller caller) {
        return setDeleted(netId, id, false, EventType.CHECK_IN_RESTORED, caller)
                .onFailure(CheckInWriter.TakenException.class)
                .recoverWithUni(() ->
                        Panache.withSession(() -> require(netId, id).chain(row -> taken(netId, row.call()))));
    }

    private Uni<CheckInView> setDeleted(UUID netId, UUID id, boolean deleted, EventType type, Caller caller) {
        Operator operator = Operator.of(caller);
        return transactions.in(
                netId,
                () -> nets.lockedSituation(netId, caller)
                        .invoke(net -> {
                            net.requireOpen();
                            requireRight(net.access().corrects(), "Only net control and loggers may do this.");
                        })
                        .chain(() -> require(netId, id).chain(before -> {
                            if (before.deleted() == deleted) {
                                return Uni.createFrom().item(before);
                            }
                            CheckInView after = before.next(deleted);
                            return writer.change(after, journal.entry(type, operator, Change.to(after)))
                                    .call(() -> deleted
                                            ? writer.forget(after.callsign())
                                            : Uni.createFrom().voidItem());
                        })));
    }

    private CheckInView row(
            NetSituation net,
            CheckInRequest request,
            Callsign callsign,
            StationStatus status,
            Known known,
            Operator operator) {
        UUID frequencyId = request.frequencyId();
        if (frequencyId == null && net.frequencyIds().size() == 1) {
            frequencyId = net.frequencyIds().getFirst();
        }
        requireFrequency(net, frequencyId);
        return new CheckInView(
                Ids.next(),
                1,
                net.netId(),
                0,
                callsign.text(),
                callsign.base(),
                callsign.prefix(),
                callsign.suffix(),
                callsign.tactical(),
                filled(request.name(), known.name()),
                filled(request.location(), known.location()),
                status,
                frequencyId,
                relay(request.relayedBy()),
                emptied(request.notes()),
                emptied(request.weather()),
                emptied(request.power()),
                request.customFields() == null ? new TreeMap<>() : new TreeMap<>(request.customFields()),
                known.first(),
                net.access().owns(callsign) ? operator.userId() : known.userId(),
                operator,
                clock.instant(),
                null,
                false);
    }

    private Uni<CheckInView> changed(NetSituation net, CheckInView before, CheckInPatch patch) {
        Callsign callsign = callsign("callsign", patchedCall(patch, before), patchedTactical(patch, before));
        boolean renamed = !callsign.equals(before.call());
        if (renamed) {
            requireRight(
                    net.access().mayRename(before.loggedBy().userId(), callsign),
                    "You may change your check-in to your own callsign only.");
        }
        UUID frequencyId = patch.has(CheckInPatch.Field.FREQUENCY_ID) ? patch.getFrequencyId() : before.frequencyId();
        requireFrequency(net, frequencyId);
        StationStatus status = before.status();
        if (patch.has(CheckInPatch.Field.STATUS)) {
            StationStatus wanted = patch.getStatus();
            if (wanted == null) {
                throw ProblemException.invalid("status", "must not be null");
            }
            status = wanted;
        }
        boolean wasOut = before.status() == StationStatus.CHECKED_OUT;
        boolean isOut = status == StationStatus.CHECKED_OUT;
        CheckInView after = new CheckInView(
                before.id(),
                before.version() + 1,
                before.netId(),
                before.number(),
                callsign.text(),
                callsign.base(),
                callsign.prefix(),
                callsign.suffix(),
                callsign.tactical(),
                patch.has(CheckInPatch.Field.NAME) ? emptied(patch.getName()) : before.name(),
                patch.has(CheckInPatch.Field.LOCATION) ? emptied(patch.getLocation()) : before.location(),
                status,
                frequencyId,
                patch.has(CheckInPatch.Field.RELAYED_BY) ? relay(patch.getRelayedBy()) : before.relayedBy(),
                patch.has(CheckInPatch.Field.NOTES) ? emptied(patch.getNotes()) : before.notes(),
                patch.has(CheckInPatch.Field.WEATHER) ? emptied(patch.getWeather()) : before.weather(),
                patch.has(CheckInPatch.Field.POWER) ? emptied(patch.getPower()) : before.power(),
                customFields(patch, before),
                before.recheckOf(),
                before.userId(),
                before.loggedBy(),
                before.checkedInAt(),
                isOut ? (wasOut ? before.checkedOutAt() : clock.instant()) : null,
                false);
        // Another station is another person's; whose, the accounts that were seen say.
        return renamed && !callsign.sameStation(before.call())
                ? rows.known(net.netId(), callsign).map(known -> after.ofAccount(known.userId()))
                : Uni.createFrom().item(after);
    }

    private static Map<String, String> customFields(CheckInPatch patch, CheckInView before) {
        if (!patch.has(CheckInPatch.Field.CUSTOM_FIELDS)) {
            return before.customFields();
        }
        var fields = patch.getCustomFields();
        return fields == null ? new TreeMap<>() : new TreeMap<>(fields);
    }

    private static String patchedCall(CheckInPatch patch, CheckInView row) {
        if (!patch.has(CheckInPatch.Field.CALLSIGN)) {
            return row.callsign();
        }
        String callsign = patch.getCallsign();
        if (callsign == null) {
            throw ProblemException.invalid("callsign", "must not be null");
        }
        return callsign;
    }

    private static boolean patchedTactical(CheckInPatch patch, CheckInView row) {
        if (!patch.has(CheckInPatch.Field.TACTICAL)) {
            return row.tactical();
        }
        Boolean tactical = patch.getTactical();
        return tactical != null && tactical;
    }

    private Uni<CheckInView> require(UUID netId, UUID id) {
        return rows.ofNet(netId, id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such check-in in this net."))
                .map(CheckIn::view);
    }

    /** The loser of a race is told who won it, once its own transaction is gone. */
    private Uni<CheckInView> orWhoLoggedIt(UUID netId, Callsign callsign, Uni<CheckInView> attempt) {
        return attempt.onFailure(CheckInWriter.TakenException.class)
                .recoverWithUni(() -> Panache.withSession(() -> taken(netId, callsign)));
    }

    private Uni<CheckInView> taken(UUID netId, Callsign callsign) {
        return rows.known(netId, callsign).map(known -> {
            if (known.live() == null) {
                // It checked out again in this very moment.
                throw new ProblemException(
                                CommonProblem.CONFLICT, callsign.text() + " was logged by somebody else just now.")
                        .header("Retry-After", "1");
            }
            throw alreadyCheckedIn(callsign, known.live());
        });
    }

    private static ProblemException alreadyCheckedIn(Callsign callsign, LiveRow live) {
        return new ProblemException(
                        CheckInProblem.ALREADY_CHECKED_IN,
                        callsign.text() + " was logged by " + live.loggedBy().label() + ".")
                .with("checkInId", live.id())
                .with("loggedBy", live.loggedBy())
                .with("loggedAt", live.loggedAt());
    }

    private static Callsign callsign(String field, String heard, boolean tactical) {
        return Callsign.parse(heard, tactical)
                .orElseThrow(() -> new ProblemException(
                                CheckInProblem.NOT_A_CALLSIGN,
                                "This is neither an amateur nor a GMRS callsign; mark it as tactical if it is a position or function.")
                        .error(field, "is not a callsign"));
    }

    private static @Nullable String relay(@Nullable String heard) {
        // Whoever relays may do so under a tactical call.
        return heard == null
                ? null
                : Callsign.parse(heard, false)
                        .orElseGet(() -> callsign("relayedBy", heard, true))
                        .text();
    }

    private static void requireFrequency(NetSituation net, @Nullable UUID frequencyId) {
        if (frequencyId != null && !net.frequencyIds().contains(frequencyId)) {
            throw ProblemException.invalid("frequencyId", "is not a frequency of this net");
        }
    }

    private static void requireRight(boolean granted, String otherwise) {
        if (!granted) {
            throw new ProblemException(CommonProblem.FORBIDDEN, otherwise);
        }
    }

    private static @Nullable String filled(@Nullable String given, @Nullable String known) {
        String text = emptied(given);
        return text == null ? known : text;
    }

    private static @Nullable String emptied(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static int number(String cursor) {
        String number = Cursor.decode(cursor, 1).getFirst();
        if (!number.matches("[0-9]{1,9}")) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
        return Integer.parseInt(number);
    }
}
