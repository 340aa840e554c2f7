package org.ectsuite.media.item;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ectsuite.media.metadata.GeoPosition;
import org.ectsuite.media.metadata.ItemDescription;
import org.ectsuite.media.metadata.MetadataReader;
import org.hibernate.reactive.mutiny.Mutiny;

/** The catalogue as scans write it. */
@ApplicationScoped
public class ItemCatalogue {

    private final Clock clock;

    ItemCatalogue(Clock clock) {
        this.clock = clock;
    }

    /** What became of files that were saved. */
    public record Saved(int added, int changed, int moved) {}

    /** The files that the catalogue knows in one folder. */
    @WithSession
    public Uni<List<KnownFile>> known(UUID library, String folder) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select id, fileName, size, modifiedNanos, readerVersion, status from Item"
                                        + " where libraryId = :library and folder = :folder",
                                Object[].class)
                        .setParameter("library", library)
                        .setParameter("folder", folder)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new KnownFile(
                                (UUID) row[0],
                                (String) row[1],
                                (long) row[2],
                                (long) row[3],
                                (int) row[4],
                                row[5] == ItemStatus.PRESENT))
                        .toList());
    }

    /** Saves files that are new or changed; one whose content is known from an item that is missing is that item. */
    @WithTransaction
    public Uni<Saved> save(UUID library, List<ScannedFile> files) {
        return Panache.getSession()
                .chain(session -> byId(session, files)
                        .chain(known -> byFingerprint(session, library, files)
                                .chain(missing -> save(session, library, files, known, missing))));
    }

    /** Items whose files came back unchanged. */
    @WithTransaction
    public Uni<Integer> markPresent(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("update Item set status = :present, missingSince = null"
                                + " where id in :ids and status = :missing")
                        .setParameter("present", ItemStatus.PRESENT)
                        .setParameter("missing", ItemStatus.MISSING)
                        .setParameter("ids", ids)
                        .executeUpdate());
    }

    /** Items whose files are no longer in their folder. Gives how many there were. */
    @WithTransaction
    public Uni<Integer> markMissing(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("update Item set status = :missing, missingSince = :now"
                                + " where id in :ids and status = :present")
                        .setParameter("present", ItemStatus.PRESENT)
                        .setParameter("missing", ItemStatus.MISSING)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", ids)
                        .executeUpdate());
    }

    /** All items of a folder that is no longer there. Gives how many there were. */
    @WithTransaction
    public Uni<Integer> markFolderMissing(UUID library, String folder) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("update Item set status = :missing, missingSince = :now"
                                + " where libraryId = :library and folder = :folder and status = :present")
                        .setParameter("present", ItemStatus.PRESENT)
                        .setParameter("missing", ItemStatus.MISSING)
                        .setParameter("now", clock.instant())
                        .setParameter("library", library)
                        .setParameter("folder", folder)
                        .executeUpdate());
    }

    /** Forgets items that have been missing since before an instant. Gives how many there were. */
    @WithTransaction
    public Uni<Integer> prune(UUID library, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("delete from Item"
                                + " where libraryId = :library and status = :missing and missingSince < :before")
                        .setParameter("missing", ItemStatus.MISSING)
                        .setParameter("library", library)
                        .setParameter("before", before)
                        .executeUpdate());
    }

    /** The folders of a library that hold items whose files were there. */
    @WithSession
    public Uni<List<String>> folders(UUID library) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select distinct folder from Item where libraryId = :library and status = :present",
                                String.class)
                        .setParameter("library", library)
                        .setParameter("present", ItemStatus.PRESENT)
                        .getResultList());
    }

    private static Uni<Map<UUID, Item>> byId(Mutiny.Session session, List<ScannedFile> files) {
        List<UUID> ids = files.stream()
                .map(ScannedFile::knownId)
                .filter(Objects::nonNull)
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery("from Item where id in :ids", Item.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(items -> {
                    Map<UUID, Item> known = new HashMap<>();
                    items.forEach(item -> known.put(item.id, item));
                    return known;
                });
    }

    /** The missing items by content, the one that went last at the end of each list. */
    private static Uni<Map<ByteBuffer, List<Item>>> byFingerprint(
            Mutiny.Session session, UUID library, List<ScannedFile> files) {
        List<byte[]> fingerprints = files.stream()
                // All empty files are alike.
                .filter(file -> file.knownId() == null && file.size() > 0)
                .map(ScannedFile::fingerprint)
                .toList();
        if (fingerprints.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery(
                        "from Item where libraryId = :library and status = :missing and fingerprint in :fingerprints"
                                + " order by missingSince, id",
                        Item.class)
                .setParameter("library", library)
                .setParameter("missing", ItemStatus.MISSING)
                .setParameter("fingerprints", fingerprints)
                .getResultList()
                .map(items -> {
                    Map<ByteBuffer, List<Item>> missing = new HashMap<>();
                    items.forEach(item -> missing.computeIfAbsent(
                                    ByteBuffer.wrap(item.fingerprint), fingerprint -> new ArrayList<>())
                            .add(item));
                    return missing;
                });
    }

    private Uni<Saved> save(
            Mutiny.Session session,
            UUID library,
            List<ScannedFile> files,
            Map<UUID, Item> known,
            Map<ByteBuffer, List<Item>> missing) {
        List<Item> added = new ArrayList<>();
        List<ItemThumbnail> thumbnails = new ArrayList<>();
        List<UUID> touched = new ArrayList<>();
        int changed = 0;
        int moved = 0;
        for (ScannedFile file : files) {
            Item item = file.knownId() == null ? null : known.get(file.knownId());
            if (item != null) {
                changed++;
            } else {
                List<Item> alike = missing.getOrDefault(ByteBuffer.wrap(file.fingerprint()), List.of());
                if (file.size() > 0 && !alike.isEmpty()) {
                    item = alike.removeLast();
                    moved++;
                } else {
                    item = new Item();
                    item.id = UuidCreator.getTimeOrderedEpoch();
                    item.libraryId = library;
                    item.addedAt = clock.instant();
                    added.add(item);
                }
            }
            fill(item, file);
            touched.add(item.id);
            if (file.description().thumbnail() != null) {
                thumbnails.add(new ItemThumbnail(
                        item.id,
                        file.description().thumbnail().contentType(),
                        file.description().thumbnail().bytes()));
            }
        }
        Saved saved = new Saved(added.size(), changed, moved);
        return session.persistAll(added.toArray())
                .chain(session::flush)
                .chain(() -> session.createMutationQuery("delete from ItemThumbnail where itemId in :ids")
                        .setParameter("ids", touched)
                        .executeUpdate())
                .chain(() -> session.persistAll(thumbnails.toArray()))
                .chain(session::flush)
                .replaceWith(saved);
    }

    private static void fill(Item item, ScannedFile file) {
        ItemDescription description = file.description();
        GeoPosition position = description.position();
        item.path = file.path();
        item.folder = file.folder();
        item.fileName = file.fileName();
        item.size = file.size();
        item.modifiedNanos = file.modifiedNanos();
        item.fingerprint = file.fingerprint();
        item.kind = description.kind();
        item.contentType = description.contentType();
        item.title = description.title();
        item.artist = description.artist();
        item.album = description.album();
        item.description = description.description();
        item.recordedAt = description.recordedAt();
        item.durationMs = description.duration() == null
                ? null
                : Math.max(1, description.duration().toMillis());
        item.pages = description.pages();
        item.width = description.width();
        item.height = description.height();
        item.orientation = description.orientation();
        item.latitude = position == null ? null : position.latitude();
        item.longitude = position == null ? null : position.longitude();
        item.callsigns = String.join(" ", description.callsigns());
        item.origins = OriginText.stored(description.origins());
        item.hasThumbnail = description.thumbnail() != null;
        item.fault = file.fault();
        item.readerVersion = MetadataReader.VERSION;
        item.status = ItemStatus.PRESENT;
        item.missingSince = null;
        item.sortAt = description.recordedAt() == null ? ofNanos(file.modifiedNanos()) : description.recordedAt();
        item.searchText = SearchText.of(
                description.title(),
                description.artist(),
                description.album(),
                description.description(),
                file.fileName(),
                file.folder(),
                item.callsigns);
    }

    private static Instant ofNanos(long nanos) {
        // To what PostgreSQL keeps, so that a cursor finds the row it was made of.
        return Instant.EPOCH.plusNanos(nanos).truncatedTo(ChronoUnit.MICROS);
    }
}
