package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With which addresses somebody may register an unknown certificate (A-1, C-3), as administrators decide it. */
@Component
@Order(3)
class CardPolicies implements PolicySource {

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    private final Policies policies;
    private final Policy domains;

    CardPolicies(Policies policies, CardSettings settings) {
        this.policies = policies;
        this.domains = Policy.words(
                "card.registration-domains", String.join(" ", new TreeSet<>(settings.registrationDomains())), DOMAIN);
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<Policy> policies() {
        return List.of(domains);
    }

    Set<String> domains() {
        return policies.now().words(domains);
    }
}
