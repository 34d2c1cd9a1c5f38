package fr.pli.exchange.certificate;

import fr.pli.exchange.account.AccountSettings;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Newcomers;
import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Somebody with an unknown certificate registers (C-3). Nothing counts before the address is confirmed by its mail; then
 * an invited entry becomes active, or a new one is made, and the certificate is theirs. To somebody whose account is
 * active the mail says how to attach the card instead: an account is never taken over this way.
 */
@Component
public class Registrations {

    static final String CONFIRM = "registration-confirm";
    static final String KNOWN = "registration-known";

    private final RegistrationRows rows;
    private final RegistrationCheck check;
    private final CertificateRows certificates;
    private final Directory directory;
    private final DoorRules doors;
    private final Newcomers newcomers;
    private final AccountSettings settings;
    private final Outbox outbox;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;

    Registrations(
            RegistrationRows rows,
            RegistrationCheck check,
            CertificateRows certificates,
            Directory directory,
            DoorRules doors,
            Newcomers newcomers,
            AccountSettings settings,
            Outbox outbox,
            Journal journal,
            ApplicationEventPublisher events,
            Units units) {
        this.rows = rows;
        this.check = check;
        this.certificates = certificates;
        this.directory = directory;
        this.doors = doors;
        this.newcomers = newcomers;
        this.settings = settings;
        this.outbox = outbox;
        this.journal = journal;
        this.events = events;
        this.units = units;
    }

    /** What is wrong, by field; empty when nothing is. */
    public Map<String, RefusedException> flaws(RegistrationForm form) {
        return check.flaws(form);
    }

    /** Keeps a form without flaws and mails the link, or to a known person the way to attach a card. */
    public void ask(UUID certificate, RegistrationForm form, Locale language) {
        units.run(() -> {
            rows.insistOnRoom(certificate);
            Person known = directory.findByEmail(form.email()).orElse(null);
            if (known == null || known.state() == PersonState.INVITED) {
                String token = Secrets.token();
                RegistrationRows.Asked asked = rows.add(certificate, form, token, language, settings.linkLifetime());
                outbox.stage(new Letter(
                        asked.email(),
                        null,
                        language,
                        CONFIRM,
                        null,
                        Map.of("token", token, "until", asked.until().toString())));
                journal.append(Fact.of("registration.asked").about(asked.id()).detail("profile", form.profile()));
            } else if (known.active() && !known.profile().functional()) {
                rows.add(certificate, form, Secrets.token(), language, java.time.Duration.ZERO);
                outbox.stage(new Letter(known.email(), known.id(), known.language(), KNOWN, known.id(), Map.of()));
            }
        });
    }

    /** What a living link would do; changes nothing. */
    public Optional<Offer> offer(String token) {
        return rows.living(token)
                .map(row -> new Offer(
                        row.particulars().firstName() + " " + row.particulars().lastName(), row.email()));
    }

    /** Uses the link: the person may sign in with the certificate from now on. */
    public void confirm(String token) {
        try {
            units.run(() -> {
                RegistrationRows.Row row = rows.living(token).orElseThrow(CardRefusal.LINK_DEAD::with);
                if (!rows.confirmed(row.id())) {
                    throw CardRefusal.LINK_DEAD.with();
                }
                UUID person = entered(row.particulars());
                rows.belongs(row.id(), person);
                if (!certificates.attach(row.certificate(), person, "registration")) {
                    throw CardRefusal.TAKEN.with();
                }
                journal.append(Fact.of("person.registered").by(person).about(person));
                journal.append(Fact.of("certificate.attached")
                        .by(person)
                        .about(row.certificate())
                        .detail("way", "registration"));
                rows.contact(person).ifPresent(contact -> events.publishEvent(new Registered(person, contact)));
            });
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw CardRefusal.LINK_DEAD.with();
        }
    }

    /** An invited entry keeps what the directory says of it. */
    private UUID entered(Particulars particulars) {
        Person known = directory.findByEmail(particulars.email()).orElse(null);
        if (known == null) {
            return newcomers.enter(particulars);
        }
        if (known.state() != PersonState.INVITED || !doors.byCertificate(known.profile())) {
            throw CardRefusal.LINK_DEAD.with();
        }
        newcomers.activate(known.id());
        return known.id();
    }

    /** What the person said of themselves when they registered, if they did. */
    public Optional<Contact> contact(UUID person) {
        return rows.contact(person);
    }

    /** Who confirms which address. */
    public record Offer(String name, String email) {}

    /**
     * How somebody is reached, as they said when they registered; each may be empty.
     *
     * @param specialties codes of the nomenclature apart by spaces
     */
    public record Contact(String landline, String mobile, String postal, String specialties, Instant at) {}
}
