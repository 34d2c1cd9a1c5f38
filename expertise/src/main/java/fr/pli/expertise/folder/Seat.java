package fr.pli.expertise.folder;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Place;
import fr.pli.expertise.rights.Standing;
import java.util.UUID;

/**
 * One present role of one person beside one folder, with all that a decision needs.
 *
 * @param granted the expert has granted this participant the folder, or one around it (E-8)
 * @param published something of what the question is about is published
 * @param proposed something of it is a proposal that is not accepted
 * @param single something of it is granted to this participant by itself
 */
record Seat(
        Folder folder,
        Place place,
        ExpertiseState state,
        UUID person,
        UUID participant,
        Standing standing,
        boolean granted,
        boolean published,
        boolean proposed,
        boolean single) {

    /** The same in another state of the expertise. */
    Seat in(ExpertiseState other) {
        return new Seat(folder, place, other, person, participant, standing, granted, published, proposed, single);
    }
}
