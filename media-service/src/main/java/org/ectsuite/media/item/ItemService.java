package org.ectsuite.media.item;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.media.library.LibraryAccess;
import org.ectsuite.media.metadata.GeoPosition;
import org.ectsuite.media.metadata.Thumbnail;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as callers see it. Every statement carries the condition of access: what a caller may not see does not
 * exist for him, in lists, searches, single items, contents and thumbnails alike.
 */
@ApplicationScoped
public class ItemService {

    private static final String VISIBLE = LibraryAccess.condition("i.library_id");

    private static final String IDS = "SELECT i.id FROM item i WHERE " + VISIBLE;

    private static final String ONE = """
        SELECT i.id, i.path, i.file_name, i.content_type, i.fingerprint, l.key
        FROM item i JOIN library l ON l.id = i.library_id
        WHERE i.id = :id AND %s
        """.formatted(VISIBLE);

    /** Newest first. */
    @WithSession
    public Uni<Page<ItemView>> list(Set<String> roles, ItemFilter filter, int limit, @Nullable String cursor) {
        StringBuilder sql = new StringBuilder(IDS);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("roles", roles);
        if (filter.library() != null) {
            sql.append(" AND i.library_id = :library");
            parameters.put("library", filter.library());
        }
        if (filter.kind() != null) {
            sql.append(" AND i.kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            String query = SearchText.query(filter.text());
            if (query.isEmpty()) {
                // Nothing but punctuation: nothing begins with it.
                return Uni.createFrom().item(new Page<>(List.of(), null));
            }
            sql.append(" AND i.search @@ to_tsquery('simple', :query)");
            parameters.put("query", query);
        }
        if (cursor != null) {
            List<String> parts = Cursor.decode(cursor, 2);
            sql.append(" AND (i.sort_at, i.id) < (:sortAt, :after)");
            parameters.put("sortAt", instant(parts.get(0)));
            parameters.put("after", uuid(parts.get(1)));
        }
        sql.append(" ORDER BY i.sort_at DESC, i.id DESC");
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql.toString(), UUID.class);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(limit + 1)
                    .getResultList()
                    .chain(ids -> session.createQuery(
                                    "from Item i where i.id in :ids order by i.sortAt desc, i.id desc", Item.class)
                            .setParameter("ids", ids)
                            .getResultList())
                    .chain(items -> libraryNames()
                            .map(names -> Page.of(
                                    items,
                                    limit,
                                    item -> Cursor.encode(item.sortAt, item.id),
                                    item -> view(item, names, roles, false))));
        });
    }

    /** One item with the sources of its values. */
    @WithSession
    public Uni<ItemView> get(Set<String> roles, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IDS + " AND i.id = :id", UUID.class)
                        .setParameter("roles", roles)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .chain(visible -> session.find(Item.class, visible == null ? new UUID(0, 0) : visible)))
                .chain(item -> libraryNames().map(names -> view(found(item), names, roles, true)));
    }

    /** What is needed to serve an item's file. */
    @WithSession
    public Uni<ItemContent> content(Set<String> roles, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE, Tuple.class)
                        .setParameter("roles", roles)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> {
                    Tuple item = found(row);
                    return new ItemContent(
                            item.get("id", UUID.class),
                            item.get("key", String.class),
                            item.get("path", String.class),
                            item.get("file_name", String.class),
                            item.get("content_type", String.class),
                            item.get("fingerprint", byte[].class));
                });
    }

    /** The small picture that the camera put into the file. */
    @WithSession
    public Uni<Thumbnail> thumbnail(Set<String> roles, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IDS + " AND i.id = :id", UUID.class)
                        .setParameter("roles", roles)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .chain(visible ->
                                session.find(ItemThumbnail.class, visible == null ? new UUID(0, 0) : visible)))
                .map(thumbnail -> {
                    ItemThumbnail picture = found(thumbnail);
                    return new Thumbnail(picture.contentType, picture.content);
                });
    }

    private static <T> T found(@Nullable T thing) {
        if (thing == null) {
            throw ProblemException.notFound("There is no such item.");
        }
        return thing;
    }

    private static Uni<Map<UUID, String>> libraryNames() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("SELECT id, name FROM library", Tuple.class)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.get("id", UUID.class), row.get("name", String.class)));
                    return names;
                });
    }

    private static ItemView view(Item item, Map<UUID, String> libraries, Set<String> roles, boolean single) {
        boolean mayKnowPlaces = roles.contains(Roles.NCS) || roles.contains(Roles.ADMIN);
        return new ItemView(
                item.id,
                item.libraryId,
                libraries.getOrDefault(item.libraryId, ""),
                item.kind,
                item.title,
                item.fileName,
                item.folder,
                item.size,
                item.contentType,
                item.durationMs == null ? null : item.durationMs / 1000.0,
                item.pages,
                item.width,
                item.height,
                item.orientation,
                item.recordedAt,
                item.callsigns.isEmpty() ? List.of() : List.of(item.callsigns.split(" ")),
                item.artist,
                item.album,
                item.description,
                item.hasThumbnail,
                item.addedAt,
                item.status,
                mayKnowPlaces && item.latitude != null && item.longitude != null
                        ? new GeoPosition(item.latitude, item.longitude)
                        : null,
                roles.contains(Roles.ADMIN) ? item.fault : null,
                single ? OriginText.shown(item.origins) : null);
    }

    private static Instant instant(String part) {
        try {
            return Instant.parse(part);
        } catch (DateTimeParseException e) {
            throw notACursor();
        }
    }

    private static UUID uuid(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    private static ProblemException notACursor() {
        return ProblemException.invalid("cursor", "is not a cursor of this list");
    }
}
