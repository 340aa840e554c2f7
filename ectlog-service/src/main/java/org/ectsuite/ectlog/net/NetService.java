package org.ectsuite.ectlog.net;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.ectlog.frequency.Channel;
import org.ectsuite.ectlog.frequency.FrequencyService;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.ectlog.journal.Change;
import org.ectsuite.ectlog.journal.EventType;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.journal.NetTransactions;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.text.Zones;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Nets and what belongs to them. Every change locks the net's row first and decides by what it then reads, so that two
 * changes at the same moment meet one after the other.
 */
@ApplicationScoped
public class NetService {

    private final NetRepository nets;
    private final NetRoleRepository roles;
    private final NetFrequencyRepository frequencies;
    private final FrequencyService library;
    private final NetTransactions transactions;
    private final Journal journal;
    private final NetWatch watch;
    private final AuditTrail audit;
    private final IdempotentRequests idempotent;
    private final Clock clock;

    NetService(
            NetRepository nets,
            NetRoleRepository roles,
            NetFrequencyRepository frequencies,
            FrequencyService library,
            NetTransactions transactions,
            Journal journal,
            NetWatch watch,
            AuditTrail audit,
            IdempotentRequests idempotent,
            Clock clock) {
        this.nets = nets;
        this.roles = roles;
        this.frequencies = frequencies;
        this.library = library;
        this.transactions = transactions;
        this.journal = journal;
        this.watch = watch;
        this.audit = audit;
        this.idempotent = idempotent;
        this.clock = clock;
    }

    /** A page of nets, newest first. */
    @WithSession
    public Uni<Page<NetView>> list(Set<NetStatus> statuses, int limit, @Nullable UUID before, Caller caller) {
        Operator operator = Operator.of(caller);
        return nets.newestFirst(statuses, before, limit + 1)
                .chain(found -> views(found, caller, operator))
                .map(views -> Page.of(views, limit, view -> Ids.cursor(view.id()), view -> view));
    }

    /** One net. */
    @WithSession
    public Uni<NetView> get(UUID id, Caller caller) {
        return nets.require(id).chain(net -> view(net, caller, Operator.of(caller)));
    }

    /** What a feature must know before it does something in a net; within the caller's session. */
    public Uni<NetSituation> situation(UUID id, Caller caller) {
        return nets.situation(id, caller, Operator.of(caller).userId());
    }

    /** The same, and the net stays locked until the caller's transaction ends. */
    public Uni<NetSituation> lockedSituation(UUID id, Caller caller) {
        return nets.lockedSituation(id, caller, Operator.of(caller).userId());
    }

    /** Who gets the log when the net is closed; within the caller's session. */
    public Uni<List<UUID>> subscribers(UUID id) {
        return nets.subscribers(id);
    }

    /** The net as the journal knows it and who is what in it; within the caller's session. */
    public Uni<NetFile> file(UUID id) {
        return nets.require(id)
                .chain(net -> frequencies
                        .ofNets(List.of(id))
                        .chain(chosen -> roles.ofNets(List.of(id))
                                .map(who -> new NetFile(
                                        net.snapshot(chosen.stream()
                                                .map(NetFrequency::view)
                                                .toList()),
                                        who.stream().map(NetRole::view).toList()))));
    }

    Uni<NetView> create(NetRequest request, @Nullable String idempotencyKey, Caller caller) {
        requireZone(request);
        Operator owner = Operator.of(caller);
        UUID id = Ids.next();
        return transactions.in(
                id,
                () -> idempotent.once(
                        idempotencyKey,
                        owner.userId() + " create-net",
                        request,
                        NetView.class,
                        () -> create(id, request, caller, owner)));
    }

