package org.ectsuite.ectlog.net;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A net. The counters of its journal and of its rows stand in the same row of the database and are none of Hibernate's
 * business: the journal takes them by statements of its own.
 */
@Entity
@Table(name = "net")
class Net {

    @Id
    private UUID id;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(length = 2000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private NetStatus status;

    @Column(name = "scheduled_start")
    private @Nullable Instant scheduledStart;

    @Column(length = 64)
    private @Nullable String zone;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "self_check_in", nullable = false)
    private boolean selfCheckIn;

    @Column(name = "owner_id", nullable = false, updatable = false)
    private UUID ownerId;

    @Column(name = "owner_name", nullable = false, updatable = false, length = 100)
    private String ownerName;

    @Column(name = "owner_callsign", updatable = false, length = 20)
    private @Nullable String ownerCallsign;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, insertable = false, updatable = false)
    private long sequence;

    /** For Hibernate. */
    Net() {}

    Net(UUID id, NetRequest request, Operator owner, Instant now) {
        this.id = id;
        this.status = NetStatus.DRAFT;
        this.ownerId = owner.userId();
        this.ownerName = owner.name();
        this.ownerCallsign = owner.callsign();
        this.createdAt = now;
        this.name = request.name();
        change(request);
    }

    /** Takes the settings over and counts the version up. */
    final void change(NetRequest request) {
        this.version++;
        this.name = request.name();
        this.description = request.description();
        this.scheduledStart = request.scheduledStart();
        this.zone = request.zone();
        this.selfCheckIn = request.selfCheckInOrDefault();
    }

    /**
     * Takes a step of the life cycle and counts the version up.
     *
     * @throws ProblemException ILLEGAL_TRANSITION, START_TIME_MISSING
     */
    void step(NetStep step, Instant now) {
        NetStatus next = NetLifecycle.after(status, step)
                .orElseThrow(() -> new ProblemException(
                                NetProblem.ILLEGAL_TRANSITION,
                                "A net that is " + status + " cannot take the step " + step + ".")
                        .with("netStatus", status));
        switch (step) {
            case SCHEDULE -> {
                if (scheduledStart == null) {
                    throw new ProblemException(NetProblem.START_TIME_MISSING, "Give the net a start time first.");
                }
            }
            case START -> startedAt = now;
            case CLOSE -> closedAt = now;
            case OPEN_LOBBY, CANCEL, ARCHIVE, UNARCHIVE -> {
                // Nothing but the state changes.
            }
        }
        status = next;
        version++;
    }

    /** Counts the version up, since what belongs to the net but stands in other tables has changed. */
    void touch() {
        version++;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    NetStatus status() {
        return status;
    }

    long sequence() {
        return sequence;
    }

    Operator owner() {
        return new Operator(ownerId, ownerName, ownerCallsign);
    }

    NetAccess access(Caller caller, UUID userId, @Nullable RoleKind role) {
        return NetAccess.of(caller, userId, ownerId, status, selfCheckIn, role);
    }

    NetSnapshot snapshot(List<NetFrequencyView> frequencies) {
        return new NetSnapshot(
                id,
                version,
                name,
                description,
                status,
                scheduledStart,
                zone,
                startedAt,
                closedAt,
                selfCheckIn,
                frequencies,
                owner());
    }
}
