package fr.pli.expertise.dossier;

import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.rights.ExpertiseState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The aggregate: where an expertise stands, and its provision. Made by {@link ExpertiseTable}, which names it. */
@Entity
@Table(name = "expertise")
class ExpertiseRecord {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String name;
    private String title;
    private UUID expert;
    private String court;
    private String rg;
    private @Nullable String mi;
    private LocalDate designatedOn;
    private @Nullable LocalDate decidedOn;

    @Enumerated(EnumType.STRING)
    private ExpertiseState state;

    private Instant stateSince;
    private @Nullable Instant openedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "provision")
    private Provision.Status provisionStatus;

    private @Nullable BigDecimal provisionAmount;
    private @Nullable LocalDate provisionDue;
    private @Nullable LocalDate provisionOn;
    private @Nullable LocalDate orderFiledOn;
    private @Nullable LocalDate reportDue;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ExpertiseRecord() {}

    ExpertiseState state() {
        return state;
    }

    /** The caller has asked {@link Transition}. */
    void become(ExpertiseState next, Instant now) {
        state = next;
        stateSince = now;
        if (next == ExpertiseState.OPEN && openedAt == null) {
            openedAt = now;
        }
    }

    void provision(Provision provision) {
        provisionStatus = provision.status();
        provisionAmount = provision.amount();
        provisionDue = provision.due();
        provisionOn = provision.receivedOn();
        orderFiledOn = provision.orderFiledOn();
    }

    void reportDue(@Nullable LocalDate day) {
        reportDue = day;
    }

    Expertise view() {
        return new Expertise(
                id,
                name,
                title,
                expert,
                court,
                rg,
                mi,
                designatedOn,
                decidedOn,
                state,
                stateSince,
                openedAt,
                new Provision(provisionStatus, provisionAmount, provisionDue, provisionOn, orderFiledOn),
                reportDue);
    }
}
