package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a person changes of their own entry; the address goes its own way, by {@link AddressChange}. */
@Component
public class OwnData {

    private final ParticularsCheck check;
    private final People people;
    private final Membership membership;
    private final AccountSettings settings;
    private final Journal journal;
    private final Units units;

    OwnData(
            ParticularsCheck check,
            People people,
            Membership membership,
            AccountSettings settings,
            Journal journal,
            Units units) {
        this.check = check;
        this.people = people;
        this.membership = membership;
        this.settings = settings;
        this.journal = journal;
        this.units = units;
    }

    /** Whether people may change their own names. */
    public boolean namesOpen() {
        return settings.ownName();
    }

    /** Every field that is wrong, in the order of the form. */
    public List<Flaw> flaws(Person person, Typed typed) {
        return check.flaws(particulars(person, typed));
    }

    /** Changes names, language and time zone; everything is refused with the first flaw. */
    public void change(Person person, Typed typed) {
        var read = check.check(particulars(person, typed)).orRefuse();
        if (!settings.ownName()
                && !(read.firstName().equals(person.firstName())
                        && read.lastName().equals(person.lastName()))) {
            throw DirectoryRefusal.NAME_FIXED.with();
        }
        units.run(() -> {
            var before = people.findById(person.id())
                    .orElseThrow(AccountRefusal.UNKNOWN::with)
                    .entry();
            var after = new PersonRecord.Entry(
                    before.email(),
                    read.firstName(),
                    read.lastName(),
                    before.organisation(),
                    before.profile(),
                    read.languageOr(Locale.FRENCH),
                    read.zoneOr(Time.PARIS));
            if (!after.equals(before)) {
                membership.edit(person.id(), after, person.id());
                journal.append(Fact.of("person.own-data-changed")
                        .by(person.id())
                        .about(person.id())
                        .detail("language", after.language().getLanguage()));
            }
        });
    }

    private static Particulars particulars(Person person, Typed typed) {
        return new Particulars(
                person.email(),
                typed.firstName(),
                typed.lastName(),
                person.organisation(),
                person.profile().name(),
                typed.language(),
                typed.zone());
    }

    /**
     * What the form gives.
     *
     * @param language {@code fr} or {@code en}
     * @param zone a region such as {@code Europe/Paris}
     */
    public record Typed(String firstName, String lastName, String language, String zone) {

        public static Typed of(Person person) {
            return new Typed(
                    person.firstName(),
                    person.lastName(),
                    person.language().getLanguage(),
                    person.zone().getId());
        }
    }
}
