package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.AccountSection;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PresentPassword;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.RecoveryCodes;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Connexion en deux étapes » in the account page. */
@Component
@Order(10)
class FactorSection implements AccountSection {

    private final Factors factors;
    private final RecoveryCodes codes;
    private final PresentPassword password;
    private final boolean demo;

    FactorSection(
            Factors factors, RecoveryCodes codes, PresentPassword password, @Value("${pli.demo:false}") boolean demo) {
        this.factors = factors;
        this.codes = codes;
        this.password = password;
        this.demo = demo;
    }

    @Override
    public String template() {
        return "factor/section";
    }

    @Override
    public Map<String, Object> model(Person person) {
        return Map.of(
                "factors", factors.of(person),
                "factorRequired", factors.required(person),
                "codesLeft", codes.left(person.id()),
                "withPassword", password.exists(person.id()),
                "demo", demo);
    }
}
