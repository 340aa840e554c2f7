package org.ectsuite.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Notices an administrator's address to which no mail can be sent: nobody would ever become administrator. */
@ApplicationScoped
class FirstAdministratorCheck implements StartupCheck {

    private final SignInConfig config;

    FirstAdministratorCheck(SignInConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        return config
                .adminEmail()
                .filter(address -> EmailAddress.parse(address).isEmpty())
                .map(address -> new Finding("ect.auth.sign-in.admin-email", "is not a mail address"))
                .stream()
                .toList();
    }
}
