package org.ectsuite.media.library;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A library as the database knows it. */
@Entity
@Table(name = "library")
class Library {

    @Id
    UUID id;

    String key;
    String name;

    @Enumerated(EnumType.STRING)
    LibraryKind kind;

    boolean configured;
    boolean online;
    Instant updatedAt;

    // Four at most, and wanted wherever the library is.
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "library_role", joinColumns = @JoinColumn(name = "library_id"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    protected Library() {}

    Library(UUID id, LibraryDefinition definition, Instant now) {
        this.id = id;
        this.key = definition.key();
        this.name = definition.name();
        this.kind = definition.kind();
        this.configured = true;
        this.updatedAt = now;
        this.roles.addAll(definition.roles());
    }

    /** Says from now on what the configuration says. */
    void follow(LibraryDefinition definition, Instant now) {
        name = definition.name();
        kind = definition.kind();
        configured = true;
        updatedAt = now;
        roles.clear();
        roles.addAll(definition.roles());
    }

    /** Whether it says what the configuration says. */
    boolean fits(LibraryDefinition definition) {
        return configured
                && name.equals(definition.name())
                && kind == definition.kind()
                && roles.equals(definition.roles());
    }

    /** What the audit trail keeps of it. */
    LibrarySettings settings() {
        return new LibrarySettings(key, name, kind, configured, Set.copyOf(roles));
    }
}
