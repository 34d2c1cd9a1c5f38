package fr.pli.expertise.experts;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Specialty;
import fr.pli.exchange.certificate.StandingCertificates;
import fr.pli.exchange.platform.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds experts (S-3). Who may be designated: an active account with a certificate neither expired nor revoked, or an
 * active account alone where experts do not come in by certificate (D-2, ADR 0070).
 */
@Service
public class Experts {

    private static final String APPEAL = "CA";

    private final ExpertTable table;
    private final Courts courts;
    private final Specialties specialties;
    private final StandingCertificates certificates;

    Experts(ExpertTable table, Courts courts, Specialties specialties, StandingCertificates certificates) {
        this.table = table;
        this.courts = courts;
        this.specialties = specialties;
        this.certificates = certificates;
    }

    /** One page in the order of their names; one more than asked for says that there is another page. */
    public List<Expert> find(ExpertQuery query) {
        var asked = new ExpertTable.Asked(
                Folding.words(query.lastName()),
                Folding.words(query.firstName()),
                query.court().isBlank() ? null : court(query.court()).code(),
                query.specialty().isBlank()
                        ? null
                        : specialty(query.specialty()).code(),
                query.selectable(),
                query.after());
        return experts(table.find(asked, query.limit() + 1));
    }

    /** An active expert; empty for anybody else. */
    public Optional<Expert> find(UUID person) {
        return experts(table.find(List.of(person))).stream().findFirst();
    }

    /** Whether {@code expert} may be designated now, as far as is known. */
    public boolean selectable(Person expert) {
        return expert.profile() == Profile.EXPERT
                && expert.enters()
                && (!certificates.asked(expert.profile()) || certificates.has(expert.id()));
    }

    /** Asks the authorities about the expert's certificates first; belongs outside any transaction. */
    public void askAuthorities(Person expert) {
        if (certificates.asked(expert.profile())) {
            certificates.ask(expert.id());
        }
    }

    /** Names of the courts of appeal. */
    public List<Court> courts() {
        return courts.labels().stream()
                .flatMap(label -> courts.find(label).stream())
                .filter(court -> court.type().equals(APPEAL))
                .toList();
    }

    Court court(String typed) {
        return courts.find(typed)
                .filter(found -> found.type().equals(APPEAL))
                .orElseThrow(() -> ExpertRefusal.COURT_UNKNOWN.with(typed.strip()));
    }

    /** A specialty or a heading of the nomenclature in force. */
    public Specialty specialty(String typed) {
        return specialties.typed(typed).orElseThrow(() -> ExpertRefusal.SPECIALTY_UNKNOWN.with(typed.strip()));
    }

    private List<Expert> experts(List<ExpertTable.Row> rows) {
        Map<UUID, List<Specialty>> listed =
                table.specialties(rows.stream().map(ExpertTable.Row::person).toList());
        return rows.stream()
                .map(row -> new Expert(
                        row.person(),
                        row.firstName().isEmpty() ? row.lastName() : row.firstName() + " " + row.lastName(),
                        row.email(),
                        label(row.court()),
                        row.landline(),
                        row.mobile(),
                        listed.getOrDefault(row.person(), List.of()),
                        row.selectable()))
                .toList();
    }

    private String label(@Nullable String code) {
        return code == null ? "" : courts.find(code).map(Court::label).orElse(code);
    }
}
