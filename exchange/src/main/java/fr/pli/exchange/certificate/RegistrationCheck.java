package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Flaw;
import fr.pli.exchange.account.Newcomers;
import fr.pli.exchange.account.ParticularsCheck;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.platform.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is wrong with a registration, field by field. */
@Component
class RegistrationCheck {

    private static final Pattern PHONE = Pattern.compile("(\\+?[0-9][0-9 ().-]{4,28})?");
    private static final int LONGEST_POSTAL = 500;
    private static final int MOST_SPECIALTIES = 30;

    private final ParticularsCheck particulars;
    private final Courts courts;
    private final Specialties specialties;
    private final Directory directory;
    private final DoorRules doors;
    private final Newcomers newcomers;
    private final CardPolicies policies;

    RegistrationCheck(
            ParticularsCheck particulars,
            Courts courts,
            Specialties specialties,
            Directory directory,
            DoorRules doors,
            Newcomers newcomers,
            CardPolicies policies) {
        this.particulars = particulars;
        this.courts = courts;
        this.specialties = specialties;
        this.directory = directory;
        this.doors = doors;
        this.newcomers = newcomers;
        this.policies = policies;
    }

    /** By field, in the order of the form; empty when nothing is wrong. */
    Map<String, RefusedException> flaws(RegistrationForm form) {
        var flaws = new LinkedHashMap<String, RefusedException>();
        for (Flaw flaw : particulars.flaws(form.particulars("fr"))) {
            flaws.putIfAbsent(flaw.field(), flaw.exception());
        }
        flaws.remove("organisation");
        flaws.remove("profile");
        phone("landline", form.landline(), flaws);
        phone("mobile", form.mobile(), flaws);
        if (form.postal().length() > LONGEST_POSTAL) {
            flaws.put("postal", CardRefusal.POSTAL_TOO_LONG.with(LONGEST_POSTAL));
        }
        if (form.chosen().isEmpty()) {
            flaws.put("profile", CardRefusal.PROFILE_REQUIRED.with());
        } else if (!courts.labels().contains(form.organisation())) {
            flaws.put(form.expert() ? "appealCourt" : "court", CardRefusal.COURT_REQUIRED.with());
        }
        if (form.expert() && !wellChosen(form.specialties())) {
            flaws.put("specialties", CardRefusal.SPECIALTY_REQUIRED.with(MOST_SPECIALTIES));
        }
        if (!flaws.containsKey("email") && !flaws.containsKey("court") && !flaws.containsKey("appealCourt")) {
            address(form, flaws);
        }
        return flaws;
    }

    private boolean wellChosen(List<String> codes) {
        return !codes.isEmpty()
                && codes.size() <= MOST_SPECIALTIES
                && codes.stream().allMatch(specialties::known);
    }

    static void phone(String field, String typed, Map<String, RefusedException> flaws) {
        if (!PHONE.matcher(typed.strip()).matches()) {
            flaws.put(field, CardRefusal.PHONE_MALFORMED.with());
        }
    }

    /** A known address may be used; of an unknown one the domain must be allowed. */
    private void address(RegistrationForm form, Map<String, RefusedException> flaws) {
        Person known = directory.findByEmail(form.email()).orElse(null);
        if (known == null || known.state() == PersonState.INVITED && !doors.byCertificate(known.profile())) {
            var allowed = new TreeSet<>(policies.domains());
            allowed.addAll(newcomers.domains(form.organisation()));
            String email = form.email().strip().toLowerCase(Locale.ROOT);
            if (known != null || !allowed.contains(email.substring(email.indexOf('@') + 1))) {
                flaws.put("email", CardRefusal.ADDRESS_NOT_ALLOWED.with(listed(allowed)));
            }
        }
    }

    private static String listed(TreeSet<String> domains) {
        return domains.isEmpty() ? "—" : String.join(", ", domains);
    }
}