    private Uni<NetView> create(UUID id, NetRequest request, Caller caller, Operator owner) {
        Net net = new Net(id, request, owner, clock.instant());
        NetRoleView ncs = new NetRoleView(owner.userId(), owner.name(), owner.callsign(), RoleKind.NCS);
        return library.channels(request.frequencies())
                .chain(channels -> nets.persist(net)
                        .chain(() -> frequencies.addAll(copies(id, request.frequencies(), channels)))
                        .chain(() -> roles.persist(new NetRole(id, ncs, clock.instant())))
                        .chain(nets::flush)
                        .chain(() -> nets.subscribe(id, owner.userId(), now())))
                .chain(() -> snapshot(net))
                .chain(snapshot -> journal.append(id, EventType.NET_CREATED, owner, Change.to(snapshot)))
                .chain(() -> journal.append(id, EventType.ROLE_GRANTED, owner, Change.to(ncs)))
                .chain(sequence -> viewAt(sequence, net, caller, owner));
    }

    Uni<NetView> update(UUID id, long version, NetRequest request, Caller caller) {
        requireZone(request);
        Operator operator = Operator.of(caller);
        return transactions.in(
                id,
                () -> lockedForManager(id, caller, operator)
                        .invoke(net -> {
                            Versions.check(version, net.version());
                            requireEditable(net);
                            if (net.status() == NetStatus.SCHEDULED && request.scheduledStart() == null) {
                                throw new ProblemException(
                                        NetProblem.START_TIME_MISSING, "A scheduled net keeps a start time.");
                            }
                        })
                        .chain(net -> snapshot(net)
                                .chain(before -> choose(id, request.frequencies())
                                        .chain(() -> {
                                            net.change(request);
                                            return nets.flush();
                                        })
                                        .chain(() -> snapshot(net))
                                        .call(after -> watch.changed(before, after, operator.userId()))
                                        .chain(after -> journal.append(
                                                id, EventType.NET_UPDATED, operator, Change.of(before, after)))
                                        .chain(sequence -> viewAt(sequence, net, caller, operator)))));
    }

    @WithTransaction
    Uni<Void> delete(UUID id, Caller caller) {
        return lockedForManager(id, caller, Operator.of(caller)).chain(net -> {
            if (net.status() != NetStatus.DRAFT) {
                throw new ProblemException(NetProblem.NOT_A_DRAFT, "Only a draft can be deleted.")
                        .with("netStatus", net.status());
            }
            return snapshot(net)
                    .chain(before -> nets.delete("id", id)
                            .chain(() -> audit.record(AuditEntry.of("net.deleted", "net", id.toString())
                                    .before(before))));
        });
    }

    Uni<NetView> step(UUID id, NetStep step, Caller caller) {
        return transactions.in(id, () -> advance(id, step, caller));
    }

    /** Takes a step of the life cycle within the caller's transaction. */
    public Uni<NetView> advance(UUID id, NetStep step, Caller caller) {
        Operator operator = Operator.of(caller);
        return lockedForManager(id, caller, operator)
                .chain(net -> snapshot(net).chain(before -> {
                    net.step(step, clock.instant());
                    return nets.flush()
                            .chain(() -> snapshot(net))
                            .call(after -> watch.changed(before, after, operator.userId()))
                            .chain(after -> journal.append(
                                    id, EventType.NET_STATUS_CHANGED, operator, Change.of(before, after)))
                            .chain(sequence -> viewAt(sequence, net, caller, operator));
                }));
    }

    Uni<NetView> grant(UUID id, UUID userId, RoleRequest request, Caller caller) {
        Operator operator = Operator.of(caller);
        NetRoleView granted = new NetRoleView(userId, request.name(), request.callsign(), request.role());
        return transactions.in(
                id,
                () -> lockedForManager(id, caller, operator)
                        .invoke(NetService::requireEditable)
                        .chain(net -> roles.findById(new NetRole.Key(id, userId))
                                .chain(present -> {
                                    if (present != null && present.view().equals(granted)) {
                                        return view(net, caller, operator);
                                    }
                                    return keepNetControl(net, present, request.role())
                                            .chain(() -> {
                                                Change change = present == null
                                                        ? Change.to(granted)
                                                        : Change.of(present.view(), granted);
                                                return put(id, present, granted)
                                                        .chain(() -> journal.append(
                                                                id, EventType.ROLE_GRANTED, operator, change));
                                            })
                                            .chain(sequence -> viewAt(sequence, net, caller, operator));
                                })));
    }

