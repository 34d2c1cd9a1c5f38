package fr.pli.exchange.merge;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CertificateRows;
import fr.pli.exchange.certificate.HeldCertificate;
import fr.pli.exchange.certificate.Operators;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** « Demander la fusion »: asked for in the account page, answered by an operator (C-6). */
@Component
public class MergeRequests {

    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{1,64}");

    private final MergeRequestRows rows;
    private final MergeRows merges;
    private final CertificateRows certificates;
    private final Directory directory;
    private final MergeMails mails;
    private final Journal journal;
    private final Units units;

    MergeRequests(
            MergeRequestRows rows,
            MergeRows merges,
            CertificateRows certificates,
            Directory directory,
            MergeMails mails,
            Journal journal,
            Units units) {
        this.rows = rows;
        this.merges = merges;
        this.certificates = certificates;
        this.directory = directory;
        this.mails = mails;
        this.journal = journal;
        this.units = units;
    }

    /** A serial number as certificate viewers show it, with colons, blanks and leading zeros, made one. */
    public static String serial(String typed) {
        String serial = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s:]", "").replaceFirst("^0+(?=.)", "");
        if (!SERIAL.matcher(serial).matches()) {
            throw MergeRefusal.SERIAL_REQUIRED.with();
        }
        return serial;
    }

    public boolean waiting(Person person) {
        return rows.waiting(person.id());
    }

    /** @param typed serial number of the other account's certificate */
    public void ask(Person person, Reach reach, String typed) {
        String serial = serial(typed);
        units.run(() -> {
            if (rows.waiting(person.id())) {
                throw MergeRefusal.ASKED_ALREADY.with();
            }
            UUID id = rows.add(person.id(), reach, serial);
            journal.append(Fact.of("account.merge-asked").by(person.id()).about(id));
        });
    }

    /** @param open those that wait, the oldest first; otherwise those that were answered, the last first */
    public List<MergeRequest> list(Person operator, boolean open) {
        Operators.insist(operator);
        return rows.list(open);
    }

    /** @param email of the other account as the operator typed it; empty: whoever holds the certificate of the request */
    public Case look(Person operator, UUID id, String email) {
        Operators.insist(operator);
        MergeRequest request = rows.find(id).orElseThrow(MergeRefusal.UNKNOWN::with);
        Person kept = directory.find(request.person()).orElseThrow(MergeRefusal.UNKNOWN::with);
        Merge merge = merges.of(id).orElse(null);
        Person other = merge == null
                ? email.isBlank()
                        ? holder(request)
                        : directory.findByEmail(email).orElse(null)
                : directory.find(merge.absorbed()).orElse(null);
        return new Case(
                request,
                kept,
                certificates.of(kept.id()),
                other,
                other == null ? List.of() : certificates.of(other.id()),
                merge);
    }

    private @Nullable Person holder(MergeRequest request) {
        List<UUID> holders = certificates.numbered(request.serial()).stream()
                .map(HeldCertificate::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return holders.size() == 1 ? directory.find(holders.getFirst()).orElse(null) : null;
    }

    /** @param typed why; the person is told so */
    public void refuse(Person operator, UUID id, String typed) {
        Operators.insist(operator);
        String reason = Operators.words(typed, CardRefusal.REASON_REQUIRED);
        units.run(() -> {
            MergeRequest request = rows.find(id).orElseThrow(MergeRefusal.UNKNOWN::with);
            if (!rows.answer(id, MergeRequest.State.REFUSED, operator.id(), reason)) {
                throw MergeRefusal.ANSWERED.with();
            }
            journal.append(Fact.of("account.merge-refused").by(operator.id()).about(id));
            directory.find(request.person()).ifPresent(person -> mails.refused(person, id));
        });
    }

    /**
     * A request beside what the installation knows.
     *
     * @param kept account of who asks
     * @param other the account it would be merged with; null while nobody knows which
     * @param merge null before
     */
    public record Case(
            MergeRequest request,
            Person kept,
            List<HeldCertificate> keptCertificates,
            @Nullable Person other,
            List<HeldCertificate> otherCertificates,
            @Nullable Merge merge) {}
}
