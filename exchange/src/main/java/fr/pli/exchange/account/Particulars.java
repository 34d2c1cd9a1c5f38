package fr.pli.exchange.account;

/**
 * What somebody typed about an entry of the directory, in a form, in a line of a file or in a call; checked by
 * {@link ParticularsCheck}.
 *
 * @param organisation name of a body or a court
 * @param profile name or label of a {@link Profile}, in French or in English
 * @param language {@code fr} or {@code en}, empty for French
 * @param zone time zone such as {@code Europe/Paris}, empty for Paris
 */
public record Particulars(
        String email,
        String firstName,
        String lastName,
        String organisation,
        String profile,
        String language,
        String zone) {

    public Particulars {
        email = email == null ? "" : email;
        firstName = firstName == null ? "" : firstName;
        lastName = lastName == null ? "" : lastName;
        organisation = organisation == null ? "" : organisation;
        profile = profile == null ? "" : profile;
        language = language == null ? "" : language;
        zone = zone == null ? "" : zone;
    }

    public static Particulars empty() {
        return new Particulars("", "", "", "", "", "", "");
    }
}
