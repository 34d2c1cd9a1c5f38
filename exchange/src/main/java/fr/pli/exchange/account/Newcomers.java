package fr.pli.exchange.account;

import fr.pli.exchange.platform.Time;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets somebody into the directory who registered themselves with a certificate and confirmed their address (A-1, C-3).
 * The caller answers for both, and for the address being one the policy allows.
 */
@Component
public class Newcomers {

    private final ParticularsCheck check;
    private final Organisations organisations;
    private final OrganisationDomains domains;
    private final Membership membership;

    Newcomers(ParticularsCheck check, Organisations organisations, OrganisationDomains domains, Membership membership) {
        this.check = check;
        this.organisations = organisations;
        this.domains = domains;
        this.membership = membership;
    }

    /**
     * Adds an active entry; within the caller's unit of work.
     *
     * @param particulars with a court of the reference as organisation
     * @return its id
     * @throws fr.pli.exchange.platform.RefusedException with a {@link DirectoryRefusal}
     */
    public UUID enter(Particulars particulars) {
        ParticularsCheck.Read read = check.check(particulars).orRefuse();
        UUID court = organisations
                .court(read.organisation())
                .orElseThrow(() -> DirectoryRefusal.ORGANISATION_REQUIRED.with(read.organisation()));
        UUID id = membership.add(
                new PersonRecord.Entry(
                        read.email(),
                        read.firstName(),
                        read.lastName(),
                        court,
                        read.profile(),
                        read.languageOr(Locale.FRENCH),
                        read.zoneOr(Time.PARIS)),
                null);
        membership.activate(id, id);
        return id;
    }

    /** Domains within which the people of this organisation have their addresses; empty where nobody said so. */
    public List<String> domains(String organisation) {
        UUID id = organisations.byKey().get(Organisations.key(organisation));
        return id == null ? List.of() : domains.of(id);
    }

    /** Makes an invited entry active; within the caller's unit of work. */
    public void activate(UUID person) {
        membership.activate(person, person);
    }
}
