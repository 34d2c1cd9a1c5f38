package fr.pli.expertise.departure;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.util.UUID;

/**
 * A file of somebody of a court: an expertise, and the role they have or had in it.
 *
 * @param participant id of that role
 * @param court code of the reference
 */
public record CourtFile(
        UUID expertise,
        UUID participant,
        Role role,
        UUID expert,
        ExpertiseState state,
        String title,
        String rg,
        String court) {

    boolean ongoing() {
        return CourtFiles.ONGOING.contains(state);
    }
}
