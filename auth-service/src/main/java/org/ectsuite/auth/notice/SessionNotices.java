package org.ectsuite.auth.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.session.SessionWatcher;

/** Tells people of new devices, and administrators of stolen tokens. */
@ApplicationScoped
class SessionNotices implements SessionWatcher {

    private final AccountNotices notices;
    private final SecurityAlerts alerts;

    SessionNotices(AccountNotices notices, SecurityAlerts alerts) {
        this.notices = notices;
        this.alerts = alerts;
    }

    @Override
    public Uni<Void> newDevice(AccountView account) {
        return notices.tell(account.id(), AccountEvent.NEW_DEVICE);
    }

    @Override
    public Uni<Void> reused(AccountView account) {
        return alerts.tell(SecurityEvent.REFRESH_REUSE, account);
    }
}
