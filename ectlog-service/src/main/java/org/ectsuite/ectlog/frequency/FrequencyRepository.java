package org.ectsuite.ectlog.frequency;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The library's rows. */
@ApplicationScoped
class FrequencyRepository implements PanacheRepositoryBase<Frequency, UUID> {}
