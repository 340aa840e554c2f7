package org.ectsuite.tokensecurity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ectsuite.tokensecurity.Revocations.Entry;
import org.ectsuite.tokensecurity.Revocations.Kind;
import org.jspecify.annotations.Nullable;

/** A revocation list made ready for one question per request. */
final class RevocationIndex {
    private final Map<Kind, Map<String, List<Entry>>> entries;

    RevocationIndex(List<Entry> entries) {
        var index = new HashMap<Kind, Map<String, List<Entry>>>();
        for (var entry : entries) {
            index.computeIfAbsent(entry.kind(), kind -> new HashMap<>())
                    .merge(entry.value(), List.of(entry), RevocationIndex::joined);
        }
        this.entries = Map.copyOf(index);
    }

    boolean revoked(Caller caller) {
        var session = caller.sessionId();
        return concerns(Kind.SUB, caller.subject(), caller)
                || concerns(Kind.SID, session == null ? null : session.toString(), caller)
                || concerns(Kind.JTI, caller.tokenId(), caller)
                || concerns(Kind.KID, caller.keyId(), caller);
    }

    boolean revokesKey(String keyId) {
        return entries.getOrDefault(Kind.KID, Map.of()).containsKey(keyId);
    }

    private boolean concerns(Kind kind, @Nullable String value, Caller caller) {
        if (value == null) {
            return false;
        }
        return entries.getOrDefault(kind, Map.of()).getOrDefault(value, List.of()).stream()
                .anyMatch(entry ->
                        entry.issuedBefore() == null || caller.issuedAt().isBefore(entry.issuedBefore()));
    }

    private static List<Entry> joined(List<Entry> some, List<Entry> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
