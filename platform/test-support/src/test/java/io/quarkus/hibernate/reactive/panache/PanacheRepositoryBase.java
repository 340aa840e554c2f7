package io.quarkus.hibernate.reactive.panache;

import io.smallrye.mutiny.Uni;

/** Stands for the interface of that name, which this jar does not know. */
public interface PanacheRepositoryBase<E, I> {

    default Uni<Void> delete(E entity) {
        throw new UnsupportedOperationException(entity.toString());
    }

    default Uni<Long> delete(String query, Object... parameters) {
        throw new UnsupportedOperationException(query + parameters.length);
    }
}
