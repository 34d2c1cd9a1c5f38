package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What somebody with an unknown certificate says of themselves (C-3), as typed.
 *
 * @param profile name of a {@link Profile}
 * @param court of a magistrat or greffier
 * @param appealCourt whose list an expert is on
 * @param specialties codes of the nomenclature, experts only
 */
public record RegistrationForm(
        String firstName,
        String lastName,
        String landline,
        String mobile,
        String email,
        String postal,
        String profile,
        String court,
        String appealCourt,
        List<String> specialties) {

    /** Who may register themselves. */
    public static final List<Profile> PROFILES = List.of(Profile.MAGISTRAT, Profile.GREFFIER, Profile.EXPERT);

    public RegistrationForm {
        specialties = List.copyOf(specialties);
    }

    public static RegistrationForm empty() {
        return new RegistrationForm("", "", "", "", "", "", "", "", "", List.of());
    }

    Optional<Profile> chosen() {
        return PROFILES.stream().filter(one -> one.name().equals(profile)).findFirst();
    }

    boolean expert() {
        return chosen().filter(Profile.EXPERT::equals).isPresent();
    }

    /** An expert belongs to the court of appeal whose list they are on. */
    String organisation() {
        return expert() ? appealCourt : court;
    }

    Particulars particulars(String language) {
        return new Particulars(email, firstName, lastName, organisation(), profile, language, "");
    }

    String specialtyCodes() {
        return expert() ? String.join(" ", specialties) : "";
    }
}
