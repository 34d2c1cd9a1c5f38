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
 * @param consentAt when consent to electronic exchange was recorded (CPC 748-2); null before
 */
public record Participant(
        UUID id,
        UUID expertise,
        UUID person,
        Role role,
        @Nullable UUID party,
        Instant joinedAt,
        @Nullable Instant leftAt,
        @Nullable Instant consentAt) {

    public Standing standing() {
        return new Standing(role, role == Role.SAPITEUR ? id : party);
    }
}
