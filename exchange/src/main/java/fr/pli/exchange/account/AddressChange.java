package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody changes their own address: within the domains of their organisation, in effect only when the link that
 * went to the new address is confirmed, with a notice to the old one at both moments. Whether the address belongs to
 * somebody else shows at the confirmation only, to who reads its mail.
 */
@Component
public class AddressChange {

    static final String CONFIRM = "address-confirm";
    static final String ASKED = "address-asked";
    static final String CHANGED = "address-changed";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final OrganisationDomains domains;
    private final People people;
    private final Membership membership;
    private final Links links;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Journal journal;
    private final AccountSettings settings;
    private final Units units;
    private final Clock clock;

    AddressChange(
            JdbcClient jdbc,
            Directory directory,
            OrganisationDomains domains,
            People people,
            Membership membership,
            Links links,
            Throttle throttle,
            Outbox outbox,
            Journal journal,
            AccountSettings settings,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.domains = domains;
        this.people = people;
        this.membership = membership;
        this.links = links;
        this.throttle = throttle;
        this.outbox = outbox;
        this.journal = journal;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /** Domains within which this person may change their address; empty when they may not. */
    public List<String> domains(Person person) {
        return settings.ownAddress() ? domains.of(person.organisationId()) : List.of();
    }

    /** The address that waits for its confirmation. */
    public Optional<Waiting> waiting(Person person) {
        return jdbc.sql("select email, expires_at from address_change where person = :person and expires_at > :now")
                .param("person", person.id())
                .param("now", clock.instant())
                .query((row, number) -> new Waiting(
                        row.getString("email"), row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** Asks for another address; a former wish is void. Somebody else's address is mailed nothing. */
    public void ask(Person person, String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        check(person, email);
        throttle.admit(Throttle.Subject.of(Throttle.Kind.LINKS, "address " + person.id()));
        units.run(() -> {
            Instant now = clock.instant();
            Instant end = now.plus(settings.linkLifetime());
            String token = Secrets.token();
            jdbc.sql("""
                            replace into address_change (person, hash, email, asked_at, expires_at)
                            values (:person, :hash, :email, :now, :end)
                            """)
                    .param("person", person.id())
                    .param("hash", Secrets.hash(token))
                    .param("email", email)
                    .param("now", now)
                    .param("end", end)
                    .update();
            journal.append(Fact.of("person.address-asked").by(person.id()).about(person.id()));
            if (directory.findByEmail(email).isEmpty()) {
                tell(email, person, CONFIRM, Map.of("token", token, "until", end.toString()));
            }
            tell(person.email(), person, ASKED, Map.of("address", email));
        });
    }

    /** Gives the wish up. */
    public void cancel(Person person) {
        units.run(() -> {
            if (forget(person.id())) {
                journal.append(Fact.of("person.address-kept").by(person.id()).about(person.id()));
            }
        });
    }

    /** What a living link would do; changes nothing. */
    public Optional<Offer> offer(String token) {
        return jdbc.sql("select person, email from address_change where hash = :hash and expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", clock.instant())
                .query((row, number) -> new Wish(row.getObject("person", UUID.class), row.getString("email")))
                .optional()
                .flatMap(wish -> directory
                        .find(wish.person())
                        .filter(Person::active)
                        .map(person -> new Offer(person, wish.email())));
    }

    /** Uses the link: from now on the person signs in and is written to by the new address. */
    public void confirm(String token) {
        try {
            units.run(() -> {
                Offer offer = offer(token).orElseThrow(SignInRefusal.LINK_DEAD::with);
                Person person = offer.person();
                if (!forget(person.id())) {
                    throw SignInRefusal.LINK_DEAD.with();
                }
                check(person, offer.email());
                if (directory.findByEmail(offer.email()).isPresent()) {
                    throw DirectoryRefusal.ADDRESS_TAKEN.with(offer.email());
                }
                PersonRecord row = people.findById(person.id()).orElseThrow(SignInRefusal.LINK_DEAD::with);
                var entry = row.entry();
                membership.edit(
                        person.id(),
                        new PersonRecord.Entry(
                                offer.email(),
                                entry.firstName(),
                                entry.lastName(),
                                entry.organisation(),
                                entry.profile(),
                                entry.language(),
                                entry.zone()),
                        person.id());
                links.endAll(person.id());
                journal.append(Fact.of("person.address-changed").by(person.id()).about(person.id()));
                tell(person.email(), person, CHANGED, Map.of("address", offer.email()));
            });
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw DirectoryRefusal.ADDRESS_TAKEN.with("");
        }
    }

    private void check(Person person, String email) {
        if (!ParticularsCheck.isAddress(email)) {
            throw DirectoryRefusal.ADDRESS_MALFORMED.with(email.length() > 254 ? "" : email);
        }
        if (email.equals(person.email())) {
            throw DirectoryRefusal.ADDRESS_SAME.with();
        }
        List<String> allowed = domains(person);
        if (!allowed.contains(email.substring(email.indexOf('@') + 1))) {
            throw allowed.isEmpty()
                    ? DirectoryRefusal.ADDRESS_FIXED.with()
                    : DirectoryRefusal.ADDRESS_DOMAIN.with(String.join(", ", allowed));
        }
    }

    /** @return whether there was a wish: of two uses of a link at once, one succeeds */
    private boolean forget(UUID person) {
        return jdbc.sql("delete from address_change where person = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    private void tell(String address, Person person, String template, Map<String, String> refs) {
        outbox.stage(new Letter(address, person.id(), person.language(), template, person.id(), refs));
    }

    private record Wish(UUID person, String email) {}

    /** @param until when its link dies */
    public record Waiting(String email, Instant until) {}

    /** Whose address becomes which. */
    public record Offer(Person person, String email) {}
}
