package fr.pli.expertise.invitation;

import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether invitations make entries of the directory, as administrators decide while the service runs (A-1, O-1). */
@Component
@Order(5)
class InvitationPolicies implements PolicySource {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Policies policies;
    private final Policy entries;

    InvitationPolicies(Policies policies, InvitationSettings settings) {
        this.policies = policies;
        this.entries =
                Policy.choice("expertise.invitation-entries", settings.createsEntries() ? YES : NO, List.of(YES, NO));
    }

    @Override
    public String group() {
        return "expertise";
    }

    @Override
    public List<Policy> policies() {
        return List.of(entries);
    }

    boolean makeEntries() {
        return policies.now().text(entries).equals(YES);
    }
}
