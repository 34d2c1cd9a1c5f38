package fr.pli.exchange.privacy.web;

import fr.pli.exchange.account.AccountSection;
import fr.pli.exchange.account.Person;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Mes données » in the account page. */
@Component
@Order(30)
class PrivacySection implements AccountSection {

    @Override
    public String template() {
        return "privacy/section";
    }

    @Override
    public Map<String, Object> model(Person person) {
        return Map.of();
    }
}