    Uni<NetView> revoke(UUID id, UUID userId, Caller caller) {
        Operator operator = Operator.of(caller);
        return transactions.in(
                id,
                () -> lockedForManager(id, caller, operator)
                        .invoke(NetService::requireEditable)
                        .chain(net -> roles.findById(new NetRole.Key(id, userId))
                                .chain(present -> {
                                    if (present == null) {
                                        throw ProblemException.notFound("This person has no role in the net.");
                                    }
                                    return keepNetControl(net, present, null)
                                            .chain(() -> roles.delete("netId = ?1 and userId = ?2", id, userId))
                                            .chain(() -> journal.append(
                                                    id, EventType.ROLE_REVOKED, operator, Change.from(present.view())))
                                            .chain(sequence -> viewAt(sequence, net, caller, operator));
                                })));
    }

    @WithTransaction
    Uni<Void> subscribe(UUID id, Caller caller) {
        UUID userId = Operator.of(caller).userId();
        return nets.require(id)
                .chain(() -> nets.subscribe(id, userId, now()))
                .chain(changed -> subscription("net.subscribed", id, changed));
    }

    @WithTransaction
    Uni<Void> unsubscribe(UUID id, Caller caller) {
        UUID userId = Operator.of(caller).userId();
        return nets.require(id)
                .chain(() -> nets.unsubscribe(id, userId))
                .chain(changed -> subscription("net.unsubscribed", id, changed));
    }

    private Uni<Void> subscription(String action, UUID netId, boolean changed) {
        return changed
                ? audit.record(AuditEntry.of(action, "net", netId.toString()))
                : Uni.createFrom().voidItem();
    }

