package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Time;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@link Particulars}: either everything is right, or each field that is wrong is named. */
@Component
public class ParticularsCheck {

    private static final Pattern ADDRESS =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_ORGANISATION = 200;

    private final ProfileNames profiles;

    ParticularsCheck(ProfileNames profiles) {
        this.profiles = profiles;
    }

    /**
     * What is right of the fields, trimmed; language and zone are null where nothing was said.
     *
     * @param email lower case
     * @param organisation name as typed, not yet looked up
     */
    record Read(
            String email,
            String firstName,
            String lastName,
            String organisation,
            Profile profile,
            @Nullable Locale language,
            @Nullable ZoneId zone) {

        Locale languageOr(Locale other) {
            return language == null ? other : language;
        }

        ZoneId zoneOr(ZoneId other) {
            return zone == null ? other : zone;
        }
    }

    /** @param read present exactly when there is no flaw */
    record Result(List<Flaw> flaws, Optional<Read> read) {

        Read orRefuse() {
            return read.orElseThrow(() -> flaws.getFirst().exception());
        }
    }

    /** Every field that is wrong, in the order of the form. */
    public List<Flaw> flaws(Particulars typed) {
        return check(typed).flaws();
    }

    Result check(Particulars typed) {
        var flaws = new ArrayList<Flaw>();
        String email = typed.email().strip().toLowerCase(Locale.ROOT);
        address(email, flaws);
        String firstName = name("firstName", typed.firstName(), DirectoryRefusal.FIRST_NAME_REQUIRED, flaws);
        String lastName = name("lastName", typed.lastName(), DirectoryRefusal.LAST_NAME_REQUIRED, flaws);
        String organisation = organisation(typed.organisation(), flaws);
        Profile profile = profiles.find(typed.profile()).orElse(null);
        if (profile == null) {
            flaws.add(Flaw.of(
                    "profile", DirectoryRefusal.PROFILE_UNKNOWN, typed.profile().strip()));
        }
        Locale language = language(typed.language(), flaws);
        ZoneId zone = zone(typed.zone(), flaws);
        if (profile == null || !flaws.isEmpty()) {
            return new Result(List.copyOf(flaws), Optional.empty());
        }
        return new Result(
                List.of(), Optional.of(new Read(email, firstName, lastName, organisation, profile, language, zone)));
    }

    static boolean isAddress(String email) {
        int at = email.indexOf('@');
        return email.length() <= LONGEST_ADDRESS
                && at <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(email).matches();
    }

    /** One line of text without surrounding and doubled spaces. */
    static String tidy(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").strip();
    }

    static boolean unprintable(String text) {
        return UNPRINTABLE.matcher(text).find();
    }

    private static void address(String email, List<Flaw> flaws) {
        if (email.isEmpty()) {
            flaws.add(Flaw.of("email", DirectoryRefusal.ADDRESS_REQUIRED));
        } else if (!isAddress(email)) {
            flaws.add(Flaw.of("email", DirectoryRefusal.ADDRESS_MALFORMED, email));
        }
    }

    private static String name(String field, String typed, DirectoryRefusal missing, List<Flaw> flaws) {
        String name = tidy(typed);
        if (name.isEmpty()) {
            flaws.add(Flaw.of(field, missing));
        } else if (name.length() > LONGEST_NAME) {
            flaws.add(Flaw.of(field, DirectoryRefusal.NAME_TOO_LONG, LONGEST_NAME));
        } else if (unprintable(name)) {
            flaws.add(Flaw.of(field, DirectoryRefusal.NAME_MALFORMED));
        }
        return name;
    }

    private static String organisation(String typed, List<Flaw> flaws) {
        String name = tidy(typed);
        if (name.isEmpty()) {
            flaws.add(Flaw.of("organisation", DirectoryRefusal.ORGANISATION_NAME_REQUIRED));
        } else if (name.length() > LONGEST_ORGANISATION) {
            flaws.add(Flaw.of("organisation", DirectoryRefusal.ORGANISATION_NAME_TOO_LONG, LONGEST_ORGANISATION));
        } else if (unprintable(name)) {
            flaws.add(Flaw.of("organisation", DirectoryRefusal.NAME_MALFORMED));
        }
        return name;
    }

    private static @Nullable Locale language(String typed, List<Flaw> flaws) {
        return switch (Folding.fold(typed.strip())) {
            case "" -> null;
            case "fr", "francais", "french" -> Locale.FRENCH;
            case "en", "anglais", "english" -> Locale.ENGLISH;
            default -> {
                flaws.add(Flaw.of("language", DirectoryRefusal.LANGUAGE_UNKNOWN, typed.strip()));
                yield null;
            }
        };
    }

    private static @Nullable ZoneId zone(String typed, List<Flaw> flaws) {
        String zone = typed.strip();
        if (zone.isEmpty()) {
            return null;
        }
        if (!Zones.known(zone)) {
            flaws.add(Flaw.of("zone", DirectoryRefusal.ZONE_UNKNOWN, zone));
            return Time.PARIS;
        }
        return ZoneId.of(zone);
    }
}
