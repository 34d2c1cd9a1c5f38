package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Case B (C-5): the present card no longer works. Who holds the new one asks; an operator checks who it is, by other ways
 * than this form, and approves; the link goes to the account's own address and attaches this certificate and no other.
 * Whoever asks gets the same answer whether or not there is such an account; its address is told of every request.
 */
@Component
public class CertificateRequests {

    static final String REQUESTED = "certificate-requested";
    static final String REFUSED = "certificate-refused";

    private static final int LONGEST_WORDS = 1000;

    private final CertificateRequestRows rows;
    private final CertificateRows certificates;
    private final CertificateLinks links;
    private final Directory directory;
    private final DoorRules doors;
    private final Outbox outbox;
    private final Journal journal;
    private final Units units;

    CertificateRequests(
            CertificateRequestRows rows,
            CertificateRows certificates,
            CertificateLinks links,
            Directory directory,
            DoorRules doors,
            Outbox outbox,
            Journal journal,
            Units units) {
        this.rows = rows;
        this.certificates = certificates;
        this.links = links;
        this.directory = directory;
        this.doors = doors;
        this.outbox = outbox;
        this.journal = journal;
        this.units = units;
    }

    /** @param certificate just presented, nobody's */
    public void ask(UUID certificate, Reach reach, String typed) {
        String words = typed.strip();
        if (words.length() > LONGEST_WORDS) {
            throw CardRefusal.WORDS_TOO_LONG.with(LONGEST_WORDS);
        }
        units.run(() -> {
            rows.insistOnRoom(certificate);
            UUID id = rows.add(certificate, reach, words);
            journal.append(Fact.of("certificate.requested").about(id).detail("certificate", certificate));
            account(reach.email()).ifPresent(person -> tell(person, REQUESTED, Map.of("request", id.toString())));
        });
    }

    /** @param open those that wait, the oldest first; otherwise those that were answered, the last first */
    public List<CertificateRequest> list(Person operator, boolean open) {
        Operators.insist(operator);
        return rows.list(open);
    }

    /** All that an operator needs to decide. */
    public Case look(Person operator, UUID id) {
        Operators.insist(operator);
        CertificateRequest request = rows.find(id).orElseThrow(CardRefusal.REQUEST_UNKNOWN::with);
        Person account = account(request.reach().email()).orElse(null);
        return new Case(
                request,
                certificates.find(request.certificate()).orElseThrow(CardRefusal.REQUEST_UNKNOWN::with),
                account,
                account == null ? List.of() : certificates.of(account.id()));
    }

    /** @param typed how the operator made sure who it is */
    public void approve(Person operator, UUID id, String typed) {
        Operators.insist(operator);
        String checked = Operators.words(typed, CardRefusal.CHECK_REQUIRED);
        units.run(() -> {
            Case one = look(operator, id);
            if (!rows.answer(id, CertificateRequest.State.APPROVED, operator.id(), checked)) {
                throw CardRefusal.REQUEST_ANSWERED.with();
            }
            Person person = one.account();
            if (person == null) {
                throw CardRefusal.NO_ACCOUNT.with(one.request().reach().email());
            }
            if (person.id().equals(operator.id())) {
                throw CardRefusal.OWN_REQUEST.with();
            }
            if (one.certificate().person() != null) {
                throw CardRefusal.TAKEN.with();
            }
            links.issue(person, one.certificate().id());
            journal.append(Fact.of("certificate.request-approved")
                    .by(operator.id())
                    .about(id)
                    .detail("certificate", one.certificate().id())
                    .detail("person", person.id()));
        });
    }

    /** @param typed why; the account is told so */
    public void refuse(Person operator, UUID id, String typed) {
        Operators.insist(operator);
        String reason = Operators.words(typed, CardRefusal.REASON_REQUIRED);
        units.run(() -> {
            Case one = look(operator, id);
            if (!rows.answer(id, CertificateRequest.State.REFUSED, operator.id(), reason)) {
                throw CardRefusal.REQUEST_ANSWERED.with();
            }
            journal.append(
                    Fact.of("certificate.request-refused").by(operator.id()).about(id));
            if (one.account() != null) {
                tell(one.account(), REFUSED, Map.of("request", id.toString()));
            }
        });
    }

    Optional<CertificateRequest> find(UUID id) {
        return rows.find(id);
    }

    /** The account a link may be sent to: active, and of a profile that signs in by card. */
    private Optional<Person> account(String email) {
        return directory
                .findByEmail(email)
                .filter(person ->
                        person.active() && !person.profile().functional() && doors.byCertificate(person.profile()));
    }

    private void tell(Person person, String template, Map<String, String> refs) {
        outbox.stage(new Letter(person.email(), person.id(), person.language(), template, person.id(), refs));
    }

    /**
     * A request beside what the installation knows.
     *
     * @param account with the address of the request; null where no account can be given a card
     * @param held certificates of the account
     */
    public record Case(
            CertificateRequest request,
            HeldCertificate certificate,
            @Nullable Person account,
            List<HeldCertificate> held) {}
}
