package fr.pli.exchange.delegation.web;

import fr.pli.exchange.account.AccountSection;
import fr.pli.exchange.account.Person;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Délégations » in the account page leads to the page of its own. */
@Component
@Order(20)
class DelegationSection implements AccountSection {

    @Override
    public String template() {
        return "delegation/section";
    }

    @Override
    public Map<String, Object> model(Person person) {
        return Map.of();
    }
}
