package fr.pli.exchange.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The institution's name and whom each public calls (O-1, A-4): lawyers, experts, associations and partners have a
 * support of their own where administrators have given one, everybody else the general one.
 */
@Component
@Order(3)
public class InstitutionTexts implements PolicySource {

    private static final Map<String, String> PUBLICS = Map.of(
            "LAWYER", "lawyers",
            "EXPERT", "experts",
            "SAPITEUR", "experts",
            "PARTNER", "associations",
            "PARTY", "associations");
    private static final int NAME = 120;
    private static final int PHONE = 40;
    private static final int EMAIL = 254;

    private final Policies policies;
    private final Policy name;
    private final Policy phone;
    private final Policy email;

    InstitutionTexts(Policies policies, Institution settings) {
        this.policies = policies;
        this.name = Policy.text("institution.name", settings.name(), NAME);
        this.phone = phone("", settings.supportPhone());
        this.email = email("", settings.supportEmail());
    }

    @Override
    public String group() {
        return "institution";
    }

    @Override
    public List<Policy> policies() {
        return List.of(
                name,
                phone,
                email,
                phone("-lawyers", ""),
                email("-lawyers", ""),
                phone("-experts", ""),
                email("-experts", ""),
                phone("-associations", ""),
                email("-associations", ""));
    }

    /** @param profile of the reader, null for nobody in particular */
    public Institution of(@Nullable String profile) {
        Policies.Values now = policies.now();
        String of = profile == null ? null : PUBLICS.get(profile.toUpperCase(Locale.ROOT));
        String ownPhone = of == null ? "" : now.text(phone("-" + of, ""));
        String ownEmail = of == null ? "" : now.text(email("-" + of, ""));
        return new Institution(
                now.text(name),
                ownPhone.isEmpty() ? now.text(phone) : ownPhone,
                ownEmail.isEmpty() ? now.text(email) : ownEmail);
    }

    private static Policy phone(String of, String standard) {
        return Policy.text("institution.support-phone" + of, standard, PHONE);
    }

    private static Policy email(String of, String standard) {
        return Policy.text("institution.support-email" + of, standard, EMAIL);
    }
}
