package fr.pli.expertise.participants;

import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role of one person in one expertise, present or past; a person may have several.
 *
 * @param party that the role stands for; null for roles of the court and the expert's side
 * @param leftAt null while it lasts; who has left keeps no access, past acts stay (E-7)
 * @param consentAt when consent to electronic exchange was given (CPC 748-2); null before
 * @param consentBy who recorded it: the person, or the expert for a consent on paper
 */
public record Participant(
        UUID id,
        UUID expertise,
        UUID person,
        Role role,
        @Nullable UUID party,
        Instant joinedAt,
        @Nullable Instant leftAt,
        @Nullable Instant consentAt,
        @Nullable UUID consentBy) {

    public boolean present() {
        return leftAt == null;
    }

    /** Consent is asked of everybody but the court, and the expert, who chose this way (CPC 748-2). */
    public boolean owesConsent() {
        return present()
                && consentAt == null
                && switch (role) {
                    case CO_EXPERT, SAPITEUR, AVOCAT, PARTY_PUBLISHER, PARTY_READER -> true;
                    case EXPERT, EXPERT_FOR_PARTY, MAGISTRAT, GREFFIER -> false;
                };
    }

    public Standing standing() {
        return new Standing(role, role == Role.SAPITEUR ? id : party);
    }
}