    /** A net on the air or in the lobby keeps at least one net control station. */
    private Uni<Void> keepNetControl(Net net, @Nullable NetRole present, @Nullable RoleKind next) {
        boolean goes = present != null && present.role() == RoleKind.NCS && next != RoleKind.NCS;
        if (!goes || !net.status().open()) {
            return Uni.createFrom().voidItem();
        }
        return roles.netControls(net.id())
                .invoke(controls -> {
                    if (controls == 1) {
                        throw new ProblemException(NetProblem.LAST_NCS, "Give somebody else the NCS role first.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> put(UUID id, @Nullable NetRole present, NetRoleView granted) {
        if (present == null) {
            return roles.persistAndFlush(new NetRole(id, granted, clock.instant()))
                    .replaceWithVoid();
        }
        present.become(granted, clock.instant());
        return roles.flush();
    }

    /** Keeps the copies that the net has, drops and adds the others. */
    private Uni<Void> choose(UUID id, List<UUID> chosen) {
        return frequencies.ofNets(List.of(id)).chain(present -> {
            List<UUID> dropped = present.stream()
                    .map(NetFrequency::frequencyId)
                    .filter(frequency -> !chosen.contains(frequency))
                    .toList();
            Set<UUID> added = new HashSet<>(chosen);
            present.forEach(row -> added.remove(row.frequencyId()));
            present.stream()
                    .filter(row -> chosen.contains(row.frequencyId()))
                    .forEach(row -> row.moveTo(chosen.indexOf(row.frequencyId())));
            return frequencies
                    .used(id, dropped)
                    .invoke(used -> {
                        if (used) {
                            throw new ProblemException(
                                    NetProblem.FREQUENCY_IN_USE, "The log names a frequency that the net would lose.");
                        }
                    })
                    .chain(() -> library.channels(added))
                    .chain(channels -> frequencies
                            .remove(id, dropped)
                            .chain(() -> frequencies.addAll(copies(id, chosen, channels))))
                    .chain(frequencies::flush);
        });
    }

    /** A copy of each chosen frequency that the library was asked for. */
    private static List<NetFrequency> copies(UUID id, List<UUID> chosen, Map<UUID, Channel> channels) {
        List<NetFrequency> copies = new ArrayList<>();
        for (int position = 0; position < chosen.size(); position++) {
            Channel channel = channels.get(chosen.get(position));
            if (channel != null) {
                copies.add(new NetFrequency(id, chosen.get(position), position, channel));
            }
        }
        return copies;
    }

    private Uni<Net> lockedForManager(UUID id, Caller caller, Operator operator) {
        return nets.lock(id)
                .call(net -> roles.findById(new NetRole.Key(id, operator.userId()))
                        .invoke(role -> {
                            if (!net.access(caller, operator.userId(), role == null ? null : role.role())
                                    .manages()) {
                                throw new ProblemException(
                                        CommonProblem.FORBIDDEN,
                                        "Only net control, the owner and administrators may do this.");
                            }
                        }));
    }

    private static void requireEditable(Net net) {
        if (!net.status().editable()) {
            throw new ProblemException(NetProblem.NET_CLOSED, "A closed net stays as it is.")
                    .with("netStatus", net.status());
        }
    }

    private static void requireZone(NetRequest request) {
        String zone = request.zone();
        if (zone != null && Zones.find(zone).isEmpty()) {
            throw ProblemException.invalid("zone", "is not the IANA name of a time zone");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Uni<NetSnapshot> snapshot(Net net) {
        return frequencies
                .ofNets(List.of(net.id()))
                .map(chosen ->
                        net.snapshot(chosen.stream().map(NetFrequency::view).toList()));
    }

    private Uni<NetView> view(Net net, Caller caller, Operator operator) {
        return viewAt(net.sequence(), net, caller, operator);
    }

    private Uni<NetView> viewAt(long sequence, Net net, Caller caller, Operator operator) {
        return views(List.of(net), caller, operator).map(List::getFirst).map(view -> view.atSequence(sequence));
    }

    private Uni<List<NetView>> views(List<Net> found, Caller caller, Operator operator) {
        List<UUID> ids = found.stream().map(Net::id).toList();
        return frequencies
                .ofNets(ids)
                .chain(chosen -> roles.ofNets(ids)
                        .chain(who -> nets.counts(ids)
                                .chain(counts -> nets.subscribed(operator.userId(), ids)
                                        .map(subscribed -> {
                                            Map<UUID, List<NetFrequencyView>> frequenciesOf = chosen.stream()
                                                    .collect(groupingBy(
                                                            NetFrequency::netId,
                                                            mapping(NetFrequency::view, toList())));
                                            Map<UUID, List<NetRoleView>> rolesOf = who.stream()
                                                    .collect(groupingBy(
                                                            NetRole::netId, mapping(NetRole::view, toList())));
                                            return found.stream()
                                                    .map(net -> {
                                                        List<NetRoleView> netRoles =
                                                                rolesOf.getOrDefault(net.id(), List.of());
                                                        NetMe me = net.access(
                                                                        caller,
                                                                        operator.userId(),
                                                                        roleOf(netRoles, operator))
                                                                .me(subscribed.contains(net.id()));
                                                        return NetView.of(
                                                                net.snapshot(frequenciesOf.getOrDefault(
                                                                        net.id(), List.of())),
                                                                netRoles,
                                                                counts.getOrDefault(net.id(), NetCounts.NONE),
                                                                net.sequence(),
                                                                me);
                                                    })
                                                    .toList();
                                        }))));
    }

    private static @Nullable RoleKind roleOf(List<NetRoleView> roles, Operator operator) {
        return roles.stream()
                .filter(role -> role.userId().equals(operator.userId()))
                .map(NetRoleView::role)
                .findFirst()
                .orElse(null);
    }
}
